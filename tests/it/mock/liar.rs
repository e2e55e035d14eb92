//! A server of IMAP that works, and somebody before it who twists what it says and hears.

use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::LIMIT;

/// What is done as long as a command with these words is the last one; no words: always.
#[derive(Clone, Copy, Debug)]
pub struct Lie(pub &'static str, pub How);

/// What is done.
#[derive(Clone, Copy, Debug)]
pub enum How {
    /// The server does not hear the command, and this is its answer; `@@` stands for the tag, the last CRLF is added.
    Answers(&'static str),
    /// The server hears the second where the first was said.
    Hears(&'static str, &'static str),
    /// The server says the second instead of the first: in literals too, as long as they keep their size.
    Says(&'static str, &'static str),
    /// Lines with this are left out of what the server says.
    Hides(&'static str),
    /// These words stand among the capabilities.
    Promises(&'static str),
    /// A literal that does not wait is none.
    OverhearsLiterals,
    /// A command ends behind its first literal.
    EndsAtLiteral,
    /// The connection ends.
    HangsUp,
}

/// Somebody who lies, on a port of 127.0.0.1. Dropping it ends it.
#[derive(Debug)]
pub struct Liar {
    /// The port.
    pub port: u16,
    stop: Arc<AtomicBool>,
    listening: Option<JoinHandle<()>>,
}

impl Liar {
    /// Stands before the server on this port of 127.0.0.1.
    pub fn start(server: u16, lies: &[Lie]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port of 127.0.0.1");
        let port = listener.local_addr().expect("its address").port();
        listener.set_nonblocking(true).expect("a listener that does not block");
        let (stop, lies) = (Arc::new(AtomicBool::new(false)), lies.to_vec());
        let listening = {
            let stop = Arc::clone(&stop);
            thread::spawn(move || listen(&listener, server, &lies, &stop))
        };
        Self { port, stop, listening: Some(listening) }
    }
}

impl Drop for Liar {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        if let Some(listening) = self.listening.take() {
            let _ = listening.join();
        }
    }
}

fn listen(listener: &TcpListener, server: u16, lies: &[Lie], stop: &AtomicBool) {
    thread::scope(|scope| {
        while !stop.load(Ordering::Relaxed) {
            match listener.accept() {
                Ok((client, _)) => {
                    scope.spawn(move || Between::open(client, server, lies).map(|between| between.run()));
                }
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => thread::sleep(Duration::from_millis(2)),
                Err(_) => break,
            }
        }
    });
}

/// Between one client and the server.
struct Between<'a> {
    client: TcpStream,
    server: TcpStream,
    lies: &'a [Lie],
    /// The first line of the last command.
    command: Mutex<String>,
}

impl Between<'_> {
    fn open(client: TcpStream, server: u16, lies: &[Lie]) -> io::Result<Between<'_>> {
        let server = TcpStream::connect(("127.0.0.1", server))?;
        for stream in [&client, &server] {
            stream.set_nonblocking(false)?;
            stream.set_nodelay(true)?;
            stream.set_read_timeout(Some(LIMIT))?;
        }
        Ok(Between { client, server, lies, command: Mutex::default() })
    }

    /// When one side has ended, so has the other.
    fn run(&self) {
        thread::scope(|scope| {
            scope.spawn(|| {
                let _ = self.hear();
                self.hang_up();
            });
            let _ = self.say();
            self.hang_up();
        });
    }

    fn hang_up(&self) {
        for stream in [&self.client, &self.server] {
            let _ = stream.shutdown(Shutdown::Both);
        }
    }

    fn command(&self) -> MutexGuard<'_, String> {
        self.command.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What is done now.
    fn now(&self) -> Vec<How> {
        let command = self.command().clone();
        self.lies.iter().filter(|Lie(words, _)| command.contains(words)).map(|Lie(_, how)| *how).collect()
    }

    /// From the client to the server.
    fn hear(&self) -> io::Result<()> {
        let mut from = BufReader::new(&self.client);
        while let Some(line) = line(&mut from)? {
            line.trim_end().clone_into(&mut self.command());
            let lies = self.now();
            match self.instead(&line, &lies) {
                Some(answer) => (&self.client).write_all(&answer)?,
                None if lies.iter().any(|how| matches!(how, How::HangsUp)) => return Ok(()),
                None => self.pass(&mut from, line, &lies)?,
            }
        }
        Ok(())
    }

    /// The answer to a command that the server does not hear.
    fn instead(&self, line: &str, lies: &[How]) -> Option<Vec<u8>> {
        let tag = line.split(' ').next().unwrap_or_default();
        lies.iter().find_map(|how| match how {
            How::Answers(answer) => Some(format!("{}\r\n", answer.replace("@@", tag)).into_bytes()),
            How::OverhearsLiterals if line.ends_with("+}\r\n") => Some(format!("{tag} BAD {{\r\n").into_bytes()),
            _ => None,
        })
    }

    /// A command with its literals.
    fn pass(&self, from: &mut BufReader<&TcpStream>, first: String, lies: &[How]) -> io::Result<()> {
        let mut heard = first;
        loop {
            let octets = literal(&heard);
            for how in lies {
                if let How::Hears(said, instead) = how {
                    heard = heard.replace(said, instead);
                }
            }
            (&self.server).write_all(heard.as_bytes())?;
            let Some(octets) = octets else { return Ok(()) };
            io::copy(&mut from.take(octets), &mut &self.server)?;
            heard = match line(from)? {
                Some(_) if lies.iter().any(|how| matches!(how, How::EndsAtLiteral)) => "\r\n".to_owned(),
                Some(line) => line,
                None => return Ok(()),
            };
        }
    }

    /// From the server to the client.
    fn say(&self) -> io::Result<()> {
        let mut from = BufReader::new(&self.server);
        while let Some(mut said) = line(&mut from)? {
            let octets = literal(&said).unwrap_or_default();
            let mut content = String::new();
            (&mut from).take(octets).read_to_string(&mut content)?;
            let mut hidden = false;
            for how in self.now() {
                match how {
                    How::Hides(what) => hidden |= said.contains(what),
                    How::Says(what, instead) => {
                        said = said.replace(what, instead);
                        content = content.replace(what, instead);
                    }
                    How::Promises(words) => {
                        said = said.replace("CAPABILITY IMAP4rev1", &format!("CAPABILITY IMAP4rev1 {words}"));
                    }
                    _ => {}
                }
            }
            if !hidden {
                (&self.client).write_all((said + &content).as_bytes())?;
            }
        }
        Ok(())
    }
}

/// The next line with its end; `None`: there is none.
fn line(from: &mut BufReader<&TcpStream>) -> io::Result<Option<String>> {
    let mut line = Vec::new();
    from.read_until(b'\n', &mut line)?;
    Ok((!line.is_empty()).then(|| String::from_utf8_lossy(&line).into_owned()))
}

/// How many octets follow a line.
fn literal(line: &str) -> Option<u64> {
    let (_, number) = line.strip_suffix("}\r\n")?.rsplit_once('{')?;
    number.trim_end_matches('+').parse().ok()
}
