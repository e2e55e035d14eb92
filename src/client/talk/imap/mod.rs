//! IMAP, line by line: tags are put before commands, literals are counted, IDLE is ended (RFC 9051).

mod line;

use bytes::Bytes;

pub use self::line::Tags;
use self::line::{Piece, is_untagged, pieces};
use super::Asked;
use super::literal::Literal;
use super::smtp::wanted;
use super::tongue::{Act, Heard, Next, Offer, Tongue, Upload};
use crate::client::imap::{Refusal, protocol, strange};
use crate::client::{Limits, quoted};
use crate::net;
use crate::proto::Turn;
use crate::proto::imap::command::SyntaxError;
use crate::proto::imap::frame::{self, Line};
use crate::proto::imap::{Awaited, Code, Command, Data, Dialogue, Message, Response, State as Ended, Status, Verb};
use crate::transcript::Weight;

/// The longest line with an initial response, in octets (RFC 4959 §3, RFC 7162 §4).
const MAX_INITIAL: usize = 8192;

const DONE: &str = "what happens is shown as it comes; DONE, or an empty line, ends IDLE";
const ONLY_DONE: &str = "only DONE, or an empty line, ends IDLE; nothing is said";
const LEFT_OUT: &str = "the literal was refused: it and what stands behind it are left out";
const TAGGED: &str = "the answer ends with the line that bears it (RFC 9051 §2.2.1)";
const REST: &str = "the literal is whole; what is typed now ends the command: an empty line, if that is all";
const LONE_DOT: &str = "the octets of the literal, line by line; a lone dot ends them";

/// An IMAP conversation.
pub struct Imap {
    script: bool,
    tags: Tags,
    /// How many tags were given, and whether that was told.
    given: u64,
    told: bool,
    state: State,
    waits: Waits,
    /// The command under way; without a tag no end of it can be known.
    tag: Option<Bytes>,
    verb: Verb,
    offered: Option<Vec<String>>,
}

/// What the next line is to the server.
#[derive(Clone, Debug, PartialEq, Eq)]
enum State {
    Command,
    Credentials,
    Idle,
    /// The octets of a literal; so many are still to come.
    Literal {
        left: u64,
    },
    /// What stands behind a literal.
    Rest,
    /// A literal that is counted before anything is said.
    Typed {
        before: Vec<Piece>,
        octets: Vec<u8>,
    },
    /// A literal that was refused; `None`: what stands behind it.
    Refused {
        left: Option<u64>,
    },
}

/// What leave to go on would be for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Waits {
    Nothing,
    /// The octets of a literal, which are typed.
    Typed(u64),
    /// Those of one that is kept.
    Upload,
    /// The verb itself: AUTHENTICATE, IDLE.
    Verb,
}

impl Imap {
    /// The lines are a script, or a person's.
    pub fn new(script: bool, tags: Tags) -> Imap {
        Imap {
            script,
            tags,
            given: 0,
            told: false,
            state: State::Command,
            waits: Waits::Nothing,
            tag: None,
            verb: Verb::Other,
            offered: None,
        }
    }

    fn next_tag(&mut self) -> String {
        self.given += 1;
        format!("a{}", self.given)
    }

    fn command(&mut self, line: Vec<u8>, limits: &Limits) -> Vec<Act> {
        if self.verb == Verb::Idle && is_done(&line) {
            // IDLE is over already.
            return Vec::new();
        }
        let mut acts = Vec::new();
        let given = self.tags == Tags::Auto && is_untagged(&line);
        let line = match given {
            true => [self.next_tag().as_bytes(), b" ", &line].concat(),
            false => line,
        };
        self.begin(&line);
        if given && !std::mem::replace(&mut self.told, true) {
            let tag = format!("a{}", self.given);
            let text = format!("a tag is put before each command, as {tag} here: {TAGGED}");
            acts.push(Act::Note(Weight::Info, text.into()));
        }
        if self.verb == Verb::Idle && !self.script {
            acts.push(Act::Note(Weight::Info, DONE.into()));
        }
        let behind = line.iter().position(|octet| *octet == b' ').map_or(0, |at| at + 1);
        let wanted = wanted(line.get(behind..).unwrap_or_default()).filter(|_| self.verb == Verb::Authenticate);
        let said = self.go_on(pieces(&line), given, limits);
        match wanted {
            Some(mechanism) => acts.push(Act::LogIn(mechanism, said)),
            None => acts.extend(said),
        }
        acts
    }

