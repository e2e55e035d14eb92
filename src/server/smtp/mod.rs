//! An SMTP server: the same dialogue from the other side (RFC 5321). What becomes of mail is its custodian's.

mod connection;
mod custodian;
mod incoming;
mod transaction;
mod voice;

pub use custodian::{Answer, Custodian, Taking};
pub use incoming::{Incoming, Keep};
pub use transaction::Transaction;
pub use voice::{Voice, encode};

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicUsize, Ordering};
use std::time::Duration;

use crate::base::Secret;
use crate::net::session::Stop;
use crate::net::tls::ServerTls;
use crate::net::{Error, Io};
use crate::proto::sasl;
use crate::transcript::{Note, SessionId, Sink, Weight};

/// How the server behaves.
pub struct Service {
    /// Its name in greeting and EHLO.
    pub hostname: String,
    /// Its certificate; without one STARTTLS is not offered.
    pub tls: Option<ServerTls>,
    /// Who must log in.
    pub auth: Auth,
    /// Who can, with which passwords.
    pub users: Vec<(String, Secret)>,
    /// The largest message in octets.
    pub max_size: u64,
    /// The most recipients of a message.
    pub max_recipients: usize,
    /// The most connections at once.
    pub max_connections: usize,
    /// What becomes of content with bare CR, bare LF or NUL.
    pub bare_newline: BareNewline,
    /// Clients that talk before they may are sent away.
    pub strict_pipelining: bool,
    /// The longest silence of a client.
    pub idle: Duration,
    /// Where messages are written, each to a file of its own.
    pub keep: Keep,
    /// The words it speaks in.
    pub voice: Voice,
    /// Where the dialogue is told.
    pub sink: Option<Arc<dyn Sink>>,
    /// Who is responsible for messages.
    pub custodian: Arc<dyn Custodian>,
    /// Random octets, in hexadecimal, for nonces and names.
    pub token: fn() -> String,
    /// Counts connections.
    pub sessions: Arc<AtomicU32>,
    /// Connections that are open.
    pub open: AtomicUsize,
    /// How many more messages are taken.
    pub room: AtomicUsize,
    /// Any deviation of a client ends its connection.
    pub strict: bool,
    /// That has happened.
    pub deviated: AtomicBool,
    /// Connections end once this becomes true.
    pub stop: Stop,
}

/// Who must log in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Auth {
    /// Nobody; who does is believed with any password by PLAIN and LOGIN.
    Any,
    /// Everybody; passwords are checked where users are given.
    Required,
    /// AUTH is not offered.
    Off,
}

/// What becomes of content with bare CR, bare LF or NUL. Neither ever ends it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BareNewline {
    /// It is read to its real end and refused: 550 5.6.11.
    Reject,
    /// It is taken as it came.
    Keep,
}

/// A message that was accepted.
#[derive(Clone, Debug)]
pub struct Received {
    /// Its number in this house.
    pub id: String,
    /// The reverse path; empty for `<>`.
    pub mail_from: String,
    /// The recipients that were accepted.
    pub recipients: Vec<String>,
    /// Its size in octets.
    pub size: u64,
    /// The version of TLS, if it was spoken.
    pub tls: Option<String>,
    /// Who had logged in.
    pub user: Option<String>,
    /// Where it came from; nowhere, if that is no address.
    pub peer: Option<SocketAddr>,
    /// How the client called itself.
    pub hello: String,
    /// The file that holds its exact octets.
    pub file: Option<PathBuf>,
    /// The connection that brought it.
    pub session: SessionId,
}

/// Who is told what happens; such a one is a [`Custodian`] who takes everything.
pub trait Events: Send + Sync {
    /// A message was accepted, and the client knows.
    fn message(&self, message: &Received);
}

impl Service {
    /// Serves one connection to its end. `implicit`: TLS begins with the first octet.
    pub async fn connection(self: Arc<Service>, stream: impl Io + 'static, peer: SocketAddr, implicit: bool) {
        let id = self.next_session();
        self.note(id, Weight::Info, format!("connection from [{}]:{}", peer.ip(), peer.port()));
        let one_more = |open: usize| (open < self.max_connections).then_some(open + 1);
        let admitted = self.open.fetch_update(Ordering::SeqCst, Ordering::SeqCst, one_more).is_ok();
        let open = admitted.then(|| Open(&self.open));
        let result = connection::run(&self, Box::new(stream), Some(peer), id, implicit, !admitted).await;
        drop(open);
        if let Err(error) = result {
            if matches!(error, Error::Strict(_)) {
                self.deviated.store(true, Ordering::SeqCst);
            }
            self.note(id, Weight::Amiss, error.to_string());
        }
    }

    /// Serves the one client at the other end of a pipe. An error is why that ended early.
    pub async fn pipe(&self, stream: Box<dyn Io>) -> Result<(), Error> {
        connection::run(self, stream, None, self.next_session(), false, false).await
    }

    fn next_session(&self) -> SessionId {
        SessionId(self.sessions.fetch_add(1, Ordering::Relaxed) + 1)
    }

    fn note(&self, id: SessionId, weight: Weight, text: String) {
        if let Some(sink) = &self.sink {
            sink.note(id, &Note::new(jiff::Timestamp::now(), weight, text));
        }
    }
}

/// One open connection, counted until it is gone, however it goes.
struct Open<'a>(&'a AtomicUsize);

impl Drop for Open<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

/// The users as SASL asks for them.
impl sasl::Users for Service {
    fn password(&self, user: &str) -> Option<Secret> {
        self.users.iter().find(|(name, _)| name == user).map(|(_, password)| password.clone())
    }

    fn any_password(&self) -> bool {
        self.auth == Auth::Any || self.users.is_empty()
    }
}
