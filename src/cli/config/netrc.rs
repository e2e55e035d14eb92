//! Passwords of netrc: `machine HOST login USER password WORD`, `default` for any other host, as ftp(1) and curl read
//! them; words with blanks stand in quotes, and what begins with `#` where a keyword is to stand is a comment. A word that
//! is no keyword is passed over, as they do it, but warned of; it is never shown: it may be the half of a password.

use std::iter::Peekable;
use std::path::{Path, PathBuf};
use std::str::CharIndices;
use std::sync::Arc;

use super::file::{is_open, text};
use super::keys::{KEYS, SECRET};
use super::origin::Place;
use super::{Origin, Told, environment};
use crate::base::Secret;
use crate::base::escape::escape_str;
use crate::base::nearest::nearest;
use crate::cli::error::Failure;
use crate::cli::terminal::Terminal;
use crate::net::endpoint::{Endpoint, Host};
use crate::proto::sasl::{Means, Mechanism};

/// The words that mean something.
const KEYWORDS: [&str; 6] = ["machine", "default", "login", "password", "account", "macdef"];

/// How many lines are warned of.
const DOUBTS: usize = 5;

/// Adds the password of whoever logs in, where no other secret is known and a password is of use. The file is the one
/// that `NETRC` names, else `~/.netrc`.
///
/// # Errors
/// A quote is not closed, or the file that `NETRC` names cannot be read (78).
pub fn fill(mut told: Told, terminal: &Terminal) -> Result<Told, Failure> {
    let Some(Ok(endpoint)) = told.server.as_deref().map(Endpoint::parse) else { return Ok(told) };
    let machine = match endpoint.host {
        Host::Name(name) => name,
        Host::Address(address) => address.to_string(),
        Host::Unix(_) | Host::Nameless => return Ok(told),
    };
    let login = &told.connection.password;
    let Some(user) = login.user.clone().or(endpoint.user) else { return Ok(told) };
    let takes = |name: &String| Mechanism::from_name(name).is_none_or(|known| known.takes() == Means::Password);
    let useful = login.password.is_none() && (login.auth.is_empty() || login.auth.iter().any(takes));
    let mut secrets = KEYS.iter().filter(|key| key.group == Some(SECRET));
    if !useful || secrets.any(|key| (key.field)(&mut told).is_given()) {
        return Ok(told);
    }
    if let Some((password, place)) = password(&machine, &user, terminal)? {
        told.connection.password.kept = Some(password);
        told.origins.insert("password", Origin::Netrc(place));
    }
    Ok(told)
}

/// The password of a user at a machine, and where it stands.
fn password(machine: &str, user: &str, terminal: &Terminal) -> Result<Option<(Secret, Place)>, Failure> {
    let named = environment::variable("NETRC").map(PathBuf::from);
    let asked = named.is_some();
    let Some(path) = named.or_else(|| std::env::home_dir().map(|home| home.join(".netrc"))) else { return Ok(None) };
    let read = match text(&path) {
        // Nobody asked for it, and it need not name this machine.
        Err(failure) if !asked => {
            terminal.warn_once(&failure.message);
            None
        }
        read => read?,
    };
    let Some((file, text)) = read else { return Ok(None) };
    let text = zeroize::Zeroizing::new(text);
    let mut doubts = Vec::new();
    let found = find(&text, &path, (machine, user), &mut doubts)?;
    doubts.iter().take(DOUBTS).for_each(|doubt| terminal.warn_once(&escape_str(doubt)));
    if found.is_some() && is_open(&file) {
        let text = format!("{} holds a password, and others can read it: chmod 600", path.display());
        terminal.warn_once(&escape_str(&text));
    }
    Ok(found)
}

/// An entry for a machine, or for any.
#[derive(Default)]
struct Entry {
    machine: Option<String>,
    login: Option<String>,
    password: Option<(Secret, usize)>,
}

impl Entry {
    /// Of an entry without a login any user may have the password, but for that of any machine.
    fn is_for(&self, machine: &str, user: &str) -> bool {
        let theirs = self.machine.as_ref().is_none_or(|name| name.eq_ignore_ascii_case(machine));
        theirs && self.login.as_ref().map_or(self.machine.is_some(), |login| login == user)
    }
}

