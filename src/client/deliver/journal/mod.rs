//! A journal of what went, kept on disk: enough to go on after a crash with nobody left out, and nobody served twice
//! unasked.
//!
//! Before the end of a message goes, those whom it is for are written and synced. What became of each is written behind
//! it, before anybody is told. Whoever stands there without an end may have been served or not (RFC 1047): they are
//! uncertain, and only whoever runs this can say what is to become of them.

mod disk;
mod line;
mod ranges;

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, BufRead};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use aws_lc_rs::digest;

use self::disk::Disk;
use self::line::{Head, Line};
use self::ranges::Ranges;
use super::letter::Letter;
use super::outcome::{Outcome, Status};
use super::source::Source;
use super::{Durable, Observer};
use crate::base::{Address, Exit};
use crate::net::reason;

/// A line of more octets than this is none of ours.
const LONGEST: u64 = 64 << 20;

/// A journal that is written on.
pub struct Journal {
    disk: Rc<Disk>,
    id: String,
    /// The letters that all their recipients have.
    whole: Ranges,
    /// Of the others, by letter and recipient: who has it, and of whom that is uncertain.
    partly: BTreeMap<usize, BTreeMap<String, Fate>>,
    /// How many recipients have theirs from earlier runs.
    delivered: u64,
    /// Letters on their way.
    open: HashMap<usize, Open>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Delivered,
    Uncertain,
}

/// A letter on its way.
struct Open {
    /// Who has no outcome in this run.
    waiting: usize,
    /// Who has no letter.
    lacking: usize,
    /// To whom the message was about to be sent whole, and what came of it is not written.
    begun: HashSet<String>,
}

