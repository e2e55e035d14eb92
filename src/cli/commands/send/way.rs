//! From the flags of `send` to the way there: what was typed becomes what is meant, before any socket opens.

use std::sync::atomic::AtomicU32;

use crate::cli::args::{Connection, Envelope, Global, Password};
use crate::cli::error::Failure;
use crate::cli::terminal::Terminal;
use crate::cli::way::{self, check_plain};
use crate::client::deliver::{Habits, Utf8, Way};
use crate::net::endpoint::{self, Endpoint, Scheme};
use crate::net::tls_policy::{self, Facts, IMPLICIT_PORTS, Mode};
use crate::transcript::Weight;

/// What the flags mean.
pub fn plan(
    connection: &Connection,
    envelope: &Envelope,
    global: &Global,
    terminal: &Terminal,
) -> Result<Way, Failure> {
    let endpoint = Endpoint::parse(connection.server.as_deref().unwrap_or_default())
        .map_err(|error| Failure::usage("--server", error))?;
    let user = connection.password.user.clone().or_else(|| endpoint.user.clone());
    if let Some(hello) = &envelope.helo {
        check_plain("--helo", hello)?;
        if hello.is_empty() || hello.contains(' ') {
            return Err(Failure::usage("--helo", "one name without spaces is expected"));
        }
    }
    let tls = way::tls(&connection.transport)?;
    let account = user.map(|user| way::account(&connection.password, user, terminal)).transpose()?;
    if account.is_none() && has_password(&connection.password) {
        return Err(Failure::usage("--user", "there is a password or a mechanism, but no user to log in as"));
    }
    let port = endpoint.smtp_port(account.is_some());
    let mode = mode(connection, &endpoint, port, account.is_some(), terminal);
    Ok(Way {
        host: endpoint.host,
        port,
        dial: way::dial(&connection.transport, global, terminal)?,
        mode,
        tls,
        hello: envelope.helo.clone().or_else(way::host_name),
        legacy: envelope.legacy_helo,
        account,
        limits: way::limits(global),
        habits: habits(envelope),
        strict: global.strict,
        sessions: AtomicU32::new(0),
    })
}

/// When TLS is spoken, and what is odd about it.
fn mode(connection: &Connection, endpoint: &Endpoint, port: u16, secret: bool, terminal: &Terminal) -> Mode {
    let unix = matches!(endpoint.host, endpoint::Host::Unix(_));
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
