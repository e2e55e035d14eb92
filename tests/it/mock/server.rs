//! A server on 127.0.0.1 that follows a script.

use std::io;
use std::net::{IpAddr, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::connection::Connection;
use super::{Imap, LIMIT, Pop3, Smtp};

/// One thing that the server does.
#[derive(Clone, Debug)]
pub enum Step {
    /// Says octets at once.
    Say(Vec<u8>),
    /// Says octets one by one.
    SayEachOctet(Vec<u8>),
    /// Waits for a line that begins so; the case of letters does not count. Another one is a failure.
    Expect(&'static str),
    /// Waits for so many octets.
    Read(usize),
    /// Waits for a line that is a lone dot.
    ReadUntilDot,
    /// Says nothing for so long, or until the client goes; what it says meanwhile is heard.
    Stall(Duration),
    /// Neither says nor reads anything for so long.
    Deaf(Duration),
    /// Ends the connection.
    Close,
    /// Breaks the connection: a RST. Comes behind a step that has read something.
    Reset,
    /// Repeats octets until so many have been said, or the client goes.
    Flood(Vec<u8>, usize),
    /// Answers as SMTP servers do, with exceptions, until QUIT.
    Converse(Smtp),
    /// Answers as IMAP servers do, with exceptions, until LOGOUT.
    Imap(Imap),
    /// Answers as POP3 servers do, with exceptions, until QUIT.
    Pop3(Pop3),
}

impl Step {
    /// Says a text.
    pub fn say(text: &str) -> Self {
        Self::Say(text.as_bytes().to_vec())
    }
}

/// What was heard on one connection.
#[derive(Clone, Debug, Default)]
pub struct Heard {
    /// The client's port.
    pub port: u16,
    /// And its address.
    pub from: Option<IpAddr>,
    /// Every octet of the client.
    pub octets: Vec<u8>,
    /// The contents of DATA and BDAT that [`Step::Converse`] took: as on the wire, dots doubled, without the last one.
    pub messages: Vec<Vec<u8>>,
    /// How many octets were said.
    pub said: usize,
    /// Why the script was not followed to its end.
    pub failure: Option<String>,
    /// The connection is over.
    pub over: bool,
}

impl Heard {
    /// The client's octets as text, for failure messages and searches.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.octets).into_owned()
    }

    /// The client's lines, without their ends.
    pub fn lines(&self) -> Vec<String> {
        self.text().lines().map(str::to_owned).collect()
    }

    /// Whether the client said a line that begins so.
    pub fn has(&self, beginning: &str) -> bool {
        self.lines().iter().any(|line| line.starts_with(beginning))
    }
}

/// What the threads of a server share.
#[derive(Debug)]
pub(super) struct Shared {
    scripts: Vec<Vec<Step>>,
    heard: Mutex<Vec<Heard>>,
    stop: AtomicBool,
    running: AtomicUsize,
}

impl Shared {
    pub(super) fn heard(&self) -> MutexGuard<'_, Vec<Heard>> {
        self.heard.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The number of a new connection.
    fn begin(&self, peer: SocketAddr) -> usize {
        let mut heard = self.heard();
        heard.push(Heard { port: peer.port(), from: Some(peer.ip()), ..Heard::default() });
        heard.len() - 1
    }

    pub(super) fn stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}

/// A running scripted server. Dropping it ends it and its connections.
#[derive(Debug)]
pub struct Server {
    /// Its port, on 127.0.0.1 unless it was started elsewhere.
    pub port: u16,
    address: IpAddr,
    shared: Arc<Shared>,
    listening: Option<JoinHandle<()>>,
}

impl Server {
    /// Serves the nth connection by the nth script, and all further ones by the last.
    pub fn start(scripts: Vec<Vec<Step>>) -> Self {
        Self::start_at(("127.0.0.1", 0), scripts)
    }

    /// As [`start`](Server::start), at an address and port of the caller's: one of several hosts of a domain.
    pub fn start_at(place: (&str, u16), scripts: Vec<Vec<Step>>) -> Self {
        let listener = TcpListener::bind(place).unwrap_or_else(|error| panic!("{place:?}: {error}"));
        let (address, port) = listener.local_addr().map(|place| (place.ip(), place.port())).expect("its address");
        listener.set_nonblocking(true).expect("a listener that does not block");
        let (heard, stop, running) = (Mutex::default(), AtomicBool::new(false), AtomicUsize::new(0));
        let shared = Arc::new(Shared { scripts, heard, stop, running });
        let listening = {
            let shared = Arc::clone(&shared);
            thread::spawn(move || listen(&listener, &shared))
        };
        Self { port, address, shared, listening: Some(listening) }
    }

    /// Serves every connection by one script.
    pub fn script(steps: impl Into<Vec<Step>>) -> Self {
        Self::start(vec![steps.into()])
    }

    /// Converses on every connection.
    pub fn smtp(smtp: Smtp) -> Self {
        Self::script([Step::Converse(smtp)])
    }

    /// Speaks IMAP on every connection.
    pub fn imap(imap: Imap) -> Self {
        Self::script([Step::Imap(imap)])
    }

    /// Speaks POP3 on every connection.
    pub fn pop3(pop3: Pop3) -> Self {
        Self::script([Step::Pop3(pop3)])
    }

    /// As [`smtp`](Server::smtp), at an address and port of the caller's.
    pub fn smtp_at(place: (&str, u16), smtp: Smtp) -> Self {
        Self::start_at(place, vec![vec![Step::Converse(smtp)]])
    }

    /// `127.0.0.1:PORT`, or what it was started at.
    pub fn address(&self) -> String {
        SocketAddr::new(self.address, self.port).to_string()
    }

    /// How many connections there were until now.
    pub fn connections(&self) -> usize {
        self.shared.heard().len()
    }

    /// What was heard until now, connection by connection.
    pub fn heard(&self) -> Vec<Heard> {
        self.shared.heard().clone()
    }

    /// Waits until all connections are over, and tells what was heard on each. Panics if that takes longer than 5
    /// seconds: the client is expected to be gone.
    pub fn finish(mut self) -> Vec<Heard> {
        let deadline = Instant::now() + Duration::from_secs(5);
        // connections are taken in their order: once this one is, all earlier ones are
        let last = TcpStream::connect((self.address, self.port)).expect("a connection to itself");
        let port = last.local_addr().expect("its address").port();
        let taken = || self.shared.heard().iter().any(|heard| heard.port == port);
        while !taken() {
            assert!(Instant::now() < deadline, "the server takes no connections");
            thread::sleep(Duration::from_millis(1));
        }
        drop(last);
        while self.shared.running.load(Ordering::SeqCst) > 0 {
            assert!(Instant::now() < deadline, "a connection goes on and on: {:?}", self.heard());
            thread::sleep(Duration::from_millis(1));
        }
        self.stop();
        self.heard().into_iter().filter(|heard| heard.port != port).collect()
    }

    /// As [`finish`](Server::finish), where exactly one connection is expected.
    pub fn finish_one(self) -> Heard {
        let mut heard = self.finish();
        assert_eq!(heard.len(), 1, "one connection was expected: {heard:?}");
        heard.remove(0)
    }

    fn stop(&mut self) {
        self.shared.stop.store(true, Ordering::Relaxed);
        if let Some(listening) = self.listening.take() {
            let _ = listening.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

fn listen(listener: &TcpListener, shared: &Arc<Shared>) {
    let mut threads = Vec::new();
    while !shared.stopped() {
        match listener.accept() {
            Ok((stream, peer)) => {
                shared.running.fetch_add(1, Ordering::SeqCst);
                let number = shared.begin(peer);
                let shared = Arc::clone(shared);
                threads.push(thread::spawn(move || serve(stream, number, &shared)));
            }
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => thread::sleep(Duration::from_millis(2)),
            Err(_) => break,
        }
    }
    for thread in threads {
        let _ = thread.join();
    }
}

fn serve(stream: TcpStream, number: usize, shared: &Shared) {
    let script = shared.scripts.get(number).or(shared.scripts.last());
    let result = Connection::new(stream, shared, number)
        .and_then(|mut connection| script.map_or(Ok(()), |script| connection.follow(script)));
    let mut heard = shared.heard();
    if let Some(heard) = heard.get_mut(number) {
        heard.failure = result.err().map(|error| error.to_string());
        heard.over = true;
    }
    drop(heard);
    shared.running.fetch_sub(1, Ordering::SeqCst);
}

/// When a wait must be over.
pub(super) fn deadline(limit: Duration) -> Instant {
    Instant::now() + limit.min(LIMIT)
}
