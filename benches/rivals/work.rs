//! The rows: what is done, by whom, and how it is to come out.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::files::{LETTER, write_large, write_mbox, write_small};
use crate::race::{Race, Side};
use crate::servers::Server;
use crate::table::Row;
use crate::{MAILTOOL, peers};

/// The addresses of every letter, for each program's options.
const FROM: &str = "a@example.test";
const TO: &str = "b@example.test";

/// Our program.
pub fn mailtool(arguments: &[&str]) -> Command {
    let mut command = Command::new(MAILTOOL);
    command.args(arguments);
    command
}

/// `mailtool send` to a server.
fn send(sink: &Server, arguments: &[&str]) -> Command {
    let mut command = mailtool(&["send", "-qq", "-s", &sink.address]);
    command.args(arguments);
    command
}

/// A program of this machine; one that is missing cannot be run, which is found out by running it.
pub fn tool(name: &str) -> Command {
    Command::new(peers::find(name).unwrap_or_else(|| PathBuf::from(name)))
}

/// curl with a message that is ready.
fn curl(sink: &Server, eml: &Path) -> Command {
    let mut command = tool("curl");
    command.args(["--disable", "-s", "--noproxy", "*", "--mail-from", FROM, "--mail-rcpt", TO, "-T"]).arg(eml);
    command.arg(format!("smtp://{}/client.test", sink.address));
    command
}

fn swaks(sink: &Server, arguments: &[&str]) -> Command {
    let (host, port) = sink.address.split_once(':').unwrap_or_default();
    let mut command = tool("swaks");
    command.args(["--server", host, "--port", port, "-f", FROM, "-t", TO, "-h", "client.test", "--silent", "3"]);
    command.args(arguments);
    command
}

/// smtp-source with letters of 1 KB.
fn source(address: &str, letters: usize, arguments: &[&str]) -> Command {
    let mut command = tool("smtp-source");
    command.args(["-m", &letters.to_string(), "-l", &LETTER.to_string(), "-f", FROM, "-t", TO]);
    command.args(arguments).arg(address);
    command
}

/// A time, short.
pub fn milliseconds(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1000.0)
}

fn seconds(time: Duration) -> String {
    format!("{:.2} s", time.as_secs_f64())
}

/// So many letters in that time.
pub fn rate(letters: usize) -> impl Fn(Duration) -> String {
    move |time| format!("{:.0}/s", letters as f64 / time.as_secs_f64())
}

/// One small letter, from the start of the process to its end.
pub fn start(room: &Path) -> Vec<Row> {
    let work = "one small letter, process start to exit, to smtp-sink";
    let Some(sink) = Server::sink() else { return vec![Row::skipped(work, "smtp-sink")] };
    let eml = room.join("small.eml");
    write_small(&eml).expect("a letter");
    let ours =
        Side::new("mailtool", || send(&sink, &["--from", FROM, "--to", TO, "--subject", "hola", "--body", "adios"]));
    let rivals = [
        Side::new("curl (a ready message)", || curl(&sink, &eml)),
        Side::new("swaks", || swaks(&sink, &["--body", "adios"])),
    ];
    Race { work, rounds: 15, times: 10, shown: &milliseconds, goal: 1.0 }.run(&ours, &rivals)
}

/// An attachment of 100 MB, beside who is given it encoded.
pub fn attachment(room: &Path) -> Vec<Row> {
    large(room, 15, |sink, _, eml| Side::new("curl (ready and encoded)", move || curl(sink, eml)))
}

/// The same beside who encodes it too, and takes its time.
pub fn attachment_by_swaks(room: &Path) -> Vec<Row> {
    large(room, 3, |sink, file, _| {
        Side::new("swaks", move || swaks(sink, &["--body", "adios", "--attach", &format!("@{}", file.display())]))
    })
}

fn large(room: &Path, rounds: usize, rival: for<'a> fn(&'a Server, &'a Path, &'a Path) -> Side<'a>) -> Vec<Row> {
    let work = "100 MB attachment composed and sent, to smtp-sink";
    let Some(sink) = Server::sink() else { return vec![Row::skipped(work, "smtp-sink")] };
    let (file, eml) = (room.join("large.bin"), room.join("large.eml"));
    if !file.exists() {
        write_large(&file, &eml).expect("a large message");
    }
    let ours = Side::new("mailtool", || attach(&sink, &file));
    Race { work, rounds, times: 1, shown: &seconds, goal: 1.0 }.run(&ours, &[rival(&sink, &file, &eml)])
}

fn attach(sink: &Server, file: &Path) -> Command {
    let mut command = send(sink, &["--from", FROM, "--to", TO, "--attach"]);
    command.arg(file);
    command
}

/// The most memory that a large attachment takes.
pub fn memory(room: &Path) -> Vec<Row> {
    const GOAL: f64 = 16.0;
    let Some(sink) = Server::sink() else { return vec![Row::skipped("memory", "smtp-sink")] };
    let row = |(name, octets): (&str, u64)| {
        let file = room.join("sparse.bin");
        File::create(&file).and_then(|file| file.set_len(octets)).expect("a sparse file");
        let Some(most) = peak(attach(&sink, &file)) else { return Row::skipped("memory", "mailtool") };
        let verdict = if most > GOAL { ", not reached" } else { "" };
        let (work, ours) = (format!("peak memory for an attachment of {name}"), format!("{most:.1} MiB"));
        Row { work, rival: format!("(at most {GOAL} MiB wanted{verdict})"), ours, ratio: None }
    };
    [("100 MB", 100_000_000), ("1 GB", 1_000_000_000)].into_iter().map(row).collect()
}

