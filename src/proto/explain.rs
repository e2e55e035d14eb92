//! Notes on what is said: what it means, and where that is written, in the languages that readers ask for.
//!
//! The tables stand beside the grammar of each protocol; this is their form.

use std::borrow::Cow;

use super::{Kind, Meaning, Meaningful};
use crate::base::escape::escape;

/// The languages in which notes are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    En,
    /// Spanish.
    Es,
}

/// One note of a table, in every language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// In English: one or two sentences.
    pub en: &'static str,
    /// The same in Spanish.
    pub es: &'static str,
    /// Where it is written: `RFC 5321 §4.1.1.1`.
    pub rfc: &'static str,
}

/// What is said under one line of a turn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// Which line of the turn it stands under, counted from 0.
    pub line: usize,
    /// What the line means. What it quotes of a peer is escaped already.
    pub text: Cow<'static, str>,
    /// Where that is written: `RFC 5321 §4.1.1.1`.
    pub rfc: &'static str,
}

impl Entry {
    /// A note in English and in Spanish, with its reference.
    pub const fn new(rfc: &'static str, en: &'static str, es: &'static str) -> Entry {
        Entry { en, es, rfc }
    }

    /// The note in one language.
    pub fn text(&self, language: Language) -> &'static str {
        language.choose(self.en, self.es)
    }

    /// The note, under one line of a turn.
    pub fn under(&self, line: usize, language: Language) -> Explanation {
        Explanation { line, text: self.text(language).into(), rfc: self.rfc }
    }
}

impl Language {
    /// One of the same in each language.
    pub fn choose<T>(self, en: T, es: T) -> T {
        match self {
            Language::En => en,
            Language::Es => es,
        }
    }
}

/// What stands where a secret was left out.
pub const MASK: &str = "••••";

/// What a peer said, safe to show, and no more of it than `most` characters.
pub fn quote(octets: &[u8], most: usize) -> String {
    let shown = escape(octets);
    match shown.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", shown.get(..end).unwrap_or_default()),
        None => shown.into_owned(),
    }
}

/// A number with its digits in groups of three, as the language writes it.
pub fn figure(number: u64, language: Language) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        // Spanish leaves four digits together (ISO 80000-1).
        if at > 0 && (digits.len() - at).is_multiple_of(3) && language.choose(true, digits.len() > 4) {
            grouped.push(language.choose(',', ' '));
        }
        grouped.push(digit);
    }
    grouped
}

/// Octets behind the go-ahead of STARTTLS, where only TLS may stand: no message of any protocol.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClearTextBehindGoAhead;

const INJECTION: Entry = Entry::new(
    "RFC 3207 §6",
    "Somebody on the way may have put this in before TLS began, to have it believed inside (CVE-2011-0411). Nothing of \
     it is believed; the connection ends.",
    "Alguien en el camino puede haberlo insertado antes de TLS para que se crea dentro (CVE-2011-0411). No se da \
     crédito a nada de ello y la conexión termina.",
);

impl Meaningful for ClearTextBehindGoAhead {
    fn meaning(&self) -> Meaning {
        Meaning { kind: Kind::Malformed, text: "clear text behind the go-ahead".into() }
    }

    fn explain(&self, _octets: &[u8], _reveal: bool, language: Language) -> Vec<Explanation> {
        vec![INJECTION.under(0, language)]
    }
}

/// What every table of notes must keep to.
#[cfg(test)]
pub(crate) mod walk {
    use std::collections::HashMap;

    use super::Entry;

    /// The longest note, in characters.
    const LONGEST: usize = 220;

    /// Judges notes: each in both languages, not too long, with its reference, and no two alike.
    pub(crate) fn judge<'a>(notes: impl IntoIterator<Item = &'a Entry>) {
        let mut seen = HashMap::new();
        for note in notes {
            assert_ne!(note.en, note.es, "one language");
            for text in [note.en, note.es] {
                assert!(!text.is_empty() && text.trim() == text && !text.contains("  "), "{text:?}");
                assert!(text.chars().count() <= LONGEST, "too long: {text}");
                assert!(seen.insert(text, note.rfc).is_none(), "twice: {text}");
            }
            assert!(is_reference(note.rfc), "{:?} of {}", note.rfc, note.en);
        }
        assert!(!seen.is_empty());
    }

    /// `RFC 5321 §4.1.1.1`, or who wrote it where there is no RFC.
    fn is_reference(text: &str) -> bool {
        let Some(rfc) = text.strip_prefix("RFC ") else {
            let known = ["IANA", "draft-", "Postfix ", "Microsoft ", "Google ", "MS-"];
            return known.iter().any(|source| text.starts_with(source));
        };
        let (number, section) = rfc.split_once(" §").unwrap_or((rfc, "1"));
        let dotted = section.split('.').all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric()));
        number.parse::<u16>().is_ok_and(|number| number > 100) && dotted
    }

    #[test]
    fn references() {
        for good in ["RFC 5321 §4.1.1.1", "RFC 5321 §F.1", "RFC 8689", "IANA", "draft-hall-prdr"] {
            assert!(is_reference(good), "{good}");
        }
        for bad in ["", "RFC", "RFC 5321 4.1", "RFC 5321 §", "RFC 5321 §4.", "rfc 5321"] {
            assert!(!is_reference(bad), "{bad}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_are_short_and_safe() {
        assert_eq!(quote(b"a\x1b[31mb", 20), "a\\x1b[31mb");
        assert_eq!(quote("ñandúes".as_bytes(), 3), "ñan…");
        assert_eq!(quote(b"abc", 3), "abc");
    }

    #[test]
    fn figures() {
        assert_eq!(figure(35_882_577, Language::En), "35,882,577");
        assert_eq!(figure(35_882_577, Language::Es), "35 882 577");
        assert_eq!((figure(1902, Language::En), figure(1902, Language::Es)), ("1,902".into(), "1902".into()));
    }

    #[test]
    fn clear_text_behind_the_go_ahead() {
        walk::judge([&INJECTION]);
        assert_eq!(ClearTextBehindGoAhead.explain(b"x", false, Language::En).len(), 1);
    }
}
