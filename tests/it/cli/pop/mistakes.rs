//! What a stranger gets wrong, and what he is told to do next.

use super::{PASSWORD, pop};
use crate::cli::Mailtool;
use crate::mock::pop3::GREETING;
use crate::mock::{Imap, Pop3, Server, Smtp};

#[test]
fn a_refusal_says_what_to_do_next() {
    for (verb, reply, args, code, next) in [
        ("PASS", "-ERR [AUTH] no", &["stat"][..], 77, "check user and password"),
        ("PASS", "-ERR no", &["stat"], 77, "check user and password"),
        ("PASS", "-ERR [IN-USE] later", &["stat"], 75, "once it has ended, try again"),
        ("RETR", "-ERR no such message", &["retr", "9"], 1, "pop list shows which messages there are"),
        ("TOP", "-ERR no such message", &["top", "9"], 1, "pop list shows which messages there are"),
    ] {
        let server = Server::pop3(Pop3::offering(&["USER", "TOP", "UIDL"]).on(verb, reply));
        pop(&server, args).run().expect(code).says(&[next]);
    }
}

#[test]
fn the_wrong_port_and_the_wrong_scheme() {
    for (server, next) in [
        (Server::imap(Imap::offering("")), "an IMAP server seems to listen there: imap://, with mailtool imap or talk"),
        (
            Server::smtp(Smtp::offering(&[])),
            "an SMTP server seems to listen there: smtp://, with mailtool send or talk",
        ),
    ] {
        pop(&server, &["stat"]).run().expect(76).says(&[next]);
    }
    let server = Server::pop3(Pop3::offering(&[]));
    let url = |scheme: &str| format!("{scheme}://{}", server.address());
    let stat = |url: &str| Mailtool::new(["pop", "-s", url, "-u", "pepe", "--password-env", "X", "stat"]).env("X", "x");
    stat(&url("pop3s")).run().expect(76).says(&["--tls starttls"]);
    stat(&url("imap")).run().expect(64).says(&["mailtool imap speaks IMAP"]);
    stat("pepe:secret@x.test").run().expect(64).says(&["--password-file"]);
    stat("no.such.host.invalid").run().expect(68).says(&["check its spelling"]);
    let mute = Server::pop3(Pop3::offering(&[]).does(GREETING, []));
    stat(&format!("pop3://{}", mute.address())).args(["--timeout", "0.3"]).run().expect(75).says(&["smtps://"]);
}

#[test]
fn what_is_missing_on_the_command_line() {
    Mailtool::new(["pop", "stat"]).run().expect(64).says(&["-s HOST"]);
    Mailtool::new(["pop", "stat", "-s", "127.0.0.1:1"]).run().expect(64).says(&["-u USER"]);
    Mailtool::new(["pop", "stat", "-s", "pepe@127.0.0.1:1"]).run().expect(78).says(&["--password-file FILE"]);
    let login = ["-s", "pepe@127.0.0.1:1", "--password-env", "SECRET"];
    for (args, next) in [(&["retr"][..], "<SEL>"), (&["retr", "1:3"], "1-5"), (&["rtr", "1"], "'retr'")] {
        Mailtool::new(["pop"]).args(args).args(login).env("SECRET", PASSWORD).run().expect(64).says(&[next]);
    }
}
