//! What a scripted name server does, question by question.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use super::packet::{NOERROR, NXDOMAIN, Packet, Record};
use super::question::{Question, Transport};

/// What is done when a question has come.
#[derive(Clone, Debug)]
pub enum Act {
    /// Answers. What is too long for a datagram is truncated, as servers do.
    Say(Packet),
    /// Answers with any octets; over TCP with their length in front.
    Octets(Vec<u8>),
    /// Answers with the ID of the question and any octets, which a client cannot but look at.
    OctetsBehindId(Vec<u8>),
    /// Never answers; a connection stays open.
    Silent,
    /// Waits, then does something.
    After(Duration, Box<Act>),
    /// Does one thing after the other: a lie, then the truth.
    All(Vec<Act>),
    /// Does the first with questions that have an OPT record, the second with others.
    Edns(Box<Act>, Box<Act>),
    /// Answers from another port: that is not the server, as far as a client can know. UDP only.
    FromElsewhere(Packet),
    /// Ends the connection. TCP only, as everything below.
    Close,
    /// Says the whole length, then so many octets of the answer, then ends the connection.
    CloseInside(Packet, usize),
    /// Says the whole length, then so many octets of the answer, and no more; the connection stays open.
    StallInside(Packet, usize),
    /// Says this length, whatever that of the answer is, and the answer; the connection stays open.
    Length(u16, Packet),
    /// Says length and answer octet by octet.
    EachOctet(Packet),
    /// Says octets without a length in front.
    Bare(Vec<u8>),
}

impl From<Packet> for Act {
    fn from(packet: Packet) -> Self {
        Self::Say(packet)
    }
}

impl From<Vec<Record>> for Act {
    fn from(records: Vec<Record>) -> Self {
        Self::Say(Packet::answer(records))
    }
}

impl<const N: usize> From<[Record; N]> for Act {
    fn from(records: [Record; N]) -> Self {
        Self::Say(Packet::answer(records))
    }
}

/// For which questions something is done.
#[derive(Clone, Debug)]
struct Rule {
    name: String,
    /// All types without.
    kind: Option<u16>,
    /// Both without.
    transport: Option<Transport>,
    once: bool,
    act: Act,
}

impl Rule {
    fn is_for(&self, question: &Question) -> bool {
        let kind = self.kind.is_none_or(|kind| kind == question.kind);
        kind && self.is_of(question) && self.transport.is_none_or(|transport| transport == question.transport)
    }

    fn is_of(&self, question: &Question) -> bool {
        self.name.eq_ignore_ascii_case(&question.name)
    }
}

/// The rules of a name server. Names are written as [`Question::name`] is. Where none fits, a name with rules for other
/// types gets an empty answer, and one without NXDOMAIN.
#[derive(Debug, Default)]
pub struct Script {
    rules: Mutex<Vec<Rule>>,
    otherwise: Option<Act>,
    pub(super) no_udp: bool,
    pub(super) no_tcp: bool,
}

impl Script {
    /// Without rules.
    pub fn new() -> Self {
        Self::default()
    }

    /// Does this with questions for a name and a type, every time.
    pub fn on(self, name: &str, kind: u16, act: impl Into<Act>) -> Self {
        self.rule(name, Some(kind), None, false, act)
    }

    /// Does this once, before anything that is done every time; further calls are for the next times.
    pub fn once(self, name: &str, kind: u16, act: impl Into<Act>) -> Self {
        self.rule(name, Some(kind), None, true, act)
    }

    /// Does this with questions for a name, whatever their type.
    pub fn on_name(self, name: &str, act: impl Into<Act>) -> Self {
        self.rule(name, None, None, false, act)
    }

    /// Says over UDP that the answer is truncated, and does this with those who come by TCP then.
    pub fn truncated(self, name: &str, kind: u16, act: impl Into<Act>) -> Self {
        self.rule(name, Some(kind), Some(Transport::Udp), false, Packet::truncated()).rule(
            name,
            Some(kind),
            Some(Transport::Tcp),
            false,
            act,
        )
    }

    /// Does this with all questions for which there is no rule.
    pub fn otherwise(mut self, act: impl Into<Act>) -> Self {
        self.otherwise = Some(act.into());
        self
    }

    /// Nobody listens on TCP.
    pub fn no_tcp(mut self) -> Self {
        self.no_tcp = true;
        self
    }

    /// Nobody listens on UDP.
    pub fn no_udp(mut self) -> Self {
        self.no_udp = true;
        self
    }

    fn rule(
        self,
        name: &str,
        kind: Option<u16>,
        transport: Option<Transport>,
        once: bool,
        act: impl Into<Act>,
    ) -> Self {
        let rule = Rule { name: name.to_owned(), kind, transport, once, act: act.into() };
        self.rules.lock().unwrap_or_else(PoisonError::into_inner).push(rule);
        self
    }

    /// What is to be done now; a rule for once is gone afterwards.
    pub(super) fn act(&self, question: &Question) -> Act {
        let mut rules = self.rules.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(place) = rules.iter().position(|rule| rule.once && rule.is_for(question)) {
            return rules.remove(place).act;
        }
        // a rule for the type goes before one for all of them
        let mut fitting: Vec<&Rule> = rules.iter().filter(|rule| rule.is_for(question)).collect();
        fitting.sort_by_key(|rule| rule.kind.is_none());
        let default = || {
            let known = rules.iter().any(|rule| rule.is_of(question));
            Act::Say(Packet::negative(if known { NOERROR } else { NXDOMAIN }))
        };
        fitting.first().map_or_else(|| self.otherwise.clone().unwrap_or_else(default), |rule| rule.act.clone())
    }
}
