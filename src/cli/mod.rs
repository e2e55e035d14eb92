//! The command line: arguments, terminal, exit codes. The only room that prints.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "this is the room that prints")]

mod args;
mod chance;
mod commands;
mod error;
mod output;
mod password;
mod terminal;
mod theme;

use std::process::ExitCode;

use clap::Parser;

pub use args::Cli;

use self::terminal::Terminal;
use crate::base::Exit;

/// Reads the command line, does what it says, and ends with one of the exit codes of [`Exit`].
pub fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return usage(&error),
    };
    let _ = rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable);
    let terminal = Terminal::new(&cli.global);
    let ended = commands::run(cli, &terminal).and_then(|exit| terminal.finish().map(|()| exit));
    let exit = ended.unwrap_or_else(|failure| {
        terminal.failure(&failure);
        failure.exit
    });
    ExitCode::from(exit.code())
}

/// clap's own errors: help and version are results, the rest is wrong usage.
fn usage(error: &clap::Error) -> ExitCode {
    let _ = error.print();
    ExitCode::from(if error.use_stderr() { Exit::Usage.code() } else { Exit::Ok.code() })
}
