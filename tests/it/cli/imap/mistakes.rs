//! What a stranger gets wrong, and what he is told to do next.

use super::{PASSWORD, imap};
use crate::cli::Mailtool;
use crate::mock::imap::GREETING;
use crate::mock::{Imap, Pop3, Server, Smtp};

#[test]
fn a_refusal_says_what_to_do_next() {
    for (verb, answer, args, code, next) in [
        ("LOGIN", "@@ NO [AUTHENTICATIONFAILED] no", &["list"][..], 77, "check user and password"),
        ("LOGIN", "@@ NO no", &["list"], 77, "check user and password"),
        ("LOGIN", "@@ NO [PRIVACYREQUIRED] no", &["list"], 77, "--tls starttls"),
        ("EXAMINE", "@@ NO no such mailbox", &["fetch", "1"], 67, "imap list shows which mailboxes"),
        ("STATUS", "@@ NO no such mailbox", &["status", "Nada"], 67, "imap list shows which mailboxes"),
        ("APPEND", "@@ NO [TRYCREATE] no", &["append", "Nada", "/etc/hostname"], 67, "imap create NAME makes it"),
        ("GETQUOTAROOT", "@@ BAD unknown", &["quota"], 76, "imap caps shows what the server can do"),
    ] {
        let server = Server::imap(Imap::offering("").on(verb, answer));
        imap(&server, args).run().expect(code).says(&[next]);
    }
}

#[test]
fn what_the_server_cannot_read_is_the_fault_of_who_wrote_it() {
    for (args, argument) in [
        (&["raw", "FETCH x"][..], "LINE"),
        (&["search", "--keys", "UNSEN"], "--keys"),
        (&["fetch", "1", "--items", "(FLOGS)"], "--items"),
    ] {
        let rules = Imap::offering("").on("FETCH", "@@ BAD what").on("SEARCH", "@@ BAD what");
        let server = Server::imap(rules);
        imap(&server, args).run().expect(64).says(&[argument, "BAD what"]);
    }
    // What is ours is not.
    let server = Server::imap(Imap::offering("").on("SEARCH", "@@ BAD what"));
    imap(&server, &["search", "unseen"]).run().expect(76);
}

#[test]
fn flags_that_the_server_leaves_as_they_are_without_a_word() {
    let flags = "* 1 FETCH (UID 1 FLAGS (\\Seen))\r\n* 2 FETCH (UID 2 FLAGS (\\Seen $work))\r\n@@ OK done";
    let sizes = "* 1 FETCH (UID 1 RFC822.SIZE 9)\r\n* 2 FETCH (UID 2 RFC822.SIZE 9)\r\n@@ OK done";
    let server = Server::imap(Imap::offering("").on("FETCH", sizes).on("STORE", flags));
    let words = "UID 1: the server has not set $work, though it said OK";
    imap(&server, &["flag", "1:2", "--add", "$WORK"]).run().expect(3).says(&[words]);
    let words = "UID 2: the server has kept \\Seen, though it said OK";
    imap(&server, &["flag", "1:2", "--remove", "seen"]).run().expect(69).says(&[words]);
}

#[test]
fn the_wrong_port_and_the_wrong_scheme() {
    for (server, next) in [
        (Server::pop3(Pop3::offering(&[])), "a POP3 server seems to listen there: pop3://, with mailtool pop or talk"),
        (
            Server::smtp(Smtp::offering(&[])),
            "an SMTP server seems to listen there: smtp://, with mailtool send or talk",
        ),
    ] {
        imap(&server, &["list"]).run().expect(76).says(&[next]);
    }
    let server = Server::imap(Imap::offering(""));
    let url = |scheme: &str| format!("{scheme}://{}", server.address());
    let list =
        |url: &str| Mailtool::new(["imap", "-s", url, "-u", "pepe", "--password-env", "X", "list"]).env("X", "x");
    list(&url("imaps")).run().expect(76).says(&["--tls starttls"]);
    list(&url("pop3")).run().expect(64).says(&["mailtool pop speaks POP3"]);
    list(&url("smtp")).run().expect(64).says(&["mailtool send speaks SMTP"]);
    list(&url("http")).run().expect(64).says(&["imaps"]);
    list("pepe:secret@x.test").run().expect(64).says(&["--password-file"]);
    list("no.such.host.invalid").run().expect(68).says(&["check its spelling"]);
    let mute = Server::imap(Imap::offering("").does(GREETING, []));
    list(&format!("imap://{}", mute.address())).args(["--timeout", "0.3"]).run().expect(75).says(&["smtps://"]);
}

#[test]
fn what_is_missing_on_the_command_line() {
    Mailtool::new(["imap", "list"]).run().expect(64).says(&["-s HOST"]);
    Mailtool::new(["imap", "list", "-s", "127.0.0.1:1"]).run().expect(64).says(&["-u USER"]);
    let nobody = ["imap", "list", "-s", "pepe@127.0.0.1:1"];
    Mailtool::new(nobody).run().expect(78).says(&["--password-file FILE"]);
    let login = ["-s", "pepe@127.0.0.1:1", "--password-env", "SECRET"];
    for (args, next) in [
        (&["fetch"][..], "<SEL>"),
        (&["fetch", "1-3"], "1:5"),
        (&["flag", "3"], "--add"),
        (&["sort", "colour"], "SUBJECT"),
        (&["serach", "x"], "'search'"),
        (&["append", "INBOX", "/nowhere"], "/nowhere"),
    ] {
        let outcome = Mailtool::new(["imap"]).args(args).args(login).env("SECRET", PASSWORD).run().says(&[next]);
        assert!([Some(64), Some(66)].contains(&outcome.code), "{outcome}");
    }
}

#[test]
fn every_verb_says_how_it_ends_and_shows_how_it_is_used() {
    for (command, least) in [("imap", 25), ("pop", 10)] {
        let help = Mailtool::new([command, "--help"]).run().expect(0).out();
        let listed = help.split("Commands:").nth(1).and_then(|text| text.split("Options:").next()).unwrap_or_default();
        let verbs = listed.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
        let verbs: Vec<&str> =
            verbs.filter_map(|line| line.split_whitespace().next()).filter(|verb| *verb != "help").collect();
        assert!(verbs.len() >= least, "{help}");
        for verb in verbs {
            let help = Mailtool::new([command, verb, "--help"]).run().expect(0).out();
            assert!(help.contains("Exit codes: 0 done") && help.contains("Example"), "{command} {verb}\n{help}");
        }
    }
}