/// Why a journal cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum JournalError {
    /// It cannot be made, or not be written.
    #[error("{}: {}", .path.display(), reason(.source))]
    File {
        /// Which one.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// It is no regular file.
    #[error("{}: it is no regular file", .0.display())]
    Kind(PathBuf),
    /// Nobody can be kept from writing it at the same time.
    #[error("{}: it cannot be locked: {}", .path.display(), reason(.source))]
    Lock {
        /// Which one.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Somebody else writes it.
    #[error("{}: another process is writing it", .0.display())]
    Busy(PathBuf),
    /// It is of another job.
    #[error("{}: it is the journal of another job: other letters, other recipients or other texts", .0.display())]
    Other(PathBuf),
    /// A line is none of a journal's.
    #[error("{}: line {line}: it is no line of a journal", .path.display())]
    Line {
        /// Which one.
        path: PathBuf,
        /// Its number, from 1.
        line: u64,
    },
}

impl JournalError {
    /// What a script must do next.
    pub fn exit(&self) -> Exit {
        match self {
            JournalError::File { .. } | JournalError::Kind(_) | JournalError::Lock { .. } => Exit::CantCreate,
            JournalError::Busy(_) => Exit::TempFail,
            JournalError::Other(_) | JournalError::Line { .. } => Exit::Data,
        }
    }
}

impl Journal {
    /// Goes on with the journal of this job, or begins it. `id`: what a new one is called. A line that was not written to
    /// its end is dropped: what it was to say was not done yet, or is uncertain.
    pub fn open(path: &Path, job: &str, id: String) -> Result<Journal, JournalError> {
        let failed = |source| JournalError::File { path: path.to_owned(), source };
        let mut options = OpenOptions::new();
        let file = options.read(true).write(true).create(true).truncate(false).mode(0o600).open(path);
        let file = file.map_err(failed)?;
        if !file.metadata().map_err(failed)?.is_file() {
            return Err(JournalError::Kind(path.to_owned()));
        }
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => return Err(JournalError::Busy(path.to_owned())),
            Err(TryLockError::Error(source)) => return Err(JournalError::Lock { path: path.to_owned(), source }),
            Ok(()) => {}
        }
        let mut journal = Journal {
            disk: Rc::new(Disk::new(file)),
            id,
            whole: Ranges::default(),
            partly: BTreeMap::new(),
            delivered: 0,
            open: HashMap::new(),
        };
        let length = journal.read(path, job)?;
        journal.disk.cut(length).map_err(failed)?;
        if length == 0 {
            journal.begin(path, job).map_err(failed)?;
        }
        Ok(journal)
    }

    /// What it is called: the same in each run.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// How many recipients had theirs before.
    pub fn delivered(&self) -> u64 {
        self.delivered
    }

    /// How many letters all their recipients had before.
    pub fn whole(&self) -> u64 {
        self.whole.len()
    }

    /// Of whom it is uncertain whether they have theirs: the letter and the recipient.
    pub fn uncertain(&self) -> Vec<(usize, String)> {
        let each = self.partly.iter().flat_map(|(letter, fates)| fates.iter().map(|fate| (*letter, fate)));
        let uncertain = each.filter(|(_, (_, fate))| **fate == Fate::Uncertain);
        uncertain.map(|(letter, (recipient, _))| (letter, recipient.clone())).collect()
    }

    /// The letter for whom it is still to go. `again`: those of whom it is uncertain too.
    pub fn left(&mut self, letter: Letter, again: bool) -> Option<Letter> {
        if self.whole.contains(letter.number) {
            return None;
        }
        let fates = self.partly.get(&letter.number);
        let fate = |recipient: &Address| fates.and_then(|fates| fates.get(&recipient.to_string()));
        let lacks = |recipient: &&Address| fate(recipient) != Some(&Fate::Delivered);
        let lacking = letter.recipients.iter().filter(lacks).count();
        let left = |recipient: &&Address| again || fate(recipient) != Some(&Fate::Uncertain);
        let recipients: Vec<_> = letter.recipients.iter().filter(lacks).filter(left).cloned().collect();
        if recipients.is_empty() {
            return None;
        }
        let open = Open { waiting: recipients.len(), lacking, begun: HashSet::new() };
        self.open.insert(letter.number, open);
        Some(Letter { recipients, ..letter })
    }

    /// Why it could not be written; nothing goes any more.
    pub fn broken(&self) -> Option<&io::Error> {
        self.disk.broken()
    }

    /// Writes what is not on disk.
    pub fn close(&self) -> io::Result<()> {
        self.disk.close()
    }

    fn begin(&self, path: &Path, job: &str) -> io::Result<()> {
        let head = Head { journal: line::VERSION, job: job.to_owned(), id: self.id.clone() };
        self.disk.write(&line::written(&head))?;
        self.disk.close()?;
        let directory = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        File::open(directory)?.sync_all()
    }

    /// Takes in what earlier runs wrote. How much of it is whole, in octets.
    fn read(&mut self, path: &Path, job: &str) -> Result<u64, JournalError> {
        let failed = |source| JournalError::File { path: path.to_owned(), source };
        let disk = self.disk.clone();
        let mut reader = disk.reader();
        let (mut octets, mut number, mut line) = (0, 0, Vec::new());
        loop {
            line.clear();
            let read = io::Read::take(&mut reader, LONGEST).read_until(b'\n', &mut line).map_err(failed)?;
            let wrong = JournalError::Line { path: path.to_owned(), line: number + 1 };
            match line.ends_with(b"\n") {
                false if read as u64 == LONGEST => return Err(wrong),
                // What is no beginning of a journal is somebody else's file.
                false if number == 0 && !line::HEAD.starts_with(line.get(..line::HEAD.len()).unwrap_or(&line)) => {
                    return Err(wrong);
                }
                false => return Ok(octets),
                true => {}
            }
            number += 1;
            octets += read as u64;
            if number == 1 {
                let head: Head = serde_json::from_slice(&line).map_err(|_| wrong)?;
                if head.job != job || head.journal != line::VERSION {
                    return Err(JournalError::Other(path.to_owned()));
                }
                self.id = head.id;
            } else {
                self.take_in(serde_json::from_slice(&line).map_err(|_| wrong)?);
            }
        }
    }

    fn take_in(&mut self, line: Line) {
        match line {
            Line::Sending { letter, sending } => {
                let fates = self.partly.entry(letter).or_default();
                fates.extend(sending.into_iter().map(|recipient| (recipient, Fate::Uncertain)));
            }
            Line::Ended { letter, recipient, status, whole, .. } => {
                self.delivered += u64::from(status == Status::Delivered.name());
                if whole {
                    self.partly.remove(&letter);
                    return self.whole.insert(letter);
                }
                let fates = self.partly.entry(letter).or_default();
                match status.as_str() {
                    "delivered" => fates.insert(recipient, Fate::Delivered),
                    "uncertain" => fates.insert(recipient, Fate::Uncertain),
                    _ => fates.remove(&recipient),
                };
                if fates.is_empty() {
                    self.partly.remove(&letter);
                }
            }
        }
    }

    fn sending(&mut self, letter: usize, recipients: &[&Address]) -> Durable {
        let sending: Vec<_> = recipients.iter().map(ToString::to_string).collect();
        if let Some(open) = self.open.get_mut(&letter) {
            open.begun.extend(sending.iter().cloned());
        }
        let written = self.disk.write(&line::written(&Line::Sending { letter, sending }));
        let disk = self.disk.clone();
        Some(Box::pin(async move {
            written?;
            disk.sync().await
        }))
    }

    fn ended(&mut self, outcome: &Outcome) -> io::Result<()> {
        let open = self.open.get_mut(&outcome.letter);
        let (Some(open), Some(recipient)) = (open, &outcome.recipient) else { return Ok(()) };
        let recipient = recipient.to_string();
        let status = outcome.verdict.status;
        open.waiting = open.waiting.saturating_sub(1);
        open.lacking -= usize::from(status == Status::Delivered && open.lacking > 0);
        let (whole, over) = (status == Status::Delivered && open.lacking == 0, open.waiting == 0);
        let begun = open.begun.remove(&recipient);
        if over {
            self.open.remove(&outcome.letter);
        }
        // Of whom nothing was sent there is nothing to say.
        if !begun {
            return Ok(());
        }
        self.disk.write(&line::written(&Line::ended(outcome, recipient, whole)))
    }
}

