//! A message as text, or as one JSON object.

use serde::Serialize;
use serde_json::{Map, Value};

use super::calendar::{Calendar, lines};
use super::tree::FlawRecord;
use crate::base::date::rfc3339;
use crate::base::escape::{escape, escape_str};
use crate::cli::terminal::Terminal;
use crate::mime::addresses::{self, Address, Entry};
use crate::mime::flaw::{Flaw, Severity};
use crate::mime::tree::Entity;
use crate::mime::{calendar, date_time, encoded_word, report};
use crate::transcript::Weight;
use crate::transcript::text::thousands;

/// A longer line is shown in pieces.
const LONG_LINE: usize = 64 * 1024;
/// Octets of text in one JSON object.
const MAX_TEXT: usize = 16 << 20;

/// What is shown of the header of a message.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Heading {
    path: String,
    from: Vec<Mailbox>,
    to: Vec<Mailbox>,
    cc: Vec<Mailbox>,
    date: Option<String>,
    timestamp: Option<String>,
    subject: Option<String>,
    message_id: Option<String>,
    /// The lines that are shown.
    #[serde(skip)]
    lines: Vec<(&'static str, String)>,
}

#[derive(Clone, Debug, Serialize)]
struct Mailbox {
    name: Option<String>,
    address: String,
}

/// The fields of `mime show --json`.
#[derive(Serialize)]
pub struct Record {
    message: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<String>,
    #[serde(flatten)]
    heading: Heading,
    text: String,
    text_cut: bool,
    attachments: Vec<Attachment>,
    messages: Vec<Inner>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    calendars: Vec<Calendar>,
    reports: Vec<Report>,
    flaws: Vec<Value>,
}

/// A message within.
#[derive(Serialize)]
struct Inner {
    depth: usize,
    #[serde(flatten)]
    heading: Heading,
    text: String,
}

#[derive(Clone, Serialize)]
struct Attachment {
    path: String,
    r#type: String,
    name: Option<String>,
    octets: u64,
    disposition: Option<String>,
}

#[derive(Serialize)]
struct Report {
    path: String,
    r#type: String,
    fields: Map<String, Value>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    recipients: Vec<Map<String, Value>>,
}

/// Where a message is shown.
pub enum Writer {
    /// On a terminal.
    Text(Shown),
    /// As an object.
    Json(Box<Record>),
}

/// What is known while a message is shown.
pub struct Shown {
    terminal: Terminal,
    /// Octets of a line that has not ended.
    line: Vec<u8>,
    /// So much of the line was shown already.
    begun: bool,
    /// Something stands above.
    any: bool,
    attached: Vec<Attachment>,
}

/// What is shown of the header of a message.
pub fn heading(entity: &Entity) -> Heading {
    let mut lines = Vec::new();
    let mut list = |label: &'static str, name: &str| {
        let Some(value) = entity.field(name) else { return Vec::new() };
        let entries = addresses::read(value).0;
        let shown = people(&entries);
        // What is no address at all is shown as it is.
        let shown = if shown.is_empty() { encoded_word::decode(value).trim().to_owned() } else { shown };
        lines.push((label, shown));
        addresses::addresses(&entries)
            .map(|address| Mailbox { name: address.name.clone(), address: address.addr_spec.clone() })
            .collect()
    };
    let (from, to, cc) = (list("From", "from"), list("To", "to"), list("Cc", "cc"));
    let text = |name: &str| entity.field(name).map(|value| encoded_word::decode(value).trim().to_owned());
    let (date, subject) = (text("date"), text("subject"));
    lines.extend(date.clone().map(|date| ("Date", date)));
    lines.extend(subject.clone().map(|subject| ("Subject", subject)));
    let moment = entity.field("date").and_then(|value| date_time::parse(value).0);
    Heading {
        path: entity.header.to_string(),
        from,
        to,
        cc,
        timestamp: moment.and_then(|moment| moment.timestamp()).map(rfc3339),
        date,
        subject,
        message_id: text("message-id"),
        lines,
    }
}

/// `Name <address>, group: address;`
fn people(entries: &[Entry]) -> String {
    let mut shown = String::new();
    let mut first = true;
    for entry in entries {
        if !first && !matches!(entry, Entry::GroupEnd) {
            shown.push_str(", ");
        }
        first = matches!(entry, Entry::Group { .. });
        match entry {
            Entry::Address(Address { name: Some(name), addr_spec, .. }) => shown += &format!("{name} <{addr_spec}>"),
            Entry::Address(address) => shown.push_str(&address.addr_spec),
            Entry::Group { name, .. } => shown += &format!("{name}: "),
            Entry::GroupEnd => shown.push(';'),
        }
    }
    shown
}

