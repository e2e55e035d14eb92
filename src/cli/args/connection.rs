//! The way to a server and who we are there.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{Handshake, Route};
use crate::base::Secret;
use crate::net::tls_policy::Wanted;

/// The way to a server. As all flags of a connection they may stand before a verb or behind it.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Connection")]
pub struct Connection {
    /// When to speak TLS; auto: implicit on 465, 993 and 995, none to a literal loopback address, starttls with a password, else may [default: auto]
    #[arg(long, global = true, value_name = "MODE")]
    pub tls: Option<TlsMode>,
    #[command(flatten)]
    pub transport: Transport,
    #[command(flatten)]
    pub route: Route,
    #[command(flatten)]
    pub password: Password,
}

/// The way to a server may be a command.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Connection")]
pub struct Tunnel {
    /// Reach the server through the standard input and output of this command, run by sh -c, and nothing is dialled: 'ssh host /usr/lib/dovecot/imap' (…/pop3 for POP3), 'sendmail -bs' for SMTP. The URL of the server then only says the name and the TLS; without it there is no TLS
    #[arg(long, global = true, value_name = "CMD", conflicts_with_all = ["ipv4", "ipv6", "dns", "resolve", "bind", "proxy"])]
    pub tunnel: Option<String>,
}

/// How to get there, and whom to trust.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Connection")]
pub struct Transport {
    /// Take any certificate; every line is marked so
    #[arg(long, global = true)]
    pub insecure: bool,
    /// Trust the certificates of this PEM file (issuers, or the server's own), or those of the system [default: Mozilla's]
    #[arg(long, global = true, value_name = "FILE|system")]
    pub ca: Option<String>,
    /// The name to ask for and verify instead of the server's
    #[arg(long, global = true, value_name = "NAME")]
    pub sni: Option<String>,
    #[command(flatten)]
    pub handshake: Handshake,
    /// IPv4 only
    #[arg(short = '4', long, global = true, conflicts_with = "ipv6")]
    pub ipv4: bool,
    /// IPv6 only
    #[arg(short = '6', long, global = true)]
    pub ipv6: bool,
}

/// Who we are.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Authentication")]
pub struct Password {
    /// Log in as this user
    #[arg(short, long, global = true)]
    pub user: Option<String>,
    /// The password is the first line of this file
    #[arg(long, global = true, value_name = "FILE", group = "secret")]
    pub password_file: Option<PathBuf>,
    /// The password is the first line that this command prints
    #[arg(long, global = true, value_name = "CMD", group = "secret")]
    pub password_cmd: Option<String>,
    /// The password is in this environment variable
    #[arg(long, global = true, value_name = "VAR", group = "secret")]
    pub password_env: Option<String>,
    /// The password itself: every user of this machine can see it
    #[arg(long, global = true, value_name = "VALUE", group = "secret")]
    pub password: Option<String>,
    /// The password itself, from where nobody else can see it
    #[arg(skip)]
    pub kept: Option<Secret>,
    /// The OAuth access token for OAUTHBEARER and XOAUTH2 is the first line that this command prints
    #[arg(long, global = true, value_name = "CMD", group = "secret")]
    pub token_cmd: Option<String>,
    /// Mechanisms to try, in this order [default: the strongest offered; EXTERNAL and ANONYMOUS only when named here]
    #[arg(long, global = true, value_name = "MECH,…", value_delimiter = ',')]
    pub auth: Vec<String>,
    /// Password or token may go over clear text
    #[arg(long, global = true)]
    pub insecure_auth: bool,
}

/// When to speak TLS.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum TlsMode {
    /// By port, address and password
    Auto,
    /// Clear text
    Never,
    /// STARTTLS if offered, unverified; clear text if it fails
    May,
    /// STARTTLS, verified, or nothing
    Starttls,
    /// From the first octet, verified
    Implicit,
}

impl From<TlsMode> for Wanted {
    fn from(mode: TlsMode) -> Wanted {
        match mode {
            TlsMode::Auto => Wanted::Auto,
            TlsMode::Never => Wanted::Never,
            TlsMode::May => Wanted::May,
            TlsMode::Starttls => Wanted::StartTls,
            TlsMode::Implicit => Wanted::Implicit,
        }
    }
}

impl From<Option<TlsMode>> for Wanted {
    fn from(mode: Option<TlsMode>) -> Wanted {
        mode.unwrap_or(TlsMode::Auto).into()
    }
}
