//! `smtp-sink` and `smtp-source` of Postfix: a server that takes every message, and a client that sends many.

use std::fs;
use std::process::Output;

use super::child::Child;

/// `Ok` if sink and source can run here.
pub fn need() -> Result<(), super::Skip> {
    super::need(&["smtp-sink", "smtp-source"])
}

/// A running `smtp-sink`.
#[derive(Debug)]
pub struct Sink {
    child: Child,
    /// Its port, on 127.0.0.1 unless it was started elsewhere.
    pub port: u16,
    room: tempfile::TempDir,
}

impl Sink {
    /// Starts it with options of smtp-sink(1), for example `-L` for LMTP or `-q DATA` to hang up there.
    pub fn start(options: &[&str]) -> Self {
        Self::start_at("127.0.0.1", super::free_port(), options)
    }

    /// Starts it at another address of IPv4, as one of several hosts of a domain: the port comes from
    /// [`free_port_on`](super::free_port_on).
    pub fn start_at(address: &str, port: u16, options: &[&str]) -> Self {
        let room = super::room("sink-");
        let mails = room.path().join("mail");
        super::directory(&mails, super::user("nobody"), 0o700);
        let mut command = super::command("smtp-sink");
        if super::uid() == 0 {
            command.args(["-u", "nobody"]);
        }
        command.arg("-d").arg(mails.join("%s.")).args(options).args([format!("{address}:{port}"), "128".to_owned()]);
        let mut child = Child::start(command, &room.path().join("log"), Some(room.path()));
        child.wait_for_at(address, &[port]);
        Self { child, port, room }
    }

    /// The process, with its log.
    pub fn child(&self) -> &Child {
        &self.child
    }

    /// The messages taken until now, in no certain order, as `smtp-sink -d` writes them: lines end in LF, and above the
    /// message stand `X-Client-Addr`, `X-Mail-Args`, `X-Rcpt-Args` and their like.
    pub fn messages(&self) -> Vec<Vec<u8>> {
        let entries = fs::read_dir(self.room.path().join("mail")).expect("the sink's directory");
        entries.flatten().filter_map(|entry| fs::read(entry.path()).ok()).collect()
    }
}

/// Runs `smtp-source` with its options (`-m 100 -s 10 -f a@x -t b@y`) against a port of 127.0.0.1 and waits for its
/// end.
pub fn source(options: &[&str], port: u16) -> Output {
    let target = format!("inet:127.0.0.1:{port}");
    super::run("smtp-source", &[options, &[target.as_str()]].concat(), b"")
}
