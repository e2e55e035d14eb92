//! Under a reply: what its code says to what was asked, its enhanced code, and each line of what EHLO is answered.

mod digits;
mod permanent;
mod positive;
mod transient;

use super::super::command::Verb;
use super::super::dialogue::Awaited;
use super::super::reply::Reply;
use super::{circumstances, enhanced, keywords};
use crate::proto::explain::{Entry, Explanation, Language};
use crate::proto::sasl::explain::{Exchange, challenge};

/// What a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answers {
    /// The code, whatever it answers.
    Any,
    /// The code in answer to this.
    To(Awaited),
}

/// A code, what it answers, and the note.
pub(super) type Row = (u16, Answers, Entry);

/// All rows.
pub(super) fn rows() -> impl Iterator<Item = &'static Row> {
    [positive::ROWS, transient::ROWS, permanent::ROWS].into_iter().flatten()
}

/// The notes on a reply.
pub(super) fn explain(
    reply: &Reply,
    to: Option<Awaited>,
    exchange: Option<&Exchange>,
    reveal: bool,
    language: Language,
) -> Vec<Explanation> {
    let last = reply.lines.len().saturating_sub(1);
    let capabilities = reply.code == 250 && matches!(to, Some(Awaited::Command(Verb::Ehlo | Verb::Lhlo)));
    let line = if capabilities { 0 } else { last };
    let mut notes = vec![code(reply.code, to, line, language)];
    if to.is_none() && reply.code != 421 {
        notes.push(circumstances::UNASKED.under(line, language));
    }
    notes.extend(reply.enhanced.map(|code| enhanced::explain(code, line, language)));
    if let Some(exchange) = exchange.filter(|_| reply.code == 334) {
        let text = reply.lines.last().map(AsRef::as_ref).unwrap_or_default();
        let challenge = challenge(exchange, text, reveal, language).into_iter();
        notes.extend(challenge.map(|note| Explanation { line, ..note }));
    }
    if capabilities {
        let keywords = reply.lines.iter().enumerate().skip(1);
        notes.extend(keywords.flat_map(|(n, text)| keywords::explain(text, n, reveal, language)));
    }
    notes
}

fn code(code: u16, to: Option<Awaited>, line: usize, language: Language) -> Explanation {
    match find(code, to) {
        Some(note) => Explanation { line, text: format!("{code}: {}", note.text(language)).into(), rfc: note.rfc },
        None => digits::explain(code, line, language),
    }
}

/// The note on a code for what it answers, for what is like that, or for whatever it answers.
fn find(code: u16, to: Option<Awaited>) -> Option<&'static Entry> {
    let alike = match to {
        Some(Awaited::Credentials) => Some(Awaited::Command(Verb::Auth)),
        Some(Awaited::Command(Verb::Lhlo)) => Some(Awaited::Command(Verb::Ehlo)),
        Some(Awaited::Command(Verb::Bdat) | Awaited::LastChunk) => Some(Awaited::EndOfData),
        other => other,
    };
    let row = |wanted: Answers| rows().find(|(known, answers, _)| *known == code && *answers == wanted);
    let found = to.and_then(|to| row(Answers::To(to))).or_else(|| row(Answers::To(alike?)));
    found.or_else(|| row(Answers::Any)).map(|(.., note)| note)
}

/// Notes on digits, which stand for codes that no table has.
#[cfg(test)]
pub(super) fn digits() -> impl Iterator<Item = &'static Entry> {
    digits::FIRST.iter().chain(&digits::SECOND).chain([&digits::BEYOND])
}
