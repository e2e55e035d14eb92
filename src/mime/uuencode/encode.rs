//! Octets to uuencode.

use super::OCTETS;
use crate::mime::transform::{LineEnd, Transform};

/// Encodes octets: a `begin` line with name and mode, lines of 61 characters, and `end`. Zero is written as a grave
/// accent, because white space at the end of a line is lost on the way.
#[derive(Clone, Debug)]
pub struct Encoder {
    /// The line that is still to be written first.
    begin: Option<Vec<u8>>,
    end: LineEnd,
    /// Less than a line, waiting for more.
    held: Vec<u8>,
}

/// The octets that [`Encoder`] makes of so many octets with CRLF, for a name of `name` octets.
pub fn encoded_size(octets: u64, name: usize) -> u64 {
    let frame = "begin 644 \r\n`\r\nend\r\n".len() as u64;
    let (lines, rest) = (octets / OCTETS as u64, octets % OCTETS as u64);
    let last = if rest > 0 { rest.div_ceil(3) * 4 + 3 } else { 0 };
    lines.saturating_mul(OCTETS as u64 / 3 * 4 + 3).saturating_add(last).saturating_add(frame + name as u64)
}

impl Encoder {
    /// For a file of that name and permissions (of which nine bits count). Control characters in the name become `_`.
    pub fn new(name: &[u8], mode: u32, end: LineEnd) -> Self {
        let mut begin = format!("begin {:03o} ", mode & 0o777).into_bytes();
        begin.extend(name.iter().map(|octet| if octet.is_ascii_control() { b'_' } else { *octet }));
        begin.extend_from_slice(end.octets());
        Self { begin: Some(begin), end, held: Vec::with_capacity(OCTETS) }
    }

    fn begin(&mut self, output: &mut Vec<u8>) {
        output.extend_from_slice(&self.begin.take().unwrap_or_default());
    }

    fn line(&self, octets: &[u8], output: &mut Vec<u8>) {
        let mut line = [character(octets.len() as u8); 1 + OCTETS / 3 * 4];
        let characters = line.iter_mut().skip(1).take(octets.len().div_ceil(3) * 4);
        let (groups, rest) = octets.as_chunks::<3>();
        let mut last = [0; 3];
        last.iter_mut().zip(rest).for_each(|(last, octet)| *last = *octet);
        let groups = groups.iter().chain((!rest.is_empty()).then_some(&last));
        let values = groups.flat_map(|[a, b, c]| [a >> 2, a << 4 | b >> 4, b << 2 | c >> 6, *c]);
        characters.zip(values).for_each(|(place, value)| *place = character(value));
        output.extend_from_slice(line.get(..1 + octets.len().div_ceil(3) * 4).unwrap_or(&line));
        output.extend_from_slice(self.end.octets());
    }
}

/// The character of six bits; what stands above them does not count.
fn character(value: u8) -> u8 {
    match value & 63 {
        0 => b'`',
        value => b' ' + value,
    }
}

impl Transform for Encoder {
    fn push(&mut self, input: &[u8], output: &mut Vec<u8>) {
        self.begin(output);
        output.reserve(input.len() / 3 * 4 + input.len() / 15);
        let mut rest = input;
        if !self.held.is_empty() {
            let missing = OCTETS - self.held.len();
            let (head, behind) = rest.split_at_checked(missing).unwrap_or((rest, b""));
            self.held.extend_from_slice(head);
            rest = behind;
            if self.held.len() < OCTETS {
                return;
            }
            self.line(&self.held, output);
            self.held.clear();
        }
        let (lines, behind) = rest.as_chunks::<OCTETS>();
        lines.iter().for_each(|line| self.line(line, output));
        self.held.extend_from_slice(behind);
    }

    fn finish(&mut self, output: &mut Vec<u8>) {
        self.begin(output);
        if !self.held.is_empty() {
            self.line(&self.held, output);
            self.held.clear();
        }
        for line in [&b"`"[..], b"end"] {
            output.extend_from_slice(line);
            output.extend_from_slice(self.end.octets());
        }
    }
}
