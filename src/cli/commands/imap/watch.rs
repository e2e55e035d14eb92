//! `mailtool imap watch` and `await`: what happens in a mailbox, as it happens.

use std::time::Duration;

use clap::Args;
use serde_json::{Value, json};
use tokio::time::Instant;

use super::Imap;
use super::conversation::{At, Need, Trouble, converse, select};
use super::flag::show;
use super::search::Wanted;
use crate::base::Exit;
use crate::base::escape::escape_str;
use crate::cli::error::Failure;
use crate::cli::output::imap::message::{flags_in_words, object};
use crate::cli::terminal::Terminal;
use crate::client::imap::{self, Error};
use crate::proto::imap::{Data, Fetch, SequenceSet};

/// What happens in a mailbox, as it happens (IDLE)
///
/// Messages that come, flags that change, messages that go. A server without IDLE is asked every 15
/// seconds.
///
/// With --json one object a line: {"event":"new","uid","flags","size","date","envelope"}, {"event":"flags","n","flags"},
/// {"event":"gone","n"} or {"event":"gone","uids"}.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  mailtool imap watch -q -s pepe@imap.example.org
  mailtool imap watch --for 1h --json -q -m Lists/rust -s pepe@imap.example.org")]
pub struct Watch {
    /// How long: 30s, 10m, 2h [default: for ever]
    #[arg(long = "for", value_name = "DURATION", value_parser = period)]
    period: Option<Duration>,
    /// End with the first message that comes
    #[arg(long)]
    once: bool,
}

/// Wait until there is a message like that, and show it
///
/// One that is there already will do.
///
/// With --json as fetch. Exit code 1: none came in time.
#[derive(Debug, Args)]
#[command(after_help = "Example:
  mailtool imap await 'subject:\"token 123\"' --for 60s -q --json -s pepe@imap.example.org")]
pub struct Await {
    #[command(flatten)]
    wanted: Wanted,
    /// How long: 30s, 10m, 2h [default: for ever]
    #[arg(long = "for", value_name = "DURATION", value_parser = period)]
    period: Option<Duration>,
}

/// A number with s, m or h behind it; without, seconds.
fn period(text: &str) -> Result<Duration, String> {
    let (number, unit) = match text.strip_suffix(['s', 'm', 'h']) {
        Some(number) => (number, text.chars().last()),
        None => (text, None),
    };
    let seconds = match unit {
        Some('m') => 60.0,
        Some('h') => 3600.0,
        _ => 1.0,
    };
    let number: Option<f64> =
        number.parse().ok().filter(|number: &f64| number.is_finite() && (0.0..=1e6).contains(number));
    let number = number.ok_or("a duration is expected: 30s, 10m, 2h")?;
    Ok(Duration::from_secs_f64(number * seconds))
}

/// What is asked of a message that is new.
const ITEMS: &str = "(UID FLAGS RFC822.SIZE INTERNALDATE ENVELOPE)";

/// IDLE.
pub fn watch(args: &Watch, imap: &Imap, at: At<'_>) -> Result<Exit, Failure> {
    let terminal = at.1;
    let until = args.period.map(|period| Instant::now() + period);
    converse(imap, at, Need::Login, async |client| {
        select(client, imap, false).await?;
        let mut next = next_uid(client).await?;
        while until.is_none_or(|until| Instant::now() < until) {
            let news = &mut |data: &Data| {
                tell(data, terminal);
                Ok(())
            };
            let happened = client.wait(until, news).await?;
            let came = happened && new(client, &mut next, terminal).await?;
            terminal.flush();
            if came && args.once {
                return Ok(Exit::Ok);
            }
        }
        Ok(if args.once { Exit::NotFound } else { Exit::Ok })
    })
}

/// The UID from which on messages are new.
async fn next_uid(imap: &mut imap::Imap) -> Result<u32, Trouble> {
    if let Some(next) = imap.selected().and_then(|mailbox| mailbox.uid_next).filter(|next| *next > 0) {
        return Ok(next);
    }
    let known = imap.sizes(&SequenceSet::all()).await?;
    Ok(known.last().map_or(1, |(uid, _)| uid.saturating_add(1)))
}

/// Tells the messages that have come; `*` is always one of the set, new or not.
async fn new(imap: &mut imap::Imap, next: &mut u32, terminal: &Terminal) -> Result<bool, Error> {
    let from = *next;
    imap.fetch(&SequenceSet::onwards(from), ITEMS, &mut |fetch| {
        let Some(uid) = fetch.uid().filter(|uid| *uid >= from) else { return Ok(()) };
        *next = (*next).max(uid.saturating_add(1));
        arrived(fetch, uid, terminal);
        Ok(())
    })
    .await?;
    Ok(*next > from)
}

fn arrived(fetch: &Fetch, uid: u32, terminal: &Terminal) {
    let mut event = object(fetch);
    if terminal.json {
        if let Value::Object(event) = &mut event {
            event.insert("event".to_owned(), "new".into());
        }
        return terminal.json(&event);
    }
    let subject = event.pointer("/envelope/subject").and_then(Value::as_str).unwrap_or("-");
    terminal.result(&format!("new    {uid}  {}", escape_str(subject)));
}

fn tell(data: &Data, terminal: &Terminal) {
    let (event, words) = match data {
        Data::Expunge(number) => (json!({ "event": "gone", "n": number }), format!("gone   number {number}")),
        Data::Vanished { uids, .. } => {
            let uids = uids.to_string();
            (json!({ "event": "gone", "uids": uids }), format!("gone   {uids}"))
        }
        Data::Fetch(fetch) => {
            let Some(flags) = fetch.flags() else { return };
            let words = flags_in_words(flags);
            let list: Vec<_> = flags.iter().map(|flag| String::from_utf8_lossy(flag)).collect();
            let event = json!({ "event": "flags", "n": fetch.number, "uid": fetch.uid(), "flags": list });
            (event, format!("flags  number {}  {words}", fetch.number))
        }
        _ => return,
    };
    match terminal.json {
        true => terminal.json(&event),
        false => terminal.result(&escape_str(&words)),
    }
}

/// SEARCH, and again whenever something has happened.
pub fn await_message(args: &Await, imap: &Imap, at: At<'_>) -> Result<Exit, Failure> {
    let terminal = at.1;
    if args.wanted.is_anything() {
        return Err(Failure::usage("QUERY", "what is awaited is expected: all is any message"));
    }
    let question = args.wanted.question()?;
    let until = args.period.map(|period| Instant::now() + period);
    converse(imap, at, Need::Login, async |client| {
        select(client, imap, false).await?;
        loop {
            let found = question.ask(client).await?;
            if !found.is_empty() {
                show(client, &found, terminal).await?;
                return Ok(Exit::Ok);
            }
            if !client.wait(until, &mut |_| Ok(())).await? {
                return Ok(Exit::NotFound);
            }
        }
    })
}
