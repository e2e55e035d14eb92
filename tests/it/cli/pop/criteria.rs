//! `--where`: messages that a query means, at Dovecot and at servers that do what they should not.

use super::dovecot::{World, need};
use super::{message, pop};
use crate::cli::Outcome;
use crate::mock::{Pop3, Server, Tap};
use crate::peers::or_skip;

/// Of 2020 and large; of 2024, from somebody else; with an attachment; without a date.
fn letters() -> Vec<String> {
    let header = |from: &str, subject: &str, date: &str| format!("From: {from}\r\nSubject: {subject}\r\n{date}");
    let (old, later) = ("Date: Wed, 1 Jan 2020 12:00:00 +0100\r\n", "Date: Mon, 1 Jul 2024 12:00:00 +0200\r\n");
    vec![
        header("Ana <ana@x.test>", "uno", old) + "\r\n" + &"filler of a large message\r\n".repeat(1000),
        header("Bob <bob@x.test>", "=?utf-8?q?adi=C3=B3s?=", later) + "\r\nneedle\r\n",
        header("Ana <ana@x.test>", "tres", later)
            + "Content-Type: application/pdf; name=a.pdf\r\nContent-Disposition: attachment\r\n\r\n%PDF\r\n",
        header("Eva <eva@x.test>", "cuatro", "") + "\r\nhola\r\n",
    ]
}

fn numbers(outcome: Outcome) -> Vec<String> {
    outcome.field("n")
}

/// The commands that went past, without those of the login.
fn asked(outcome: &Outcome) -> Vec<String> {
    let commands = outcome.err().lines().filter_map(|line| line.strip_prefix("C: ").map(str::to_owned)).collect();
    let commands: Vec<String> = commands;
    let begin = commands.iter().position(|line| line.starts_with("LIST")).expect("LIST");
    commands[begin..].to_vec()
}

#[test]
fn a_query_finds_what_it_means() {
    or_skip!(need());
    let world = World::with(letters());
    for (query, found) in [
        ("older:30d larger:5k", vec!["1"]),
        ("from:ana", vec!["1", "3"]),
        ("subject:adiós", vec!["2"]),
        ("-from:ana", vec!["2", "4"]),
        ("since:2024-07-01", vec!["2", "3"]),
        ("sent-before:2021-01-01", vec!["1"]),
        ("has:attachment", vec!["3"]),
        ("filename:*.pdf from:ana", vec!["3"]),
        ("needle", vec!["2"]),
        ("body:hola OR larger:10k", vec!["1", "4"]),
        ("seq:*", vec!["4"]),
        ("seq:2:3 header:Content-Type", vec!["3"]),
        ("all", vec!["1", "2", "3", "4"]),
    ] {
        let outcome = world.pop(&["list", "--where", query, "--json", "-q"]).expect(0);
        assert_eq!(numbers(outcome), found, "{query}");
    }
    let both = world.pop(&["list", "2-", "--where", "from:ana", "--json", "-q"]).expect(0);
    assert_eq!(numbers(both), ["3"]);
    world.pop(&["list", "2", "--where", "from:ana"]).expect(1).says(&["the query means no message"]);
    world.pop(&["list", "1,9", "--where", "from:ana"]).expect(3).says(&["9: there is no such message"]);
}

#[test]
fn no_more_is_fetched_than_decides() {
    or_skip!(need());
    let world = World::with(letters());
    let listing = world.pop(&["list", "--where", "smaller:5k"]).expect(0);
    assert_eq!(asked(&listing), ["LIST", "QUIT"]);
    let headers = world.pop(&["list", "--where", "larger:5k from:ana"]).expect(0);
    assert_eq!(asked(&headers), ["LIST", "TOP 1 0", "QUIT"]);
    let bodies = world.pop(&["list", "--where", "from:ana has:attachment"]).expect(0);
    let tops = ["LIST", "TOP 1 0", "TOP 2 0", "TOP 3 0", "TOP 4 0", "RETR 1", "RETR 3", "QUIT"];
    assert_eq!(asked(&bodies), tops);
    bodies.says(&["2 messages are fetched whole to answer the query"]);
    let undated = world.pop(&["list", "--where", "-younger:1d", "-q", "--json"]).expect(0);
    assert_eq!(numbers(undated), ["1", "2", "3"], "nobody knows how old 4 is");
    let undated = world.pop(&["list", "--where", "-younger:1d"]).expect(0);
    undated.says(&["message 4 has no date to be compared: it is passed over"]);
}

