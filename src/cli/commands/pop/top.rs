//! `mailtool pop top`: the header of a message and the first lines of its body.

use clap::Args;

use super::Pop;
use super::conversation::{At, Chosen, Need, choose, converse, selection};
use crate::base::Exit;
use crate::cli::error::Failure;
use crate::client::pop3::Ask;
use crate::proto::pop3::{Command, Verb};

/// The header of a message and the first lines of its body (TOP), as octets on standard output
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  mailtool pop top 1 -s pepe@mail.example.org
  mailtool pop top last 0 -q -s pepe@mail.example.org | mailtool mime show -")]
pub struct Top {
    /// Which message
    #[arg(value_name = "N")]
    message: String,
    /// How many lines of the body
    #[arg(value_name = "LINES", default_value_t = 10)]
    lines: u32,
}

/// TOP.
pub fn run(args: &Top, pop: &Pop, at: At<'_>) -> Result<Exit, Failure> {
    let terminal = at.1;
    let selection = selection(std::slice::from_ref(&args.message))?;
    converse(pop, at, Need::Login, async |pop3| {
        let ask = Ask { sizes: true, unique_ids: false, one: None };
        let number = match selection.one() {
            Some(number) => number,
            None => match choose(pop3, &selection, None, ask, terminal).await? {
                Chosen { entries, .. } if entries.len() > 1 => {
                    return Err(Failure::usage("N", "that is more than one message").into());
                }
                Chosen { entries, .. } => match entries.first() {
                    Some(entry) => entry.number,
                    None => return Ok(Exit::NotFound),
                },
            },
        };
        let command = Command::with(Verb::Top, [number, args.lines]);
        let reply = pop3.command(&command).await?;
        pop3.content(&command, &reply, &mut |octets| terminal.octets(octets)).await?;
        Ok(Exit::Ok)
    })
}
