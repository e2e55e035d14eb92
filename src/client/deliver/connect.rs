//! Opening the way: connect, TLS, EHLO, AUTH.

use std::net::IpAddr;
use std::num::NonZeroUsize;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use super::outcome::{Peer, Verdict};
use super::transaction::{Habits, Transport};
use crate::base::Domain;
use crate::client::authenticate::authenticate;
use crate::client::{Error, Limits, Refusal, Smtp};
use crate::net::endpoint::Host;
use crate::net::tls::TlsError;
use crate::net::tls_policy::{self, Mode, Step};
use crate::net::{self, Dial, Session, Tls};
use crate::proto::Side;
use crate::proto::sasl::{self, Channel, Client, Credentials, Mechanism};
use crate::proto::smtp::extensions::{AUTH, STARTTLS, mechanisms};
use crate::proto::smtp::{Awaited, Command, Dialogue, Verb};
use crate::transcript::{Note, SessionId, Weight};

/// How to get to a server and what to say there.
#[derive(Clone)]
pub struct Way {
    /// The server, as it was given.
    pub host: Host,
    /// Where it is, if that is known already.
    pub addresses: Vec<IpAddr>,
    /// Its port.
    pub port: u16,
    /// How connections are made.
    pub dial: Dial,
    /// When TLS is spoken.
    pub mode: Mode,
    /// Whom to trust.
    pub tls: Tls,
    /// Our name in EHLO. None: the address literal of our end.
    pub hello: Option<String>,
    /// HELO instead of EHLO.
    pub legacy: bool,
    /// Who we are.
    pub account: Option<Account>,
    /// How long to wait.
    pub limits: Limits,
    /// What may be used of what is offered.
    pub habits: Habits,
    /// How many letters go over one connection before another is made. None: all.
    pub per_connection: Option<NonZeroUsize>,
    /// A deviation of the server is a failure.
    pub strict: bool,
    /// Counts connections.
    pub sessions: Arc<AtomicU32>,
}

/// Credentials and how they may be used.
#[derive(Clone)]
pub struct Account {
    /// User and password.
    pub credentials: Credentials,
    /// The mechanisms to try, in this order; by default the strongest that is offered.
    pub mechanisms: Option<Vec<Mechanism>>,
    /// The password may go over clear text.
    pub insecure_auth: bool,
    /// Makes a fresh nonce for each exchange.
    pub nonce: fn() -> String,
}

/// A connection that is ready for a message, or why there is none and who was spoken with.
pub(super) async fn open(way: &Way) -> Result<Transport, (Verdict, Peer)> {
    let mut peer = Peer::unreached(&way.host);
    let mut id = way.next_session();
    let opened = match attempt(way, id, way.mode, &mut peer).await {
        Err(Error::Net(net::Error::Tls(
            error @ (TlsError::Handshake(_) | TlsError::Version(_) | TlsError::TooSlow(_)),
        ))) if way.mode == Mode::May => {
            way.note(id, Weight::Warning, format!("{error}; TLS was not required, so once more in clear text"));
            id = way.next_session();
            attempt(way, id, Mode::Never, &mut peer).await
        }
        other => other,
    };
    match opened {
        Ok(smtp) => {
            peer.ready = true;
            Ok(Transport::new(smtp, peer, way.habits))
        }
        Err(error) => {
            way.tell(id, &error);
            Err((Verdict::of_error(&error), peer))
        }
    }
}

async fn attempt(way: &Way, id: SessionId, mode: Mode, peer: &mut Peer) -> Result<Smtp, Error> {
    let connected = match way.dial.connect(id, &way.host, way.port, &way.addresses).await {
        Ok(connected) => connected,
        Err(error) => {
            if let net::Error::Connect { tried, .. } = &error {
                peer.failed = tried.iter().map(|(address, _)| address.ip()).collect();
            }
            return Err(error.into());
        }
    };
    peer.failed = connected.failed;
    peer.address = connected.peer.map(|address| address.ip());
    let hello = way.hello.clone().unwrap_or_else(|| literal(connected.local.map(|address| address.ip())));
    let session = Session::new(connected.stream, Dialogue::new(), Side::Client, id, way.dial.sink.clone());
    let mut session = session.strict(way.strict).deadline(way.dial.deadline).stop(way.dial.stop.clone());
    if mode == Mode::Implicit {
        session = session.upgrade(&way.tls, &way.host, true, way.limits.greeting).await?;
    }
    let mut smtp = Smtp::greet(session, way.limits).await?;
    smtp.hello(&hello, way.legacy).await?;
    smtp = start_tls(smtp, way, mode, &hello).await?;
    peer.tls = smtp.session().tls().cloned();
    let Some(account) = &way.account else { return Ok(smtp) };
    match log_in(&mut smtp, account, way).await {
        Ok(()) => Ok(smtp),
        // RFC 5321 §4.1.1.10: a client takes its leave.
        Err(Error::Refused(refusal)) if refusal.reply.code != 421 => {
            smtp.quit().await;
            Err(Error::Refused(refusal))
        }
        Err(error) => Err(error),
    }
}

