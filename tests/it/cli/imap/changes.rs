//! What changes mailboxes and messages, against Dovecot; and against servers that lack what makes that safe.

use super::{World, asked, message, need};
use crate::mock::Imap;
use crate::peers::dovecot::SHARING;
use crate::peers::or_skip;

#[test]
fn mailboxes() {
    or_skip!(need());
    let world = World::new();
    assert_eq!(world.json(&["create", "Año/x", "a&b", "--dry-run"]).field("would"), ["CREATE", "CREATE"]);
    assert_eq!(world.json(&["list"]).field("mailbox"), ["INBOX"]);
    world.imap(&["create", "Año/x", "a&b", "Sent items"]).expect(0);
    assert_eq!(world.json(&["list"]).field("mailbox"), ["INBOX", "Año", "Año/x", "Sent items", "a&b"]);
    assert_eq!(world.json(&["list", "A%"]).field("mailbox"), ["Año"]);
    world.imap(&["list", "--tree", "-q"]).expect(0).says(&["\n  x"]);
    world.imap(&["rename", "a&b", "c\"d"]).expect(0);
    world.imap(&["subscribe", "c\"d", "Año/x"]).expect(0);
    world.imap(&["unsubscribe", "Año/x"]).expect(0);
    assert_eq!(world.json(&["list", "--subscribed"]).field("mailbox"), ["c\"d"]);
    let counts = world.json(&["list", "INBOX", "--counts"]);
    assert_eq!((counts.field("messages"), counts.field("uidnext")), (vec!["3".into()], vec!["4".into()]));
    assert_eq!(world.json(&["status"]).field("messages"), ["3"]);
    let opened = world.json(&["select"]);
    assert_eq!((opened.field("exists"), opened.field("read_only")), (vec!["3".into()], vec!["true".into()]));
    assert!(world.json(&["select", "--write"]).json()[0]["permanentflags"].to_string().contains("Seen"));
    world.imap(&["status", "INBOX", "no such"]).expect(3);
    world.imap(&["delete", "c\"d"]).expect(0);
    world.imap(&["delete", "c\"d"]).expect(67);
    world.imap(&["create", "INBOX"]).expect(69);
    world.imap(&["fetch", "all", "-m", "no such"]).expect(67);
    world.imap(&["create", "a\r\na9 DELETE INBOX"]).expect(64);
}

#[test]
fn flags_and_deletion() {
    or_skip!(need());
    let world = World::new();
    world.imap(&["flag", "all", "--add", "seen", "--dry-run"]).expect(0);
    world.imap(&["search", "--keys", "SEEN"]).expect(1);
    let flagged = world.json(&["flag", "1:2", "--add", "deleted", "$work", "--remove", "seen"]);
    assert_eq!(flagged.field("uid"), ["1", "2"]);
    assert_eq!(world.json(&["search", "--keys", "KEYWORD $work DELETED"]).field("uid"), ["1", "2"]);
    world.imap(&["flag", "1", "--add", "a b"]).expect(64);
    world.imap(&["flag", "9", "--add", "seen"]).expect(1);
    assert_eq!(world.json(&["expunge", "1", "--dry-run"]).field("uid"), ["1"]);
    assert_eq!(world.json(&["expunge", "1", "3"]).field("expunged"), ["1"]);
    assert_eq!(world.json(&["fetch", "all"]).field("uid"), ["2", "3"], "the other that is marked stays");
    world.imap(&["expunge", "3"]).expect(1);
    assert_eq!(world.json(&["expunge"]).field("expunged"), ["1"]);
    assert_eq!(world.by_curl(), [world.messages[2].as_bytes()]);
}

#[test]
fn copies_and_moves() {
    or_skip!(need());
    let world = World::new();
    world.imap(&["create", "Archive"]).expect(0);
    let copied = world.json(&["copy", "1:2", "Archive"]);
    assert_eq!((copied.field("from"), copied.field("to")), (vec!["1:2".into()], vec!["1:2".into()]));
    assert_eq!(world.json(&["move", "2,3", "Archive", "--dry-run"]).field("uid"), ["2", "3"]);
    assert_eq!(world.json(&["move", "2,3", "Archive"]).field("to"), ["3:4"]);
    assert_eq!(world.json(&["fetch", "all"]).field("uid"), ["1"]);
    assert_eq!(world.json(&["fetch", "all", "-m", "Archive"]).field("uid"), ["1", "2", "3", "4"]);
    world.imap(&["copy", "1", "no such"]).expect(67);
    world.imap(&["move", "9", "Archive"]).expect(1);
}

