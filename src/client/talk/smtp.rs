//! SMTP, line by line: dots are doubled, chunks are counted (RFC 5321, RFC 3030, RFC 3207, RFC 4954).

use super::Asked;
use super::tongue::{Act, Heard, Next, Offer, Tongue};
use crate::client::smtp::read_reply;
use crate::client::{Limits, Refusal};
use crate::net;
use crate::proto::Turn;
use crate::proto::sasl::Mechanism;
use crate::proto::smtp::command::MAX_COMMAND_LINE;
use crate::proto::smtp::extensions::mechanisms;
use crate::proto::smtp::{Awaited, Capabilities, Class, Command, Dialogue, Message, Reply, Verb};
use crate::transcript::Weight;

const DOUBLED: &str = "a dot at the beginning of a line is doubled on its way (RFC 5321 §4.5.2)";
const LONE_DOT: &str = "a line with a lone dot ends the message; ^D again drops it";
const WITHIN: &str = "the chunk ends within this line; the rest of it is the next line";

/// An SMTP conversation.
pub struct Smtp {
    script: bool,
    state: State,
    /// What was said last.
    verb: Verb,
    capabilities: Option<Capabilities>,
    /// What was refused in the first answers to a message that has several.
    refused: Option<Refusal>,
}

/// What the next line is to the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Command,
    Credentials,
    /// Content of DATA. `dotted`: it was told that dots are doubled; `warned`: that the end is missing.
    Data {
        dotted: bool,
        warned: bool,
    },
    /// Content of BDAT: octets that are still to come.
    Chunk {
        left: u64,
    },
    /// Content behind a refused DATA: lines of it.
    Refused {
        lines: u64,
    },
}

impl Smtp {
    /// The lines are a script, or a person's.
    pub fn new(script: bool) -> Smtp {
        Smtp { script, state: State::Command, verb: Verb::Other, capabilities: None, refused: None }
    }

    fn command(&mut self, line: Vec<u8>, limits: &Limits) -> Vec<Act> {
        self.verb = Verb::of(&line);
        let (wanted, bdat) = (wanted(&line), Command::parse(&line, &mut Vec::new()));
        let say = Act::Say([&line, &b"\r\n"[..]].concat());
        if let Ok(Command::Bdat { size: left @ 1.., .. }) = bdat {
            self.state = State::Chunk { left };
            return vec![say];
        }
        let limit = if self.verb == Verb::Data { limits.data } else { limits.command };
        // Nothing depends on the answer to QUIT (RFC 5321 §4.1.1.10).
        let said = vec![say, Act::wait_unless(self.verb.name(), limit, self.verb == Verb::Quit)];
        match wanted.filter(|_| self.verb == Verb::Auth) {
            Some(mechanism) => vec![Act::LogIn(mechanism, said)],
            None => said,
        }
    }

    /// A line of DATA: a dot at its beginning is doubled, but for the one that ends it (RFC 5321 §4.5.2).
    fn content(&mut self, mut line: Vec<u8>, dotted: bool, limits: &Limits) -> Vec<Act> {
        let (ends, dot) = (line == b".", line.starts_with(b"."));
        if dot && !ends {
            line.insert(0, b'.');
        }
        line.extend_from_slice(b"\r\n");
        if ends {
            (self.state, self.verb) = (State::Command, Verb::Data);
            return vec![Act::Say(line), Act::wait(Verb::Data.name(), limits.end_of_data)];
        }
        self.state = State::Data { dotted: dotted || dot, warned: false };
        let note = (dot && !dotted && !self.script).then(|| Act::Note(Weight::Info, DOUBLED.into()));
        note.into_iter().chain([Act::Say(line)]).collect()
    }

