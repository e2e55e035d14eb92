//! Mailbox files of the mbox family (RFC 4155): where each letter stands, and how mboxrd quotes its lines.

mod cut;
mod quote;

use std::collections::VecDeque;
use std::ops::Range;

use memchr::{memchr, memmem};

pub use self::cut::{Cut, Cutter};
pub use self::quote::Quote;
use super::transform::Transform;

/// What begins the line before a letter.
const FROM: &[u8] = b"From ";

/// Why a file is no mbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The first line that is not empty is no From_ line (RFC 4155 appendix A).
    #[error("not an mbox: the first line does not begin with \"From \"")]
    NoFromLine,
}

/// Finds the letters of an mbox. As an iterator it yields the octet ranges of those that are complete, in order; it can
/// go on after `None` when more was pushed.
///
/// A letter starts behind a line `From ` that begins the file or follows an empty line. It ends before the empty line
/// that precedes the next such line or ends the file. Lines end with LF or CRLF.
#[derive(Clone, Debug, Default)]
pub struct Splitter {
    /// Octets so far.
    octets: u64,
    line: Line,
    /// Where the line before began, if it was empty.
    empty: Option<u64>,
    /// Where the letter began that is being read.
    letter: Option<u64>,
    letters: VecDeque<Range<u64>>,
}

/// A line, as far as it came.
#[derive(Clone, Copy, Debug, Default)]
struct Line {
    start: u64,
    octets: u64,
    head: [u8; FROM.len()],
}

impl Splitter {
    /// At the beginning of a file.
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads on.
    ///
    /// # Errors
    /// The file is no mbox.
    pub fn push(&mut self, chunk: &[u8]) -> Result<(), Error> {
        let mut rest = chunk;
        while let Some((line, behind)) = memchr(b'\n', rest).and_then(|at| rest.split_at_checked(at + 1)) {
            self.line.push(line);
            self.octets += line.len() as u64;
            self.end_line()?;
            rest = behind;
        }
        self.line.push(rest);
        self.octets += rest.len() as u64;
        Ok(())
    }

    /// Ends the last letter, which the iterator yields then.
    ///
    /// # Errors
    /// The file is no mbox.
    pub fn finish(&mut self) -> Result<(), Error> {
        if self.line.octets > 0 {
            self.end_line()?;
        }
        self.end_letter();
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), Error> {
        let line = std::mem::replace(&mut self.line, Line { start: self.octets, ..Line::default() });
        let from = line.head == FROM;
        if line.is_empty() {
            self.empty = Some(line.start);
        } else if from && (self.letter.is_none() || self.empty.is_some()) {
            self.end_letter();
            self.letter = Some(self.octets);
        } else if self.letter.is_none() {
            return Err(Error::NoFromLine);
        } else {
            self.empty = None;
        }
        Ok(())
    }

    fn end_letter(&mut self) {
        let empty = self.empty.take();
        if let Some(start) = self.letter.take() {
            self.letters.push_back(start..empty.unwrap_or(self.octets));
        }
    }
}

impl Iterator for Splitter {
    type Item = Range<u64>;

    fn next(&mut self) -> Option<Range<u64>> {
        self.letters.pop_front()
    }
}

impl Line {
    fn push(&mut self, octets: &[u8]) {
        let begun = usize::try_from(self.octets).unwrap_or(usize::MAX);
        self.head.iter_mut().skip(begun).zip(octets).for_each(|(to, from)| *to = *from);
        self.octets += octets.len() as u64;
    }

    /// Nothing but its end.
    fn is_empty(&self) -> bool {
        match self.octets {
            1 => self.head.starts_with(b"\n"),
            2 => self.head.starts_with(b"\r\n"),
            _ => false,
        }
    }
}

/// Takes mboxrd's quotes off a letter: one `>` from each line that is any number of `>` before `From `.
#[derive(Clone, Debug)]
pub struct Unquote {
    place: Place,
}

#[derive(Clone, Copy, Debug)]
enum Place {
    LineStart,
    /// Behind `>`: the first is withheld, and so many octets of `From `.
    Quoted {
        from: usize,
    },
    Line,
}

impl Default for Unquote {
    fn default() -> Self {
        Self::new()
    }
}

impl Unquote {
    /// At the beginning of a letter.
    pub fn new() -> Self {
        Self { place: Place::LineStart }
    }

    fn line_start<'a>(&mut self, rest: &'a [u8]) -> &'a [u8] {
        match rest.strip_prefix(b">") {
            Some(behind) => {
                self.place = Place::Quoted { from: 0 };
                behind
            }
            None => {
                self.place = Place::Line;
                rest
            }
        }
    }

    fn quoted<'a>(&mut self, from: usize, rest: &'a [u8], output: &mut Vec<u8>) -> &'a [u8] {
        let Some((first, behind)) = rest.split_first() else { return rest };
        if from == 0 && *first == b'>' {
            output.push(b'>');
            behind
        } else if FROM.get(from) == Some(first) {
            self.place = Place::Quoted { from: from + 1 };
            if from + 1 == FROM.len() {
                output.extend_from_slice(FROM);
                self.place = Place::Line;
            }
            behind
        } else {
            release(from, output);
            self.place = Place::Line;
            rest
        }
    }

    /// Passes on everything up to the next line that begins with `>`.
    fn line<'a>(&mut self, rest: &'a [u8], output: &mut Vec<u8>) -> &'a [u8] {
        let end = memmem::find(rest, b"\n>").map_or(rest.len(), |at| at + 1);
        let (piece, behind) = rest.split_at_checked(end).unwrap_or((rest, b""));
        output.extend_from_slice(piece);
        if piece.ends_with(b"\n") {
            self.place = Place::LineStart;
        }
        behind
    }
}

