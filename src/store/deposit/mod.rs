//! Where fetched messages are put: a file, a directory of files, a Maildir, an mbox. Nothing is half there, and what is
//! committed has reached the disk.

mod directory;
mod file;
mod lines;
mod maildir;
mod mbox;

pub use directory::Directory;
pub use file::Single;
pub use maildir::Maildir;
pub use mbox::Mbox;

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

/// Where messages are put, one after the other, in groups.
pub trait Deposit {
    /// A message begins. `name`: what it may be called, of anybody's making; never a path.
    ///
    /// # Errors
    /// It has no room here.
    fn begin(&mut self, name: &str) -> io::Result<()>;

    /// The next octets of the message that was begun, lines ending in CRLF.
    ///
    /// # Errors
    /// They cannot be written.
    fn write(&mut self, octets: &[u8]) -> io::Result<()>;

    /// The message is whole.
    ///
    /// # Errors
    /// Its end cannot be written.
    fn end(&mut self) -> io::Result<()>;

    /// The message that was begun is not to be: nothing of it stays.
    ///
    /// # Errors
    /// What was written of it cannot be taken back.
    fn abandon(&mut self) -> io::Result<()>;

    /// Makes the whole messages since the last time durable, and visible where they were not. Where each of them is, in
    /// their order.
    ///
    /// # Errors
    /// Some of them may not be durable.
    fn commit(&mut self) -> io::Result<Vec<PathBuf>>;
}

/// Nothing was begun: what the caller does is out of order.
fn not_begun() -> io::Error {
    io::Error::other("no message was begun")
}

/// Makes what a directory lists durable.
fn sync_directory(path: &Path) -> io::Result<()> {
    File::open(path)?.sync_all()
}
