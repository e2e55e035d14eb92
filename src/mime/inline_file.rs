//! Files that stand in the middle of a text, as before there was MIME: uuencode and yEnc.

use memchr::memchr;

use super::flaw::Flaw;
use super::transform::{Carried, Decode};
use super::{uuencode, yenc};

/// A longer line begins no file.
const MAX_LINE: usize = 1000;

/// What a [`Scanner`] finds, in this order.
#[derive(Debug, PartialEq, Eq)]
pub enum Found<'a> {
    /// A file begins.
    Begin(&'a Carried),
    /// Octets of it.
    Octets(&'a [u8]),
    /// It is over; what was wrong in it, offsets counted from its first line.
    End(Vec<Flaw>),
}

/// Finds the files in a text that streams by.
#[derive(Default)]
pub struct Scanner {
    /// A line that has not ended.
    line: Vec<u8>,
    /// The line is longer than any that matters.
    long: bool,
    /// A line that begins a file if the next one is data.
    begin: Option<Vec<u8>>,
    file: Option<File>,
}

struct File {
    decoder: Box<dyn Decode + Send>,
    end: &'static [u8],
    told: bool,
    octets: Vec<u8>,
}

impl Scanner {
    /// At the beginning of a text, whose transfer encoding is taken off.
    pub fn new() -> Scanner {
        Scanner::default()
    }

    /// Looks at the next octets.
    pub fn push(&mut self, octets: &[u8], tell: &mut dyn FnMut(Found<'_>)) {
        let mut rest = octets;
        while let Some((line, behind)) = memchr(b'\n', rest).and_then(|end| rest.split_at_checked(end + 1)) {
            if self.line.is_empty() && !self.long {
                self.take(line, tell);
            } else {
                self.hold(line, tell);
                let line = std::mem::take(&mut self.line);
                if !line.is_empty() {
                    self.take(&line, tell);
                }
                self.long = false;
            }
            rest = behind;
        }
        self.hold(rest, tell);
    }

    /// The text is over.
    pub fn finish(mut self, tell: &mut dyn FnMut(Found<'_>)) {
        let line = std::mem::take(&mut self.line);
        if !line.is_empty() {
            self.take(&line, tell);
        }
        if let Some(file) = self.file {
            file.finish(tell);
        }
    }

    /// Keeps the beginning of a line; one that is too long is looked at in pieces.
    fn hold(&mut self, piece: &[u8], tell: &mut dyn FnMut(Found<'_>)) {
        match &mut self.file {
            // Only a line that can be the last one must be whole.
            Some(file) if self.long || self.line.len() + piece.len() > MAX_LINE => {
                file.push(&self.line, tell);
                file.push(piece, tell);
                self.line.clear();
                self.long = true;
            }
            None if self.long || self.line.len() + piece.len() > MAX_LINE => {
                self.line.clear();
                self.begin = None;
                self.long = true;
            }
            _ => self.line.extend_from_slice(piece),
        }
    }

    fn take(&mut self, line: &[u8], tell: &mut dyn FnMut(Found<'_>)) {
        if let Some(mut file) = self.file.take() {
            file.push(line, tell);
            if line.starts_with(file.end) && (file.end.starts_with(b"=") || line.trim_ascii_end() == file.end) {
                file.finish(tell);
            } else {
                self.file = Some(file);
            }
            return;
        }
        if line.len() > MAX_LINE {
            self.begin = None;
            return;
        }
        if let Some(begin) = self.begin.take()
            && is_data(line)
        {
            let mut file = File::new(Box::new(uuencode::Decoder::new()), b"end");
            file.push(&begin, tell);
            file.push(line, tell);
            self.file = Some(file);
        } else if line.starts_with(b"=ybegin ") && memchr::memmem::find(line, b" name=").is_some() {
            let mut file = File::new(Box::new(yenc::Decoder::new()), b"=yend");
            file.push(line, tell);
            self.file = Some(file);
        } else if is_begin(line) {
            self.begin = Some(line.to_vec());
        }
    }
}

impl File {
    fn new(decoder: Box<dyn Decode + Send>, end: &'static [u8]) -> File {
        File { decoder, end, told: false, octets: Vec::new() }
    }

    fn push(&mut self, octets: &[u8], tell: &mut dyn FnMut(Found<'_>)) {
        self.octets.clear();
        self.decoder.push(octets, &mut self.octets);
        self.tell(tell);
    }

    fn finish(mut self, tell: &mut dyn FnMut(Found<'_>)) {
        self.octets.clear();
        self.decoder.finish(&mut self.octets);
        self.tell(tell);
        if self.told {
            tell(Found::End(self.decoder.findings()));
        }
    }

    fn tell(&mut self, tell: &mut dyn FnMut(Found<'_>)) {
        if let Some(carried) = self.decoder.carried().filter(|_| !self.told) {
            tell(Found::Begin(carried));
            self.told = true;
        }
        if self.told && !self.octets.is_empty() {
            tell(Found::Octets(&self.octets));
        }
    }
}

/// `begin 644 name`, with three or four octal digits.
fn is_begin(line: &[u8]) -> bool {
    let Some(rest) = line.strip_prefix(b"begin ") else { return false };
    let mut words = rest.trim_ascii_end().splitn(2, |&octet| octet == b' ');
    let mode = words.next().unwrap_or_default();
    let octal = mode.iter().all(|digit| (b'0'..=b'7').contains(digit));
    (3..=4).contains(&mode.len()) && octal && words.next().is_some_and(|name| !name.trim_ascii().is_empty())
}

/// A first line of uuencoded data, or the end of an empty file.
fn is_data(line: &[u8]) -> bool {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    let Some((&count, characters)) = line.split_first() else { return false };
    let octets = usize::from(count.wrapping_sub(b' ') & 63);
    let fits = ((octets * 4).div_ceil(3)..=octets.div_ceil(3) * 4 + 1).contains(&characters.len());
    fits && line.iter().all(|octet| (b' '..=b'`').contains(octet))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &[u8]) -> Vec<(String, Vec<u8>, usize)> {
        let mut whole = Vec::new();
        for step in (1..=text.len().min(30)).chain([usize::MAX]) {
            let (mut files, mut scanner) = (Vec::new(), Scanner::new());
            let mut tell = |found: Found<'_>| match found {
                Found::Begin(carried) => {
                    files.push((String::from_utf8_lossy(&carried.name).into_owned(), Vec::new(), usize::MAX));
                }
                Found::Octets(octets) => files.last_mut().expect("a file").1.extend_from_slice(octets),
                Found::End(flaws) => files.last_mut().expect("a file").2 = flaws.len(),
            };
            text.chunks(step).for_each(|piece| scanner.push(piece, &mut tell));
            scanner.finish(&mut tell);
            assert!(step == 1 || files == whole, "cut every {step} octets");
            whole = files;
        }
        whole
    }

    const HELLO: &str = "begin 644 hello.txt\n%:&5L;&\\ \n`\nend\n";

    #[test]
    fn files_within_a_text() {
        let text = format!(
            "Dear all,\n{HELLO}and\r\n{}begin 644 words that go on\nmore words here\n",
            HELLO.replace('\n', "\r\n")
        );
        let file = || ("hello.txt".to_owned(), b"hello".to_vec(), 0);
        assert_eq!(found(text.as_bytes()), [file(), file()]);
        assert_eq!(found(b"no file\nbegin\nbegin 999 x\nbegin 64 x\n"), []);
        assert_eq!(found(b""), []);
    }

    #[test]
    fn a_file_of_yenc() {
        let text = b"words\n=ybegin line=128 size=3 name=a b.bin\n\x8b\x8c\x8d\n=yend size=3\nmore\n";
        assert_eq!(found(text), [("a b.bin".to_owned(), b"abc".to_vec(), 0)]);
    }

    #[test]
    fn a_file_that_does_not_end() {
        let cut = &HELLO[..HELLO.len() - 6];
        let files = found(cut.as_bytes());
        assert_eq!((files.len(), files[0].1.as_slice()), (1, b"hello".as_slice()));
        assert!(files[0].2 > 0);
        let long = format!("begin 644 a\n%:&5L;&\\ \n{}\nend\n", "x".repeat(5000));
        assert_eq!(found(long.as_bytes())[0].1, b"hello");
    }
}
