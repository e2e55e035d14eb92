//! `mailtool mime repair`: what is wrong with a message, mended where that is mechanical.

use std::fs::File;
use std::io::{self, BufWriter, Read, Seek, Write};
use std::path::PathBuf;

use clap::Args;

use super::input::{Input, Message};
use super::output::Output;
use crate::base::Exit;
use crate::base::escape::escape_str;
use crate::cli::chance;
use crate::cli::error::Failure;
use crate::cli::output::mime::repair::{Record, remain};
use crate::cli::terminal::Terminal;
use crate::mime::flaw::Severity;
use crate::mime::lint::Report;
use crate::mime::repair::{Left, Options, ROUNDS, Repairs, Surgeon};
use crate::mime::transform::{LineEnd, Transform};
use crate::net::reason;
use crate::transcript::Weight;

/// So much is read at once, in octets.
const BLOCK: usize = 128 * 1024;
/// So many things that were not mended are told.
const TOLD: usize = 100;

/// Mend what is wrong with a message, and say what was changed
///
/// What `mime lint` finds and what has a mechanical cure is mended: fields are folded and written anew,
/// raw octets in them become encoded words, bodies are encoded as they say, multiparts are closed and
/// get other boundaries where theirs are ambiguous, encoded messages within are decoded; `mime lint
/// --list` says which codes that is. All else stays octet for octet, but that every line ends in CRLF.
/// What a message does not have (a date, an author, the lost end of a body) is not made up, and where
/// readers see two things that are both plausible, none is chosen.
///
/// The message goes to standard output or into the file of -o, which may be FILE itself; each change is
/// told on standard error, with --json on standard output (with -o or --dry-run): code, severity,
/// offset, line, message, rfc, part, mended (false: why it is not), round. What becomes legible by a
/// change is mended in another round, four at most; offsets and lines are those before the round.
///
/// What multipart/signed holds is not changed. A DKIM-Signature will probably not verify any more: that
/// is told. Of several messages (mbox, Maildir) the first is taken, or that of --message.
///
/// Exit codes: 0 no error remains, 1 one does, or there is no such message, 65 it is empty or no
/// Maildir, 66 it is not there, 73 the output cannot be created, 74 it cannot be written.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Repair {
    #[command(flatten)]
    input: Input,
    /// Write into this file
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// End lines in LF, as files often have them, not in CRLF
    #[arg(long)]
    lf: bool,
    /// Only say what would be changed
    #[arg(long, conflicts_with = "output")]
    dry_run: bool,
    /// Mend what is signed, too: its signature will not verify any more
    #[arg(long)]
    break_signatures: bool,
}

const EXAMPLES: &str = "Examples:
  mailtool mime repair letter.eml > mended.eml
  mailtool mime repair -o letter.eml letter.eml
  mailtool mime repair --dry-run --json letter.eml | jq -r 'select(.mended | not).message'
  mailtool mime repair broken.eml | mailtool send --eml - --to pepe@example.org";

/// What can be read again.
trait Source {
    fn rewind(&mut self) -> Result<(), Failure>;
    fn block(&mut self) -> Result<Option<&[u8]>, Failure>;
}

/// The message as it is mended so far, gone with its handle.
struct Draft {
    file: File,
    block: Vec<u8>,
}

/// What the rounds came to.
struct Outcome {
    draft: Draft,
    /// Those that changed something.
    rounds: Vec<Repairs>,
    left: Vec<Left>,
    report: Report,
}

/// Mends the message.
pub fn run(args: &Repair, terminal: &Terminal) -> Result<Exit, Failure> {
    if terminal.json && args.output.is_none() && !args.dry_run {
        return Err(Failure::usage("--json", "the message itself goes to standard output: -o or --dry-run is needed"));
    }
    let name = args.input.name();
    let mut messages = args.input.open(true)?;
    let Some(mut message) = messages.next()? else { return Err(messages.nothing()) };
    let place = match &message.file {
        Some(file) => format!("{name}/{}", escape_str(file)),
        None if message.one_of_several => format!("{name}#{}", message.number),
        None => name,
    };
    let output = Output::new(args.output.clone());
    // Of an mbox the other messages would be lost.
    let archive = (message.one_of_several && message.file.is_none()).then(|| args.input.path().metadata().ok());
    let output = output.beside(archive.flatten())?;
    let outcome = mend(&mut message, args)?;
    tell(&outcome, &place, args, terminal);
    if messages.next()?.is_some() {
        terminal.note(Weight::Info, "there are more messages, which stay as they are: --message N takes another one");
    }
    let Outcome { mut draft, report, .. } = outcome;
    if !args.dry_run {
        draft.deliver(output)?;
    }
    Ok(if report.worst() == Some(Severity::Error) { Exit::NotFound } else { Exit::Ok })
}

