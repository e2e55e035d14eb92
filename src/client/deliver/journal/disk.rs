//! A file whose lines are on disk before anything depends on them: one sync for all who wait at the same time.

use std::cell::{Cell, OnceCell};
use std::fs::File;
use std::io::{self, BufReader, Seek, SeekFrom, Write};
use std::sync::Arc;

use tokio::sync::Mutex;

/// A file that is written at its end.
pub(super) struct Disk {
    file: Arc<File>,
    /// How many lines were written.
    written: Cell<u64>,
    /// How many of them are on disk.
    synced: Mutex<u64>,
    /// Why no more is written. Nobody knows what of it is on disk once a sync has failed.
    broken: OnceCell<io::Error>,
}

impl Disk {
    pub fn new(file: File) -> Disk {
        Disk { file: Arc::new(file), written: Cell::new(0), synced: Mutex::new(0), broken: OnceCell::new() }
    }

    /// Reads it from its beginning.
    pub fn reader(&self) -> BufReader<&File> {
        BufReader::new(&self.file)
    }

    /// Ends it behind so many octets: what is written stands there.
    pub fn cut(&self, length: u64) -> io::Result<()> {
        self.file.set_len(length)?;
        (&*self.file).seek(SeekFrom::End(0)).map(|_| ())
    }

    /// Writes a line, not yet to last.
    pub fn write(&self, line: &[u8]) -> io::Result<()> {
        self.check()?;
        self.written.set(self.written.get() + 1);
        (&*self.file).write_all(line).map_err(|error| self.fail(error))
    }

    /// Returns once all lasts that was written by now. While one sync runs, those that are asked for wait and share the
    /// next.
    pub async fn sync(&self) -> io::Result<()> {
        let wanted = self.written.get();
        let mut synced = self.synced.lock().await;
        self.check()?;
        if *synced >= wanted {
            return Ok(());
        }
        let (written, file) = (self.written.get(), self.file.clone());
        let done = tokio::task::spawn_blocking(move || file.sync_data()).await;
        done.map_err(io::Error::other).flatten().map_err(|error| self.fail(error))?;
        *synced = written;
        Ok(())
    }

    /// The same for good, its size and times included.
    pub fn close(&self) -> io::Result<()> {
        self.file.sync_all()
    }

    /// Why no more can be written.
    pub fn broken(&self) -> Option<&io::Error> {
        self.broken.get()
    }

    fn check(&self) -> io::Result<()> {
        self.broken.get().map_or(Ok(()), |error| Err(copy(error)))
    }

    fn fail(&self, error: io::Error) -> io::Error {
        let _ = self.broken.set(copy(&error));
        error
    }
}

fn copy(error: &io::Error) -> io::Error {
    error.raw_os_error().map_or_else(|| error.kind().into(), io::Error::from_raw_os_error)
}
