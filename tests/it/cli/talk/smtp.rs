//! SMTP: scripts against our own server, Postfix, and servers that no real one is.

use std::time::Duration;

use super::{PASSWORD, lines, talk};
use crate::cli::encoding::base64;
use crate::cli::leaks::Secrets;
use crate::cli::{Mailtool, Room, Serve};
use crate::mock::smtp::GREETING;
use crate::mock::{Server, Smtp, Step};
use crate::peers::ca::Authority;
use crate::peers::dovecot::{self, ALICIA, Dovecot, PEPE};
use crate::peers::postfix::{self, Postfix};
use crate::peers::{self, fetch, or_skip};

#[test]
fn a_whole_letter() {
    let serve = Serve::start(&[]);
    let script = "# a letter\n\nEHLO me.test\r\nMAIL FROM:<alicia@example.test>\nRCPT TO:<pepe@example.test>\nDATA\n\
        Subject: dots\n\n# not a comment\n.\u{bf}qu\u{e9}?\n..\n...\nQUIT\n.\n";
    let outcome = talk(&serve.address("smtp"), script).run().expect(0);
    let message = String::from_utf8_lossy(&serve.message()).into_owned();
    let content = "Subject: dots\r\n\r\n# not a comment\r\n.\u{bf}qu\u{e9}?\r\n..\r\n...\r\nQUIT\r\n";
    assert!(message.ends_with(content), "{message}\n{outcome}");
    let replies = lines(&outcome);
    assert!(replies[0].starts_with("220 ") && replies[1].starts_with("250-"), "{outcome}");
    assert!(replies.last().is_some_and(|last| last.starts_with("221 ")), "QUIT is said\n{outcome}");
    let told: Vec<_> = outcome.err().lines().map(str::to_owned).collect();
    for line in ["C: EHLO me.test", "C: ....", "C: .", "C: QUIT"] {
        assert!(told.iter().any(|told| told == line), "{line}\n{outcome}");
    }
    // what the server says is what the transcript has it say
    let said: Vec<_> = told.iter().filter_map(|line| line.strip_prefix("S: ")).collect();
    assert_eq!(said, replies, "{outcome}");
}

#[test]
fn starttls_and_a_login_and_a_letter() {
    let room = Room::new();
    let (ca, password) = (room.at("ca.pem"), room.file("password", format!("{PASSWORD}\n")));
    let user = format!("alicia:{PASSWORD}");
    let serve = Serve::start(&["--user", &user, "--auth", "required", "--ca-out", &ca]);
    let script = "EHLO x\nSTARTTLS\nEHLO x\nAUTH\nMAIL FROM:<a@b.test>\nRCPT TO:<c@d.test>\nDATA\nhola\n.\nQUIT\n";
    let login = ["--ca", &ca, "-u", "alicia", "--password-file", &password];
    let record = room.at("record");
    let outcome = talk(&serve.address("smtp"), script).args(login).args(["--record", &record, "-vv"]).run().expect(0);
    assert!(outcome.err().contains("verified") && !outcome.err().contains("UNVERIFIED"), "{outcome}");
    assert!(outcome.err().contains("C~ AUTH SCRAM-SHA-512-PLUS ••••"), "{outcome}");
    assert!(outcome.err().contains("EHLO comes again"), "{outcome}");
    assert!(String::from_utf8_lossy(&serve.message()).ends_with("hola\r\n"));
    Secrets::of(PASSWORD).not_in(&outcome.everything(Some(&room.read("record"))), "a script");
    // who trusts nobody is told, and goes on; who wants it verified does not
    let short = "EHLO x\nSTARTTLS\nEHLO x\n";
    talk(&serve.address("smtp"), short).run().expect(0).says(&["UNVERIFIED"]);
    talk(&serve.address("smtp"), short).args(["--tls", "starttls"]).run().expect(77).says(&["--ca"]);
    talk(&serve.address("smtp"), short).args(["--insecure"]).run().expect(0).says(&["[UNVERIFIED] C~ EHLO x"]);
    // each mechanism by its name, and a password that is wrong
    for mechanism in ["PLAIN", "login", "CRAM-MD5", "DIGEST-MD5", "SCRAM-SHA-1", "scram-sha-256"] {
        talk(&serve.address("smtp"), &format!("EHLO x\nAUTH {mechanism}\nMAIL FROM:<>\n")).args(login).run().expect(0);
        let wrong = ["-u", "alicia", "--password-env", "WRONG"];
        let wrong =
            talk(&serve.address("smtp"), &format!("EHLO x\nAUTH {mechanism}\n")).args(wrong).env("WRONG", "x y z");
        wrong.run().expect(77).says(&["535"]);
    }
}

