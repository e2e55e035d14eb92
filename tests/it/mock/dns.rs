//! A name server on 127.0.0.1 with faults that no real one has.
//!
//! ```ignore
//! let script = Script::new()
//!     .on("example.test", MX, [mx("example.test", 10, "mx1.example.test")])
//!     .once("mx1.example.test", A, Act::Silent)
//!     .on("mx1.example.test", A, [address("mx1.example.test", "127.0.0.2")])
//!     .truncated("large.test", MX, Act::Close);
//! let dns = Dns::start(script);
//! ```

pub mod packet;
mod question;
mod script;
#[cfg(test)]
mod tests;

#[allow(unused_imports, reason = "for the tests")]
pub use question::{Edns, Question, Transport};
pub use script::{Act, Script};

use std::io::{self, Read as _, Write as _};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream, UdpSocket};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use self::packet::Packet;
use super::connection::is_wait;
use super::server::deadline;
use super::{LIMIT, TICK};

/// What the threads share.
#[derive(Debug)]
struct Shared {
    script: Script,
    heard: Mutex<Vec<Question>>,
    connections: AtomicUsize,
    stop: AtomicBool,
}

/// A running name server. Dropping it ends it.
#[derive(Debug)]
pub struct Dns {
    /// Its port on 127.0.0.1, UDP and TCP.
    pub port: u16,
    shared: Arc<Shared>,
    threads: Vec<JoinHandle<()>>,
}

impl Dns {
    /// Follows a script.
    pub fn start(script: Script) -> Self {
        let (udp, tcp) = sockets();
        let port = tcp.local_addr().expect("its address").port();
        // what nobody is to listen on is closed again; that the port is free of others is as good as sure then
        let (udp, tcp) = ((!script.no_udp).then_some(udp), (!script.no_tcp).then_some(tcp));
        let shared =
            Shared { script, heard: Mutex::default(), connections: AtomicUsize::new(0), stop: AtomicBool::new(false) };
        let shared = Arc::new(shared);
        let mut threads = Vec::new();
        if let Some(udp) = udp {
            let shared = Arc::clone(&shared);
            threads.push(thread::spawn(move || datagrams(&udp, &shared)));
        }
        if let Some(tcp) = tcp {
            let shared = Arc::clone(&shared);
            threads.push(thread::spawn(move || connections(&tcp, &shared)));
        }
        Self { port, shared, threads }
    }

