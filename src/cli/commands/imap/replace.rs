//! `mailtool imap replace`: a message into the place of another one.

use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use super::Imap;
use super::append::{Item, Marks, letter, misfit, tell};
use super::conversation::{At, Trouble};
use super::each::{Chosen, each, present};
use super::targets::Count;
use crate::base::Exit;
use crate::base::escape::escape_str;
use crate::cli::error::Failure;
use crate::cli::terminal::Terminal;
use crate::client::imap::{self, Appended};
use crate::proto::imap::SequenceSet;
use crate::transcript::Weight;

/// Put a message into the place of another one, as drafts are kept (REPLACE, RFC 8508)
///
/// The new message has the flags of the old one, and those of --flags. A server without REPLACE is given the new message
/// first; then the old one, and nothing else, is marked as deleted and expunged (UID EXPUNGE).
///
/// With --json {"file","mailbox","octets","uid","uidvalidity"}.
///
/// Exit codes: 1 there is no such message, 3 the new message is there and so is the old one, 65 too large or
/// empty, 69 the server can do neither.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  mailtool imap replace 42 draft.eml -m Drafts -s pepe@imap.example.org")]
pub struct Replace {
    /// Which message: its UID, last, or its URL
    #[arg(value_name = "UID")]
    old: String,
    /// The new message; - is standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    marks: Marks,
    /// Show what would be done, and do nothing
    #[arg(long)]
    dry_run: bool,
}

/// REPLACE, or what stands in for it.
pub fn run(args: &Replace, imap: &Imap, at: At<'_>) -> Result<Exit, Failure> {
    let mut item = Item::file(&args.file)?;
    args.marks.mark(&mut item);
    let words = [args.old.clone()];
    each(imap, at, (&words, Count { seq: false }), !args.dry_run, async |client, chosen| {
        args.replace(client, chosen, &mut item, at.1).await
    })
}

impl Replace {
    async fn replace(
        &self,
        client: &mut imap::Imap,
        chosen: &Chosen<'_>,
        item: &mut Item,
        terminal: &Terminal,
    ) -> Result<Exit, Trouble> {
        let old = match present(client, chosen).await?.0[..] {
            [old] => old,
            [] => return Ok(chosen.done(&[], terminal)),
            _ => return Err(Failure::usage("UID", "one message is replaced, not several").into()),
        };
        let mailbox = client.selected().map(|mailbox| mailbox.name.clone()).unwrap_or_default();
        let limit = client.append_limit(&mailbox).await?;
        if let Some(why) = misfit(item, client, limit) {
            return Err(Failure::new(Exit::Data, why).into());
        }
        let at_once = client.has("REPLACE");
        if !at_once && !client.can_expunge_some() {
            let text =
                "the server can neither replace a message (REPLACE) nor expunge it alone (UIDPLUS): nothing was done";
            return Err(Failure::new(Exit::Unavailable, text).into());
        }
        inherit(client, old, item).await?;
        if self.dry_run {
            would(old, item, terminal);
            return Ok(Exit::Ok);
        }
        match at_once {
            true => {
                let new =
                    client.replace(old, &mailbox, &letter(item), &mut item.lines().map_err(Failure::from)?).await?;
                tell(item, &mailbox, new.as_ref(), terminal);
                Ok(Exit::Ok)
            }
            false => one_by_one(client, old, &mailbox, item, terminal).await,
        }
    }
}

/// The flags of the old message.
async fn inherit(client: &mut imap::Imap, old: u32, item: &mut Item) -> Result<(), Trouble> {
    let set = SequenceSet::from_numbers([old]);
    client
        .fetch(&set, "(UID FLAGS)", &mut |fetch| {
            for flag in fetch.flags().unwrap_or_default() {
                let flag = String::from_utf8_lossy(flag).into_owned();
                let lasts = !["\\Recent", "\\Deleted"].iter().any(|none| flag.eq_ignore_ascii_case(none));
                if lasts && !item.flags.iter().any(|known| known.eq_ignore_ascii_case(&flag)) {
                    item.flags.push(flag);
                }
            }
            Ok(())
        })
        .await?;
    Ok(())
}

fn would(old: u32, item: &Item, terminal: &Terminal) {
    match terminal.json {
        true => terminal.json(&json!({ "would": "REPLACE", "uid": old, "with": item.file, "flags": item.flags })),
        false => terminal.result(&escape_str(&format!("would REPLACE {old} with {}", item.file))),
    }
}

/// The new message is there before the old one goes.
async fn one_by_one(
    client: &mut imap::Imap,
    old: u32,
    mailbox: &str,
    item: &Item,
    terminal: &Terminal,
) -> Result<Exit, Trouble> {
    terminal
        .note(Weight::Info, "the server cannot replace a message (REPLACE): the new one comes, then the old one goes");
    let mut lines = item.lines().map_err(Failure::from)?;
    let new: Option<Appended> = client.append(mailbox, &[letter(item)], &mut lines).await?.first().copied();
    tell(item, mailbox, new.as_ref(), terminal);
    let set = SequenceSet::from_numbers([old]);
    let gone = async {
        client.store(&set, true, &["\\Deleted".to_owned()], &mut |_| Ok(())).await?;
        client.expunge(Some(&set)).await
    };
    match gone.await {
        Ok(_) => Ok(Exit::Ok),
        Err(error) => {
            let text = format!("the new message is there, and so is UID {old}: {error}");
            Err(Failure::new(Exit::Partial, text).into())
        }
    }
}
