//! `mailtool imap sort` and `thread`: what is found, in an order or by what answers what; the server does it.

use clap::Args;
use serde_json::json;

use super::Imap;
use super::conversation::{At, Need, Trouble, converse, converse_at, select};
use super::home::Home;
use super::search::{Question, Wanted};
use super::shown::Shown;
use crate::base::Exit;
use crate::cli::error::Failure;
use crate::client::imap;
use crate::proto::imap::SequenceSet;

/// Octets of a set that fit into any line.
const LONGEST: usize = 7000;

/// Which messages are like that, in an order (SORT, RFC 5256): one UID a line
///
/// ORDER: arrival, cc, date, from, size, subject, to, displayfrom, displayto; several with commas, and
/// a minus turns one round: subject,-date.
///
/// With --json one object a line: {"uid"}. Exit codes: 1 nothing was found, 69 the server cannot sort.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  mailtool imap sort -size -s pepe@imap.example.org
  mailtool imap sort subject,-date unseen -s pepe@imap.example.org")]
pub struct Sort {
    /// By what
    #[arg(value_name = "ORDER", allow_hyphen_values = true)]
    order: String,
    #[command(flatten)]
    wanted: Wanted,
    #[command(flatten)]
    shown: Shown,
}

/// What answers what (THREAD, RFC 5256): one UID a line, as far to the right as it is deep
///
/// By REFERENCES, REFS or ORDEREDSUBJECT, whichever the server offers.
///
/// With --json one object a line: {"uid","parent","depth"}.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  mailtool imap thread since:2026-11-01 -s pepe@imap.example.org")]
pub struct Thread {
    #[command(flatten)]
    wanted: Wanted,
}

/// The keys of SEARCH that name what is wanted, and what of it they find is meant. Sets that no line holds are found
/// among all.
async fn named(question: &Question, client: &mut imap::Imap) -> Result<(String, Option<SequenceSet>), Trouble> {
    if let Question::Keys(keys) = question {
        return Ok((keys.clone(), None));
    }
    let found = question.ask(client).await?;
    let keys = format!("UID {found}");
    let short = !found.is_empty() && keys.len() < LONGEST;
    Ok((if short { keys } else { "ALL".to_owned() }, Some(found)))
}

/// SORT.
pub fn sort(args: &Sort, imap: &Imap, at: At<'_>) -> Result<Exit, Failure> {
    let terminal = at.1;
    let order = args.order.split(',').map(criterion).collect::<Result<Vec<_>, _>>()?;
    let question = args.wanted.question()?;
    let home = Home::new(imap, None)?;
    converse_at(&home, imap, at, Need::Login, async |client| {
        if !client.has("SORT") {
            return Err(Failure::new(Exit::Unavailable, "the server cannot sort (SORT)").into());
        }
        select(client, imap, false).await?;
        let (keys, meant) = named(&question, client).await?;
        let mut found = client.sort(&format!("({})", order.join(" ")), &keys).await?;
        found.retain(|uid| meant.as_ref().is_none_or(|meant| meant.contains(*uid, u32::MAX)));
        let mailbox = home.url(client);
        args.shown.show(client, &found, &mailbox, terminal).await
    })
}

/// `REVERSE DATE` for `-date`.
fn criterion(word: &str) -> Result<String, Failure> {
    let known = ["ARRIVAL", "CC", "DATE", "FROM", "SIZE", "SUBJECT", "TO", "DISPLAYFROM", "DISPLAYTO"];
    let (reverse, name) = word.strip_prefix('-').map_or(("", word), |name| ("REVERSE ", name));
    let name = known.into_iter().find(|known| known.eq_ignore_ascii_case(name));
    let name = name.ok_or_else(|| Failure::usage("ORDER", format!("{word:?} is not one of {}", known.join(", "))));
    name.map(|name| format!("{reverse}{name}"))
}

/// THREAD.
pub fn threads(args: &Thread, imap: &Imap, at: At<'_>) -> Result<Exit, Failure> {
    let terminal = at.1;
    let question = args.wanted.question()?;
    converse(imap, at, Need::Login, async |client| {
        let offered = ["REFERENCES", "REFS", "ORDEREDSUBJECT"];
        let Some(algorithm) = offered.into_iter().find(|name| client.has(&format!("THREAD={name}"))) else {
            return Err(Failure::new(Exit::Unavailable, "the server knows no threads (THREAD)").into());
        };
        select(client, imap, false).await?;
        let (keys, meant) = named(&question, client).await?;
        let mut found = client.threads(algorithm, &keys).await?;
        found.retain(|member| meant.as_ref().is_none_or(|meant| meant.contains(member.number, u32::MAX)));
        for member in &found {
            let (uid, depth) = (member.number, member.depth);
            match terminal.json {
                true => terminal.json(&json!({ "uid": uid, "parent": member.parent, "depth": depth })),
                false => terminal.result(&format!("{}{uid}", "  ".repeat(depth.min(100)))),
            }
        }
        Ok(if found.is_empty() { Exit::NotFound } else { Exit::Ok })
    })
}
