//! From the flags of `send` to the way there: what was typed becomes what is meant, before any socket opens.

use std::sync::Arc;

use super::{Send, leave};
use crate::base::Exit;
use crate::cli::args::{Connection, Envelope, Global, TlsMode};
use crate::cli::chance;
use crate::cli::config::Told;
use crate::cli::error::Failure;
use crate::cli::output::timing::Stopwatch;
use crate::cli::terminal::Terminal;
use crate::cli::way;
use crate::client::Hello;
use crate::client::deliver::{Direct, Found, Habits, Pace, Utf8, Way, Which, Wishes};
use crate::net::endpoint::{Endpoint, Protocol, Scheme};
use crate::net::session::Stop;
use crate::net::tls_policy::IMPLICIT_PORTS;

/// To one server, or to those of each recipient's domain.
pub enum Plan {
    /// `--server`.
    Server(Box<Way>),
    /// No `--server`.
    Direct(Box<Direct>),
}

impl Plan {
    /// From here on every phase of every connection is timed.
    pub fn timed(&mut self) -> Arc<Stopwatch> {
        let sink = &mut self.way_mut().server.dial.sink;
        let stopwatch = Arc::new(Stopwatch::new(sink.take()));
        *sink = Some(stopwatch.clone());
        stopwatch
    }

    /// Nothing more is to be begun.
    pub fn is_over(&self) -> bool {
        self.way().server.is_over()
    }

    /// What holds wherever it goes.
    pub fn way(&self) -> &Way {
        match self {
            Plan::Server(way) => way,
            Plan::Direct(direct) => &direct.way,
        }
    }

    /// The same, to change it.
    pub fn way_mut(&mut self) -> &mut Way {
        match self {
            Plan::Server(way) => way,
            Plan::Direct(direct) => &mut direct.way,
        }
    }
}

/// What is told means. Everything ends once `stop` becomes true.
pub fn plan(
    args: &Send,
    told: &Told,
    wishes: Wishes,
    (global, terminal): (&Global, &Terminal),
    stop: Stop,
) -> Result<Plan, Failure> {
    let (envelope, Told { dns, tunnel, helo, .. }) = (&args.envelope, told);
    let leave = leave::leave(args)?;
    way::check_hello(helo.as_deref())?;
    let mut server = way::nowhere(&told.connection, (dns, tunnel), stop, (global, terminal))?;
    server.port = args.exchange.port.unwrap_or(25);
    server.tls = server.tls.at(server.port);
    let endpoint = match way::named("--server", told.server.as_deref(), tunnel)? {
        None if tunnel.tunnel.is_some() => Some(way::nameless(tunnel, &told.connection)?),
        named => named,
    };
    let implicit = match &endpoint {
        Some(endpoint) => endpoint.is_implicit(way::port(endpoint, Protocol::Smtp, false)?),
        None => IMPLICIT_PORTS.contains(&server.port),
    };
    let connection = &*leave::connection(leave, &told.connection, implicit)?;
    // Whoever says `may` asks for no verification, also where STARTTLS itself is what is tried.
    if told.connection.tls == Some(TlsMode::May) {
        server.tls = server.tls.lenient();
    }
    if endpoint.is_none() && server.dial.resolver.is_none() {
        server.dial.resolver = Some(Arc::new(way::resolver(dns, &connection.transport, global, &server.dial)?));
    }
    let way = Way {
        server,
        hello: helo.clone().or_else(way::host_name),
        greeting: if envelope.legacy_helo { Hello::Helo } else { Hello::Ehlo },
        habits: habits(args),
        wishes: Arc::new(wishes),
        leave,
        per_connection: envelope.per_connection,
        pace: args.many.rate.map(|rate| Arc::new(Pace::new(rate))),
        found: Found::default(),
        enough: None,
    };
    let plan = match endpoint {
        Some(endpoint) => {
            let (endpoint, greeting) = greeting(endpoint, envelope)?;
            let server = way::to_endpoint(endpoint, Protocol::Smtp, connection, way.server, terminal)?;
            Ok(Plan::Server(Box::new(Way { server, greeting, ..way })))
        }
        None if args.many.connections.get() > 1 => {
            let failure = Failure::usage("--connections", "each domain has one of its own, 16 at a time");
            Err(failure.hint("--server names the server to which there are to be several"))
        }
        None if envelope.protocol.as_deref() == Some("lmtp") => {
            let failure = Failure::usage("--protocol", "mail exchangers speak no LMTP (RFC 2033 §5)");
            Err(failure.hint("--server names the server that keeps the mailboxes"))
        }
        None => to_exchangers(way, args, connection).map(|direct| Plan::Direct(Box::new(direct))),
    }?;
    leave::check(leave, &plan)?;
    Ok(plan)
}

/// The server, and how it is greeted, as the URL says or `--protocol`.
fn greeting(mut endpoint: Endpoint, envelope: &Envelope) -> Result<(Endpoint, Hello), Failure> {
    let local = match (envelope.protocol.as_deref(), endpoint.scheme) {
        (None, scheme) => scheme == Some(Scheme::Lmtp),
        (Some(protocol), Some(scheme)) if (protocol == "lmtp") != (scheme == Scheme::Lmtp) => {
            return Err(Failure::usage("--protocol", "the URL of the server says another one"));
        }
        (Some(protocol), _) => protocol == "lmtp",
    };
    if local && envelope.legacy_helo {
        return Err(Failure::usage("--legacy-helo", "LMTP begins with LHLO (RFC 2033 §4.1)"));
    }
    if local {
        endpoint.scheme = Some(Scheme::Lmtp);
    }
    let hello = if envelope.legacy_helo { Hello::Helo } else { Hello::Ehlo };
    Ok((endpoint, if local { Hello::Lhlo } else { hello }))
}

fn to_exchangers(way: Way, args: &Send, connection: &Connection) -> Result<Direct, Failure> {
    let password = &connection.password;
    if password.user.is_some() || way::has_password(password) {
        let failure = Failure::usage("--user", "no mail exchanger of another domain lets us log in");
        return Err(failure.hint("--server names the submission server where that user has an account"));
    }
    let resolver = way.server.dial.resolver.clone();
    let resolver = resolver.ok_or_else(|| Failure::new(Exit::Software, "there is no resolver"))?;
    let which = match args.exchange.mx.as_deref() {
        Some("first") => Which::First,
        Some("each") => Which::Each,
        _ => Which::All,
    };
    let seed = args.exchange.seed.unwrap_or_else(chance::number);
    Ok(Direct { way, wanted: connection.tls.into(), resolver, which, seed })
}

fn habits(args: &Send) -> Habits {
    let envelope = &args.envelope;
    Habits {
        pipelining: envelope.pipeline == "auto",
        chunking: envelope.chunking == "auto" && args.message.raw_octets.is_none(),
        binary: args.message.content.is_binary(),
        smtputf8: match envelope.smtputf8.as_str() {
            "force" => Utf8::Force,
            "never" => Utf8::Never,
            _ => Utf8::Auto,
        },
    }
}
