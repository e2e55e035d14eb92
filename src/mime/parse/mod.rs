//! Taking a message apart as it streams by (RFC 5322 §2, RFC 2045, RFC 2046 §5).
//!
//! A [`Parser`] is fed with octets however they are cut and tells [`Event`]s. Every octet of the message stands in one
//! event, and every event says where its octets stood: put one behind the other, they are the message again. Nothing
//! is held but the line that is being read and what the open entities need; the stack is a list, so that no input
//! makes the parser recurse.
//!
//! What is broken is read as most readers would read it, with a [`Flaw`] that says so.

mod boundary;
mod entity;
mod header;
#[cfg(test)]
mod tests;

use memchr::memmem;

pub use self::entity::{Content, Nature, Role};
use self::entity::{Entity, State};
use super::flaw::{Flaw, Severity};

/// How much is taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Entities within entities; what lies deeper is one body.
    pub depth: usize,
    /// Entities in all; what comes behind them is one body.
    pub parts: usize,
    /// The longest header field that is told in one piece, in octets.
    pub field: usize,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits { depth: 100, parts: 20_000, field: 1 << 20 }
    }
}

/// What is in a message, in the order of its octets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event<'a> {
    /// An entity begins; its header comes.
    Start {
        /// The offset of its first octet.
        offset: u64,
        /// What it is to the one around it.
        role: Role,
    },
    /// A header field, its folds and its line end included.
    Field {
        /// Where it stands.
        offset: u64,
        /// Its octets.
        octets: &'a [u8],
        /// Its name ends before this octet; none where there is no name: the line is no field.
        name: Option<usize>,
        /// It is the rest of a field that is too long to be told in one piece.
        rest: bool,
    },
    /// The header is over.
    HeaderEnd {
        /// Where the empty line stands.
        offset: u64,
        /// The empty line; nothing where there is none.
        octets: &'a [u8],
        /// What the entity is made of.
        content: &'a Content,
    },
    /// Octets of a body, as they are encoded.
    Body {
        /// Where they stand.
        offset: u64,
        /// The octets.
        octets: &'a [u8],
    },
    /// Octets before the first part of a multipart, which mean nothing (RFC 2046 §5.1.1).
    Preamble {
        /// Where they stand.
        offset: u64,
        /// The octets.
        octets: &'a [u8],
    },
    /// Octets behind the last part of a multipart, which mean nothing. They begin with the line end behind the closing
    /// delimiter (RFC 2046 §5.1.1: `close-delimiter transport-padding [CRLF epilogue]`), unless that belongs to the
    /// delimiter of an outer multipart.
    Epilogue {
        /// Where they stand.
        offset: u64,
        /// The octets.
        octets: &'a [u8],
    },
    /// A delimiter of a multipart, with the line end before it, which is part of it (RFC 2046 §5.1.1), and that behind
    /// it unless it is the closing one.
    Boundary {
        /// Where it stands.
        offset: u64,
        /// Its octets.
        octets: &'a [u8],
        /// It closes the multipart.
        last: bool,
    },
    /// An entity is over.
    End {
        /// The offset behind its last octet.
        offset: u64,
    },
    /// Something departs from the RFCs.
    Flaw(Flaw),
}

/// Reads a message.
pub struct Parser {
    limits: Limits,
    /// Octets that could not be told yet, since their meaning depends on what comes.
    carry: Vec<u8>,
    /// The offset of the first octet that was not told.
    at: u64,
    /// So many octets of those are whole lines of one header field.
    lines: usize,
    /// Up to here they hold no further line end.
    scanned: usize,
    /// The open entities, the outermost first.
    stack: Vec<Entity>,
    state: State,
    /// The next octet begins a line.
    line_start: bool,
    /// Entities so far.
    parts: usize,
    /// More parts came than are taken apart, and that was told.
    limited: bool,
    delimiter: memmem::Finder<'static>,
}

impl Parser {
    /// A parser at the beginning of a message.
    pub fn new(limits: Limits) -> Parser {
        Parser {
            limits,
            carry: Vec::new(),
            at: 0,
            lines: 0,
            scanned: 0,
            stack: Vec::new(),
            state: State::Header,
            line_start: true,
            parts: 0,
            limited: false,
            delimiter: memmem::Finder::new(b"\n--"),
        }
    }

    /// A parser at the beginning of a message that stands behind so many octets.
    pub fn behind(octets: u64, limits: Limits) -> Parser {
        Parser { at: octets, ..Parser::new(limits) }
    }

    /// Takes the next octets of the message.
    pub fn push(&mut self, octets: &[u8], tell: &mut dyn FnMut(Event<'_>)) {
        if self.stack.is_empty() {
            self.start(Role::Root, tell);
        }
        if self.carry.is_empty() {
            let told = self.run(octets, false, tell);
            self.carry.extend_from_slice(octets.get(told..).unwrap_or_default());
        } else {
            let mut carry = std::mem::take(&mut self.carry);
            carry.extend_from_slice(octets);
            let told = self.run(&carry, false, tell);
            carry.drain(..told);
            self.carry = carry;
        }
    }

    /// The message is over.
    pub fn finish(mut self, tell: &mut dyn FnMut(Event<'_>)) {
        if self.stack.is_empty() {
            self.start(Role::Root, tell);
        }
        let carry = std::mem::take(&mut self.carry);
        self.run(&carry, true, tell);
        if self.state == State::Header {
            self.flaw(tell, "header-without-end", Severity::Warning, "the header does not end", "RFC 5322 §2.1");
            self.header_end(&[], tell);
        }
        self.close_to(0, true, tell);
    }

    /// Tells what can be told of `data`; how many octets those are. `last`: nothing comes behind it.
    fn run(&mut self, data: &[u8], last: bool, tell: &mut dyn FnMut(Event<'_>)) -> usize {
        let mut from = 0;
        loop {
            let rest = data.get(from..).unwrap_or_default();
            let (told, more) = match self.state {
                State::Header => self.read_header(rest, last, tell),
                State::LongField => self.read_long_field(rest, last, tell),
                State::Body | State::Preamble | State::Epilogue => self.read_body(rest, last, tell),
            };
            from += told;
            self.at += told as u64;
            if !more {
                return from;
            }
        }
    }

    fn flaw(
        &self,
        tell: &mut dyn FnMut(Event<'_>),
        code: &'static str,
        severity: Severity,
        message: impl Into<std::borrow::Cow<'static, str>>,
        rfc: &'static str,
    ) {
        tell(Event::Flaw(Flaw { code, severity, offset: self.at, message: message.into(), rfc }));
    }
}
