//! Why a draft cannot become a message.

use crate::mime::address_list;
use crate::mime::charset::Unmappable;
use crate::mime::header::FieldError;
use crate::mime::transfer_encoding::TransferEncoding;

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
    #[error("a field {0} would show the hidden recipients to all: the envelope names them, with send --bcc")]
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
    #[error("{0:?} cannot be a boundary: 1 to 50 of A-Z a-z 0-9 and '()+_,-./:=?")]
    Boundary(String),
    /// Not the type of a single part.
    #[error("{part}: {content_type:?} is not the media type of a single part")]
    ContentType {
        /// Which part.
        part: String,
        /// What was given.
        content_type: String,
    },
    /// Not the type of a multipart, or one with a boundary.
    #[error("{part}: {content_type:?} is not the media type of a multipart without its boundary, which is made")]
    MultipartType {
        /// Which part.
        part: String,
        /// What was given.
        content_type: String,
    },
    /// A multipart that holds nothing (RFC 2046 §5.1.1).
    #[error("{0} has no parts")]
    NoParts(String),
    /// More multiparts within one another than readers follow.
    #[error("multiparts stand more than {} deep in one another", super::MAX_DEPTH)]
    Depth,
    /// A preamble or epilogue that the way or a reader would not take for one.
    #[error("{part}: the {name} must be ASCII, in lines of at most 998 octets that do not begin with --")]
    Margin {
        /// Which part.
        part: String,
        /// Preamble or epilogue.
        name: &'static str,
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
