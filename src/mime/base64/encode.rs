//! Octets to base64.

use base64_simd::{AsOut, STANDARD};

use super::{CHARACTERS, OCTETS};
use crate::mime::transform::{LineEnd, Transform};

/// So many octets are encoded at once: whole groups and whole lines, small enough to stay in the processor's cache.
const BLOCK: usize = OCTETS * 256;

/// Encodes octets in lines; every line is ended, the last one too. Nothing becomes nothing.
#[derive(Clone, Debug)]
pub struct Encoder {
    /// Less than a group of three, waiting for more.
    held: Vec<u8>,
    /// Characters of a line; 0 for no lines at all.
    columns: usize,
    end: LineEnd,
    /// Characters of the line so far.
    column: usize,
    /// One block without line ends.
    characters: Vec<u8>,
}

/// The octets that [`Encoder::new`] makes of so many octets.
pub fn encoded_size(octets: u64) -> u64 {
    let (lines, rest) = (octets / OCTETS as u64, octets % OCTETS as u64);
    let last = if rest > 0 { rest.div_ceil(3) * 4 + 2 } else { 0 };
    lines.saturating_mul(CHARACTERS as u64 + 2).saturating_add(last)
}

impl Default for Encoder {
    fn default() -> Self {
        Self::new()
    }
}

impl Encoder {
    /// At the beginning of a body: lines of 76 characters with CRLF.
    pub fn new() -> Self {
        Self::lines(CHARACTERS, LineEnd::CrLf)
    }

    /// With lines of so many characters, any number of them, and that line end; 0 makes no lines and no line end.
    pub fn lines(columns: usize, end: LineEnd) -> Self {
        Self { held: Vec::with_capacity(3), columns, end, column: 0, characters: Vec::new() }
    }

    /// Encodes whole groups of three, or at the end less.
    fn encode(&mut self, octets: &[u8], output: &mut Vec<u8>) {
        if self.columns == 0 {
            return append(octets, output);
        }
        let mut characters = std::mem::take(&mut self.characters);
        for block in octets.chunks(BLOCK) {
            characters.clear();
            append(block, &mut characters);
            self.lay_out(&characters, output);
        }
        self.characters = characters;
    }

    /// Cuts characters into lines.
    fn lay_out(&mut self, characters: &[u8], output: &mut Vec<u8>) {
        let ends = characters.len() / self.columns + 1;
        output.reserve(characters.len() + ends * self.end.octets().len());
        let mut rest = characters;
        while !rest.is_empty() {
            if self.column == 0 && self.columns == CHARACTERS {
                rest = match self.end {
                    LineEnd::CrLf => full_lines::<{ CHARACTERS + 2 }>(rest, b"\r\n", output),
                    LineEnd::Lf => full_lines::<{ CHARACTERS + 1 }>(rest, b"\n", output),
                };
            }
            let room = self.columns - self.column;
            let (line, behind) = rest.split_at_checked(room).unwrap_or((rest, b""));
            output.extend_from_slice(line);
            self.column += line.len();
            if self.column == self.columns {
                output.extend_from_slice(self.end.octets());
                self.column = 0;
            }
            rest = behind;
        }
    }
}

/// Appends octets encoded, without line ends.
fn append(octets: &[u8], output: &mut Vec<u8>) {
    let start = output.len();
    output.resize(start + STANDARD.encoded_length(octets.len()), 0);
    let room = output.get_mut(start..).unwrap_or_default();
    let _ = STANDARD.encode(octets, room.as_out());
}

/// Writes the lines that are full, each as an array of `LINE` octets, its end included; hands back the rest.
fn full_lines<'a, const LINE: usize>(characters: &'a [u8], end: &[u8], output: &mut Vec<u8>) -> &'a [u8] {
    let (lines, rest) = characters.as_chunks::<CHARACTERS>();
    let mut ended = [0; LINE];
    if let Some(place) = ended.get_mut(CHARACTERS..) {
        place.copy_from_slice(end);
    }
    for line in lines {
        if let Some(place) = ended.first_chunk_mut() {
            *place = *line;
        }
        output.extend_from_slice(&ended);
    }
    rest
}

impl Transform for Encoder {
    fn push(&mut self, input: &[u8], output: &mut Vec<u8>) {
        let mut rest = input;
        if !self.held.is_empty() {
            let missing = 3 - self.held.len();
            let (head, behind) = rest.split_at_checked(missing).unwrap_or((rest, b""));
            self.held.extend_from_slice(head);
            rest = behind;
            if self.held.len() < 3 {
                return;
            }
            self.release(output);
        }
        let whole = rest.len() - rest.len() % 3;
        let (groups, behind) = rest.split_at_checked(whole).unwrap_or((rest, b""));
        self.encode(groups, output);
        self.held.extend_from_slice(behind);
    }

    fn finish(&mut self, output: &mut Vec<u8>) {
        self.release(output);
        if self.column > 0 {
            output.extend_from_slice(self.end.octets());
            self.column = 0;
        }
    }
}

impl Encoder {
    fn release(&mut self, output: &mut Vec<u8>) {
        let mut held = std::mem::take(&mut self.held);
        self.encode(&held, output);
        held.clear();
        self.held = held;
    }
}
