//! What is wrong on our own side is told before anybody is spoken with, and nothing on the command line can smuggle a
//! command or a header field.

use super::{Mailtool, Outcome, Room};
use crate::mock::{Server, Smtp};

/// Runs it against a server that would take everything; panics if that heard so much as a connection.
#[track_caller]
fn unheard(arrange: impl FnOnce(&str) -> Mailtool) -> Outcome {
    let server = Server::smtp(Smtp::offering(&["PIPELINING", "AUTH PLAIN LOGIN", "SMTPUTF8", "8BITMIME"]));
    let outcome = arrange(&server.address()).args(["--timeout", "5"]).run();
    let heard = server.finish();
    assert!(heard.is_empty(), "the server was spoken with: {heard:?}\n{outcome}");
    assert!(!outcome.out().contains("delivered"), "{outcome}");
    outcome
}

/// What ends a line or a text somewhere on the way.
const BREAKS: [&str; 6] = ["\r\n", "\n", "\r", "\r\n\r\n", "\n.\n", "\r\n "];

/// The flags whose value goes to the wire, and values that a line break divides.
const BROKEN: [(&str, &str, &str); 22] = [
    ("--from", "a@x.test", "DATA"),
    ("--from", "a@x.test> SIZE=1", "RCPT TO:<eve@x.test>"),
    ("--from", "Eve", "Bcc: eve@x.test <a@x.test>"),
    ("--to", "b@x.test", "eve@x.test"),
    ("--to", "b@x.test>", "RCPT TO:<eve@x.test>"),
    ("--to", "\"Pepe", "\" <b@x.test>"),
    ("--cc", "c@x.test", "DATA"),
    ("--bcc", "c@x.test", "DATA"),
    ("--reply-to", "c@x.test", "Bcc: eve@x.test"),
    ("--reply-to", "Eve", " <c@x.test>"),
    ("--mail-from", "c@x.test", "DATA"),
    ("--mail-from", "", "DATA"),
    ("--rcpt", "c@x.test", "DATA"),
    ("--subject", "a", "Bcc: eve@x.test"),
    ("--subject", "¿qué?", "Bcc: eve@x.test"),
    ("--header", "X-A: a", "Bcc: eve@x.test"),
    ("--header", "X-A", ": a"),
    ("--helo", "x.test", "MAIL FROM:<>"),
    ("--helo", "", "x.test"),
    ("--user", "alicia", "RSET"),
    ("--sni", "x.test", "y.test"),
    ("--charset", "utf-8", "X-A: a"),
];

