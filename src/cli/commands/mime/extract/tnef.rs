//! The files in a TNEF part (`winmail.dat`): what streams by is kept in a temporary file, for the name of a file may
//! stand behind it.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};
use std::ops::Range;

use super::writer::{Files, Origin};
use crate::base::Exit;
use crate::cli::error::Failure;
use crate::mime::content_type::ContentType;
use crate::mime::flaw::{Flaw, Severity};
use crate::mime::section::Section;
use crate::mime::tnef::{Contents, Item, Reader};
use crate::net::reason;

/// How much is copied at once, in octets.
const BLOCK: usize = 64 * 1024;

/// A TNEF part that is being read.
pub struct Tnef {
    reader: Reader,
    spool: File,
}

/// One that was read.
pub struct Opened {
    pub contents: Contents,
    spool: File,
}

impl Tnef {
    /// At its beginning.
    ///
    /// # Errors
    /// There is no room for a temporary file (73).
    pub fn new() -> Result<Tnef, Failure> {
        let spool = tempfile::tempfile();
        let spool = spool.map_err(|error| failed(Exit::CantCreate, &error))?;
        Ok(Tnef { reader: Reader::new(), spool })
    }

    /// The next octets.
    ///
    /// # Errors
    /// They cannot be kept (74).
    pub fn push(&mut self, octets: &[u8]) -> Result<(), Failure> {
        self.reader.push(octets);
        self.spool.write_all(octets).map_err(|error| failed(Exit::Io, &error))
    }

    /// It is over.
    pub fn finish(self) -> Opened {
        Opened { contents: self.reader.finish(), spool: self.spool }
    }
}

impl Opened {
    /// Whether all of it came out, so that the part itself is of no use any more.
    pub fn is_whole(&self) -> bool {
        let broken = self.contents.flaws.iter().any(|flaw| flaw.severity == Severity::Error);
        !broken && !self.contents.items.is_empty()
    }

    /// Writes the files in it; `flaws` are told of the first of them.
    pub fn write(&mut self, section: &Section, mut flaws: Vec<Flaw>, files: &mut Files<'_>) {
        for item in std::mem::take(&mut self.contents.items) {
            if let Err(failure) = self.item(&item, section, std::mem::take(&mut flaws), files) {
                return files.fail(failure);
            }
        }
    }

    fn item(&mut self, item: &Item, section: &Section, flaws: Vec<Flaw>, files: &mut Files<'_>) -> Result<(), Failure> {
        let named = item.content_type.as_deref().unwrap_or("application/octet-stream");
        let content_type = ContentType::parse(named.as_bytes()).0;
        let fallback = super::name::of_part(None, section, &content_type);
        let Some(mut open) = files.create(item.name.clone(), &fallback, section, &content_type, Origin::Tnef) else {
            return Ok(());
        };
        let (mut decoder, mut octets) = (item.form.decoder(), Vec::new());
        self.octets(&item.range, &mut |block| {
            octets.clear();
            decoder.push(block, &mut octets);
            files.write(&mut open, &octets);
        })?;
        octets.clear();
        decoder.finish(&mut octets);
        files.write(&mut open, &octets);
        files.close(open, flaws.into_iter().chain(decoder.findings()).collect());
        Ok(())
    }

    /// All of it, as it was sent.
    ///
    /// # Errors
    /// It cannot be read again (74).
    pub fn all(&mut self, tell: &mut dyn FnMut(&[u8])) -> Result<(), Failure> {
        self.octets(&(0..u64::MAX), tell)
    }

    fn octets(&mut self, range: &Range<u64>, tell: &mut dyn FnMut(&[u8])) -> Result<(), Failure> {
        let again = |error| failed(Exit::Io, &error);
        self.spool.seek(SeekFrom::Start(range.start)).map_err(again)?;
        let mut rest = (&self.spool).take(range.end - range.start);
        let mut block = vec![0; BLOCK];
        loop {
            let count = rest.read(&mut block).map_err(again)?;
            match block.get(..count).filter(|octets| !octets.is_empty()) {
                Some(octets) => tell(octets),
                None => return Ok(()),
            }
        }
    }
}

fn failed(exit: Exit, error: &std::io::Error) -> Failure {
    Failure::new(exit, format!("a temporary file failed: {}", reason(error)))
}
