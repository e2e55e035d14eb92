//! What hostile servers say to each verb: too much, too large, in the wrong alphabet, or nothing more.

use super::{asked, imap};
use crate::cli::Room;
use crate::mock::imap::GREETING;
use crate::mock::{Imap, Server, Step};

const OFFERS: &str = "ACL ENABLE ESEARCH ID MOVE NAMESPACE QUOTA SORT THREAD=REFERENCES UIDPLUS UTF8=ACCEPT";
/// Of one message all that the verbs here ask of it.
const ONE: &str = "* 1 FETCH (UID 1 RFC822.SIZE 9 FLAGS (\\Deleted))\r\n@@ OK x";

/// Commands, and what asks for them.
const VERBS: &[(&str, &[&str])] = &[
    ("CAPABILITY", &["caps"]),
    ("ENABLE", &["status", "--utf8"]),
    ("ID", &["id"]),
    ("NAMESPACE", &["namespace"]),
    ("LIST", &["list"]),
    ("STATUS", &["status"]),
    ("CREATE", &["create", "x"]),
    ("DELETE", &["delete", "x"]),
    ("RENAME", &["rename", "x", "y"]),
    ("SUBSCRIBE", &["subscribe", "x"]),
    ("GETQUOTAROOT", &["quota"]),
    ("GETACL", &["acl", "get"]),
    ("EXAMINE", &["select"]),
    ("SELECT", &["select", "--write"]),
    ("SEARCH", &["search", "from:x"]),
    ("SORT", &["sort", "date"]),
    ("THREAD", &["thread"]),
    ("FETCH", &["fetch", "1", "--flags"]),
    ("FETCH", &["structure", "1"]),
    ("STORE", &["flag", "1", "--add", "seen"]),
    ("COPY", &["copy", "1", "x"]),
    ("MOVE", &["move", "1", "x"]),
    ("EXPUNGE", &["expunge", "1"]),
    ("NOOP", &["raw", "NOOP"]),
];

fn rules() -> Imap {
    Imap::offering(OFFERS).on("FETCH", ONE)
}

#[test]
fn it_goes_away_behind_each_command() {
    for (verb, args) in VERBS {
        for last in ["", "* BYE so long\r\n", "* 1 FETCH (UID 1 FLAGS (", "* LIST () \"/\" {10}\r\nabc"] {
            let server = Server::imap(rules().does(verb, [Step::say(last), Step::Close]));
            let outcome = imap(&server, args).run();
            assert_eq!(outcome.code, Some(75), "{verb} {last:?}: {outcome}");
            let heard = server.finish_one().lines();
            assert!(heard.last().is_some_and(|line| line.contains(verb)), "{verb}: nothing more is said: {heard:?}");
        }
    }
}

#[test]
fn lines_without_end() {
    let lines = [
        "* OK still here\r\n",
        "* 1 EXISTS\r\n",
        "* 1 EXPUNGE\r\n",
        "* 1 FETCH (UID 1 FLAGS (\\Seen))\r\n",
        "* SEARCH 1 2 3\r\n",
        "* ESEARCH UID ALL 1,3\r\n",
        "* LIST () \"/\" a\r\n",
        "* STATUS a (MESSAGES 1)\r\n",
        "* CAPABILITY IMAP4rev1 A B C\r\n",
        "* FLAGS (\\Seen a b c)\r\n",
        "* VANISHED 1:4294967295\r\n",
        "nonsense\r\n",
        "\r\n",
    ];
    let asking = [VERBS[14], VERBS[17], VERBS[4]].into_iter().cycle();
    for (line, (verb, args)) in lines.into_iter().zip(asking) {
        let flood = [Step::Flood(line.as_bytes().to_vec(), 1 << 20), Step::say("@@ OK x\r\n")];
        let outcome = asked(rules().does(verb, flood), &[args, &["-q"]].concat());
        outcome.judged(line);
        assert!(outcome.peak < 64 * 1024, "{verb} {line:?}: {} KiB", outcome.peak);
    }
}