/// The password of a user at a machine. `doubts`: what is wrong with the lines up to there, one remark a line.
fn find(
    text: &str,
    path: &Path,
    (machine, user): (&str, &str),
    doubts: &mut Vec<String>,
) -> Result<Option<(Secret, Place)>, Failure> {
    let path = Arc::new(path.to_owned());
    let place = |line| Place { path: path.clone(), line, column: 1 };
    let mut words = Words { text, at: text.char_indices().peekable(), line: 1 };
    let (mut entry, mut doubted) = (None, 0);
    let mut doubt = |line: usize, text: String| {
        if doubted < line {
            doubts.push(format!("{}:{line}: {text}", path.display()));
            doubted = line;
        }
    };
    loop {
        let word = words.next().map_err(|line| place(line).wrong("a quote is not closed"))?;
        let begins = word.as_ref().is_none_or(|(word, _)| ["machine", "default"].contains(&word.as_str()));
        if let Some(Entry { password: Some((password, line)), .. }) =
            entry.take_if(|entry: &mut Entry| begins && entry.is_for(machine, user))
        {
            return Ok(Some((password, place(line))));
        }
        let Some((word, line)) = word else { return Ok(None) };
        let mut value = || words.next().map_err(|line| place(line).wrong("a quote is not closed"));
        match (word.as_str(), &mut entry) {
            ("machine", _) => {
                let machine = value()?.map(|(name, _)| name).unwrap_or_default();
                entry = Some(Entry { machine: Some(machine), ..Entry::default() });
            }
            ("default", _) => entry = Some(Entry::default()),
            ("login", Some(entry)) => entry.login = value()?.map(|(login, _)| login),
            ("password", Some(entry)) => {
                entry.password = value()?.map(|(password, line)| (Secret::new(password), line));
            }
            ("account", _) => drop(value()?),
            ("macdef", _) => words.pass_macro(),
            ("login" | "password", None) => doubt(line, format!("{word} stands before any machine")),
            _ if word.starts_with('#') => words.pass_line(),
            _ => doubt(line, unknown(&word)),
        }
    }
}

/// What is said of a word that means nothing.
fn unknown(word: &str) -> String {
    match nearest(KEYWORDS, word) {
        Some(meant) => format!("a word means nothing here; did you mean {meant}?"),
        None => format!("a word is none of {}; what holds blanks stands in quotes", KEYWORDS.join(", ")),
    }
}

/// The words of the file, each with its line.
struct Words<'a> {
    text: &'a str,
    at: Peekable<CharIndices<'a>>,
    line: usize,
}

