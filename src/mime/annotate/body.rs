//! Bodies in lines, and each line in what it is made of.

use std::sync::Arc;

use memchr::memchr;

use super::{Kind, Means, Range, Tell};
use crate::mime::charset::Readable;
use crate::mime::parse::Content;

/// A longer line is told in pieces of so many octets.
const LONGEST: usize = 4096;

/// Gathers whole lines, or pieces of those that are too long.
#[derive(Default)]
pub(super) struct Lines {
    offset: u64,
    kind: Option<Kind>,
    held: Vec<u8>,
}

impl Lines {
    /// The next octets, which are of that kind; `each` gets lines.
    pub(super) fn push(&mut self, offset: u64, octets: &[u8], kind: Kind, each: &mut dyn FnMut(u64, &[u8], Kind)) {
        if self.held.is_empty() {
            self.offset = offset;
        }
        self.kind = Some(kind);
        let mut rest = octets;
        while !rest.is_empty() {
            let end = memchr(b'\n', rest).map_or(rest.len(), |end| end + 1);
            let end = end.min(LONGEST - self.held.len());
            let (piece, behind) = rest.split_at_checked(end).unwrap_or((rest, b""));
            rest = behind;
            if self.held.is_empty() && (piece.ends_with(b"\n") || piece.len() == LONGEST) {
                each(self.offset, piece, kind);
                self.offset += piece.len() as u64;
                continue;
            }
            self.held.extend_from_slice(piece);
            if piece.ends_with(b"\n") || self.held.len() == LONGEST {
                self.finish(each);
            }
        }
    }

    /// The line that has not ended.
    pub(super) fn finish(&mut self, each: &mut dyn FnMut(u64, &[u8], Kind)) {
        if let (Some(kind), false) = (self.kind, self.held.is_empty()) {
            each(self.offset, &self.held, kind);
            self.offset += self.held.len() as u64;
            self.held.clear();
        }
    }
}

/// How a body is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Encoding {
    Plain,
    Base64,
    QuotedPrintable,
    Other,
}

/// The body of a leaf.
pub(super) struct Body {
    encoding: Encoding,
    charset: Readable,
    lines: Lines,
}

impl Body {
    pub(super) fn new(content: &Content) -> Body {
        let encoding = match content.encoding.as_deref().unwrap_or("7bit") {
            "7bit" | "8bit" | "binary" => Encoding::Plain,
            "base64" => Encoding::Base64,
            "quoted-printable" => Encoding::QuotedPrintable,
            _ => Encoding::Other,
        };
        let label = content.content_type.charset().and_then(|label| Readable::for_label(label.as_bytes()));
        Body { encoding, charset: label.unwrap_or(Readable::UTF_8), lines: Lines::default() }
    }

    pub(super) fn push(&mut self, offset: u64, octets: &[u8], part: &Arc<str>, tell: Tell<'_>) {
        let (encoding, charset) = (self.encoding, self.charset);
        let mut each = |offset, line: &[u8], _| Line { offset, part, tell: &mut *tell }.read(line, encoding, charset);
        self.lines.push(offset, octets, Kind::Text, &mut each);
    }

    pub(super) fn finish(&mut self, part: &Arc<str>, tell: Tell<'_>) {
        let (encoding, charset) = (self.encoding, self.charset);
        let mut each = |offset, line: &[u8], _| Line { offset, part, tell: &mut *tell }.read(line, encoding, charset);
        self.lines.finish(&mut each);
    }
}

/// A line that is being told.
struct Line<'a, 't> {
    offset: u64,
    part: &'a Arc<str>,
    tell: &'t mut dyn FnMut(Range<'_>),
}

impl Line<'_, '_> {
    fn read(mut self, line: &[u8], encoding: Encoding, charset: Readable) {
        match encoding {
            Encoding::Plain => self.one(line, Kind::Text, None),
            Encoding::Other => self.one(line, Kind::Encoded, None),
            Encoding::Base64 => self.base64(line),
            Encoding::QuotedPrintable => self.quoted_printable(line, charset),
        }
    }

    fn one(&mut self, octets: &[u8], kind: Kind, means: Option<Means>) {
        if octets.is_empty() {
            return;
        }
        let part = self.part.clone();
        (self.tell)(Range { offset: self.offset, octets: octets.into(), kind, note: kind.note(), means, part });
        self.offset += octets.len() as u64;
    }

    /// Characters, then padding, then the line end; in what was joined more may follow the padding.
    fn base64(&mut self, line: &[u8]) {
        let text = line.trim_ascii_end().len();
        let (mut text, end) = line.split_at_checked(text).unwrap_or((line, b""));
        while !text.is_empty() {
            let padding = text.first() == Some(&b'=');
            let length = text.iter().position(|&octet| (octet == b'=') != padding).unwrap_or(text.len());
            let (run, behind) = text.split_at_checked(length).unwrap_or((text, b""));
            self.one(run, if padding { Kind::Padding } else { Kind::Base64 }, None);
            text = behind;
        }
        self.one(end, Kind::LineEnd, None);
    }

    fn quoted_printable(&mut self, line: &[u8], charset: Readable) {
        let mut rest = line;
        while let Some(at) = memchr(b'=', rest) {
            let (before, escape) = rest.split_at_checked(at).unwrap_or((rest, b""));
            let octets = escapes(escape);
            let soft = escape.get(1..).is_some_and(|end| end.trim_ascii().is_empty() && end.ends_with(b"\n"));
            if soft {
                self.one(before, Kind::Literally, None);
                return self.one(escape, Kind::SoftBreak, None);
            }
            if octets.is_empty() {
                let (text, behind) = rest.split_at_checked(at + 1).unwrap_or((rest, b""));
                self.one(text, Kind::Literally, None);
                rest = behind;
                continue;
            }
            self.one(before, Kind::Literally, None);
            let (escaped, behind) = escape.split_at_checked(octets.len() * 3).unwrap_or((escape, b""));
            self.one(escaped, Kind::Escape, Some(Means::Text(charset.decode(&octets).0)));
            rest = behind;
        }
        self.one(rest, Kind::Literally, None);
    }
}

/// The octets of the escapes that stand here, one behind the other.
fn escapes(text: &[u8]) -> Vec<u8> {
    let digit = |octet: u8| char::from(octet).to_digit(16);
    let octet = |three: &[u8; 3]| {
        let [b'=', high, low] = *three else { return None };
        u8::try_from(digit(high)? << 4 | digit(low)?).ok()
    };
    text.as_chunks::<3>().0.iter().map_while(octet).collect()
}
