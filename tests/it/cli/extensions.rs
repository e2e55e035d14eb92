//! `mailtool send` and what it may ask of a server beyond delivery: reports by Postfix, and free parameters.

use super::Mailtool;
use crate::mock::{Server, Smtp};
use crate::peers::dovecot::{self, ALICIA, Dovecot, PEPE};
use crate::peers::postfix::{self, Postfix};
use crate::peers::{fetch, or_skip};

const PEOPLE: [&str; 6] =
    ["--from", "alicia@example.test", "--to", "pepe@example.test", "--to", "alicia+x=1@example.test"];

/// What a server with this offer hears, and how it ends.
fn heard(offers: &[&str], args: &[&str], code: i32) -> (Vec<String>, String) {
    let server = Server::smtp(Smtp::offering(offers));
    let outcome = Mailtool::send(&server.address(), PEOPLE).args(args).run().expect(code);
    (server.finish_one().lines(), outcome.err())
}

#[test]
fn a_report_comes_back_with_the_mark_of_the_sender() {
    or_skip!(postfix::need().and(dovecot::need()).and(fetch::need()));
    let dovecot = Dovecot::start(&dovecot::Options::default());
    let postfix = Postfix::start(&postfix::Options { dovecot: Some(&dovecot), ..Default::default() });
    let args = ["--from", "alicia@example.test", "--to", "pepe@example.test", "--to", "nadie@example.test"];
    let reports = [
        "--dsn",
        "notify=success,failure,ret=hdrs,envid=QQ 314+159",
        "--dsn",
        "rcpt=pepe@example.test,orcpt=old@x.test",
    ];
    let send = Mailtool::send(&format!("127.0.0.1:{}", postfix.smtp), args).args(reports);
    let outcome = send.args(["--explain", "--subject", "hola"]).run().expect(3);
    for text in [
        " RET=HDRS ENVID=QQ+20314+2B159",
        "C: RCPT TO:<pepe@example.test> NOTIFY=SUCCESS,FAILURE ORCPT=rfc822;old@x.test",
        "C: RCPT TO:<nadie@example.test> NOTIFY=SUCCESS,FAILURE ORCPT=rfc822;nadie@example.test",
        "| DSN: the client can ask",
        ": the sender's own mark for this envelope",
    ] {
        assert!(outcome.err().contains(text), "{text}: {outcome}");
    }
    assert_eq!(fetch::imap_arrived(dovecot.imap, PEPE.0, PEPE.1, 1).len(), 1);
    let report = fetch::imap_arrived(dovecot.imap, ALICIA.0, ALICIA.1, 1).remove(0);
    let report = String::from_utf8_lossy(&report);
    for field in ["Original-Envelope-Id: QQ 314+159", "Original-Recipient: rfc822;old@x.test", "Status: 2.0.0"] {
        assert!(report.contains(field), "{field}: {report}");
    }
    assert!(report.contains("Content-Type: text/rfc822-headers") && report.contains("Subject: hola"), "{report}");
}

#[test]
fn each_recipient_may_have_another_report() {
    let never = ["--dsn", "ret=full,notify=delay", "--dsn", "rcpt=pepe@example.test,notify=never"];
    for offers in [&["PIPELINING", "DSN"][..], &["DSN"]] {
        let (lines, err) = heard(offers, &never, 0);
        assert!(lines.contains(&"MAIL FROM:<alicia@example.test> RET=FULL".to_owned()), "{lines:?}");
        let rcpt = "RCPT TO:<pepe@example.test> NOTIFY=NEVER ORCPT=rfc822;pepe@example.test";
        assert!(lines.contains(&rcpt.to_owned()), "{lines:?}");
        let rcpt = "RCPT TO:<alicia+x=1@example.test> NOTIFY=DELAY ORCPT=rfc822;alicia+2Bx+3D1@example.test";
        assert!(lines.contains(&rcpt.to_owned()), "{lines:?}");
        assert!(!err.contains("\n!"), "{err}");
    }
    let (lines, err) = heard(&["PIPELINING"], &never, 0);
    assert!(lines.contains(&"MAIL FROM:<alicia@example.test>".to_owned()), "{lines:?}");
    assert!(err.contains("! the server does not offer DSN (RFC 3461)"), "{err}");
}

#[test]
fn free_parameters_go_as_they_are() {
    let free = ["--mail-param", "XVERP=-=", "--mail-param", "size=7", "--rcpt-param", "CONPERM"];
    let told = |err: &str, keyword: &str| err.contains(&format!(" {keyword}, which belongs to nothing"));
    let (lines, err) = heard(&["SIZE", "XVERP"], &["--mail-param", "xverp", "--mail-param", "size=7"], 0);
    assert!(lines.contains(&"MAIL FROM:<alicia@example.test> XVERP SIZE=7".to_owned()), "{lines:?}");
    assert!(!told(&err, "XVERP") && !told(&err, "SIZE"), "{err}");
    let (lines, err) = heard(&["PIPELINING"], &free[2..], 0);
    assert!(lines.contains(&"RCPT TO:<pepe@example.test> CONPERM".to_owned()), "{lines:?}");
    assert!(told(&err, "SIZE") && told(&err, "CONPERM"), "{err}");
    let outcome = Mailtool::send("127.0.0.1:1", PEOPLE).args(free).run().expect(64);
    outcome.says(&["--mail-param"]);
}

#[test]
fn what_makes_no_sense_is_said_before_anybody_is_called() {
    for (flag, value, word) in [
        ("--dsn", "notify=never,success", "stands alone"),
        ("--dsn", "notify=always", "success, failure, delay"),
        ("--dsn", "ret=some", "full or hdrs"),
        ("--dsn", "envid=ñ", "printable"),
        ("--dsn", "full", "neither"),
        ("--dsn", "orcpt=a@b.test", "neither"),
        ("--dsn", "rcpt=pepe", "--dsn rcpt"),
        ("--dsn", "rcpt=pepe@b.test,ret=full", "hold for the letter"),
        ("--dsn", "rcpt=otra@b.test,notify=never", "no recipient of this letter"),
        ("--rcpt-param", "A B", "KEYWORD[=VALUE]"),
        ("--mail-param", "A=1\r\nRSET", "KEYWORD[=VALUE]"),
    ] {
        Mailtool::send("127.0.0.1:1", PEOPLE).args([flag, value]).run().expect(64).says(&[word]);
    }
}
