//! `mailtool imap copy` and `move`: messages into another mailbox.

use std::slice;

use clap::Args;
use serde_json::json;

use super::Imap;
use super::conversation::At;
use super::each::{each, present};
use super::flag::show;
use super::targets::Count;
use crate::base::Exit;
use crate::base::escape::escape_str;
use crate::cli::error::Failure;
use crate::cli::terminal::Terminal;
use crate::client::imap::Moved;

/// Copy messages into another mailbox (COPY)
///
/// Standard output tells their UIDs there, if the server does (COPYUID); with --json
/// {"from","to","mailbox","uidvalidity"}, whose sets correspond number by number.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  mailtool imap copy 1:20,42 Archive -s pepe@imap.example.org")]
pub struct Copy {
    #[command(flatten)]
    transfer: Transfer,
}

/// Move messages into another mailbox (MOVE)
///
/// Where the server has no MOVE, they are copied, marked as deleted, and those alone are expunged (UIDPLUS).
/// Where it has that neither nothing is done, unless --all-deleted lets go all that are marked as
/// deleted.
///
/// Standard output as that of copy.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  mailtool imap move 1:20,42 Archive -s pepe@imap.example.org
  mailtool imap move last:100 Archive --dry-run -s pepe@imap.example.org
  mailtool imap search older:1y --urls -s pepe@imap.example.org | mailtool imap move - Archive")]
pub struct Move {
    #[command(flatten)]
    transfer: Transfer,
    /// Where it must be, expunge all messages that are marked as deleted
    #[arg(long)]
    all_deleted: bool,
}

/// What goes where.
#[derive(Debug, Args)]
struct Transfer {
    /// Which messages: UIDs with commas between (7, 1:5, 9:*), last, last:10, all; a query; a URL; - for lines of standard input
    #[arg(value_name = "SEL")]
    messages: String,
    /// Into which mailbox
    #[arg(value_name = "NAME")]
    to: String,
    #[command(flatten)]
    count: Count,
    /// Show which messages are meant, and do nothing
    #[arg(long)]
    dry_run: bool,
}

/// COPY.
pub fn copy(args: &Copy, imap: &Imap, at: At<'_>) -> Result<Exit, Failure> {
    transfer(&args.transfer, None, imap, at)
}

/// MOVE.
pub fn move_to(args: &Move, imap: &Imap, at: At<'_>) -> Result<Exit, Failure> {
    transfer(&args.transfer, Some(args.all_deleted), imap, at)
}

/// `away`: they are taken away, and whether others may go with them.
fn transfer(args: &Transfer, away: Option<bool>, imap: &Imap, at: At<'_>) -> Result<Exit, Failure> {
    let terminal = at.1;
    let (sel, write) = ((slice::from_ref(&args.messages), args.count), away.is_some() && !args.dry_run);
    each(imap, at, sel, write, async |client, chosen| {
        let (uids, set) = present(client, chosen).await?;
        if uids.is_empty() || args.dry_run {
            show(client, &set, terminal).await?;
            return Ok(chosen.done(&uids, terminal));
        }
        if away == Some(false) && !client.can_move() {
            let text = "the server can neither move messages nor expunge some alone (MOVE, UIDPLUS): nothing was done";
            let hint =
                "copy and flag --add deleted are possible; --all-deleted also expunges all others that are marked";
            return Err(Failure::new(Exit::Unavailable, text).hint(hint).into());
        }
        let moved = match away {
            None => client.copy(&set, &args.to).await?,
            Some(_) => client.move_to(&set, &args.to).await?,
        };
        tell(&moved, &args.to, terminal);
        Ok(chosen.done(&uids, terminal))
    })
}

fn tell(moved: &[Moved], mailbox: &str, terminal: &Terminal) {
    for Moved { validity, from, to } in moved {
        let (from, to) = (from.to_string(), to.to_string());
        match terminal.json {
            true => terminal.json(&json!({ "from": from, "to": to, "mailbox": mailbox, "uidvalidity": validity })),
            false => terminal.result(&format!("{from}  {} {to}", escape_str(mailbox))),
        }
    }
}
