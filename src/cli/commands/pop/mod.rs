//! `mailtool pop`: look into a maildrop, fetch and delete.

mod capa;
mod conversation;
mod criteria;
mod dele;
mod list;
mod raw;
mod retr;
mod small;
mod top;

use clap::{Args, Subcommand};

use crate::base::Exit;
use crate::cli::args::{Connection, Dns, Global, Tunnel, closing};
use crate::cli::error::Failure;
use crate::cli::terminal::Terminal;

/// Look into a maildrop over POP3, fetch messages and delete them
///
/// Each verb is a session of its own: connect, log in, ask, QUIT. The dialogue is shown on standard
/// error as it happens, with passwords left out; standard output gets what was asked for. Flags of
/// the connection may stand before the verb or behind it.
///
/// Without --auth the strongest mechanism that the server offers is used, or USER and PASS where there
/// is none; --auth user is USER and PASS, --auth apop is APOP, which is never used unasked.
///
/// SEL names messages: 3, 1-5, 5- (from 5 on), last, last:10, all, uidl:ABC; several of them,
/// with commas or spaces between. --where QUERY means messages by what they are, as imap search does.
#[derive(Debug, Args)]
#[command(after_help = format!("{EXITS}\n\n{EXAMPLES}"), mut_subcommands(|verb| closing(verb, EXITS)))]
pub struct Pop {
    /// host, host:port, pop3://, pop3s://, with user@ if wanted, or unix:/path [default port: 995, with pop3:// 110]
    #[arg(short, long, global = true, value_name = "URL", help_heading = "Connection")]
    server: Option<String>,
    #[command(flatten)]
    tunnel: Tunnel,
    #[command(flatten)]
    connection: Connection,
    #[command(flatten)]
    dns: Dns,
    /// How many commands may wait for their answers, where the server offers PIPELINING: auto (100), never, or a number
    #[arg(long, global = true, value_name = "auto|never|N", default_value = "auto", help_heading = "Dialogue",
          value_parser = window)]
    pipeline: usize,
    /// Ask for UTF-8 in mailbox and replies (RFC 6856)
    #[arg(long, global = true, help_heading = "Dialogue")]
    utf8: bool,
    /// Ask for replies in this language (RFC 6856)
    #[arg(long, global = true, value_name = "TAG", help_heading = "Dialogue")]
    lang: Option<String>,
    #[command(subcommand)]
    verb: Verb,
}

const EXITS: &str = "Exit codes: 0 done, 1 no such message or none that the query means, 3 some of them, 69 refused \
    otherwise, 75 try again later (also: the maildrop is in use, or QUIT was not answered and nothing is deleted), 76 the \
    server broke the protocol, 77 login, certificate or policy.";

const EXAMPLES: &str = "Examples:
  mailtool pop stat -s mail.example.org -u pepe --password-file ~/.secret
  mailtool pop list -s pepe@mail.example.org --headers
  mailtool pop retr 1 -s pop3://127.0.0.1:1110 -u pepe > letter.eml
  mailtool pop retr all --maildir ~/Maildir --delete -s pop3s://pepe@mail.example.org
  mailtool pop dele last:3 --dry-run -s pepe@mail.example.org
  mailtool pop dele --where 'older:30d larger:5M' -s pepe@mail.example.org
  mailtool pop capa -s mail.example.org --explain
  mailtool pop -q --json -s pepe@mail.example.org uidl";

/// What to do.
#[derive(Debug, Subcommand)]
enum Verb {
    Stat(small::Stat),
    List(list::List),
    Uidl(list::Uidl),
    Top(top::Top),
    Retr(retr::Retr),
    Dele(dele::Dele),
    Rset(small::Rset),
    Noop(small::Noop),
    Last(small::Last),
    Capa(capa::Capa),
    Raw(raw::Raw),
}

/// Does what the verb says.
pub fn run(pop: &Pop, global: &Global, terminal: &Terminal) -> Result<Exit, Failure> {
    let at = (global, terminal);
    match &pop.verb {
        Verb::Stat(_) => small::stat(pop, at),
        Verb::List(list) => list::list(list, pop, at),
        Verb::Uidl(uidl) => list::uidl(uidl, pop, at),
        Verb::Top(top) => top::run(top, pop, at),
        Verb::Retr(retr) => retr::run(retr, pop, at),
        Verb::Dele(dele) => dele::run(dele, pop, at),
        Verb::Rset(_) => small::rset(pop, at),
        Verb::Noop(_) => small::noop(pop, at),
        Verb::Last(_) => small::last(pop, at),
        Verb::Capa(_) => capa::run(pop, at),
        Verb::Raw(raw) => raw::run(raw, pop, at),
    }
}

fn window(text: &str) -> Result<usize, String> {
    match (text, text.parse()) {
        ("auto", _) => Ok(crate::client::pop3::MAX_WINDOW),
        ("never", _) => Ok(1),
        (_, Ok(window @ 1..=crate::client::pop3::MAX_WINDOW)) => Ok(window),
        _ => Err("auto, never, or a number from 1 to 100 is expected".to_owned()),
    }
}
