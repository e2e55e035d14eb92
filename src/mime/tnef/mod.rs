//! TNEF, the Transport Neutral Encapsulation Format ([MS-OXTNEF]): the `winmail.dat` in which Outlook puts files, the
//! formatted text and what else only Outlook understands (application/ms-tnef).
//!
//! A [`Reader`] takes the octets as they stream by and holds none of a file: it tells at the end where in the stream
//! each file stands. The name of a file may come behind its octets, so whoever writes it keeps the stream meanwhile.

mod properties;
mod reader;
pub mod rtf;

use std::ops::Range;

pub use self::reader::Reader;
use super::charset;
use super::content_type::ContentType;
use super::flaw::Flaw;
use super::identity;
use super::transform::Decode;

/// What a TNEF stream begins with ([MS-OXTNEF] §2.1.3.1).
pub const SIGNATURE: [u8; 4] = [0x78, 0x9f, 0x3e, 0x22];

/// What is in a TNEF stream.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// What kind of message it is to Outlook: `IPM.Note`.
    pub message_class: Option<String>,
    /// The subject of the message.
    pub subject: Option<String>,
    /// The text of the message in its forms, then the files.
    pub items: Vec<Item>,
    /// What is wrong; offsets count octets of the stream.
    pub flaws: Vec<Flaw>,
}

/// A file or a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its name, as it is given: not yet safe.
    pub name: Option<String>,
    /// Its type, if that is told or known.
    pub content_type: Option<String>,
    /// Where it stands in the stream.
    pub range: Range<u64>,
    /// What its octets are.
    pub form: Form,
}

/// What the octets of an [`Item`] are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// The file itself.
    AsIs,
    /// Text in a charset, or in one that is not told.
    Text(Option<String>),
    /// Compressed RTF.
    Rtf,
}

impl Form {
    /// What makes a file of the octets; text becomes UTF-8.
    pub fn decoder(&self) -> Box<dyn Decode + Send> {
        match self {
            Form::AsIs => Box::new(identity::Decoder::binary()),
            Form::Text(label) => Box::new(charset::Decoder::new(label.as_deref())),
            Form::Rtf => Box::new(rtf::Decoder::new()),
        }
    }
}

/// Whether a part may be TNEF, by its type or its name. Whether it is, [`SIGNATURE`] tells.
pub fn may_be(content_type: &ContentType, name: Option<&str>) -> bool {
    let declared = content_type.is("application", "ms-tnef") || content_type.is("application", "vnd.ms-tnef");
    declared || name.is_some_and(|name| name.eq_ignore_ascii_case("winmail.dat"))
}

/// Little-endian, 0 where there is nothing.
fn word(octets: &[u8], at: usize) -> u32 {
    let octets = octets.get(at..at + 4).and_then(|octets| octets.try_into().ok());
    octets.map_or(0, u32::from_le_bytes)
}

/// As [`word`], of two octets.
fn half(octets: &[u8], at: usize) -> u16 {
    let octets = octets.get(at..at + 2).and_then(|octets| octets.try_into().ok());
    octets.map_or(0, u16::from_le_bytes)
}
