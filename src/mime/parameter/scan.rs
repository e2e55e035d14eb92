//! `*(";" parameter)` as it stands in the octets, with what careless writers make of it.

use std::borrow::Cow;

use super::is_token;
use crate::mime::cursor::{Cursor, is_blank, trim_end};
use crate::mime::flaw::Severity::{Error, Info, Warning};
use crate::mime::notes::{Kind, Notes, shown};

const MISSING_SEMICOLON: Kind = (Warning, "parameter-missing-semicolon", "RFC 2045 §5.1");
const STRAY_SEMICOLON: Kind = (Info, "parameter-stray-semicolon", "RFC 2045 §5.1");
const JUNK: Kind = (Warning, "parameter-junk", "RFC 2045 §5.1");
const NO_NAME: Kind = (Warning, "parameter-without-name", "RFC 2045 §5.1");
const NO_VALUE: Kind = (Warning, "parameter-without-value", "RFC 2045 §5.1");
const NAME: Kind = (Warning, "parameter-bad-name", "RFC 2045 §5.1");
const UNQUOTED: Kind = (Warning, "parameter-unquoted", "RFC 2045 §5.1");
const UNCLOSED: Kind = (Error, "parameter-unclosed-quote", "RFC 5322 §3.2.4");
const BACKSLASH: Kind = (Warning, "parameter-backslash", "RFC 5322 §3.2.4");
const UNCLOSED_COMMENT: Kind = (Warning, "unclosed-comment", "RFC 5322 §3.2.2");

/// Behind an unquoted file name with blanks in it only these begin another parameter.
const KNOWN: [&[u8]; 10] = [
    b"charset",
    b"name",
    b"filename",
    b"boundary",
    b"format",
    b"type",
    b"size",
    b"creation-date",
    b"modification-date",
    b"x-unix-mode",
];

/// `parameter := attribute "=" value` as it was written.
#[derive(Debug)]
pub(super) struct Written<'a> {
    pub(super) name: &'a [u8],
    /// Without quotes and folds, not yet decoded.
    pub(super) value: Cow<'a, [u8]>,
    /// Where the name begins.
    pub(super) offset: usize,
    /// Where the value begins, behind its quote.
    pub(super) value_at: usize,
    pub(super) quoted: bool,
}

/// True if a parameter begins here: a token and an `=`.
pub(in crate::mime) fn begins(cursor: &Cursor<'_>) -> bool {
    let mut ahead = cursor.clone();
    !ahead.take_while(is_token).is_empty() && {
        ahead.skip_blanks();
        ahead.eat(b'=')
    }
}

/// All parameters from here to the end. With `first` one may begin without a `;` before it.
pub(super) fn scan<'a>(cursor: &mut Cursor<'a>, first: bool, notes: &mut Notes) -> Vec<Written<'a>> {
    let mut written = Vec::new();
    cursor.skip_cfws();
    let mut separated = first && begins(cursor);
    loop {
        cursor.skip_cfws();
        if cursor.peek().is_none() {
            return written;
        }
        if cursor.eat(b';') {
            separated = true;
            cursor.skip_cfws();
            if matches!(cursor.peek(), None | Some(b';')) {
                notes.note(STRAY_SEMICOLON, cursor.at(), "a semicolon with no parameter behind it");
            }
            continue;
        }
        if !separated && !begins(cursor) {
            skip_junk(cursor, notes);
            continue;
        }
        if !separated {
            notes.note(MISSING_SEMICOLON, cursor.at(), "no semicolon stands between this parameter and what is before");
        }
        separated = false;
        written.extend(parameter(cursor, notes));
    }
}

/// Passes over what belongs to no parameter, to the next `;`.
fn skip_junk(cursor: &mut Cursor<'_>, notes: &mut Notes) {
    let start = cursor.at();
    if cursor.at_open_comment() {
        notes.note(UNCLOSED_COMMENT, start, "a comment begins here and does not end");
    }
    while let Some(octet) = cursor.peek().filter(|&octet| octet != b';') {
        if octet != b'"' || cursor.quoted(true).is_none() {
            cursor.bump(1);
        }
    }
    let junk = shown(trim_end(cursor.since(start)));
    notes.note(JUNK, start, format!("{junk:?} is part of no parameter and is passed over"));
}

