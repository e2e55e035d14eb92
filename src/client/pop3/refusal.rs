//! What a POP3 server refuses, and which exit code that is (RFC 2449 §8, RFC 3206).

use std::fmt;

use crate::base::Exit;
use crate::client::Refused;
use crate::proto::pop3::{Code, Command, Reply, Verb};

/// What a server refused: data, not a failure of ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What it answered; `None`: the connection itself.
    pub command: Option<Command>,
    /// Its words.
    pub reply: Reply,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.command {
            Some(command) => write!(f, "{command} was answered {}", self.reply),
            None => write!(f, "the server greets with {}", self.reply),
        }
    }
}

impl Refused for Refusal {
    fn exit(&self) -> Exit {
        let command = self.command.as_ref();
        let argument = command.is_some_and(|command| !command.arguments.is_empty());
        exit(command.map(|command| command.verb), argument, self.reply.code())
    }
}

/// The one table from a refusal to an exit code: what was asked, whether with an argument, and the response code.
fn exit(verb: Option<Verb>, argument: bool, code: Option<Code>) -> Exit {
    match (code, verb) {
        (Some(code), _) if code.is_transient() => Exit::TempFail,
        (Some(Code::SysPerm), _) => Exit::Unavailable,
        (Some(Code::Auth), _) => Exit::NoPermission,
        (_, Some(Verb::User | Verb::Pass | Verb::Apop | Verb::Auth)) => Exit::NoPermission,
        // What is asked of a message is refused for want of that message.
        (_, Some(Verb::Retr | Verb::Top | Verb::Dele)) => Exit::NotFound,
        (_, Some(Verb::List | Verb::Uidl)) if argument => Exit::NotFound,
        // Some of what was to be deleted is still there (RFC 1939 §6).
        (_, Some(Verb::Quit)) => Exit::TempFail,
        _ => Exit::Unavailable,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_behind_every_verb() {
        let verbs = Verb::all().chain([Verb::Other]).map(Some).chain([None]);
        for verb in verbs {
            for argument in [false, true] {
                for code in [Code::LoginDelay, Code::InUse, Code::SysTemp] {
                    assert_eq!(exit(verb, argument, Some(code)), Exit::TempFail, "{verb:?} {code:?}");
                }
                assert_eq!(exit(verb, argument, Some(Code::SysPerm)), Exit::Unavailable, "{verb:?}");
                assert_eq!(exit(verb, argument, Some(Code::Auth)), Exit::NoPermission, "{verb:?}");
            }
        }
    }

    #[test]
    fn refusals_without_a_code() {
        for (verb, argument, expected) in [
            (None, false, Exit::Unavailable),
            (Some(Verb::User), true, Exit::NoPermission),
            (Some(Verb::Pass), false, Exit::NoPermission),
            (Some(Verb::Apop), true, Exit::NoPermission),
            (Some(Verb::Auth), true, Exit::NoPermission),
            (Some(Verb::Retr), true, Exit::NotFound),
            (Some(Verb::Top), true, Exit::NotFound),
            (Some(Verb::Dele), true, Exit::NotFound),
            (Some(Verb::List), true, Exit::NotFound),
            (Some(Verb::List), false, Exit::Unavailable),
            (Some(Verb::Uidl), true, Exit::NotFound),
            (Some(Verb::Uidl), false, Exit::Unavailable),
            (Some(Verb::Stat), false, Exit::Unavailable),
            (Some(Verb::Quit), false, Exit::TempFail),
            (Some(Verb::Other), true, Exit::Unavailable),
        ] {
            assert_eq!(exit(verb, argument, None), expected, "{verb:?} {argument}");
        }
        assert_eq!(exit(Some(Verb::Pass), false, Some(Code::Utf8)), Exit::NoPermission);
    }
}
