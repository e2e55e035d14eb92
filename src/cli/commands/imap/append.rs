//! `mailtool imap append`: messages into a mailbox.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::json;

use super::Imap;
use super::conversation::{At, Need, converse};
use super::flag::flags;
use super::mailboxes::would;
use crate::base::Exit;
use crate::base::escape::escape_str;
use crate::cli::error::Failure;
use crate::client::Refused;
use crate::client::imap::{Appended, Error, Letter};
use crate::mime::canonical::Canonical;
use crate::mime::date_time;
use crate::mime::transform::Transform;
use crate::net::reason;
use crate::proto::imap::Verb;

/// How much of a file is read at once.
const BLOCK: usize = 32 * 1024;

/// Put messages into a mailbox (APPEND)
///
/// Each file is one message; lines end in CRLF on the wire, whatever ends them in the file. Standard
/// output tells their UIDs, if the server does (APPENDUID).
///
/// With --json one object a line: {"file","mailbox","octets","uid","uidvalidity"}.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  mailtool imap append Sent letter.eml --flags seen -s pepe@imap.example.org
  mailtool imap append Archive old/*.eml --date 2020-01-31T12:00:00Z -s pepe@imap.example.org
  mailtool mime build … | mailtool imap append Drafts - --flags draft -s pepe@imap.example.org")]
pub struct Append {
    /// Into which mailbox
    #[arg(value_name = "NAME")]
    to: String,
    /// The messages; - is standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// Their flags: seen, answered, flagged, deleted, draft, or keywords
    #[arg(long, value_name = "FLAG,…", value_delimiter = ',')]
    flags: Vec<String>,
    /// When they are said to have been received (RFC 3339, or as in a Date field) [default: now]
    #[arg(long, value_name = "MOMENT", value_parser = moment)]
    date: Option<String>,
    /// Log in, show what would be done, and do nothing
    #[arg(long)]
    dry_run: bool,
}

/// `23-Nov-2026 07:00:00 +0000` (RFC 9051 §9, rule `date-time`).
fn moment(text: &str) -> Result<String, String> {
    let written = || date_time::parse(text.as_bytes()).0.and_then(|moment| moment.timestamp());
    let moment = text.parse::<jiff::Timestamp>().ok().or_else(written);
    let moment = moment.ok_or("a moment is expected: 2026-11-23T07:00:00Z")?;
    Ok(moment.strftime("%d-%b-%Y %H:%M:%S +0000").to_string())
}

/// APPEND.
pub fn run(args: &Append, imap: &Imap, at: At<'_>) -> Result<Exit, Failure> {
    let terminal = at.1;
    let flags = flags(&args.flags);
    let mut sources = args.files.iter().map(|path| Source::open(path)).collect::<Result<Vec<_>, _>>()?;
    converse(imap, at, Need::Login, async |client| {
        let (mut exits, several) = (Vec::new(), sources.len() > 1);
        for source in &mut sources {
            let file = source.name.clone();
            if args.dry_run {
                would(Verb::Append, &file, terminal);
                continue;
            }
            if source.binary && !client.has("BINARY") {
                let text = format!("{file}: the message holds NUL, and the server takes none (BINARY)");
                return Err(Failure::new(Exit::Data, text).into());
            }
            let octets = source.octets;
            let letter = Letter { flags: &flags, date: args.date.as_deref(), octets, binary: source.binary };
            let appended = match client.append(&args.to, &letter, &mut source.lines()?).await {
                Ok(appended) => appended,
                Err(Error::Refused(refusal)) if refusal.to.is_some() && several => {
                    client.remark(format!("{file}: {refusal}"));
                    exits.push(refusal.exit());
                    continue;
                }
                Err(error) => return Err(error.into()),
            };
            exits.push(Exit::Ok);
            match (terminal.json, appended) {
                (true, appended) => {
                    let (uid, validity) = (appended.map(|to| to.uid), appended.map(|to| to.validity));
                    terminal.json(&json!({
                        "file": file, "mailbox": args.to, "octets": octets, "uid": uid, "uidvalidity": validity,
                    }));
                }
                (_, Some(Appended { uid, .. })) => terminal.result(&escape_str(&format!("{uid}  {}  {file}", args.to))),
                (_, None) => terminal.result(&escape_str(&format!("{}  {file}", args.to))),
            }
        }
        Ok(Exit::of_all(exits))
    })
}

/// A message in a file that can be read again.
struct Source {
    name: String,
    file: File,
    /// With lines that end in CRLF.
    octets: u64,
    /// It holds NUL.
    binary: bool,
}

impl Source {
    /// Opens it and looks at it once.
    fn open(path: &Path) -> Result<Source, Failure> {
        let name = path.display().to_string();
        let missing = |error: &io::Error| Failure::new(Exit::NoInput, format!("{name}: {}", reason(error)));
        let file = match path == Path::new("-") {
            true => spooled().map_err(|error| Failure::new(Exit::Io, format!("{name}: {}", reason(&error))))?,
            false => File::open(path).map_err(|error| missing(&error))?,
        };
        let mut source = Source { name: name.clone(), file, octets: 0, binary: false };
        let (mut lines, mut block, mut octets, mut binary) = (source.lines()?, vec![0; BLOCK], 0, false);
        loop {
            let count = lines.read(&mut block).map_err(|error| missing(&error))?;
            let Some(read) = block.get(..count).filter(|read| !read.is_empty()) else { break };
            octets += count as u64;
            binary |= memchr::memchr(0, read).is_some();
        }
        if octets == 0 {
            return Err(Failure::new(Exit::Data, format!("{name}: there is nothing in it, and that is no message")));
        }
        (source.octets, source.binary) = (octets, binary);
        Ok(source)
    }

    /// From its beginning, line by line.
    fn lines(&mut self) -> Result<Lines<'_>, Failure> {
        let failed = |error: io::Error| Failure::new(Exit::NoInput, format!("{}: {}", self.name, reason(&error)));
        // What cannot be read twice is no file.
        self.file.seek(SeekFrom::Start(0)).map_err(failed)?;
        Ok(Lines { file: &self.file, canonical: Some(Canonical::new()), ready: Vec::new(), at: 0 })
    }
}

/// Standard input, in a file.
fn spooled() -> io::Result<File> {
    let mut file = tempfile::tempfile()?;
    io::copy(&mut io::stdin().lock(), &mut file)?;
    Ok(file)
}

/// Octets whose lines end in CRLF.
struct Lines<'a> {
    file: &'a File,
    /// `None`: there is no more.
    canonical: Option<Canonical>,
    ready: Vec<u8>,
    at: usize,
}

impl Read for Lines<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.at == self.ready.len() {
            let Some(canonical) = &mut self.canonical else { return Ok(0) };
            self.ready.clear();
            self.at = 0;
            let mut block = vec![0; BLOCK];
            let count = self.file.read(&mut block)?;
            match block.get(..count).filter(|read| !read.is_empty()) {
                Some(read) => canonical.push(read, &mut self.ready),
                None => {
                    canonical.finish(&mut self.ready);
                    self.canonical = None;
                }
            }
        }
        let count = self.ready.get(self.at..).unwrap_or_default().read(buffer)?;
        self.at += count;
        Ok(count)
    }
}
