//! STARTTLS and logins at servers that lie, refuse or lack something.

use super::{PASSWORD, asked, imap};
use crate::cli::encoding::base64;
use crate::mock::imap::{CREDENTIALS, GREETING};
use crate::mock::{Imap, Server, Step};

#[test]
fn login_is_the_last_resort() {
    let outcome = asked(Imap::offering("AUTH=GSSAPI"), &["status"]).expect(0);
    assert!(outcome.err().contains("C: a1 LOGIN pepe ••••"), "{outcome}");
    let outcome = asked(Imap::offering("AUTH=PLAIN"), &["status"]).expect(0);
    assert!(outcome.err().contains("C: a1 AUTHENTICATE PLAIN\n"), "{outcome}");
    let outcome = asked(Imap::offering("AUTH=PLAIN SASL-IR"), &["status"]).expect(0);
    assert!(outcome.err().contains("C: a1 AUTHENTICATE PLAIN ••••"), "{outcome}");
    for offers in ["LOGINDISABLED", "LOGINDISABLED STARTTLS", "LOGINDISABLED AUTH=GSSAPI"] {
        let server = Server::imap(Imap::offering(offers));
        imap(&server, &["status"]).run().expect(77).says(&["LOGINDISABLED"]);
        assert!(!server.finish_one().text().contains(PASSWORD), "{offers}");
    }
    // A password that no quoted string can hold.
    let server = Server::imap(Imap::offering(""));
    imap(&server, &["status"]).env("SECRET", "contraseña").run().expect(0);
    assert!(server.finish_one().text().contains("LOGIN pepe {11}\r\ncontraseña\r\n"));
}

#[test]
fn sasl_ir_that_is_not_understood() {
    let rules = Imap::offering("AUTH=PLAIN SASL-IR").once("AUTHENTICATE", "@@ BAD what?").on("AUTHENTICATE", "+ ");
    let outcome = asked(rules, &["status"]).expect(0).says(&["once more in two steps"]);
    assert!(outcome.err().contains("C: a2 AUTHENTICATE PLAIN\n"), "{outcome}");
    let rules = Imap::offering("AUTH=PLAIN SASL-IR").on("AUTHENTICATE", "@@ NO [AUTHENTICATIONFAILED] no");
    let server = Server::imap(rules);
    imap(&server, &["status"]).run().expect(77);
    assert_eq!(server.finish_one().text().matches("AUTHENTICATE").count(), 1, "a password that is wrong is said once");
}

#[test]
fn refusals_by_their_codes() {
    for (code, exit) in [
        ("[AUTHENTICATIONFAILED] x", 77),
        ("[AUTHORIZATIONFAILED] x", 77),
        ("[PRIVACYREQUIRED] x", 77),
        ("[UNAVAILABLE] x", 75),
        ("[INUSE] x", 75),
        ("[LIMIT] x", 75),
        ("no", 77),
    ] {
        asked(Imap::offering("").on("LOGIN", &format!("@@ NO {code}")), &["status"]).expect(exit);
    }
    for (code, exit) in [("[NONEXISTENT] x", 67), ("[NOPERM] x", 77), ("[SERVERBUG] x", 75), ("x", 67)] {
        asked(Imap::offering("").on("EXAMINE", &format!("@@ NO {code}")), &["fetch", "1"]).expect(exit);
    }
    asked(Imap::offering("").on("EXAMINE", "@@ BAD x"), &["fetch", "1"]).expect(76);
}

#[test]
fn starttls_that_is_not_to_be_had() {
    let all = [
        (Imap::offering(""), 77),
        (Imap::offering("STARTTLS").on("STARTTLS", "@@ NO later"), 77),
        (Imap::offering("STARTTLS").on("STARTTLS", "@@ BAD what?"), 77),
        (Imap::offering("STARTTLS").on("STARTTLS", "+ go on"), 76),
        (Imap::offering("STARTTLS").on("STARTTLS", "@@ OK go\r\n* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\na2 OK done"), 76),
        (Imap::offering("STARTTLS").does("STARTTLS", [Step::Close]), 75),
        (Imap::offering("").on(GREETING, "* PREAUTH you are in"), 77),
        (Imap::offering("").on(GREETING, "* BYE [UNAVAILABLE] later"), 75),
        (Imap::offering("").on(GREETING, "220 mock.test ESMTP"), 76),
        (Imap::offering("").on(GREETING, "+OK POP3"), 76),
    ];
    for (rules, exit) in all {
        let server = Server::imap(rules.clone());
        let outcome = imap(&server, &["status", "--tls", "starttls"]).run();
        let heard = server.finish_one().text();
        assert!(!heard.contains("LOGIN") && !heard.contains("AUTHENTICATE") && !heard.contains("SELECT"), "{heard}");
        assert_eq!(outcome.code, Some(exit), "{rules:?}: {outcome}");
    }
}

#[test]
fn what_was_offered_before_the_login_counts_no_more() {
    let rules = Imap::offering("AUTH=PLAIN MOVE")
        .on(CREDENTIALS, "@@ OK welcome")
        .on("CAPABILITY", "* CAPABILITY IMAP4rev1\r\n@@ OK x");
    let rules = rules.on("FETCH", "* 1 FETCH (UID 1 RFC822.SIZE 9)\r\n@@ OK x");
    asked(rules, &["move", "1", "x"]).expect(69).says(&["MOVE"]);
}

#[test]
fn challenges_that_are_none() {
    asked(Imap::offering("AUTH=CRAM-MD5").on("AUTHENTICATE", "+ !!"), &["status"]).expect(76);
    let challenge = format!("+ {}", base64(b"<1@x>"));
    asked(Imap::offering("AUTH=CRAM-MD5").on("AUTHENTICATE", &challenge), &["status"]).expect(0);
    asked(Imap::offering("AUTH=CRAM-MD5").on("AUTHENTICATE", "* BYE so long"), &["status"]).expect(75);
}
