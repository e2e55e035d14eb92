//! What the turns of a POP3 conversation mean.

use std::borrow::Cow;

use super::super::command::{Answer, Command, SyntaxError, Verb};
use super::super::explain::explain;
use super::super::reply::{Code, Reply, Status};
use crate::proto::explain::{Explanation, Language};
use crate::proto::sasl::explain::Exchange;
use crate::proto::{Kind, Meaning, Meaningful};

/// What one turn means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// A command.
    Command(Command),
    /// A line of the client that is no command.
    Malformed {
        /// The verb it begins with.
        verb: Verb,
        /// What is wrong with it.
        error: SyntaxError,
    },
    /// The client's line in a SASL exchange, base64 (RFC 5034 §4).
    Credentials(Exchange),
    /// A reply's line.
    Reply {
        /// The reply, as it came.
        reply: Reply,
        /// What it answers. `None`: nothing was asked.
        to: Option<Awaited>,
        /// In answer to AUTH and what follows it: which exchange that is.
        exchange: Option<Exchange>,
    },
    /// Whole lines behind the reply, with their doubled dots.
    Listing {
        /// What was asked.
        to: Verb,
        /// The first of them.
        begins: bool,
    },
    /// A piece of a message, with its doubled dots.
    Content {
        /// The message begins with it.
        begins: bool,
    },
    /// The line with the single dot.
    EndOfData,
    /// Octets that are neither command nor reply, or more than a line may hold.
    Unreadable,
}

/// What a reply can answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Awaited {
    /// The connection itself.
    Greeting,
    /// A command.
    Command {
        /// Which one.
        verb: Verb,
        /// It had an argument.
        argument: bool,
        /// Lines follow `+OK`, whatever the verb.
        listing: bool,
    },
    /// A line of a SASL exchange.
    Credentials,
}

impl Awaited {
    /// True while a SASL exchange is under way.
    pub fn is_authentication(&self) -> bool {
        matches!(self, Awaited::Credentials | Awaited::Command { verb: Verb::Auth, argument: true, .. })
    }

    /// True if a secret may have been said in what is answered.
    pub(super) fn is_login(&self) -> bool {
        let login = matches!(self, Awaited::Command { verb: Verb::Pass | Verb::Apop | Verb::Other, .. });
        login || self.is_authentication()
    }

    /// The verb, if it is a command's.
    pub fn verb(self) -> Option<Verb> {
        match self {
            Awaited::Command { verb, .. } => Some(verb),
            _ => None,
        }
    }

    /// What follows `+OK`.
    pub fn answer(self) -> Answer {
        match self {
            Awaited::Command { listing: true, .. } => Answer::Listing,
            Awaited::Command { verb, argument, .. } => verb.answer(argument),
            _ => Answer::Line,
        }
    }

    /// In words, for sentences: `answer to STAT`.
    pub fn name(self) -> &'static str {
        match self {
            Awaited::Greeting => "the connection",
            Awaited::Command { verb, .. } => verb.name(),
            Awaited::Credentials => "the credentials",
        }
    }
}

impl Meaningful for Message {
    fn meaning(&self) -> Meaning {
        let (kind, text): (Kind, Cow<'static, str>) = match self {
            Message::Command(command) => (Kind::Command, command.verb.name().into()),
            Message::Malformed { verb, .. } => (Kind::Malformed, format!("malformed {verb}").into()),
            Message::Credentials(_) => (Kind::Credentials, "credentials".into()),
            Message::Listing { to, .. } => (Kind::Positive, format!("listing of {to}").into()),
            Message::Content { .. } => (Kind::Payload, "content".into()),
            Message::EndOfData => (Kind::Payload, "end of data".into()),
            Message::Unreadable => (Kind::Malformed, "unreadable".into()),
            Message::Reply { reply, to, .. } => (kind_of(reply), words_of(reply, *to).into()),
        };
        Meaning { kind, text }
    }

    fn explain(&self, octets: &[u8], reveal: bool, language: Language) -> Vec<Explanation> {
        explain(self, octets, reveal, language)
    }
}

fn kind_of(reply: &Reply) -> Kind {
    match reply.status {
        Status::Ok => Kind::Positive,
        Status::Continue => Kind::Intermediate,
        Status::Err if reply.code().is_some_and(Code::is_transient) => Kind::Transient,
        Status::Err => Kind::Permanent,
    }
}

fn words_of(reply: &Reply, to: Option<Awaited>) -> String {
    match to {
        Some(awaited) => format!("{} to {}", reply.status.name(), awaited.name()),
        None => format!("{} unasked", reply.status.name()),
    }
}
