//! An mbox to which messages are appended, quoted as mboxrd has it (RFC 4155); lines end in LF, and flock(2) keeps others
//! out meanwhile.

use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use rustix::fs::{FlockOperation, flock};

use super::lines::Lines;
use super::{Deposit, Marks, not_begun};
use crate::mime::mbox::Quote;
use crate::mime::transform::Transform;

/// An mbox file.
#[derive(Debug)]
pub struct Mbox {
    path: PathBuf,
    file: File,
    /// Where the last whole message ends.
    end: u64,
    /// What is missing between that and the next: an empty line, or the end of a line too.
    gap: &'static [u8],
    open: Option<(Lines, Quote)>,
    whole: usize,
    plain: Vec<u8>,
    octets: Vec<u8>,
    /// The last octet of the message.
    last: u8,
}

impl Mbox {
    /// The file, made if it is not there, and nobody else's until this is dropped.
    ///
    /// # Errors
    /// [`io::ErrorKind::WouldBlock`] if somebody else has locked it; [`io::ErrorKind::InvalidData`] if it is something
    /// else than an mbox.
    pub fn open(path: &Path) -> io::Result<Mbox> {
        let mut file = OpenOptions::new().read(true).write(true).create(true).truncate(false).mode(0o600).open(path)?;
        flock(&file, FlockOperation::NonBlockingLockExclusive)?;
        let end = file.seek(SeekFrom::End(0))?;
        let gap = gap(&mut file, end)?;
        let (plain, octets) = (Vec::new(), Vec::new());
        Ok(Mbox { path: path.to_owned(), file, end, gap, open: None, whole: 0, plain, octets, last: b'\n' })
    }

    fn put(&mut self) -> io::Result<()> {
        self.last = self.octets.last().copied().unwrap_or(self.last);
        self.file.write_all(&self.octets)
    }
}

impl Deposit for Mbox {
    /// Who sent it is not known here: the From_ line says what others say then.
    fn begin(&mut self, _: &str, marks: &Marks) -> io::Result<()> {
        let received = marks.received.unwrap_or_else(jiff::Timestamp::now);
        let date = received.strftime("%a %b %e %H:%M:%S %Y").to_string();
        self.open = Some((Lines::default(), Quote::new()));
        self.last = b'\n';
        self.file.write_all(self.gap)?;
        self.file.write_all(format!("From MAILER-DAEMON {date}\n").as_bytes())
    }

    fn write(&mut self, octets: &[u8]) -> io::Result<()> {
        let (lines, quote) = self.open.as_mut().ok_or_else(not_begun)?;
        self.plain.clear();
        self.octets.clear();
        lines.push(octets, &mut self.plain);
        quote.push(&self.plain, &mut self.octets);
        self.put()
    }

    /// An empty line stands before the next.
    fn end(&mut self) -> io::Result<()> {
        let (mut lines, mut quote) = self.open.take().ok_or_else(not_begun)?;
        self.plain.clear();
        self.octets.clear();
        lines.finish(&mut self.plain);
        quote.push(&self.plain, &mut self.octets);
        quote.finish(&mut self.octets);
        self.put()?;
        self.file.write_all(if self.last == b'\n' { b"\n" } else { b"\n\n" })?;
        self.end = self.file.stream_position()?;
        self.gap = b"";
        self.whole += 1;
        Ok(())
    }

    fn abandon(&mut self) -> io::Result<()> {
        if self.open.take().is_some() {
            self.file.set_len(self.end)?;
            self.file.seek(SeekFrom::Start(self.end))?;
        }
        Ok(())
    }

    fn commit(&mut self) -> io::Result<Vec<PathBuf>> {
        self.file.sync_all()?;
        Ok(vec![self.path.clone(); std::mem::take(&mut self.whole)])
    }
}

/// What must stand before the first message that is appended to a file of `end` octets.
fn gap(file: &mut File, end: u64) -> io::Result<&'static [u8]> {
    let (mut head, mut tail) = ([0; 5], [b'\n'; 2]);
    if end == 0 {
        return Ok(b"");
    }
    file.seek(SeekFrom::Start(0))?;
    if end < 5 || file.read_exact(&mut head).is_err() || head != *b"From " {
        return Err(io::Error::new(
            io::ErrorKind::InvalidData,
            "the file is no mbox: it does not begin with \"From \"",
        ));
    }
    file.seek(SeekFrom::Start(end - 2))?;
    file.read_exact(&mut tail)?;
    file.seek(SeekFrom::Start(end))?;
    Ok(match tail {
        [b'\n', b'\n'] => b"",
        [_, b'\n'] => b"\n",
        _ => b"\n\n",
    })
}

/// What was not ended is not there.
impl Drop for Mbox {
    fn drop(&mut self) {
        let _ = self.abandon();
    }
}
