//! One client from greeting to QUIT.

use std::net::SocketAddr;
use std::sync::atomic::Ordering;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use tokio::net::TcpStream;

use super::incoming::Incoming;
use super::transaction::Transaction;
use super::{Auth, BareNewline, Received, Service, Voice};
use crate::net::{Error, Outgoing, Session};
use crate::proto::sasl::{self, Channel, Mechanism, Refusal};
use crate::proto::smtp::extensions::{self, AUTH, SERVED, SIZE, STARTTLS};
use crate::proto::smtp::{Command, Dialogue, Message, Reply, SyntaxError, Verb};
use crate::proto::{Side, Turn};
use crate::server::authenticate::{Carrier, Response, Verdict, authenticate};
use crate::transcript::SessionId;

/// How many refused commands a client may send.
const MAX_ERRORS: usize = 20;
/// How many commands that lead nowhere (NOOP, RSET, VRFY, HELP) it may send in a row.
const MAX_IDLE_COMMANDS: usize = 100;
/// The longest text of a reply line, so that the line has 512 octets at most (RFC 5321 §4.5.3.1.5).
const MAX_QUOTED: usize = 490;
/// How often it may fail to log in.
const MAX_FAILURES: u32 = 3;

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
    peer: SocketAddr,
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
}

/// Serves one connection. An error is the connection's; the client's mistakes are answered.
pub(super) async fn run(
    service: &Service,
    stream: TcpStream,
    peer: SocketAddr,
    id: SessionId,
    implicit: bool,
    full: bool,
) -> Result<(), Error> {
    let session = Session::new(Box::new(stream), Dialogue::new(), Side::Server, id, service.sink.clone());
    let mut session = session.strict(service.strict);
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
    };
    if full {
        let reply = service.voice.reply(421, (3, 2), "too many connections; try again later");
        connection.say(&reply);
    } else {
        connection.say(&service.voice.greeting(&service.hostname));
        connection = connection.talk().await?;
    }
    connection.session.linger(Duration::from_secs(2)).await;
    Ok(())
}