impl Record {
    /// Of a message, of which nothing else is known yet.
    pub fn new(message: u64, file: Option<&str>) -> Record {
        Record {
            message,
            file: file.map(str::to_owned),
            heading: Heading::default(),
            text: String::new(),
            text_cut: false,
            attachments: Vec::new(),
            messages: Vec::new(),
            calendars: Vec::new(),
            reports: Vec::new(),
            flaws: Vec::new(),
        }
    }

    /// Adds text to the innermost message.
    fn push(&mut self, text: &str) {
        let size = self.text.len() + self.messages.iter().map(|inner| inner.text.len()).sum::<usize>();
        if size + text.len() > MAX_TEXT {
            self.text_cut = true;
            return;
        }
        let innermost = self.messages.last_mut().map_or(&mut self.text, |inner| &mut inner.text);
        innermost.push_str(text);
    }
}

impl Writer {
    /// On a terminal.
    pub fn text(terminal: Terminal) -> Writer {
        Writer::Text(Shown { terminal, line: Vec::new(), begun: false, any: false, attached: Vec::new() })
    }

    /// As an object.
    pub fn json(record: Record) -> Writer {
        Writer::Json(Box::new(record))
    }

    /// The header of a message, which is within `depth` others.
    pub fn header(&mut self, heading: &Heading, depth: usize) {
        match self {
            Writer::Text(shown) => {
                shown.gap();
                for (label, value) in &heading.lines {
                    shown.line(&format!("{label}: {}", escape_str(value)), depth);
                }
                shown.any |= !heading.lines.is_empty();
            }
            Writer::Json(record) if depth == 0 => record.heading = heading.clone(),
            Writer::Json(record) => {
                record.messages.push(Inner { depth, heading: heading.clone(), text: String::new() });
            }
        }
    }

    /// A text begins.
    pub fn begin_text(&mut self, _depth: usize) {
        match self {
            Writer::Text(shown) => shown.gap(),
            Writer::Json(record) => {
                if !record.messages.last().map_or(&record.text, |inner| &inner.text).is_empty() {
                    record.push("\n");
                }
            }
        }
    }

    /// Octets of the text, which are UTF-8.
    pub fn text_octets(&mut self, octets: &[u8], depth: usize) {
        match self {
            Writer::Text(shown) => shown.text(octets, depth),
            Writer::Json(record) => record.push(&String::from_utf8_lossy(octets)),
        }
    }

    /// The text is over.
    pub fn end_text(&mut self, depth: usize) {
        if let Writer::Text(shown) = self {
            shown.end_line(depth);
        }
    }

    /// The groups of fields of a report.
    pub fn report(&mut self, entity: &Entity, groups: &[Vec<report::Field>], depth: usize) {
        match self {
            Writer::Text(shown) => {
                for group in groups {
                    shown.gap();
                    for field in group {
                        shown.line(&format!("{}: {}", escape_str(&field.name), escape_str(&field.value)), depth);
                    }
                    shown.any = true;
                }
            }
            Writer::Json(record) => {
                let delivery = entity.content.content_type.subtype().ends_with("delivery-status");
                let mut groups = groups.iter();
                let first =
                    if delivery { groups.by_ref().take(1).collect() } else { groups.by_ref().collect::<Vec<_>>() };
                let fields = first.into_iter().flatten();
                record.reports.push(Report {
                    path: entity.section.to_string(),
                    r#type: entity.content.content_type.essence(),
                    fields: object(fields),
                    recipients: groups.map(|group| recipient(group)).collect(),
                });
            }
        }
    }

    /// A calendar: what it tells, or as it stands there if that is nothing.
    pub fn calendar(&mut self, entity: &Entity, octets: &[u8], depth: usize) {
        let calendar = calendar::read(&String::from_utf8_lossy(octets));
        if calendar.entries.is_empty() {
            self.begin_text(depth);
            self.text_octets(octets, depth);
            return self.end_text(depth);
        }
        match self {
            Writer::Text(shown) => lines(&calendar).iter().for_each(|entry| {
                shown.gap();
                entry.iter().for_each(|line| shown.line(line, depth));
                shown.any = true;
            }),
            Writer::Json(record) => record.calendars.push(Calendar::new(entity, calendar)),
        }
    }

    /// A part that is only told, with its decoded size.
    pub fn attached(&mut self, entity: &Entity, octets: u64) {
        let attachment = Attachment {
            path: entity.section.to_string(),
            r#type: entity.content.content_type.essence(),
            name: entity.file_name.clone(),
            octets,
            disposition: entity.disposition.as_ref().map(|disposition| disposition.name.clone()),
        };
        match self {
            Writer::Text(shown) => shown.attached.push(attachment),
            Writer::Json(record) => record.attachments.push(attachment),
        }
    }

