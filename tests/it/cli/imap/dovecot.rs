//! What only reads, against Dovecot, over every way and with every mechanism that it has; curl says what is there.

use super::{World, need};
use crate::cli::Mailtool;
use crate::peers::dovecot::{Dovecot, STRANGER};
use crate::peers::{self, or_skip};

#[test]
fn every_way_and_every_mechanism() {
    or_skip!(need());
    let world = World::new();
    let Dovecot { imap, imaps, .. } = world.dovecot;
    world.at(&format!("imaps://127.0.0.1:{imaps}"), &["status"]).expect(0).says(&["verified"]);
    let clear = format!("imap://127.0.0.1:{imap}");
    let outcome = world.at(&clear, &["status", "--tls", "starttls"]).expect(0).says(&["verified"]);
    assert!(outcome.err().contains("C: a1 STARTTLS") && outcome.err().contains("C~ a2 CAPABILITY"), "{outcome}");
    for mechanism in ["plain", "login", "cram-md5", "digest-md5", "scram-sha-1", "scram-sha-256"] {
        let outcome = world.at(&clear, &["status", "--tls", "starttls", "--auth", mechanism]).expect(0);
        assert!(
            outcome.err().contains(&format!("AUTHENTICATE {}", mechanism.to_uppercase())),
            "{mechanism}: {outcome}"
        );
    }
    world.at(&clear, &["status", "--tls", "starttls", "--sni", "other.test"]).expect(77).says(&["certificate"]);
    let stranger = format!("imaps://{STRANGER}:{imaps}");
    world.at(&stranger, &["status"]).expect(77).says(&["certificate"]);
    world.at(&stranger, &["status", "--insecure"]).expect(0);
    let wrong = Mailtool::new(["imap", "-s", &clear, "-u", "alicia", "--password-env", "SECRET", "status"]);
    wrong.env("SECRET", "wrong").run().expect(77).says(&["AUTHENTICATIONFAILED"]);
}

#[test]
fn the_server() {
    or_skip!(need());
    let world = World::new();
    let caps = world.json(&["caps"]);
    let uidplus = caps.json().into_iter().find(|row| row["capability"] == "UIDPLUS").expect("UIDPLUS");
    assert!(uidplus["rfc"].as_str().is_some_and(|rfc| rfc.starts_with("RFC ")), "{uidplus}");
    assert_eq!(world.json(&["id"]).field("name"), ["Dovecot"]);
    assert_eq!(world.json(&["id", "--say", "name=\"x\" \\"]).field("name"), ["Dovecot"]);
    let spaces = world.json(&["namespace"]);
    assert_eq!((spaces.field("kind"), spaces.field("delimiter")), (vec!["personal".into()], vec!["/".into()]));
    // Whoever is not named does not log in, and a mailbox needs somebody who does.
    let url = format!("imap://127.0.0.1:{}", world.dovecot.imap);
    Mailtool::new(["imap", "-s", &url, "caps", "-q"]).run().expect(0).says(&["AUTH=PLAIN"]);
    Mailtool::new(["imap", "-s", &url, "list", "-q"]).run().expect(64).says(&["--user"]);
    world.imap(&["raw", "NOOP", "-q"]).expect(0).says(&["OK NOOP"]);
    world.imap(&["raw", "IDLE", "-q"]).expect(0).says(&["+ idling", "OK Idle"]);
    world.imap(&["raw", "UID FETCH 1 (FLAGS)", "--select", "-q"]).expect(0).says(&["* 1 FETCH (UID 1"]);
    world.imap(&["raw", "NONSENSE"]).expect(64);
    for line in ["STARTTLS", "x {3}", "a\nb"] {
        world.imap(&["raw", line]).expect(64);
    }
}

#[test]
fn searching() {
    or_skip!(need());
    let world = World::new();
    assert_eq!(world.json(&["search", "--keys", "ALL"]).field("uid"), ["1", "2", "3"]);
    assert_eq!(world.json(&["search", "--keys", "SUBJECT \"adiós\""]).field("uid"), ["2"]);
    assert_eq!(world.json(&["search", "--keys", "OR SUBJECT uno (LARGER 300 NOT SEEN)"]).field("uid"), ["1", "3"]);
    assert_eq!(world.json(&["search", "--keys", "UID 2:*", "--count"]).field("count"), ["2"]);
    world.imap(&["search", "--keys", "FLAGGED"]).expect(1);
    world.imap(&["search", "--keys", "NONSENSE"]).expect(64);
    for keys in ["(ALL", "SUBJECT ñ", "ALL\r\na9 DELETE x", "FROM {3}", "\""] {
        world.imap(&["search", "--keys", keys]).expect(64);
    }
}

