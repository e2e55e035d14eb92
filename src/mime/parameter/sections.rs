//! The marks of RFC 2231 in names, the sections of one value put together, percent signs decoded.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::scan::Written;
use crate::mime::flaw::Severity::Warning;
use crate::mime::notes::{Kind, Notes, shown};

const GAP: Kind = (Warning, "parameter-section-gap", "RFC 2231 §3");
const DUPLICATE: Kind = (Warning, "parameter-section-duplicate", "RFC 2231 §3");
const NUMBER: Kind = (Warning, "parameter-section-number", "RFC 2231 §3");
const QUOTED: Kind = (Warning, "parameter-extended-quoted", "RFC 2231 §4");
const NO_CHARSET: Kind = (Warning, "parameter-extended-without-charset", "RFC 2231 §4");
const UNMARKED: Kind = (Warning, "parameter-extended-unmarked", "RFC 2231 §4.1");
const PERCENT: Kind = (Warning, "parameter-bad-percent", "RFC 2231 §7");

/// A name taken apart: `attribute ["*" section] ["*"]` (RFC 2231 §7).
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Name {
    /// In lower case.
    pub(super) attribute: String,
    pub(super) section: Option<u32>,
    /// The value has a charset and percent signs.
    pub(super) extended: bool,
}

impl Name {
    pub(super) fn parse(written: &Written<'_>, notes: &mut Notes) -> Name {
        let plain = |name: &[u8]| String::from_utf8_lossy(name).to_ascii_lowercase();
        let (stem, extended) = match written.name.strip_suffix(b"*") {
            Some(stem) => (stem, true),
            None => (written.name, false),
        };
        let mut parts = stem.splitn(2, |&octet| octet == b'*');
        let (attribute, digits) = (parts.next().unwrap_or_default(), parts.next());
        if attribute.is_empty() {
            notes.note(NUMBER, written.offset, format!("{:?} has nothing before its first *", shown(written.name)));
            return Name { attribute: plain(written.name), section: None, extended: false };
        }
        let Some(digits) = digits else { return Name { attribute: plain(attribute), section: None, extended } };
        let number =
            std::str::from_utf8(digits).ok().filter(|digits| digits.bytes().all(|digit| digit.is_ascii_digit()));
        match number.and_then(|digits| digits.parse::<u32>().ok()) {
            Some(section) => {
                if digits.len() > 1 && digits.starts_with(b"0") {
                    notes.note(NUMBER, written.offset, "the number of a section begins with a zero");
                }
                Name { attribute: plain(attribute), section: Some(section), extended }
            }
            None => {
                notes.note(NUMBER, written.offset, format!("{:?} has no number of a section", shown(written.name)));
                Name { attribute: plain(written.name), section: None, extended: false }
            }
        }
    }
}

/// One piece of a value.
#[derive(Debug)]
pub(super) struct Section<'a> {
    pub(super) extended: bool,
    pub(super) written: Written<'a>,
}

/// A whole value in octets, with what it says of itself.
#[derive(Debug, Default)]
pub(super) struct Joined {
    pub(super) octets: Vec<u8>,
    pub(super) charset: Option<String>,
    pub(super) language: Option<String>,
    /// Some section had percent signs to decode.
    pub(super) extended: bool,
}

/// Puts sections together in the order of their numbers, whatever stands between them.
pub(super) fn join(name: &str, sections: Vec<(u32, Section<'_>)>, notes: &mut Notes) -> Joined {
    let mut ordered: BTreeMap<u32, Section<'_>> = BTreeMap::new();
    for (number, section) in sections {
        if ordered.contains_key(&number) {
            let value = shown(&section.written.value);
            let message = format!("section {number} of {name:?} stands here again; {value:?} does not count");
            notes.note(DUPLICATE, section.written.offset, message);
            continue;
        }
        ordered.insert(number, section);
    }
    let (mut joined, mut due) = (Joined::default(), 0);
    let extended = ordered.values().any(|section| section.extended);
    for (number, section) in ordered {
        if number != due {
            let message = format!("section {due} of {name:?} is missing; what is there is put together");
            notes.note(GAP, section.written.offset, message);
        }
        let first = due == 0;
        due = number.saturating_add(1);
        append(&mut joined, &section, first, extended, notes);
    }
    joined
}

/// Appends one section; the first may tell charset and language.
fn append(joined: &mut Joined, section: &Section<'_>, first: bool, extended: bool, notes: &mut Notes) {
    let written = &section.written;
    let mut value: &[u8] = &written.value;
    let mut decode = section.extended;
    if first && extended {
        match charset_and_language(value) {
            Some((charset, language, rest)) => {
                if !section.extended {
                    notes.note(UNMARKED, written.offset, "the section has a charset and no * behind its number");
                }
                (decode, value) = (true, rest);
                (joined.charset, joined.language) = (charset, language);
            }
            None if section.extended => {
                notes.note(NO_CHARSET, written.value_at, "the value should begin with charset'language'");
            }
            None => {}
        }
    }
    if section.extended && written.quoted {
        notes.note(QUOTED, written.value_at, "a value with percent signs must not stand in quotes");
    }
    joined.extended |= decode;
    match decode {
        true => {
            let offset = written.value_at + (written.value.len() - value.len());
            joined.octets.extend_from_slice(&percent_decode(value, offset, notes));
        }
        false => joined.octets.extend_from_slice(value),
    }
}

/// `[charset] "'" [language] "'"` and what stands behind it.
fn charset_and_language(value: &[u8]) -> Option<(Option<String>, Option<String>, &[u8])> {
    let mut parts = value.splitn(3, |&octet| octet == b'\'');
    let (charset, language, rest) = (parts.next()?, parts.next()?, parts.next()?);
    let told = |part: &[u8]| (!part.is_empty()).then(|| String::from_utf8_lossy(part).into_owned());
    Some((told(charset), told(language), rest))
}

/// `%41` becomes `A`; a percent sign without two digits behind it stays.
fn percent_decode<'a>(value: &'a [u8], offset: usize, notes: &mut Notes) -> Cow<'a, [u8]> {
    let Some(first) = memchr::memchr(b'%', value) else { return Cow::Borrowed(value) };
    let (head, mut rest) = value.split_at_checked(first).unwrap_or((value, b""));
    let mut out = head.to_vec();
    while let Some((&octet, tail)) = rest.split_first() {
        rest = tail;
        let digits = if octet == b'%' { tail.split_first_chunk::<2>() } else { None };
        match digits.and_then(|(&[high, low], behind)| Some((hexadecimal(high)? << 4 | hexadecimal(low)?, behind))) {
            Some((decoded, behind)) => {
                out.push(decoded);
                rest = behind;
            }
            None => {
                if octet == b'%' {
                    let at = offset + (value.len() - rest.len() - 1);
                    notes.note(PERCENT, at, "a percent sign without two hexadecimal digits behind it");
                }
                out.push(octet);
            }
        }
    }
    Cow::Owned(out)
}

fn hexadecimal(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}
