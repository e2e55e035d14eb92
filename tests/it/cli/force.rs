//! `mailtool send --force`: what a server does not offer is used all the same, and it shows.

use super::Mailtool;
use crate::mock::smtp::CREDENTIALS;
use crate::mock::{Server, Smtp};
use crate::peers::or_skip;
use crate::peers::postfix::{self, Postfix};

const PEOPLE: [&str; 6] =
    ["--from", "alicia@example.test", "--to", "pepe@example.test", "--to", "alicia+x=1@example.test"];

/// What a server hears that answers so, and what is told.
fn heard(smtp: Smtp, args: &[&str], code: i32) -> (Vec<String>, String) {
    let server = Server::smtp(smtp);
    let outcome = Mailtool::send(&server.address(), PEOPLE).args(args).args(["--body", "¿Qué?"]).run().expect(code);
    (server.finish_one().lines(), outcome.err())
}

#[test]
fn what_is_not_offered_is_used_and_told() {
    let all = ["--force", "pipelining,8bitmime,size,dsn,PRDR,mt-priority", "--dsn", "ret=hdrs", "--prdr"];
    let (lines, err) = heard(Smtp::offering(&[]), &[&all[..], &["--mt-priority", "3"]].concat(), 0);
    let mail = lines.iter().find(|line| line.starts_with("MAIL")).expect("MAIL");
    assert!(mail.contains(" SIZE=") && mail.ends_with(" BODY=8BITMIME RET=HDRS MT-PRIORITY=3 PRDR"), "{mail}");
    for keyword in ["PIPELINING", "8BITMIME", "SIZE", "DSN", "PRDR", "MT-PRIORITY"] {
        let told = format!("! the server does not offer {keyword}: it is used all the same, by --force\n");
        assert!(err.contains(&told), "{keyword}: {err}");
    }
    // What comes before it is asked for is marked where it is said.
    assert!(err.contains("unauthorized-pipelining") || err.contains("PIPELINING was not offered"), "{err}");
    let (_, err) = heard(Smtp::offering(&["DSN"]), &["--force", "dsn", "--dsn", "ret=hdrs"], 0);
    assert!(!err.contains("--force"), "{err}");
}

#[test]
fn what_nothing_asks_for_is_not_said_to_be_used() {
    let all = "auth,starttls,chunking,binarymime,smtputf8,dsn,prdr,requiretls,deliverby,futurerelease,mt-priority";
    for offers in [&[][..], &["DSN"]] {
        let (lines, err) = heard(Smtp::offering(offers), &["--force", all, "--chunking", "never"], 0);
        assert!(lines.iter().all(|line| !line.contains("RET=") && !line.starts_with("BDAT")), "{lines:?}");
        assert!(!err.contains("used all the same"), "{err}");
        for keyword in all.to_uppercase().split(',') {
            let told = format!("! --force {keyword} changed nothing: nothing asks for it\n");
            assert!(err.contains(&told), "{keyword}: {err}");
        }
    }
    // Once a connection, however many letters.
    let mbox = "From a@x Mon Nov 23 12:00:00 2026\nFrom: a@x.test\nTo: b@x.test\n\nhola\n\n".repeat(3);
    let server = Server::smtp(Smtp::offering(&[]));
    let args = ["--mbox", "-", "--force", "pipelining,auth"];
    let err = Mailtool::send(&server.address(), args).stdin(&mbox).run().expect(0).err();
    assert_eq!((server.finish_one().messages.len(), err.matches("does not offer PIPELINING").count()), (3, 1), "{err}");
    let err = Mailtool::send("127.0.0.1:1", args).stdin(&mbox).run().expect(75).err();
    assert!(!err.contains("changed nothing"), "{err}");
}

#[test]
fn more_than_the_server_takes() {
    let offers = || Smtp::offering(&["SIZE 20"]);
    let (lines, _) = heard(offers(), &[], 65);
    assert!(!lines.iter().any(|line| line.starts_with("MAIL")));
    let (lines, err) = heard(offers(), &["--force", "size"], 0);
    assert!(lines.iter().any(|line| line.starts_with("MAIL FROM:<alicia@example.test> SIZE=")), "{lines:?}");
    assert!(err.contains("! the server takes 20 octets at most (SIZE): more is sent all the same"), "{err}");
    let (_, err) = heard(Smtp::offering(&["SIZE 20000"]), &["--force", "size"], 0);
    assert!(!err.contains("--force"), "{err}");
}

#[test]
fn logins_and_tls() {
    let login = ["-u", "alicia", "--password", "x"];
    let (lines, _) = heard(Smtp::offering(&[]), &login, 77);
    assert!(!lines.iter().any(|line| line.starts_with("AUTH")));
    let (lines, err) = heard(Smtp::offering(&[]), &[&login[..], &["--force", "auth"]].concat(), 0);
    assert!(lines.iter().any(|line| line.starts_with("AUTH PLAIN ")), "{lines:?} {err}");
    // What is offered beside it does not count.
    let asking = Smtp::offering(&["AUTH GSSAPI PLAIN"]).on("AUTH", "334 VXNlcm5hbWU6");
    let asking = asking.once(CREDENTIALS, "334 UGFzc3dvcmQ6");
    let (lines, err) = heard(asking, &[&login[..], &["--force", "auth", "--auth", "login"]].concat(), 0);
    assert!(lines.contains(&"AUTH LOGIN".to_owned()), "{lines:?} {err}");
    let refusing = Smtp::offering(&[]).on("STARTTLS", "502 5.5.1 no");
    let (lines, err) = heard(refusing, &["--tls", "starttls", "--force", "starttls"], 77);
    assert!(lines.contains(&"STARTTLS".to_owned()) && err.contains("! the server does not offer STARTTLS"), "{err}");
}

#[test]
fn postfix_says_what_it_makes_of_it() {
    or_skip!(postfix::need());
    let smtpd = ["smtpd_discard_ehlo_keywords=chunking,pipelining,dsn"];
    let postfix = Postfix::start(&postfix::Options { smtpd: &smtpd, ..Default::default() });
    let server = format!("127.0.0.1:{}", postfix.smtp);
    let send = |args: &[&str]| Mailtool::letter(&server).args(args).run();
    send(&["--force", "pipelining", "--to", "pepe@example.test"]).says(&["does not offer PIPELINING"]);
    let outcome = send(&["--force", "chunking"]);
    assert!(outcome.err().contains("C: BDAT ") && outcome.err().contains("S: 521 "), "{outcome}");
    assert!(!matches!(outcome.code, Some(0)), "{outcome}");
}

#[test]
fn names_that_are_none() {
    let outcome = Mailtool::letter("127.0.0.1:1").args(["--force", "auth,limits"]).run().expect(64);
    outcome.says(&["--force", "\"limits\" is none of auth, starttls, pipelining, chunking"]);
}
