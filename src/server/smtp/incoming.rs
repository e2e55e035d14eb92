//! A message on its way in: its octets go to a file as they come, never to memory.

use std::fs::File;
use std::io::{self, Write};
use std::path::PathBuf;

use tempfile::{NamedTempFile, TempPath};

use crate::proto::line::Unstuffer;

/// Where the octets of messages go as they come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Keep {
    /// Nowhere: they are counted.
    Nowhere,
    /// To a file without a name, which is gone when nobody holds it.
    Nameless,
    /// To a file in this directory.
    Directory(PathBuf),
}

/// A message that is not whole yet.
pub struct Incoming {
    file: Option<File>,
    /// The file's name, which is gone with it.
    name: Option<TempPath>,
    size: u64,
    limit: u64,
    unstuffer: Unstuffer,
    scratch: Vec<u8>,
    failure: Option<io::Error>,
    faults: Vec<&'static str>,
}

impl Incoming {
    /// Begins a message of at most `limit` octets.
    pub fn new(keep: &Keep, limit: u64) -> Incoming {
        let ((file, name), failure) = match keep.file() {
            Ok(file) => (file, None),
            Err(error) => ((None, None), Some(error)),
        };
        Incoming {
            file,
            name,
            size: 0,
            limit,
            unstuffer: Unstuffer::default(),
            scratch: Vec::new(),
            failure,
            faults: Vec::new(),
        }
    }

    /// Takes content of DATA, with its doubled dots.
    pub fn push_stuffed(&mut self, octets: &[u8]) {
        let mut scratch = std::mem::take(&mut self.scratch);
        scratch.clear();
        self.unstuffer.push(octets, &mut scratch);
        self.push(&scratch);
        self.scratch = scratch;
    }

    /// Takes content of BDAT.
    pub fn push(&mut self, octets: &[u8]) {
        self.size += octets.len() as u64;
        if self.is_too_large() || self.failure.is_some() {
            return;
        }
        if let Some(Err(error)) = self.file.as_mut().map(|file| file.write_all(octets)) {
            self.failure = Some(error);
        }
    }

    /// These things stand in it that may not.
    pub fn blame(&mut self, faults: Vec<&'static str>) {
        self.faults.extend(faults);
        self.faults.sort_unstable();
        self.faults.dedup();
    }

    /// What stands in it that may not.
    pub fn faults(&self) -> &[&'static str] {
        &self.faults
    }

    /// More than the limit came.
    pub fn is_too_large(&self) -> bool {
        self.size > self.limit
    }

    /// How many octets came.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Gives the file its name, if it is one of a directory. What is not kept is gone when this is dropped.
    pub fn keep(self, id: &str) -> io::Result<Option<PathBuf>> {
        if let Some(error) = self.failure {
            return Err(error);
        }
        let (Some(file), Some(name)) = (self.file, self.name) else { return Ok(None) };
        let path = name.with_file_name(format!("{id}.eml"));
        readable(&file)?;
        name.persist_noclobber(&path).map_err(|error| error.error)?;
        Ok(Some(path))
    }

    /// The file alone, without a name.
    pub fn into_file(self) -> io::Result<Option<File>> {
        self.failure.map_or(Ok(self.file), Err)
    }
}

impl Keep {
    /// A file, and its name if it has one.
    fn file(&self) -> io::Result<(Option<File>, Option<TempPath>)> {
        match self {
            Keep::Nowhere => Ok((None, None)),
            Keep::Nameless => tempfile::tempfile().map(|file| (Some(file), None)),
            Keep::Directory(directory) => {
                let (file, name) = NamedTempFile::new_in(directory)?.into_parts();
                Ok((Some(file), Some(name)))
            }
        }
    }
}

/// A directory, if there is one.
impl From<Option<PathBuf>> for Keep {
    fn from(directory: Option<PathBuf>) -> Keep {
        directory.map_or(Keep::Nowhere, Keep::Directory)
    }
}

/// Temporary files are their owner's alone; a message that was asked for as a file is as readable as others are.
fn readable(file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let umask = rustix::process::umask(rustix::fs::Mode::empty());
    rustix::process::umask(umask);
    file.set_permissions(std::fs::Permissions::from_mode(0o666 & !umask.bits()))
}