    /// A line of BDAT: it counts with its CRLF (RFC 3030 §2).
    fn chunk(&mut self, line: &[u8], left: u64, limits: &Limits) -> Vec<Act> {
        let whole = [line, b"\r\n"].concat();
        let taken = usize::try_from(left).unwrap_or(usize::MAX).min(whole.len());
        let mut acts = vec![Act::Say(whole.get(..taken).unwrap_or_default().to_vec())];
        self.state = State::Chunk { left: left - taken as u64 };
        if taken as u64 != left {
            return acts;
        }
        (self.state, self.verb) = (State::Command, Verb::Bdat);
        if let Some(behind) = line.get(taken..).filter(|behind| !behind.is_empty()) {
            acts.extend([Act::Note(Weight::Info, WITHIN.into()), Act::Again(behind.to_vec())]);
        }
        acts.push(Act::wait(Verb::Bdat.name(), limits.end_of_data));
        acts
    }

    /// Content behind a refused DATA: were it said, it would be commands.
    fn left_out(&mut self, line: &[u8], lines: u64) -> Vec<Act> {
        if line != b"." {
            self.state = State::Refused { lines: lines + 1 };
            return Vec::new();
        }
        self.state = State::Command;
        vec![Act::Note(Weight::Info, format!("DATA was refused: its content, {lines} lines, is left out").into())]
    }

    /// What a reply lets be done.
    fn consequences(&mut self, to: Awaited, reply: &Reply, more: bool) -> Heard<Refusal> {
        let refused = matches!(reply.class(), Class::Transient | Class::Permanent);
        let refused = self.refused.take().or_else(|| refused.then(|| Refusal { to, reply: reply.clone() }));
        if more && reply.code != 421 {
            self.refused = refused;
            return Heard::Aside;
        }
        let over = |next| Heard::Over(refused, next);
        self.state = State::Command;
        match (to, reply.code) {
            // RFC 5321 §3.8: it closes the connection now. A person sees it.
            (_, 421) if self.script => return over(Next::Gone),
            (Awaited::Command(Verb::Ehlo | Verb::Lhlo), 250) => {
                self.capabilities = Some(Capabilities::from_reply(reply))
            }
            (Awaited::Command(Verb::Helo), 250) => self.capabilities = Some(Capabilities::default()),
            (Awaited::Command(Verb::Data), 354) => {
                self.state = State::Data { dotted: false, warned: false };
                return Heard::Continue(text(reply));
            }
            (Awaited::Command(Verb::Data), 400..) if self.script => self.state = State::Refused { lines: 0 },
            (Awaited::Command(Verb::Auth) | Awaited::Credentials, 334) => {
                self.state = State::Credentials;
                return Heard::Continue(text(reply));
            }
            (Awaited::Command(Verb::StartTls), 220) => return over(Next::Upgrade),
            (Awaited::Command(Verb::StartTls), 400..) => return over(Next::NoTls(reply.to_string())),
            (Awaited::Command(Verb::Quit), 200..300) => return over(Next::Gone),
            _ => {}
        }
        over(Next::On)
    }
}

impl Tongue for Smtp {
    type Dialogue = Dialogue;
    type Refusal = Refusal;
    const SERVICE: &'static str = "smtp";

    fn dialogue() -> Dialogue {
        Dialogue::new()
    }

    fn asked(&self) -> Asked {
        match self.state {
            State::Command => Asked::Command,
            State::Credentials => Asked::Credentials,
            State::Data { .. } | State::Chunk { .. } => Asked::Content,
            State::Refused { .. } => Asked::Refused,
        }
    }

    fn said(&mut self, line: Vec<u8>, limits: &Limits) -> Vec<Act> {
        match self.state {
            State::Command => self.command(line, limits),
            State::Credentials => self.credentials(line, limits),
            State::Data { dotted, .. } => self.content(line, dotted, limits),
            State::Chunk { left } => self.chunk(&line, left, limits),
            State::Refused { lines } => self.left_out(&line, lines),
        }
    }

