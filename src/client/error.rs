//! Why a client could not do what it was asked.

use std::borrow::Cow;
use std::fmt;

use super::deliver::exit_of_resolve;
use crate::base::Exit;
use crate::net;
use crate::net::proxy::ProxyError;
use crate::net::tls::TlsError;
use crate::proto::sasl;
use crate::proto::smtp::{Awaited, Reply};

/// What a peer refused: data, not a failure of ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What it answered.
    pub to: Awaited,
    /// Its words.
    pub reply: Reply,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} answered {}", self.to.name(), self.reply)
    }
}

/// A peer's no, in whichever protocol.
pub trait Refused: fmt::Display {
    /// What a script must do next.
    fn exit(&self) -> Exit;
}

/// Why a client gave up. `R` is what a refusal looks like in the protocol that is spoken.
#[derive(Debug, thiserror::Error)]
pub enum Error<R: Refused = Refusal> {
    /// The way there, or the peer's protocol.
    #[error(transparent)]
    Net(#[from] net::Error),
    /// The peer said no.
    #[error("{0}")]
    Refused(R),
    /// No mechanism can be used, or the peer's SASL is wrong.
    #[error("authentication: {0}")]
    Sasl(#[from] sasl::Error),
    /// Reading the message failed in the middle; the connection was dropped so that half of it is not delivered.
    #[error("reading the message failed: {0}; nothing was handed over")]
    Local(std::io::Error),
    /// What was to be on disk before the message may go is not; the connection was dropped so that it does not go.
    #[error("it cannot be written down before it goes: {}; nothing was handed over", net::reason(.0))]
    Unwritten(std::io::Error),
    /// What was received could not be written.
    #[error("writing the message failed: {0}")]
    Output(std::io::Error),
    /// What was to be said cannot be.
    #[error("{0}")]
    Argument(String),
    /// There is a user but no way to log in: in words, with the cure.
    #[error("{0}")]
    NoLogin(Cow<'static, str>),
}

impl<R: Refused> Error<R> {
    /// What a script must do next.
    pub fn exit(&self) -> Exit {
        match self {
            Error::Refused(refusal) => refusal.exit(),
            // A proof that is wrong or was never given is whom nobody must trust, as a certificate is that is not verified.
            Error::Sasl(sasl::Error::Signature | sasl::Error::Unverified) => Exit::NoPermission,
            Error::Sasl(error) if error.is_peers_fault() => Exit::Protocol,
            Error::Sasl(_) | Error::NoLogin(_) => Exit::NoPermission,
            Error::Local(_) | Error::Unwritten(_) | Error::Output(_) => Exit::Io,
            Error::Argument(_) => Exit::Usage,
            Error::Net(error) => exit_of_net(error),
        }
    }
}

fn exit_of_net(error: &net::Error) -> Exit {
    match error {
        net::Error::UnknownHost { .. } | net::Error::NoAddress { .. } => Exit::NoHost,
        net::Error::Resolve(error) => exit_of_resolve(error),
        net::Error::Tunnel { status, .. } if matches!(status.code(), Some(126 | 127)) => Exit::Config,
        net::Error::Bind { .. } => Exit::Config,
        net::Error::Proxy { source: ProxyError::Login(_), .. } => Exit::NoPermission,
        net::Error::Proxy { .. }
        | net::Error::Lookup { .. }
        | net::Error::Connect { .. }
        | net::Error::Socket { .. }
        | net::Error::Timeout { .. }
        | net::Error::Deadline { .. }
        | net::Error::Closed { .. }
        | net::Error::Interrupted { .. }
        | net::Error::Command { .. }
        | net::Error::Tunnel { .. }
        | net::Error::Io(_) => Exit::TempFail,
        net::Error::Protocol { .. } | net::Error::Injection { .. } | net::Error::Strict(_) => Exit::Protocol,
        net::Error::Tls(TlsError::ClearText | TlsError::TlsExpected | TlsError::TlsUnexpected) => Exit::Protocol,
        net::Error::Tls(TlsError::Name(_)) => Exit::Usage,
        net::Error::Tls(TlsError::Own(_)) => Exit::Config,
        net::Error::Tls(TlsError::TooSlow(_) | TlsError::Stalled(_) | TlsError::Broken(_)) => Exit::TempFail,
        net::Error::Tls(_) => Exit::NoPermission,
    }
}
