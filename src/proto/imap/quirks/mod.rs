//! Quirks: what servers are known to say though no RFC has it, told by name where they say it.
//!
//! A row of the table is an id, the servers that it is known of, what it is, where the right way is written, and how it
//! is told from a line, from what was read of it, and from the conversation. The readers of this protocol take every
//! one of them; a client that is less patient breaks on it, and who writes a server wants to know.

mod body;
mod code;
mod conversation;
mod fetch;
mod listing;
mod shape;

use self::shape::Shapes;
use super::command::Verb;
use super::frame::Line;
use super::response::{Data, Response};
use crate::base::Finding;
use crate::proto::line;

/// Something that a server says otherwise than it should.
#[derive(Clone, Copy, Debug)]
pub struct Quirk {
    /// Its name, which is also the code of its finding: `quirk-status-trailing-space`.
    pub id: &'static str,
    /// Servers that it is known of.
    pub servers: &'static str,
    /// What it is, in one sentence without a full stop.
    pub what: &'static str,
    /// The section that says how it should be.
    pub rfc: &'static str,
    detect: fn(&Seen<'_>) -> bool,
}

/// What the conversation had come to when a line was said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Circumstances {
    /// The command that the line ends.
    pub ended: Option<Verb>,
    /// The client has said IDLE and waits for the `+`.
    pub waits_for_idle: bool,
    /// BYE was said before.
    pub parted: bool,
    /// ENABLED was said since the last ENABLE.
    pub enabled: bool,
    /// Every search that is under way asked for ESEARCH.
    pub extended_search: bool,
}

/// A line of a server, and what is known of it.
struct Seen<'a> {
    /// The line without its end.
    content: &'a [u8],
    response: &'a Response,
    /// The lists of FETCH and of STATUS.
    shapes: Shapes<'a>,
    circumstances: Circumstances,
}

/// Every quirk.
pub fn all() -> impl Iterator<Item = &'static Quirk> {
    let tables = [conversation::TABLE, code::TABLE, listing::TABLE, fetch::TABLE, body::TABLE];
    tables.into_iter().flatten()
}

/// Those that show in a line.
pub fn find(line: &Line, response: &Response, circumstances: Circumstances) -> Vec<&'static Quirk> {
    let shapes = match response {
        Response::Untagged(Data::Fetch(_) | Data::MailboxStatus { .. }) => Shapes::of(line),
        _ => Shapes::default(),
    };
    let seen = Seen { content: line::content(&line.octets), response, shapes, circumstances };
    all().filter(|quirk| (quirk.detect)(&seen)).collect()
}

impl Quirk {
    /// What the transcript says of it.
    pub fn finding(&self) -> Finding {
        Finding::new(self.id, format!("{}; known of {}", self.what, self.servers), self.rfc)
    }
}

const fn row(
    id: &'static str,
    servers: &'static str,
    rfc: &'static str,
    what: &'static str,
    detect: fn(&Seen<'_>) -> bool,
) -> Quirk {
    Quirk { id, servers, what, rfc, detect }
}

#[cfg(test)]
mod tests;
