//! IMAP: scripts against Dovecot, and against servers that no real one is.

use super::{PASSWORD, keeps_its_secret, lines, talk};
use crate::cli::encoding::base64;
use crate::cli::leaks::Secrets;
use crate::cli::{Mailtool, Outcome, Room};
use crate::mock::imap::{CREDENTIALS, GREETING};
use crate::mock::{Imap, Server, Step};
use crate::peers::ca::Authority;
use crate::peers::dovecot::{self, ALICIA, Dovecot, Options};
use crate::peers::{self, fetch, or_skip};

/// A script for a server of the tests.
fn at(server: &Server, script: &str) -> Mailtool {
    talk(&format!("imap://{}", server.address()), script)
}

/// What a script comes to, and what its server heard.
fn told(rules: Imap, script: &str, code: i32) -> (Outcome, Vec<String>) {
    let server = Server::imap(rules);
    let outcome = at(&server, script).run().expect(code);
    (outcome, server.finish_one().lines())
}

#[test]
fn commands_get_tags_and_lines_with_tags_go_as_they_are() {
    let script = "# a comment\n\nNOOP\nx1 NOOP\na7 SELECT INBOX\nuid fetch 1 (FLAGS)\nNOOP\n";
    let (outcome, heard) = told(Imap::offering(""), script, 0);
    let said = ["a1 NOOP", "x1 NOOP", "a7 SELECT INBOX", "a8 uid fetch 1 (FLAGS)", "a9 NOOP", "a10 LOGOUT"];
    assert_eq!(heard, said, "{outcome}");
    assert_eq!(outcome.err().matches("a tag is put before each command").count(), 1, "{outcome}");
    let server = Server::imap(Imap::offering("").on("SELECT", "FETCH OK done"));
    let outcome = at(&server, "FETCH SELECT x\nb NOOP\n").args(["--tags", "never"]).run().expect(0);
    assert_eq!(server.finish_one().lines(), ["FETCH SELECT x", "b NOOP", "a1 LOGOUT"], "{outcome}");
    assert!(!outcome.err().contains("a tag is put"), "{outcome}");
}

#[test]
fn refusals_are_told_by_the_exit_code_and_the_script_goes_on() {
    for (verb, answer, code) in [
        ("SELECT", "@@ NO no such mailbox", 67),
        ("STATUS", "@@ NO [NONEXISTENT] x", 67),
        ("LOGIN", "@@ NO no", 77),
        ("FETCH", "@@ BAD what?", 76),
        ("APPEND", "@@ NO [OVERQUOTA] full", 69),
        ("COPY", "@@ NO [INUSE] later", 75),
        ("SEARCH", "@@ NO no", 69),
    ] {
        let (outcome, heard) = told(Imap::offering("").on(verb, answer), &format!("{verb} x y\nNOOP\n"), code);
        assert_eq!(heard, [&format!("a1 {verb} x y"), "a2 NOOP", "a3 LOGOUT"], "{outcome}");
    }
    // no command at all: the server's answer is no deviation of its own
    let server = Server::script([
        Step::say("* OK hola\r\n"),
        Step::Expect("NONSENSE"),
        Step::say("NONSENSE BAD what?\r\n"),
        Step::Expect("a1 LOGOUT"),
        Step::say("* BYE\r\na1 OK bye\r\n"),
    ]);
    let outcome = at(&server, "NONSENSE\n").args(["--strict"]).run().expect(76);
    assert!(!outcome.err().contains("unknown-tag"), "{outcome}");
    // a script is over with BYE, and a greeting may be one
    let (outcome, heard) = told(Imap::offering("").does("NOOP", [Step::say("* BYE enough\r\n")]), "NOOP\nNOOP\n", 75);
    assert_eq!(heard, ["a1 NOOP"], "{outcome}");
    let server = Server::imap(Imap::offering("").does(GREETING, [Step::say("* BYE no\r\n"), Step::Close]));
    at(&server, "NOOP\n").run().expect(75);
}

