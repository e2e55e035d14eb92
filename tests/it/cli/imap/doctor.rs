//! `imap doctor`: Dovecot works, a liar is caught at what it lies about and nothing else, and nothing is left behind.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::scope;
use std::time::Duration;

use super::super::{Mailtool, Outcome};
use super::message;
use crate::mock::Tap;
use crate::mock::liar::How::{Answers, EndsAtLiteral, HangsUp, Hears, Hides, OverhearsLiterals, Promises, Says};
use crate::mock::liar::{Liar, Lie};
use crate::peers::dovecot::{ALICIA, Dovecot, Options};
use crate::peers::{self, or_skip};

/// What a server does, and what it is caught at.
const LIARS: &[(&[&str], &[Lie])] = &[
    (&["capability"], &[Lie(" CAPABILITY", Hides("* CAPABILITY"))]),
    (&["sasl-ir"], &[Lie(" AUTHENTICATE PLAIN ", Answers("@@ BAD one argument too many"))]),
    (&["id"], &[Lie(" ID NIL", Answers("@@ OK done"))]),
    (&["namespace"], &[Lie(" NAMESPACE", Answers("* NAMESPACE NIL NIL NIL\r\n@@ OK done"))]),
    (&["namespace"], &[Lie(" NAMESPACE", HangsUp)]),
    (&["enable"], &[Lie(" ENABLE CONDSTORE", Hides("* ENABLED"))]),
    (&["select"], &[Lie(" SELECT ", Hides("[PERMANENTFLAGS"))]),
    (
        &["select", "uidvalidity", "status", "appenduid"],
        &[Lie(" SELECT ", Says("[UIDVALIDITY 1", "[UIDVALIDITY 0] was 1"))],
    ),
    (&["uids", "status"], &[Lie(" SELECT ", Says("[UIDNEXT 4]", "[UIDNEXT 3]"))]),
    (&["status"], &[Lie(" STATUS ", Says(" UNSEEN ", " X-UNSEEN "))]),
    (&["status"], &[Lie(" STATUS ", Says("MESSAGES 3", "MESSAGES 2"))]),
    (&["status", "status-size"], &[Lie(" STATUS ", Answers("* STATUS x ()\r\n@@ OK done"))]),
    (&["status-size"], &[Lie(" STATUS ", Says("(SIZE ", "(X-SIZE "))]),
    (&["unselect"], &[Lie("", Hears(" UNSELECT", " CLOSE"))]),
    (&["idle"], &[Lie(" IDLE", Hides(" EXISTS"))]),
    (&["list", "list-extended", "list-status"], &[Lie(" LIST ", Hides("* LIST"))]),
    (&["list-extended"], &[Lie(" RETURN (SUBSCRIBED CHILDREN)", Hides("* LIST"))]),
    (&["list-extended"], &[Lie(" RETURN (SUBSCRIBED CHILDREN)", Says("\\HasNoChildren", ""))]),
    (&["list-status"], &[Lie(" RETURN (STATUS", Hides("* STATUS"))]),
    (&["special-use"], &[Lie("", Promises("SPECIAL-USE")), Lie(" LIST (SPECIAL-USE)", Answers("@@ BAD no"))]),
    (&["appenduid"], &[Lie(" APPEND ", Says("[APPENDUID 1", "[APPENDUID 2"))]),
    (&["appenduid"], &[Lie(" APPEND ", Says("[APPENDUID ", "[X "))]),
    (&["internaldate"], &[Lie("INTERNALDATE", Says("2001", "2002"))]),
    (&["multiappend"], &[Lie(" APPEND ", EndsAtLiteral)]),
    (&["appendlimit"], &[Lie("", Promises("APPENDLIMIT=100"))]),
    (&["copyuid"], &[Lie(" COPY ", Says("[COPYUID 1", "[COPYUID 2"))]),
    (&["copyuid"], &[Lie(" COPY ", Says("[COPYUID ", "[X "))]),
    (&["uid-expunge"], &[Lie("", Hears("UID EXPUNGE ", "UID EXPUNGE *:"))]),
    (&["move"], &[Lie("", Hears(" MOVE ", " COPY "))]),
    (&["move"], &[Lie(" MOVE ", Answers("@@ OK done"))]),
    (&["literal+"], &[Lie(" APPEND ", OverhearsLiterals)]),
    (&["literal-"], &[Lie("", Says(" LITERAL+", " LITERAL-")), Lie(" APPEND ", OverhearsLiterals)]),
    (&["octets"], &[Lie("BODY.PEEK[]", Says("uno\r\n", "dos\r\n"))]),
    (&["size"], &[Lie("RFC822.SIZE", Says("RFC822.SIZE 1", "RFC822.SIZE 2"))]),
    (&["peek"], &[Lie("", Hears("BODY.PEEK[]", "BODY[]"))]),
    (&["partial"], &[Lie("<5.10>", Says("]<5>", "]"))]),
    (&["descending"], &[Lie(" FETCH 3:1 ", Answers("@@ BAD no such range"))]),
    (&["binary"], &[Lie("BINARY.PEEK", Answers("@@ NO [UNKNOWN-CTE] no"))]),
    (&["flags"], &[Lie(" -FLAGS ", Answers("@@ OK done"))]),
    (&["keywords"], &[Lie("+FLAGS (mailtool-doctor)", Answers("@@ OK done"))]),
    (&["search"], &[Lie(" SEARCH UID ", Hides("* SEARCH"))]),
    (&["charset"], &[Lie(" CHARSET ", Answers("@@ NO [BADCHARSET (US-ASCII)] no"))]),
    (&["esearch"], &[Lie(" RETURN (MIN ", Answers("* SEARCH 1 2 3\r\n@@ OK done"))]),
    (&["esearch"], &[Lie(" RETURN (MIN ", Says(" COUNT 3", ""))]),
    (&["searchres"], &[Lie(" FETCH $", Answers("@@ BAD no such set"))]),
    (&["within"], &[Lie(" OLDER ", Answers("@@ BAD unknown key"))]),
    (&["sort"], &[Lie(" SORT ", Answers("* SORT 1 2 3\r\n@@ OK done"))]),
    (&["thread"], &[Lie(" THREAD ", Answers("* THREAD (1)(2)(3)\r\n@@ OK done"))]),
    (&["condstore"], &[Lie(" (CONDSTORE)", Hides("[HIGHESTMODSEQ"))]),
    (&["changedsince"], &[Lie(" (CHANGEDSINCE ", Answers("@@ OK done"))]),
    (&["unchangedsince"], &[Lie(" (UNCHANGEDSINCE ", Answers("@@ OK done"))]),
    (&["qresync"], &[Lie(" (QRESYNC ", Hides("* VANISHED"))]),
    (&["savedate"], &[Lie("SAVEDATE", Says("SAVEDATE \"", "SAVEDATE \"x"))]),
    (&["preview"], &[Lie("PREVIEW", Says("hello", "aGVsb"))]),
    (&["objectid"], &[Lie("", Promises("OBJECTID")), Lie("EMAILID", Answers("@@ BAD no such item"))]),
    (&["acl"], &[Lie("", Promises("ACL")), Lie(" MYRIGHTS ", Answers("* MYRIGHTS x l\r\n@@ OK done"))]),
    (&["quota"], &[Lie("", Promises("QUOTA")), Lie(" GETQUOTAROOT ", Answers("* QUOTAROOT x r\r\n@@ OK done"))]),
    (&["metadata"], &[Lie("", Promises("METADATA")), Lie("ETMETADATA ", Answers("@@ OK done"))]),
];

