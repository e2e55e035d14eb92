//! Under each line of what EHLO is answered: the extension that it offers, and what its figures say.

mod registry;
mod values;

use self::registry::REGISTRY;
use super::super::capabilities::parse_line;
use super::super::extensions::EXTENSIONS;
use crate::proto::explain::{Entry, Explanation, Language, quote};

/// The most characters of a keyword that are quoted.
const KEYWORD: usize = 32;

/// A keyword that begins with X, which only both sides agree on (RFC 5321 §4.1.5).
pub(super) const PRIVATE: Entry = Entry::new(
    "RFC 5321 §4.1.5",
    "a private extension: a name with X is registered nowhere and means what both sides agree on.",
    "una extensión privada: un nombre con X no está registrado y significa lo que acuerden ambas partes.",
);

/// A keyword that stands in no list.
pub(super) const UNKNOWN: Entry = Entry::new(
    "RFC 5321 §2.2.2",
    "an extension that is not known here. A client that does not know it either passes it over.",
    "una extensión desconocida aquí. Un cliente que tampoco la conozca la pasa por alto.",
);

/// The note on a keyword, in capitals, if it is known.
pub(super) fn of(keyword: &str) -> Option<&'static Entry> {
    let spoken = EXTENSIONS.iter().find(|extension| extension.keyword == keyword).map(|extension| &extension.note);
    spoken.or_else(|| REGISTRY.iter().find(|(known, _)| *known == keyword).map(|(_, note)| note))
}

/// The notes on the `n`th line. Unless `reveal`, nothing of it is quoted.
pub(super) fn explain(text: &[u8], n: usize, reveal: bool, language: Language) -> Vec<Explanation> {
    let Some(word) = text.split(u8::is_ascii_whitespace).find(|word| !word.is_empty()) else { return Vec::new() };
    let parsed = std::str::from_utf8(text).ok().and_then(parse_line);
    let known = parsed.and_then(|(keyword, values)| Some((of(&keyword)?, keyword, values)));
    let Some((note, keyword, values)) = known else {
        let note = if word.first() == Some(&b'X') { &PRIVATE } else { &UNKNOWN };
        let name = if reveal { format!("{}: ", quote(word, KEYWORD)) } else { String::new() };
        return vec![Explanation { line: n, text: format!("{name}{}", note.text(language)).into(), rfc: note.rfc }];
    };
    let text = format!("{keyword}: {}", note.text(language));
    let mut notes = vec![Explanation { line: n, text: text.into(), rfc: note.rfc }];
    if reveal {
        let values: Vec<&str> = values.iter().map(String::as_str).collect();
        notes.extend(values::explain(&keyword, &values, language).map(|note| Explanation { line: n, ..note }));
    }
    notes
}

/// All of them, with their keywords.
#[cfg(test)]
pub(super) fn all() -> impl Iterator<Item = (&'static str, &'static Entry)> {
    let spoken = EXTENSIONS.iter().map(|extension| (extension.keyword, &extension.note));
    spoken.chain(REGISTRY.iter().map(|(keyword, note)| (*keyword, note)))
}

/// Notes on values.
#[cfg(test)]
pub(super) fn of_values() -> impl Iterator<Item = &'static Entry> {
    values::LIMITS.iter().map(|(_, note)| note).chain([&values::NO_LIMIT, &values::SIZE_LIMIT])
}
