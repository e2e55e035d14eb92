//! A conversation with a name server: which answer belongs to which question (RFC 5452 §9, RFC 1035 §4.2.2).

use std::collections::HashMap;

use bytes::Bytes;
use jiff::Timestamp;

use super::message::{Message, Question};
use crate::base::Finding;
use crate::proto::{Side, Turn};

/// How many questions may be open before the oldest are forgotten.
const MAX_OPEN: usize = 4096;

/// Messages become turns. What the answers get wrong becomes findings, kept by the question's id.
#[derive(Clone, Debug, Default)]
pub struct Dialogue {
    open: HashMap<u16, (Question, Timestamp)>,
    deviations: HashMap<u16, Finding>,
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
                let asked = self.open.get(&message.id).map(|(_, asked)| at.duration_since(*asked).unsigned_abs());
                message.after = asked;
                self.check(&message)
            }
        };
        Turn { side, octets, message, secret: Vec::new(), findings }
    }

    /// What an answer to the question of this id got wrong; it is forgotten.
    pub fn deviation(&mut self, id: u16) -> Option<Finding> {
        self.deviations.remove(&id)
    }

    fn ask(&mut self, message: &Message, at: Timestamp) {
        if self.open.len() >= MAX_OPEN {
            self.open.clear();
        }
        self.deviations.remove(&message.id);
        self.open.extend(message.questions.first().map(|question| (message.id, (question.clone(), at))));
    }

    fn check(&mut self, message: &Message) -> Vec<Finding> {
        let mut findings = Vec::new();
        let asked = self.open.get(&message.id).map(|(question, _)| question);
        // Where only a header was readable, the question is not there to be compared.
        let readable = message.malformed.is_none();
        match asked {
            None => findings.push(Finding::new("unknown-id", "no question has this id", "RFC 5452 §9.1")),
            Some(asked) if readable && !matches!(message.questions.as_slice(), [one] if one == asked) => {
                let bare = message.questions.is_empty() && message.answers.is_empty();
                if !(bare && message.rcode.0 > 0) {
                    let text = format!("it answers another question than {asked}");
                    findings.push(Finding::new("wrong-question", text, "RFC 5452 §9.1"));
                }
            }
            Some(_) => {}
        }
        if readable && !message.flags.response {
            findings.push(Finding::new("no-response", "the server sends a query (QR is not set)", "RFC 1035 §4.1.1"));
        }
        if let Some(malformed) = &message.malformed {
            findings.push(Finding::new("malformed", malformed.to_string(), "RFC 1035 §4"));
        }
        if let (Some(_), Some(finding)) = (asked, findings.first()) {
            self.deviations.insert(message.id, finding.clone());
        }
        findings
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
        assert_eq!(dialogue.deviation(7), None);
        let refused = Message { questions: Vec::new(), rcode: Rcode::REFUSED, ..right.clone() };
        assert!(codes(&mut dialogue, &refused).is_empty());
        assert_eq!(codes(&mut dialogue, &Message { flags: response, ..query(7, "b.test") }), ["wrong-question"]);
        assert_eq!(dialogue.deviation(7).map(|finding| finding.code), Some("wrong-question"));
        assert_eq!(codes(&mut dialogue, &Message { flags: response, ..query(8, "a.test") }), ["unknown-id"]);
        assert_eq!(dialogue.deviation(8), None);
        assert_eq!(codes(&mut dialogue, &query(7, "a.test")), ["no-response"]);
        let cut = dialogue.message(Side::Server, right.encode().split_off(14).into(), Timestamp::UNIX_EPOCH);
        assert!(cut.findings.iter().any(|finding| finding.code == "malformed"));
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
