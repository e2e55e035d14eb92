//! Lines: CRLF framing with limits, and the dot-stuffing that SMTP and POP3 share (RFC 5321 §4.5.2, RFC 1939 §3).

use bytes::{Bytes, BytesMut};
use memchr::{memchr, memchr2};

use super::plain::{BLOCK, is_plain};
use crate::base::Finding;

/// The longest line that is held as one, in octets. RFC 4954 §4 lets an AUTH line have 12,288.
pub const MAX_LINE: usize = 16 * 1024;

/// What stands at the beginning of a buffer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Framed {
    /// A whole line with its end.
    Line(Bytes),
    /// [`MAX_LINE`] octets of a line that has not ended by then; its rest comes as further pieces and a last line.
    Piece(Bytes),
}

/// Cuts a buffer into lines. A line ends with LF; one without CR before it is a finding, not a different line.
#[derive(Clone, Debug, Default)]
pub struct Lines {
    searched: usize,
    poisoned: bool,
}

impl Lines {
    /// Takes the next line off `buffer`, if it is there. Linear however the octets arrive.
    pub fn next(&mut self, buffer: &mut BytesMut) -> Option<Framed> {
        let window = buffer.get(self.searched..).unwrap_or_default();
        let end = memchr(b'\n', window).map(|at| self.searched + at + 1);
        match end {
            Some(end) if end <= MAX_LINE => {
                self.searched = 0;
                Some(Framed::Line(buffer.split_to(end).freeze()))
            }
            _ if buffer.len() >= MAX_LINE => {
                self.searched = 0;
                self.poisoned = true;
                Some(Framed::Piece(buffer.split_to(MAX_LINE).freeze()))
            }
            _ => {
                self.searched = buffer.len();
                None
            }
        }
    }

    /// True once if the line that just ended was longer than [`MAX_LINE`].
    pub fn take_poison(&mut self) -> bool {
        std::mem::take(&mut self.poisoned)
    }
}

/// The line without CRLF or LF at its end.
pub fn content(line: &[u8]) -> &[u8] {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    line.strip_suffix(b"\r").unwrap_or(line)
}

/// What is wrong with a line's end, its octets and its length.
pub fn findings(line: &[u8], limit: usize) -> Vec<Finding> {
    let mut found = Vec::new();
    if line.ends_with(b"\n") && !line.ends_with(b"\r\n") {
        found.push(bare_lf());
    }
    let content = content(line);
    if memchr(b'\r', content).is_some() {
        found.push(bare_cr());
    }
    if memchr(0, content).is_some() {
        found.push(nul());
    }
    if line.len() > limit {
        found.push(Finding::new(
            "line-too-long",
            format!("the line has {} octets, {limit} are allowed", line.len()),
            "RFC 5321 §4.5.3.1",
        ));
    }
    found
}

/// LF without CR before it.
pub fn bare_lf() -> Finding {
    Finding::new("bare-lf", "a line feed without a carriage return before it", "RFC 5321 §2.3.8")
}

/// CR without LF behind it.
pub fn bare_cr() -> Finding {
    Finding::new("bare-cr", "a carriage return without a line feed behind it", "RFC 5321 §2.3.8")
}

/// The octet 0.
pub fn nul() -> Finding {
    Finding::new("nul", "an octet of value 0", "RFC 5321 §4.5.2")
}

/// Makes any octets fit for DATA: every CR, LF and CRLF becomes CRLF, a dot at the start of a line is doubled.
///
/// Its output holds no bare CR or LF, and does not depend on how the input is cut (RFC 5321 §2.3.8, §4.5.2).
#[derive(Clone, Debug)]
pub struct Stuffer {
    line_start: bool,
    after_cr: bool,
    dots: bool,
}

impl Stuffer {
    /// For DATA and POP3 payload: line ends made CRLF, dots doubled.
    pub fn new() -> Stuffer {
        Stuffer { line_start: true, after_cr: false, dots: true }
    }

    /// For BDAT and for the canonical form of text: line ends made CRLF, dots left alone (RFC 3030 §2).
    pub fn without_dots() -> Stuffer {
        Stuffer { dots: false, ..Stuffer::new() }
    }

