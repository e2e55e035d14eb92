//! Reading what stands in a line: atoms, numbers, strings, lists (RFC 9051 §4, §9).
//!
//! A [`Reader`] goes through a line from left to right. What is not of the form that is asked for is left where it is,
//! and [`Reader::skip`] passes over one value of any form, so that one broken item never loses its neighbours. Nothing
//! recurses.

use std::borrow::Cow;
use std::ops::Range;

use bytes::Bytes;

use super::frame::Line;
use crate::proto::line;

/// Lists within lists; what is deeper is not read.
const DEPTH: usize = 1000;

/// A place in a line.
#[derive(Clone, Debug)]
pub struct Reader<'a> {
    line: &'a Line,
    at: usize,
    end: usize,
    /// A quoted string that begins here does not end, and from here on none is looked for: that keeps it linear.
    unended: usize,
}

/// A string as it was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Text<'a> {
    /// Its octets; those of a quoted string without the backslashes.
    Octets(Cow<'a, [u8]>),
    /// It streamed by: so many octets.
    Streamed(u64),
}

impl<'a> Text<'a> {
    /// Its octets; none of one that streamed by.
    pub fn into_vec(self) -> Vec<u8> {
        match self {
            Text::Octets(octets) => octets.into_owned(),
            Text::Streamed(_) => Vec::new(),
        }
    }
}

impl<'a> Reader<'a> {
    /// At the beginning of a line.
    pub fn new(line: &'a Line) -> Reader<'a> {
        Reader { line, at: 0, end: line::content(&line.octets).len(), unended: usize::MAX }
    }

    /// At the beginning of a stretch of it.
    pub fn of(line: &'a Line, range: Range<usize>) -> Reader<'a> {
        Reader { line, at: range.start, end: range.end.min(line.octets.len()), unended: usize::MAX }
    }

    /// The same place, with nothing to be read behind `end`.
    pub fn until(mut self, end: usize) -> Reader<'a> {
        self.end = self.end.min(end);
        self
    }

    /// Where it is, in octets of the line.
    pub fn at(&self) -> usize {
        self.at
    }

    /// Goes back to where it was.
    pub fn back(&mut self, at: usize) {
        self.at = at;
    }

    /// What was not read.
    pub fn rest(&self) -> &'a [u8] {
        self.line.octets.get(self.at..self.end).unwrap_or_default()
    }

    /// What was not read, as octets that need no copy.
    pub fn rest_bytes(&self) -> Bytes {
        self.line.octets.slice(self.at.min(self.end)..self.end)
    }