    /// Which command is under way now.
    fn begin(&mut self, line: &[u8]) {
        let word = line.split(|octet| *octet == b' ').next().unwrap_or_default();
        let octets = Bytes::from([line, b"\r\n"].concat());
        (self.tag, self.verb) = match Command::parse(&Line { octets, streamed: Vec::new() }) {
            Ok(command) => (Some(command.tag), command.verb),
            Err(SyntaxError::Missing) => (Some(Bytes::copy_from_slice(word)), Verb::Other),
            Err(SyntaxError::Tag) => (None, Verb::Other),
        };
        let typed = std::str::from_utf8(word).ok().and_then(|word| word.strip_prefix('a')?.parse().ok());
        self.given = typed.map_or(self.given, |typed: u64| self.given.max(typed.min(u64::MAX - 1)));
    }

    /// A command, or what stands behind a literal of it. `shown`: it was not typed so.
    fn go_on(&mut self, mut pieces: Vec<Piece>, shown: bool, limits: &Limits) -> Vec<Act> {
        self.state = State::Command;
        if pieces.contains(&Piece::Typed) {
            self.state = State::Typed { before: pieces, octets: Vec::new() };
            let note = (!self.script).then(|| Act::Note(Weight::Info, LONE_DOT.into()));
            return note.into_iter().collect();
        }
        let last = if let Some(Piece::Text(text)) = pieces.pop() { text } else { Vec::new() };
        let (mut acts, mut head) = (Vec::new(), Vec::new());
        for piece in pieces {
            let upload = match piece {
                Piece::File(path) => Upload::File(path),
                Piece::Octets(octets) => Upload::Typed(Literal::typed(octets)),
                Piece::Text(text) => {
                    head = text;
                    continue;
                }
                Piece::Typed => continue,
            };
            acts.push(Act::Upload(std::mem::take(&mut head), upload));
        }
        let announced = frame::announced(&last);
        self.waits = match (&announced, self.verb) {
            (Some(literal), _) if !literal.plus => Waits::Typed(literal.octets),
            _ if !acts.is_empty() => Waits::Upload,
            (_, Verb::Authenticate | Verb::Idle) => Waits::Verb,
            _ => Waits::Nothing,
        };
        let line = [&last, &b"\r\n"[..]].concat();
        acts.push(if shown || !acts.is_empty() { Act::Show(line) } else { Act::Say(line) });
        match announced {
            Some(literal) if literal.plus => self.state = literal_of(literal.octets),
            _ => acts.push(Act::wait_unless(self.verb.name(), limits.command, self.verb == Verb::Logout)),
        }
        acts
    }

    /// A line of a literal; it counts with its CRLF.
    fn literal(&mut self, line: &[u8], left: u64) -> Vec<Act> {
        let whole = [line, b"\r\n"].concat();
        let taken = usize::try_from(left).unwrap_or(usize::MAX).min(whole.len());
        self.state = literal_of(left - taken as u64);
        let say = Act::Say(whole.get(..taken).unwrap_or_default().to_vec());
        if taken < whole.len() {
            // It ends within the line, whose rest stands behind it.
            return vec![say, Act::Again(line.get(taken..).unwrap_or_default().to_vec())];
        }
        let note = (self.state == State::Rest && !self.script).then(|| Act::Note(Weight::Info, REST.into()));
        [say].into_iter().chain(note).collect()
    }

    /// A line of a literal that is counted.
    fn typed(&mut self, line: &[u8], before: Vec<Piece>, mut octets: Vec<u8>, limits: &Limits) -> Vec<Act> {
        if line != b"." {
            octets.extend_from_slice(line);
            octets.extend_from_slice(b"\r\n");
            self.state = State::Typed { before, octets };
            return Vec::new();
        }
        let mut pieces = before;
        if let Some(typed) = pieces.iter_mut().find(|piece| **piece == Piece::Typed) {
            *typed = Piece::Octets(octets);
        }
        self.go_on(pieces, true, limits)
    }

    /// A line of a literal that was refused, or what stands behind it: were it said, it would be a command.
    fn left_out(&mut self, line: &[u8], left: Option<u64>) -> Vec<Act> {
        let left = left.unwrap_or_default();
        let width = line.len() as u64 + 2;
        if left >= width {
            self.state = State::Refused { left: Some(left - width).filter(|left| *left > 0) };
            return Vec::new();
        }
        let behind = usize::try_from(left).ok().and_then(|at| line.get(at..)).unwrap_or_default();
        if let Some(next) = frame::announced(behind) {
            self.state = State::Refused { left: Some(next.octets).filter(|left| *left > 0) };
            return Vec::new();
        }
        self.state = State::Command;
        vec![Act::Note(Weight::Info, LEFT_OUT.into())]
    }