/// The peak of a process's memory in MiB (`VmHWM`), if it did its work.
pub fn peak(mut command: Command) -> Option<f64> {
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().ok()?;
    let mut most = 0;
    let status = loop {
        most = most.max(high_water(child.id()).unwrap_or(0));
        match child.try_wait().expect("a child") {
            Some(status) => break status,
            None => std::thread::sleep(Duration::from_millis(2)),
        }
    };
    status.success().then_some(most as f64 / 1024.0)
}

fn high_water(pid: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

/// Many letters over one connection.
pub fn bulk(room: &Path) -> Vec<Row> {
    const LETTERS: usize = 20_000;
    let work = "20,000 letters of 1 KB over one connection, to smtp-sink";
    let Some(sink) = Server::sink() else { return vec![Row::skipped(work, "smtp-sink")] };
    let mbox = room.join("bulk.mbox");
    write_mbox(&mbox, LETTERS).expect("an mbox");
    let ours = Side::new("mailtool", || send(&sink, &["--mbox", &mbox.to_string_lossy()]));
    let theirs = Side::new("smtp-source -d", || source(&sink.address, LETTERS, &["-d"]));
    Race { work, rounds: 7, times: 1, shown: &rate(LETTERS), goal: 2.0 }.run(&ours, &[theirs])
}

/// Many letters, a connection each, one after the other.
pub fn each(room: &Path) -> Vec<Row> {
    const LETTERS: usize = 3_000;
    let work = "3,000 letters of 1 KB, a connection each, to smtp-sink";
    let Some(sink) = Server::sink() else { return vec![Row::skipped(work, "smtp-sink")] };
    let mbox = room.join("each.mbox");
    write_mbox(&mbox, LETTERS).expect("an mbox");
    let ours = Side::new("mailtool", || send(&sink, &["--per-connection", "1", "--mbox", &mbox.to_string_lossy()]));
    let theirs = Side::new("smtp-source", || source(&sink.address, LETTERS, &[]));
    Race { work, rounds: 11, times: 1, shown: &rate(LETTERS), goal: 1.0 }.run(&ours, &[theirs])
}

/// Large letters from twenty clients at once, a connection each.
pub fn load_each(_: &Path) -> Vec<Row> {
    load("2,000 letters of 100 kB, 20 at once, a connection each, to smtp-sink", &["--per-connection", "1"], &[])
}

/// The same over twenty connections.
pub fn load_kept(_: &Path) -> Vec<Row> {
    load("2,000 letters of 100 kB over 20 connections, to smtp-sink", &[], &["-d"])
}

fn load(work: &str, ours: &[&str], theirs: &[&str]) -> Vec<Row> {
    const LETTERS: usize = 2_000;
    const SIZE: &str = "100000";
    let Some(sink) = Server::sink() else { return vec![Row::skipped(work, "smtp-sink")] };
    let letters = LETTERS.to_string();
    let bench = || {
        let mut command = mailtool(&["bench", "smtp", "-s", &sink.address, "--from", FROM, "--to", TO]);
        command.args(["--sessions", "20", "--messages", &letters, "--size", SIZE]).args(ours);
        command
    };
    let source = || {
        let mut command = tool("smtp-source");
        command.args(["-s", "20", "-m", &letters, "-l", SIZE, "-f", FROM, "-t", TO]).args(theirs).arg(&sink.address);
        command
    };
    let (ours, theirs) = (Side::new("mailtool bench", bench), Side::new("smtp-source -s 20", source));
    Race { work, rounds: 9, times: 1, shown: &rate(LETTERS), goal: 1.0 }.run(&ours, &[theirs])
}

/// The other side: taking letters from twenty clients at once.
pub fn accept(room: &Path) -> Vec<Row> {
    const LETTERS: usize = 20_000;
    let work = "accepting 20,000 letters of 1 KB from smtp-source -s 20 -d";
    let (Some(sink), Some(serve)) = (Server::sink(), Server::ours(room)) else {
        return vec![Row::skipped(work, "a server")];
    };
    let ours = Side::new("mailtool serve", || source(&serve.address, LETTERS, &["-s", "20", "-d"]));
    let theirs = Side::new("smtp-sink", || source(&sink.address, LETTERS, &["-s", "20", "-d"]));
    Race { work, rounds: 7, times: 1, shown: &rate(LETTERS), goal: 0.7 }.run(&ours, &[theirs])
}

/// A lookup, from the start of the process to its end.
pub fn mx(_: &Path) -> Vec<Row> {
    let work = "MX of a domain, process start to exit, from BIND";
    if peers::bind::need().is_err() {
        return vec![Row::skipped(work, "BIND")];
    }
    let bind = peers::bind::Bind::start(&[peers::zones::google()]);
    let (dns, port) = (bind.dns(), bind.port.to_string());
    let ours = Side::new("mailtool mx", || mailtool(&["-qq", "mx", "google.test", "--dns", &dns]));
    let dig = || {
        let mut command = tool("dig");
        command.args(["-r", "@127.0.0.1", "-p", &port, "google.test", "MX"]);
        command
    };
    let nslookup = || {
        let mut command = tool("nslookup");
        command.args([&format!("-port={port}"), "-type=MX", "google.test", "127.0.0.1"]);
        command
    };
    let rivals = [Side::new("dig", dig), Side::new("nslookup", nslookup)];
    Race { work, rounds: 15, times: 10, shown: &milliseconds, goal: 1.0 }.run(&ours, &rivals)
}