#[test]
fn literals_by_hand_from_a_file_and_up_to_a_dot() {
    let room = Room::new();
    let file = room.file("letter.eml", "Subject: x\n\n.hola\n");
    let script = format!(
        "LOGIN {{4}}\npepe {{4+}}\nabcd\nAPPEND INBOX (\\Seen) {{@{file}}}\nAPPEND INBOX {{}}\nuno\n..\n.\n\
         x LOGIN {{}} {{}}\na\n.\nb\n.\nSEARCH SUBJECT \"{{}}\"\nAPPEND INBOX {{0}}\n\nNOOP\n"
    );
    let (outcome, heard) = told(Imap::offering(""), &script, 0);
    let said = [
        "a1 LOGIN {4}",
        "pepe {4+}",
        "abcd",
        "a2 APPEND INBOX (\\Seen) {21}",
        "Subject: x",
        "",
        ".hola",
        "",
        "a3 APPEND INBOX {9}",
        "uno",
        "..",
        "",
        "x LOGIN {3}",
        "a",
        " {3}",
        "b",
        "",
        "a4 SEARCH SUBJECT \"{}\"",
        "a5 APPEND INBOX {0}",
        "",
        "a6 NOOP",
        "a7 LOGOUT",
    ];
    assert_eq!(heard, said, "{outcome}");
    assert!(outcome.err().contains("* the 21 octets of "), "{outcome}");
    // a file that is not there: the script ends, and its command is not begun
    let server = Server::imap(Imap::offering(""));
    at(&server, "NOOP\nAPPEND INBOX {@/nowhere}\n").run().expect(66).says(&["line 2 of the script", "/nowhere"]);
    assert_eq!(server.finish_one().lines(), ["a1 NOOP"]);
}

#[test]
fn a_literal_that_is_refused_is_left_out_with_what_stands_behind_it() {
    let script = "LOGIN {6}\npepe12 {4}\nabcd\nNOOP\n";
    let steps = [
        Step::say("* OK hola\r\n"),
        Step::Expect("a1 LOGIN {6}"),
        Step::say("a1 NO not here\r\n"),
        Step::Expect("a2 NOOP"),
        Step::say("a2 OK done\r\n"),
        Step::Expect("a3 LOGOUT"),
        Step::say("* BYE\r\na3 OK bye\r\n"),
    ];
    let server = Server::script(steps);
    let outcome = at(&server, script).run().expect(77).says(&["left out"]);
    assert_eq!(server.finish_one().lines(), ["a1 LOGIN {6}", "a2 NOOP", "a3 LOGOUT"], "{outcome}");
}

#[test]
fn a_script_that_ends_in_a_literal_takes_no_leave() {
    for (literal, said) in [("{9}", 3), ("{4}", 3), ("{}", 1)] {
        let server = Server::imap(Imap::offering(""));
        let outcome = at(&server, &format!("NOOP\nAPPEND x {literal}\nab")).run().expect(65);
        outcome.says(&["at line 3, in the middle of the literal that line 2 announces"]);
        assert_eq!(server.finish_one().lines().len(), said, "{literal}");
    }
}

#[test]
fn idle_is_ended_by_done_or_by_the_end() {
    let idle = || {
        let steps = [Step::say("+ idling\r\n* 4 EXISTS\r\n"), Step::Expect("DONE"), Step::say("@@ OK done\r\n")];
        Imap::offering("IDLE").does("IDLE", steps)
    };
    for script in ["IDLE\nDONE\nNOOP\n", "IDLE\n# waits\n\ndone\nNOOP\n"] {
        let (outcome, heard) = told(idle(), script, 0);
        assert_eq!(heard.len(), 4, "{outcome}");
        assert_eq!((heard[0].as_str(), heard[2].as_str()), ("a1 IDLE", "a2 NOOP"), "{outcome}");
        assert!(lines(&outcome).contains(&"* 4 EXISTS".to_owned()), "{outcome}");
    }
    let (outcome, heard) = told(idle(), "IDLE\n", 0);
    assert_eq!(heard, ["a1 IDLE", "DONE", "a2 LOGOUT"], "{outcome}");
    // a server that will not wait
    let (outcome, heard) = told(Imap::offering("").on("IDLE", "@@ BAD no"), "IDLE\nDONE\nNOOP\n", 76);
    assert_eq!(heard, ["a1 IDLE", "a2 NOOP", "a3 LOGOUT"], "{outcome}");
}

