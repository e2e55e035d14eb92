//! The client's half: command lines, credentials, content.

use bytes::Bytes;

use super::super::command::{Command, MAX_COMMAND_LINE, SyntaxError, Verb};
use super::super::extensions::PRDR;
use super::super::parameter::Parameter;
use super::message::{Awaited, Message};
use super::{CHUNK, Dialogue, State};
use crate::base::Finding;
use crate::proto::Side::Client;
use crate::proto::content::EndOfData;
use crate::proto::line::{self, Framed};

/// The longest MAIL or RCPT line with its parameters, in octets.
const MAX_PATH_LINE: usize = 2048;
/// The longest AUTH line or credential (RFC 4954 §4).
pub(super) const MAX_AUTH_LINE: usize = 12_288;

impl Dialogue {
    /// Makes turns of all the client's octets whose meaning is known.
    pub(super) fn read_client(&mut self) {
        while match self.state {
            State::Waiting | State::Upgraded => false,
            State::Data { .. } => self.read_data(),
            State::Bdat { .. } => self.read_bdat(),
            State::Command | State::Credentials => self.read_line(),
        } {}
    }

    fn read_line(&mut self) -> bool {
        match self.client.lines.next(&mut self.client.buffer) {
            None => return false,
            Some(Framed::Piece(piece)) => self.piece(piece),
            Some(Framed::Line(line)) if self.client.lines.take_poison() => self.end_of_long_line(line),
            Some(Framed::Line(line)) if matches!(self.state, State::Credentials) => self.credentials(line),
            Some(Framed::Line(line)) => self.command(line),
        }
        true
    }

    fn piece(&mut self, piece: Bytes) {
        // What follows the first piece is as sensitive as that was.
        self.guarded |= self.is_sensitive(&piece);
        let secret = self.guarded.then_some(0..piece.len());
        self.push(Client, piece, Message::Unreadable, secret, Vec::new());
    }

    fn end_of_long_line(&mut self, line: Bytes) {
        let secret = self.is_sensitive(&line).then_some(0..line::content(&line).len());
        let finding = Finding::new("line-too-long", "the line is longer than any line may be", "RFC 5321 §4.5.3.1");
        self.push(Client, line, Message::Unreadable, secret, vec![finding]);
        let credentials = matches!(self.state, State::Credentials);
        self.state = if credentials { State::Waiting } else { State::Command };
        self.awaiting.push_back(if credentials { Awaited::Credentials } else { Awaited::Command(Verb::Other) });
    }

    fn credentials(&mut self, line: Bytes) {
        let content = line::content(&line);
        let secret = match content {
            b"" | b"*" | b"=" => None,
            _ => Some(0..content.len()),
        };
        self.spoken.response(content);
        let findings = line::findings(&line, MAX_AUTH_LINE);
        self.push(Client, line, Message::Credentials(self.spoken.exchange()), secret, findings);
        self.state = State::Waiting;
        self.awaiting.push_back(Awaited::Credentials);
    }

    fn command(&mut self, line: Bytes) {
        let mut findings: Vec<Finding> = self.unasked().into_iter().collect();
        findings.extend(line::findings(&line, longest(Verb::of(&line))));
        match Command::parse(&line, &mut findings) {
            Ok(Command::Unknown(_)) if self.is_sensitive(&line) => {
                // The word itself may be the secret.
                self.sensitive(line, Message::Command(Command::Unknown("••••".to_owned())), findings);
            }
            Err((verb, error)) if self.is_sensitive(&line) => {
                self.sensitive(line, Message::Malformed { verb, error }, findings);
            }
            Ok(command) => self.understood(line, command, findings),
            Err((verb, error)) => self.misunderstood(line, verb, error, findings),
        }
    }

    fn understood(&mut self, line: Bytes, command: Command, findings: Vec<Finding>) {
        let verb = command.verb();
        self.guarded = verb == Verb::Auth;
        if let Command::Mail { parameters, .. } = &command {
            let binary = Parameter::new("BODY", "BINARYMIME");
            self.chunks = (!parameters.contains(&binary)).then(EndOfData::default);
            self.prdr = parameters.iter().any(|parameter| parameter.keyword == PRDR.keyword);
            self.begins = true;
        }
        let secret = match &command {
            Command::Auth { mechanism, .. } => {
                let response = initial_response(&line);
                self.spoken.begin(mechanism, line.get(response.clone()).unwrap_or_default());
                Some(response)
            }
            _ => None,
        };
        self.state = match &command {
            Command::Auth { .. } | Command::Data | Command::StartTls => State::Waiting,
            Command::Bdat { size, last } => State::Bdat { left: *size, last: *last },
            _ => State::Command,
        };
        let last = matches!(command, Command::Bdat { last: true, .. });
        self.push(Client, line, Message::Command(command), secret, findings);
        match last {
            true => self.await_end(Awaited::LastChunk),
            false => self.awaiting.push_back(Awaited::Command(verb)),
        }
    }

