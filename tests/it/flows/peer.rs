//! The other end: a scripted peer, our own server, and a sink that keeps all it is shown.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use bytes::Bytes;
use mailtool::base::{Address, Secret};
use mailtool::client::deliver::{self, Found, Habits, Letter, Observer, Outcome, Source, Utf8, Way};
use mailtool::client::{self, Error, Hello, Limits, Smtp};
use mailtool::mime::ready::Scan;
use mailtool::net::certificates::Trust;
use mailtool::net::dial::Family;
use mailtool::net::endpoint::Host;
use mailtool::net::listener::Listener;
use mailtool::net::tls_policy::Mode;
use mailtool::net::{Dial, Io, Session, Tls};
use mailtool::proto::Side;
use mailtool::proto::smtp::{Dialogue, ReversePath};
use mailtool::server::smtp::{Auth, BareNewline, Events, Received, Service, Voice};
use mailtool::transcript::text::{Line, Options, Text};
use mailtool::transcript::{Note, SessionId, Sink, View, ndjson};
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _, DuplexStream};
use tokio::net::{TcpListener, TcpSocket, TcpStream};

/// Someone who says what the test wants and keeps what it hears.
pub struct Peer<S> {
    stream: S,
    heard: Vec<u8>,
}

impl<S: AsyncRead + AsyncWrite + Unpin> Peer<S> {
    pub fn new(stream: S) -> Peer<S> {
        Peer { stream, heard: Vec::new() }
    }

    /// Says it, all at once.
    pub async fn say(&mut self, octets: impl AsRef<[u8]>) {
        self.stream.write_all(octets.as_ref()).await.expect("the other end takes what is said");
        self.stream.flush().await.expect("the other end takes what is said");
    }

    /// Says it octet by octet.
    pub async fn stammer(&mut self, octets: impl AsRef<[u8]>) {
        for octet in octets.as_ref() {
            self.say([*octet]).await;
            tokio::task::yield_now().await;
        }
    }

    /// Says it again and again until nobody listens any more. How many octets were taken.
    pub async fn say_for_ever(&mut self, octets: impl AsRef<[u8]>) -> usize {
        let mut taken = 0;
        while let Ok(count) = self.stream.write(octets.as_ref()).await {
            taken += count;
        }
        taken
    }

    /// Says it; true if nobody listens any more.
    pub async fn write_fails(&mut self, octets: &[u8]) -> bool {
        self.stream.write_all(octets).await.is_err()
    }

    /// Waits until what it has heard since the last time ends like this, and returns it.
    pub async fn hear(&mut self, ending: &str) -> String {
        let mut block = [0; 4096];
        while !self.heard.ends_with(ending.as_bytes()) {
            let count = self.stream.read(&mut block).await.unwrap_or_default();
            let heard = String::from_utf8_lossy(&self.heard);
            assert!(count > 0, "the stream ended behind {heard:?}, {ending:?} was to come");
            self.heard.extend_from_slice(&block[..count]);
        }
        String::from_utf8(std::mem::take(&mut self.heard)).expect("UTF-8")
    }

    /// Hears so many lines and answers each as soon as it is there.
    pub async fn hear_lines(&mut self, count: usize, answer: impl Fn(&str) -> Option<String>) {
        let (mut left, mut block) = (count, [0; 4096]);
        while left > 0 {
            while let Some(end) = self.heard.iter().position(|octet| *octet == b'\n').filter(|_| left > 0) {
                let line: Vec<u8> = self.heard.drain(..=end).collect();
                left -= 1;
                if let Some(words) = answer(&String::from_utf8_lossy(&line)) {
                    self.say(words).await;
                }
            }
            if left > 0 {
                let heard = self.stream.read(&mut block).await.unwrap_or_default();
                assert!(heard > 0, "the stream ended, {left} lines were to come");
                self.heard.extend_from_slice(&block[..heard]);
            }
        }
    }

    /// Takes at least this many octets.
    pub async fn take(&mut self, octets: usize) {
        let mut block = vec![0; octets];
        self.stream.read_exact(&mut block).await.expect("that much is said");
    }

    /// All that is still said before the other end closes.
    pub async fn rest(&mut self) -> Vec<u8> {
        let mut rest = std::mem::take(&mut self.heard);
        let _ = self.stream.read_to_end(&mut rest).await;
        rest
    }

    /// That nothing is said for so long.
    pub async fn silence(&mut self, long: Duration) {
        assert_eq!(String::from_utf8_lossy(&self.heard), "", "something was said already");
        let mut block = [0; 4096];
        if let Ok(Ok(count)) = tokio::time::timeout(long, self.stream.read(&mut block)).await {
            panic!("silence was to be, but: {:?}", String::from_utf8_lossy(&block[..count]));
        }
    }

