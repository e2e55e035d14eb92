//! What a line is while it is being typed, as far as an editor must know: whether it is a command, and where a secret
//! begins in it.

use bytes::Bytes;

use crate::net::endpoint::Protocol;
use crate::proto::imap::frame::Line;
use crate::proto::imap::token::Reader;
use crate::proto::{imap, pop3, smtp};

/// What a line is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// It begins as a command does.
    pub command: bool,
    /// It begins a login: what follows and is no command may be a credential.
    pub login: bool,
    /// Where a secret begins in it, in octets.
    pub secret: Option<usize>,
}

/// Reads a line as far as it is typed.
pub fn read(protocol: Protocol, line: &str) -> Said {
    let octets = line.as_bytes();
    match protocol {
        Protocol::Smtp => {
            let (verb, login) = (smtp::Verb::of(octets), smtp::Verb::of(octets) == smtp::Verb::Auth);
            let secret = if login { behind(octets, 2) } else { None };
            Said { command: verb != smtp::Verb::Other, login, secret }
        }
        Protocol::Pop3 => {
            use pop3::Verb;
            let verb = Verb::of(octets);
            let secret = match verb {
                // The password may begin with a blank.
                Verb::Pass => Some(verb.name().len() + 1).filter(|at| *at < octets.len()),
                Verb::Apop | Verb::Auth => behind(octets, 2),
                _ => None,
            };
            let login = matches!(verb, Verb::User | Verb::Pass | Verb::Apop | Verb::Auth);
            Said { command: verb != Verb::Other, login, secret }
        }
        Protocol::Imap => of_imap(octets),
    }
}

/// A command with its tag, or without.
fn of_imap(octets: &[u8]) -> Said {
    use imap::Verb;
    let word = |at: usize| {
        let words = octets.get(at..).unwrap_or_default();
        Verb::of(words.split(|octet| *octet == b' ').next().unwrap_or_default())
    };
    let behind_tag = octets.iter().position(|octet| *octet == b' ').map_or(octets.len(), |at| at + 1);
    let start = if word(0) == Verb::Other { behind_tag } else { 0 };
    let verb = word(start);
    let secret = match verb {
        Verb::Login => behind_user(octets, start),
        Verb::Authenticate => behind(octets.get(start..).unwrap_or_default(), 2).map(|at| start + at),
        _ => None,
    };
    let uid = octets.split(|octet| *octet == b' ').take(2).any(|word| word.eq_ignore_ascii_case(b"UID"));
    Said { command: verb != Verb::Other || uid, login: matches!(verb, Verb::Login | Verb::Authenticate), secret }
}

/// Where the password of LOGIN begins, once the name is whole; in quotes that may hold blanks.
fn behind_user(octets: &[u8], start: usize) -> Option<usize> {
    let line = Line { octets: Bytes::copy_from_slice(octets), streamed: Vec::new() };
    let mut reader = Reader::of(&line, start..octets.len());
    reader.keyword()?;
    reader.space()?;
    reader.astring()?;
    reader.space()?;
    Some(reader.at()).filter(|at| *at < octets.len())
}

/// Where something stands behind so many words.
fn behind(line: &[u8], words: usize) -> Option<usize> {
    let mut at = 0;
    for _ in 0..words {
        for blank in [false, true] {
            let rest = line.get(at..).unwrap_or_default();
            at += rest.iter().take_while(|octet| (**octet == b' ') == blank).count();
        }
    }
    (at < line.len()).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_a_line_becomes_a_secret() {
        for (protocol, line, shown) in [
            (Protocol::Smtp, "AUTH PLAIN AGFs", "AUTH PLAIN "),
            (Protocol::Smtp, "AUTH PLAIN ", "AUTH PLAIN "),
            (Protocol::Smtp, "MAIL FROM:<a@b> c d", "MAIL FROM:<a@b> c d"),
            (Protocol::Pop3, "PASS goloso 1", "PASS "),
            (Protocol::Pop3, "pass  goloso", "pass "),
            (Protocol::Pop3, "APOP pepe c4c9", "APOP pepe "),
            (Protocol::Pop3, "AUTH PLAIN AGFs", "AUTH PLAIN "),
            (Protocol::Pop3, "USER pepe goloso", "USER pepe goloso"),
            (Protocol::Imap, "LOGIN pepe goloso", "LOGIN pepe "),
            (Protocol::Imap, "LOGIN pep", "LOGIN pep"),
            (Protocol::Imap, "x1 login \"pe pe\" \"go loso", "x1 login \"pe pe\" "),
            (Protocol::Imap, "x1 LOGIN \"pe pe", "x1 LOGIN \"pe pe"),
            (Protocol::Imap, "a AUTHENTICATE PLAIN AGFs", "a AUTHENTICATE PLAIN "),
            (Protocol::Imap, "AUTHENTICATE PLAIN AGFs", "AUTHENTICATE PLAIN "),
            (Protocol::Imap, "a SEARCH LOGIN x y", "a SEARCH LOGIN x y"),
        ] {
            let at = read(protocol, line).secret.unwrap_or(line.len());
            assert_eq!(line.get(..at), Some(shown), "{line}");
        }
    }

    #[test]
    fn what_is_a_command() {
        for (protocol, line, command) in [
            (Protocol::Smtp, "noop", true),
            (Protocol::Smtp, "RETR 1", false),
            (Protocol::Pop3, "retr 1", true),
            (Protocol::Imap, "a1 uid fetch 1 FLAGS", true),
            (Protocol::Imap, "UID FETCH 1 FLAGS", true),
            (Protocol::Imap, "c2VjcmV0", false),
            (Protocol::Imap, "", false),
        ] {
            assert_eq!(read(protocol, line).command, command, "{line}");
        }
    }
}
