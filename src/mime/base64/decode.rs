//! base64 to octets.
//!
//! What a body decodes to is said by [`Decoder::step`], one octet at a time. [`Decoder::block`] is a faster way to the
//! same end: it takes the line ends out of many lines and decodes them at once, and where anything else than the
//! alphabet is in the way it leaves the block to the steps. So each octet is looked at twice at most.

use base64_simd::{AsOut, STANDARD_NO_PAD};
use memchr::memchr;

use super::CHARACTERS;
use crate::mime::flaw::{Flaw, Flaws, Severity};
use crate::mime::transform::{Decode, Transform};

const RFC: &str = "RFC 2045 §6.8";
const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
/// What each octet stands for; above 63 it is not in the alphabet.
const VALUES: [u8; 256] = values();
/// Characters that are decoded at once: small enough to stay in the processor's cache.
const BLOCK: usize = CHARACTERS * 128;
/// So much of a line behind the padding is held to see whether it is base64 as well; whole groups of four.
const HELD: usize = 1000;

/// Decodes base64 (RFC 2045 §6.8), whatever stands between its characters.
///
/// Line ends are ignored. Everything else that is not of the alphabet is ignored too, and told. A group that is not
/// complete at the end gives the octets that are in it. What comes behind the padding is decoded if it is base64, as
/// when encoded files were joined, and ignored if it is not, as when a mailing list added its words.
#[derive(Clone, Debug, Default)]
pub struct Decoder {
    place: Place,
    /// The bits of an unfinished group.
    bits: u32,
    /// Its characters, less than four.
    have: u8,
    /// Characters of the line so far.
    column: u64,
    /// What kind of run of superfluous characters this is: each run is told once.
    run: Option<&'static str>,
    /// Octets of the input so far.
    offset: u64,
    /// There was base64; there was something else.
    seen: (bool, bool),
    /// A line behind the padding, and where it begins.
    held: Vec<u8>,
    held_at: u64,
    /// One block without line ends, and where its lines are too long.
    characters: Vec<u8>,
    long: Vec<u64>,
    flaws: Flaws,
}

/// Where in the body the decoder is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
enum Place {
    #[default]
    Data,
    /// Behind the first of two `=`.
    Padding,
    /// Behind the padding.
    Ended,
    /// In text that follows the data and is none.
    Text,
}

impl Decoder {
    /// At the beginning of a body.
    pub fn new() -> Self {
        Self::default()
    }

