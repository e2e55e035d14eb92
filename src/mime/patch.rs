//! A few changes to a message that stays as it is everywhere else.

use std::collections::VecDeque;
use std::ops::Range;

use super::canonical::Canonical;
use super::line_end::LineEnds;
use super::transfer_encoding::{Mechanism, TransferEncoding};
use super::transform::{Decode, LineEnd, Transform};

/// What becomes of a stretch of octets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The octets, counted from the beginning; an empty range is a place where something comes in.
    pub range: Range<u64>,
    /// What stands there afterwards.
    pub with: With,
}

/// What stands in the place of what was there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum With {
    /// These octets; none: what was there is left out.
    Octets(Vec<u8>),
    /// The same content in another encoding.
    Recoded(Recoding),
    /// What the octets encode.
    Decoded(Mechanism),
    /// The octets themselves, their line ends too.
    Kept,
}

/// A body from one transfer encoding into another. It ends with a line end if it did so before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recoding {
    /// As it is.
    pub from: Mechanism,
    /// As it is to be.
    pub to: TransferEncoding,
    /// It is made of lines, which all end with CRLF then.
    pub text: bool,
}

impl Edit {
    /// Leaves something out.
    pub fn cut(range: Range<u64>) -> Edit {
        Edit { range, with: With::Octets(Vec::new()) }
    }

    /// Puts something in the place of something else.
    pub fn replace(range: Range<u64>, octets: impl Into<Vec<u8>>) -> Edit {
        Edit { range, with: With::Octets(octets.into()) }
    }

    /// Puts something in.
    pub fn insert(at: u64, octets: impl Into<Vec<u8>>) -> Edit {
        Edit::replace(at..at, octets)
    }

    /// Puts nothing in the place of nothing.
    pub(super) fn is_nothing(&self) -> bool {
        self.range.is_empty() && matches!(&self.with, With::Octets(octets) if octets.is_empty())
    }
}

/// Makes edits while the octets pass; however those are cut, the result is the same.
#[derive(Default)]
pub struct Patch {
    edits: VecDeque<Edit>,
    at: u64,
    recoder: Option<Box<dyn Transform + Send>>,
    line_ends: Option<LineEnds>,
    /// What was made of one piece.
    made: Vec<u8>,
}

impl Patch {
    /// Of these edits, in any order; where two overlap, the one that begins later is left out.
    pub fn new(mut edits: Vec<Edit>) -> Patch {
        edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
        let mut end = 0;
        edits.retain(|edit| {
            let fits = edit.range.start >= end && edit.range.end >= edit.range.start;
            end = if fits { edit.range.end } else { end };
            fits
        });
        Patch { edits: edits.into(), ..Patch::default() }
    }

    /// Makes every line end the same, too, but in what is [`With::Kept`].
    pub fn line_ends(self, to: LineEnd) -> Patch {
        Patch { line_ends: Some(LineEnds::new(to)), ..self }
    }

    /// The octets of the edit at hand that stand in `rest`; the edit is over when its last octet is among them.
    fn inside(&mut self, rest: &[u8], output: &mut Vec<u8>) -> usize {
        let Some(edit) = self.edits.front() else { return 0 };
        let taken = width(edit.range.end - self.at, rest);
        let octets = rest.get(..taken).unwrap_or_default();
        match &edit.with {
            With::Octets(with) if self.at == edit.range.start => self.made.extend_from_slice(with),
            With::Octets(_) => {}
            With::Recoded(recoding) => {
                let recoder = self.recoder.get_or_insert_with(|| Box::new(Recoder::new(recoding)));
                recoder.push(octets, &mut self.made);
            }
            With::Decoded(mechanism) => {
                let decoder = self.recoder.get_or_insert_with(|| Box::new(Decoder(mechanism.decoder())));
                decoder.push(octets, &mut self.made);
            }
            With::Kept => match &mut self.line_ends {
                Some(ends) => ends.pass(octets, output),
                None => output.extend_from_slice(octets),
            },
        }
        self.at += taken as u64;
        if self.at == edit.range.end {
            if let Some(mut recoder) = self.recoder.take() {
                recoder.finish(&mut self.made);
            }
            self.edits.pop_front();
        }
        self.write(output);
        taken
    }

    /// Hands out what was made, its lines as they are wanted.
    fn write(&mut self, output: &mut Vec<u8>) {
        match &mut self.line_ends {
            Some(ends) => ends.push(&self.made, output),
            None => output.extend_from_slice(&self.made),
        }
        self.made.clear();
    }

