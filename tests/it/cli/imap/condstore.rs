//! What changed since somebody looked: CONDSTORE and QRESYNC, against Dovecot, and in front of servers that lack or abuse
//! them.

use super::{World, asked, need};
use crate::cli::Outcome;
use crate::mock::{Imap, Server};
use crate::peers::or_skip;

/// As all servers say it that count changes.
const COUNTED: &str = "* 3 EXISTS\r\n* OK [UIDVALIDITY 7] x\r\n* OK [HIGHESTMODSEQ 9] x\r\n@@ OK x";

impl World {
    /// UIDVALIDITY and HIGHESTMODSEQ.
    fn state(&self) -> (String, String) {
        let state = self.json(&["select"]);
        let counted = self.json(&["status"]).field("highestmodseq");
        assert_eq!(state.field("highestmodseq"), counted);
        (state.field("uidvalidity").concat(), counted.concat())
    }

    /// Three messages that are remembered; then the first gets a flag, the second goes, and a fourth comes.
    fn changed(&self) -> (String, String) {
        let before = self.state();
        self.imap(&["flag", "1", "--add", "flagged"]).expect(0);
        self.imap(&["flag", "2", "--add", "deleted"]).expect(0);
        self.imap(&["expunge"]).expect(0);
        self.imap(&["append", "INBOX", &self.room.file("new.eml", "Subject: new\r\n\r\nnew\r\n")]).expect(0);
        before
    }
}

/// The rows that have this field.
fn rows(outcome: &Outcome, name: &str) -> Vec<serde_json::Value> {
    outcome.json().into_iter().filter(|row| row.get(name).is_some()).collect()
}

/// What is told to have vanished.
fn vanished(outcome: &Outcome) -> Vec<String> {
    rows(outcome, "vanished").iter().map(|row| row["vanished"].as_str().unwrap_or_default().to_owned()).collect()
}

/// The UIDs that have changed.
fn changed(outcome: &Outcome) -> Vec<String> {
    rows(outcome, "uid").iter().map(|row| row["uid"].to_string()).collect()
}

#[test]
fn a_mailbox_that_is_remembered() {
    or_skip!(need());
    let world = World::new();
    let (validity, before) = world.changed();
    let remembered = format!("{validity}:{before}");
    let outcome = world.json(&["select", "--qresync", &remembered]);
    let messages = rows(&outcome, "uid");
    assert_eq!(vanished(&outcome), ["2"], "{outcome}");
    assert_eq!(changed(&outcome), ["1", "4"], "{outcome}");
    assert!(messages.iter().all(|row| row["modseq"].as_u64() > before.parse().ok()), "{outcome}");
    assert_eq!(messages[0]["flags"], serde_json::json!(["\\Flagged"]));
    // The state to be remembered comes behind all that must be worked through before.
    let all = outcome.json();
    let (_, now) = world.state();
    assert_eq!(all.last().map(|row| row["highestmodseq"].to_string()), Some(now.clone()), "{outcome}");
    let outcome = world.imap(&["select", "--qresync", &remembered]).expect(0);
    assert!(outcome.err().contains("ENABLE QRESYNC") && outcome.err().contains("(QRESYNC ("), "{outcome}");
    assert!(outcome.out().starts_with("vanished         2\nchanged          1  flagged\n"), "{outcome}");
    // Of what is not known nothing is told to be gone, and nothing changes behind now.
    let known = |uids: &str| vanished(&world.json(&["select", "--qresync", &format!("{remembered}:{uids}")]));
    assert_eq!((known("1,3").len(), known("1:3")), (0, vec!["2".to_owned()]));
    let outcome = world.json(&["select", "--write", "--qresync", &format!("{validity}:{now}")]);
    assert_eq!((outcome.json().len(), outcome.field("read_only")), (1, vec!["false".to_owned()]));
    let other = format!("{}:{before}", validity.parse::<u32>().expect("a number") - 1);
    let outcome = world.imap(&["select", "--qresync", &other]).expect(1).says(&["UIDVALIDITY"]);
    assert!(outcome.out().is_empty(), "{outcome}");
    for text in ["7", "7:0", "0:7", "7:8:*", "7:8:x", "x"] {
        world.imap(&["select", "--qresync", text]).expect(64);
    }
}

