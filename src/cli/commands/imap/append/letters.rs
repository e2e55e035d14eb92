//! The messages that are to be appended: of files, of an mbox, of a Maildir; looked at once before anything is said.

use std::fs;
use std::io::{self, Read};
use std::ops::Range;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::lines::Lines;
use crate::base::Exit;
use crate::cli::error::Failure;
use crate::client::deliver::{Source, SourceError};
use crate::mime::date_time;
use crate::mime::mbox::Splitter;
use crate::net::reason;
use crate::store::deposit::Maildir;

/// So much of a message is looked through for the fields that programs keep flags in.
const HEAD: u64 = 64 * 1024;
/// The letters of Status and X-Status, as Unix's programs write them.
const STATUS: [(char, &str); 5] =
    [('R', "\\Seen"), ('A', "\\Answered"), ('F', "\\Flagged"), ('T', "\\Draft"), ('D', "\\Deleted")];

/// A message.
pub struct Item {
    /// Its file.
    pub file: String,
    /// Which one of those in it.
    pub number: Option<usize>,
    /// Its flags.
    pub flags: Vec<String>,
    /// When it was received: `23-Nov-2026 07:00:00 +0000`.
    pub date: Option<String>,
    /// How long it is, lines ending in CRLF.
    pub octets: u64,
    /// It holds NUL.
    pub binary: bool,
    origin: Origin,
}

/// Where its octets are.
enum Origin {
    /// In a file, opened when it is its turn.
    Path(PathBuf),
    /// In one that stays open.
    Open(Source),
    /// In an mbox.
    Mbox(Source),
}

impl Item {
    /// A file, or standard input.
    pub fn file(path: &Path) -> Result<Item, Failure> {
        let file = path.display().to_string();
        let origin = match path.to_str() {
            Some("-") => Origin::Open(Source::spool(&mut io::stdin().lock(), "standard input")?),
            _ if path.is_file() => Origin::Path(path.to_owned()),
            _ => Origin::Open(Source::open(path)?),
        };
        Item { file, number: None, flags: Vec::new(), date: None, octets: 0, binary: false, origin }.surveyed()
    }

    /// All of an mbox: when each came stands before it, its flags in Status and X-Status.
    pub fn mbox(path: &Path) -> Result<Vec<Item>, Failure> {
        let (source, file) = (Source::open(path)?, path.display().to_string());
        let (ranges, mut before) = (ranges(&source, &file)?, 0);
        let mut items = Vec::new();
        for (n, range) in ranges.into_iter().enumerate() {
            let (part, head) = (source.part(range.clone()), source.part(before..range.start));
            before = range.end;
            let wrong = |error: io::Error| failed(&file, &error);
            let (flags, date) = (status(&part).map_err(wrong)?, from(&head).map_err(wrong)?);
            let (file, number, origin) = (file.clone(), Some(n + 1), Origin::Mbox(part));
            items.push(Item { file, number, flags, date, octets: 0, binary: false, origin }.surveyed()?);
        }
        Ok(items)
    }

    /// All of a Maildir, as their names are sorted: their flags stand there, and the files know when they came.
    pub fn maildir(path: &Path) -> Result<Vec<Item>, Failure> {
        let mut paths = Vec::new();
        for directory in ["new", "cur"].map(|name| path.join(name)) {
            let name = directory.display().to_string();
            let entries = fs::read_dir(&directory).map_err(|error| failed(&name, &error))?;
            for entry in entries {
                let path = entry.map_err(|error| failed(&name, &error))?.path();
                let hidden = path.file_name().is_none_or(|name| name.as_encoded_bytes().starts_with(b"."));
                paths.extend(Some(path).filter(|path| !hidden && path.is_file()));
            }
        }
        paths.sort_by(|one, other| one.file_name().cmp(&other.file_name()));
        paths.into_iter().map(Item::kept).collect()
    }

    /// One of a Maildir.
    fn kept(path: PathBuf) -> Result<Item, Failure> {
        let file = path.display().to_string();
        let written = fs::metadata(&path).and_then(|metadata| metadata.modified());
        let written = written.map_err(|error| failed(&file, &error))?;
        let date = Timestamp::try_from(written).ok().map(date);
        let letters = file.rsplit_once(":2,").map_or("", |(_, letters)| letters);
        let flags = Maildir::flags(letters).map(str::to_owned).collect();
        let origin = Origin::Path(path);
        Item { file, number: None, flags, date, octets: 0, binary: false, origin }.surveyed()
    }

