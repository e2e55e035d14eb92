//! `mailtool imap sort` and `thread`: what is found, in an order or by what answers what; the server does it if it can.

use clap::Args;
use serde_json::json;

use super::Imap;
use super::conversation::{At, Need, Trouble, converse, converse_at, select};
use super::home::Home;
use super::search::{Question, Wanted};
use super::shown::Shown;
use crate::base::Exit;
use crate::cli::error::Failure;
use crate::cli::terminal::Terminal;
use crate::client::imap;
use crate::proto::imap::SequenceSet;
use crate::query::sort::{Criterion, Key};
use crate::query::thread::Algorithm;
use crate::transcript::Weight;

/// Octets of a set that fit into any line.
const LONGEST: usize = 7000;

/// Which messages are like that, in an order (SORT, RFC 5256): one UID a line
///
/// ORDER: arrival, cc, date, from, size, subject, to, displayfrom, displayto; several with commas, and
/// a minus turns one round: subject,-date.
///
/// A server that cannot sort is asked for what it takes to do it here.
///
/// With --json one object a line: {"uid"}. Exit code 1: nothing was found.
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
/// By REFERENCES, REFS or ORDEREDSUBJECT, whichever the server offers (--algorithm); where it offers none, by
/// REFERENCES, here.
///
/// With --json one object a line: {"uid","parent","depth"}.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  mailtool imap thread since:2026-11-01 -s pepe@imap.example.org")]
pub struct Thread {
    #[command(flatten)]
    wanted: Wanted,
    /// By which algorithm: references, orderedsubject (both are done here if the server does not), refs
    #[arg(long, value_name = "NAME", value_parser = ["references", "refs", "orderedsubject"], ignore_case = true)]
    algorithm: Option<String>,
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
    let home = Home::new(imap, None, at)?;
    converse_at(&home, imap, at, Need::Login, async |client| {
        select(client, imap, false).await?;
        let shown = order.iter().any(|one| matches!(one.key, Key::DisplayFrom | Key::DisplayTo));
        let found = if client.has(if shown { "SORT=DISPLAY" } else { "SORT" }) {
            let (keys, meant) = named(&question, client).await?;
            let order = order.iter().map(Criterion::to_string).collect::<Vec<_>>().join(" ");
            let mut found = client.sort(&format!("({order})"), &keys).await?;
            found.retain(|uid| meant.as_ref().is_none_or(|meant| meant.contains(*uid, u32::MAX)));
            found
        } else {
            terminal.note(Weight::Info, "the server cannot sort so (SORT): it is done here");
            let found = question.ask(client).await?;
            client.sort_here(&order, &found).await?
        };
        let mailbox = home.url(client);
        args.shown.show(client, &found, &mailbox, terminal).await
    })
}

/// `REVERSE DATE` for `-date`.
fn criterion(word: &str) -> Result<Criterion, Failure> {
    let (reverse, name) = word.strip_prefix('-').map_or((false, word), |name| (true, name));
    let key = Key::ALL.into_iter().find(|key| key.name().eq_ignore_ascii_case(name));
    let known = || Key::ALL.map(Key::name).join(", ");
    let key = key.ok_or_else(|| Failure::usage("ORDER", format!("{word:?} is not one of {}", known())))?;
    Ok(Criterion { key, reverse })
}

/// THREAD.
pub fn threads(args: &Thread, imap: &Imap, at: At<'_>) -> Result<Exit, Failure> {
    let terminal = at.1;
    let question = args.wanted.question()?;
    converse(imap, at, Need::Login, async |client| {
        select(client, imap, false).await?;
        let found = match algorithm(args, client, terminal)? {
            Known::Server(name) => {
                let (keys, meant) = named(&question, client).await?;
                let mut found = client.threads(&name, &keys).await?;
                found.retain(|member| meant.as_ref().is_none_or(|meant| meant.contains(member.number, u32::MAX)));
                found
            }
            Known::Here(algorithm) => {
                let found = question.ask(client).await?;
                client.threads_here(algorithm, &found).await?
            }
        };
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

/// Who knows an algorithm.
enum Known {
    Server(String),
    Here(Algorithm),
}

/// The one that is wanted, else the best that the server offers.
fn algorithm(args: &Thread, client: &imap::Imap, terminal: &Terminal) -> Result<Known, Failure> {
    let wanted = args.algorithm.as_ref().map(|name| name.to_ascii_uppercase());
    let any = || ["REFERENCES", "REFS", "ORDEREDSUBJECT"].map(str::to_owned).to_vec();
    let mut names = wanted.map_or_else(any, |name| vec![name]);
    if let Some(at) = names.iter().position(|name| client.has(&format!("THREAD={name}"))) {
        return Ok(Known::Server(names.swap_remove(at)));
    }
    let here = [Algorithm::References, Algorithm::OrderedSubject];
    let algorithm = here.into_iter().find(|algorithm| names.iter().any(|name| name == algorithm.name()));
    let cannot = || Failure::new(Exit::Unavailable, "the server does not know REFS (THREAD), nor do we");
    terminal.note(Weight::Info, "the server knows no such threads (THREAD): it is done here");
    Ok(Known::Here(algorithm.ok_or_else(cannot)?))
}
