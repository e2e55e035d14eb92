//! Servers that do what they should not, and connections that break.

use std::time::Duration;

use super::{asked, imap};
use crate::cli::Room;
use crate::mock::imap::GREETING;
use crate::mock::{Imap, Server, Step};

const VERBS: [&str; 5] = [GREETING, "LOGIN", "EXAMINE", "FETCH", "LOGOUT"];

fn fetching(answer: &str) -> Imap {
    Imap::offering("").on("FETCH", answer)
}

#[test]
fn it_goes_away_anywhere() {
    for verb in VERBS {
        for steps in
            [vec![Step::Close], vec![Step::say("* BYE so long\r\n"), Step::Close], vec![Step::say("* BYE so long\r\n")]]
        {
            let rules = fetching("* 1 FETCH (UID 1 FLAGS ())\r\n@@ OK x").does(verb, steps);
            // what is fetched is fetched, however the server takes its leave
            let outcome = asked(rules, &["fetch", "1", "--flags", "--timeout", "2"]);
            assert_eq!(outcome.code, Some(if verb == "LOGOUT" { 0 } else { 75 }), "{verb}: {outcome}");
        }
    }
}

#[test]
fn no_to_everything() {
    for verb in ["CAPABILITY", "LOGIN", "EXAMINE", "FETCH"] {
        let rules = Imap::offering("").on(GREETING, "* OK hi").on(verb, "@@ NO [CANNOT] never");
        let outcome = asked(rules, &["fetch", "1"]);
        assert!(outcome.code.is_some_and(|code| code > 60), "{verb}: {outcome}");
        assert!(outcome.err().contains("CANNOT"), "{verb}: {outcome}");
    }
}

#[test]
fn tagged_lines_within_a_literal() {
    let text = "a3 OK done\r\na4 NO x\r\n* 99 EXISTS\r\n* BYE bye\r\n";
    let answer = format!("* 1 FETCH (UID 1 BODY[] {{{}}}\r\n{text})\r\n@@ OK x", text.len());
    let outcome = asked(fetching(&answer), &["fetch", "1", "--full", "-q"]).expect(0);
    assert_eq!(outcome.out(), text);
}

#[test]
fn literals_that_are_too_large() {
    for (answer, exit) in [
        // Octets for which nobody asked are not waited for.
        ("* LIST () \"/\" {4294967295}\r\nx", 76),
        ("* 1 FETCH (BODY[TEXT] {4294967295}\r\nx", 76),
        ("* 1 FETCH (UID 9 BODY[] {4294967295}\r\nx", 76),
        // Those that were asked for do not come.
        ("* 1 FETCH (UID 1 BODY[] {4294967295}\r\nx", 75),
        ("* 1 FETCH (UID 1 BODY[] {18446744073709551616}\r\nx\r\n@@ OK x", 1),
        ("* 1 FETCH (UID 1 BODY[] {-1}\r\nx\r\n@@ OK x", 1),
    ] {
        let outcome = asked(fetching(answer), &["fetch", "1", "--full", "--timeout", "1"]);
        assert_eq!(outcome.code, Some(exit), "{answer}: {outcome}");
        assert!(outcome.peak < 64 * 1024, "{answer}: {} KiB", outcome.peak);
    }
}

#[test]
fn numbers_that_are_too_large() {
    let exists = "* 4294967295 EXISTS\r\n* OK [UIDVALIDITY 4294967295] x\r\n@@ OK x";
    let rules = fetching("* 4294967295 FETCH (UID 4294967295 FLAGS ())\r\n@@ OK x").on("EXAMINE", exists);
    for selection in ["all", "last:10", "last"] {
        let outcome = asked(rules.clone(), &["fetch", selection, "--flags", "-q"]).expect(0);
        assert!(outcome.peak < 64 * 1024, "{selection}: {} KiB", outcome.peak);
    }
    let found = Imap::offering("ESEARCH").on("SEARCH", "* ESEARCH (TAG \"a3\") UID ALL 1:4294967295\r\n@@ OK x");
    asked(found, &["search", "--keys", "ALL"]).expect(76).says(&["more messages than"]);
    let found = Imap::offering("").on("SEARCH", &format!("* SEARCH{}\r\n@@ OK x", " 7".repeat(100_000)));
    asked(found, &["search", "--keys", "ALL"]).expect(76);
    let moved = Imap::offering("MOVE").on("FETCH", "* 1 FETCH (UID 1 RFC822.SIZE 9)\r\n@@ OK x");
    let moved = moved.on("MOVE", "* OK [COPYUID 1 1:4294967295 1:4294967295] x\r\n@@ OK x");
    let outcome = asked(moved, &["move", "1", "x", "-q"]).expect(0).says(&["1:4294967295"]);
    assert!(outcome.peak < 64 * 1024, "{} KiB", outcome.peak);
    let vanished = fetching("* VANISHED 1:4294967295\r\n* 1 FETCH (UID 1 FLAGS ())\r\n@@ OK x");
    asked(vanished, &["fetch", "1", "--flags"]).expect(0);
}

