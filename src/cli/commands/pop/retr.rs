//! `mailtool pop retr`: messages, to standard output or to where they are kept.

use std::path::PathBuf;

use clap::Args;

use super::Pop;
use super::conversation::{At, Chosen, Need, Trouble, choose, converse, selection};
use super::criteria::Criteria;
use super::dele::mark;
use crate::base::Exit;
use crate::cli::commands::place::Places;
use crate::cli::error::Failure;
use crate::cli::output::pop::{Row, filed};
use crate::cli::terminal::Terminal;
use crate::client::Refused;
use crate::client::pop3::{Ask, Entry, Error, Pop3, Search, Selection};
use crate::net::reason;
use crate::proto::pop3::{Command, Reply, Verb};
use crate::store::deposit::{Deposit, Marks};
use crate::transcript::Weight;

/// How many messages reach the disk together: their files are open until then.
const GROUP: usize = 200;

/// Fetch messages (RETR)
///
/// Of one message the octets go to standard output, or to the file of -o: as they were sent, with CRLF
/// and without doubled dots. Several need --maildir, --mbox or --eml-dir; then standard output
/// gets a line for each, with --json {"n","octets","uidl"?,"file"}.
///
/// No half message stays anywhere. With --delete a message is marked as deleted once it has reached
/// the disk; if the connection is lost before QUIT is answered, nothing is deleted.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  mailtool pop retr 1 -q -s pepe@mail.example.org | mailtool mime show -
  mailtool pop retr last -o letter.eml -s pepe@mail.example.org
  mailtool pop retr all --maildir ~/Maildir --delete -s pepe@mail.example.org
  mailtool pop retr 1-5,9 --mbox old.mbox -s pepe@mail.example.org
  mailtool pop retr uidl:00000001612f2c1a --eml-dir letters -s pepe@mail.example.org
  mailtool pop retr --where 'from:ana since:2026-11-01' --mbox ana.mbox -s pepe@mail.example.org")]
pub struct Retr {
    /// Which messages
    #[arg(value_name = "SEL", required_unless_present = "query")]
    messages: Vec<String>,
    #[command(flatten)]
    criteria: Criteria,
    /// One message goes to this file, which is replaced
    #[arg(short, long, value_name = "FILE", group = "place")]
    output: Option<PathBuf>,
    /// Append to this mbox (mboxrd, lines end in LF), locked meanwhile
    #[arg(long, value_name = "FILE", group = "place")]
    mbox: Option<PathBuf>,
    /// Into this Maildir (lines end in LF)
    #[arg(long, value_name = "DIR", group = "place")]
    maildir: Option<PathBuf>,
    /// Each as a file in this directory: number and unique-id, the octets as they were sent; none is overwritten
    #[arg(long, value_name = "DIR", group = "place")]
    eml_dir: Option<PathBuf>,
    /// Delete from the server what has reached the disk
    #[arg(long, requires = "place")]
    delete: bool,
}

/// RETR.
pub fn run(args: &Retr, pop: &Pop, at: At<'_>) -> Result<Exit, Failure> {
    let terminal = at.1;
    let (selection, search) = (selection(&args.messages)?, args.criteria.search()?);
    let mut deposit = args.deposit()?;
    converse(pop, at, Need::Login, async |pop3| {
        let (entries, exits) = args.entries(pop3, &selection, search.as_ref(), terminal).await?;
        if entries.len() > 1 && !args.takes_many() {
            let failure = Failure::usage("SEL", format!("that is {} messages", entries.len()));
            return Err(failure.hint("several go to --maildir DIR, --mbox FILE or --eml-dir DIR").into());
        }
        let total = entries.iter().filter_map(|entry| entry.octets).fold(0, u64::saturating_add);
        let mut fetch = Fetch { terminal, exits, done: 0, total, deposit: deposit.as_deref_mut(), whole: Vec::new() };
        for group in entries.chunks(GROUP) {
            let fetched = fetch.group(pop3, group).await;
            let kept = fetch.commit(args.output.is_none());
            fetched?;
            let kept = kept?;
            if args.delete {
                let exits = mark(pop3, &kept, &mut |_| {}).await?;
                fetch.exits.extend(exits.into_iter().filter(|exit| *exit != Exit::Ok));
            }
        }
        Ok(Exit::of_all(fetch.exits))
    })
}

impl Retr {
    fn takes_many(&self) -> bool {
        self.mbox.is_some() || self.maildir.is_some() || self.eml_dir.is_some()
    }

    /// Where the messages go; `None`: to standard output.
    fn deposit(&self) -> Result<Option<Box<dyn Deposit>>, Failure> {
        let (output, mbox) = (self.output.as_ref(), self.mbox.as_ref());
        Places { output, mbox, maildir: self.maildir.as_ref(), eml_dir: self.eml_dir.as_ref() }.deposit()
    }