#[test]
fn tls_from_the_first_octet() {
    let room = Room::new();
    let ca = room.at("ca.pem");
    let serve = Serve::listening(&["--smtps=127.0.0.1:0"], &["--ca-out", &ca]);
    let url = format!("smtps://{}", serve.address("smtps"));
    let outcome = talk(&url, "EHLO x\n").args(["--ca", &ca]).run().expect(0);
    assert!(outcome.err().contains("C~ EHLO x") && !outcome.err().contains("C: "), "{outcome}");
    talk(&url, "EHLO x\n").run().expect(77);
}

#[test]
fn refusals_are_told_by_the_exit_code_and_the_script_goes_on() {
    let exits = [
        ("550 5.1.1 no such user", 67),
        ("550 nobody", 67),
        ("450 4.2.1 later", 75),
        ("550 5.7.1 relaying denied", 77),
        ("556 5.1.10 null MX", 68),
        ("552 5.2.2 full", 69),
    ];
    for (reply, code) in exits {
        let server = Server::smtp(Smtp::offering(&[]).on("RCPT", reply));
        let outcome = talk(&server.address(), "EHLO x\nMAIL FROM:<>\nRCPT TO:<pepe@x.test>\nNOOP\nxyzzy\n").run();
        let outcome = outcome.expect(code);
        assert!(lines(&outcome).contains(&reply.to_owned()), "{outcome}");
        let heard = server.finish_one();
        assert_eq!(heard.lines().last().map(String::as_str), Some("QUIT"), "{outcome}");
        assert!(heard.has("xyzzy"), "{outcome}");
    }
    let server = Server::smtp(Smtp::offering(&[]).on(GREETING, "554 5.3.2 no service"));
    talk(&server.address(), "QUIT\n").run().expect(69);
}

#[test]
fn content_behind_a_data_that_is_refused_is_left_out() {
    let server = Server::smtp(Smtp::offering(&[]).on("DATA", "503 5.5.1 no recipients"));
    let outcome = talk(&server.address(), "DATA\nRSET\nMAIL FROM:<x@x.test>\n.\nNOOP\n").run().expect(69);
    let heard = server.finish_one();
    assert_eq!(heard.lines(), ["DATA", "NOOP", "QUIT"], "{outcome}");
    outcome.says(&["2 lines"]);
}

#[test]
fn a_script_that_ends_in_the_middle() {
    let server = Server::smtp(Smtp::offering(&["CHUNKING"]));
    let outcome = talk(&server.address(), "EHLO x\n\n# and now\nDATA\nSubject: x\n\n..").run().expect(65);
    outcome.says(&["at line 7, in the middle of the message that line 4 begins"]).says(&["nothing"]);
    let outcome = talk(&server.address(), "BDAT 100 LAST\nx\n").args(["-qq"]).run().expect(65);
    outcome.says(&["at line 2, in the middle of the message that line 1 begins"]);
    for heard in server.finish() {
        assert!(!heard.has("QUIT"), "{heard:?}");
        assert_eq!(heard.messages.len(), 0, "{heard:?}");
    }
    let mut serve = Serve::start(&[]);
    talk(&serve.address("smtp"), "EHLO x\nMAIL FROM:<>\nRCPT TO:<a@b.test>\nDATA\nhola\n").run().expect(65);
    // what it had begun to write is gone by then
    serve.stop();
    assert_eq!(serve.messages().len(), 0);
}

#[test]
fn an_unknown_mechanism_is_said_as_it_stands() {
    let room = Room::new();
    let record = room.at("record");
    let smtp =
        Smtp::offering(&["AUTH XFOO"]).on("AUTH", "334 eHk=").once("334", "334 Zm9v").once("334", "535 5.7.8 no");
    let server = Server::smtp(smtp);
    let answer = base64(PASSWORD.as_bytes());
    let script = format!("EHLO x\nAUTH XFOO\n# {PASSWORD}\n{answer}\nNOOP\n");
    let login = ["-u", "alicia", "--password-env", "SECRET", "--record", &record, "-vv"];
    let outcome = talk(&server.address(), &script).args(login).env("SECRET", "another").run().expect(77);
    let heard = server.finish_one();
    let said = ["EHLO x", "AUTH XFOO", &format!("# {PASSWORD}"), &answer, "NOOP", "QUIT"];
    assert_eq!(heard.lines(), said, "{outcome}");
    Secrets::of(PASSWORD).not_in(&outcome.everything(Some(&room.read("record"))), "an unknown mechanism");
}

