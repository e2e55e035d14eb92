//! Names without a domain, in header and envelope, and fields that no originator sends.

use super::{Home, LETTER, PROGRAM, envelope, last, serve};
use crate::cli::{Mailtool, Outcome, Serve};
use crate::mock::{Server, Smtp};

/// What stands in it, before the fields that are added.
const HEADER: &str = "From: root (Cron Daemon)\r\nSender: \"the\r\n daemon\" <daemon>\r\nReply-To: first.last\r\n\
    To: root,\r\n\tpepe (his \\) name),\r\n Bego <bego@example.test>\r\ncc : team: root, <pepe>;,\r\n ana@example.test\r\n\
    Resent-From: daemon\r\nResent-Sender: daemon\r\nResent-To: root\r\nResent-Cc: pepe\r\nX-To: root\r\nSubject: root,\r\n pepe\r\n";

/// The same completed.
const COMPLETED: &str = "From: root@work.test (Cron Daemon)\r\nSender: \"the\r\n daemon\" <daemon@work.test>\r\n\
    Reply-To: first.last@work.test\r\nTo: root@work.test,\r\n\tpepe@work.test (his \\) name),\r\n Bego <bego@example.test>\r\n\
    cc : team: root@work.test, <pepe@work.test>;,\r\n ana@example.test\r\nResent-From: daemon@work.test\r\n\
    Resent-Sender: daemon@work.test\r\nResent-To: root@work.test\r\nResent-Cc: pepe@work.test\r\nX-To: root\r\n\
    Subject: root,\r\n pepe\r\n";

#[test]
fn the_header_has_a_domain_for_each() {
    let serve = serve();
    let home = Home::new(serve.port());
    for end in ["\n", "\r\n"] {
        let letter = format!("{HEADER}\r\nTo: root\r\n").replace("\r\n", end);
        home.sendmail(&["-i", "root"], &letter).expect(0);
        let message = last(&serve);
        let (added, rest) = message.split_at(message.find("From:").expect("a field"));
        assert_eq!(rest, format!("{COMPLETED}\r\nTo: root\r\n"), "{end:?}");
        assert!(added.lines().all(|line| line.starts_with("Date: ") || line.starts_with("Message-ID: ")), "{added}");
        // Who local names in the account is a matter of the envelope.
        assert_eq!(envelope(&serve).1, ["admin@work.test"]);
    }
    // Nothing but the letter itself where nothing lacks.
    home.sendmail(&["-i", "pepe@example.test"], LETTER).expect(0);
    assert_eq!(last(&serve), LETTER.replace("Bcc: eve@example.test\n", "").replace('\n', "\r\n"));
    // What is no name, or might be another one, stays.
    let odd =
        "From: a@work.test\nTo: undisclosed-recipients:;\nCc: Pepe Root, root\nReply-To: pepe <root\nSender: |x\n";
    home.sendmail(&["-i", "pepe@example.test"], &format!("{odd}\nx\n")).expect(0);
    assert!(
        last(&serve)
            .contains(&odd.replace("Cc: Pepe Root, root\n", "Cc: Pepe Root, root@work.test\n").replace('\n', "\r\n"))
    );
}

#[test]
fn the_header_of_smtp_too() {
    let serve = serve();
    let home = Home::new(serve.port());
    let lines = "EHLO me\nMAIL FROM:<alicia@work.test>\nRCPT TO:<root>\nRCPT TO:<|/bin/sh>\nRCPT TO:</etc/passwd>\nDATA\n\
        Return-Path: <old@x.test>\nFrom: root (Cron Daemon)\nTo: root\n\nx\n.\nQUIT\n";
    let outcome = home.sendmail(&["-bs"], &lines.replace('\n', "\r\n")).expect(0);
    assert_eq!(outcome.out().matches("\n553 5.1.3 ").count(), 2, "{outcome}");
    assert!(last(&serve).contains("From: root@work.test (Cron Daemon)\r\nTo: root@work.test\r\n\r\nx\r\n"));
    assert!(!last(&serve).contains("Return-Path"));
    assert_eq!(envelope(&serve).1, ["admin@work.test"]);
}

#[test]
fn a_domain_beyond_ascii_is_written_in_ascii() {
    let server = Server::smtp(Smtp::offering(&[]));
    let home = Home::with("default = \"a\"\n[account.a]\nfrom = \"a@español.test\"\n");
    let args = ["--server", &server.address(), "-f", "a@work.test", "pepe@example.test"];
    home.sendmail(&args, "From: a@work.test\nTo: root\n\nx\n").expect(0);
    assert!(server.finish_one().text().contains("To: root@xn--espaol-zwa.test\r\n"));
}

#[test]
fn what_is_no_name_is_not_delivered_to_whom_local_names() {
    let serve = serve();
    let home = Home::new(serve.port());
    let odd = [
        "|/bin/sh",
        "/etc/passwd",
        "-f",
        ":include:/etc/list",
        "Pepe Root",
        "\"root\"",
        "\\root",
        "root,|x",
        ": root",
        "a..b",
    ];
    for name in odd {
        let outcome = home.sendmail(&["-i", "--", name], LETTER).expect(64);
        assert!(outcome.err().lines().count() == 1, "{name}: {outcome}");
        let letter = format!("From: a@work.test\nTo: {name}\n\nx\n");
        home.sendmail(&["-i", "-t"], &letter).expect(65);
        home.sendmail(&["-i", "-f", &format!("<{name}>"), "root"], LETTER).expect(64);
    }
    assert!(serve.messages().is_empty());
    for name in ["root", "first.last", "o'brien", "pepe+x", "www-data", "_apt", "MAILER-DAEMON", "josé"] {
        home.sendmail(&["-i", name], LETTER).expect(0);
        assert_eq!(envelope(&serve).1, ["admin@work.test"], "{name}");
    }
}

#[test]
fn an_originator_sends_no_return_path() {
    let old = format!("return-path : <old@x.test>,\n folded\nContent-length: 17\n{LETTER}");
    let expected = LETTER.replace("Bcc: eve@example.test\n", "").replace('\n', "\r\n");
    let serve = serve();
    let home = Home::new(serve.port());
    home.sendmail(&["-i", "-t"], &old).expect(0);
    assert_eq!(last(&serve), expected);
    assert_eq!(envelope(&serve).0, "alicia@work.test");
    // Whoever has a ready letter sent has it sent.
    let file = home.0.file("letter.eml", old.replace('\n', "\r\n"));
    let catcher = Serve::start(&["--json"]);
    let server = format!("127.0.0.1:{}", catcher.port());
    let outcome: Outcome = Mailtool::send(&server, ["--eml", &file]).run().expect(0);
    assert!(!outcome.err().contains("Return-Path is"), "{outcome}");
    assert_eq!(last(&catcher), old.replace("Bcc: eve@example.test\n", "").replace('\n', "\r\n"));
    assert!(home.run(PROGRAM, &["sendmail", "--help"], "").stdout.windows(11).any(|window| window == b"Return-Path"));
}
