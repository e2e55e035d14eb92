//! From the flags of `send` to the way there: what was typed becomes what is meant, before any socket opens.

use std::sync::Arc;

use super::Send;
use crate::base::Exit;
use crate::cli::args::{Connection, Envelope, Global, Password};
use crate::cli::chance;
use crate::cli::error::Failure;
use crate::cli::terminal::Terminal;
use crate::cli::way;
use crate::client::deliver::{Direct, Habits, Utf8, Way, Which};
use crate::net::endpoint::{Endpoint, Host, Scheme};
use crate::net::session::Stop;
use crate::net::tls_policy::{self, Facts, IMPLICIT_PORTS, Mode};
use crate::transcript::Weight;

/// To one server, or to those of each recipient's domain.
pub enum Plan {
    /// `--server`.
    Server(Box<Way>),
    /// No `--server`.
    Direct(Box<Direct>),
}

/// What the flags mean. Everything ends once `stop` becomes true.
pub fn plan(args: &Send, global: &Global, terminal: &Terminal, stop: Stop) -> Result<Plan, Failure> {
    let Send { connection, envelope, dns, .. } = args;
    way::check_hello(envelope.helo.as_deref())?;
    let tls = way::tls(&connection.transport)?;
    let mut dial = way::dial(&connection.transport, dns, stop, global, terminal)?;
    if connection.server.is_none() && dial.resolver.is_none() {
        dial.resolver = Some(Arc::new(way::resolver(dns, &connection.transport, global, &dial)?));
    }
    let way = Way {
        host: Host::Name(String::new()),
        addresses: Vec::new(),
        port: args.exchange.port,
        dial,
        mode: Mode::May,
        tls,
        hello: envelope.helo.clone().or_else(way::host_name),
        legacy: envelope.legacy_helo,
        account: None,
        limits: way::limits(global),
        habits: habits(envelope),
        per_connection: envelope.per_connection,
        strict: global.strict,
        sessions: Arc::default(),
    };
    match &connection.server {
        Some(server) => to_server(server, way, connection, terminal).map(|way| Plan::Server(Box::new(way))),
        None => to_exchangers(way, args).map(|direct| Plan::Direct(Box::new(direct))),
    }
}

fn to_server(server: &str, way: Way, connection: &Connection, terminal: &Terminal) -> Result<Way, Failure> {
    let endpoint = Endpoint::parse(server).map_err(|error| Failure::usage("--server", error))?;
    let user = connection.password.user.clone().or_else(|| endpoint.user.clone());
    let account = user.map(|user| way::account(&connection.password, user, terminal)).transpose()?;
    if account.is_none() && has_password(&connection.password) {
        return Err(Failure::usage("--user", "there is a password or a mechanism, but no user to log in as"));
    }
    let port = endpoint.smtp_port(account.is_some());
    let mode = mode(connection, &endpoint, port, account.is_some(), terminal);
    Ok(Way { host: endpoint.host, port, mode, account, ..way })
}

fn to_exchangers(way: Way, args: &Send) -> Result<Direct, Failure> {
    let password = &args.connection.password;
    if password.user.is_some() || has_password(password) {
        let failure = Failure::usage("--user", "no mail exchanger of another domain lets us log in");
        return Err(failure.hint("--server names the submission server where that user has an account"));
    }
    let resolver = way.dial.resolver.clone();
    let resolver = resolver.ok_or_else(|| Failure::new(Exit::Software, "there is no resolver"))?;
    let which = match args.exchange.mx.as_str() {
        "first" => Which::First,
        "each" => Which::Each,
        _ => Which::All,
    };
    let seed = args.exchange.seed.unwrap_or_else(chance::number);
    Ok(Direct { way, wanted: args.connection.tls.into(), resolver, which, seed })
}

/// When TLS is spoken, and what is odd about it.
fn mode(connection: &Connection, endpoint: &Endpoint, port: u16, secret: bool, terminal: &Terminal) -> Mode {
    let unix = matches!(endpoint.host, Host::Unix(_));
    if port == 585 && !unix {
        terminal.note(Weight::Info, "port 585 was withdrawn long ago; 465 is the one for implicit TLS");
    }
    let mode = tls_policy::mode(Facts {
        wanted: connection.tls.into(),
        implicit_port: endpoint.scheme == Some(Scheme::Smtps) || (!unix && IMPLICIT_PORTS.contains(&port)),
        local: endpoint.host.is_local(),
        secret,
    });
    if mode == Mode::Never && (connection.transport.ca.is_some() || connection.transport.sni.is_some()) {
        let text = "--ca and --sni change nothing: no TLS is spoken here; --tls starttls asks for it";
        terminal.note(Weight::Warning, text);
    }
    mode
}

fn has_password(flags: &Password) -> bool {
    let sources = [flags.password_file.is_some(), flags.password_cmd.is_some(), flags.password_env.is_some()];
    sources.contains(&true) || flags.password.is_some() || !flags.auth.is_empty() || flags.insecure_auth
}

fn habits(envelope: &Envelope) -> Habits {
    Habits {
        pipelining: envelope.pipeline == "auto",
        chunking: envelope.chunking == "auto",
        smtputf8: match envelope.smtputf8.as_str() {
            "force" => Utf8::Force,
            "never" => Utf8::Never,
            _ => Utf8::Auto,
        },
    }
}
