//! What the turns of an IMAP conversation mean.

use std::borrow::Cow;

use super::super::command::{Command, SyntaxError, Verb};
use super::super::explain::explain;
use super::super::frame::Literal;
use super::super::response::{Data, Response, State, Status};
use crate::proto::explain::{Explanation, Language};
use crate::proto::sasl::explain::Exchange;
use crate::proto::{Kind, Meaning, Meaningful};

/// What one turn means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// A command, or the rest of one behind literals: all of it is known now.
    Command(Command),
    /// A command up to a literal: one that waits for leave, or one that is large.
    CommandHead {
        /// The command, as far as it came.
        command: Command,
        /// What is announced.
        literal: Literal,
    },
    /// A line of the client that is no command.
    Malformed(SyntaxError),
    /// The client's line in a SASL exchange, base64 (RFC 9051 §6.2.2).
    Credentials(Exchange),
    /// DONE: the end of IDLE.
    Done,
    /// A piece of a large literal.
    Content {
        /// The literal begins with it.
        begins: bool,
        /// It ends with it.
        ends: bool,
    },
    /// A response up to a large literal.
    ResponseHead {
        /// Of FETCH: the number of the message and the name of the item, with the place that its octets begin at.
        item: Option<(u32, String)>,
        /// Of FETCH: the UID of the message, if it was told by then.
        uid: Option<u32>,
        /// What is announced.
        literal: Literal,
    },
    /// A whole response, or the rest of one behind a large literal.
    Response {
        /// The response.
        response: Response,
        /// The end of this command, or leave to go on with it.
        to: Option<Awaited>,
        /// In answer to AUTHENTICATE: which exchange that is.
        exchange: Option<Exchange>,
    },
    /// Octets that are neither command nor response, or more than a line may hold.
    Unreadable,
}

/// What a response answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Awaited {
    /// The connection itself.
    Greeting,
    /// A command.
    Command(Verb),
    /// A line of a SASL exchange.
    Credentials,
    /// A literal that was announced, of this command.
    Literal(Verb),
}

impl Awaited {
    /// True while a SASL exchange is under way.
    pub fn is_authentication(self) -> bool {
        matches!(self, Awaited::Credentials | Awaited::Command(Verb::Authenticate))
    }

    /// True if a secret may have been said in what is answered.
    pub(super) fn is_login(self) -> bool {
        let login = matches!(self, Awaited::Command(Verb::Login | Verb::Other) | Awaited::Literal(Verb::Login));
        login || self.is_authentication()
    }

    /// In words, for sentences: `answer to FETCH`.
    pub fn name(self) -> &'static str {
        match self {
            Awaited::Greeting => "the connection",
            Awaited::Command(verb) | Awaited::Literal(verb) => verb.name(),
            Awaited::Credentials => "the credentials",
        }
    }
}

impl Meaningful for Message {
    fn meaning(&self) -> Meaning {
        let (kind, text): (Kind, Cow<'static, str>) = match self {
            Message::Command(command) => (Kind::Command, command.name().into()),
            Message::CommandHead { command, .. } => (Kind::Command, format!("{command}, a literal follows").into()),
            Message::Malformed(_) => (Kind::Malformed, "malformed command".into()),
            Message::Credentials(_) => (Kind::Credentials, "credentials".into()),
            Message::Done => (Kind::Command, "DONE".into()),
            Message::Content { .. } => (Kind::Payload, "content".into()),
            Message::ResponseHead { item: Some((_, name)), .. } => {
                (Kind::Positive, format!("FETCH {name}, a literal follows").into())
            }
            Message::ResponseHead { item: None, .. } => (Kind::Positive, "a literal follows".into()),
            Message::Unreadable => (Kind::Malformed, "unreadable".into()),
            Message::Response { response, to, .. } => of_response(response, *to),
        };
        Meaning { kind, text }
    }

    fn explain(&self, octets: &[u8], reveal: bool, language: Language) -> Vec<Explanation> {
        explain(self, octets, reveal, language)
    }
}

fn of_response(response: &Response, to: Option<Awaited>) -> (Kind, Cow<'static, str>) {
    let to = |status: &str| match to {
        Some(awaited) => format!("{status} to {}", awaited.name()),
        None => format!("{status} unasked"),
    };
    match response {
        Response::Continue(_) => (Kind::Intermediate, to("+").into()),
        Response::Tagged { status, .. } => (kind_of(status), to(status.state.name()).into()),
        Response::Untagged(Data::Status(status)) => (kind_of(status), status.state.name().into()),
        Response::Untagged(data) => (Kind::Positive, data.name().to_owned().into()),
        Response::Malformed => (Kind::Malformed, "malformed response".into()),
    }
}

fn kind_of(status: &Status) -> Kind {
    match status.state {
        State::Ok | State::Preauth => Kind::Positive,
        State::Bye => Kind::Transient,
        State::No if status.is_transient() => Kind::Transient,
        State::No | State::Bad => Kind::Permanent,
    }
}
