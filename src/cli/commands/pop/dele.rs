//! `mailtool pop dele`: messages that are to go.

use clap::Args;

use super::Pop;
use super::conversation::{At, Chosen, Need, choose, converse, selection};
use super::criteria::Criteria;
use super::list::show;
use crate::base::Exit;
use crate::cli::error::Failure;
use crate::cli::output::pop::{Columns, Row, Table};
use crate::client::Refused;
use crate::client::pop3::{Ask, Entry, Error, Pop3};
use crate::proto::pop3::{Command, Verb};

/// Delete messages (DELE, QUIT)
///
/// Standard output gets what was marked as deleted, as list shows it. It is deleted only when the
/// server answers QUIT; without that the exit code is 75, and nothing may be gone.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  mailtool pop dele 1 -s pepe@mail.example.org
  mailtool pop dele 1-20 --dry-run -s pepe@mail.example.org
  mailtool pop dele uidl:00000001612f2c1a -s pepe@mail.example.org
  mailtool pop dele --where 'older:30d larger:5M' --dry-run -s pepe@mail.example.org")]
pub struct Dele {
    /// Which messages
    #[arg(value_name = "SEL", required_unless_present = "query")]
    messages: Vec<String>,
    #[command(flatten)]
    criteria: Criteria,
    /// Show what would go (with TOP), and delete nothing
    #[arg(long)]
    dry_run: bool,
}

/// DELE.
pub fn run(args: &Dele, pop: &Pop, at: At<'_>) -> Result<Exit, Failure> {
    let (selection, search) = (selection(&args.messages)?, args.criteria.search()?);
    let ask = Ask { sizes: true, unique_ids: args.dry_run, one: None };
    let columns = Columns { octets: true, uidl: args.dry_run, headers: args.dry_run };
    converse(pop, at, Need::Login, async |pop3| {
        let Chosen { entries, mut exits } = match selection.one().filter(|_| !args.dry_run && search.is_none()) {
            // What is known by its number is deleted without a question.
            Some(number) => {
                Chosen { entries: vec![Entry { number, octets: None, unique_id: None }], exits: Vec::new() }
            }
            None => choose(pop3, &selection, search.as_ref(), ask, at.1).await?,
        };
        let mut table = Table::new(columns, &entries, at.1);
        if args.dry_run {
            show(pop3, &entries, &mut table).await?;
            pop3.command(&Command::new(Verb::Rset)).await?;
            exits.extend(entries.iter().map(|_| Exit::Ok));
            return Ok(Exit::of_all(exits));
        }
        exits.extend(mark(pop3, &entries, &mut |entry| table.row(&Row::new(entry, None))).await?);
        Ok(Exit::of_all(exits))
    })
}

/// Marks messages as deleted, and tells `each` of those that are; how it went for all of them. One that cannot be marked
/// is told and passed over, unless it is the only one.
pub(super) async fn mark(pop3: &mut Pop3, entries: &[Entry], each: &mut dyn FnMut(&Entry)) -> Result<Vec<Exit>, Error> {
    let (mut exits, mut left) = (Vec::new(), entries.iter());
    let deletions = entries.iter().map(|entry| Command::with(Verb::Dele, [entry.number]));
    pop3.flight(deletions, async |pop3, command| {
        let Some(entry) = left.next() else { return Ok(()) };
        match pop3.reply(command).await {
            Ok(_) => {
                each(entry);
                exits.push(Exit::Ok);
            }
            Err(Error::Refused(refusal)) if entries.len() > 1 => {
                pop3.remark(refusal.to_string());
                exits.push(refusal.exit());
            }
            Err(error) => return Err(error),
        }
        Ok(())
    })
    .await?;
    Ok(exits)
}
