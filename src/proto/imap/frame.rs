//! Lines with literals in them (RFC 9051 §2.2, §4.3; RFC 7888): the octets of one side cut where meaning ends.
//!
//! A line goes on behind a literal, however many there are; small literals are kept with it, large ones stream by in
//! chunks of a fixed size. What is told does not depend on how the octets arrive.

use bytes::{Bytes, BytesMut};
use memchr::{memchr, memrchr};

use crate::proto::line;

/// A longer literal streams by.
pub const INLINE: u64 = 64 * 1024;
/// Large literals come in chunks of this many octets, but for the last.
pub const CHUNK: usize = 32 * 1024;
/// The most octets of a line that are held, its small literals included.
pub const MAX_LINE: usize = 16 * 1024 * 1024;
/// What is longer than that is told in pieces of this many octets.
const PIECE: usize = 64 * 1024;

/// A line as far as it is there: its octets without those of large literals.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Text and small literals, with the CRLF at the end if it is whole.
    pub octets: Bytes,
    /// Where the octets of large literals would stand.
    pub streamed: Vec<usize>,
}

/// How a literal is announced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Literal {
    /// Its octets.
    pub octets: u64,
    /// `{n+}`: whoever says it does not wait (RFC 7888).
    pub plus: bool,
    /// `~{n}`: it may hold NUL (RFC 3516 §4.2).
    pub binary: bool,
}

/// What stands at the beginning of what was not told yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Frame {
    /// The rest of a line, and all of it.
    Line(Bytes, Line),
    /// A line up to a literal: one that is large, or one whose other side has to give leave.
    Head(Bytes, Line, Literal),
    /// A piece of a large literal; `last`: the line goes on behind it.
    Chunk {
        /// The octets.
        octets: Bytes,
        /// The literal ends with them.
        last: bool,
    },
    /// A piece of a line that is longer than any may be; `last`: it ends here.
    Piece {
        /// The octets.
        octets: Bytes,
        /// The line ends with them.
        last: bool,
    },
}

/// Which literals a line may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// None: the text is for a person, or base64.
    Text,
    /// Any; nobody waits for leave.
    Free,
    /// Those without `+` wait for leave.
    Waiting,
}

/// Cuts the octets of one side.
#[derive(Debug, Default)]
pub struct Framer {
    buffer: BytesMut,
    /// So many octets of the buffer belong to the line that is being read and were looked at.
    read: usize,
    /// So many more are a literal, which is not looked at.
    skip: usize,
    /// From here on the buffer was not searched for a line end.
    searched: usize,
    /// What was told of this line before, and where large literals stood in it.
    before: Line,
    state: State,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    #[default]
    Text,
    /// A large literal; so many octets are to come.
    Literal(u64),
    /// A line that is too long.
    Poisoned,
}

impl Framer {
    /// Takes octets.
    pub fn push(&mut self, octets: &[u8]) {
        self.buffer.extend_from_slice(octets);
    }

    /// How many octets were not told.
    pub fn held(&self) -> usize {
        self.buffer.len()
    }

    /// All that was not told.
    pub fn take(&mut self) -> Bytes {
        let rest = self.buffer.split().freeze();
        *self = Framer::default();
        rest
    }

    /// Whether the next octets are those of a large literal.
    pub fn is_in_literal(&self) -> bool {
        matches!(self.state, State::Literal(_))
    }

    /// The line that is being read was given up: a new one begins here.
    pub fn abandon(&mut self) {
        self.before = Line::default();
        (self.read, self.skip, self.searched, self.state) = (0, 0, 0, State::Text);
    }

    /// What comes next, if it is there. `rule` says of the line as far as it came which literals it may hold.
    pub fn next(&mut self, rule: impl Fn(&[u8]) -> Rule) -> Option<Frame> {
        match self.state {
            State::Text => self.text(rule),
            State::Literal(left) => self.chunk(left),
            State::Poisoned => self.poisoned(),
        }
    }

