//! `mailtool pop dele`: messages that are to go.

use clap::Args;

use super::Pop;
use super::conversation::{At, Chosen, Need, choose, converse, selection};
use super::list::show;
use crate::base::Exit;
use crate::cli::error::Failure;
use crate::cli::output::pop::{Columns, Row, Table};
use crate::client::Refused;
use crate::client::pop3::{Ask, Entry, Error};
use crate::proto::pop3::{Command, Verb};

/// Delete messages (DELE, QUIT)
///
/// Standard output gets what was marked as deleted, as list shows it. It is deleted only when the
/// server answers QUIT; without that the exit code is 75, and nothing may be gone.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  mailtool pop dele 1 -s pepe@mail.example.org
  mailtool pop dele 1-20 --dry-run -s pepe@mail.example.org
  mailtool pop dele uidl:00000001612f2c1a -s pepe@mail.example.org")]
pub struct Dele {
    /// Which messages
    #[arg(value_name = "SEL", required = true)]
    messages: Vec<String>,
    /// Show what would go (with TOP), and delete nothing
    #[arg(long)]
    dry_run: bool,
}

/// DELE.
pub fn run(args: &Dele, pop: &Pop, at: At<'_>) -> Result<Exit, Failure> {
    let selection = selection(&args.messages)?;
    let ask = Ask { sizes: true, unique_ids: args.dry_run, one: None };
    let columns = Columns { octets: true, uidl: args.dry_run, headers: args.dry_run };
    converse(pop, at, Need::Login, async |pop3| {
        let Chosen { entries, mut exits } = match selection.one().filter(|_| !args.dry_run) {
            // What is known by its number is deleted without a question.
            Some(number) => {
                Chosen { entries: vec![Entry { number, octets: None, unique_id: None }], exits: Vec::new() }
            }
            None => choose(pop3, &selection, ask, at.1).await?,
        };
        let mut table = Table::new(columns, &entries, at.1);
        if args.dry_run {
            show(pop3, &entries, &mut table).await?;
            pop3.command(&Command::new(Verb::Rset)).await?;
            exits.extend(entries.iter().map(|_| Exit::Ok));
            return Ok(Exit::of_all(exits));
        }
        let mut left = entries.iter();
        let deletions = entries.iter().map(|entry| Command::with(Verb::Dele, [entry.number])).collect::<Vec<_>>();
        pop3.flight(deletions, async |pop3, command| {
            let Some(entry) = left.next() else { return Ok(()) };
            match pop3.reply(command).await {
                Ok(_) => {
                    table.row(&Row::new(entry, None));
                    exits.push(Exit::Ok);
                    Ok(())
                }
                Err(Error::Refused(refusal)) if entries.len() > 1 => {
                    pop3.remark(refusal.to_string());
                    exits.push(refusal.exit());
                    Ok(())
                }
                Err(error) => Err(error),
            }
        })
        .await?;
        Ok(Exit::of_all(exits))
    })
}