impl<'a> Connection<'a> {
    async fn talk(mut self) -> Result<Connection<'a>, Error> {
        loop {
            let turn = match self.session.turn("a command", self.service.idle).await {
                Ok(turn) => turn,
                // A client that goes without QUIT is rude, not wrong.
                Err(Error::Closed { .. }) => return Ok(self),
                Err(Error::Timeout { .. }) => {
                    self.say(&self.voice().reply(421, (4, 2), "nothing was said for too long"));
                    return Ok(self);
                }
                Err(error) => return Err(error),
            };
            let next = match self.answer(turn).await {
                Err(Error::Timeout { .. }) => {
                    Next::Close(self.voice().reply(421, (4, 2), "nothing was said for too long"))
                }
                next => next?,
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

    fn voice(&self) -> Voice {
        self.service.voice
    }

    fn say(&mut self, reply: &Reply) {
        // Replies are ASCII (RFC 5321 §4.2); what is quoted of the client may not be.
        let mut reply = reply.clone();
        for line in &mut reply.lines {
            line.truncate(MAX_QUOTED);
        }
        let octets = reply.encode().into_iter().map(|octet| if octet.is_ascii() { octet } else { b'?' }).collect();
        self.session.queue(Outgoing { octets, secret: Vec::new() });
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
            _ if *extension == &SIZE => Some(format!("SIZE {}", self.service.max_size)),
            _ if *extension == &STARTTLS => {
                (self.service.tls.is_some() && self.session.tls().is_none()).then(|| STARTTLS.keyword.to_owned())
            }
            _ if *extension == &AUTH => {
                let names: Vec<_> = self.mechanisms().iter().map(|mechanism| mechanism.name()).collect();
                (!names.is_empty()).then(|| format!("AUTH {}", names.join(" ")))
            }
            keyword => Some(keyword.to_owned()),
        };
        SERVED.iter().filter_map(line).collect()
    }

    /// What can be offered here: a password in clear text only on this machine, a digest only with known passwords.
    fn mechanisms(&self) -> Vec<Mechanism> {
        let channel = self.channel();
        let known = !self.service.users.is_empty();
        let fits = |mechanism: &Mechanism| {
            self.service.auth != Auth::Off
                && mechanism.is_served()
                && (mechanism.sends_secret() || known)
                && sasl::permitted(*mechanism, &channel).is_ok()
        };
        Mechanism::ALL.iter().copied().filter(fits).collect()
    }

    fn channel(&self) -> Channel {
        let tls = self.session.tls().is_some();
        let binding = self.session.tls().and_then(|tls| tls.binding.clone());
        Channel { tls, verified: tls, loopback: self.peer.ip().is_loopback(), insecure_auth: false, binding }
    }

    async fn auth(&mut self, name: &str, turn: &Turn<Message>) -> Result<Next, Error> {
        let voice = self.voice();
        let refuse = |code, enhanced, text: &str| Ok(Next::Reply(voice.reply(code, enhanced, text)));
        if self.service.auth == Auth::Off {
            return refuse(502, (5, 1), "AUTH is not offered");
        }
        if self.user.is_some() || self.transaction.is_some() || self.hello.is_none() {
            return refuse(503, (5, 1), "AUTH comes once, behind EHLO and before MAIL");
        }
        let Some(mechanism) = Mechanism::from_name(name).filter(|m| self.mechanisms().contains(m)) else {
            let in_clear = Mechanism::from_name(name).is_some_and(|m| sasl::permitted(m, &self.channel()).is_err());
            return match in_clear {
                true => refuse(538, (7, 11), "this mechanism needs TLS"),
                false => refuse(504, (5, 4), "this mechanism is not offered"),
            };
        };
        let challenge_id = format!("<{}@{}>", (self.service.token)(), self.service.hostname);
        let salt = (self.service.token)();
        let (nonce, binding) = ((self.service.token)(), self.channel().binding);
        let server = sasl::Server::bound(mechanism, &nonce, &challenge_id, salt.as_bytes(), binding.as_ref());
        let Ok(server) = server else { return refuse(454, (7, 0), "this mechanism cannot be used now") };
        let service = self.service;
        match authenticate(self, server, initial(turn), service).await? {
            _ if self.early => Ok(self.send_away()),
            Verdict::Accepted { user } => {
                self.user = Some(user);
                refuse(235, (7, 0), "you are who you say")
            }
            Verdict::Cancelled => refuse(501, (7, 0), "the exchange was called off"),
            // A reply is ASCII (RFC 5321 §4.2): the section stays with us.
            Verdict::Refused(Refusal::Malformed(why)) => refuse(501, (5, 2), why.split(" (RFC").next().unwrap_or(why)),
            Verdict::Refused(Refusal::Credentials) => self.failed_login("user or password is wrong").await,
            Verdict::Refused(Refusal::Binding) => self.failed_login(BETWEEN).await,
            Verdict::Refused(Refusal::Downgrade) => self.failed_login(TAKEN_OUT).await,
        }
    }

    async fn failed_login(&mut self, why: &str) -> Result<Next, Error> {
        self.failures += 1;
        let reply = self.voice().reply(535, (7, 8), why);
        if self.failures >= MAX_FAILURES {
            return Ok(Next::Close(reply));
        }
        tokio::time::sleep(Duration::from_secs(u64::from(self.failures - 1))).await;
        Ok(Next::Reply(reply))
    }

    async fn start_tls(mut self) -> Result<Connection<'a>, Error> {
        self.say(&self.voice().reply(220, (0, 0), "go ahead"));
        self.session.flush(self.service.idle).await?;
        let Some(tls) = &self.service.tls else { return Ok(self) };
        let session = self.session.accept(tls, self.service.idle).await?;
        // What was said in clear text is forgotten (RFC 3207 §4.2).
        Ok(Connection { session, hello: None, user: None, transaction: None, chunks: None, ..self })
    }

    async fn data(&mut self) -> Result<Next, Error> {
        if self.chunks.is_some() || self.transaction.as_ref().is_none_or(|t| t.recipients.is_empty()) {
            return Ok(Next::Reply(self.voice().reply(503, (5, 1), "MAIL and RCPT come first, and no BDAT")));
        }
        let mut incoming = Incoming::new(self.service.directory.as_deref(), self.service.max_size);
        self.say(&self.voice().go_ahead());
        loop {
            let turn = self.session.content("the message", self.service.idle).await?;
            match turn.message {
                _ if self.is_early(&turn) => return Ok(self.send_away()),
                Message::Content { .. } => incoming.push_stuffed(&turn.octets),
                Message::EndOfData => {
                    incoming.blame(bare(&turn));
                    return self.finish(incoming).await;
                }
                _ => return Ok(Next::Close(self.voice().reply(500, (5, 2), "that is no message"))),
            }
        }
    }