    /// What it is called.
    pub fn name(&self) -> String {
        match self.number {
            Some(number) => format!("{}: message {number}", self.file),
            None => self.file.clone(),
        }
    }

    /// From its beginning.
    pub fn lines(&self) -> Result<Lines, SourceError> {
        Ok(match &self.origin {
            Origin::Path(path) => Lines::of(&Source::open(path)?, false),
            Origin::Open(source) => Lines::of(source, false),
            Origin::Mbox(source) => Lines::of(source, true),
        })
    }

    /// With what must be known before it can be said.
    fn surveyed(mut self) -> Result<Item, Failure> {
        let (mut lines, mut block) = (self.lines()?, vec![0; 32 * 1024]);
        loop {
            let count = lines.read(&mut block).map_err(|error| failed(&self.file, &error))?;
            let Some(read) = block.get(..count).filter(|read| !read.is_empty()) else { break };
            self.octets += count as u64;
            self.binary |= memchr::memchr(0, read).is_some();
        }
        match self.octets {
            0 => {
                let text = format!("{}: there is nothing in it, and that is no message", self.name());
                Err(Failure::new(Exit::Data, text))
            }
            _ => Ok(self),
        }
    }
}

/// `date-time` (RFC 9051 §9).
pub fn date(moment: Timestamp) -> String {
    moment.strftime("%d-%b-%Y %H:%M:%S +0000").to_string()
}

fn failed(file: &str, error: &io::Error) -> Failure {
    Failure::new(Exit::NoInput, format!("{file}: {}", reason(error)))
}

/// Where the messages of an mbox stand.
fn ranges(source: &Source, file: &str) -> Result<Vec<Range<u64>>, Failure> {
    let (mut splitter, mut ranges, mut wrong) = (Splitter::new(), Vec::new(), None);
    let read = source.survey(|block| {
        if wrong.is_none() {
            wrong = splitter.push(block).err();
            ranges.extend(&mut splitter);
        }
    });
    read.map_err(|error| failed(file, &error))?;
    let wrong = wrong.or_else(|| splitter.finish().err());
    ranges.extend(&mut splitter);
    match wrong {
        Some(error) => Err(Failure::new(Exit::Data, format!("{file}: {error}"))),
        None if ranges.is_empty() => Err(Failure::new(Exit::Data, format!("{file}: there is no message in it"))),
        None => Ok(ranges),
    }
}

/// The date of the line `From somebody date`; it stands for UTC.
fn from(head: &Source) -> io::Result<Option<String>> {
    let mut text = String::new();
    head.reader().take(HEAD).read_to_string(&mut text).or_else(|error| match error.kind() {
        io::ErrorKind::InvalidData => Ok(0),
        _ => Err(error),
    })?;
    let line = text.lines().rev().find_map(|line| line.strip_prefix("From "));
    let written = line.and_then(|line| line.split_once(' ')).map(|(_, date)| date);
    let moment = written.and_then(|written| date_time::parse(written.as_bytes()).0?.timestamp());
    Ok(moment.map(date))
}

/// The flags of Status and X-Status.
fn status(source: &Source) -> io::Result<Vec<String>> {
    let mut head = Vec::new();
    source.reader().take(HEAD).read_to_end(&mut head)?;
    let lines = head.split(|octet| *octet == b'\n').map(|line| line.strip_suffix(b"\r").unwrap_or(line));
    let fields = lines.take_while(|line| !line.is_empty()).filter_map(|line| {
        let (name, value) = line.split_at_checked(line.iter().position(|octet| *octet == b':')?)?;
        [&b"Status"[..], b"X-Status"].iter().any(|known| name.eq_ignore_ascii_case(known)).then_some(value)
    });
    let letters: Vec<char> = fields.flatten().map(|octet| char::from(*octet)).collect();
    Ok(STATUS.iter().filter(|(letter, _)| letters.contains(letter)).map(|(_, flag)| (*flag).to_owned()).collect())
}
