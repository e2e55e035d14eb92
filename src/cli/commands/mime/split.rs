//! `mailtool mime split`: a message in pieces that pass where the whole is too large.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use clap::Args;

use super::extract::directory::Directory;
use super::input::{Input, Message};
use crate::base::Exit;
use crate::cli::args::octets;
use crate::cli::chance;
use crate::cli::error::Failure;
use crate::cli::output::mime::split::{Record, line};
use crate::cli::terminal::Terminal;
use crate::cli::way::host_name;
use crate::mime::file_name;
use crate::mime::mbox;
use crate::mime::partial::{Cut, Obstacle, Plan, Survey};
use crate::net::reason;
use crate::transcript::Weight;

/// Cut a message into pieces, each of them a message of its own (message/partial)
///
/// Where a server takes messages up to a size only (SIZE, RFC 1870), the pieces pass and are put together
/// at the other end, by the reader's program or by `mime join` (RFC 2046 §5.2.2). Lines are not broken. The
/// fields of the header stand around every piece; Subject, Message-ID, MIME-Version, Encrypted and Content-…
/// are kept within the first one and those of the pieces are new.
///
/// SIZE counts the octets of a piece on the way, where lines end in CRLF, its header included; k is 1,024
/// octets, M 1,048,576. A message that fits already is left alone. Pieces are NAME.1.eml, NAME.2.eml, … after
/// the name of FILE; nothing is overwritten. They have the line ends of FILE.
///
/// A message with 8-bit or binary content cannot be cut: pieces must be 7bit and must not be encoded.
///
/// With --json one object a piece: file, number, total, message_id, octets. Of several messages the first is
/// taken, or that of --message.
///
/// Exit codes: 0 done or not needed, 1 no such message, 64 SIZE is too small for it, 65 it cannot be cut, 66 it
/// is not there, 73 a piece cannot be created, 74 it cannot be written.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Split {
    #[command(flatten)]
    input: Input,
    /// The most octets of a piece
    #[arg(long, value_name = "SIZE[k|M]", value_parser = size)]
    max: u64,
    /// Where the pieces go, a file each
    #[arg(short, long, value_name = "DIR", required_unless_present = "mbox")]
    directory: Option<PathBuf>,
    /// All pieces into a new mbox
    #[arg(long, value_name = "FILE", conflicts_with = "directory")]
    mbox: Option<PathBuf>,
}

