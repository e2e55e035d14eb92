//! The letter itself: the question where to, and then the way.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::atomic::AtomicUsize;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use super::letter::{letter, octets};
use super::zone::EXCHANGER;
use super::{LOOPBACK, cannot_listen, dial, name_server, resolver, step};
use crate::base::{Exit, Secret};
use crate::cli::args::Global;
use crate::cli::chance;
use crate::cli::error::Failure;
use crate::cli::output::outcome;
use crate::cli::terminal::Terminal;
use crate::client::Hello;
use crate::client::deliver::{Direct, Found, Habits, Observer, Outcome, Utf8, Way, Which, deliver_direct};
use crate::client::{self, Account, Limits};
use crate::net::certificates::{self, Trust};
use crate::net::dial::Dial;
use crate::net::endpoint::Host;
use crate::net::listener::Listener;
use crate::net::tls_policy::{Mode, Wanted};
use crate::net::{Tls, tls::ServerTls};
use crate::proto::sasl::Credentials;
use crate::server::smtp::{Auth, BareNewline, Custodian, Events, Received, Service, Voice};
use crate::transcript::Weight;

/// Pepe's domain, and how his server calls itself.
pub const PEPES: &str = "gmail.com";
/// Alicia's.
pub const ALICIAS: &str = "unavarra.es";

/// Plays the scene.
pub async fn play(modern: bool, global: &Global, terminal: &Terminal) -> Result<Exit, Failure> {
    let room = tempfile::tempdir().map_err(|error| Failure::cannot_create(&std::env::temp_dir(), &error))?;
    let (tls, pem) = certificates::generate(&[EXCHANGER.to_owned()])?;
    let trusted = room.path().join("certificate.pem");
    std::fs::write(&trusted, pem).map_err(|error| Failure::cannot_create(&trusted, &error))?;
    let mailbox = Arc::new(PepesMailbox::default());
    let address = start(service(modern, tls, room.path(), mailbox.clone())).await?;
    let names = name_server().await?;
    let letter = letter()?;
    let expected = octets(&letter)?;
    let say = |text: String| terminal.note(Weight::Info, text);
    say(format!("Alicia, at {ALICIAS}, writes to Pepe, at {PEPES}, and encloses a picture."));
    say("Both servers, and one for names, are in this program; what they say goes over sockets of 127.0.0.1."
        .to_owned());
    say(format!("Which server takes the mail of {PEPES}? The name servers know: MX is the question."));
    let dial = dial(modern, global, terminal)?;
    let resolver = resolver(names, &dial);
    let way = way(modern, address.port(), Trust::file(&trusted)?, dial, global);
    let wanted = if modern { Wanted::StartTls } else { Wanted::Never };
    let direct = Direct { way, wanted, resolver: Arc::new(resolver), which: Which::First, seed: chance::number() };
    let mut report = Report { terminal, exit: Exit::Unavailable };
    deliver_direct(&direct, std::iter::once(letter), &mut report).await;
    let received = mailbox.0.lock().unwrap_or_else(PoisonError::into_inner).take();
    let file = received.as_ref().and_then(|received| received.file.as_ref());
    let arrived = file.map(std::fs::read).and_then(Result::ok);
    match arrived {
        Some(arrived) if arrived == expected => {
            say(format!("Pepe has it: {} octets, exactly those that Alicia sent.", arrived.len()));
            say(if modern { MODERN } else { CLASSIC }.to_owned());
        }
        _ => return Err(Failure::new(Exit::Software, "what arrived is not what was sent")),
    }
    Ok(report.exit)
}

const CLASSIC: &str = "Today it is said otherwise: mailtool demo --modern";
const MODERN: &str = "Now with a server of your own: mailtool serve --smtp, and mailtool send --server 127.0.0.1:1025";

async fn start(service: Arc<Service>) -> Result<SocketAddr, Failure> {
    let listener = Listener::bind(LOOPBACK).await.map_err(|error| cannot_listen(&error))?;
    let address = listener.address();
    tokio::spawn(async move {
        let (stream, peer) = listener.accept().await;
        service.connection(stream, peer, false).await;
    });
    Ok(address)
}

fn service(modern: bool, tls: ServerTls, room: &Path, custodian: Arc<dyn Custodian>) -> Arc<Service> {
    Arc::new(Service {
        hostname: PEPES.to_owned(),
        tls: modern.then_some(tls),
        auth: if modern { Auth::Required } else { Auth::Off },
        users: vec![("alicia".to_owned(), Secret::new("pepinillos"))],
        max_size: 1 << 20,
        max_recipients: 10,
        max_connections: 1,
        bare_newline: BareNewline::Reject,
        strict_pipelining: true,
        idle: Duration::from_secs(30),
        keep: Some(room.to_owned()).into(),
        voice: if modern { Voice::Modern } else { Voice::Classic },
        sink: None,
        custodian,
        token: chance::token,
        sessions: Arc::default(),
        open: AtomicUsize::new(0),
        room: AtomicUsize::new(1),
        strict: true,
        deviated: false.into(),
        stop: None,
    })
}

/// The way to every exchanger: all of them listen at one port.
fn way(modern: bool, port: u16, trust: Trust, dial: Dial, global: &Global) -> Way {
    let account = Account {
        credentials: Credentials::with_password("alicia", Secret::new("pepinillos")),
        mechanisms: None,
        insecure_auth: false,
        nonce: chance::token,
    };
    let server = client::Way {
        host: Host::Name(String::new()),
        addresses: Vec::new(),
        port,
        dial,
        mode: Mode::Never,
        tls: Tls::new(trust, None, false),
        account: modern.then_some(account),
        limits: Limits::each(step(global)),
        strict: true,
        sessions: Arc::default(),
    };
    Way {
        server,
        hello: Some(ALICIAS.to_owned()),
        greeting: if modern { Hello::Ehlo } else { Hello::Helo },
        habits: Habits { pipelining: modern, chunking: modern, binary: false, smtputf8: Utf8::Auto },
        wishes: Arc::default(),
        leave: None,
        per_connection: None,
        pace: None,
        found: Found::default(),
        enough: None,
    }
}

/// What Pepe has received.
#[derive(Default)]
struct PepesMailbox(Mutex<Option<Received>>);

impl Events for PepesMailbox {
    fn message(&self, message: &Received) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(message.clone());
    }
}

struct Report<'a> {
    terminal: &'a Terminal,
    exit: Exit,
}

impl Observer for Report<'_> {
    fn outcome(&mut self, outcome: Outcome) {
        self.exit = outcome.verdict.exit;
        match self.terminal.json {
            true => self.terminal.json(&outcome::Record::new(&outcome)),
            false => self.terminal.result(&outcome::line(&outcome, false)),
        }
    }

    fn progress(&mut self, _: usize, _: u64, _: u64) {}
}
