//! `mailtool mime lint`: everything that is wrong with a message.

use std::fmt::Write;

use clap::{Args, ValueEnum};

use super::input::{Input, Message};
use crate::base::Exit;
use crate::cli::args::Global;
use crate::cli::error::Failure;
use crate::cli::output::mime::lint as output;
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
/// -v adds what is expected and what helps.
///
/// With --json one object each: code, severity, offset (octets before it), line, message, rfc, part (as
/// `mime part` numbers them), expected, cure, message_number.
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
}

const EXAMPLES: &str = "Examples:
  mailtool mime lint letter.eml
  mailtool mime lint -v --fail-on warning letter.eml
  mailtool mime lint --json ~/Maildir | jq -r 'select(.code | startswith(\"ambiguous-\")).message'
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
    let (name, mut messages) = (input.name(), input.open(false)?);
    let (mut worst, mut counts, mut any) = (None, output::Counts::default(), false);
    while let Some(mut message) = messages.next()? {
        let report = read(&mut message)?;
        worst = worst.max(report.worst());
        counts.add(&report);
        any = true;
        if terminal.json {
            let (number, file) = (message.number, message.file.as_deref());
            report.findings.iter().for_each(|finding| terminal.json(&output::Record::new(finding, number, file)));
            continue;
        }
        let place = match &message.file {
            Some(file) => format!("{name}/{}", crate::base::escape::escape_str(file)),
            None if message.one_of_several => format!("{name}#{}", message.number),
            None => name.clone(),
        };
        for finding in &report.findings {
            terminal.result(&output::line(&place, finding));
            if global.verbose > 0 {
                terminal.result(&output::advice(finding.code));
            }
        }
    }
    if !any {
        return Err(messages.nothing());
    }
    if !terminal.json && !terminal.is_quiet() {
        terminal.result(&counts.sentence());
    }
    let failed = worst.is_some_and(|worst| worst >= Severity::from(args.fail_on));
    Ok(if failed { Exit::NotFound } else { Exit::Ok })
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
