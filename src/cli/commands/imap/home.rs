//! Which server keeps the mail, as `--server` says it, the URLs of messages, or the account, and what it is called in
//! URLs of ours.

use super::Imap;
use super::conversation::At;
use crate::cli::args::Connection;
use crate::cli::config::{Config, Service, Told};
use crate::cli::error::Failure;
use crate::cli::way;
use crate::client::imap;
use crate::net::endpoint::{Endpoint, Host, Protocol};
use crate::net::tls_policy::{self, Facts, Mode};
use crate::proto::imap::Url;
use crate::proto::imap::url::Server;

/// The server that keeps the mail.
pub struct Home {
    /// Where it is, and whose mail.
    pub endpoint: Endpoint,
    /// What it is called in URLs; `None`: a socket, or what a command leads to, which no URL names.
    server: Option<Server>,
    /// What flags say of it, and what holds where they say nothing.
    told: Told,
}

impl Home {
    /// What `--server` names, else the URLs of messages, else the account.
    ///
    /// # Errors
    /// None of them says it, or they do not say the same (64).
    pub fn new(args: &Imap, meant: Option<&Server>, (global, terminal): At<'_>) -> Result<Home, Failure> {
        let config = Config::load(global, terminal)?;
        let choice = config.choose(None)?;
        let (tunnel, dns) = (args.tunnel.clone(), args.dns.clone());
        let mut told = Told { tunnel, dns, ..Told::new(args.server.as_deref(), &args.connection) };
        // The URLs know better than an account that nobody names where the mail is; it may have the secret for there.
        if let Some(meant) =
            meant.filter(|_| told.server.is_none() && told.tunnel.tunnel.is_none() && !choice.is_named())
        {
            told.server = Some(place(meant));
            let user = &mut told.connection.password.user;
            if user.is_some() && meant.user.is_some() && *user != meant.user {
                let text = format!("the mail of {} is another user's", name(&endpoint(meant)?));
                return Err(Failure::usage("SEL", text));
            }
            *user = user.take().or_else(|| meant.user.clone());
        }
        let told = config.fill(told, Service::Imap, &choice, terminal)?;
        Home::of(meant, &told).map_err(|failure| told.place(failure))
    }

    fn of(meant: Option<&Server>, told: &Told) -> Result<Home, Failure> {
        let (meant, auth) = (meant.map(endpoint).transpose()?, meant.and_then(|server| server.auth.clone()));
        let named = way::named("--server", told.server.as_deref(), &told.tunnel)?;
        let user = told.connection.password.user.clone();
        let named = named.map(|endpoint| Endpoint { user: user.clone().or(endpoint.user.clone()), ..endpoint });
        let endpoint = match (named, meant) {
            (Some(named), Some(meant)) if is_same(&named, &meant) => {
                Endpoint { user: named.user.or(meant.user), ..named }
            }
            (Some(named), Some(meant)) => {
                let text = format!("{} is another server than {}, or another user's", name(&meant), name(&named));
                return Err(Failure::usage("SEL", text));
            }
            (None, Some(meant)) => Endpoint { user: meant.user.or(user), ..meant },
            (Some(named), None) => named,
            (None, None) => Endpoint { user, ..way::nameless(&told.tunnel, &told.connection)? },
        };
        let mut told = told.clone();
        told.connection.password.user.clone_from(&endpoint.user);
        if told.connection.password.auth.is_empty() {
            told.connection.password.auth.extend(auth);
        }
        let server = server(&endpoint, &told.connection)?;
        Ok(Home { endpoint, server, told })
    }

    /// What is known of the way there.
    pub fn told(&self) -> &Told {
        &self.told
    }

    /// The URL of the mailbox that is selected.
    pub fn url(&self, imap: &imap::Imap) -> Url {
        let known = |mailbox: &imap::Mailbox| (mailbox.name.clone(), mailbox.uid_validity.filter(|&n| n > 0));
        let (mailbox, uid_validity) = imap.selected().map(known).unwrap_or_default();
        self.mailbox(&mailbox, uid_validity)
    }

    /// The URL of a mailbox.
    pub fn mailbox(&self, name: &str, uid_validity: Option<u32>) -> Url {
        Url { server: self.server.clone(), mailbox: name.to_owned(), uid_validity, ..Url::default() }
    }
}

/// Whether two URLs mean the same server and user.
///
/// # Errors
/// One of them names a host that there cannot be (64).
pub fn agree(one: &Server, other: &Server) -> Result<bool, Failure> {
    Ok(is_same(&endpoint(one)?, &endpoint(other)?))
}

/// One of them may leave the user to the other; the ports that all servers have are one.
fn is_same(one: &Endpoint, other: &Endpoint) -> bool {
    let host = match (&one.host, &other.host) {
        (Host::Name(one), Host::Name(other)) => one.eq_ignore_ascii_case(other),
        (one, other) => one == other,
    };
    let port = |endpoint: &Endpoint| endpoint.port.filter(|port| ![143, 993].contains(port));
    let users = one.user.as_ref().zip(other.user.as_ref());
    host && port(one) == port(other) && users.is_none_or(|(one, other)| one == other)
}

/// The server alone, as a URL.
fn place(server: &Server) -> String {
    Server { user: None, auth: None, ..server.clone() }.to_string()
}

fn endpoint(server: &Server) -> Result<Endpoint, Failure> {
    let endpoint = Endpoint::parse(&place(server)).map_err(|error| Failure::usage("SEL", error))?;
    Ok(Endpoint { user: server.user.clone(), ..endpoint })
}

fn server(endpoint: &Endpoint, flags: &Connection) -> Result<Option<Server>, Failure> {
    let port = way::port(endpoint, Protocol::Imap, true)?;
    if matches!(endpoint.host, Host::Unix(_) | Host::Nameless) {
        return Ok(None);
    }
    let (implicit_port, local) = (endpoint.is_implicit(port), endpoint.host.is_local());
    let (wanted, pinned) = (flags.tls.into(), !flags.transport.handshake.pins.is_empty());
    let facts = Facts { wanted, implicit_port, local, secret: endpoint.user.is_some(), pinned };
    let tls = tls_policy::mode(facts) == Mode::Implicit;
    let port = Some(port).filter(|port| *port != if tls { 993 } else { 143 });
    Ok(Some(Server { tls, user: endpoint.user.clone(), auth: None, host: endpoint.host.to_string(), port }))
}

/// A server, for people.
fn name(endpoint: &Endpoint) -> String {
    let user = endpoint.user.as_ref().map_or_else(String::new, |user| format!("{user}@"));
    let port = endpoint.port.map_or_else(String::new, |port| format!(":{port}"));
    format!("{user}{}{port}", endpoint.host)
}