    /// Appends the wire form of `input` to `output`.
    pub fn push(&mut self, input: &[u8], output: &mut Vec<u8>) {
        output.reserve(input.len() + input.len() / 32 + 2);
        for block in input.chunks(BLOCK) {
            if is_plain(block) {
                output.extend_from_slice(block);
                (self.after_cr, self.line_start) = (false, block.ends_with(b"\n"));
            } else {
                self.push_lines(block, output);
            }
        }
    }

    fn push_lines(&mut self, block: &[u8], output: &mut Vec<u8>) {
        let mut rest = block;
        if std::mem::take(&mut self.after_cr) {
            rest = rest.strip_prefix(b"\n").unwrap_or(rest);
        }
        while let Some(&first) = rest.first() {
            if self.line_start && self.dots && first == b'.' {
                output.push(b'.');
            }
            rest = self.copy_line(rest, output);
        }
    }

    /// Copies up to and including the next line end; returns what is behind it.
    fn copy_line<'a>(&mut self, rest: &'a [u8], output: &mut Vec<u8>) -> &'a [u8] {
        let Some((line, end)) = memchr2(b'\r', b'\n', rest).and_then(|at| rest.split_at_checked(at)) else {
            output.extend_from_slice(rest);
            self.line_start = false;
            return &[];
        };
        output.extend_from_slice(line);
        output.extend_from_slice(b"\r\n");
        self.line_start = true;
        match end {
            [b'\r', b'\n', behind @ ..] => behind,
            [b'\r'] => {
                self.after_cr = true;
                &[]
            }
            [_, behind @ ..] => behind,
            [] => &[],
        }
    }

    /// Ends the last line if it is not ended.
    pub fn finish(&mut self, output: &mut Vec<u8>) {
        if !self.line_start {
            output.extend_from_slice(b"\r\n");
        }
        *self = Stuffer { dots: self.dots, ..Stuffer::new() };
    }
}

impl Default for Stuffer {
    fn default() -> Stuffer {
        Stuffer::new()
    }
}

/// Takes the doubled dots of DATA away again. Only CRLF makes a line, so that bare CR and LF stay what they were.
#[derive(Clone, Debug, Default)]
pub struct Unstuffer {
    state: Unstuffing,
    /// LF alone makes a line too.
    bare: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Unstuffing {
    #[default]
    LineStart,
    Text,
    Cr,
}

impl Unstuffer {
    /// For a peer whose lines end in LF alone.
    pub fn bare() -> Unstuffer {
        Unstuffer { bare: true, ..Unstuffer::default() }
    }

    /// Appends the message's octets to `output`. `input` is content without the final dot.
    pub fn push(&mut self, input: &[u8], output: &mut Vec<u8>) {
        for block in input.chunks(BLOCK) {
            if is_plain(block) {
                output.extend_from_slice(block);
                self.state = if block.ends_with(b"\n") { Unstuffing::LineStart } else { Unstuffing::Text };
            } else {
                self.push_lines(block, output);
            }
        }
    }

