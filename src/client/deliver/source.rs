//! Where the octets of a message come from: files that are read as they are sent, however large.

use std::fs::{File, Metadata};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::ops::Range;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bytes::Bytes;

use crate::base::Exit;
use crate::net::reason;

/// Octets that can be read any number of times.
#[derive(Clone, Debug)]
pub enum Source {
    /// A part of a file.
    File(Arc<File>, Range<u64>),
    /// The same of a file that is opened by whoever reads it: of many, no more are open than are read.
    Named(Arc<Path>, Range<u64>),
    /// Octets in memory.
    Octets(Bytes),
}

/// Why a source cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SourceError {
    /// An input file is missing or cannot be read.
    #[error("{}: {}", .path.display(), reason(.source))]
    Missing {
        /// Which one.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The temporary file for what cannot be read twice failed.
    #[error("a temporary file for {what} failed: {}", reason(.source))]
    Spool {
        /// What was to be kept in it.
        what: String,
        /// What the system said.
        source: io::Error,
    },
    /// Reading failed in the middle.
    #[error("reading {what} failed: {}", reason(.source))]
    Read {
        /// What was read.
        what: String,
        /// What the system said.
        source: io::Error,
    },
}

impl SourceError {
    /// What a script must do next.
    pub fn exit(&self) -> Exit {
        match self {
            SourceError::Missing { .. } => Exit::NoInput,
            SourceError::Spool { .. } => Exit::CantCreate,
            SourceError::Read { .. } => Exit::Io,
        }
    }
}

impl Source {
    /// A file; what is no regular file (a pipe, a device) is first copied to a temporary one.
    pub fn open(path: &Path) -> Result<Source, SourceError> {
        let missing = |source| SourceError::Missing { path: path.to_owned(), source };
        let mut file = File::open(path).map_err(missing)?;
        let metadata = file.metadata().map_err(missing)?;
        if metadata.is_dir() {
            return Err(missing(io::ErrorKind::IsADirectory.into()));
        }
        if metadata.is_file() {
            return Ok(Source::File(Arc::new(file), 0..metadata.len()));
        }
        Source::spool(&mut file, &path.display().to_string())
    }

    /// The same, but a regular file is closed again until it is read.
    pub fn named(path: &Path) -> Result<Source, SourceError> {
        let opened = Source::open(path)?;
        let regular = std::fs::metadata(path).is_ok_and(|metadata| metadata.is_file());
        Ok(match opened {
            Source::File(_, range) if regular => Source::Named(path.into(), range),
            other => other,
        })
    }

    /// All of a stream, kept in a temporary file that is gone with the last source that uses it.
    pub fn spool(stream: &mut impl Read, what: &str) -> Result<Source, SourceError> {
        let failed = |source| SourceError::Spool { what: what.to_owned(), source };
        let mut file = tempfile::tempfile().map_err(failed)?;
        let mut block = vec![0; BLOCK];
        loop {
            let count = match stream.read(&mut block) {
                Ok(0) => break,
                Ok(count) => count,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(source) => return Err(SourceError::Read { what: what.to_owned(), source }),
            };
            file.write_all(block.get(..count).unwrap_or_default()).map_err(failed)?;
        }
        let length = file.seek(SeekFrom::End(0)).map_err(failed)?;
        Ok(Source::File(Arc::new(file), 0..length))
    }

    /// How many octets.
    pub fn len(&self) -> u64 {
        match self {
            Source::File(_, range) | Source::Named(_, range) => range.end - range.start,
            Source::Octets(octets) => octets.len() as u64,
        }
    }

    /// What is known of its file, if it is one.
    pub fn metadata(&self) -> Option<Metadata> {
        match self {
            Source::File(file, _) => file.metadata().ok(),
            Source::Named(path, _) => std::fs::metadata(path).ok(),
            Source::Octets(_) => None,
        }
    }

    /// True if there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// A part of it, from and to counted in its own octets.
    pub fn part(&self, part: Range<u64>) -> Source {
        let within = |range: &Range<u64>| {
            let clip = |at: u64| (range.start + at).min(range.end);
            clip(part.start)..clip(part.end)
        };
        match self {
            Source::File(file, range) => Source::File(file.clone(), within(range)),
            Source::Named(path, range) => Source::Named(path.clone(), within(range)),
            Source::Octets(octets) => {
                let clip = |at: u64| usize::try_from(at).unwrap_or(usize::MAX).min(octets.len());
                Source::Octets(octets.slice(clip(part.start)..clip(part.end)))
            }
        }
    }

    /// Reads it from the beginning.
    pub fn reader(&self) -> Reader {
        Reader { source: self.clone(), at: 0, opened: None }
    }

    /// Calls `look` with every block of it.
    pub fn survey(&self, mut look: impl FnMut(&[u8])) -> io::Result<()> {
        let mut reader = self.reader();
        let mut block = vec![0; BLOCK];
        loop {
            match reader.read(&mut block)? {
                0 => return Ok(()),
                count => look(block.get(..count).unwrap_or_default()),
            }
        }
    }
}

/// How much is read at once, in octets.
pub(super) const BLOCK: usize = 64 * 1024;

/// A place in a [`Source`].
#[derive(Debug)]
pub struct Reader {
    source: Source,
    at: u64,
    /// The file of one that is opened by its reader.
    opened: Option<File>,
}

impl Reader {
    /// Appends the next octets, at most so many as are read at once, without a copy in between; how many, 0 at the end.
    pub(super) fn append(&mut self, output: &mut Vec<u8>) -> io::Result<usize> {
        let left = self.source.len() - self.at;
        let count = BLOCK.min(usize::try_from(left).unwrap_or(BLOCK));
        if let Source::Octets(octets) = &self.source {
            let next = octets.get(self.at as usize..).unwrap_or_default();
            output.extend_from_slice(next.get(..count).unwrap_or(next));
            self.at += count as u64;
            return Ok(count);
        }
        let before = output.len();
        output.resize(before + count, 0);
        let read = self.read(output.get_mut(before..).unwrap_or_default());
        output.truncate(before + *read.as_ref().unwrap_or(&0));
        read
    }
}

impl Read for Reader {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = usize::try_from(self.source.len() - self.at).unwrap_or(usize::MAX);
        let wanted = buffer.len().min(left);
        let buffer = buffer.get_mut(..wanted).unwrap_or_default();
        let count = match &self.source {
            Source::File(file, range) => file.read_at(buffer, range.start + self.at)?,
            Source::Named(path, range) => {
                let file = match self.opened.take() {
                    Some(file) => file,
                    None => File::open(path)?,
                };
                self.opened.insert(file).read_at(buffer, range.start + self.at)?
            }
            Source::Octets(octets) => octets.get(self.at as usize..).unwrap_or_default().read(buffer)?,
        };
        if count == 0 && wanted > 0 {
            return Err(io::Error::new(io::ErrorKind::UnexpectedEof, "the file became shorter while it was read"));
        }
        self.at += count as u64;
        Ok(count)
    }
}
