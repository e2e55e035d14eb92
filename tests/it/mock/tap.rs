//! A listener between a client and a server that keeps what both say.

use std::io::{self, Read as _, Write as _};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::TICK;
use super::connection::is_wait;

/// What both sides said, in the order in which it came by: `true` for the client.
type Said = Arc<Mutex<Vec<(bool, Vec<u8>)>>>;

/// A running tap. Dropping it ends it.
#[derive(Debug)]
pub struct Tap {
    /// Its port on 127.0.0.1.
    pub port: u16,
    said: Said,
    stop: Arc<AtomicBool>,
    listening: Option<JoinHandle<()>>,
}

impl Tap {
    /// Listens, and passes everything on to another port of 127.0.0.1.
    pub fn start(to: u16) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port of 127.0.0.1");
        let port = listener.local_addr().expect("its address").port();
        listener.set_nonblocking(true).expect("a listener that does not block");
        let (said, stop) = (Said::default(), Arc::new(AtomicBool::new(false)));
        let listening = {
            let (said, stop) = (Arc::clone(&said), Arc::clone(&stop));
            thread::spawn(move || listen(&listener, to, &said, &stop))
        };
        Self { port, said, stop, listening: Some(listening) }
    }

    /// Everything that the client has said.
    pub fn client(&self) -> Vec<u8> {
        self.side(true)
    }

    /// Everything that the server has said.
    pub fn server(&self) -> Vec<u8> {
        self.side(false)
    }

    fn side(&self, client: bool) -> Vec<u8> {
        let said = self.said.lock().unwrap_or_else(PoisonError::into_inner);
        said.iter().filter(|(side, _)| *side == client).flat_map(|(_, octets)| octets.iter().copied()).collect()
    }
}

impl Drop for Tap {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        if let Some(listening) = self.listening.take() {
            let _ = listening.join();
        }
    }
}

fn listen(listener: &TcpListener, to: u16, said: &Said, stop: &Arc<AtomicBool>) {
    let mut threads = Vec::new();
    while !stop.load(Ordering::Relaxed) {
        match listener.accept() {
            Ok((client, _)) => threads.extend(bridge(client, to, said, stop).unwrap_or_default()),
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => thread::sleep(Duration::from_millis(2)),
            Err(_) => break,
        }
    }
    for thread in threads {
        let _: thread::Result<()> = thread.join();
    }
}

fn bridge(client: TcpStream, to: u16, said: &Said, stop: &Arc<AtomicBool>) -> io::Result<Vec<JoinHandle<()>>> {
    let server = TcpStream::connect(("127.0.0.1", to))?;
    for stream in [&client, &server] {
        stream.set_nonblocking(false)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(TICK))?;
    }
    let ways = [(client.try_clone()?, server.try_clone()?, true), (server, client, false)];
    let way = |(mut from, mut to, side): (TcpStream, TcpStream, bool)| {
        let (said, stop) = (Arc::clone(said), Arc::clone(stop));
        thread::spawn(move || pass(&mut from, &mut to, side, &said, &stop))
    };
    Ok(ways.into_iter().map(way).collect())
}

fn pass(from: &mut TcpStream, to: &mut TcpStream, side: bool, said: &Said, stop: &AtomicBool) {
    let mut block = vec![0; 64 * 1024];
    while !stop.load(Ordering::Relaxed) {
        match from.read(&mut block) {
            Ok(0) => break,
            Ok(count) => {
                let octets = block.get(..count).unwrap_or_default();
                said.lock().unwrap_or_else(PoisonError::into_inner).push((side, octets.to_vec()));
                if to.write_all(octets).is_err() {
                    break;
                }
            }
            Err(error) if is_wait(&error) => {}
            Err(_) => break,
        }
    }
    let _ = to.shutdown(Shutdown::Write);
}
