//! `mailtool send` over LMTP, into the mailboxes of Dovecot.

use super::{Mailtool, Room, Serve};
use crate::peers::dovecot::{self, ALICIA, Dovecot, PEPE};
use crate::peers::{fetch, or_skip};

const LETTER: &str = "From: a@example.test\r\nTo: b@example.test\r\nSubject: hola\r\n\r\n.uno\r\n";

#[test]
fn into_mailboxes() {
    or_skip!(dovecot::need().and(fetch::need()));
    let dovecot = Dovecot::start(&dovecot::Options::default());
    let room = Room::new();
    let letter = room.file("letter.eml", LETTER);
    let args = ["--eml", &letter, "--mail-from", "<>", "--rcpt", "alicia@example.test", "--rcpt", "nadie@example.test"];
    let url = format!("lmtp://127.0.0.1:{}", dovecot.lmtp);
    let outcome =
        Mailtool::send(&url, args).args(["--rcpt", "pepe@example.test", "--json", "--explain"]).run().expect(3);
    assert_eq!(outcome.field("status"), ["delivered", "refused", "delivered"]);
    assert_eq!(outcome.field("enhanced"), ["2.0.0", "5.1.1", "2.0.0"]);
    for text in
        ["C: LHLO ", "the EHLO of LMTP", "S: 250 2.0.0 <alicia@example.test>", "S: 250 2.0.0 <pepe@example.test>"]
    {
        assert!(outcome.err().contains(text), "{text}: {outcome}");
    }
    assert!(!outcome.err().contains("\n!"), "{outcome}");
    for (user, password) in [ALICIA, PEPE] {
        let messages = fetch::imap_arrived(dovecot.imap, user, password, 1);
        assert!(messages[0].ends_with(LETTER.as_bytes()), "{:?}", String::from_utf8_lossy(&messages[0]));
    }
    let socket = format!("unix:{}", dovecot.socket("lmtp").display());
    Mailtool::send(&socket, args).args(["--protocol", "lmtp", "-q"]).run().expect(3);
    assert_eq!(fetch::imap_arrived(dovecot.imap, ALICIA.0, ALICIA.1, 2).len(), 2);
}

#[test]
fn a_script_hears_every_answer() {
    or_skip!(dovecot::need().and(fetch::need()));
    let dovecot = Dovecot::start(&dovecot::Options::default());
    let people = "RCPT TO:<alicia@example.test>\nRCPT TO:<nadie@example.test>\nRCPT TO:<pepe@example.test>\n";
    let letter = format!("MAIL FROM:<>\n{people}DATA\nSubject: x\n\nx\n.\n");
    let script = format!("LHLO x\n{letter}{letter}NOOP\nQUIT\n");
    let url = format!("lmtp://127.0.0.1:{}", dovecot.lmtp);
    let outcome = Mailtool::new(["talk", &url, "-"]).stdin(script).run().expect(67);
    assert_eq!(outcome.out().matches("Saved\n").count(), 4, "{outcome}");
    assert!(outcome.out().contains("\n221 ") && !outcome.err().contains("\n!"), "{outcome}");
    assert_eq!(fetch::imap_arrived(dovecot.imap, PEPE.0, PEPE.1, 2).len(), 2);
}

#[test]
fn many_over_one_connection() {
    or_skip!(dovecot::need().and(fetch::need()));
    let dovecot = Dovecot::start(&dovecot::Options::default());
    let room = Room::new();
    let mbox: String =
        (0..20).map(|n| format!("From a@b Mon Nov 23 10:00:00 2026\nFrom: a@b.test\nSubject: {n}\n\nx\n\n")).collect();
    let mbox = room.file("mbox", mbox);
    let url = format!("lmtp://127.0.0.1:{}", dovecot.lmtp);
    let args = ["--mbox", &mbox, "--rcpt", "alicia@example.test", "--rcpt", "pepe@example.test", "--json", "-q"];
    let outcome = Mailtool::send(&url, args).run().expect(0);
    assert_eq!(outcome.field("status"), vec!["delivered"; 40]);
    assert_eq!(fetch::imap_arrived(dovecot.imap, PEPE.0, PEPE.1, 20).len(), 20);
}

#[test]
fn who_speaks_the_other_one_is_told() {
    or_skip!(dovecot::need());
    let dovecot = Dovecot::start(&dovecot::Options::default());
    let lmtp = format!("127.0.0.1:{}", dovecot.lmtp);
    Mailtool::letter(&lmtp).args(["-q"]).run().expect(69).says(&["--protocol lmtp"]);
    let serve = Serve::start(&[]);
    let url = format!("lmtp://{}", serve.address("smtp"));
    Mailtool::letter(&url).run().expect(69).says(&["--protocol smtp"]);
}

#[test]
fn what_makes_no_sense() {
    let send = |url: &str, more: &[&str]| {
        Mailtool::send(url, ["--from", "a@b.test", "--to", "c@d.test"]).args(more).run().expect(64)
    };
    send("smtp://127.0.0.1:1", &["--protocol", "lmtp"]).says(&["--protocol"]);
    send("lmtp://127.0.0.1:1", &["--protocol", "smtp"]).says(&["--protocol"]);
    send("lmtp://127.0.0.1:1", &["--legacy-helo"]).says(&["LHLO"]);
    let direct = ["send", "--protocol", "lmtp", "--from", "a@b.test", "--to", "c@d.test"];
    Mailtool::new(direct).run().expect(64).says(&["--server"]);
}
