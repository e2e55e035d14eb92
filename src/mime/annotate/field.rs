//! A header field in its name, its folds, its parameters and its encoded words.

use std::sync::Arc;

use super::notes::{self, Kind};
use super::{Means, Range, Tell};
use crate::mime::content_type::ContentType;
use crate::mime::disposition::Disposition;
use crate::mime::encoded_word;
use crate::mime::parameter::{Form, Parameters};
use crate::proto::explain::Entry;

/// Of a longer field only the name is told apart.
const LONGEST: usize = 64 * 1024;

/// A piece of a value: where it ends, what it is, what it means.
struct Mark {
    start: usize,
    end: usize,
    kind: Kind,
    means: Option<String>,
}

/// Tells a field, or a line that is none; `first` is the first line of all, `rest` what is left of a field that is too
/// long.
pub(super) fn tell(
    offset: u64,
    octets: &[u8],
    name: Option<usize>,
    rest: bool,
    first: bool,
    part: &Arc<str>,
    tell: Tell<'_>,
) {
    let mut writer = Writer { offset, part, tell };
    let Some(width) = name else {
        let kind = match () {
            () if rest => Kind::FieldBody,
            () if first && octets.starts_with(b"From ") => Kind::MboxLine,
            () => Kind::NotAField,
        };
        return writer.one(octets, kind, kind.note(), None);
    };
    let colon = octets.iter().skip(width).position(|&octet| octet == b':').map_or(octets.len(), |at| width + at + 1);
    let (head, value) = octets.split_at_checked(colon).unwrap_or((octets, b""));
    let name = octets.get(..width).unwrap_or_default();
    writer.one(head, Kind::FieldName, notes::field(name), None);
    let marks = if value.len() > LONGEST { Vec::new() } else { marks(name, value) };
    writer.value(value, &marks);
}

struct Writer<'a, 't> {
    offset: u64,
    part: &'a Arc<str>,
    tell: Tell<'t>,
}

impl Writer<'_, '_> {
    fn one(&mut self, octets: &[u8], kind: Kind, note: &'static Entry, means: Option<Means>) {
        if octets.is_empty() {
            return;
        }
        let part = self.part.clone();
        (self.tell)(Range { offset: self.offset, octets: octets.into(), kind, note, means, part });
        self.offset += octets.len() as u64;
    }

    fn plain(&mut self, octets: &[u8], kind: Kind) {
        self.one(octets, kind, kind.note(), None);
    }

    /// Lines of a value; a fold may stand within a parameter.
    fn value(&mut self, value: &[u8], marks: &[Mark]) {
        let mut start = 0;
        while let Some(line) = value.get(start..).filter(|line| !line.is_empty()) {
            let newline = memchr::memchr(b'\n', line);
            let text = line.get(..newline.unwrap_or(line.len())).unwrap_or_default();
            let text = if newline.is_some() { text.strip_suffix(b"\r").unwrap_or(text) } else { text };
            self.line(value, start, start + text.len(), marks);
            start += text.len();
            let Some(newline) = newline else { return };
            let end = line.get(text.len()..=newline).unwrap_or_default().len();
            let behind = value.get(start + end..).unwrap_or_default();
            let blanks = behind.iter().take_while(|octet| matches!(octet, b' ' | b'\t')).count();
            let kind = if blanks > 0 { Kind::Fold } else { Kind::LineEnd };
            self.plain(value.get(start..start + end + blanks).unwrap_or_default(), kind);
            start += end + blanks;
        }
    }

    /// What stands from `start` to `end`, on one line.
    fn line(&mut self, value: &[u8], start: usize, end: usize, marks: &[Mark]) {
        let mut at = start;
        for mark in marks.iter().filter(|mark| mark.start < end && mark.end > start) {
            let (from, to) = (mark.start.max(start), mark.end.min(end));
            self.plain(value.get(at..from).unwrap_or_default(), Kind::FieldBody);
            // What it means stands with its beginning.
            let means = mark.means.clone().filter(|_| mark.start >= start).map(Means::Text);
            self.one(value.get(from.max(at)..to).unwrap_or_default(), mark.kind, mark.kind.note(), means);
            at = to.max(at);
        }
        self.plain(value.get(at..end).unwrap_or_default(), Kind::FieldBody);
    }
}

/// What can be told apart in a value, in its order and without overlaps.
fn marks(name: &[u8], value: &[u8]) -> Vec<Mark> {
    let is = |known: &str| name.eq_ignore_ascii_case(known.as_bytes());
    if is("content-type") {
        return parameters(value, &ContentType::parse(value).0.parameters);
    }
    if is("content-disposition") {
        return parameters(value, &Disposition::parse(value).0.parameters);
    }
    words(value)
}

/// Behind each semicolon, outside quotes, a parameter.
fn parameters(value: &[u8], read: &Parameters) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    let (mut quoted, mut escaped) = (false, false);
    for (at, &octet) in value.iter().enumerate() {
        match octet {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b';' if !quoted => {
                end(&mut marks, value, at);
                marks.push(Mark { start: at + 1, end: at + 1, kind: Kind::Parameter, means: None });
            }
            _ => {}
        }
    }
    end(&mut marks, value, value.len());
    for mark in &mut marks {
        let within = |offset: u64| usize::try_from(offset).is_ok_and(|at| mark.start <= at && at < mark.end);
        let decoded = read.iter().find(|one| one.form != Form::Plain && within(one.offset));
        mark.means = decoded.map(|one| format!("{}={}", one.name, one.value));
    }
    marks.retain(|mark| mark.end > mark.start);
    marks
}

/// Ends the last parameter, without the blanks on its sides.
fn end(marks: &mut [Mark], value: &[u8], at: usize) {
    let Some(mark) = marks.last_mut() else { return };
    let text = value.get(mark.start..at).unwrap_or_default();
    mark.start += text.len() - text.trim_ascii_start().len();
    mark.end = (mark.start + text.trim_ascii().len()).max(mark.start);
}

/// The encoded words of a value (RFC 2047 §2).
fn words(value: &[u8]) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut from = 0;
    while let Some(start) = memchr::memmem::find(value.get(from..).unwrap_or_default(), b"=?").map(|at| from + at) {
        from = start + 2;
        let Some(word) = value.get(start..).and_then(encoded_word_at) else { continue };
        let text = encoded_word::decode(word);
        if text.as_bytes() != word {
            from = start + word.len();
            marks.push(Mark { start, end: from, kind: Kind::EncodedWord, means: Some(text) });
        }
    }
    marks
}

/// `=?charset?encoding?text?=`.
fn encoded_word_at(text: &[u8]) -> Option<&[u8]> {
    let mut marks = text.iter().enumerate().skip(2).filter(|(_, octet)| **octet == b'?').map(|(at, _)| at);
    let (_, encoding) = (marks.next()?, marks.next()?);
    let behind = text.get(encoding + 1..)?;
    let end = encoding + 1 + memchr::memmem::find(behind, b"?=")? + 2;
    text.get(..end).filter(|word| !word.iter().any(|octet| octet.is_ascii_whitespace()))
}
