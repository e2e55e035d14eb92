//! The way to a server, whatever is spoken there: connections with their numbers, TLS, who we are, how long to wait.

use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use super::account::Account;
use super::{Error, Limits, Refused};
use crate::net::dial::Connected;
use crate::net::endpoint::Host;
use crate::net::tls::TlsError;
use crate::net::tls_policy::Mode;
use crate::net::{self, Dial, Session, Tls};
use crate::proto::{Dialogue, Side};
use crate::transcript::{Attempt, Note, SessionId, Weight};

/// How to get to a server.
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
    /// Who we are.
    pub account: Option<Account>,
    /// How long to wait.
    pub limits: Limits,
    /// A deviation of the server is a failure.
    pub strict: bool,
    /// Counts connections.
    pub sessions: Arc<AtomicU32>,
}

impl Way {
    /// Makes a connection by `attempt`. Where TLS may be spoken but its handshake fails, another one is made in clear
    /// text, and the transcript says so; any other error is told there too. With the connection's number.
    pub async fn open<T, R: Refused>(
        &self,
        mut attempt: impl AsyncFnMut(SessionId, Mode) -> Result<T, Error<R>>,
    ) -> Result<T, Error<R>> {
        let (mut id, mut begun) = self.next_session();
        let opened = match attempt(id, self.mode).await {
            Err(Error::Net(net::Error::Tls(
                error @ (TlsError::Handshake(_)
                | TlsError::Broken(_)
                | TlsError::Version(_)
                | TlsError::Offer { .. }
                | TlsError::Unspoken { .. }
                | TlsError::Demanded
                | TlsError::TooSlow(_)
                | TlsError::Stalled(_)),
            ))) if self.mode == Mode::May => {
                let text = format!("{error}; TLS was not required, so once more in clear text");
                self.note(id, Weight::Warning, text);
                (id, begun) = self.next_session();
                attempt(id, Mode::Never).await
            }
            other => other,
        };
        match &opened {
            Ok(_) => begun.stands(),
            Err(error) => self.tell(id, error),
        }
        opened
    }

    /// Finds out where the server is once for all connections, if it is us who must know that.
    pub async fn look_up<R: Refused>(&mut self) -> Result<(), Error<R>> {
        if self.dial.goes_by_address(&self.host) {
            self.addresses = self.dial.addresses(SessionId::NAME_SERVERS, &self.host, self.port).await?;
        }
        Ok(())
    }

    /// Connects.
    pub async fn connect(&self, id: SessionId) -> Result<Connected, net::Error> {
        self.dial.connect(id, &self.host, self.port, &self.addresses).await
    }

    /// What is logged in to there: a service by its name for this (RFC 2831 §2.1.2: serv-type), and the host.
    pub fn service(&self, name: &str) -> String {
        service(name, &self.host)
    }

    /// Whether what is said to the server stays on this machine, as far as we say it.
    pub fn is_local(&self) -> bool {
        self.dial.is_local(&self.host)
    }

    /// Whether nobody else can stand at the other end: a command of ours, or a socket that only whom it is for can open.
    /// There the server may know who we are, and say so (PREAUTH).
    pub fn is_private(&self) -> bool {
        self.dial.tunnel.is_some() || matches!(self.host, Host::Unix(_))
    }

    /// What is spoken over a connection: behind TLS where that begins with the first octet.
    pub async fn session<D: Dialogue>(
        &self,
        connected: Connected,
        mut dialogue: D,
        id: SessionId,
        mode: Mode,
    ) -> Result<Session<D>, net::Error> {
        // From the greeting on: a server may have heard it over an earlier connection.
        if let Some(secret) = self.account.as_ref().and_then(|account| account.credentials.secret()) {
            dialogue.expect_secret(secret.expose());
        }
        let session = Session::new(connected.stream, dialogue, Side::Client, id, self.dial.sink.clone());
        let session = session.strict(self.strict).deadline(self.dial.deadline).stop(self.dial.stop.clone());
        let session = session.suspecting(self.dial.suspicion());
        match mode {
            Mode::Implicit => session.upgrade(&self.tls, &self.host, true, self.limits.greeting).await,
            _ => Ok(session),
        }
    }

    /// Tells the transcript why a connection ended; a refusal has told itself.
    pub fn tell<R: Refused>(&self, session: SessionId, error: &Error<R>) {
        if !matches!(error, Error::Refused(_)) {
            self.note(session, Weight::Amiss, self.words(error));
        }
    }

    /// An error in words whose cures the command has.
    pub fn words<R: Refused>(&self, error: &Error<R>) -> String {
        match error {
            Error::Net(net::Error::Tls(error)) if self.tls.is_by_url() => error.by_url(),
            error => error.to_string(),
        }
    }

    /// Whether nothing more is to be begun: the user ended it, or the deadline is over.
    pub fn is_over(&self) -> bool {
        let stopped = self.dial.stop.as_ref().is_some_and(|stop| *stop.borrow());
        stopped || self.dial.deadline.is_some_and(|deadline| deadline.is_over())
    }

    /// Tells the transcript something about a connection.
    pub fn note(&self, session: SessionId, weight: Weight, text: String) {
        if let Some(sink) = &self.dial.sink {
            sink.note(session, &Note::new(jiff::Timestamp::now(), weight, text));
        }
    }

    fn next_session(&self) -> (SessionId, Attempt) {
        let id = SessionId(self.sessions.fetch_add(1, Ordering::Relaxed) + 1);
        (id, Attempt::new(id, self.dial.sink.clone()))
    }
}

/// `smtp/mail.example`: a service, and the host where it is. A socket, and what a command leads to, are this machine.
pub(super) fn service(name: &str, host: &Host) -> String {
    match host {
        Host::Name(host) => format!("{name}/{host}"),
        Host::Address(address) => format!("{name}/{address}"),
        Host::Unix(_) | Host::Nameless => format!("{name}/localhost"),
    }
}
