//! Composing a message: which octets of which source go where, through which encoder (RFC 5322 §3.6, RFC 2045,
//! RFC 2046 §5.1, RFC 2183, RFC 2387).
//!
//! A [`Draft`] is a header and a tree of [`Entity`]s. Nothing is read here: a [`Part`] says what a survey found in its
//! source, and the [`Composition`] says what to write and how many octets that will be.

mod choice;
mod entity;
mod error;
mod fields;
mod heading;
mod plan;

use jiff::Zoned;

pub use self::choice::{Alternative, Choice};
pub use self::entity::{Body, Disposition, Encoding, Entity, Multipart, Part};
pub use self::error::BuildError;
pub use self::plan::MAX_DEPTH;
use self::plan::Plan;
use super::address_list::Mailbox;
use super::charset::Charset;
use super::header::Field;
use super::transfer_encoding::TransferEncoding;

/// What a message shall be. Bcc is no part of it: hidden recipients stand in the envelope alone.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The authors; without any, no From is written.
    pub from: Vec<Mailbox>,
    /// The recipients; without any, no To is written.
    pub to: Vec<Mailbox>,
    /// Those who get a copy.
    pub cc: Vec<Mailbox>,
    /// Where answers go.
    pub reply_to: Vec<Mailbox>,
    /// The subject, any text without controls.
    pub subject: Option<String>,
    /// Other fields. One of a name that a draft writes itself replaces that in its place; the rest follows behind
    /// Message-ID. ASCII values are written as they are.
    pub extra: Vec<Field>,
    /// When it is sent.
    pub date: Zoned,
    /// `msg-id` without the angle brackets (RFC 5322 §3.6.4).
    pub message_id: String,
    /// The charset of encoded words.
    pub charset: Charset,
    /// What it holds; fields of its own stand in `extra`.
    pub body: Entity,
    /// A token of 1 to 50 `bchars` without blanks (RFC 2046 §5.1.1), from which all boundaries are made. It stands
    /// nowhere in the sources: that is the caller's care, who may take a random one.
    pub boundary: String,
}

/// Names a source of octets to whoever opens it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SourceId(pub usize);

/// What the way to the recipient carries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Transport {
    /// 8BITMIME (RFC 6152).
    pub eight_bit: bool,
    /// SMTPUTF8 (RFC 6531).
    pub smtputf8: bool,
    /// BINARYMIME (RFC 3030 §3).
    pub binary: bool,
}

/// A stretch of the message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// These octets.
    Octets(Vec<u8>),
    /// The octets of a source through [`TransferEncoding::encoder`].
    Source {
        /// Which source.
        source: SourceId,
        /// Its encoding.
        encoding: TransferEncoding,
    },
}

/// A message ready to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Composition {
    /// What to write, in order; two `Octets` never follow one another.
    pub pieces: Vec<Piece>,
    /// The octets that the pieces produce, before dot-stuffing.
    pub size: u64,
    /// True if the body has octets above 127 (`BODY=8BITMIME`).
    pub eight_bit: bool,
    /// True if some part goes as binary, so that the message is not made of lines (`BODY=BINARYMIME`).
    pub binary: bool,
    /// True if the header has octets above 127 (`SMTPUTF8`).
    pub utf8_header: bool,
    /// What was decided about each part, in order.
    pub choices: Vec<Choice>,
}

impl Draft {
    /// The message, as small and as plain as `transport` allows.
    pub fn compose(&self, transport: Transport) -> Result<Composition, BuildError> {
        let utf8 = transport.smtputf8 && self.needs_smtputf8();
        let header = fields::write(self, utf8)?;
        let plan = Plan::new(self, transport)?;
        let mut composer = Composer { size: 0, pieces: Vec::new(), ascii: true };
        composer.octets(&header);
        plan.write(self, utf8, &mut composer)?;
        Ok(Composition {
            pieces: composer.pieces,
            size: composer.size,
            eight_bit: plan.has_eight_bit(),
            binary: plan.domain() == TransferEncoding::Binary,
            utf8_header: !composer.ascii,
            choices: plan.choices(),
        })
    }

    /// True if some address in the header has a local part beyond ASCII, which only SMTPUTF8 can carry.
    pub fn needs_smtputf8(&self) -> bool {
        fields::needs_smtputf8(self)
    }
}

/// Collects pieces and their size.
struct Composer {
    pieces: Vec<Piece>,
    size: u64,
    /// All that was written here is ASCII; sources are not looked at.
    ascii: bool,
}

impl Composer {
    fn octets(&mut self, text: &str) {
        self.size += text.len() as u64;
        self.ascii &= text.is_ascii();
        match self.pieces.last_mut() {
            Some(Piece::Octets(octets)) => octets.extend_from_slice(text.as_bytes()),
            _ => self.pieces.push(Piece::Octets(text.as_bytes().to_vec())),
        }
    }

    fn source(&mut self, source: SourceId, encoding: TransferEncoding, size: u64) {
        self.size += size;
        self.pieces.push(Piece::Source { source, encoding });
    }
}

#[cfg(test)]
mod tests;
