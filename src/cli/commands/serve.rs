//! `mailtool serve`: the other side.

use std::collections::BTreeMap;
use std::io::Write;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use clap::{Args, ValueEnum};
use tokio::sync::Notify;

use super::{block_on, duration};
use crate::base::{Domain, Exit, Secret};
use crate::cli::args::Global;
use crate::cli::chance;
use crate::cli::error::Failure;
use crate::cli::output::received;
use crate::cli::terminal::Terminal;
use crate::net::Deadline;
use crate::net::listener::Listener;
use crate::net::tls::ServerTls;
use crate::net::{certificates, reason};
use crate::server::smtp::{Auth, BareNewline, Events, Received, Service, Voice};
use crate::transcript::Weight;

/// Catch mail: an SMTP server that takes any address and lets nothing leave this machine
///
/// Each message is announced on standard output; with --eml-dir its exact octets are in a file
/// before the client hears 250. The dialogue is shown on standard error.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Serve {
    /// SMTP with STARTTLS [default address: 127.0.0.1:1025]
    #[arg(long, value_name = "ADDR:PORT", num_args = 0..=1, default_missing_value = "1025")]
    smtp: Option<String>,
    /// SMTP with TLS from the first octet [default address: 127.0.0.1:1465]
    #[arg(long, value_name = "ADDR:PORT", num_args = 0..=1, default_missing_value = "1465")]
    smtps: Option<String>,
    /// SMTP for submission [default address: 127.0.0.1:1587]
    #[arg(long, value_name = "ADDR:PORT", num_args = 0..=1, default_missing_value = "1587")]
    submission: Option<String>,
    /// Each message also as a file here, the exact octets
    #[arg(long, value_name = "DIR")]
    eml_dir: Option<PathBuf>,
    /// A user; with one, SCRAM, CRAM-MD5 and DIGEST-MD5 are offered too
    #[arg(long, value_name = "NAME:PASS")]
    user: Vec<String>,
    /// Who must log in: any (nobody must; PLAIN and LOGIN take any password), required (passwords of --user are checked), off
    #[arg(long, value_name = "WHO", default_value = "any")]
    auth: AuthMode,
    /// auto makes a certificate, off has none, or PEM files
    #[arg(long, value_name = "auto|off|CERT,KEY", default_value = "auto")]
    tls: String,
    /// Write the certificate here, for clients to trust
    #[arg(long, value_name = "FILE")]
    ca_out: Option<PathBuf>,
    /// Our name in greeting and certificate [default: this host's]
    #[arg(long, value_name = "NAME")]
    hostname: Option<String>,
    /// Write the addresses that are listened at here, as JSON, once all are
    #[arg(long, value_name = "FILE.json")]
    ports_file: Option<PathBuf>,
    /// End after N messages (no more than that are taken), after a time (30s), or after that time without a message (idle:5s)
    #[arg(long, value_name = "N|30s|idle:5s", value_parser = ExitAfter::parse)]
    exit_after: Option<ExitAfter>,
    /// The largest message in octets
    #[arg(long, value_name = "OCTETS", default_value_t = 104_857_600)]
    max_size: u64,
    /// The most recipients of a message
    #[arg(long, value_name = "N", default_value_t = 1000)]
    max_rcpt: usize,
    /// The most connections at once
    #[arg(long, value_name = "N", default_value_t = 1000)]
    max_conns: usize,
    /// Messages with bare CR, bare LF or NUL: refuse them (550 5.6.11), or keep them as they came. Neither ends a message
    #[arg(long, value_name = "HOW", default_value = "reject")]
    bare_newline: BareMode,
    /// Clients that talk before they may: send them away (554), or let any
    #[arg(long, value_name = "HOW", default_value = "strict")]
    pipelining: Pipelining,
}