#[test]
fn fetching_and_deleting_by_a_query() {
    or_skip!(need());
    let world = World::with(letters());
    assert_eq!(world.pop(&["retr", "--where", "needle", "-q"]).expect(0).out(), letters()[1]);
    world.pop(&["retr", "--where", "from:ana"]).expect(64).says(&["that is 2 messages"]);
    let place = world.room.at("ana.mbox");
    let kept = world.pop(&["retr", "--where", "from:ana", "--mbox", &place, "-q", "--json"]).expect(0);
    assert_eq!(numbers(kept), ["1", "3"]);
    let dry = world.pop(&["dele", "--where", "older:30d larger:5k", "--dry-run", "-q", "--json"]).expect(0);
    assert_eq!(dry.field("subject"), ["uno"]);
    assert_eq!(world.by_curl().len(), 4);
    world.pop(&["dele", "--where", "older:30d larger:5k"]).expect(0).says(&["1 message deleted"]);
    world.pop(&["dele", "2-3", "--where", "from:eva OR from:bob", "-q"]).expect(0);
    let left = letters();
    assert_eq!(world.by_curl(), [left[1].as_bytes(), left[2].as_bytes()], "what was 4 is 3 by then");
    world.pop(&["dele", "--where", "older:9999y"]).expect(1);
    assert_eq!(world.by_curl().len(), 2);
}

#[test]
fn headers_come_in_flights() {
    or_skip!(need());
    let world = World::with((0..250).map(|n| message(&format!("letter {n}"), "x")).collect());
    let tap = Tap::start(world.dovecot.pop3);
    let url = format!("pop3://127.0.0.1:{}", tap.port);
    let outcome = world.at(&url, &["list", "--where", "subject:/^letter 1.9$/", "-q", "--json"]).expect(0);
    assert_eq!(numbers(outcome), (0..10).map(|n| (110 + 10 * n).to_string()).collect::<Vec<_>>());
}

fn offering(capabilities: &[&str]) -> Pop3 {
    let letters = letters();
    Pop3::offering(capabilities).with(&letters.iter().map(String::as_str).collect::<Vec<_>>())
}

#[test]
fn a_message_that_vanishes_is_passed_over() {
    let gone = "-ERR there is no message 1";
    let rules = || offering(&["TOP", "UIDL", "USER", "PIPELINING"]).once("TOP", gone).once("RETR", gone);
    let server = Server::pop3(rules());
    let outcome = pop(&server, &["list", "--where", "from:ana", "--json"]).run().expect(3);
    assert_eq!(numbers(outcome.says(&["RETR 1 was answered -ERR there is no message 1"])), ["3"]);
    let server = Server::pop3(rules());
    pop(&server, &["dele", "--where", "from:nobody"]).run().expect(1);
    assert!(!server.finish_one().has("DELE"));
}

#[test]
fn a_server_without_top_shows_whole_messages() {
    let server = Server::pop3(offering(&["UIDL", "USER", "PIPELINING"]));
    let outcome = pop(&server, &["list", "--where", "from:ana larger:1k", "--json"]).run().expect(0);
    assert_eq!(numbers(outcome.says(&["1 message is fetched whole"])), ["1"]);
    assert_eq!(server.finish_one().lines()[3..], ["LIST", "RETR 1", "QUIT"]);
}

#[test]
fn what_cannot_be_asked_is_wrong_usage() {
    let server = Server::pop3(offering(&["TOP", "USER"]));
    for (query, why) in [
        ("from:ana unseen", "--where: seen cannot be told over POP3: it has no flags"),
        ("uid:7", "uid:7 cannot be told over POP3: it has no UIDs; a unique-id is a SEL, uidl:ABC"),
        ("label:x", "label:x cannot be told over POP3: only an IMAP server can be asked that"),
        ("older:", "--where: "),
        ("from:(a", "--where: "),
        (" ", "--where: the query is empty"),
    ] {
        for verb in ["list", "retr", "dele"] {
            pop(&server, &[verb, "--where", query]).run().expect(64).says(&[why]);
        }
    }
    pop(&server, &["dele"]).run().expect(64);
    assert!(server.finish().is_empty());
}