#[test]
fn parentheses_without_end() {
    for answer in [
        format!("* 1 FETCH (UID 1 BODYSTRUCTURE {}", "(".repeat(10_000)),
        format!("* 1 FETCH (UID 1 BODYSTRUCTURE {}{})", "(".repeat(10_000), ")".repeat(10_000)),
    ] {
        asked(fetching(&format!("{answer}\r\n@@ OK x")), &["structure", "1"]).expect(1);
        asked(fetching(&format!("{answer}\r\n@@ OK x")), &["part", "1", "1"]).expect(1);
    }
}

#[test]
fn a_flood_without_line_ends() {
    for verb in [GREETING, "EXAMINE", "FETCH"] {
        let flood = [Step::Flood(b"* xxxxxxx".to_vec(), 64 << 20)];
        let server = Server::imap(Imap::offering("").does(verb, flood));
        let outcome = imap(&server, &["fetch", "1", "--timeout", "10"]).run();
        assert!(outcome.code == Some(76) || outcome.code == Some(75), "{verb}: {outcome}");
        assert!(outcome.peak < 100_000, "{verb}: {} KiB", outcome.peak);
    }
}

#[test]
fn a_message_that_vanishes() {
    let vanished = fetching("* 1 FETCH (UID 1 RFC822.SIZE 9)\r\n* 2 FETCH (UID 2 RFC822.SIZE 9)\r\n@@ OK x");
    let vanished =
        vanished.once("FETCH", "* 1 FETCH (UID 1 RFC822.SIZE 9)\r\n* 2 FETCH (UID 2 RFC822.SIZE 9)\r\n@@ OK x");
    let vanished = vanished.once("FETCH", "* 1 FETCH (UID 1 BODY[] {1}\r\nx)\r\n* 2 EXPUNGE\r\n@@ OK x");
    let room = Room::new();
    let outcome = asked(vanished, &["fetch", "1:2", "--eml-dir", &room.at("letters")]).expect(3);
    outcome.says(&["UID 2: there is no such message"]);
    assert_eq!(room.list("letters").len(), 1);
    asked(fetching("@@ OK x"), &["fetch", "1", "--full"]).expect(1);
    asked(fetching("* 1 FETCH (UID 1 BODY[] NIL)\r\n@@ OK x"), &["fetch", "1", "--full"]).expect(1);
}

#[test]
fn uids_that_mean_other_messages() {
    asked(fetching("@@ OK x"), &["fetch", "1", "--uidvalidity", "8"]).expect(1).says(&["UIDVALIDITY is 7, not 8"]);
    let server = Server::imap(fetching("* 1 FETCH (UID 1 FLAGS ())\r\n@@ OK x"));
    imap(&server, &["fetch", "1", "--flags", "--uidvalidity", "7"]).run().expect(0);
    asked(fetching("@@ OK x").on("EXAMINE", "* 3 EXISTS\r\n@@ OK x"), &["fetch", "1", "--uidvalidity", "7"]).expect(1);
    // Another message than the one that was asked for.
    let room = Room::new();
    for answer in ["* 1 FETCH (UID 2 BODY[] {1}\r\nx)\r\n@@ OK x", "* 1 FETCH (BODY[] {1}\r\nx UID 2)\r\n@@ OK x"] {
        let outcome = asked(fetching(answer), &["fetch", "1", "--full", "-o", &room.at("letter")]);
        assert!(outcome.code != Some(0) && room.list("").is_empty(), "{answer}: {outcome}");
    }
}

#[test]
fn a_connection_lost_in_the_middle_of_a_message() {
    let half = [
        Step::say("* 1 FETCH (UID 1 BODY[] {100000}\r\nSubject: half"),
        Step::Flood(b"x".to_vec(), 50_000),
        Step::Close,
    ];
    for (flag, name) in [("--eml-dir", "letters"), ("--mbox", "mbox"), ("-o", "letter")] {
        let rules =
            fetching("").does("FETCH", half.clone()).once("FETCH", "* 1 FETCH (UID 1 RFC822.SIZE 9)\r\n@@ OK x");
        // An mbox keeps when they were received.
        let rules = if flag == "--mbox" { rules.once("FETCH", "@@ OK x") } else { rules };
        let (room, server) = (Room::new(), Server::imap(rules));
        if flag == "-o" {
            let rules = fetching("").does("FETCH", half.clone());
            let file = room.file("letter", "what was there");
            imap(&Server::imap(rules), &["fetch", "1", "--full", "-o", &file, "--timeout", "2"]).run().expect(75);
            assert_eq!(room.read("letter"), b"what was there");
            continue;
        }
        imap(&server, &["fetch", "all", flag, &room.at(name), "--timeout", "2"]).run().expect(75);
        match name {
            "mbox" => assert!(room.read("mbox").is_empty()),
            _ => assert!(room.list("letters").is_empty()),
        }
    }
}

