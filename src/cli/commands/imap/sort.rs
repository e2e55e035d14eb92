//! `mailtool imap sort` and `thread`: what is found, in an order or by what answers what; the server does it.

use clap::Args;
use serde_json::json;

use super::Imap;
use super::conversation::{At, Need, converse, select};
use crate::base::Exit;
use crate::cli::error::Failure;

/// Which messages are like that, in an order (SORT, RFC 5256): one UID a line
///
/// ORDER: arrival, cc, date, from, size, subject, to, displayfrom, displayto; several with commas, and
/// a minus turns one round: subject,-date.
///
/// With --json one object a line: {"uid"}. Exit codes: 1 nothing was found, 69 the server cannot sort.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  mailtool imap sort -size -s pepe@imap.example.org
  mailtool imap sort subject,-date --keys UNSEEN -s pepe@imap.example.org")]
pub struct Sort {
    /// By what
    #[arg(value_name = "ORDER", allow_hyphen_values = true)]
    order: String,
    /// The keys of SEARCH, verbatim
    #[arg(long, value_name = "SEARCH KEYS", default_value = "ALL")]
    keys: String,
}

/// What answers what (THREAD, RFC 5256): one UID a line, as far to the right as it is deep
///
/// By REFERENCES, REFS or ORDEREDSUBJECT, whichever the server offers.
///
/// With --json one object a line: {"uid","parent","depth"}.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  mailtool imap thread --keys 'SINCE 1-Nov-2026' -s pepe@imap.example.org")]
pub struct Thread {
    /// The keys of SEARCH, verbatim
    #[arg(long, value_name = "SEARCH KEYS", default_value = "ALL")]
    keys: String,
}

/// SORT.
pub fn sort(args: &Sort, imap: &Imap, at: At<'_>) -> Result<Exit, Failure> {
    let terminal = at.1;
    let order = args.order.split(',').map(criterion).collect::<Result<Vec<_>, _>>()?;
    converse(imap, at, Need::Login, async |client| {
        if !client.has("SORT") {
            return Err(Failure::new(Exit::Unavailable, "the server cannot sort (SORT)").into());
        }
        select(client, imap, false).await?;
        let found = client.sort(&format!("({})", order.join(" ")), &args.keys).await?;
        for uid in &found {
            match terminal.json {
                true => terminal.json(&json!({ "uid": uid })),
                false => terminal.result(&uid.to_string()),
            }
        }
        Ok(if found.is_empty() { Exit::NotFound } else { Exit::Ok })
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
    converse(imap, at, Need::Login, async |client| {
        let offered = ["REFERENCES", "REFS", "ORDEREDSUBJECT"];
        let Some(algorithm) = offered.into_iter().find(|name| client.has(&format!("THREAD={name}"))) else {
            return Err(Failure::new(Exit::Unavailable, "the server knows no threads (THREAD)").into());
        };
        select(client, imap, false).await?;
        let found = client.threads(algorithm, &args.keys).await?;
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
