//! `mailtool imap search`: which messages have what is asked for.

use clap::Args;
use serde_json::json;

use super::Imap;
use super::conversation::{At, Need, converse, select};
use crate::base::Exit;
use crate::cli::error::Failure;

/// Which messages are like that (SEARCH): one UID a line
///
/// The keys are those of IMAP, as they are: UNSEEN, FROM \"x\", SINCE 1-Nov-2026, LARGER 1000000,
/// OR key key, NOT key, HEADER name \"x\", KEYWORD $work, UID 1:9, with a space between for AND. What is
/// not ASCII stands in quotes.
///
/// With --json one object a line: {\"uid\"}. Exit code 1: nothing was found.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  mailtool imap search --keys UNSEEN -s pepe@imap.example.org
  mailtool imap search --keys 'FROM \"alicia\" SINCE 1-Nov-2026' -s pepe@imap.example.org
  mailtool imap search --keys 'OR SUBJECT \"año\" LARGER 5000000' --count -s pepe@imap.example.org")]
pub struct Search {
    /// The keys of SEARCH, verbatim
    #[arg(long, value_name = "SEARCH KEYS", required = true)]
    keys: String,
    /// Only how many: with --json {"count"}
    #[arg(long)]
    count: bool,
}

/// SEARCH.
pub fn run(search: &Search, args: &Imap, at: At<'_>) -> Result<Exit, Failure> {
    let terminal = at.1;
    converse(args, at, Need::Login, async |imap| {
        select(imap, args, false).await?;
        let found = imap.search(&search.keys).await?;
        let count = found.len(u32::MAX);
        if search.count {
            match terminal.json {
                true => terminal.json(&json!({ "count": count })),
                false => terminal.result(&count.to_string()),
            }
        } else {
            for uid in found.numbers(usize::MAX).flatten() {
                match terminal.json {
                    true => terminal.json(&json!({ "uid": uid })),
                    false => terminal.result(&uid.to_string()),
                }
            }
        }
        Ok(if count == 0 { Exit::NotFound } else { Exit::Ok })
    })
}