    fn push_lines(&mut self, block: &[u8], output: &mut Vec<u8>) {
        let mut rest = block;
        while let Some((&first, behind)) = rest.split_first() {
            match self.state {
                Unstuffing::LineStart => {
                    self.state = Unstuffing::Text;
                    if first == b'.' {
                        rest = behind;
                    }
                }
                Unstuffing::Cr => {
                    let line_ends = first == b'\n';
                    self.state = if line_ends { Unstuffing::LineStart } else { Unstuffing::Text };
                    if line_ends {
                        output.push(first);
                        rest = behind;
                    }
                }
                Unstuffing::Text => {
                    let (mark, then) = match self.bare {
                        true => (b'\n', Unstuffing::LineStart),
                        false => (b'\r', Unstuffing::Cr),
                    };
                    let end = memchr(mark, rest).map_or(rest.len(), |at| at + 1);
                    let (text, next) = rest.split_at_checked(end).unwrap_or((rest, &[]));
                    output.extend_from_slice(text);
                    if text.ends_with(&[mark]) {
                        self.state = then;
                    }
                    rest = next;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stuff(pieces: &[&[u8]]) -> Vec<u8> {
        let (mut stuffer, mut out) = (Stuffer::new(), Vec::new());
        for piece in pieces {
            stuffer.push(piece, &mut out);
        }
        stuffer.finish(&mut out);
        out
    }

    const CASES: [(&[u8], &[u8]); 11] = [
        (b"", b""),
        (b"a", b"a\r\n"),
        (b".", b"..\r\n"),
        (b"a\r.\rb", b"a\r\n..\r\nb\r\n"),
        (b"a\n.\nb", b"a\r\n..\r\nb\r\n"),
        (b"a\r\n.\r\nb\r\n", b"a\r\n..\r\nb\r\n"),
        (b"a\r\r\n\n.", b"a\r\n\r\n\r\n..\r\n"),
        (b"a\r", b"a\r\n"),
        (b"..a\r\n", b"...a\r\n"),
        (b"\n", b"\r\n"),
        (b"a\r\n.\r.\r\n", b"a\r\n..\r\n..\r\n"),
    ];

    #[test]
    fn stuffing_split_at_every_octet() {
        for (plain, wire) in CASES {
            for at in 0..=plain.len() {
                for to in at..=plain.len() {
                    assert_eq!(stuff(&[&plain[..at], &plain[at..to], &plain[to..]]), wire, "{plain:?} at {at} {to}");
                }
            }
        }
    }

    #[test]
    fn unstuffing_split_at_every_octet() {
        for (_, wire) in CASES {
            for at in 0..=wire.len() {
                let (mut unstuffer, mut out) = (Unstuffer::default(), Vec::new());
                unstuffer.push(&wire[..at], &mut out);
                unstuffer.push(&wire[at..], &mut out);
                assert_eq!(stuff(&[&out]), wire);
            }
        }
    }

    #[test]
    fn unstuffing_leaves_bare_line_ends_alone() {
        let mut out = Vec::new();
        Unstuffer::default().push(b"a\n.b\r.c\r\n..d\r\r\n.e", &mut out);
        assert_eq!(out, b"a\n.b\r.c\r\n.d\r\r\ne");
    }

    #[test]
    fn unstuffing_where_lines_end_in_lf_alone() {
        let wire = b"..a\n\n..\nb..\r..\n.c";
        for at in 0..=wire.len() {
            let (mut unstuffer, mut out) = (Unstuffer::bare(), Vec::new());
            unstuffer.push(&wire[..at], &mut out);
            unstuffer.push(&wire[at..], &mut out);
            assert_eq!(out, b".a\n\n.\nb..\r..\nc", "{at}");
        }
    }

    #[test]
    fn lines_and_pieces() {
        let mut buffer = BytesMut::from(&b"a\r\nb\nc"[..]);
        let mut lines = Lines::default();
        assert_eq!(lines.next(&mut buffer), Some(Framed::Line(Bytes::from_static(b"a\r\n"))));
        assert_eq!(lines.next(&mut buffer), Some(Framed::Line(Bytes::from_static(b"b\n"))));
        assert_eq!(lines.next(&mut buffer), None);
        buffer.extend_from_slice(&[b'x'; MAX_LINE]);
        assert!(matches!(lines.next(&mut buffer), Some(Framed::Piece(piece)) if piece.len() == MAX_LINE));
        buffer.extend_from_slice(b"\r\n");
        assert!(matches!(lines.next(&mut buffer), Some(Framed::Line(_))));
        assert!(lines.take_poison() && !lines.take_poison());
    }

    #[test]
    fn what_is_wrong_with_a_line() {
        let codes = |line: &[u8]| findings(line, 10).iter().map(|f| f.code).collect::<Vec<_>>();
        assert_eq!(codes(b"NOOP\r\n"), [""; 0]);
        assert_eq!(codes(b"NOOP\n"), ["bare-lf"]);
        assert_eq!(codes(b"NO\rOP\r\n"), ["bare-cr"]);
        assert_eq!(codes(b"NO\0OP 78901\r\n"), ["nul", "line-too-long"]);
    }
}