#[test]
fn appending() {
    or_skip!(need());
    let world = World::new();
    let (unix, dos) = ("Subject: a\n\nhola\n", message("b", &"x".repeat(300_000)));
    let (first, second) = (world.room.file("a.eml", unix), world.room.file("b.eml", &dos));
    let date = ["--date", "2020-01-31T12:00:00Z"];
    let args = ["append", "INBOX", &first, &second, "--flags", "seen,$work"];
    let appended = world.json(&[&args[..], &date].concat());
    assert_eq!(appended.field("uid"), ["4", "5"]);
    let known = world.json(&["fetch", "4:5"]);
    assert_eq!(known.field("date"), ["2020-01-31T12:00:00Z", "2020-01-31T12:00:00Z"]);
    let curl = world.by_curl();
    assert_eq!((curl[3].as_slice(), curl[4].as_slice()), (unix.replace('\n', "\r\n").as_bytes(), dos.as_bytes()));
    assert_eq!(world.json(&["search", "--keys", "KEYWORD $work SEEN"]).field("uid"), ["4", "5"]);
    world.imap(&["append", "no such", &first]).expect(67);
    world.imap(&["append", "INBOX", &world.room.at("none")]).expect(66);
    world.imap(&["append", "INBOX", &world.room.file("empty", "")]).expect(65);
    world.imap(&["append", "INBOX", &first, "--dry-run"]).expect(0);
    world.imap(&["append", "INBOX", &first, "--date", "tomorrow"]).expect(64);
    assert_eq!(world.by_curl().len(), 5);
}

#[test]
fn quota_rights_and_notes() {
    or_skip!(need());
    let world = World::with(SHARING, vec![message("uno", "hola")]);
    let quota = world.json(&["quota"]);
    assert_eq!((quota.field("resource"), quota.field("limit")), (vec!["STORAGE".into()], vec!["1024".into()]));
    let large = world.room.file("large.eml", message("large", &"x".repeat(3 << 20)));
    world.imap(&["append", "INBOX", &large]).expect(69).says(&["OVERQUOTA"]);
    world.imap(&["acl", "set", "pepe", "lr", "--dry-run"]).expect(0);
    world.imap(&["acl", "set", "pepe", "lr"]).expect(0);
    let acl = world.json(&["acl", "get"]);
    assert!(acl.json().iter().any(|row| row["identifier"] == "pepe" && row["rights"] == "lr"), "{acl}");
    world.imap(&["acl", "rights", "-q"]).expect(0).says(&["lrwsti"]);
    world.imap(&["acl", "rights", "pepe", "-q"]).expect(0).says(&["pepe"]);
    world.imap(&["acl", "delete", "pepe"]).expect(0);
    assert!(!world.json(&["acl", "get"]).out().contains("pepe"));
    world.imap(&["metadata", "set", "/private/comment=a \"b\" ñ"]).expect(0);
    assert_eq!(world.json(&["metadata", "get", "/private/comment"]).field("value"), ["a \"b\" ñ"]);
    assert_eq!(world.json(&["metadata", "get"]).field("entry"), ["/private/comment"]);
    world.imap(&["metadata", "set", "/private/comment="]).expect(0);
    world.imap(&["metadata", "get", "/private/comment"]).expect(1);
}

/// Three messages; the second is marked as deleted by somebody else.
fn rules(offers: &str) -> Imap {
    Imap::offering(offers).on("FETCH", "* 1 FETCH (UID 1 RFC822.SIZE 9 FLAGS (\\Deleted))\r\n@@ OK x")
}

#[test]
fn what_others_marked_stays() {
    let refused = |rules: Imap, args: &[&str]| {
        let server = crate::mock::Server::imap(rules);
        let outcome = super::imap(&server, args).run();
        (outcome, server.finish_one())
    };
    let (outcome, heard) = refused(rules(""), &["move", "1", "x"]);
    let outcome = outcome.expect(69).says(&["nothing was done", "--all-deleted"]);
    assert!(!heard.text().contains("COPY") && !heard.text().contains("STORE"), "{outcome}");
    let (outcome, heard) = refused(rules(""), &["expunge", "1"]);
    outcome.expect(69);
    assert!(!heard.text().contains("EXPUNGE"));
    let (outcome, heard) = refused(rules(""), &["move", "1", "x", "--all-deleted"]);
    outcome.expect(0);
    for words in ["UID COPY 1 x", "UID STORE 1 +FLAGS (\\Deleted)", " EXPUNGE\r\n"] {
        assert!(heard.text().contains(words), "{words}: {}", heard.text());
    }
    let (outcome, heard) = refused(rules("UIDPLUS"), &["move", "1", "x"]);
    outcome.expect(0);
    assert!(heard.text().contains("UID EXPUNGE 1\r\n"), "{}", heard.text());
    // What is not copied is not taken away.
    let (outcome, heard) = refused(rules("UIDPLUS").on("COPY", "@@ NO [TRYCREATE] x"), &["move", "1", "x"]);
    outcome.expect(67);
    assert!(!heard.text().contains("STORE"), "{}", heard.text());
}

#[test]
fn a_mailbox_that_can_only_be_read() {
    let rules = rules("MOVE").on("SELECT", "* 3 EXISTS\r\n@@ OK [READ-ONLY] x");
    asked(rules.clone(), &["flag", "1", "--add", "seen"]).expect(77);
    asked(rules, &["move", "1", "x"]).expect(77);
}
