//! POP3: scripts against Dovecot, and against servers that no real one is.

use super::{PASSWORD, keeps_its_secret, lines, talk};
use crate::cli::encoding::base64;
use crate::cli::leaks::Secrets;
use crate::cli::{Mailtool, Room};
use crate::mock::pop3::{CREDENTIALS, GREETING};
use crate::mock::{Pop3, Server, Step};
use crate::peers::ca::Authority;
use crate::peers::dovecot::{self, ALICIA, Dovecot, Options};
use crate::peers::{self, or_skip};

/// A script for a server of the tests.
fn at(server: &Server, script: &str) -> Mailtool {
    talk(&format!("pop3://{}", server.address()), script)
}

#[test]
fn a_whole_session() {
    let letter = "Subject: x\r\n\r\n.dot\r\n";
    let server = Server::pop3(Pop3::offering(&["UIDL", "SASL PLAIN"]).with(&[letter, letter]));
    let script = format!("# mail\n\nCAPA\nUSER pepe\nPASS {PASSWORD}\nSTAT\nLIST 1\nLIST\nRETR 2\nDELE 2\nNOOP");
    let outcome = at(&server, &script).args(["--explain=es"]).run().expect(0);
    let said = ["CAPA", "USER pepe", &format!("PASS {PASSWORD}")];
    let said = [&said[..], &["STAT", "LIST 1", "LIST", "RETR 2", "DELE 2", "NOOP", "QUIT"]].concat();
    assert_eq!(server.finish_one().lines(), said, "{outcome}");
    let replies = lines(&outcome);
    assert!(replies.windows(4).any(|at| at == ["Subject: x", "", "..dot", "."]), "{outcome}");
    assert!(outcome.err().contains("C: PASS ••••") && outcome.err().contains("STAT: pregunta"), "{outcome}");
    Secrets::of(PASSWORD).not_in(&outcome.everything(None), "PASS");
}

#[test]
fn refusals_are_told_by_the_exit_code_and_the_script_goes_on() {
    for (script, code) in [("RETR 9", 1), ("LIST 9", 1), ("XYZZY", 69), ("PASS x", 77), ("STAT", 75), ("LAST", 69)] {
        let rules = Pop3::offering(&[]).on("PASS", "-ERR no").on("STAT", "-ERR [IN-USE] later").on("LAST", "-ERR no");
        let server = Server::pop3(rules);
        let outcome = at(&server, &format!("{script}\nNOOP\nRETR 1\n")).run().expect(code);
        assert_eq!(server.finish_one().lines(), [script, "NOOP", "RETR 1", "QUIT"], "{outcome}");
    }
    let server = Server::pop3(Pop3::offering(&[]).on(GREETING, "-ERR [SYS/TEMP] not now"));
    at(&server, "NOOP\n").run().expect(75);
}

#[test]
fn messages_are_gone_only_if_quit_is_answered() {
    let rules = || Pop3::offering(&[]).with(&["x\r\n"]).does("QUIT", [Step::Close]);
    at(&Server::pop3(rules()), "DELE 1\n").run().expect(75);
    at(&Server::pop3(rules()), "DELE 1\nQUIT\n").run().expect(75);
    at(&Server::pop3(rules()), "DELE 1\nRSET\nQUIT\n").run().expect(0);
    at(&Server::pop3(rules()), "NOOP\n").run().expect(0);
    let refused = Pop3::offering(&[]).with(&["x\r\n"]).on("QUIT", "-ERR some are still there");
    at(&Server::pop3(refused), "DELE 1\n").run().expect(75);
}

#[test]
fn exchanges_by_hand_and_carried() {
    let answer = base64(PASSWORD.as_bytes());
    let rules = Pop3::offering(&["SASL XFOO PLAIN"]).once("AUTH", "+ eHk=").once(CREDENTIALS, "-ERR [AUTH] no");
    let server = Server::pop3(rules);
    let login = ["-u", "pepe", "--password-env", "SECRET"];
    let script = format!("CAPA\nAUTH XFOO\n{answer}\nAUTH PLAIN\nSTAT\n");
    let outcome = at(&server, &script).args(login).env("SECRET", PASSWORD).run().expect(77);
    let heard = server.finish_one();
    let plain = base64(format!("\0pepe\0{PASSWORD}").as_bytes());
    let said = ["CAPA", "AUTH XFOO", &answer, &format!("AUTH PLAIN {plain}"), "STAT", "QUIT"];
    assert_eq!(heard.lines(), said, "{outcome}");
    Secrets::of(PASSWORD).not_in(&outcome.everything(None), "an exchange");
    // a script that ends within an exchange calls it off
    let server = Server::pop3(Pop3::offering(&[]).on("AUTH", "+ eHk=").on(CREDENTIALS, "-ERR called off"));
    at(&server, "AUTH XFOO\n").run().expect(65).says(&["in the middle of the login that line 1 begins"]);
    assert_eq!(server.finish_one().lines(), ["AUTH XFOO", "*", "QUIT"]);
}

#[test]
fn no_secret_comes_out() {
    let plain = base64(format!("\0pepe\0{PASSWORD}").as_bytes());
    for (what, verb, reply) in [
        ("an echo", "PASS", format!("-ERR [AUTH] {PASSWORD} is wrong")),
        ("an echo in a challenge", "PASS", format!("+ {plain}")),
        ("an echo that is no reply", "PASS", format!("what, {PASSWORD}?")),
        ("an echo later", "STAT", format!("-ERR not for {PASSWORD}")),
        ("an echo in a listing", "LIST", format!("+OK\r\n1 {PASSWORD}\r\n.")),
    ] {
        let server = Server::pop3(Pop3::offering(&[]).on(verb, &reply));
        let script = format!("USER pepe\nPASS {PASSWORD}\nSTAT\nLIST\nAUTH PLAIN {plain}\nPAS {PASSWORD}\n");
        keeps_its_secret(&format!("pop3://{}", server.address()), &script, what);
    }
}