#[test]
fn line_breaks_in_values_are_usage_errors_and_nobody_is_called() {
    let mut wrong = Vec::new();
    for (flag, before, behind) in BROKEN {
        for value in BREAKS.map(|end| format!("{before}{end}{behind}")) {
            let server = Server::smtp(Smtp::offering(&["PIPELINING", "AUTH PLAIN LOGIN", "SMTPUTF8", "8BITMIME"]));
            let base = if flag == "--from" { vec![] } else { vec!["--from", "alicia@example.test"] };
            let to = ["--to", "pepe@example.test", "--body", "b", "--password-env", "SECRET", flag, &value];
            let outcome = Mailtool::send(&server.address(), base).args(to).env("SECRET", "wonder land").run();
            let field = flag.trim_start_matches('-');
            let named = outcome.err().to_lowercase().contains(field) && !outcome.err().contains('\r');
            if server.connections() > 0 || outcome.code != Some(64) || !named {
                let connected = if server.connections() > 0 { ", connected" } else { "" };
                wrong.push(format!("{flag} {value:?}: exit {:?}{connected}: {}", outcome.code, outcome.err()));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new(), "{}", wrong.join("\n"));
}

#[test]
fn line_breaks_behind_a_good_value_are_usage_errors_too() {
    for flag in
        ["--from", "--to", "--cc", "--bcc", "--reply-to", "--mail-from", "--rcpt", "--subject", "--helo", "--user"]
    {
        for end in ["\n", "\r", "\r\n"] {
            let value = format!("a@x.test{end}");
            let outcome = unheard(|server| {
                let fixed = ["--to", "pepe@example.test", "--password-env", "SECRET", flag, &value];
                let mailtool = Mailtool::send(server, fixed).env("SECRET", "x");
                if flag == "--from" { mailtool } else { mailtool.args(["--from", "a@example.test"]) }
            });
            assert_eq!(outcome.code, Some(64), "{flag} {value:?}\n{outcome}");
        }
    }
}

#[test]
fn control_characters_in_a_server_are_usage_errors() {
    for server in ["127.0.0.1\r\n", "x.test\nDATA", "\x1b[2J", "smtp://eve\r\n@127.0.0.1"] {
        let outcome = Mailtool::letter(server).args(["--password-env", "SECRET"]).env("SECRET", "x").run();
        outcome.expect(64).says(&["--server", "--user"]);
    }
}

#[test]
fn a_bad_server_is_a_usage_error() {
    for server in
        ["", "ftp://x.test", "x.test:0", "x.test:65536", "x.test:smtp", "[::1", "smtp://", "a b", "imap://x.test"]
    {
        let outcome = Mailtool::letter(server).run().expect(64);
        assert!(outcome.err().contains("--server"), "{server:?}\n{outcome}");
    }
    Mailtool::new(["send", "--from", "a@x.test", "--to", "b@x.test", "--no-such-flag"]).run().expect(64);
    Mailtool::new(["no-such-command"]).run().expect(64);
}

#[test]
fn the_environment_is_looked_at_as_closely() {
    for email in ["a@x.test\r\nDATA", "a@x.test\n", "a b@x.test", "\r\n", "a@x.test>\nRCPT TO:<eve@x.test>"] {
        let outcome =
            unheard(|server| Mailtool::send(server, ["--to", "pepe@example.test", "--body", "b"]).env("EMAIL", email));
        assert_eq!(outcome.code, Some(64), "EMAIL={email:?}\n{outcome}");
        assert!(outcome.err().contains("EMAIL"), "{outcome}");
    }
    let server = Server::smtp(Smtp::offering(&[]));
    let args = ["--to", "pepe@example.test", "--body", "b"];
    Mailtool::send(&server.address(), args).env("EMAIL", "Alicia <alicia@x.test>").run().expect(0);
    let heard = server.finish_one();
    assert!(heard.has("MAIL FROM:<alicia@x.test>") && heard.has("From: Alicia <alicia@x.test>"), "{heard:?}");
}

#[test]
fn control_characters_in_a_password_are_usage_errors() {
    let room = Room::new();
    for (n, secret) in [&b"wonder\0land\n"[..], b"wonder\rland\n", b"\0\n", b"\0alicia\0wonder"].into_iter().enumerate()
    {
        let file = room.file(&n.to_string(), secret);
        let outcome = unheard(|server| Mailtool::letter(server).args(["-u", "alicia", "--password-file", &file]));
        assert_eq!(outcome.code, Some(64), "{secret:?}\n{outcome}");
        assert!(outcome.err().contains("--password-file"), "{outcome}");
        assert!(!outcome.err().contains("wonder"), "{outcome}");
        let command = format!("cat {file}");
        unheard(|server| Mailtool::letter(server).args(["-u", "alicia", "--password-cmd", &command])).expect(64);
    }
    for secret in ["wonder\nland", "wonder\r\n"] {
        let flags = ["-u", "alicia", "--password-env", "SECRET"];
        unheard(|server| Mailtool::letter(server).args(flags).env("SECRET", secret)).expect(64);
        unheard(|server| Mailtool::letter(server).args(["-u", "alicia", "--password", secret])).expect(64);
    }
}

#[test]
fn the_password_is_the_first_line_of_its_file() {
    let room = Room::new();
    let plain = super::encoding::base64(b"\0alicia\0wonder land");
    for (n, content) in
        ["wonder land", "wonder land\n", "wonder land\r\n", "wonder land\nRSET\n"].into_iter().enumerate()
    {
        let file = room.file(&n.to_string(), content);
        let server = Server::smtp(Smtp::offering(&["AUTH PLAIN"]));
        Mailtool::letter(&server.address()).args(["-u", "alicia", "--password-file", &file]).run().expect(0);
        let heard = server.finish_one();
        assert!(heard.lines().contains(&format!("AUTH PLAIN {plain}")), "{content:?} {heard:?}");
    }
    unheard(|server| Mailtool::letter(server).args(["-u", "alicia", "--password-file", &room.at("none")])).expect(66);
    let outcome = unheard(|server| Mailtool::letter(server).args(["-u", "alicia", "--password-env", "NONE"]));
    outcome.expect(78).says(&["NONE"]);
    unheard(|server| Mailtool::letter(server).args(["-u", "alicia", "--password-cmd", "false"])).expect(78);
    // no password, and nobody to ask
    unheard(|server| Mailtool::letter(server).args(["-u", "alicia"])).expect(78).says(&["--password-file"]);
}

#[test]
fn line_breaks_in_the_names_of_files_are_usage_errors() {
    let room = Room::new();
    for name in ["x\r\nX: y.jpg", "x\ny.jpg", "x\ry.jpg", "\n.jpg"] {
        let file = room.file(name, "picture");
        let attach = unheard(|server| Mailtool::letter(server).args(["--attach", &file]));
        assert_eq!(attach.code, Some(64), "{name:?}\n{attach}");
        let inline = unheard(|server| Mailtool::letter(server).args(["--html", "<img>", "--inline", &file]));
        assert_eq!(inline.code, Some(64), "{name:?}\n{inline}");
        // where the name goes nowhere it does no harm
        let body = format!("@{}", room.file(&format!("{name}.txt"), "text"));
        let server = Server::smtp(Smtp::offering(&[]));
        let args = ["--from", "a@x.test", "--to", "b@x.test", "--body", &body];
        Mailtool::send(&server.address(), args).run().expect(0);
    }
}

#[test]
fn quotes_and_bytes_in_the_names_of_files_stay_within_their_parameter() {
    use std::os::unix::ffi::OsStrExt as _;
    let room = Room::new();
    for name in
        [&b"a\"; name=\"b.jpg"[..], b"back\\slash.jpg", "señal ✉.jpg".as_bytes(), b"caf\xe9.jpg", b"=?utf-8?q?x?=.jpg"]
    {
        let path = room.path().join(std::ffi::OsStr::from_bytes(name));
        std::fs::write(&path, "picture").expect("a file");
        let server = Server::smtp(Smtp::offering(&[]));
        let outcome = Mailtool::letter(&server.address()).args(["--attach".as_ref(), path.as_os_str()]).run();
        assert_eq!(outcome.code, Some(0), "{name:?}\n{outcome}");
        let message = server.finish_one().messages.concat();
        let text = String::from_utf8_lossy(&message);
        assert!(message.is_ascii() && text.contains("Content-Disposition: attachment"), "{name:?}\n{text}");
        let fields = text.lines().filter(|line| line.to_lowercase().starts_with("content-disposition")).count();
        assert_eq!(fields, 1, "{text}");
    }
}

#[test]
fn files_that_are_not_there() {
    let room = Room::new();
    let missing = room.at("no-such-file");
    let inline = ["--html", "<p>", "--inline", &missing];
    let body = format!("@{missing}");
    for args in [&["--attach", &missing][..], &inline, &["--html", &body]] {
        unheard(|server| Mailtool::letter(server).args(args)).expect(66).says(&["no-such-file"]);
    }
    let envelope = ["--from", "a@x.test", "--to", "b@x.test"];
    for args in [["--body", &body], ["--eml", &missing], ["--mbox", &missing]] {
        unheard(|server| Mailtool::send(server, envelope).args(args)).expect(66).says(&["no-such-file"]);
    }
    let directory = room.directory("directory");
    unheard(|server| Mailtool::letter(server).args(["--attach", &directory])).expect(66);
    unheard(|server| Mailtool::letter(server).args(["--ca", &missing])).expect(66);
    unheard(|server| Mailtool::letter(server).args(["--record", "/no/such/directory/x"])).expect(73);
}

#[test]
fn a_host_that_does_not_exist() {
    for server in ["x.invalid", "smtp://x.invalid:2525", "submission://mail.x.invalid"] {
        Mailtool::letter(server).args(["-qq"]).run().expect(68).says(&["x.invalid"]);
    }
}

#[test]
fn no_recipients() {
    unheard(|server| Mailtool::send(server, ["--from", "a@x.test", "--body", "b"])).expect(64).says(&["--to"]);
    let room = Room::new();
    let letter = room.file("letter.eml", "From: a@x.test\r\nSubject: for nobody\r\n\r\nx\r\n");
    // here it is the message that names nobody
    unheard(|server| Mailtool::send(server, ["--eml", &letter])).expect(65).says(&["recipient"]);
}

/// Bad lists, and from where to where the bad address stands.
const BAD: [(&str, usize, usize); 9] = [
    ("pepe", 0, 4),
    ("pe pe@x.test", 0, 12),
    ("pepe@x..test", 0, 12),
    ("pepe@x.test, @x.test", 12, 20),
    ("a@x.test, b@@x.test, c@x.test", 9, 19),
    ("a@x.test, b@x.test, c d@x.test", 19, 30),
    ("Pepe <pepe@x.test", 0, 17),
    ("Pepe pepe@x.test>", 0, 17),
    ("a@x.test, pepe@x.test otro@x.test", 9, 33),
];

#[test]
fn a_bad_address_is_named_with_its_flag_and_the_place() {
    for (address, from, to) in BAD {
        for flag in ["--to", "--cc", "--bcc", "--reply-to", "--from"] {
            let outcome = unheard(|server| {
                let base = if flag == "--from" {
                    &["--to", "b@x.test"][..]
                } else {
                    &["--from", "a@x.test", "--to", "b@x.test"]
                };
                Mailtool::send(server, base).args(["--body", "b", flag, address])
            });
            assert_eq!(outcome.code, Some(64), "{flag} {address:?}\n{outcome}");
            let text = outcome.err();
            assert!(text.contains(flag), "{flag} {address:?}\n{outcome}");
            let place = text
                .split_once("offset ")
                .and_then(|(_, behind)| behind.split(|c: char| !c.is_ascii_digit()).next()?.parse::<usize>().ok());
            let fits = place.is_some_and(|place| (from..=to).contains(&place));
            assert!(fits, "{flag} {address:?}: no place from {from} to {to}\n{outcome}");
        }
    }
}

#[test]
fn one_bad_address_of_many_stops_all() {
    for args in [["--to", "good@x.test,bad@@x.test"], ["--cc", "bad@"], ["--bcc", "@bad"], ["--rcpt", "b ad@x.test"]] {
        unheard(|server| Mailtool::letter(server).args(args)).expect(64).says(&[args[0]]);
    }
    unheard(|server| Mailtool::letter(server).args(["--mail-from", "a@x.test, b@x.test"])).expect(64);
}

#[test]
fn long_addresses_are_refused_here_not_there() {
    let local = format!("{}@x.test", "a".repeat(65));
    let domain = format!("a@{}.test", "b".repeat(64));
    let path = format!("a@{}test", "b.".repeat(130));
    for address in [local, domain, path] {
        unheard(|server| Mailtool::letter(server).args(["--to", &address])).expect(64).says(&["too long"]);
    }
}

#[test]
fn values_that_are_none_are_usage_errors() {
    for args in [
        ["--tls", "maybe"],
        ["--pipeline", "always"],
        ["--chunking", "x"],
        ["--smtputf8", "x"],
        ["--encoding", "rot13"],
        ["--charset", "klingon"],
        ["--color", "blue"],
        ["--timeout", "0"],
        ["--timeout", "inf"],
        ["--timeout", "soon"],
        ["--deadline", "NaN"],
        ["--auth", "ROT13"],
        ["--header", "no colon"],
        ["--header", "b ad: x"],
        ["--header", ": x"],
        ["--helo", "bad name"],
        ["--helo", ""],
    ] {
        let login = ["-u", "alicia", "--password-env", "SECRET"];
        let outcome = unheard(|server| Mailtool::letter(server).args(login).env("SECRET", "x").args(args));
        assert_eq!(outcome.code, Some(64), "{args:?}\n{outcome}");
        assert!(outcome.err().contains(args[0]), "{args:?}\n{outcome}");
    }
}

#[test]
fn help_and_version_are_results() {
    for args in [&["--help"][..], &["--version"], &["send", "--help"], &["serve", "--help"], &["help", "send"]] {
        let outcome = Mailtool::new(args).run().expect(0);
        assert!(!outcome.stdout.is_empty() && outcome.stderr.is_empty(), "{args:?}\n{outcome}");
    }
    let help = Mailtool::new(["send", "--help"]).run().out();
    for flag in [
        "--server",
        "--tls",
        "--password-file",
        "--password-cmd",
        "--attach",
        "--eml",
        "--mbox",
        "--dry-run",
        "--record",
    ] {
        assert!(help.contains(flag), "{flag} is not in the help");
    }
}

#[test]
fn an_empty_message_is_none() {
    let room = Room::new();
    let empty = room.file("empty", "");
    for flag in ["--eml", "--mbox"] {
        unheard(|server| Mailtool::send(server, ["--to", "pepe@example.test", flag, &empty]))
            .expect(65)
            .says(&["no message"]);
    }
}
