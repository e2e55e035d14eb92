//! SEL: which messages of which mailboxes are meant, by UIDs, by a query, by URLs (RFC 5092), or by lines of standard
//! input.

use std::collections::BTreeMap;
use std::io::{self, BufRead, Read};

use clap::Args;

use super::Imap;
use super::home::agree;
use crate::base::Exit;
use crate::cli::error::Failure;
use crate::client::imap::{BadSelection, Selection};
use crate::net::reason;
use crate::proto::imap::url::Server;
use crate::proto::imap::{SequenceSet, Url};
use crate::query::{Query, Term, parse_words};

/// The longest line of standard input, in octets.
const LONGEST: u64 = 64 * 1024;

/// Which messages.
#[derive(Clone, Debug, Args)]
pub struct Messages {
    /// Which messages: UIDs (7, 1:5, 9:*), last, last:10, all; a query ('unseen from:bob'); URLs; - for lines of standard input
    #[arg(value_name = "SEL", required = true)]
    pub messages: Vec<String>,
    #[command(flatten)]
    pub count: Count,
}

/// How messages are named.
#[derive(Clone, Copy, Debug, Args)]
pub struct Count {
    /// The numbers of SEL are places in the mailbox, from 1 on, and no UIDs
    #[arg(long)]
    pub seq: bool,
}

/// Words of SEL, and how they name messages.
pub type Sel<'a> = (&'a [String], Count);

impl Messages {
    /// The words.
    pub fn sel(&self) -> Sel<'_> {
        (&self.messages, self.count)
    }
}

/// Messages of one mailbox.
pub struct Target {
    /// Its name.
    pub mailbox: String,
    /// What its UIDVALIDITY must be.
    pub uid_validity: Option<u32>,
    /// Which.
    pub what: What,
}

/// Which messages of a mailbox.
pub enum What {
    /// Those that are named.
    Named(Selection),
    /// Those that are like that.
    Found(Query),
}

/// All that is meant.
pub struct Targets {
    /// The server that URLs name.
    pub server: Option<Server>,
    /// The mailboxes, each with its messages.
    pub list: Vec<Target>,
}

impl Targets {
    /// What the words mean; standard input is read where one is `-`.
    ///
    /// # Errors
    /// They mean nothing (64), nor do the lines of standard input (65).
    pub fn read((words, count): Sel<'_>, args: &Imap) -> Result<Targets, Failure> {
        let target = |what| Target { mailbox: args.mailbox.clone(), uid_validity: args.uidvalidity, what };
        if !words.iter().any(|word| word == "-" || Url::is_meant(word)) {
            let list = vec![target(what(words, count)?)];
            return Ok(Targets { server: None, list });
        }
        let mut names = Names { args, count, server: None, sets: BTreeMap::new() };
        for word in words {
            match word == "-" {
                true => names.lines(&mut io::stdin().lock())?,
                false => word.split_whitespace().try_for_each(|word| names.add(word))?,
            }
        }
        let list = names.sets.into_iter().map(|((mailbox, uid_validity), selection)| Target {
            mailbox,
            uid_validity,
            what: What::Named(selection),
        });
        Ok(Targets { server: names.server, list: list.collect() })
    }
}

/// UIDs, or a query where the words are none.
fn what(words: &[String], count: Count) -> Result<What, Failure> {
    let bad = match Selection::parse(words.iter().map(String::as_str)) {
        Ok(selection) => return Ok(What::Named(selection)),
        Err(bad) => bad,
    };
    if is_number_meant(words) {
        return Err(no_selection(&bad));
    }
    if count.seq {
        return Err(Failure::usage("--seq", "a query finds UIDs, not places in the mailbox"));
    }
    match parse_words(words).map_err(|error| Failure::query("SEL", &error))? {
        // A lone word may be a slip, and far too many messages have it in them.
        Query::Term(Term::Text(..)) if !words.iter().any(|word| word.contains(':')) => Err(no_selection(&bad)),
        query => Ok(What::Found(query)),
    }
}

