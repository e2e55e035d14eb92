//! A message on its way in: its octets go to a file as they come, never to memory.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::proto::line::Unstuffer;

/// A message that is not whole yet.
pub struct Incoming {
    file: Option<NamedTempFile>,
    size: u64,
    limit: u64,
    unstuffer: Unstuffer,
    scratch: Vec<u8>,
    failure: Option<io::Error>,
    faults: Vec<&'static str>,
}

impl Incoming {
    /// Begins a message of at most `limit` octets, in a file in `directory` if there is one.
    pub fn new(directory: Option<&Path>, limit: u64) -> Incoming {
        let (file, failure) = match directory.map(NamedTempFile::new_in).transpose() {
            Ok(file) => (file, None),
            Err(error) => (None, Some(error)),
        };
        Incoming {
            file,
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

    /// Gives the file its name. What is not kept is gone when this is dropped.
    pub fn keep(self, id: &str) -> io::Result<Option<PathBuf>> {
        if let Some(error) = self.failure {
            return Err(error);
        }
        let Some(file) = self.file else { return Ok(None) };
        let path = file.path().with_file_name(format!("{id}.eml"));
        readable(file.as_file())?;
        file.persist_noclobber(&path).map_err(|error| error.error)?;
        Ok(Some(path))
    }
}

/// Temporary files are their owner's alone; a message that was asked for as a file is as readable as others are.
fn readable(file: &std::fs::File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let umask = rustix::process::umask(rustix::fs::Mode::empty());
    rustix::process::umask(umask);
    file.set_permissions(std::fs::Permissions::from_mode(0o666 & !umask.bits()))
}