#[test]
fn passwords_stay_at_home_where_they_must() {
    let login = ["-u", "alicia", "--password-env", "SECRET"];
    let server = Server::smtp(Smtp::offering(&["AUTH PLAIN LOGIN"]));
    let script =
        |host: &str, script: &str| talk(&format!("{host}:{}", server.port), script).args(login).env("SECRET", PASSWORD);
    script("localhost", "EHLO x\nAUTH\nNOOP\n").run().expect(77).says(&["clear text"]);
    script("localhost", "EHLO x\nAUTH PLAIN\nNOOP\n").run().expect(77).says(&["clear text"]);
    script("127.0.0.1", "EHLO x\nAUTH PLAIN\n").args(["--tls", "starttls"]).run().expect(77).says(&["clear text"]);
    script("127.0.0.1", "AUTH\n").run().expect(77).says(&["EHLO asks"]);
    assert!(server.heard().iter().all(|heard| !heard.has("AUTH") && !heard.has("NOOP")));
    script("localhost", "EHLO x\nAUTH\n").args(["--insecure-auth"]).run().expect(0);
    script("127.0.0.1", "EHLO x\nAUTH\n").run().expect(0);
    let heard = server.finish();
    assert_eq!(heard.iter().filter(|heard| heard.has("AUTH PLAIN ")).count(), 2);
}

#[test]
fn what_a_server_says_is_shown_and_never_obeyed() {
    let hostile = "250-\x1b]0;pwned\x07\r\n250 \u{202e}ok\rC: QUIT";
    let server = Server::smtp(Smtp::offering(&[]).on("NOOP", hostile));
    let outcome = talk(&server.address(), "NOOP\n").run().expect(0);
    for written in [outcome.out(), outcome.err()] {
        assert!(!written.contains('\x1b') && !written.contains('\u{202e}') && !written.contains('\r'), "{outcome}");
        assert!(written.contains("\\x1b]0;pwned\\x07") && written.contains("\\u{202e}ok\\rC: QUIT"), "{outcome}");
    }
    let json = talk(&server.address(), "NOOP\n").args(["--json", "-q"]).run().expect(0);
    assert!(!json.out().contains('\x1b') && !json.out().contains('\u{202e}'), "{json}");
    assert_eq!(json.field("code"), ["220", "250", "221"]);
    assert_eq!(json.json()[1]["lines"][0], "250-\u{1b}]0;pwned\u{7}");
    assert_eq!(json.field("meaning")[1], "250 to NOOP");
}

#[test]
fn a_secret_that_is_said_again_is_masked_in_the_replies_too() {
    let plain = base64(format!("\0alicia\0{PASSWORD}").as_bytes());
    let echo = format!("535 5.7.8 not {PASSWORD} nor {plain}");
    let server = Server::smtp(Smtp::offering(&["AUTH PLAIN"]).on("AUTH", &echo));
    for args in [&[][..], &["--json"]] {
        let script = format!("EHLO x\nAUTH PLAIN {plain}\n");
        let outcome = talk(&server.address(), &script).args(args).run().expect(77);
        assert!(outcome.out().contains("not ••••"), "{outcome}");
        Secrets::of(PASSWORD).not_in(&outcome.everything(None), "an echo");
    }
}

#[test]
fn servers_that_break_the_protocol_or_the_connection() {
    let server = Server::smtp(Smtp::offering(&[]).on("NOOP", "250 ok\r\n250 ok"));
    talk(&server.address(), "NOOP\nNOOP\n").run().expect(76).says(&["nothing was asked"]);
    let server = Server::smtp(Smtp::offering(&[]).on("NOOP", "+OK"));
    talk(&server.address(), "NOOP\n").args(["-q"]).run().expect(76).says(&["no SMTP reply"]);
    let server = Server::smtp(Smtp::offering(&[]).does("NOOP", [Step::Close]));
    talk(&server.address(), "NOOP\nNOOP\n").run().expect(75).says(&["closed"]);
    let bye = [Step::say("421 4.3.2 shutting down\r\n"), Step::Close];
    let server = Server::smtp(Smtp::offering(&[]).does("NOOP", bye));
    let outcome = talk(&server.address(), "NOOP\nNOOP\n").run().expect(75);
    assert_eq!(server.finish_one().lines(), ["NOOP"], "{outcome}");
    let server = Server::smtp(Smtp::offering(&[]).does("NOOP", [Step::Stall(Duration::from_secs(10))]));
    talk(&server.address(), "NOOP\n").args(["--timeout", "0.3"]).run().expect(75);
    // QUIT is answered by going
    let server = Server::smtp(Smtp::offering(&[]).does("QUIT", [Step::Close]));
    talk(&server.address(), "NOOP\nQUIT\n").run().expect(0);
    let injected = [Step::say("220 go\r\n250 ok\r\n")];
    let server = Server::smtp(Smtp::offering(&["STARTTLS"]).does("STARTTLS", injected));
    talk(&server.address(), "EHLO x\nSTARTTLS\nEHLO x\n").run().expect(76).says(&["injection"]);
}