/// Nothing is kept here for long.
const NO_FSYNC: &str = "mail_fsync = never\n";

fn dovecot() -> Dovecot {
    Dovecot::start(&Options { extra: NO_FSYNC, ..Options::default() })
}

fn doctor(port: u16, args: &[&str]) -> Mailtool {
    doctor_of(ALICIA.0, port, args)
}

fn doctor_of(user: &str, port: u16, args: &[&str]) -> Mailtool {
    let login = ["-u", user, "--password-env", "SECRET", "--auth", "plain", "--timeout", "3", "-q"];
    Mailtool::new(["imap", "doctor", "-s", &format!("imap://127.0.0.1:{port}")])
        .args(login)
        .args(args)
        .env("SECRET", ALICIA.1)
        .limit(Duration::from_secs(60))
}

/// What the checks came to, by name.
fn verdicts(outcome: &Outcome) -> BTreeMap<String, String> {
    outcome.field("check").into_iter().zip(outcome.field("verdict")).collect()
}

/// The mailboxes that are there.
fn mailboxes(port: u16) -> Vec<String> {
    mailboxes_of(ALICIA.0, port)
}

fn mailboxes_of(user: &str, port: u16) -> Vec<String> {
    let args = ["imap", "list", "--json", "-q", "-s", &format!("imap://127.0.0.1:{port}"), "-u", user];
    let list = Mailtool::new(args).args(["--password-env", "SECRET"]).env("SECRET", ALICIA.1).run();
    list.expect(0).field("mailbox")
}

