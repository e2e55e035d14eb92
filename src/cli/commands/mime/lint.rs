//! `mailtool mime lint`: everything that is wrong with a message.

use std::fmt::Write;

use clap::{Args, ValueEnum};

use super::input::{Input, Message};
use crate::base::Exit;
use crate::base::escape::escape_str;
use crate::cli::args::Global;
use crate::cli::error::Failure;
use crate::cli::output::mime::lint as output;
use crate::cli::output::mime::sarif::{Log, Place};
use crate::cli::terminal::Terminal;
use crate::mime::flaw::Severity;
use crate::mime::lint::{Linter, Report, codes};
use crate::mime::parse::Limits;

/// Say what is wrong with a message, with its line and the RFC that speaks of it
///
/// Each line has the place, how bad it is, a code, what is wrong, and the section. Severities: error,
/// where content is lost or readers disagree; warning, where an RFC forbids it; info, what is allowed
/// and yet worth knowing. Codes that begin with `ambiguous-` tell what different readers make of the same
/// octets, which is how mail passes filters. Of one code the first hundred are told, the others counted.
/// -v adds what is expected and what helps, and whether `mime repair` does it.
///
/// With --json one object each: code, severity, offset (octets before it), line, message, rfc, part (as
/// `mime part` numbers them), expected, cure, mended (`mime repair` does it), message_number.
///
/// With --sarif one SARIF 2.1.0 log of all messages, for code hosts and editors: a rule for each code that
/// occurs; lines and offsets are those of the file, and left out is the offset where an mbox quotes lines of
/// the message.
///
/// Exit codes: 0 nothing of that severity, 1 an error was found (see --fail-on), 65 it is empty or no
/// Maildir, 66 it is not there.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES, after_long_help = long_help())]
pub struct Lint {
    #[command(flatten)]
    input: Option<Input>,
    /// The least severity that makes the exit code 1
    #[arg(long, value_name = "SEVERITY", default_value = "error")]
    fail_on: Least,
    /// All codes with their severity and RFC, what is expected and what helps
    #[arg(long, conflicts_with = "file")]
    list: bool,
    /// One SARIF 2.1.0 log instead of lines
    #[arg(long, conflicts_with_all = ["json", "list"])]
    sarif: bool,
}

const EXAMPLES: &str = "Examples:
  mailtool mime lint letter.eml
  mailtool mime lint -v --fail-on warning letter.eml
  mailtool mime lint --json ~/Maildir | jq -r 'select(.code | startswith(\"ambiguous-\")).message'
  mailtool mime lint --sarif letter.eml > letter.sarif
  mailtool mime lint --list";

/// The least severity that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Least {
    /// Content is lost, or readers disagree
    Error,
    /// An RFC forbids it
    Warning,
    /// Anything at all
    Info,
}

impl From<Least> for Severity {
    fn from(least: Least) -> Severity {
        match least {
            Least::Error => Severity::Error,
            Least::Warning => Severity::Warning,
            Least::Info => Severity::Info,
        }
    }
}

/// The examples, and all codes.
fn long_help() -> String {
    let mut text = format!("{EXAMPLES}\n\nCodes:");
    for (group, codes) in codes::TABLE {
        let _ = write!(text, "\n  {group}");
        for code in *codes {
            let _ = write!(text, "\n    {} ({}, {})", code.code, code.severity.name(), code.rfc);
        }
    }
    text
}

/// Lints every message that was named.
pub fn run(args: &Lint, global: &Global, terminal: &Terminal) -> Result<Exit, Failure> {
    let input = match &args.input {
        Some(input) if !args.list => input,
        None if !args.list => return Err(Failure::usage("FILE", "a message is expected, or --list")),
        _ => {
            list(terminal);
            return Ok(Exit::Ok);
        }
    };
    let mut messages = input.open(false)?;
    let mut telling = Telling::new(input, args.sarif, global, terminal);
    let (mut worst, mut any) = (None, false);
    while let Some(mut message) = messages.next()? {
        let report = read(&mut message)?;
        worst = worst.max(report.worst());
        any = true;
        telling.report(&report, &message);
    }
    if !any {
        return Err(messages.nothing());
    }
    telling.finish();
    let failed = worst.is_some_and(|worst| worst >= Severity::from(args.fail_on));
    Ok(if failed { Exit::NotFound } else { Exit::Ok })
}

/// Tells reports in one of three forms.
struct Telling<'a> {
    input: &'a Input,
    verbose: bool,
    terminal: &'a Terminal,
    counts: output::Counts,
    /// Told at the end.
    sarif: Option<Log>,
}

impl<'a> Telling<'a> {
    fn new(input: &'a Input, sarif: bool, global: &Global, terminal: &'a Terminal) -> Telling<'a> {
        let (counts, sarif) = (output::Counts::default(), sarif.then(Log::new));
        Telling { input, verbose: global.verbose > 0, terminal, counts, sarif }
    }

    fn report(&mut self, report: &Report, message: &Message<'_>) {
        self.counts.add(report);
        let (number, file) = (message.number, message.file.as_deref());
        if let Some(log) = &mut self.sarif {
            let path = message.path().unwrap_or(self.input.path());
            let offset = message.is_verbatim().then_some(message.offset);
            let number = message.one_of_several.then_some(number);
            let place = Place { path, number, lines: message.lines, offset };
            report.findings.iter().for_each(|finding| log.add(finding, &place));
        } else if self.terminal.json {
            let record = |finding| self.terminal.json(&output::Record::new(finding, number, file));
            report.findings.iter().for_each(record);
        } else {
            self.lines(report, message);
        }
    }

    fn lines(&self, report: &Report, message: &Message<'_>) {
        let name = self.input.name();
        let place = match &message.file {
            Some(file) => format!("{name}/{}", escape_str(file)),
            None if message.one_of_several => format!("{name}#{}", message.number),
            None => name,
        };
        for finding in &report.findings {
            self.terminal.result(&output::line(&place, finding));
            if self.verbose {
                self.terminal.result(&output::advice(finding.code));
            }
        }
    }

    fn finish(self) {
        if let Some(log) = self.sarif {
            self.terminal.json(&log);
        } else if !self.terminal.json && !self.terminal.is_quiet() {
            self.terminal.result(&self.counts.sentence());
        }
    }
}

/// The report of a message that is read to its end.
fn read(message: &mut Message<'_>) -> Result<Report, Failure> {
    let mut linter = Linter::new(Limits::default());
    while let Some(block) = message.block()? {
        linter.push(block);
    }
    Ok(linter.finish())
}

fn list(terminal: &Terminal) {
    for (group, codes) in codes::TABLE {
        if !terminal.json {
            terminal.result(&output::heading(group));
        }
        for code in *codes {
            match terminal.json {
                true => terminal.json(&output::Row::new(group, code)),
                false => output::row(code).iter().for_each(|line| terminal.result(line)),
            }
        }
    }
}
