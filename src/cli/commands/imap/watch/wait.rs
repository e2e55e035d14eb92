//! `mailtool imap await`: until there is a message like that.

use std::time::Duration;

use clap::Args;
use tokio::time::Instant;

use super::super::Imap;
use super::super::conversation::{At, select};
use super::super::flag::show;
use super::super::search::Wanted;
use super::Connections;
use crate::base::Exit;
use crate::cli::args::period;
use crate::cli::error::Failure;
use crate::client::imap::{self, Woken};
use crate::proto::imap::Data;

/// Wait until there is a message like that, and show it
///
/// One that is there already will do. The server tells what happens (IDLE), or is asked every 15
/// seconds (--every); a connection that breaks is made again.
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
    #[command(flatten)]
    connections: Connections,
}

/// SEARCH, and again whenever something has happened.
pub fn await_message(args: &Await, imap: &Imap, at: At<'_>) -> Result<Exit, Failure> {
    let terminal = at.1;
    if args.wanted.is_anything() {
        return Err(Failure::usage("QUERY", "what is awaited is expected: all is any message"));
    }
    let question = args.wanted.question()?;
    let until = args.period.map(|period| Instant::now() + period);
    let (lasting, patience) = (args.connections.last(until), args.connections.patience());
    let done = lasting.converse(imap, at, async |client| {
        select(client, imap, false).await?;
        loop {
            let before = counted(client);
            let found = question.ask(client).await?;
            if !found.is_empty() {
                show(client, &found, terminal).await?;
                return Ok(Some(Exit::Ok));
            }
            // What came meanwhile may not have been looked at, and is told only once.
            if counted(client) != before && until.is_none_or(|until| Instant::now() < until) {
                continue;
            }
            if client.wait(patience, until, &mut |data| Ok(is_change(data))).await? == Woken::Over {
                return Ok(None);
            }
        }
    })?;
    Ok(done.unwrap_or(Exit::NotFound))
}

/// How often the server has said how many messages there are.
fn counted(client: &imap::Imap) -> u64 {
    client.selected().map_or(0, |mailbox| mailbox.counted)
}

/// Something has happened to messages.
fn is_change(data: &Data) -> bool {
    matches!(data, Data::Exists(_) | Data::Expunge(_) | Data::Fetch(_) | Data::Vanished { .. })
}
