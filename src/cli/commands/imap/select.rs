//! `mailtool imap select`: what the server says of a mailbox when it is opened.

use clap::Args;
use serde_json::json;

use super::Imap;
use super::conversation::{At, Need, converse, select};
use crate::base::Exit;
use crate::base::escape::escape_str;
use crate::cli::error::Failure;

/// What the server says of --mailbox when it is opened (EXAMINE, SELECT)
///
/// With --json {"mailbox","exists","uidvalidity","uidnext","highestmodseq","flags","permanentflags","read_only"}.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  mailtool imap select -s pepe@imap.example.org
  mailtool imap select --write --json -q -m Sent -s pepe@imap.example.org")]
pub struct Select {
    /// Open it to be written to: whether that can be done, and with which flags
    #[arg(long)]
    write: bool,
}

/// EXAMINE.
pub fn run(args: &Select, imap: &Imap, at: At<'_>) -> Result<Exit, Failure> {
    let terminal = at.1;
    converse(imap, at, Need::Login, async |client| {
        select(client, imap, args.write).await?;
        let Some(mailbox) = client.selected() else { return Ok(Exit::NotFound) };
        let words = |flags: &[Vec<u8>]| -> Vec<String> {
            flags.iter().map(|flag| String::from_utf8_lossy(flag).into_owned()).collect()
        };
        let permanent = mailbox.permanent_flags.as_deref().map(words);
        let flags = words(&mailbox.flags);
        if terminal.json {
            terminal.json(&json!({
                "mailbox": mailbox.name, "exists": mailbox.exists, "uidvalidity": mailbox.uid_validity,
                "uidnext": mailbox.uid_next, "highestmodseq": mailbox.highest_mod_seq, "flags": flags,
                "permanentflags": permanent, "read_only": mailbox.read_only,
            }));
            return Ok(Exit::Ok);
        }
        let number = |number: Option<u64>| number.map_or_else(|| "-".to_owned(), |number| number.to_string());
        for (name, value) in [
            ("exists", mailbox.exists.to_string()),
            ("uidvalidity", number(mailbox.uid_validity.map(u64::from))),
            ("uidnext", number(mailbox.uid_next.map(u64::from))),
            ("highestmodseq", number(mailbox.highest_mod_seq)),
            ("flags", flags.join(" ")),
            ("permanentflags", permanent.map_or_else(|| "-".to_owned(), |flags| flags.join(" "))),
        ] {
            terminal.result(format!("{name:<15}  {}", escape_str(&value)).trim_end());
        }
        Ok(Exit::Ok)
    })
}
