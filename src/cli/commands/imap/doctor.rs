//! `mailtool imap doctor`: what a server promises against what it does.

use std::sync::Arc;

use clap::Args;
use tokio::sync::watch;

use super::Imap;
use super::conversation::{At, Need, plan};
use super::home::Home;
use crate::base::Exit;
use crate::cli::chance;
use crate::cli::commands::{block_on, stop_at_signal};
use crate::cli::error::Failure;
use crate::cli::output::imap::doctor::{Listed, Row, Tally, heading, listing, row};
use crate::cli::terminal::Terminal;
use crate::client::Limits;
use crate::client::imap::Error;
use crate::client::imap::doctor::{Examined, PATIENCE, Plan, Report, checks, examine};
use crate::transcript::Weight;

/// Check what a server advertises against what works
///
/// The checks work in two mailboxes of their own, mailtool-doctor-…, which are deleted whatever
/// happens; no other is touched. Each begins anew, and one that breaks the connection stops no other.
/// What the server gets wrong on the way (a deviation) counts against the check.
///
/// The verdict of each is ok, lies (it is advertised and does not work), absent or not tried. With
/// --json one object a line: {"check","advertised","verdict","ms","seen","rfc","findings"}. Exit code
/// 0: all that is advertised works, 1: something does not; with --strict a deviation is 76.
#[derive(Debug, Args)]
#[command(after_help = format!("{}\n\n{EXAMPLES}", listing()))]
pub struct Doctor {
    /// Which checks [default: all]
    #[arg(value_name = "CHECK", value_parser = clap::builder::PossibleValuesParser::new(checks().map(|check| check.id)), hide_possible_values = true)]
    checks: Vec<String>,
    /// Only what writes nothing, in --mailbox
    #[arg(long)]
    read_only: bool,
    /// Try what is not advertised too
    #[arg(long)]
    all: bool,
    /// List the checks: what is asked, what should come of it, and where that is written
    #[arg(long)]
    list: bool,
}

const EXAMPLES: &str = "Examples:
  mailtool imap doctor -q -s pepe@imap.example.org
  mailtool imap doctor idle condstore -s pepe@imap.example.org
  mailtool imap doctor --read-only --json -q -s pepe@imap.example.org";

/// Makes the checks.
pub fn run(args: &Doctor, imap: &Imap, at: At<'_>) -> Result<Exit, Failure> {
    let (global, terminal) = at;
    if args.list {
        return Ok(list(terminal));
    }
    let (stop, stopped) = watch::channel(false);
    let mut way = plan(&Home::new(imap, None, at)?, imap, at, Need::Login, Some(stopped))?;
    if global.timeout.is_none() {
        way.server.limits = Limits::each(PATIENCE);
    }
    let token = chance::token().chars().take(12).collect();
    let read_only = args.read_only.then(|| imap.mailbox.clone());
    let plan = Plan { read_only, token, checks: args.checks.clone(), all: args.all };
    let mut tally = Tally::default();
    if !terminal.json {
        terminal.result(&heading());
    }
    let examined = block_on(async {
        stop_at_signal(Arc::new(stop));
        Ok(examine(&way, &plan, &mut |report| tell(report, &mut tally, terminal)).await)
    })?;
    let exit = ended(examined, &tally, terminal)?;
    terminal.note(Weight::Info, tally.to_string());
    Ok(if global.strict && tally.deviations > 0 { Exit::Protocol } else { exit })
}

fn tell(report: &Report, tally: &mut Tally, terminal: &Terminal) {
    tally.count(report);
    match terminal.json {
        true => terminal.json(&Row::from(report)),
        false => row(report).iter().for_each(|line| terminal.result(line)),
    }
    let _ = terminal.flush();
}

/// What it comes to. A mailbox that is left is told whatever else is.
fn ended(examined: Result<Examined, Error>, tally: &Tally, terminal: &Terminal) -> Result<Exit, Failure> {
    let failed = |error: &Error| Failure::new(error.exit(), error);
    let Examined { left, ended } = examined.map_err(|error| failed(&error))?;
    if !left.is_empty() {
        let failure = Failure::new(Exit::TempFail, format!("not deleted: {}", left.join(", ")));
        terminal.failure(&failure.hint("mailtool imap delete NAME does that"));
    }
    match ended {
        Some(error) => Err(failed(&error)),
        None if !left.is_empty() => Ok(Exit::TempFail),
        None => Ok(if tally.lies() == 0 { Exit::Ok } else { Exit::NotFound }),
    }
}

fn list(terminal: &Terminal) -> Exit {
    match terminal.json {
        true => checks().for_each(|check| terminal.json(&Listed::from(check))),
        false => listing().lines().for_each(|line| terminal.result(line)),
    }
    Exit::Ok
}