#[test]
fn names_from_the_server_are_no_paths_and_no_escapes() {
    let list = "* LIST () \"/\" \"../../x\"\r\n* LIST () \"/\" {3}\r\na\0b\r\n* LIST () \"/\" \"\x1b]0;x\x07\"\r\n* LIST () \"/\" \"Entw\u{fc}rfe\"\r\n@@ OK x";
    let outcome = asked(Imap::offering("").on("LIST", list), &["list"]).expect(0);
    assert!(outcome.out().contains("../../x") && outcome.out().contains("Entwürfe"), "{outcome}");
    assert!(!outcome.everything(None).contains(&0x1b) && !outcome.everything(None).contains(&0), "{outcome}");
    let rules = || {
        fetching("* 1 FETCH (UID 1 BODY[] {1}\r\nx)\r\n@@ OK x")
            .once("FETCH", "* 1 FETCH (UID 1 RFC822.SIZE 1)\r\n@@ OK x")
    };
    for (flag, inside) in [("--eml-dir", "in/letters"), ("--maildir", "in/maildir")] {
        let room = Room::new();
        std::fs::create_dir(room.at("in")).expect("a directory");
        asked(rules(), &["fetch", "all", "-m", "../../x", flag, &room.at(inside)]).expect(0);
        assert_eq!((room.list("").len(), room.list("in").len()), (1, 1), "{flag}");
    }
}

#[test]
fn answers_that_belong_to_nothing() {
    for (answer, exit) in [
        ("a99 OK who?", 76),
        ("+ go on\r\n* 1 FETCH (UID 1 FLAGS ())\r\n@@ OK x", 0),
        ("hello\r\n* 1 FETCH (UID 1 FLAGS ())\r\n@@ OK x", 0),
        ("* 1 FETCH\r\n* 1 FETCH (UID 1 FLAGS ())\r\n@@ OK", 0),
        ("* 5 EXISTS\r\n* 1 FETCH (UID 1 FLAGS ())\r\n* OK still here\r\n@@ OK x", 0),
    ] {
        let outcome = asked(fetching(answer), &["fetch", "1", "--flags"]);
        assert_eq!(outcome.code, Some(exit), "{answer}: {outcome}");
    }
    asked(fetching("hello\r\n@@ OK x"), &["fetch", "1", "--strict"]).expect(76);
}

#[test]
fn a_server_that_says_nothing() {
    for verb in [GREETING, "EXAMINE", "FETCH"] {
        let rules = Imap::offering("").does(verb, [Step::Stall(Duration::from_secs(5))]);
        asked(rules, &["fetch", "1", "--timeout", "0.5"]).expect(75);
    }
}

#[test]
fn append_that_is_refused_or_broken_off() {
    let room = Room::new();
    let file = room.file("letter.eml", format!("Subject: x\r\n\r\n{}\r\n", "x".repeat(500_000)));
    for (steps, exit) in [
        (vec![Step::say("@@ NO [OVERQUOTA] full\r\n")], 69),
        (vec![Step::say("@@ NO [TRYCREATE] none\r\n")], 67),
        (vec![Step::say("@@ NO [TOOBIG] large\r\n")], 65),
        (vec![Step::Close], 75),
    ] {
        let server = Server::imap(Imap::offering("LITERAL+").does("APPEND", steps));
        imap(&server, &["append", "INBOX", &file]).run().expect(exit);
    }
    // It refuses while they come, and takes for some of them whatever is said next.
    let within = [
        Step::say("* OK [CAPABILITY IMAP4rev1 LITERAL+] hi\r\n"),
        Step::Expect("a1 LOGIN"),
        Step::say("a1 OK x\r\n"),
        Step::Expect("a2 CAPABILITY"),
        Step::say("* CAPABILITY IMAP4rev1 LITERAL+\r\na2 OK x\r\n"),
        Step::Expect("a3 APPEND INBOX {"),
        Step::say("a3 NO [OVERQUOTA] full\r\n"),
        Step::Stall(Duration::from_secs(4)),
    ];
    let large = room.file("large.eml", format!("Subject: x\r\n\r\n{}\r\n", "x\r\n".repeat(10_000_000)));
    let server = Server::script(within);
    imap(&server, &["append", "INBOX", &large, &file, "--timeout", "2"]).run().expect(69);
    assert!(!server.finish_one().text().contains(" APPEND INBOX {500014"));
    // The server refuses before the octets are said.
    let refusal = [
        Step::Expect("a1 LOGIN"),
        Step::say("a1 OK x\r\n"),
        Step::Expect("a2 CAPABILITY"),
        Step::say("* CAPABILITY IMAP4rev1\r\na2 OK x\r\n"),
        Step::Expect("a3 APPEND INBOX {"),
        Step::say("a3 NO [OVERQUOTA] full\r\n"),
        Step::Expect("a4 LOGOUT"),
        Step::say("* BYE x\r\na4 OK x\r\n"),
    ];
    let greeting = [Step::say("* OK [CAPABILITY IMAP4rev1] hi\r\n")];
    let server = Server::script([greeting.as_slice(), &refusal].concat());
    imap(&server, &["append", "INBOX", &file]).run().expect(69);
    let heard = server.finish_one();
    assert!(heard.failure.is_none() && !heard.text().contains("xxx"), "{:?}", heard.failure);
}
