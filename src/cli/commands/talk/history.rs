//! The lines typed before, kept for the next time; never one that may be a secret.

use std::fs::{self, DirBuilder, OpenOptions};
use std::io::Write;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use crate::client::talk::read;
use crate::net::endpoint::Protocol;
use crate::proto::looks_like_login;
use crate::proto::sasl::Mechanism;

/// How many lines are kept.
pub const MOST: usize = 1000;

/// The file, if one is kept, and what was said last.
pub struct History {
    path: Option<PathBuf>,
    protocol: Protocol,
    /// A login was begun, and no command since.
    guarded: bool,
}

impl History {
    /// Where `$XDG_STATE_HOME` says; nowhere unless it is wanted.
    pub fn new(wanted: bool, protocol: Protocol) -> History {
        History { path: place().filter(|_| wanted), protocol, guarded: false }
    }

    /// The lines of the times before.
    pub fn lines(&self) -> Vec<String> {
        let Some(path) = &self.path else { return Vec::new() };
        let text = fs::read(path).unwrap_or_default();
        let text = String::from_utf8_lossy(&text);
        let lines: Vec<String> = text.lines().map(str::to_owned).collect();
        if lines.len() > 2 * MOST {
            shorten(path, &lines[lines.len() - MOST..]);
        }
        lines
    }

    /// Whether a line may be kept at all, now that it is said.
    pub fn may_keep(&mut self, line: &str) -> bool {
        let said = read(self.protocol, line);
        // What comes behind AUTH and is no command may be a credential that nobody asked for.
        let suspect = self.guarded && !said.command;
        self.guarded = said.login || suspect;
        let secret = said.secret.is_some() || is_login(line);
        !(line.trim().is_empty() || line.contains(char::is_control) || suspect || secret)
    }

    /// Adds a line to the file. That it cannot be written is no reason to stop.
    pub fn keep(&self, line: &str) {
        let Some(path) = &self.path else { return };
        if let Some(directory) = path.parent() {
            let _ = DirBuilder::new().recursive(true).mode(0o700).create(directory);
        }
        let file = OpenOptions::new().create(true).append(true).mode(0o600).open(path);
        let _ = file.and_then(|mut file| file.write_all(format!("{line}\n").as_bytes()));
    }
}

/// A login with more than the mechanism's name.
fn is_login(line: &str) -> bool {
    let words: Vec<_> = line.split_ascii_whitespace().collect();
    let auth = |verb: &str| ["AUTH", "AUTHENTICATE"].iter().any(|known| known.eq_ignore_ascii_case(verb));
    match words.as_slice() {
        [verb] | [_, verb] if auth(verb) => false,
        [verb, name] | [_, verb, name] if auth(verb) => Mechanism::from_name(name).is_none(),
        _ => looks_like_login(line.as_bytes()),
    }
}

fn place() -> Option<PathBuf> {
    let absolute = |path: &PathBuf| path.is_absolute();
    let state = std::env::var_os("XDG_STATE_HOME").map(PathBuf::from).filter(absolute);
    let state = state.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".local/state")).filter(absolute));
    state.map(|state| state.join("mailtool/history"))
}

/// Keeps the last lines only. Whoever appends at the same time may lose a line.
fn shorten(path: &Path, lines: &[String]) {
    let Some(directory) = path.parent() else { return };
    // A new temporary file is for its owner's eyes only.
    let _ = tempfile::NamedTempFile::new_in(directory).and_then(|mut file| {
        file.write_all((lines.join("\n") + "\n").as_bytes())?;
        file.persist(path).map_err(|error| error.error)
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_that_may_be_a_secret_is_kept() {
        let kept_of = |protocol, lines: &[&str]| {
            let mut history = History { path: None, protocol, guarded: false };
            let may: Vec<_> = lines.iter().filter(|line| history.may_keep(line)).copied().collect();
            may.join("|")
        };
        let kept = |lines: &[&str]| kept_of(Protocol::Smtp, lines);
        assert_eq!(kept(&["EHLO x", "MAIL FROM:<a@b.test>", "xyzzy"]), "EHLO x|MAIL FROM:<a@b.test>|xyzzy");
        assert_eq!(
            kept(&["AUTH", "auth plain", "AUTH PLAIN AGFsaQ==", "AUTHPLAIN x", " AUTH LOGIN x"]),
            "AUTH|auth plain"
        );
        assert_eq!(kept(&["AUTH c3VwZXJzZWNyZXQ=", "PASS x", "USER a PASS b", "PLAIN AGFs", "a LOGIN b c"]), "");
        assert_eq!(kept(&["AUTH LOGIN", "c3VwZXI=", "c2VjcmV0", "NOOP", "xyzzy"]), "AUTH LOGIN|NOOP|xyzzy");
        assert_eq!(kept(&["", "  ", "a\x1b[2J"]), "");
        let lines =
            ["USER pepe", "PASS goloso", "goloso", "STAT", "APOP pepe c4c9", "AUTH PLAIN", "Z29sb3Nv", "RETR 1"];
        assert_eq!(kept_of(Protocol::Pop3, &lines), "USER pepe|STAT|AUTH PLAIN|RETR 1");
        let lines = [
            "LOGIN pepe goloso",
            "goloso",
            "a1 SELECT INBOX",
            "a2 login pepe goloso",
            "a3 AUTHENTICATE PLAIN",
            "Z29sb3Nv",
            "AUTHENTICATE PLAIN Z29sb3Nv",
            "UID FETCH 1 FLAGS",
        ];
        assert_eq!(kept_of(Protocol::Imap, &lines), "a1 SELECT INBOX|a3 AUTHENTICATE PLAIN|UID FETCH 1 FLAGS");
    }
}
