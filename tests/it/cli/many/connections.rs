//! `--connections`.

use std::collections::{BTreeSet, HashSet};
use std::time::Duration;

use super::mbox;
use crate::cli::{Mailtool, Outcome, Room, Serve};
use crate::mock::smtp::{DOT, GREETING};
use crate::mock::{Server, Smtp, Step};

/// The letters of whom an outcome was told, and how it was.
#[track_caller]
fn fates(outcome: &Outcome, letters: usize) -> Vec<String> {
    let numbers: BTreeSet<String> = outcome.field("message").into_iter().collect();
    assert_eq!(numbers.len(), letters, "every letter has an outcome: {outcome}");
    let fates = outcome.field("status");
    assert_eq!(fates.len(), letters, "and one alone: {outcome}");
    fates
}

#[test]
fn letters_are_dealt_out_among_them() {
    let serve = Serve::start(&["--json"]);
    let room = Room::new();
    let mbox = room.file("mbox", mbox(100));
    for per_connection in [None, Some("7")] {
        let more = per_connection.map(|n| ["--per-connection", n]);
        let args = ["--mbox", &mbox, "--connections", "4", "--json"];
        let before = serve.events().len();
        let outcome = Mailtool::send(&serve.address("smtp"), args).args(more.iter().flatten()).run().expect(0);
        assert_eq!(fates(&outcome, 100), vec!["delivered"; 100]);
        let sessions: HashSet<_> = serve.events()[before..].iter().map(|event| event["session"].as_u64()).collect();
        assert!(if per_connection.is_none() { sessions.len() == 4 } else { sessions.len() >= 15 }, "{sessions:?}");
        let lines = |n: usize| outcome.err().lines().any(|line| line.starts_with(&format!("[{n}] C: MAIL")));
        assert!((1..=4).all(lines), "each says something: {outcome}");
    }
    let subjects: HashSet<Vec<u8>> = serve.messages().into_iter().collect();
    assert_eq!((subjects.len(), serve.messages().len()), (100, 200), "each twice, none lost");
}

#[test]
fn no_more_than_there_are_letters() {
    let server = Server::smtp(Smtp::offering(&["PIPELINING"]));
    let room = Room::new();
    let mbox = room.file("mbox", mbox(3));
    Mailtool::send(&server.address(), ["--mbox", &mbox, "--connections", "9", "-q"]).run().expect(0);
    let heard = server.finish();
    assert_eq!((heard.len(), heard.iter().map(|heard| heard.messages.len()).sum::<usize>()), (3, 3));
    assert!(heard.iter().all(|heard| heard.has("QUIT")), "{heard:?}");
}

#[test]
fn what_a_connection_leaves_goes_over_the_others() {
    let fine = vec![Step::Converse(Smtp::offering(&[]))];
    let busy = vec![Step::say("421 4.7.0 too many connections from you\r\n"), Step::Close];
    let breaks = vec![Step::Converse(Smtp::offering(&[]).does("MAIL", [Step::Close]))];
    let room = Room::new();
    let mbox = room.file("mbox", mbox(20));
    // Whose MAIL was answered by the end of the connection has an outcome of its own.
    for (odd, lost) in [(busy, 0), (breaks, 2)] {
        let server = Server::start(vec![fine.clone(), odd.clone(), odd, fine.clone()]);
        let outcome = Mailtool::send(&server.address(), ["--mbox", &mbox, "--connections", "3", "--json", "-q"]).run();
        let fates = fates(&outcome, 20);
        let put_off = fates.iter().filter(|fate| *fate == "deferred").count();
        assert!(put_off <= lost && fates.iter().all(|fate| fate == "delivered" || fate == "deferred"), "{outcome}");
        let taken: usize = server.finish().iter().map(|heard| heard.messages.len()).sum();
        assert_eq!(taken, 20 - put_off);
    }
}

#[test]
fn a_server_that_goes_away_takes_no_outcome_with_it() {
    let dies = vec![Step::Converse(Smtp::offering(&[]).once(DOT, "250 ok").does(DOT, [Step::Close]))];
    let gone = vec![Step::Close];
    let room = Room::new();
    let mbox = room.file("mbox", mbox(12));
    let server = Server::start(vec![dies.clone(), dies.clone(), dies, gone]);
    let outcome = Mailtool::send(&server.address(), ["--mbox", &mbox, "--connections", "3", "--json", "-q"]).run();
    let fates = fates(&outcome.clone().expect(3), 12);
    let count = |fate: &str| fates.iter().filter(|known| *known == fate).count();
    assert_eq!((count("delivered"), count("uncertain"), count("deferred")), (3, 3, 6), "{outcome}");
}

#[test]
fn what_is_wrong_with_all_is_tried_once() {
    let room = Room::new();
    let mbox = room.file("mbox", mbox(5));
    let refuses = Smtp::offering(&["AUTH PLAIN"]).on("AUTH", "535 5.7.8 no");
    let cases = [
        (refuses, &["--user", "alicia", "--password", "no"][..], 77),
        (Smtp::offering(&[]).on(GREETING, "554 no"), &[], 69),
    ];
    for (smtp, args, code) in cases {
        let server = Server::smtp(smtp);
        let outcome = Mailtool::send(&server.address(), ["--mbox", &mbox, "--connections", "5", "--json", "-q"]);
        assert_eq!(fates(&outcome.args(args).run().expect(code), 5), vec!["refused"; 5]);
        assert_eq!(server.finish().len(), 1);
    }
}

#[test]
fn an_interrupt_ends_all_of_them() {
    let room = Room::new();
    let mbox = room.file("mbox", mbox(6));
    let server = Server::smtp(Smtp::offering(&[]).does("RCPT", [Step::Stall(Duration::from_secs(15))]));
    let send = Mailtool::send(&server.address(), ["--mbox", &mbox, "--connections", "3", "--json", "-q"]);
    let outcome = send.interrupted(Duration::from_millis(2500)).run().expect(75);
    assert_eq!(fates(&outcome, 6), vec!["deferred"; 6]);
    assert!(outcome.elapsed < Duration::from_secs(10), "{outcome}");
}

#[test]
fn exchangers_have_their_own() {
    let args = ["send", "--from", "a@x.test", "--to", "b@x.test", "--connections", "2"];
    Mailtool::new(args).run().expect(64).says(&["--server"]);
    Mailtool::send("127.0.0.1:1", ["--connections", "0"]).run().expect(64).says(&["--connections"]);
}
