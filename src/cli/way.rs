//! What every client command makes of the flags of a connection: how to dial, whom to trust, who we are.

use std::net::IpAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use super::args::{Connection, Dns, Global, Password, Route, TlsMode, Transport, Tunnel};
use super::chance;
use super::commands::duration;
use super::error::Failure;
use super::handshake::handshake;
use super::password;
use super::proxies::proxies;
use super::terminal::Terminal;
use crate::base::Domain;
use crate::client::{self, Account, Limits};
use crate::net::certificates::Trust;
use crate::net::dial::{Dial, Family};
use crate::net::endpoint::{Endpoint, Host, Protocol, Scheme};
use crate::net::resolver::{self, Settings};
use crate::net::session::Stop;
use crate::net::tls_policy::{self, Facts, Mode};
use crate::net::{Deadline, Resolver, Tls};
use crate::proto::sasl::{Credentials, Mechanism};
use crate::transcript::Weight;

/// The longest wait for one address to answer.
const CONNECT: Duration = Duration::from_secs(30);

/// The way to nobody yet: whom to trust, how to connect, how long to wait.
pub fn nowhere(
    connection: &Connection,
    (dns, tunnel): (&Dns, &Tunnel),
    stop: Stop,
    at: (&Global, &Terminal),
) -> Result<client::Way, Failure> {
    let (global, terminal) = at;
    check_pins(&connection.transport, connection.tls)?;
    let dial = by_route(&connection.route, dial(&connection.transport, dns, stop, global, terminal)?)?;
    Ok(client::Way {
        host: Host::Name(String::new()),
        addresses: Vec::new(),
        port: 0,
        tls: tls(&connection.transport)?,
        dial: Dial { tunnel: tunnel.tunnel.clone(), ..dial },
        mode: Mode::May,
        account: None,
        limits: limits(global),
        strict: global.strict,
        sessions: Arc::default(),
    })
}

/// The server that `argument` names, as `--server` does. `None`: it stands elsewhere, or nowhere.
pub fn named(argument: &str, server: Option<&str>, tunnel: &Tunnel) -> Result<Option<Endpoint>, Failure> {
    let named = server.map(Endpoint::parse).transpose().map_err(|error| Failure::usage(argument, error))?;
    match &named {
        Some(Endpoint { host: Host::Unix(_), .. }) if tunnel.tunnel.is_some() => {
            Err(Failure::usage("--tunnel", "a command or a socket: both cannot lead to the server"))
        }
        _ => Ok(named),
    }
}

/// What nothing names: whatever the command of `--tunnel` leads to.
pub fn nameless(tunnel: &Tunnel, connection: &Connection) -> Result<Endpoint, Failure> {
    if tunnel.tunnel.is_none() {
        let failure = Failure::usage("--server", "which server keeps the mail is not said");
        return Err(
            failure.hint("-s HOST, an account of the configuration, or --tunnel CMD for a command that leads to it")
        );
    }
    let pinned = !connection.transport.handshake.pins.is_empty();
    match connection.tls {
        None | Some(TlsMode::Auto) if pinned => {
            Err(Failure::usage("--pin", "whose certificate it is to be is not said: -s NAME"))
        }
        Some(TlsMode::May | TlsMode::Starttls | TlsMode::Implicit) => {
            Err(Failure::usage("--tls", "the name that the certificate is to be for is not said: -s NAME"))
        }
        Some(TlsMode::Auto | TlsMode::Never) | None => {
            Ok(Endpoint { scheme: None, user: None, host: Host::Nameless, port: None })
        }
    }
}

/// The way to a server, as the user that the flags or the URL name.
pub fn to_endpoint(
    endpoint: Endpoint,
    protocol: Protocol,
    connection: &Connection,
    way: client::Way,
    terminal: &Terminal,
) -> Result<client::Way, Failure> {
    let user = user(connection, &endpoint)?;
    let port = port(&endpoint, protocol, user.is_some())?;
    check_route(&connection.route, &endpoint.host)?;
    let account = user.map(|user| account(&connection.password, user, (way.dial.deadline, terminal))).transpose()?;
    if account.is_none() && has_password(&connection.password) {
        return Err(Failure::usage("--user", "there is a password or a mechanism, but no user to log in as"));
    }
    let mode = mode(connection, (&endpoint, port), &way, account.is_some(), terminal);
    let tls = way.tls.at(port);
    let secret = account.as_ref().and_then(|account| account.credentials.secret().cloned());
    let dial = Dial { secret, ..way.dial };
    Ok(client::Way { host: endpoint.host, port, dial, tls, mode, account, ..way })
}

/// Who logs in, if anybody does: where nobody is named, whoever the server sees in a certificate of ours (RFC 4422 §A).
pub fn user(connection: &Connection, endpoint: &Endpoint) -> Result<Option<String>, Failure> {
    let named = connection.password.user.clone().or_else(|| endpoint.user.clone());
    Ok(named.or(is_seen(connection)?.then(String::new)))
}

/// Whether whoever logs in need not be named: a certificate of ours says it, and nothing else is to be shown.
fn is_seen(connection: &Connection) -> Result<bool, Failure> {
    let mechanisms = mechanisms(&connection.password)?;
    Ok(connection.transport.handshake.client_cert.is_some() && password::is_bare(&mechanisms))
}

/// What is spoken, where the command does not say it: as the scheme says, or the port.
pub fn protocol(endpoint: &Endpoint) -> Protocol {
    match (endpoint.scheme, endpoint.port) {
        (Some(scheme), _) => scheme.protocol(),
        (None, Some(110 | 995)) => Protocol::Pop3,
        (None, Some(143 | 993)) => Protocol::Imap,
        (None, _) => Protocol::Smtp,
    }
}

