//! Messages that are named by URLs, by lines of standard input, or by a query: against Dovecot, and in front of servers
//! that forget what they said.

use super::{PASSWORD, World, asked, imap, need};
use crate::cli::{Mailtool, Outcome, Room};
use crate::mock::{Imap, Server};
use crate::peers::dovecot::ALICIA;
use crate::peers::or_skip;

impl World {
    /// `mailtool imap ARGS` with neither server nor user, which reads this.
    fn reading(&self, input: &str, args: &[&str]) -> Outcome {
        let login = ["--password-env", "SECRET", "--timeout", "10", "--ca", &self.ca];
        Mailtool::new(["imap"]).args(login).args(args).env("SECRET", ALICIA.1).stdin(input).run()
    }

    /// The URLs of messages in a mailbox, a line each.
    fn urls(&self, mailbox: &str, query: &str) -> String {
        self.imap(&["search", query, "--urls", "-q", "-m", mailbox]).expect(0).out()
    }

    fn uids(&self, mailbox: &str) -> Vec<String> {
        self.imap(&["search", "--json", "-q", "-m", mailbox]).field("uid")
    }
}

#[test]
fn found_here_and_moved_there() {
    or_skip!(need());
    let world = World::new();
    world.imap(&["create", "Año;x, y"]).expect(0);
    let found = world.urls("INBOX", "subject:uno OR has:attachment");
    let first = found.lines().next().expect("a URL");
    let validity = world.json(&["select"]).field("uidvalidity").concat();
    let place = format!("imap://{}@127.0.0.1:{}", ALICIA.0, world.dovecot.imap);
    assert_eq!(first, format!("{place}/INBOX;UIDVALIDITY={validity}/;UID=1"));
    assert_eq!(world.json(&["sort", "-size", "--urls"]).field("url")[0], found.lines().nth(1).unwrap());
    assert_eq!(
        world.imap(&["fetch", "last", "--urls", "-q"]).expect(0).out(),
        found.lines().nth(1).unwrap().to_owned() + "\n"
    );
    world.reading(&found, &["move", "-", "Año;x, y", "--dry-run"]).expect(0);
    // An account does instead of flags.
    let account = format!("user = \"{}\"\npassword-cmd = \"echo {}\"\nca = \"{}\"", ALICIA.0, ALICIA.1, world.ca);
    let server = format!("[account.w.imap]\nserver = \"imap://127.0.0.1:{}\"", world.dovecot.imap);
    let room = Room::new();
    let config = room.file("config.toml", format!("default = \"w\"\n[account.w]\n{account}\n{server}\n"));
    let by_account = |args: &[&str]| Mailtool::new(["imap", "-q", "--config", &config]).args(args);
    let again = by_account(&["search", "subject:uno OR has:attachment", "--urls"]).run().expect(0).out();
    assert_eq!(again, found);
    by_account(&["move", "-", "Año;x, y", "--dry-run"]).stdin(again).run().expect(0);
    // The server may be said too, but no other one.
    let at = |server: &str| world.reading(&found, &["fetch", "-", "--json", "-q", "-s", server]);
    assert_eq!(at(&place).expect(0).field("uid"), ["1", "3"]);
    assert_eq!(at(&place.replace("alicia@", "")).expect(0).field("uid"), ["1", "3"]);
    at(&place.replace("127.0.0.1", "127.0.0.2")).expect(64).says(&["another server"]);
    at(&place.replace("alicia@", "pepe@")).expect(64).says(&["another user's"]);
    assert_eq!(world.uids("INBOX").len(), 3);
    let moved = world.reading(&format!("# found\n\n{found}"), &["move", "-", "Año;x, y", "--json", "-q"]).expect(0);
    assert_eq!((moved.field("from"), moved.field("to")), (vec!["1,3".into()], vec!["1:2".into()]));
    assert_eq!(world.uids("INBOX"), ["2"]);
    // They are gone there, each is told, and a URL of the new place does.
    let outcome = world.reading(&found, &["fetch", "-", "--flags"]).expect(1);
    assert!(
        ["UID 1: there is no such", "UID 3: there is no such"].iter().all(|text| outcome.err().contains(text)),
        "{outcome}"
    );
    let there = world.urls("Año;x, y", "has:attachment");
    assert!(there.starts_with(&format!("{place}/A%C3%B1o%3Bx%2C%20y;UIDVALIDITY=")), "{there}");
    let there = there.trim_end();
    assert_eq!(world.reading("", &["part", &format!("{there}/;SECTION=2"), "-q"]).expect(0).out(), "hello world");
    world.reading("", &["fetch", &format!("{there}/;SECTION=2"), "-q"]).expect(64).says(&["imap part"]);
    world.reading("", &["part", there, "-q"]).expect(64);
    let outcome = world.reading("", &["fetch", there, "--full", "-q"]).expect(0);
    assert_eq!(outcome.out(), world.messages[2]);
}