/// STARTTLS as the policy has it, and EHLO again behind it: what was offered in clear text counts no more.
async fn start_tls(mut smtp: Smtp, way: &Way, mode: Mode, hello: &str) -> Result<Smtp, Error> {
    match tls_policy::step(mode, smtp.capabilities().has(&STARTTLS)) {
        Step::Proceed => return Ok(smtp),
        Step::Refuse => return Err(net::Error::Tls(TlsError::NotOffered).into()),
        Step::Upgrade => {}
    }
    let reply = smtp.command(&Command::StartTls).await?;
    if !reply.is_positive() {
        return match mode {
            Mode::May => Ok(smtp),
            _ => Err(net::Error::Tls(TlsError::Refused(reply.to_string())).into()),
        };
    }
    let mut smtp = smtp.secure(&way.tls, &way.host, mode == Mode::StartTls).await?;
    smtp.hello(hello, way.legacy).await?;
    Ok(smtp)
}

impl Way {
    /// Tells the transcript why a connection ended; a refusal has told itself.
    pub(super) fn tell(&self, session: SessionId, error: &Error) {
        if !matches!(error, Error::Refused(_)) {
            self.note(session, Weight::Warning, error.to_string());
        }
    }

    fn next_session(&self) -> SessionId {
        SessionId(self.sessions.fetch_add(1, Ordering::Relaxed) + 1)
    }

    /// Whether nothing more is to be begun: the user ended it, or the deadline is over.
    pub(super) fn is_over(&self) -> bool {
        let stopped = self.dial.stop.as_ref().is_some_and(|stop| *stop.borrow());
        stopped || self.dial.deadline.is_some_and(|deadline| tokio::time::Instant::now() >= deadline)
    }

    pub(super) fn note(&self, session: SessionId, weight: Weight, text: String) {
        if let Some(sink) = &self.dial.sink {
            sink.note(session, &Note { at: jiff::Timestamp::now(), weight, text: text.into() });
        }
    }
}

async fn log_in(smtp: &mut Smtp, account: &Account, way: &Way) -> Result<(), Error> {
    if !smtp.capabilities().has(&AUTH) {
        let in_clear = smtp.session().tls().is_none() && smtp.capabilities().has(&STARTTLS);
        return Err(Error::NoAuth(if in_clear { " before STARTTLS (--tls starttls)" } else { "" }));
    }
    let tls = smtp.session().tls();
    let channel = Channel {
        tls: tls.is_some(),
        verified: tls.is_some_and(|tls| tls.verified.is_ok()),
        loopback: way.host.is_local(),
        insecure_auth: account.insecure_auth,
    };
    let offered = mechanisms(smtp.capabilities()).iter().map(String::as_str);
    let chosen = sasl::choose_named(offered, account.mechanisms.as_deref(), &channel);
    let chosen = chosen.map_err(sasl::Error::from)?;
    smtp.session().dialogue().expect_secret(account.credentials.password.expose());
    let client = Client::new(chosen, &account.credentials, &(account.nonce)())?;
    match authenticate(smtp, client).await? {
        Ok(()) => Ok(()),
        Err(reply) => Err(Error::Refused(Refusal { to: Awaited::Command(Verb::Auth), reply })),
    }
}

/// `[192.0.2.1]`: how a client without a name calls itself (RFC 5321 §4.1.4).
pub(crate) fn literal(address: Option<IpAddr>) -> String {
    address.map_or_else(|| "localhost".to_owned(), |address| Domain::Literal(address).to_string())
}
