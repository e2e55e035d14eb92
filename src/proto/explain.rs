//! Notes on what is said: what it means, and where that is written, in the languages that readers ask for.
//!
//! The tables stand beside the grammar of each protocol; this is their form.

use std::borrow::Cow;

use super::{Kind, Meaning, Meaningful};

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
