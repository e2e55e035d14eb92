//! What each word of CAPABILITY means: IANA's registry "IMAP Capabilities", and what servers say without being in it.

mod mailboxes;
mod sessions;

use self::mailboxes::MAILBOXES;
use self::sessions::SESSIONS;
use super::{find, named};
use crate::proto::explain::{Entry, Explanation, Language, quote};
use crate::proto::sasl;

/// The most characters of a word that are quoted.
const WORD: usize = 40;

/// The note on a word, in any case. What stands behind `=` counts where it is a name and not where it is a figure.
pub(super) fn note(word: &str) -> Option<&'static Entry> {
    let exact = |word: &str| find(SESSIONS, word).or_else(|| find(MAILBOXES, word));
    let Some((name, value)) = word.split_once('=') else { return exact(word) };
    exact(word)
        .or_else(|| exact(&format!("{name}=")))
        .or_else(|| exact(&format!("{name}=RES-")).filter(|_| value.to_ascii_uppercase().starts_with("RES-")))
        .or_else(|| exact(name).filter(|_| !value.is_empty() && value.bytes().all(|octet| octet.is_ascii_digit())))
}

/// The notes on all words: one each, and one for all mechanisms. Unless `reveal`, none that is unknown is quoted.
pub(super) fn explain(words: &[String], reveal: bool, language: Language) -> Vec<Explanation> {
    let mechanism = |word: &String| word.strip_prefix("AUTH=").map(str::to_owned);
    let mut notes = Vec::new();
    for word in words.iter().filter(|word| mechanism(word).is_none()) {
        match note(word) {
            Some(note) => notes.push(named(&quote(word.as_bytes(), WORD), note, language)),
            None if reveal => notes.push(named(&quote(word.as_bytes(), WORD), &UNKNOWN, language)),
            None => {}
        }
    }
    let mechanisms: Vec<String> = words.iter().filter_map(mechanism).collect();
    if !mechanisms.is_empty() {
        let names: Vec<&str> = mechanisms.iter().map(String::as_str).collect();
        let text = format!("AUTH=: {}", sasl::explain::offered(&names, language));
        notes.push(Explanation { line: 0, text: text.into(), rfc: "RFC 9051 §6.2.2" });
    }
    notes
}

/// All of them, with their words.
#[cfg(test)]
pub(super) fn all() -> impl Iterator<Item = (&'static str, &'static Entry)> {
    SESSIONS.iter().chain(MAILBOXES).map(|(name, note)| (*name, note)).chain([("", &UNKNOWN)])
}

const UNKNOWN: Entry = Entry::new(
    "RFC 9051 §7.2.2",
    "a capability that is not known here; a client that does not know it either passes it over.",
    "una capacidad desconocida aquí; un cliente que no la conozca la pasa por alto.",
);