    /// What is meant. One message that is named by its number is fetched without a question.
    async fn entries(
        &self,
        pop3: &mut Pop3,
        selection: &Selection,
        search: Option<&Search>,
        terminal: &Terminal,
    ) -> Result<(Vec<Entry>, Vec<Exit>), Error> {
        let ask = Ask { sizes: true, unique_ids: self.eml_dir.is_some(), one: None };
        match selection.one().filter(|_| self.eml_dir.is_none() && search.is_none()) {
            Some(number) => Ok((vec![Entry { number, octets: None, unique_id: None }], Vec::new())),
            None => {
                let Chosen { entries, exits } = choose(pop3, selection, search, ask, terminal).await?;
                Ok((entries, exits))
            }
        }
    }
}

/// What is being fetched.
struct Fetch<'a> {
    terminal: &'a Terminal,
    exits: Vec<Exit>,
    /// Octets that came, and that are to come as far as is known.
    done: u64,
    total: u64,
    deposit: Option<&'a mut (dyn Deposit + 'static)>,
    /// Those that are whole and not committed.
    whole: Vec<Entry>,
}

impl Fetch<'_> {
    /// Fetches some. One that is not there is told and passed over.
    async fn group(&mut self, pop3: &mut Pop3, group: &[Entry]) -> Result<(), Trouble> {
        let commands = group.iter().map(|entry| Command::with(Verb::Retr, [entry.number])).collect::<Vec<_>>();
        let (mut entries, alone) = (group.iter(), self.total == 0);
        pop3.flight(commands, async |pop3, command| {
            let Some(entry) = entries.next() else { return Ok(()) };
            match pop3.reply(command).await {
                Ok(reply) => self.message(pop3, command, &reply, entry).await,
                Err(Error::Refused(refusal)) if !alone => {
                    pop3.remark(refusal.to_string());
                    self.exits.push(refusal.exit());
                    Ok(())
                }
                Err(error) => Err(error.into()),
            }
        })
        .await
    }

    async fn message(
        &mut self,
        pop3: &mut Pop3,
        command: &Command,
        reply: &Reply,
        entry: &Entry,
    ) -> Result<(), Trouble> {
        let said = entry.octets.or_else(|| announced(reply));
        let (total, before) = (if self.total > 0 { self.total } else { said.unwrap_or_default() }, self.done);
        if let Some(deposit) = &mut self.deposit {
            let begun = deposit.begin(&name(entry), &Marks::default());
            begun.map_err(|error| Failure::new(Exit::CantCreate, reason(&error)))?;
        }
        let (terminal, mut done) = (self.terminal, before);
        let deposit = &mut self.deposit;
        let mut take = |octets: &[u8]| {
            done += octets.len() as u64;
            terminal.progress("fetching", done, total);
            match deposit {
                Some(deposit) => deposit.write(octets),
                None => terminal.octets(octets),
            }
        };
        let octets = pop3.content(command, reply, &mut take).await?;
        self.done = done;
        if let Some(deposit) = &mut self.deposit {
            deposit.end().map_err(Error::Output)?;
        }
        if let Some(said) = said.filter(|said| *said != octets) {
            let text = format!("message {} was said to have {said} octets; {octets} came", entry.number);
            pop3.deviation(text, "RFC 1939 §5")?;
        }
        self.exits.push(Exit::Ok);
        self.whole.push(Entry { octets: Some(octets), ..entry.clone() });
        Ok(())
    }

    /// What is whole reaches the disk, and is told if `told`; what is not is as if it had never been.
    fn commit(&mut self, told: bool) -> Result<Vec<Entry>, Trouble> {
        let Some(deposit) = &mut self.deposit else { return Ok(Vec::new()) };
        let abandoned = deposit.abandon();
        let placed = deposit.commit().map_err(Error::Output)?;
        abandoned.map_err(Error::Output)?;
        let whole = std::mem::take(&mut self.whole);
        for (entry, path) in whole.iter().zip(&placed).filter(|_| told) {
            filed(&Row::filed(entry, path), self.terminal);
        }
        if whole.len() != placed.len() {
            self.terminal.note(Weight::Warning, "some messages are not where they should be");
            return Err(Failure::new(Exit::Io, "some messages are not where they should be").into());
        }
        Ok(whole)
    }
}

/// `+OK 120 octets`.
fn announced(reply: &Reply) -> Option<u64> {
    let behind = reply.text.splitn(2, |octet| *octet == b' ').nth(1)?;
    reply.numbers().next().filter(|_| behind.starts_with(b"octets"))
}

/// What a message may be called: its number, and its unique-id if it has one.
fn name(entry: &Entry) -> String {
    match &entry.unique_id {
        Some(id) => format!("{}-{}", entry.number, String::from_utf8_lossy(id)),
        None => entry.number.to_string(),
    }
}
