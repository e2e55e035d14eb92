//! What every client command makes of the flags of a connection: how to dial, whom to trust, who we are.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use super::args::{Dns, Global, Password, Transport};
use super::chance;
use super::commands::{deadline, duration};
use super::error::Failure;
use super::password;
use super::terminal::Terminal;
use crate::base::Domain;
use crate::client::Limits;
use crate::client::deliver::Account;
use crate::net::certificates::Trust;
use crate::net::dial::{Dial, Family};
use crate::net::resolver::{self, Settings};
use crate::net::session::Stop;
use crate::net::{Resolver, Tls};
use crate::proto::sasl::{Credentials, Mechanism};

/// The longest wait for one address to answer.
const CONNECT: Duration = Duration::from_secs(30);

/// How connections are made, and where they are told. Everything ends once `stop` becomes true.
pub fn dial(
    transport: &Transport,
    dns: &Dns,
    stop: Stop,
    global: &Global,
    terminal: &Terminal,
) -> Result<Dial, Failure> {
    let mut dial = Dial {
        family: family(transport),
        timeout: global.timeout.map_or(CONNECT, duration),
        deadline: deadline(global),
        stop,
        sink: terminal.sink()?,
        resolver: None,
    };
    if !dns.dns.is_empty() {
        dial.resolver = Some(Arc::new(resolver(dns, transport, global, &dial)?));
    }
    Ok(dial)
}

/// Whom to ask about names, this machine's name servers if no others are given: told where `dial` tells, and ended
/// when that ends.
pub fn resolver(flags: &Dns, transport: &Transport, global: &Global, dial: &Dial) -> Result<Resolver, Failure> {
    let wrong = |text| Failure::usage("--dns", format!("{text:?} is not [NAME@]IP or [NAME@]IP:PORT"));
    let over = flags.dns_over.into();
    let servers = match flags.servers().map_err(wrong)? {
        named if !named.is_empty() => Ok(named),
        _ => resolver::system_servers(over),
    };
    Ok(Resolver::new(Settings {
        servers,
        over,
        timeout: global.timeout.map_or(resolver::TIMEOUT, duration),
        tls: Tls::new(trust(transport.ca.as_deref())?, None, transport.insecure),
        deadline: dial.deadline,
        stop: dial.stop.clone(),
        sink: dial.sink.clone(),
        strict: global.strict,
    }))
}

/// How long each step may take.
pub fn limits(global: &Global) -> Limits {
    global.timeout.map(duration).map_or_else(Limits::default, Limits::each)
}

/// Whom to trust, and by which name.
pub fn tls(transport: &Transport) -> Result<Tls, Failure> {
    if let Some(name) = &transport.sni {
        check_plain("--sni", name)?;
    }
    Ok(Tls::new(trust(transport.ca.as_deref())?, transport.sni.clone(), transport.insecure))
}

/// Who logs in, and how. The password is read, or asked for.
pub fn account(flags: &Password, user: String, terminal: &Terminal) -> Result<Account, Failure> {
    check_plain("--user", &user)?;
    let mechanisms = mechanisms(flags)?;
    let password = password::read(flags, &user, terminal)?;
    Ok(Account {
        credentials: Credentials { authcid: user, authzid: None, password },
        mechanisms: (!mechanisms.is_empty()).then_some(mechanisms),
        insecure_auth: flags.insecure_auth,
        nonce: chance::token,
    })
}

/// The mechanisms that `--auth` names.
pub fn mechanisms(flags: &Password) -> Result<Vec<Mechanism>, Failure> {
    let named = flags.auth.iter().map(|name| {
        Mechanism::from_name(name).ok_or_else(|| {
            let known: Vec<_> = Mechanism::ALL.iter().map(|mechanism| mechanism.name()).collect();
            Failure::usage("--auth", format!("{name:?} is not one of {}", known.join(", ")))
        })
    });
    named.collect()
}

/// Nothing may be said to a server that ends a line early.
pub fn check_plain(argument: &str, text: &str) -> Result<(), Failure> {
    match text.chars().find(|c| c.is_control()) {
        Some(c) => Err(Failure::usage(argument, format!("the control character {c:?} cannot stand here"))),
        None => Ok(()),
    }
}

/// What `--helo` gives must be one word.
pub fn check_hello(name: Option<&str>) -> Result<(), Failure> {
    let Some(name) = name else { return Ok(()) };
    check_plain("--helo", name)?;
    match name.is_empty() || name.contains(' ') {
        true => Err(Failure::usage("--helo", "one name without spaces is expected")),
        false => Ok(()),
    }
}

/// This host's name, if it has a domain.
pub fn host_name() -> Option<String> {
    let name = gethostname::gethostname().into_string().ok()?;
    let qualified = name.contains('.') && Domain::parse(&name).is_ok_and(|domain| domain.is_ascii());
    qualified.then_some(name)
}

fn family(transport: &Transport) -> Family {
    match (transport.ipv4, transport.ipv6) {
        (true, _) => Family::V4,
        (_, true) => Family::V6,
        _ => Family::Any,
    }
}

fn trust(ca: Option<&str>) -> Result<Trust, Failure> {
    match ca {
        None => Ok(Trust::mozilla()),
        Some("system") => Ok(Trust::system()?),
        Some(path) => Trust::file(Path::new(path)).map_err(|error| Failure::from(error).at("--ca")),
    }
}