impl Words<'_> {
    fn take(&mut self) -> Option<char> {
        let (_, c) = self.at.next()?;
        self.line += usize::from(c == '\n');
        Some(c)
    }

    /// `Err`: the line of a quote that is not closed.
    fn next(&mut self) -> Result<Option<(String, usize)>, usize> {
        let mut fresh = self.at.peek().is_some_and(|(at, _)| *at == 0);
        while let Some((_, c)) = self.at.peek().copied() {
            match c {
                '#' if fresh => self.pass_line(),
                c if c.is_whitespace() => {
                    fresh = c == '\n' || fresh;
                    self.take();
                }
                _ => break,
            }
        }
        let line = self.line;
        match self.at.peek() {
            None => Ok(None),
            Some((_, '"')) => self.quoted().map(|word| Some((word, line))).ok_or(line),
            Some(_) => {
                let mut word = String::new();
                while let Some((_, c)) = self.at.next_if(|(_, c)| !c.is_whitespace()) {
                    word.push(c);
                }
                Ok(Some((word, line)))
            }
        }
    }

    fn quoted(&mut self) -> Option<String> {
        let mut word = String::new();
        self.take();
        loop {
            match self.take()? {
                '"' => return Some(word),
                '\\' => word.push(match self.take()? {
                    'n' => '\n',
                    'r' => '\r',
                    't' => '\t',
                    other => other,
                }),
                c => word.push(c),
            }
        }
    }

    /// What is left of the line.
    fn pass_line(&mut self) {
        while self.at.peek().is_some_and(|(_, c)| *c != '\n') && self.take().is_some() {}
    }

    /// A macro ends with an empty line.
    fn pass_macro(&mut self) {
        let here = self.at.peek().map_or(self.text.len(), |(at, _)| *at);
        let rest = self.text.get(here..).unwrap_or_default();
        let ends = ["\n\n", "\n\r\n"].iter().filter_map(|end| rest.find(end));
        let end = ends.min().map_or(self.text.len(), |end| here + end);
        while self.at.peek().is_some_and(|(at, _)| *at < end) {
            self.take();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(text: &str, machine: &str, user: &str) -> Option<(String, usize)> {
        let found = find(text, Path::new("netrc"), (machine, user), &mut Vec::new()).expect("a netrc");
        found.map(|(secret, place)| (secret.expose_str().unwrap_or_default().to_owned(), place.line))
    }

    #[test]
    fn the_machine_and_the_user() {
        let text = "# ours\nmachine a.test login alicia password one\nmachine a.test\n login pepe\n password \"t w\\\"o\"\n\
                    macdef init\nmachine a.test login eve password evil\n\nmachine B.test password three\n\
                    default login guest password four # no comment\n";
        assert_eq!(known(text, "a.test", "alicia"), Some(("one".to_owned(), 2)));
        assert_eq!(known(text, "A.test", "pepe"), Some(("t w\"o".to_owned(), 5)));
        assert_eq!(known(text, "b.test", "anyone"), Some(("three".to_owned(), 9)));
        assert_eq!(known(text, "c.test", "guest"), Some(("four".to_owned(), 10)));
        for (machine, user) in [("a.test", "eve"), ("a.test", "Alicia"), ("c.test", "alicia")] {
            assert_eq!(known(text, machine, user), None, "{machine} {user}");
        }
    }

    #[test]
    fn what_is_broken() {
        assert_eq!(known("", "a", "b"), None);
        assert_eq!(known("machine", "", "b"), None);
        assert_eq!(known("machine a login b password", "a", "b"), None);
        assert_eq!(known("default password p", "a", "b"), None);
        let text = "machine a\nlogin b password \"x";
        let failure = find(text, Path::new("netrc"), ("a", "b"), &mut Vec::new()).expect_err("a quote");
        assert_eq!(failure.message, "netrc:2:1: a quote is not closed");
        assert_eq!(known(&"macdef x ".repeat(50_000), "a", "b"), None);
    }

    #[test]
    fn words_that_mean_nothing_are_told_by_their_line_and_never_shown() {
        let doubts = |text: &str| {
            let mut doubts = Vec::new();
            let found = find(text, Path::new("netrc"), ("a.test", "b"), &mut doubts).expect("a netrc");
            let secret = found.map(|(secret, _)| secret.expose_str().unwrap_or_default().to_owned());
            assert!(!doubts.concat().contains("s3cr3t"), "{doubts:?}");
            (secret, doubts)
        };
        let told = |text: &str| doubts(text).1;
        let meant = |line, word| format!("netrc:{line}: a word means nothing here; did you mean {word}?");
        assert_eq!(told("machine a.test\n login b\n passwrod s3cr3t\n"), [meant(3, "password")]);
        assert_eq!(told("machine a.test lgoin b password s3cr3t"), [meant(1, "login")]);
        assert_eq!(told("mahcine a.test login b password s3cr3t")[0], meant(1, "machine"));
        let blanks = doubts("machine a.test login b password half s3cr3t half\nmachine c\n");
        assert_eq!(blanks.0.as_deref(), Some("half"));
        assert_eq!(blanks.1.len(), 1);
        assert!(blanks.1[0].starts_with("netrc:1: a word is none of machine, default, login"), "{blanks:?}");
        assert_eq!(told("password s3cr3t\n"), ["netrc:1: password stands before any machine"]);
        let fine = "machine a.test # ours: s3cr3t\n login b # passwrod\n account x password p#1\n#passwrod x\n\
                    macdef x\r\nlgoin passwrod\r\n\r\ndefault login x password #2\n";
        assert_eq!(doubts(fine), (Some("p#1".to_owned()), Vec::new()));
        assert_eq!(known(fine, "c.test", "x"), Some(("#2".to_owned(), 8)));
    }
}
