//! What hostile servers say to each verb: too much, too large, in the wrong alphabet, or nothing more.

use super::{message, pop};
use crate::cli::Room;
use crate::mock::pop3::GREETING;
use crate::mock::{Pop3, Server, Step};

/// Commands, and what asks for them.
const VERBS: &[(&str, &[&str])] = &[
    ("CAPA", &["capa"]),
    ("STAT", &["stat"]),
    ("LIST", &["list"]),
    ("UIDL", &["uidl"]),
    ("TOP", &["top", "1"]),
    ("RETR", &["retr", "1"]),
    ("DELE", &["dele", "1"]),
    ("NOOP", &["noop"]),
    ("RSET", &["rset"]),
    ("LAST", &["last"]),
];

fn offering() -> Pop3 {
    let (one, two) = (message("uno", "hola"), message("dos", "adios"));
    Pop3::offering(&["TOP", "UIDL", "USER", "PIPELINING"]).with(&[&one, &two])
}

#[test]
fn it_goes_away_or_refuses_behind_each_command() {
    for (verb, args) in VERBS {
        for last in ["", "+O", "-ERR [SYS/TEMP] bye\r\n", "+OK\r\n1 half a l"] {
            let server = Server::pop3(offering().does(verb, [Step::say(last), Step::Close]));
            let outcome = pop(&server, args).run();
            // A server without CAPA is one of RFC 1939; one line is a whole answer to some.
            let whole = last.starts_with("+OK") && ["NOOP", "RSET", "DELE"].contains(verb);
            let refused = last.starts_with('-');
            assert!(outcome.code != Some(0) || whole, "{verb} {last:?}: {outcome}");
            assert!(
                outcome.code == Some(75) || *verb == "CAPA" || refused || whole || last.starts_with("+OK"),
                "{verb} {last:?}: {outcome}"
            );
            outcome.judged(last);
        }
    }
}

#[test]
fn numbers_beyond_all_bounds() {
    let (over, large) = ("4294967296", "18446744073709551616");
    for (verb, answer, args) in [
        ("STAT", format!("+OK {large} 1"), &["stat"][..]),
        ("STAT", format!("+OK {over} {large}"), &["stat"]),
        ("STAT", "+OK -1 -1".to_owned(), &["stat"]),
        ("LIST", format!("+OK\r\n{large} 1\r\n1 {large}\r\n{over} 7\r\n."), &["list"]),
        ("LIST", "+OK\r\n4294967295 18446744073709551615\r\n1 18446744073709551615\r\n.".to_owned(), &["list"]),
        (
            "LIST",
            "+OK\r\n1 18446744073709551615\r\n2 18446744073709551615\r\n.".to_owned(),
            &["retr", "all", "--mbox", "m"],
        ),
        ("LIST", "+OK\r\n1 18446744073709551615\r\n2 18446744073709551615\r\n.".to_owned(), &["list", "--headers"]),
        ("UIDL", format!("+OK\r\n{large} a\r\n{over} b\r\n."), &["uidl"]),
        ("LAST", format!("+OK {large}"), &["last"]),
        ("RETR", format!("+OK {large} octets\r\nx: y\r\n\r\nz\r\n."), &["retr", "1"]),
    ] {
        let server = Server::pop3(offering().on(verb, &answer));
        let outcome = pop(&server, &[args, &["--json"]].concat()).run();
        if verb != "RETR" {
            outcome.judged(&answer);
        }
        assert!(outcome.peak < 64 * 1024, "{answer}: {} KiB", outcome.peak);
    }
    // A range is as wide as the maildrop.
    for args in [&["dele", "1-4294967295"][..], &["list", "1-4294967295"], &["retr", "1-", "--eml-dir", "d"]] {
        let server = Server::pop3(offering());
        let outcome = pop(&server, args).run().expect(0);
        assert!(outcome.peak < 64 * 1024, "{args:?}: {} KiB", outcome.peak);
        assert!(server.finish_one().lines().len() < 16, "{outcome}");
    }
}