#[test]
fn servers_that_break_the_protocol_or_the_connection() {
    let server = Server::pop3(Pop3::offering(&[]).on("NOOP", "+OK\r\n+OK"));
    at(&server, "NOOP\nNOOP\n").run().expect(76).says(&["nothing was asked"]);
    let server = Server::pop3(Pop3::offering(&[]).on("NOOP", "250 ok"));
    at(&server, "NOOP\n").run().expect(76);
    let server = Server::pop3(Pop3::offering(&[]).on("NOOP", "+ go on"));
    at(&server, "NOOP\n").run().expect(76);
    let server = Server::pop3(Pop3::offering(&[]).does("LIST", [Step::say("+OK\r\n1 2\r\n"), Step::Close]));
    at(&server, "LIST\n").run().expect(75).says(&["closed"]);
    let server = Server::pop3(Pop3::offering(&["STLS"]).on("STLS", "+OK go\r\n+OK more"));
    at(&server, "STLS\nCAPA\n").run().expect(76).says(&["injection"]);
    let server = Server::pop3(Pop3::offering(&[]).on("STLS", "-ERR no"));
    at(&server, "STLS\nNOOP\n").run().expect(69);
    at(&server, "STLS\nNOOP\n").args(["--tls", "starttls"]).run().expect(77);
    let hostile = Server::pop3(Pop3::offering(&[]).on("NOOP", "+OK \x1b]0;pwned\x07\u{202e}"));
    let outcome = at(&hostile, "NOOP\n").run().expect(0);
    assert!(!outcome.out().contains('\x1b') && !outcome.err().contains('\u{202e}'), "{outcome}");
}

#[test]
fn by_a_protocol_that_is_named_over_a_socket() {
    let room = Room::new();
    let path = room.at("socket");
    let listener = std::os::unix::net::UnixListener::bind(&path).expect("a socket");
    let server = std::thread::spawn(move || {
        use std::io::{BufRead, BufReader, Write};
        let (mut stream, _) = listener.accept().expect("a client");
        stream.write_all(b"+OK\r\n").expect("a listener");
        let mut heard = Vec::new();
        for line in BufReader::new(stream.try_clone().expect("a stream")).lines() {
            heard.push(line.expect("a line"));
            let _ = stream.write_all(b"+OK\r\n");
        }
        heard
    });
    let unix = format!("unix:{path}");
    talk(&unix, "NOOP\n").args(["--protocol", "pop3"]).run().expect(0).says(&["+OK"]);
    assert_eq!(server.join().expect("what was heard"), ["NOOP", "QUIT"]);
    talk("imap://127.0.0.1:1", "").args(["--protocol", "pop3"]).run().expect(64).says(&["pop3, pop3s"]);
}

#[test]
fn with_dovecot() {
    or_skip!(dovecot::need(), peers::ca::need());
    let (room, authority) = (Room::new(), Authority::throw_away());
    let files = authority.server(&["pop.example.test", "127.0.0.1"]);
    let dovecot = Dovecot::start(&Options { certificate: Some(&files), ..Default::default() });
    dovecot.put(ALICIA.0, ["Subject: uno\n\n.hola\n", "Subject: dos\n\nadios\n"]);
    let ca = authority.ca().to_str().expect("a path");
    let password = room.file("password", ALICIA.1);
    let login = ["--ca", ca, "-u", ALICIA.0, "--password-file", &password];
    let clear = format!("pop3://127.0.0.1:{}", dovecot.pop3);
    for mechanism in ["", "PLAIN", "login", "CRAM-MD5", "DIGEST-MD5", "scram-sha-256"] {
        let script = format!("CAPA\nSTLS\nCAPA\nAUTH {mechanism}\nSTAT\nRETR 1\nUIDL\nTOP 2 0\nRSET\nQUIT\n");
        let script = script.replace("AUTH \n", "AUTH\n");
        let outcome = talk(&clear, &script).args(login).args(["--tls", "starttls", "--strict"]).run().expect(0);
        for said in ["* what was offered in clear text counts no more: CAPA comes again", "C~ AUTH ", "S~ +OK 2 "] {
            assert!(outcome.err().contains(said), "{said}\n{outcome}");
        }
        assert!(lines(&outcome).iter().any(|line| line == "..hola"), "{outcome}");
        Secrets::of(ALICIA.1).not_in(&outcome.everything(None), mechanism);
    }
    let secure = format!("pop3s://127.0.0.1:{}", dovecot.pop3s);
    let script = format!("USER alicia\nPASS {}\nLIST\nDELE 1\nRETR 7\n", ALICIA.1);
    let outcome = talk(&secure, &script).args(["--ca", ca]).run().expect(1);
    assert!(outcome.err().contains("C~ PASS ••••") && outcome.err().contains("C~ QUIT"), "{outcome}");
    talk(&clear, "STLS\nAUTH\nSTAT\n").args(login).run().expect(77).says(&["CAPA asks"]);
    let counted = talk(&clear, "CAPA\nSTLS\nCAPA\nAUTH\nSTAT\n").args(login).args(["--json", "-q"]).run().expect(0);
    assert!(counted.field("lines").iter().any(|lines| lines.contains("+OK 1 ")), "{counted}");
}
