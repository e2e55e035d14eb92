//! Bodies that are not encoded: 7bit, 8bit and binary (RFC 2045 §2.7 to §2.9 and §6.2).

use memchr::memchr;

use super::flaw::{Flaw, Flaws, Severity};
use super::transfer_encoding::LONGEST_LINE;
use super::transform::{Decode, Transform};

/// Hands octets on as they are, and tells what the label of the body does not allow.
#[derive(Clone, Debug)]
pub struct Decoder {
    rule: Rule,
    /// Octets so far.
    offset: u64,
    /// Where the line began.
    line: u64,
    /// The octet that came last is CR.
    cr: bool,
    /// What was told of this line already.
    told: Told,
    flaws: Flaws,
}

#[derive(Clone, Copy, Debug, Default)]
struct Told {
    long: bool,
    nul: bool,
    eight_bit: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rule {
    SevenBit,
    EightBit,
    Binary,
    Unknown,
}

impl Decoder {
    /// Lines of at most 998 octets, of ASCII without NUL (RFC 2045 §2.7).
    pub fn seven_bit() -> Self {
        Self::new(Rule::SevenBit)
    }

    /// Lines of at most 998 octets without NUL (RFC 2045 §2.8).
    pub fn eight_bit() -> Self {
        Self::new(Rule::EightBit)
    }

    /// Anything (RFC 2045 §2.9).
    pub fn binary() -> Self {
        Self::new(Rule::Binary)
    }

    /// What is encoded in a way that nobody knows: it stays encoded, and that is a finding (RFC 2045 §6.4).
    pub fn unknown(name: &str) -> Self {
        let mut decoder = Self::new(Rule::Unknown);
        let message = format!("the transfer encoding {name:?} is not known; the body is left as it is");
        let (code, severity) = ("unknown-encoding", Severity::Error);
        decoder.flaws.note(Flaw { code, severity, offset: 0, message: message.into(), rfc: "RFC 2045 §6.4" });
        decoder
    }

    fn new(rule: Rule) -> Self {
        Self { rule, offset: 0, line: 0, cr: false, told: Told::default(), flaws: Flaws::new() }
    }

    fn note(&mut self, code: &'static str, offset: u64, message: &'static str, rfc: &'static str) {
        self.flaws.note(Flaw { code, severity: Severity::Warning, offset, message: message.into(), rfc });
    }

    /// Looks at a piece of one line, without its LF.
    fn check(&mut self, piece: &[u8]) {
        if !self.told.nul
            && let Some(at) = memchr(0, piece)
        {
            self.told.nul = true;
            self.note("nul", self.offset + at as u64, "NUL is allowed in binary bodies only", "RFC 2045 §2.7");
        }
        if self.rule == Rule::SevenBit
            && !self.told.eight_bit
            && let Some(at) = piece.iter().position(|octet| *octet > 127)
        {
            self.told.eight_bit = true;
            let message = "a body that is labelled 7bit has an octet above 127";
            self.note("eight-bit-in-7bit", self.offset + at as u64, message, "RFC 2045 §2.7");
        }
    }

    fn measure(&mut self, end: u64) {
        if end.saturating_sub(self.line) > LONGEST_LINE && !self.told.long {
            self.told.long = true;
            let message = "a line has more than 998 octets, which no server has to take";
            self.note("line-too-long", self.line + LONGEST_LINE, message, "RFC 5322 §2.1.1");
        }
    }
}

impl Transform for Decoder {
    fn push(&mut self, input: &[u8], output: &mut Vec<u8>) {
        output.extend_from_slice(input);
        if matches!(self.rule, Rule::Binary | Rule::Unknown) {
            self.offset += input.len() as u64;
            return;
        }
        let odd = memchr(0, input).is_some() || (self.rule == Rule::SevenBit && !input.is_ascii());
        let mut rest = input;
        while !rest.is_empty() {
            let end = memchr(b'\n', rest);
            let piece = end.and_then(|end| rest.get(..end)).unwrap_or(rest);
            if odd {
                self.check(piece);
            }
            self.offset += piece.len() as u64;
            self.cr = piece.last().map_or(self.cr, |last| *last == b'\r');
            self.measure(self.offset - u64::from(self.cr));
            if end.is_some() {
                self.offset += 1;
                (self.line, self.told, self.cr) = (self.offset, Told::default(), false);
            }
            rest = rest.get(piece.len() + 1..).unwrap_or(b"");
        }
    }

    fn finish(&mut self, _: &mut Vec<u8>) {
        self.flaws.close();
    }
}

impl Decode for Decoder {
    fn findings(&mut self) -> Vec<Flaw> {
        self.flaws.take()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn findings(mut decoder: Decoder, pieces: &[&[u8]]) -> Vec<(&'static str, u64)> {
        let mut output = Vec::new();
        pieces.iter().for_each(|piece| decoder.push(piece, &mut output));
        decoder.finish(&mut output);
        assert_eq!(output, pieces.concat());
        decoder.findings().iter().map(|flaw| (flaw.code, flaw.offset)).collect()
    }

    #[test]
    fn what_the_label_does_not_allow() {
        let text = "a\n\u{e9}\u{e9}\0\0\r\n\u{e9}".as_bytes();
        assert_eq!(
            findings(Decoder::seven_bit(), &[text]),
            [("eight-bit-in-7bit", 2), ("nul", 6), ("eight-bit-in-7bit", 10)]
        );
        assert_eq!(findings(Decoder::eight_bit(), &[text]), [("nul", 6)]);
        assert_eq!(findings(Decoder::binary(), &[text]), []);
        assert_eq!(findings(Decoder::unknown("x-\u{1b}"), &[text]), [("unknown-encoding", 0)]);
        let line = "a".repeat(998);
        let lines = format!("{line}\r\n{line}\n{line}b\r\n{line}\r");
        assert_eq!(findings(Decoder::seven_bit(), &[lines.as_bytes()]), [("line-too-long", 2997)]);
    }

    proptest! {
        #[test]
        fn the_cut_does_not_matter(pieces in proptest::collection::vec(prop_oneof![
            Just(vec![b'a'; 997]), Just(b"\r\n".to_vec()), Just(b"\n".to_vec()), Just(b"\0".to_vec()), Just(b"\r".to_vec()),
            proptest::collection::vec(any::<u8>(), 0..4)
        ], 0..8)) {
            let body = pieces.concat();
            for decoder in [Decoder::seven_bit(), Decoder::eight_bit()] {
                let whole = findings(decoder.clone(), &[&body]);
                prop_assert_eq!(&findings(decoder.clone(), &body.chunks(1).collect::<Vec<_>>()), &whole);
                prop_assert_eq!(&findings(decoder, &body.chunks(7).collect::<Vec<_>>()), &whole);
            }
        }
    }
}
