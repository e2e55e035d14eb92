//! Where one is in a table: lines, and whether a quote is open (RFC 4180 §2). The rows themselves are read elsewhere; this
//! knows what to say of a quote that nobody closes.

use std::io::{self, Read};

use crate::client::deliver;

/// What Unicode texts of some programs begin with.
const BOM: [u8; 3] = [0xef, 0xbb, 0xbf];

/// A place in a file, from 1: its line, and the character of the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The line; CRLF, LF and CR end one.
    pub line: u64,
    /// The character.
    pub column: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Where a field begins.
    Begin,
    /// In a field without quotes, or behind the quote that ends one.
    Plain,
    /// Within quotes.
    Quoted,
    /// Behind a quote within quotes: it ends them, or another one follows.
    Quote,
}

/// Where one is.
#[derive(Clone, Debug)]
pub struct Scan {
    delimiter: u8,
    state: State,
    at: Spot,
    /// Where the last quote was opened.
    opened: Spot,
    octets: u64,
    last: u8,
}

impl Scan {
    /// At the beginning of a file.
    pub fn new(delimiter: u8) -> Scan {
        let first = Spot { line: 1, column: 1 };
        Scan { delimiter, state: State::Begin, at: first, opened: first, octets: 0, last: 0 }
    }

    /// Where the next octet stands.
    pub fn at(&self) -> Spot {
        self.at
    }

    /// Where the quote was opened that is open.
    pub fn open(&self) -> Option<Spot> {
        (self.state == State::Quoted).then_some(self.opened)
    }

    /// One octet more.
    pub fn push(&mut self, octet: u8) {
        let begins = usize::try_from(self.octets).ok().and_then(|at| BOM.get(at)) == Some(&octet);
        self.octets += 1;
        if begins {
            return;
        }
        self.state = match (self.state, octet) {
            (State::Begin, b'"') => {
                self.opened = self.at;
                State::Quoted
            }
            (State::Quote, b'"') => State::Quoted,
            (State::Quoted, b'"') => State::Quote,
            (State::Quoted, _) => State::Quoted,
            (_, b'\r' | b'\n') => State::Begin,
            (_, octet) if octet == self.delimiter => State::Begin,
            _ => State::Plain,
        };
        self.step(octet);
    }

    fn step(&mut self, octet: u8) {
        match octet {
            b'\n' if self.last == b'\r' => {}
            b'\n' | b'\r' => self.at = Spot { line: self.at.line + 1, column: 1 },
            0x80..=0xbf => {}
            _ => self.at.column += 1,
        }
        self.last = octet;
    }
}

/// Reads a file for whoever takes its rows apart, and watches it.
pub struct Watched {
    reader: deliver::Reader,
    /// How much more may come before a row is at its end.
    pub left: u64,
    scan: Scan,
    ended: bool,
}

impl Watched {
    /// From its beginning.
    pub fn new(reader: deliver::Reader, left: u64, delimiter: u8) -> Watched {
        Watched { reader, left, scan: Scan::new(delimiter), ended: false }
    }

    /// The quote that is open where reading stands.
    pub fn open(&self) -> Option<Spot> {
        self.scan.open()
    }

    /// The quote that is open at the end of the file, if a row that ends at this octet is the last.
    pub fn unclosed(&self, end: u64) -> Option<Spot> {
        let is_last = self.ended && end + BOM.len() as u64 >= self.scan.octets;
        self.open().filter(|_| is_last)
    }
}

impl Read for Watched {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.left == 0 {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let count = self.reader.read(buffer)?;
        buffer.get(..count).unwrap_or_default().iter().for_each(|octet| self.scan.push(*octet));
        self.ended |= count == 0;
        self.left = self.left.saturating_sub(count as u64);
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open(text: &str) -> Option<(u64, u64)> {
        let mut scan = Scan::new(b',');
        text.bytes().for_each(|octet| scan.push(octet));
        scan.open().map(|spot| (spot.line, spot.column))
    }

    #[test]
    fn the_quote_that_is_open_and_where_it_stands() {
        for closed in
            ["", "a,b", "\"a\"", "\"a\"\"b\"", "\"a\nb\",c", "5\" disk,3.5\" disk", "a,\"\"", "\"a\"b\",c", " \"a"]
        {
            assert_eq!(open(closed), None, "{closed}");
        }
        for (text, at) in [
            ("\"", (1, 1)),
            ("\u{feff}\"", (1, 1)),
            ("a,\"b", (1, 3)),
            ("á,\"b\"\"", (1, 3)),
            ("a\r\nb,c\r\nd,\"e\r\nf", (3, 3)),
            ("a\rb\r\"c", (3, 1)),
            ("a\n\n\"b\nc\",\"d", (4, 4)),
        ] {
            assert_eq!(open(text), Some(at), "{text:?}");
        }
    }
}
