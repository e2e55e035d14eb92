//! `mailtool demo`: a letter's way, live, with nothing to configure.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::atomic::{AtomicU32, AtomicUsize};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use clap::{Args, ValueEnum};
use jiff::Zoned;

use super::{block_on, deadline, duration};
use crate::base::{Address, Exit, Secret};
use crate::cli::args::Global;
use crate::cli::chance;
use crate::cli::error::Failure;
use crate::cli::output::outcome;
use crate::cli::terminal::Terminal;
use crate::client::Limits;
use crate::client::deliver::{
    Account, Composed, Habits, Letter, Message, Observer, Offer, Outcome, Source, Utf8, Way, deliver,
};
use crate::mime::address_list::Mailbox;
use crate::mime::build::{Draft, Part, SourceId};
use crate::mime::charset::Charset;
use crate::mime::survey::Facts;
use crate::net::certificates::{self, Trust};
use crate::net::dial::{Dial, Family};
use crate::net::endpoint::Host;
use crate::net::listener::Listener;
use crate::net::tls_policy::Mode;
use crate::net::{Tls, tls::ServerTls};
use crate::proto::sasl::Credentials;
use crate::proto::smtp::ReversePath;
use crate::server::smtp::{Auth, BareNewline, Events, Received, Service, Voice};
use crate::transcript::Weight;

/// See it work: Alicia's letter to Pepe, from a real client to a real server, both inside this program
///
/// In the words of the lecture's slides: HELO, clear text, DATA. --modern shows what is spoken
/// today: EHLO, STARTTLS, AUTH, PIPELINING and CHUNKING.
#[derive(Debug, Args)]
pub struct Demo {
    /// What to show
    #[arg(default_value = "send")]
    what: What,
    /// As it is spoken today
    #[arg(long)]
    modern: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum What {
    /// A letter from one server to another
    Send,
}

/// Pepe's mail server.
const SERVER: &str = "gmail.com";
/// Alicia's.
const CLIENT: &str = "unavarra.es";
const PICTURE: &[u8] = include_bytes!("crepe.jpg");
const TEXT: &str = "¿Te gusta la salsa de tomate?\r\n¿y los pepinillos?\r\n";

/// Plays the scene.
pub fn run(args: &Demo, global: &Global, terminal: &Terminal) -> Result<Exit, Failure> {
    match args.what {
        What::Send => block_on(send(args.modern, global, terminal)),
    }
}

async fn send(modern: bool, global: &Global, terminal: &Terminal) -> Result<Exit, Failure> {
    let room = tempfile::tempdir().map_err(|error| Failure::cannot_create(&std::env::temp_dir(), &error))?;
    let (tls, pem) = certificates::generate(&[SERVER.to_owned()])?;
    let trusted = room.path().join("certificate.pem");
    std::fs::write(&trusted, pem).map_err(|error| Failure::cannot_create(&trusted, &error))?;
    let mailbox = Arc::new(PepesMailbox::default());
    let address = start(service(modern, tls, room.path(), mailbox.clone())).await?;
    let letter = letter()?;
    let expected = octets(&letter)?;
    terminal.note(Weight::Info, format!("Alicia, at {CLIENT}, writes to Pepe, at {SERVER}, and encloses a picture."));
    terminal
        .note(Weight::Info, format!("Both servers are in this program; what they say goes over a socket, {address}."));
    let way = way(modern, address, Trust::file(&trusted)?, global, terminal)?;
    let mut report = Report { terminal, exit: Exit::Unavailable };
    deliver(&way, std::iter::once(letter), &mut report).await;
    let received = mailbox.0.lock().unwrap_or_else(PoisonError::into_inner).take();
    let file = received.as_ref().and_then(|received| received.file.as_ref());
    let arrived = file.map(std::fs::read).and_then(Result::ok);
    match arrived {
        Some(arrived) if arrived == expected => {
            let text = format!("Pepe has it: {} octets, exactly those that Alicia sent.", arrived.len());
            terminal.note(Weight::Info, text);
            terminal.note(Weight::Info, if modern { MODERN } else { CLASSIC });
        }
        _ => return Err(Failure::new(Exit::Software, "what arrived is not what was sent")),
    }
    Ok(report.exit)
}

const CLASSIC: &str = "Today it is said otherwise: mailtool demo --modern";
const MODERN: &str = "Now with a server of your own: mailtool serve --smtp, and mailtool send --server 127.0.0.1:1025";

async fn start(service: Arc<Service>) -> Result<SocketAddr, Failure> {
    let loopback = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 0);
    let listener = Listener::bind(loopback).await;
    let listener = listener.map_err(|error| Failure::new(Exit::Io, format!("cannot listen on loopback: {error}")))?;
    let address = listener.address();
    tokio::spawn(async move {
        let (stream, peer) = listener.accept().await;
        service.connection(stream, peer, false).await;
    });
    Ok(address)
}

