//! One message in a file of the caller's choice, with the octets that came.

use std::fs::{File, OpenOptions, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::{Deposit, Marks, not_begun, sync_directory};

/// The mode of a new file, from which the system takes what the user's mask forbids.
pub(super) const NEW: u32 = 0o666;

/// A file that is replaced once all of the message is there; a device or a pipe is written to as it comes.
#[derive(Debug)]
pub struct Single {
    path: PathBuf,
    open: Option<Open>,
    whole: Option<Open>,
}

#[derive(Debug)]
enum Open {
    Beside(NamedTempFile),
    Device(File),
}

impl Open {
    fn file(&mut self) -> &mut File {
        match self {
            Open::Beside(file) => file.as_file_mut(),
            Open::Device(file) => file,
        }
    }
}

impl Single {
    /// The file's path; what a symbolic link leads to is replaced, not the link.
    pub fn new(path: &Path) -> Single {
        let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        Single { path, open: None, whole: None }
    }

    /// A file that will take its place, with its mode, or the one that new files get.
    fn beside(&self) -> io::Result<NamedTempFile> {
        let mode = self.path.metadata().map_or(NEW, |metadata| metadata.permissions().mode());
        let permissions = Permissions::from_mode(mode);
        let mut builder = tempfile::Builder::new();
        builder.prefix(".mailtool-").permissions(permissions).tempfile_in(directory_of(&self.path))
    }
}

/// What a file is in.
pub(super) fn directory_of(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

impl Deposit for Single {
    fn begin(&mut self, _: &str, _: &Marks) -> io::Result<()> {
        let device = self.path.metadata().is_ok_and(|metadata| !metadata.is_file());
        self.open = Some(match device {
            true => Open::Device(OpenOptions::new().write(true).open(&self.path)?),
            false => Open::Beside(self.beside()?),
        });
        Ok(())
    }

    fn write(&mut self, octets: &[u8]) -> io::Result<()> {
        self.open.as_mut().ok_or_else(not_begun)?.file().write_all(octets)
    }

    fn end(&mut self) -> io::Result<()> {
        self.whole = Some(self.open.take().ok_or_else(not_begun)?);
        Ok(())
    }

    fn abandon(&mut self) -> io::Result<()> {
        self.open = None;
        Ok(())
    }

    fn commit(&mut self) -> io::Result<Vec<PathBuf>> {
        match self.whole.take() {
            None => return Ok(Vec::new()),
            Some(Open::Device(_)) => {}
            Some(Open::Beside(file)) => {
                file.as_file().sync_all()?;
                file.persist(&self.path).map_err(|error| error.error)?;
                sync_directory(directory_of(&self.path))?;
            }
        }
        Ok(vec![self.path.clone()])
    }
}
