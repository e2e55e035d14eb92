//! A row for each message: UID, flags, size, date, author and subject.

use std::borrow::Cow;

use serde_json::{Map, Value};

use crate::base::escape::escape_str;
use crate::cli::output::mime::imap::{body_json, envelope_json};
use crate::cli::terminal::Terminal;
use crate::cli::theme::paint;
use crate::mime::{date_time, encoded_word};
use crate::proto::imap::envelope::{Address, Mailbox};
use crate::proto::imap::{Envelope, Fetch, Item};
use crate::transcript::text::{Label, thousands};

/// As wide as most flags.
const FLAGS: usize = 16;
/// As wide as a moment.
const DATE: usize = 16;
/// The widest that the column of authors gets.
const FROM: usize = 28;

/// What is shown beside the UID.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Columns {
    /// The flags.
    pub flags: bool,
    /// The size.
    pub size: bool,
    /// Date, author and subject.
    pub envelope: bool,
    /// The moment that it was received: the date of those without an envelope.
    pub date: bool,
}

/// Rows as they come: a table for a person, objects for a program.
pub struct Table<'a> {
    columns: Columns,
    terminal: &'a Terminal,
    uid: usize,
    headed: bool,
}

impl<'a> Table<'a> {
    /// For messages whose UIDs are below this one, if that is known.
    pub fn new(columns: Columns, next: Option<u32>, terminal: &'a Terminal) -> Table<'a> {
        Table { columns, terminal, uid: next.unwrap_or(999_999).to_string().len().max(3), headed: false }
    }

    /// Shows one.
    pub fn row(&mut self, fetch: &Fetch) {
        if self.terminal.json {
            return self.terminal.json(&object(fetch));
        }
        if !std::mem::replace(&mut self.headed, true) {
            let head = self.line(["UID", "FLAGS", "OCTETS", "DATE (UTC)", "FROM", "SUBJECT"].map(Cow::Borrowed));
            self.terminal.result(&paint(Label::Note, &head).to_string());
        }
        let envelope =
            fetch.items.iter().find_map(|item| if let Item::Envelope(found) = item { Some(found) } else { None });
        let dash = || "-".to_owned();
        let cells = [
            fetch.uid().map_or_else(dash, |uid| uid.to_string()),
            fetch.flags().map_or_else(dash, flags_in_words),
            size(fetch).map_or_else(dash, thousands),
            day(fetch, envelope.map(Box::as_ref)).unwrap_or_else(dash),
            envelope.map(|envelope| people(&envelope.from)).filter(|text| !text.is_empty()).unwrap_or_else(dash),
            envelope.and_then(|envelope| envelope.subject.as_deref()).map_or_else(dash, encoded_word::decode),
        ];
        let safe = cells.each_ref().map(|cell| escape_str(cell));
        self.terminal.result(&self.line(safe));
    }

    fn line(&self, [uid, flags, size, date, from, subject]: [Cow<'_, str>; 6]) -> String {
        let width = self.uid;
        let mut line = format!("{uid:>width$}");
        if self.columns.flags {
            line += &format!("  {:<FLAGS$}", cut(&flags, FLAGS));
        }
        if self.columns.size {
            line += &format!("  {size:>11}");
        }
        if self.columns.envelope || self.columns.date {
            line += &format!("  {:<DATE$}", cut(&date, DATE));
        }
        if self.columns.envelope {
            line += &format!("  {:<FROM$}  {subject}", cut(&from, FROM));
        }
        line.trim_end().to_owned()
    }
}

/// The first `width` characters; the last of them says that there are more.
fn cut(text: &str, width: usize) -> String {
    match text.chars().count() > width {
        true => text.chars().take(width.saturating_sub(1)).chain(['…']).collect(),
        false => text.to_owned(),
    }
}

/// Flags without the backslash of those of the system, in small letters; keywords as they are. That a message is recent
/// says nothing that lasts.
pub fn flags_in_words(flags: &[Vec<u8>]) -> String {
    let word = |flag: &Vec<u8>| {
        let text = String::from_utf8_lossy(flag).into_owned();
        text.strip_prefix('\\').map(str::to_ascii_lowercase).unwrap_or(text)
    };
    flags.iter().map(word).filter(|word| word != "recent").collect::<Vec<_>>().join(" ")
}

fn size(fetch: &Fetch) -> Option<u64> {
    fetch.items.iter().find_map(|item| if let Item::Size(size) = item { Some(*size) } else { None })
}

/// When it was received: `17-Jul-1996 02:44:25 -0700`.
fn received(fetch: &Fetch) -> Option<jiff::Timestamp> {
    let date =
        fetch.items.iter().find_map(|item| if let Item::InternalDate(date) = item { Some(date) } else { None })?;
    let spaced = String::from_utf8_lossy(date).replacen('-', " ", 2);
    date_time::parse(spaced.trim().as_bytes()).0?.timestamp()
}

/// The date of its header, else when it was received.
fn day(fetch: &Fetch, envelope: Option<&Envelope>) -> Option<String> {
    let written = envelope.and_then(|envelope| date_time::parse(envelope.date.as_deref()?).0?.timestamp());
    let moment = written.or_else(|| received(fetch))?;
    Some(moment.strftime("%Y-%m-%d %H:%M").to_string())
}

/// Names, or addresses where there are none.
fn people(addresses: &[Address]) -> String {
    let called = |address: &Address| match address {
        Address::Mailbox(Mailbox { name, mailbox, host, .. }) => {
            let name = name.as_deref().map(encoded_word::decode).filter(|name| !name.trim().is_empty());
            let address = || format!("{}@{}", String::from_utf8_lossy(mailbox), String::from_utf8_lossy(host));
            Some(name.unwrap_or_else(address))
        }
        Address::Group(name) => Some(format!("{}:", encoded_word::decode(name))),
        Address::GroupEnd => None,
    };
    addresses.iter().filter_map(called).collect::<Vec<_>>().join(", ")
}

/// The object of a message.
pub fn object(fetch: &Fetch) -> Value {
    let mut object = Map::new();
    let mut insert = |name: &str, value: Value| drop(object.insert(name.to_owned(), value));
    let text = |octets: &[u8]| Value::from(String::from_utf8_lossy(octets).into_owned());
    for item in &fetch.items {
        match item {
            Item::Uid(uid) => insert("uid", (*uid).into()),
            Item::Flags(flags) => insert("flags", flags.iter().map(|flag| text(flag)).collect()),
            Item::Size(size) => insert("size", (*size).into()),
            Item::InternalDate(date) => {
                insert("date", received(fetch).map_or_else(|| text(date), |moment| moment.to_string().into()));
            }
            Item::Envelope(envelope) => insert("envelope", envelope_json(&decoded(envelope))),
            Item::Structure(structure) => insert("structure", body_json(structure)),
            Item::ModSeq(modseq) => insert("modseq", (*modseq).into()),
            Item::EmailId(id) => insert("emailid", text(id)),
            Item::ThreadId(id) => insert("threadid", id.as_deref().map_or(Value::Null, text)),
            Item::SaveDate(date) => insert("savedate", date.as_deref().map_or(Value::Null, text)),
            Item::Preview(preview) => insert("preview", preview.as_deref().map_or(Value::Null, text)),
            Item::BinarySize(name, size) => insert(&name.to_ascii_lowercase(), (*size).into()),
            Item::Content { .. } | Item::Other(..) => {}
        }
    }
    object.into()
}

/// The envelope with its encoded words decoded.
fn decoded(envelope: &Envelope) -> Envelope {
    let mut envelope = envelope.clone();
    let decode = |text: &mut Option<Vec<u8>>| {
        if let Some(octets) = text {
            *octets = encoded_word::decode(octets).into_bytes();
        }
    };
    decode(&mut envelope.subject);
    let Envelope { from, sender, reply_to, to, cc, bcc, .. } = &mut envelope;
    for address in [from, sender, reply_to, to, cc, bcc].into_iter().flatten() {
        if let Address::Mailbox(mailbox) = address {
            decode(&mut mailbox.name);
        }
    }
    envelope
}