    /// `127.0.0.1:PORT`.
    pub fn address(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// The questions until now, in their order.
    pub fn heard(&self) -> Vec<Question> {
        self.shared.heard.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// How often a name and a type were asked for until now.
    pub fn count(&self, name: &str, kind: u16) -> usize {
        let is_it = |question: &&Question| question.name.eq_ignore_ascii_case(name) && question.kind == kind;
        self.heard().iter().filter(is_it).count()
    }

    /// What is wrong with the questions until now: nothing, if the client is right.
    pub fn flaws(&self) -> Vec<String> {
        self.heard().into_iter().filter_map(|question| question.flaw).collect()
    }

    /// How many TCP connections there were until now.
    pub fn connections(&self) -> usize {
        self.shared.connections.load(Ordering::SeqCst)
    }
}

impl Drop for Dns {
    fn drop(&mut self) {
        self.shared.stop.store(true, Ordering::Relaxed);
        for thread in self.threads.drain(..) {
            let well = thread.join().is_ok();
            assert!(well || thread::panicking(), "the script of a name server is wrong: see above");
        }
    }
}

impl Shared {
    fn stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    /// Notes a question; tells what is to be done.
    fn hear(&self, octets: &[u8], transport: Transport) -> (Question, Act) {
        let question = Question::read(octets, transport);
        self.heard.lock().unwrap_or_else(PoisonError::into_inner).push(question.clone());
        let act = self.script.act(&question);
        (question, act)
    }

    fn sleep(&self, limit: Duration) {
        let deadline = deadline(limit);
        while Instant::now() < deadline && !self.stopped() {
            thread::sleep(TICK.min(deadline.saturating_duration_since(Instant::now())));
        }
    }
}

/// Both sockets on one port.
fn sockets() -> (UdpSocket, TcpListener) {
    loop {
        let tcp = TcpListener::bind("127.0.0.1:0").expect("a port of 127.0.0.1");
        if let Ok(udp) = UdpSocket::bind(tcp.local_addr().expect("its address")) {
            return (udp, tcp);
        }
    }
}

fn datagrams(socket: &UdpSocket, shared: &Shared) {
    socket.set_read_timeout(Some(TICK)).expect("a socket");
    let mut block = vec![0; 64 * 1024];
    // a delay for one must not delay another
    thread::scope(|scope| {
        while !shared.stopped() {
            if let Ok((count, client)) = socket.recv_from(&mut block) {
                let (question, act) = shared.hear(&block[..count], Transport::Udp);
                scope.spawn(move || datagram(socket, client, shared, &question, &act));
            }
        }
    });
}

/// Does something with a question that came in a datagram. That the client may have gone is no failure.
fn datagram(socket: &UdpSocket, client: SocketAddr, shared: &Shared, question: &Question, act: &Act) {
    let again = |act| datagram(socket, client, shared, question, act);
    match act {
        Act::Say(packet) => drop(socket.send_to(&fitting(packet, question), client)),
        Act::Octets(octets) => drop(socket.send_to(octets, client)),
        Act::OctetsBehindId(octets) => drop(socket.send_to(&identified(question, octets), client)),
        Act::FromElsewhere(packet) => {
            let other = UdpSocket::bind("127.0.0.1:0").expect("a port of 127.0.0.1");
            let _ = other.send_to(&fitting(packet, question), client);
        }
        Act::After(limit, act) => {
            shared.sleep(*limit);
            again(act);
        }
        Act::All(acts) => acts.iter().for_each(again),
        Act::Edns(with, without) => again(if question.edns.is_some() { with } else { without }),
        Act::Silent => {}
        Act::Close
        | Act::CloseInside(..)
        | Act::StallInside(..)
        | Act::Length(..)
        | Act::EachOctet(_)
        | Act::Bare(_) => panic!("{act:?} is nothing that a datagram can do: see Script::truncated"),
    }
}

/// The answer, truncated if it is longer than the client takes.
fn fitting(packet: &Packet, question: &Question) -> Vec<u8> {
    let octets = packet.octets(question);
    let limit = question.edns.as_ref().map_or(512, |edns| edns.size.max(512).into());
    if octets.len() <= limit || packet.oversized {
        return octets;
    }
    Packet::truncated().octets(question)
}

/// The ID of a question, then octets.
fn identified(question: &Question, octets: &[u8]) -> Vec<u8> {
    [&question.id.to_be_bytes(), octets].concat()
}

fn connections(listener: &TcpListener, shared: &Shared) {
    listener.set_nonblocking(true).expect("a listener that does not block");
    thread::scope(|scope| {
        while !shared.stopped() {
            match listener.accept() {
                Ok((stream, _)) => {
                    shared.connections.fetch_add(1, Ordering::SeqCst);
                    scope.spawn(move || connection(stream, shared));
                }
                Err(_) => thread::sleep(Duration::from_millis(2)),
            }
        }
    });
}

/// Answers one question after the other until one side has enough.
fn connection(mut stream: TcpStream, shared: &Shared) -> io::Result<()> {
    stream.set_nonblocking(false)?;
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(TICK))?;
    stream.set_write_timeout(Some(LIMIT))?;
    loop {
        let length = exactly(&mut stream, 2, shared)?;
        let length = u16::from_be_bytes([length[0], length[1]]);
        let octets = exactly(&mut stream, length.into(), shared)?;
        let (question, act) = shared.hear(&octets, Transport::Tcp);
        if !stream_act(&mut stream, shared, &question, &act)? {
            let _ = stream.shutdown(Shutdown::Write);
            return until_gone(&mut stream, shared);
        }
    }
}

/// Does something with a question that came in a stream. `false` ends the connection.
fn stream_act(stream: &mut TcpStream, shared: &Shared, question: &Question, act: &Act) -> io::Result<bool> {
    let part = |packet: &Packet, count: usize| {
        let octets = packet.octets(question);
        let end = count.min(octets.len());
        framed(octets.len(), &octets[..end])
    };
    match act {
        Act::Say(packet) => {
            let octets = packet.octets(question);
            stream.write_all(&framed(octets.len(), &octets))?;
        }
        Act::Octets(octets) => stream.write_all(&framed(octets.len(), octets))?,
        Act::OctetsBehindId(octets) => {
            let octets = identified(question, octets);
            stream.write_all(&framed(octets.len(), &octets))?;
        }
        Act::Bare(octets) => stream.write_all(octets)?,
        Act::Length(length, packet) => stream.write_all(&framed((*length).into(), &packet.octets(question)))?,
        Act::EachOctet(packet) => {
            for octet in part(packet, usize::MAX) {
                stream.write_all(&[octet])?;
                thread::sleep(Duration::from_millis(1));
            }
        }
        Act::StallInside(packet, count) => {
            stream.write_all(&part(packet, *count))?;
            until_gone(stream, shared)?;
        }
        Act::CloseInside(packet, count) => {
            stream.write_all(&part(packet, *count))?;
            return Ok(false);
        }
        Act::Close => return Ok(false),
        Act::Silent => until_gone(stream, shared)?,
        Act::After(limit, act) => {
            shared.sleep(*limit);
            return stream_act(stream, shared, question, act);
        }
        Act::All(acts) => {
            for act in acts {
                if !stream_act(stream, shared, question, act)? {
                    return Ok(false);
                }
            }
        }
        Act::Edns(with, without) => {
            let act = if question.edns.is_some() { with } else { without };
            return stream_act(stream, shared, question, act);
        }
        Act::FromElsewhere(_) => panic!("{act:?} is nothing that a connection can do"),
    }
    Ok(true)
}

/// Octets behind their length, right or wrong.
fn framed(length: usize, octets: &[u8]) -> Vec<u8> {
    let length = u16::try_from(length).expect("at most 65,535 octets");
    [&length.to_be_bytes(), octets].concat()
}

fn exactly(stream: &mut TcpStream, count: usize, shared: &Shared) -> io::Result<Vec<u8>> {
    let deadline = deadline(LIMIT);
    let mut octets = vec![0; count];
    let mut have = 0;
    while have < count {
        match stream.read(&mut octets[have..]) {
            Ok(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
            Ok(read) => have += read,
            Err(error) if is_wait(&error) && !shared.stopped() && Instant::now() < deadline => {}
            Err(error) => return Err(error),
        }
    }
    Ok(octets)
}

/// Waits until the client ends the connection; further questions are not heard.
fn until_gone(stream: &mut TcpStream, shared: &Shared) -> io::Result<()> {
    let deadline = deadline(LIMIT);
    let mut block = [0; 1024];
    loop {
        match stream.read(&mut block) {
            Ok(0) => return Ok(()),
            Ok(_) => {}
            Err(error) if is_wait(&error) && !shared.stopped() && Instant::now() < deadline => {}
            Err(error) => return Err(error),
        }
    }
}