/// The port of a server that `--server` names.
///
/// # Errors
/// Its scheme is one of another protocol.
pub fn port(endpoint: &Endpoint, protocol: Protocol, with_user: bool) -> Result<u16, Failure> {
    let port = endpoint.port_of(protocol, with_user);
    port.map_err(|error| Failure::usage("--server", error).hint(speaker(endpoint)))
}

/// Who speaks what the scheme says.
fn speaker(endpoint: &Endpoint) -> &'static str {
    match endpoint.scheme.map(Scheme::protocol) {
        Some(Protocol::Pop3) => "mailtool pop speaks POP3",
        Some(Protocol::Imap) => "mailtool imap speaks IMAP",
        _ => "mailtool send speaks SMTP",
    }
}

/// When TLS is spoken, and what is odd about it.
fn mode(
    connection: &Connection,
    (endpoint, port): (&Endpoint, u16),
    way: &client::Way,
    secret: bool,
    terminal: &Terminal,
) -> Mode {
    if port == 585 && endpoint.port.is_some() {
        terminal.note(Weight::Info, "port 585 was withdrawn long ago; 465 is the one for implicit TLS");
    }
    let mode = tls_policy::mode(Facts {
        wanted: connection.tls.into(),
        implicit_port: endpoint.is_implicit(port),
        local: way.dial.is_local(&endpoint.host),
        secret,
        pinned: way.tls.is_pinned(),
    });
    let Transport { ca, sni, handshake, .. } = &connection.transport;
    let idle = ca.as_ref().map(|_| "--ca").or(sni.as_ref().map(|_| "--sni")).or_else(|| handshake.named());
    if let Some(flag) = idle.filter(|_| mode == Mode::Never) {
        let text = format!("{flag} changes nothing: no TLS is spoken here; --tls starttls asks for it");
        terminal.note(Weight::Warning, &text);
    }
    mode
}

/// Whether a flag says how to log in.
pub fn has_password(flags: &Password) -> bool {
    let sources = [&flags.password_cmd, &flags.password_env, &flags.password, &flags.token_cmd];
    sources.iter().any(|source| source.is_some())
        || flags.password_file.is_some()
        || flags.kept.is_some()
        || !flags.auth.is_empty()
        || flags.insecure_auth
}

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
        deadline: global.deadline,
        stop,
        sink: terminal.sink()?,
        resolver: None,
        known: Vec::new(),
        bind: None,
        proxies: Vec::new(),
        proxied: None,
        tunnel: None,
        secret: None,
    };
    if !dns.dns.is_empty() {
        dial.resolver = Some(Arc::new(resolver(dns, transport, global, &dial)?));
    }
    Ok(dial)
}

/// Where TLS may be left out nobody can be known by a certificate.
pub fn check_pins(transport: &Transport, tls: Option<TlsMode>) -> Result<(), Failure> {
    match tls_policy::contradicts(tls.into(), !transport.handshake.pins.is_empty()) {
        true => Err(Failure::usage("--pin", "TLS is required then").hint("--tls auto, starttls or implicit")),
        false => Ok(()),
    }
}

/// How connections get to a server.
pub fn by_route(route: &Route, dial: Dial) -> Result<Dial, Failure> {
    let family = match route.bind {
        None => dial.family,
        Some(ours) if !dial.family.has(&ours) => {
            return Err(Failure::usage("--bind", format!("from {ours} no {} address is reached", dial.family.name())));
        }
        Some(IpAddr::V4(_)) => Family::V4,
        Some(IpAddr::V6(_)) => Family::V6,
    };
    let proxies = proxies(route)?;
    Ok(Dial { family, known: route.resolve.clone(), bind: route.bind, proxies, proxied: route.proxy_protocol, ..dial })
}

/// A socket is there already.
pub fn check_route(route: &Route, host: &Host) -> Result<(), Failure> {
    match host {
        Host::Unix(_) if route.bind.is_some() => {
            Err(Failure::usage("--bind", "a unix socket is reached from no address"))
        }
        Host::Unix(_) if !route.proxy.is_empty() => {
            Err(Failure::usage("--proxy", "no proxy leads to a unix socket of this machine"))
        }
        _ => Ok(()),
    }
}

/// Whom to ask about names, this machine's name servers if no others are given: told where `dial` tells, and ended
/// when that ends.
pub fn resolver(flags: &Dns, transport: &Transport, global: &Global, dial: &Dial) -> Result<Resolver, Failure> {
    let over = flags.over();
    let servers = match name_servers(flags)? {
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

/// The name servers that `--dns` names.
pub fn name_servers(flags: &Dns) -> Result<Vec<resolver::Server>, Failure> {
    let wrong = |text| Failure::usage("--dns", format!("{text:?} is not [NAME@]IP or [NAME@]IP:PORT"));
    flags.servers().map_err(wrong)
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
    let tls = Tls::new(trust(transport.ca.as_deref())?, transport.sni.clone(), transport.insecure);
    handshake(tls, &transport.handshake)
}

/// Who logs in, and how. Password or token is read, or asked for.
pub fn account(flags: &Password, user: String, at: (Option<Deadline>, &Terminal)) -> Result<Account, Failure> {
    check_plain("--user", &user)?;
    let mechanisms = mechanisms(flags)?;
    let held = password::read(flags, &user, &mechanisms, at)?;
    Ok(Account {
        credentials: Credentials { authcid: user, authzid: None, held },
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
