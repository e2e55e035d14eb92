//! Messages into mailboxes: many by one command, of an mbox and of a Maildir; and into the place of others.

use super::{World, asked, message, need};
use crate::cli::Room;
use crate::mock::{Imap, Step};
use crate::peers::dovecot::STRANGER;
use crate::peers::or_skip;

/// Two messages with what an mbox knows of them.
fn boxed(room: &Room) -> String {
    let from = "From b@x.test Mon Nov 23 07:00:00 2020\n";
    let text = format!(
        "{from}Subject: one\nStatus: RO\nX-Status: F\n\n>From here\n>>From there\n\n{from}Subject: two\nX-Status: AD\n\nhola\n"
    );
    room.file("old.mbox", text)
}

#[test]
fn an_mbox_and_a_maildir_keep_what_they_know() {
    or_skip!(need());
    let world = World::new();
    let mbox = boxed(&world.room);
    let maildir = world.room.directory("Maildir");
    for name in ["new", "cur", "tmp"] {
        std::fs::create_dir(format!("{maildir}/{name}")).expect("a directory");
    }
    let files =
        [("new/1.x", "a"), ("cur/2.x:2,FS", "b"), ("cur/3.x:2,RPT", "c"), ("cur/.hidden", "d"), ("tmp/4.x", "e")];
    for (name, subject) in files {
        let file = world.room.file(&format!("Maildir/{name}"), format!("Subject: {subject}\n\nx\n"));
        let file = std::fs::File::options().write(true).open(file).expect("a file");
        let time = std::time::UNIX_EPOCH + std::time::Duration::from_secs(1_600_000_000);
        file.set_modified(time).expect("its time");
    }
    world.imap(&["create", "Old", "-q"]).expect(0);
    let args = ["append", "Old", "--mbox", &mbox, "--maildir", &maildir, "--flags", "$old,seen"];
    let appended = world.imap(&[&["--json"], &args[..]].concat()).expect(0);
    assert_eq!(appended.err().matches("APPEND Old").count(), 1, "{appended}");
    assert_eq!(appended.field("uid"), ["1", "2", "3", "4", "5"]);
    assert_eq!((&appended.json()[1]["n"], &appended.json()[2]["n"]), (&2.into(), &serde_json::Value::Null));
    let known = world.json(&["fetch", "all", "-m", "Old"]);
    let flags: Vec<String> = known
        .json()
        .iter()
        .map(|row| {
            let flags = row["flags"].as_array().expect("flags").iter();
            let mut flags: Vec<_> = flags.filter_map(|flag| flag.as_str()).filter(|flag| *flag != "\\Recent").collect();
            flags.sort_unstable();
            flags.join(" ")
        })
        .collect();
    let expected = [
        "$old \\Flagged \\Seen",
        "$old \\Answered \\Deleted \\Seen",
        "$old \\Seen",
        "$old \\Flagged \\Seen",
        "$Forwarded $old \\Answered \\Deleted \\Seen",
    ];
    assert_eq!(flags, expected);
    let dates = known.field("date");
    assert_eq!((dates[0].as_str(), dates[4].as_str()), ("2020-11-23T07:00:00Z", "2020-09-13T12:26:40Z"));
    let back = world.room.at("back.mbox");
    world.imap(&["fetch", "all", "-m", "Old", "--mbox", &back]).expect(0);
    let back = std::fs::read_to_string(&back).expect("an mbox");
    let lines: Vec<_> = back.lines().filter(|line| line.starts_with("From ")).collect();
    assert_eq!(lines.len(), 5, "{back}");
    assert_eq!(
        (lines[0], lines[4]),
        ("From MAILER-DAEMON Mon Nov 23 07:00:00 2020", "From MAILER-DAEMON Sun Sep 13 12:26:40 2020",)
    );
    let first = world.imap(&["fetch", "1", "--body", "-q", "-m", "Old"]).expect(0);
    assert_eq!(first.out(), "From here\r\n>From there\r\n");
    let none = world.room.file("empty.mbox", "");
    for (args, code) in
        [(["--mbox", &none], 65), (["--mbox", &world.room.at("none")], 66), (["--maildir", &world.room.at("none")], 66)]
    {
        world.imap(&[&["append", "Old"], &args[..]].concat()).expect(code);
    }
    world.imap(&["append", "Old"]).expect(64);
}

#[test]
fn one_by_one_where_there_is_no_multiappend() {
    or_skip!(need());
    let extra =
        format!("local {STRANGER} {{\n protocol imap {{\n imap_capability = IMAP4rev1 SASL-IR UIDPLUS\n }}\n}}\n");
    let world = World::with(&extra, vec![message("uno", "x")]);
    let mbox = boxed(&world.room);
    let url = format!("imap://{STRANGER}:{}", world.dovecot.imap);
    let outcome =
        world.at(&url, &["append", "INBOX", "--mbox", &mbox, "--json", "--tls", "never", "--insecure-auth"]).expect(0);
    assert_eq!(
        (outcome.err().matches("APPEND INBOX").count(), outcome.field("uid")),
        (2, vec!["2".into(), "3".into()])
    );
}

/// Three messages.
fn three(room: &Room) -> [String; 3] {
    ["one", "two", "three"].map(|name| room.file(name, format!("Subject: {name}\n\n{}\n", "x".repeat(100))))
}

