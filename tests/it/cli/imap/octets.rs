//! Octets of messages and of their parts, to standard output and to places; curl says what they are.

use super::{World, message, need};
use crate::mock::{Imap, Server, Step};
use crate::peers::or_skip;

#[test]
fn the_octets_of_one_message() {
    or_skip!(need());
    let world = World::new();
    let curl = world.by_curl();
    for (n, sent) in world.messages.iter().enumerate() {
        let outcome = world.imap(&["fetch", &(n + 1).to_string(), "--full", "-q"]).expect(0);
        assert_eq!((outcome.out(), &outcome.stdout), (sent.clone(), &curl[n]), "curl and we see the same");
    }
    let two = world.messages[1].split_once("\r\n\r\n").expect("a header");
    for (args, wanted) in [
        (&["--headers"][..], format!("{}\r\n\r\n", two.0)),
        (&["--body"], two.1.to_owned()),
        (&["--part", "1"], two.1.to_owned()),
        (
            &["--fields", "Subject,date"],
            "Subject: =?utf-8?q?adi=C3=B3s?=\r\nDate: Mon, 23 Nov 2026 07:00:00 +0000\r\n\r\n".into(),
        ),
        (&["--full", "--range", "6+8"], "Begoña ".to_owned()),
        (&["--text"], two.1.to_owned()),
    ] {
        assert_eq!(world.imap(&[&["fetch", "2", "-q"], args].concat()).expect(0).out(), wanted, "{args:?}");
    }
    assert_eq!(world.imap(&["fetch", "3", "--text", "-q"]).expect(0).out(), "adiós");
    world.imap(&["fetch", "3", "--html"]).expect(1).says(&["no text/html"]);
    world.imap(&["fetch", "all", "--full"]).expect(64).says(&["--eml-dir"]);
    world.imap(&["fetch", "9", "--full"]).expect(1);
    world.imap(&["fetch", "1", "--fields", "a b"]).expect(64);
    world.imap(&["fetch", "1", "--headers", "--mbox", "x"]).expect(64);
    // curl has made them all seen.
    world.imap(&["flag", "all", "--remove", "seen"]).expect(0);
    world.imap(&["fetch", "all", "--eml-dir", &world.room.at("letters")]).expect(0);
    world.imap(&["search", "--keys", "SEEN"]).expect(1);
    world.imap(&["fetch", "1", "--full", "--mark-seen", "-q"]).expect(0);
    assert_eq!(world.json(&["search", "--keys", "SEEN"]).field("uid"), ["1"]);
}

#[test]
fn several_messages_go_to_places() {
    or_skip!(need());
    let world = World::new();
    let letters = world.room.at("letters");
    let outcome = world.json(&["fetch", "all", "--eml-dir", &letters]);
    assert_eq!(outcome.field("uid"), ["1", "2", "3"]);
    for (n, sent) in world.messages.iter().enumerate() {
        assert_eq!(world.room.read(&format!("letters/{}.eml", n + 1)), sent.as_bytes());
    }
    let file = world.room.at("one.eml");
    world.imap(&["fetch", "last", "--full", "-o", &file]).expect(0);
    assert_eq!(world.room.read("one.eml"), world.messages[2].as_bytes());
    world.imap(&["fetch", "all", "--maildir", &world.room.at("maildir")]).expect(0);
    assert_eq!(world.room.list("maildir/new").len(), 3);
    world.imap(&["fetch", "all", "--mbox", &world.room.at("mbox")]).expect(0);
    let mbox = String::from_utf8(world.room.read("mbox")).expect("text");
    assert_eq!(mbox.lines().filter(|line| line.starts_with("From ")).count(), 3);
    world.imap(&["fetch", "1,9", "--eml-dir", &letters]).expect(3);
}

#[test]
fn a_maildir_keeps_flags() {
    or_skip!(need());
    let world = World::new();
    world.imap(&["flag", "1", "--add", "seen", "flagged", "$Forwarded", "$work", "deleted"]).expect(0);
    world.imap(&["flag", "3", "--add", "$work", "Junk"]).expect(0);
    let outcome = world.imap(&["fetch", "all", "--maildir", &world.room.at("maildir")]).expect(0);
    let outcome = outcome.says(&["keywords have no place in a Maildir and are not kept: $work (2), Junk (1)"]);
    let list = |name: &str| -> Vec<String> {
        world.room.list(name).iter().map(|path| path.to_str().expect("a path in UTF-8").to_owned()).collect()
    };
    let (new, cur, tmp) = (list("maildir/new"), list("maildir/cur"), list("maildir/tmp"));
    assert_eq!((new.len(), cur.len(), tmp.len()), (2, 1, 0), "{new:?} {cur:?}");
    assert!(cur[0].ends_with(":2,FPST") && !new.concat().contains(":2"), "{new:?} {cur:?}");
    assert!(outcome.out().lines().next().is_some_and(|line| line.ends_with(&cur[0])), "{outcome}");
    assert_eq!(std::fs::read_to_string(&cur[0]).expect("a message"), world.messages[0].replace("\r\n", "\n"));
}

