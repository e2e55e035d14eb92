//! The server's half: responses, and what they make of the client's next octets.

use bytes::Bytes;

use super::super::command::Verb;
use super::super::frame::{Frame, Line, Literal};
use super::super::quirks::{self, Circumstances, Quirk};
use super::super::response::{Code, Data, Fetch, Response, State as Ended, Status, literals, short};
use super::super::token::Reader;
use super::message::{Awaited, Message};
use super::{Dialogue, State};
use crate::base::Finding;
use crate::proto::Side::Server;
use crate::proto::explain::MASK;
use crate::proto::line;

impl Dialogue {
    /// Makes turns of all the server's octets, and of the client's that waited on them.
    pub(super) fn read_server(&mut self) {
        while !matches!(self.state, State::Upgraded | State::Compressed) {
            let Some(frame) = self.server.next(literals) else { break };
            match frame {
                Frame::Line(octets, line) => self.response(octets, &line),
                Frame::Head(octets, line, literal) => self.response_head(octets, &line, literal),
                Frame::Chunk { octets, last } => self.content(Server, octets, last),
                Frame::Piece { octets, last } => {
                    let text = "the response is longer than is held";
                    let finding = last.then(|| Finding::new("response-too-long", text, "RFC 9051 §4"));
                    let secret = self.spoken.find(&octets, true);
                    self.push(Server, octets, Message::Unreadable, secret, finding.into_iter().collect());
                }
            }
            self.read_client();
        }
    }

    fn response_head(&mut self, octets: Bytes, line: &Line, literal: Literal) {
        let mut reader = Reader::of(line, 0..line.octets.len());
        let untagged = reader.word("*").is_some() && reader.space().is_some();
        let (item, uid) = untagged.then(|| Fetch::head(&mut reader)).flatten().unzip();
        let uid = uid.flatten();
        self.server_begins = true;
        let secret = self.spoken.find(&octets, false);
        self.push(Server, octets, Message::ResponseHead { item, uid, literal }, secret, Vec::new());
    }

    fn response(&mut self, octets: Bytes, line: &Line) {
        let mut findings = Vec::new();
        let mut response = Response::parse(line, &mut findings);
        if line.octets.len() == octets.len() && memchr::memchr(b'{', &octets).is_none() {
            findings.extend(line::findings(&octets, usize::MAX));
        }
        let to = self.answered(&response, &mut findings);
        findings.extend(self.quirks(line, &response, to));
        let login = to.is_some_and(Awaited::is_login);
        let authentication = to.is_some_and(Awaited::is_authentication);
        let mut secret = self.spoken.find(&octets, login);
        if let (Response::Continue(text), true) = (&response, authentication)
            && (self.spoken.is_proof_due() || self.spoken.is_within(text))
        {
            let challenge = octets.len().min(2)..line::content(&octets).len();
            secret = Some(challenge).into_iter().filter(|range| !range.is_empty()).collect();
        }
        self.mask(&mut response, login);
        if !secret.is_empty() {
            findings.iter_mut().for_each(silence);
        }
        let exchange = authentication.then(|| self.spoken.exchange());
        self.act(&response, to);
        self.push(Server, octets, Message::Response { response, to, exchange }, secret, findings);
    }

    /// What this server is known to say otherwise than it should.
    fn quirks(&mut self, line: &Line, response: &Response, to: Option<Awaited>) -> Vec<Finding> {
        let ended = match (response, to) {
            (Response::Tagged { .. }, Some(Awaited::Command(verb))) => Some(verb),
            _ => None,
        };
        let mut searches = self.pending.iter().filter(|pending| pending.verb == Verb::Search).peekable();
        let circumstances = Circumstances {
            ended,
            waits_for_idle: self.waits == Some(Awaited::Command(Verb::Idle)),
            parted: self.parted,
            enabled: self.enabled,
            extended_search: searches.peek().is_some() && searches.all(|search| search.returns),
        };
        match response {
            Response::Untagged(Data::Enabled(_)) => self.enabled = true,
            Response::Untagged(Data::Status(status)) => self.parted |= status.state == Ended::Bye,
            _ => self.enabled &= ended != Some(Verb::Enable),
        }
        quirks::find(line, response, circumstances).into_iter().map(Quirk::finding).collect()
    }

