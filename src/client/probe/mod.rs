//! The mail exchangers of a domain, spoken with: each address of each, once, as far as a sender gets without a message.
//!
//! One connection an address: greeting, EHLO, STARTTLS, EHLO again, QUIT. Whoever puts us off, turns us away or does not
//! answer leaves the matter open: what was not seen is never said to be missing.

mod conversation;
mod differences;
mod judge;
pub mod plan;
mod remark;
mod reverse;
mod survey;
#[cfg(test)]
mod tests;

use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use jiff::Timestamp;

pub use differences::differences;
pub use plan::plan;
pub use remark::{Remark, Severity, Verdict};
pub use reverse::Reverse;
pub use survey::{Survey, Surveyed, Whereabouts};

use super::Limits;
use super::listener::Listener;
use crate::net::endpoint::Host;
use crate::net::{Dial, Resolver, Tls, TlsFacts};
use crate::proto::smtp::{Capabilities, Reply, Verb};
use crate::transcript::{Attempt, SessionId};

/// How long each step of a probe may take, unless something else is said: whoever waits for a person's answer does not
/// wait the five minutes that a queue has.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// How mail exchangers are spoken with.
#[derive(Clone)]
pub struct Prober {
    /// How connections are made.
    pub dial: Dial,
    /// Whom to trust. What does not verify is told, and no obstacle.
    pub tls: Tls,
    /// The port: 25, but for tests.
    pub port: u16,
    /// Our name in EHLO. None: the address literal of our end.
    pub hello: Option<String>,
    /// How long to wait.
    pub limits: Limits,
    /// Who knows the addresses of the hosts, and the names of addresses.
    pub resolver: Arc<Resolver>,
    /// A deviation of a server ends the conversation with it.
    pub strict: bool,
    /// Counts connections.
    pub sessions: Arc<AtomicU32>,
}

/// What was seen at one address of a host.
#[derive(Clone, Debug)]
pub struct Probe {
    /// The host, as the MX record names it.
    pub host: Host,
    /// Its address.
    pub address: IpAddr,
    /// The port.
    pub port: u16,
    /// Its first words, whether they welcome us or not.
    pub greeting: Option<Reply>,
    /// Its answer to EHLO in clear text.
    pub hello: Option<Hello>,
    /// What became of STARTTLS.
    pub starttls: StartTls,
    /// Why the conversation did not come to its end, if it did not.
    pub ended: Option<Ended>,
    /// The names of the address.
    pub reverse: Reverse,
    /// How long each step took.
    pub timings: Timings,
    /// What is to be said of it, what matters most first.
    pub remarks: Vec<Remark>,
}

/// How a server introduces itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hello {
    /// What it was asked with: EHLO, or HELO where it refused that.
    pub verb: Verb,
    /// Its answer.
    pub reply: Reply,
    /// What it offers.
    pub capabilities: Capabilities,
}

/// What became of STARTTLS (RFC 3207).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StartTls {
    /// It did not come to that.
    Unknown,
    /// The answer to EHLO does not have it.
    NotOffered,
    /// It was offered, and then refused.
    Refused(Reply),
    /// The handshake failed.
    Failed {
        /// Why.
        reason: String,
        /// It may go better another time: it took too long.
        transient: bool,
        /// The server speaks only versions that nobody should speak.
        too_old: bool,
    },
    /// TLS was spoken.
    Spoken {
        /// Version, cipher, certificate.
        tls: Box<TlsFacts>,
        /// The answer to EHLO behind it.
        hello: Option<Hello>,
    },
}

/// How far a conversation got.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stage {
    /// The connection itself.
    Connect,
    /// The greeting.
    Greeting,
    /// EHLO, or HELO.
    Hello,
    /// STARTTLS.
    StartTls,
    /// EHLO behind TLS.
    HelloBehindTls,
}

/// Why a conversation ended early.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    /// Where.
    pub stage: Stage,
    /// Of what kind the reason is.
    pub cause: Cause,
    /// The reason in words, safe to show; a reply as it came.
    pub reason: String,
}

