//! A conversation with a name server: which answer belongs to which question (RFC 5452 §9, RFC 1035 §4.2.2).

use std::collections::HashMap;

use bytes::Bytes;
use jiff::Timestamp;

use super::message::{Message, Question};
use crate::base::Finding;
use crate::proto::{Side, Turn};

/// How many ids may be open before all are forgotten.
const MAX_OPEN: usize = 4096;
/// How many questions may be open under one id; over HTTPS all have the same (RFC 8484 §4.1).
const MAX_ALIKE: usize = 256;

/// Messages become turns. What the answers get wrong becomes findings, kept by the question.
#[derive(Clone, Debug, Default)]
pub struct Dialogue {
    open: HashMap<u16, Vec<(Question, Timestamp)>>,
    deviations: HashMap<Question, Finding>,
}

impl Dialogue {
    /// One datagram, or one message of a stream without its length, as it came at that time.
    pub fn message(&mut self, side: Side, octets: Bytes, at: Timestamp) -> Turn<Message> {
        let mut message = Message::read(&octets);
        let findings = match side {
            Side::Client => {
                self.ask(&message, at);
                Vec::new()
            }
            Side::Server => {
                let asked = self.asked(&message);
                message.after = asked.map(|(_, asked)| at.duration_since(*asked).unsigned_abs());
                self.check(&message)
            }
        };
        Turn { side, octets, message, secret: Vec::new(), findings }
    }

    /// What came of a message of the server before the end of the connection: no fault of the answer's.
    pub fn incomplete(octets: Bytes) -> Turn<Message> {
        let message = Message::read(&octets);
        let text = "the connection ended within this message";
        let findings = vec![Finding::new("incomplete", text, "RFC 7766 §6.2.4")];
        Turn { side: Side::Server, octets, message, secret: Vec::new(), findings }
    }

    /// What an answer to this question got wrong since it was asked last; it is forgotten.
    pub fn deviation(&mut self, question: &Question) -> Option<Finding> {
        self.deviations.remove(question)
    }

    fn ask(&mut self, message: &Message, at: Timestamp) {
        if self.open.len() >= MAX_OPEN {
            self.open.clear();
        }
        let Some(question) = message.questions.first() else { return };
        self.deviations.remove(question);
        let alike = self.open.entry(message.id).or_default();
        alike.retain(|(asked, _)| asked != question);
        if alike.len() >= MAX_ALIKE {
            alike.remove(0);
        }
        alike.push((question.clone(), at));
    }

    /// The question that a message answers, else the last one of its id.
    fn asked(&self, message: &Message) -> Option<&(Question, Timestamp)> {
        let alike = self.open.get(&message.id)?;
        alike.iter().find(|(asked, _)| message.questions.first() == Some(asked)).or(alike.last())
    }

    fn check(&mut self, message: &Message) -> Vec<Finding> {
        let Some((asked, _)) = self.asked(message) else {
            let mut findings = vec![Finding::new("unknown-id", "no question has this id", "RFC 5452 §9.1")];
            findings.extend(unfit(message));
            return findings;
        };
        let findings = flaws(asked, message);
        if let Some(finding) = findings.first() {
            self.deviations.insert(asked.clone(), finding.clone());
        }
        findings
    }
}

/// What is wrong with a message as the answer to a question.
pub fn flaws(asked: &Question, message: &Message) -> Vec<Finding> {
    let mut findings = Vec::new();
    // Where only a header was readable, the question is not there to be compared. A refusal may leave it out.
    let bare = message.questions.is_empty() && message.answers.is_empty() && message.rcode.0 > 0;
    if message.malformed.is_none() && !bare && !matches!(message.questions.as_slice(), [one] if one == asked) {
        let text = format!("it answers another question than {asked}");
        findings.push(Finding::new("wrong-question", text, "RFC 5452 §9.1"));
    }
    findings.extend(unfit(message));
    findings
}

/// What makes a message no answer to any question.
fn unfit(message: &Message) -> Option<Finding> {
    match &message.malformed {
        Some(malformed) => Some(Finding::new("malformed", malformed.to_string(), "RFC 1035 §4")),
        None if message.flags.response => None,
        None => Some(Finding::new("no-response", "the server sends a query (QR is not set)", "RFC 1035 §4.1.1")),
    }
}