fn service(modern: bool, tls: ServerTls, room: &std::path::Path, events: Arc<dyn Events>) -> Arc<Service> {
    Arc::new(Service {
        hostname: SERVER.to_owned(),
        tls: modern.then_some(tls),
        auth: if modern { Auth::Required } else { Auth::Off },
        users: vec![("alicia".to_owned(), Secret::new("pepinillos"))],
        max_size: 1 << 20,
        max_recipients: 10,
        max_connections: 1,
        bare_newline: BareNewline::Reject,
        strict_pipelining: true,
        idle: Duration::from_secs(30),
        directory: Some(room.to_owned()),
        voice: if modern { Voice::Modern } else { Voice::Classic },
        sink: None,
        events,
        token: chance::token,
        sessions: AtomicU32::new(0),
        open: AtomicUsize::new(0),
        room: AtomicUsize::new(1),
        strict: true,
        deviated: false.into(),
    })
}

fn way(modern: bool, address: SocketAddr, trust: Trust, global: &Global, terminal: &Terminal) -> Result<Way, Failure> {
    let timeout = global.timeout.map_or(Duration::from_secs(10), duration);
    let account = Account {
        credentials: Credentials { authcid: "alicia".to_owned(), authzid: None, password: Secret::new("pepinillos") },
        mechanisms: None,
        insecure_auth: false,
        nonce: chance::token,
    };
    Ok(Way {
        host: Host::Address(address.ip()),
        addresses: Vec::new(),
        port: address.port(),
        dial: Dial {
            family: Family::Any,
            timeout,
            deadline: deadline(global),
            stop: None,
            sink: terminal.sink()?,
            resolver: None,
        },
        mode: if modern { Mode::StartTls } else { Mode::Never },
        tls: Tls::new(trust, Some(SERVER.to_owned()), false),
        hello: Some(CLIENT.to_owned()),
        legacy: !modern,
        account: modern.then_some(account),
        limits: Limits::each(timeout),
        habits: Habits { pipelining: modern, chunking: modern, smtputf8: Utf8::Auto },
        strict: true,
        sessions: Arc::default(),
    })
}

fn letter() -> Result<Letter, Failure> {
    let mailbox = |name: &str, address: &str| {
        let address = Address::parse(address).map_err(|error| Failure::new(Exit::Software, error))?;
        Ok::<_, Failure>(Mailbox { name: Some(name.to_owned()), address })
    };
    let (alicia, pepe) = (mailbox("Alicia", "alicia@unavarra.es")?, mailbox("Pepe", "pepe@gmail.com")?);
    let sources = [TEXT.as_bytes(), PICTURE];
    let part = |n: usize, content_type: &str, name: Option<&str>| Part {
        source: SourceId(n),
        facts: Facts::of(sources.get(n).copied().unwrap_or_default()),
        content_type: content_type.to_owned(),
        file_name: name.map(str::to_owned),
        content_id: None,
    };
    let draft = Draft {
        from: vec![alicia.clone()],
        to: vec![pepe.clone()],
        cc: Vec::new(),
        reply_to: Vec::new(),
        subject: Some("¿Te gusta la salsa de tomate?".to_owned()),
        extra: Vec::new(),
        date: Zoned::now(),
        message_id: format!("{}@{CLIENT}", chance::token()),
        charset: Charset::UTF_8,
        text: Some(part(0, "text/plain", None)),
        html: None,
        inline: Vec::new(),
        attachments: vec![part(1, "image/jpeg", Some("crepe.jpg"))],
        boundary: chance::token(),
    };
    let sources = sources.map(|octets| Source::Octets(bytes::Bytes::from_static(octets))).to_vec();
    Ok(Letter {
        number: 1,
        reverse_path: ReversePath::Address(alicia.address),
        recipients: vec![pepe.address],
        // Quoted-printable, whoever takes it: what arrives can be compared.
        message: Message::Composed(Box::new(Composed {
            draft,
            sources,
            encoding: Some(crate::mime::transfer_encoding::TransferEncoding::QuotedPrintable),
        })),
    })
}

/// What the letter is on the wire.
fn octets(letter: &Letter) -> Result<Vec<u8>, Failure> {
    let prepared = letter.prepare(&Offer::everything());
    let mut prepared = prepared.map_err(|unfit| Failure::new(Exit::Software, unfit))?;
    let mut octets = Vec::new();
    while prepared.read(&mut octets).map_err(|error| Failure::new(Exit::Software, error))? {}
    Ok(octets)
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
