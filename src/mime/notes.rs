//! What the reader of one field has noticed.

use std::borrow::Cow;

use super::flaw::{Flaw, Flaws, Severity};

/// The most characters of a field that a message quotes.
const QUOTED: usize = 60;

/// What a flaw is: how bad, its code, its section.
pub(super) type Kind = (Severity, &'static str, &'static str);

/// The flaws of one field; offsets count from where its value begins.
#[derive(Debug, Default)]
pub(super) struct Notes(Flaws);

impl Notes {
    /// Notes a flaw at so many octets from the start of the value.
    pub(super) fn note(&mut self, (severity, code, rfc): Kind, offset: usize, message: impl Into<Cow<'static, str>>) {
        self.0.note(Flaw { code, severity, offset: offset as u64, message: message.into(), rfc });
    }

    /// Takes over what another reader noticed in a stretch that begins at `offset`.
    pub(super) fn extend(&mut self, flaws: Vec<Flaw>, offset: usize) {
        for flaw in flaws {
            self.0.note(Flaw { offset: flaw.offset + offset as u64, ..flaw });
        }
    }

    /// What was noticed, in the order of the field.
    pub(super) fn finish(mut self) -> Vec<Flaw> {
        self.0.close();
        self.0.take()
    }
}

/// A piece of a field for a message, cut short.
pub(super) fn shown(octets: &[u8]) -> String {
    let head = octets.get(..QUOTED * 4).unwrap_or(octets);
    let text = String::from_utf8_lossy(head);
    let mut short: String = text.chars().take(QUOTED).collect();
    if short.len() < text.len() || head.len() < octets.len() {
        short.push('…');
    }
    short
}
