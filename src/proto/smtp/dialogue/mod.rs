//! The SMTP conversation seen from outside (RFC 5321, RFC 2920, RFC 3030, RFC 3207, RFC 4954).

mod client;
mod message;
mod server;

pub use message::{Awaited, Message};

use std::collections::VecDeque;
use std::ops::Range;

use bytes::{Bytes, BytesMut};

use super::command::Verb;
use super::reply::ReplyLine;
use crate::base::Finding;
use crate::proto::content::EndOfData;
use crate::proto::line::Lines;
use crate::proto::spoken::{Spoken, looks_like_login};
use crate::proto::{self, Fed, Side, Turn};

/// The most octets of a client that are held while their meaning waits on the server's answer.
pub const MAX_HELD: usize = 64 * 1024;
/// Payload comes in chunks of this many octets, but for the last one of a message.
pub const CHUNK: usize = 32 * 1024;

/// An SMTP conversation. Feed it both sides; read turns.
#[derive(Debug)]
pub struct Dialogue {
    client: Stream,
    server: Stream,
    state: State,
    /// What the server has not answered yet, oldest first.
    awaiting: VecDeque<Awaited>,
    /// The lines of a reply that is not whole yet, and their octets.
    reply: (Vec<ReplyLine>, BytesMut),
    turns: VecDeque<Turn<Message>>,
    /// PIPELINING was offered.
    pipelining: bool,
    /// LHLO was accepted: a whole message is answered once for each recipient that was taken (RFC 2033 §4.2).
    lmtp: bool,
    /// The recipients that were taken, and are not answered for yet.
    taken: usize,
    /// An answer for each recipient was asked for (PRDR).
    prdr: bool,
    /// AUTH was said and no command since: a line that is no command may be a credential.
    guarded: bool,
    /// The content of BDAT so far, over all the chunks of a message; none of one without lines (BODY=BINARYMIME).
    chunks: Option<EndOfData>,
    /// The next content is the first of a message.
    begins: bool,
    /// What the client did not wait for the answer to, until it is told.
    rushed: Option<Awaited>,
    spoken: Spoken,
}

/// One side's octets that are not turns yet.
#[derive(Debug, Default)]
struct Stream {
    buffer: BytesMut,
    lines: Lines,
}

/// What the client's next octets are.
#[derive(Debug)]
enum State {
    /// A command line.
    Command,
    /// Unknown until the server has answered DATA, AUTH, a credential or STARTTLS.
    Waiting,
    /// A line of a SASL exchange.
    Credentials,
    /// Content of DATA; how many octets of the buffer were looked at.
    Data { watch: EndOfData, searched: usize },
    /// Content of BDAT; how many octets are still to come.
    Bdat { left: u64, last: bool },
    /// TLS.
    Upgraded,
}

impl Dialogue {
    /// A connection that has just been opened: the server's greeting comes first.
    pub fn new() -> Dialogue {
        Dialogue {
            client: Stream::default(),
            server: Stream::default(),
            state: State::Command,
            awaiting: VecDeque::from([Awaited::Greeting]),
            reply: (Vec::new(), BytesMut::new()),
            turns: VecDeque::new(),
            pipelining: false,
            lmtp: false,
            taken: 0,
            prdr: false,
            guarded: false,
            chunks: Some(EndOfData::default()),
            begins: true,
            rushed: None,
            spoken: Spoken::default(),
        }
    }

    fn push(
        &mut self,
        side: Side,
        octets: Bytes,
        message: Message,
        secret: Option<Range<usize>>,
        mut findings: Vec<Finding>,
    ) {
        if side == Side::Client
            && let Some(awaited) = self.rushed.take()
        {
            let text = format!("it was said before {} was answered", awaited.name());
            findings.insert(0, Finding::new("unauthorized-pipelining", text, "RFC 2920 §3.1"));
        }
        let secret = secret.into_iter().filter(|range| !range.is_empty()).collect();
        self.turns.push_back(Turn { side, octets, message, secret, findings });
    }

