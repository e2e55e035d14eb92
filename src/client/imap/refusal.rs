//! What an IMAP server refuses, and which exit code that is (RFC 9051 §7.1, RFC 5530).

use std::fmt;

use crate::base::Exit;
use crate::client::Refused;
use crate::proto::imap::{State, Status, Verb};

/// What a server refused: data, not a failure of ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What it answered; `None`: the connection itself.
    pub to: Option<Verb>,
    /// Its words.
    pub status: Box<Status>,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sentence = self.status.sentence();
        match self.to {
            Some(verb) => write!(f, "{verb} was answered {sentence}"),
            None => write!(f, "the server says {sentence}"),
        }
    }
}

impl Refusal {
    /// The server could not read the command.
    pub fn is_unreadable(&self) -> bool {
        self.status.state == State::Bad && self.exit() == Exit::Protocol
    }

    /// The server does not know the charset that was named.
    pub fn is_bad_charset(&self) -> bool {
        self.status.code.as_ref().is_some_and(|code| code.is("BADCHARSET"))
    }
}

impl Refused for Refusal {
    fn exit(&self) -> Exit {
        let code = self.status.code.as_ref().map_or("", |code| code.name());
        exit(self.to, self.status.state, code)
    }
}

/// The one table from a refusal to an exit code: what was asked, how it ended, and the response code.
fn exit(to: Option<Verb>, state: State, code: &str) -> Exit {
    match (code, state, to) {
        (
            "AUTHENTICATIONFAILED" | "AUTHORIZATIONFAILED" | "PRIVACYREQUIRED" | "EXPIRED" | "CONTACTADMIN" | "NOPERM",
            ..,
        ) => Exit::NoPermission,
        ("UNAVAILABLE" | "INUSE" | "SERVERBUG" | "LIMIT", ..) => Exit::TempFail,
        ("NONEXISTENT" | "TRYCREATE", ..) => Exit::NoUser,
        ("TOOBIG", ..) => Exit::Data,
        ("CLIENTBUG", ..) => Exit::Protocol,
        ("OVERQUOTA", ..) => Exit::Unavailable,
        (_, State::Bye, _) => Exit::TempFail,
        (_, State::Bad, Some(Verb::Login | Verb::Authenticate)) => Exit::NoPermission,
        (_, State::Bad, _) => Exit::Protocol,
        (_, _, Some(Verb::Login | Verb::Authenticate)) => Exit::NoPermission,
        // What is said of a mailbox alone is refused for want of that mailbox.
        (_, _, Some(Verb::Select | Verb::Examine | Verb::Status)) => Exit::NoUser,
        _ => Exit::Unavailable,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_behind_every_verb() {
        for to in Verb::all().chain([Verb::Other]).map(Some).chain([None]) {
            for state in [State::No, State::Bad, State::Bye] {
                for (code, expected) in [
                    ("AUTHENTICATIONFAILED", Exit::NoPermission),
                    ("AUTHORIZATIONFAILED", Exit::NoPermission),
                    ("PRIVACYREQUIRED", Exit::NoPermission),
                    ("EXPIRED", Exit::NoPermission),
                    ("CONTACTADMIN", Exit::NoPermission),
                    ("NOPERM", Exit::NoPermission),
                    ("UNAVAILABLE", Exit::TempFail),
                    ("INUSE", Exit::TempFail),
                    ("SERVERBUG", Exit::TempFail),
                    ("LIMIT", Exit::TempFail),
                    ("NONEXISTENT", Exit::NoUser),
                    ("TRYCREATE", Exit::NoUser),
                    ("TOOBIG", Exit::Data),
                    ("CLIENTBUG", Exit::Protocol),
                    ("OVERQUOTA", Exit::Unavailable),
                ] {
                    assert_eq!(exit(to, state, code), expected, "{to:?} {state:?} {code}");
                }
                for code in ["", "CANNOT", "ALREADYEXISTS", "X-NEW"] {
                    let login = matches!(to, Some(Verb::Login | Verb::Authenticate));
                    let mailbox = matches!(to, Some(Verb::Select | Verb::Examine | Verb::Status));
                    let expected = match state {
                        State::Bye => Exit::TempFail,
                        _ if login => Exit::NoPermission,
                        State::Bad => Exit::Protocol,
                        _ if mailbox => Exit::NoUser,
                        _ => Exit::Unavailable,
                    };
                    assert_eq!(exit(to, state, code), expected, "{to:?} {state:?} {code:?}");
                }
            }
        }
    }
}
