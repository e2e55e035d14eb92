//! Lines out of octets that come in pieces, in bounded memory.

use memchr::memchr;

/// The longest line that is gathered, in octets; of a longer one the rest is dropped.
const LONGEST: usize = 1024;

/// Gathers lines.
#[derive(Clone, Debug, Default)]
pub(super) struct Lines {
    held: Vec<u8>,
    /// Octets of the line so far.
    octets: u64,
}

impl Lines {
    /// A line of which something was seen already.
    pub(super) fn begin(&mut self, octets: &[u8]) {
        self.held.extend_from_slice(octets);
        self.octets = octets.len() as u64;
    }

    /// Takes the next line off the input and hands it out without its line end, with the octets it had; `None` if it
    /// has not ended yet.
    pub(super) fn next<'l, 'i: 'l>(&mut self, input: &mut &'i [u8], line: &'l mut Vec<u8>) -> Option<(&'l [u8], u64)> {
        let end = memchr(b'\n', input);
        let (piece, behind) = input.split_at_checked(end.map_or(input.len(), |end| end + 1))?;
        *input = behind;
        if end.is_some() && self.octets == 0 && piece.len() <= LONGEST {
            return Some((without_end(piece), piece.len() as u64));
        }
        let room = LONGEST - self.held.len();
        self.held.extend_from_slice(piece.get(..room).unwrap_or(piece));
        self.octets += piece.len() as u64;
        end.and_then(|_| self.last(line))
    }

    /// The line that has not ended.
    pub(super) fn last<'a>(&mut self, line: &'a mut Vec<u8>) -> Option<(&'a [u8], u64)> {
        line.clear();
        line.append(&mut self.held);
        let octets = std::mem::take(&mut self.octets);
        (octets > 0).then(|| (without_end(line), octets))
    }
}

fn without_end(line: &[u8]) -> &[u8] {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    line.strip_suffix(b"\r").unwrap_or(line)
}
