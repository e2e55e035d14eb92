//! A client's end of an SMTP connection: greeting, EHLO, STARTTLS, AUTH, QUIT (RFC 5321, RFC 3207, RFC 4954).

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::authenticate::{Answer, Carrier, Opening, encode};
use super::error::{Error, Refusal};
use super::limits::Limits;
use super::{greeting, quoted};
use crate::net::endpoint::Host;
use crate::net::{self, Outgoing, Session, Tls};
use crate::proto::Turn;
use crate::proto::sasl;
use crate::proto::smtp::extensions::Extension;
use crate::proto::smtp::{Awaited, Capabilities, Class, Command, Dialogue, Message, Reply, Verb};
use crate::transcript::Weight;

/// The longest initial response that is sent along with AUTH, in octets (RFC 4954 §4, RFC 5321 §4.5.3.1.4).
const MAX_INITIAL: usize = 480;

const IS_LMTP: &str = "a server that knows neither EHLO nor HELO may speak LMTP: --protocol lmtp, or lmtp://";
const IS_SMTP: &str = "a server that does not know LHLO may speak SMTP: --protocol smtp, or smtp://";

/// How many replies that nobody asked for are waited through at the end.
const MAX_SURPLUS: usize = 100;

/// How a client begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Hello {
    /// EHLO, and HELO where that is refused.
    #[default]
    Ehlo,
    /// HELO.
    Helo,
    /// LHLO, which is LMTP (RFC 2033).
    Lhlo,
}

/// A connection to an SMTP server, or to one of LMTP.
pub struct Smtp {
    session: Session<Dialogue>,
    greeting: String,
    capabilities: Capabilities,
    /// What is only taken for offered, as far as nobody was told.
    pretended: Vec<&'static str>,
    hello: Hello,
    limits: Limits,
}

impl Smtp {
    /// A connection whose server has said nothing yet.
    pub fn new(session: Session<Dialogue>, limits: Limits) -> Smtp {
        Smtp {
            session,
            greeting: String::new(),
            capabilities: Capabilities::default(),
            pretended: Vec::new(),
            hello: Hello::default(),
            limits,
        }
    }

    /// Waits for the greeting.
    ///
    /// # Errors
    /// [`Error::Refused`] if the server greets with 4yz or 5yz.
    pub async fn greet(&mut self) -> Result<(), Error> {
        let reply = self.greeted().await?;
        self.greeting = reply.text();
        self.accepted(reply, Awaited::Greeting).map(|_| ())
    }

    /// Waits for the greeting, whatever it says.
    pub async fn greeted(&mut self) -> Result<Reply, Error> {
        let turn = greeting::wait(&mut self.session, self.limits.greeting).await?;
        Ok(read_reply(turn)?)
    }

    /// The text of the greeting.
    pub fn greeting(&self) -> &str {
        &self.greeting
    }

    /// The client's name, and what the server offers.
    pub async fn hello(&mut self, name: &str, hello: Hello) -> Result<(), Error> {
        self.hello = hello;
        self.pretended.clear();
        let command = match hello {
            Hello::Lhlo => Command::Lhlo(name.to_owned()),
            _ => Command::Ehlo(name.to_owned()),
        };
        let mut refused = None;
        if hello != Hello::Helo {
            let reply = self.command(&command).await?;
            if reply.class() != Class::Permanent || hello == Hello::Lhlo {
                self.suspect(&reply, IS_SMTP);
                let reply = self.accepted(reply, Awaited::Command(command.verb()))?;
                self.capabilities = Capabilities::from_reply(&reply);
                return Ok(());
            }
            refused = Some(Refusal { to: Awaited::Command(Verb::Ehlo), reply });
        }
        self.capabilities = Capabilities::default();
        let reply = match (self.command(&Command::Helo(name.to_owned())).await, refused) {
            // It closes or falls silent behind its refusal, which says more than that.
            (
                Err(Error::Net(net::Error::Closed { .. } | net::Error::Io(_) | net::Error::Timeout { .. })),
                Some(refused),
            ) => return Err(Error::Refused(refused)),
            (reply, _) => reply?,
        };
        self.suspect(&reply, IS_LMTP);
        self.accepted(reply, Awaited::Command(Verb::Helo)).map(|_| ())
    }

