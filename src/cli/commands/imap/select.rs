//! `mailtool imap select`: what the server says of a mailbox when it is opened.

use clap::Args;
use serde_json::json;

use super::Imap;
use super::changes::{check_counted, check_resync, remembered, tell};
use super::conversation::{At, Need, Trouble, check_selected, converse, select};
use crate::base::Exit;
use crate::base::escape::escape_str;
use crate::cli::error::Failure;
use crate::cli::terminal::Terminal;
use crate::client::imap::{self, Change, Remembered};
use crate::transcript::Weight;

/// What the server says of --mailbox when it is opened (EXAMINE, SELECT)
///
/// With --qresync lines before that say which messages are gone and which are new or have other flags.
/// Whoever keeps the new HIGHESTMODSEQ for the next time should have worked through those first.
///
/// With --json {"mailbox","exists","uidvalidity","uidnext","highestmodseq","flags","permanentflags","read_only"};
/// before it {"vanished"} and {"uid","flags","modseq"}.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  mailtool imap select -s pepe@imap.example.org
  mailtool imap select --qresync 1795429769:42 --json -q -s pepe@imap.example.org
  mailtool imap select --write --json -q -m Sent -s pepe@imap.example.org")]
pub struct Select {
    /// Open it to be written to: whether that can be done, and with which flags
    #[arg(long)]
    write: bool,
    /// Tell first what has changed since it was as it is remembered (QRESYNC, RFC 7162): UIDVALIDITY:MODSEQ, or UIDVALIDITY:MODSEQ:UIDS where only these were known. Another UIDVALIDITY by now is exit 1
    #[arg(long, value_name = "UIDVALIDITY:MODSEQ[:UIDS]", value_parser = remembered)]
    pub qresync: Option<Remembered>,
}

/// EXAMINE (QRESYNC …).
async fn reselect(
    client: &mut imap::Imap,
    args: &Imap,
    write: bool,
    known: &Remembered,
    terminal: &Terminal,
) -> Result<(), Trouble> {
    check_resync(client)?;
    let mut each = |change: Change<'_>| {
        tell(change, terminal);
        Ok(())
    };
    let mailbox = client.reselect(&args.mailbox, write, known, &mut each).await?.clone();
    check_selected(&mailbox, Some(known.uid_validity), write)?;
    check_counted(client)?;
    if let Some(highest) = mailbox.highest_mod_seq.filter(|highest| *highest < known.mod_seq) {
        let text =
            format!("HIGHESTMODSEQ is {highest}, below {}: what is remembered is not of this mailbox", known.mod_seq);
        terminal.note(Weight::Warning, text);
    }
    Ok(())
}

/// EXAMINE.
pub fn run(args: &Select, imap: &Imap, at: At<'_>) -> Result<Exit, Failure> {
    let terminal = at.1;
    converse(imap, at, Need::Login, async |client| {
        match &args.qresync {
            None => select(client, imap, args.write).await?,
            Some(known) => reselect(client, imap, args.write, known, terminal).await?,
        }
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
