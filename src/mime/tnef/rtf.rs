//! Compressed RTF ([MS-OXRTFCP]): text in references to a window of 4,096 octets that begins with what most RTF has.

use crate::mime::flaw::Flaw;
use crate::mime::flaw::Severity::{Error, Warning};
use crate::mime::notes::{Kind, Notes};
use crate::mime::transform::{Decode, Transform};

/// What the window begins with ([MS-OXRTFCP] §2.1.2.1).
const WINDOW: &[u8; 207] = b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \
    \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \
    \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx";
const SIZE: usize = 4096;
const HEADER: usize = 16;

const HEADER_CUT: Kind = (Error, "rtf-truncated", "[MS-OXRTFCP] §2.1.3.1");
const UNKNOWN: Kind = (Error, "rtf-unknown", "[MS-OXRTFCP] §2.1.3.1.1");
const TRUNCATED: Kind = (Error, "rtf-truncated", "[MS-OXRTFCP] §2.2.2.1");
const CHECKSUM: Kind = (Warning, "rtf-checksum", "[MS-OXRTFCP] §2.1.3.2");

/// Makes RTF of compressed RTF.
pub struct Decoder {
    state: State,
    /// The header, then what a reference begins with.
    held: Vec<u8>,
    window: Box<[u8; SIZE]>,
    at: usize,
    /// What the next tokens are, and how many of them are known.
    control: u8,
    known: u8,
    sum: crc32fast::Hasher,
    expected: u32,
    /// Octets taken in.
    taken: usize,
    notes: Notes,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Header,
    Compressed,
    Plain,
    Over,
}

impl Default for Decoder {
    fn default() -> Decoder {
        Decoder::new()
    }
}

impl Decoder {
    /// At the beginning.
    pub fn new() -> Decoder {
        let mut window = Box::new([b' '; SIZE]);
        window.iter_mut().zip(WINDOW).for_each(|(to, from)| *to = *from);
        Decoder {
            state: State::Header,
            held: Vec::new(),
            window,
            at: WINDOW.len(),
            control: 0,
            known: 0,
            // The checksum begins with 0 and is not turned around at the end.
            sum: crc32fast::Hasher::new_with_initial(u32::MAX),
            expected: 0,
            taken: 0,
            notes: Notes::default(),
        }
    }

    fn header(&mut self) {
        let word = |at: usize| super::word(&self.held, at);
        let (magic, expected) = (word(8), word(12));
        self.expected = expected;
        self.state = match &magic.to_le_bytes() {
            b"LZFu" => State::Compressed,
            b"MELA" => State::Plain,
            _ => {
                self.notes.note(UNKNOWN, 8, format!("the RTF is compressed in an unknown way ({magic:#010x})"));
                self.expected = 0;
                State::Over
            }
        };
        self.held.clear();
    }

    /// A token, or what says which tokens come.
    fn octet(&mut self, octet: u8, output: &mut Vec<u8>) {
        if self.known == 0 {
            (self.control, self.known) = (octet, 8);
            return;
        }
        let literal = self.control & 1 == 0;
        if literal {
            self.put(octet, output);
        } else if let Some(first) = self.held.pop() {
            self.reference(u16::from_be_bytes([first, octet]), output);
        } else {
            return self.held.push(octet);
        }
        self.control >>= 1;
        self.known -= 1;
    }

    /// Twelve bits of place, four of length; the place that would be written next ends it all.
    fn reference(&mut self, reference: u16, output: &mut Vec<u8>) {
        let (from, count) = (usize::from(reference >> 4), usize::from(reference & 15) + 2);
        if from == self.at {
            self.state = State::Over;
            return;
        }
        for at in from..from + count {
            let octet = self.window.get(at % SIZE).copied().unwrap_or_default();
            self.put(octet, output);
        }
    }

    fn put(&mut self, octet: u8, output: &mut Vec<u8>) {
        if let Some(place) = self.window.get_mut(self.at) {
            *place = octet;
        }
        self.at = (self.at + 1) % SIZE;
        output.push(octet);
    }
}