#[test]
fn lines_go_as_they_are() {
    let server = Server::smtp(Smtp::offering(&[]));
    let long = "x".repeat(40_000);
    let script = [b" NOOP\n\xff\xfe\na\rb\r\n".to_vec(), long.clone().into_bytes()].concat();
    let outcome = Mailtool::new(["talk", &server.address(), "-"]).stdin(script).run().expect(69);
    let heard = server.finish_one();
    assert_eq!(
        heard.octets,
        [b" NOOP\r\n\xff\xfe\r\na\rb\r\n", long.as_bytes(), b"\r\nQUIT\r\n"].concat(),
        "{outcome}"
    );
    let server = Server::smtp(Smtp::offering(&[]));
    talk(&server.address(), "NOOP\nNO\0OP\n").run().expect(65).says(&["line 2"]);
}

#[test]
fn what_is_wrong_with_the_command_line() {
    Mailtool::new(["talk", "127.0.0.1:1"]).run().expect(64).says(&["talk URL -"]);
    Mailtool::new(["talk"]).run().expect(64);
    Mailtool::new(["talk", "127.0.0.1:1", "script"]).run().expect(64);
    talk("http://x", "").run().expect(64).says(&["URL", "smtp"]);
    talk("127.0.0.1:1", "").args(["--password-env", "X"]).env("X", "x").run().expect(64).says(&["--user"]);
    talk("127.0.0.1:1", "").args(["--password-file", "/nowhere"]).run().expect(66);
    talk("127.0.0.1:1", "").args(["--auth", "XFOO"]).run().expect(64);
    talk("no.such.host.invalid", "").run().expect(68);
}

#[test]
fn postfix_and_dovecot() {
    or_skip!(postfix::need(), dovecot::need(), peers::ca::need(), fetch::need());
    let (room, authority) = (Room::new(), Authority::throw_away());
    let files = authority.server(&["mx.example.test", "127.0.0.1"]);
    let dovecot = Dovecot::start(&dovecot::Options { certificate: Some(&files), ..Default::default() });
    let options = postfix::Options { certificate: Some(&files), dovecot: Some(&dovecot), ..Default::default() };
    let postfix = Postfix::start(&postfix::Options { tls_auth_only: true, ..options });
    let (ca, password) = (authority.ca().to_str().expect("a path"), room.file("password", ALICIA.1));
    let login = ["--tls", "starttls", "--ca", ca, "-u", ALICIA.0, "--password-file", &password];
    let server = format!("127.0.0.1:{}", postfix.smtp);
    let script = "EHLO me.test\nSTARTTLS\nEHLO me.test\nAUTH\nMAIL FROM:<alicia@example.test>\n\
        RCPT TO:<pepe@example.test>\nDATA\nSubject: hola\n\n.uno\n..dos\n.\nQUIT\n";
    let outcome = talk(&server, script).args(login).run().expect(0);
    assert!(outcome.err().contains("C~ AUTH SCRAM-SHA-256"), "{outcome}");
    let arrived = fetch::imap_arrived(dovecot.imap, PEPE.0, PEPE.1, 1);
    let text = String::from_utf8_lossy(&arrived[0]).into_owned();
    assert!(text.contains("Subject: hola") && text.trim_end().ends_with("\r\n.uno\r\n..dos"), "{text}");
    Secrets::of(ALICIA.1).not_in(&outcome.everything(None), "Postfix");
    // by hand: an exchange that nobody carries, and one in a single line
    let (user, secret) = (base64(ALICIA.0.as_bytes()), base64(ALICIA.1.as_bytes()));
    let script = format!("EHLO x\nSTARTTLS\nEHLO x\nAUTH LOGIN\n{user}\n{secret}\nMAIL FROM:<alicia@example.test>\n");
    let outcome = talk(&server, &script).args(["--ca", ca]).run().expect(0).says(&["235"]);
    Secrets::of(ALICIA.1).not_in(&outcome.everything(None), "by hand");
    talk(&server, "EHLO x\nMAIL FROM:<>\nRCPT TO:<nadie@example.test>\nQUIT\n").run().expect(67);
    talk(&server, "EHLO x\nMAIL FROM:<>\nRCPT TO:<a@elsewhere.test>\nQUIT\n").run().expect(77);
    talk(&server, "EHLO x\nMAIL FROM:<>\nRCPT TO:<alicia@example.test>\n").run().expect(0);
}
