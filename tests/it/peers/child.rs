//! A guard around a server process: it stops with its whole family when the guard is dropped, and also when the test
//! process is killed.

use std::fs::{self, File};
use std::io::Write as _;
use std::net::Ipv4Addr;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{self, Command, ExitStatus, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How long a server may take to listen.
const START: Duration = Duration::from_secs(10);
/// How long a server may take to end after SIGTERM, before SIGKILL.
const STOP: Duration = Duration::from_secs(5);
/// Between two looks.
const PAUSE: Duration = Duration::from_millis(10);

/// Stops the process group `$1` and removes the directory `$2` when its stdin ends without a word: the test process is
/// dead then.
const WATCH: &str = r#"
read -r done && exit
kill -s TERM -- "-$1"
n=0
while kill -s 0 -- "-$1" && [ $n -lt 50 ]; do sleep 0.1; n=$((n + 1)); done
kill -s KILL -- "-$1"
[ -z "$2" ] || rm -rf -- "$2"
"#;

/// A running server, leader of its own process group.
#[derive(Debug)]
pub struct Child {
    process: process::Child,
    watcher: process::Child,
    name: String,
    logs: Vec<PathBuf>,
}

impl Child {
    /// Starts `command` with stdout and stderr in the file `output`. `room` is the directory that a watcher removes if
    /// the test process dies without dropping this guard.
    pub fn start(mut command: Command, output: &Path, room: Option<&Path>) -> Self {
        let name = Path::new(command.get_program()).file_name().unwrap_or_default().to_string_lossy().into_owned();
        let file = File::create(output).unwrap_or_else(|error| panic!("{}: {error}", output.display()));
        let again = file.try_clone().expect("a second handle of the log");
        // a pipe that stays open as long as we live: some servers leave at the end of their stdin
        let process = command.stdin(Stdio::piped()).stdout(file).stderr(again).process_group(0).spawn();
        let process = process.unwrap_or_else(|error| panic!("{name}: {error}"));
        let mut watcher = Command::new("/bin/sh");
        watcher.args(["-c", WATCH, "watcher", &process.id().to_string()]).arg(room.unwrap_or(Path::new("")));
        let watcher =
            watcher.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).process_group(0).spawn();
        let watcher = watcher.expect("/bin/sh, to watch over a server");
        Self { process, watcher, name, logs: vec![output.to_owned()] }
    }

    /// Names a further file in which the server logs.
    pub fn also_logs(mut self, file: &Path) -> Self {
        self.logs.push(file.to_owned());
        self
    }

    /// Process number, which is that of the group too.
    pub fn pid(&self) -> u32 {
        self.process.id()
    }

    /// Everything the server has logged until now, for failure messages.
    pub fn log(&self) -> String {
        let texts = self.logs.iter().filter_map(|file| fs::read(file).ok());
        texts.map(|text| String::from_utf8_lossy(&text).into_owned()).collect()
    }

    /// Waits until all these ports of 127.0.0.1 are listened on; panics with the log after 10 seconds, or at once if
    /// the server ends.
    pub fn wait_for(&mut self, ports: &[u16]) {
        self.wait_for_at("127.0.0.1", ports);
    }

    /// As [`wait_for`](Child::wait_for), at another address of IPv4.
    pub fn wait_for_at(&mut self, address: &str, ports: &[u16]) {
        let address = address.parse().unwrap_or_else(|error| panic!("{address}: {error}"));
        let deadline = Instant::now() + START;
        for &port in ports {
            while !is_listened_on(address, port) {
                if let Some(status) = self.exited() {
                    panic!("{} ended with {status} before it listened on {port}:\n{}", self.name, self.log());
                }
                assert!(Instant::now() < deadline, "{} does not listen on {port}:\n{}", self.name, self.log());
                sleep(PAUSE);
            }
        }
    }

    /// Waits until `text` stands in the log; panics with the log after `limit`.
    pub fn wait_for_log(&self, text: &str, limit: Duration) {
        let deadline = Instant::now() + limit;
        while !self.log().contains(text) {
            assert!(Instant::now() < deadline, "no {text:?} in the log of {}:\n{}", self.name, self.log());
            sleep(PAUSE);
        }
    }

    /// Writes to the server's stdin.
    pub fn write(&mut self, octets: &[u8]) {
        let stdin = self.process.stdin.as_mut().expect("a pipe");
        stdin.write_all(octets).unwrap_or_else(|error| panic!("{}: {error}", self.name));
    }

    /// How the server ended, if it has ended.
    pub fn exited(&mut self) -> Option<ExitStatus> {
        self.process.try_wait().ok().flatten()
    }

    /// Stops the server and all its children: SIGTERM, after 5 seconds SIGKILL. Dropping does the same.
    pub fn stop(&mut self) {
        let pid = self.process.id();
        let mut family = family(pid);
        if self.exited().is_none() {
            let members: Vec<u32> = family.iter().map(|one| one.pid).collect();
            signal("-TERM", &members);
            self.gone(STOP);
        }
        // those left: children the server did not take along, and itself if it does not listen
        family.extend(self::family(pid));
        let alive: Vec<u32> = family.iter().filter(|one| one.lives()).map(|one| one.pid).collect();
        if !alive.is_empty() {
            signal("-KILL", &alive);
            self.gone(STOP);
            let deadline = Instant::now() + STOP;
            while family.iter().any(Relative::lives) && Instant::now() < deadline {
                sleep(PAUSE);
            }
        }
        if let Some(mut stdin) = self.watcher.stdin.take() {
            let _ = stdin.write_all(b"done\n");
        }
        let _ = self.watcher.wait();
    }

    fn gone(&mut self, limit: Duration) {
        let deadline = Instant::now() + limit;
        while self.exited().is_none() && Instant::now() < deadline {
            sleep(PAUSE);
        }
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Whether somebody listens on a TCP port of an address. Asked of the kernel: a connection to try it out would stand in
/// the server's log, and take the place of the first client where there is one for each.
fn is_listened_on(address: Ipv4Addr, port: u16) -> bool {
    let table = fs::read_to_string("/proc/net/tcp").unwrap_or_default();
    // an address stands there as the machine reads its four octets as a number
    let local = format!("{:08X}:{port:04X}", u32::from_ne_bytes(address.octets()));
    // proc_net_tcp: number, local address, remote address, state, of which 0A is LISTEN
    table
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>())
        .any(|fields| matches!(fields.as_slice(), [_, place, _, "0A", ..] if *place == local))
}

/// A process, told from a later one of the same number by when it started.
#[derive(Debug, PartialEq)]
struct Relative {
    pid: u32,
    parent: u32,
    group: u32,
    started: u64,
    zombie: bool,
}

impl Relative {
    fn read(pid: u32) -> Option<Self> {
        let text = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
        // proc(5): the name stands in parentheses and may hold anything, so count from the last one: state is field 3
        let fields: Vec<&str> = text.rsplit_once(')')?.1.split_whitespace().collect();
        let number = |field: usize| fields.get(field - 3)?.parse().ok();
        let zombie = matches!(fields.first(), Some(&"Z" | &"X"));
        let small = |field: usize| u32::try_from(number(field)?).ok();
        Some(Self { pid, parent: small(4)?, group: small(5)?, started: number(22)?, zombie })
    }

    fn lives(&self) -> bool {
        Self::read(self.pid).is_some_and(|now| now.started == self.started && !now.zombie)
    }
}

/// The living processes of the group `leader`, and everything that descends from it.
fn family(leader: u32) -> Vec<Relative> {
    let Ok(entries) = fs::read_dir("/proc") else { return Vec::new() };
    let pids = entries.flatten().filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    let mut others: Vec<Relative> = pids.filter_map(Relative::read).filter(|one| !one.zombie).collect();
    let mut family: Vec<Relative> = Vec::new();
    loop {
        let is_of_it = |one: &Relative| {
            let in_group = one.pid == leader || one.group == leader || one.parent == leader;
            in_group || family.iter().any(|known| known.pid == one.parent)
        };
        let (found, rest): (Vec<_>, Vec<_>) = others.into_iter().partition(is_of_it);
        if found.is_empty() {
            return family;
        }
        family.extend(found);
        others = rest;
    }
}

/// Sends a signal with the shell's own `kill`, since a small Debian has no other.
fn signal(name: &str, pids: &[u32]) {
    let mut kill = Command::new("/bin/sh");
    kill.args(["-c", "kill \"$@\"", "kill", name]).args(pids.iter().map(u32::to_string));
    let _ = kill.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
}