#[test]
fn exchanges_by_hand_and_carried() {
    let (user, answer) = (base64(b"pepe"), base64(PASSWORD.as_bytes()));
    let rules = Imap::offering("AUTH=PLAIN SASL-IR").once("AUTHENTICATE", "+ eHk=").once(CREDENTIALS, "+ eHk=");
    let server =
        Server::imap(rules.once(CREDENTIALS, "@@ NO [AUTHENTICATIONFAILED] no").on("AUTHENTICATE", "@@ OK in"));
    let login = ["-u", "pepe", "--password-env", "SECRET"];
    let script = format!("AUTHENTICATE XFOO\n{user}\n{answer}\nx AUTHENTICATE\nNOOP\n");
    let outcome = at(&server, &script).args(login).env("SECRET", PASSWORD).run().expect(77);
    let plain = base64(format!("\0pepe\0{PASSWORD}").as_bytes());
    let said =
        ["a1 AUTHENTICATE XFOO", &user, &answer, &format!("x AUTHENTICATE PLAIN {plain}"), "a2 NOOP", "a3 LOGOUT"];
    assert_eq!(server.finish_one().lines(), said, "{outcome}");
    Secrets::of(PASSWORD).not_in(&outcome.everything(None), "an exchange");
    // without an initial response where that is not offered
    let server = Server::imap(Imap::offering("AUTH=PLAIN"));
    at(&server, "AUTHENTICATE PLAIN\n").args(login).env("SECRET", PASSWORD).run().expect(0);
    assert_eq!(server.finish_one().lines(), ["a1 AUTHENTICATE PLAIN", &plain, "a2 LOGOUT"]);
}

#[test]
fn no_secret_comes_out() {
    let plain = base64(format!("\0pepe\0{PASSWORD}").as_bytes());
    for (what, verb, answer) in [
        ("an echo", "LOGIN", format!("@@ NO {PASSWORD} is wrong")),
        ("an echo unasked", "LOGIN", format!("* OK you said {PASSWORD}\r\n@@ OK x")),
        ("an echo in a literal", "FETCH", format!("* 1 FETCH (BODY[] {{13}}\r\n{PASSWORD})\r\n@@ OK x")),
        ("an echo in a tag", "NOOP", format!("{PASSWORD} OK x")),
        ("an echo of what was decoded", "AUTHENTICATE", format!("@@ NO {plain} {PASSWORD}")),
        ("an echo that is no response", "LOGIN", format!("what, {PASSWORD}?")),
    ] {
        let server = Server::imap(Imap::offering("AUTH=PLAIN SASL-IR").on(verb, &answer));
        let logins = format!("LOGIN pepe {PASSWORD}\nx LOGIN pepe {{13}}\n{PASSWORD}\n\nAUTHENTICATE PLAIN {plain}\n");
        let script = format!("{logins}LOGIN pepe {{}}\n{PASSWORD}\n.\nFETCH 1 BODY[]\nNOOP\n");
        keeps_its_secret(&format!("imap://{}", server.address()), &script, what);
    }
}

#[test]
fn servers_that_break_the_protocol_or_the_connection() {
    for (verb, answer, code, words) in [
        ("NOOP", "@@ OK\r\n@@ OK", 76, "nobody gave"),
        ("NOOP", "x OK", 76, "nobody gave"),
        ("NOOP", "250 ok", 76, ""),
        ("NOOP", "+ go on", 76, "which is whole"),
        ("STARTTLS", "@@ OK go\r\n* OK more", 76, "injection"),
        ("STARTTLS", "@@ NO not today", 69, "not today"),
    ] {
        let server = Server::imap(Imap::offering("").on(verb, answer));
        at(&server, &format!("{verb}\nNOOP\n")).args(["--timeout", "2"]).run().expect(code).says(&[words]);
    }
    let server = Server::imap(Imap::offering("").on("STARTTLS", "@@ NO not today"));
    at(&server, "STARTTLS\n").args(["--tls", "starttls"]).run().expect(77);
    let server = Server::imap(Imap::offering("").does("NOOP", [Step::say("* 1 FETCH (BODY[] {9}\r\nx"), Step::Close]));
    at(&server, "NOOP\n").run().expect(75).says(&["closed"]);
    let server = Server::imap(Imap::offering("").on("COMPRESS", "@@ NO not today"));
    at(&server, "COMPRESS DEFLATE\nNOOP\n").run().expect(69).says(&["C: a2 NOOP"]);
    let hostile = "* OK \x1b]0;pwned\x07\u{202e}\r\n@@ OK";
    let outcome = at(&Server::imap(Imap::offering("").on("NOOP", hostile)), "NOOP\n").run().expect(0);
    assert!(!outcome.out().contains('\x1b') && !outcome.err().contains('\u{202e}'), "{outcome}");
}