/// Cuts a stream into messages, each behind its length in two octets (RFC 1035 §4.2.2, RFC 7858 §3.3).
#[derive(Clone, Debug, Default)]
pub struct Frames {
    buffer: Vec<u8>,
}

impl Frames {
    /// Takes octets as they come.
    pub fn push(&mut self, octets: &[u8]) {
        self.buffer.extend_from_slice(octets);
    }

    /// The next whole message.
    pub fn take(&mut self) -> Option<Bytes> {
        let length = usize::from(u16::from_be_bytes(*self.buffer.first_chunk::<2>()?));
        let whole = self.buffer.get(2..2 + length).map(Bytes::copy_from_slice)?;
        self.buffer.drain(..2 + length);
        Some(whole)
    }

    /// What is left of a message that did not come whole, without its length.
    pub fn rest(&mut self) -> Option<Bytes> {
        let buffer = std::mem::take(&mut self.buffer);
        (!buffer.is_empty()).then(|| Bytes::copy_from_slice(buffer.get(2..).unwrap_or_default()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::proto::dns::{Flags, Name, Rcode, Type};

    fn query(id: u16, name: &str) -> Message {
        let questions = vec![Question { name: Name::parse(name).expect("a name"), kind: Type::MX }];
        Message { id, questions, ..Message::default() }
    }

    fn codes(dialogue: &mut Dialogue, message: &Message) -> Vec<&'static str> {
        let later = Timestamp::UNIX_EPOCH + std::time::Duration::from_micros(1500);
        let turn = dialogue.message(Side::Server, message.encode().into(), later);
        assert!(turn.message.after.is_none_or(|after| after.as_micros() == 1500));
        turn.findings.iter().map(|finding| finding.code).collect()
    }

    #[test]
    fn answers_are_compared_with_what_was_asked() {
        let mut dialogue = Dialogue::default();
        dialogue.message(Side::Client, query(7, "a.test").encode().into(), Timestamp::UNIX_EPOCH);
        let response = Flags { response: true, ..Flags::default() };
        let right = Message { flags: response, ..query(7, "A.test") };
        assert!(codes(&mut dialogue, &right).is_empty());
        let asked = &right.questions[0];
        assert_eq!(dialogue.deviation(asked), None);
        let refused = Message { questions: Vec::new(), rcode: Rcode::REFUSED, ..right.clone() };
        assert!(codes(&mut dialogue, &refused).is_empty());
        assert_eq!(codes(&mut dialogue, &Message { flags: response, ..query(7, "b.test") }), ["wrong-question"]);
        assert_eq!(dialogue.deviation(asked).map(|finding| finding.code), Some("wrong-question"));
        assert_eq!(codes(&mut dialogue, &Message { flags: response, ..query(8, "a.test") }), ["unknown-id"]);
        assert_eq!(dialogue.deviation(asked), None);
        assert_eq!(codes(&mut dialogue, &query(7, "a.test")), ["no-response"]);
        let cut = dialogue.message(Side::Server, right.encode().split_off(14).into(), Timestamp::UNIX_EPOCH);
        assert!(cut.findings.iter().any(|finding| finding.code == "malformed"));
    }

    #[test]
    fn questions_may_share_an_id() {
        let mut dialogue = Dialogue::default();
        for name in ["a.test", "b.test"] {
            dialogue.message(Side::Client, query(0, name).encode().into(), Timestamp::UNIX_EPOCH);
        }
        let response = |name| Message { flags: Flags { response: true, ..Flags::default() }, ..query(0, name) };
        assert!(["a.test", "b.test"].iter().all(|name| codes(&mut dialogue, &response(name)).is_empty()));
        assert_eq!(codes(&mut dialogue, &response("c.test")), ["wrong-question"]);
    }

    #[test]
    fn frames_at_every_cut() {
        let octets = b"\x00\x03abc\x00\x00\x00\x01d\x00\x02e";
        for at in 0..=octets.len() {
            let mut frames = Frames::default();
            let mut whole = Vec::new();
            for part in [&octets[..at], &octets[at..]] {
                frames.push(part);
                whole.extend(std::iter::from_fn(|| frames.take()));
            }
            assert_eq!(whole, ["abc", "", "d"]);
            assert_eq!(frames.rest().as_deref(), Some(&b"e"[..]));
        }
    }
}
