//! From the flags of `send` to the way there: what was typed becomes what is meant, before any socket opens.

use std::sync::Arc;

use super::Send;
use crate::base::Exit;
use crate::cli::args::{Envelope, Global};
use crate::cli::chance;
use crate::cli::error::Failure;
use crate::cli::terminal::Terminal;
use crate::cli::way;
use crate::client::deliver::{Direct, Habits, Utf8, Way, Which};
use crate::net::endpoint::Protocol;
use crate::net::session::Stop;

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
    let mut server = way::nowhere(connection, dns, stop, (global, terminal))?;
    server.port = args.exchange.port;
    if args.server.is_none() && server.dial.resolver.is_none() {
        server.dial.resolver = Some(Arc::new(way::resolver(dns, &connection.transport, global, &server.dial)?));
    }
    let way = Way {
        server,
        hello: envelope.helo.clone().or_else(way::host_name),
        legacy: envelope.legacy_helo,
        habits: habits(envelope),
        per_connection: envelope.per_connection,
    };
    match &args.server {
        Some(url) => {
            let server = way::to_server(url, Protocol::Smtp, connection, way.server, terminal)?;
            Ok(Plan::Server(Box::new(Way { server, ..way })))
        }
        None => to_exchangers(way, args).map(|direct| Plan::Direct(Box::new(direct))),
    }
}

fn to_exchangers(way: Way, args: &Send) -> Result<Direct, Failure> {
    let password = &args.connection.password;
    if password.user.is_some() || way::has_password(password) {
        let failure = Failure::usage("--user", "no mail exchanger of another domain lets us log in");
        return Err(failure.hint("--server names the submission server where that user has an account"));
    }
    let resolver = way.server.dial.resolver.clone();
    let resolver = resolver.ok_or_else(|| Failure::new(Exit::Software, "there is no resolver"))?;
    let which = match args.exchange.mx.as_str() {
        "first" => Which::First,
        "each" => Which::Each,
        _ => Which::All,
    };
    let seed = args.exchange.seed.unwrap_or_else(chance::number);
    Ok(Direct { way, wanted: args.connection.tls.into(), resolver, which, seed })
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