    fn done(&mut self, line: Vec<u8>, limits: &Limits) -> Vec<Act> {
        let done = match (is_done(&line), self.script) {
            (true, _) if line.is_empty() => Act::Show(b"DONE\r\n".to_vec()),
            (true, _) | (false, true) => Act::Say([&line, &b"\r\n"[..]].concat()),
            (false, false) => return vec![Act::Note(Weight::Warning, ONLY_DONE.into())],
        };
        self.waits = Waits::Nothing;
        vec![done, Act::wait(Verb::Idle.name(), limits.command)]
    }

    /// It was typed unseen, so that the transcript shows its mask.
    fn credentials(&mut self, mut line: Vec<u8>, limits: &Limits) -> Vec<Act> {
        self.state = State::Command;
        line.extend_from_slice(b"\r\n");
        vec![Act::Show(line), Act::wait(Verb::Authenticate.name(), limits.command)]
    }

    fn is_mine(&self, tag: &Bytes) -> bool {
        self.tag.as_ref().is_none_or(|mine| mine == tag)
    }

    /// The end of the command.
    fn over(&mut self, status: &Status) -> Heard<Refusal> {
        self.learn(status);
        self.state = match std::mem::replace(&mut self.waits, Waits::Nothing) {
            Waits::Typed(octets) if self.script => State::Refused { left: Some(octets).filter(|left| *left > 0) },
            _ => State::Command,
        };
        let refused = status.state != Ended::Ok;
        let refusal = refused.then(|| Refusal { to: Some(self.verb), status: Box::new(status.clone()) });
        let next = match (self.verb, refused) {
            (Verb::Logout, false) => Next::Gone,
            (Verb::StartTls, false) => Next::Upgrade,
            (Verb::StartTls, true) => Next::NoTls(status.sentence()),
            _ => Next::On,
        };
        Heard::Over(refusal, next)
    }

    /// Leave to go on.
    fn leave(&mut self, text: &Bytes) -> Result<Heard<Refusal>, net::Error> {
        self.state = match self.waits {
            Waits::Typed(octets) => {
                self.waits = Waits::Nothing;
                literal_of(octets)
            }
            Waits::Upload => State::Command,
            Waits::Verb if self.verb == Verb::Idle => State::Idle,
            Waits::Verb => State::Credentials,
            Waits::Nothing if !self.script => return Ok(Heard::Aside),
            Waits::Nothing => {
                return Err(protocol(format!("the server lets {} go on, which is whole", self.verb), "RFC 9051 §7.6"));
            }
        };
        Ok(Heard::Continue(text.clone()))
    }

    fn untagged(&mut self, data: &Data, to: Option<Awaited>) -> Heard<Refusal> {
        let status = match data {
            Data::Capability(words) => {
                self.offered = Some(words.clone());
                return Heard::Aside;
            }
            Data::Status(status) => status,
            _ => return Heard::Aside,
        };
        self.learn(status);
        let refusal = |to| Some(Refusal { to, status: Box::new(status.clone()) });
        match (status.state, to) {
            (Ended::Bye, _) if self.verb != Verb::Logout && self.script => Heard::Over(refusal(None), Next::Gone),
            (Ended::Ok | Ended::Preauth, Some(Awaited::Greeting)) => Heard::Over(None, Next::On),
            (_, Some(Awaited::Greeting)) => Heard::Over(refusal(None), Next::On),
            // The end of what has no tag.
            (Ended::Bad | Ended::No, _) if self.tag.is_none() => Heard::Over(refusal(Some(self.verb)), Next::On),
            _ => Heard::Aside,
        }
    }

    fn learn(&mut self, status: &Status) {
        if let Some(Code::Capability(words)) = &status.code {
            self.offered = Some(words.clone());
        }
    }
}

impl Tongue for Imap {
    type Dialogue = Dialogue;
    type Refusal = Refusal;
    const SERVICE: &'static str = "imap";

    fn dialogue() -> Dialogue {
        Dialogue::new()
    }

    fn asked(&self) -> Asked {
        match self.state {
            State::Command => Asked::Command,
            State::Credentials => Asked::Credentials,
            State::Idle => Asked::Done,
            State::Literal { .. } | State::Rest | State::Typed { .. } => Asked::Content,
            State::Refused { .. } => Asked::Refused,
        }
    }

    fn said(&mut self, line: Vec<u8>, limits: &Limits) -> Vec<Act> {
        match std::mem::replace(&mut self.state, State::Command) {
            State::Command => self.command(line, limits),
            State::Credentials => self.credentials(line, limits),
            State::Idle => {
                self.state = State::Idle;
                self.done(line, limits)
            }
            State::Literal { left } => self.literal(&line, left),
            State::Rest => self.go_on(pieces(&line), false, limits),
            State::Typed { before, octets } => self.typed(&line, before, octets, limits),
            State::Refused { left } => self.left_out(&line, left),
        }
    }

