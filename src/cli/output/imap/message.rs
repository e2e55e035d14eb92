//! A row for each message: UID, flags, size, date, author, subject, or what else is asked for.

use serde_json::{Map, Value};

pub use super::field::flags_in_words;
use super::field::{Field, internal, label_names, size};
use crate::base::escape::escape_str;
use crate::cli::output::mime::imap::{body_json, envelope_json};
use crate::cli::terminal::Terminal;
use crate::cli::theme::paint;
use crate::mime::encoded_word;
use crate::proto::imap::envelope::Address;
use crate::proto::imap::{Envelope, Fetch, Item, Url};
use crate::transcript::text::{Label, thousands};

/// What a table shows beside the UID unless something else is asked for.
pub const USUAL: [Field; 5] = [Field::Flags, Field::Size, Field::Date, Field::From, Field::Subject];

/// Rows as they come: a table for a person, objects for a program.
pub struct Table<'a> {
    fields: Vec<Field>,
    terminal: &'a Terminal,
    uid: usize,
    headed: bool,
    /// The mailbox, if it is one of several.
    mailbox: Option<Url>,
}

impl<'a> Table<'a> {
    /// Of these beside the UID, in their order, for messages whose UIDs are below `next`, if that is known.
    pub fn new(fields: &[Field], next: Option<u32>, terminal: &'a Terminal) -> Table<'a> {
        let fields = [&[Field::Uid], fields].concat();
        Table { fields, terminal, uid: next.unwrap_or(999_999).to_string().len().max(3), headed: false, mailbox: None }
    }

    /// The same of one of several mailboxes: which one it is is told as well.
    pub fn within(mut self, mailbox: Url) -> Table<'a> {
        self.fields.insert(1, Field::Mailbox);
        self.mailbox = Some(mailbox);
        self
    }

    /// Shows one.
    pub fn row(&mut self, fetch: &Fetch) {
        if self.terminal.json {
            let mut object = object(fetch);
            if let (Some(mailbox), Some(object)) = (&self.mailbox, object.as_object_mut()) {
                object.insert("mailbox".to_owned(), mailbox.mailbox.clone().into());
            }
            return self.terminal.json(&object);
        }
        if !std::mem::replace(&mut self.headed, true) {
            let head = self.line(|field| head(field).to_owned());
            self.terminal.result(&paint(Label::Note, &head).to_string());
        }
        let mailbox = self.mailbox.clone().unwrap_or_default();
        let line = self.line(|field| match field {
            Field::Size => size(fetch).map_or_else(|| "-".to_owned(), thousands),
            _ => field.text(fetch, &mailbox, "%Y-%m-%d %H:%M").unwrap_or_else(|| "-".to_owned()),
        });
        self.terminal.result(&line);
    }

    fn line(&self, cell: impl Fn(Field) -> String) -> String {
        let mut line = String::new();
        for (n, field) in self.fields.iter().enumerate() {
            let cell = escape_str(&cell(*field)).into_owned();
            line.push_str(if n == 0 { "" } else { "  " });
            line += &match self.width(*field) {
                Width::Right(width) => format!("{cell:>width$}"),
                Width::Left(width) => format!("{cell:<width$}"),
                Width::Cut(_) if n + 1 == self.fields.len() => cell,
                Width::Cut(width) => format!("{:<width$}", cut(&cell, width)),
            };
        }
        line.trim_end().to_owned()
    }

    fn width(&self, field: Field) -> Width {
        match field {
            Field::Uid => Width::Right(self.uid),
            Field::Size | Field::ModSeq => Width::Right(11),
            Field::Date | Field::SaveDate => Width::Left(16),
            Field::Flags => Width::Cut(16),
            Field::From => Width::Cut(28),
            Field::Subject => Width::Cut(40),
            // Identifiers are there to be copied.
            _ => Width::Left(20),
        }
    }
}

/// How wide a column is.
enum Width {
    /// Numbers.
    Right(usize),
    /// At least.
    Left(usize),
    /// And no wider, unless it is the last one.
    Cut(usize),
}

fn head(field: Field) -> &'static str {
    match field {
        Field::Uid => "UID",
        Field::Flags => "FLAGS",
        Field::ModSeq => "MODSEQ",
        Field::Size => "OCTETS",
        Field::Date => "DATE (UTC)",
        Field::SaveDate => "SAVED (UTC)",
        Field::From | Field::FromAddress => "FROM",
        Field::To | Field::ToAddress => "TO",
        Field::EmailId => "EMAILID",
        Field::ThreadId => "THREADID",
        Field::Labels => "LABELS",
        Field::MessageId => "MESSAGE-ID",
        Field::Mailbox => "MAILBOX",
        Field::Url => "URL",
        Field::Subject => "SUBJECT",
        Field::Preview => "PREVIEW",
    }
}

/// The first `width` characters; the last of them says that there are more.
fn cut(text: &str, width: usize) -> String {
    match text.chars().count() > width {
        true => text.chars().take(width.saturating_sub(1)).chain(['…']).collect(),
        false => text.to_owned(),
    }
}

/// The object of a message.
pub fn object(fetch: &Fetch) -> Value {
    let mut object = Map::new();
    let mut insert = |name: &str, value: Value| drop(object.insert(name.to_owned(), value));
    let text = |octets: &[u8]| Value::from(String::from_utf8_lossy(octets).into_owned());
    let moment = |date: &[u8]| internal(date).map_or_else(|| text(date), |moment| moment.to_string().into());
    for item in &fetch.items {
        match item {
            Item::Uid(uid) => insert("uid", (*uid).into()),
            Item::Flags(flags) => insert("flags", flags.iter().map(|flag| text(flag)).collect()),
            Item::Size(size) => insert("size", (*size).into()),
            Item::InternalDate(date) => insert("date", moment(date)),
            Item::Envelope(envelope) => insert("envelope", envelope_json(&decoded(envelope))),
            Item::Structure(structure) => insert("structure", body_json(structure)),
            Item::ModSeq(modseq) => insert("modseq", (*modseq).into()),
            Item::EmailId(id) => insert("emailid", text(id)),
            Item::ThreadId(id) => insert("threadid", id.as_deref().map_or(Value::Null, text)),
            Item::SaveDate(date) => insert("savedate", date.as_deref().map_or(Value::Null, moment)),
            Item::Preview(preview) => insert("preview", preview.as_deref().map_or(Value::Null, text)),
            Item::Labels(labels) => insert("labels", label_names(labels).into()),
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