/// Of what kind the reason for an early end is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The server said no, for now or for good.
    Reply(Reply),
    /// It took too long.
    Timeout,
    /// The connection was refused, closed or broken.
    Connection,
    /// From here no way leads there.
    Unreachable,
    /// The server says what no SMTP server says, or departs from an RFC where that is not tolerated.
    Deviation {
        /// The name of what it did.
        code: &'static str,
        /// The section.
        rfc: &'static str,
    },
    /// The user ended it.
    Interrupted,
}

/// How long each step took; `None` for a step that was not done, or not to its end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Timings {
    /// Until the connection stood.
    pub connect: Option<Duration>,
    /// From there to the greeting.
    pub greeting: Option<Duration>,
    /// From EHLO to its answer, in clear text.
    pub ehlo: Option<Duration>,
    /// From STARTTLS to the end of the handshake.
    pub tls: Option<Duration>,
}

impl Prober {
    /// Speaks with one address of a host and looks up its names.
    pub async fn probe(&self, host: &Host, address: IpAddr) -> Probe {
        let id = SessionId(self.sessions.fetch_add(1, Ordering::Relaxed) + 1);
        let listener = Arc::new(Listener::new(self.dial.sink.clone()));
        let mut probe = Probe::new(host, address, self.port);
        let _attempt = Attempt::new(id, self.dial.sink.clone());
        let conversation = self.converse(id, &listener, &mut probe);
        let (reverse, ended) = tokio::join!(Reverse::find(&self.resolver, address), conversation);
        probe.reverse = reverse;
        probe.ended = ended.err();
        probe.remarks = judge::judge(&probe, listener.heard(), Timestamp::now());
        probe
    }
}

impl Probe {
    fn new(host: &Host, address: IpAddr, port: u16) -> Probe {
        Probe {
            host: host.clone(),
            address,
            port,
            greeting: None,
            hello: None,
            starttls: StartTls::Unknown,
            ended: None,
            reverse: Reverse::default(),
            timings: Timings::default(),
            remarks: Vec::new(),
        }
    }

    /// What all that was seen comes to.
    pub fn verdict(&self) -> Verdict {
        Verdict::of(&self.remarks)
    }

    /// What TLS turned out to be, if it was spoken.
    pub fn tls(&self) -> Option<&TlsFacts> {
        match &self.starttls {
            StartTls::Spoken { tls, .. } => Some(tls),
            _ => None,
        }
    }

    /// The answer to EHLO behind TLS.
    pub fn hello_behind_tls(&self) -> Option<&Hello> {
        match &self.starttls {
            StartTls::Spoken { hello, .. } => hello.as_ref(),
            _ => None,
        }
    }

    /// The name in the greeting, as it came: its first word (RFC 5321 §4.2).
    pub fn banner_name(&self) -> Option<String> {
        first_word(self.greeting.as_ref()?)
    }
}

impl Hello {
    /// The name by which the server answers: the first word (RFC 5321 §4.1.1.1).
    pub fn name(&self) -> Option<String> {
        first_word(&self.reply)
    }

    /// The lines with the keywords, as they came; empty ones, which some servers end with, are left out.
    pub fn lines(&self) -> Vec<String> {
        let lines = self.reply.lines.iter().skip(1).map(|line| String::from_utf8_lossy(line).trim().to_owned());
        lines.filter(|line| !line.is_empty()).collect()
    }
}

fn first_word(reply: &Reply) -> Option<String> {
    let line = String::from_utf8_lossy(reply.lines.first()?).into_owned();
    line.split_whitespace().next().map(str::to_owned)
}

impl StartTls {
    /// Its name in output.
    pub fn name(&self) -> &'static str {
        match self {
            StartTls::Unknown => "unknown",
            StartTls::NotOffered => "not offered",
            StartTls::Refused(_) => "refused",
            StartTls::Failed { .. } => "failed",
            StartTls::Spoken { .. } => "spoken",
        }
    }
}

impl Stage {
    /// Its name in output.
    pub fn name(self) -> &'static str {
        match self {
            Stage::Connect => "connect",
            Stage::Greeting => "greeting",
            Stage::Hello => "ehlo",
            Stage::StartTls => "starttls",
            Stage::HelloBehindTls => "ehlo behind tls",
        }
    }
}
