//! The directory that files are written into, by its handle: whatever happens to its path meanwhile, nothing goes
//! elsewhere.

use std::collections::HashMap;
use std::fs::File;
use std::io;
use std::os::fd::OwnedFd;
use std::path::{Path, PathBuf};

use rustix::fs::{AtFlags, CWD, Mode, OFlags};
use rustix::io::Errno;

use crate::cli::error::Failure;
use crate::mime::file_name;

/// So many files of the same name may be there already.
const MOST: usize = 100_000;

/// An open directory.
pub struct Directory {
    path: PathBuf,
    handle: OwnedFd,
    /// How often each name was used.
    used: HashMap<String, usize>,
}

impl Directory {
    /// Opens it; it is made if only the last part of its path is missing.
    ///
    /// # Errors
    /// It is no directory, or cannot be made (73).
    pub fn open(path: &Path) -> Result<Directory, Failure> {
        let flags = OFlags::DIRECTORY | OFlags::RDONLY | OFlags::CLOEXEC;
        let opened = rustix::fs::openat(CWD, path, flags, Mode::empty()).or_else(|error| match error {
            Errno::NOENT => {
                rustix::fs::mkdirat(CWD, path, Mode::RWXU)?;
                rustix::fs::openat(CWD, path, flags, Mode::empty())
            }
            error => Err(error),
        });
        let handle = opened.map_err(|error| Failure::cannot_create(path, &io::Error::from(error)))?;
        Ok(Directory { path: path.to_owned(), handle, used: HashMap::new() })
    }

    /// Creates a file of this name, which is safe, or of the next one that is free: `a (2).txt`. Neither a file nor a
    /// link that is there is touched.
    ///
    /// # Errors
    /// It cannot be created (73).
    pub fn create(&mut self, name: &str) -> Result<(File, String), Failure> {
        let used = self.used.entry(name.to_owned()).or_default();
        let flags = OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::WRONLY | OFlags::CLOEXEC;
        let mut failure = Errno::EXIST;
        while *used < MOST {
            *used += 1;
            let name = file_name::distinct(name, *used);
            match rustix::fs::openat(&self.handle, name.as_str(), flags, Mode::RUSR | Mode::WUSR) {
                Ok(file) => return Ok((File::from(file), name)),
                Err(Errno::EXIST) => {}
                Err(error) => {
                    failure = error;
                    break;
                }
            }
        }
        Err(Failure::cannot_create(&self.path.join(name), &io::Error::from(failure)))
    }

    /// Removes a file that was created here and could not be finished.
    pub fn remove(&self, name: &str) {
        let _ = rustix::fs::unlinkat(&self.handle, name, AtFlags::empty());
    }

    /// Where a file of this name is.
    pub fn path(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }
}
