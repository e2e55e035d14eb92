//! `mailtool pop stat`, `rset`, `noop`, `last`: one command, one answer.

use clap::Args;
use serde_json::json;

use super::Pop;
use super::conversation::{At, Need, Trouble, converse};
use crate::base::Exit;
use crate::cli::error::Failure;
use crate::proto::pop3::{Command, Reply, Verb};
use crate::transcript::text::thousands;

/// How many messages there are, and how many octets they have (STAT)
///
/// With --json {"messages","octets"}.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  mailtool pop stat -s pepe@mail.example.org --password-file ~/.secret")]
pub struct Stat {}

/// Take back what was marked as deleted (RSET); in a session of its own it shows what the server says
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  mailtool pop rset -s pepe@mail.example.org")]
pub struct Rset {}

/// Do nothing but log in (NOOP): whether user, password and maildrop are well
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  mailtool pop noop -qq -s pepe@mail.example.org && echo well")]
pub struct Noop {}

/// The highest number that was ever fetched (LAST, of RFC 1460; most servers have given it up)
///
/// With --json {"last"}.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  mailtool pop last -s pepe@mail.example.org")]
pub struct Last {}

/// STAT.
pub fn stat(pop: &Pop, at: At<'_>) -> Result<Exit, Failure> {
    let terminal = at.1;
    asked(pop, at, Verb::Stat, |reply| {
        let mut numbers = reply.numbers();
        let (Some(messages), Some(octets)) = (numbers.next(), numbers.next()) else {
            return Err(Failure::new(Exit::Protocol, format!("STAT was answered {reply}: no numbers (RFC 1939 §5)")));
        };
        let unit = if messages == 1 { "message" } else { "messages" };
        match terminal.json {
            true => terminal.json(&json!({ "messages": messages, "octets": octets })),
            false => terminal.result(&format!("{messages} {unit}, {} octets", thousands(octets))),
        }
        Ok(())
    })
}

/// RSET.
pub fn rset(pop: &Pop, at: At<'_>) -> Result<Exit, Failure> {
    asked(pop, at, Verb::Rset, |reply| said(reply, at))
}

/// NOOP.
pub fn noop(pop: &Pop, at: At<'_>) -> Result<Exit, Failure> {
    asked(pop, at, Verb::Noop, |reply| said(reply, at))
}

/// LAST.
pub fn last(pop: &Pop, at: At<'_>) -> Result<Exit, Failure> {
    let terminal = at.1;
    asked(pop, at, Verb::Last, |reply| {
        let Some(last) = reply.numbers().next() else {
            return Err(Failure::new(Exit::Protocol, format!("LAST was answered {reply}: no number (RFC 1460 §4)")));
        };
        match terminal.json {
            true => terminal.json(&json!({ "last": last })),
            false => terminal.result(&last.to_string()),
        }
        Ok(())
    })
}

fn asked(pop: &Pop, at: At<'_>, verb: Verb, tell: impl FnOnce(&Reply) -> Result<(), Failure>) -> Result<Exit, Failure> {
    converse(pop, at, Need::Login, async |pop3| {
        let reply = pop3.command(&Command::new(verb)).await?;
        tell(&reply).map(|()| Exit::Ok).map_err(Trouble::Failure)
    })
}

/// The server's words are all there is to tell.
fn said(reply: &Reply, (_, terminal): At<'_>) -> Result<(), Failure> {
    match terminal.json {
        true => terminal.json(&json!({ "status": reply.status.name(), "text": reply.words() })),
        false => terminal.result(&reply.to_string()),
    }
    Ok(())
}
