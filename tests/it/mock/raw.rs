//! A client that sends any octets and reads what comes.

use std::io::{self, Read as _, Write as _};
use std::net::{Shutdown, TcpStream};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::connection::is_wait;
use super::{LIMIT, TICK};

/// A connection to a server under test.
pub struct Raw {
    stream: TcpStream,
    /// What came and was not yet asked for.
    buffer: Vec<u8>,
    /// The server has ended the connection.
    ended: bool,
}

impl Raw {
    /// Connects to a port of 127.0.0.1 and reads nothing yet.
    pub fn connect(port: u16) -> Self {
        Self::connect_to(("127.0.0.1", port))
    }

    /// Connects to a port of another address.
    pub fn connect_to(place: (&str, u16)) -> Self {
        let stream = TcpStream::connect(place).unwrap_or_else(|error| panic!("{place:?}: {error}"));
        stream.set_nodelay(true).expect("a socket");
        stream.set_read_timeout(Some(TICK)).expect("a socket");
        stream.set_write_timeout(Some(LIMIT)).expect("a socket");
        Self { stream, buffer: Vec::new(), ended: false }
    }

    /// Connects, takes the greeting and says EHLO.
    pub fn greeted(port: u16) -> Self {
        let mut raw = Self::connect(port);
        assert_eq!(code(&raw.reply()), 220);
        assert_eq!(code(&raw.ask("EHLO client.test")), 250);
        raw
    }

    /// Says octets. That the server may have gone is no error here: what it said last tells.
    pub fn say(&mut self, octets: &[u8]) {
        let _ = self.stream.write_all(octets);
    }

    /// Says octets in two segments, cut at `at`.
    pub fn say_split(&mut self, octets: &[u8], at: usize) {
        let (first, second) = octets.split_at(at);
        self.say(first);
        sleep(Duration::from_millis(2));
        self.say(second);
    }

    /// Says octets one by one.
    pub fn say_each_octet(&mut self, octets: &[u8]) {
        for octet in octets {
            self.say(&[*octet]);
            sleep(Duration::from_micros(300));
        }
    }

    /// Says a line and reads the reply to it.
    pub fn ask(&mut self, line: &str) -> String {
        self.say(format!("{line}\r\n").as_bytes());
        self.reply()
    }

    /// The next reply, all its lines. Panics if the server ends the connection instead, or is silent for too long.
    pub fn reply(&mut self) -> String {
        self.reply_within(LIMIT).unwrap_or_else(|| panic!("no reply came: {self:?}"))
    }

    /// The next reply, if one comes in time and before the end.
    pub fn reply_within(&mut self, limit: Duration) -> Option<String> {
        let deadline = Instant::now() + limit;
        loop {
            if let Some(end) = end_of_reply(&self.buffer) {
                let reply = self.buffer.drain(..end).collect::<Vec<u8>>();
                return Some(String::from_utf8_lossy(&reply).into_owned());
            }
            if self.ended || Instant::now() > deadline {
                return None;
            }
            self.read();
        }
    }

    /// Everything that still comes until the server ends the connection; panics if it does not.
    pub fn rest(&mut self) -> String {
        let deadline = Instant::now() + LIMIT;
        while !self.ended {
            assert!(Instant::now() < deadline, "the connection does not end: {self:?}");
            self.read();
        }
        String::from_utf8_lossy(&std::mem::take(&mut self.buffer)).into_owned()
    }

    /// Ends our side; the server's can still be read.
    pub fn end(&mut self) {
        let _ = self.stream.shutdown(Shutdown::Write);
    }

    fn read(&mut self) {
        let mut block = [0; 16 * 1024];
        match self.stream.read(&mut block) {
            Ok(0) => self.ended = true,
            Ok(count) => self.buffer.extend(&block[..count]),
            Err(error) if is_wait(&error) => {}
            Err(error) => self.broken(&error),
        }
    }

    fn broken(&mut self, _error: &io::Error) {
        self.ended = true;
    }
}

impl std::fmt::Debug for Raw {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { stream, buffer, ended } = self;
        write!(f, "Raw({stream:?}, ended {ended}, {:?})", String::from_utf8_lossy(buffer))
    }
}

/// The code of a reply.
pub fn code(reply: &str) -> u16 {
    reply.get(..3).and_then(|code| code.parse().ok()).unwrap_or_else(|| panic!("no reply: {reply:?}"))
}

/// Where the first whole reply ends: behind the line that has no hyphen as its fourth character.
fn end_of_reply(octets: &[u8]) -> Option<usize> {
    let mut start = 0;
    while let Some(length) = octets.get(start..)?.iter().position(|&octet| octet == b'\n') {
        let end = start + length + 1;
        if octets.get(start + 3) != Some(&b'-') {
            return Some(end);
        }
        start = end;
    }
    None
}
