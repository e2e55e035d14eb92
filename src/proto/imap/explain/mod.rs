//! What is said under each line of an IMAP conversation, for who learns it: commands, responses, codes, items,
//! capabilities.
//!
//! A row of a table is a note in every language with its reference. What a peer said is quoted escaped and short, and
//! not at all where a secret is; what is told of each of many messages or mailboxes is told in a few words.

mod attributes;
mod capabilities;
mod circumstances;
mod codes;
mod commands;
mod data;
mod figures;
mod flags;
mod items;
mod keys;
mod options;
mod rights;
mod statuses;
mod verbs;

use super::command::Verb;
use super::dialogue::Message;
use super::response::{Data, Response};
use crate::proto::explain::{Entry, Explanation, Language};
use crate::proto::sasl;

/// A row of a table: what it is about, and the note.
type Row<K = &'static str> = (K, Entry);

/// The notes on a turn. Unless `reveal`, nothing of its octets is quoted.
pub fn explain(message: &Message, octets: &[u8], reveal: bool, language: Language) -> Vec<Explanation> {
    match message {
        Message::Command(command) => commands::explain(command, octets, reveal, language),
        Message::CommandHead { command, literal } => {
            let mut notes = commands::explain(command, octets, reveal, language);
            notes.extend(circumstances::literal(*literal, language));
            notes
        }
        Message::Malformed(_) => vec![circumstances::MALFORMED.under(0, language)],
        Message::Credentials(exchange) => sasl::explain::response(exchange, octets, reveal, language),
        Message::Done => vec![circumstances::DONE.under(0, language)],
        Message::Content { begins: true, .. } => vec![circumstances::CONTENT.under(0, language)],
        Message::Content { begins: false, .. } => Vec::new(),
        Message::ResponseHead { .. } => vec![circumstances::LARGE.under(0, language)],
        Message::Unreadable => vec![circumstances::UNREADABLE.under(0, language)],
        Message::Response { response, to, exchange } => match response {
            Response::Continue(text) => statuses::leave(text, *to, exchange.as_ref(), reveal, language),
            Response::Tagged { status, .. } => statuses::tagged(status, *to, reveal, language),
            Response::Untagged(Data::Status(status)) => statuses::untagged(status, *to, reveal, language),
            Response::Untagged(told) => data::explain(told, reveal, language),
            Response::Malformed => vec![circumstances::NO_RESPONSE.under(0, language)],
        },
    }
}

/// What a command is for; `None` for one that nobody knows.
pub fn command(verb: Verb) -> Option<&'static Entry> {
    verbs::note(verb)
}

/// What a word of CAPABILITY means, in any case.
pub fn capability(name: &str) -> Option<&'static Entry> {
    capabilities::note(name)
}

/// What a response code means, by its name in any case.
pub fn code(name: &str) -> Option<&'static Entry> {
    codes::note(name)
}

/// What LIST says of a mailbox with this attribute: `\Noselect`, `\Sent`.
pub fn attribute(name: &str) -> Option<&'static Entry> {
    attributes::note(name)
}

/// What the letter of an access right allows.
pub fn right(letter: char) -> Option<&'static Entry> {
    rights::note(letter)
}

const fn row(name: &'static str, rfc: &'static str, en: &'static str, es: &'static str) -> Row {
    (name, Entry::new(rfc, en, es))
}

fn find(table: &'static [Row], name: &str) -> Option<&'static Entry> {
    table.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, note)| note)
}

/// A note with what it is about before it, which is safe to show.
fn named(name: &str, note: &Entry, language: Language) -> Explanation {
    Explanation { line: 0, text: format!("{name}: {}", note.text(language)).into(), rfc: note.rfc }
}

#[cfg(test)]
mod tests;
