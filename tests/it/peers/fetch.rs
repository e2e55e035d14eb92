//! A second opinion on a mailbox: what `curl` finds in it.

use std::thread::sleep;
use std::time::{Duration, Instant};

/// `Ok` if mailboxes can be looked into here.
pub fn need() -> Result<(), super::Skip> {
    super::need(&["curl"])
}

/// All messages of the INBOX behind an IMAP port of 127.0.0.1, oldest first: the exact octets of each. Panics if the
/// server refuses.
pub fn imap_messages(port: u16, user: &str, password: &str) -> Vec<Vec<u8>> {
    let count = imap_count(port, user, password);
    let message = |number| curl(&format!("imap://127.0.0.1:{port}/INBOX;MAILINDEX={number}"), user, password, &[]);
    (1..=count).map(message).collect()
}

/// As [`imap_messages`], as soon as there are `count` of them; panics after 10 seconds.
pub fn imap_arrived(port: u16, user: &str, password: &str, count: usize) -> Vec<Vec<u8>> {
    let deadline = Instant::now() + Duration::from_secs(10);
    loop {
        let now = imap_count(port, user, password);
        if now >= count {
            return imap_messages(port, user, password);
        }
        assert!(Instant::now() < deadline, "{now} of {count} messages have arrived for {user}");
        sleep(Duration::from_millis(50));
    }
}

/// How many messages the INBOX holds.
pub fn imap_count(port: u16, user: &str, password: &str) -> usize {
    let url = format!("imap://127.0.0.1:{port}/");
    let answer = curl(&url, user, password, &["--request", "STATUS INBOX (MESSAGES)"]);
    let answer = String::from_utf8_lossy(&answer);
    let number = answer.split_once("(MESSAGES ").and_then(|(_, rest)| rest.split_once(')')?.0.parse().ok());
    number.unwrap_or_else(|| panic!("no STATUS in {answer:?}"))
}

/// Puts a message into the INBOX by APPEND; lines must end in CRLF.
pub fn imap_append(port: u16, user: &str, password: &str, message: &[u8]) {
    // from a file, because APPEND must know the size beforehand
    let room = super::room("append-");
    let file = room.path().join("message");
    super::write(&file, message);
    let file = file.to_str().expect("a path in UTF-8");
    curl(&format!("imap://127.0.0.1:{port}/INBOX"), user, password, &["--upload-file", file]);
}

/// All messages of the maildrop behind a POP3 port of 127.0.0.1: the exact octets of each, dots no longer stuffed.
pub fn pop3_messages(port: u16, user: &str, password: &str) -> Vec<Vec<u8>> {
    let list = curl(&format!("pop3://127.0.0.1:{port}/"), user, password, &[]);
    let numbers = list.split(|&octet| octet == b'\n').filter_map(|line| line.split(|&octet| octet == b' ').next());
    let numbers = numbers.filter(|number| number.first().is_some_and(u8::is_ascii_digit));
    let url = |number| format!("pop3://127.0.0.1:{port}/{}", String::from_utf8_lossy(number));
    numbers.map(|number| curl(&url(number), user, password, &[])).collect()
}

fn curl(url: &str, user: &str, password: &str, options: &[&str]) -> Vec<u8> {
    let login = format!("{user}:{password}");
    let fixed =
        ["--disable", "--silent", "--show-error", "--noproxy", "*", "--max-time", "20", "--user", &login, "--url", url];
    let output = super::run("curl", &[&fixed[..], options].concat(), b"");
    assert!(output.status.success(), "curl {url}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}
