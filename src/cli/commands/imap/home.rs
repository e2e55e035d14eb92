//! Which server keeps the mail, as `--server` says it or the URLs of messages, and what it is called in URLs of ours.

use super::Imap;
use crate::cli::args::Connection;
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
    /// How the URLs of messages want the user to log in.
    auth: Option<String>,
    /// What it is called in URLs; `None`: a socket, or what a command leads to, which no URL names.
    server: Option<Server>,
}

impl Home {
    /// What `--server` names, else the URLs of messages.
    ///
    /// # Errors
    /// Neither says it, or they do not say the same (64).
    pub fn new(args: &Imap, meant: Option<&Server>) -> Result<Home, Failure> {
        let named = way::named(args.server.as_deref(), &args.tunnel)?;
        let user = args.connection.password.user.clone();
        let named = named.map(|endpoint| Endpoint { user: user.clone().or(endpoint.user.clone()), ..endpoint });
        let (meant, auth) = (meant.map(endpoint).transpose()?, meant.and_then(|server| server.auth.clone()));
        let endpoint = match (named, meant) {
            (Some(named), Some(meant)) if is_same(&named, &meant) => {
                Endpoint { user: named.user.or(meant.user), ..named }
            }
            (Some(named), Some(meant)) => {
                let text = format!("{} is another server than {}, or another user's", name(&meant), name(&named));
                return Err(Failure::usage("SEL", text));
            }
            (None, Some(meant)) if user.is_some() && meant.user.is_some() && user != meant.user => {
                return Err(Failure::usage("SEL", format!("the mail of {} is another user's", name(&meant))));
            }
            (None, Some(meant)) => Endpoint { user: meant.user.or(user), ..meant },
            (Some(named), None) => named,
            (None, None) => Endpoint { user, ..way::nameless(&args.tunnel, &args.connection)? },
        };
        let server = server(&endpoint, &args.connection)?;
        Ok(Home { endpoint, auth, server })
    }

    /// The flags of the connection with what the URLs say beside them.
    pub fn connection(&self, flags: &Connection) -> Connection {
        let mut connection = flags.clone();
        connection.password.user.clone_from(&self.endpoint.user);
        if connection.password.auth.is_empty() {
            connection.password.auth.extend(self.auth.clone());
        }
        connection
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

fn endpoint(server: &Server) -> Result<Endpoint, Failure> {
    let place = Server { user: None, auth: None, ..server.clone() }.to_string();
    let endpoint = Endpoint::parse(&place).map_err(|error| Failure::usage("SEL", error))?;
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
