//! The client's half: command lines and credentials.

use std::ops::Range;

use bytes::Bytes;

use super::super::command::{Command, MAX_COMMAND_LINE, SyntaxError, Verb};
use super::message::{Awaited, Message};
use super::{Dialogue, State};
use crate::base::Finding;
use crate::proto::Side::Client;
use crate::proto::line::{self, Framed};

/// The longest AUTH line or credential (RFC 4954 §4, for want of a limit in RFC 5034).
const MAX_AUTH_LINE: usize = 12_288;

impl Dialogue {
    /// Makes turns of all the client's octets whose meaning is known.
    pub(super) fn read_client(&mut self) {
        while matches!(self.state, State::Command | State::Credentials) && self.read_line() {}
    }

    fn read_line(&mut self) -> bool {
        match self.client.lines.next(&mut self.client.buffer) {
            None => return false,
            Some(Framed::Piece(piece)) => {
                // What follows the first piece is as sensitive as that was.
                self.guarded |= self.is_sensitive(&piece);
                let secret = self.guarded.then_some(0..piece.len());
                self.push(Client, piece, Message::Unreadable, secret, Vec::new());
            }
            Some(Framed::Line(line)) if self.client.lines.take_poison() => self.end_of_long_line(line),
            Some(Framed::Line(line)) if self.state == State::Credentials => self.credentials(line),
            Some(Framed::Line(line)) => self.command(line),
        }
        true
    }

    fn end_of_long_line(&mut self, line: Bytes) {
        let secret = self.is_sensitive(&line).then_some(0..line::content(&line).len());
        let finding = Finding::new("line-too-long", "the line is longer than any line may be", "RFC 2449 §4");
        self.push(Client, line, Message::Unreadable, secret, vec![finding]);
        match self.state {
            State::Credentials => {
                self.state = State::Waiting;
                self.awaiting.push_back(Awaited::Credentials);
            }
            _ => self.await_command(Verb::Other, false),
        }
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
        let limit = if Verb::of(&line) == Verb::Auth { MAX_AUTH_LINE } else { MAX_COMMAND_LINE };
        findings.extend(line::findings(&line, limit));
        match Command::parse(&line, &mut findings) {
            Ok(command) if command.verb == Verb::Other && self.is_sensitive(&line) => {
                // The word itself may be the secret.
                let command = Command { keyword: "••••".to_owned(), arguments: Vec::new(), ..command };
                self.sensitive(line, Message::Command(command), findings);
            }
            Err((verb, error)) if self.is_sensitive(&line) => {
                self.sensitive(line, Message::Malformed { verb, error }, findings);
            }
            Ok(command) => self.understood(line, command, findings),
            Err((verb, error)) => self.misunderstood(line, verb, error, findings),
        }
    }

    fn understood(&mut self, line: Bytes, command: Command, findings: Vec<Finding>) {
        let (verb, argument) = (command.verb, !command.arguments.is_empty());
        self.guarded = matches!(verb, Verb::Auth | Verb::User | Verb::Apop);
        let secret = secret_of(&line, &command);
        let octets = secret.clone().and_then(|range| line.get(range)).unwrap_or_default();
        match (verb, command.arguments.first()) {
            (Verb::Auth, Some(mechanism)) => self.spoken.begin(mechanism, octets),
            (Verb::Pass | Verb::Apop, _) => self.spoken.expect(octets),
            _ => {}
        }
        if verb == Verb::Stls || verb == Verb::Auth && argument {
            self.state = State::Waiting;
        }
        self.push(Client, line, Message::Command(command), secret, findings);
        self.await_command(verb, argument);
    }

    fn misunderstood(&mut self, line: Bytes, verb: Verb, error: SyntaxError, findings: Vec<Finding>) {
        self.push(Client, line, Message::Malformed { verb, error }, None, findings);
        // Whatever it says, no lines follow a command that the server cannot understand.
        self.await_command(verb, true);
    }

    /// A line that is no command while a credential may be under way: all of it is secret.
    fn sensitive(&mut self, line: Bytes, message: Message, findings: Vec<Finding>) {
        let content = line::content(&line);
        let secret = 0..content.len();
        self.spoken.suspect(content);
        self.push(Client, line, message, Some(secret), findings);
        self.await_command(Verb::Other, false);
    }

    fn await_command(&mut self, verb: Verb, argument: bool) {
        let listing = std::mem::take(&mut self.listing_wanted);
        self.awaiting.push_back(Awaited::Command { verb, argument, listing });
    }
}

/// Where the secret stands: all behind PASS, the digest of APOP, the initial response of AUTH but for a lone `=`.
fn secret_of(line: &[u8], command: &Command) -> Option<Range<usize>> {
    let content = line::content(line);
    let blank = |octet: &u8| *octet == b' ';
    let skip = |from: usize, blanks: bool| {
        let rest = content.get(from..).unwrap_or_default();
        from + rest.iter().take_while(|octet| blank(octet) == blanks).count()
    };
    let behind_verb = skip(0, false);
    let start = match command.verb {
        _ if !command.secret => return None,
        // The password may begin with a blank.
        Verb::Pass => (behind_verb + 1).min(content.len()),
        _ => skip(skip(skip(behind_verb, true), false), true),
    };
    let alone = command.verb == Verb::Auth && content.get(start..) == Some(b"=");
    Some(start..if alone { start } else { content.len() })
}
