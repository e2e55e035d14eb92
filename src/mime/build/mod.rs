//! Composing a message: which octets of which source go where, through which encoder (RFC 5322 §3.6, RFC 2045,
//! RFC 2046 §5.1, RFC 2183, RFC 2387).
//!
//! Nothing is read here: a [`Part`] says what a survey found in its source, and the [`Composition`] says what to write
//! and how many octets that will be.

mod fields;
mod structure;

use jiff::Zoned;

use self::structure::Entity;
use super::address_list::{self, Mailbox};
use super::charset::{Charset, Unmappable};
use super::header::{Field, FieldError};
use super::survey::Facts;
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
    /// The charset of the bodies that are not ASCII, and of encoded words.
    pub charset: Charset,
    /// The body as text.
    pub text: Option<Part>,
    /// The body as HTML.
    pub html: Option<Part>,
    /// What the HTML shows, by Content-ID.
    pub inline: Vec<Part>,
    /// What comes along.
    pub attachments: Vec<Part>,
    /// A random token of 1 to 50 `bchars` without blanks (RFC 2046 §5.1.1), from which all boundaries are made.
    pub boundary: String,
}

/// Names a source of octets to whoever opens it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SourceId(pub usize);

/// One source of octets and what it is.
#[derive(Clone, Debug)]
pub struct Part {
    /// Where the octets come from. Those of a text body are in the draft's charset already.
    pub source: SourceId,
    /// What a survey of just these octets found; a full one for text bodies.
    pub facts: Facts,
    /// `type "/" subtype`, with parameters or without; no `multipart`.
    pub content_type: String,
    /// The name that a recipient may save it under, without controls.
    pub file_name: Option<String>,
    /// `Content-ID` without the angle brackets (RFC 2045 §7).
    pub content_id: Option<String>,
}

/// What the way to the recipient carries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Transport {
    /// 8BITMIME (RFC 6152).
    pub eight_bit: bool,
    /// SMTPUTF8 (RFC 6531).
    pub smtputf8: bool,
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
    /// True if the header has octets above 127 (`SMTPUTF8`).
    pub utf8_header: bool,
}

/// Why a draft cannot become a message.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BuildError {
    /// Addresses that cannot be written.
    #[error("{field}: {source}")]
    Addresses {
        /// The field's name.
        field: String,
        /// What is wrong.
        source: address_list::Error,
    },
    /// A text with a character that the charset does not have.
    #[error("{field}: {source}")]
    Charset {
        /// The field's name.
        field: String,
        /// The character.
        source: Unmappable,
    },
    /// A text that cannot stand in a field.
    #[error("{field}: {source}")]
    Text {
        /// The field's name.
        field: String,
        /// What is wrong.
        source: FieldError,
    },
    /// A field that would show the hidden recipients.
    #[error("a field {0} would show the hidden recipients to all: give them with --bcc")]
    Bcc(String),
    /// A field that is written to match the body.
    #[error("the field {0} is made to match the body and cannot be given")]
    Contradiction(String),
    /// Not visible ASCII without angle brackets, empty, or of more than 900 octets.
    #[error("{field}: {value:?} is not an identifier of the form left@right")]
    Identifier {
        /// The field's name.
        field: &'static str,
        /// What was given.
        value: String,
    },
    /// The token for boundaries is not what RFC 2046 §5.1.1 allows.
    #[error("{0:?} cannot be a boundary")]
    Boundary(String),
    /// Not the type of a single part.
    #[error("{part}: {content_type:?} is not the media type of a single part")]
    ContentType {
        /// Which part.
        part: String,
        /// What was given.
        content_type: String,
    },
    /// A control character in a file name.
    #[error("{part}: the control character {character:?} cannot stand in a file name")]
    FileName {
        /// Which part.
        part: String,
        /// The character.
        character: char,
    },
    /// An encoding that the content or the transport does not allow.
    #[error("{part} cannot be sent as {}: {why}", encoding.name())]
    Encoding {
        /// Which part.
        part: String,
        /// The encoding.
        encoding: TransferEncoding,
        /// What stands against it.
        why: &'static str,
    },
    /// The facts do not tell the encoded size.
    #[error("{part} was surveyed too quickly to know its size as quoted-printable")]
    Unsurveyed {
        /// Which part.
        part: String,
    },
}

impl Draft {
    /// The message, as small and as plain as `transport` allows. `forced` is the encoding of the text and HTML bodies;
    /// attachments and inline parts are base64, except `message/*`, which RFC 2046 §5.2.1 forbids to encode.
    pub fn compose(&self, transport: Transport, forced: Option<TransferEncoding>) -> Result<Composition, BuildError> {
        let utf8 = transport.smtputf8 && self.needs_smtputf8();
        let header = fields::write(self, utf8)?;
        let entity = Entity::plan(self, transport, forced)?;
        let mut composer = Composer { size: 0, pieces: Vec::new() };
        composer.octets(&header);
        entity.write(&self.boundary, &mut composer)?;
        Ok(Composition {
            pieces: composer.pieces,
            size: composer.size,
            eight_bit: entity.has_eight_bit(),
            utf8_header: !header.is_ascii(),
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
}

impl Composer {
    fn octets(&mut self, text: &str) {
        self.size += text.len() as u64;
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
