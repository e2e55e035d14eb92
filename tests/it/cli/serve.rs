//! `mailtool serve` on free ports, stopped when its guard is dropped.

use std::fs::{self, File};
use std::process::{Child, ExitStatus, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::{Mailtool, Room};

/// How long the server may take to start and to stop.
const LIMIT: Duration = Duration::from_secs(20);
/// It ends by itself if nobody stops it.
const LIFE: &str = "280s";

/// A running server: what it takes goes to `mail` in its room.
#[derive(Debug)]
pub struct Serve {
    child: Child,
    ports: serde_json::Value,
    room: Room,
}

impl Serve {
    /// `serve --smtp --eml-dir …` with further arguments.
    pub fn start(args: &[&str]) -> Self {
        Self::listening(&["--smtp=127.0.0.1:0"], args)
    }

    /// As [`start`](Serve::start), with these listeners instead of SMTP alone.
    pub fn listening(listeners: &[&str], args: &[&str]) -> Self {
        let room = Room::new();
        let (mail, ports) = (room.directory("mail"), room.at("ports.json"));
        let fixed = ["serve", "--eml-dir", &mail, "--ports-file", &ports, "--color", "never"];
        let life: &[&str] = if args.contains(&"--exit-after") { &[] } else { &["--exit-after", LIFE] };
        let mailtool = Mailtool::new(fixed).args(listeners).args(life).args(args);
        let mut command = mailtool.command(&room);
        let file = |name| File::create(room.at(name)).expect("a file for the output");
        command.stdin(Stdio::null()).stdout(file("stdout")).stderr(file("stderr"));
        let child = command.spawn().unwrap_or_else(|error| panic!("{command:?}: {error}"));
        let mut serve = Self { child, ports: serde_json::Value::Null, room };
        serve.wait_for_ports();
        serve
    }

    fn wait_for_ports(&mut self) {
        let deadline = Instant::now() + LIMIT;
        while self.ports.is_null() {
            let text = fs::read_to_string(self.room.at("ports.json")).unwrap_or_default();
            self.ports = serde_json::from_str(&text).unwrap_or_default();
            let ended = self.child.try_wait().ok().flatten();
            assert!(ended.is_none(), "the server ended with {ended:?}\n{}", self.stderr());
            assert!(Instant::now() < deadline, "the server does not listen\n{}", self.stderr());
            sleep(Duration::from_millis(5));
        }
    }

    /// The address of a listener: `smtp`, `smtps`, `submission`.
    pub fn address(&self, listener: &str) -> String {
        let address = self.ports[listener].as_str();
        address.unwrap_or_else(|| panic!("no {listener} in the ports file {}", self.ports)).to_owned()
    }

    /// The port of a listener.
    pub fn port_of(&self, listener: &str) -> u16 {
        let address = self.address(listener);
        address.rsplit(':').next().and_then(|port| port.parse().ok()).unwrap_or_else(|| panic!("a port: {address}"))
    }

    /// The port of SMTP.
    pub fn port(&self) -> u16 {
        self.port_of("smtp")
    }

    /// Its process.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// What it has said on stdout until now.
    pub fn stdout(&self) -> String {
        String::from_utf8_lossy(&self.room.read("stdout")).into_owned()
    }

    /// What it has said on stderr until now.
    pub fn stderr(&self) -> String {
        String::from_utf8_lossy(&self.room.read("stderr")).into_owned()
    }

    /// The objects that `--json` has written until now.
    pub fn events(&self) -> Vec<serde_json::Value> {
        let object = |line: &str| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
        self.stdout().lines().map(object).collect()
    }

    /// The messages it has kept, in the order of their names; nothing else may lie there.
    pub fn messages(&self) -> Vec<Vec<u8>> {
        let files = self.room.list("mail");
        let strange = files.iter().find(|file| file.extension().is_none_or(|extension| extension != "eml"));
        assert_eq!(strange, None, "what is this?");
        files.iter().map(|file| fs::read(file).expect("a message")).collect()
    }

    /// The one message it has kept.
    #[track_caller]
    pub fn message(&self) -> Vec<u8> {
        let mut messages = self.messages();
        assert_eq!(messages.len(), 1, "one message was expected\n{}", self.stderr());
        messages.remove(0)
    }

    /// Sends a signal: `-TERM`, `-STOP`, `-CONT`.
    pub fn signal(&self, name: &str) {
        super::run::signal(name, self.pid());
    }

    /// Waits until it has ended by itself.
    pub fn wait(&mut self, limit: Duration) -> Option<ExitStatus> {
        let deadline = Instant::now() + limit;
        loop {
            match self.child.try_wait() {
                Ok(Some(status)) => return Some(status),
                _ if Instant::now() > deadline => return None,
                _ => sleep(Duration::from_millis(5)),
            }
        }
    }

    /// Asks it to end, and waits for that.
    pub fn stop(&mut self) -> Option<ExitStatus> {
        if let Some(status) = self.wait(Duration::ZERO) {
            return Some(status);
        }
        self.signal("-TERM");
        self.wait(LIMIT)
    }
}

impl Drop for Serve {
    fn drop(&mut self) {
        if self.wait(Duration::ZERO).is_none() {
            self.signal("-CONT");
            self.signal("-TERM");
            if self.wait(Duration::from_secs(5)).is_none() {
                let _ = self.child.kill();
                let _ = self.child.wait();
            }
        }
    }
}
