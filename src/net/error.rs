//! What can go wrong on the way, in words that say what to do next.

use std::io;
use std::net::{IpAddr, SocketAddr};
use std::process::ExitStatus;
use std::time::Duration;

use super::Deadline;
use super::tls::TlsError;
use crate::base::Finding;
use crate::base::escape::escape_str;

/// Why a connection could not be made or did not last.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The name does not exist.
    #[error("no host {host} is known: check its spelling, and that this machine has a network")]
    UnknownHost {
        /// The name that was looked up.
        host: String,
    },
    /// The name could not be looked up now.
    #[error("{host} cannot be looked up now ({reason}); try again later")]
    Lookup {
        /// The name that was looked up.
        host: String,
        /// What the system said.
        reason: String,
    },
    /// The name servers do not say.
    #[error("{0}")]
    Resolve(#[from] super::resolver::ResolveError),
    /// No address of the host took the connection.
    #[error("cannot connect to {host} ({}){}", list(.tried), hint(.tried))]
    Connect {
        /// The host as it was given.
        host: String,
        /// Every address that was tried, and why it failed.
        tried: Vec<(SocketAddr, io::Error)>,
    },
    /// A unix socket that cannot be connected to.
    #[error("cannot connect to the socket {}: {}", escape_str(.path), reason(.source))]
    Socket {
        /// Its path.
        path: String,
        /// Why.
        source: io::Error,
    },
    /// The host has no address of the family that was asked for.
    #[error("{host} has no {family} address")]
    NoAddress {
        /// The host as it was given.
        host: String,
        /// `IPv4` or `IPv6`.
        family: &'static str,
    },
    /// No connection can come from that address.
    #[error("no connection can come from {address}: {}", reason(.source))]
    Bind {
        /// The address that is to be ours.
        address: IpAddr,
        /// Why.
        source: io::Error,
    },
    /// A proxy on the way did not lead there.
    #[error("the proxy {proxy} {source}")]
    Proxy {
        /// Which one.
        proxy: String,
        /// Why.
        source: super::proxy::ProxyError,
    },
    /// A step took too long.
    #[error("{} passed without {what}{}", seconds(.after), .hint.map(|h| format!("; {h}")).unwrap_or_default())]
    Timeout {
        /// What was waited for.
        what: String,
        /// How long.
        after: Duration,
        /// What may be the cause, and its cure.
        hint: Option<&'static str>,
    },
    /// The moment came at which all is to end.
    #[error("{deadline} while waiting for {what}")]
    Deadline {
        /// Which one.
        deadline: Deadline,
        /// What was waited for.
        what: String,
    },
    /// The user ended it.
    #[error("interrupted while waiting for {what}")]
    Interrupted {
        /// What was waited for.
        what: String,
    },
    /// The peer closed the connection.
    #[error("the connection was closed while waiting for {what}")]
    Closed {
        /// What was waited for.
        what: String,
    },
    /// No shell can be started for the command that leads to the peer.
    #[error("the command of --tunnel cannot be started: {}", reason(.source))]
    Command {
        /// Why.
        source: io::Error,
    },
    /// The command that leads to the peer ended.
    #[error("the command of --tunnel ended with {status}{}{}", unknown(.status), last_words(.said))]
    Tunnel {
        /// How.
        status: ExitStatus,
        /// The last line of its standard error, safe to show.
        said: Option<String>,
    },
    /// The network failed.
    #[error("the connection failed: {0}")]
    Io(io::Error),
    /// The peer said what the protocol does not have.
    #[error("{message} ({rfc})")]
    Protocol {
        /// What it did.
        message: String,
        /// The section that asks for something else.
        rfc: &'static str,
    },
    /// Clear text stood behind the go-ahead of STARTTLS: somebody wants it believed inside TLS.
    #[error(
        "{octets} octets of clear text stand where TLS was to begin: an injection attack, or a broken peer (RFC 3207 §6)"
    )]
    Injection {
        /// How many.
        octets: usize,
    },
    /// TLS could not be set up, or the certificate was refused.
    #[error("{0}")]
    Tls(#[from] TlsError),
    /// A deviation, where `--strict` makes each a failure.
    #[error("strict: {}: {} ({})", .0.code, .0.message, .0.rfc)]
    Strict(Finding),
}

/// What lies below a stream says more than one of the system's errors: that is what is meant then.
impl From<io::Error> for Error {
    fn from(error: io::Error) -> Error {
        match error.downcast() {
            Ok(ours) => ours,
            Err(error) => match of_alert(&error) {
                Some(ours) => ours.into(),
                None => Error::Io(error),
            },
        }
    }
}

/// In TLS 1.3 the handshake is over for a client before the server has seen its certificate.
fn of_alert(error: &io::Error) -> Option<TlsError> {
    match error.get_ref()?.downcast_ref()? {
        rustls::Error::AlertReceived(alert) => TlsError::of_alert(*alert),
        _ => None,
    }
}

/// What the shell says of a command that it does not find, or may not run.
fn unknown(status: &ExitStatus) -> &'static str {
    match status.code() {
        Some(126 | 127) => ": the shell cannot run it",
        _ => "",
    }
}

/// The last words of a command.
fn last_words(said: &Option<String>) -> String {
    said.as_ref().map_or_else(String::new, |said| format!("; it says: {said}"))
}

pub(super) fn list(tried: &[(SocketAddr, io::Error)]) -> String {
    let each = tried.iter().map(|(address, error)| format!("{address}: {}", reason(error)));
    each.collect::<Vec<_>>().join("; ")
}

/// The system's words for an error, without its number.
pub fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    text.split(" (os error").next().unwrap_or(&text).to_lowercase()
}

fn hint(tried: &[(SocketAddr, io::Error)]) -> &'static str {
    let all = |kind| tried.iter().all(|(_, error)| error.kind() == kind);
    match tried.first().map(|(address, _)| address.port()) {
        _ if all(io::ErrorKind::ConnectionRefused) => "; nothing listens there: check the port",
        Some(25) if all(io::ErrorKind::TimedOut) => {
            "; many networks block port 25 outwards: try a submission server (port 587) with --user"
        }
        _ => "",
    }
}

pub(super) fn seconds(duration: &Duration) -> String {
    match duration.as_secs() {
        0 => format!("{} ms", duration.as_millis()),
        1 => "1 second".to_owned(),
        n if n >= 120 && n % 60 == 0 => format!("{} minutes", n / 60),
        n => format!("{n} seconds"),
    }
}
