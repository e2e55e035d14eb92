//! Fetching from a maildrop of Dovecot, over POP3.

use std::cell::Cell;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::peers::dovecot::{self, Dovecot};
use crate::race::{Race, Side};
use crate::table::Row;
use crate::work::{mailtool, milliseconds, peak, rate, tool};

/// Who has many messages, who has one, and who has one that is large.
pub const MANY: &str = "alicia";
pub const ONE: &str = "pepe";
pub const LARGE: &str = "eva";
pub const PASSWORD: &str = "golosa";

/// In the maildrop of many.
pub const MESSAGES: usize = 10_000;
/// Octets of the body of each, and of the large one.
pub const SMALL: usize = 4096;
const HUGE: usize = 1_000_000_000;

/// poplib into an mbox (mboxrd), which has reached the disk at the end.
const POPLIB: &str = r#"
import os, poplib, sys
port, user, password, path = sys.argv[1:]
pop = poplib.POP3("127.0.0.1", int(port))
pop.user(user)
pop.pass_(password)
with open(path, "wb") as mbox:
    for n in range(1, pop.stat()[0] + 1):
        mbox.write(b"From a@example.test Mon Nov 23 00:00:00 2026\n")
        for line in pop.retr(n)[1]:
            quoted = line.lstrip(b">").startswith(b"From ")
            mbox.write((b">" if quoted else b"") + line + b"\n")
        mbox.write(b"\n")
    mbox.flush()
    os.fsync(mbox.fileno())
pop.quit()
"#;

/// A Dovecot with messages for `user`; `None` where there is none to be had.
pub fn maildrop(user: &str, messages: usize, octets: usize) -> Option<Dovecot> {
    dovecot::need().ok()?;
    let users = vec![(user, PASSWORD)];
    let dovecot = Dovecot::start(&dovecot::Options { users, mechanisms: "plain", ..Default::default() });
    dovecot.put(user, (0..messages).map(|n| letter(n, octets)));
    Some(dovecot)
}

fn letter(n: usize, octets: usize) -> Vec<u8> {
    let head = format!("From: a@example.test\nTo: b@example.test\nSubject: letter {n}\n\n");
    let line = [b"x".repeat(63).as_slice(), b"\n"].concat();
    [head.into_bytes(), line.repeat(octets / 64)].concat()
}

/// `mailtool pop retr`.
fn retr(dovecot: &Dovecot, user: &str, arguments: &[&str]) -> Command {
    let mut command = mailtool(&["pop", "retr", "-qq", "--password-env", "SECRET"]);
    command.args(["-s", &format!("pop3://{user}@127.0.0.1:{}", dovecot.pop3)]).args(arguments).env("SECRET", PASSWORD);
    command
}

fn poplib(dovecot: &Dovecot, mbox: &Path) -> Command {
    let mut command = tool("python3");
    command.args(["-c", POPLIB, &dovecot.pop3.to_string(), MANY, PASSWORD]).arg(mbox);
    command
}

/// mpop, which takes everything every time.
fn mpop(dovecot: &Dovecot, mbox: &Path) -> Command {
    let mut command = tool("mpop");
    command.args(["--host=127.0.0.1", &format!("--port={}", dovecot.pop3), "--tls=off", "--auth=plain", "--quiet"]);
    command.args([&format!("--user={MANY}"), &format!("--passwordeval=echo {PASSWORD}")]);
    command.args(["--keep=on", "--only-new=off", "--received-header=off"]);
    command.arg(format!("--uidls-file={}.uidls", mbox.display())).arg(format!("--delivery=mbox,{}", mbox.display()));
    command
}

/// A name in the room that was never used.
pub fn fresh<'a>(room: &'a Path, counter: &'a Cell<u32>) -> impl Fn(&str) -> PathBuf + 'a {
    move |kind| {
        counter.set(counter.get() + 1);
        room.join(format!("{kind}-{}", counter.get()))
    }
}