/// Round after round, until nothing changes.
fn mend(message: &mut Message<'_>, args: &Repair) -> Result<Outcome, Failure> {
    let (mut draft, mut rounds): (Option<Draft>, Vec<Repairs>) = (None, Vec::new());
    loop {
        let repairs = look(source(&mut draft, message), args)?;
        let over = repairs.is_nothing() || rounds.len() >= ROUNDS;
        if let Some(draft) = draft.take_if(|_| over) {
            let Repairs { left, report, .. } = repairs;
            return Ok(Outcome { draft, rounds, left, report });
        }
        let next = Draft::make(source(&mut draft, message), &repairs, line_end(args))?;
        draft = Some(next);
        rounds.push(repairs);
    }
}

/// What was made last, or the message itself.
fn source<'a>(draft: &'a mut Option<Draft>, message: &'a mut Message<'_>) -> &'a mut dyn Source {
    match draft {
        Some(draft) => draft,
        None => message,
    }
}

fn line_end(args: &Repair) -> LineEnd {
    if args.lf { LineEnd::Lf } else { LineEnd::CrLf }
}

/// What is to be done with the message as it is now.
fn look(source: &mut dyn Source, args: &Repair) -> Result<Repairs, Failure> {
    loop {
        let (line_end, break_signatures) = (line_end(args), args.break_signatures);
        let mut surgeon = Surgeon::new(Options { line_end, break_signatures, token: chance::token() });
        source.rewind()?;
        while let Some(block) = source.block()? {
            surgeon.push(block);
        }
        let repairs = surgeon.finish();
        if !repairs.token_taken {
            return Ok(repairs);
        }
    }
}

/// Says what was changed, what was not, and what remains.
fn tell(outcome: &Outcome, place: &str, args: &Repair, terminal: &Terminal) {
    let say = |record: &Record<'_>, weight: Weight| match (terminal.json, args.dry_run) {
        (true, _) => terminal.json(record),
        (false, true) => terminal.result(&record.line(place)),
        (false, false) => terminal.note(weight, record.line(place)),
    };
    for (n, round) in outcome.rounds.iter().enumerate() {
        round.changes.iter().for_each(|change| say(&Record::change(change, n + 1), Weight::Info));
    }
    let last = outcome.rounds.iter().filter(|round| !round.is_nothing()).count() + 1;
    outcome.left.iter().take(TOLD).for_each(|left| say(&Record::left(left, last), Weight::Warning));
    if outcome.left.len() > TOLD {
        terminal.note(Weight::Warning, format!("{} more are not mended", outcome.left.len() - TOLD));
    }
    let changed = outcome.rounds.iter().any(|round| !round.changes.is_empty());
    if !changed {
        terminal.note(Weight::Info, "nothing to mend");
    } else if outcome.rounds.iter().any(|round| round.dkim && !round.is_nothing()) {
        terminal.note(Weight::Warning, "its DKIM-Signature will probably not verify any more (RFC 6376)");
    }
    if let Some(remain) = remain(&outcome.report) {
        terminal.note(Weight::Warning, remain);
    }
}

impl Draft {
    /// The source as the repairs make it.
    fn make(source: &mut dyn Source, repairs: &Repairs, line_end: LineEnd) -> Result<Draft, Failure> {
        let failed =
            |error: io::Error| Failure::new(Exit::CantCreate, format!("a temporary file failed: {}", reason(&error)));
        let mut file = BufWriter::new(tempfile::tempfile().map_err(failed)?);
        let (mut patch, mut mended) = (repairs.patch(line_end), Vec::new());
        source.rewind()?;
        while let Some(block) = source.block()? {
            patch.push(block, &mut mended);
            file.write_all(&mended).map_err(failed)?;
            mended.clear();
        }
        patch.finish(&mut mended);
        file.write_all(&mended).map_err(failed)?;
        let file = file.into_inner().map_err(|error| failed(error.into_error()))?;
        Ok(Draft { file, block: vec![0; BLOCK] })
    }

    /// Writes it where it is wanted.
    fn deliver(&mut self, mut output: Output) -> Result<(), Failure> {
        self.rewind()?;
        while let Some(block) = self.block()?.filter(|_| !output.is_over()) {
            output.write(block);
        }
        output.finish()
    }
}

impl Source for Draft {
    fn rewind(&mut self) -> Result<(), Failure> {
        self.file.rewind().map_err(|error| broken(&error))
    }

    fn block(&mut self) -> Result<Option<&[u8]>, Failure> {
        let count = self.file.read(&mut self.block).map_err(|error| broken(&error))?;
        Ok(self.block.get(..count).filter(|octets| !octets.is_empty()))
    }
}

impl Source for Message<'_> {
    fn rewind(&mut self) -> Result<(), Failure> {
        Message::rewind(self)
    }

    fn block(&mut self) -> Result<Option<&[u8]>, Failure> {
        Message::block(self)
    }
}

fn broken(error: &io::Error) -> Failure {
    Failure::new(Exit::Io, format!("the temporary file: {}", reason(error)))
}
