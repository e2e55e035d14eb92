//! Where the messages come from that the verbs of `mime` look at: a file, standard input, an mbox, a Maildir. They
//! stream by in blocks; none is held in memory.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::os::fd::AsFd;
use std::path::{Path, PathBuf};

use clap::Args;
use memchr::memchr_iter;

use crate::base::Exit;
use crate::base::escape::escape_str;
use crate::cli::error::Failure;
use crate::mime::mbox::{Cut, Cutter, Unquote};
use crate::mime::transform::Transform;
use crate::net::reason;

/// How much is read at once, in octets.
const BLOCK: usize = 32 * 1024;
/// What begins an mbox.
const FROM: &[u8] = b"From ";

/// Which messages are looked at.
#[derive(Clone, Debug, Args)]
pub struct Input {
    /// A message, an mbox file or a Maildir directory; - is standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Of several messages (mbox, Maildir) only this one, counted from 1
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    message: Option<u64>,
}

/// The messages, one after the other.
pub struct Messages {
    /// How errors call it.
    name: String,
    /// Files of a Maildir that were not opened yet, the next one last.
    files: Vec<PathBuf>,
    several: bool,
    only: Option<u64>,
    number: u64,
    stream: Option<Stream>,
    block: Vec<u8>,
}

/// One message.
pub struct Message<'a> {
    /// Counted from 1.
    pub number: u64,
    /// It comes from an mbox or a Maildir, and others may follow.
    pub one_of_several: bool,
    /// The file in the Maildir.
    pub file: Option<String>,
    /// Where it begins in its file, in octets.
    pub offset: u64,
    /// Lines before it in its file.
    pub lines: u64,
    stream: &'a mut Stream,
    block: &'a mut Vec<u8>,
    name: &'a str,
}

/// Where a message stands, to read it again later.
#[derive(Clone, Debug)]
pub struct Place {
    path: PathBuf,
    offset: u64,
    mbox: bool,
}

/// One file.
struct Stream {
    file: File,
    /// It can be read again, and need not be read to its end.
    regular: bool,
    /// Its path, in a Maildir.
    path: Option<PathBuf>,
    /// What was read and not told: from here to there in `read`.
    read: Vec<u8>,
    from: usize,
    to: usize,
    /// The offset of what is at `from`.
    at: u64,
    /// Lines that end before it.
    lines: u64,
    ended: bool,
    mbox: Option<Mbox>,
    /// The message is over.
    over: bool,
}

struct Mbox {
    cutter: Cutter,
    unquote: Unquote,
    /// Octets of the letter in the file, and without its quotes.
    octets: [u64; 2],
}

impl Mbox {
    fn new(cutter: Cutter) -> Mbox {
        Mbox { cutter, unquote: Unquote::new(), octets: [0; 2] }
    }
}

impl Input {
    /// What was named, safe to show.
    pub fn name(&self) -> String {
        escape_str(&self.file.to_string_lossy()).into_owned()
    }

    /// All messages of a file, or of a directory.
    pub fn of(file: PathBuf) -> Input {
        Input { file, message: None }
    }

    /// What was named.
    pub fn path(&self) -> &Path {
        &self.file
    }

    /// Opens what was named. With `again` every message can be read again; what is a pipe is copied to a temporary
    /// file then.
    ///
    /// # Errors
    /// What was named is not there (66), is an empty file or a directory that is no Maildir (65), or cannot be copied
    /// (73).
    pub fn open(&self, again: bool) -> Result<Messages, Failure> {
        let stdin = self.file.as_os_str() == "-";
        let name = if stdin { "standard input".to_owned() } else { self.file.display().to_string() };
        let mut messages = Messages {
            name,
            files: Vec::new(),
            several: false,
            only: self.message,
            number: 0,
            stream: None,
            block: Vec::new(),
        };
        if !stdin && self.file.is_dir() {
            messages.files = maildir(&self.file)?;
            messages.several = true;
            return Ok(messages);
        }
        let opened = match stdin {
            true => io::stdin().as_fd().try_clone_to_owned().map(File::from),
            false => File::open(&self.file),
        };
        let file = opened.map_err(|error| missing(&self.file, &error))?;
        let mut stream = Stream::new(file, again, !stdin, &messages.name)?;
        stream.fill(&messages.name)?;
        if stream.to == 0 {
            return Err(Failure::new(Exit::Data, format!("{}: there is no message in it", messages.name)));
        }
        if stream.unread().starts_with(FROM) {
            stream.mbox = Some(Mbox::new(Cutter::new()));
            messages.several = true;
        }
        messages.stream = Some(stream);
        Ok(messages)
    }
}

impl Messages {
    /// The one message at a place.
    ///
    /// # Errors
    /// The file is not there any more (66) or cannot be read (74).
    pub fn at(place: &Place) -> Result<Messages, Failure> {
        let name = place.path.display().to_string();
        let file = File::open(&place.path).map_err(|error| missing(&place.path, &error))?;
        let mut stream = Stream::new(file, true, true, &name)?;
        stream.mbox = place.mbox.then(|| Mbox::new(Cutter::in_letter()));
        stream
            .rewind(place.offset, 0)
            .map_err(|error| Failure::new(Exit::Io, format!("{name}: {}", reason(&error))))?;
        let (files, several, only) = (Vec::new(), place.mbox, Some(1));
        Ok(Messages { name, files, several, only, number: 0, stream: Some(stream), block: Vec::new() })
    }

