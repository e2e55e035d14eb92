//! The server's half: replies, and the lines or the message behind them.

use bytes::Bytes;

use super::super::capabilities::Capabilities;
use super::super::command::{Answer, Verb};
use super::super::reply::{MAX_REPLY_LINE, Reply, Status};
use super::message::{Awaited, Message};
use super::{CHUNK, Dialogue, Flow, State};
use crate::base::Finding;
use crate::proto::Side::Server;
use crate::proto::content::EndOfData;
use crate::proto::line::{self, Framed};

impl Dialogue {
    /// Makes turns of all the server's octets, and of the client's that waited on them.
    pub(super) fn read_server(&mut self) {
        while self.state != State::Upgraded {
            let more = match &self.flow {
                Flow::Reply => self.read_reply(),
                Flow::Listing { .. } => self.read_listing(),
                Flow::Content { .. } => self.read_content(),
            };
            if !more {
                break;
            }
            self.read_client();
        }
    }

    fn read_reply(&mut self) -> bool {
        match self.server.lines.next(&mut self.server.buffer) {
            None => return false,
            Some(Framed::Piece(piece)) => self.unreadable(piece, None),
            Some(Framed::Line(line)) if self.server.lines.take_poison() => self.unreadable(line, Some(too_long())),
            Some(Framed::Line(line)) => match Reply::parse(&line) {
                Some(reply) => self.reply(line, reply),
                None => {
                    let finding = Finding::new("not-a-reply", "a reply begins with +OK or -ERR", "RFC 1939 §3");
                    self.unreadable(line, Some(finding));
                }
            },
        }
        true
    }

    fn reply(&mut self, octets: Bytes, mut reply: Reply) {
        let to = self.awaiting.pop_front();
        let authentication = to.as_ref().is_some_and(Awaited::is_authentication);
        let login = to.as_ref().is_some_and(Awaited::is_login);
        let limit = if authentication { line::MAX_LINE } else { MAX_REPLY_LINE };
        let mut findings = line::findings(&octets, limit);
        findings.extend(out_of_turn(to, &reply));
        let mut secret = self.spoken.find(&octets, login);
        let challenge = 2..line::content(&octets).len();
        if authentication
            && reply.status == Status::Continue
            && (self.spoken.is_proof_due() || self.spoken.is_within(octets.get(challenge.clone()).unwrap_or_default()))
        {
            secret = Some(challenge).into_iter().filter(|range| !range.is_empty()).collect();
        }
        let masked = self.spoken.mask(&reply.text, login);
        reply.masked = masked.map(|masked| String::from_utf8_lossy(&masked).into_owned());
        self.answer(to, &reply);
        let exchange = authentication.then(|| self.spoken.exchange());
        self.push(Server, octets, Message::Reply { reply, to, exchange }, None, findings);
        if let Some(turn) = self.turns.back_mut() {
            turn.secret = secret;
        }
    }

    /// What the reply makes of the octets behind it, and of the client's that waited on it.
    fn answer(&mut self, to: Option<Awaited>, reply: &Reply) {
        let Some(to) = to else { return };
        let holds = to.is_authentication() || to.verb() == Some(Verb::Stls);
        if holds && !self.client.buffer.is_empty() {
            self.rushed = Some(to);
        }
        if holds {
            self.state = match (to.verb(), reply.status) {
                (Some(Verb::Stls), Status::Ok) => State::Upgraded,
                (_, Status::Continue) if to.is_authentication() => State::Credentials,
                _ => State::Command,
            };
        }
        if reply.status != Status::Ok {
            return;
        }
        let verb = to.verb().unwrap_or(Verb::Other);
        if verb == Verb::Capa {
            self.capabilities = Capabilities::default();
        }
        self.flow = match to.answer() {
            Answer::Line => Flow::Reply,
            Answer::Listing => Flow::Listing { to: verb, begins: true, whole: 0, within: false },
            Answer::Content => {
                let watch = if reply.bare { EndOfData::bare() } else { EndOfData::default() };
                Flow::Content { watch, searched: 0, begins: true }
            }
        };
    }

    /// Whole lines are told together, as many as fit in a chunk.
    fn read_listing(&mut self) -> bool {
        let Flow::Listing { to, begins, whole, within } = &mut self.flow else { return false };
        let to = *to;
        let taken = loop {
            let rest = self.server.buffer.get(*whole..).unwrap_or_default();
            let head = rest.get(..line::MAX_LINE).unwrap_or(rest);
            let width = match memchr::memchr(b'\n', head) {
                Some(at) => at + 1,
                None if head.len() < line::MAX_LINE => return false,
                // A line without end is told in pieces.
                None if *whole == 0 => {
                    *within = true;
                    break head.len();
                }
                None => break *whole,
            };
            let dot = !*within && line::content(head.get(..width).unwrap_or_default()) == b".";
            if *whole > 0 && (dot || *whole + width > CHUNK) {
                break *whole;
            }
            if dot {
                let octets = self.server.buffer.split_to(width).freeze();
                let findings = line::findings(&octets, MAX_REPLY_LINE);
                self.flow = Flow::Reply;
                self.push(Server, octets, Message::EndOfData, None, findings);
                return true;
            }
            *whole += width;
            *within = false;
        };
        let begins = std::mem::take(begins);
        *whole = 0;
        let octets = self.server.buffer.split_to(taken).freeze();
        if to == Verb::Capa {
            self.capabilities.push(&octets);
        }
        let secret = self.spoken.find(&octets, false);
        self.push(Server, octets, Message::Listing { to, begins }, None, Vec::new());
        if let Some(turn) = self.turns.back_mut() {
            turn.secret = secret;
        }
        true
    }

    fn read_content(&mut self) -> bool {
        let Flow::Content { watch, searched, .. } = &mut self.flow else { return false };
        let end = watch.push(self.server.buffer.get(*searched..).unwrap_or_default());
        let Some(end) = end.map(|n| *searched + n) else {
            *searched = self.server.buffer.len();
            let certain = *searched - watch.pending();
            let emitted = certain / CHUNK * CHUNK;
            *searched -= emitted;
            self.content(emitted);
            return false;
        };
        let findings = watch.take_findings();
        let dot = if self.server.buffer.get(..end).is_some_and(|octets| octets.ends_with(b".\r\n")) { 3 } else { 2 };
        self.content(end.saturating_sub(dot));
        let octets = self.server.buffer.split_to(dot.min(self.server.buffer.len())).freeze();
        self.flow = Flow::Reply;
        self.push(Server, octets, Message::EndOfData, None, findings);
        true
    }

    /// Emits the first `length` octets of the buffer as content, in chunks.
    fn content(&mut self, length: usize) {
        let mut left = length;
        while left > 0 {
            let chunk = self.server.buffer.split_to(left.min(CHUNK)).freeze();
            left -= chunk.len();
            let Flow::Content { begins, .. } = &mut self.flow else { return };
            let begins = std::mem::take(begins);
            self.push(Server, chunk, Message::Content { begins }, None, Vec::new());
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

fn out_of_turn(to: Option<Awaited>, reply: &Reply) -> Option<Finding> {
    match (to, reply.status) {
        (None, _) => Some(Finding::new("unasked-reply", "a reply that answers no command", "RFC 1939 §3")),
        (Some(to), Status::Continue) if !to.is_authentication() => {
            Some(Finding::new("unexpected-code", format!("a challenge does not answer {}", to.name()), "RFC 5034 §4"))
        }
        _ => None,
    }
}

fn too_long() -> Finding {
    Finding::new("reply-too-long", "the reply is longer than any reply may be", "RFC 1939 §3")
}
