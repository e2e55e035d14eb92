//! mailtool beside its rivals, the same work against the same peer, in turn: `cargo bench`.
//!
//! Prints a table of medians and their ratio; only the ratio means anything on a busy machine. Needs smtp-sink and
//! smtp-source (Debian's postfix) and curl; what is missing is skipped and said so. A first argument
//! selects rows by name: `cargo bench --bench rivals -- bulk`.
//!
//! `RUSTFLAGS='--cfg mailtool_no_sink' cargo bench --bench rivals -- bulk` measures a build in which no turn is ever
//! shown to anybody, for the cost of the transcript when it is off.

#![allow(clippy::print_stdout, reason = "the table is the result")]

use std::fs::File;
use std::io::{BufWriter, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const MAILTOOL: &str = env!("CARGO_BIN_EXE_mailtool");
/// How often each side runs.
const RUNS: usize = 5;
/// Letters in the bulk row.
const LETTERS: usize = 20_000;
/// Octets of a letter's body.
const LETTER: usize = 1024;

fn main() {
    let wanted = std::env::args().skip(1).find(|argument| !argument.starts_with('-')).unwrap_or_default();
    let room = tempfile::tempdir().expect("a temporary directory");
    let rows = [("bulk", bulk as fn(&Path)), ("attachment", attachment), ("memory", memory)];
    println!("| work | rival | mailtool | ratio |\n|---|---|---|---|");
    for (_, row) in rows.iter().filter(|(name, _)| name.contains(&wanted)) {
        row(room.path());
    }
}

/// 20,000 letters of 1 KB from an mbox over one connection to smtp-sink, beside smtp-source.
fn bulk(room: &Path) {
    let Some(sink) = Sink::start() else { return skip("bulk: smtp-sink is missing") };
    let mbox = room.join("letters.mbox");
    write_mbox(&mbox).expect("an mbox");
    let source = || {
        let mut command = Command::new(tool("smtp-source"));
        command.args(["-d", "-m", &LETTERS.to_string(), "-l", &LETTER.to_string()]);
        command.args(["-f", "a@example.test", "-t", "b@example.test", &sink.address]);
        command
    };
    let ours = || {
        let mut command = Command::new(MAILTOOL);
        command.args(["send", "-qq", "-s", &sink.address, "--mbox"]).arg(&mbox);
        command
    };
    let rate = |time: Duration| format!("{:.0}/s", LETTERS as f64 / time.as_secs_f64());
    compare("20,000 letters of 1 KB over one connection, to smtp-sink", "smtp-source", source, ours, rate);
}

/// A ready message of 100 MB, beside curl.
fn attachment(room: &Path) {
    let Some(sink) = Sink::start() else { return skip("attachment: smtp-sink is missing") };
    let eml = room.join("large.eml");
    let file = room.join("large.bin");
    write_large(&file, &eml).expect("a large message");
    let curl = || {
        let mut command = Command::new("curl");
        command.args(["-s", "--mail-from", "a@example.test", "--mail-rcpt", "b@example.test", "-T"]).arg(&eml);
        command.arg(format!("smtp://{}/x", sink.address));
        command
    };
    let ours = || {
        let mut command = Command::new(MAILTOOL);
        command.args(["send", "-qq", "-s", &sink.address, "--from", "a@example.test", "--to", "b@example.test"]);
        command.arg("--attach").arg(&file);
        command
    };
    let seconds = |time: Duration| format!("{:.2} s", time.as_secs_f64());
    let work = "100 MB composed and sent (curl: ready and encoded), to smtp-sink";
    compare(work, "curl", curl, ours, seconds);
}

/// The most memory that sending 1 GB takes.
fn memory(room: &Path) {
    let Some(sink) = Sink::start() else { return skip("memory: smtp-sink is missing") };
    let file = room.join("huge.bin");
    let made = File::create(&file).and_then(|file| file.set_len(1 << 30));
    made.expect("a sparse file");
    let mut command = Command::new(MAILTOOL);
    command.args(["send", "-qq", "-s", &sink.address, "--from", "a@example.test", "--to", "b@example.test"]);
    command.arg("--attach").arg(&file).stdout(Stdio::null());
    let mut child = command.spawn().expect("mailtool");
    let mut most = 0;
    while child.try_wait().expect("a child").is_none() {
        most = most.max(high_water(child.id()).unwrap_or(0));
        std::thread::sleep(Duration::from_millis(5));
    }
    println!("| memory for a 1 GB attachment | (16 MiB wanted) | {:.1} MiB | |", most as f64 / 1024.0);
}

fn high_water(pid: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

/// Runs both in turn and prints the medians.
fn compare(
    work: &str,
    rival: &str,
    theirs: impl Fn() -> Command,
    ours: impl Fn() -> Command,
    shown: impl Fn(Duration) -> String,
) {
    let (mut a, mut b) = (Vec::new(), Vec::new());
    for round in 0..=RUNS {
        let (Some(their), Some(our)) = (time(theirs()), time(ours())) else {
            return skip(&format!("{work}: {rival} is missing or failed"));
        };
        // The first round warms up.
        if round > 0 {
            a.push(their);
            b.push(our);
        }
    }
    let (their, our) = (median(a), median(b));
    let ratio = their.as_secs_f64() / our.as_secs_f64();
    println!("| {work} | {rival} {} | {} | {ratio:.2} times as fast |", shown(their), shown(our));
}

fn time(mut command: Command) -> Option<Duration> {
    let start = Instant::now();
    let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status().ok()?;
    status.success().then(|| start.elapsed())
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn skip(why: &str) {
    println!("| skipped: {why} | | | |");
}

fn tool(name: &str) -> PathBuf {
    let places = ["/usr/sbin", "/usr/bin", "/usr/local/sbin"];
    let found = places.iter().map(|place| Path::new(place).join(name)).find(|path| path.exists());
    found.unwrap_or_else(|| PathBuf::from(name))
}

fn write_mbox(path: &Path) -> std::io::Result<()> {
    let mut file = BufWriter::new(File::create(path)?);
    let line = "x".repeat(63);
    for n in 0..LETTERS {
        writeln!(file, "From a@example.test Mon Nov 23 00:00:00 2026")?;
        writeln!(file, "From: a@example.test\nTo: b@example.test\nSubject: letter {n}\n")?;
        for _ in 0..LETTER / 64 {
            writeln!(file, "{line}")?;
        }
        writeln!(file)?;
    }
    file.flush()
}

/// 100 MB of octets, and a message with as many in base64 for who cannot compose one.
fn write_large(file: &Path, eml: &Path) -> std::io::Result<()> {
    let octets: Vec<u8> = (0u32..100_000_000).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    std::fs::write(file, &octets)?;
    let mut eml = BufWriter::new(File::create(eml)?);
    write!(eml, "From: a@example.test\r\nTo: b@example.test\r\nContent-Transfer-Encoding: base64\r\n\r\n")?;
    let line = "QUJD".repeat(19);
    for _ in 0..octets.len() / 57 {
        write!(eml, "{line}\r\n")?;
    }
    eml.flush()
}

/// A running smtp-sink.
struct Sink {
    child: Child,
    address: String,
}

impl Sink {
    fn start() -> Option<Sink> {
        let address = TcpListener::bind("127.0.0.1:0").and_then(|socket| socket.local_addr()).ok()?.to_string();
        let mut command = Command::new(tool("smtp-sink"));
        command.args(["-u", "nobody", &address, "100"]).stdout(Stdio::null()).stderr(Stdio::null());
        let child = command.spawn().ok()?;
        for _ in 0..100 {
            if TcpStream::connect(&address).is_ok() {
                return Some(Sink { child, address });
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        None
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
