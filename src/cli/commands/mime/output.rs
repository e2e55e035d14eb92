//! Where the octets of a message or of a part go: a file, or standard output.

use std::fs::File;
use std::io::{self, Write};
use std::os::fd::AsFd;
use std::path::PathBuf;

use crate::base::Exit;
use crate::cli::error::Failure;
use crate::net::reason;

/// Where the octets go: made with the first of them, or at the end.
pub struct Output {
    path: Option<PathBuf>,
    file: Option<File>,
    /// Whoever read it has gone.
    closed: bool,
    failure: Option<Failure>,
}

impl Output {
    /// A file, which is overwritten, or standard output.
    pub fn new(path: Option<PathBuf>) -> Output {
        Output { path, file: None, closed: false, failure: None }
    }

    /// Nothing more is wanted: it failed, or whoever read it has gone.
    pub fn is_over(&self) -> bool {
        self.closed || self.failure.is_some()
    }

    /// It is there, even if nothing was written; or why it is not.
    pub fn finish(&mut self) -> Result<(), Failure> {
        self.failure.take().map_or(Ok(()), Err)?;
        self.file().map(|_| ())
    }

    /// Writes more; a failure is told at the end.
    pub fn write(&mut self, octets: &[u8]) {
        if self.is_over() || octets.is_empty() {
            return;
        }
        let written = match self.file() {
            Ok(file) => file.write_all(octets),
            Err(failure) => return self.failure = Some(failure),
        };
        match written {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => self.closed = true,
            Err(error) => {
                let name = self.path.as_ref().map_or("standard output".to_owned(), |path| path.display().to_string());
                self.failure = Some(Failure::new(Exit::Io, format!("{name}: {}", reason(&error))));
            }
        }
    }

    fn file(&mut self) -> Result<&mut File, Failure> {
        if let Some(file) = self.file.take() {
            return Ok(self.file.insert(file));
        }
        let file = match &self.path {
            Some(path) => File::create(path).map_err(|error| Failure::cannot_create(path, &error))?,
            // No buffer in between, and none of the lines that the standard one looks for.
            None => io::stdout()
                .as_fd()
                .try_clone_to_owned()
                .map(File::from)
                .map_err(|error| Failure::new(Exit::Io, format!("standard output: {}", reason(&error))))?,
        };
        Ok(self.file.insert(file))
    }
}
