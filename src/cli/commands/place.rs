//! Where the messages that `pop retr` and `imap fetch` fetch are put.

use std::io;
use std::path::{Path, PathBuf};

use crate::base::Exit;
use crate::cli::error::Failure;
use crate::store::deposit::{Deposit, Directory, Maildir, Mbox, Single};

/// The flags that say it, of which one is given at most.
#[derive(Clone, Copy, Debug)]
pub struct Places<'a> {
    /// `-o`.
    pub output: Option<&'a PathBuf>,
    /// `--mbox`.
    pub mbox: Option<&'a PathBuf>,
    /// `--maildir`.
    pub maildir: Option<&'a PathBuf>,
    /// `--eml-dir`.
    pub eml_dir: Option<&'a PathBuf>,
}

impl Places<'_> {
    /// What takes them; `None`: standard output.
    ///
    /// # Errors
    /// It cannot be created (73), or another program has locked it (75).
    pub fn deposit(self) -> Result<Option<Box<dyn Deposit>>, Failure> {
        Ok(match self {
            Places { output: Some(path), .. } => Some(Box::new(Single::new(path))),
            Places { mbox: Some(path), .. } => Some(Box::new(opened(path, Mbox::open(path))?)),
            Places { maildir: Some(path), .. } => Some(Box::new(opened(path, Maildir::open(path))?)),
            Places { eml_dir: Some(path), .. } => Some(Box::new(opened(path, Directory::open(path))?)),
            _ => None,
        })
    }
}

fn opened<T>(path: &Path, result: io::Result<T>) -> Result<T, Failure> {
    result.map_err(|error| match error.kind() {
        io::ErrorKind::WouldBlock => {
            Failure::new(Exit::TempFail, format!("{}: another program has locked it", path.display()))
        }
        _ => Failure::cannot_create(path, &error),
    })
}