#[test]
fn dovecot_tells_the_truth() {
    or_skip!(peers::dovecot::need());
    let dovecot = dovecot();
    let outcome = doctor(dovecot.imap, &["--json"]).run().expect(0);
    let absent = ["special-use", "appendlimit", "literal-", "objectid", "acl", "quota", "metadata"];
    for (check, verdict) in verdicts(&outcome) {
        let expected = if absent.contains(&check.as_str()) { "absent" } else { "ok" };
        assert_eq!(verdict, expected, "{check}: {outcome}");
    }
    assert_eq!(mailboxes(dovecot.imap), ["INBOX"]);
    // What is not advertised can be tried too; Dovecot knows a LITERAL-.
    let outcome = doctor(dovecot.imap, &["--all", "literal-", "appendlimit"]).run().expect(0);
    outcome.says(&["literal-        no          ok", "appendlimit     no          not tried"]);
}

#[test]
fn each_liar_is_caught_and_only_at_its_lie() {
    or_skip!(peers::dovecot::need());
    let users = ["uno", "dos", "tres", "cuatro", "cinco", "seis"];
    let accounts = users.map(|user| (user, ALICIA.1)).to_vec();
    let dovecot = Dovecot::start(&Options { users: accounts, extra: NO_FSYNC, ..Options::default() });
    let next = AtomicUsize::new(0);
    let work = &|user| {
        while let Some((expected, lies)) = LIARS.get(next.fetch_add(1, Ordering::Relaxed)) {
            let liar = Liar::start(dovecot.imap, lies);
            let outcome = doctor_of(user, liar.port, &["--json"]).run();
            let verdicts = verdicts(&outcome);
            let caught = verdicts.iter().filter(|(_, verdict)| *verdict == "lies").map(|(check, _)| check.as_str());
            let expected: BTreeSet<&str> = expected.iter().copied().collect();
            assert_eq!(caught.collect::<BTreeSet<_>>(), expected, "{lies:?}: {outcome}");
            let outcome = outcome.expect(1);
            assert_eq!(mailboxes_of(user, dovecot.imap), ["INBOX"], "{lies:?}: {outcome}");
        }
    };
    scope(|scope| {
        for user in users {
            scope.spawn(move || work(user));
        }
    });
    // Every check has somebody who is caught by it.
    let all = Mailtool::new(["imap", "doctor", "--list", "--json", "-q"]).run().expect(0).field("check");
    let uncaught: Vec<&String> =
        all.iter().filter(|check| !LIARS.iter().any(|(caught, _)| caught.contains(&check.as_str()))).collect();
    assert!(uncaught.is_empty(), "{uncaught:?}");
}

