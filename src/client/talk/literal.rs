//! The octets of a literal: those of a file, line by line, or what was typed (RFC 9051 §4.3).

use std::io::{self, Read};
use std::path::Path;

use bytes::Bytes;

use crate::client::deliver::{Source, SourceError};
use crate::mime::canonical::Canonical;
use crate::mime::transform::Transform;

/// How much is read at once, in octets.
const BLOCK: usize = 32 * 1024;

/// Octets whose lines end in CRLF, whatever ends them where they come from.
pub struct Literal {
    source: Source,
    octets: u64,
}

impl Literal {
    /// Those of a file, which is read once to count them.
    ///
    /// # Errors
    /// It is missing or cannot be read.
    pub fn open(path: &Path) -> Result<Literal, SourceError> {
        let source = Source::open(path)?;
        let (mut octets, mut canonical, mut ready) = (0, Canonical::new(), Vec::new());
        let mut count = |ready: &mut Vec<u8>| {
            octets += ready.len() as u64;
            ready.clear();
        };
        let read = source.survey(|block| {
            canonical.push(block, &mut ready);
            count(&mut ready);
        });
        read.map_err(|source| SourceError::Read { what: path.display().to_string(), source })?;
        canonical.finish(&mut ready);
        count(&mut ready);
        Ok(Literal { source, octets })
    }

    /// Lines that were typed, their ends included.
    pub(super) fn typed(lines: Vec<u8>) -> Literal {
        Literal { octets: lines.len() as u64, source: Source::Octets(Bytes::from(lines)) }
    }

    /// How many there are.
    pub fn octets(&self) -> u64 {
        self.octets
    }

    /// All of them, block by block.
    pub(super) fn blocks(&self) -> impl Iterator<Item = io::Result<Vec<u8>>> {
        let (mut reader, mut canonical) = (self.source.reader(), Some(Canonical::new()));
        std::iter::from_fn(move || {
            let (mut block, mut ready) = (vec![0; BLOCK], Vec::new());
            let count = match reader.read(&mut block) {
                Ok(count) => count,
                Err(error) => return Some(Err(error)),
            };
            match block.get(..count).filter(|read| !read.is_empty()) {
                Some(read) => canonical.as_mut()?.push(read, &mut ready),
                None => canonical.take()?.finish(&mut ready),
            }
            Some(Ok(ready))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_octets_as_were_counted() {
        let room = tempfile::tempdir().expect("a directory");
        let path = room.path().join("letter");
        let text = "Subject: x\n\n".to_owned() + &"a line\r\nanother\r".repeat(5000);
        std::fs::write(&path, &text).expect("a file");
        let literal = Literal::open(&path).expect("a literal");
        let octets: Vec<u8> = literal.blocks().flat_map(|block| block.expect("a block")).collect();
        assert_eq!(octets.len() as u64, literal.octets());
        let expected = "Subject: x\r\n\r\n".to_owned() + &"a line\r\nanother\r\n".repeat(5000);
        assert_eq!(String::from_utf8(octets).expect("text"), expected);
        assert!(Literal::open(room.path()).is_err());
    }
}
