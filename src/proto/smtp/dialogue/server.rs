//! The server's half: replies, and what they make of the client's next octets.

use bytes::Bytes;

use super::super::capabilities::Capabilities;
use super::super::command::Verb;
use super::super::extensions::PIPELINING;
use super::super::reply::{self, MAX_REPLY, MAX_REPLY_LINE, Reply, ReplyLine};
use super::client::MAX_AUTH_LINE;
use super::message::{Awaited, Message};
use super::{Dialogue, State};
use crate::base::Finding;
use crate::proto::Side::Server;
use crate::proto::line::{self, Framed};

impl Dialogue {
    /// Makes turns of all the server's octets, and of the client's that waited on them.
    pub(super) fn read_server(&mut self) {
        while !matches!(self.state, State::Upgraded) {
            let Some(framed) = self.server.lines.next(&mut self.server.buffer) else { break };
            match framed {
                Framed::Piece(piece) => {
                    // The lines of a reply that it interrupts come before it.
                    let (lines, spoken) = &mut self.reply;
                    lines.clear();
                    let before = spoken.split().freeze();
                    if !before.is_empty() {
                        self.unreadable(before, None);
                    }
                    self.unreadable(piece, None);
                }
                Framed::Line(line) if self.server.lines.take_poison() => self.unreadable(line, Some(reply_too_long())),
                Framed::Line(line) => self.reply_line(line),
            }
            self.read_client();
        }
    }

    fn reply_line(&mut self, octets: Bytes) {
        let line = ReplyLine::parse(&octets);
        let (lines, spoken) = &mut self.reply;
        let single = lines.is_empty();
        if !single || line.as_ref().is_none_or(|line| !line.last) {
            spoken.extend_from_slice(&octets);
        }
        let Some(line) = line else {
            lines.clear();
            let octets = spoken.split().freeze();
            let finding = Finding::new("not-a-reply", "a reply begins with three digits", "RFC 5321 §4.2");
            return self.unreadable(octets, Some(finding));
        };
        let last = line.last;
        lines.push(line);
        if !last && spoken.len() > MAX_REPLY {
            lines.clear();
            let octets = spoken.split().freeze();
            return self.unreadable(octets, Some(reply_too_long()));
        }
        if last {
            let lines = std::mem::take(lines);
            let octets = if single { octets } else { spoken.split().freeze() };
            self.whole_reply(octets, lines);
        }
    }

    fn whole_reply(&mut self, octets: Bytes, lines: Vec<ReplyLine>) {
        let mut findings = Vec::new();
        let challenge = octets.starts_with(b"334") && self.awaiting.front().is_some_and(Awaited::is_authentication);
        let limit = if challenge { MAX_AUTH_LINE } else { MAX_REPLY_LINE };
        for line in octets.split_inclusive(|&octet| octet == b'\n') {
            let new = line::findings(line, limit);
            let fresh = |finding: &Finding| !findings.contains(finding);
            let new: Vec<_> = new.into_iter().filter(fresh).collect();
            findings.extend(new);
        }
        let Some(mut reply) = reply::assemble(lines, &mut findings) else { return };
        let to = self.next_awaited(reply.code);
        findings.extend(self.out_of_turn(to, &reply));
        let authentication = to.as_ref().is_some_and(Awaited::is_authentication);
        let mut secret = self.spoken.find(&octets, authentication);
        // What base64 hides may be an echo too, and whoever explains the line decodes it.
        let challenge = 4..line::content(&octets).len();
        let encoded = octets.get(challenge.clone()).unwrap_or_default();
        if authentication && reply.code == 334 && (self.spoken.is_proof_due() || self.spoken.is_within(encoded)) {
            secret = vec![challenge].into_iter().filter(|range| !range.is_empty()).collect();
        }
        reply.masked = self.masked(&reply, authentication);
        self.answer(to, &reply);
        let more = self.is_partial(to);
        let exchange = authentication.then(|| self.spoken.exchange());
        self.push(Server, octets, Message::Reply { reply, to, exchange, more }, None, findings);
        if let Some(turn) = self.turns.back_mut() {
            turn.secret = secret;
        }
    }

    /// What a reply with this code answers. Where no recipient is answered for apart, the message is answered at once.
    fn next_awaited(&mut self, code: u16) -> Option<Awaited> {
        match self.awaiting.pop_front() {
            Some(Awaited::Analysis) if code != 353 => self.awaiting.pop_front(),
            other => other,
        }
    }

