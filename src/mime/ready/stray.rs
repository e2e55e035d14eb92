//! `Bcc:` in a text that stands where a header would.

use super::{NAME, is_blind};

/// Looks at the lines of a text up to the empty one behind it, whatever octets that are no ASCII stand between the
/// letters: the text may be UTF-16.
#[derive(Clone, Debug, Default)]
pub(super) struct Stray {
    /// There is a text to look at.
    on: bool,
    /// It has had a line.
    begun: bool,
    /// The line is not empty.
    line: bool,
    /// What it begins with, until that is no name that matters.
    name: Option<Vec<u8>>,
    after_cr: bool,
    found: bool,
}

impl Stray {
    /// The text begins, with these octets of its first line.
    pub fn begin(&mut self, octets: &[u8]) {
        *self = Stray { on: true, name: Some(Vec::new()), found: self.found, ..Stray::default() };
        self.push(octets);
    }

    /// It has ended.
    pub fn end(&mut self) {
        self.on = false;
    }

    /// Its next octets.
    pub fn push(&mut self, octets: &[u8]) {
        if !self.on {
            return;
        }
        for &octet in octets.iter().filter(|&&octet| octet != 0) {
            match octet {
                b'\n' if self.after_cr => {}
                b'\r' | b'\n' => self.end_line(),
                b':' => self.found |= self.name.take().is_some_and(|name| is_blind(&name)),
                octet if octet.is_ascii_graphic() => self.letter(octet),
                _ => {}
            }
            self.after_cr = octet == b'\r';
            if !self.on {
                return;
            }
        }
    }

    /// Whether it has such a line.
    pub fn found(&self) -> bool {
        self.found
    }

    fn letter(&mut self, octet: u8) {
        self.line = true;
        if let Some(name) = self.name.as_mut() {
            name.push(octet);
            if name.len() > NAME {
                self.name = None;
            }
        }
    }

    fn end_line(&mut self) {
        self.on = self.line || !self.begun;
        self.begun |= self.line;
        (self.line, self.name) = (false, Some(Vec::new()));
    }
}
