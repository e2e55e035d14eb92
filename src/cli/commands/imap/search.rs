//! `mailtool imap search`: which messages have what is asked for.

use clap::Args;
use jiff::Zoned;
use serde_json::json;

use super::Imap;
use super::conversation::{At, Need, Trouble, converse_at, select, select_as};
use super::each::told;
use super::home::Home;
use super::shown::Shown;
use crate::base::Exit;
use crate::base::escape::escape_str;
use crate::cli::error::Failure;
use crate::cli::terminal::Terminal;
use crate::client::imap::watch::Which;
use crate::client::imap::{self, FindError};
use crate::proto::imap::SequenceSet;
use crate::query::{Query, parse_words};

/// Which messages are like that (SEARCH): one UID a line
///
/// Words as in Gmail, joined by AND: from: to: cc: subject: body: text: header:NAME=TEXT, since: before:
/// and on: with days (2026-11-23, today, 7d), older:3d younger:12h, larger:5M smaller:10k, seen unseen
/// flagged answered draft deleted, keyword:NAME, uid:1:9, has:attachment, type:image/* filename:*.pdf,
/// OR, NOT (or a hyphen before a word, not the first), parentheses, "two words", subject:/expression/. A
/// word without a key stands anywhere in the message. AND binds more tightly than OR, unlike Gmail's: a OR b
/// c is a OR (b c); parentheses say it otherwise. With a hyphen in it the query goes in quotes. What the server cannot be asked is checked here, on what is
/// fetched for that; --plan tells which is which, and searches nothing.
///
/// --keys takes the keys of IMAP instead, as they are: UNSEEN, FROM "x", SINCE 1-Nov-2026, OR key key.
///
/// With --json one object a line: {"uid"}. Exit code 1: nothing was found.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  mailtool imap search unseen from:alicia -s pepe@imap.example.org
  mailtool imap search 'larger:5M (filename:*.pdf OR has:attachment) NOT subject:spam' -s pepe@imap.example.org
  mailtool imap search --plan younger:12h 'subject:/token [0-9]+/' -s pepe@imap.example.org
  mailtool imap search unseen --format '{uid}\\t{from.addr}\\t{subject}' -s pepe@imap.example.org
  mailtool imap search 'unseen larger:5M' --urls -s pepe@imap.example.org | mailtool imap move - Archive
  mailtool imap search --mailboxes personal from:alicia younger:7d -s pepe@imap.example.org
  mailtool imap search --keys 'OR SUBJECT \"año\" LARGER 5000000' --count -s pepe@imap.example.org")]
pub struct Search {
    #[command(flatten)]
    wanted: Wanted,
    /// Tell what the server would be asked and what would be checked here
    #[arg(long, conflicts_with = "keys")]
    plan: bool,
    /// Only how many: with --json {"count"}, of several mailboxes {"mailbox","count"}
    #[arg(long, conflicts_with_all = ["plan", "urls", "format"])]
    count: bool,
    /// Several mailboxes, instead of that of --mailbox: names, patterns with * or %, personal (all of one's own),
    /// subscribed; what is found is shown as --urls shows it, or as --format says
    #[arg(long, value_name = "NAME|PATTERN,…", value_delimiter = ',', conflicts_with_all = ["plan", "uidvalidity"])]
    mailboxes: Vec<String>,
    #[command(flatten)]
    shown: Shown,
}

/// What is searched for, in our words or in those of IMAP; without either it is every message.
#[derive(Debug, Args)]
pub struct Wanted {
    /// What is searched for, as `mailtool imap search --help` tells
    #[arg(value_name = "QUERY")]
    query: Vec<String>,
    /// The keys of SEARCH, verbatim
    #[arg(long, value_name = "SEARCH KEYS", conflicts_with = "query")]
    keys: Option<String>,
}

/// What is asked.
pub enum Question {
    /// Keys of SEARCH.
    Keys(String),
    /// A query of ours.
    Query(Query),
}