#[test]
fn answers_without_end() {
    for (verb, args) in [("NOOP", VERBS[7].1), ("LIST", VERBS[2].1), ("DELE", VERBS[6].1)] {
        let flood = [Step::Flood(b"+OK and again\r\n".to_vec(), 8 << 20)];
        let outcome = pop(&Server::pop3(offering().does(verb, flood)), &[args, &["-q"]].concat()).run();
        outcome.judged(verb);
        assert!(outcome.peak < 64 * 1024, "{verb}: {} KiB", outcome.peak);
    }
    let room = Room::new();
    let flood = [Step::say("+OK\r\n"), Step::Flood(b"x\r\n".to_vec(), 1 << 30)];
    let server = Server::pop3(offering().does("RETR", flood));
    let outcome = pop(&server, &["retr", "1", "-o", &room.at("letter"), "-q", "--deadline", "1"]).run().expect(75);
    assert!(room.list("").is_empty(), "{outcome}");
    outcome.says(&["--deadline 1 s ended while waiting for the message that RETR 1 asks for"]);
}

#[test]
fn octets_that_are_no_text() {
    let dirt: &[u8] = b"\0\xff\x1b]0;x\x07\xc2\x9b\x80\xe2\x80\xae";
    for (verb, answer) in [
        (GREETING, "+OK %\r\n"),
        ("CAPA", "+OK %\r\nTOP\r\nX-% %\r\n.\r\n"),
        ("USER", "+OK %\r\n"),
        ("PASS", "-ERR [%] %\r\n"),
        ("STAT", "+OK 1 % 2\r\n"),
        ("LIST", "+OK %\r\n1 100 %\r\n%\r\n2 200\r\n.\r\n"),
        ("UIDL", "+OK\r\n1 %\r\n2 a%b\r\n.\r\n"),
        ("TOP", "+OK\r\nFrom: %\r\nSubject: %\r\n%: %\r\n\r\n%\r\n.\r\n"),
        ("RETR", "-ERR %\r\n"),
        ("DELE", "-ERR [%] %\r\n"),
        ("NOOP", "% %\r\n"),
        ("QUIT", "+OK %\r\n"),
    ] {
        let octets: Vec<u8> =
            answer.bytes().flat_map(|octet| if octet == b'%' { dirt.to_vec() } else { vec![octet] }).collect();
        let args = match verb {
            "TOP" | "UIDL" => &["list", "--headers", "--uidl"][..],
            _ => VERBS.iter().find(|(known, _)| *known == verb).map_or(&["list"][..], |(_, args)| args),
        };
        for more in [&["--explain"][..], &["-q", "--json"]] {
            let server = Server::pop3(offering().does(verb, [Step::Say(octets.clone())]));
            let outcome = pop(&server, &[args, more].concat()).run();
            outcome.judged(answer);
            if more.contains(&"--json") {
                outcome.json();
            }
        }
    }
}

#[test]
fn a_message_that_vanishes_once_it_was_listed() {
    let room = Room::new();
    let server = Server::pop3(offering().once("RETR", "-ERR no such message"));
    let outcome = pop(&server, &["retr", "all", "--delete", "--eml-dir", &room.at("letters")]).run().expect(3);
    let heard = server.finish_one();
    assert!(heard.has("DELE 2") && !heard.has("DELE 1"), "only what is on disk is deleted: {outcome}");
    assert_eq!(room.list("letters").len(), 1);
}

#[test]
fn deleted_is_what_quit_confirmed() {
    for (steps, exit) in [
        (vec![Step::say("+OK bye\r\n"), Step::Close], 0),
        (vec![Step::Close], 75),
        (vec![Step::say("-ERR [SYS/TEMP] not all were removed\r\n")], 75),
        (vec![Step::say("+O"), Step::Close], 75),
        (vec![Step::say("nonsense\r\n")], 76),
    ] {
        let server = Server::pop3(offering().does("QUIT", steps.clone()));
        let outcome = pop(&server, &["dele", "1", "--timeout", "1"]).run();
        assert_eq!(outcome.code, Some(exit), "{steps:?}: {outcome}");
        let (done, not) = (outcome.err().contains("1 message deleted"), outcome.err().contains("not done"));
        assert_eq!((done, not), (exit == 0, exit != 0), "{steps:?}: {outcome}");
        let room = Room::new();
        let server = Server::pop3(offering().does("QUIT", steps));
        let outcome = pop(&server, &["retr", "1", "--delete", "--timeout", "1", "--maildir", &room.at("m")]).run();
        assert_eq!((outcome.code == Some(0), room.list("m/new").len()), (exit == 0, 1), "{outcome}");
    }
}
