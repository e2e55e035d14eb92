//! `mailtool imap expunge`: what is marked as deleted goes.

use clap::Args;
use serde_json::json;

use super::Imap;
use super::conversation::{At, Need, Trouble, converse, select};
use super::each::each;
use super::flag::show;
use super::targets::Count;
use crate::base::Exit;
use crate::cli::error::Failure;
use crate::cli::terminal::Terminal;
use crate::client::imap::{self, Error};
use crate::proto::imap::SequenceSet;
use crate::transcript::Weight;

/// Remove messages that are marked as deleted (EXPUNGE, UID EXPUNGE)
///
/// With SEL only those of them; the others that are marked stay. Without SEL all that are marked.
/// `imap flag SEL --add deleted` marks.
///
/// With --json {"expunged"}: how many.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  mailtool imap expunge 1:20 -s pepe@imap.example.org
  mailtool imap expunge --dry-run -s pepe@imap.example.org")]
pub struct Expunge {
    /// Which messages [default: all that are marked]
    #[arg(value_name = "SEL")]
    messages: Vec<String>,
    #[command(flatten)]
    count: Count,
    /// Show which would go, and do nothing
    #[arg(long)]
    dry_run: bool,
}

/// EXPUNGE.
pub fn run(args: &Expunge, imap: &Imap, at: At<'_>) -> Result<Exit, Failure> {
    let write = !args.dry_run;
    match args.messages.is_empty() {
        true => converse(imap, at, Need::Login, async |client| {
            select(client, imap, write).await?;
            let marked = client.search("DELETED").await?;
            args.expunge(client, &marked, at.1).await
        }),
        false => each(imap, at, (&args.messages, args.count), write, async |client, chosen| {
            let marked = marked(client, &chosen.set).await?;
            args.expunge(client, &marked, at.1).await
        }),
    }
}

impl Expunge {
    async fn expunge(&self, imap: &mut imap::Imap, marked: &SequenceSet, terminal: &Terminal) -> Result<Exit, Trouble> {
        let some = !self.messages.is_empty();
        if marked.is_empty() {
            terminal.note(Weight::Info, "none of these messages is marked as deleted");
            return Ok(Exit::NotFound);
        }
        if self.dry_run {
            show(imap, marked, terminal).await?;
            return Ok(Exit::Ok);
        }
        if some && !imap.can_expunge_some() {
            let text = "the server cannot expunge some messages alone (UIDPLUS): nothing was done";
            let hint = "without SEL all that are marked as deleted go";
            return Err(Failure::new(Exit::Unavailable, text).hint(hint).into());
        }
        let gone = imap.expunge(some.then_some(marked)).await?;
        match terminal.json {
            true => terminal.json(&json!({ "expunged": gone })),
            false => terminal.result(&format!("{gone} expunged")),
        }
        Ok(Exit::Ok)
    }
}

/// Those of a set that are marked as deleted.
async fn marked(imap: &mut imap::Imap, set: &SequenceSet) -> Result<SequenceSet, Error> {
    let mut marked = Vec::new();
    imap.fetch(set, "(UID FLAGS)", &mut |fetch| {
        let deleted = |flag: &Vec<u8>| flag.eq_ignore_ascii_case(b"\\Deleted");
        if fetch.flags().is_some_and(|flags| flags.iter().any(deleted)) {
            marked.extend(fetch.uid());
        }
        Ok(())
    })
    .await?;
    Ok(SequenceSet::from_numbers(marked))
}
