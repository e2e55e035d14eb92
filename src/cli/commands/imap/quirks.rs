//! `mailtool imap quirks`: what servers are known to do otherwise than they should.

use clap::Args;
use serde_json::json;

use crate::base::Exit;
use crate::cli::terminal::Terminal;
use crate::proto::imap::quirks::{self, Quirk};

/// What servers are known to say otherwise than they should
///
/// Each is told by its name in the transcript where a server says it, and understood all the same; with
/// --strict it is a failure. WORD: only those in whose row it stands. No server is asked.
///
/// With --json one object a line: {"quirk","servers","what","rfc"}. Exit code 1: there is no such row.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  mailtool imap quirks
  mailtool imap quirks Exchange
  mailtool imap quirks --json")]
pub struct Quirks {
    /// A server, or any other word
    #[arg(value_name = "WORD")]
    word: Option<String>,
}

/// The table.
pub fn run(args: &Quirks, terminal: &Terminal) -> Exit {
    let word = args.word.as_deref().unwrap_or_default().to_lowercase();
    let mut exit = Exit::NotFound;
    for quirk in quirks::all().filter(|quirk| holds(quirk, &word)) {
        exit = Exit::Ok;
        let Quirk { id, servers, what, rfc, .. } = quirk;
        match terminal.json {
            true => terminal.json(&json!({ "quirk": id, "servers": servers, "what": what, "rfc": rfc })),
            false => terminal.result(&format!("{id}  ({servers}; {rfc})\n    {what}")),
        }
    }
    exit
}

fn holds(quirk: &Quirk, word: &str) -> bool {
    [quirk.id, quirk.servers, quirk.what, quirk.rfc].iter().any(|text| text.to_lowercase().contains(word))
}
