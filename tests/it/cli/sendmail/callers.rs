//! `sendmail -bs` as programs call it: nmh, swaks, and our own `send --tunnel`.

use super::{Home, PROGRAM, envelope, last, serve};
use crate::cli::Mailtool;
use crate::mock::{Server, Smtp};
use crate::peers::exim::{self, Exim};
use crate::peers::{self, or_skip};

/// Of nmh, where Debian puts it.
const SEND: &str = "/usr/bin/mh/send";

#[test]
fn nmh_sends_either_way() {
    or_skip!(nmh());
    let serve = serve();
    let home = Home::new(serve.port());
    home.0.directory("Mail");
    home.0.file(".mh_profile", "Path: Mail\n");
    let sendmail = home.0.at("sendmail");
    let letter = "From: Alicia <alicia@work.test>\nTo: root, pepe@example.test\nCc: Bego <bego@example.test>\n\
        Subject: hola\n\n¿Qué tal?\n.\n..\nfin\n";
    for mts in ["sendmail/smtp", "sendmail/pipe"] {
        let draft = home.0.file("draft", letter);
        let output = home.run(SEND, &["-mts", mts, "-sendmail", &sendmail, &draft], "");
        assert!(output.status.success() && output.stderr.is_empty(), "{mts}: {output:?}");
        let (from, mut rcpt) = envelope(&serve);
        rcpt.sort();
        assert_eq!(from, "alicia@work.test", "{mts}");
        assert_eq!(rcpt, ["admin@work.test", "bego@example.test", "pepe@example.test"], "{mts}");
        let message = last(&serve);
        assert!(
            message.contains("¿Qué tal?\r\n.\r\n..\r\nfin\r\n") && message.contains("To: root@work.test, pepe@"),
            "{message}"
        );
    }
    assert_eq!(serve.messages().len(), 2);
}

#[test]
fn nmh_hears_what_the_server_far_away_says() {
    or_skip!(nmh());
    let server = Server::smtp(Smtp::offering(&["AUTH PLAIN"]).on("RCPT", "550 5.1.1 no such user"));
    let home = Home::new(server.port);
    home.0.directory("Mail");
    home.0.file(".mh_profile", "Path: Mail\n");
    let draft = home.0.file("draft", "From: alicia@work.test\nTo: pepe@example.test\nSubject: hola\n\nhola\n");
    let sendmail = home.0.at("sendmail");
    let output = home.run(SEND, &["-mts", "sendmail/smtp", "-sendmail", &sendmail, &draft], "");
    let text = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    assert!(!output.status.success() && text.contains("no such user"), "{text}");
}

fn nmh() -> Result<(), peers::Skip> {
    let there = std::path::Path::new(SEND).is_file();
    if there { Ok(()) } else { Err(peers::Skip("nmh is not installed".to_owned())) }
}

#[test]
fn swaks_by_a_pipe() {
    or_skip!(peers::need(&["swaks"]));
    let serve = serve();
    let home = Home::new(serve.port());
    let pipe = format!("{PROGRAM} sendmail -bs");
    let fixed = ["--pipe", &pipe, "--ehlo", "me.test", "--from", "alicia@work.test", "--body", "uno\n.\n..\nfin"];
    for way in [&["--to", "pepe@example.test,bego@example.test"][..], &["--to", "pepe@example.test", "--pipeline"]] {
        let output = home.run("swaks", &[&fixed[..], way].concat(), "");
        assert!(output.status.success(), "{output:?}");
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(
            text.contains("250 2.0.0 ok, queued as ") && (text.contains("-PRDR") || text.contains(" PRDR")),
            "{text}"
        );
        assert!(last(&serve).trim_end().ends_with("\r\n\r\nuno\r\n.\r\n..\r\nfin"));
    }
    assert_eq!(envelope(&serve), ("alicia@work.test".into(), vec!["pepe@example.test".into()]));
    let closed = Home::new(9);
    let output = closed.run("swaks", &[&fixed[..], &["--to", "pepe@example.test"]].concat(), "");
    assert_eq!(output.status.code(), Some(26), "{output:?}");
}

/// `send --tunnel 'mailtool sendmail -bs --server SERVER'` to two people of `example.test`.
fn through(server: &str, args: &[&str]) -> Mailtool {
    let tunnel = format!("{PROGRAM} sendmail -bs --server {server}");
    let people = ["--from", "alicia@example.test", "--to", "pepe@example.test", "--to", "nadie@example.test"];
    Mailtool::new(["send", "--json", "--tunnel", &tunnel]).args(people).args(["--subject", "hola"]).args(args)
}

#[test]
fn exim_takes_one_and_refuses_the_other() {
    or_skip!(exim::need());
    let exim = Exim::start(exim::Options::default());
    let server = format!("127.0.0.1:{}", exim.smtp);
    // Each has an answer of its own.
    let outcome = through(&server, &["--prdr"]).run().expect(3);
    assert_eq!(outcome.field("status"), ["delivered", "refused"], "{outcome}");
    assert_eq!(outcome.field("enhanced"), ["2.0.0", "5.1.1"], "{outcome}");
    assert_eq!(exim.arrived("pepe", 1).len(), 1);
    // One answer for both names both.
    let outcome = through(&server, &[]).run().expect(69);
    assert_eq!(outcome.field("status"), ["refused"; 2], "{outcome}");
    let text = outcome.field("text").remove(0);
    assert!(text.contains("pepe@example.test delivered: 250 ") && text.contains("OK id="), "{text}");
    assert!(text.contains("nadie@example.test refused: 550 5.1.1 no such user"), "{text}");
    assert_eq!(exim.arrived("pepe", 2).len(), 2);
}

#[test]
fn the_reports_that_are_wanted_are_asked_for_further_on() {
    let dsn = ["--dsn", "notify=never,envid=QQ314159", "--dsn", "rcpt=pepe@example.test,notify=success"];
    let server = Server::smtp(Smtp::offering(&["PIPELINING", "DSN"]));
    through(&server.address(), &dsn).run().expect(0);
    let lines = server.finish_one().lines();
    assert!(lines.iter().any(|line| line.starts_with("MAIL FROM:<alicia@example.test> ENVID=QQ314159")), "{lines:?}");
    let rcpt = "RCPT TO:<pepe@example.test> NOTIFY=SUCCESS ORCPT=rfc822;pepe@example.test".to_owned();
    assert!(lines.contains(&rcpt), "{lines:?}");
    assert!(lines.contains(&rcpt.replace("pepe", "nadie").replace("SUCCESS", "NEVER")), "{lines:?}");
}

#[test]
fn an_account_that_leads_to_itself_ends() {
    let config = format!("default = \"a\"\n[account.a]\nfrom = \"a@x.test\"\ntunnel = \"{PROGRAM} sendmail -bs\"\n");
    let outcome = Home::with(&config).sendmail(&["pepe@example.test"], "Subject: x\n\nx\n").expect(75);
    assert!(outcome.err().contains("it leads back to itself") && outcome.err().lines().count() == 1, "{outcome}");
}