    /// The next message, or the one that was asked for.
    ///
    /// # Errors
    /// Reading fails (74), or a file of the Maildir is not there any more (66).
    pub fn next(&mut self) -> Result<Option<Message<'_>>, Failure> {
        while self.advance()? {
            self.number += 1;
            match self.only {
                Some(wanted) if wanted < self.number => return Ok(None),
                Some(wanted) if wanted > self.number => continue,
                _ => {}
            }
            let Some(stream) = &mut self.stream else { return Ok(None) };
            let path = stream.path.as_deref().and_then(Path::file_name);
            return Ok(Some(Message {
                number: self.number,
                one_of_several: self.several,
                file: path.map(|name| name.to_string_lossy().into_owned()),
                offset: stream.at,
                lines: stream.lines,
                stream,
                block: &mut self.block,
                name: &self.name,
            }));
        }
        Ok(None)
    }

    /// What to say when there is no message, or not the one that was asked for.
    pub fn nothing(&self) -> Failure {
        let text = match self.only {
            Some(wanted) => format!("there is no message {wanted}, only {}", self.number),
            None => "there is no message in it".to_owned(),
        };
        Failure::new(Exit::NotFound, format!("{}: {text}", self.name))
    }

    /// Goes to the beginning of the next message; false if there is none.
    fn advance(&mut self) -> Result<bool, Failure> {
        if let Some(stream) = &mut self.stream {
            let begun = self.number > 0 || stream.path.is_some();
            match &stream.mbox {
                None if begun => self.stream = None,
                None => return Ok(true),
                Some(_) => return stream.next_letter(begun, &mut self.block, &self.name),
            }
        }
        let Some(path) = self.files.pop() else { return Ok(false) };
        let file = File::open(&path).map_err(|error| missing(&path, &error))?;
        let mut stream = Stream::new(file, true, true, &path.display().to_string())?;
        stream.path = Some(path);
        self.stream = Some(stream);
        Ok(true)
    }
}

impl Message<'_> {
    /// The next octets; none at its end.
    ///
    /// # Errors
    /// Reading fails (74).
    pub fn block(&mut self) -> Result<Option<&[u8]>, Failure> {
        self.stream.block(self.block, self.name)
    }

    /// The path of its file, in a Maildir.
    pub fn path(&self) -> Option<&Path> {
        self.stream.path.as_deref()
    }

    /// Where it stands; the file is that of the Maildir, or else `file`.
    pub fn place(&self, file: &Path) -> Place {
        let path = self.path().unwrap_or(file).to_owned();
        Place { path, offset: self.offset, mbox: self.stream.mbox.is_some() }
    }

    /// Whether all that was told of it stands so in its file: an mbox may quote lines.
    pub fn is_verbatim(&self) -> bool {
        self.stream.mbox.as_ref().is_none_or(|mbox| mbox.octets[0] == mbox.octets[1])
    }

    /// Back to its first octet. Only what was opened to be read again can do that.
    ///
    /// # Errors
    /// The file cannot be sought (74).
    pub fn rewind(&mut self) -> Result<(), Failure> {
        let sought = self.stream.rewind(self.offset, self.lines);
        sought.map_err(|error| Failure::new(Exit::Io, format!("{}: {}", self.name, reason(&error))))
    }

    /// Enough of it was seen: a pipe is read to its end, so that its writer does not fail.
    ///
    /// # Errors
    /// Reading fails (74).
    pub fn leave(&mut self) -> Result<(), Failure> {
        while !self.stream.regular && !self.stream.ended {
            self.stream.from = self.stream.to;
            self.stream.fill(self.name)?;
        }
        Ok(())
    }
}

impl Stream {
    fn new(file: File, again: bool, named: bool, name: &str) -> Result<Stream, Failure> {
        let regular = named && file.metadata().is_ok_and(|metadata| metadata.is_file());
        let file = if again && !regular { spool(file, name)? } else { file };
        Ok(Stream {
            file,
            regular: regular || again,
            path: None,
            read: Vec::new(),
            from: 0,
            to: 0,
            at: 0,
            lines: 0,
            ended: false,
            mbox: None,
            over: false,
        })
    }

    fn unread(&self) -> &[u8] {
        self.read.get(self.from..self.to).unwrap_or_default()
    }