    fn ended(&mut self, limits: &Limits) -> Vec<Act> {
        match self.state {
            State::Command | State::Refused { .. } => vec![Act::Then(Next::Leave)],
            State::Data { warned: false, dotted } if !self.script => {
                self.state = State::Data { dotted, warned: true };
                vec![Act::Note(Weight::Warning, LONE_DOT.into())]
            }
            State::Data { .. } | State::Chunk { .. } => vec![Act::Cut, Act::Then(Next::Drop)],
            State::Credentials => {
                let cut = self.script.then_some(Act::Cut);
                cut.into_iter().chain(self.credentials(b"*".to_vec(), limits)).collect()
            }
        }
    }

    fn heard(&mut self, turn: &Turn<Message>) -> Result<Heard<Refusal>, net::Error> {
        let (to, more) = if let Message::Reply { to, more, .. } = turn.message { (to, more) } else { (None, false) };
        let reply = match (read_reply(turn.clone()), &turn.message) {
            (Ok(reply), _) => reply,
            (Err(error), _) if self.script => return Err(error),
            // It is told by the transcript, and judged by whoever reads that.
            (Err(_), Message::Reply { reply, to: Some(_), .. }) => reply.clone(),
            (Err(_), Message::Reply { to: None, .. }) => return Ok(Heard::Aside),
            (Err(error), _) => return Err(error),
        };
        Ok(self.consequences(to.unwrap_or(Awaited::Command(self.verb)), &reply, more))
    }

    fn unasked(&mut self, turn: &Turn<Message>) -> Result<Heard<Refusal>, net::Error> {
        let over = |to, reply, next| Ok(Heard::Over(Some(Refusal { to, reply }), next));
        match &turn.message {
            Message::Reply { to: Some(_), .. } if !self.script => Ok(Heard::Early),
            _ if !self.script => Ok(Heard::Aside),
            // The message is refused before it was sent whole; there is no way to stop but to go.
            Message::Reply { reply, .. } if self.asked() == Asked::Content && reply.code >= 400 => {
                over(Awaited::EndOfData, reply.clone(), Next::Drop)
            }
            _ => over(Awaited::Command(Verb::Other), read_reply(turn.clone())?, Next::Gone),
        }
    }

    fn offer(&self) -> Option<Offer> {
        self.capabilities.clone().map(Offer::Smtp)
    }

    fn inquiry() -> &'static str {
        "EHLO"
    }

    fn mechanisms(&self) -> Vec<String> {
        self.capabilities.as_ref().map(|offered| mechanisms(offered).to_vec()).unwrap_or_default()
    }

    fn opening(&mut self, mechanism: &str) -> (String, usize) {
        (format!("AUTH {mechanism}"), MAX_COMMAND_LINE)
    }

    fn secured(&mut self) -> &'static str {
        self.capabilities = None;
        "what was offered in clear text counts no more: EHLO comes again (RFC 3207 §4.2)"
    }

    fn farewell(&mut self) -> (Vec<u8>, bool) {
        (b"QUIT\r\n".to_vec(), false)
    }
}

impl Smtp {
    /// It was typed unseen, so that the transcript shows its mask.
    fn credentials(&mut self, mut line: Vec<u8>, limits: &Limits) -> Vec<Act> {
        self.state = State::Command;
        line.extend_from_slice(b"\r\n");
        vec![Act::Show(line), Act::wait(Verb::Auth.name(), limits.command)]
    }
}

fn text(reply: &Reply) -> bytes::Bytes {
    reply.lines.first().cloned().unwrap_or_default()
}

/// What `AUTH` or `AUTH MECH` asks for. `None`: the line has a response, or a mechanism that is not spoken here.
pub(super) fn wanted(line: &[u8]) -> Option<Option<Mechanism>> {
    let words = std::str::from_utf8(line).ok()?.split_ascii_whitespace().collect::<Vec<_>>();
    match words.as_slice() {
        [_] => Some(None),
        [_, name] => Mechanism::from_name(name).map(Some),
        _ => None,
    }
}
