//! yEnc to octets.

use std::borrow::Cow;

use crc32fast::Hasher;
use memchr::memchr3;

use super::{ESCAPED, SHIFT};
use crate::mime::flaw::{Flaw, Flaws, Severity};
use crate::mime::gather::Lines;
use crate::mime::transform::{Carried, Decode, Transform};

const RFC: &str = "yEnc draft 1.3";

/// Decodes the first file in a text, from its `=ybegin` line to `=yend`, with all its parts that are there, in the
/// order in which they stand. Sizes and checksums are verified.
#[derive(Clone, Debug, Default)]
pub struct Decoder {
    place: Place,
    lines: Lines,
    line: Vec<u8>,
    /// Octets of the input so far.
    offset: u64,
    carried: Option<Carried>,
    /// What `=ypart` said: where the part begins, from 1, and ends.
    part: Option<(u64, u64)>,
    /// Octets of this part, and their checksum.
    octets: u64,
    checksum: Hasher,
    /// The same for the parts before, as long as none is missing.
    whole: Option<(u64, Hasher)>,
    flaws: Flaws,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
enum Place {
    #[default]
    Before,
    /// Words before it were told.
    Words,
    /// At the beginning of a line of data.
    Line,
    /// Behind `=` at the beginning of a line of data.
    LineEquals,
    /// Within a line of data.
    Data,
    /// Behind `=` in a line of data.
    Equals,
    /// In a line of data that begins with `=y`.
    Keyword,
    After,
    /// Words behind it were told.
    Told,
}

impl Decoder {
    /// At the beginning of a text.
    pub fn new() -> Self {
        Self { whole: Some((0, Hasher::new())), ..Self::default() }
    }

    /// Takes data up to a keyword line; hands back what follows.
    fn data<'a>(&mut self, input: &'a [u8], output: &mut Vec<u8>) -> &'a [u8] {
        let (start, mut rest) = (output.len(), input);
        while let Some((&octet, behind)) = rest.split_first() {
            match (self.place, octet) {
                (Place::LineEquals, b'y') => {
                    self.place = Place::Keyword;
                    self.lines.begin(b"=y");
                    rest = behind;
                    break;
                }
                (Place::LineEquals | Place::Equals, b'\r' | b'\n') => {
                    let at = self.offset + (input.len() - rest.len()) as u64;
                    self.note("yenc-bad-escape", Severity::Error, at, "a line ends behind `=`: an octet is lost");
                    self.place = Place::Data;
                }
                (Place::LineEquals | Place::Equals, _) => {
                    output.push(octet.wrapping_sub(ESCAPED).wrapping_sub(SHIFT));
                    (self.place, rest) = (Place::Data, behind);
                }
                (place, b'=') => {
                    let at_start = place == Place::Line;
                    self.place = if at_start { Place::LineEquals } else { Place::Equals };
                    rest = behind;
                }
                (_, b'\n') => (self.place, rest) = (Place::Line, behind),
                (_, b'\r') => rest = behind,
                _ => {
                    let end = memchr3(b'=', b'\r', b'\n', rest).unwrap_or(rest.len());
                    let (run, behind) = rest.split_at_checked(end).unwrap_or((rest, b""));
                    output.extend(run.iter().map(|octet| octet.wrapping_sub(SHIFT)));
                    (self.place, rest) = (Place::Data, behind);
                }
            }
        }
        let decoded = output.get(start..).unwrap_or_default();
        self.checksum.update(decoded);
        self.octets += decoded.len() as u64;
        self.offset += (input.len() - rest.len()) as u64;
        rest
    }

    /// Takes a line that is no data; it has been counted already.
    fn take(&mut self, line: &[u8], at: u64) {
        match (self.place, keyword(line)) {
            (Place::Keyword, Some((b"end", fields))) => self.end(fields, at),
            (Place::Keyword, Some((b"part", fields))) => self.begin_part(fields, at),
            (Place::Keyword, _) => {
                self.note("yenc-bad-line", Severity::Warning, at, "a line of control among the data is not understood");
                self.place = Place::Line;
            }
            (_, Some((b"begin", fields))) => self.begin(fields, at),
            (place @ (Place::Before | Place::After), _) if !line.trim_ascii().is_empty() => {
                let (code, message, told) = match place {
                    Place::Before => ("yenc-text-before", "text stands before the line `=ybegin`", Place::Words),
                    _ => ("yenc-text-behind", "text stands behind the line `=yend`", Place::Told),
                };
                self.note(code, Severity::Info, at, message);
                self.place = told;
            }
            _ => {}
        }
    }

    fn begin(&mut self, fields: &[u8], at: u64) {
        let (fields, name) = match memchr::memmem::find(fields, b"name=").and_then(|at| fields.split_at_checked(at)) {
            Some((fields, name)) => (fields, name.get(5..).unwrap_or_default().trim_ascii().to_vec()),
            None => (fields, Vec::new()),
        };
        let size = number(fields, b"size=");
        if name.is_empty() || size.is_none() {
            self.note("yenc-bad-header", Severity::Warning, at, "the line `=ybegin` lacks name or size");
        }
        let again = self.carried.as_ref().is_some_and(|before| before.name == name && before.size == size);
        if self.carried.is_some() && !(again && number(fields, b"part=").is_some()) {
            let message = format!("a second file begins here; it is not decoded: {}", String::from_utf8_lossy(&name));
            self.note("yenc-second-file", Severity::Error, at, message);
            self.place = Place::Told;
            return;
        }
        self.carried = Some(Carried { name, mode: None, size });
        (self.place, self.part, self.octets, self.checksum) = (Place::Line, None, 0, Hasher::new());
    }

    fn begin_part(&mut self, fields: &[u8], at: u64) {
        self.place = Place::Line;
        self.part = number(fields, b"begin=").zip(number(fields, b"end="));
        let Some((begin, _)) = self.part else {
            return self.note("yenc-bad-header", Severity::Warning, at, "the line `=ypart` lacks begin or end");
        };
        if self.whole.as_ref().is_none_or(|(before, _)| begin.checked_sub(1) != Some(*before)) {
            let message = format!("this part begins with octet {begin} of the file; what comes before is missing");
            self.note("yenc-part", Severity::Warning, at, message);
            self.whole = None;
        }
    }

    /// Compares sizes and checksums.
    fn end(&mut self, fields: &[u8], at: u64) {
        self.place = Place::After;
        let part = std::mem::take(&mut self.checksum);
        if let Some((octets, before)) = &mut self.whole {
            *octets += self.octets;
            before.combine(&part);
        }
        let size = self.carried.as_ref().and_then(|carried| carried.size);
        let wanted = [number(fields, b"size="), self.part.map_or(size, |(begin, end)| (end + 1).checked_sub(begin))];
        if let Some(wanted) = wanted.into_iter().flatten().find(|wanted| *wanted != self.octets) {
            let message = format!("there should be {wanted} octets, and there are {}", self.octets);
            self.note("yenc-size", Severity::Error, at, message);
        }
        let whole = self.whole.as_ref().filter(|(octets, _)| Some(*octets) == size).map(|(_, whole)| whole.clone());
        let whole = if self.part.is_none() { Some(part.clone()) } else { whole };
        let sums = [(&b"pcrc32="[..], Some(part)), (b"crc32=", whole)];
        let compared = sums.into_iter().filter_map(|(name, sum)| checksum(fields, name).zip(sum));
        for (wanted, found) in compared.map(|(wanted, sum)| (wanted, sum.finalize())) {
            if wanted != found {
                let message = format!("the checksum should be {wanted:08x} and is {found:08x}: octets are damaged");
                self.note("yenc-checksum", Severity::Error, at, message);
            }
        }
    }

    fn note(&mut self, code: &'static str, severity: Severity, at: u64, message: impl Into<Cow<'static, str>>) {
        self.flaws.note(Flaw { code, severity, offset: at, message: message.into(), rfc: RFC });
    }
}