#[test]
fn sorting_and_threads() {
    or_skip!(need());
    let answer = |id: &str, to: &str, subject: &str| {
        let to = if to.is_empty() { String::new() } else { format!("References: <{to}@x>\r\n") };
        format!("From: b@x.test\r\nSubject: {subject}\r\nMessage-ID: <{id}@x>\r\n{to}\r\nhola\r\n")
    };
    let messages = vec![
        answer("1", "", "zeta"),
        answer("2", "1", "Re: zeta"),
        answer("3", "", "alpha"),
        answer("4", "2", "Re: zeta"),
    ];
    let world = World::with("", messages);
    assert_eq!(world.json(&["sort", "subject,-arrival"]).field("uid")[0], "3");
    assert_eq!(world.json(&["sort", "-arrival", "--keys", "SUBJECT zeta"]).field("uid").len(), 3);
    world.imap(&["sort", "colour"]).expect(64);
    world.imap(&["sort", "date", "--keys", "FLAGGED"]).expect(1);
    let threads = world.json(&["thread"]);
    assert_eq!(
        (threads.field("uid"), threads.field("depth")),
        (vec!["1".into(), "2".into(), "4".into(), "3".into()], vec!["0".into(), "1".into(), "2".into(), "0".into()])
    );
    world.imap(&["thread", "-q"]).expect(0).says(&["1\n  2\n    4\n3"]);
}

#[test]
fn tables_and_selections() {
    or_skip!(need());
    let world = World::new();
    let all = world.json(&["fetch", "all"]);
    assert_eq!(all.field("uid"), ["1", "2", "3"]);
    let sizes: Vec<String> = world.messages.iter().map(|message| message.len().to_string()).collect();
    assert_eq!(all.field("size"), sizes);
    assert_eq!(all.json()[1]["envelope"]["subject"], "adiós");
    assert_eq!(all.json()[1]["envelope"]["date"], "Mon, 23 Nov 2026 07:00:00 +0000");
    for (selection, uids) in [
        (&["2,1"][..], &["1", "2"][..]),
        (&["last"], &["3"]),
        (&["last:2"], &["2", "3"]),
        (&["3:1"], &["1", "2", "3"]),
        (&["2:4294967295"], &["2", "3"]),
        (&["*"], &["3"]),
        (&["1", "last"], &["1", "3"]),
        (&["2", "--seq"], &["2"]),
        (&["2:99", "--seq"], &["2", "3"]),
    ] {
        assert_eq!(world.json(&[&["fetch"], selection].concat()).field("uid"), uids, "{selection:?}");
    }
    for (selection, code) in [("9", 1), ("1,9", 3), ("7:8", 1), ("7:*", 1), ("x", 64), ("0", 64), ("1-3", 64)] {
        world.imap(&["fetch", selection]).expect(code);
    }
    world.imap(&["fetch", "all", "-q"]).expect(0).says(&["SUBJECT", "adiós", "2026-11-23 07:00"]);
    world.imap(&["fetch", "1", "--flags", "-q"]).expect(0).says(&["UID  FLAGS"]);
    let known = world.json(&["fetch", "1", "--items", "(UID MODSEQ RFC822.SIZE)"]);
    assert!(known.json()[0]["modseq"].is_u64() && known.field("size") == sizes[..1], "{known}");
    // --json may stand before the verb.
    assert_eq!(world.json(&["fetch", "3", "--structure"]).json()[0]["structure"]["subtype"], "mixed");
    world.imap(&["fetch", "3", "--structure"]).expect(64).says(&["--json"]);
    let structure = world.json(&["structure", "3"]);
    assert_eq!(structure.field("path"), ["", "1", "2", "3"]);
    assert_eq!(structure.json()[2]["name"], "../../añe.pdf");
    // Nothing of all this has made a message seen.
    assert_eq!(world.json(&["search", "--keys", "UNSEEN", "--count"]).field("count"), ["3"]);
}

/// What imaplib is asked; a line for each answer.
const IMAPLIB: &str = "
import imaplib, sys
imap = imaplib.IMAP4('127.0.0.1', int(sys.argv[1]))
imap.login('alicia', sys.argv[2])
imap.select('INBOX', readonly=True)
print(' '.join(uid.decode() for uid in imap.uid('SEARCH', 'ALL')[1]))
for uid in sys.argv[3:]:
    answer = imap.uid('FETCH', uid, '(FLAGS BODY.PEEK[])')[1]
    print(answer[0][1].hex())
imap.logout()
";

#[test]
fn imaplib_sees_the_same() {
    or_skip!(need(), peers::need(&["python3"]));
    let world = World::new();
    let (port, password) = (world.dovecot.imap.to_string(), crate::peers::dovecot::ALICIA.1);
    let output = peers::run("python3", &["-c", IMAPLIB, &port, password, "1", "2", "3"], b"");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let said = String::from_utf8(output.stdout).expect("text");
    let mut lines = said.lines();
    assert_eq!(lines.next().map(str::to_owned), Some(world.json(&["search", "--keys", "ALL"]).field("uid").join(" ")));
    for (uid, theirs) in ["1", "2", "3"].into_iter().zip(lines) {
        let ours = world.imap(&["fetch", uid, "--full", "-q"]).expect(0).stdout;
        let ours: String = ours.iter().map(|octet| format!("{octet:02x}")).collect();
        assert_eq!(ours, theirs, "{uid}");
    }
}
