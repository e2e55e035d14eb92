//! What has to be known of octets before they are sent: sizes, line lengths, and what forbids 7bit or 8bit
//! (RFC 2045 §2.7, §2.8, §6.2; RFC 5322 §2.1.1).

use memchr::{memchr, memchr2_iter};

use super::charset::Utf8;
use super::quoted_printable;
use super::transform::Transform;

/// So many octets are looked at by every test in turn while they are in the processor's cache.
const PIECE: usize = 16 * 1024;

/// What a [`Survey`] found.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Facts {
    /// Octets as read.
    pub octets: u64,
    /// Octets with every line end written as CRLF and the last line ended.
    pub canonical: u64,
    /// Octets that [`quoted_printable::Encoder::text`] makes of it; `None` when surveyed quickly.
    pub quoted_printable: Option<u64>,
    /// There are octets above 127 (RFC 2045 §2.8).
    pub eight_bit: bool,
    /// Octets of the longest line of the canonical form, the line end not counted.
    pub longest_line: u64,
    /// There are NUL octets, which neither 7bit nor 8bit allows.
    pub nul: bool,
    /// There is a CR without a LF behind it.
    pub bare_cr: bool,
    /// There is a LF without a CR before it.
    pub bare_lf: bool,
    /// All of it is valid UTF-8.
    pub utf8: bool,
}

impl Facts {
    /// The facts of octets that are in memory.
    pub fn of(octets: &[u8]) -> Self {
        let mut survey = Survey::new();
        survey.push(octets);
        survey.finish()
    }
}

/// Looks through octets as they pass; the facts do not depend on how the input is cut.
#[derive(Clone, Debug)]
pub struct Survey {
    facts: Facts,
    /// Octets of the line that has not ended yet.
    line: u64,
    after_cr: bool,
    utf8: Utf8,
    text: Option<Trial>,
}

/// The text encoded on trial, to know how long it gets.
#[derive(Clone, Debug)]
struct Trial {
    encoder: quoted_printable::Encoder,
    encoded: Vec<u8>,
    size: u64,
}

impl Default for Survey {
    fn default() -> Self {
        Self::new()
    }
}

impl Survey {
    /// A survey of text: it also counts the exact size of the quoted-printable form.
    pub fn new() -> Self {
        let trial = Trial { encoder: quoted_printable::Encoder::text(), encoded: Vec::new(), size: 0 };
        Self { text: Some(trial), ..Self::quick() }
    }

    /// A survey without the quoted-printable size, several times as fast.
    pub fn quick() -> Self {
        Self { facts: Facts::default(), line: 0, after_cr: false, utf8: Utf8::default(), text: None }
    }

    /// Looks at the next octets.
    pub fn push(&mut self, input: &[u8]) {
        for piece in input.chunks(PIECE) {
            self.facts.octets += piece.len() as u64;
            self.facts.nul = self.facts.nul || memchr(0, piece).is_some();
            self.facts.eight_bit = self.facts.eight_bit || !piece.is_ascii();
            if self.facts.eight_bit {
                self.utf8.push(piece, |_| {});
            }
            self.lines(piece);
            if let Some(trial) = &mut self.text {
                trial.push(piece);
            }
        }
    }

    /// What was found.
    pub fn finish(mut self) -> Facts {
        self.facts.bare_cr |= self.after_cr;
        if self.line > 0 {
            self.end_line();
        }
        self.facts.utf8 = self.utf8.finish().is_ok();
        self.facts.quoted_printable = self.text.map(Trial::finish);
        self.facts
    }

    /// True when the last octet seen is a CR, which the next one may make a CRLF.
    pub(super) fn after_cr(&self) -> bool {
        self.after_cr
    }

    /// Takes the CR that came last for a LF.
    pub(super) fn cr_was_lf(&mut self) {
        self.after_cr = false;
        self.facts.bare_lf = true;
    }

    fn lines(&mut self, piece: &[u8]) {
        let mut start = 0;
        for (at, is_cr) in memchr2_iter(b'\r', b'\n', piece).map(|at| (at, piece.get(at) == Some(&b'\r'))) {
            let octets = at - start;
            start = at + 1;
            let crlf = self.after_cr && octets == 0 && !is_cr;
            if !crlf {
                self.facts.bare_cr |= self.after_cr;
                self.facts.bare_lf |= !is_cr;
                self.line += octets as u64;
                self.end_line();
            }
            self.after_cr = is_cr;
        }
        let rest = piece.len() - start;
        if rest > 0 {
            self.facts.bare_cr |= self.after_cr;
            self.after_cr = false;
            self.line += rest as u64;
        }
    }

    fn end_line(&mut self) {
        self.facts.canonical += self.line + 2;
        self.facts.longest_line = self.facts.longest_line.max(self.line);
        self.line = 0;
    }
}

impl Trial {
    fn push(&mut self, piece: &[u8]) {
        self.encoder.push(piece, &mut self.encoded);
        self.count();
    }

    fn finish(mut self) -> u64 {
        self.encoder.finish(&mut self.encoded);
        self.count();
        self.size
    }

    fn count(&mut self) {
        self.size += self.encoded.len() as u64;
        self.encoded.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn nothing_has_no_lines() {
        assert_eq!(Facts::of(b""), Facts { quoted_printable: Some(0), utf8: true, ..Facts::default() });
    }

    #[test]
    fn every_line_end_counts_as_crlf() {
        let facts = Facts::of(b"a\nbb\r\nccc\rdddd");
        assert_eq!((facts.octets, facts.canonical, facts.longest_line), (14, 18, 4));
        assert!(facts.bare_cr && facts.bare_lf && facts.utf8 && !facts.eight_bit && !facts.nul);
        let facts = Facts::of(b"a\r\n\r\n");
        assert_eq!((facts.canonical, facts.bare_cr, facts.bare_lf), (5, false, false));
        assert_eq!(Facts::of(b"\n\r\r\n").canonical, 6);
        assert!(Facts::of(b"\r").bare_cr);
    }

    #[test]
    fn octets_above_127_are_utf8_or_not() {
        assert!(Facts::of("\u{fc}\u{20ac}".as_bytes()).utf8);
        assert!(Facts::of("\u{fc}".as_bytes()).eight_bit);
        assert!(!Facts::of(b"caf\xe9").utf8);
        assert!(!Facts::of(b"\xe9 la carte").utf8);
        assert!(Facts::of(b"a\0").nul);
    }

    proptest! {
        #[test]
        fn facts_do_not_depend_on_the_split(
            octets in proptest::collection::vec(prop_oneof![Just(b'\r'), Just(b'\n'), Just(0xc3), Just(0xa9), any::<u8>()], 0..40),
        ) {
            let whole = Facts::of(&octets);
            for at in 0..=octets.len() {
                let mut survey = Survey::new();
                survey.push(&octets[..at]);
                survey.push(&octets[at..]);
                prop_assert_eq!(&survey.finish(), &whole);
            }
            let mut encoded = Vec::new();
            let mut canonical = super::super::canonical::Canonical::new();
            canonical.push(&octets, &mut encoded);
            canonical.finish(&mut encoded);
            prop_assert_eq!(encoded.len() as u64, whole.canonical);
            prop_assert_eq!(std::str::from_utf8(&octets).is_ok(), whole.utf8);
        }
    }
}