    fn ended(&mut self, limits: &Limits) -> Vec<Act> {
        match self.state {
            State::Command | State::Refused { .. } => vec![Act::Then(Next::Leave)],
            State::Idle => self.done(Vec::new(), limits),
            State::Credentials => {
                let cut = self.script.then_some(Act::Cut);
                cut.into_iter().chain(self.credentials(b"*".to_vec(), limits)).collect()
            }
            State::Typed { .. } if !self.script => {
                self.state = State::Command;
                vec![Act::Note(Weight::Info, "the literal has no end: nothing is said".into())]
            }
            State::Literal { .. } | State::Rest | State::Typed { .. } => vec![Act::Cut, Act::Then(Next::Drop)],
        }
    }

    fn heard(&mut self, turn: &Turn<Message>) -> Result<Heard<Refusal>, net::Error> {
        let Message::Response { response, to, .. } = &turn.message else { return in_pieces(turn) };
        match response {
            Response::Tagged { tag, status } if self.is_mine(tag) => Ok(self.over(status)),
            Response::Tagged { .. } if self.script => Err(nobodys(turn)),
            Response::Continue(text) => self.leave(text),
            Response::Untagged(data) => Ok(self.untagged(data, *to)),
            Response::Tagged { .. } | Response::Malformed => Ok(Heard::Aside),
        }
    }

    fn unasked(&mut self, turn: &Turn<Message>) -> Result<Heard<Refusal>, net::Error> {
        let Message::Response { response, .. } = &turn.message else { return in_pieces(turn) };
        match (response, &self.state) {
            (Response::Tagged { tag, .. }, State::Literal { .. } | State::Rest) if self.is_mine(tag) => {
                Ok(Heard::Early)
            }
            (Response::Tagged { tag, status }, State::Idle | State::Credentials) if self.is_mine(tag) => {
                Ok(self.over(status))
            }
            (Response::Tagged { .. }, _) => Err(nobodys(turn)),
            (Response::Continue(_), _) => Err(strange(turn)),
            (Response::Untagged(data @ Data::Status(Status { state: Ended::Bye, .. })), _) => {
                Ok(self.untagged(data, None))
            }
            (Response::Untagged(Data::Status(status)), _) => {
                self.learn(status);
                Ok(Heard::Aside)
            }
            (Response::Untagged(data), _) => Ok(self.untagged(data, None)),
            (Response::Malformed, _) => Ok(Heard::Aside),
        }
    }

    fn offer(&self) -> Option<Offer> {
        self.offered.clone().map(Offer::Imap)
    }

    fn inquiry() -> &'static str {
        "CAPABILITY"
    }

    fn mechanisms(&self) -> Vec<String> {
        let offered = self.offered.iter().flatten();
        offered.filter_map(|word| word.strip_prefix("AUTH=")).map(str::to_owned).collect()
    }

    fn opening(&mut self, mechanism: &str) -> (String, usize) {
        let tag = self.tag.as_deref().unwrap_or_default();
        let at_once = self.offered.iter().flatten().any(|word| word == "SASL-IR");
        let line = format!("{} AUTHENTICATE {mechanism}", String::from_utf8_lossy(tag));
        (line, if at_once { MAX_INITIAL } else { 0 })
    }

    fn secured(&mut self) -> &'static str {
        self.offered = None;
        "what was offered in clear text counts no more: CAPABILITY comes again (RFC 9051 §6.2.1)"
    }

    fn farewell(&mut self) -> (Vec<u8>, bool) {
        let line = format!("{} LOGOUT", self.next_tag());
        self.begin(line.as_bytes());
        ((line + "\r\n").into_bytes(), false)
    }
}

/// A literal of so many octets, typed.
fn literal_of(left: u64) -> State {
    if left == 0 { State::Rest } else { State::Literal { left } }
}

/// What ends IDLE.
fn is_done(line: &[u8]) -> bool {
    line.is_empty() || line.eq_ignore_ascii_case(b"DONE")
}

/// A part of a response, or nothing of the kind.
fn in_pieces(turn: &Turn<Message>) -> Result<Heard<Refusal>, net::Error> {
    match turn.message {
        Message::ResponseHead { .. } | Message::Content { .. } => Ok(Heard::Aside),
        _ => Err(strange(turn)),
    }
}

fn nobodys(turn: &Turn<Message>) -> net::Error {
    let text = format!("the server ends a command that nobody gave: {}", quoted::quote(turn));
    protocol(text, "RFC 9051 §2.2.2")
}