#[test]
fn several_mailboxes_are_searched() {
    or_skip!(need());
    let world = World::new();
    world.imap(&["create", "A", "A/B", "Empty"]).expect(0);
    world.imap(&["copy", "1:2", "A/B"]).expect(0);
    let found = world.imap(&["search", "subject:uno", "--mailboxes", "INBOX,A*", "--urls", "-q"]).expect(0).out();
    let lines: Vec<&str> = found.lines().collect();
    assert!(lines.len() == 2 && lines[0].contains("/INBOX;") && lines[1].contains("/A/B;"), "{found}");
    assert_eq!(found, world.imap(&["search", "subject:uno", "--mailboxes", "personal", "-q"]).expect(0).out());
    let everywhere = ["search", "--mailboxes", "personal", "--json", "-q"];
    assert_eq!(world.imap(&everywhere).expect(0).field("mailbox"), ["INBOX", "INBOX", "INBOX", "A/B", "A/B"]);
    let counts = world.imap(&[&everywhere[..], &["--count"]].concat()).expect(0);
    assert_eq!(counts.field("mailbox"), ["INBOX", "A", "A/B", "Empty"]);
    assert_eq!(counts.field("count"), ["3", "0", "2", "0"]);
    let table = world.imap(&["search", "--mailboxes", "A/%", "--format", "{mailbox} {uid}", "-q"]).expect(0).out();
    assert_eq!(table, "A/B 1\nA/B 2\n");
    world.imap(&["search", "--mailboxes", "Empty,A", "-q"]).expect(1);
    world.imap(&["search", "--mailboxes", "No*", "-q"]).expect(1);
    // One that is not there is told, and the others are searched all the same.
    let partly = world.imap(&["search", "subject:uno", "--mailboxes", "None,INBOX", "-q"]).expect(3);
    assert_eq!(partly.out().lines().count(), 1);
    world.reading(&found, &["flag", "-", "--add", "flagged", "-q"]).expect(0);
    assert_eq!(world.imap(&["search", "flagged", "--mailboxes", "personal", "-q"]).expect(0).out(), found);
}

