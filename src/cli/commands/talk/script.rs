//! Lines from standard input.

use std::io::{self, BufRead, Read};
use std::path::Path;
use std::thread;

use tokio::sync::mpsc::{Receiver, Sender, channel};

use crate::base::Exit;
use crate::cli::error::Failure;
use crate::client::talk::{Ask, Asked, Literal, Offer, Speaker};
use crate::net::endpoint::Protocol;
use crate::net::reason;
use crate::proto::sasl::{Credentials, Means};

/// The longest line, in octets: far more than any server takes.
const MAX_LINE: u64 = 16 * 1024 * 1024;

/// A script on standard input.
pub struct Script {
    lines: Receiver<io::Result<Vec<u8>>>,
    /// The number of the line that was said last, and of the last command.
    number: u64,
    command: u64,
    /// What was asked for when they ended.
    missing: Option<Asked>,
    protocol: Protocol,
    account: Option<Credentials>,
    failure: Option<Failure>,
}

impl Script {
    /// Reads ahead by a line, and not more.
    pub fn start(protocol: Protocol, account: Option<Credentials>) -> Script {
        let (sender, lines) = channel(1);
        // Nobody waits for this thread: a read from a terminal or a pipe may never end.
        thread::spawn(move || read(&sender));
        Script { lines, number: 0, command: 0, missing: None, protocol, account, failure: None }
    }

    /// What is wrong with the script itself.
    pub fn failure(&mut self) -> Option<Failure> {
        self.failure.take()
    }

    /// It ended where it must not.
    pub fn cut(&self) -> Failure {
        let (line, began) = (self.number, self.command);
        let what = match self.missing {
            Some(Asked::Credentials) => format!("the login that line {began} begins"),
            _ if self.protocol == Protocol::Imap => format!("the literal that line {began} announces"),
            _ => format!("the message that line {began} begins"),
        };
        let failure = Failure::new(Exit::Data, format!("the script ends, at line {line}, in the middle of {what}"));
        match (self.missing, self.protocol) {
            (Some(Asked::Credentials), _) => failure,
            (_, Protocol::Smtp) => {
                failure.hint("nothing of that message was delivered; a line with a lone dot ends DATA")
            }
            _ => failure.hint("nothing of that literal was taken; a line with a lone dot ends one announced by {}"),
        }
    }

    fn wrong(&mut self, exit: Exit, what: impl std::fmt::Display) -> io::Error {
        self.failure = Some(Failure::new(exit, format!("line {} of the script: {what}", self.number)));
        io::ErrorKind::InvalidData.into()
    }
}

impl Speaker for Script {
    async fn line(&mut self, ask: Ask) -> io::Result<Option<Vec<u8>>> {
        loop {
            let Some(line) = self.lines.recv().await else {
                self.missing.get_or_insert(ask.asked);
                return Ok(None);
            };
            self.number += 1;
            let mut line = line.map_err(|error| self.wrong(Exit::Io, reason(&error)))?;
            if line.last() == Some(&b'\n') {
                line.pop();
            } else if line.len() as u64 >= MAX_LINE {
                return Err(self.wrong(Exit::Data, "it is longer than 16 MiB"));
            }
            if line.last() == Some(&b'\r') {
                line.pop();
            }
            let command = matches!(ask.asked, Asked::Command | Asked::Done);
            if command && (line.trim_ascii().is_empty() || line.starts_with(b"#")) {
                continue;
            }
            if command {
                self.command = self.number;
            }
            if line.contains(&0) {
                return Err(self.wrong(Exit::Data, "an octet of value 0 cannot be said"));
            }
            return Ok(Some(line));
        }
    }

    fn has_account(&self) -> bool {
        self.account.is_some()
    }

    async fn account(&mut self, _takes: Means) -> io::Result<Option<Credentials>> {
        Ok(self.account.clone())
    }

    fn open(&mut self, path: &str) -> io::Result<Option<Literal>> {
        Literal::open(Path::new(path)).map(Some).map_err(|error| self.wrong(error.exit(), error))
    }

    fn offered(&mut self, _offer: Option<&Offer>) {}

    fn seen(&mut self, _seen: bool) {}
}

/// Hands on the lines of standard input, their ends included, until nobody wants more.
fn read(lines: &Sender<io::Result<Vec<u8>>>) {
    let mut stdin = std::io::stdin().lock();
    loop {
        let mut line = Vec::new();
        let line = match (&mut stdin).take(MAX_LINE).read_until(b'\n', &mut line) {
            Ok(0) => return,
            Ok(_) => Ok(line),
            Err(error) => Err(error),
        };
        let last = line.is_err();
        if lines.blocking_send(line).is_err() || last {
            return;
        }
    }
}
