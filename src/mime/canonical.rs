//! The canonical form of text lines: every line end is CRLF (RFC 2045 §2.1, RFC 2046 §4.1.1).

use super::transform::Transform;
use crate::proto::line::Stuffer;

/// Makes CR, LF and CRLF a CRLF and ends the last line; nothing stays nothing.
#[derive(Clone, Debug)]
pub struct Canonical(Stuffer);

impl Canonical {
    /// At the beginning of a text.
    pub fn new() -> Self {
        Self(Stuffer::without_dots())
    }
}

impl Default for Canonical {
    fn default() -> Self {
        Self::new()
    }
}

impl Transform for Canonical {
    fn push(&mut self, input: &[u8], output: &mut Vec<u8>) {
        self.0.push(input, output);
    }

    fn finish(&mut self, output: &mut Vec<u8>) {
        self.0.finish(output);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn canonical(pieces: &[&[u8]]) -> Vec<u8> {
        let (mut transform, mut output) = (Canonical::new(), Vec::new());
        pieces.iter().for_each(|piece| transform.push(piece, &mut output));
        transform.finish(&mut output);
        output
    }

    #[test]
    fn every_line_end_becomes_crlf() {
        for (text, wanted) in [
            (&b""[..], &b""[..]),
            (b"a", b"a\r\n"),
            (b"a\nb\rc\r\nd\n\r\r\n", b"a\r\nb\r\nc\r\nd\r\n\r\n\r\n"),
            (b"\r\r\n\n", b"\r\n\r\n\r\n"),
            (b"a\r\n", b"a\r\n"),
        ] {
            for at in 0..=text.len() {
                assert_eq!(canonical(&[&text[..at], &text[at..]]), wanted);
            }
        }
    }

    proptest! {
        #[test]
        fn canonical_text_stays(text in "[ab\r\n]{0,30}") {
            let once = canonical(&[text.as_bytes()]);
            prop_assert_eq!(canonical(&[&once]), once.clone());
            let octets: Vec<&[u8]> = text.as_bytes().chunks(1).collect();
            prop_assert_eq!(canonical(&octets), once);
        }
    }
}
