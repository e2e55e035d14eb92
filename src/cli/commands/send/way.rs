//! From the flags of a connection to the way there: what was typed becomes what is meant, before any socket opens.

use std::path::Path;
use std::sync::atomic::AtomicU32;
use std::time::Duration;

use super::check_plain;
use crate::cli::args::{Connection, Envelope, Global, Password};
use crate::cli::chance;
use crate::cli::commands::duration;
use crate::cli::error::Failure;
use crate::cli::password;
use crate::cli::terminal::Terminal;
use crate::client::Limits;
use crate::client::deliver::{Account, Habits, Utf8, Way};
use crate::net::certificates::Trust;
use crate::net::dial::{Dial, Family};
use crate::net::endpoint::{Endpoint, Scheme};
use crate::net::tls_policy::{self, Facts, IMPLICIT_PORTS, Mode};
use crate::net::{Tls, endpoint};
use crate::proto::sasl::{Credentials, Mechanism};
use crate::transcript::Weight;

/// The longest wait for one address to answer.
const CONNECT: Duration = Duration::from_secs(30);

/// What the flags mean.
pub fn plan(
    connection: &Connection,
    envelope: &Envelope,
    global: &Global,
    deadline: impl Fn(&Global) -> Option<tokio::time::Instant>,
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
    if let Some(name) = &connection.sni {
        check_plain("--sni", name)?;
    }
    let trust = trust(connection.ca.as_deref())?;
    let account = user.map(|user| account(connection, user, terminal)).transpose()?;
    if account.is_none() && has_password(&connection.password) {
        return Err(Failure::usage("--user", "there is a password or a mechanism, but no user to log in as"));
    }
    let port = endpoint.smtp_port(account.is_some());
    let mode = mode(connection, &endpoint, port, account.is_some(), terminal);
    let family = match (connection.ipv4, connection.ipv6) {
        (true, _) => Family::V4,
        (_, true) => Family::V6,
        _ => Family::Any,
    };
    let each = global.timeout.map(duration);
    let dial = Dial {
        family,
        timeout: each.unwrap_or(CONNECT),
        deadline: deadline(global),
        stop: None,
        sink: terminal.sink()?,
    };
    Ok(Way {
        host: endpoint.host,
        port,
        dial,
        mode,
        tls: Tls::new(trust, connection.sni.clone(), connection.insecure),
        hello: envelope.helo.clone().or_else(host_name),
        legacy: envelope.legacy_helo,
        account,
        limits: each.map_or_else(Limits::default, Limits::each),
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
    if mode == Mode::Never && (connection.ca.is_some() || connection.sni.is_some()) {
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

fn trust(ca: Option<&str>) -> Result<Trust, Failure> {
    match ca {
        None => Ok(Trust::mozilla()),
        Some("system") => Ok(Trust::system()?),
        Some(path) => Trust::file(Path::new(path)).map_err(|error| Failure::from(error).at("--ca")),
    }
}

fn account(connection: &Connection, user: String, terminal: &Terminal) -> Result<Account, Failure> {
    let flags = &connection.password;
    check_plain("--user", &user)?;
    let named = flags.auth.iter().map(|name| {
        Mechanism::from_name(name).ok_or_else(|| {
            let known: Vec<_> = Mechanism::ALL.iter().map(|mechanism| mechanism.name()).collect();
            Failure::usage("--auth", format!("{name:?} is not one of {}", known.join(", ")))
        })
    });
    let mechanisms = named.collect::<Result<Vec<_>, _>>()?;
    let password = password::read(flags, &user, terminal)?;
    Ok(Account {
        credentials: Credentials { authcid: user, authzid: None, password },
        mechanisms: (!mechanisms.is_empty()).then_some(mechanisms),
        insecure_auth: flags.insecure_auth,
        nonce: chance::token,
    })
}

/// This host's name, if it has a domain.
pub fn host_name() -> Option<String> {
    let name = gethostname::gethostname().into_string().ok()?;
    let qualified = name.contains('.') && crate::base::Domain::parse(&name).is_ok_and(|domain| domain.is_ascii());
    qualified.then_some(name)
}
