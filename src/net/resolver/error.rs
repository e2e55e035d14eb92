//! Why a question has no answer.

use std::net::SocketAddr;
use std::time::Duration;

use crate::base::Finding;
use crate::net::Deadline;
use crate::net::error::seconds;
use crate::proto::dns::{Question, Rcode};

/// Why a name server's answer is not to be had, or is none.
#[derive(Clone, Debug, thiserror::Error)]
pub enum ResolveError {
    /// The system does not say whom to ask.
    #[error("this machine names no name server ({0})")]
    NoServer(String),
    /// It cannot be reached.
    #[error("the name server {server} cannot be reached ({reason}){}", if *.offline { ": this machine may have no network" } else { "" })]
    Unreachable {
        /// Which one.
        server: SocketAddr,
        /// What the system said.
        reason: String,
        /// There is no way to it, as far as the system knows.
        offline: bool,
    },
    /// It did not answer.
    #[error("{} passed without an answer of the name server {server}", seconds(.after))]
    Timeout {
        /// Which one.
        server: SocketAddr,
        /// How long it had.
        after: Duration,
    },
    /// The moment came at which all is to end.
    #[error("{deadline} while waiting for the name server {server}")]
    Deadline {
        /// Which one.
        deadline: Deadline,
        /// Who was asked.
        server: SocketAddr,
    },
    /// The connection to the name server did not last.
    #[error("the name server {server} ended the connection: {reason}")]
    Broken {
        /// Which one.
        server: SocketAddr,
        /// How.
        reason: String,
    },
    /// It says that it cannot or does not want to answer.
    #[error("the name server {server} answers {rcode} to {question}{}{}", said(.extended), meaning(*.rcode))]
    Failed {
        /// Which one.
        server: SocketAddr,
        /// Its code.
        rcode: Rcode,
        /// To what.
        question: Question,
        /// Its extended errors, escaped (RFC 8914).
        extended: Vec<String>,
    },
    /// Its answer is none.
    #[error("the name server {server} breaks the protocol: {}: {} ({})", .finding.code, .finding.message, .finding.rfc)]
    Deviation {
        /// Which one.
        server: SocketAddr,
        /// What is wrong.
        finding: Finding,
    },
    /// TLS to the name server failed.
    #[error("the name server {server}: {reason}")]
    Tls {
        /// Which one.
        server: SocketAddr,
        /// Why.
        reason: String,
    },
    /// Aliases that lead nowhere.
    #[error("the aliases (CNAME) of {0} go round in circles or do not end")]
    Loop(String),
    /// The user ended it.
    #[error("interrupted while waiting for a name server")]
    Interrupted,
}

impl ResolveError {
    /// What to do about it; nothing, if that depends.
    pub fn advice(&self) -> &'static str {
        match self {
            ResolveError::NoServer(_) => "--dns IP says whom to ask",
            ResolveError::Unreachable { .. } => "--dns IP asks another",
            ResolveError::Timeout { .. } => "try again later, or --dns IP asks another",
            ResolveError::Failed { rcode: Rcode::SERVFAIL, .. } => "try again later",
            ResolveError::Failed { .. } => "--dns IP asks another",
            _ => "",
        }
    }
}

fn said(extended: &[String]) -> String {
    extended.iter().map(|error| format!(", extended error {error}")).collect()
}

fn meaning(rcode: Rcode) -> &'static str {
    match rcode {
        Rcode::SERVFAIL => ": it failed to find out",
        Rcode::REFUSED => ": it does not serve us, or not that name",
        Rcode::NOTIMP => ": it cannot do that",
        Rcode::FORMERR => ": it does not understand the question",
        _ => "",
    }
}
