//! Each message as a file of its own, with the octets that came; no file is ever overwritten.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::{Deposit, Marks, not_begun, sync_directory, sync_files};
use crate::mime::file_name;

/// The most files of one name.
const MAX_SAME: usize = 10_000;

/// A directory of `.eml` files.
#[derive(Debug)]
pub struct Directory {
    path: PathBuf,
    open: Option<(NamedTempFile, String)>,
    whole: Vec<(NamedTempFile, String)>,
}

impl Directory {
    /// The directory, made if it is not there.
    ///
    /// # Errors
    /// It cannot be made.
    pub fn open(path: &Path) -> io::Result<Directory> {
        std::fs::create_dir_all(path)?;
        Ok(Directory { path: path.to_owned(), open: None, whole: Vec::new() })
    }
}

impl Deposit for Directory {
    fn begin(&mut self, name: &str, _: &Marks) -> io::Result<()> {
        let name = file_name::safe(&format!("{}.eml", name.replace(['/', '\\'], "_")), "message.eml");
        let file = tempfile::Builder::new().prefix(".mailtool-").suffix(".tmp").tempfile_in(&self.path)?;
        self.open = Some((file, name));
        Ok(())
    }

    fn write(&mut self, octets: &[u8]) -> io::Result<()> {
        self.open.as_mut().ok_or_else(not_begun)?.0.write_all(octets)
    }

    fn end(&mut self) -> io::Result<()> {
        self.whole.push(self.open.take().ok_or_else(not_begun)?);
        Ok(())
    }

    fn abandon(&mut self) -> io::Result<()> {
        self.open.take().map_or(Ok(()), |(file, _)| file.close())
    }

    fn commit(&mut self) -> io::Result<Vec<PathBuf>> {
        let whole = std::mem::take(&mut self.whole);
        sync_files(&whole.iter().map(|(file, _)| file.as_file()).collect::<Vec<_>>())?;
        let placed = whole.into_iter().map(|(file, name)| place(file, &self.path, &name)).collect::<Result<_, _>>()?;
        sync_directory(&self.path)?;
        Ok(placed)
    }
}

/// Gives a file its name, or that with a number behind it if there is one already.
fn place(mut file: NamedTempFile, directory: &Path, name: &str) -> io::Result<PathBuf> {
    for n in 1..=MAX_SAME {
        let path = directory.join(file_name::distinct(name, n));
        match file.persist_noclobber(&path) {
            Ok(_) => return Ok(path),
            Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => file = error.file,
            Err(error) => return Err(error.error),
        }
    }
    Err(io::Error::new(io::ErrorKind::AlreadyExists, format!("{name} is there {MAX_SAME} times")))
}
