//! What the turns of an SMTP conversation mean.

use std::borrow::Cow;

use super::super::command::{Command, SyntaxError, Verb};
use super::super::explain::explain;
use super::super::reply::{Class, Reply};
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
    /// The client's line in a SASL exchange, base64 (RFC 4954 §4).
    Credentials(Exchange),
    /// A piece of a message: of DATA, with its doubled dots, or of BDAT.
    Content {
        /// The message begins with it.
        begins: bool,
    },
    /// The line with the single dot.
    EndOfData,
    /// A whole reply.
    Reply {
        /// The reply, as it came.
        reply: Reply,
        /// What it answers. `None`: nothing was asked.
        to: Option<Awaited>,
        /// In answer to AUTH and what follows it: which exchange that is.
        exchange: Option<Exchange>,
        /// More answers to the same message follow, one for each recipient (RFC 2033 §4.2).
        more: bool,
    },
    /// Octets that are neither command nor reply, or more than a line may hold.
    Unreadable,
}

/// What a reply can answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Awaited {
    /// The connection itself.
    Greeting,
    /// A command.
    Command(Verb),
    /// A line of a SASL exchange.
    Credentials,
    /// The whole content of DATA.
    EndOfData,
    /// BDAT with LAST, and with it the whole message.
    LastChunk,
    /// The whole message, of which it is to be said for each recipient whether they get it: whether that comes at all
    /// (draft-hall-prdr).
    Analysis,
    /// The whole message, for one recipient.
    Recipient,
}

impl Awaited {
    /// True while a SASL exchange is under way.
    pub fn is_authentication(&self) -> bool {
        matches!(self, Awaited::Credentials | Awaited::Command(Verb::Auth))
    }

    /// In words, for sentences: `answer to MAIL`.
    pub fn name(self) -> &'static str {
        match self {
            Awaited::Greeting => "the connection",
            Awaited::Command(verb) => verb.name(),
            Awaited::Credentials => "the credentials",
            Awaited::EndOfData => "the final dot",
            Awaited::LastChunk => "BDAT LAST",
            Awaited::Analysis => "the message",
            Awaited::Recipient => "the message for a recipient",
        }
    }
}

impl Meaningful for Message {
    fn meaning(&self) -> Meaning {
        let (kind, text): (Kind, Cow<'static, str>) = match self {
            Message::Command(command) => (Kind::Command, command.verb().name().into()),
            Message::Malformed { verb, .. } => (Kind::Malformed, format!("malformed {verb}").into()),
            Message::Credentials(_) => (Kind::Credentials, "credentials".into()),
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
    match reply.class() {
        Class::Completion => Kind::Positive,
        Class::Intermediate => Kind::Intermediate,
        Class::Transient => Kind::Transient,
        Class::Permanent => Kind::Permanent,
    }
}

fn words_of(reply: &Reply, to: Option<Awaited>) -> String {
    match to {
        Some(awaited) => format!("{} to {}", reply.code, awaited.name()),
        None => format!("{} unasked", reply.code),
    }
}
