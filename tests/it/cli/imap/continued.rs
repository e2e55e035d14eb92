//! `-C`: what comes in several goes, from Dovecot and from servers that break off, change their minds or lie.

use std::fs;
use std::io::{self, Read as _};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::path::Path;
use std::thread;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::{World, asked, imap, message, need};
use crate::cli::{Outcome, Room};
use crate::mock::{Imap, Server, Step};
use crate::peers::or_skip;

/// A port that leads to another one until the server has said so many octets.
fn cut(to: u16, octets: u64) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = listener.local_addr().expect("its address").port();
    thread::spawn(move || -> io::Result<()> {
        let (client, server) = (listener.accept()?.0, TcpStream::connect(("127.0.0.1", to))?);
        let (mut from, mut into) = (client.try_clone()?, server.try_clone()?);
        let commands = thread::spawn(move || io::copy(&mut from, &mut into));
        io::copy(&mut (&server).take(octets), &mut &client)?;
        client.shutdown(Shutdown::Both)?;
        server.shutdown(Shutdown::Both)?;
        drop(commands.join());
        Ok(())
    });
    port
}

fn names(directory: &Path) -> Vec<String> {
    let entries = fs::read_dir(directory).expect("a directory");
    let mut names: Vec<_> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn dovecot_in_two_goes() {
    or_skip!(need());
    let content: Vec<u8> =
        (0..8_000_000_u32).map(|n| u8::try_from(n.wrapping_mul(2_654_435_761) >> 24).unwrap_or(0)).collect();
    let lines: Vec<_> = STANDARD
        .encode(&content)
        .into_bytes()
        .chunks(76)
        .map(|line| String::from_utf8_lossy(line).into_owned() + "\r\n")
        .collect();
    let head = "From: b@x.test\r\nSubject: big\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\
        Content-Type: text/plain\r\n\r\nhola\r\n--b\r\nContent-Type: video/mp4\r\nContent-Transfer-Encoding: base64\r\n\r\n";
    let big = format!("{head}{}--b--\r\n", lines.concat());
    let world = World::with("", vec![big.clone()]);
    let (file, part, url) =
        (world.room.at("big"), world.room.at("big.part"), |port| format!("imap://127.0.0.1:{port}"));
    let length = |path: &str| fs::metadata(path).expect("a file").len();

    for (args, wanted) in [
        (vec!["fetch", "last", "--full", "-o", &file, "-C"], big.as_bytes()),
        (vec!["part", "1", "2", "-o", &file, "--continue"], &content),
    ] {
        let broken = world.at(&url(cut(world.dovecot.imap, 6_000_000)), &args).expect(75);
        let kept = length(&part);
        assert!((5_900_000..6_000_000).contains(&kept), "{kept}");
        assert!(broken.err().contains("big.part: the same command goes on there"), "{broken}");
        assert!(broken.err().contains("<0.4194304>") && broken.err().contains("<4194304.4194304>"), "{broken}");
        // Meanwhile it is no other message.
        let other = world.imap(&["part", "1", "1", "-o", &file, "-C", "-q"]).expect(73);
        assert!(other.err().contains("big.part: that is the beginning of /INBOX;UIDVALIDITY="), "{other}");
        assert_eq!((length(&part), Path::new(&file).exists()), (kept, false));
        let whole = world.imap(&args).expect(0);
        assert!(!whole.err().contains("<0.4194304>") && whole.err().contains("<8388608.4194304>"), "{whole}");
        assert!(fs::read(&file).expect("a file") == wanted, "other octets");
        assert_eq!(names(world.room.path()), ["big"]);
        fs::remove_file(&file).expect("a file");
    }
    world.imap(&["part", "1", "1", "-o", &file, "-C"]).expect(0);
    assert_eq!(world.room.read("big"), b"hola");
}

/// Large messages come in pieces.
const LINE: &str = "hola y adiós\r\n";

/// A mailbox with a message of this size, whose octets are told so.
fn telling(octets: usize) -> Imap {
    Imap::offering("").once("FETCH", &format!("* 1 FETCH (UID 1 RFC822.SIZE {octets})\r\n@@ OK"))
}

/// The octets of the first window.
fn window(octets: &str) -> String {
    window_from(0, octets)
}

/// Those of one that begins there.
fn window_from(from: usize, octets: &str) -> String {
    format!("* 1 FETCH (UID 1 BODY[]<{from}> {{{}}}\r\n{octets})\r\n@@ OK", octets.len())
}

fn ask(rules: Imap, room: &Room) -> Outcome {
    let server = Server::imap(rules);
    imap(&server, &["fetch", "1", "--full", "-C", "-o", &room.at("x")]).run()
}

/// A room where a connection broke off within a message.
fn broken(text: &str) -> Room {
    let room = Room::new();
    let half = text.len() / 2; // within a line
    let said = window(text).split_at(window(text).find(text).expect("the text") + half).0.to_owned();
    let outcome = ask(telling(text.len()).does("FETCH", [Step::say(&said), Step::Close]), &room).expect(75);
    assert!(outcome.err().contains(" octets are kept in ") && outcome.err().contains("x.part: the same"), "{outcome}");
    let kept = room.read("x.part");
    assert!(
        text.as_bytes().starts_with(&kept) && (half - 99_000..=half).contains(&kept.len()),
        "{} of {half}",
        kept.len()
    );
    assert_eq!(names(room.path()), ["x.part", "x.part.origin"]);
    assert_eq!(room.read("x.part.origin"), format!("/INBOX;UIDVALIDITY=7/;UID=1 ({} octets)\n", text.len()).as_bytes());
    room
}

#[test]
fn a_server_that_breaks_off() {
    let text = message("uno", &LINE.repeat(20_000));
    let room = broken(&text);
    let outcome = ask(telling(text.len()).on("FETCH", &window(&text)), &room).expect(0);
    assert!(
        outcome.err().contains("octets are there; the last") && outcome.err().contains("BODY.PEEK[]<0.4194304>"),
        "{outcome}"
    );
    assert_eq!((room.read("x"), names(room.path())), (text.clone().into_bytes(), vec!["x".to_owned()]));
    // More or fewer octets than were announced are told; behind the end there is nothing, whichever way it is said.
    for end in ["* 1 FETCH (UID 1 BODY[] NIL)\r\n@@ OK", &window("")] {
        let room = broken(&text);
        let (head, tail) = text.split_at(text.len() - 5);
        let rules = telling(text.len())
            .once("FETCH", &window(head))
            .once("FETCH", &window_from(head.len(), tail))
            .once("FETCH", end);
        assert_eq!(ask(rules, &room).expect(0).out(), "");
        assert_eq!(room.read("x"), text.as_bytes());
        let rules = telling(9_999_999).once("FETCH", &window(&text)).once("FETCH", end);
        ask(rules, &Room::new()).expect(0).says(&["octets came; 9,999,999 were announced"]);
    }
}

#[test]
fn what_is_not_gone_on_with() {
    let text = message("uno", &LINE.repeat(20_000));
    let told = || telling(text.len());
    let changed = text.replace("Subject", "subject");
    for (rules, exit, why) in [
        (told().on("FETCH", &window(&changed)), 65, "x.part is not the beginning of what the server has: other octets"),
        (told().once("FETCH", &window(&text[..9])).once("FETCH", &window("")), 65, "it is shorter now"),
        (
            telling(text.len() + 1).on("FETCH", &window(&text)),
            73,
            "that is the beginning of /INBOX;UIDVALIDITY=7/;UID=1 (",
        ),
        (told().on("EXAMINE", "* 1 EXISTS\r\n* OK [UIDVALIDITY 8] x\r\n@@ OK"), 73, "that is the beginning of"),
        (told().on("EXAMINE", "* 1 EXISTS\r\n@@ OK"), 69, "the server tells no UIDVALIDITY"),
        (told().on("FETCH", "@@ OK"), 1, "there is no such message"),
        (told().on("FETCH", "@@ NO [UNAVAILABLE] later"), 75, "later"),
        (told().on("FETCH", "* 1 FETCH (UID 1 BODY[] NIL)\r\n@@ OK"), 1, "no such part"),
    ] {
        let room = broken(&text);
        let kept = room.read("x.part");
        ask(rules, &room).expect(exit).says(&[why]);
        assert!(room.read("x.part") == kept, "{why}");
        assert_eq!(names(room.path()), ["x.part", "x.part.origin"]);
    }
    let flood = [
        Step::say("* 1 FETCH (UID 1 BODY[]<0> {9999999}"),
        Step::Say(b"\r\n".to_vec()),
        Step::Flood(b"x".to_vec(), 9_999_999),
    ];
    ask(told().does("FETCH", flood), &Room::new())
        .expect(76)
        .says(&["more than the 4194304 octets that were asked for"]);
    // A server that begins where it likes would give the same octets over and over.
    for (octets, from) in [(1000, ""), (1000, "<0>"), (200_000, "")] {
        let text = "x".repeat(octets);
        let whole = format!("* 1 FETCH (UID 1 BODY[]{from} {{{octets}}}\r\n{text})\r\n@@ OK");
        let room = Room::new();
        let server = Server::imap(telling(octets + 1).on("FETCH", &whole));
        let outcome = imap(&server, &["fetch", "1", "--full", "-C", "-o", &room.at("x"), "--deadline", "5"]).run();
        outcome.expect(76).says(&[&format!("those from 0 on, and those from {octets} on were asked for")]);
        assert_eq!(room.read("x.part"), text.as_bytes());
        let range =
            asked(Imap::offering("").on("FETCH", &whole), &["fetch", "1", "--full", "--range", "5+9"]).expect(76);
        assert_eq!(range.out(), "");
    }
    // Nothing is kept of nothing.
    let room = Room::new();
    ask(told().does("FETCH", [Step::Close]), &room).expect(75);
    ask(told().on("FETCH", "@@ OK"), &room).expect(1);
    assert_eq!(names(room.path()), Vec::<String>::new());
    fs::write(room.at("x.part"), "somebody's").expect("a file");
    ask(told(), &room).expect(73).says(&["nobody knows what", "remove it"]);
    assert_eq!(room.read("x.part"), b"somebody's");

    let server = Server::imap(Imap::offering(""));
    for args in [
        &["fetch", "1", "--full", "-C"][..],
        &["part", "1", "1", "-C"],
        &["fetch", "1", "--text", "-o", "x", "-C"],
        &["fetch", "1", "--full", "--range", "0+9", "-o", "x", "-C"],
        &["fetch", "1", "--full", "--eml-dir", "x", "-C"],
    ] {
        imap(&server, args).run().expect(64);
    }
    assert!(server.heard().is_empty(), "nobody was asked");
    let outcome = imap(&Server::imap(told()), &["fetch", "1", "-C", "-o", "/dev/null"]).run().expect(64);
    assert!(outcome.err().contains("/dev/null: only a file can be gone on with"), "{outcome}");
}
