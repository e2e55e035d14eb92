//! The command line: arguments, terminal, exit codes. The only room that prints.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "this is the room that prints")]

mod args;
mod chance;
mod commands;
mod compose;
mod config;
mod error;
mod handshake;
mod output;
mod password;
mod proxies;
mod terminal;
mod theme;
mod way;

use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use self::args::Global;
use self::commands::Command;
use self::commands::sendmail::queue;
use self::terminal::Terminal;
use crate::base::Exit;

/// The Swiss army knife of e-mail protocols: see and use SMTP, POP3, IMAP, MIME and what is around them.
///
/// Results go to standard output; the dialogue with the server goes to standard error, so that
/// you see what is said and pipes see only results. Exit codes are those of sysexits.h: 0 done,
/// 1 nothing found or a check failed, 3 partly done, 64 usage, 65 bad message, 66 input missing,
/// 67 recipient unknown, 68 host unknown, 69 refused, 73 cannot create output, 74 local I/O, 75 try
/// again later, 76 the peer broke the protocol, 77 not allowed, 78 configuration.
#[derive(Debug, Parser)]
#[command(name = "mailtool", version, arg_required_else_help = true, max_term_width = 100)]
#[command(after_help = "Begin with: mailtool demo")]
pub struct Cli {
    /// What holds for every command.
    #[command(flatten)]
    pub global: Global,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// Reads the command line, does what it says, and ends with one of the exit codes of [`Exit`].
pub fn main() -> ExitCode {
    let mut cli = match Cli::try_parse_from(words()) {
        Ok(cli) => cli,
        Err(error) => return usage(&error),
    };
    cli.command.adjust(&mut cli.global);
    let _ = rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable);
    expect_children();
    let terminal = Terminal::new(&cli.global);
    let ended = commands::run(cli, &terminal).and_then(|exit| terminal.finish().map(|()| exit));
    let exit = ended.unwrap_or_else(|failure| {
        terminal.failure(&failure);
        failure.exit
    });
    ExitCode::from(exit.code())
}

/// A program that ignores SIGCHLD hands that down, and then none of our commands could be waited for.
fn expect_children() {
    if let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_io().build() {
        let _within = runtime.enter();
        // Whoever listened once listens for ever.
        let _ = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::child());
    }
}

/// The command line; a program of another name is the command of that name, whose help names it in full.
fn words() -> Vec<OsString> {
    let mut words: Vec<OsString> = std::env::args_os().collect();
    let name = words.first().and_then(|word| Path::new(word).file_name()?.to_str());
    let command = commands::of_name(name.unwrap_or_default());
    if !command.is_empty() {
        words.splice(..1, ["mailtool"].iter().chain(command).map(OsString::from));
    }
    if words.iter().any(|word| queue::is_run(word))
        && let Some(at) = command_at(&words)
        && words.get(at).is_some_and(|word| word == queue::COMMAND)
    {
        queue::translate(words.iter_mut().skip(at + 1));
    }
    words
}

/// Where the name of the command stands: behind flags for every command, and what is said for them.
fn command_at(words: &[OsString]) -> Option<usize> {
    let flags = Cli::command();
    let takes = |word: &str| {
        let mut flags = flags.get_arguments().filter(|flag| flag.get_action().takes_values());
        flags.any(|flag| !flag.is_require_equals_set() && flag.get_long() == word.strip_prefix("--"))
    };
    let mut words = words.iter().enumerate().skip(1);
    while let Some((at, word)) = words.next() {
        let word = word.to_string_lossy();
        if !word.starts_with('-') {
            return Some(at);
        }
        if takes(&word) {
            words.next();
        }
    }
    None
}

/// clap's own errors: help and version are results, the rest is wrong usage.
fn usage(error: &clap::Error) -> ExitCode {
    let _ = error.print();
    ExitCode::from(if error.use_stderr() { Exit::Usage.code() } else { Exit::Ok.code() })
}
