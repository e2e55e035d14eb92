//! Opening the way: connect, TLS, EHLO, AUTH.

use std::num::NonZeroUsize;
use std::sync::Arc;

use tokio::time::Instant;

use super::found::Found;
use super::habits::Habits;
use super::leave::{Leave, Phase};
use super::outcome::{Peer, Verdict};
use super::pace::Pace;
use super::transaction::Transport;
use super::wishes::Wishes;
use crate::client::account::Account;
use crate::client::authenticate::authenticate;
use crate::client::{self, Error, Hello, Refusal, Smtp};
use crate::net::session::{Stop, stopped};
use crate::net::tls::TlsError;
use crate::net::tls_policy::{self, Mode, Step};
use crate::net::{self, Outgoing};
use crate::proto::smtp::extensions::attribute::{self, Attribute};
use crate::proto::smtp::extensions::{AUTH, STARTTLS, XCLIENT, mechanisms};
use crate::proto::smtp::{Awaited, Command, Dialogue, Verb};
use crate::transcript::{SessionId, Weight};

/// How to get to a server and what to say there.
#[derive(Clone)]
pub struct Way {
    /// The way there.
    pub server: client::Way,
    /// Our name in EHLO. None: the address literal of our end.
    pub hello: Option<String>,
    /// How it begins.
    pub greeting: Hello,
    /// What may be used of what is offered.
    pub habits: Habits,
    /// What is asked for with every letter.
    pub wishes: Arc<Wishes>,
    /// Where a dialogue ends before the message. None: it does not.
    pub leave: Option<Leave>,
    /// How many letters go over one connection before another is made. None: all.
    pub per_connection: Option<NonZeroUsize>,
    /// When the next letter may go. None: at once.
    pub pace: Option<Arc<Pace>>,
    /// How long it took to find the server, where nobody names it.
    pub found: Found,
    /// Once this becomes true no letter is begun, and no connection waited for; what is under way gets its end.
    pub enough: Stop,
}

impl Way {
    /// Waits for the next turn, or for the end of all; whether that took any time.
    pub(super) async fn turn(&self) -> bool {
        let Some(pace) = &self.pace else { return false };
        let now = Instant::now();
        let turn = pace.turn(now);
        let mut enough = self.enough.clone();
        tokio::select! {
            () = stopped(&mut enough) => {}
            () = self.server.dial.pause(turn) => {}
        }
        turn > now
    }

    /// Whether no letter is to be begun any more.
    pub fn is_over(&self) -> bool {
        self.has_enough() || self.server.is_over()
    }

    /// Whether that is so because there is enough.
    pub fn has_enough(&self) -> bool {
        self.enough.as_ref().is_some_and(|enough| *enough.borrow())
    }

    /// How the dialogue ends behind this, if it is to end there.
    fn leaves(&self, behind: Phase) -> Option<Leave> {
        self.leave.filter(|leave| leave.behind == behind)
    }
}

/// A connection that is ready for a message, or why there is none and who was spoken with.
pub(super) async fn open(way: &Way) -> Result<Transport, (Verdict, Peer)> {
    let mut enough = way.enough.clone();
    tokio::select! {
        biased;
        () = stopped(&mut enough) => Err((Verdict::unbegun(), Peer::unreached(&way.server.host))),
        opened = get_ready(way) => opened,
    }
}

async fn get_ready(way: &Way) -> Result<Transport, (Verdict, Peer)> {
    let mut peer = Peer::unreached(&way.server.host);
    match way.server.open(async |id, mode| attempt(way, id, mode, &mut peer).await).await {
        Ok((smtp, Some(leave))) => {
            leave.end(smtp, way).await;
            Err((Verdict::stopped(leave.behind, None), peer))
        }
        Ok((mut smtp, None)) => {
            let id = smtp.session().id();
            if let Some(verdict) = way.wishes.objection(smtp.capabilities(), peer.tls.as_ref()) {
                way.server.note(id, Weight::Amiss, verdict.text.clone());
                smtp.quit().await;
                return Err((verdict, peer));
            }
            for doubt in way.wishes.doubts(smtp.capabilities()) {
                way.server.note(id, Weight::Warning, doubt);
            }
            peer.ready = true;
            Ok(Transport::new(smtp, peer, way))
        }
        Err(error) => Err((Verdict::of_error(&error), peer)),
    }
}

async fn attempt(way: &Way, id: SessionId, mode: Mode, peer: &mut Peer) -> Result<(Smtp, Option<Leave>), Error> {
    let server = &way.server;
    peer.told = Some((id, 0));
    way.found.tell(id, server.dial.sink.as_deref());
    let mut connected = match server.connect(id).await {
        Ok(connected) => connected,
        Err(error) => {
            if let net::Error::Connect { tried, .. } = &error {
                peer.failed = tried.iter().map(|(address, _)| address.ip()).collect();
            }
            return Err(error.into());
        }
    };
    peer.failed = std::mem::take(&mut connected.failed);
    peer.address = connected.peer.map(|address| address.ip());
    let hello = way.hello.clone().unwrap_or_else(|| connected.literal());
    let session = server.session(connected, Dialogue::new(), id, mode).await?;
    peer.tls = session.tls().cloned();
    let mut smtp = Smtp::new(session, server.limits);
    match begin(&mut smtp, way, mode, &hello).await {
        Ok(Begun::Ends(leave)) => return Ok((smtp, Some(leave))),
        Ok(Begun::Proceeds) => {}
        Ok(Begun::Secures) => {
            smtp = smtp.secure(&server.tls, &server.host, mode == Mode::StartTls).await?;
            peer.tls = smtp.session().tls().cloned();
            if let Err(error) = say_hello(&mut smtp, way, &hello).await {
                return part(smtp, error).await;
            }
        }
        Err(error) => return part(smtp, error).await,
    }
    match go_on(&mut smtp, way, &hello).await {
        Ok(leave) => Ok((smtp, leave)),
        Err(error) => part(smtp, error).await,
    }
}

