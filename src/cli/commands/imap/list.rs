//! `mailtool imap list`: which mailboxes there are.

use std::collections::HashMap;

use clap::Args;
use serde_json::{Map, Value};

use super::Imap;
use super::conversation::{At, Need, converse_at};
use super::home::Home;
use super::status;
use crate::base::Exit;
use crate::base::escape::escape_str;
use crate::cli::error::Failure;
use crate::cli::output::template::{self, Template};
use crate::client::imap::{self, Error, only_data};
use crate::proto::imap::response::data;
use crate::proto::imap::{Data, Names, Request, State, Verb, mailbox};

/// The most mailboxes that are listed.
const MOST: usize = 1_000_000;
/// The widest column of names, in characters; longer ones stand out of it.
const WIDEST: usize = 80;

/// Which mailboxes there are (LIST)
///
/// PATTERN: `*` stands for anything, `%` for anything within one level. --counts asks with the list
/// where the server offers LIST-STATUS, else for each mailbox.
///
/// With --json one object a line: {"mailbox","attributes","delimiter","messages"?,"unseen"?,…}.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  mailtool imap list -s pepe@imap.example.org
  mailtool imap list 'Archive/%' --counts -s pepe@imap.example.org
  mailtool imap list --format '{messages}\\t{mailbox}' -s pepe@imap.example.org
  mailtool imap list --tree --subscribed -s pepe@imap.example.org")]
pub struct List {
    /// Which ones
    #[arg(value_name = "PATTERN", default_value = "*")]
    pattern: String,
    /// Only those on the list of SUBSCRIBE
    #[arg(long)]
    subscribed: bool,
    /// Only those with a use of their own: \Sent, \Trash, … (SPECIAL-USE)
    #[arg(long)]
    special: bool,
    /// Also how much is in each
    #[arg(long)]
    counts: bool,
    /// As a tree
    #[arg(long, conflicts_with_all = ["json", "format"])]
    tree: bool,
    /// A line for each mailbox, with these in braces: {mailbox} {delimiter} {attributes} {url}, and what --counts counts:
    /// {messages} {unseen} {uidnext} {uidvalidity} {size}; \t, \n, \\, {{ and }}
    #[arg(long, value_name = "TEMPLATE", conflicts_with = "json")]
    format: Option<Template<Place>>,
}

/// What a template names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Mailbox,
    Delimiter,
    Attributes,
    Url,
    Count(&'static str),
}

impl template::Names for Place {
    fn names() -> Vec<(&'static str, Place)> {
        let names = [
            ("mailbox", Place::Mailbox),
            ("delimiter", Place::Delimiter),
            ("attributes", Place::Attributes),
            ("url", Place::Url),
            ("messages", Place::Count("MESSAGES")),
            ("unseen", Place::Count("UNSEEN")),
            ("uidnext", Place::Count("UIDNEXT")),
            ("uidvalidity", Place::Count("UIDVALIDITY")),
            ("size", Place::Count("SIZE")),
        ];
        names.to_vec()
    }
}

/// A mailbox that is listed.
struct Entry {
    name: String,
    list: data::List,
    counts: Vec<(String, u64)>,
}

/// LIST.
pub fn run(list: &List, args: &Imap, at: At<'_>) -> Result<Exit, Failure> {
    let terminal = at.1;
    let home = Home::new(args, None, at)?;
    converse_at(&home, args, at, Need::Login, async |imap| {
        let mut entries = list.entries(imap).await?;
        if list.counts() {
            count(imap, &mut entries).await?;
        }
        let width = entries.iter().map(Entry::width).filter(|width| *width <= WIDEST).max().unwrap_or_default();
        for entry in &entries {
            match (terminal.json, &list.format) {
                (true, _) => terminal.json(&entry.object()),
                (_, Some(template)) => terminal.result(&template.fill(|place| entry.text(place, &home))),
                _ if list.tree => terminal.result(&entry.branch()),
                _ => terminal.result(&entry.line(width)),
            }
        }
        Ok(if entries.is_empty() { Exit::NotFound } else { Exit::Ok })
    })
}

impl List {
    /// Whether it is wanted how much is in each.
    fn counts(&self) -> bool {
        let named = |template: &Template<Place>| template.places().any(|place| matches!(place, Place::Count(_)));
        self.counts || self.format.as_ref().is_some_and(named)
    }

    /// What the server lists, by name. One that offers LIST-EXTENDED and cannot do it is asked as of old.
    async fn entries(&self, imap: &mut imap::Imap) -> Result<Vec<Entry>, Error> {
        let extended = imap.has("LIST-EXTENDED") || imap.has("IMAP4REV2");
        let why = match self.asked(imap, extended).await {
            Ok(entries) if !entries.is_empty() || !self.is_extended(imap) => return Ok(entries),
            Ok(_) => "nothing is listed with RETURN or a selection".to_owned(),
            Err(Error::Refused(refusal)) if self.is_extended(imap) && refusal.status.state == State::Bad => {
                refusal.to_string()
            }
            Err(error) => return Err(error),
        };
        imap.remark(format!("{why}: once more without"));
        self.asked(imap, false).await
    }

