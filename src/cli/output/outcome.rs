//! What became of each recipient.

use std::borrow::Cow;

use jiff::Timestamp;
use serde::Serialize;

use super::certificate::LinkRecord;
use super::timing::Times;
use crate::base::escape::escape_str;
use crate::client::deliver::{Outcome, Status, Verdict};

/// One line: address, status, host and IP, TLS, code, enhanced code, text, queue id, milliseconds.
pub fn line(outcome: &Outcome, numbered: bool) -> String {
    let Verdict { status, reply, text, .. } = &outcome.verdict;
    let mut words = Vec::new();
    if numbered {
        words.push(format!("{}.", outcome.letter));
    }
    let recipient = outcome.recipient.as_ref().map(ToString::to_string);
    words.push(recipient.map_or_else(|| "-".to_owned(), |recipient| escape_str(&recipient).into_owned()));
    words.push(status.name().to_owned());
    let host = escape_str(&outcome.peer.host);
    words.push(match outcome.peer.address {
        Some(address) => format!("{host} [{address}]"),
        None => host.into_owned(),
    });
    words.push(match &outcome.peer.tls {
        Some(tls) if tls.verified.is_err() => format!("{} unverified", tls.version),
        Some(tls) => tls.version.clone(),
        None if reply.is_some() || *status == Status::Stopped => "clear text".to_owned(),
        None => "-".to_owned(),
    });
    if let Some(reply) = reply {
        let enhanced = reply.enhanced.map(|code| format!(" {code}")).unwrap_or_default();
        words.push(format!("{}{enhanced}", reply.code));
    }
    words.push(text.clone());
    if let Some(id) = outcome.queue_id() {
        words.push(format!("id {id}"));
    }
    words.push(format!("{} ms", outcome.elapsed.as_millis()));
    words.join("  ")
}

/// The fields of `send --json`.
#[derive(Serialize)]
pub struct Record<'a> {
    recipient: Option<String>,
    status: &'static str,
    code: Option<u16>,
    enhanced: Option<String>,
    text: Cow<'a, str>,
    host: &'a str,
    address: Option<String>,
    tls: Option<&'a str>,
    verified: Option<bool>,
    queue_id: Option<&'a str>,
    ms: u128,
    message: usize,
    exit: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    timing: Option<Times>,
    /// With `--certs`.
    #[serde(skip_serializing_if = "Option::is_none")]
    certificates: Option<Vec<LinkRecord<'a>>>,
}

impl<'a> Record<'a> {
    /// Of one outcome.
    pub fn new(outcome: &'a Outcome) -> Record<'a> {
        let Verdict { status, exit, reply, text, .. } = &outcome.verdict;
        let tls = outcome.peer.tls.as_ref();
        Record {
            recipient: outcome.recipient.as_ref().map(ToString::to_string),
            status: status.name(),
            code: reply.as_ref().map(|reply| reply.code),
            enhanced: reply.as_ref().and_then(|reply| reply.enhanced).map(|code| code.to_string()),
            text: reply.as_ref().map_or(Cow::Borrowed(text.as_str()), |reply| Cow::Owned(reply.words())),
            host: &outcome.peer.host,
            address: outcome.peer.address.map(|address| address.to_string()),
            tls: tls.map(|tls| tls.version.as_str()),
            verified: tls.map(|tls| tls.verified.is_ok()),
            queue_id: outcome.queue_id(),
            ms: outcome.elapsed.as_millis(),
            message: outcome.letter,
            exit: exit.code(),
            timing: None,
            certificates: tls
                .filter(|tls| tls.certs)
                .map(|tls| LinkRecord::all(&tls.shown, tls.place(), Timestamp::now())),
        }
    }

    /// The same, with how long each phase took.
    pub fn timed(self, timing: Option<Times>) -> Record<'a> {
        Record { timing, ..self }
    }
}