impl Transform for Decoder {
    fn push(&mut self, input: &[u8], output: &mut Vec<u8>) {
        let mut rest = input;
        while let Some((&octet, behind)) = rest.split_first() {
            match self.state {
                State::Header => {
                    self.held.push(octet);
                    if self.held.len() == HEADER {
                        self.header();
                    }
                }
                State::Compressed => {
                    self.sum.update(&[octet]);
                    self.octet(octet, output);
                }
                State::Plain => {
                    output.extend_from_slice(rest);
                    self.taken += rest.len();
                    return;
                }
                State::Over => return,
            }
            self.taken += 1;
            rest = behind;
        }
    }

    fn finish(&mut self, _: &mut Vec<u8>) {
        let text = "the compressed RTF ends early";
        match self.state {
            State::Header => self.notes.note(HEADER_CUT, self.taken, text),
            State::Compressed => self.notes.note(TRUNCATED, self.taken, text),
            State::Plain | State::Over => {}
        }
        let sum = !std::mem::take(&mut self.sum).finalize();
        // Nothing was compressed where nothing is expected.
        if self.state == State::Over && self.expected != 0 && sum != self.expected {
            self.notes.note(CHECKSUM, 0, "the checksum of the compressed RTF does not fit");
        }
    }
}

impl Decode for Decoder {
    fn findings(&mut self) -> Vec<Flaw> {
        std::mem::take(&mut self.notes).finish()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn decode(input: &[u8], step: usize) -> (Vec<u8>, Vec<&'static str>) {
        let (mut decoder, mut output) = (Decoder::new(), Vec::new());
        input.chunks(step).for_each(|piece| decoder.push(piece, &mut output));
        decoder.finish(&mut output);
        (output, decoder.findings().iter().map(|flaw| flaw.code).collect())
    }

    /// [MS-OXRTFCP] §3.1.1 and §3.1.2.
    const SAMPLES: [(&[u8], &[u8]); 2] = [
        (
            b"\x2d\0\0\0\x2b\0\0\0LZFu\xf1\xc5\xc7\xa7\x03\0\x0a\0rcpg125\x42\x32\x0a\xf3 hel\x09\0 bw\x05\xb0ld}\x0a\x80\
              \x0f\xa0",
            b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n",
        ),
        (
            b"\x1a\0\0\0\x1c\0\0\0LZFu\xe2\xd4\x4b\x51\x41\0\x04 WXYZ\x0dn}\x01\x0e\xb0",
            b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}",
        ),
    ];

    #[test]
    fn samples_of_the_specification() {
        for (compressed, plain) in SAMPLES {
            for step in 1..compressed.len() {
                let (output, flaws) = decode(compressed, step);
                assert_eq!(String::from_utf8_lossy(&output), String::from_utf8_lossy(plain));
                assert_eq!(flaws, [""; 0]);
            }
        }
        let (output, flaws) = decode(b"\x08\0\0\0\x08\0\0\0MELA\0\0\0\0{\\rtf1}\0", 5);
        assert_eq!((output.as_slice(), flaws.len()), (b"{\\rtf1}\0".as_slice(), 0));
    }

    #[test]
    fn what_is_broken_is_told() {
        let (compressed, plain) = SAMPLES[0];
        for end in 0..compressed.len() {
            let (output, flaws) = decode(&compressed[..end], 7);
            assert!(plain.starts_with(&output));
            assert_eq!(flaws, ["rtf-truncated"], "{end}");
        }
        let mut other = compressed.to_vec();
        other[24] ^= 1;
        assert_eq!(decode(&other, 9).1, ["rtf-checksum"]);
        other[8] = b'X';
        assert_eq!(decode(&other, 9), (Vec::new(), vec!["rtf-unknown"]));
    }

    proptest! {
        #[test]
        fn anything_is_read(octets in prop::collection::vec(any::<u8>(), 0..300), step in 1usize..40) {
            let input = [b"\0\0\0\0\0\0\0\0LZFu\0\0\0\0", octets.as_slice()].concat();
            let whole = decode(&input, usize::MAX);
            prop_assert!(whole.0.len() <= 9 * octets.len());
            prop_assert_eq!(decode(&input, step), whole);
        }
    }
}
