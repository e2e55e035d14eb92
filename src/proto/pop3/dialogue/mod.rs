//! The POP3 conversation seen from outside (RFC 1939, RFC 2449, RFC 2595, RFC 5034).

mod client;
mod message;
mod server;

pub use message::{Awaited, Message};

use std::collections::VecDeque;
use std::ops::Range;

use bytes::{Bytes, BytesMut};

use super::capabilities::Capabilities;
use super::command::Verb;
use crate::base::Finding;
use crate::proto::content::EndOfData;
use crate::proto::line::Lines;
use crate::proto::spoken::{Spoken, looks_like_login};
use crate::proto::{self, Fed, Side, Turn};

/// The most octets of a client that are held while their meaning waits on the server's answer.
pub const MAX_HELD: usize = 64 * 1024;
/// Messages and listings come in chunks of at most this many octets.
pub const CHUNK: usize = 32 * 1024;

/// A POP3 conversation. Feed it both sides; read turns.
#[derive(Debug)]
pub struct Dialogue {
    client: Stream,
    server: Stream,
    state: State,
    flow: Flow,
    /// What the server has not answered yet, oldest first.
    awaiting: VecDeque<Awaited>,
    turns: VecDeque<Turn<Message>>,
    capabilities: Capabilities,
    /// A login was begun and no command was said since: a line that is no command may be a credential.
    guarded: bool,
    /// Lines will follow the answer to the next command, whatever it is.
    listing_wanted: bool,
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
#[derive(Debug, PartialEq, Eq)]
enum State {
    /// A command line.
    Command,
    /// Unknown until the server has answered AUTH, a credential or STLS.
    Waiting,
    /// A line of a SASL exchange.
    Credentials,
    /// TLS.
    Upgraded,
}

/// What the server's next octets are.
#[derive(Debug)]
enum Flow {
    /// A reply.
    Reply,
    /// Lines; so many octets of the buffer are whole ones. `within`: what comes next is the rest of a long line.
    Listing { to: Verb, begins: bool, whole: usize, within: bool },
    /// A message; how many octets of the buffer were looked at.
    Content { watch: EndOfData, searched: usize, begins: bool },
}

impl Dialogue {
    /// A connection that has just been opened: the server's greeting comes first.
    pub fn new() -> Dialogue {
        Dialogue {
            client: Stream::default(),
            server: Stream::default(),
            state: State::Command,
            flow: Flow::Reply,
            awaiting: VecDeque::from([Awaited::Greeting]),
            turns: VecDeque::new(),
            capabilities: Capabilities::default(),
            guarded: false,
            listing_wanted: false,
            rushed: None,
            spoken: Spoken::default(),
        }
    }

    /// Lines follow `+OK` to the next command, up to a dot: what cannot be known of a command of somebody's own.
    pub fn expect_listing(&mut self) {
        self.listing_wanted = true;
    }

    /// What the server said in its last answer to CAPA.
    pub fn capabilities(&self) -> &Capabilities {
        &self.capabilities
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
            findings.insert(0, Finding::new("unauthorized-pipelining", text, "RFC 2449 §6.6"));
        }
        let secret = secret.into_iter().filter(|range| !range.is_empty()).collect();
        self.turns.push_back(Turn { side, octets, message, secret, findings });
    }

    /// Takes as many of the client's octets as may be held.
    fn feed_client(&mut self, octets: &[u8]) -> usize {
        let mut rest = octets;
        while !rest.is_empty() {
            let held = if self.state == State::Waiting { self.client.buffer.len() } else { 0 };
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

    /// Whether a line of the client that is not whole or not a command may hold a credential. Fails closed.
    fn is_sensitive(&self, line: &[u8]) -> bool {
        let waits = self.awaiting.iter().any(Awaited::is_authentication);
        self.state == State::Credentials || self.guarded || waits || looks_like_login(line)
    }

    /// A client that talks before it may (RFC 2449 §6.6).
    fn unasked(&self) -> Option<Finding> {
        if self.awaiting.front()? == &Awaited::Greeting {
            return Some(Finding::new("early-talker", "the client talks before the greeting", "RFC 1939 §3"));
        }
        let message = "commands come in a group, but PIPELINING was not offered";
        (!self.capabilities.has("PIPELINING"))
            .then(|| Finding::new("unauthorized-pipelining", message, "RFC 2449 §6.6"))
    }
}

impl Default for Dialogue {
    fn default() -> Dialogue {
        Dialogue::new()
    }
}

impl proto::Dialogue for Dialogue {
    type Message = Message;

    const PROTOCOL: &'static str = "pop3";

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

    /// Behind STLS the server says nothing unasked.
    fn secured(&mut self) {
        *self = Dialogue {
            awaiting: VecDeque::new(),
            turns: std::mem::take(&mut self.turns),
            spoken: std::mem::take(&mut self.spoken),
            ..Dialogue::new()
        };
    }

    fn unfinished(&mut self, side: Side) -> Option<Turn<Message>> {
        let (octets, message, secret) = match side {
            Side::Client => {
                let octets = Dialogue::take_rest(&mut self.client);
                let secret = if self.is_sensitive(&octets) { vec![0..octets.len()] } else { Vec::new() };
                (octets, Message::Unreadable, secret)
            }
            Side::Server => {
                let octets = Dialogue::take_rest(&mut self.server);
                match &mut self.flow {
                    Flow::Content { searched, begins, .. } => {
                        *searched = 0;
                        (octets, Message::Content { begins: std::mem::take(begins) }, Vec::new())
                    }
                    Flow::Listing { whole, .. } => {
                        *whole = 0;
                        (octets, Message::Unreadable, Vec::new())
                    }
                    Flow::Reply => {
                        let secret = self.spoken.find(&octets, true);
                        (octets, Message::Unreadable, secret)
                    }
                }
            }
        };
        (!octets.is_empty()).then_some(Turn { side, octets, message, secret, findings: Vec::new() })
    }
}

#[cfg(test)]
mod tests;
