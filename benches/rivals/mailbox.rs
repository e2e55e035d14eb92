//! Reading a mailbox of Dovecot, over IMAP.

use std::cell::Cell;
use std::path::Path;
use std::process::Command;

use crate::maildrop::{LARGE, MANY, MESSAGES, ONE, PASSWORD, SMALL, fresh, large, maildrop, most};
use crate::peers::dovecot::Dovecot;
use crate::race::{Race, Side};
use crate::table::Row;
use crate::work::{mailtool, milliseconds, rate, tool};

/// imaplib: the octets of all messages into one file, as they come.
const BODIES: &str = r#"
import imaplib, sys
port, user, password, path = sys.argv[1:]
imap = imaplib.IMAP4("127.0.0.1", int(port))
imap.login(user, password)
imap.select("INBOX", readonly=True)
with open(path, "wb") as file:
    for one in imap.uid("FETCH", "1:*", "(BODY.PEEK[])")[1]:
        if isinstance(one, tuple):
            file.write(one[1])
imap.logout()
"#;

/// imaplib: what is known of all messages, a line each, as the server wrote it.
const ENVELOPES: &str = r#"
import imaplib, sys
port, user, password = sys.argv[1:]
imap = imaplib.IMAP4("127.0.0.1", int(port))
imap.login(user, password)
imap.select("INBOX", readonly=True)
for one in imap.uid("FETCH", "1:*", "(FLAGS RFC822.SIZE INTERNALDATE ENVELOPE)")[1]:
    print(one)
imap.logout()
"#;

/// `mailtool imap fetch`.
fn fetch(dovecot: &Dovecot, user: &str, arguments: &[&str]) -> Command {
    let mut command = mailtool(&["imap", "fetch", "-qq", "--password-env", "SECRET"]);
    command.args(["-s", &format!("imap://{user}@127.0.0.1:{}", dovecot.imap)]).args(arguments).env("SECRET", PASSWORD);
    command
}

fn imaplib(dovecot: &Dovecot, script: &str) -> Command {
    let mut command = tool("python3");
    command.args(["-c", script, &dovecot.imap.to_string(), MANY, PASSWORD]);
    command
}

/// All messages, into one file.
pub fn bodies(room: &Path) -> Vec<Row> {
    let work = "10,000 messages of 4 KB by IMAP into one file, from Dovecot";
    let Some(dovecot) = maildrop(MANY, MESSAGES, SMALL) else { return vec![Row::skipped(work, "Dovecot")] };
    let counter = Cell::new(0);
    let fresh = fresh(room, &counter);
    let ours = Side::new("mailtool (an mbox, fsync)", || {
        fetch(&dovecot, MANY, &["all", "--full", "--mbox", &fresh("mbox").to_string_lossy()])
    });
    let theirs = Side::new("Python imaplib", || {
        let mut command = imaplib(&dovecot, BODIES);
        command.arg(fresh("imaplib"));
        command
    });
    Race { work, rounds: 5, times: 1, shown: &rate(MESSAGES), goal: 1.0 }.run(&ours, &[theirs])
}

/// A table of all messages.
pub fn envelopes(_: &Path) -> Vec<Row> {
    let work = "envelopes of 10,000 messages by IMAP as a table, from Dovecot";
    let Some(dovecot) = maildrop(MANY, MESSAGES, SMALL) else { return vec![Row::skipped(work, "Dovecot")] };
    let ours = Side::new("mailtool", || fetch(&dovecot, MANY, &["all"]));
    let theirs = Side::new("Python imaplib (raw lines)", || imaplib(&dovecot, ENVELOPES));
    Race { work, rounds: 5, times: 1, shown: &rate(MESSAGES), goal: 1.0 }.run(&ours, &[theirs])
}

/// One message, from the start of the process to its end.
pub fn one(_: &Path) -> Vec<Row> {
    let work = "one message by IMAP, process start to exit, from Dovecot";
    let Some(dovecot) = maildrop(ONE, 1, SMALL) else { return vec![Row::skipped(work, "Dovecot")] };
    let ours = Side::new("mailtool", || fetch(&dovecot, ONE, &["1", "--full"]));
    let theirs = Side::new("curl", || {
        let mut command = tool("curl");
        command.args(["--disable", "-s", "--noproxy", "*", "-u", &format!("{ONE}:{PASSWORD}")]);
        command.arg(format!("imap://127.0.0.1:{}/INBOX;UID=1", dovecot.imap));
        command
    });
    Race { work, rounds: 15, times: 5, shown: &milliseconds, goal: 1.0 }.run(&ours, &[theirs])
}

/// The most memory that many messages, and a large one, take.
pub fn memory(room: &Path) -> Vec<Row> {
    const GOAL: f64 = 32.0;
    let (many, one) = ("10,000 messages of 4 KB by IMAP", "a message of 1 GB by IMAP");
    let Some(dovecot) = maildrop(MANY, MESSAGES, SMALL) else { return vec![Row::skipped(many, "Dovecot")] };
    let mbox = room.join("memory.mbox");
    let bodies = fetch(&dovecot, MANY, &["all", "--full", "--mbox", &mbox.to_string_lossy()]);
    let mut rows = vec![
        most(&format!("peak memory for {many} into one file"), bodies, GOAL),
        most(&format!("peak memory for a table of {many}"), fetch(&dovecot, MANY, &["all"]), GOAL),
    ];
    let Some(dovecot) = large() else { return rows };
    rows.push(most(
        &format!("peak memory for {one}"),
        fetch(&dovecot, LARGE, &["1", "--full", "-o", "/dev/null"]),
        GOAL,
    ));
    rows
}