    /// What stays, its lines as they are wanted.
    fn stay(&mut self, octets: &[u8], output: &mut Vec<u8>) {
        match &mut self.line_ends {
            Some(ends) => ends.push(octets, output),
            None => output.extend_from_slice(octets),
        }
    }
}

impl Transform for Patch {
    fn push(&mut self, input: &[u8], output: &mut Vec<u8>) {
        let mut rest = input;
        while !rest.is_empty() {
            let taken = match self.edits.front() {
                Some(edit) if edit.range.start <= self.at => self.inside(rest, output),
                edit => {
                    let taken = edit.map_or(rest.len(), |edit| width(edit.range.start - self.at, rest));
                    self.stay(rest.get(..taken).unwrap_or_default(), output);
                    self.at += taken as u64;
                    taken
                }
            };
            rest = rest.get(taken..).unwrap_or_default();
        }
    }

    /// What comes in behind the last octet; an edit of octets that never came ends here.
    fn finish(&mut self, output: &mut Vec<u8>) {
        if let Some(mut recoder) = self.recoder.take() {
            recoder.finish(&mut self.made);
            self.edits.pop_front();
        }
        for edit in std::mem::take(&mut self.edits) {
            if let (With::Octets(octets), true) = (edit.with, edit.range.start == self.at) {
                self.made.extend(octets);
            }
        }
        self.write(output);
        if let Some(ends) = &mut self.line_ends {
            ends.finish(output);
        }
    }
}

/// So many of the octets, and no more than there are.
fn width(octets: u64, rest: &[u8]) -> usize {
    usize::try_from(octets).unwrap_or(usize::MAX).min(rest.len())
}

/// A [`Recoding`] as it is made.
struct Recoder {
    decoder: Box<dyn Transform + Send>,
    canonical: Option<Canonical>,
    encoder: Box<dyn Transform + Send>,
    /// Quoted-printable shows where its lines end; in base64 the line end is that of what was there.
    shows_lines: bool,
    /// The octets that came last, as they were and as they decode.
    last: (u8, u8),
    /// A line end that is written only if something follows.
    held: bool,
    decoded: Vec<u8>,
    lines: Vec<u8>,
    encoded: Vec<u8>,
}

/// What a body encodes.
struct Decoder(Box<dyn Decode + Send>);

impl Transform for Decoder {
    fn push(&mut self, input: &[u8], output: &mut Vec<u8>) {
        self.0.push(input, output);
    }

    fn finish(&mut self, output: &mut Vec<u8>) {
        self.0.finish(output);
    }
}

impl Recoder {
    fn new(recoding: &Recoding) -> Recoder {
        Recoder {
            decoder: recoding.from.decoder(),
            canonical: recoding.text.then(Canonical::new),
            encoder: recoding.to.encoder(),
            shows_lines: recoding.to != TransferEncoding::Base64,
            last: (0, 0),
            held: false,
            decoded: Vec::new(),
            lines: Vec::new(),
            encoded: Vec::new(),
        }
    }

    /// What was decoded becomes what is written.
    fn pass(&mut self, output: &mut Vec<u8>) {
        self.last.1 = self.decoded.last().copied().unwrap_or(self.last.1);
        // The last line is ended by whoever ends it, so this is not finished.
        match &mut self.canonical {
            Some(canonical) => {
                canonical.push(&self.decoded, &mut self.lines);
                self.encoder.push(&self.lines, &mut self.encoded);
            }
            None => self.encoder.push(&self.decoded, &mut self.encoded),
        }
        self.decoded.clear();
        self.lines.clear();
        self.write(output);
    }

    fn write(&mut self, output: &mut Vec<u8>) {
        if self.encoded.is_empty() {
            return;
        }
        if std::mem::take(&mut self.held) {
            output.extend_from_slice(b"\r\n");
        }
        self.held = self.encoded.ends_with(b"\r\n");
        let width = self.encoded.len() - if self.held { 2 } else { 0 };
        output.extend_from_slice(self.encoded.get(..width).unwrap_or_default());
        self.encoded.clear();
    }
}

impl Transform for Recoder {
    fn push(&mut self, input: &[u8], output: &mut Vec<u8>) {
        self.last.0 = input.last().copied().unwrap_or(self.last.0);
        self.decoder.push(input, &mut self.decoded);
        self.pass(output);
    }