    /// Decodes as many lines as make a block; hands back what is behind them.
    fn block<'a>(&mut self, input: &'a [u8], output: &mut Vec<u8>) -> &'a [u8] {
        let (column, taken) = self.gather(input);
        let (block, behind) = input.split_at_checked(taken).unwrap_or((input, b""));
        if !self.decode(output) {
            self.steps(block, output);
            return behind;
        }
        for at in std::mem::take(&mut self.long) {
            self.note_long_line(at);
        }
        (self.column, self.run) = (column, None);
        self.offset += taken as u64;
        behind
    }

    /// Collects characters without their line ends in `characters`; the column behind them and the octets taken.
    fn gather(&mut self, input: &[u8]) -> (u64, usize) {
        self.long.clear();
        self.characters.clear();
        for group in (0..self.have).rev() {
            let value = (self.bits >> (6 * u32::from(group))) & 63;
            self.characters.extend(ALPHABET.get(value as usize));
        }
        let (mut column, mut rest) = (self.column, input);
        while !rest.is_empty() && self.characters.len() < BLOCK {
            if column == 0 {
                rest = full_lines(rest, &mut self.characters);
            }
            let window = rest.get(..BLOCK).unwrap_or(rest);
            let end = memchr(b'\n', window);
            let line = end.and_then(|end| window.get(..end)).unwrap_or(window);
            let text = line.strip_suffix(b"\r").unwrap_or(line);
            self.characters.extend_from_slice(text);
            let behind = column + text.len() as u64;
            if column <= CHARACTERS as u64 && behind > CHARACTERS as u64 {
                let before = (input.len() - rest.len()) as u64;
                self.long.push(self.offset + before + CHARACTERS as u64 - column);
            }
            let ended = end.is_some() || text.len() < line.len();
            column = if ended { 0 } else { behind };
            let taken = line.len() + usize::from(end.is_some());
            rest = rest.get(taken..).unwrap_or(b"");
        }
        (column, input.len() - rest.len())
    }

    /// Decodes what was gathered if it is of the alphabet throughout; otherwise nothing is changed.
    fn decode(&mut self, output: &mut Vec<u8>) -> bool {
        let (groups, rest) = self.characters.as_chunks::<4>();
        let mut bits = 0;
        for value in rest.iter().map(|octet| value(*octet)) {
            if value > 63 {
                return false;
            }
            bits = bits << 6 | u32::from(value);
        }
        let start = output.len();
        output.resize(start + groups.len() * 3, 0);
        let room = output.get_mut(start..).unwrap_or_default();
        if STANDARD_NO_PAD.decode(groups.as_flattened(), room.as_out()).is_err() {
            output.truncate(start);
            return false;
        }
        self.seen.0 |= !self.characters.is_empty();
        (self.bits, self.have) = (bits, rest.len() as u8);
        true
    }

    /// Decodes octet by octet, four at a time where they are a group.
    pub(super) fn steps(&mut self, input: &[u8], output: &mut Vec<u8>) {
        let mut rest = input;
        while let Some((&octet, behind)) = rest.split_first() {
            if self.place == Place::Data && self.have == 0 && self.column + 4 <= CHARACTERS as u64 {
                let group = rest.split_first_chunk::<4>().map(|(group, behind)| (group.map(value), behind));
                if let Some((group, behind)) = group.filter(|(group, _)| group.iter().all(|value| *value < 64)) {
                    let bits = group.iter().fold(0, |bits, value| bits << 6 | u32::from(*value));
                    write(bits << 8, 3, output);
                    self.column += 4;
                    self.offset += 4;
                    (self.seen.0, self.run) = (true, None);
                    rest = behind;
                    continue;
                }
            }
            self.step(octet, output);
            self.offset += 1;
            rest = behind;
        }
    }

    /// Takes one octet: what decoding means.
    fn step(&mut self, octet: u8, output: &mut Vec<u8>) {
        if self.place == Place::Text {
            return;
        }
        let line_end = matches!(octet, b'\r' | b'\n');
        if !self.held.is_empty() {
            if !line_end {
                self.held.push(octet);
            }
            if line_end || self.held.len() == HELD {
                self.judge(output);
            }
            if !line_end || self.place == Place::Text {
                return;
            }
        }
        if line_end {
            (self.column, self.run) = (0, None);
            return;
        }
        match (self.place, octet) {
            (_, b'=') => self.count().padding(output),
            (_, b' ' | b'\t') => {
                let message = "white space between the characters of base64 is ignored";
                self.count().run("base64-space", Severity::Info, message);
            }
            (Place::Ended, _) => {
                self.held.push(octet);
                self.held_at = self.offset;
            }
            (Place::Padding, octet) if value(octet) < 64 => self.broken_padding(octet, output),
            (_, octet) => match value(octet) {
                value @ 0..64 => self.count().character(value, output),
                _ => {
                    self.seen.1 = true;
                    self.count().run("base64-junk", Severity::Warning, junk(octet));
                }
            },
        }
    }

    fn character(&mut self, value: u8, output: &mut Vec<u8>) {
        (self.seen.0, self.run) = (true, None);
        self.bits = self.bits << 6 | u32::from(value);
        self.have += 1;
        if self.have == 4 {
            write(self.bits << 8, 3, output);
            (self.bits, self.have) = (0, 0);
        }
    }

    fn padding(&mut self, output: &mut Vec<u8>) {
        match (self.place, self.have) {
            (Place::Data, 2) => return self.place = Place::Padding,
            (Place::Data, 3) | (Place::Padding, _) => self.end_group(output),
            (Place::Data, 1) => self.lost_bits(),
            _ => self.run("base64-extra-padding", Severity::Warning, "`=` where no group has to be filled is ignored"),
        }
        self.place = Place::Ended;
    }

    /// A character where the second `=` has to be: it belongs to what follows the padding.
    fn broken_padding(&mut self, octet: u8, output: &mut Vec<u8>) {
        self.note("base64-padding", Severity::Warning, "one `=` is missing: two end a group of two characters");
        self.end_group(output);
        self.place = Place::Ended;
        self.held.push(octet);
        self.held_at = self.offset;
    }

    /// Writes the octets of an unfinished group of two or three characters.
    fn end_group(&mut self, output: &mut Vec<u8>) {
        let unused = if self.have == 2 { 15 } else { 3 };
        if self.bits & unused != 0 {
            let message = "the last character has bits that belong to no octet and should be zero";
            self.note_rfc("base64-trailing-bits", Severity::Info, message, "RFC 4648 §3.5");
        }
        write(self.bits << (32 - 6 * u32::from(self.have)), usize::from(self.have) - 1, output);
        (self.bits, self.have) = (0, 0);
    }

    fn lost_bits(&mut self) {
        let message = "one character is left over: its six bits make no octet, something is missing here";
        self.note("base64-truncated", Severity::Error, message);
        (self.bits, self.have) = (0, 0);
    }

    /// Decides what a line behind the padding is: more base64, or something else that ends it all.
    fn judge(&mut self, output: &mut Vec<u8>) {
        let held = std::mem::take(&mut self.held);
        let text = held.trim_ascii_end();
        let (groups, rest) = text.as_chunks::<4>();
        if !rest.is_empty() || !groups.iter().all(|group| is_group(*group)) {
            let message = "text follows the padding that ends base64; it is not decoded";
            self.note_at("base64-text-behind", Severity::Warning, self.held_at, message);
            self.place = Place::Text;
            return;
        }
        let before = self.column;
        self.column += text.len() as u64;
        if before <= CHARACTERS as u64 && self.column > CHARACTERS as u64 {
            self.note_long_line(self.held_at + CHARACTERS as u64 - before);
        }
        let mut at = self.held_at;
        for group in groups {
            if std::mem::replace(&mut self.place, Place::Data) == Place::Ended {
                let message = "more base64 follows the padding that should end it; it is decoded too";
                self.note_at("base64-inner-padding", Severity::Warning, at, message);
            }
            let characters = group.iter().take_while(|octet| **octet != b'=');
            self.bits = characters.clone().fold(0, |bits, octet| bits << 6 | u32::from(value(*octet)));
            self.have = characters.count() as u8;
            match self.have {
                4 => write(self.bits << 8, 3, output),
                _ => {
                    self.end_group(output);
                    self.place = Place::Ended;
                }
            }
            (self.bits, self.have) = (0, 0);
            at += 4;
        }
    }

    /// One more character on the line.
    fn count(&mut self) -> &mut Self {
        self.column += 1;
        if self.column == CHARACTERS as u64 + 1 {
            self.note_long_line(self.offset);
        }
        self
    }

    fn note_long_line(&mut self, at: u64) {
        self.note_at("base64-long-line", Severity::Warning, at, "a line of base64 has more than 76 characters");
    }

    /// Tells a run of superfluous characters at its beginning.
    fn run(&mut self, code: &'static str, severity: Severity, message: &'static str) {
        if self.run.replace(code) != Some(code) {
            self.note(code, severity, message);
        }
    }

    fn note(&mut self, code: &'static str, severity: Severity, message: &'static str) {
        self.note_at(code, severity, self.offset, message);
    }

    fn note_at(&mut self, code: &'static str, severity: Severity, offset: u64, message: &'static str) {
        self.flaws.note(Flaw { code, severity, offset, message: message.into(), rfc: RFC });
    }

    fn note_rfc(&mut self, code: &'static str, severity: Severity, message: &'static str, rfc: &'static str) {
        self.flaws.note(Flaw { code, severity, offset: self.offset, message: message.into(), rfc });
    }
}

