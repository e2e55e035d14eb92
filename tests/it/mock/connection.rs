//! One connection of the scripted server.

use std::io::{self, Read as _, Write as _};
use std::net::{Shutdown, TcpStream};
use std::time::{Duration, Instant};

use super::server::{Shared, Step, deadline};
use super::{LIMIT, TICK};

/// A socket whose octets are kept as they come.
pub(super) struct Connection<'a> {
    stream: TcpStream,
    shared: &'a Shared,
    number: usize,
    /// The end of the last line lies in the kernel still: a socket that is dropped then is reset.
    unread: bool,
    /// A step has ended the connection.
    ended: bool,
}

impl<'a> Connection<'a> {
    pub(super) fn new(stream: TcpStream, shared: &'a Shared, number: usize) -> io::Result<Self> {
        stream.set_nonblocking(false)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(TICK))?;
        stream.set_write_timeout(Some(TICK))?;
        Ok(Self { stream, shared, number, unread: false, ended: false })
    }

    /// Does one step after the other, then closes.
    pub(super) fn follow(&mut self, steps: &[Step]) -> io::Result<()> {
        self.steps(steps)?;
        if self.ended { Ok(()) } else { self.close() }
    }

    /// Does one step after the other.
    pub(super) fn steps(&mut self, steps: &[Step]) -> io::Result<()> {
        for step in steps {
            if self.ended {
                break;
            }
            self.step(step)?;
        }
        Ok(())
    }

    /// A step has ended the connection.
    pub(super) fn has_ended(&self) -> bool {
        self.ended
    }

    fn step(&mut self, step: &Step) -> io::Result<()> {
        match step {
            Step::Say(octets) => self.say(octets),
            Step::SayEachOctet(octets) => octets.iter().try_for_each(|octet| {
                std::thread::sleep(Duration::from_millis(1));
                self.say(&[*octet])
            }),
            Step::Expect(beginning) => self.expect(beginning),
            Step::Read(count) => self.exactly(*count).map(|_| ()),
            Step::ReadUntilDot => self.until_dot().map(|_| ()),
            Step::Stall(limit) => self.stall(*limit),
            Step::Deaf(limit) => self.deaf(*limit),
            Step::Close => self.close(),
            Step::Reset => self.reset(),
            Step::Flood(octets, total) => self.flood(octets, *total),
            Step::Converse(smtp) => smtp.converse(self),
            Step::Imap(imap) => imap.converse(self),
            Step::Pop3(pop3) => pop3.converse(self),
        }
    }

    /// Says octets, however slowly the client takes them.
    pub(super) fn say(&mut self, octets: &[u8]) -> io::Result<()> {
        let deadline = deadline(LIMIT);
        let mut rest = octets;
        while !rest.is_empty() {
            match self.stream.write(rest) {
                Ok(count) => {
                    self.note(|heard| heard.said += count);
                    rest = rest.get(count..).unwrap_or_default();
                }
                Err(error) => self.patience(error, deadline)?,
            }
        }
        Ok(())
    }

    /// The next line with its end; what was heard before is no part of it.
    pub(super) fn line(&mut self) -> io::Result<Vec<u8>> {
        self.settle()?;
        let deadline = deadline(LIMIT);
        let mut line = Vec::new();
        let mut block = vec![0; 64 * 1024];
        loop {
            let count = match self.stream.peek(&mut block) {
                Ok(0) => return Err(gone(&line)),
                Ok(count) => count,
                Err(error) => {
                    self.patience(error, deadline)?;
                    continue;
                }
            };
            let end = block.get(..count).and_then(|seen| seen.iter().position(|&octet| octet == b'\n'));
            let taken = self.take(end.unwrap_or(count))?;
            line.extend(&taken);
            if end.is_some() {
                line.push(b'\n');
                self.unread = true;
                self.note(|heard| heard.octets.push(b'\n'));
                return Ok(line);
            }
        }
    }

    /// The next so many octets.
    pub(super) fn exactly(&mut self, count: usize) -> io::Result<Vec<u8>> {
        self.settle()?;
        let deadline = deadline(LIMIT);
        let mut octets = Vec::new();
        let mut block = vec![0; 64 * 1024];
        while octets.len() < count {
            let wanted = block.len().min(count - octets.len());
            match self.stream.read(block.get_mut(..wanted).unwrap_or_default()) {
                Ok(0) => return Err(gone(&octets)),
                Ok(read) => octets.extend(self.keep(block.get(..read).unwrap_or_default())),
                Err(error) => self.patience(error, deadline)?,
            }
        }
        Ok(octets)
    }

    /// All lines before a lone dot.
    pub(super) fn until_dot(&mut self) -> io::Result<Vec<u8>> {
        let mut content = Vec::new();
        loop {
            match self.line()? {
                line if line == b".\r\n" => return Ok(content),
                line => content.extend(line),
            }
        }
    }

    /// Notes what a step has to tell.
    pub(super) fn note(&self, change: impl FnOnce(&mut super::Heard)) {
        if let Some(heard) = self.shared.heard().get_mut(self.number) {
            change(heard);
        }
    }

    fn expect(&mut self, beginning: &str) -> io::Result<()> {
        let line = self.line()?;
        let start = line.get(..beginning.len()).unwrap_or(&line);
        if start.eq_ignore_ascii_case(beginning.as_bytes()) {
            return Ok(());
        }
        let line = String::from_utf8_lossy(&line).into_owned();
        Err(io::Error::other(format!("{beginning} was expected, and {line:?} came")))
    }

    fn stall(&mut self, limit: Duration) -> io::Result<()> {
        self.settle()?;
        let deadline = deadline(limit);
        let mut block = vec![0; 64 * 1024];
        while Instant::now() < deadline && !self.shared.stopped() {
            match self.stream.read(&mut block) {
                Ok(0) => {
                    self.ended = true;
                    return Ok(());
                }
                Ok(read) => drop(self.keep(block.get(..read).unwrap_or_default())),
                Err(error) if is_wait(&error) => {}
                Err(_) => {
                    self.ended = true;
                    return Ok(());
                }
            }
        }
        Ok(())
    }

    /// The client is gone when it can no longer be written to, which only writing would tell: so the whole time passes,
    /// unless the server is stopped.
    fn deaf(&mut self, limit: Duration) -> io::Result<()> {
        let deadline = deadline(limit);
        while Instant::now() < deadline && !self.shared.stopped() {
            std::thread::sleep(TICK);
        }
        Ok(())
    }

    fn flood(&mut self, octets: &[u8], total: usize) -> io::Result<()> {
        let block = octets.repeat((64 * 1024 / octets.len().max(1)).max(1));
        let mut said = 0;
        while said < total {
            if self.say(&block).is_err() {
                self.ended = true;
                return Ok(());
            }
            said += block.len();
        }
        Ok(())
    }

    /// Ends the connection in good order: what has come is read, so that no RST overtakes what was said last.
    fn close(&mut self) -> io::Result<()> {
        self.ended = true;
        let _ = self.stream.shutdown(Shutdown::Write);
        self.stall(Duration::from_secs(5))
    }

    fn reset(&mut self) -> io::Result<()> {
        self.ended = true;
        let deadline = deadline(Duration::from_secs(5));
        while !self.unread {
            match self.stream.peek(&mut [0]) {
                Ok(0) => return Err(io::Error::other("the client went before it could be reset")),
                Ok(_) => self.unread = true,
                Err(error) => self.patience(error, deadline)?,
            }
        }
        Ok(())
    }

    /// Reads the line end that [`line`](Connection::line) has left.
    fn settle(&mut self) -> io::Result<()> {
        if std::mem::take(&mut self.unread) {
            self.stream.read_exact(&mut [0])?;
        }
        Ok(())
    }

    /// Reads octets that are known to be there.
    fn take(&mut self, count: usize) -> io::Result<Vec<u8>> {
        let mut octets = vec![0; count];
        self.stream.read_exact(&mut octets)?;
        Ok(self.keep(&octets))
    }

    fn keep(&mut self, octets: &[u8]) -> Vec<u8> {
        self.note(|heard| heard.octets.extend(octets));
        octets.to_vec()
    }

    /// Goes on waiting if nothing but time has passed, and not too much of it.
    fn patience(&self, error: io::Error, deadline: Instant) -> io::Result<()> {
        match is_wait(&error) {
            false => Err(error),
            true if self.shared.stopped() => Err(io::Error::other("the server was stopped")),
            true if Instant::now() > deadline => Err(io::Error::other("nothing happened for too long")),
            true => Ok(()),
        }
    }
}

/// A read or write that would wait longer than a tick.
pub(super) fn is_wait(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut | io::ErrorKind::Interrupted)
}

fn gone(line: &[u8]) -> io::Error {
    let line = String::from_utf8_lossy(line).into_owned();
    io::Error::other(format!("the client went behind {line:?}"))
}
