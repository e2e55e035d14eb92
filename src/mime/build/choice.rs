//! Which transfer encoding a part gets, why, and what the others would cost (RFC 2045 §6, RFC 2046 §5.2.1; RFC 6152
//! and RFC 3030 for the way).

use super::entity::{Encoding, Entity, Part};
use super::{BuildError, Transport};
use crate::mime::charset::Charset;
use crate::mime::content_type::{essence, has_parameter, is_kind, valid};
use crate::mime::survey::Facts;
use crate::mime::transfer_encoding::{LONGEST_LINE, TransferEncoding};

/// The SMTP extension for octets above 127 in lines (RFC 6152).
const EIGHT_BIT_MIME: &str = "8BITMIME";
/// The SMTP extension for any octets (RFC 3030 §3).
const BINARY_MIME: &str = "BINARYMIME";

/// What was decided about a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Its number as in IMAP (RFC 9051 §6.4.5.1).
    pub section: String,
    /// `type "/" subtype` without parameters.
    pub content_type: String,
    /// The charset that is written; the type may name another one itself.
    pub charset: Option<&'static str>,
    /// The transfer encoding.
    pub encoding: TransferEncoding,
    /// Why that one.
    pub why: &'static str,
    /// The octets that it makes.
    pub size: u64,
    /// What else it might have been.
    pub others: Vec<Alternative>,
}

/// An encoding that was not chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// The transfer encoding.
    pub encoding: TransferEncoding,
    /// The octets that it would make.
    pub size: u64,
    /// The SMTP extension without which it does not get through.
    pub needs: Option<&'static str>,
}

/// Decides, or says what stands against what was asked for.
pub(super) fn choose(
    entity: &Entity,
    part: &Part,
    transport: Transport,
    section: &str,
    what: &str,
) -> Result<Choice, BuildError> {
    check(entity, what)?;
    let (encoding, why) = decide(entity, part, transport);
    if let Some(why) = obstacle(encoding, entity, part, transport) {
        return Err(BuildError::Encoding { part: what.to_owned(), encoding, why });
    }
    let size = encoding.encoded_size(&part.facts).ok_or_else(|| BuildError::Unsurveyed { part: what.to_owned() })?;
    Ok(Choice {
        section: if section.is_empty() { "1" } else { section }.to_owned(),
        content_type: essence(&entity.content_type).to_owned(),
        charset: charset(entity, part),
        encoding,
        why,
        size,
        others: others(encoding, entity, part),
    })
}

fn decide(entity: &Entity, part: &Part, transport: Transport) -> (TransferEncoding, &'static str) {
    let facts = &part.facts;
    match part.encoding {
        Encoding::Given(encoding) => (encoding, "as asked for"),
        _ if is_message(entity) => match unfit_for_lines(facts) {
            Some(_) if transport.binary => (TransferEncoding::Binary, "a message is not encoded again"),
            _ if facts.eight_bit => (TransferEncoding::EightBit, "a message is not encoded again"),
            _ => (TransferEncoding::SevenBit, "a message is not encoded again"),
        },
        Encoding::Octets if transport.binary => (TransferEncoding::Binary, "the way carries any octets"),
        Encoding::Octets => (TransferEncoding::Base64, "keeps every octet on any way"),
        Encoding::Text => {
            let encoding = TransferEncoding::choose(facts, transport.eight_bit);
            let why = match encoding {
                TransferEncoding::EightBit => "the way carries octets above 127",
                TransferEncoding::QuotedPrintable => "not larger than base64",
                TransferEncoding::Base64 => "smaller than quoted-printable",
                _ => "lines of ASCII",
            };
            (encoding, why)
        }
    }
}

/// What stands against an encoding.
fn obstacle(encoding: TransferEncoding, entity: &Entity, part: &Part, transport: Transport) -> Option<&'static str> {
    content_forbids(encoding, entity, &part.facts).or_else(|| match extension(encoding, &part.facts) {
        Some(EIGHT_BIT_MIME) if !transport.eight_bit => {
            Some("it holds octets above 127, and 8BITMIME is missing on the way")
        }
        Some(BINARY_MIME) if !transport.binary => Some("BINARYMIME is missing on the way"),
        _ => None,
    })
}