/// Passes on what is told once it is written.
pub struct Kept<'a> {
    /// Where it is written.
    pub journal: &'a RefCell<Journal>,
    /// Who is told.
    pub observer: &'a mut dyn Observer,
}

impl Observer for Kept<'_> {
    fn outcome(&mut self, outcome: Outcome) {
        // Where it fails the journal is broken: whoever runs this sees that, and nothing more goes.
        let _ = self.journal.borrow_mut().ended(&outcome);
        self.observer.outcome(outcome);
    }

    fn sending(&mut self, letter: usize, recipients: &[&Address]) -> Durable {
        self.journal.borrow_mut().sending(letter, recipients)
    }

    fn progress(&mut self, letter: usize, done: u64, total: u64) {
        self.observer.progress(letter, done, total);
    }
}

/// What makes a job this one and no other: all that its letters are made of.
pub struct Job(digest::Context);

impl Job {
    /// Of nothing yet.
    pub fn new() -> Job {
        Job(digest::Context::new(&digest::SHA256))
    }

    /// One more text.
    pub fn text(&mut self, text: &str) {
        self.0.update(&(text.len() as u64).to_be_bytes());
        self.0.update(text.as_bytes());
    }

    /// The octets of one more file.
    pub fn source(&mut self, source: &Source) -> io::Result<()> {
        self.0.update(&source.len().to_be_bytes());
        source.survey(|block| self.0.update(block))
    }

    /// Its fingerprint.
    pub fn fingerprint(self) -> String {
        self.0.finish().as_ref().iter().map(|octet| format!("{octet:02x}")).collect()
    }
}

impl Default for Job {
    fn default() -> Job {
        Job::new()
    }
}