    fn finish(&mut self, output: &mut Vec<u8>) {
        self.decoder.finish(&mut self.decoded);
        self.pass(output);
        self.encoder.finish(&mut self.encoded);
        self.write(output);
        let last = if self.shows_lines { self.last.1 } else { self.last.0 };
        if self.held && matches!(last, b'\r' | b'\n') {
            output.extend_from_slice(b"\r\n");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The result, the same however the text is cut.
    fn patched(text: &str, edits: &[Edit]) -> String {
        let cut_at = |at: usize| {
            let (mut patch, mut output) = (Patch::new(edits.to_vec()), Vec::new());
            patch.push(&text.as_bytes()[..at], &mut output);
            patch.push(&text.as_bytes()[at..], &mut output);
            patch.finish(&mut output);
            String::from_utf8(output).expect("text")
        };
        let whole = cut_at(0);
        (1..=text.len()).for_each(|at| assert_eq!(cut_at(at), whole, "cut at {at}"));
        whole
    }

    fn recoded(range: Range<u64>, from: Mechanism, to: TransferEncoding, text: bool) -> Edit {
        Edit { range, with: With::Recoded(Recoding { from, to, text }) }
    }

    #[test]
    fn cuts_and_comes_in() {
        let text = "From: a\r\nBcc: b\r\n c\r\nTo: d\r\nBcc: e\r\n\r\nbody";
        assert_eq!(patched(text, &[Edit::cut(9..21), Edit::cut(28..36)]), "From: a\r\nTo: d\r\n\r\nbody");
        let edits = [Edit::insert(3, "x"), Edit::insert(0, "<"), Edit::replace(1..3, "BC"), Edit::insert(3, "y")];
        assert_eq!(patched("abc", &edits), "<aBCxy");
        assert_eq!(patched("", &[Edit::insert(0, "all")]), "all");
    }

    #[test]
    fn what_overlaps_or_lies_beyond_is_left_out() {
        assert_eq!(patched("abcdef", &[Edit::cut(1..4), Edit::replace(2..5, "x"), Edit::insert(9, "y")]), "aef");
        assert_eq!(patched("abc", &[Edit::replace(1..9, "x")]), "ax");
    }

    #[test]
    fn line_ends_change_but_in_what_is_kept() {
        let kept = Edit { range: 4..8, with: With::Kept };
        for (to, wanted) in [(LineEnd::CrLf, "a\r\nx\r\nb\n\r\nc\r\n"), (LineEnd::Lf, "a\nx\nb\n\r\nc\n")] {
            for at in 0..12 {
                let edits = vec![Edit::replace(1..1, "\nx"), kept.clone()];
                let (mut patch, mut output) = (Patch::new(edits).line_ends(to), Vec::new());
                let text = b"a\r\nb\n\r\nc\n";
                let (head, tail) = text.split_at(at.min(text.len()));
                patch.push(head, &mut output);
                patch.push(tail, &mut output);
                patch.finish(&mut output);
                assert_eq!(String::from_utf8_lossy(&output), wanted, "cut at {at}");
            }
        }
    }

    #[test]
    fn recodes_and_leaves_the_last_line_as_it_was() {
        use TransferEncoding::{Base64, EightBit, QuotedPrintable};
        let edit = |to, text| vec![recoded(2..6, Mechanism::EightBit, to, text)];
        assert_eq!(patched("--\u{e9}\u{e9}--", &edit(QuotedPrintable, true)), "--=C3=A9=C3=A9--");
        assert_eq!(patched("--\u{e9}a\n--", &edit(QuotedPrintable, true)), "--=C3=A9a\r\n--");
        assert_eq!(patched("--\u{e9}a\n--", &edit(Base64, true)), "--w6lhDQo=\r\n--");
        assert_eq!(patched("--\u{e9}a\n--", &edit(Base64, false)), "--w6lhCg==\r\n--");
        assert_eq!(patched("--\u{e9}ab--", &edit(Base64, false)), "--w6lhYg==--");
        let open = Edit { range: 0..8, with: With::Decoded(Mechanism::Base64) };
        assert_eq!(patched("w6lhYg==\r\n.", &[open]), "\u{e9}ab\r\n.");
        let decoded = recoded(0..8, Mechanism::Base64, EightBit, true);
        assert_eq!(patched("w6lhYg==\r\n.", &[decoded]), "\u{e9}ab\r\n.");
    }
}
