//! Media types (RFC 2045 §5): reading Content-Type, guessing a type for a file, checking one that a user gives.

mod guess;

pub(super) use self::guess::{essence, has_parameter, is_kind};
pub use self::guess::{guess, valid, well_formed};
use super::cursor::{Cursor, trim_end};
use super::flaw::Flaw;
use super::flaw::Severity::{Error, Info, Warning};
use super::notes::{Kind, Notes, shown};
use super::parameter::{self, Parameters, is_token};

const EMPTY: Kind = (Warning, "content-type-empty", "RFC 2045 §5.2");
const NO_TYPE: Kind = (Warning, "content-type-missing", "RFC 2045 §5.1");
const NO_SUBTYPE: Kind = (Error, "content-type-without-subtype", "RFC 2045 §5.1");
const QUOTED: Kind = (Warning, "content-type-quoted", "RFC 2045 §5.1");
const BAD_NAME: Kind = (Warning, "content-type-bad-name", "RFC 6838 §4.2");
const NO_BOUNDARY: Kind = (Error, "multipart-without-boundary", "RFC 2046 §5.1.1");
const LONG_BOUNDARY: Kind = (Warning, "boundary-too-long", "RFC 2046 §5.1.1");
const BLANK_BOUNDARY: Kind = (Warning, "boundary-trailing-space", "RFC 2046 §5.1.1");
const BAD_BOUNDARY: Kind = (Info, "boundary-bad-character", "RFC 2046 §5.1.1");

/// The most octets of a boundary (RFC 2046 §5.1.1).
pub const MAX_BOUNDARY: usize = 70;

/// What a part holds: `type "/" subtype *(";" parameter)` (RFC 2045 §5.1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContentType {
    kind: String,
    subtype: String,
    /// In the order of the field.
    pub parameters: Parameters,
}

/// How the lines of a text hang together: `format=flowed` (RFC 3676 §4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flowed {
    /// `DelSp=yes`: the space at the end of a flowed line belongs to the line end, not to the text (§4.1).
    pub delsp: bool,
}

impl ContentType {
    /// Reads the value of a Content-Type field, whatever it holds, and says what is wrong with it. The value may be
    /// folded and may end with its line end; offsets count from its beginning. Where it has no type at all it is
    /// `text/plain` (RFC 2045 §5.2). Takes linear time.
    pub fn parse(value: &[u8]) -> (ContentType, Vec<Flaw>) {
        let mut notes = Notes::default();
        let mut cursor = Cursor::new(value);
        let named = media_type(&mut cursor, &mut notes);
        let parameters = Parameters::read(&mut cursor, named.is_none(), &mut notes);
        let (kind, subtype) = named.unwrap_or_else(|| ("text".to_owned(), "plain".to_owned()));
        let (kind, subtype) = (kind.to_ascii_lowercase(), subtype.to_ascii_lowercase());
        let read = ContentType { kind, subtype, parameters };
        read.check_boundary(&mut notes);
        (read, notes.finish())
    }

    /// The type, the subtype and the parameters of the field as they were written: in its own letters, RFC 2231 not
    /// decoded.
    pub(super) fn written(value: &[u8]) -> (String, String, Vec<parameter::Whole>) {
        let mut cursor = Cursor::new(value);
        let named = media_type(&mut cursor, &mut Notes::default());
        let parameters = parameter::written(&mut cursor, named.is_none());
        let (kind, subtype) = named.unwrap_or_else(|| ("text".to_owned(), "plain".to_owned()));
        (kind, subtype, parameters)
    }

    /// What a part without Content-Type is: `message/rfc822` within `multipart/digest` (RFC 2046 §5.1.5), otherwise
    /// `text/plain; charset=us-ascii` (RFC 2045 §5.2).
    pub fn default_for(parent: Option<&ContentType>) -> ContentType {
        match parent.is_some_and(|parent| parent.is("multipart", "digest")) {
            true => ContentType::new("message", "rfc822", Parameters::default()),
            false => ContentType::new("text", "plain", Parameters::of("charset", "us-ascii")),
        }
    }

    fn new(kind: &str, subtype: &str, parameters: Parameters) -> ContentType {
        ContentType { kind: kind.to_owned(), subtype: subtype.to_owned(), parameters }
    }

    /// The top-level `type`, in lower case.
    pub fn kind(&self) -> &str {
        &self.kind
    }

    /// The `subtype`, in lower case.
    pub fn subtype(&self) -> &str {
        &self.subtype
    }

    /// `type/subtype` in lower case, without parameters.
    pub fn essence(&self) -> String {
        format!("{}/{}", self.kind, self.subtype)
    }

    /// True for this type and subtype, which are given in lower case.
    pub fn is(&self, kind: &str, subtype: &str) -> bool {
        self.kind == kind && self.subtype == subtype
    }

    /// True for `multipart/*` (RFC 2046 §5.1).
    pub fn is_multipart(&self) -> bool {
        self.kind == "multipart"
    }

    /// True for a type whose content is a whole message: `message/rfc822` (RFC 2046 §5.2.1) and `message/global`
    /// (RFC 6532 §3.7).
    pub fn is_message(&self) -> bool {
        self.is("message", "rfc822") || self.is("message", "global")
    }