    /// The text of a reply with the mask where a secret stands; `None` if none does.
    fn masked(&self, reply: &Reply, all: bool) -> Option<String> {
        let mask = |line: &Bytes| self.spoken.mask(line, all).map(Bytes::from);
        reply.lines.iter().any(|line| mask(line).is_some()).then(|| {
            let lines = reply.lines.iter().map(|line| mask(line).unwrap_or_else(|| line.clone())).collect();
            Reply { lines, ..reply.clone() }.words()
        })
    }

    /// What the reply makes of the client's octets that waited on it.
    fn answer(&mut self, to: Option<Awaited>, reply: &Reply) {
        if let Some(awaited) = to.filter(|awaited| holds(*awaited) && !self.client.buffer.is_empty()) {
            self.rushed = Some(awaited);
        }
        match (to, reply.code) {
            (Some(Awaited::Command(verb @ (Verb::Ehlo | Verb::Lhlo))), 250) => {
                self.pipelining = Capabilities::from_reply(reply).has(&PIPELINING);
                (self.lmtp, self.taken) = (verb == Verb::Lhlo, 0);
            }
            (Some(Awaited::Command(Verb::Mail | Verb::Rset)), 200..300) => self.taken = 0,
            (Some(Awaited::Command(Verb::Rcpt)), 200..300) => self.taken += 1,
            (Some(awaited @ (Awaited::EndOfData | Awaited::LastChunk)), _) if self.lmtp => {
                self.taken = self.taken.saturating_sub(1);
                if self.taken > 0 {
                    self.awaiting.push_front(awaited);
                }
            }
            (Some(Awaited::Analysis), _) => {
                (0..std::mem::take(&mut self.taken)).for_each(|_| self.awaiting.push_front(Awaited::Recipient));
            }
            (Some(Awaited::Command(Verb::Data)), 354) => self.begin_data(),
            (Some(Awaited::Command(Verb::StartTls)), 220) => self.state = State::Upgraded,
            (Some(Awaited::Command(Verb::Auth) | Awaited::Credentials), 334) => self.state = State::Credentials,
            (Some(awaited), _) if holds(awaited) => self.state = State::Command,
            _ => {}
        }
    }

    /// Whether what was just answered is a part of a message's answer.
    fn is_partial(&self, to: Option<Awaited>) -> bool {
        match to {
            Some(Awaited::Analysis | Awaited::Recipient) => true,
            Some(Awaited::EndOfData | Awaited::LastChunk) => self.lmtp && self.taken > 0,
            _ => false,
        }
    }

    fn out_of_turn(&self, to: Option<Awaited>, reply: &Reply) -> Option<Finding> {
        match to {
            // RFC 5321 §3.8: a server that must shut down may say 421 at any time.
            None if reply.code == 421 => None,
            None if matches!(self.state, State::Data { .. } | State::Bdat { .. }) => {
                Some(Finding::new("early-reply", "a reply before the message was sent whole", "RFC 5321 §4.1.1.4"))
            }
            None => Some(Finding::new("unasked-reply", "a reply that answers no command", "RFC 5321 §4.2")),
            Some(awaited) if !expected(awaited, reply.code) => Some(Finding::new(
                "unexpected-code",
                format!("{} does not answer {}", reply.code, awaited.name()),
                "RFC 5321 §4.3.2",
            )),
            Some(_) => None,
        }
    }

    fn unreadable(&mut self, octets: Bytes, finding: Option<Finding>) {
        let secret = self.spoken.find(&octets, true);
        self.push(Server, octets, Message::Unreadable, None, finding.into_iter().collect());
        if let Some(turn) = self.turns.back_mut() {
            turn.secret = secret;
        }
    }
}

/// True if the client's octets behind it are held until it is answered.
fn holds(awaited: Awaited) -> bool {
    matches!(awaited, Awaited::Credentials | Awaited::Command(Verb::Auth | Verb::Data | Verb::StartTls))
}

/// Whether RFC 5321 §4.3.2, RFC 3207 and RFC 4954 foresee a reply of this code; any refusal is always foreseen.
fn expected(awaited: Awaited, code: u16) -> bool {
    match (awaited, code) {
        (_, 400..600) => true,
        (Awaited::Greeting | Awaited::Command(Verb::StartTls), code) => code == 220,
        (Awaited::Command(Verb::Data), code) => code == 354,
        (Awaited::Command(Verb::Quit), code) => code == 221,
        (Awaited::Command(Verb::Auth) | Awaited::Credentials, code) => matches!(code, 235 | 334),
        (Awaited::Analysis, code) => code == 353,
        (Awaited::Command(_) | Awaited::EndOfData | Awaited::LastChunk | Awaited::Recipient, code) => {
            (200..300).contains(&code)
        }
    }
}

fn reply_too_long() -> Finding {
    Finding::new("reply-too-long", "the reply is longer than any reply may be", "RFC 5321 §4.5.3.1.5")
}