    /// Reads more behind what was not told yet.
    fn fill(&mut self, name: &str) -> Result<(), Failure> {
        self.read.copy_within(self.from..self.to, 0);
        (self.from, self.to) = (0, self.to - self.from);
        if self.read.len() < self.to + BLOCK {
            self.read.resize(self.to + BLOCK, 0);
        }
        let room = self.read.get_mut(self.to..self.to + BLOCK).unwrap_or_default();
        let count = loop {
            match self.file.read(room) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(Failure::new(Exit::Io, format!("{name}: {}", reason(&error)))),
                Ok(count) => break count,
            }
        };
        self.to += count;
        self.ended = count == 0;
        Ok(())
    }

    fn advance(&mut self, octets: usize) {
        let passed = self.read.get(self.from..self.from + octets).unwrap_or_default();
        self.lines += memchr_iter(b'\n', passed).count() as u64;
        self.from += octets;
        self.at += octets as u64;
    }

    fn block<'a>(&'a mut self, plain: &'a mut Vec<u8>, name: &str) -> Result<Option<&'a [u8]>, Failure> {
        if self.mbox.is_some() {
            return self.letter(plain, name);
        }
        if self.from == self.to && !self.ended {
            self.fill(name)?;
        }
        let (from, to) = (self.from, self.to);
        self.advance(to - from);
        Ok(self.read.get(from..to).filter(|octets| !octets.is_empty()))
    }

    /// The next octets of a letter in an mbox, its quotes taken off.
    fn letter<'a>(&mut self, plain: &'a mut Vec<u8>, name: &str) -> Result<Option<&'a [u8]>, Failure> {
        plain.clear();
        while plain.is_empty() && !self.over {
            let Some(mbox) = &mut self.mbox else { break };
            let unread = self.read.get(self.from..self.to).unwrap_or_default();
            let taken = match mbox.cutter.cut(unread, self.ended) {
                Cut::Letter(n) => {
                    mbox.unquote.push(unread.get(..n).unwrap_or_default(), plain);
                    mbox.octets[0] += n as u64;
                    n
                }
                Cut::Between(n) => n,
                Cut::End(n) => {
                    mbox.unquote.finish(plain);
                    self.over = true;
                    n
                }
                Cut::More => {
                    self.fill(name)?;
                    continue;
                }
            };
            self.advance(taken);
        }
        if let Some(mbox) = &mut self.mbox {
            mbox.octets[1] += plain.len() as u64;
        }
        Ok(Some(plain.as_slice()).filter(|octets| !octets.is_empty()))
    }

    /// Goes behind the From_ line of the next letter of an mbox.
    fn next_letter(&mut self, begun: bool, plain: &mut Vec<u8>, name: &str) -> Result<bool, Failure> {
        while begun && !self.over {
            self.letter(plain, name)?;
        }
        self.over = false;
        loop {
            let Some(mbox) = &mut self.mbox else { return Ok(false) };
            if mbox.cutter.is_in_letter() {
                (mbox.unquote, mbox.octets) = (Unquote::new(), [0; 2]);
                return Ok(true);
            }
            match mbox.cutter.cut(self.read.get(self.from..self.to).unwrap_or_default(), self.ended) {
                Cut::More if self.ended => return Ok(false),
                Cut::More => self.fill(name)?,
                Cut::Letter(n) | Cut::Between(n) | Cut::End(n) => self.advance(n),
            }
        }
    }

    fn rewind(&mut self, offset: u64, lines: u64) -> io::Result<()> {
        self.file.seek(SeekFrom::Start(offset))?;
        (self.from, self.to, self.at, self.lines) = (0, 0, offset, lines);
        (self.ended, self.over) = (false, false);
        if let Some(mbox) = &mut self.mbox {
            *mbox = Mbox::new(Cutter::in_letter());
        }
        Ok(())
    }
}

fn missing(path: &Path, error: &io::Error) -> Failure {
    let name = if path.as_os_str() == "-" { "standard input".to_owned() } else { path.display().to_string() };
    Failure::new(Exit::NoInput, format!("{name}: {}", reason(error)))
}

/// A copy of what cannot be read twice, gone with its handle.
fn spool(mut file: File, name: &str) -> Result<File, Failure> {
    let failed = |error: io::Error| {
        Failure::new(Exit::CantCreate, format!("a temporary file for {name} failed: {}", reason(&error)))
    };
    let mut copy = tempfile::tempfile().map_err(failed)?;
    io::copy(&mut file, &mut copy).map_err(failed)?;
    copy.rewind().map_err(failed)?;
    Ok(copy)
}

/// The files of `new` and `cur`, the oldest last: their names begin with the time.
fn maildir(directory: &Path) -> Result<Vec<PathBuf>, Failure> {
    let rooms = ["new", "cur"].map(|room| directory.join(room));
    if !rooms.iter().any(|room| room.is_dir()) {
        let text =
            format!("{}: it is a directory but no Maildir: there is no cur and no new in it", directory.display());
        return Err(Failure::new(Exit::Data, text));
    }
    let mut files = Vec::new();
    for room in rooms.iter().filter(|room| room.is_dir()) {
        let entries = std::fs::read_dir(room).map_err(|error| missing(room, &error))?;
        let paths = entries.flatten().map(|entry| entry.path());
        files.extend(paths.filter(|path| path.is_file() && !is_hidden(path)));
    }
    files.sort_by(|a, b| b.file_name().cmp(&a.file_name()));
    Ok(files)
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
}
