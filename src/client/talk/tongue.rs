//! What each protocol has of its own in a conversation that somebody else leads: what becomes of a line, and what the
//! server's turns make of the next one. No octet is sent or read here.

use std::borrow::Cow;
use std::time::Duration;

use bytes::Bytes;

use super::Asked;
use super::literal::Literal;
use crate::client::{Limits, Refused};
use crate::net;
use crate::proto::sasl::Mechanism;
use crate::proto::{self, Turn, pop3, smtp};
use crate::transcript::Weight;

/// The dialogue's messages.
pub(super) type Message<T> = <<T as Tongue>::Dialogue as proto::Dialogue>::Message;

/// What a server said that it can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offer {
    /// In answer to EHLO or HELO.
    Smtp(smtp::Capabilities),
    /// In answer to CAPA.
    Pop3(pop3::Capabilities),
    /// In CAPABILITY, in capitals.
    Imap(Vec<String>),
}

/// A protocol that can be spoken line by line.
pub trait Tongue {
    /// Its conversation.
    type Dialogue: proto::Dialogue;
    /// What its refusals look like.
    type Refusal: Refused;
    /// Its name where a login names what it is for (RFC 2831 §2.1.2: serv-type).
    const SERVICE: &'static str;

    /// A connection that has just been opened.
    fn dialogue() -> Self::Dialogue;

    /// What the next line is.
    fn asked(&self) -> Asked;

    /// What is to be done about a line.
    fn said(&mut self, line: Vec<u8>, limits: &Limits) -> Vec<Act>;

    /// What is to be done when there are no more lines.
    fn ended(&mut self, limits: &Limits) -> Vec<Act>;

    /// What a turn is to the line that waits for its answer.
    ///
    /// # Errors
    /// It breaks the protocol: that ends a script, and a person is told.
    fn heard(&mut self, turn: &Turn<Message<Self>>) -> Result<Heard<Self::Refusal>, net::Error>;

    /// What a turn is that comes while a line is waited for.
    ///
    /// # Errors
    /// As of [`Tongue::heard`].
    fn unasked(&mut self, turn: &Turn<Message<Self>>) -> Result<Heard<Self::Refusal>, net::Error>;

    /// What the server can do; `None` if it has not said so, or if that counts no more.
    fn offer(&self) -> Option<Offer>;

    /// The command that asks for it.
    fn inquiry() -> &'static str;

    /// The SASL mechanisms among that.
    fn mechanisms(&self) -> Vec<String>;

    /// The line that names a mechanism, without its end, and how long it may become with an initial response, in octets.
    fn opening(&mut self, mechanism: &str) -> (String, usize);

    /// TLS stands; what is remarked on that.
    fn secured(&mut self) -> &'static str;

    /// The line that takes leave; `true`: something depends on its answer.
    fn farewell(&mut self) -> (Vec<u8>, bool);
}

/// One thing that is to be done.
pub enum Act {
    /// To say octets that were seen as they were typed.
    Say(Vec<u8>),
    /// To say octets that were not: the transcript shows them.
    Show(Vec<u8>),
    /// To say these octets, how many octets there are behind them, and, once the server lets that be, those.
    Upload(Vec<u8>, Upload),
    /// To wait for the answer.
    Wait(Wait),
    /// To log in with this mechanism, or the best; if there is nobody to log in as, to do this instead.
    LogIn(Option<Mechanism>, Vec<Act>),
    /// To remark on something.
    Note(Weight, Cow<'static, str>),
    /// Not to say what was said: a script ends with this, and a person is told.
    Refuse(String),
    /// To take this for the next line.
    Again(Vec<u8>),
    /// To remember that the lines ended where they must not.
    Cut,
    /// To do nothing more about this line.
    Then(Next),
}

/// The octets of a literal.
pub enum Upload {
    /// Those of a file.
    File(String),
    /// Those that were typed.
    Typed(Literal),
}

/// A wait for an answer.
#[derive(Clone, Debug)]
pub struct Wait {
    /// What is waited for, in words.
    pub what: String,
    /// How long.
    pub limit: Duration,
    /// Nothing depends on it: the server may just go.
    pub last: bool,
}

impl Act {
    /// To wait for the answer to `what`.
    pub fn wait(what: &str, limit: Duration) -> Act {
        Act::wait_unless(what, limit, false)
    }

    /// The same, unless nothing depends on it: the server may just go if it is the `last`.
    pub fn wait_unless(what: &str, limit: Duration, last: bool) -> Act {
        Act::Wait(Wait { what: format!("the answer to {what}"), limit, last })
    }
}

/// What a turn of the server is.
pub enum Heard<R> {
    /// It comes by the way, or there is more to come.
    Aside,
    /// It answers what is not yet said whole.
    Early,
    /// Leave to go on, with its text: a challenge in base64.
    Continue(Bytes),
    /// The answer, with what was refused, and what comes next.
    Over(Option<R>, Next),
}

/// What comes next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// Another line.
    On,
    /// TLS.
    Upgrade,
    /// TLS was refused in these words.
    NoTls(String),
    /// There are no more lines.
    Leave,
    /// The conversation is over.
    Gone,
    /// It cannot go on.
    Drop,
}