    /// Takes as many of the client's octets as may be held.
    fn feed_client(&mut self, octets: &[u8]) -> usize {
        let mut rest = octets;
        while !rest.is_empty() {
            let held = if matches!(self.state, State::Waiting) { self.client.buffer.len() } else { 0 };
            let room = MAX_HELD.saturating_sub(held).min(rest.len());
            let Some((now, later)) = rest.split_at_checked(room).filter(|_| room > 0) else { break };
            self.client.buffer.extend_from_slice(now);
            self.read_client();
            rest = later;
        }
        octets.len() - rest.len()
    }

    fn take_rest(stream: &mut Stream) -> Bytes {
        stream.lines = Lines::default();
        stream.buffer.split().freeze()
    }
}

impl Default for Dialogue {
    fn default() -> Dialogue {
        Dialogue::new()
    }
}

impl proto::Dialogue for Dialogue {
    type Message = Message;

    const PROTOCOL: &'static str = "smtp";

    fn expect_secret(&mut self, secret: &[u8]) {
        self.spoken.expect(secret);
    }

    fn feed(&mut self, side: Side, octets: &[u8]) -> Fed {
        let taken = match side {
            Side::Client => self.feed_client(octets),
            Side::Server => {
                self.server.buffer.extend_from_slice(octets);
                self.read_server();
                octets.len()
            }
        };
        match self.state {
            State::Upgraded => Fed::Upgrade {
                client: Dialogue::take_rest(&mut self.client),
                server: Dialogue::take_rest(&mut self.server),
            },
            _ if taken < octets.len() => Fed::Held { taken },
            _ => Fed::All,
        }
    }

    fn next(&mut self) -> Option<Turn<Message>> {
        self.turns.pop_front()
    }

    fn secured(&mut self) {
        *self = Dialogue {
            awaiting: VecDeque::new(),
            turns: std::mem::take(&mut self.turns),
            spoken: std::mem::take(&mut self.spoken),
            ..Dialogue::new()
        };
    }

    fn unfinished(&mut self, side: Side) -> Option<Turn<Message>> {
        let octets = match side {
            Side::Client => Dialogue::take_rest(&mut self.client),
            Side::Server => {
                let mut octets = self.reply.1.split();
                octets.extend_from_slice(&self.server.buffer.split());
                octets.freeze()
            }
        };
        let secret = match side {
            Side::Client if self.is_sensitive(&octets) => vec![0..octets.len()],
            Side::Client => Vec::new(),
            Side::Server => self.spoken.find(&octets, true),
        };
        if let State::Data { searched, .. } = &mut self.state
            && side == Side::Client
        {
            *searched = 0;
        }
        let content = side == Side::Client && matches!(self.state, State::Data { .. } | State::Bdat { .. });
        let message = if content { Message::Content { begins: self.begins } } else { Message::Unreadable };
        (!octets.is_empty()).then_some(Turn { side, octets, message, secret, findings: Vec::new() })
    }
}

impl Dialogue {
    /// Whether a line of the client that is not whole or not a command may hold a credential. Fails closed.
    fn is_sensitive(&self, line: &[u8]) -> bool {
        let waits_on_auth = self.awaiting.iter().any(Awaited::is_authentication);
        match self.state {
            State::Credentials => true,
            State::Data { .. } | State::Bdat { .. } => false,
            _ => self.guarded || waits_on_auth || looks_like_login(line),
        }
    }

    /// Findings of a client that talks before it may (RFC 2920 §3.1).
    fn unasked(&self) -> Option<Finding> {
        let first = self.awaiting.front()?;
        if *first == Awaited::Greeting {
            return Some(Finding::new("early-talker", "the client talks before the greeting", "RFC 5321 §3.1"));
        }
        let closed = self.awaiting.iter().find_map(|awaited| match awaited {
            Awaited::Command(verb) if verb.ends_group() => Some(*verb),
            _ => None,
        });
        let verb = match closed {
            Some(verb) => verb,
            None if self.pipelining => return None,
            None => Verb::Other,
        };
        let message = match verb {
            Verb::Other => "commands come in a group, but PIPELINING was not offered".to_owned(),
            verb => format!("a command comes behind {verb} before that is answered"),
        };
        Some(Finding::new("unauthorized-pipelining", message, "RFC 2920 §3.1"))
    }
}

#[cfg(test)]
mod tests;
