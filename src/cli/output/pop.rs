//! What is in a maildrop, and what a POP3 server can do.

use std::borrow::Cow;

use serde::Serialize;
use serde_json::json;

use crate::base::escape::{escape, escape_str};
use crate::cli::terminal::Terminal;
use crate::cli::theme::paint;
use crate::client::pop3::Entry;
use crate::mime::summary::Summary;
use crate::proto::explain::Language;
use crate::proto::pop3::listing::MAX_UNIQUE_ID;
use crate::proto::pop3::{Capabilities, explain};
use crate::transcript::text::{Label, thousands};

/// The widest that the column of authors gets.
const FROM: usize = 30;
/// As wide as a moment.
const DATE: usize = 16;

/// What is shown beside the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Columns {
    /// The size.
    pub octets: bool,
    /// The unique-id.
    pub uidl: bool,
    /// Date, author and subject.
    pub headers: bool,
}

/// The fields of `pop list --json`.
#[derive(Debug, Serialize)]
pub struct Row {
    n: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    octets: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    uidl: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    subject: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<String>,
    /// The date as a table shows it.
    #[serde(skip)]
    day: String,
}

impl Row {
    /// Of a message, with what its header says.
    pub fn new(entry: &Entry, summary: Option<Summary>) -> Row {
        let summary = summary.unwrap_or_default();
        let day = summary.moment.map(|moment| moment.strftime("%Y-%m-%d %H:%M").to_string());
        Row {
            n: entry.number,
            octets: entry.octets,
            uidl: entry.unique_id.as_ref().map(|id| String::from_utf8_lossy(id).into_owned()),
            from: summary.from,
            subject: summary.subject,
            day: day.or_else(|| summary.date.clone()).unwrap_or_default(),
            date: summary.moment.map(|moment| moment.to_string()).or(summary.date),
            file: None,
        }
    }

    /// Of a message that is in a file now.
    pub fn filed(entry: &Entry, path: &std::path::Path) -> Row {
        Row { file: Some(path.display().to_string()), ..Row::new(entry, None) }
    }
}

/// Rows as they come: a table for a person, objects for a program.
pub struct Table<'a> {
    /// What is shown.
    pub columns: Columns,
    terminal: &'a Terminal,
    widths: [usize; 3],
}

impl<'a> Table<'a> {
    /// For these messages; its head is shown at once.
    pub fn new(columns: Columns, entries: &[Entry], terminal: &'a Terminal) -> Table<'a> {
        let id = |entry: &Entry| entry.unique_id.as_ref().map_or(0, |id| escape(id).chars().count().min(MAX_UNIQUE_ID));
        let widest = |width: &dyn Fn(&Entry) -> usize, head: usize| entries.iter().map(width).fold(head, usize::max);
        let widths = [
            widest(&|entry| entry.number.to_string().len(), 1),
            widest(&|entry| entry.octets.map_or(0, |octets| thousands(octets).len()), 6),
            widest(&id, 4),
        ];
        let table = Table { columns, terminal, widths };
        if !terminal.json && !entries.is_empty() {
            let head = table.line(["N", "OCTETS", "UIDL", "DATE (UTC)", "FROM", "SUBJECT"].map(Cow::Borrowed));
            terminal.result(&paint(Label::Note, &head).to_string());
        }
        table
    }

    /// Shows one.
    pub fn row(&self, row: &Row) {
        if self.terminal.json {
            return self.terminal.json(row);
        }
        let octets = row.octets.map(thousands).unwrap_or_else(|| "-".to_owned());
        let text = |text: &Option<String>| escape_str(text.as_deref().unwrap_or("-")).into_owned();
        let cells = [row.n.to_string(), octets, text(&row.uidl), escape_str(&row.day).into_owned(), text(&row.from)];
        let [n, octets, uidl, day, from] = cells.map(Cow::Owned);
        self.terminal.result(&self.line([n, octets, uidl, day, from, text(&row.subject).into()]));
    }

    fn line(&self, [n, octets, uidl, date, from, subject]: [Cow<'_, str>; 6]) -> String {
        let [w0, w1, w2] = self.widths;
        let mut line = format!("{n:>w0$}");
        if self.columns.octets {
            line += &format!("  {octets:>w1$}");
        }
        if self.columns.uidl {
            line += &format!("  {uidl:<w2$}");
        }
        if self.columns.headers {
            line += &format!("  {:<DATE$}  {:<FROM$}  {subject}", cut(&date, DATE), cut(&from, FROM));
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

/// One line for each that is in a file now.
pub fn filed(row: &Row, terminal: &Terminal) {
    match terminal.json {
        true => terminal.json(row),
        false => {
            let file = escape_str(row.file.as_deref().unwrap_or_default());
            let octets = row.octets.map(thousands).unwrap_or_default();
            terminal.result(&format!("{}  {octets} octets  {file}", row.n));
        }
    }
}

/// One line for each keyword: its parameters, and what it means.
pub fn capabilities(offered: &Capabilities, language: Language, terminal: &Terminal) {
    let width = offered.iter().map(|(keyword, _)| escape_str(keyword).chars().count()).max().unwrap_or_default();
    for (keyword, parameters) in offered.iter() {
        let note = explain::capability(keyword);
        let meaning = note.map(|note| note.text(language));
        if terminal.json {
            let rfc = note.map(|note| note.rfc);
            terminal.json(&json!({ "keyword": keyword, "parameters": parameters, "meaning": meaning, "rfc": rfc }));
            continue;
        }
        let (keyword, parameters) = (escape_str(keyword).into_owned(), parameters.join(" "));
        let mut line = format!("{keyword:<width$}  {}", escape_str(&parameters)).trim_end().to_owned();
        if let Some(note) = note {
            let note = format!("{} ({})", note.text(language), note.rfc);
            line += &format!("\n    {}", paint(Label::Explanation, &note));
        }
        terminal.result(&line);
    }
}
