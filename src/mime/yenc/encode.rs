//! Octets to yEnc.

use crc32fast::Hasher;

use super::{ESCAPED, SHIFT};
use crate::mime::transform::{LineEnd, Transform};

/// Characters of a line; one more if the last is escaped.
const CHARACTERS: usize = 128;
/// Octets that are looked at together.
const CHUNK: usize = 16;

/// Encodes octets as one part: `=ybegin`, lines of 128 characters, `=yend` with size and CRC-32.
#[derive(Clone, Debug)]
pub struct Encoder {
    /// The line that is still to be written first.
    begin: Option<Vec<u8>>,
    end: LineEnd,
    /// Characters of the line so far.
    column: usize,
    octets: u64,
    checksum: Hasher,
}

impl Encoder {
    /// For a file of that name and of so many octets. Control characters in the name become `_`. The size at the end
    /// is that of what was encoded, so that a file that changed meanwhile is noticed.
    pub fn new(name: &[u8], size: u64, end: LineEnd) -> Self {
        let mut begin = format!("=ybegin line={CHARACTERS} size={size} name=").into_bytes();
        begin.extend(name.iter().map(|octet| if octet.is_ascii_control() { b'_' } else { *octet }));
        begin.extend_from_slice(end.octets());
        Self { begin: Some(begin), end, column: 0, octets: 0, checksum: Hasher::new() }
    }

    fn begin(&mut self, output: &mut Vec<u8>) {
        output.extend_from_slice(&self.begin.take().unwrap_or_default());
    }

    fn octet(&mut self, octet: u8, output: &mut Vec<u8>) {
        let character = octet.wrapping_add(SHIFT);
        let edge = self.column == 0 || self.column + 1 >= CHARACTERS;
        // Blanks at the edges of a line and dots at its beginning do not survive every way.
        if is_critical(character) || (edge && matches!(character, b'\t' | b' ' | b'.')) {
            output.extend_from_slice(&[b'=', character.wrapping_add(ESCAPED)]);
            self.column += 2;
        } else {
            output.push(character);
            self.column += 1;
        }
        if self.column >= CHARACTERS {
            self.end_line(output);
        }
    }

    fn end_line(&mut self, output: &mut Vec<u8>) {
        output.extend_from_slice(self.end.octets());
        self.column = 0;
    }
}

/// What is never written as it is.
fn is_critical(character: u8) -> bool {
    matches!(character, 0 | b'\n' | b'\r' | b'=')
}

impl Transform for Encoder {
    fn push(&mut self, input: &[u8], output: &mut Vec<u8>) {
        self.begin(output);
        output.reserve(input.len() + input.len() / 32);
        self.checksum.update(input);
        self.octets += input.len() as u64;
        let mut rest = input;
        while let Some((&octet, behind)) = rest.split_first() {
            if self.column > 0
                && self.column + CHUNK < CHARACTERS
                && let Some((chunk, behind)) = rest.split_first_chunk::<CHUNK>()
            {
                let characters = chunk.map(|octet| octet.wrapping_add(SHIFT));
                if !characters.iter().fold(false, |critical, character| critical | is_critical(*character)) {
                    output.extend_from_slice(&characters);
                    self.column += CHUNK;
                    rest = behind;
                    continue;
                }
            }
            self.octet(octet, output);
            rest = behind;
        }
    }

    fn finish(&mut self, output: &mut Vec<u8>) {
        self.begin(output);
        if self.column > 0 {
            self.end_line(output);
        }
        let checksum = std::mem::take(&mut self.checksum).finalize();
        output.extend_from_slice(format!("=yend size={} crc32={checksum:08x}", self.octets).as_bytes());
        output.extend_from_slice(self.end.octets());
    }
}