impl Transform for Decoder {
    fn push(&mut self, input: &[u8], output: &mut Vec<u8>) {
        output.reserve(input.len());
        let mut rest = input;
        let mut room = std::mem::take(&mut self.line);
        while !rest.is_empty() {
            if matches!(self.place, Place::Line | Place::LineEquals | Place::Data | Place::Equals) {
                rest = self.data(rest, output);
                continue;
            }
            let (mut lines, before) = (std::mem::take(&mut self.lines), rest.len());
            let line = lines.next(&mut rest, &mut room);
            self.offset += (before - rest.len()) as u64;
            if let Some((line, octets)) = line {
                self.take(line, self.offset - octets);
            }
            self.lines = lines;
        }
        self.line = room;
    }

    fn finish(&mut self, _: &mut Vec<u8>) {
        let (mut lines, mut room) = (std::mem::take(&mut self.lines), Vec::new());
        if let Some((line, octets)) = lines.last(&mut room) {
            self.take(line, self.offset - octets);
        }
        match self.place {
            Place::Before | Place::Words => {
                self.note("yenc-no-begin", Severity::Error, 0, "there is no line `=ybegin` in this");
            }
            Place::After | Place::Told => {}
            _ => {
                let message = "the text ends within the file: there is no line `=yend`";
                self.note("yenc-no-end", Severity::Error, self.offset, message);
            }
        }
        self.place = Place::Told;
        self.flaws.close();
    }
}

impl Decode for Decoder {
    fn findings(&mut self) -> Vec<Flaw> {
        self.flaws.take()
    }

    fn carried(&self) -> Option<&Carried> {
        self.carried.as_ref()
    }
}

/// The word behind `=y`, and what stands behind that.
fn keyword(line: &[u8]) -> Option<(&[u8], &[u8])> {
    let line = line.strip_prefix(b"=y")?;
    let end = memchr::memchr(b' ', line)?;
    line.split_at_checked(end)
}

/// What stands behind ` name=`, up to the next space.
fn field<'a>(fields: &'a [u8], name: &[u8]) -> Option<&'a str> {
    let value = fields.split(|octet| *octet == b' ').find_map(|field| field.strip_prefix(name))?;
    std::str::from_utf8(value).ok()
}

fn number(fields: &[u8], name: &[u8]) -> Option<u64> {
    field(fields, name)?.parse().ok().filter(|number| *number < u64::MAX)
}

fn checksum(fields: &[u8], name: &[u8]) -> Option<u32> {
    let digits = field(fields, name)?.trim_start_matches('0');
    if digits.is_empty() { Some(0) } else { u32::from_str_radix(digits, 16).ok() }
}