    /// Who does not know how we begin may speak something else.
    fn suspect(&self, reply: &Reply, text: &'static str) {
        if matches!(reply.code, 500 | 502) {
            self.session.note(Weight::Warning, text);
        }
    }

    /// What the server offered in its last answer to EHLO.
    pub fn capabilities(&self) -> &Capabilities {
        &self.capabilities
    }

    /// Takes an extension for offered, with these parameters, until the next EHLO.
    pub fn pretend(&mut self, extension: &Extension, parameters: &[String]) {
        if !self.capabilities.has(extension) {
            self.pretended.push(extension.keyword);
        }
        self.capabilities.add(extension, parameters);
    }

    /// Whether an extension is only taken for offered; true once, so that it is told once.
    pub fn admits(&mut self, extension: &Extension) -> bool {
        let place = self.pretended.iter().position(|keyword| *keyword == extension.keyword);
        place.map(|place| self.pretended.swap_remove(place)).is_some()
    }

    /// Whether LMTP is spoken: a message is answered once for each recipient.
    pub fn is_lmtp(&self) -> bool {
        self.hello == Hello::Lhlo
    }

    /// The connection itself.
    pub fn session(&mut self) -> &mut Session<Dialogue> {
        &mut self.session
    }

    /// The limits that it keeps to.
    pub fn limits(&self) -> Limits {
        self.limits
    }

    /// Says a command and waits for its answer, whatever that is.
    pub async fn command(&mut self, command: &Command) -> Result<Reply, Error> {
        self.say(command);
        self.reply(command.verb().name(), self.limits.command).await
    }

    /// Says a command together with the next that is waited for.
    pub fn say(&mut self, command: &Command) {
        let mut octets = Vec::new();
        command.encode(&mut octets);
        self.session.queue(Outgoing { octets, secret: Vec::new() });
    }

    /// The next reply. `what` names what it answers.
    ///
    /// # Errors
    /// [`net::Error::Protocol`] if the server says what is no reply, or one that cannot stand here.
    pub async fn reply(&mut self, what: &str, limit: Duration) -> Result<Reply, Error> {
        let turn = self.session.turn(&format!("the answer to {what}"), limit).await?;
        Ok(read_reply(turn)?)
    }

    /// The reply if it is 2yz.
    pub fn accepted(&self, reply: Reply, to: Awaited) -> Result<Reply, Error> {
        if reply.is_positive() { Ok(reply) } else { Err(Error::Refused(Refusal { to, reply })) }
    }

    /// The handshake behind the go-ahead of STARTTLS; EHLO comes again. `required`: a certificate that does not verify
    /// ends it.
    pub async fn secure(self, tls: &Tls, host: &Host, required: bool) -> Result<Smtp, Error> {
        let session = self.session.upgrade(tls, host, required, self.limits.command).await?;
        Ok(Smtp { greeting: self.greeting, ..Smtp::new(session, self.limits) })
    }

    /// Ends our side without a word.
    pub async fn close(self) {
        self.session.close(self.limits.quit).await;
    }

    /// Takes leave. What the server says to it changes nothing.
    pub async fn quit(mut self) {
        self.say(&Command::Quit);
        let _ = self.reply("QUIT", self.limits.quit).await;
        self.session.close(self.limits.quit).await;
    }

    /// Takes leave of a server that may have taken one message for several: whatever it says is heard, until it says
    /// 221 or goes.
    pub async fn quit_patiently(mut self) {
        self.say(&Command::Quit);
        for _ in 0..MAX_SURPLUS {
            match self.session.turn("the answer to QUIT", self.limits.quit).await {
                Ok(Turn { message: Message::Reply { reply, .. }, .. }) if reply.code == 221 => break,
                Ok(_) => {}
                Err(_) => break,
            }
        }
        self.session.close(self.limits.quit).await;
    }

