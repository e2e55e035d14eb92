//! One client from greeting to QUIT.

mod login;
mod message;

use std::net::SocketAddr;
use std::sync::atomic::Ordering;
use std::time::Duration;

use super::incoming::Incoming;
use super::transaction::Transaction;
use super::{Auth, Service, Voice, voice};
use crate::net::{Error, Io, Outgoing, Session};
use crate::proto::smtp::extensions::{self, AUTH, SERVED, SIZE, STARTTLS};
use crate::proto::smtp::{Command, Dialogue, Message, Reply, SyntaxError, Verb};
use crate::proto::{Side, Turn};
use crate::transcript::SessionId;

/// How many refused commands a client may send.
const MAX_ERRORS: usize = 20;
/// How many commands that lead nowhere (NOOP, RSET, VRFY, HELP) it may send in a row.
const MAX_IDLE_COMMANDS: usize = 100;
/// How long a client may take to end its side, so that it hears the last reply.
const LINGER: Duration = Duration::from_secs(2);

/// What is left to do behind a command.
enum Next {
    Continue,
    /// Say this and go on.
    Reply(Reply),
    /// Say this and close.
    Close(Reply),
    StartTls,
}

struct Connection<'a> {
    service: &'a Service,
    session: Session<Dialogue>,
    peer: Option<SocketAddr>,
    /// How the client called itself, and whether by EHLO.
    hello: Option<String>,
    user: Option<String>,
    transaction: Option<Transaction>,
    /// Chunks of BDAT that came so far.
    chunks: Option<Incoming>,
    errors: usize,
    idle: usize,
    failures: u32,
    /// It answered a challenge before that was put.
    early: bool,
    /// Why it ends, if that is not the client's wish.
    ended: Option<Error>,
}

/// Serves one connection. An error is the connection's; the client's mistakes are answered.
pub(super) async fn run(
    service: &Service,
    stream: Box<dyn Io>,
    peer: Option<SocketAddr>,
    id: SessionId,
    implicit: bool,
    full: bool,
) -> Result<(), Error> {
    let session = Session::new(stream, Dialogue::new(), Side::Server, id, service.sink.clone());
    let mut session = session.strict(service.strict).stop(service.stop.clone());
    if let (true, Some(tls)) = (implicit, &service.tls) {
        session = session.accept(tls, service.idle).await?;
    }
    let mut connection = Connection {
        service,
        session,
        peer,
        hello: None,
        user: None,
        transaction: None,
        chunks: None,
        errors: 0,
        idle: 0,
        failures: 0,
        early: false,
        ended: None,
    };
    if full {
        let reply = service.voice.reply(421, (3, 2), "too many connections; try again later");
        connection.say(&reply);
    } else {
        connection.say(&service.voice.greeting(&service.hostname));
        connection = connection.talk().await?;
    }
    match peer {
        Some(_) => connection.session.linger(LINGER).await,
        // What is written into a pipe stays there, whoever ends first.
        None => connection.session.close(LINGER).await,
    }
    connection.ended.map_or(Ok(()), Err)
}