    /// Which command a response ends or allows to go on.
    fn answered(&mut self, response: &Response, findings: &mut Vec<Finding>) -> Option<Awaited> {
        let greeted = std::mem::replace(&mut self.greeted, true);
        match response {
            Response::Untagged(Data::Status(status)) if !greeted => {
                if matches!(status.state, Ended::No | Ended::Bad) {
                    let text = "a greeting is OK, PREAUTH or BYE";
                    findings.push(Finding::new("bad-greeting", text, "RFC 9051 §7.1"));
                }
                Some(Awaited::Greeting)
            }
            _ if !greeted => {
                let text = "the server does not begin with a greeting";
                findings.push(Finding::new("bad-greeting", text, "RFC 9051 §7.1"));
                None
            }
            Response::Continue(_) => {
                if self.waits.is_none() {
                    let text = "leave to go on, though nothing waits for it";
                    findings.push(Finding::new("unasked-continuation", text, "RFC 9051 §7.6"));
                }
                self.waits
            }
            Response::Tagged { tag, .. } => {
                let at = self.pending.iter().position(|pending| pending.tag == *tag);
                let ended = match at {
                    Some(at) => self.pending.remove(at),
                    None => self.under_way.take_if(|pending| pending.tag == *tag),
                };
                if ended.is_none() {
                    let text = format!("no command has the tag {:?}", short(tag));
                    findings.push(Finding::new("unknown-tag", text, "RFC 9051 §2.2.2"));
                }
                ended.map(|pending| Awaited::Command(pending.verb))
            }
            _ => None,
        }
    }

    fn mask(&self, response: &mut Response, login: bool) {
        let status = match response {
            Response::Tagged { status, .. } | Response::Untagged(Data::Status(status)) => status,
            _ => return,
        };
        let masked = self.spoken.mask(&status.text, login);
        status.masked = masked.map(|masked| String::from_utf8_lossy(&masked).into_owned());
    }

    /// What the response makes of the client's octets that waited on it, and of what is known of the server.
    fn act(&mut self, response: &Response, to: Option<Awaited>) {
        match response {
            Response::Continue(_) => {
                let Some(waits) = self.waits.take() else { return };
                self.state = match waits {
                    Awaited::Credentials | Awaited::Command(Verb::Authenticate) => State::Credentials,
                    Awaited::Command(Verb::Idle) => State::Idle,
                    _ => State::Command,
                };
            }
            Response::Tagged { status, .. } => {
                self.learn_from(status);
                if let Some(Awaited::Command(verb)) = to {
                    self.ended(verb, status.state);
                }
            }
            Response::Untagged(Data::Capability(words)) => self.capabilities = words.clone(),
            Response::Untagged(Data::Status(status)) => self.learn_from(status),
            _ => {}
        }
    }

    /// A command is over; if the client waited for leave to go on with it, that will not come.
    fn ended(&mut self, verb: Verb, how: Ended) {
        let waited_for = match (self.waits, self.state) {
            (Some(Awaited::Literal(of) | Awaited::Command(of)), _) => Some(of),
            (Some(Awaited::Credentials), _) | (None, State::Credentials) => Some(Verb::Authenticate),
            (None, State::Idle) => Some(Verb::Idle),
            _ => None,
        };
        if waited_for == Some(verb) {
            if matches!(self.waits, Some(Awaited::Literal(_))) {
                self.client.abandon();
            }
            self.waits = None;
            self.state = State::Command;
        }
        match (verb, how) {
            (Verb::StartTls, Ended::Ok) => self.state = State::Upgraded,
            (Verb::Compress, Ended::Ok) => self.state = State::Compressed,
            _ => {}
        }
    }

    fn learn_from(&mut self, status: &Status) {
        if let Some(Code::Capability(words)) = &status.code {
            self.capabilities.clone_from(words);
        }
    }
}

/// What a finding quotes of a response that repeats a secret is left out: a quote may have cut it.
fn silence(finding: &mut Finding) {
    let quote = finding.message.split_once('"').and_then(|(before, rest)| Some((before, rest.rsplit_once('"')?.1)));
    if let Some((before, after)) = quote {
        finding.message = format!("{before}\"{MASK}\"{after}").into();
    }
}
