//! `mailtool imap flag`: what is remarked on messages.

use std::collections::{BTreeMap, BTreeSet};

use clap::Args;
use serde_json::json;

use super::Imap;
use super::changes::{check_counted, mod_seq};
use super::conversation::At;
use super::each::{each, present};
use super::targets::Messages;
use crate::base::Exit;
use crate::base::escape::escape_str;
use crate::cli::error::Failure;
use crate::cli::output::imap::message::{Table, USUAL, flags_in_words};
use crate::cli::terminal::Terminal;
use crate::client::imap::{self, Error};
use crate::proto::imap::{Fetch, SequenceSet};
use crate::transcript::Weight;

/// Add flags to messages and take others away (STORE)
///
/// seen, answered, flagged, deleted, draft; any other word is a keyword: $work, Junk. Standard output
/// gets what flags the messages have then; what the server did not do, though it said OK, is told, and is exit 69.
///
/// With --json one object a line: {"uid","flags"}, and "modseq" where the server tells it.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  mailtool imap flag 1:20 --add seen -s pepe@imap.example.org
  mailtool imap flag last --add flagged '$work' --remove seen -s pepe@imap.example.org
  mailtool imap flag 7 --add '$claimed' --unchanged-since 42 -s pepe@imap.example.org
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
    /// Only those that nobody has changed behind this MODSEQ (CONDSTORE, RFC 7162 §3.1.3); the others are told, with --json {"uid","modified"}, and are exit 1, or 3 beside those that were done
    #[arg(long, value_name = "MODSEQ")]
    pub unchanged_since: Option<u64>,
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
        if args.unchanged_since.is_some() {
            check_counted(client)?;
        }
        let (uids, set) = present(client, chosen).await?;
        let stored = match uids.is_empty() || args.dry_run {
            true => {
                show(client, &set, terminal).await?;
                Stored { left: args.would_leave(client, &set).await?, ..Stored::default() }
            }
            false => args.store(client, &uids).await?,
        };
        for (uid, known) in &stored.told {
            tell(*uid, known, terminal);
            args.undone(&known.flags).for_each(|undone| terminal.note(Weight::Warning, format!("UID {uid}: {undone}")));
        }
        for uid in &stored.left {
            let since = args.unchanged_since.unwrap_or_default();
            terminal
                .note(Weight::Warning, format!("UID {uid}: it was changed behind MODSEQ {since}, and is left alone"));
            if terminal.json {
                terminal.json(&json!({ "uid": uid, "modified": true }));
            }
        }
        let exit = |uid: &u32| match stored.told.get(uid) {
            _ if stored.left.contains(uid) => Exit::NotFound,
            Some(known) if args.undone(&known.flags).next().is_some() => Exit::Unavailable,
            _ => Exit::Ok,
        };
        Ok(Exit::of_all(chosen.missing(&uids, terminal).into_iter().chain(uids.iter().map(exit))))
    })
}

/// What is known of a message whose flags were changed.
#[derive(Default)]
struct Known {
    flags: Vec<Vec<u8>>,
    mod_seq: Option<u64>,
}

/// What came of it.
#[derive(Default)]
struct Stored {
    /// By UID.
    told: BTreeMap<u32, Known>,
    /// UIDs that somebody else has changed.
    left: BTreeSet<u32>,
}

impl Flag {
    async fn store(&self, imap: &mut imap::Imap, uids: &[u32]) -> Result<Stored, Error> {
        let mut stored = Stored::default();
        let mut unchanged_since = self.unchanged_since;
        for (add, words) in [(true, &self.add), (false, &self.remove)] {
            let set = SequenceSet::from_numbers(uids.iter().copied().filter(|uid| !stored.left.contains(uid)));
            if words.is_empty() || set.is_empty() {
                continue;
            }
            let mut take = |fetch: &Fetch| {
                // Others may be told of by the way.
                if let (Some(uid), Some(flags)) =
                    (fetch.uid().filter(|uid| uids.binary_search(uid).is_ok()), fetch.flags())
                {
                    stored.told.insert(uid, Known { flags: flags.to_vec(), mod_seq: mod_seq(fetch) });
                }
                Ok(())
            };
            let what = imap::Stored { add, flags: &flags(words), unchanged_since };
            let modified = imap.store_unchanged(&set, what, &mut take).await?;
            for range in modified.ascending().ranges() {
                let (low, high) = range.bounds(u32::MAX);
                let (from, to) = (uids.partition_point(|uid| *uid < low), uids.partition_point(|uid| *uid <= high));
                stored.left.extend(uids.get(from..to).unwrap_or_default());
            }
            stored.told.retain(|uid, _| !stored.left.contains(uid));
            // What we changed ourselves counts no more.
            let own = stored.told.values().filter_map(|known| known.mod_seq).max();
            unchanged_since = unchanged_since.and(own);
        }
        Ok(stored)
    }

    /// What the server did not do of what was asked, though a message has these flags now.
    fn undone(&self, now: &[Vec<u8>]) -> impl Iterator<Item = String> {
        let has = |flag: &String| now.iter().any(|one| one.eq_ignore_ascii_case(flag.as_bytes()));
        let (added, removed) = (flags(&self.add), flags(&self.remove));
        let unset = added.clone().into_iter().filter(move |flag| !has(flag));
        let kept = removed.into_iter().filter(move |flag| has(flag) && !added.contains(flag));
        let unset = unset.map(|flag| format!("the server has not set {flag}, though it said OK"));
        unset.chain(kept.map(|flag| format!("the server has kept {flag}, though it said OK")))
    }

    /// Those that somebody else has changed.
    async fn would_leave(&self, imap: &mut imap::Imap, set: &SequenceSet) -> Result<BTreeSet<u32>, Error> {
        let mut left = BTreeSet::new();
        let Some(since) = self.unchanged_since else { return Ok(left) };
        imap.fetch(set, "(UID MODSEQ)", &mut |fetch| {
            left.extend(fetch.uid().filter(|_| mod_seq(fetch).is_some_and(|number| number > since)));
            Ok(())
        })
        .await?;
        Ok(left)
    }
}

fn tell(uid: u32, known: &Known, terminal: &Terminal) {
    if !terminal.json {
        let words = flags_in_words(&known.flags);
        return terminal.result(format!("{uid}  {}", escape_str(&words)).trim_end());
    }
    let flags: Vec<_> = known.flags.iter().map(|flag| String::from_utf8_lossy(flag)).collect();
    match known.mod_seq {
        Some(number) => terminal.json(&json!({ "uid": uid, "flags": flags, "modseq": number })),
        None => terminal.json(&json!({ "uid": uid, "flags": flags })),
    }
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
