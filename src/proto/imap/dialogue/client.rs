//! The client's half: commands, their literals, credentials, DONE.

use std::ops::Range;

use bytes::Bytes;

use super::super::command::{Command, SyntaxError, Verb};
use super::super::frame::{Frame, Line, Literal, Rule};
use super::super::token::Reader;
use super::message::{Awaited, Message};
use super::{Dialogue, Pending, State};
use crate::base::Finding;
use crate::proto::Side::Client;
use crate::proto::line;

/// The longest line of a SASL exchange, in octets (RFC 4954 §4, for want of a limit in RFC 9051).
const MAX_AUTH_LINE: usize = 12_288;
/// The longest command line that every server should take, in octets (RFC 7162 §4).
const MAX_COMMAND_LINE: usize = 8192;

impl Dialogue {
    /// Makes turns of all the client's octets whose meaning is known.
    pub(super) fn read_client(&mut self) {
        while !matches!(self.state, State::Waiting | State::Upgraded | State::Compressed) {
            let rule = if self.state == State::Command { Rule::Waiting } else { Rule::Text };
            let Some(frame) = self.client.next(|_| rule) else { break };
            match frame {
                Frame::Line(octets, _) if self.state == State::Credentials => self.credentials(octets),
                Frame::Line(octets, _) if self.state == State::Idle => self.done(octets),
                Frame::Line(octets, line) => self.command(octets, &line),
                Frame::Head(octets, line, literal) => self.head(octets, &line, literal),
                Frame::Chunk { octets, last } => self.content(Client, octets, last),
                Frame::Piece { octets, last } => self.piece(octets, last),
            }
        }
    }

    fn piece(&mut self, piece: Bytes, last: bool) {
        // What follows the first piece is as sensitive as that was.
        self.guarded |= self.is_sensitive(&piece);
        let secret = if self.guarded { vec![0..piece.len()] } else { Vec::new() };
        let text = "the line is longer than any line may be";
        let finding = last.then(|| Finding::new("line-too-long", text, "RFC 9051 §4"));
        self.push(Client, piece, Message::Unreadable, secret, finding.into_iter().collect());
    }

    fn credentials(&mut self, octets: Bytes) {
        let content = line::content(&octets);
        let secret = match content {
            b"" | b"*" | b"=" => Vec::new(),
            _ => vec![0..content.len()],
        };
        self.spoken.response(content);
        let findings = line::findings(&octets, MAX_AUTH_LINE);
        self.push(Client, octets, Message::Credentials(self.spoken.exchange()), secret, findings);
        self.state = State::Waiting;
        self.waits = Some(Awaited::Credentials);
    }

    fn done(&mut self, octets: Bytes) {
        let content = line::content(&octets);
        let mut findings = line::findings(&octets, MAX_COMMAND_LINE);
        if !content.eq_ignore_ascii_case(b"DONE") {
            findings.push(Finding::new("not-done", "only DONE ends IDLE", "RFC 9051 §6.3.13"));
        }
        self.state = State::Command;
        let secret = if self.is_sensitive(&octets) { vec![0..content.len()] } else { Vec::new() };
        self.push(Client, octets, Message::Done, secret, findings);
    }

    fn command(&mut self, octets: Bytes, line: &Line) {
        let mut findings = self.unasked();
        findings.extend(line_findings(&octets, line));
        let secret = secrets(&octets, line);
        self.under_way = None;
        match Command::parse(line) {
            Ok(command) if command.verb == Verb::Other && self.is_sensitive(line::content(&octets)) => {
                // The word itself may be the secret.
                self.pending.push_back(Pending::new(&command, line));
                let command = Command { keyword: "••••".to_owned(), tag: Bytes::new(), ..command };
                self.sensitive(octets, Message::Command(command), findings);
            }
            Ok(command) => self.understood(octets, line, command, secret, findings),
            Err(error) => {
                if error == SyntaxError::Missing {
                    self.pending.push_back(Pending::tagged(line));
                }
                match self.is_sensitive(line::content(&octets)) {
                    true => self.sensitive(octets, Message::Malformed(error), findings),
                    false => self.push(Client, octets, Message::Malformed(error), secret, findings),
                }
            }
        }
    }

    fn understood(
        &mut self,
        octets: Bytes,
        line: &Line,
        command: Command,
        secret: Vec<Range<usize>>,
        findings: Vec<Finding>,
    ) {
        self.guarded = matches!(command.verb, Verb::Authenticate | Verb::Login);
        if command.verb == Verb::Login {
            self.remember(line);
        }
        if command.verb == Verb::Authenticate {
            let initial = secret.first().and_then(|range| octets.get(range.clone())).unwrap_or_default();
            self.spoken.begin(command.subject.as_deref().unwrap_or_default(), initial);
        }
        if matches!(command.verb, Verb::Authenticate | Verb::StartTls | Verb::Compress | Verb::Idle) {
            self.state = State::Waiting;
            self.waits = Some(Awaited::Command(command.verb));
        }
        self.pending.push_back(Pending::new(&command, line));
        self.push(Client, octets, Message::Command(command), secret, findings);
    }

    /// A command up to a literal.
    fn head(&mut self, octets: Bytes, line: &Line, literal: Literal) {
        let mut findings = self.unasked();
        findings.extend(line_findings(&octets, line));
        let secret = secrets(&octets, line);
        let message = match Command::parse(line) {
            Ok(command) => {
                self.guarded = command.verb == Verb::Login;
                self.under_way = Some(Pending::new(&command, line));
                Message::CommandHead { command, literal }
            }
            Err(error) => Message::Malformed(error),
        };
        let verb = self.under_way.as_ref().map_or(Verb::Other, |pending| pending.verb);
        if !literal.plus {
            self.state = State::Waiting;
            self.waits = Some(Awaited::Literal(verb));
        }
        self.begins = true;
        self.push(Client, octets, message, secret, findings);
    }

    /// A line that is no command while a credential may be under way: all of it is secret.
    fn sensitive(&mut self, octets: Bytes, message: Message, findings: Vec<Finding>) {
        let content = line::content(&octets);
        let secret = vec![0..content.len()];
        content.split(|octet| *octet == b' ').skip(1).for_each(|word| self.spoken.suspect(word));
        self.push(Client, octets, message, secret, findings);
    }

    /// The password of LOGIN, without quotes and whatever announces it.
    fn remember(&mut self, line: &Line) {
        let mut reader = Reader::new(line);
        for _ in 0..2 {
            reader.unquoted();
            reader.space();
        }
        let _ = reader.astring();
        reader.space();
        if let Some(password) = reader.astring() {
            self.spoken.expect(&password.into_vec());
        }
    }
}

/// Where secrets stand in the octets of a turn, with which the line ends so far.
fn secrets(octets: &Bytes, line: &Line) -> Vec<Range<usize>> {
    let before = line.octets.len() - octets.len();
    let here = |range: Range<usize>| range.start.saturating_sub(before)..range.end.saturating_sub(before);
    Command::secrets(line).into_iter().map(here).filter(|range| !range.is_empty()).collect()
}

/// What is wrong with the text of a line; literals may hold anything.
fn line_findings(octets: &[u8], line: &Line) -> Vec<Finding> {
    let text = line.octets.len() == octets.len() && memchr::memchr(b'{', octets).is_none();
    if text { line::findings(octets, MAX_COMMAND_LINE) } else { Vec::new() }
}
