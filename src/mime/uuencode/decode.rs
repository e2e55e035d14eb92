//! uuencode to octets.

use super::OCTETS;
use crate::mime::base64;
use crate::mime::flaw::{Flaw, Flaws, Severity};
use crate::mime::gather::Lines;
use crate::mime::transform::{Carried, Decode, Transform};

const RFC: &str = "POSIX uuencode";
/// The largest count that a line can begin with.
const MOST: usize = 63;

/// Decodes the first file in a text: from its `begin` line to `end`. Space and grave accent are both zero, missing
/// characters at the end of a line are zero. `begin-base64` is understood as well.
#[derive(Clone, Debug, Default)]
pub struct Decoder {
    place: Place,
    lines: Lines,
    line: Vec<u8>,
    /// Octets of the input in the lines before this one.
    offset: u64,
    carried: Option<Carried>,
    base64: Option<Box<base64::Decoder>>,
    flaws: Flaws,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
enum Place {
    #[default]
    Before,
    /// Words before it were told.
    Words,
    Data,
    /// Behind the line without octets.
    Ending,
    After,
    /// Words behind it were told.
    Told,
}

impl Decoder {
    /// At the beginning of a text.
    pub fn new() -> Self {
        Self::default()
    }

    fn take(&mut self, line: &[u8], output: &mut Vec<u8>) {
        match (self.place, line.trim_ascii_end()) {
            (Place::Before | Place::Words, line) => self.before(line),
            (Place::Data, b"====") if self.base64.is_some() => self.end_base64(output),
            (Place::Data, line) if self.base64.is_some() => self.base64_line(line, output),
            (Place::Data | Place::Ending, b"end") => self.place = Place::After,
            (Place::Data, b"" | b"`") => self.place = if line.is_empty() { Place::Data } else { Place::Ending },
            (_, b"") => {}
            (Place::Data, _) => self.data(line, output),
            (Place::Ending, _) => {
                self.note("uu-no-end", Severity::Warning, 0, "the line `end` is missing");
                self.place = Place::Told;
            }
            (Place::After | Place::Told, line) => self.after(line),
        }
    }

    fn before(&mut self, line: &[u8]) {
        if let Some((carried, is_base64)) = begin(line) {
            self.carried = Some(carried);
            self.base64 = is_base64.then(Box::default);
            self.place = Place::Data;
        } else if self.place == Place::Before && !line.is_empty() {
            self.note(
                "uu-text-before",
                Severity::Info,
                0,
                "text stands before the line `begin`; it is no part of the file",
            );
            self.place = Place::Words;
        }
    }

    fn after(&mut self, line: &[u8]) {
        if let Some((other, _)) = begin(line) {
            let message =
                format!("a second file begins here; it is not decoded: {}", String::from_utf8_lossy(&other.name));
            let (code, severity, offset) = ("uu-second-file", Severity::Error, self.offset);
            self.flaws.note(Flaw { code, severity, offset, message: message.into(), rfc: RFC });
        } else if self.place == Place::After {
            self.note(
                "uu-text-behind",
                Severity::Info,
                0,
                "text stands behind the line `end`; it is no part of the file",
            );
        }
        self.place = Place::Told;
    }

    /// A line of data: its first character says how many octets are in it.
    fn data(&mut self, line: &[u8], output: &mut Vec<u8>) {
        let Some((&count, characters)) = line.split_first() else { return };
        let octets = usize::from(count.wrapping_sub(b' ') & 63);
        let (least, whole) = ((octets * 4).div_ceil(3), octets.div_ceil(3) * 4);
        let wrong = characters.iter().position(|octet| !is_character(*octet));
        // Some encoders add a checksum to each line.
        let fits = (least..=whole + 1).contains(&characters.len());
        if !is_character(count) || (wrong.is_some() && !fits) {
            return self.note("uu-bad-line", Severity::Error, 0, "a line among the data is none and is skipped");
        }
        if let Some(at) = wrong {
            let message = "a character that is not of the alphabet: octets are damaged here";
            self.note("uu-bad-character", Severity::Error, 1 + at as u64, message);
        }
        if characters.len() < least {
            let message = "a line is shorter than it says; the characters that are missing are taken for zeros";
            self.note("uu-short-line", Severity::Warning, line.len() as u64, message);
        } else if characters.len() > whole + 1 {
            let message = "a line is longer than it says; what is too much is ignored";
            self.note("uu-long-line", Severity::Warning, 1 + whole as u64, message);
        }
        let mut decoded = [0; MOST];
        let (groups, rest) = characters.get(..whole).unwrap_or(characters).as_chunks::<4>();
        let mut last = [b' '; 4];
        last.iter_mut().zip(rest).for_each(|(last, octet)| *last = *octet);
        let groups = groups.iter().chain((!rest.is_empty()).then_some(&last));
        for (group, place) in groups.zip(decoded.as_chunks_mut::<3>().0) {
            let [a, b, c, d] = group.map(|octet| octet.wrapping_sub(b' ') & 63);
            *place = [a << 2 | b >> 4, b << 4 | c >> 2, c << 6 | d];
        }
        output.extend_from_slice(decoded.get(..octets).unwrap_or(&decoded));
        if octets == 0 {
            self.place = Place::Ending;
        }
    }

