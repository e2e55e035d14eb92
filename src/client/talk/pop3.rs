//! POP3, line by line (RFC 1939, RFC 2449, RFC 2595, RFC 5034).

use super::Asked;
use super::smtp::wanted;
use super::tongue::{Act, Heard, Next, Offer, Tongue};
use crate::client::pop3::{Refusal, read_reply};
use crate::client::{Limits, pop3};
use crate::net;
use crate::proto::pop3::command::{Answer, MAX_COMMAND_LINE};
use crate::proto::pop3::{Awaited, Capabilities, Command, Dialogue, Message, Reply, Status, Verb};
use crate::proto::{Turn, looks_like_login};

/// A POP3 conversation.
pub struct Pop3 {
    script: bool,
    /// A challenge waits for its answer.
    challenged: bool,
    /// What was said last; `None`: nothing was.
    command: Option<Command>,
    offered: Option<Capabilities>,
    /// Messages that go with QUIT.
    marked: usize,
}

impl Pop3 {
    /// The lines are a script, or a person's.
    pub fn new(script: bool) -> Pop3 {
        Pop3 { script, challenged: false, command: None, offered: None, marked: 0 }
    }

    fn verb(&self) -> Verb {
        self.command.as_ref().map_or(Verb::Other, |command| command.verb)
    }

    fn say(&mut self, line: &[u8], limits: &Limits) -> Vec<Act> {
        let command = Command::parse(line, &mut Vec::new()).unwrap_or_else(|(verb, _)| Command::new(verb));
        // What is no command may hold a password: a refusal does not repeat it.
        let unknown = command.verb == Verb::Other && looks_like_login(line);
        self.command = Some(if unknown { Command::new(Verb::Other) } else { command });
        let last = self.verb() == Verb::Quit && self.marked == 0;
        let wait = Act::wait_unless(self.verb().name(), limits.command, last);
        let said = vec![Act::Say([line, b"\r\n"].concat()), wait];
        match wanted(line).filter(|_| self.verb() == Verb::Auth) {
            Some(mechanism) => vec![Act::LogIn(mechanism, said)],
            None => said,
        }
    }

    /// It was typed unseen, so that the transcript shows its mask.
    fn credentials(&mut self, mut line: Vec<u8>, limits: &Limits) -> Vec<Act> {
        self.challenged = false;
        line.extend_from_slice(b"\r\n");
        vec![Act::Show(line), Act::wait(Verb::Auth.name(), limits.command)]
    }

    fn reply(&mut self, reply: &Reply, to: Option<Awaited>) -> Heard<Refusal> {
        self.challenged = reply.status == Status::Continue;
        let verb = to.and_then(Awaited::verb);
        match (reply.status, verb) {
            (Status::Continue, _) => return Heard::Continue(reply.text.clone()),
            (Status::Ok, Some(Verb::Capa)) => self.offered = Some(Capabilities::default()),
            (Status::Ok, Some(Verb::Dele)) => self.marked += 1,
            (Status::Ok, Some(Verb::Rset)) => self.marked = 0,
            (Status::Ok, Some(Verb::Quit)) => return Heard::Over(None, Next::Gone),
            (Status::Ok, Some(Verb::Stls)) => return Heard::Over(None, Next::Upgrade),
            _ => {}
        }
        let next = match (verb, to) {
            (Some(Verb::Stls), _) => Next::NoTls(reply.to_string()),
            // Behind such a greeting, or such an answer to QUIT, there is nobody any more.
            (_, Some(Awaited::Greeting)) | (Some(Verb::Quit), _) if self.script => Next::Gone,
            _ => Next::On,
        };
        match reply.status {
            Status::Err => {
                let command = self.command.clone().filter(|_| to != Some(Awaited::Greeting));
                Heard::Over(Some(Refusal { command, reply: reply.clone() }), next)
            }
            _ if to.is_some_and(|to| to.answer() != Answer::Line) => Heard::Aside,
            _ => Heard::Over(None, Next::On),
        }
    }
}

impl Tongue for Pop3 {
    type Dialogue = Dialogue;
    type Refusal = pop3::Refusal;
    const SERVICE: &'static str = "pop";

    fn dialogue() -> Dialogue {
        Dialogue::new()
    }

    fn asked(&self) -> Asked {
        if self.challenged { Asked::Credentials } else { Asked::Command }
    }

    fn said(&mut self, line: Vec<u8>, limits: &Limits) -> Vec<Act> {
        if self.challenged { self.credentials(line, limits) } else { self.say(&line, limits) }
    }

    fn ended(&mut self, limits: &Limits) -> Vec<Act> {
        if !self.challenged {
            return vec![Act::Then(Next::Leave)];
        }
        let cut = self.script.then_some(Act::Cut);
        cut.into_iter().chain(self.credentials(b"*".to_vec(), limits)).collect()
    }

    fn heard(&mut self, turn: &Turn<Message>) -> Result<Heard<Refusal>, net::Error> {
        match (&turn.message, read_reply(turn)) {
            (Message::Reply { to, .. }, Ok(reply)) => Ok(self.reply(&reply, *to)),
            // It is told by the transcript, and judged by whoever reads that.
            (Message::Reply { reply, to: Some(to), .. }, Err(_)) if !self.script => Ok(self.reply(reply, Some(*to))),
            (Message::Reply { to: None, .. }, Err(_)) if !self.script => Ok(Heard::Aside),
            (Message::Listing { to: Verb::Capa, .. }, _) => {
                self.offered.get_or_insert_default().push(&turn.octets);
                Ok(Heard::Aside)
            }
            (Message::Listing { .. } | Message::Content { .. }, _) => Ok(Heard::Aside),
            (Message::EndOfData, _) => Ok(Heard::Over(None, Next::On)),
            (_, Err(error)) => Err(error),
            (_, Ok(_)) => Ok(Heard::Aside),
        }
    }

    fn unasked(&mut self, turn: &Turn<Message>) -> Result<Heard<Refusal>, net::Error> {
        match &turn.message {
            // So servers say that they go; then they do.
            Message::Reply { reply: Reply { status: Status::Err, .. }, .. } => Ok(Heard::Aside),
            _ => read_reply(turn).map(|_| Heard::Aside),
        }
    }

    fn offer(&self) -> Option<Offer> {
        self.offered.clone().map(Offer::Pop3)
    }

    fn inquiry() -> &'static str {
        "CAPA"
    }

    fn mechanisms(&self) -> Vec<String> {
        self.offered.as_ref().map(|offered| offered.mechanisms().to_vec()).unwrap_or_default()
    }

    fn opening(&mut self, mechanism: &str) -> (String, usize) {
        (format!("AUTH {mechanism}"), MAX_COMMAND_LINE)
    }

    fn secured(&mut self) -> &'static str {
        self.offered = None;
        "what was offered in clear text counts no more: CAPA comes again (RFC 2595 §4)"
    }

    /// Only behind its answer are messages gone (RFC 1939 §6).
    fn farewell(&mut self) -> (Vec<u8>, bool) {
        self.command = Some(Command::new(Verb::Quit));
        (b"QUIT\r\n".to_vec(), self.marked > 0)
    }
}
