//! What each verb says and shows.

use super::{message, pop};
use crate::mock::{Pop3, Server, Step};

/// A server with three messages that pipelines.
fn server() -> Server {
    let messages = [message("uno", "hola"), message("=?utf-8?q?adi=C3=B3s?=", ".dot\r\n..two"), message("tres", "x")];
    let messages = messages.iter().map(String::as_str).collect::<Vec<_>>();
    Server::pop3(Pop3::offering(&["TOP", "UIDL", "USER", "PIPELINING", "RESP-CODES"]).with(&messages))
}

#[test]
fn stat_in_words_and_in_json() {
    let server = server();
    pop(&server, &["stat"]).run().expect(0).says(&["3 messages, "]);
    let outcome = pop(&server, &["stat", "--json", "-q"]).run().expect(0);
    assert_eq!(outcome.field("messages"), ["3"]);
    let heard = server.finish();
    assert_eq!(heard[0].lines(), ["CAPA", "USER pepe", &format!("PASS {}", super::PASSWORD), "STAT", "QUIT"]);
}

#[test]
fn flags_stand_before_the_verb_or_behind_it() {
    let server = server();
    let url = format!("pop3://pepe@{}", server.address());
    for args in [
        ["pop", "-s", &url, "--password-env", "S", "-q", "stat", "--json"],
        ["pop", "stat", "-s", &url, "--password-env", "S", "-q", "--json"],
        ["-q", "pop", "stat", "--json", "--password-env", "S", "-s", &url],
    ] {
        let outcome = super::Mailtool::new(args).env("S", "x").run().expect(0);
        assert_eq!(outcome.field("messages"), ["3"], "{args:?}");
    }
}

#[test]
fn list_in_all_its_forms() {
    let server = server();
    let outcome = pop(&server, &["list", "-q"]).run().expect(0);
    assert_eq!(outcome.out().lines().count(), 4, "{outcome}");
    let outcome = pop(&server, &["list", "--headers", "--uidl", "--json", "-q"]).run().expect(0);
    assert_eq!(outcome.field("n"), ["1", "2", "3"]);
    assert_eq!(outcome.field("uidl"), ["id1", "id2", "id3"]);
    assert_eq!(outcome.field("subject"), ["uno", "adiós", "tres"]);
    assert_eq!(outcome.field("from"), ["Begoña", "Begoña", "Begoña"]);
    assert_eq!(outcome.field("date")[0], "2026-11-23T07:00:00Z");
    let outcome = pop(&server, &["list", "2-", "--headers", "-q"]).run().expect(0);
    assert!(outcome.out().contains("2026-11-23 07:00  Begoña"), "{outcome}");
    assert!(!outcome.out().contains("uno") && outcome.out().contains("adiós"), "{outcome}");
    let heard = server.finish();
    let lines = heard[1].lines();
    assert_eq!(lines[3..], ["LIST", "UIDL", "TOP 1 0", "TOP 2 0", "TOP 3 0", "QUIT"]);
}

#[test]
fn one_message_by_its_number_is_asked_for_alone() {
    let server = server();
    let outcome = pop(&server, &["list", "2", "--uidl", "--json", "-q"]).run().expect(0);
    assert_eq!((outcome.field("n"), outcome.field("uidl")), (vec!["2".to_owned()], vec!["id2".to_owned()]));
    pop(&server, &["uidl", "3", "-q"]).run().expect(0).says(&["id3"]);
    pop(&server, &["list", "9"]).run().expect(1).says(&["LIST 9 was answered -ERR no such message"]);
    let heard = server.finish();
    assert_eq!(heard[0].lines()[3..], ["LIST 2", "UIDL 2", "QUIT"]);
    assert_eq!(heard[1].lines()[3..], ["UIDL 3", "QUIT"]);
}

#[test]
fn selectors_that_match_nothing() {
    let server = server();
    pop(&server, &["list", "7-"]).run().expect(1).says(&["7-: there is no such message"]);
    pop(&server, &["uidl", "uidl:nobody"]).run().expect(1);
    pop(&server, &["list", "1,9,last"]).run().expect(3);
    pop(&server, &["list", "0"]).run().expect(64).says(&["messages count from 1"]);
    pop(&server, &["dele", "5-3"]).run().expect(64);
    pop(&server, &["retr", "9"]).run().expect(1);
    assert!(server.finish().iter().all(|heard| !heard.has("DELE")));
}

#[test]
fn the_octets_of_one_message() {
    let server = server();
    let outcome = pop(&server, &["retr", "2", "-q"]).run().expect(0);
    assert_eq!(outcome.out(), message("=?utf-8?q?adi=C3=B3s?=", ".dot\r\n..two"));
    let outcome = pop(&server, &["top", "2", "1", "-q"]).run().expect(0);
    assert!(outcome.out().ends_with("\r\n\r\n.dot\r\n"), "{outcome}");
    pop(&server, &["top", "last", "0", "-q"]).run().expect(0).says(&["tres"]);
    pop(&server, &["retr", "1-2"]).run().expect(64).says(&["--maildir"]);
    pop(&server, &["top", "all"]).run().expect(64);
}

