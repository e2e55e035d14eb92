//! Where the octets of a message or of a part go: a file, or standard output.

use std::fs::{File, Metadata};
use std::io::{self, Write};
use std::os::fd::AsFd;
use std::os::unix::fs::MetadataExt;
use std::path::PathBuf;

use crate::base::Exit;
use crate::cli::error::Failure;
use crate::net::reason;
use crate::store::deposit::{Deposit, Marks, Single};

/// Where the octets go: made with the first of them, or at the end. A file is there once it is whole, so that it may be
/// one of those that are read.
pub struct Output {
    /// The file's path, for errors.
    path: Option<PathBuf>,
    place: Option<Place>,
    /// Whoever read it has gone.
    closed: bool,
    failure: Option<Failure>,
}

enum Place {
    File(Single),
    Standard(File),
}

impl Output {
    /// A file, which is replaced, or standard output.
    pub fn new(path: Option<PathBuf>) -> Output {
        Output { path, place: None, closed: false, failure: None }
    }

    /// The same, unless it is one of these, which would be lost.
    ///
    /// # Errors
    /// It is one of them (64).
    pub fn beside(self, inputs: impl IntoIterator<Item = Metadata>) -> Result<Output, Failure> {
        let there = self.path.as_deref().and_then(|path| path.metadata().ok());
        match there.is_some_and(|there| inputs.into_iter().any(|input| is_same(&there, &input))) {
            true => Err(Failure::usage("--output", "it is an input, which would be lost")),
            false => Ok(self),
        }
    }

    /// Nothing more is wanted: it failed, or whoever read it has gone.
    pub fn is_over(&self) -> bool {
        self.closed || self.failure.is_some()
    }

    /// Whether all went well so far.
    ///
    /// # Errors
    /// It could not be created (73) or written (74).
    pub fn check(&mut self) -> Result<(), Failure> {
        self.failure.take().map_or(Ok(()), Err)
    }

    /// It is there, even if nothing was written; or why it is not.
    ///
    /// # Errors
    /// It could not be created (73) or written (74).
    pub fn finish(mut self) -> Result<(), Failure> {
        self.check()?;
        let done = match self.place()? {
            Place::Standard(_) => Ok(()),
            Place::File(file) => file.end().and_then(|()| file.commit().map(drop)),
        };
        done.map_err(|error| self.unwritten(&error))
    }

    /// Writes more; a failure is told at the end.
    pub fn write(&mut self, octets: &[u8]) {
        if self.is_over() || octets.is_empty() {
            return;
        }
        let written = match self.place() {
            Ok(Place::File(file)) => file.write(octets),
            Ok(Place::Standard(file)) => file.write_all(octets),
            Err(failure) => return self.failure = Some(failure),
        };
        match written {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => self.closed = true,
            Err(error) => self.failure = Some(self.unwritten(&error)),
        }
    }

    fn unwritten(&self, error: &io::Error) -> Failure {
        let name = self.path.as_ref().map_or("standard output".to_owned(), |path| path.display().to_string());
        Failure::new(Exit::Io, format!("{name}: {}", reason(error)))
    }

    fn place(&mut self) -> Result<&mut Place, Failure> {
        let place = match (self.place.take(), &self.path) {
            (Some(place), _) => place,
            (None, Some(path)) => {
                let mut file = Single::new(path);
                file.begin("", &Marks::default()).map_err(|error| Failure::cannot_create(path, &error))?;
                Place::File(file)
            }
            // No buffer in between, and none of the lines that the standard one looks for.
            (None, None) => {
                let standard = io::stdout().as_fd().try_clone_to_owned();
                Place::Standard(standard.map_err(|error| self.unwritten(&error))?.into())
            }
        };
        Ok(self.place.insert(place))
    }
}

/// Whether two are the same regular file.
pub fn is_same(there: &Metadata, here: &Metadata) -> bool {
    there.is_file() && (there.dev(), there.ino()) == (here.dev(), here.ino())
}