#[test]
fn messages_that_have_changed() {
    or_skip!(need());
    let world = World::new();
    let (_, before) = world.changed();
    let since = ["--changed-since", &before];
    let outcome = world.json(&[&["fetch", "all", "--flags", "--modseq", "--vanished"], &since[..]].concat());
    assert_eq!((vanished(&outcome), changed(&outcome)), (vec!["2".into()], vec!["1".into(), "4".into()]));
    assert_eq!(world.json(&[&["fetch", "1:3"], &since[..]].concat()).field("uid"), ["1"]);
    // Only those of them that are meant, and nobody misses the others.
    let outcome = world.imap(&[&["fetch", "3", "--flags"], &since[..]].concat()).expect(1);
    assert!(outcome.err().contains("no message was changed behind") && !outcome.err().contains("no such"), "{outcome}");
    world.imap(&[&["fetch", "2", "--vanished"], &since[..]].concat()).expect(0).says(&["vanished         2\n"]);
    // Octets too.
    let letters = world.room.at("letters");
    let outcome = world.json(&[&["fetch", "all", "--vanished", "--eml-dir", &letters], &since[..]].concat());
    assert_eq!((vanished(&outcome), world.room.list("letters").len()), (vec!["2".into()], 2));
    let outcome = world.imap(&[&["fetch", "2:4", "--full", "-q"], &since[..]].concat()).expect(0);
    assert_eq!(outcome.out(), "Subject: new\r\n\r\nnew\r\n");
    world.imap(&[&["fetch", "all", "--full", "--vanished"], &since[..]].concat()).expect(64).says(&["--eml-dir"]);
    world.imap(&["fetch", "all", "--vanished"]).expect(64);
    world.imap(&["fetch", "all", "--changed-since", "0"]).expect(64);
}

#[test]
fn flags_that_somebody_else_has_changed() {
    or_skip!(need());
    let world = World::new();
    let before = world.state().1;
    world.imap(&["flag", "2", "--add", "flagged"]).expect(0);
    let claim = |sel: &str, more: &[&str]| {
        let args = ["flag", sel, "--add", "$claimed", "--unchanged-since", &before, "--json"];
        world.imap(&[&args, more].concat())
    };
    // A dry run tells it too, and changes nothing.
    let dry = claim("1:3", &["--dry-run"]).expect(3);
    assert_eq!(rows(&dry, "modified"), [serde_json::json!({ "uid": 2, "modified": true })]);
    world.imap(&["search", "--keys", "KEYWORD $claimed"]).expect(1);
    // Both commands are ours: the second is no conflict with the first.
    let outcome = claim("1:3", &["--remove", "seen"]).expect(3).says(&["UNCHANGEDSINCE"]);
    assert_eq!(rows(&outcome, "flags").len(), 2, "{outcome}");
    assert_eq!(rows(&outcome, "modified"), [serde_json::json!({ "uid": 2, "modified": true })]);
    assert_eq!(world.json(&["search", "--keys", "KEYWORD $claimed"]).field("uid"), ["1", "3"]);
    claim("2", &[]).expect(1);
    claim("9", &[]).expect(1);
    let now = world.state().1;
    let again = ["flag", "2", "--add", "$claimed", "--unchanged-since", &now, "--json", "-q"];
    assert_eq!(world.imap(&again).expect(0).field("uid"), ["2"]);
}