    async fn bdat(&mut self, size: u64, last: bool) -> Result<Next, Error> {
        let ready = self.transaction.as_ref().is_some_and(|t| !t.recipients.is_empty());
        let mut incoming = match self.chunks.take() {
            Some(incoming) => incoming,
            None => Incoming::new(self.service.directory.as_deref().filter(|_| ready), self.service.max_size),
        };
        let mut left = size;
        while left > 0 {
            let turn = self.session.content("the chunk", self.service.idle).await?;
            left = left.saturating_sub(turn.octets.len() as u64);
            incoming.blame(bare(&turn));
            incoming.push(&turn.octets);
        }
        if !ready {
            return Ok(Next::Reply(self.voice().reply(503, (5, 1), "MAIL and RCPT come first")));
        }
        if last {
            return self.finish(incoming).await;
        }
        if incoming.is_too_large() {
            self.forget();
            return Ok(Next::Reply(self.service.too_large()));
        }
        self.chunks = Some(incoming);
        Ok(Next::Reply(self.voice().reply(250, (0, 0), &format!("{size} octets received"))))
    }

    /// The message is whole: keep it, answer, and tell of it.
    async fn finish(&mut self, incoming: Incoming) -> Result<Next, Error> {
        let Some(transaction) = self.transaction.take() else { return Ok(Next::Continue) };
        self.forget();
        if incoming.is_too_large() {
            return Ok(Next::Reply(self.service.too_large()));
        }
        if self.service.bare_newline == BareNewline::Reject && !incoming.faults().is_empty() {
            let faults = incoming.faults().join(", ");
            let text = format!("{faults} in the message: lines end with CR LF, RFC 5321 2.3.8");
            return Ok(Next::Reply(self.voice().reply(550, (6, 11), &text)));
        }
        let one_less = |room: usize| room.checked_sub(1);
        if self.service.room.fetch_update(Ordering::SeqCst, Ordering::SeqCst, one_less).is_err() {
            return Ok(Next::Close(self.full()));
        }
        let id = (self.service.token)().chars().take(12).collect::<String>().to_uppercase();
        let size = incoming.size();
        let file = match incoming.keep(&id) {
            Ok(file) => file,
            Err(error) => {
                self.service.room.fetch_add(1, Ordering::SeqCst);
                let text = format!("the message cannot be kept: {error}");
                self.session.note(crate::transcript::Weight::Warning, text);
                return Ok(Next::Reply(self.voice().reply(452, (3, 1), "the message cannot be kept now")));
            }
        };
        self.say(&self.voice().accepted(&id));
        // It is kept and will be told of, whether the client still hears it or not.
        let heard = self.session.flush(self.service.idle).await;
        self.service.events.message(&Received {
            id,
            mail_from: transaction.mail_from.to_string(),
            recipients: transaction.recipients.iter().map(ToString::to_string).collect(),
            size,
            tls: self.session.tls().map(|tls| tls.version.clone()),
            user: self.user.clone(),
            peer: self.peer,
            hello: self.hello.clone().unwrap_or_default(),
            file,
            session: self.session.id(),
        });
        heard.map(|()| Next::Continue)
    }
}

/// What no message may hold: bare CR, bare LF, NUL.
fn bare(turn: &Turn<Message>) -> Vec<&'static str> {
    let codes = turn.findings.iter().map(|finding| finding.code);
    codes.filter(|code| matches!(*code, "bare-cr" | "bare-lf" | "nul")).collect()
}

/// To a login that is bound to another connection.
const BETWEEN: &str = "this login belongs to another TLS connection: somebody stands between us";
/// To a client that could bind its login and was not told that it can.
const TAKEN_OUT: &str = "-PLUS was offered and you did not see it: somebody stands between us";

/// The initial response that came along with AUTH.
fn initial(turn: &Turn<Message>) -> Option<Response> {
    let Message::Command(Command::Auth { initial: true, .. }) = turn.message else { return None };
    let octets = turn.secret.first().and_then(|range| turn.octets.get(range.clone()));
    Some(decode(octets.unwrap_or(b"=")))
}

/// `*` calls off, `=` is empty, the rest is base64 (RFC 4954 §4).
fn decode(line: &[u8]) -> Response {
    match line.trim_ascii() {
        b"*" => Response::Cancelled,
        b"=" | b"" => Response::Octets(Vec::new()),
        encoded => STANDARD.decode(encoded).map_or(Response::Malformed, Response::Octets),
    }
}

impl Carrier for Connection<'_> {
    type Error = Error;

    async fn challenge(&mut self, challenge: &[u8]) -> Result<Response, Error> {
        self.say(&Reply::new(334, None, &STANDARD.encode(challenge)));
        let turn = self.session.turn("the client's answer", self.service.idle).await?;
        self.early |= self.is_early(&turn);
        match turn.message {
            _ if self.early => Ok(Response::Cancelled),
            Message::Credentials(_) => Ok(decode(&turn.octets)),
            _ => Ok(Response::Malformed),
        }
    }
}