/// What in the content stands against an encoding, whatever the way carries.
fn content_forbids(encoding: TransferEncoding, entity: &Entity, facts: &Facts) -> Option<&'static str> {
    let no_text = facts.nul || (facts.eight_bit && !facts.utf8);
    match encoding {
        TransferEncoding::QuotedPrintable | TransferEncoding::Base64 if is_message(entity) => {
            Some("a message within a message is not encoded (RFC 2046 §5.2.1)")
        }
        TransferEncoding::QuotedPrintable if no_text && !is_kind(&entity.content_type, "text") => {
            Some("it is no text, and its line ends would change")
        }
        TransferEncoding::QuotedPrintable | TransferEncoding::Base64 | TransferEncoding::Binary => None,
        TransferEncoding::SevenBit => {
            unfit_for_lines(facts).or_else(|| facts.eight_bit.then_some("it holds octets above 127"))
        }
        TransferEncoding::EightBit => unfit_for_lines(facts),
    }
}

/// Why it cannot go as lines.
fn unfit_for_lines(facts: &Facts) -> Option<&'static str> {
    match facts {
        Facts { nul: true, .. } => Some("it holds NUL"),
        Facts { longest_line, .. } if *longest_line > LONGEST_LINE => Some("it has lines of more than 998 octets"),
        _ => None,
    }
}

/// The SMTP extension that the way needs for it.
fn extension(encoding: TransferEncoding, facts: &Facts) -> Option<&'static str> {
    match encoding {
        TransferEncoding::EightBit if facts.eight_bit => Some(EIGHT_BIT_MIME),
        TransferEncoding::Binary => Some(BINARY_MIME),
        _ => None,
    }
}

/// The other encodings that keep what this one keeps, as far as their size is known.
fn others(chosen: TransferEncoding, entity: &Entity, part: &Part) -> Vec<Alternative> {
    use TransferEncoding::{Base64, Binary, EightBit, QuotedPrintable, SevenBit};
    let candidates: &[TransferEncoding] = match part.encoding {
        Encoding::Octets => &[Base64, Binary],
        // What is ASCII is the same in 8bit.
        _ if part.facts.eight_bit => &[QuotedPrintable, Base64, EightBit],
        _ => &[SevenBit, QuotedPrintable, Base64],
    };
    let possible = |&encoding: &TransferEncoding| {
        let size = encoding.encoded_size(&part.facts)?;
        let fits = encoding != chosen && content_forbids(encoding, entity, &part.facts).is_none();
        fits.then_some(Alternative { encoding, size, needs: extension(encoding, &part.facts) })
    };
    candidates.iter().filter_map(possible).collect()
}

/// A type that must not be encoded; `message/global` may be (RFC 6532 §3.7).
fn is_message(entity: &Entity) -> bool {
    is_kind(&entity.content_type, "message") && !essence(&entity.content_type).eq_ignore_ascii_case("message/global")
}

/// The charset to name, for text that does not name one.
fn charset(entity: &Entity, part: &Part) -> Option<&'static str> {
    if !is_kind(&entity.content_type, "text") || has_parameter(&entity.content_type, "charset") {
        return None;
    }
    // Octets below 128 are not all ASCII in this one: it shifts to Kanji by ESC.
    let shifts = part.charset.is_some_and(|charset| charset.name().eq_ignore_ascii_case("iso-2022-jp"));
    match (part.charset, part.facts.eight_bit) {
        (_, false) if !shifts => Some(Charset::US_ASCII.name()),
        (Some(charset), _) => Some(charset.name()),
        (None, _) => part.facts.utf8.then_some(Charset::UTF_8.name()),
    }
}

fn check(entity: &Entity, what: &str) -> Result<(), BuildError> {
    match valid(&entity.content_type) {
        true => Ok(()),
        false => Err(BuildError::ContentType { part: what.to_owned(), content_type: entity.content_type.clone() }),
    }
}