#[test]
fn several_mailboxes_in_one_input() {
    or_skip!(need());
    let world = World::new();
    world.imap(&["create", "A", "B"]).expect(0);
    world.imap(&["copy", "1:2", "A"]).expect(0);
    let (inbox, a) = (world.urls("INBOX", "all"), world.urls("A", "all"));
    let input = format!("{inbox}{a}{}\n", inbox.lines().next().expect("a URL"));
    let fetched = world.reading(&input, &["fetch", "-", "--json", "-q"]).expect(0);
    assert_eq!(fetched.field("mailbox"), ["A", "A", "INBOX", "INBOX", "INBOX"]);
    let table = world.reading(&input, &["fetch", "-", "--flags", "-q"]).expect(0).out();
    assert!(table.starts_with("UID  MAILBOX") && table.contains("  3  INBOX"), "{table}");
    let flagged = world.reading(&input, &["flag", "-", "--add", "flagged", "--json", "-q"]).expect(0);
    assert_eq!(flagged.field("uid"), ["1", "2", "1", "2", "3"], "A, then INBOX; none twice");
    assert_eq!(world.reading(&input, &["structure", "-", "--json", "-q"]).expect(0).field("path").len(), 8);
    world.reading(&input, &["fetch", "-", "--full", "-q"]).expect(64).says(&["several mailboxes"]);
    world.reading(&input, &["part", "-", "1", "-q"]).expect(64);
    let mbox = world.room.at("mbox");
    world.reading(&input, &["fetch", "-", "--mbox", &mbox, "-q"]).expect(0);
    assert_eq!(std::fs::read_to_string(&mbox).expect("an mbox").matches("\nSubject: ").count(), 5);
    let files = world.room.at("files");
    assert_eq!(
        world.reading(&input, &["attachments", "-", "-d", &files, "--json", "-q"]).expect(3).field("uid"),
        ["3", "3"]
    );

    // What is stale means nothing, and hinders nothing else.
    let stale = |urls: &str| urls.replace(";UIDVALIDITY=1", ";UIDVALIDITY=2");
    let outcome = world.reading(&stale(&a), &["move", "-", "B"]).expect(1);
    outcome.says(&["A: the UIDVALIDITY is", "its UIDs mean other messages now"]);
    let outcome = world.reading(&format!("{}{inbox}", stale(&a)), &["move", "-", "B", "-q"]).expect(3);
    outcome.says(&["A: the UIDVALIDITY is"]);
    assert_eq!((world.uids("A").len(), world.uids("B").len(), world.uids("INBOX").len()), (2, 3, 0));
    // Nor does a mailbox that is gone; UIDs alone are those of --mailbox.
    let lost = format!("{}1\n", inbox.replace("/INBOX;", "/lost;"));
    assert_eq!(
        world.reading(&lost, &["fetch", "-", "-m", "A", "--flags", "--json", "-q"]).expect(3).field("uid"),
        ["1"]
    );
    world.reading(&format!("{a}2\n"), &["flag", "-", "-m", "A", "--add", "deleted", "-q"]).expect(0);
    assert_eq!(world.reading(&a, &["expunge", "-", "--json", "-q"]).expect(0).field("expunged"), ["2"]);
}

#[test]
fn a_query_where_messages_are_named() {
    or_skip!(need());
    let world = World::new();
    assert_eq!(world.json(&["flag", "subject:adiós", "--add", "seen"]).field("uid"), ["2"]);
    assert_eq!(world.json(&["fetch", "unseen", "filename:*.pdf"]).field("uid"), ["3"]);
    assert_eq!(world.json(&["fetch", "all", "unseen", "--urls"]).field("uid"), ["1", "3"]);
    world.imap(&["move", "subject:nothing", "A"]).expect(1).says(&["there are no such messages"]);
    world.imap(&["fetch", "form:x"]).expect(64).says(&["did you mean from:?"]);
    assert_eq!(world.imap(&["part", "subject:uno", "1", "-q"]).expect(0).out(), "hola\r\n");
}