#[test]
fn time_is_up_for_whoever_never_stops() {
    for (line, args) in [("* OK still here\r\n", VERBS[14].1), ("* 1 FETCH (UID 1 FLAGS ())\r\n", VERBS[5].1)] {
        let flood = [Step::Flood(line.as_bytes().to_vec(), 1 << 30)];
        let rules = rules().does("SEARCH", flood.clone()).does("STATUS", flood);
        asked(rules, &[args, &["-q", "--deadline", "1"]].concat())
            .expect(75)
            .says(&["--deadline 1 s ended while waiting for the end of"]);
    }
}

#[test]
fn numbers_beyond_all_bounds() {
    let (over, large) = ("4294967296", "18446744073709551616");
    for (verb, answer, args, exit) in [
        ("EXAMINE", format!("* {over} EXISTS\r\n@@ OK x"), &["fetch", "last"][..], 1),
        (
            "EXAMINE",
            format!("* 3 EXISTS\r\n* OK [UIDVALIDITY {over}] x\r\n@@ OK x"),
            &["fetch", "1", "--uidvalidity", "7"],
            1,
        ),
        ("EXAMINE", format!("* OK [HIGHESTMODSEQ {large}] x\r\n* OK [UIDNEXT {large}] x\r\n@@ OK x"), &["select"], 0),
        ("FETCH", format!("* {large} FETCH (UID 1 FLAGS ())\r\n@@ OK x"), &["fetch", "1", "--flags"], 1),
        ("FETCH", format!("* 1 FETCH (UID {over} FLAGS ())\r\n@@ OK x"), &["fetch", "1", "--flags"], 1),
        ("FETCH", format!("* 1 FETCH (UID 1 RFC822.SIZE {large})\r\n@@ OK x"), &["fetch", "1", "--size"], 0),
        (
            "FETCH",
            "* 1 FETCH (UID 1 RFC822.SIZE 18446744073709551615)\r\n* 2 FETCH (UID 2 RFC822.SIZE 18446744073709551615)\r\n@@ OK x".to_owned(),
            &["fetch", "all", "--mbox", "m"],
            1,
        ),
        ("SEARCH", format!("* SEARCH 1 {over} 2 {large}\r\n@@ OK x"), &["search"], 0),
        ("SEARCH", format!("* ESEARCH UID ALL 1:{over}\r\n@@ OK x"), &["search"], 1),
        ("SEARCH", "* ESEARCH UID ALL 3:*\r\n@@ OK x".to_owned(), &["search"], 76),
        ("STATUS", format!("* STATUS INBOX (MESSAGES {large} UNSEEN 1)\r\n@@ OK x"), &["status"], 0),
        ("COPY", format!("@@ OK [COPYUID {over} 1 1] x"), &["copy", "1", "x"], 0),
        ("GETQUOTAROOT", format!("* QUOTA a (STORAGE {large} 1)\r\n@@ OK x"), &["quota"], 1),
    ] {
        let outcome = asked(rules().on(verb, &answer), args);
        assert_eq!(outcome.code, Some(exit), "{answer}: {outcome}");
        outcome.judged(&answer);
        assert!(outcome.peak < 64 * 1024, "{answer}: {} KiB", outcome.peak);
    }
}

#[test]
fn sets_that_name_everything() {
    let full = "* 4294967295 EXISTS\r\n* OK [UIDVALIDITY 7] x\r\n@@ OK x";
    let found = "* ESEARCH (TAG \"@@\") UID ALL 1:4294967295\r\n@@ OK x";
    let rules = rules().on("EXAMINE", full).on("SELECT", full).on("SEARCH", found);
    for args in [
        &["search", "unseen"][..],
        &["search", "unseen", "--urls"],
        &["fetch", "unseen"],
        &["flag", "unseen", "--add", "seen"],
        &["move", "unseen", "x"],
        &["search", "has:attachment", "from:x"],
    ] {
        let outcome = asked(rules.clone(), args).expect(76);
        assert!(outcome.peak < 64 * 1024, "{args:?}: {} KiB", outcome.peak);
    }
    // One that is named stays as it is.
    for (args, said) in [
        (&["fetch", "1:4294967295", "--flags"][..], "FETCH 1:4294967295 ("),
        (&["flag", "1:4294967295", "--add", "seen"], "STORE 1 +FLAGS"),
        (&["copy", "4294967295:1", "x"], "COPY 1 x"),
        (&["expunge", "1:4294967295"], "EXPUNGE 1\n"),
        (&["fetch", "1:4294967295", "--seq", "--flags"], "FETCH 1:4294967295 (UID)"),
    ] {
        let server = Server::imap(rules.clone());
        let outcome = imap(&server, args).run().expect(0);
        assert!(outcome.peak < 64 * 1024, "{args:?}: {} KiB", outcome.peak);
        assert!(server.finish_one().text().replace('\r', "").contains(said), "{args:?}: {outcome}");
    }
}

