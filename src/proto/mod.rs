//! Grammar and dialogue of the mail protocols, without any I/O: the whole vocabulary on one screen.
//!
//! A [`Dialogue`] is a conversation seen from outside. It is fed with the octets of both sides and yields
//! [`Turn`]s; client, server, tap and replay all read the same one.

#![warn(clippy::indexing_slicing)] // What comes from the network must not panic.

pub mod content;
pub mod dns;
pub mod explain;
pub mod imap;
pub mod line;
mod plain;
pub mod pop3;
pub mod proxy_protocol;
mod quoted;
pub mod sasl;
pub mod smtp;
pub(crate) mod spoken;
#[cfg(test)]
mod trial;

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use bytes::Bytes;

use self::explain::{Explanation, Language};
pub use self::quoted::{quoted, quoted_str};
pub use self::spoken::looks_like_login;
use crate::base::Finding;

/// Who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// The one who connected.
    Client,
    /// The one who was connected to.
    Server,
}

/// One thing that one side said: a command, a whole reply, a chunk of payload.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn<M> {
    /// Who said it.
    pub side: Side,
    /// The octets as they went over the wire, line ends included.
    pub octets: Bytes,
    /// What they mean.
    pub message: M,
    /// Where in `octets` a secret stands.
    pub secret: Vec<Range<usize>>,
    /// What departs from the RFCs.
    pub findings: Vec<Finding>,
}

/// What became of octets that were fed to a [`Dialogue`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fed {
    /// All were taken.
    All,
    /// The meaning of the rest waits on the other side's answer and no more can be held: feed it again behind that.
    Held {
        /// How many octets were taken.
        taken: usize,
    },
    /// The go-ahead of STARTTLS was given: TLS begins here. What a side had already said in clear text behind it is
    /// handed back; anything there is an attack (RFC 3207 §6, CVE-2011-0411).
    Upgrade {
        /// Octets of the client behind its STARTTLS.
        client: Bytes,
        /// Octets of the server behind its go-ahead.
        server: Bytes,
    },
}

/// A mail conversation seen from outside.
pub trait Dialogue {
    /// What a turn means in this protocol.
    type Message: Meaningful;

    /// The protocol's name in recordings, in lower case.
    const PROTOCOL: &'static str;

    /// A secret that the client will speak: wherever the server says it again, in any common encoding, it is masked.
    fn expect_secret(&mut self, secret: &[u8]);

    /// Takes octets of one side. The turns do not depend on how each side's octets are cut. Octets whose meaning
    /// waits on the other side's answer are held, bounded, and never guessed.
    fn feed(&mut self, side: Side, octets: &[u8]) -> Fed;

    /// The next turn, in the order in which meanings became known.
    fn next(&mut self) -> Option<Turn<Self::Message>>;

    /// Compression was agreed on (RFC 4978 §3): what client and server have said behind that is handed back, and the
    /// conversation goes on with what is compressed from here on.
    fn compressed(&mut self) -> Option<(Bytes, Bytes)> {
        None
    }

    /// TLS stands: the conversation starts anew and what was learnt in clear text is forgotten.
    fn secured(&mut self);

    /// What one side has said without ending it: a line without its end, payload short of a chunk. For the
    /// transcript of a connection that broke.
    fn unfinished(&mut self, side: Side) -> Option<Turn<Self::Message>>;
}

/// A message that can say what it is without its protocol being known.
pub trait Meaningful: fmt::Debug {
    /// The kind of thing, and a few words for recordings and annotations.
    fn meaning(&self) -> Meaning;

    /// Notes for who learns the protocol: what each line means, why it comes now, what may follow. `octets` are those
    /// of the turn. Unless `reveal`, a secret stands somewhere in them: nothing that could be one is then quoted.
    fn explain(&self, octets: &[u8], reveal: bool, language: Language) -> Vec<Explanation>;

    /// What is shown instead of the octets, where a protocol's messages are no text: printable lines.
    fn lines(&self) -> Option<Vec<String>> {
        None
    }
}

/// What a turn is, erased of its protocol.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meaning {
    /// The kind, for colour and layout.
    pub kind: Kind,
    /// In words: `MAIL`, `250 to MAIL`, `content`.
    pub text: Cow<'static, str>,
}

/// The kinds of turns that views tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A command of the client.
    Command,
    /// A client's answer in an authentication exchange.
    Credentials,
    /// A piece of a message on its way.
    Payload,
    /// A reply: done.
    Positive,
    /// A reply: go on.
    Intermediate,
    /// A reply: not now.
    Transient,
    /// A reply: never.
    Permanent,
    /// Octets that are none of these.
    Malformed,
}
