//! Threads as THREAD tells them (RFC 5256 §3), where no server does it.

mod ordered;
mod references;
#[cfg(test)]
mod tests;

use super::pattern::fold;
use super::sort::{envelope, sent};
use crate::mime::base_subject::BaseSubject;
use crate::mime::identifier;
use crate::proto::imap::Fetch;
use crate::proto::imap::thread::Member;

/// How it is found out what belongs together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Algorithm {
    /// By subject alone: whoever wrote first is answered by all others.
    OrderedSubject,
    /// By what a message says that it answers, and by the subject where nothing is said.
    References,
}

/// What is known of a message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letter {
    /// Its UID.
    uid: u32,
    /// When it was sent, in seconds since 1970.
    sent: i64,
    /// Its base subject, to be compared.
    subject: String,
    /// Its subject says that it answers another one.
    answers: bool,
    /// Its Message-ID.
    id: Option<String>,
    /// What it answers, the nearest last.
    references: Vec<String>,
}

impl Algorithm {
    /// `thread-alg`.
    pub fn name(self) -> &'static str {
        match self {
            Algorithm::OrderedSubject => "ORDEREDSUBJECT",
            Algorithm::References => "REFERENCES",
        }
    }

    /// The messages, each behind what it answers. Nothing recurses; but for sorting it takes linear time.
    pub fn threads(self, mut letters: Vec<Letter>) -> Vec<Member> {
        letters.sort_unstable_by_key(|letter| letter.uid);
        letters.dedup_by_key(|letter| letter.uid);
        match self {
            Algorithm::OrderedSubject => ordered::threads(letters),
            Algorithm::References => references::threads(&letters),
        }
    }
}

impl Letter {
    /// What is told of a message: its UID, ENVELOPE and INTERNALDATE.
    pub fn new(uid: u32, fetch: &Fetch) -> Letter {
        let envelope = envelope(fetch).cloned().unwrap_or_default();
        let BaseSubject { text, answers } = BaseSubject::of(envelope.subject.as_deref().unwrap_or_default());
        let first = |value: Option<Vec<u8>>| ids(&value.unwrap_or_default()).into_iter().next();
        let (id, references) = (first(envelope.message_id), first(envelope.in_reply_to).into_iter().collect());
        Letter { uid, sent: sent(fetch), subject: fold(&text), answers, id, references }
    }

    /// Takes the value of its References field, which counts more than In-Reply-To.
    pub fn with_references(&mut self, value: &[u8]) {
        let references = ids(value);
        if !references.is_empty() {
            self.references = references;
        }
    }

    /// Its UID.
    pub fn uid(&self) -> u32 {
        self.uid
    }
}

/// Those that are valid.
fn ids(value: &[u8]) -> Vec<String> {
    identifier::list(value).0.into_iter().map(|one| one.id).filter(|id| id.contains('@')).collect()
}