const EXAMPLES: &str = "Examples:
  mailtool serve --smtp
  mailtool serve --smtp=127.0.0.1:0 --ports-file ports.json --eml-dir caught --exit-after 1 --json
  mailtool serve --smtp --user alicia:secret --auth required --ca-out ca.pem
  mailtool serve --smtp --smtps --tls cert.pem,key.pem --hostname mail.example.org";

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum AuthMode {
    Any,
    Required,
    Off,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum BareMode {
    Reject,
    Keep,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Pipelining {
    Strict,
    Any,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ExitAfter {
    Messages(usize),
    Time(Duration),
    Idle(Duration),
}

impl ExitAfter {
    fn parse(text: &str) -> Result<ExitAfter, String> {
        let (idle, rest) = text.strip_prefix("idle:").map_or((false, text), |rest| (true, rest));
        if let (false, Ok(count @ 1..)) = (idle, rest.parse()) {
            return Ok(ExitAfter::Messages(count));
        }
        let (number, unit) =
            rest.split_at(rest.len() - rest.chars().rev().take_while(char::is_ascii_alphabetic).count());
        let scale = match unit {
            "ms" => 0.001,
            "s" => 1.0,
            "m" | "min" => 60.0,
            "h" => 3600.0,
            _ => return Err("a number of messages, a time such as 30s, or idle:5s is expected".to_owned()),
        };
        match number.parse::<f64>() {
            Ok(n) if n > 0.0 && n < 1e9 => {
                let time = Duration::from_secs_f64(n * scale);
                Ok(if idle { ExitAfter::Idle(time) } else { ExitAfter::Time(time) })
            }
            _ => Err(format!("{number:?} is not a number above 0")),
        }
    }
}

/// Serves until it is told to stop.
pub fn run(args: &Serve, global: &Global, terminal: &Terminal) -> Result<Exit, Failure> {
    let hostname = hostname(args.hostname.as_deref())?;
    let tls = tls(args, &hostname)?;
    if let Some(directory) = &args.eml_dir {
        std::fs::create_dir_all(directory).map_err(|error| Failure::cannot_create(directory, &error))?;
    }
    let users = args.user.iter().map(|user| parse_user(user)).collect::<Result<_, _>>()?;
    if args.auth == AuthMode::Required && args.user.is_empty() {
        let text = "--auth required without --user: everybody must log in, and any user and password will do";
        terminal.note(Weight::Warning, text);
    }
    let announcer = Arc::new(Announcer::new(terminal));
    let service = Arc::new(Service {
        hostname,
        tls,
        auth: match args.auth {
            AuthMode::Any => Auth::Any,
            AuthMode::Required => Auth::Required,
            AuthMode::Off => Auth::Off,
        },
        users,
        max_size: args.max_size,
        max_recipients: args.max_rcpt,
        max_connections: args.max_conns,
        bare_newline: if args.bare_newline == BareMode::Keep { BareNewline::Keep } else { BareNewline::Reject },
        strict_pipelining: args.pipelining == Pipelining::Strict,
        idle: global.timeout.map_or(Duration::from_secs(300), duration),
        keep: args.eml_dir.clone().into(),
        voice: Voice::Modern,
        sink: terminal.sink()?,
        custodian: announcer.clone(),
        token: chance::token,
        sessions: Arc::default(),
        open: AtomicUsize::new(0),
        room: AtomicUsize::new(match args.exit_after {
            Some(ExitAfter::Messages(count)) => count,
            _ => usize::MAX,
        }),
        strict: global.strict,
        deviated: false.into(),
        stop: None,
    });
    block_on(serve(args, service, announcer, global.deadline, terminal))
}

async fn serve(
    args: &Serve,
    service: Arc<Service>,
    announcer: Arc<Announcer>,
    deadline: Option<Deadline>,
    terminal: &Terminal,
) -> Result<Exit, Failure> {
    let terminated = super::terminated();
    let mut ports = BTreeMap::new();
    for (name, address, implicit) in addresses(args)? {
        if implicit && service.tls.is_none() {
            return Err(Failure::usage("--smtps", "there is no TLS with --tls off"));
        }
        let listener = Listener::bind(address).await.map_err(|error| {
            let failure =
                Failure::new(Exit::CantCreate, format!("cannot listen at {address} for {name}: {}", reason(&error)));
            failure.hint(format!("--{name}=127.0.0.1:0 takes a free port"))
        })?;
        terminal.note(Weight::Info, format!("{name} listens at {}", listener.address()));
        ports.insert(name, listener.address().to_string());
        let service = service.clone();
        tokio::spawn(async move {
            loop {
                let (stream, peer) = listener.accept().await;
                tokio::spawn(service.clone().connection(stream, peer, implicit));
            }
        });
    }
    if let Some(path) = &args.ports_file {
        let json = serde_json::to_string(&ports).unwrap_or_default();
        write_whole(path, &(json + "\n")).map_err(|error| Failure::cannot_create(path, &error).at("--ports-file"))?;
    }
    let mut late = false;
    tokio::select! {
        () = stop(args.exit_after, &announcer) => {}
        () = terminated => {}
        () = super::passed(deadline) => late = true,
    }
    // Who is being served hears the end of it.
    for _ in 0..100 {
        if service.open.load(Ordering::SeqCst) == 0 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    Ok(match (service.deviated.load(Ordering::SeqCst), late) {
        (true, _) => Exit::Protocol,
        (_, true) => Exit::TempFail,
        _ => Exit::Ok,
    })
}

/// Whoever waits for the file finds it whole.
fn write_whole(path: &Path, text: &str) -> std::io::Result<()> {
    let directory = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file =
        tempfile::Builder::new().permissions(std::fs::Permissions::from_mode(0o644)).tempfile_in(directory)?;
    file.write_all(text.as_bytes())?;
    file.persist(path).map(|_| ()).map_err(|error| error.error)
}

async fn stop(after: Option<ExitAfter>, announcer: &Announcer) {
    match after {
        None => std::future::pending().await,
        Some(ExitAfter::Time(time)) => tokio::time::sleep(time).await,
        Some(ExitAfter::Messages(count)) => {
            while announcer.count.load(Ordering::SeqCst) < count {
                announcer.arrived.notified().await;
            }
        }
        Some(ExitAfter::Idle(time)) => while tokio::time::timeout(time, announcer.arrived.notified()).await.is_ok() {},
    }
}

/// What to listen at: as the flags say, all there is if they say nothing.
fn addresses(args: &Serve) -> Result<Vec<(&'static str, SocketAddr, bool)>, Failure> {
    let named = [("smtp", &args.smtp, false), ("smtps", &args.smtps, true), ("submission", &args.submission, false)];
    let mut chosen = Vec::new();
    for (name, value, implicit) in named {
        if let Some(value) = value {
            let address = parse_address(value).ok_or_else(|| {
                Failure::usage(&format!("--{name}"), format!("{value:?} is not ADDR:PORT, as 127.0.0.1:1025"))
            })?;
            chosen.push((name, address, implicit));
        }
    }
    if chosen.is_empty() {
        let local = |port| SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), port);
        chosen.push(("smtp", local(1025), false));
        chosen.extend((args.tls != "off").then(|| ("smtps", local(1465), true)));
        chosen.push(("submission", local(1587), false));
    }
    Ok(chosen)
}

/// `ADDR:PORT`, `PORT`, `:PORT` or `localhost:PORT`.
fn parse_address(text: &str) -> Option<SocketAddr> {
    let port = text.strip_prefix("localhost:").or_else(|| text.strip_prefix(':')).unwrap_or(text);
    match port.parse() {
        Ok(port) => Some(SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), port)),
        Err(_) => text.parse().ok(),
    }
}