    /// Answers each command with the reply to it, until the other end closes. Nothing may come unasked.
    pub async fn converse(&mut self, turns: &[(&str, &str)]) {
        for (ending, reply) in turns {
            self.hear(ending).await;
            self.say(reply).await;
        }
    }
}

/// Keeps all it is shown.
#[derive(Default)]
pub struct Recorder(Mutex<Recorded>);

/// What was shown.
#[derive(Default)]
pub struct Recorded {
    /// The transcript with whole payloads, its beginning also in hex, secrets left out.
    pub text: String,
    /// The recording, secrets left out.
    pub ndjson: String,
    /// The notes.
    pub notes: Vec<String>,
    /// The octets of client and server.
    pub said: [Vec<u8>; 2],
}

impl Recorder {
    pub fn get(&self) -> MutexGuard<'_, Recorded> {
        self.0.lock().expect("no panic while it was held")
    }
}

impl Sink for Recorder {
    fn turn(&self, session: SessionId, view: &View<'_>) {
        let mut recorded = self.get();
        let hex = recorded.text.len() < 100_000;
        let options = Options {
            payload_lines: None,
            hex,
            details: true,
            times: false,
            secrets: false,
            explain: None,
            width: None,
        };
        let mut text = Text::new(options);
        let lines: Vec<Line> = text.turn(session, view);
        for line in lines {
            recorded.text.extend(line.into_iter().map(|(_, words)| words));
            recorded.text.push('\n');
        }
        recorded.ndjson.push_str(&ndjson::turn(session, view, false));
        recorded.said[usize::from(view.side == Side::Server)].extend_from_slice(view.octets);
    }

    fn note(&self, session: SessionId, note: &Note) {
        let mut recorded = self.get();
        recorded.ndjson.push_str(&ndjson::note(session, note));
        recorded.notes.push(note.text.clone().into_owned());
    }
}

/// The client's end of a stream.
pub fn session(stream: impl Io + 'static, sink: &Arc<Recorder>) -> Session<Dialogue> {
    Session::new(Box::new(stream), Dialogue::new(), Side::Client, SessionId(1), Some(sink.clone()))
}

/// A client that waits for the greeting.
pub async fn greet(session: Session<Dialogue>, limits: Limits) -> Result<Smtp, Error> {
    let mut smtp = Smtp::new(session, limits);
    smtp.greet().await.map(|()| smtp)
}

/// A pipe with a client at one end, greeted already, and a scripted server at the other.
pub async fn greeted(room: usize) -> (Smtp, Peer<DuplexStream>, Arc<Recorder>) {
    let (ours, theirs) = tokio::io::duplex(room);
    let (mut peer, recorder) = (Peer::new(theirs), Arc::new(Recorder::default()));
    let greeting = greet(session(ours, &recorder), Limits::default());
    let (smtp, ()) = tokio::join!(greeting, peer.say("220 gmail.com\r\n"));
    (smtp.expect("a greeting"), peer, recorder)
}

/// A scripted server's socket on 127.0.0.1.
pub async fn listen() -> (TcpListener, u16) {
    // A small buffer, so that a server that does not read is felt soon.
    let socket = TcpSocket::new_v4().expect("a socket");
    socket.set_recv_buffer_size(64 * 1024).expect("a buffer");
    socket.bind((Ipv4Addr::LOCALHOST, 0).into()).expect("a port");
    let socket = socket.listen(16).expect("a listening socket");
    let port = socket.local_addr().expect("its address").port();
    (socket, port)
}

/// The next client.
pub async fn accept(socket: &TcpListener) -> Peer<TcpStream> {
    let (stream, _) = socket.accept().await.expect("a client");
    stream.set_nodelay(true).expect("no delay");
    Peer::new(stream)
}

/// A way to 127.0.0.1 in clear text that pipelines, and waits ten seconds for everything.
pub fn way(port: u16, sink: &Arc<Recorder>) -> Way {
    let server = client::Way {
        addresses: Vec::new(),
        host: Host::Address(Ipv4Addr::LOCALHOST.into()),
        port,
        dial: Dial {
            family: Family::Any,
            timeout: Duration::from_secs(10),
            deadline: None,
            stop: None,
            sink: Some(sink.clone()),
            resolver: None,
            known: Vec::new(),
            bind: None,
            proxies: Vec::new(),
            proxied: None,
            tunnel: None,
            secret: None,
        },
        mode: Mode::Never,
        tls: Tls::new(Trust::mozilla(), None, false),
        account: None,
        limits: Limits::each(Duration::from_secs(10)),
        strict: false,
        sessions: Arc::default(),
    };
    Way {
        server,
        hello: Some("unavarra.es".to_owned()),
        greeting: Hello::Ehlo,
        habits: Habits { pipelining: true, chunking: true, binary: false, smtputf8: Utf8::Auto },
        wishes: Arc::default(),
        leave: None,
        per_connection: None,
        pace: None,
        found: Found::default(),
        enough: None,
    }
}

