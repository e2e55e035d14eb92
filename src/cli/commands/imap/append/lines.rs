//! Octets of messages as APPEND says them: lines end in CRLF.

use std::io::{self, Read};

use super::letters::Item;
use crate::client::deliver::Source;
use crate::mime::canonical::Canonical;
use crate::mime::mbox::Unquote;
use crate::mime::transform::Transform;

/// How much of a file is read at once.
const BLOCK: usize = 32 * 1024;

/// A message, line by line.
pub struct Lines {
    reader: Box<dyn Read>,
    /// It stands in an mbox.
    unquote: Option<Unquote>,
    /// `None`: there is no more.
    canonical: Option<Canonical>,
    ready: Vec<u8>,
    at: usize,
}

impl Lines {
    /// From its beginning.
    pub fn of(source: &Source, quoted: bool) -> Lines {
        let (unquote, canonical) = (quoted.then(Unquote::new), Some(Canonical::new()));
        Lines { reader: Box::new(source.reader()), unquote, canonical, ready: Vec::new(), at: 0 }
    }

    fn fill(&mut self, canonical: &mut Canonical) -> io::Result<bool> {
        let (mut block, mut plain) = (vec![0; BLOCK], Vec::new());
        let count = self.reader.read(&mut block)?;
        let read = block.get(..count).unwrap_or_default();
        match &mut self.unquote {
            Some(unquote) if count > 0 => unquote.push(read, &mut plain),
            Some(unquote) => unquote.finish(&mut plain),
            None => plain.extend_from_slice(read),
        }
        canonical.push(&plain, &mut self.ready);
        Ok(count > 0)
    }
}

impl Read for Lines {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.at == self.ready.len() {
            let Some(mut canonical) = self.canonical.take() else { return Ok(0) };
            (self.at, self.ready) = (0, Vec::new());
            match self.fill(&mut canonical)? {
                true => self.canonical = Some(canonical),
                false => canonical.finish(&mut self.ready),
            }
        }
        let count = self.ready.get(self.at..).unwrap_or_default().read(buffer)?;
        self.at += count;
        Ok(count)
    }
}

/// Several messages, one behind the other.
pub struct Chain<'a> {
    items: std::slice::Iter<'a, Item>,
    open: Option<Lines>,
}

impl<'a> Chain<'a> {
    /// These.
    pub fn of(items: &'a [Item]) -> Chain<'a> {
        Chain { items: items.iter(), open: None }
    }
}

impl Read for Chain<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            let count = self.open.as_mut().map_or(Ok(0), |open| open.read(buffer))?;
            if count > 0 || buffer.is_empty() {
                return Ok(count);
            }
            let Some(next) = self.items.next() else { return Ok(0) };
            self.open = Some(next.lines().map_err(io::Error::other)?);
        }
    }
}