/// Our name: as it is given, else this host's.
pub(super) fn hostname(given: Option<&str>) -> Result<String, Failure> {
    let Some(name) = given else {
        let name = gethostname::gethostname().into_string().unwrap_or_default();
        return Ok(if Domain::parse(&name).is_ok() { name } else { "localhost".to_owned() });
    };
    match Domain::parse(name) {
        Ok(domain) => Ok(domain.to_string()),
        Err(error) => Err(Failure::usage("--hostname", error)),
    }
}

fn tls(args: &Serve, hostname: &str) -> Result<Option<ServerTls>, Failure> {
    match args.tls.as_str() {
        "off" => Ok(None),
        "auto" => {
            let local = ["localhost", "127.0.0.1", "::1"].into_iter().filter(|name| *name != hostname);
            let names: Vec<_> = std::iter::once(hostname).chain(local).map(str::to_owned).collect();
            let (tls, pem) = certificates::generate(&names)?;
            if let Some(path) = &args.ca_out {
                std::fs::write(path, pem).map_err(|error| Failure::cannot_create(path, &error))?;
            }
            Ok(Some(tls))
        }
        files => match files.split_once(',') {
            Some((certificate, key)) => Ok(Some(certificates::load(certificate.as_ref(), key.as_ref())?)),
            None => Err(Failure::usage("--tls", "auto, off, or CERT.pem,KEY.pem is expected")),
        },
    }
}

fn parse_user(text: &str) -> Result<(String, Secret), Failure> {
    match text.split_once(':') {
        Some((name, password)) if !name.is_empty() && !password.is_empty() => {
            Ok((name.to_owned(), Secret::new(password)))
        }
        _ => Err(Failure::usage("--user", "NAME:PASS is expected")),
    }
}

/// Tells of messages on standard output.
struct Announcer {
    terminal: Terminal,
    count: AtomicUsize,
    arrived: Notify,
}

impl Announcer {
    fn new(terminal: &Terminal) -> Announcer {
        Announcer { terminal: terminal.clone(), count: AtomicUsize::new(0), arrived: Notify::new() }
    }
}

impl Events for Announcer {
    fn message(&self, message: &Received) {
        if self.terminal.json {
            self.terminal.json(&received::Record::new(message));
        } else {
            self.terminal.result(&received::line(message));
        }
        let _ = self.terminal.flush();
        self.count.fetch_add(1, Ordering::SeqCst);
        self.arrived.notify_one();
    }
}