/// What comes behind the first EHLO.
enum Begun {
    /// The end, as was wished.
    Ends(Leave),
    /// TLS: STARTTLS was said and accepted.
    Secures,
    /// What comes behind TLS.
    Proceeds,
}

/// Greeting, EHLO and STARTTLS.
async fn begin(smtp: &mut Smtp, way: &Way, mode: Mode, hello: &str) -> Result<Begun, Error> {
    smtp.greet().await?;
    if let Some(leave) = way.leaves(Phase::Connect) {
        return Ok(Begun::Ends(leave));
    }
    say_hello(smtp, way, hello).await?;
    if let Some(leave) = way.leaves(Phase::Hello) {
        return Ok(Begun::Ends(leave));
    }
    start_tls(smtp, way, mode).await
}

/// What comes behind TLS, or instead of it: XCLIENT and AUTH.
async fn go_on(smtp: &mut Smtp, way: &Way, hello: &str) -> Result<Option<Leave>, Error> {
    if let Some(leave) = way.leaves(Phase::StartTls) {
        return match smtp.session().tls() {
            Some(_) => Ok(Some(leave)),
            None => Err(net::Error::Tls(TlsError::NotOffered).into()),
        };
    }
    speak_for(smtp, way, hello).await?;
    if let Some(account) = &way.server.account {
        log_in(smtp, account, way).await?;
    }
    Ok(way.leaves(Phase::Auth))
}

/// A client takes its leave before it goes (RFC 5321 §4.1.1.10), of a server that still listens.
async fn part<T>(smtp: Smtp, error: Error) -> Result<T, Error> {
    let listens = match &error {
        Error::Refused(refusal) => refusal.reply.code != 421,
        Error::Net(net::Error::Tls(error)) => matches!(error, TlsError::NotOffered | TlsError::Refused(_)),
        Error::NoLogin(_) | Error::Sasl(_) => true,
        _ => false,
    };
    if listens {
        smtp.quit().await;
    }
    Err(error)
}

/// EHLO, and what is taken for offered in its answer.
async fn say_hello(smtp: &mut Smtp, way: &Way, hello: &str) -> Result<(), Error> {
    smtp.hello(hello, way.greeting).await?;
    way.wishes.force.apply(smtp);
    Ok(())
}

/// STARTTLS as the policy has it. Behind it comes EHLO again: what was offered in clear text counts no more.
async fn start_tls(smtp: &mut Smtp, way: &Way, mode: Mode) -> Result<Begun, Error> {
    match tls_policy::step(mode, smtp.capabilities().has(&STARTTLS)) {
        Step::Proceed => return Ok(Begun::Proceeds),
        Step::Refuse => return Err(net::Error::Tls(TlsError::NotOffered).into()),
        Step::Upgrade => way.wishes.force.uses(&STARTTLS, smtp),
    }
    let reply = smtp.command(&Command::StartTls).await?;
    match mode {
        _ if reply.is_positive() => Ok(Begun::Secures),
        Mode::May => Ok(Begun::Proceeds),
        _ => Err(net::Error::Tls(TlsError::Refused(reply.to_string())).into()),
    }
}

/// XCLIENT: says for whom we speak, and begins again as that client.
async fn speak_for(smtp: &mut Smtp, way: &Way, hello: &str) -> Result<(), Error> {
    let attributes = &way.wishes.xclient;
    if attributes.is_empty() {
        return Ok(());
    }
    if let Some(name) = Attribute::unknown(&XCLIENT, attributes, smtp.capabilities()) {
        let text = format!("the server does not offer XCLIENT with {name}; it is said all the same");
        way.server.note(smtp.session().id(), Weight::Warning, text);
    }
    for line in attribute::commands(&XCLIENT, attributes) {
        smtp.session().queue(Outgoing { octets: line.into_bytes(), secret: Vec::new() });
        let reply = smtp.reply(XCLIENT.keyword, way.server.limits.command).await?;
        smtp.accepted(reply, Awaited::Command(Verb::Other))?;
    }
    say_hello(smtp, way, hello).await
}

async fn log_in(smtp: &mut Smtp, account: &Account, way: &Way) -> Result<(), Error> {
    if !smtp.capabilities().has(&AUTH) {
        let in_clear = smtp.session().tls().is_none() && smtp.capabilities().has(&STARTTLS);
        return Err(Error::NoLogin(if in_clear { NO_AUTH_IN_CLEAR } else { NO_AUTH }.into()));
    }
    way.wishes.force.uses(&AUTH, smtp);
    let channel = account.channel(way.server.is_local(), smtp.session().tls());
    let service = way.server.service(if way.greeting == Hello::Lhlo { "lmtp" } else { "smtp" });
    let offered = mechanisms(smtp.capabilities());
    let client = account.client(offered.iter().map(String::as_str), &channel, &service)?;
    match authenticate(smtp, client).await? {
        Ok(()) => Ok(()),
        Err(reply) => Err(Error::Refused(Refusal { to: Awaited::Command(Verb::Auth), reply })),
    }
}

const NO_AUTH: &str = "the server does not offer AUTH; without --user mail is handed over unauthenticated";
const NO_AUTH_IN_CLEAR: &str = "the server does not offer AUTH before STARTTLS (--tls starttls); without --user mail is handed over unauthenticated";
