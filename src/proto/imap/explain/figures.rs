//! Numbers in words: sets of messages, and what FETCH tells.

use super::super::response::fetch::Content;
use super::super::response::{Fetch, Item};
use super::super::set::{SequenceNumber, SequenceRange, SequenceSet};
use super::flags;
use crate::proto::explain::{Language, figure, quote};

/// The most ranges of a set that are told.
const RANGES: usize = 6;
/// The most items of a message that are told.
const ITEMS: usize = 12;
/// The most characters of a text that are quoted.
const TEXT: usize = 40;

/// A set in words: `messages 2, 4 to 7 and 12 to the last`. With `uid`, its numbers are UIDs.
pub(super) fn set(set: &SequenceSet, uid: bool, language: Language) -> String {
    if *set == SequenceSet::all() {
        return language.choose("every message", "todos los mensajes").to_owned();
    }
    let mut words: Vec<String> =
        set.ranges().iter().take(RANGES).map(|range| range_in_words(range, language)).collect();
    if let Some(more) = set.ranges().len().checked_sub(RANGES + 1) {
        let more = figure(more as u64 + 1, language);
        words.push(language.choose(format!("{more} ranges more"), format!("{more} intervalos más")));
    }
    let numbers = words.join(", ");
    let one = matches!(set.ranges(), [range] if range.from == range.to);
    match (uid, one) {
        (true, _) => format!("UID {numbers}"),
        (false, true) => format!("{} {numbers}", language.choose("message", "mensaje")),
        (false, false) => format!("{} {numbers}", language.choose("messages", "mensajes")),
    }
}

fn range_in_words(range: &SequenceRange, language: Language) -> String {
    let (from, to) = (range.from, range.to);
    match (from, to) {
        _ if from == to => number(from, language),
        (_, SequenceNumber::Largest) => {
            let from = number(from, language);
            language.choose(format!("{from} to the last"), format!("de {from} al último"))
        }
        _ => {
            let (from, to) = (number(from, language), number(to, language));
            language.choose(format!("{from} to {to}"), format!("de {from} a {to}"))
        }
    }
}

fn number(number: SequenceNumber, language: Language) -> String {
    match number {
        SequenceNumber::Number(number) => number.to_string(),
        SequenceNumber::Largest => language.choose("the last", "el último").to_owned(),
    }
}

/// What FETCH tells of a message, in one line.
pub(super) fn fetch(fetch: &Fetch, language: Language) -> String {
    let number = fetch.number;
    let mut words = vec![language.choose(format!("message {number}"), format!("mensaje {number}"))];
    words.extend(fetch.items.iter().take(ITEMS).map(|item| item_in_words(item, language)));
    words.join("; ")
}

fn item_in_words(item: &Item, language: Language) -> String {
    let octets = |count: u64| {
        let count = figure(count, language);
        language.choose(format!("{count} octets"), format!("{count} octetos"))
    };
    match item {
        Item::Uid(uid) => format!("UID {uid}"),
        Item::Flags(list) => flags::words(list, language),
        Item::Size(size) => octets(*size),
        Item::InternalDate(date) => language.choose("arrived ", "llegó ").to_owned() + &quote(date.trim_ascii(), TEXT),
        Item::ModSeq(modseq) => language.choose(format!("change {modseq}"), format!("cambio {modseq}")),
        Item::Envelope(envelope) => match envelope.subject.as_deref().filter(|subject| !subject.is_empty()) {
            Some(subject) => language.choose("subject ", "asunto ").to_owned() + &quote(subject, TEXT),
            None => language.choose("no subject", "sin asunto").to_owned(),
        },
        Item::Content { name, content, .. } => match content {
            Content::Nil => format!("{}: NIL", quote(name.as_bytes(), TEXT)),
            Content::Octets(text) => format!("{}: {}", quote(name.as_bytes(), TEXT), octets(text.len() as u64)),
            Content::Streamed(count) => format!("{}: {}", quote(name.as_bytes(), TEXT), octets(*count)),
        },
        Item::BinarySize(name, count) => format!("{}: {}", quote(name.as_bytes(), TEXT), octets(*count)),
        Item::Structure(_) => language.choose("its structure", "su estructura").to_owned(),
        Item::EmailId(id) => format!("EMAILID {}", quote(id, TEXT)),
        Item::ThreadId(id) => format!("THREADID {}", quote(id.as_deref().unwrap_or(b"NIL"), TEXT)),
        Item::Preview(text) => format!("PREVIEW {}", quote(text.as_deref().unwrap_or(b"NIL"), TEXT)),
        Item::SaveDate(date) => format!("SAVEDATE {}", quote(date.as_deref().unwrap_or(b"NIL"), TEXT)),
        Item::Labels(labels) => format!("X-GM-LABELS {}", quote(&labels.join(&b' '), TEXT)),
        Item::Other(name, _) => quote(name.as_bytes(), TEXT),
    }
}