    fn base64_line(&mut self, line: &[u8], output: &mut Vec<u8>) {
        if let Some(decoder) = &mut self.base64 {
            decoder.push(line, output);
            decoder.push(b"\n", output);
        }
    }

    /// What was wrong in the base64 of `begin-base64` is told at its end, without places.
    fn end_base64(&mut self, output: &mut Vec<u8>) {
        self.place = Place::After;
        let Some(mut decoder) = self.base64.take() else { return };
        decoder.finish(output);
        for flaw in decoder.findings() {
            self.flaws.note(Flaw { offset: self.offset, ..flaw });
        }
    }

    fn note(&mut self, code: &'static str, severity: Severity, column: u64, message: &'static str) {
        self.flaws.note(Flaw { code, severity, offset: self.offset + column, message: message.into(), rfc: RFC });
    }
}

impl Transform for Decoder {
    fn push(&mut self, input: &[u8], output: &mut Vec<u8>) {
        output.reserve(input.len() / 4 * 3 + OCTETS);
        let (mut lines, mut room) = (std::mem::take(&mut self.lines), std::mem::take(&mut self.line));
        let mut rest = input;
        while !rest.is_empty() {
            let Some((line, octets)) = lines.next(&mut rest, &mut room) else { break };
            self.take(line, output);
            self.offset += octets;
        }
        (self.lines, self.line) = (lines, room);
    }

    fn finish(&mut self, output: &mut Vec<u8>) {
        let (mut lines, mut room) = (std::mem::take(&mut self.lines), Vec::new());
        if let Some((line, octets)) = lines.last(&mut room) {
            self.take(line, output);
            self.offset += octets;
        }
        match self.place {
            Place::Before | Place::Words => {
                self.offset = 0;
                self.note("uu-no-begin", Severity::Error, 0, "there is no line `begin MODE NAME` in this");
            }
            Place::Data => {
                self.end_base64(output);
                self.note("uu-no-end", Severity::Error, 0, "the text ends within the file: there is no line `end`");
            }
            Place::Ending => self.note("uu-no-end", Severity::Warning, 0, "the line `end` is missing"),
            Place::After | Place::Told => {}
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

/// `begin 644 name` or `begin-base64 644 name`.
fn begin(line: &[u8]) -> Option<(Carried, bool)> {
    let rest = line.strip_prefix(b"begin")?;
    let (rest, is_base64) = rest.strip_prefix(b"-base64").map_or((rest, false), |rest| (rest, true));
    let (mode, name) = std::str::from_utf8(rest.get(1..5)?).ok().zip(rest.get(5..))?;
    let (mode, name) = match mode.strip_suffix(' ') {
        Some(mode) => (mode, name),
        None => (mode, name.strip_prefix(b" ")?),
    };
    let octal = mode.bytes().all(|digit| (b'0'..=b'7').contains(&digit));
    let mode = u32::from_str_radix(mode, 8).ok().filter(|_| octal && rest.starts_with(b" "))? & 0o777;
    Some((Carried { name: name.trim_ascii().to_vec(), mode: Some(mode), size: None }, is_base64))
        .filter(|(carried, _)| !carried.name.is_empty())
}

fn is_character(octet: u8) -> bool {
    (b' '..=b'`').contains(&octet)
}