    async fn authentication_answer(&mut self) -> Result<Answer<Reply>, Error> {
        let reply = self.reply("AUTH", self.limits.command).await?;
        match reply.code {
            334 => {
                let challenge = reply.lines.first().map(|line| STANDARD.decode(line.trim_ascii()));
                let challenge = challenge.unwrap_or(Ok(Vec::new()));
                let malformed = || protocol("the challenge is not base64".to_owned(), "RFC 4954 §4");
                Ok(Answer::Challenge(challenge.map_err(|_| malformed())?))
            }
            235 => Ok(Answer::Success(None)),
            400.. => Ok(Answer::Refused(reply)),
            _ => Err(protocol(format!("the server answers AUTH with {reply}"), "RFC 4954 §4").into()),
        }
    }
}

impl Carrier for Smtp {
    type Refusal = Reply;
    type Error = Error;

    async fn begin(&mut self, mechanism: &str, initial: Option<sasl::Message>) -> Result<Answer<Reply>, Error> {
        let line = format!("AUTH {mechanism}");
        let longest = line.len() + MAX_INITIAL + 3;
        let Opening { line, later } = Opening::new(line, initial, longest);
        self.session.queue(line);
        match (self.authentication_answer().await?, later) {
            (Answer::Challenge(_), Some(initial)) => self.say_encoded(initial).await,
            (answer, _) => Ok(answer),
        }
    }

    async fn respond(&mut self, response: sasl::Message) -> Result<Answer<Reply>, Error> {
        let encoded = if response.is_empty() { Vec::new() } else { encode(&response) };
        self.say_encoded(encoded).await
    }

    fn note(&self, text: String) {
        self.session.note(Weight::Warning, text);
    }

    async fn cancel(&mut self) -> Result<(), Error> {
        self.session.queue(Outgoing { octets: b"*\r\n".to_vec(), secret: Vec::new() });
        self.authentication_answer().await.map(|_| ())
    }
}

impl Smtp {
    async fn say_encoded(&mut self, mut octets: Vec<u8>) -> Result<Answer<Reply>, Error> {
        let secret = vec![0..octets.len()];
        octets.extend_from_slice(b"\r\n");
        self.session.queue(Outgoing { octets, secret });
        self.authentication_answer().await
    }
}

/// The reply in a turn of the server.
pub(super) fn read_reply(turn: Turn<Message>) -> Result<Reply, net::Error> {
    let rfc = turn.findings.first().map_or("RFC 5321 §4.2", |finding| finding.rfc);
    match turn.message {
        Message::Reply { reply, to: None, .. } if reply.code != 421 => {
            Err(protocol(format!("the server says \"{reply}\" though nothing was asked"), rfc))
        }
        Message::Reply { reply, to, .. } if is_out_of_place(&reply, to) => {
            let to = to.map_or("nothing", Awaited::name);
            Err(protocol(format!("the server answers {to} with \"{reply}\""), rfc))
        }
        Message::Reply { reply, .. } => Ok(reply),
        _ if turn.findings.iter().any(|finding| finding.code == "reply-too-long") || turn.octets.len() > 8192 => {
            Err(protocol("the server's reply does not end".to_owned(), "RFC 5321 §4.5.3.1.5"))
        }
        _ => {
            let (said, guess) = (quoted::quote(&turn), quoted::guess(&turn.octets, "SMTP"));
            Err(protocol(format!("the server says {said}, which is no SMTP reply{guess}"), rfc))
        }
    }
}

/// 3yz where nothing is to follow.
fn is_out_of_place(reply: &Reply, to: Option<Awaited>) -> bool {
    let may_ask =
        matches!(to, Some(Awaited::Credentials | Awaited::Analysis | Awaited::Command(Verb::Auth | Verb::Data)));
    match (to, reply.class()) {
        (_, Class::Intermediate) => !may_ask,
        (Some(Awaited::Command(Verb::Data)), Class::Completion) => true,
        (Some(Awaited::Command(Verb::StartTls)), Class::Completion) => reply.code != 220,
        (Some(Awaited::Credentials | Awaited::Command(Verb::Auth)), Class::Completion) => reply.code != 235,
        _ => false,
    }
}

fn protocol(message: String, rfc: &'static str) -> net::Error {
    net::Error::Protocol { message, rfc }
}