impl<'a> Connection<'a> {
    async fn talk(mut self) -> Result<Connection<'a>, Error> {
        loop {
            let turn = match self.session.turn("a command", self.service.idle).await {
                Ok(turn) => turn,
                // A client that goes without QUIT is rude, not wrong.
                Err(Error::Closed { .. }) => return Ok(self),
                Err(error) => return self.end(error),
            };
            let next = match self.answer(turn).await {
                Ok(next) => next,
                Err(error) => return self.end(error),
            };
            match next {
                Next::Continue => {}
                Next::Reply(reply) => {
                    self.errors += usize::from(reply.code >= 500);
                    self.say(&reply);
                    if self.errors > MAX_ERRORS || self.idle > MAX_IDLE_COMMANDS {
                        self.say(&self.voice().reply(421, (7, 0), "too many errors or commands that lead nowhere"));
                        return Ok(self);
                    }
                }
                Next::Close(reply) => {
                    self.say(&reply);
                    return Ok(self);
                }
                Next::StartTls => self = self.start_tls().await?,
            }
        }
    }

    /// Takes leave, where the connection is good for that.
    fn end(mut self, error: Error) -> Result<Connection<'a>, Error> {
        let reply = match error {
            Error::Timeout { .. } => self.voice().reply(421, (4, 2), "nothing was said for too long"),
            Error::Interrupted { .. } => self.voice().reply(421, (3, 2), "the service ends now"),
            error => return Err(error),
        };
        self.session.heed(None);
        self.say(&reply);
        self.ended = Some(error);
        Ok(self)
    }

    fn voice(&self) -> Voice {
        self.service.voice
    }

    fn say(&mut self, reply: &Reply) {
        self.session.queue(Outgoing { octets: voice::encode(reply), secret: Vec::new() });
    }

    async fn answer(&mut self, turn: Turn<Message>) -> Result<Next, Error> {
        if self.is_early(&turn) {
            return Ok(self.send_away());
        }
        match turn.message {
            Message::Command(Command::Auth { ref mechanism, .. }) => {
                let mechanism = mechanism.clone();
                self.auth(&mechanism, &turn).await
            }
            Message::Command(Command::Data) => self.data().await,
            Message::Command(Command::Bdat { size, last }) => self.bdat(size, last).await,
            Message::Command(command) => Ok(self.command(command)),
            // Octets of a size that is no size would be taken for commands.
            Message::Malformed { verb: Verb::Bdat, error } => Ok(Next::Close(self.malformed(Verb::Bdat, &error))),
            Message::Malformed { verb, error } => Ok(Next::Reply(self.malformed(verb, &error))),
            Message::Unreadable => Ok(Next::Close(self.voice().reply(500, (5, 2), "the line is too long"))),
            _ => Ok(Next::Continue),
        }
    }

    /// Whether the client did not wait where it must, and that matters here.
    fn is_early(&self, turn: &Turn<Message>) -> bool {
        let early = |code| matches!(code, "early-talker" | "unauthorized-pipelining");
        self.service.strict_pipelining && turn.findings.iter().any(|finding| early(finding.code))
    }

    fn send_away(&self) -> Next {
        Next::Close(self.voice().reply(554, (5, 0), "you talk before you may: wait for the answer (RFC 2920)"))
    }

    fn malformed(&self, verb: Verb, error: &SyntaxError) -> Reply {
        match error {
            SyntaxError::Empty | SyntaxError::NotText => self.voice().reply(500, (5, 2), &error.to_string()),
            SyntaxError::Path(_) if verb == Verb::Mail => self.voice().reply(501, (1, 7), &error.to_string()),
            SyntaxError::Path(_) => self.voice().reply(501, (1, 3), &error.to_string()),
            _ => self.voice().reply(501, (5, 4), &error.to_string()),
        }
    }

    fn command(&mut self, command: Command) -> Next {
        let voice = self.voice();
        let idle = matches!(command.verb(), Verb::Noop | Verb::Rset | Verb::Vrfy | Verb::Help | Verb::Expn);
        self.idle = if idle { self.idle + 1 } else { 0 };
        Next::Reply(match command {
            Command::Ehlo(name) => {
                self.forget();
                let mut text = voice.hello(&self.service.hostname, &name);
                self.offers().iter().for_each(|line| text.push_str(&format!("\n{line}")));
                self.hello = Some(name);
                Reply::new(250, None, &text)
            }
            Command::Helo(name) => {
                self.forget();
                let text = voice.hello(&self.service.hostname, &name);
                self.hello = Some(name);
                Reply::new(250, None, &text)
            }
            Command::Lhlo(_) => voice.reply(500, (5, 1), "this is SMTP, not LMTP: say EHLO"),
            Command::Mail { .. } if self.service.room.load(Ordering::SeqCst) == 0 => return Next::Close(self.full()),
            Command::Mail { path, parameters } => match self.service.mail(path, &parameters) {
                _ if self.hello.is_none() => voice.reply(503, (5, 1), "say EHLO or HELO first"),
                _ if self.transaction.is_some() => voice.reply(503, (5, 1), "MAIL was said already; RSET starts anew"),
                _ if self.service.auth == Auth::Required && self.user.is_none() => {
                    voice.reply(530, (7, 0), "log in first (AUTH)")
                }
                Err(reply) => reply,
                Ok((transaction, reply)) => {
                    self.transaction = Some(transaction);
                    reply
                }
            },
            Command::Rcpt { path, parameters } => match &mut self.transaction {
                None => voice.reply(503, (5, 1), "say MAIL first"),
                Some(_) if self.chunks.is_some() => voice.reply(503, (5, 1), "BDAT was begun"),
                Some(transaction) => self.service.rcpt(transaction, path, &parameters),
            },
            Command::Rset => {
                self.forget();
                voice.reply(250, (0, 0), "ok")
            }
            Command::Noop => voice.reply(250, (0, 0), "ok"),
            Command::Vrfy(_) => voice.reply(252, (1, 5), "send some mail and see"),
            Command::Expn(_) => voice.reply(502, (5, 1), "EXPN is not implemented"),
            Command::Help => voice.reply(214, (0, 0), "see RFC 5321; mailtool serve --help"),
            Command::StartTls if self.session.tls().is_some() => voice.reply(503, (5, 1), "TLS is spoken already"),
            Command::StartTls if self.service.tls.is_some() => return Next::StartTls,
            Command::StartTls => voice.reply(502, (5, 1), "STARTTLS is not offered"),
            Command::Quit => return Next::Close(voice.farewell(&self.service.hostname)),
            _ => voice.reply(500, (5, 1), "unknown command"),
        })
    }

    fn full(&self) -> Reply {
        self.voice().reply(421, (3, 2), "no more messages are taken")
    }

    fn forget(&mut self) {
        self.transaction = None;
        self.chunks = None;
    }

    /// The extensions in the order of the list, each with what it says here.
    fn offers(&self) -> Vec<String> {
        let line = |extension: &&extensions::Extension| match extension.keyword {
            // Without a number: there is no limit that is known (RFC 1870 §4).
            _ if *extension == &SIZE && self.service.max_size < u64::MAX => {
                Some(format!("SIZE {}", self.service.max_size))
            }
            _ if *extension == &STARTTLS => {
                (self.service.tls.is_some() && self.session.tls().is_none()).then(|| STARTTLS.keyword.to_owned())
            }
            _ if *extension == &AUTH => {
                let names: Vec<_> = self.mechanisms().iter().map(|mechanism| mechanism.name()).collect();
                (!names.is_empty()).then(|| format!("AUTH {}", names.join(" ")))
            }
            keyword => Some(keyword.to_owned()),
        };
        SERVED.iter().chain(self.service.custodian.promises()).filter_map(line).collect()
    }

    async fn start_tls(mut self) -> Result<Connection<'a>, Error> {
        self.say(&self.voice().reply(220, (0, 0), "go ahead"));
        self.session.flush(self.service.idle).await?;
        let Some(tls) = &self.service.tls else { return Ok(self) };
        let session = self.session.accept(tls, self.service.idle).await?;
        // What was said in clear text is forgotten (RFC 3207 §4.2).
        Ok(Connection { session, hello: None, user: None, transaction: None, chunks: None, ..self })
    }
}
