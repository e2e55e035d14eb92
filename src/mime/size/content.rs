//! One content, and how many octets it is in each transfer encoding.

use crate::mime::survey::{Facts, Survey};
use crate::mime::transfer_encoding::{LONGEST_LINE, Mechanism, TransferEncoding};
use crate::mime::{uuencode, yenc};

/// The encodings that are compared, the plainest first.
pub const MECHANISMS: [Mechanism; 7] = [
    Mechanism::SevenBit,
    Mechanism::EightBit,
    Mechanism::Binary,
    Mechanism::QuotedPrintable,
    Mechanism::Base64,
    Mechanism::Uuencode,
    Mechanism::Yenc,
];

/// What stands against an encoding.
pub type Obstacle = &'static str;

/// Measures a content as it passes.
pub struct Scale {
    survey: Survey,
    /// None where what could be does not matter.
    yenc: Option<yenc::Trial>,
    last: Option<u8>,
}

/// A content that was measured.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Content {
    /// What is in it.
    pub facts: Facts,
    /// It is lines, whose ends are CRLF in any encoding (RFC 2046 §4.1.1), and not octets that must stay as they are.
    pub text: bool,
    /// Octets of the name that uuencode and yEnc give it.
    name: usize,
    yenc: u64,
    /// It ends with a line end, or is empty.
    pub(super) ended: bool,
}

impl Default for Scale {
    fn default() -> Self {
        Self::new()
    }
}

impl Scale {
    /// With nothing on it.
    pub fn new() -> Scale {
        Scale { survey: Survey::new(), yenc: Some(yenc::Trial::new()), last: None }
    }

    /// For what stays as it is: only the sizes without encoding will be right.
    pub(super) fn quick() -> Scale {
        Scale { survey: Survey::quick(), yenc: None, last: None }
    }

    /// Takes the next octets.
    pub fn push(&mut self, octets: &[u8]) {
        self.survey.push(octets);
        if let Some(yenc) = &mut self.yenc {
            yenc.push(octets);
        }
        self.last = octets.last().copied().or(self.last);
    }

    /// What was measured, of a content of that name; whether it is text may be left to what is in it.
    pub fn finish(self, name: &str, text: Option<bool>) -> Content {
        let ended = self.last.is_none_or(|last| matches!(last, b'\r' | b'\n'));
        let yenc = self.yenc.map_or(0, |yenc| yenc.finish(name.len()));
        let facts = self.survey.finish();
        let text = text.unwrap_or(facts.utf8 && !facts.nul);
        Content { facts, text, name: name.len(), yenc, ended }
    }
}

impl Content {
    /// The octets that it is in an encoding, as it stands in a message: every line ended with CRLF.
    ///
    /// # Errors
    /// What in it that encoding cannot carry.
    pub fn size(&self, mechanism: &Mechanism) -> Result<u64, Obstacle> {
        let facts = &self.facts;
        let encoded = |encoding: TransferEncoding| encoding.encoded_size(facts).unwrap_or_default();
        match mechanism {
            Mechanism::SevenBit => self.obstacle(false).map_or(Ok(encoded(TransferEncoding::SevenBit)), Err),
            Mechanism::EightBit => self.obstacle(true).map_or(Ok(encoded(TransferEncoding::EightBit)), Err),
            Mechanism::Binary if self.text => Ok(facts.canonical),
            Mechanism::Binary => Ok(facts.octets),
            Mechanism::QuotedPrintable => Ok(encoded(TransferEncoding::QuotedPrintable)),
            Mechanism::Base64 => Ok(encoded(TransferEncoding::Base64)),
            Mechanism::Uuencode => Ok(uuencode::encoded_size(facts.octets, self.name)),
            Mechanism::Yenc => Ok(self.yenc),
            Mechanism::Unknown(_) => Err("nobody knows this encoding"),
        }
    }

    /// Octets at the end of what [`Content::size`] counts that are no part of the body where a delimiter follows: the
    /// line end before it, which belongs to the delimiter (RFC 2046 §5.1.1).
    pub(super) fn line_end(&self, mechanism: &Mechanism) -> u64 {
        let lines = match mechanism {
            Mechanism::SevenBit | Mechanism::EightBit | Mechanism::QuotedPrintable => true,
            Mechanism::Binary if !self.text => return 0,
            Mechanism::Binary => true,
            _ => false,
        };
        let none = if lines { self.ended } else { self.size(mechanism) == Ok(0) };
        if none { 0 } else { 2 }
    }

    /// Line ends that an encoding in lines would change.
    pub(super) fn has_other_line_ends(&self) -> bool {
        !self.text && (self.facts.bare_cr || self.facts.bare_lf)
    }

    /// What forbids to send it as it is (RFC 2045 §2.7, §2.8).
    fn obstacle(&self, eight_bit_allowed: bool) -> Option<Obstacle> {
        let line_ends = self.has_other_line_ends().then_some("it holds CR or LF that are no line ends");
        obstacle(&self.facts, eight_bit_allowed).or(line_ends)
    }
}

/// What forbids to send octets as they are (RFC 2045 §2.7, §2.8).
pub(super) fn obstacle(facts: &Facts, eight_bit_allowed: bool) -> Option<Obstacle> {
    match facts {
        _ if facts.nul => Some("it holds NUL"),
        _ if facts.longest_line > LONGEST_LINE => Some("it has lines of more than 998 octets"),
        _ if facts.eight_bit && !eight_bit_allowed => Some("it holds octets above 127"),
        _ => None,
    }
}