    /// The octets that stand behind `--` between the parts, without blanks at their end (RFC 2046 §5.1.1).
    pub fn boundary(&self) -> Option<&[u8]> {
        let boundary = trim_end(&self.parameters.get("boundary")?.octets);
        (!boundary.is_empty()).then_some(boundary)
    }

    /// The label of the charset (RFC 2046 §4.1.2) as it stands there, without stray quotes.
    pub fn charset(&self) -> Option<&str> {
        let label = self.parameters.value("charset")?.trim_matches(['"', '\'', ' ']);
        (!label.is_empty()).then_some(label)
    }

    /// How lines flow, for `text/plain; format=flowed` (RFC 3676 §4).
    pub fn format_flowed(&self) -> Option<Flowed> {
        let says = |name, value| self.parameters.value(name).is_some_and(|said| said.eq_ignore_ascii_case(value));
        (self.is("text", "plain") && says("format", "flowed")).then(|| Flowed { delsp: says("delsp", "yes") })
    }

    fn check_boundary(&self, notes: &mut Notes) {
        if !self.is_multipart() {
            return;
        }
        let (Some(parameter), Some(boundary)) = (self.parameters.get("boundary"), self.boundary()) else {
            let message = format!("{} has no boundary: its parts cannot be told apart", self.essence());
            return notes.note(NO_BOUNDARY, 0, message);
        };
        let offset = usize::try_from(parameter.offset).unwrap_or(usize::MAX);
        if boundary.len() < parameter.octets.len() {
            notes.note(BLANK_BOUNDARY, offset, "the boundary ends with blanks, which do not count");
        }
        if boundary.len() > MAX_BOUNDARY {
            notes.note(LONG_BOUNDARY, offset, format!("the boundary has {} octets, more than 70", boundary.len()));
        }
        if let Some(octet) = boundary.iter().find(|&&octet| !is_boundary_character(octet)) {
            notes.note(BAD_BOUNDARY, offset, format!("{:?} cannot stand in a boundary", char::from(*octet)));
        }
    }
}

/// `bchars` (RFC 2046 §5.1.1).
fn is_boundary_character(octet: u8) -> bool {
    octet.is_ascii_alphanumeric() || b"'()+_,-./:=? ".contains(&octet)
}

/// `type "/" subtype` in its own letters; `None` if there is nothing that could be meant as one.
fn media_type(cursor: &mut Cursor<'_>, notes: &mut Notes) -> Option<(String, String)> {
    cursor.skip_cfws();
    let start = cursor.at();
    match cursor.peek() {
        None => {
            notes.note(EMPTY, start, "the field is empty; the content is taken for text/plain");
            return None;
        }
        Some(b'"') => return quoted_type(cursor, notes),
        _ if parameter::begins(cursor) => {
            notes.note(NO_TYPE, start, "a parameter stands where the type should be; taken for text/plain");
            return None;
        }
        _ => {}
    }
    let kind = cursor.take_while(is_token);
    cursor.skip_cfws();
    if kind.is_empty() && cursor.peek() != Some(b'/') {
        notes.note(NO_TYPE, start, "there is no type; the content is taken for text/plain");
        return None;
    }
    let mut subtype: &[u8] = b"";
    if cursor.eat(b'/') {
        cursor.skip_cfws();
        if !parameter::begins(cursor) {
            subtype = cursor.take_while(is_token);
        }
    }
    complete(kind, subtype, start, notes)
}

/// A type in quotes, as some write it.
fn quoted_type(cursor: &mut Cursor<'_>, notes: &mut Notes) -> Option<(String, String)> {
    let start = cursor.at();
    let Some(quoted) = cursor.quoted(true) else {
        cursor.bump(1);
        return media_type(cursor, notes);
    };
    notes.note(QUOTED, start, "the type must not stand in quotes");
    let mut parts = quoted.value.splitn(2, |&octet| octet == b'/');
    let (kind, subtype) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    complete(kind.trim_ascii(), subtype.trim_ascii(), start, notes)
}

/// Makes a type of what is there; where half of it is missing the content is taken for what it most probably is.
fn complete(kind: &[u8], subtype: &[u8], start: usize, notes: &mut Notes) -> Option<(String, String)> {
    let text = |name: &[u8]| String::from_utf8_lossy(name).into_owned();
    let (kind, subtype) = (text(kind), text(subtype));
    if kind.is_empty() || subtype.is_empty() {
        let meant = if kind.eq_ignore_ascii_case("multipart") { ("multipart", "mixed") } else { ("text", "plain") };
        let message = format!("{:?} is no type/subtype; taken for {}/{}", shown(kind.as_bytes()), meant.0, meant.1);
        notes.note(NO_SUBTYPE, start, message);
        return Some((meant.0.to_owned(), meant.1.to_owned()));
    }
    if !guess::is_name(&kind) || !guess::is_name(&subtype) {
        let message = format!("{:?} is not the name of a media type", shown(format!("{kind}/{subtype}").as_bytes()));
        notes.note(BAD_NAME, start, message);
    }
    Some((kind, subtype))
}

#[cfg(test)]
mod tests;
