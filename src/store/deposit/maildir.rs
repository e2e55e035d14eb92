//! A Maildir (<https://cr.yp.to/proto/maildir.html>): written in `tmp`, then moved to `new`, or with flags to `cur`; lines
//! end in LF.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use tempfile::NamedTempFile;

use super::lines::Lines;
use super::{Deposit, Marks, not_begun, sync_directory, sync_files};

/// Counts the messages of this process.
static COUNT: AtomicU32 = AtomicU32::new(0);

/// Flags of IMAP and their letters, in the order that letters are written in.
const LETTERS: [(&str, char); 6] = [
    ("\\Draft", 'D'),
    ("\\Flagged", 'F'),
    ("$Forwarded", 'P'),
    ("\\Answered", 'R'),
    ("\\Seen", 'S'),
    ("\\Deleted", 'T'),
];

/// A Maildir.
#[derive(Debug)]
pub struct Maildir {
    tmp: PathBuf,
    new: PathBuf,
    cur: PathBuf,
    host: String,
    open: Option<(Letter, Lines)>,
    whole: Vec<Letter>,
    octets: Vec<u8>,
}

/// A message, and its flags.
#[derive(Debug)]
struct Letter {
    file: NamedTempFile,
    flags: String,
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
        Ok(Maildir { tmp, new, cur, host, open: None, whole: Vec::new(), octets: Vec::new() })
    }

    /// The letters of flags, and those flags that have none: other keywords. That a message is recent is no flag here.
    pub fn letters(flags: &[Vec<u8>]) -> (String, Vec<&[u8]>) {
        let is = |flag: &[u8], name: &str| flag.eq_ignore_ascii_case(name.as_bytes());
        let known = |name: &str| flags.iter().any(|flag| is(flag, name));
        let letters = LETTERS.iter().filter(|(name, _)| known(name)).map(|(_, letter)| letter).collect();
        let none = |flag: &&[u8]| !is(flag, "\\Recent") && !LETTERS.iter().any(|(name, _)| is(flag, name));
        (letters, flags.iter().map(Vec::as_slice).filter(none).collect())
    }

    /// The flags of letters.
    pub fn flags(letters: &str) -> impl Iterator<Item = &'static str> {
        LETTERS.iter().filter(move |(_, letter)| letters.contains(*letter)).map(|(name, _)| *name)
    }

    /// Where a message belongs: those without flags are new.
    fn place(&self, letter: Letter) -> io::Result<PathBuf> {
        let mut name = letter.file.path().file_name().unwrap_or_default().to_owned();
        let path = match letter.flags.is_empty() {
            true => self.new.join(name),
            false => {
                name.push(":2,");
                name.push(&letter.flags);
                self.cur.join(name)
            }
        };
        letter.file.persist_noclobber(&path).map_err(|error| error.error)?;
        Ok(path)
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
    fn begin(&mut self, _: &str, marks: &Marks) -> io::Result<()> {
        let prefix = format!("{}.", self.name());
        let file = tempfile::Builder::new().prefix(&prefix).tempfile_in(&self.tmp)?;
        self.open = Some((Letter { file, flags: marks.flags.clone() }, Lines::default()));
        Ok(())
    }

    fn write(&mut self, octets: &[u8]) -> io::Result<()> {
        let (letter, lines) = self.open.as_mut().ok_or_else(not_begun)?;
        self.octets.clear();
        lines.push(octets, &mut self.octets);
        letter.file.write_all(&self.octets)
    }

    fn end(&mut self) -> io::Result<()> {
        let (mut letter, mut lines) = self.open.take().ok_or_else(not_begun)?;
        self.octets.clear();
        lines.finish(&mut self.octets);
        letter.file.write_all(&self.octets)?;
        self.whole.push(letter);
        Ok(())
    }

    fn abandon(&mut self) -> io::Result<()> {
        self.open.take().map_or(Ok(()), |(letter, _)| letter.file.close())
    }

    fn commit(&mut self) -> io::Result<Vec<PathBuf>> {
        let whole = std::mem::take(&mut self.whole);
        sync_files(&whole.iter().map(|letter| letter.file.as_file()).collect::<Vec<_>>())?;
        let read = whole.iter().any(|letter| !letter.flags.is_empty());
        let placed = whole.into_iter().map(|letter| self.place(letter)).collect::<Result<_, _>>()?;
        sync_directory(&self.new)?;
        if read {
            sync_directory(&self.cur)?;
        }
        Ok(placed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_and_their_letters() {
        let flags =
            ["\\seen", "\\Recent", "$work", "\\Flagged", "$FORWARDED", "\\X"].map(|flag| flag.as_bytes().to_vec());
        assert_eq!(Maildir::letters(&flags), ("FPS".to_owned(), vec![&b"$work"[..], b"\\X"]));
        assert_eq!(Maildir::letters(&[]), (String::new(), vec![]));
    }
}
