//! Line numbers for offsets in a stream.

use memchr::memchr_iter;

/// Knows the lines of the last two pieces: what a decoder tells of is never far behind.
#[derive(Debug, Default)]
pub struct Places {
    /// Of each piece its octets, the offset and the lines before it.
    pieces: [(Vec<u8>, u64, u64); 2],
    /// Offset and lines behind the last.
    end: (u64, u64),
}

impl Places {
    /// At the beginning of a stream.
    pub fn new() -> Places {
        Places::default()
    }

    /// Takes the next piece.
    pub fn piece(&mut self, octets: &[u8]) {
        if octets.is_empty() {
            return;
        }
        self.pieces.swap(0, 1);
        let (kept, offset, lines) = &mut self.pieces[1];
        kept.clear();
        kept.extend_from_slice(octets);
        (*offset, *lines) = self.end;
        self.end.0 += octets.len() as u64;
        self.end.1 += memchr_iter(b'\n', octets).count() as u64;
    }

    /// The number of the line, from 1, in which the octet at `offset` stands, unless that is too far behind.
    pub fn line(&self, offset: u64) -> Option<u64> {
        if offset == 0 || offset >= self.end.0 {
            return Some(if offset == 0 { 1 } else { self.end.1 + 1 });
        }
        let (kept, before, lines) = self.pieces.iter().rev().find(|(_, before, _)| *before <= offset)?;
        let within = kept.get(..usize::try_from(offset - before).ok()?)?;
        Some(lines + memchr_iter(b'\n', within).count() as u64 + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_the_last_two_pieces() {
        let mut places = Places::new();
        for piece in [&b"a\nb\n"[..], b"c", b"\nd\n"] {
            places.piece(piece);
        }
        let lines: Vec<_> = (0..=8).map(|offset| places.line(offset)).collect();
        assert_eq!(lines, [Some(1), None, None, None, Some(3), Some(3), Some(4), Some(4), Some(5)]);
    }
}
