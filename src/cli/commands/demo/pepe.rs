//! Pepe, as his servers know him and as he gets to them.

use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::{LOOPBACK, cannot_listen, dial, step};
use crate::base::Secret;
use crate::cli::args::Global;
use crate::cli::chance;
use crate::cli::error::Failure;
use crate::cli::terminal::Terminal;
use crate::client::{Account, Limits, Way};
use crate::net::Tls;
use crate::net::certificates::{self, Trust};
use crate::net::endpoint::Host;
use crate::net::listener::Listener;
use crate::net::tls::ServerTls;
use crate::net::tls_policy::Mode;
use crate::proto::sasl::{Credentials, Mechanism, Server, Users};
use crate::server::authenticate::Response;

/// Who he is there.
const USER: &str = "pepe";
const PASSWORD: &str = "goloso";

/// The only user.
pub struct Pepe;

impl Pepe {
    /// Whether that is him.
    pub fn is(user: &[u8], password: &[u8]) -> bool {
        user == USER.as_bytes() && password == PASSWORD.as_bytes()
    }
}

impl Users for Pepe {
    fn password(&self, user: &str) -> Option<Secret> {
        (user == USER).then(|| Secret::new(PASSWORD))
    }

    fn any_password(&self) -> bool {
        false
    }
}

/// A server of his: where it listens, what it presents, and what he trusts.
pub struct Stage {
    /// Where.
    pub listener: Listener,
    /// Its certificate with the key, if it has one.
    pub server: Option<ServerTls>,
    /// His side.
    pub client: Tls,
}

/// Puts up a server of this name at loopback.
pub async fn stage(host: &str, modern: bool) -> Result<Stage, Failure> {
    let room = tempfile::tempdir().map_err(|error| Failure::cannot_create(&std::env::temp_dir(), &error))?;
    let (tls, pem) = certificates::generate(&[host.to_owned()])?;
    let trusted = room.path().join("certificate.pem");
    std::fs::write(&trusted, pem).map_err(|error| Failure::cannot_create(&trusted, &error))?;
    let client = Tls::new(Trust::file(&trusted)?, None, false);
    let listener = Listener::bind(LOOPBACK).await.map_err(|error| cannot_listen(&error))?;
    Ok(Stage { listener, server: modern.then_some(tls), client })
}

/// His way to a server of this name that listens at this port of loopback.
pub fn way(
    host: &str,
    port: u16,
    modern: bool,
    tls: Tls,
    global: &Global,
    terminal: &Terminal,
) -> Result<Way, Failure> {
    let credentials = Credentials::with_password(USER, Secret::new(PASSWORD));
    let account = Account { credentials, mechanisms: None, insecure_auth: !modern, nonce: chance::token };
    Ok(Way {
        host: Host::Name(host.to_owned()),
        addresses: vec![IpAddr::V4(Ipv4Addr::LOCALHOST)],
        port,
        dial: dial(modern, global, terminal)?,
        mode: if modern { Mode::StartTls } else { Mode::Never },
        tls,
        account: Some(account),
        limits: Limits::each(step(global)),
        strict: true,
        sessions: Arc::default(),
    })
}

/// The server's end of an exchange; `None`: that mechanism is not spoken here.
pub fn exchange(mechanism: &str) -> Option<Server> {
    let mechanism = Mechanism::from_name(mechanism).filter(|known| *known == Mechanism::ScramSha256)?;
    Server::new(mechanism, &chance::token(), "", chance::token().as_bytes()).ok()
}

/// What a client says in an exchange.
pub fn response(encoded: &[u8]) -> Response {
    match encoded {
        b"*" => Response::Cancelled,
        b"=" => Response::Octets(Vec::new()),
        _ => STANDARD.decode(encoded).map_or(Response::Malformed, Response::Octets),
    }
}