#[test]
fn parentheses_everywhere() {
    let (open, closed) = ("(".repeat(10_000), ")".repeat(10_000));
    for (verb, before) in [
        ("THREAD", "* THREAD "),
        ("NAMESPACE", "* NAMESPACE "),
        ("ID", "* ID "),
        ("LIST", "* LIST "),
        ("LIST", "* LIST () \"/\" a "),
        ("STATUS", "* STATUS INBOX "),
        ("EXAMINE", "* FLAGS "),
        ("EXAMINE", "* OK [PERMANENTFLAGS "),
        ("SEARCH", "* SEARCH 1 "),
        ("SEARCH", "* ESEARCH "),
        ("GETQUOTAROOT", "* QUOTA a "),
        ("FETCH", "* 1 FETCH (UID 1 ENVELOPE "),
        ("FETCH", "* 1 FETCH (UID 1 X-NEW "),
        ("FETCH", "* 1 FETCH "),
    ] {
        let args = VERBS.iter().find(|(known, _)| *known == verb).map(|(_, args)| *args).expect("a verb");
        for answer in
            [format!("{before}{open}"), format!("{before}{open}{closed}"), format!("{before}{open}x{closed})")]
        {
            asked(rules().on(verb, &format!("{answer}\r\n@@ OK x")), args).judged(before);
        }
    }
}

#[test]
fn octets_that_are_no_text() {
    let dirt: &[u8] = b"\0\xff\x1b]0;x\x07\xc2\x9b\x80\xe2\x80\xae";
    for (verb, answer) in [
        (GREETING, "* OK % \r\n"),
        (GREETING, "* OK [CAPABILITY IMAP4rev1 X-%] hi\r\n"),
        ("CAPABILITY", "* CAPABILITY IMAP4rev1 X-%\r\n@@ OK %\r\n"),
        ("LOGIN", "* % x\r\n@@ OK %\r\n"),
        ("LOGIN", "@@ NO [%] %\r\n"),
        ("ID", "* ID (\"%\" \"%\")\r\n@@ OK x\r\n"),
        ("NAMESPACE", "* NAMESPACE ((\"%\" \"/\")) NIL NIL\r\n@@ OK x\r\n"),
        ("LIST", "* LIST (\\%) \"/\" \"%\"\r\n* LIST () \"%\" {14}\r\n%\r\n* LIST () NIL %\r\n@@ OK %\r\n"),
        ("STATUS", "* STATUS \"%\" (MESSAGES 1 % 2)\r\n@@ OK x\r\n"),
        ("GETQUOTAROOT", "* QUOTAROOT INBOX \"%\"\r\n* QUOTA \"%\" (% 1 2)\r\n@@ OK x\r\n"),
        ("GETACL", "* ACL INBOX \"%\" \"%\"\r\n@@ OK x\r\n"),
        ("EXAMINE", "* 3 EXISTS\r\n* FLAGS (% \\%)\r\n* OK [PERMANENTFLAGS (%)] %\r\n* OK [% %] x\r\n@@ OK [%] x\r\n"),
        ("SEARCH", "* SEARCH 1 % 2\r\n* ESEARCH (TAG \"%\") UID % 3\r\n@@ OK x\r\n"),
        ("SORT", "* SORT % 1\r\n@@ OK x\r\n"),
        ("THREAD", "* THREAD (1 %)(2)\r\n@@ OK x\r\n"),
        ("FETCH", "* 1 FETCH (UID 1 FLAGS (% \\%) % \"%\")\r\n@@ OK x\r\n"),
        (
            "FETCH",
            "* 1 FETCH (UID 1 ENVELOPE (\"%\" \"%\" ((\"%\" NIL \"%\" \"%\")) NIL NIL NIL NIL NIL \"%\" \"%\"))\r\n@@ OK x\r\n",
        ),
        ("FETCH", "* 1 FETCH (UID 1 BODYSTRUCTURE (\"%\" \"%\" (\"%\" \"%\") NIL \"%\" \"%\" 1 1))\r\n@@ OK x\r\n"),
        ("STORE", "* 1 FETCH (UID 1 FLAGS (%))\r\n@@ OK [%] %\r\n"),
        ("MOVE", "@@ NO [%] %\r\n"),
        ("NOOP", "* % %\r\n% %\r\n@@ OK %\r\n"),
        ("LOGOUT", "* BYE %\r\n@@ OK %\r\n"),
    ] {
        let octets: Vec<u8> =
            answer.bytes().flat_map(|octet| if octet == b'%' { dirt.to_vec() } else { vec![octet] }).collect();
        let any: &[(&str, &[&str])] = &[(verb, &["fetch", "1"])];
        let asking = VERBS.iter().filter(|(known, _)| *known == verb).collect::<Vec<_>>();
        for (_, args) in if asking.is_empty() { any.iter().collect() } else { asking } {
            for more in [&["--explain"][..], &["-q", "--json"]] {
                let rules = rules().does(verb, [Step::Say(octets.clone())]);
                let outcome = asked(rules, &[args, more].concat());
                outcome.judged(&format!("{answer} {args:?}"));
                if more.contains(&"--json") {
                    outcome.json();
                }
            }
        }
    }
}