const EXAMPLES: &str = "Examples:
  mailtool mime split --max 10M -d pieces large.eml
  mailtool mime split --max 500k --mbox pieces.mbox large.eml && mailtool send --mbox pieces.mbox --to pepe@example.org
  mailtool mime join pieces/*.eml -o large.eml";

/// A number of octets, and not none.
fn size(text: &str) -> Result<u64, String> {
    match octets(text)? {
        0 => Err("a piece has some octets".to_owned()),
        octets => Ok(octets),
    }
}

/// Cuts the message.
pub fn run(args: &Split, terminal: &Terminal) -> Result<Exit, Failure> {
    let mut messages = args.input.open(true)?;
    let Some(mut message) = messages.next()? else { return Err(messages.nothing()) };
    let mut survey = Survey::new(&chance::token(), &host_name().unwrap_or_else(|| "localhost".to_owned()));
    while let Some(block) = message.block()? {
        survey.push(block);
    }
    let size = survey.size();
    if size <= args.max {
        terminal.note(Weight::Info, format!("nothing is to be cut: the message has {size} octets"));
        return Ok(Exit::Ok);
    }
    let plan = survey.finish().map_err(|obstacle| refused(args, &obstacle))?;
    let total = cut(&mut message, args, &plan, &mut |_| Ok(()))?;
    let mut pieces = Pieces { plan: &plan, total, target: target(args)?, open: None, written: Vec::new() };
    let done = cut(&mut message, args, &plan, &mut |cut| pieces.take(&cut)).and_then(|_| pieces.close());
    if let Err(failure) = done {
        pieces.remove();
        return Err(failure);
    }
    for record in &pieces.written {
        match terminal.json {
            true => terminal.json(record),
            false => terminal.result(&line(record)),
        }
    }
    Ok(Exit::Ok)
}

/// Goes through the message once: how many pieces there are.
fn cut(
    message: &mut Message<'_>,
    args: &Split,
    plan: &Plan,
    tell: &mut dyn FnMut(Cut<'_>) -> Result<(), Failure>,
) -> Result<u32, Failure> {
    let mut cutter = plan.cutter(args.max).map_err(|obstacle| refused(args, &obstacle))?;
    let mut result = Ok(());
    let mut tell = |cut: Cut<'_>| {
        if result.is_ok() {
            result = tell(cut);
        }
    };
    message.rewind()?;
    while let Some(block) = message.block()? {
        cutter.push(block, &mut tell);
    }
    let total = cutter.finish(&mut tell);
    result.map(|()| total)
}

fn refused(args: &Split, obstacle: &Obstacle) -> Failure {
    let cannot = Failure::new(Exit::Data, format!("{} cannot be cut: {obstacle}", args.input.path().display()));
    match obstacle {
        Obstacle::Small { .. } => Failure::usage("--max", obstacle),
        Obstacle::EightBit { .. } | Obstacle::Nul { .. } | Obstacle::LongLine { .. } => {
            cannot.hint("make the message anew with its parts in base64 or quoted-printable (send --encoding)")
        }
        _ => cannot,
    }
}

/// Where pieces go.
enum Target {
    /// Files with this name before the number.
    Files(Directory, String),
    Mbox(PathBuf, BufWriter<File>),
}

fn target(args: &Split) -> Result<Target, Failure> {
    if let Some(path) = &args.mbox {
        let file = File::options().write(true).create_new(true).open(path);
        let file = file.map_err(|error| Failure::cannot_create(path, &error))?;
        return Ok(Target::Mbox(path.clone(), BufWriter::new(file)));
    }
    let directory = Directory::open(args.directory.as_deref().unwrap_or(Path::new(".")))?;
    let stem = args.input.path().file_stem().unwrap_or_default().to_string_lossy();
    Ok(Target::Files(directory, file_name::safe(&stem, "message")))
}

/// Writes the pieces.
struct Pieces<'a> {
    plan: &'a Plan,
    total: u32,
    target: Target,
    open: Option<Open>,
    written: Vec<Record>,
}

/// The piece that is being written.
struct Open {
    /// Its file, and the name of that, if it has one of its own.
    file: Option<(BufWriter<File>, String)>,
    record: Record,
    ended: bool,
}

impl Pieces<'_> {
    fn take(&mut self, cut: &Cut<'_>) -> Result<(), Failure> {
        match cut {
            Cut::Begin(number) => {
                self.close()?;
                self.begin(*number)?;
                self.write(&self.plan.header(*number, self.total))
            }
            Cut::Octets(octets) => self.write(octets),
        }
    }

    fn begin(&mut self, number: u32) -> Result<(), Failure> {
        let (file, path) = match &mut self.target {
            Target::Files(directory, stem) => {
                let (file, name) = directory.create(&format!("{stem}.{number}.eml"))?;
                let path = directory.path(&name);
                (Some((BufWriter::new(file), name)), path)
            }
            Target::Mbox(path, _) => (None, path.clone()),
        };
        let file_name = path.to_string_lossy().into_owned();
        let message_id = self.plan.message_id(number);
        let record = Record { file: file_name, number, total: self.total, message_id, octets: 0 };
        self.open = Some(Open { file, record, ended: true });
        if let Target::Mbox(path, file) = &mut self.target {
            let now = jiff::Timestamp::now().strftime("%a %b %e %H:%M:%S %Y");
            writeln!(file, "From MAILER-DAEMON {now}").map_err(|error| failed(path, &error))?;
        }
        Ok(())
    }

    /// Whole lines, or the last one.
    fn write(&mut self, octets: &[u8]) -> Result<(), Failure> {
        let Some(open) = &mut self.open else { return Ok(()) };
        open.record.octets += octets.len() as u64;
        open.ended = octets.ends_with(b"\n");
        let written = match (&mut self.target, &mut open.file) {
            (_, Some((file, _))) => file.write_all(octets),
            (Target::Mbox(_, file), None) => {
                let mut quoted = Vec::with_capacity(octets.len() + 64);
                mbox::quote(octets, &mut quoted);
                file.write_all(&quoted)
            }
            _ => Ok(()),
        };
        written.map_err(|error| failed(Path::new(&open.record.file), &error))
    }

    /// The piece is complete.
    fn close(&mut self) -> Result<(), Failure> {
        let Some(open) = &mut self.open else { return Ok(()) };
        let flushed = match (&mut self.target, &mut open.file) {
            (_, Some((file, _))) => file.flush(),
            // An empty line stands between two letters.
            (Target::Mbox(_, file), None) => {
                file.write_all(if open.ended { b"\n" } else { b"\n\n" }).and_then(|()| file.flush())
            }
            _ => Ok(()),
        };
        flushed.map_err(|error| failed(Path::new(&open.record.file), &error))?;
        self.written.extend(self.open.take().map(|open| open.record));
        Ok(())
    }

    /// What cannot be finished is of no use.
    fn remove(&mut self) {
        let open = self.open.take().map(|open| open.record);
        for record in self.written.drain(..).chain(open) {
            match (&self.target, Path::new(&record.file).file_name()) {
                (Target::Files(directory, _), Some(name)) => directory.remove(&name.to_string_lossy()),
                _ => drop(std::fs::remove_file(&record.file)),
            }
        }
    }
}

fn failed(path: &Path, error: &io::Error) -> Failure {
    Failure::new(Exit::Io, format!("{}: {}", path.display(), reason(error)))
}
