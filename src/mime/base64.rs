//! base64 in lines of 76 characters (RFC 2045 §6.8, RFC 4648 §4).

use ::base64::Engine;
use ::base64::engine::general_purpose::STANDARD;

use super::transform::Transform;

/// Octets that make one line.
const OCTETS: usize = 57;
/// Characters of a full line, without its CRLF.
const CHARACTERS: usize = 76;

/// Encodes octets; every line ends with CRLF, the last one too. Nothing becomes nothing.
#[derive(Clone, Debug, Default)]
pub struct Encoder {
    /// Less than a line, waiting for more.
    held: Vec<u8>,
}

/// The octets that [`Encoder`] makes of so many octets.
pub fn encoded_size(octets: u64) -> u64 {
    let (lines, rest) = (octets / OCTETS as u64, octets % OCTETS as u64);
    let last = if rest > 0 { rest.div_ceil(3) * 4 + 2 } else { 0 };
    lines.saturating_mul(CHARACTERS as u64 + 2).saturating_add(last)
}

impl Encoder {
    /// At the beginning of a body.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Transform for Encoder {
    fn push(&mut self, input: &[u8], output: &mut Vec<u8>) {
        let mut rest = input;
        if !self.held.is_empty() {
            let missing = OCTETS - self.held.len();
            let (head, behind) = rest.split_at_checked(missing).unwrap_or((rest, b""));
            self.held.extend_from_slice(head);
            rest = behind;
            if self.held.len() < OCTETS {
                return;
            }
            push_lines(&self.held, output);
            self.held.clear();
        }
        let whole = rest.len() - rest.len() % OCTETS;
        let (lines, behind) = rest.split_at_checked(whole).unwrap_or((rest, b""));
        push_lines(lines, output);
        self.held.extend_from_slice(behind);
    }

    fn finish(&mut self, output: &mut Vec<u8>) {
        push_lines(&self.held, output);
        self.held.clear();
    }
}

/// Encodes whole lines, of which the last may be short.
fn push_lines(octets: &[u8], output: &mut Vec<u8>) {
    let start = output.len();
    output.resize(start + encoded_size(octets.len() as u64) as usize, b'\n');
    let lines = output.get_mut(start..).unwrap_or_default().chunks_mut(CHARACTERS + 2);
    for (octets, line) in octets.chunks(OCTETS).zip(lines) {
        let written = STANDARD.encode_slice(octets, line);
        debug_assert!(written.is_ok(), "a line has room for its octets");
        if let Some(cr) = written.ok().and_then(|characters| line.get_mut(characters)) {
            *cr = b'\r';
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn encode(pieces: &[&[u8]]) -> Vec<u8> {
        let (mut encoder, mut output) = (Encoder::new(), Vec::new());
        pieces.iter().for_each(|piece| encoder.push(piece, &mut output));
        encoder.finish(&mut output);
        output
    }

    /// RFC 4648 §10.
    #[test]
    fn known_answers() {
        assert_eq!(encode(&[]), b"");
        let known = ["Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy"];
        for (octets, wanted) in (1..).zip(known) {
            assert_eq!(encode(&[&b"foobar"[..octets]]), format!("{wanted}\r\n").as_bytes());
        }
    }

    #[test]
    fn lines_have_76_characters() {
        for octets in [56, 57, 58, 113, 114, 115, 1000] {
            let input: Vec<u8> = (0..octets).map(|n| n as u8).collect();
            let encoded = encode(&[&input]);
            assert_eq!(encoded.len() as u64, encoded_size(octets));
            assert!(encoded.ends_with(b"\r\n"));
            let lines: Vec<&[u8]> = encoded.split(|octet| *octet == b'\n').collect();
            assert!(lines.iter().rev().skip(2).all(|line| line.len() == 77));
            for at in 0..=input.len() {
                assert_eq!(encode(&[&input[..at], &input[at..]]), encoded);
            }
        }
        assert_eq!(encoded_size(u64::MAX), u64::MAX);
    }

    proptest! {
        #[test]
        fn what_is_encoded_is_read_back(pieces in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 0..130), 0..6)) {
            let pieces: Vec<&[u8]> = pieces.iter().map(Vec::as_slice).collect();
            let mut encoded = encode(&pieces);
            prop_assert_eq!(encoded.len() as u64, encoded_size(pieces.concat().len() as u64));
            encoded.retain(|octet| !b"\r\n".contains(octet));
            prop_assert_eq!(STANDARD.decode(encoded).unwrap(), pieces.concat());
        }
    }
}