    fn text(&mut self, rule: impl Fn(&[u8]) -> Rule) -> Option<Frame> {
        loop {
            if self.before.octets.len() + self.read + self.skip > MAX_LINE {
                return self.too_long();
            }
            if self.buffer.len() < self.read + self.skip {
                return None;
            }
            self.read += std::mem::take(&mut self.skip);
            self.searched = self.searched.max(self.read);
            let window = self.buffer.get(self.searched..).unwrap_or_default();
            let end = memchr(b'\n', window).map(|at| self.searched + at + 1);
            self.searched = end.unwrap_or(self.buffer.len());
            if self.before.octets.len() + self.searched > MAX_LINE {
                return self.too_long();
            }
            let end = end?;
            let text = self.buffer.get(self.read..end).unwrap_or_default();
            let literal = announced(text).map(|literal| (literal, self.rule(end, &rule)));
            self.read = end;
            match literal {
                None | Some((_, Rule::Text)) => return Some(self.line()),
                Some((literal, rule)) if literal.octets > INLINE || rule == Rule::Waiting && !literal.plus => {
                    return Some(self.head(literal));
                }
                Some((literal, _)) => self.skip = usize::try_from(literal.octets).unwrap_or(usize::MAX),
            }
        }
    }

    /// What the rule says of the line up to here.
    fn rule(&self, end: usize, rule: &impl Fn(&[u8]) -> Rule) -> Rule {
        match self.before.octets.is_empty() {
            true => rule(self.buffer.get(..end).unwrap_or_default()),
            false => rule(&self.before.octets),
        }
    }

    fn line(&mut self) -> Frame {
        let octets = self.buffer.split_to(self.read).freeze();
        let line = self.whole(octets.clone());
        self.abandon();
        Frame::Line(octets, line)
    }

    fn head(&mut self, literal: Literal) -> Frame {
        let octets = self.buffer.split_to(self.read).freeze();
        let mut line = self.whole(octets.clone());
        (self.read, self.searched) = (0, 0);
        match usize::try_from(literal.octets) {
            // It comes with the text behind it.
            Ok(small) if literal.octets <= INLINE => self.skip = small,
            _ => {
                line.streamed.push(line.octets.len());
                self.state = State::Literal(literal.octets);
            }
        }
        self.before = line.clone();
        Frame::Head(octets, line, literal)
    }

    /// The line so far, with these octets behind what was told of it.
    fn whole(&self, octets: Bytes) -> Line {
        if self.before.octets.is_empty() {
            return Line { octets, streamed: self.before.streamed.clone() };
        }
        let octets = [&self.before.octets[..], &octets[..]].concat().into();
        Line { octets, streamed: self.before.streamed.clone() }
    }

    fn chunk(&mut self, left: u64) -> Option<Frame> {
        let wanted = usize::try_from(left).unwrap_or(usize::MAX).min(CHUNK);
        if self.buffer.len() < wanted {
            return None;
        }
        let octets = self.buffer.split_to(wanted).freeze();
        let left = left - wanted as u64;
        self.state = if left == 0 { State::Text } else { State::Literal(left) };
        Some(Frame::Chunk { octets, last: left == 0 })
    }

    fn too_long(&mut self) -> Option<Frame> {
        self.abandon();
        self.state = State::Poisoned;
        self.poisoned()
    }

    fn poisoned(&mut self) -> Option<Frame> {
        let head = self.buffer.get(..PIECE).unwrap_or(&self.buffer);
        let (width, last) = match memchr(b'\n', head) {
            Some(at) => (at + 1, true),
            None if head.len() == PIECE => (PIECE, false),
            None => return None,
        };
        if last {
            self.abandon();
        }
        Some(Frame::Piece { octets: self.buffer.split_to(width).freeze(), last })
    }
}

