//! What is shown of messages: in columns, in JSON, and in lines of the user's own form.

use super::{World, asked, message, need};
use crate::mock::Imap;
use crate::peers::or_skip;

/// A message with a subject that a terminal would obey.
const FETCHED: &str = "* 1 FETCH (UID 1 FLAGS (\\Seen $work) RFC822.SIZE 1234567 INTERNALDATE \"01-Nov-2026 10:00:00 +0100\" \
    ENVELOPE (NIL \"a{b}\\\\t =?utf-8?q?=1B[2J=E2=80=AE?=\" ((\"=?utf-8?q?Bego=C3=B1a?=\" NIL \"b\" \"x.test\")(NIL NIL \"c\" \"y.test\")) \
    NIL NIL ((NIL NIL \"d\" \"z.test\")) NIL NIL NIL \" <id@x.test>\"))\r\n@@ OK";

#[test]
fn many_mailboxes_and_a_long_name() {
    let mut listed: String = (0..30_000).map(|n| format!("* LIST () \"/\" m{n}\r\n")).collect();
    listed += &format!("* LIST (\\Marked) \"/\" {}\r\n@@ OK x", "x".repeat(500));
    let outcome = asked(Imap::offering("").on("LIST", &listed), &["list", "-q"]).expect(0);
    assert_eq!(outcome.out().lines().count(), 30_001);
    assert!(outcome.out().ends_with("xxx  \\Marked\n"));
    // One long name does not make the others as long.
    let listed = listed.replace("* LIST () \"/\" m1\r\n", "* LIST (\\Marked) \"/\" m1\r\n");
    let outcome = asked(Imap::offering("").on("LIST", &listed), &["list", "-q"]).expect(0);
    let line = outcome.out().lines().find(|line| line.starts_with("m1 ")).expect("a line").to_owned();
    assert!(line.len() < 100, "{line}");
}

#[test]
fn lines_in_a_form_of_the_users() {
    let rules = |found: &str| {
        Imap::offering("ESEARCH").on("SEARCH", &format!("* SEARCH {found}\r\n@@ OK")).on("FETCH", FETCHED)
    };
    let every =
        "{uid}|{flags}|{size}|{date}|{from}|{from.addr}|{to}|{to.addr}|{subject}|{message_id}|{mailbox}|{{\\t\\\\}}";
    let line = "1|seen $work|1234567|2026-11-01T09:00:00Z|Begoña, c@y.test|b@x.test, c@y.test|d@z.test|d@z.test|\
        a{b}\\t \\x1b[2J\\u{202e}|<id@x.test>|INBOX|{\t\\}\n";
    assert_eq!(asked(rules("1"), &["search", "-q", "--format", every]).expect(0).out(), line);
    assert_eq!(asked(rules("1"), &["fetch", "1", "-q", "--format", every]).expect(0).out(), line);
    // What is known already is not asked for.
    let outcome = asked(rules("1 3"), &["search", "--format", "{url}: {uid}"]).expect(0);
    assert!(
        outcome.out().ends_with("/INBOX;UIDVALIDITY=7/;UID=3: 3\n") && !outcome.err().contains("FETCH"),
        "{outcome}"
    );
    // What has gone meanwhile is told; what comes in two responses is one message.
    let twice =
        "* 2 FETCH (UID 3 FLAGS (\\Draft))\r\n* 1 FETCH (UID 1 FLAGS ())\r\n* 2 FETCH (UID 3 RFC822.SIZE 9)\r\n@@ OK";
    let rules = Imap::offering("SORT").on("SORT", "* SORT 3 2 1\r\n@@ OK").on("FETCH", twice);
    let rules = rules.on("SEARCH", "* SEARCH 1 2 3\r\n@@ OK");
    let outcome = asked(rules, &["sort", "size", "--format", "{uid} {flags} {size}"]).expect(3);
    assert_eq!(outcome.out(), "3 draft 9\n1  \n");
    assert!(outcome.err().contains("UID 2: there is no such message"), "{outcome}");
    asked(Imap::offering(""), &["search", "--format", "{uid}"]).expect(1);
}

#[test]
fn templates_that_name_nothing() {
    for (verb, template, text) in [
        ("search", "{uuid}", "{uuid} is none of {uid} {flags}"),
        ("fetch", "{", "{ has no }"),
        ("list", "{uid}", "{uid} is none of {mailbox}"),
        ("list", "\\x", "\\x is none of \\t, \\n and \\\\"),
    ] {
        asked(Imap::offering(""), &[verb, "all", "--format", template]).expect(64).says(&[text]);
    }
    for other in ["--urls", "--json", "--flags", "--full", "--items=UID", "--eml-dir=/nowhere"] {
        asked(Imap::offering(""), &["fetch", "1", other, "--format", "{uid}"])
            .expect(64)
            .says(&["cannot be used with"]);
    }
    asked(Imap::offering(""), &["fetch", "1", "--items", "UID", "--preview"]).expect(64).says(&["cannot be used with"]);
}

