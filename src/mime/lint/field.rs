//! The values of header fields, each by its own grammar.

use super::Spot;
use super::findings::Desk;
use super::rename;
use crate::mime::addresses::{self, addresses};
use crate::mime::cursor::Cursor;
use crate::mime::date_time;
use crate::mime::encoded_word::{self, Context};
use crate::mime::flaw::Flaw;
use crate::mime::identifier;
use crate::mime::notes::shown;
use crate::mime::parameter::is_token;

/// What the value of a field is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::mime) enum Kind {
    /// Text.
    Unstructured,
    /// `address-list`.
    Addresses,
    /// The authors.
    From,
    /// `date-time`.
    Date,
    /// `msg-id`, one or more.
    Identifiers,
    ContentId,
    /// The parser has read it.
    ContentType,
    Disposition,
    Encoding,
    MimeVersion,
    /// Something else in which no encoded words stand.
    Structured,
}

/// The fields that are known, and whether there may be one only.
const FIELDS: &[(&str, Kind, bool)] = &[
    ("from", Kind::From, true),
    ("sender", Kind::Addresses, true),
    ("reply-to", Kind::Addresses, true),
    ("to", Kind::Addresses, true),
    ("cc", Kind::Addresses, true),
    ("bcc", Kind::Addresses, true),
    ("date", Kind::Date, true),
    ("message-id", Kind::Identifiers, true),
    ("in-reply-to", Kind::Identifiers, true),
    ("references", Kind::Identifiers, true),
    ("subject", Kind::Unstructured, true),
    ("mime-version", Kind::MimeVersion, true),
    ("content-type", Kind::ContentType, true),
    ("content-transfer-encoding", Kind::Encoding, true),
    ("content-disposition", Kind::Disposition, true),
    ("content-id", Kind::ContentId, true),
    ("content-description", Kind::Unstructured, true),
    ("content-location", Kind::Structured, false),
    ("content-md5", Kind::Structured, true),
    ("resent-from", Kind::Addresses, false),
    ("resent-sender", Kind::Addresses, false),
    ("resent-to", Kind::Addresses, false),
    ("resent-cc", Kind::Addresses, false),
    ("resent-date", Kind::Date, false),
    ("resent-message-id", Kind::Identifiers, false),
    ("return-path", Kind::Structured, false),
    ("received", Kind::Structured, false),
    ("dkim-signature", Kind::Structured, false),
    ("arc-seal", Kind::Structured, false),
    ("arc-message-signature", Kind::Structured, false),
    ("arc-authentication-results", Kind::Structured, false),
    ("authentication-results", Kind::Structured, false),
];

/// How a field of that name is read, and its name in lower case if there may be one only.
pub(in crate::mime) fn kind(name: &[u8]) -> (Kind, Option<&'static str>) {
    let known = FIELDS.iter().find(|(known, ..)| name.eq_ignore_ascii_case(known.as_bytes()));
    known.map_or((Kind::Unstructured, None), |(name, kind, single)| (*kind, single.then_some(*name)))
}

/// A field as it stands there.
pub(super) struct Written<'a> {
    /// Cut short if it is long.
    pub(super) name: String,
    /// What is behind the colon, folds and line end included.
    pub(super) value: &'a [u8],
    /// Where that begins.
    pub(super) offset: u64,
    /// Where the field begins.
    pub(super) spot: Spot,
}

impl Written<'_> {
    /// Notes what the reader of the value noticed.
    pub(super) fn tell(&self, flaws: Vec<Flaw>, desk: &mut Desk) {
        for flaw in flaws {
            if let Some(code) = rename::code(&flaw) {
                self.note(code, flaw.offset, &flaw.message, desk);
            }
        }
    }

    fn note(&self, code: &'static str, offset: u64, message: &str, desk: &mut Desk) {
        desk.note(code, desk.spot(self.offset + offset), format!("{}: {message}", self.name));
    }
}

/// Reads a value that nobody else asks for.
pub(super) fn check(kind: Kind, written: &Written<'_>, desk: &mut Desk) {
    match kind {
        Kind::Unstructured => written.tell(encoded_word::read(written.value, Context::Unstructured).1, desk),
        Kind::Addresses => written.tell(addresses::read(written.value).1, desk),
        Kind::Date => written.tell(date_time::parse(written.value).1, desk),
        Kind::Identifiers => drop(identifiers(written, desk)),
        Kind::MimeVersion => mime_version(written, desk),
        Kind::Structured => raw(written, desk),
        _ => {}
    }
}