pub fn address(text: &str) -> Address {
    Address::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// A letter of Alicia's.
pub fn letter(number: usize, recipients: &[&str], octets: &[u8]) -> Letter {
    let mut scan = Scan::new();
    scan.push(octets);
    let source = Source::Octets(Bytes::copy_from_slice(octets));
    let ready = deliver::Ready { source, quoted: false, scan: scan.finish() };
    Letter {
        number,
        reverse_path: ReversePath::Address(address("alicia@unavarra.es")),
        recipients: recipients.iter().map(|recipient| address(recipient)).collect(),
        message: deliver::Message::Ready(Box::new(ready)),
    }
}

/// What an observer was told.
#[derive(Default)]
pub struct Told {
    pub outcomes: Vec<Outcome>,
    pub progress: Vec<(usize, u64, u64)>,
}

impl Observer for Told {
    fn outcome(&mut self, outcome: Outcome) {
        self.outcomes.push(outcome);
    }

    fn progress(&mut self, letter: usize, done: u64, total: u64) {
        self.progress.push((letter, done, total));
    }
}

impl Told {
    /// `pepe@gmail.com delivered 250`, and the exit where no reply decided.
    pub fn lines(&self) -> Vec<String> {
        let line = |outcome: &Outcome| {
            let verdict = &outcome.verdict;
            let code = verdict.reply.as_ref().map_or(format!("{:?}", verdict.exit), |reply| reply.code.to_string());
            format!("{} {} {code}", recipient(outcome), verdict.status.name())
        };
        self.outcomes.iter().map(line).collect()
    }
}

/// Whom an outcome is for.
pub fn recipient(outcome: &Outcome) -> String {
    outcome.recipient.as_ref().map_or_else(String::new, ToString::to_string)
}

/// Hands letters over and tells what was told.
pub async fn hand_over(way: &Way, letters: Vec<Letter>) -> Told {
    let mut told = Told::default();
    let delivered = deliver::deliver(way, letters.into_iter(), &mut told);
    tokio::time::timeout(Duration::from_secs(60), delivered).await.expect("an end");
    told
}

/// Messages that our server accepted.
#[derive(Default)]
pub struct Inbox(Mutex<Vec<Received>>);

impl Inbox {
    pub fn all(&self) -> Vec<Received> {
        self.0.lock().expect("no panic while it was held").clone()
    }
}

impl Events for Inbox {
    fn message(&self, message: &Received) {
        self.0.lock().expect("no panic while it was held").push(message.clone());
    }
}

/// A server as `serve` starts it, which keeps messages in `directory`.
pub fn service(directory: Option<PathBuf>, inbox: &Arc<Inbox>, sink: &Arc<Recorder>) -> Service {
    Service {
        hostname: "gmail.com".to_owned(),
        tls: None,
        auth: Auth::Any,
        users: Vec::new(),
        max_size: 100_000_000,
        max_recipients: 10_000,
        max_connections: 100,
        bare_newline: BareNewline::Reject,
        strict_pipelining: false,
        idle: Duration::from_secs(30),
        keep: directory.into(),
        voice: Voice::Modern,
        sink: Some(sink.clone()),
        custodian: inbox.clone(),
        token,
        sessions: Arc::default(),
        open: AtomicUsize::new(0),
        room: AtomicUsize::new(usize::MAX),
        strict: false,
        deviated: false.into(),
        stop: None,
    }
}

/// Never the same twice, which is all that tests need.
pub fn token() -> String {
    static COUNT: AtomicU64 = AtomicU64::new(1);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    format!("{:016x}{count:016x}", count.wrapping_mul(0x9e37_79b9_7f4a_7c15))
}

/// One user.
pub fn user(name: &str, password: &str) -> (String, Secret) {
    (name.to_owned(), Secret::new(password))
}

/// Lets a service listen on 127.0.0.1. Its port.
pub async fn serve(service: Service, implicit: bool) -> u16 {
    let listener = Listener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, 0))).await.expect("a socket");
    let port = listener.address().port();
    let service = Arc::new(service);
    tokio::spawn(async move {
        loop {
            let (stream, peer) = listener.accept().await;
            tokio::spawn(service.clone().connection(stream, peer, implicit));
        }
    });
    port
}