    fn misunderstood(&mut self, line: Bytes, verb: Verb, error: SyntaxError, findings: Vec<Finding>) {
        self.push(Client, line, Message::Malformed { verb, error }, None, findings);
        self.awaiting.push_back(Awaited::Command(verb));
    }

    /// A line that is no command while a credential may be under way: all of it is secret.
    fn sensitive(&mut self, line: Bytes, message: Message, findings: Vec<Finding>) {
        let content = line::content(&line);
        let secret = 0..content.len();
        self.spoken.suspect(content);
        self.push(Client, line, message, Some(secret), findings);
        self.awaiting.push_back(Awaited::Command(Verb::Other));
    }

    fn read_data(&mut self) -> bool {
        let State::Data { watch, searched } = &mut self.state else { return false };
        let end = watch.push(self.client.buffer.get(*searched..).unwrap_or_default());
        let Some(end) = end.map(|n| *searched + n) else {
            *searched = self.client.buffer.len();
            let certain = *searched - watch.pending();
            let emitted = certain / CHUNK * CHUNK;
            *searched -= emitted;
            self.content(emitted);
            return false;
        };
        let findings = watch.take_findings();
        self.content(end.saturating_sub(3));
        let dot = self.client.buffer.split_to(3.min(self.client.buffer.len())).freeze();
        self.push(Client, dot, Message::EndOfData, None, findings);
        self.state = State::Command;
        self.await_end(Awaited::EndOfData);
        true
    }

    /// What answers a whole message.
    fn await_end(&mut self, end: Awaited) {
        let analysis = (self.prdr && !self.lmtp).then_some(Awaited::Analysis);
        self.awaiting.extend(analysis.into_iter().chain([end]));
    }

    fn read_bdat(&mut self) -> bool {
        let State::Bdat { left, last } = &mut self.state else { return false };
        let there = usize::try_from(*left).unwrap_or(usize::MAX).min(self.client.buffer.len());
        let whole = there as u64 == *left;
        let emitted = if whole { there } else { there / CHUNK * CHUNK };
        *left -= emitted as u64;
        let mut findings = Vec::new();
        if let Some(chunks) = &mut self.chunks {
            chunks.inspect(self.client.buffer.get(..emitted).unwrap_or_default());
            if whole && *last {
                chunks.finish();
            }
            if whole {
                findings = chunks.take_findings();
            }
        }
        if whole {
            self.state = State::Command;
        }
        self.content(emitted);
        // What is wrong with a chunk is said with its last octets.
        if let Some(turn) = self.turns.back_mut().filter(|_| emitted > 0) {
            turn.findings.extend(findings);
        }
        whole
    }

    /// Emits the first `length` octets of the buffer as content, in chunks.
    fn content(&mut self, length: usize) {
        let mut left = length;
        while left > 0 {
            let chunk = self.client.buffer.split_to(left.min(CHUNK)).freeze();
            left -= chunk.len();
            let begins = std::mem::take(&mut self.begins);
            self.push(Client, chunk, Message::Content { begins }, None, Vec::new());
        }
    }

    pub(super) fn begin_data(&mut self) {
        self.state = State::Data { watch: EndOfData::default(), searched: 0 };
        self.begins = true;
    }
}

fn longest(verb: Verb) -> usize {
    match verb {
        Verb::Auth => MAX_AUTH_LINE,
        Verb::Mail | Verb::Rcpt => MAX_PATH_LINE,
        _ => MAX_COMMAND_LINE,
    }
}

/// Where the initial response stands: all behind the mechanism, but for `=`, which stands for an empty one.
fn initial_response(line: &[u8]) -> std::ops::Range<usize> {
    let content = line::content(line);
    let blank = |octet: &u8| matches!(octet, b' ' | b'\t');
    let mut at = 0;
    let mut skip = |blanks: bool| {
        let rest = content.get(at..).unwrap_or_default();
        at += rest.iter().take_while(|octet| blank(octet) == blanks).count();
        at
    };
    skip(false); // AUTH
    skip(true);
    skip(false); // the mechanism
    let start = skip(true);
    let end = if content.get(start..) == Some(b"=") { start } else { content.len() };
    start..end
}