impl Transform for Unquote {
    fn push(&mut self, input: &[u8], output: &mut Vec<u8>) {
        output.reserve(input.len() + FROM.len());
        let mut rest = input;
        while !rest.is_empty() {
            rest = match self.place {
                Place::LineStart => self.line_start(rest),
                Place::Quoted { from } => self.quoted(from, rest, output),
                Place::Line => self.line(rest, output),
            };
        }
    }

    fn finish(&mut self, output: &mut Vec<u8>) {
        if let Place::Quoted { from } = std::mem::take(self).place {
            release(from, output);
        }
    }
}

/// Writes what was withheld.
fn release(from: usize, output: &mut Vec<u8>) {
    output.push(b'>');
    output.extend_from_slice(FROM.get(..from).unwrap_or(FROM));
}

/// Appends lines as mboxrd writes them, so that none looks like a From_ line. It takes whole lines only.
pub fn quote(lines: &[u8], output: &mut Vec<u8>) {
    for line in lines.split_inclusive(|&octet| octet == b'\n') {
        let quotes = line.iter().take_while(|&&octet| octet == b'>').count();
        if line.get(quotes..).is_some_and(|line| line.starts_with(FROM)) {
            output.push(b'>');
        }
        output.extend_from_slice(line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn split(pieces: &[&[u8]]) -> Result<Vec<Range<u64>>, Error> {
        let (mut splitter, mut letters) = (Splitter::new(), Vec::new());
        for piece in pieces {
            splitter.push(piece)?;
            letters.extend(splitter.by_ref());
        }
        splitter.finish()?;
        letters.extend(splitter);
        Ok(letters)
    }

    fn letters(file: &str) -> Result<Vec<&str>, Error> {
        let whole = split(&[file.as_bytes()]);
        for at in 0..=file.len() {
            assert_eq!(split(&[&file.as_bytes()[..at], &file.as_bytes()[at..]]), whole);
        }
        Ok(whole?.into_iter().map(|letter| &file[letter.start as usize..letter.end as usize]).collect())
    }

    fn unquote(pieces: &[&[u8]]) -> Vec<u8> {
        let (mut transform, mut output) = (Unquote::new(), Vec::new());
        pieces.iter().for_each(|piece| transform.push(piece, &mut output));
        transform.finish(&mut output);
        output
    }

    #[test]
    fn letters_stand_between_from_lines() {
        for end in ["\n", "\r\n"] {
            let file = "From a\nTo: x\n\nbody\nFrom here\n\n\nFrom b\nTo: y\n\nbody\n\n".replace('\n', end);
            let wanted = ["To: x\n\nbody\nFrom here\n\n", "To: y\n\nbody\n"].map(|letter| letter.replace('\n', end));
            assert_eq!(letters(&file).unwrap(), wanted);
        }
        assert_eq!(letters("\n\nFrom a\nx\n\nFrom b\n\nFrom c\ny").unwrap(), ["x\n", "", "y"]);
        assert_eq!(letters("From a\n\nFrom b").unwrap(), ["", ""]);
        assert_eq!(letters("From a\nFrom b\n").unwrap(), ["From b\n"]);
        assert_eq!(letters("From a\nx\n\r").unwrap(), ["x\n\r"]);
        assert!(letters("").unwrap().is_empty() && letters("\n\n").unwrap().is_empty());
    }

    #[test]
    fn another_file_is_refused() {
        for file in ["To: x\n\nFrom a\nx\n", "From: a\n", "x", "\n\nFrom", ">From a\n"] {
            assert_eq!(letters(file), Err(Error::NoFromLine), "{file:?}");
        }
    }

    #[test]
    fn one_quote_is_taken_off() {
        for (quoted, wanted) in [
            (
                ">From a\n>>>From b\r\n>from c\n>Fromm\n> From d\n x >From e",
                "From a\n>>From b\r\n>from c\n>Fromm\n> From d\n x >From e",
            ),
            (">", ">"),
            (">>Fro", ">>Fro"),
            (">>From ", ">From "),
            (">F>From \n>\n>From x", ">F>From \n>\nFrom x"),
        ] {
            for at in 0..=quoted.len() {
                let (head, tail) = quoted.as_bytes().split_at(at);
                assert_eq!(String::from_utf8(unquote(&[head, tail])).unwrap(), wanted);
            }
        }
    }

    proptest! {
        #[test]
        fn what_is_quoted_is_read_back(pieces in proptest::collection::vec(
            prop::sample::select(vec!["From ", "Fro", ">", ">>", "\n", "\r\n", "x", " "]), 0..20)
        ) {
            let text = pieces.concat();
            let mut quoted = Vec::new();
            quote(text.as_bytes(), &mut quoted);
            let mut file = b"From a\n".to_vec();
            file.extend_from_slice(&quoted);
            prop_assert_eq!(split(&[&file]).unwrap().len(), 1);
            prop_assert_eq!(unquote(&[&quoted]), text.as_bytes());
            prop_assert_eq!(unquote(&quoted.chunks(1).collect::<Vec<_>>()), text.as_bytes());
        }

        #[test]
        fn letters_are_found_again(texts in proptest::collection::vec("[Fx>\n]{0,12}", 0..5)) {
            let file: String = texts.iter().map(|text| format!("From me\n{text}\n\n")).collect();
            let wanted: Vec<String> = texts.iter().map(|text| format!("{text}\n")).collect();
            prop_assert_eq!(letters(&file).unwrap(), wanted);
        }
    }
}