/// All messages, into one file.
pub fn mbox(room: &Path) -> Vec<Row> {
    let work = "10,000 messages of 4 KB by POP3 into an mbox, fsync at the end, from Dovecot";
    let Some(dovecot) = maildrop(MANY, MESSAGES, SMALL) else { return vec![Row::skipped(work, "Dovecot")] };
    let counter = Cell::new(0);
    let fresh = fresh(room, &counter);
    let ours = Side::new("mailtool", || retr(&dovecot, MANY, &["all", "--mbox", &fresh("mbox").to_string_lossy()]));
    let theirs = Side::new("Python poplib", || poplib(&dovecot, &fresh("mbox")));
    Race { work, rounds: 5, times: 1, shown: &rate(MESSAGES), goal: 2.0 }.run(&ours, &[theirs])
}

/// All messages, each a file that has reached the disk, beside who has one file.
pub fn maildir(room: &Path) -> Vec<Row> {
    let work = "10,000 messages of 4 KB by POP3 into a Maildir, from Dovecot";
    let Some(dovecot) = maildrop(MANY, MESSAGES, SMALL) else { return vec![Row::skipped(work, "Dovecot")] };
    let counter = Cell::new(0);
    let fresh = fresh(room, &counter);
    let ours =
        Side::new("mailtool", || retr(&dovecot, MANY, &["all", "--maildir", &fresh("maildir").to_string_lossy()]));
    let theirs = Side::new("mpop (into an mbox)", || mpop(&dovecot, &fresh("mpop")));
    Race { work, rounds: 3, times: 1, shown: &rate(MESSAGES), goal: 10.0 }.run(&ours, &[theirs])
}

/// One message, from the start of the process to its end.
pub fn one(_: &Path) -> Vec<Row> {
    let work = "one message by POP3, process start to exit, from Dovecot";
    let Some(dovecot) = maildrop(ONE, 1, SMALL) else { return vec![Row::skipped(work, "Dovecot")] };
    let ours = Side::new("mailtool", || retr(&dovecot, ONE, &["1"]));
    let theirs = Side::new("curl", || {
        let mut command = tool("curl");
        command.args(["--disable", "-s", "--noproxy", "*", "-u", &format!("{ONE}:{PASSWORD}")]);
        command.arg(format!("pop3://127.0.0.1:{}/1", dovecot.pop3));
        command
    });
    Race { work, rounds: 15, times: 5, shown: &milliseconds, goal: 1.0 }.run(&ours, &[theirs])
}

/// The most memory that a large message takes.
pub fn memory(_: &Path) -> Vec<Row> {
    const GOAL: f64 = 32.0;
    let work = "peak memory for a message of 1 GB by POP3, from Dovecot";
    let Some(dovecot) = large() else { return vec![Row::skipped(work, "Dovecot")] };
    vec![most(work, retr(&dovecot, LARGE, &["1", "-o", "/dev/null"]), GOAL)]
}

/// A Dovecot with one message of 1 GB.
pub fn large() -> Option<Dovecot> {
    let dovecot = maildrop(LARGE, 1, 0)?;
    let file = dovecot.maildir(LARGE).join("new").join("1700000000.M000000.test");
    let mut file = BufWriter::new(File::options().append(true).open(file).expect("the message"));
    let block = letter(0, 1 << 20);
    let written = (0..HUGE / block.len()).try_for_each(|_| file.write_all(&block)).and_then(|()| file.flush());
    written.expect("a large message");
    Some(dovecot)
}

/// The row of the most memory that a command takes.
pub fn most(work: &str, command: Command, goal: f64) -> Row {
    let Some(most) = peak(command) else { return Row::skipped(work, "mailtool") };
    let verdict = if most > goal { ", not reached" } else { "" };
    let rival = format!("(at most {goal} MiB wanted{verdict})");
    Row { work: work.to_owned(), rival, ours: format!("{most:.1} MiB"), ratio: None }
}