#[test]
fn uidvalidity_that_changes_while_a_mailbox_is_selected() {
    let changed = format!("* OK [UIDVALIDITY 8] it was made again\r\n{ONE}");
    let letters = Room::new();
    for args in [
        &["flag", "1", "--add", "deleted"][..],
        &["copy", "1", "x"],
        &["move", "1", "x"],
        &["expunge", "1"],
        &["fetch", "all", "--eml-dir", &letters.at("letters")],
    ] {
        let server = Server::imap(rules().on("FETCH", &changed));
        let outcome = imap(&server, args).run().expect(76).says(&["UIDVALIDITY was 7 and is 8"]);
        let heard = server.finish_one();
        let last = heard.lines().last().cloned().unwrap_or_default();
        assert!(last.contains("UID FETCH"), "nothing is said of messages that are other ones: {last}\n{outcome}");
        assert!(letters.list("").is_empty() || letters.list("letters").is_empty());
    }
    let same = format!("* OK [UIDVALIDITY 7] as it was\r\n{ONE}");
    asked(rules().on("FETCH", &same), &["flag", "1", "--add", "seen"]).expect(0);
}

#[test]
fn messages_that_vanish_once_they_were_found() {
    let found = "* ESEARCH UID ALL 1:2\r\n@@ OK x";
    let gone = "* 2 EXPUNGE\r\n* 1 FETCH (UID 1 RFC822.SIZE 9 FLAGS ())\r\n@@ OK x";
    for (args, exit) in [
        (&["fetch", "from:x", "--flags"][..], 3),
        (&["flag", "from:x", "--add", "seen"], 3),
        (&["copy", "from:x", "x"], 3),
        (&["move", "from:x", "x"], 3),
    ] {
        let server = Server::imap(rules().on("SEARCH", found).on("FETCH", gone));
        let outcome = imap(&server, args).run().expect(exit).says(&["UID 2: there is no such message"]);
        let heard = server.finish_one().text();
        assert!(
            !heard.contains("STORE 1:2") && !heard.contains("COPY 1:2") && !heard.contains("MOVE 1:2"),
            "{outcome}"
        );
    }
    for args in [
        &["part", "1", "1"][..],
        &["structure", "1"],
        &["attachments", "1", "-d", "files"],
        &["flag", "1", "--add", "seen"],
    ] {
        asked(rules().on("FETCH", "* 1 EXPUNGE\r\n@@ OK x"), args).expect(1);
    }
    // Between the question for sizes and the command itself.
    for (verb, args) in [("STORE", VERBS[19].1), ("COPY", VERBS[20].1), ("MOVE", VERBS[21].1), ("EXPUNGE", VERBS[22].1)]
    {
        asked(rules().on(verb, "* 1 EXPUNGE\r\n@@ NO [EXPUNGEISSUED] gone"), args).expect(69).says(&["EXPUNGEISSUED"]);
    }
}
