//! What the server says, as the result of a script: its lines, or one object a reply.

use std::sync::Arc;

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
        Replies { told, terminal, secrets }
    }

    /// The octets with the mask where the server says a secret again.
    fn masked(&self, view: &View<'_>) -> Vec<u8> {
        let mut octets = view.octets.to_vec();
        for range in view.secret.iter().rev().filter(|_| !self.secrets) {
            octets.splice(range.clone(), MASK.bytes());
        }
        octets
    }
}

impl Sink for Replies {
    fn turn(&self, session: SessionId, view: &View<'_>) {
        if let Some(told) = &self.told {
            told.turn(session, view);
        }
        if view.side == Side::Client {
            return;
        }
        let octets = self.masked(view);
        let lines = octets.split_inclusive(|&octet| octet == b'\n').map(line::content);
        if self.terminal.json {
            let lines: Vec<_> = lines.map(|line| String::from_utf8_lossy(line).into_owned()).collect();
            let code = octets.get(..3).and_then(|code| std::str::from_utf8(code).ok()?.parse().ok());
            self.terminal.json(&Record { code, lines, meaning: &view.meaning.text, tls: view.tls });
        } else {
            lines.for_each(|line| self.terminal.result(&escape(line)));
        }
        // Whoever reads along wants it now.
        self.terminal.flush();
    }

    fn note(&self, session: SessionId, note: &Note) {
        if let Some(told) = &self.told {
            told.note(session, note);
        }
    }

    fn end(&self, session: SessionId) {
        if let Some(told) = &self.told {
            told.end(session);
        }
    }
}