#[test]
fn parts_and_attachments() {
    or_skip!(need());
    let world = World::new();
    assert_eq!(world.imap(&["part", "3", "2", "-q"]).expect(0).out(), "hello world");
    assert_eq!(world.imap(&["part", "3", "2", "--encoded", "-q"]).expect(0).out(), "aGVsbG8gd29ybGQ=");
    assert_eq!(world.imap(&["part", "last", "1", "-q"]).expect(0).stdout, b"adi\xf3s");
    world.imap(&["part", "3", "1.MIME", "-q"]).expect(0).says(&["charset=iso-8859-1"]);
    world.imap(&["part", "3", "4"]).expect(1).says(&["there are: 1, 2, 3"]);
    world.imap(&["part", "9", "1"]).expect(1);
    world.imap(&["part", "3", "x"]).expect(64);
    let files = world.room.at("files");
    let dry = world.json(&["attachments", "all", "-d", &files, "--dry-run"]);
    assert_eq!((dry.field("path"), world.room.path().join("files").exists()), (vec!["2".into(), "3".into()], false));
    world.imap(&["attachments", "all", "-d", &files]).expect(0);
    for name in ["añe.pdf", "añe (2).pdf"] {
        assert_eq!(world.room.read(&format!("files/{name}")), b"hello world", "{name}");
    }
    assert_eq!((world.room.list("files").len(), world.room.list("").len()), (2, 1), "and nowhere else");
    world.imap(&["attachments", "1", "-d", &files]).expect(1);
}

#[test]
fn a_server_without_binary() {
    let structure =
        "* 1 FETCH (UID 1 BODYSTRUCTURE (\"APPLICATION\" \"PDF\" NIL NIL NIL \"BASE64\" 8 NIL NIL NIL NIL))\r\n@@ OK x";
    let content = "* 1 FETCH (UID 1 BODY[1] {8}\r\naG9sYQ==)\r\n@@ OK x";
    for (offers, refusal) in [("", None), ("BINARY", Some("@@ NO [UNKNOWN-CTE] no"))] {
        let mut rules = Imap::offering(offers).once("FETCH", structure);
        if let Some(refusal) = refusal {
            rules = rules.once("FETCH", refusal);
        }
        let outcome = super::asked(rules.on("FETCH", content), &["part", "1", "1", "-q"]).expect(0);
        assert_eq!(outcome.out(), "hola", "{offers}");
    }
}

#[test]
fn one_that_is_refused_among_many() {
    let sizes = "* 1 FETCH (UID 1 RFC822.SIZE 4)\r\n* 2 FETCH (UID 2 RFC822.SIZE 4)\r\n* 3 FETCH (UID 3 RFC822.SIZE 4)\r\n\
                 @@ OK x";
    let one = |n: u32| format!("* {n} FETCH (UID {n} BODY[] {{4}}\r\nhol{n})\r\n");
    let rules = Imap::offering("")
        .once("FETCH", sizes)
        .once("FETCH", &format!("{}@@ NO [UNAVAILABLE] not now", one(1)))
        .once("FETCH", "@@ NO [UNAVAILABLE] not this one")
        .once("FETCH", &format!("{}@@ OK x", one(3)));
    let room = crate::cli::Room::new();
    let server = Server::imap(rules);
    let letters = room.at("letters");
    let outcome = super::imap(&server, &["fetch", "all", "--full", "--eml-dir", &letters]).run().expect(3);
    outcome.says(&["UID FETCH 1:3 (", "UID FETCH 2 (", "UID FETCH 3 (", "not this one"]);
    assert_eq!((room.read("letters/1.eml"), room.read("letters/3.eml")), (b"hol1".to_vec(), b"hol3".to_vec()));
    assert_eq!(room.list("letters").len(), 2);
}

/// Message 2 has gone, and the server says of none which one it is: what comes of 3 must not be kept as 2.
#[test]
fn octets_of_nobody_knows_which() {
    let sizes = "* 1 FETCH (UID 1 RFC822.SIZE 4)\r\n* 2 FETCH (UID 2 RFC822.SIZE 4)\r\n* 3 FETCH (UID 3 RFC822.SIZE 4)\r\n\
                 @@ OK x";
    let rules = Imap::offering("")
        .once("FETCH", sizes)
        .once("FETCH", "* 1 FETCH (BODY[] {4}\r\nhol1 UID 1)\r\n* 3 FETCH (BODY[] {4}\r\nhol3)\r\n@@ OK x");
    let room = crate::cli::Room::new();
    let outcome = super::imap(&Server::imap(rules), &["fetch", "all", "--eml-dir", &room.at("letters")]).run();
    outcome.expect(76).says(&["without its UID, and 2 were asked for"]);
    assert_eq!((room.list("letters").len(), room.read("letters/1.eml")), (1, b"hol1".to_vec()));
}

#[test]
fn nothing_large_is_held() {
    let octets = 200 << 20;
    let head = format!("* 1 FETCH (UID 1 BODY[] {{{octets}}}\r\n");
    let steps = [Step::say(&head), Step::Flood(b"0123456789abcdef".to_vec(), octets), Step::say(")\r\n@@ OK x\r\n")];
    let server = Server::imap(Imap::offering("").does("FETCH", steps));
    let room = crate::cli::Room::new();
    let file = room.at("large");
    let outcome = super::imap(&server, &["fetch", "1", "--full", "-q", "-o", &file]).run().expect(0);
    assert_eq!(std::fs::metadata(file).map(|metadata| metadata.len()).ok(), Some(octets as u64));
    assert!(outcome.peak < 64 * 1024, "{} KiB", outcome.peak);
}

#[test]
fn a_thousand_messages() {
    or_skip!(need());
    let world = World::with("", (0..1000).map(|n| message(&format!("letter {n}"), &"x".repeat(n))).collect());
    let letters = world.room.at("letters");
    let outcome = world.json(&["fetch", "all", "--eml-dir", &letters]);
    assert_eq!(outcome.json().len(), 1000);
    for (n, sent) in world.messages.iter().enumerate() {
        assert_eq!(world.room.read(&format!("letters/{}.eml", n + 1)), sent.as_bytes());
    }
}