#[test]
fn what_some_servers_tell() {
    or_skip!(need());
    let world = World::with("", vec![message("uno", "hola\r\n  caracola")]);
    let fetched = world.json(&["fetch", "1", "--preview", "--saved-date", "--modseq"]);
    assert_eq!(fetched.field("preview"), ["hola caracola"]);
    assert!(fetched.field("savedate")[0].starts_with("20") && fetched.field("savedate")[0].ends_with('Z'), "{fetched}");
    assert!(fetched.field("modseq")[0].parse::<u64>().is_ok(), "{fetched}");
    let table = world.imap(&["fetch", "1", "--envelope", "--preview", "-q"]).expect(0).out();
    let (head, row) = table.split_once('\n').expect("two lines");
    assert_eq!(head.split_whitespace().collect::<Vec<_>>(), ["UID", "DATE", "(UTC)", "FROM", "SUBJECT", "PREVIEW"]);
    assert!(row.ends_with("hola caracola\n") && head.find("PREVIEW") == row.find("hola").map(|at| at - 1), "{table}");
    let line = world.imap(&["fetch", "1", "-q", "--format", "{modseq} {preview} {emailid}"]);
    line.expect(69).says(&["emailid", "OBJECTID or X-GM-EXT-1"]);
    world
        .imap(&["fetch", "1", "--labels"])
        .expect(69)
        .says(&["the server cannot tell labels: it offers no X-GM-EXT-1"]);
    // Mailboxes have forms too.
    world.imap(&["create", "Año"]).expect(0);
    let listed =
        world.imap(&["list", "-q", "--format", "{messages}\\t{mailbox}\\t{delimiter}\\t{url}"]).expect(0).out();
    let url = format!("imap://alicia@127.0.0.1:{}", world.dovecot.imap);
    assert_eq!(listed, format!("1\tINBOX\t/\t{url}/INBOX\n0\tAño\t/\t{url}/A%C3%B1o\n"));
    let outcome = world.imap(&["list", "--format", "{mailbox} {attributes}"]).expect(0);
    assert_eq!(outcome.out(), "INBOX \\HasNoChildren\nAño \\HasNoChildren\n");
    assert!(!outcome.err().contains("STATUS ("), "nobody counted: {outcome}");
}

#[test]
fn identifiers_and_labels() {
    let ids = "* 1 FETCH (UID 1 EMAILID (M6d99ac3) THREADID (T64b478a))\r\n* 2 FETCH (UID 2 EMAILID (M0) THREADID NIL)\r\n@@ OK";
    let rules = Imap::offering("OBJECTID X-GM-EXT-1").on("FETCH", ids);
    let fetched = asked(rules.clone(), &["fetch", "1:2", "--ids", "--json"]).expect(0);
    assert_eq!(fetched.field("emailid"), ["M6d99ac3", "M0"]);
    assert!(fetched.err().contains("(UID EMAILID THREADID)"), "{fetched}");
    assert_eq!(
        asked(rules, &["fetch", "1:2", "--ids", "-q"]).expect(0).out(),
        "UID  EMAILID               THREADID\n  1  M6d99ac3              T64b478a\n  2  M0                    -\n"
    );
    let gmail = "* 1 FETCH (RFC822.SIZE 1 X-GM-THRID 1266894439832287888 X-GM-MSGID 1278455344230334865 X-GM-LABELS (\\Inbox \"Muy &AOE-\" NIL \
        \"x\\\"]\" {3}\r\na)b) UID 1)\r\n@@ OK";
    let rules = Imap::offering("X-GM-EXT-1").on("FETCH", gmail);
    let fetched = asked(rules.clone(), &["fetch", "1", "--ids", "--labels", "--json"]).expect(0);
    assert!(fetched.out().contains(r#""labels":["\\Inbox","Muy á","x\"]","a)b"]"#), "{fetched}");
    assert_eq!(fetched.field("threadid"), ["1266894439832287888"]);
    assert!(fetched.err().contains("(UID X-GM-MSGID X-GM-THRID X-GM-LABELS)"), "{fetched}");
    let line = asked(rules, &["fetch", "1", "-q", "--format", "{emailid} {labels}"]).expect(0).out();
    assert_eq!(line, "1278455344230334865 \\Inbox Muy á x\"] a)b\n");
}