#[test]
fn what_is_deleted_goes_with_quit() {
    let server = server();
    let outcome = pop(&server, &["dele", "1", "3"]).run().expect(0).says(&["2 messages deleted"]);
    assert_eq!(outcome.out().lines().count(), 3, "{outcome}");
    let outcome = pop(&server, &["dele", "last:2", "--dry-run", "--json", "-q"]).run().expect(0);
    assert_eq!(outcome.field("uidl"), ["id2", "id3"]);
    pop(&server, &["dele", "2", "8"]).run().expect(3);
    pop(&server, &["dele", "2"]).run().expect(0).says(&["1 message deleted"]);
    pop(&server, &["dele", "8"]).run().expect(1).says(&["DELE 8 was answered -ERR"]);
    let heard = server.finish();
    assert_eq!(heard[0].lines()[3..], ["LIST", "DELE 1", "DELE 3", "QUIT"]);
    assert_eq!(heard[1].lines()[3..], ["LIST", "UIDL", "TOP 2 0", "TOP 3 0", "RSET", "QUIT"]);
    assert_eq!(heard[3].lines()[3..], ["DELE 2", "QUIT"]);
}

#[test]
fn small_verbs() {
    let server = server();
    pop(&server, &["noop", "-q"]).run().expect(0).says(&["+OK"]);
    pop(&server, &["rset", "-q"]).run().expect(0).says(&["+OK"]);
    assert_eq!(pop(&server, &["last", "-q"]).run().expect(0).out(), "3\n");
    pop(&server, &["noop", "--utf8", "--lang", "es"]).run().expect(0);
    let heard = server.finish();
    assert_eq!(heard[3].lines()[..3], ["CAPA", "UTF8", "LANG es"]);
}

#[test]
fn capabilities_are_explained() {
    let server = server();
    let url = format!("pop3://{}", server.address());
    let outcome = super::Mailtool::new(["pop", "capa", "-q", "-s", &url]).run().expect(0);
    assert!(outcome.out().contains("PIPELINING") && outcome.out().contains("RFC 2449"), "{outcome}");
    let outcome = super::Mailtool::new(["pop", "capa", "-q", "--json", "-s", &url]).run().expect(0);
    assert_eq!(outcome.field("keyword"), ["TOP", "UIDL", "USER", "PIPELINING", "RESP-CODES"]);
    assert!(server.finish().iter().all(|heard| heard.lines() == ["CAPA", "QUIT"]));
}

#[test]
fn lines_of_ones_own() {
    let server = Server::pop3(Pop3::offering(&[]).with(&["a: b\r\n\r\nx\r\n"]).on("LAST", "+OK two\r\n1\r\n..2\r\n."));
    let outcome = pop(&server, &["raw", "LAST", "--multi", "-q"]).run().expect(0);
    assert_eq!(outcome.out(), "+OK two\n1\n.2\n");
    let outcome = pop(&server, &["raw", "RETR 1", "--json", "-q"]).run().expect(0);
    assert_eq!(outcome.json().len(), 4, "{outcome}");
    pop(&server, &["raw", "XYZ 1"]).run().expect(69).says(&["XYZ 1 was answered -ERR unknown"]);
    pop(&server, &["raw", "STLS"]).run().expect(64);
    pop(&server, &["raw", "DELE 1"]).run().expect(0).says(&["1 message deleted"]);
}

#[test]
fn what_must_be_said_on_the_command_line() {
    super::Mailtool::new(["pop", "stat"]).run().expect(64).says(&["--server"]);
    super::Mailtool::new(["pop", "stat", "-s", "127.0.0.1:1"]).run().expect(64).says(&["--user"]);
    let server = server();
    pop(&server, &["stat", "--auth", "apop,plain"]).run().expect(64);
    super::at("smtp://127.0.0.1", &["stat"]).run().expect(64).says(&["pop3, pop3s"]);
    pop(&server, &["stat", "--pipeline", "101"]).run().expect(64);
    pop(&server, &["retr", "1", "--delete"]).run().expect(64);
}

#[test]
fn one_after_the_other_where_that_is_wanted_or_nothing_else_is_offered() {
    for (offers, args) in [(&["USER", "PIPELINING"][..], &["--pipeline", "never"][..]), (&["USER"], &[])] {
        let server = Server::pop3(
            Pop3::offering(offers)
                .with(&["a: b\r\n\r\nx\r\n"; 3])
                .does("DELE", [Step::Stall(std::time::Duration::from_millis(50)), Step::say("+OK\r\n")]),
        );
        let outcome = pop(&server, &["dele", "all"]).args(args).run().expect(0);
        let text = outcome.err();
        let lines: Vec<&str> = text.lines().filter(|line| line.contains("DELE") || line.contains("S: +OK")).collect();
        let place = |wanted: &str| lines.iter().position(|line| *line == wanted).expect(wanted);
        assert!(place("C: DELE 2") > place("C: DELE 1") + 1, "{outcome}");
    }
    let server = server();
    let outcome = pop(&server, &["dele", "all", "--pipeline", "2"]).run().expect(0);
    let text = outcome.err();
    let place = |wanted: &str| text.lines().position(|line| line == wanted).expect(wanted);
    assert!(place("C: DELE 2") == place("C: DELE 1") + 1 && place("C: DELE 3") > place("C: DELE 2") + 1, "{outcome}");
}
