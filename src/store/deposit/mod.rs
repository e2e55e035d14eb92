//! Where fetched messages are put: a file, a directory of files, a Maildir, an mbox. Nothing is half there, and what is
//! committed has reached the disk.

mod directory;
mod file;
mod lines;
mod maildir;
mod mbox;
mod partial;

pub use directory::Directory;
pub use file::Single;
pub use maildir::Maildir;
pub use mbox::Mbox;
pub use partial::{Partial, PartialError};

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::thread;

use jiff::Timestamp;

/// How many files go to the disk at the same time: most file systems write their journal once for all of them.
const THREADS: usize = 8;

/// What is known of a message beside its octets.
#[derive(Clone, Debug, Default)]
pub struct Marks {
    /// Its flags, as a Maildir writes them: `FS`. Other places keep none.
    pub flags: String,
    /// When it was received. An mbox keeps it.
    pub received: Option<Timestamp>,
}

/// Where messages are put, one after the other, in groups.
pub trait Deposit {
    /// A message begins. `name`: what it may be called, of anybody's making; never a path.
    ///
    /// # Errors
    /// It has no room here.
    fn begin(&mut self, name: &str, marks: &Marks) -> io::Result<()>;

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

/// Makes what is in files durable.
fn sync_files(files: &[&File]) -> io::Result<()> {
    let share = files.len().div_ceil(THREADS).max(1);
    thread::scope(|scope| {
        let sync = |files: &[&File]| files.iter().try_for_each(|file| file.sync_all());
        let threads: Vec<_> = files.chunks(share).map(|files| scope.spawn(move || sync(files))).collect();
        let lost = |_| Err(io::Error::other("a thread that waits for the disk is gone"));
        threads.into_iter().try_for_each(|thread| thread.join().unwrap_or_else(lost))
    })
}
