//! Pepe's maildrop: as much of a POP3 server as the scene needs (RFC 1939, RFC 2449, RFC 2595, RFC 5034).

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use tokio::net::TcpStream;

use super::pepe::{Pepe, exchange, response};
use crate::net::tls::ServerTls;
use crate::net::{Error, Outgoing, Session};
use crate::proto::line::{self, Stuffer};
use crate::proto::pop3::{Command, Dialogue, Message, Verb};
use crate::proto::{Side, Turn};
use crate::server::authenticate::{Carrier, Response, Verdict, authenticate};
use crate::transcript::SessionId;

/// How long a client may think.
const IDLE: Duration = Duration::from_secs(30);
/// What it is allowed to do before it has logged in, and what the server can do.
const CAPABILITIES: &str = "+OK capability list follows\r\nUSER\r\nSASL SCRAM-SHA-256\r\nPIPELINING\r\nUIDL\r\nTOP\r\n\
    RESP-CODES\r\n";

/// His messages.
pub struct Maildrop {
    /// The messages, with CRLF at the end of each line.
    pub messages: Vec<Vec<u8>>,
    /// What STLS takes; none is offered without.
    pub tls: Option<ServerTls>,
}

/// A session and how far it is.
struct Visit<'a> {
    maildrop: &'a Maildrop,
    session: Session<Dialogue>,
    user: Option<String>,
    logged_in: bool,
    /// Numbers of the messages that are marked.
    marked: Vec<usize>,
}

impl Maildrop {
    /// Serves one client to its end. The messages that are left.
    ///
    /// # Errors
    /// The connection's; then nothing was deleted.
    pub async fn serve(mut self, stream: TcpStream) -> Result<Vec<Vec<u8>>, Error> {
        let session = Session::new(Box::new(stream), Dialogue::new(), Side::Server, SessionId(1), None);
        let (user, marked) = (None, Vec::new());
        let mut visit = Visit { maildrop: &self, session, user, logged_in: false, marked };
        visit.say("+OK POP3 server ready").await?;
        loop {
            let turn = visit.session.turn("a command", IDLE).await?;
            match verb(&turn) {
                Verb::Stls if self.tls.is_some() => visit = visit.secure().await?,
                Verb::Quit => break,
                _ => visit.answer(turn).await?,
            }
        }
        visit.say("+OK POP3 server signing off").await?;
        let marked = std::mem::take(&mut visit.marked);
        visit.session.linger(IDLE).await;
        let mut number = 0;
        self.messages.retain(|_| {
            number += 1;
            !marked.contains(&number)
        });
        Ok(self.messages)
    }
}

fn verb(turn: &Turn<Message>) -> Verb {
    if let Message::Command(command) = &turn.message { command.verb } else { Verb::Other }
}

impl Visit<'_> {
    async fn say(&mut self, text: &str) -> Result<(), Error> {
        let octets = format!("{text}\r\n").into_bytes();
        self.session.send(Outgoing { octets, secret: Vec::new() }, IDLE).await
    }

    async fn secure(mut self) -> Result<Self, Error> {
        self.say("+OK begin TLS negotiation").await?;
        let session = match &self.maildrop.tls {
            Some(tls) => self.session.accept(tls, IDLE).await?,
            None => self.session,
        };
        Ok(Visit { session, ..self })
    }

    async fn answer(&mut self, turn: Turn<Message>) -> Result<(), Error> {
        let Message::Command(command) = turn.message else { return self.say("-ERR that is no command").await };
        let argument = command.arguments.first().cloned().unwrap_or_default();
        match command.verb {
            Verb::Capa => {
                let stls = if self.maildrop.tls.is_some() && self.session.tls().is_none() { "STLS\r\n" } else { "" };
                self.say(&format!("{CAPABILITIES}{stls}.")).await
            }
            Verb::User => {
                self.user = Some(argument);
                self.say("+OK").await
            }
            Verb::Pass => self.password(line::content(&turn.octets)).await,
            Verb::Auth => {
                let initial = turn.secret.first().and_then(|range| turn.octets.get(range.clone()));
                self.authenticate(&argument, initial.map(response)).await
            }
            _ if !self.logged_in => self.say("-ERR log in first").await,
            _ => self.transaction(&command, argument.parse().unwrap_or(0)).await,
        }
    }

    async fn password(&mut self, line: &[u8]) -> Result<(), Error> {
        let user = self.user.clone().unwrap_or_default();
        self.login(Pepe::is(user.as_bytes(), line.get(5..).unwrap_or_default())).await
    }

    async fn login(&mut self, right: bool) -> Result<(), Error> {
        self.logged_in = right;
        self.say(if right { "+OK user successfully logged on" } else { "-ERR [AUTH] user or password is wrong" }).await
    }

    async fn authenticate(&mut self, mechanism: &str, initial: Option<Response>) -> Result<(), Error> {
        let Some(server) = exchange(mechanism) else {
            return self.say("-ERR that mechanism is not spoken here").await;
        };
        let verdict = authenticate(self, server, initial, &Pepe).await?;
        self.login(matches!(verdict, Verdict::Accepted { .. })).await
    }

    async fn transaction(&mut self, command: &Command, number: usize) -> Result<(), Error> {
        let maildrop = self.maildrop;
        let sizes = maildrop.messages.iter().map(Vec::len).enumerate().map(|(n, octets)| (n + 1, octets));
        let message = number.checked_sub(1).and_then(|n| maildrop.messages.get(n));
        let listing = |line: &dyn Fn((usize, usize)) -> String| {
            sizes.clone().map(line).fold("+OK".to_owned(), |text, line| text + "\r\n" + &line) + "\r\n."
        };
        match (command.verb, message) {
            (Verb::Stat, _) => {
                let octets: usize = sizes.map(|(_, octets)| octets).sum();
                self.say(&format!("+OK {} {octets}", maildrop.messages.len())).await
            }
            (Verb::List, _) => self.say(&listing(&|(n, octets)| format!("{n} {octets}"))).await,
            (Verb::Uidl, _) => self.say(&listing(&|(n, octets)| format!("{n} {n}-{octets}"))).await,
            (Verb::Retr, Some(message)) => {
                let (mut stuffer, mut wire) =
                    (Stuffer::new(), format!("+OK {} octets\r\n", message.len()).into_bytes());
                stuffer.push(message, &mut wire);
                stuffer.finish(&mut wire);
                wire.extend_from_slice(b".\r\n");
                self.session.send(Outgoing { octets: wire, secret: Vec::new() }, IDLE).await
            }
            (Verb::Dele, Some(_)) => {
                self.marked.push(number);
                self.say(&format!("+OK message {number} deleted")).await
            }
            _ => self.say("-ERR no such message or command").await,
        }
    }
}

impl Carrier for Visit<'_> {
    type Error = Error;

    async fn challenge(&mut self, challenge: &[u8]) -> Result<Response, Error> {
        self.say(&format!("+ {}", STANDARD.encode(challenge))).await?;
        let turn = self.session.turn("the client's answer", IDLE).await?;
        Ok(response(line::content(&turn.octets)))
    }
}