    /// The same, asked in one of both ways.
    async fn asked(&self, imap: &mut imap::Imap, extended: bool) -> Result<Vec<Entry>, Error> {
        let (mut entries, names) = (Vec::new(), imap.names());
        let mut counts: HashMap<Vec<u8>, Vec<(String, u64)>> = HashMap::new();
        imap.run(&self.request(imap, extended), &mut |told| {
            match only_data(told)? {
                Some(Data::List(list)) if entries.len() < MOST => {
                    let name = mailbox::decode(&list.mailbox, names);
                    entries.push(Entry { name, list: list.clone(), counts: Vec::new() });
                }
                Some(Data::MailboxStatus { mailbox, items }) => drop(counts.insert(mailbox.clone(), items.clone())),
                _ => {}
            }
            Ok(())
        })
        .await?;
        for entry in &mut entries {
            entry.counts = counts.remove(&entry.list.mailbox).unwrap_or_default();
        }
        entries.retain(|entry| !self.special || entry.is_special());
        entries.sort_by(|a, b| (a.name != "INBOX", &a.name).cmp(&(b.name != "INBOX", &b.name)));
        entries.dedup_by(|a, b| a.name == b.name);
        Ok(entries)
    }

    /// Whether what a server must have more than LIST for is asked.
    fn is_extended(&self, imap: &imap::Imap) -> bool {
        let offers = |word| imap.has(word) || imap.has("IMAP4REV2");
        let special = self.special && imap.has("SPECIAL-USE");
        offers("LIST-EXTENDED") && (self.subscribed || special) || self.counts() && offers("LIST-STATUS")
    }

    fn request(&self, imap: &imap::Imap, extended: bool) -> Request {
        let pattern = mailbox::encode(&self.pattern, imap.names());
        let with_counts = extended && self.counts() && (imap.has("LIST-STATUS") || imap.has("IMAP4REV2"));
        let verb = if self.subscribed && !extended { Verb::Lsub } else { Verb::List };
        let mut request = Request::new(verb);
        if self.subscribed && extended {
            request = request.word("(SUBSCRIBED)");
        }
        request = request.word("\"\"");
        request = match imap.names() {
            Names::Utf8 if !pattern.is_ascii() => request.mailbox(&pattern, Names::Utf8),
            _ => request.string(pattern.as_bytes()),
        };
        let mut options = Vec::new();
        if self.special && imap.has("SPECIAL-USE") && extended {
            options.push("SPECIAL-USE".to_owned());
        }
        if with_counts {
            options.push(format!("STATUS {}", status::items(imap)));
        }
        match options.is_empty() {
            true => request,
            false => request.word(format!("RETURN ({})", options.join(" "))),
        }
    }
}

/// Asks for each that the list did not count.
async fn count(imap: &mut imap::Imap, entries: &mut [Entry]) -> Result<(), Error> {
    for entry in entries.iter_mut().filter(|entry| entry.counts.is_empty() && !entry.is("\\Noselect")) {
        match status::counts(imap, &entry.name).await {
            Ok(counts) => entry.counts = counts,
            Err(Error::Refused(refusal)) if refusal.to.is_some() => imap.remark(refusal.to_string()),
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

const USES: [&str; 8] = ["\\All", "\\Archive", "\\Drafts", "\\Flagged", "\\Important", "\\Junk", "\\Sent", "\\Trash"];

impl Entry {
    fn is(&self, attribute: &str) -> bool {
        self.list.attributes.iter().any(|known| known.eq_ignore_ascii_case(attribute.as_bytes()))
            // A mailbox that is not there cannot be looked into either (RFC 9051 §7.3.1).
            || attribute == "\\Noselect" && self.is("\\NonExistent")
    }

    fn is_special(&self) -> bool {
        USES.iter().any(|name| self.is(name))
    }

    fn attributes(&self) -> Vec<String> {
        self.list.attributes.iter().map(|attribute| String::from_utf8_lossy(attribute).into_owned()).collect()
    }

    /// What stands in a place of a template; nothing for what is not told.
    fn text(&self, place: Place, home: &Home) -> String {
        let count = |name| self.counts.iter().find(|(item, _)| item == name).map(|(_, number)| number.to_string());
        match place {
            Place::Mailbox => self.name.clone(),
            Place::Delimiter => self.list.delimiter.map_or_else(String::new, |octet| char::from(octet).to_string()),
            Place::Attributes => self.attributes().join(" "),
            Place::Url => home.mailbox(&self.name, None).to_string(),
            Place::Count(name) => count(name).unwrap_or_default(),
        }
    }

    fn object(&self) -> Map<String, Value> {
        let mut object = status::object(&self.name, &self.counts);
        object.insert("attributes".to_owned(), self.attributes().into());
        object.insert("delimiter".to_owned(), self.list.delimiter.map(|octet| char::from(octet).to_string()).into());
        object
    }

    /// How many characters its name takes.
    fn width(&self) -> usize {
        escape_str(&self.name).chars().count()
    }

    fn line(&self, width: usize) -> String {
        format!("{:<width$}  {}", escape_str(&self.name), self.remarks()).trim_end().to_owned()
    }

    /// The last level of the name, as far to the right as it is deep.
    fn branch(&self) -> String {
        let delimiter = self.list.delimiter.map(char::from);
        let levels = delimiter.map_or(0, |delimiter| self.name.matches(delimiter).count());
        let last = delimiter.and_then(|delimiter| self.name.rsplit(delimiter).next()).unwrap_or(&self.name);
        format!("{}{}  {}", "  ".repeat(levels.min(100)), escape_str(last), self.remarks()).trim_end().to_owned()
    }

    fn remarks(&self) -> String {
        let attributes = escape_str(&self.attributes().join(" ")).into_owned();
        let counts = status::sentence(&self.counts);
        [counts, attributes].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("  ")
    }
}
