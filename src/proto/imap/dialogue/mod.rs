//! The IMAP conversation seen from outside (RFC 9051, RFC 3501, RFC 7888, RFC 4978).

mod client;
mod message;
mod server;

pub use message::{Awaited, Message};

use std::collections::VecDeque;
use std::ops::Range;

use bytes::Bytes;

use super::command::{Command, Verb};
use super::frame::{Framer, Line};
use crate::base::Finding;
use crate::proto::spoken::{Spoken, looks_like_login};
use crate::proto::{self, Fed, Side, Turn};

/// The most octets of a client that are held while their meaning waits on the server's answer.
pub const MAX_HELD: usize = 64 * 1024;

/// An IMAP conversation. Feed it both sides; read turns.
#[derive(Debug, Default)]
pub struct Dialogue {
    client: Framer,
    server: Framer,
    state: State,
    /// What the client waits for leave to go on with.
    waits: Option<Awaited>,
    /// Commands whose end was not told, oldest first.
    pending: VecDeque<Pending>,
    /// The command whose literals are not all there.
    under_way: Option<Pending>,
    turns: VecDeque<Turn<Message>>,
    capabilities: Vec<String>,
    greeted: bool,
    /// BYE was said.
    parted: bool,
    /// ENABLED was said since the last ENABLE.
    enabled: bool,
    /// A login was begun and no command was said since: a line that is no command may be a credential.
    guarded: bool,
    /// The next chunk is the first of its literal.
    begins: bool,
    server_begins: bool,
    spoken: Spoken,
}

/// A command that is under way.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Pending {
    tag: Bytes,
    verb: Verb,
    /// A search that asked for ESEARCH.
    returns: bool,
}

impl Pending {
    /// A command that begins as this line does.
    fn new(command: &Command, line: &Line) -> Pending {
        let mut words = line.octets.split(|octet| octet.is_ascii_whitespace()).skip(if command.uid { 3 } else { 2 });
        let returns = command.verb == Verb::Search && words.next().is_some_and(|w| w.eq_ignore_ascii_case(b"RETURN"));
        Pending { tag: command.tag.clone(), verb: command.verb, returns }
    }

    /// A tag with nothing behind it, which a server answers too.
    fn tagged(line: &Line) -> Pending {
        let word = line.octets.split(|octet| octet.is_ascii_whitespace()).next().unwrap_or_default();
        Pending { tag: Bytes::copy_from_slice(word), verb: Verb::Other, returns: false }
    }
}

/// What the client's next octets are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    /// A command, or the rest of one.
    #[default]
    Command,
    /// Unknown until the server has answered.
    Waiting,
    /// A line of a SASL exchange.
    Credentials,
    /// DONE.
    Idle,
    /// TLS.
    Upgraded,
    /// Compressed octets (RFC 4978).
    Compressed,
}

impl Dialogue {
    /// A connection that has just been opened: the server's greeting comes first.
    pub fn new() -> Dialogue {
        Dialogue::default()
    }

    /// What the server said last that it can do, in capitals.
    pub fn capabilities(&self) -> &[String] {
        &self.capabilities
    }

    fn push(&mut self, side: Side, octets: Bytes, message: Message, secret: Vec<Range<usize>>, findings: Vec<Finding>) {
        let secret = secret.into_iter().filter(|range| !range.is_empty()).collect();
        self.turns.push_back(Turn { side, octets, message, secret, findings });
    }

    fn content(&mut self, side: Side, octets: Bytes, ends: bool) {
        let begins = match side {
            Side::Client => std::mem::take(&mut self.begins),
            Side::Server => std::mem::take(&mut self.server_begins),
        };
        // A password may be a literal of any size.
        let login = side == Side::Client && self.under_way.as_ref().is_none_or(|pending| pending.verb == Verb::Login);
        let whole = 0..octets.len();
        let secret = if login { vec![whole] } else { Vec::new() };
        self.push(side, octets, Message::Content { begins, ends }, secret, Vec::new());
    }

    /// Takes as many of the client's octets as may be held.
    fn feed_client(&mut self, octets: &[u8]) -> usize {
        let mut rest = octets;
        while !rest.is_empty() {
            let held = if self.state == State::Waiting { self.client.held() } else { 0 };
            let room = MAX_HELD.saturating_sub(held).min(rest.len());
            let Some((now, later)) = rest.split_at_checked(room).filter(|_| room > 0) else { break };
            self.client.push(now);
            self.read_client();
            rest = later;
        }
        octets.len() - rest.len()
    }

    /// Whether a line of the client that is not whole or not a command may hold a credential. Fails closed.
    fn is_sensitive(&self, line: &[u8]) -> bool {
        let login = |pending: &Pending| matches!(pending.verb, Verb::Login | Verb::Authenticate);
        let waits = self.pending.iter().any(login) || self.under_way.as_ref().is_some_and(login);
        self.state == State::Credentials || self.guarded || waits || looks_like_login(line)
    }

    /// A client that talks before it may.
    fn unasked(&self) -> Vec<Finding> {
        let text = "the client talks before the greeting";
        let early = (!self.greeted).then(|| Finding::new("early-talker", text, "RFC 9051 §7.1"));
        early.into_iter().collect()
    }
}

impl proto::Dialogue for Dialogue {
    type Message = Message;

    const PROTOCOL: &'static str = "imap";

    fn expect_secret(&mut self, secret: &[u8]) {
        self.spoken.expect(secret);
    }

    fn feed(&mut self, side: Side, octets: &[u8]) -> Fed {
        let taken = match side {
            Side::Client => self.feed_client(octets),
            Side::Server => {
                self.server.push(octets);
                self.read_server();
                octets.len()
            }
        };
        match self.state {
            State::Upgraded => Fed::Upgrade { client: self.client.take(), server: self.server.take() },
            _ if taken < octets.len() => Fed::Held { taken },
            _ => Fed::All,
        }
    }

    fn next(&mut self) -> Option<Turn<Message>> {
        self.turns.pop_front()
    }

    fn compressed(&mut self) -> Option<(Bytes, Bytes)> {
        if self.state != State::Compressed {
            return None;
        }
        self.state = State::Command;
        Some((self.client.take(), self.server.take()))
    }

    /// Behind STARTTLS there is no new greeting.
    fn secured(&mut self) {
        *self = Dialogue {
            greeted: true,
            turns: std::mem::take(&mut self.turns),
            spoken: std::mem::take(&mut self.spoken),
            ..Dialogue::default()
        };
    }

    fn unfinished(&mut self, side: Side) -> Option<Turn<Message>> {
        let framer = match side {
            Side::Client => &mut self.client,
            Side::Server => &mut self.server,
        };
        let content = framer.is_in_literal();
        let octets = framer.take();
        let whole = 0..octets.len();
        let message = match content {
            true => Message::Content { begins: false, ends: false },
            false => Message::Unreadable,
        };
        let secret = match side {
            Side::Client if self.is_sensitive(&octets) => vec![whole],
            Side::Client => Vec::new(),
            Side::Server => self.spoken.find(&octets, true),
        };
        (!octets.is_empty()).then_some(Turn { side, octets, message, secret, findings: Vec::new() })
    }
}

#[cfg(test)]
mod tests;