#[test]
fn with_dovecot() {
    or_skip!(dovecot::need(), peers::ca::need(), fetch::need());
    let (room, authority) = (Room::new(), Authority::throw_away());
    let files = authority.server(&["imap.example.test", "127.0.0.1"]);
    let extra = "protocol imap {\n mail_plugins = imap_zlib\n}";
    let dovecot = Dovecot::start(&Options { certificate: Some(&files), extra, ..Default::default() });
    dovecot.put(ALICIA.0, ["Subject: uno\n\nhola\n"]);
    let (ca, password) = (authority.ca().to_str().expect("a path"), room.file("password", ALICIA.1));
    let login = ["--ca", ca, "-u", ALICIA.0, "--password-file", &password];
    let clear = format!("imap://127.0.0.1:{}", dovecot.imap);
    for mechanism in ["AUTHENTICATE", "AUTHENTICATE PLAIN", "x authenticate login", "AUTHENTICATE SCRAM-SHA-256"] {
        let script = format!("CAPABILITY\nSTARTTLS\nCAPABILITY\n{mechanism}\nSELECT INBOX\nLOGOUT\n");
        let outcome = talk(&clear, &script).args(login).args(["--tls", "starttls", "--strict"]).run().expect(0);
        for said in ["counts no more: CAPABILITY comes again", "S~ * OK [UIDVALIDITY ", "C~ a6 LOGOUT"] {
            let said = if mechanism.starts_with('x') { said.replace("a6", "a5") } else { said.to_owned() };
            assert!(outcome.err().contains(&said), "{said}\n{outcome}");
        }
        Secrets::of(ALICIA.1).not_in(&outcome.everything(None), mechanism);
    }
    let script = "CAPABILITY\nAUTHENTICATE\nCOMPRESS DEFLATE\nSELECT INBOX\nLOGOUT\n";
    let outcome = talk(&clear, script).args(login).run().expect(0);
    let behind = outcome.err();
    let behind = behind.split_once("* COMPRESS=DEFLATE is on").expect("compression").1;
    assert!(behind.contains("S: * OK [UIDVALIDITY ") && behind.contains("S: * BYE"), "{outcome}");
    talk(&clear, "STARTTLS\nAUTHENTICATE\n").args(login).run().expect(77).says(&["CAPABILITY asks"]);
    let letter = room.file("letter.eml", "Subject: dos\n\n.adios\n");
    let script = format!(
        "LOGIN alicia {{}}\n{}\n.\nSELECT INBOX\nFETCH 1 (FLAGS BODY.PEEK[])\nAPPEND INBOX (\\Seen) {{@{letter}}}\n\
         IDLE\nDONE\nSEARCH SUBJECT {{3+}}\ndos\n\nSTATUS nada (MESSAGES)\n",
        ALICIA.1
    );
    // the CRLF of the last line counts, so this password is wrong
    talk(&clear, &script).run().expect(77);
    let script = script.replace("{}\nwonder land\n.\n", "{11}\nwonder land\n\n");
    let secure = format!("imaps://127.0.0.1:{}", dovecot.imaps);
    let outcome = talk(&secure, &script).args(["--ca", ca]).run().expect(67);
    for said in ["C~ a1 LOGIN alicia {11}", "S~ Subject: uno", "S~ + idling", "C~ DONE", "S~ * SEARCH 2"] {
        assert!(outcome.err().contains(said), "{said}\n{outcome}");
    }
    Secrets::of(ALICIA.1).not_in(&outcome.everything(None), "a literal");
    let arrived = fetch::imap_messages(dovecot.imap, ALICIA.0, ALICIA.1);
    assert_eq!(arrived.last().map(|message| message.ends_with(b"Subject: dos\r\n\r\n.adios\r\n")), Some(true));
}
