//! What the server says, as the result of a script: its lines, or one object a reply.

use std::sync::{Arc, Mutex, PoisonError};

use serde::Serialize;

use crate::base::escape::escape;
use crate::cli::terminal::Terminal;
use crate::proto::{Side, line};
use crate::transcript::{MASK, Note, SessionId, Sink, View};

/// Passes everything on, and prints the server's side.
pub struct Replies {
    told: Option<Arc<dyn Sink>>,
    terminal: Terminal,
    secrets: bool,
    /// The beginning of a line whose end comes with a later turn: content comes in pieces.
    partial: Mutex<Vec<u8>>,
}

/// The fields of `talk --json`.
#[derive(Serialize)]
struct Record<'a> {
    code: Option<u16>,
    lines: Vec<String>,
    meaning: &'a str,
    tls: bool,
}

impl Replies {
    /// What is told goes on to `told`.
    pub fn new(told: Option<Arc<dyn Sink>>, terminal: Terminal, secrets: bool) -> Replies {
        Replies { told, terminal, secrets, partial: Mutex::default() }
    }

    /// The octets with the mask where the server says a secret again.
    fn masked(&self, view: &View<'_>) -> Vec<u8> {
        let mut octets = view.octets.to_vec();
        for range in view.secret.iter().rev().filter(|_| !self.secrets) {
            octets.splice(range.clone(), MASK.bytes());
        }
        octets
    }

    /// The lines that end with these octets, without their ends.
    fn lines(&self, octets: Vec<u8>) -> Vec<Vec<u8>> {
        let mut partial = self.partial.lock().unwrap_or_else(PoisonError::into_inner);
        partial.extend(octets);
        let whole = if partial.len() > line::MAX_LINE { partial.len() } else { end_of_lines(&partial) };
        let rest = partial.split_off(whole);
        let lines = std::mem::replace(&mut *partial, rest);
        lines.split_inclusive(|&octet| octet == b'\n').map(|whole| line::content(whole).to_vec()).collect()
    }

    fn print(&self, lines: &[Vec<u8>], meaning: &str, tls: bool) {
        if !self.terminal.json {
            return lines.iter().for_each(|line| self.terminal.result(&escape(line)));
        }
        let code = lines.first().and_then(|line| std::str::from_utf8(line.get(..3)?).ok()?.parse().ok());
        let lines = lines.iter().map(|line| String::from_utf8_lossy(line).into_owned()).collect();
        self.terminal.json(&Record { code, lines, meaning, tls });
    }
}

/// Behind the last line end.
fn end_of_lines(octets: &[u8]) -> usize {
    memchr::memrchr(b'\n', octets).map_or(0, |at| at + 1)
}

impl Sink for Replies {
    fn turn(&self, session: SessionId, view: &View<'_>) {
        if let Some(told) = &self.told {
            told.turn(session, view);
        }
        if view.side == Side::Client {
            return;
        }
        let lines = self.lines(self.masked(view));
        if !lines.is_empty() {
            self.print(&lines, &view.meaning.text, view.tls);
        }
        // Whoever reads along wants it now.
        let _ = self.terminal.flush();
    }

    fn note(&self, session: SessionId, note: &Note) {
        if let Some(told) = &self.told {
            told.note(session, note);
        }
    }

    fn end(&self, session: SessionId) {
        let rest = std::mem::take(&mut *self.partial.lock().unwrap_or_else(PoisonError::into_inner));
        if !rest.is_empty() {
            self.print(&[rest], "unfinished", false);
        }
        if let Some(told) = &self.told {
            told.end(session);
        }
    }
}
