//! `mailtool imap append`: messages into a mailbox.

mod letters;
mod lines;

pub use self::letters::Item;

use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use self::letters::date;
use self::lines::Chain;
use super::Imap;
use super::conversation::{At, Need, Trouble, converse};
use super::flag::flags;
use super::mailboxes::would;
use crate::base::Exit;
use crate::base::escape::escape_str;
use crate::cli::error::Failure;
use crate::cli::terminal::Terminal;
use crate::client::Refused;
use crate::client::imap::{self, Appended, Error, Letter};
use crate::mime::date_time;
use crate::proto::imap::Verb;

/// One command takes no more messages.
const MOST: usize = 100;
/// Nor, of several, more octets.
const LARGEST: u64 = 8 << 20;

/// Put messages into a mailbox (APPEND)
///
/// Each file is one message; --mbox and --maildir hold several, which keep their flags and when they came.
/// Lines end in CRLF on the wire, whatever ends them in the file. Several go by one command where the server
/// takes them so (MULTIAPPEND); one that it refuses is then found one by one. What is larger than
/// it takes (APPENDLIMIT) is not sent. Standard output tells their UIDs, if the server does (APPENDUID).
///
/// With --json one object a line: {"file","n","mailbox","octets","uid","uidvalidity"}; n: which one of an mbox.
///
/// Exit codes: 3 some were refused, 65 too large or empty, 67 there is no such mailbox.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  mailtool imap append Sent letter.eml --flags seen -s pepe@imap.example.org
  mailtool imap append Archive old/*.eml --date 2020-01-31T12:00:00Z -s pepe@imap.example.org
  mailtool imap append Archive --mbox old.mbox --maildir ~/Maildir -s pepe@imap.example.org
  mailtool mime build … | mailtool imap append Drafts - --flags draft -s pepe@imap.example.org")]
pub struct Append {
    /// Into which mailbox
    #[arg(value_name = "NAME")]
    to: String,
    /// The messages; - is standard input
    #[arg(value_name = "FILE", required_unless_present_any = ["mbox", "maildir"])]
    files: Vec<PathBuf>,
    /// All messages of an mbox; their flags stand in Status and X-Status
    #[arg(long, value_name = "FILE")]
    mbox: Vec<PathBuf>,
    /// All messages of a Maildir
    #[arg(long, value_name = "DIR")]
    maildir: Vec<PathBuf>,
    #[command(flatten)]
    marks: Marks,
    /// Log in, show what would be done, and do nothing
    #[arg(long)]
    dry_run: bool,
}

/// What is said of messages.
#[derive(Debug, Args)]
pub struct Marks {
    /// Their flags, beside those that they have: seen, answered, flagged, deleted, draft, or keywords
    #[arg(long, value_name = "FLAG,…", value_delimiter = ',')]
    pub flags: Vec<String>,
    /// When they are said to have been received (RFC 3339, or as in a Date field) [default: what is known of it,
    /// else now]
    #[arg(long, value_name = "MOMENT", value_parser = moment)]
    pub date: Option<String>,
}

impl Marks {
    /// Puts them on a message.
    pub fn mark(&self, item: &mut Item) {
        for flag in flags(&self.flags) {
            if !item.flags.iter().any(|known| known.eq_ignore_ascii_case(&flag)) {
                item.flags.push(flag);
            }
        }
        if self.date.is_some() {
            item.date.clone_from(&self.date);
        }
    }
}

/// `23-Nov-2026 07:00:00 +0000` (RFC 9051 §9, rule `date-time`).
fn moment(text: &str) -> Result<String, String> {
    let written = || date_time::parse(text.as_bytes()).0.and_then(|moment| moment.timestamp());
    let moment = text.parse::<jiff::Timestamp>().ok().or_else(written);
    Ok(date(moment.ok_or("a moment is expected: 2026-11-23T07:00:00Z")?))
}

/// As the command says it.
pub fn letter(item: &Item) -> Letter<'_> {
    Letter { flags: &item.flags, date: item.date.as_deref(), octets: item.octets, binary: item.binary }
}

/// Why a server that has this limit does not take a message.
pub fn misfit(item: &Item, client: &imap::Imap, limit: Option<u64>) -> Option<String> {
    let (name, octets) = (item.name(), item.octets);
    match limit.filter(|limit| octets > *limit) {
        Some(limit) => Some(format!("{name}: {octets} octets are more than the server takes ({limit}, APPENDLIMIT)")),
        None if item.binary && !client.has("BINARY") => {
            Some(format!("{name}: the message holds NUL, and the server takes none (BINARY)"))
        }
        None => None,
    }
}

/// APPEND.
pub fn run(args: &Append, imap: &Imap, at: At<'_>) -> Result<Exit, Failure> {
    let terminal = at.1;
    let mut items = args.files.iter().map(|path| Item::file(path)).collect::<Result<Vec<_>, _>>()?;
    for path in &args.mbox {
        items.extend(Item::mbox(path)?);
    }
    for path in &args.maildir {
        items.extend(Item::maildir(path)?);
    }
    items.iter_mut().for_each(|item| args.marks.mark(item));
    converse(imap, at, Need::Login, async |client| {
        let (limit, alone) = (client.append_limit(&args.to).await?, items.len() == 1);
        let mut exits = Vec::new();
        let (wrong, fit): (Vec<_>, Vec<_>) =
            items.into_iter().map(|item| (misfit(&item, client, limit), item)).partition(|(why, _)| why.is_some());
        for why in wrong.into_iter().filter_map(|(why, _)| why) {
            if alone {
                return Err(Failure::new(Exit::Data, why).into());
            }
            client.remark(why);
            exits.push(Exit::Data);
        }
        let fit: Vec<Item> = fit.into_iter().map(|(_, item)| item).collect();
        if args.dry_run {
            fit.iter().for_each(|item| would(Verb::Append, &item.name(), terminal));
            exits.extend(fit.iter().map(|_| Exit::Ok));
            return Ok(Exit::of_all(exits));
        }
        let mut rest = fit.as_slice();
        while !rest.is_empty() {
            let (batch, behind) = rest.split_at(batch(rest, client.has("MULTIAPPEND")));
            rest = behind;
            exits.extend(args.put(client, batch, alone, terminal).await?);
        }
        Ok(Exit::of_all(exits))
    })
}

/// How many of them go together.
fn batch(items: &[Item], several: bool) -> usize {
    let mut octets = 0;
    let fit = items.iter().take(if several { MOST } else { 1 }).take_while(|item| {
        octets += item.octets;
        octets <= LARGEST
    });
    fit.count().max(1)
}

impl Append {
    /// One exit for each. All of them are refused with one of them: then each is tried by itself, unless that came within
    /// the octets, behind which nothing more can be said.
    async fn put(
        &self,
        client: &mut imap::Imap,
        items: &[Item],
        alone: bool,
        terminal: &Terminal,
    ) -> Result<Vec<Exit>, Trouble> {
        let refusal = match self.together(client, items, terminal).await {
            Err(Error::Refused(refusal)) if refusal.to.is_some() && !alone && client.is_usable() => refusal,
            done => return done.map(|()| vec![Exit::Ok; items.len()]).map_err(Trouble::from),
        };
        let hopeless = items.len() == 1 || matches!(refusal.exit(), Exit::NoUser | Exit::NoPermission);
        if hopeless {
            items.iter().for_each(|item| client.remark(format!("{}: {refusal}", item.name())));
            return Ok(vec![refusal.exit(); items.len()]);
        }
        client.remark(format!("{} messages: {refusal}; each is tried by itself", items.len()));
        let mut exits = Vec::new();
        for item in items {
            match self.together(client, std::slice::from_ref(item), terminal).await {
                Err(Error::Refused(refusal)) if refusal.to.is_some() && client.is_usable() => {
                    client.remark(format!("{}: {refusal}", item.name()));
                    exits.push(refusal.exit());
                }
                done => exits.push(done.map(|()| Exit::Ok)?),
            }
        }
        Ok(exits)
    }

    /// By one command.
    async fn together(&self, client: &mut imap::Imap, items: &[Item], terminal: &Terminal) -> Result<(), Error> {
        let letters: Vec<Letter<'_>> = items.iter().map(letter).collect();
        let appended = client.append(&self.to, &letters, &mut Chain::of(items)).await?;
        for (n, item) in items.iter().enumerate() {
            tell(item, &self.to, appended.get(n), terminal);
        }
        Ok(())
    }
}

/// Where a message got to.
pub fn tell(item: &Item, mailbox: &str, appended: Option<&Appended>, terminal: &Terminal) {
    let (uid, validity) = (appended.map(|to| to.uid), appended.map(|to| to.validity));
    if terminal.json {
        return terminal.json(&json!({
            "file": item.file, "n": item.number, "mailbox": mailbox, "octets": item.octets, "uid": uid, "uidvalidity": validity,
        }));
    }
    let uid = uid.map_or_else(String::new, |uid| format!("{uid}  "));
    terminal.result(&escape_str(&format!("{uid}{mailbox}  {}", item.name())));
}
