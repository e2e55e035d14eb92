//! What a command is told of a server.

use super::origin::Origins;
use crate::cli::args::{Connection, Dns, Tunnel};
use crate::cli::error::Failure;
use crate::net::endpoint::Protocol;

/// What a server does for us: accounts have a section for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Service {
    /// It takes letters.
    Send,
    /// It keeps a maildrop.
    Pop,
    /// It keeps mailboxes.
    Imap,
}

impl Service {
    /// All of them.
    pub const ALL: [Service; 3] = [Service::Send, Service::Pop, Service::Imap];

    /// What is spoken there.
    pub fn protocol(self) -> Protocol {
        match self {
            Service::Send => Protocol::Smtp,
            Service::Pop => Protocol::Pop3,
            Service::Imap => Protocol::Imap,
        }
    }

    /// The name of its section.
    pub fn name(self) -> &'static str {
        match self {
            Service::Send => "send",
            Service::Pop => "pop",
            Service::Imap => "imap",
        }
    }
}

impl From<Protocol> for Service {
    fn from(protocol: Protocol) -> Service {
        match protocol {
            Protocol::Smtp => Service::Send,
            Protocol::Pop3 => Service::Pop,
            Protocol::Imap => Service::Imap,
        }
    }
}

/// What a command is told of a server: first by flags, then by whatever else there is.
#[derive(Clone, Debug)]
pub struct Told {
    /// Where it is, as a URL.
    pub server: Option<String>,
    /// A command that leads there: where a flag says it, no account's server is meant.
    pub tunnel: Tunnel,
    /// Whom to ask about names.
    pub dns: Dns,
    /// Our name in EHLO.
    pub helo: Option<String>,
    /// How to get there, and who we are.
    pub connection: Connection,
    /// Where what was said stands.
    pub origins: Origins,
}

impl Told {
    /// By flags alone.
    pub fn new(server: Option<&str>, connection: &Connection) -> Told {
        Told {
            server: server.map(str::to_owned),
            tunnel: Tunnel::default(),
            dns: Dns::default(),
            helo: None,
            connection: connection.clone(),
            origins: Origins::default(),
        }
    }

    /// A failure that speaks of a flag which was not given names where its value stands instead.
    pub fn place(&self, failure: Failure) -> Failure {
        self.origins.place(failure)
    }
}