    /// What was wrong in a text, unless it is harmless.
    pub fn flaws(&mut self, entity: &Entity, flaws: Vec<Flaw>) {
        let path = &entity.section;
        match self {
            Writer::Text(shown) => {
                for flaw in flaws.iter().filter(|flaw| flaw.severity > Severity::Info) {
                    let text = escape_str(&flaw.message);
                    let line = format!("{path}, octet {}: {text} ({}) [{}]", flaw.offset, flaw.rfc, flaw.code);
                    shown.terminal.note(Weight::Warning, line);
                }
            }
            Writer::Json(record) => {
                let values = flaws.iter().map(|flaw| {
                    let mut value = serde_json::to_value(FlawRecord::from(flaw)).unwrap_or_default();
                    value["path"] = path.to_string().into();
                    value
                });
                record.flaws.extend(values);
            }
        }
    }

    /// The message is over.
    pub fn finish(self, terminal: &Terminal) {
        let mut shown = match self {
            Writer::Json(record) => return terminal.json(&*record),
            Writer::Text(shown) => shown,
        };
        let attached = std::mem::take(&mut shown.attached);
        if attached.is_empty() {
            return;
        }
        shown.gap();
        terminal.result("Attached:");
        for attachment in attached {
            let name = attachment.name.map(|name| format!(" {:?}", name)).unwrap_or_default();
            let unit = if attachment.octets == 1 { "octet" } else { "octets" };
            let (path, kind) = (attachment.path, escape_str(&attachment.r#type));
            terminal.result(&format!("  {path} {kind}{}, {} {unit}", escape_str(&name), thousands(attachment.octets)));
        }
    }
}

impl Shown {
    /// An empty line, if something stands above.
    fn gap(&mut self) {
        if std::mem::take(&mut self.any) {
            self.terminal.result("");
        }
    }

    fn line(&mut self, line: &str, depth: usize) {
        self.terminal.result(&format!("{}{line}", indent(depth)));
    }

    fn text(&mut self, octets: &[u8], depth: usize) {
        for piece in octets.split_inclusive(|&octet| octet == b'\n') {
            self.line.extend_from_slice(piece);
            if piece.ends_with(b"\n") {
                self.end_line(depth);
            } else if self.line.len() > LONG_LINE {
                self.show(depth);
            }
        }
    }

    /// Shows what there is of a line.
    fn show(&mut self, depth: usize) {
        let keep = if self.line.ends_with(b"\r") { 1 } else { 0 };
        let octets = self.line.get(..self.line.len() - keep).unwrap_or_default();
        let before = if self.begun { "" } else { &indent(depth) };
        self.terminal.text(&format!("{before}{}", harmless(octets)));
        self.line.drain(..self.line.len() - keep);
        self.begun = true;
        self.any = true;
    }

    fn end_line(&mut self, depth: usize) {
        if self.line.is_empty() && !self.begun {
            return;
        }
        let line = self.line.strip_suffix(b"\n").unwrap_or(&self.line);
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let before = if self.begun || line.is_empty() { "" } else { &indent(depth) };
        self.terminal.result(&format!("{before}{}", harmless(line)));
        self.line.clear();
        self.begun = false;
        self.any = true;
    }
}

fn indent(depth: usize) -> String {
    "    ".repeat(depth)
}

/// Text without anything that a terminal would obey, its tabs kept.
fn harmless(octets: &[u8]) -> String {
    let pieces = octets.split(|&octet| octet == b'\t').map(escape);
    pieces.collect::<Vec<_>>().join("\t")
}

/// Fields as an object: names in lower case with underscores; what is there several times as a list.
fn object<'a>(fields: impl Iterator<Item = &'a report::Field>) -> Map<String, Value> {
    let mut object = Map::new();
    for field in fields {
        let name = field.name.to_ascii_lowercase().replace('-', "_");
        let value = Value::from(field.value.as_str());
        match object.get_mut(&name) {
            None => drop(object.insert(name, value)),
            Some(Value::Array(values)) => values.push(value),
            Some(known) => *known = Value::Array(vec![known.take(), value]),
        }
    }
    object
}

/// A group about one recipient, its address without the type before it.
fn recipient(group: &[report::Field]) -> Map<String, Value> {
    let mut object = object(group.iter());
    let named = |name: &str| group.iter().find(|field| field.name.eq_ignore_ascii_case(name));
    if let Some(field) = named("final-recipient").or(named("original-recipient")) {
        object.insert("address".to_owned(), report::behind_type(&field.value).into());
    }
    object
}