#[test]
fn servers_that_count_nothing() {
    let since = ["--changed-since", "5"];
    let plain = Imap::offering("");
    asked(plain.clone(), &[&["fetch", "all"], &since[..]].concat()).expect(69).says(&["CONDSTORE"]);
    asked(plain.clone(), &["flag", "1", "--add", "seen", "--unchanged-since", "5"]).expect(69).says(&["CONDSTORE"]);
    asked(plain, &["select", "--qresync", "7:5"]).expect(69).says(&["QRESYNC", "--changed-since"]);
    for nothing in ["[NOMODSEQ] none", "[HIGHESTMODSEQ 0] none"] {
        let lacks = format!("* 3 EXISTS\r\n* OK [UIDVALIDITY 7] x\r\n* OK {nothing}\r\n@@ OK x");
        let rules = Imap::offering("CONDSTORE QRESYNC").on("EXAMINE", &lacks).on("SELECT", &lacks);
        asked(rules.clone(), &[&["fetch", "all"], &since[..]].concat()).expect(69).says(&["NOMODSEQ"]);
        asked(rules.clone(), &["flag", "1", "--add", "seen", "--unchanged-since", "5"]).expect(69);
        asked(rules, &["select", "--qresync", "7:5"]).expect(69).says(&["NOMODSEQ"]);
    }
    // CONDSTORE alone cannot tell what vanished.
    let rules = Imap::offering("CONDSTORE").on("EXAMINE", COUNTED);
    asked(rules, &[&["fetch", "all", "--vanished"], &since[..]].concat()).expect(69).says(&["QRESYNC"]);
}

#[test]
fn servers_that_tell_too_much() {
    let rules = Imap::offering("CONDSTORE QRESYNC").on("EXAMINE", COUNTED).on("SELECT", COUNTED);
    let everything = COUNTED.replace("@@", "* VANISHED (EARLIER) 1:4294967295\r\n@@");
    let outcome = asked(rules.clone().on("EXAMINE", &everything), &["select", "--qresync", "7:5", "--json"]).expect(0);
    assert_eq!((vanished(&outcome), rows(&outcome, "exists").len()), (vec!["1:4294967295".into()], 1));
    assert!(outcome.peak < 64 * 1024, "{} KiB", outcome.peak);
    let below = rules.clone().on("EXAMINE", &COUNTED.replace("MODSEQ 9", "MODSEQ 4"));
    asked(below, &["select", "--qresync", "7:5"]).expect(0).says(&["HIGHESTMODSEQ is 4, below 5"]);
    // Whoever answers with all messages in the world is not believed.
    let flood = format!("{}@@ OK x", "* 1 FETCH (UID 1 MODSEQ (8))\r\n".repeat(2000));
    let fetch = ["fetch", "all", "--changed-since", "5"];
    asked(rules.clone().on("FETCH", &flood), &fetch).expect(76).says(&["more messages than"]);
    // All that is meant is in conflict, and nothing that is not.
    let found = "* 1 FETCH (UID 1 RFC822.SIZE 9 MODSEQ (8))\r\n@@ OK x";
    for (answer, exit) in [
        ("@@ OK [MODIFIED 1:4294967295] none", 1),
        ("@@ NO [MODIFIED 1] and some are gone", 1),
        ("@@ NO never", 69),
        ("* 2 FETCH (UID 2 FLAGS (\\Seen))\r\n@@ OK [MODIFIED 9] x", 0),
        ("* 1 FETCH (UID 1 FLAGS (\\Seen))\r\n@@ OK x", 0),
    ] {
        let server = Server::imap(rules.clone().on("FETCH", found).on("STORE", answer));
        let args = ["flag", "1", "--add", "seen", "--unchanged-since", "5", "--json"];
        let outcome = super::imap(&server, &args).run();
        assert_eq!(outcome.code, Some(exit), "{answer}: {outcome}");
        assert!(!outcome.out().contains("\"uid\":2") && !outcome.out().contains("\"uid\":9"), "{outcome}");
        assert!(server.finish_one().text().contains(" UID STORE 1 (UNCHANGEDSINCE 5) +FLAGS (\\Seen)"), "{outcome}");
    }
}