    /// These octets of the line.
    pub fn octets(&self, range: Range<usize>) -> &'a [u8] {
        self.line.octets.get(range).unwrap_or_default()
    }

    /// The next octet.
    pub fn peek(&self) -> Option<u8> {
        self.rest().first().copied()
    }

    /// Nothing is left.
    pub fn is_over(&self) -> bool {
        self.at >= self.end
    }

    /// Passes over this octet, if it is next.
    pub fn take(&mut self, octet: u8) -> Option<()> {
        (self.peek() == Some(octet)).then(|| self.at += 1)
    }

    /// Passes over blanks; `None` if there are none. One is expected; servers write more.
    pub fn space(&mut self) -> Option<()> {
        let width = self.rest().iter().take_while(|&&octet| octet == b' ').count();
        self.at += width;
        (width > 0).then_some(())
    }

    /// Passes over this word in any case, if it is next and ends there.
    pub fn word(&mut self, word: &str) -> Option<()> {
        let at = self.at;
        match self.atom() {
            Some(atom) if atom.eq_ignore_ascii_case(word.as_bytes()) => Some(()),
            _ => {
                self.at = at;
                None
            }
        }
    }

    /// `1*ATOM-CHAR` but `[`, where a section begins, and `\`, `]`, `*`, `%` and octets above 127 as well: what servers write.
    pub fn atom(&mut self) -> Option<&'a [u8]> {
        self.run(|octet| !matches!(octet, b' ' | b'(' | b')' | b'{' | b'"' | b'[' | 0..=31 | 127))
    }

    /// The same with `[`: flags, and names without quotes.
    pub fn unquoted(&mut self) -> Option<&'a [u8]> {
        self.run(|octet| !matches!(octet, b' ' | b'(' | b')' | b'{' | b'"' | 0..=31 | 127))
    }

    fn run(&mut self, is_part: impl Fn(u8) -> bool) -> Option<&'a [u8]> {
        let width = self.rest().iter().take_while(|octet| is_part(**octet)).count();
        let atom = self.rest().get(..width).filter(|atom| !atom.is_empty())?;
        self.at += width;
        Some(atom)
    }

    /// An atom in capitals, if it is ASCII.
    pub fn keyword(&mut self) -> Option<String> {
        let at = self.at;
        let atom = self.atom()?;
        match std::str::from_utf8(atom) {
            Ok(text) => Some(text.to_ascii_uppercase()),
            Err(_) => {
                self.at = at;
                None
            }
        }
    }

    /// `number64` (RFC 9051 §9), or what fits the type.
    pub fn number<T: std::str::FromStr>(&mut self) -> Option<T> {
        let width = self.rest().iter().take_while(|octet| octet.is_ascii_digit()).count();
        let digits = std::str::from_utf8(self.rest().get(..width)?).ok()?;
        let number = digits.parse().ok()?;
        self.at += width;
        Some(number)
    }

    /// A number, or one that is written as `9.3736e+06`, as some servers write sizes.
    pub fn figure(&mut self) -> Option<u64> {
        let at = self.at;
        match self.atom().and_then(exponential) {
            Some(figure) => Some(figure),
            None => {
                self.at = at;
                self.number()
            }
        }
    }

    /// Whether an atom is a number with an exponent.
    pub fn is_exponential(word: &[u8]) -> bool {
        exponential(word).is_some()
    }

    /// `"…"`, a literal, or a literal8.
    pub fn string(&mut self) -> Option<Text<'a>> {
        let at = self.at;
        let text = match self.peek()? {
            b'"' if at >= self.unended => None,
            b'"' => self.quoted().or_else(|| {
                self.unended = at;
                None
            }),
            b'{' | b'~' => self.literal(),
            _ => None,
        };
        if text.is_none() {
            self.at = at;
        }
        text
    }

    /// A string or NIL: `Some(None)`.
    pub fn nstring(&mut self) -> Option<Option<Text<'a>>> {
        match self.word("NIL") {
            Some(()) => Some(None),
            None => self.string().map(Some),
        }
    }

    /// A string or an atom.
    pub fn astring(&mut self) -> Option<Text<'a>> {
        self.string().or_else(|| self.unquoted().map(|atom| Text::Octets(Cow::Borrowed(atom))))
    }

    /// Items in parentheses, each read by `item`; where that fails, the item is passed over and told to `odd`.
    pub fn list(
        &mut self,
        mut item: impl FnMut(&mut Reader<'a>) -> Option<()>,
        mut odd: impl FnMut(Range<usize>),
    ) -> Option<()> {
        self.take(b'(')?;
        loop {
            self.space();
            if self.take(b')').is_some() {
                return Some(());
            }
            let at = self.at;
            let ends = |reader: &Reader<'_>| matches!(reader.peek(), Some(b' ' | b')' | b'(') | None);
            if item(self).is_none() || self.at == at || !ends(self) {
                self.at = at;
                self.skip()?;
                odd(at..self.at);
            }
            if self.is_over() {
                return None;
            }
        }
    }

    /// Passes over one value: an atom with what stands in brackets behind it, a string, a list of any depth. `None`: it
    /// does not end.
    pub fn skip(&mut self) -> Option<Range<usize>> {
        let start = self.at;
        let mut depth = 0_usize;
        loop {
            match self.peek()? {
                b'(' => {
                    depth += 1;
                    self.at += 1;
                    if depth > DEPTH {
                        return None;
                    }
                }
                b')' if depth == 0 => {
                    // It is nobody's: one value as well.
                    self.at += 1;
                    return Some(start..self.at);
                }
                b')' => {
                    depth -= 1;
                    self.at += 1;
                }
                b' ' if depth > 0 => self.at += 1,
                b'"' | b'{' | b'~' if self.string().is_some() => {}
                b'[' => self.bracketed()?,
                _ => self.at += self.atom().map_or(1, |_| 0),
            }
            let glued = matches!(self.peek(), Some(b'[')) || self.at > start && matches!(self.peek(), Some(b'<'));
            if depth == 0 && !glued {
                return Some(start..self.at);
            }
        }
    }

    /// `[…]` with strings in it, and what is glued behind it.
    fn bracketed(&mut self) -> Option<()> {
        self.take(b'[')?;
        loop {
            match self.peek()? {
                b']' => {
                    self.at += 1;
                    // `<0>` of a partial, or anything else up to the next blank.
                    self.atom();
                    return Some(());
                }
                b'"' | b'{' | b'~' if self.string().is_some() => {}
                _ => self.at += 1,
            }
        }
    }

    fn quoted(&mut self) -> Option<Text<'a>> {
        let inner = self.rest().get(1..)?;
        let mut unescaped: Option<Vec<u8>> = None;
        let (mut from, mut at) = (0, 0);
        loop {
            at += memchr::memchr2(b'"', b'\\', inner.get(at..)?)?;
            match inner.get(at)? {
                b'"' => break,
                _ => {
                    let piece = inner.get(from..at)?;
                    unescaped.get_or_insert_default().extend_from_slice(piece);
                    from = at + 1;
                    at += 2;
                }
            }
        }
        self.at += at + 2;
        let last = inner.get(from..at)?;
        Some(Text::Octets(match unescaped {
            None => Cow::Borrowed(last),
            Some(mut octets) => {
                octets.extend_from_slice(last);
                Cow::Owned(octets)
            }
        }))
    }

    fn literal(&mut self) -> Option<Text<'a>> {
        self.take(b'~');
        self.take(b'{')?;
        let octets: u64 = self.number()?;
        self.take(b'+');
        self.take(b'}')?;
        self.take(b'\r');
        self.take(b'\n')?;
        if self.line.streamed.binary_search(&self.at).is_ok() {
            return Some(Text::Streamed(octets));
        }
        let width = usize::try_from(octets).ok()?;
        let text = self.rest().get(..width)?;
        self.at += width;
        Some(Text::Octets(Cow::Borrowed(text)))
    }
}

