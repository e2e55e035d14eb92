//! What stands in brackets before the text of a status: IANA's registry "IMAP Response Codes".

mod extensions;
mod revisions;

use self::extensions::EXTENSIONS;
use self::revisions::REVISIONS;
use super::super::response::Code;
use super::{capabilities, figures, find, flags, named};
use crate::proto::explain::{Entry, Explanation, Language, quote};

/// The most characters of a name that are quoted.
const NAME: usize = 32;

/// The note on a code, by its name in any case.
pub(super) fn note(name: &str) -> Option<&'static Entry> {
    find(REVISIONS, name).or_else(|| find(EXTENSIONS, name))
}

/// The notes on a code and on what it holds. Unless `reveal`, nothing of it is quoted.
pub(super) fn explain(code: &Code, reveal: bool, language: Language) -> Vec<Explanation> {
    let mut notes = match note(code.name()) {
        Some(note) => vec![named(&format!("[{}]", code.name().to_ascii_uppercase()), note, language)],
        None if reveal => vec![named(&format!("[{}]", quote(code.name().as_bytes(), NAME)), &UNKNOWN, language)],
        None => vec![UNKNOWN.under(0, language)],
    };
    if reveal {
        notes.extend(within(code, language));
    }
    notes
}

/// What the figures and names in it say.
fn within(code: &Code, language: Language) -> Vec<Explanation> {
    let told = |text: String, rfc| vec![Explanation { line: 0, text: text.into(), rfc }];
    match code {
        Code::Capability(words) => capabilities::explain(words, true, language),
        Code::PermanentFlags(list) => flags::explain(list, language).into_iter().collect(),
        Code::AppendUid { uids, .. } => told(figures::set(uids, true, language), "RFC 9051 §7.1"),
        Code::CopyUid { from, to, .. } => {
            let (from, to) = (figures::set(from, true, language), figures::set(to, true, language));
            told(
                language.choose(format!("here {from}; there {to}"), format!("aquí {from}; allí {to}")),
                "RFC 9051 §7.1",
            )
        }
        Code::Modified(numbers) => told(figures::set(numbers, false, language), "RFC 7162 §3.1.3"),
        _ => Vec::new(),
    }
}

/// All of them.
#[cfg(test)]
pub(super) fn all() -> impl Iterator<Item = &'static Entry> {
    REVISIONS.iter().chain(EXTENSIONS).map(|(_, note)| note).chain([&UNKNOWN])
}

const UNKNOWN: Entry = Entry::new(
    "RFC 9051 §7.1",
    "a response code that is not known here; what stands behind it is for a person.",
    "un código de respuesta desconocido aquí; lo que sigue es para una persona.",
);