/// From: how many authors it names.
pub(super) fn author(written: &Written<'_>, desk: &mut Desk) -> usize {
    let (entries, flaws) = addresses::read(written.value);
    written.tell(flaws, desk);
    let authors: Vec<_> = addresses(&entries).filter(|address| !address.addr_spec.is_empty()).collect();
    if let (Some(first), Some(last)) = (authors.first(), authors.last())
        && authors.len() > 1
    {
        let message = format!(
            "{} authors: who takes one takes {:?}, or {:?}",
            authors.len(),
            shown(first.addr_spec.as_bytes()),
            shown(last.addr_spec.as_bytes())
        );
        written.note("ambiguous-author", last.offset, &message, desk);
    }
    for author in authors.iter().take(100) {
        let Some(name) = author.name.as_deref() else { continue };
        let claims = name.split_whitespace().find(|word| is_like_an_address(word));
        if let Some(claimed) = claims.filter(|claimed| !author.addr_spec.eq_ignore_ascii_case(trimmed(claimed))) {
            let message = format!(
                "the name holds an address: people see {:?}, programs see {:?}",
                shown(claimed.as_bytes()),
                shown(author.addr_spec.as_bytes())
            );
            written.note("ambiguous-display-name", author.offset, &message, desk);
        }
    }
    authors.len()
}

fn is_like_an_address(word: &str) -> bool {
    let word = trimmed(word);
    word.split_once('@').is_some_and(|(local, domain)| !local.is_empty() && domain.contains('.'))
}

fn trimmed(word: &str) -> &str {
    word.trim_matches(['<', '>', '"', '\'', '(', ')', ',', ';'])
}

/// The identifiers of a field; hands back the first.
pub(super) fn identifiers(written: &Written<'_>, desk: &mut Desk) -> Option<String> {
    let (ids, flaws) = identifier::list(written.value);
    written.tell(flaws, desk);
    raw(written, desk);
    ids.into_iter().next().map(|id| id.id)
}

/// Content-Transfer-Encoding (RFC 2045 §6.1): one word, which is known.
pub(super) fn encoding(written: &Written<'_>, desk: &mut Desk) {
    let mut cursor = Cursor::new(written.value);
    cursor.skip_cfws();
    let start = cursor.at() as u64;
    let word = String::from_utf8_lossy(cursor.take_while(is_token)).to_ascii_lowercase();
    cursor.skip_cfws();
    let behind = String::from_utf8_lossy(cursor.rest()).trim().to_ascii_lowercase();
    let known = |word: &str| ["7bit", "8bit", "binary", "quoted-printable", "base64"].contains(&word);
    let mut others = behind.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
    if let Some(other) = others.find(|other| known(other) && *other != word) {
        let message = format!("two encodings in one field: who reads the first word decodes {word}, others {other}");
        written.note("ambiguous-transfer-encoding", start, &message, desk);
    } else if !behind.is_empty() {
        let message = format!("{:?} behind the encoding means nothing", shown(behind.as_bytes()));
        written.note("encoding-junk", start, &message, desk);
    }
    let word = shown(word.as_bytes());
    match word.as_str() {
        word if known(word) && word != "binary" => {}
        "binary" => {
            let message = "binary needs BINARYMIME and CHUNKING at every server on the way";
            written.note("encoding-binary", start, message, desk);
        }
        "x-uuencode" | "x-uue" | "uuencode" | "x-yenc" | "x-binhex40" => {
            let message = format!("{word} is no encoding of MIME; few readers know it");
            written.note("encoding-nonstandard", start, &message, desk);
        }
        word => {
            let message = format!("the encoding {word:?} is not known: the content cannot be decoded");
            written.note("encoding-unknown", start, &message, desk);
        }
    }
}

/// `1.0`, whatever comments say (RFC 2045 §4).
fn mime_version(written: &Written<'_>, desk: &mut Desk) {
    let mut cursor = Cursor::new(written.value);
    let mut version = String::new();
    loop {
        cursor.skip_cfws();
        let word = cursor.take_while(|octet| octet.is_ascii_digit() || octet == b'.');
        if word.is_empty() {
            break;
        }
        version.push_str(&String::from_utf8_lossy(word.get(..20).unwrap_or(word)));
    }
    if version != "1.0" || cursor.peek().is_some() {
        let message = format!("{:?} is no version that there is", shown(written.value.trim_ascii()));
        written.note("mime-version-unknown", 0, &message, desk);
    }
}

/// Octets beyond ASCII where no text can stand.
fn raw(written: &Written<'_>, desk: &mut Desk) {
    let Some(at) = written.value.iter().position(|octet| !octet.is_ascii()) else { return };
    match std::str::from_utf8(written.value) {
        Ok(_) => {
            let message = "UTF-8 stands in the field itself, which needs SMTPUTF8";
            written.note("raw-utf8-in-header", at as u64, message, desk);
        }
        Err(_) => {
            let message = "octets beyond ASCII that are no UTF-8";
            written.note("raw-8bit-in-header", at as u64, message, desk);
        }
    }
}
