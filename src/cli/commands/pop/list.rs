//! `mailtool pop list` and `uidl`: what is in the maildrop.

use clap::Args;

use super::Pop;
use super::conversation::{At, Chosen, Need, Trouble, choose, converse, selection};
use super::criteria::Criteria;
use crate::base::Exit;
use crate::cli::error::Failure;
use crate::cli::output::pop::{Columns, Row, Table};
use crate::client::pop3::{Ask, Entry, Error, Pop3, Search};
use crate::mime::summary::Summary;
use crate::proto::pop3::{Command, Verb};

/// The most octets of a header that are looked at.
const MAX_HEADER: usize = 64 * 1024;

/// The messages with their numbers and sizes (LIST)
///
/// What is odd about the list is told beside it: lines that are none, two messages with one
/// unique-id, a server without unique-ids.
///
/// With --json one object a line: {"n","octets","uidl"?,"from"?,"subject"?,"date"?}.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  mailtool pop list -s pepe@mail.example.org
  mailtool pop list last:10 --headers -s pepe@mail.example.org
  mailtool pop list --uidl --json -q -s pepe@mail.example.org
  mailtool pop list --where 'older:30d larger:5M' --headers -s pepe@mail.example.org")]
pub struct List {
    /// Which messages [default: all]
    #[arg(value_name = "SEL")]
    messages: Vec<String>,
    #[command(flatten)]
    criteria: Criteria,
    /// Also who wrote what and when, from the header of each (TOP n 0)
    #[arg(long)]
    headers: bool,
    /// Also what names them from session to session (UIDL)
    #[arg(long)]
    uidl: bool,
}

/// The messages with their unique-ids, which name them from session to session (UIDL)
///
/// With --json one object a line: {"n","uidl"}.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  mailtool pop uidl -s pepe@mail.example.org
  mailtool pop uidl 3 -s pepe@mail.example.org")]
pub struct Uidl {
    /// Which messages [default: all]
    #[arg(value_name = "SEL")]
    messages: Vec<String>,
}

/// LIST, with UIDL and TOP if wanted.
pub fn list(args: &List, pop: &Pop, at: At<'_>) -> Result<Exit, Failure> {
    let columns = Columns { octets: true, uidl: args.uidl, headers: args.headers };
    tell(&args.messages, args.criteria.search()?.as_ref(), columns, pop, at)
}

/// UIDL.
pub fn uidl(args: &Uidl, pop: &Pop, at: At<'_>) -> Result<Exit, Failure> {
    tell(&args.messages, None, Columns { octets: false, uidl: true, headers: false }, pop, at)
}

fn tell(
    messages: &[String],
    search: Option<&Search>,
    columns: Columns,
    pop: &Pop,
    at: At<'_>,
) -> Result<Exit, Failure> {
    let selection = selection(messages)?;
    let ask = Ask { sizes: columns.octets, unique_ids: columns.uidl, one: None };
    converse(pop, at, Need::Login, async |pop3| {
        let Chosen { entries, mut exits } = choose(pop3, &selection, search, ask, at.1).await?;
        let mut table = Table::new(columns, &entries, at.1);
        show(pop3, &entries, &mut table).await?;
        exits.extend(entries.iter().map(|_| Exit::Ok));
        Ok(Exit::of_all(exits))
    })
}

/// A row for each, with what stands in its header if that is wanted.
pub(super) async fn show(pop3: &mut Pop3, entries: &[Entry], table: &mut Table<'_>) -> Result<(), Trouble> {
    if !table.columns.headers {
        entries.iter().for_each(|entry| table.row(&Row::new(entry, None)));
        return Ok(());
    }
    let (mut entries, mut refused) = (entries.iter(), false);
    let tops = entries.clone().map(|entry| Command::with(Verb::Top, [entry.number, 0])).collect::<Vec<_>>();
    pop3.flight(tops, async |pop3, command| {
        let Some(entry) = entries.next() else { return Ok(()) };
        let summary = match header(pop3, command).await {
            Ok(summary) => Some(summary),
            Err(Error::Refused(refusal)) => {
                if !std::mem::replace(&mut refused, true) {
                    pop3.remark(refusal.to_string());
                }
                None
            }
            Err(error) => return Err(error.into()),
        };
        table.row(&Row::new(entry, summary));
        Ok(())
    })
    .await
}

async fn header(pop3: &mut Pop3, command: &Command) -> Result<Summary, Error> {
    let reply = pop3.reply(command).await?;
    let mut header = Vec::new();
    pop3.content(command, &reply, &mut |octets| {
        let room = MAX_HEADER - header.len();
        header.extend_from_slice(octets.get(..room).unwrap_or(octets));
        Ok(())
    })
    .await?;
    Ok(Summary::of(&header))
}