impl Wanted {
    /// Nothing is said about it.
    pub fn is_anything(&self) -> bool {
        self.query.is_empty() && self.keys.is_none()
    }

    /// What that asks.
    ///
    /// # Errors
    /// The query cannot be read (64).
    pub fn question(&self) -> Result<Question, Failure> {
        match &self.keys {
            Some(keys) => Ok(Question::Keys(keys.clone())),
            None => parse_words(&self.query).map(Question::Query).map_err(|error| Failure::query("QUERY", &error)),
        }
    }
}

impl Question {
    /// The UIDs of the messages in the mailbox that are meant.
    pub async fn ask(&self, imap: &mut imap::Imap) -> Result<SequenceSet, Trouble> {
        Ok(match self {
            Question::Keys(keys) => imap.search(keys).await.map_err(|error| Trouble::verbatim("--keys", error))?,
            Question::Query(query) => imap.find(query, &Zoned::now()).await?,
        })
    }
}

impl From<FindError> for Trouble {
    fn from(error: FindError) -> Trouble {
        match error {
            FindError::Imap(error) => Trouble::Imap(error),
            FindError::Query(_) | FindError::Unknown(_) => Failure::usage("QUERY", error).into(),
        }
    }
}

/// SEARCH.
pub fn run(search: &Search, args: &Imap, at: At<'_>) -> Result<Exit, Failure> {
    let terminal = at.1;
    let question = search.wanted.question()?;
    let home = Home::new(args, None, at)?;
    converse_at(&home, args, at, Need::Login, async |imap| {
        if let (true, Question::Query(query)) = (search.plan, &question) {
            let plan = imap.plan(query, &Zoned::now()).await?;
            plan.lines().iter().for_each(|line| terminal.result(line));
            return Ok(Exit::Ok);
        }
        if !search.mailboxes.is_empty() {
            return search.several(&question, imap, &home, terminal).await;
        }
        select(imap, args, false).await?;
        let found = question.ask(imap).await?;
        if search.count {
            let count = found.len(u32::MAX);
            match terminal.json {
                true => terminal.json(&json!({ "count": count })),
                false => terminal.result(&count.to_string()),
            }
            return Ok(exit(count));
        }
        search.shown.show(imap, &numbers(&found), &home.url(imap), terminal).await
    })
}

impl Search {
    /// One mailbox after the other; what goes wrong in one of them is told, and the next one follows.
    async fn several(
        &self,
        question: &Question,
        imap: &mut imap::Imap,
        home: &Home,
        terminal: &Terminal,
    ) -> Result<Exit, Trouble> {
        let which: Vec<Which> = self.mailboxes.iter().map(|word| Which::of(word)).collect();
        let (mut exits, shown) = (Vec::new(), self.shown.of_several());
        for mailbox in imap.mailboxes(&which).await? {
            let done = async {
                select_as(imap, &mailbox, None, false).await?;
                let found = question.ask(imap).await?;
                if !self.count {
                    return shown.show(imap, &numbers(&found), &home.url(imap), terminal).await;
                }
                let count = found.len(u32::MAX);
                match terminal.json {
                    true => terminal.json(&json!({ "mailbox": mailbox, "count": count })),
                    false => terminal.result(&format!("{count:>7}  {}", escape_str(&mailbox))),
                }
                Ok(exit(count))
            };
            exits.push(match done.await {
                Ok(exit) => exit,
                Err(trouble) => told(trouble, terminal)?,
            });
        }
        // That one mailbox has nothing says nothing beside what the others have, or what is wrong with them.
        if exits.iter().any(|exit| *exit != Exit::NotFound) {
            exits.retain(|exit| *exit != Exit::NotFound);
        }
        Ok(if exits.is_empty() { Exit::NotFound } else { Exit::of_all(exits) })
    }
}

fn numbers(found: &SequenceSet) -> Vec<u32> {
    found.numbers(usize::MAX).flatten().collect()
}

fn exit(count: u64) -> Exit {
    if count == 0 { Exit::NotFound } else { Exit::Ok }
}