#[test]
fn which_of_several_is_refused() {
    let room = Room::new();
    let [one, two, three] = three(&room);
    let rules = Imap::offering("MULTIAPPEND LITERAL+ UIDPLUS")
        .once("APPEND", "@@ NO [TOOBIG] no")
        .once("APPEND", "@@ OK [APPENDUID 7 11] x")
        .once("APPEND", "@@ NO [TOOBIG] no")
        .once("APPEND", "@@ OK [APPENDUID 7 12] x");
    let args = ["append", "INBOX", &one, &two, &three, "--json"];
    let outcome = asked(rules, &args).expect(3).says(&["3 messages: APPEND was answered", "two: APPEND was answered"]);
    assert_eq!(outcome.field("file"), [one.clone(), three.clone()]);
    assert_eq!(outcome.field("uid"), ["11", "12"]);
    // A mailbox that is not there is not asked for again.
    let rules = Imap::offering("MULTIAPPEND LITERAL+").on("APPEND", "@@ NO [TRYCREATE] no");
    let outcome = asked(rules, &args).expect(67);
    assert_eq!(outcome.err().matches(" APPEND ").count() - outcome.err().matches("APPEND was").count(), 1, "{outcome}");
    // What APPENDUID says does not fit.
    let rules = Imap::offering("MULTIAPPEND LITERAL+").on("APPEND", "@@ OK [APPENDUID 7 1:2] x");
    assert_eq!(asked(rules, &args).expect(0).field("uid"), ["null"; 3]);
}

#[test]
fn what_is_too_large_is_not_sent() {
    let room = Room::new();
    let (small, large) =
        (room.file("small", "Subject: a\n\nx\n"), room.file("large", "Subject: b\n\n".to_owned() + &"x".repeat(500)));
    for (offers, status) in [("APPENDLIMIT=100", ""), ("APPENDLIMIT", "* STATUS INBOX (APPENDLIMIT 100)\r\n@@ OK x")] {
        let rules = || Imap::offering(offers).on("STATUS", status);
        let outcome = asked(rules(), &["append", "INBOX", &large]).expect(65).says(&["512 octets", "100"]);
        assert!(!outcome.err().contains(" APPEND "), "{outcome}");
        asked(rules(), &["append", "INBOX", &small, &large]).expect(3);
        asked(rules(), &["replace", "1", &large]).expect(1);
    }
    let rules = Imap::offering("APPENDLIMIT").on("STATUS", "* STATUS INBOX (APPENDLIMIT NIL)\r\n@@ OK x");
    asked(rules, &["append", "INBOX", &large, "--strict"]).expect(0);
    let rules = Imap::offering("APPENDLIMIT").on("STATUS", "@@ NO x");
    asked(rules, &["append", "INBOX", &large]).expect(0);
}

#[test]
fn another_message_in_its_place() {
    or_skip!(need());
    let world = World::new();
    world.imap(&["flag", "2", "--add", "draft,$work", "-q"]).expect(0);
    world.imap(&["flag", "1", "--add", "deleted", "-q"]).expect(0);
    let new = world.room.file("new.eml", "Subject: new\n\nx\n");
    let outcome = world.json(&["replace", "2", &new, "--dry-run"]);
    assert_eq!((outcome.field("would"), world.by_curl().len()), (vec!["REPLACE".into()], 3));
    let outcome = world.imap(&["replace", "2", &new, "--flags", "flagged", "--json"]).expect(0);
    assert_eq!(outcome.clone().says(&["the new one comes, then the old one goes"]).field("uid"), ["4"]);
    // The other one that is marked stays.
    assert_eq!(world.json(&["search"]).field("uid"), ["1", "3", "4"]);
    let flags = world.json(&["search", "--keys", "DRAFT FLAGGED KEYWORD $work UNDELETED"]);
    assert_eq!(flags.field("uid"), ["4"]);
    world.imap(&["replace", "9", &new]).expect(1);
    world.imap(&["replace", "1:3", &new]).expect(64);
    world.imap(&["replace", "1", &world.room.at("none")]).expect(66);
}

/// One message, with a flag.
fn with_one(offers: &str) -> Imap {
    Imap::offering(offers).on("FETCH", "* 2 FETCH (UID 5 FLAGS (\\Draft) RFC822.SIZE 9)\r\n@@ OK x")
}

#[test]
fn replacing_in_one_step_or_in_none() {
    let room = Room::new();
    let new = room.file("new.eml", "Subject: new\n\nx\n");
    let args = ["replace", "5", new.as_str(), "--json"];
    let said = "* OK [APPENDUID 7 12] x\r\n* 2 EXPUNGE\r\n@@ OK x";
    let outcome = asked(with_one("REPLACE UIDPLUS").on("REPLACE", said), &args).expect(0);
    assert_eq!(outcome.field("uid"), ["12"]);
    outcome.says(&["UID REPLACE 5 INBOX (\\Draft) {19}"]);
    asked(with_one("REPLACE").on("REPLACE", "@@ NO [OVERQUOTA] x"), &args).expect(69);
    // Nothing is done where the old message could not go alone.
    let outcome = asked(with_one(""), &args).expect(69).says(&["nothing was done"]);
    assert!(!outcome.err().contains(" APPEND "), "{outcome}");
    // The new message is there, the old one will not go.
    asked(with_one("UIDPLUS").on("EXPUNGE", "@@ NO x"), &args).expect(3).says(&["so is UID 5"]);
    // The new one does not come: the old one stays.
    let outcome = asked(with_one("UIDPLUS").on("APPEND", "@@ NO [OVERQUOTA] x"), &args).expect(69);
    assert!(!outcome.err().contains(" STORE "), "{outcome}");
    let dies = [Step::Close];
    let outcome = asked(with_one("UIDPLUS").does("APPEND", dies), &args).expect(75);
    assert!(!outcome.err().contains(" STORE "), "{outcome}");
}