#[test]
fn what_is_only_read_stays_as_it_is() {
    or_skip!(peers::dovecot::need());
    let dovecot = dovecot();
    dovecot.put(ALICIA.0, ["uno", "dos"].map(|subject| message(subject, "hola").replace("\r\n", "\n")));
    let tap = Tap::start(dovecot.imap);
    let outcome = doctor(tap.port, &["--read-only", "--json"]).run().expect(0);
    let verdicts = verdicts(&outcome);
    for check in ["size", "partial", "descending", "esearch", "searchres", "list-status", "status"] {
        assert_eq!(verdicts[check], "ok", "{check}: {outcome}");
    }
    for check in ["idle", "appenduid", "move", "condstore", "flags"] {
        assert_eq!(verdicts[check], "not tried", "{check}: {outcome}");
    }
    assert!(outcome.out().contains("it would write"), "{outcome}");
    let said = String::from_utf8_lossy(&tap.client()).into_owned();
    for verb in [" CREATE ", " DELETE ", " APPEND ", " STORE ", " COPY ", " MOVE ", " EXPUNGE", " SELECT ", " BODY[]"] {
        assert!(!said.contains(verb), "{verb}: {said}");
    }
    // An empty mailbox, and one that is not there.
    dovecot.put("pepe", Vec::<String>::new());
    let other = Dovecot::start(&Options::default());
    let outcome = doctor(other.imap, &["--read-only", "size"]).run().expect(0);
    outcome.says(&["not tried", "there are no messages in the mailbox"]);
    doctor(other.imap, &["--read-only", "-m", "nowhere"]).run().expect(67);
}

#[test]
fn nothing_is_left_behind() {
    or_skip!(peers::dovecot::need());
    let dovecot = dovecot();
    // Whatever fails on the way is deleted all the same.
    let dies = Liar::start(dovecot.imap, &[Lie("BODY.PEEK[]", HangsUp), Lie(" STORE ", HangsUp)]);
    let outcome = doctor(dies.port, &["--json"]).run().expect(1);
    let verdicts = verdicts(&outcome);
    assert_eq!((verdicts["octets"].as_str(), verdicts["esearch"].as_str()), ("lies", "ok"), "{outcome}");
    assert_eq!(mailboxes(dovecot.imap), ["INBOX"]);
    // So it is when the user ends it.
    let deaf = Liar::start(dovecot.imap, &[Lie(" IDLE", Hides(" EXISTS"))]);
    let outcome = doctor(deaf.port, &["idle", "--timeout", "30"]).interrupted(Duration::from_secs(2)).run();
    assert!(outcome.elapsed < Duration::from_secs(20), "{outcome}");
    assert_eq!(mailboxes(dovecot.imap), ["INBOX"]);
    // A second mailbox that cannot be made ends it, and takes the first with it.
    let mean = Liar::start(dovecot.imap, &[Lie("-2", Answers("@@ NO [OVERQUOTA] no more"))]);
    doctor(mean.port, &["idle"]).run().says(&["[OVERQUOTA]"]);
    assert_eq!(mailboxes(dovecot.imap), ["INBOX"]);
    // What cannot be deleted is named.
    let keeps = Liar::start(dovecot.imap, &[Lie(" DELETE ", Answers("@@ NO [INUSE] no"))]);
    let outcome = doctor(keeps.port, &["search"]).run().expect(75);
    let pretends = Liar::start(dovecot.imap, &[Lie(" DELETE ", Answers("@@ OK done"))]);
    doctor(pretends.port, &["search"]).run().expect(75).says(&["not deleted: mailtool-doctor-"]);
    let left: Vec<String> = mailboxes(dovecot.imap).into_iter().filter(|name| name != "INBOX").collect();
    assert_eq!(left.len(), 4);
    let named: Vec<&String> = left.iter().filter(|name| outcome.err().contains(*name)).collect();
    assert_eq!(named.len(), 2, "{left:?} {outcome}");
}

#[test]
fn names_of_checks() {
    let listed = Mailtool::new(["imap", "doctor", "--list", "-q"]).run().expect(0);
    listed.says(&["condstore (CONDSTORE, QRESYNC; writes)", "RFC 2177 §3"]);
    Mailtool::new(["imap", "doctor", "-s", "imap://127.0.0.1:9", "-u", "x", "nothing"]).run().expect(64);
}