/// `9.3736e+06`.
fn exponential(word: &[u8]) -> Option<u64> {
    let legal = |octet: &u8| octet.is_ascii_digit() || b".e+".contains(octet);
    let exponent = word.first()?.is_ascii_digit() && word.contains(&b'e') && word.iter().all(legal);
    let figure: f64 = std::str::from_utf8(word).ok().filter(|_| exponent)?.parse().ok()?;
    // What is too large for the type is as large as it can be.
    Some(figure as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Line {
        Line { octets: Bytes::copy_from_slice(text.as_bytes()), streamed: Vec::new() }
    }

    #[test]
    fn values_one_by_one() {
        let line = line("* 23 (\\Seen $Junk) \"a\\\"b\\\\\" {3}\r\na)b NIL BODY[HEADER.FIELDS (A \"]\")]<0> x\r\n");
        let mut reader = Reader::new(&line);
        assert_eq!(reader.atom(), Some(&b"*"[..]));
        assert_eq!((reader.space(), reader.number::<u32>(), reader.space()), (Some(()), Some(23), Some(())));
        let mut flags = Vec::new();
        let read = reader.list(|reader| reader.atom().map(|flag| flags.push(flag)), |odd| panic!("{odd:?}"));
        assert_eq!((read, flags), (Some(()), vec![&b"\\Seen"[..], b"$Junk"]));
        reader.space();
        assert_eq!(reader.string().map(Text::into_vec).as_deref(), Some(&b"a\"b\\"[..]));
        reader.space();
        assert_eq!(reader.nstring().flatten().map(Text::into_vec).as_deref(), Some(&b"a)b"[..]));
        reader.space();
        assert_eq!(reader.nstring(), Some(None));
        reader.space();
        let range = reader.skip().expect("a value");
        assert_eq!(reader.octets(range), b"BODY[HEADER.FIELDS (A \"]\")]<0>");
        assert_eq!((reader.space(), reader.atom(), reader.is_over()), (Some(()), Some(&b"x"[..]), true));
    }

    #[test]
    fn what_is_odd_is_passed_over() {
        let line = line("(1 x 2 (a (b) \"c)\") 3 4y)\r\n");
        let (mut numbers, mut odd) = (Vec::new(), Vec::new());
        let mut reader = Reader::new(&line);
        let read = reader.list(|reader| reader.number::<u32>().map(|n| numbers.push(n)), |range| odd.push(range));
        assert_eq!((read, &numbers[..3]), (Some(()), &[1, 2, 3][..]));
        let odd: Vec<_> =
            odd.into_iter().map(|range| String::from_utf8_lossy(reader.octets(range)).into_owned()).collect();
        assert_eq!(odd, ["x", "(a (b) \"c)\")", "4y"]);
    }

    #[test]
    fn figures_of_odd_servers() {
        let figure = |text: &str| Reader::new(&line(text)).figure();
        assert_eq!(
            (figure("9.3736e+06)"), figure("17)"), figure("1e999")),
            (Some(9_373_600), Some(17), Some(u64::MAX))
        );
        assert_eq!((figure("e+06"), figure("-1"), figure("1.e.e")), (None, None, Some(1)));
    }

    #[test]
    fn nothing_is_too_deep_and_nothing_hangs() {
        for text in [
            "(".repeat(100_000),
            "(".repeat(900),
            "[".repeat(1000),
            "\"".to_owned(),
            "(\"a".to_owned(),
            "{9}\r\nx".to_owned(),
        ] {
            let line = line(&text);
            let mut reader = Reader::new(&line);
            let _ = reader.skip();
            let mut reader = Reader::new(&line);
            assert_eq!(reader.list(|reader| reader.string().map(drop), |_| {}), None);
        }
        let text = format!("{}{}", "(".repeat(900), ")".repeat(900));
        assert_eq!(Reader::new(&line(&text)).skip(), Some(0..1800));
    }

    #[test]
    fn a_literal_that_streamed_by() {
        let octets = Bytes::from_static(b"(BODY[] {70000}\r\n UID 7)\r\n");
        let line = Line { octets, streamed: vec![17] };
        let mut reader = Reader::of(&line, 8..26);
        assert_eq!(reader.string(), Some(Text::Streamed(70_000)));
        assert_eq!((reader.space(), reader.keyword().as_deref()), (Some(()), Some("UID")));
    }
}