/// Words that begin as numbers do, or say nothing, are no query: what is meant to be UIDs must not become text that is
/// looked for.
fn is_number_meant(words: &[String]) -> bool {
    let text = words.join(" ").trim_start().to_ascii_lowercase();
    let word = text.split([' ', ',', ':']).next().unwrap_or_default();
    word == "last" || text.is_empty() || text.starts_with(|c: char| c.is_ascii_digit() || "*,:".contains(c))
}

fn no_selection(bad: &BadSelection) -> Failure {
    Failure::new(Exit::Usage, bad)
        .hint("nor is it a query, as 'unseen from:bob'; text:WORD looks for one word or number")
}

/// Messages that are named one by one, by mailbox and UIDVALIDITY.
struct Names<'a> {
    args: &'a Imap,
    count: Count,
    server: Option<Server>,
    sets: BTreeMap<(String, Option<u32>), Selection>,
}

impl Names<'_> {
    /// A line each; empty ones and those behind `#` say nothing.
    fn lines(&mut self, input: &mut dyn BufRead) -> Result<(), Failure> {
        let mut line = Vec::new();
        for n in 1_u64.. {
            line.clear();
            let octets = input.take(LONGEST).read_until(b'\n', &mut line);
            if octets.map_err(|error| Failure::new(Exit::Io, format!("standard input: {}", reason(&error))))? == 0 {
                break;
            }
            let bad = |text: &str| Failure::new(Exit::Data, format!("standard input, line {n}: {text}"));
            let text = std::str::from_utf8(&line).map_err(|_| bad("it is no UTF-8"))?;
            if text.len() as u64 == LONGEST && !text.ends_with('\n') {
                return Err(bad("it is too long"));
            }
            let text = text.trim();
            if !text.is_empty() && !text.starts_with('#') {
                self.add(text).map_err(|failure| match failure.message.strip_prefix("SEL: ") {
                    Some(text) => Failure { hint: failure.hint.clone(), ..bad(text) },
                    None => failure,
                })?;
            }
        }
        Ok(())
    }

    /// UIDs of `--mailbox`, or a URL.
    fn add(&mut self, word: &str) -> Result<(), Failure> {
        let (mailbox, uid_validity, set) = match Url::is_meant(word) {
            true => self.url(word)?,
            false => {
                let none = || Failure::usage("SEL", format!("{word:?} is neither a UID (7, 1:5, 9:*) nor a URL"));
                let set = SequenceSet::parse(word.as_bytes()).ok_or_else(none)?;
                (self.args.mailbox.clone(), None, set)
            }
        };
        let mailbox = if mailbox.eq_ignore_ascii_case("INBOX") { "INBOX".to_owned() } else { mailbox };
        self.sets.entry((mailbox, uid_validity.or(self.args.uidvalidity))).or_default().add(&set);
        Ok(())
    }

    fn url(&mut self, word: &str) -> Result<(String, Option<u32>, SequenceSet), Failure> {
        let wrong = |text: String| Failure::usage("SEL", format!("{word}: {text}"));
        let url = Url::parse(word).map_err(|error| wrong(error.to_string()))?;
        if self.count.seq {
            return Err(Failure::usage("--seq", "a URL names a UID, not a place in the mailbox"));
        }
        if url.section.is_some() || url.partial.is_some() {
            return Err(wrong("that is a part of a message".to_owned()).hint("mailtool imap part URL fetches it"));
        }
        let uid = url.uid.ok_or_else(|| wrong("the URL names no message: /;UID= is missing".to_owned()))?;
        if let Some(server) = url.server {
            let known = self.server.get_or_insert_with(|| server.clone());
            if *known != server && !agree(known, &server)? {
                return Err(wrong("the URLs are of several servers or users".to_owned()));
            }
            known.user = known.user.take().or(server.user);
        }
        Ok((url.mailbox, url.uid_validity, SequenceSet::one(uid)))
    }
}
