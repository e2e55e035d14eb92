//! A Maildir (<https://cr.yp.to/proto/maildir.html>): written in `tmp`, then moved to `new`; lines end in LF.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use tempfile::NamedTempFile;

use super::lines::Lines;
use super::{Deposit, not_begun, sync_directory, sync_files};

/// Counts the messages of this process.
static COUNT: AtomicU32 = AtomicU32::new(0);

/// A Maildir.
#[derive(Debug)]
pub struct Maildir {
    tmp: PathBuf,
    new: PathBuf,
    host: String,
    open: Option<(NamedTempFile, Lines)>,
    whole: Vec<NamedTempFile>,
    octets: Vec<u8>,
}

impl Maildir {
    /// The Maildir, made if it is not there.
    ///
    /// # Errors
    /// It cannot be made.
    pub fn open(path: &Path) -> io::Result<Maildir> {
        let [tmp, new, cur] = ["tmp", "new", "cur"].map(|name| path.join(name));
        [&tmp, &new, &cur].into_iter().try_for_each(std::fs::create_dir_all)?;
        let host = gethostname::gethostname().to_string_lossy().replace('/', "\\057").replace(':', "\\072");
        Ok(Maildir { tmp, new, host, open: None, whole: Vec::new(), octets: Vec::new() })
    }

    /// What no other message in the world is called.
    fn name(&self) -> String {
        let now = jiff::Timestamp::now();
        let (seconds, microseconds) = (now.as_second(), now.subsec_microsecond());
        let (process, count) = (std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        format!("{seconds}.M{microseconds}P{process}Q{count}.{}", self.host)
    }
}

impl Deposit for Maildir {
    /// The server's name for it is of no use here.
    fn begin(&mut self, _: &str) -> io::Result<()> {
        let prefix = format!("{}.", self.name());
        let file = tempfile::Builder::new().prefix(&prefix).tempfile_in(&self.tmp)?;
        self.open = Some((file, Lines::default()));
        Ok(())
    }

    fn write(&mut self, octets: &[u8]) -> io::Result<()> {
        let (file, lines) = self.open.as_mut().ok_or_else(not_begun)?;
        self.octets.clear();
        lines.push(octets, &mut self.octets);
        file.write_all(&self.octets)
    }

    fn end(&mut self) -> io::Result<()> {
        let (mut file, mut lines) = self.open.take().ok_or_else(not_begun)?;
        self.octets.clear();
        lines.finish(&mut self.octets);
        file.write_all(&self.octets)?;
        self.whole.push(file);
        Ok(())
    }

    fn abandon(&mut self) -> io::Result<()> {
        self.open.take().map_or(Ok(()), |(file, _)| file.close())
    }

    fn commit(&mut self) -> io::Result<Vec<PathBuf>> {
        let whole = std::mem::take(&mut self.whole);
        sync_files(&whole.iter().map(NamedTempFile::as_file).collect::<Vec<_>>())?;
        let place = |file: NamedTempFile| {
            let path = self.new.join(file.path().file_name().unwrap_or_default());
            file.persist_noclobber(&path).map(|_| path).map_err(|error| error.error)
        };
        let placed = whole.into_iter().map(place).collect::<Result<_, _>>()?;
        sync_directory(&self.new)?;
        Ok(placed)
    }
}
