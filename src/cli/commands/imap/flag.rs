//! `mailtool imap flag`: what is remarked on messages.

use clap::Args;
use serde_json::json;

use super::Imap;
use super::conversation::At;
use super::each::{each, present};
use super::targets::Messages;
use crate::base::Exit;
use crate::base::escape::escape_str;
use crate::cli::error::Failure;
use crate::cli::output::imap::message::{Table, USUAL, flags_in_words};
use crate::cli::terminal::Terminal;
use crate::client::imap::{self, Error};
use crate::proto::imap::SequenceSet;

/// Add flags to messages and take others away (STORE)
///
/// seen, answered, flagged, deleted, draft; any other word is a keyword: $work, Junk. Standard output
/// gets what flags the messages have then.
///
/// With --json one object a line: {"uid","flags"}.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  mailtool imap flag 1:20 --add seen -s pepe@imap.example.org
  mailtool imap flag last --add flagged '$work' --remove seen -s pepe@imap.example.org
  mailtool imap flag all --add deleted --dry-run -s pepe@imap.example.org")]
pub struct Flag {
    #[command(flatten)]
    messages: Messages,
    /// Flags to add
    #[arg(long, value_name = "FLAG", num_args = 1.., value_delimiter = ',', required_unless_present = "remove")]
    add: Vec<String>,
    /// Flags to take away
    #[arg(long, value_name = "FLAG", num_args = 1.., value_delimiter = ',')]
    remove: Vec<String>,
    /// Show which messages are meant, and change nothing
    #[arg(long)]
    dry_run: bool,
}

/// Flags as they are written: those of the system by their names.
pub fn flags(words: &[String]) -> Vec<String> {
    let system = ["\\Seen", "\\Answered", "\\Flagged", "\\Deleted", "\\Draft"];
    let flag = |word: &String| {
        let known = system.iter().find(|known| known.trim_start_matches('\\').eq_ignore_ascii_case(word));
        known.map_or_else(|| word.clone(), |known| (*known).to_owned())
    };
    words.iter().map(flag).collect()
}

/// STORE.
pub fn run(args: &Flag, imap: &Imap, at: At<'_>) -> Result<Exit, Failure> {
    let terminal = at.1;
    each(imap, at, args.messages.sel(), !args.dry_run, async |client, chosen| {
        let (uids, set) = present(client, chosen).await?;
        if uids.is_empty() || args.dry_run {
            show(client, &set, terminal).await?;
            return Ok(chosen.done(&uids, terminal));
        }
        let mut told = std::collections::BTreeMap::new();
        for (add, words) in
            [(true, &args.add), (false, &args.remove)].into_iter().filter(|(_, words)| !words.is_empty())
        {
            let mut take = |fetch: &crate::proto::imap::Fetch| {
                if let (Some(uid), Some(flags)) = (fetch.uid(), fetch.flags()) {
                    told.insert(uid, flags.to_vec());
                }
                Ok(())
            };
            client.store(&set, add, &flags(words), &mut take).await?;
        }
        for (uid, flags) in told {
            let words = flags_in_words(&flags);
            match terminal.json {
                true => {
                    let flags: Vec<_> = flags.iter().map(|flag| String::from_utf8_lossy(flag)).collect();
                    terminal.json(&json!({ "uid": uid, "flags": flags }));
                }
                false => terminal.result(format!("{uid}  {}", escape_str(&words)).trim_end()),
            }
        }
        Ok(chosen.done(&uids, terminal))
    })
}

/// A table of messages that something would befall.
pub async fn show(imap: &mut imap::Imap, set: &SequenceSet, terminal: &Terminal) -> Result<(), Error> {
    let mut table = Table::new(&USUAL, imap.selected().and_then(|mailbox| mailbox.uid_next), terminal);
    imap.fetch(set, "(UID FLAGS RFC822.SIZE INTERNALDATE ENVELOPE)", &mut |fetch| {
        table.row(fetch);
        Ok(())
    })
    .await
}