fn parameter<'a>(cursor: &mut Cursor<'a>, notes: &mut Notes) -> Option<Written<'a>> {
    let offset = cursor.at();
    let name = cursor.take_while(|octet| !is_blank(octet) && !b"=;(\"".contains(&octet));
    cursor.skip_cfws();
    if !cursor.eat(b'=') {
        match name {
            // Something that no parameter begins with: the caller must get on.
            [] => skip_junk(cursor, notes),
            name => notes.note(NO_VALUE, offset, format!("{:?} has no value and does not count", shown(name))),
        }
        return None;
    }
    cursor.skip_cfws();
    let written = value(cursor, name, offset, notes);
    match name {
        [] => {
            notes.note(NO_NAME, offset, format!("the value {:?} has no name", shown(&written.value)));
            None
        }
        name => {
            if !name.iter().copied().all(is_token) {
                notes.note(NAME, offset, format!("{:?} cannot be the name of a parameter", shown(name)));
            }
            Some(written)
        }
    }
}

/// `value := token / quoted-string`.
fn value<'a>(cursor: &mut Cursor<'a>, name: &'a [u8], offset: usize, notes: &mut Notes) -> Written<'a> {
    let start = cursor.at();
    if let Some(quoted) = cursor.quoted(true) {
        if let Some(at) = quoted.backslash {
            notes.note(BACKSLASH, at, "a backslash that quotes nothing is kept; some readers drop it");
        }
        let value = Cow::Owned(quoted.value);
        return Written { name, value, offset, value_at: start + 1, quoted: true };
    }
    let file = is_file_name(name);
    let unclosed = cursor.eat(b'"');
    if unclosed {
        notes.note(UNCLOSED, start, "the quoted string does not end; it is read up to the next semicolon");
    }
    let value_at = cursor.at();
    let value = trim_end(unquoted(cursor, file));
    let value = if file { value } else { trim_end(value.strip_suffix(b",").unwrap_or(value)) };
    match value {
        [] if !unclosed => notes.note(NO_VALUE, offset, format!("the value of {:?} is empty", shown(name))),
        value if !unclosed && !value.iter().copied().all(is_token) && !value.is_ascii() => {}
        value if !unclosed && !value.iter().copied().all(is_token) => {
            notes.note(UNQUOTED, value_at, format!("the value {:?} should stand in quotes", shown(value)));
        }
        _ => {}
    }
    Written { name, value: Cow::Borrowed(value), offset, value_at, quoted: unclosed }
}

/// A value without quotes: up to the `;`, to a comment, or to where another parameter begins.
fn unquoted<'a>(cursor: &mut Cursor<'a>, file: bool) -> &'a [u8] {
    let start = cursor.at();
    let mut end = None;
    while end.is_none() {
        match cursor.peek() {
            None | Some(b';') => break,
            Some(b'(') => end = comment_ends(cursor, file),
            Some(octet) if is_blank(octet) => {
                let here = cursor.at();
                cursor.skip_blanks();
                if another_begins(cursor, file) {
                    end = Some(here);
                }
            }
            Some(_) => cursor.bump(1),
        }
    }
    let value = cursor.since(start);
    end.and_then(|end| value.get(..end - start)).unwrap_or(value)
}

/// Steps over the `(` or the comment here. Where the value ends, if it is a comment: in a file name only one that
/// stands apart and at the end, since `report (1).pdf` is written without quotes too.
fn comment_ends(cursor: &mut Cursor<'_>, file: bool) -> Option<usize> {
    let start = cursor.at();
    let apart = cursor.before().is_some_and(is_blank);
    if (file && !apart) || cursor.comment().is_none() {
        cursor.bump(1);
        return None;
    }
    cursor.skip_blanks();
    (!file || matches!(cursor.peek(), None | Some(b';'))).then_some(start)
}

fn another_begins(cursor: &Cursor<'_>, file: bool) -> bool {
    begins(cursor)
        && (!file || {
            let name = cursor.clone().take_while(|octet| is_token(octet) && octet != b'*');
            KNOWN.iter().any(|known| known.eq_ignore_ascii_case(name))
        })
}

/// True for `name` and `filename`, also with the marks of RFC 2231.
fn is_file_name(name: &[u8]) -> bool {
    let base = name.split(|&octet| octet == b'*').next().unwrap_or(name);
    base.eq_ignore_ascii_case(b"name") || base.eq_ignore_ascii_case(b"filename")
}