#[test]
fn what_names_nothing() {
    let server = Server::imap(Imap::offering(""));
    for (input, args, exit, text) in [
        ("", &["move", "-", "A"][..], 1, "names no messages"),
        (" \r\n# 7\n", &["flag", "-", "--add", "deleted"], 1, "there is nothing to do"),
        ("7\nall\n", &["flag", "-", "--add", "deleted"], 65, "line 2: \"all\" is neither a UID"),
        ("/INBOX/;UID=0\n", &["fetch", "-"], 65, "line 1: /INBOX/;UID=0: \"UID=0\""),
        ("imap://x/INBOX\n", &["fetch", "-"], 65, "names no message"),
        ("\u{1}\n", &["fetch", "-"], 65, "line 1"),
        ("", &["fetch", "1-5"], 64, "selects no messages"),
        ("", &["move", "", "A"], 64, "selects no messages"),
        ("", &["move", "al", "A"], 64, "selects no messages"),
        ("", &["move", "last:x", "A"], 64, "selects no messages"),
        ("", &["fetch", "--seq", "unseen"], 64, "--seq"),
        ("", &["fetch", "--seq", "/INBOX/;UID=1"], 64, "--seq"),
        ("", &["fetch", "imap://pepe:hush@127.0.0.1/INBOX/;UID=1"], 64, "a password has no place"),
        ("", &["fetch", "imap://127.0.0.2/INBOX/;UID=1"], 64, "another server"),
        ("", &["fetch", "imap://alicia@127.0.0.1/INBOX/;UID=1"], 64, "another"),
        (
            "imap://a/x/;UID=1\nimap://b/x/;UID=1\n",
            &["fetch", "-"],
            65,
            "line 2: imap://b/x/;UID=1: the URLs are of several servers",
        ),
    ] {
        imap(&server, args).stdin(input).run().expect(exit).says(&[text]);
    }
    let long = format!("{}7", "7,".repeat(40_000));
    imap(&server, &["fetch", "-"]).stdin(long).run().expect(65).says(&["line 1: it is too long"]);
    assert!(server.heard().is_empty(), "nobody was asked");
    Mailtool::new(["imap", "move", "-", "A"]).stdin("").run().expect(1).says(&["there is nothing to do"]);
    Mailtool::new(["imap", "fetch", "1"]).run().expect(64).says(&["--server"]);
    Mailtool::new(["imap", "fetch", "imap://a/x/;UID=1"]).run().expect(64).says(&["--user"]);
}

#[test]
fn what_vanishes_is_told() {
    let found = Imap::offering("").on("SEARCH", "* SEARCH 1 2 3\r\n@@ OK");
    let rules = found.clone().on("FETCH", "* 1 FETCH (UID 2 RFC822.SIZE 9 FLAGS ())\r\n@@ OK");
    let outcome = asked(rules.clone(), &["fetch", "unseen", "--flags"]).expect(3);
    assert!(
        outcome.err().contains("UID 1: there is no such") && outcome.err().contains("UID 3: there is no"),
        "{outcome}"
    );
    let server = Server::imap(rules);
    imap(&server, &["copy", "-", "A"]).stdin("1\n2\n/INBOX;UIDVALIDITY=7/;UID=3\n").run().expect(3);
    let heard = server.finish_one();
    assert!(heard.text().contains("UID COPY 2 A"), "{}", heard.text());
    asked(found.on("FETCH", "@@ OK"), &["copy", "unseen", "A"]).expect(1);
    // A server that does not tell UIDVALIDITY keeps no promise about UIDs.
    let rules = Imap::offering("").on("EXAMINE", "* 3 EXISTS\r\n@@ OK");
    asked(rules, &["fetch", "/INBOX;UIDVALIDITY=7/;UID=3"]).expect(1).says(&["the UIDVALIDITY is none"]);
}

#[test]
fn the_url_says_who_logs_in_and_how() {
    let rules = Imap::offering("AUTH=PLAIN AUTH=CRAM-MD5 SASL-IR").on("FETCH", "* 1 FETCH (UID 1 FLAGS ())\r\n@@ OK");
    let server = Server::imap(rules);
    let url = format!("imap://pepe%40x.test;AUTH=PLAIN@{}/INBOX/;UID=1", server.address());
    let args = ["imap", "fetch", "--flags", "--password-env", "SECRET", "--timeout", "5", &url];
    let outcome = Mailtool::new(args).env("SECRET", PASSWORD).run().expect(0);
    assert!(outcome.err().contains("AUTHENTICATE PLAIN"), "{outcome}");
    let urls = imap(&server, &["search", "--urls"]).run();
    assert!(!urls.everything(None).windows(PASSWORD.len()).any(|octets| octets == PASSWORD.as_bytes()), "{urls}");
}