impl Transform for Decoder {
    fn push(&mut self, input: &[u8], output: &mut Vec<u8>) {
        output.reserve(input.len() / 4 * 3 + 3);
        let mut rest = input;
        while !rest.is_empty() {
            rest = match self.place {
                Place::Data => self.block(rest, output),
                Place::Text => {
                    self.offset += rest.len() as u64;
                    b""
                }
                _ => {
                    let (piece, behind) = rest.split_at_checked(HELD).unwrap_or((rest, b""));
                    self.steps(piece, output);
                    behind
                }
            };
        }
    }

    fn finish(&mut self, output: &mut Vec<u8>) {
        if !self.held.is_empty() {
            self.judge(output);
        }
        match (self.place, self.have) {
            (_, 0) => {}
            (_, 1) => self.lost_bits(),
            (place, _) => {
                let message = match place {
                    Place::Padding => "one of two `=` is missing at the end",
                    _ => "the padding is missing at the end",
                };
                self.note("base64-padding", Severity::Warning, message);
                self.end_group(output);
            }
        }
        if self.seen == (false, true) {
            self.note_at("base64-nothing", Severity::Error, 0, "there is no base64 in this");
        }
        self.place = Place::Ended;
        self.flaws.close();
    }
}

impl Decode for Decoder {
    fn findings(&mut self) -> Vec<Flaw> {
        self.flaws.take()
    }
}

/// Takes lines of just 76 characters, whatever is in them, off the input; hands back the rest.
fn full_lines<'a>(input: &'a [u8], characters: &mut Vec<u8>) -> &'a [u8] {
    let mut rest = input;
    while characters.len() < BLOCK
        && let Some((line, behind)) = rest.split_first_chunk::<CHARACTERS>()
    {
        rest = match behind {
            [b'\r', b'\n', behind @ ..] | [b'\n', behind @ ..] => behind,
            _ => return rest,
        };
        characters.extend_from_slice(line);
    }
    rest
}

/// Appends the first so many of the octets that the bits begin with.
fn write(bits: u32, octets: usize, output: &mut Vec<u8>) {
    output.extend(bits.to_be_bytes().iter().take(octets));
}

/// Four characters, of which the last one or two may be `=`.
fn is_group(group: [u8; 4]) -> bool {
    match group.map(value) {
        [0..64, 0..64, 0..64, 0..64] => true,
        [0..64, 0..64, 0..64, _] => group.ends_with(b"="),
        [0..64, 0..64, ..] => group.ends_with(b"=="),
        _ => false,
    }
}

fn junk(octet: u8) -> &'static str {
    match octet {
        b'-' | b'_' => "`-` and `_` are not of this alphabet but of base64url (RFC 4648 §5); they are ignored",
        _ => "characters that are not of the alphabet are ignored",
    }
}

fn value(octet: u8) -> u8 {
    VALUES.get(usize::from(octet)).copied().unwrap_or(u8::MAX)
}

#[allow(clippy::indexing_slicing, reason = "computed by the compiler, which would stop")]
const fn values() -> [u8; 256] {
    let mut values = [u8::MAX; 256];
    let mut value = 0;
    while value < ALPHABET.len() {
        values[ALPHABET[value] as usize] = value as u8;
        value += 1;
    }
    values
}