/// `{n}`, `{n+}` or `~{n}` at the end of a line, and nothing else (RFC 9051 §9, rules `literal` and `literal8`).
pub fn announced(text: &[u8]) -> Option<Literal> {
    let text = line::content(text).strip_suffix(b"}")?;
    let open = memrchr(b'{', text)?;
    let (before, number) = (text.get(..open)?, text.get(open + 1..)?);
    let (digits, plus) = match number.strip_suffix(b"+") {
        Some(digits) => (digits, true),
        None => (number, false),
    };
    let binary = before.ends_with(b"~");
    let octets = std::str::from_utf8(digits).ok().filter(|digits| digits.bytes().all(|octet| octet.is_ascii_digit()));
    Some(Literal { octets: octets?.parse().ok()?, plus, binary })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every frame, the same however the octets arrive.
    fn frames(octets: &[u8], rule: Rule) -> Vec<Frame> {
        let cut = |step: usize| {
            let (mut framer, mut frames) = (Framer::default(), Vec::new());
            for piece in octets.chunks(step) {
                framer.push(piece);
                frames.extend(std::iter::from_fn(|| framer.next(|_| rule)));
            }
            frames
        };
        let whole = cut(usize::MAX);
        for step in [1, 2, 3, 5, 7, 1000, CHUNK + 1].into_iter().filter(|step| octets.len() / step < 200_000) {
            assert_eq!(cut(step), whole, "in steps of {step}");
        }
        whole
    }

    fn line(text: &str) -> Frame {
        let octets = Bytes::copy_from_slice(text.as_bytes());
        Frame::Line(octets.clone(), Line { octets, streamed: Vec::new() })
    }

    #[test]
    fn small_literals_stay_in_their_line() {
        let text = "* 1 FETCH (A {8}\r\nx\r\na OK B {0}\r\n ~{2}\r\n\0\n)\r\n";
        assert_eq!(frames(format!("{text}a OK\r\n").as_bytes(), Rule::Free), [line(text), line("a OK\r\n")]);
        assert_eq!(frames(b"* OK see {5}\r\nx\r\n", Rule::Text), [line("* OK see {5}\r\n"), line("x\r\n")]);
    }

    #[test]
    fn a_literal_that_waits_ends_a_piece() {
        let said = frames(b"a LOGIN {4}\r\npepe {6+}\r\ngoloso\r\nb NOOP\r\n", Rule::Waiting);
        let [Frame::Head(head, _, literal), Frame::Line(rest, whole), last] = said.as_slice() else {
            panic!("{said:?}")
        };
        assert_eq!((&head[..], literal.octets), (&b"a LOGIN {4}\r\n"[..], 4));
        assert_eq!(&rest[..], b"pepe {6+}\r\ngoloso\r\n");
        assert_eq!(&whole.octets[..], b"a LOGIN {4}\r\npepe {6+}\r\ngoloso\r\n");
        assert_eq!(*last, line("b NOOP\r\n"));
    }

    #[test]
    fn large_literals_stream_by() {
        let content = vec![b'\n'; 100_000];
        let said = [b"* 1 FETCH (BODY[] {100000}\r\n", content.as_slice(), b" UID {1}\r\n7)\r\n"].concat();
        let told = frames(&said, Rule::Free);
        let Some(Frame::Line(octets, whole)) = told.last() else { panic!("{told:?}") };
        assert_eq!(&octets[..], b" UID {1}\r\n7)\r\n");
        assert_eq!(
            (&whole.octets[..], &whole.streamed[..]),
            (&b"* 1 FETCH (BODY[] {100000}\r\n UID {1}\r\n7)\r\n"[..], &[28][..])
        );
        let streamed: usize =
            told.iter().map(|frame| if let Frame::Chunk { octets, .. } = frame { octets.len() } else { 0 }).sum();
        assert_eq!((streamed, told.len()), (100_000, 6));
    }

    #[test]
    fn what_is_too_long_is_told_in_pieces() {
        let said = [vec![b'x'; MAX_LINE + 10], b"\r\nnext\r\n".to_vec()].concat();
        let told = frames(&said, Rule::Free);
        assert!(matches!(told.first(), Some(Frame::Piece { last: false, .. })));
        assert_eq!(told.last(), Some(&line("next\r\n")));
        // Many small literals count too.
        let many = b"* X {1}\r\nx ".repeat(10);
        assert!(frames(&many, Rule::Free).is_empty());
    }

    #[test]
    fn what_announces_a_literal() {
        let literal =
            |text: &str| announced(text.as_bytes()).map(|literal| (literal.octets, literal.plus, literal.binary));
        assert_eq!(literal("a {4294967295}\r\n"), Some((4_294_967_295, false, false)));
        assert_eq!(literal("a {0+}\r\n"), Some((0, true, false)));
        assert_eq!(literal("a ~{3}\n"), Some((3, false, true)));
        for text in ["a {-1}\r\n", "a {}\r\n", "{18446744073709551616}\r\n", "{1} \r\n", "{1 }\r\n", "a 1}\r\n"] {
            assert_eq!(literal(text), None, "{text}");
        }
    }
}
