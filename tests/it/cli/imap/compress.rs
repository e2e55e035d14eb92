//! COMPRESS=DEFLATE: against Dovecot, and against servers that compress badly, or too well.

use std::io::{BufRead as _, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::thread::JoinHandle;
use std::time::Duration;

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;

use super::{PASSWORD, World, message, need};
use crate::cli::{Mailtool, Outcome, Room, bridge};
use crate::mock::{Imap, Server};
use crate::peers::dovecot::ALICIA;
use crate::peers::{self, or_skip};

const ZLIB: &str = "protocol imap {\n mail_plugins = imap_zlib\n}";
const ON: &str = "* COMPRESS=DEFLATE is on";

/// What a server says to a command with this tag and line.
type Answer = fn(tag: &str, line: &str, out: &mut dyn Write) -> std::io::Result<()>;

/// A server that compresses what it says and hears behind COMPRESS: its port, and what it hears.
fn compressing(answer: Answer) -> (u16, JoinHandle<Vec<String>>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = listener.local_addr().expect("its address").port();
    let serve = move || {
        let (stream, _) = listener.accept().expect("a client");
        stream.set_read_timeout(Some(Duration::from_secs(20))).expect("a socket");
        let mut heard = Vec::new();
        // a client that goes in the middle ends the conversation too
        let _ = converse(&stream, answer, &mut heard);
        heard
    };
    (port, std::thread::spawn(serve))
}

fn converse(stream: &TcpStream, answer: Answer, heard: &mut Vec<String>) -> std::io::Result<()> {
    let (mut plain, mut said) = (BufReader::new(stream), stream);
    said.write_all(b"* OK [CAPABILITY IMAP4rev1 COMPRESS=DEFLATE] hi\r\n")?;
    while heard.last().is_none_or(|line| !line.contains("COMPRESS")) {
        let mut line = String::new();
        plain.read_line(&mut line)?;
        let tag = line.split(' ').next().unwrap_or_default();
        said.write_all(format!("* CAPABILITY IMAP4rev1 COMPRESS=DEFLATE\r\n{tag} OK done\r\n").as_bytes())?;
        heard.push(line.trim_end().to_owned());
    }
    assert!(plain.buffer().is_empty(), "nothing is said in clear behind COMPRESS");
    let mut said = DeflateEncoder::new(stream, Compression::default());
    for line in BufReader::new(DeflateDecoder::new(stream)).lines() {
        let line = line?;
        let (tag, command) = line.split_once(' ').unwrap_or_default();
        match command.split(' ').next().unwrap_or_default() {
            "EXAMINE" => write!(said, "* 1 EXISTS\r\n* OK [UIDVALIDITY 7] x\r\n{tag} OK done\r\n")?,
            "LOGOUT" => write!(said, "* BYE bye\r\n{tag} OK done\r\n")?,
            _ => answer(tag, command, &mut said)?,
        }
        said.flush()?;
        heard.push(line);
    }
    Ok(())
}

/// `mailtool imap --compress always ARGS` at a server that compresses.
fn asked(answer: Answer, args: &[&str]) -> (Outcome, Vec<String>) {
    let (port, heard) = compressing(answer);
    let login = ["-u", "pepe", "--password-env", "SECRET", "--timeout", "10", "--compress", "always"];
    let url = format!("imap://127.0.0.1:{port}");
    let outcome = Mailtool::new(["imap", "-s", &url]).args(login).args(args).env("SECRET", PASSWORD).run();
    (outcome, heard.join().expect("a server"))
}

#[test]
fn dovecot_compresses() {
    or_skip!(need());
    let world = World::with(ZLIB, vec![message("uno", "hola")]);
    let always = |args: &[&str]| world.imap(&[&["--compress", "always"], args].concat()).expect(0);
    let record = world.room.at("record");
    let outcome = always(&["fetch", "1", "--full", "--record", &record]).says(&[ON, "COMPRESS DEFLATE", "hola"]);
    assert_eq!(outcome.out(), world.messages[0]);
    let recorded = String::from_utf8(world.room.read("record")).expect("text");
    assert!(recorded.contains("UID FETCH 1 (UID BODY.PEEK[])"), "{recorded}");
    assert!(recorded.contains("hola") && recorded.contains("* BYE"), "{recorded}");
    let behind = outcome.err();
    let behind = behind.split_once(ON).expect("the note").1;
    assert!(behind.contains("EXAMINE") && behind.contains("LOGOUT"), "{outcome}");
    // Much in both directions, inside TLS.
    let large = message("large", &"0123456789abcdef\r\n".repeat(100_000));
    let file = world.room.file("large.eml", &large);
    always(&["append", "INBOX", &file, "--tls", "starttls"]).says(&[ON, "C~ "]);
    assert_eq!(always(&["fetch", "2", "--full", "-q", "--tls", "starttls"]).out(), large);
    world.imap(&["raw", "COMPRESS DEFLATE"]).expect(0).says(&[ON, "LOGOUT"]);
}

#[test]
fn when_it_is_compressed() {
    or_skip!(need().and(peers::need(&["bash"])));
    let world = World::with(ZLIB, vec![message("uno", "hola")]);
    let compressed = |wanted: bool, outcome: Outcome| {
        let outcome = outcome.expect(0);
        assert_eq!(outcome.err().contains(ON), wanted, "{outcome}");
    };
    compressed(false, world.imap(&["status"]));
    let socket = format!("unix:{}", world.dovecot.socket("imap-login").display());
    compressed(false, world.at(&socket, &["status"]));
    let behind = |command: &str, args: &[&str]| {
        let named = ["imap", "--tunnel", command, "--ca", &world.ca, "--timeout", "10"];
        let login = ["-u", ALICIA.0, "--password-env", "SECRET"];
        Mailtool::new(named).args(login).args(args).env("SECRET", ALICIA.1).run()
    };
    // What a command leads to may be far away.
    compressed(true, behind(&bridge(world.dovecot.imap), &["status"]));
    let far = ["-s", "imap.example.test", "status"];
    let tls = bridge(world.dovecot.imaps);
    compressed(true, behind(&tls, &far));
    compressed(false, behind(&tls, &[&["--compress", "never"], &far[..]].concat()));
    // Nobody is logged in.
    let url = format!("imap://127.0.0.1:{}", world.dovecot.imap);
    Mailtool::new(["imap", "-s", &url, "caps", "--compress", "always"]).run().expect(64).says(&["logged in"]);
    let without = World::new();
    without.imap(&["status", "--compress", "always"]).expect(69).says(&["does not offer COMPRESS=DEFLATE"]);
}

#[test]
fn a_server_that_offers_it_and_will_not() {
    for (answer, always) in [("@@ NO [COMPRESSIONACTIVE] TLS does", 69), ("@@ BAD what?", 76)] {
        for (wanted, exit) in [("auto", 0), ("always", always)] {
            let server = Server::imap(Imap::offering("COMPRESS=DEFLATE").on("COMPRESS", answer));
            let url = format!("imap://localhost:{}", server.port);
            let args = ["imap", "-4", "-s", &url, "--tls", "never", "--insecure-auth", "-u", "pepe", "status"];
            let run = Mailtool::new(args).args(["--password-env", "SECRET", "--compress", wanted]);
            let outcome = run.env("SECRET", PASSWORD).run().expect(exit);
            assert_eq!(outcome.err().contains("offered and refused"), wanted == "auto", "{outcome}");
        }
    }
}

#[test]
fn all_is_compressed_and_nothing_else_is_said() {
    let answer: Answer = |tag, _, out| write!(out, "* 1 FETCH (UID 1 FLAGS (\\Seen))\r\n{tag} OK x\r\n");
    let (outcome, heard) = asked(answer, &["fetch", "1", "--flags", "--json"]);
    assert_eq!(outcome.expect(0).field("uid"), ["1"]);
    let verbs = ["LOGIN pepe", "COMPRESS DEFLATE", "EXAMINE INBOX", "UID FETCH 1", "LOGOUT"];
    assert_eq!(heard.len(), verbs.len(), "{heard:?}");
    assert!(heard.iter().zip(verbs).all(|(line, verb)| line.contains(verb)), "{heard:?}");
}

#[test]
fn what_cannot_be_decompressed() {
    for behind in [
        b"\xff\xff\xff\xff".to_vec(),
        b"* 5 EXISTS\r\na4 OK done\r\n".to_vec(),
        b"\x00\x05\x00\xfa\xffhello\x07".to_vec(),
    ] {
        let answer = [b"@@ OK go\r\n", &behind[..]].concat();
        let rules = Imap::offering("COMPRESS=DEFLATE").does("COMPRESS", [crate::mock::Step::Say(answer)]);
        let outcome = super::asked(rules, &["status", "--compress", "always", "--timeout", "2"]).expect(76);
        outcome.says(&["what the peer compresses cannot be decompressed (RFC 4978 §3)"]);
    }
    // In the middle, and its end in the middle: no half of a message is kept.
    let room = Room::new();
    let ended: Answer = |_, _, out| {
        write!(out, "* 1 FETCH (UID 1 BODY[] {{100000}}\r\nSubject: x")?;
        out.flush()?;
        Err(std::io::ErrorKind::ConnectionAborted.into())
    };
    let args = ["fetch", "1", "--full", "-o", &room.at("letter")];
    asked(ended, &args).0.expect(75).says(&["the connection was closed"]);
    assert!(room.list("").is_empty());
}

#[test]
fn few_octets_that_hold_many() {
    let literal: Answer = |tag, _, out| {
        let octets = 300 << 20;
        write!(out, "* 1 FETCH (UID 1 BODY[] {{{octets}}}\r\n")?;
        let block = vec![b'x'; 1 << 20];
        (0..octets / block.len()).try_for_each(|_| out.write_all(&block))?;
        write!(out, ")\r\n{tag} OK x\r\n")
    };
    let room = Room::new();
    let file = room.at("large");
    let (outcome, _) = asked(literal, &["fetch", "1", "--full", "-q", "-o", &file]);
    let outcome = outcome.expect(0);
    assert_eq!(std::fs::metadata(file).map(|metadata| metadata.len()).ok(), Some(300 << 20));
    assert!(outcome.peak < 64 * 1024, "{} KiB", outcome.peak);
    let line: Answer = |_, _, out| {
        let block = vec![b'x'; 1 << 20];
        out.write_all(b"* OK ")?;
        (0..300).try_for_each(|_| out.write_all(&block))
    };
    let outcome = asked(line, &["fetch", "1", "--flags", "-q"]).0.expect(76);
    assert!(outcome.peak < 100_000, "{} KiB", outcome.peak);
}
