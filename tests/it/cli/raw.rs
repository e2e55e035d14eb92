//! `mailtool send --raw-octets`: what goes behind DATA as it is.

use super::{Mailtool, Room};
use crate::mock::{Server, Smtp};
use crate::peers::exim::{self, Exim};
use crate::peers::or_skip;
use crate::peers::postfix::{self, Postfix};

const PEOPLE: [&str; 5] = ["--mail-from", "a@example.test", "--rcpt", "pepe@example.test", "--raw-octets"];

#[test]
fn octet_by_octet() {
    let room = Room::new();
    for (octets, added) in [
        (&b"a\n.\nb"[..], "\r\n.\r\n"),
        (b"a\r\n", ".\r\n"),
        (b".a\r\n..\r\nb\n", "\r\n.\r\n"),
        (b"a\r\n.\r\n", ""),
        (b"a\r\n\r\n.\r\n", ""),
        (b"a\n.\r\n", ".\r\n"),
        (b"", ".\r\n"),
        (b".\r\n", ""),
        (b"\r\n.", "\r\n.\r\n"),
        (b"a\0\xff\rb\r\n", ".\r\n"),
    ] {
        let file = room.file("octets", octets);
        // What is offered beside it changes nothing.
        let server = Server::smtp(Smtp::offering(&["PIPELINING", "CHUNKING", "8BITMIME", "SIZE"]));
        let outcome = Mailtool::send(&server.address(), PEOPLE).args([&file]).run().expect(0);
        let heard = server.finish_one().octets;
        let text = [&b"DATA\r\n"[..], octets, added.as_bytes(), b"QUIT\r\n"].concat();
        assert!(heard.ends_with(&text), "{octets:?}: {:?}", String::from_utf8_lossy(&heard));
        let size = format!(" SIZE={}", octets.len());
        assert!(outcome.err().contains(&size), "{outcome}");
        let printed = Mailtool::send("127.0.0.1:1", PEOPLE).args([&file, "--dry-run"]).run().expect(0).stdout;
        assert_eq!(printed, octets);
    }
    // Much of it, from standard input, in pieces.
    let large = b".\r.\n".repeat(100_000);
    let server = Server::smtp(Smtp::offering(&[]));
    Mailtool::send(&server.address(), PEOPLE).args(["-", "-q"]).stdin(&large).run().expect(0);
    let heard = server.finish_one().messages.concat();
    assert!(heard == [&large[..], b"\r\n"].concat(), "{} octets", heard.len());
}

/// A letter, and within it what a careless server takes for the end of it and another one behind that.
const SMUGGLED: &str = "From: a@example.test\r\nSubject: uno\r\n\r\nhola\n.\nMAIL FROM:<evil@example.test>\r\n\
    RCPT TO:<pepe@example.test>\r\nDATA\r\nSubject: dos\r\n\r\nadios\r\n.\r\n";

#[test]
fn postfix_may_be_fooled_and_need_not() {
    or_skip!(postfix::need());
    let careless = Postfix::start(&postfix::Options { smtpd: &["smtpd_forbid_bare_newline=no"], ..Default::default() });
    let careful = Postfix::start(&postfix::Options { smtpd: &["smtpd_forbid_bare_newline=yes"], ..Default::default() });
    let send = |postfix: &Postfix| {
        let server = format!("127.0.0.1:{}", postfix.smtp);
        Mailtool::send(&server, PEOPLE).args(["-", "--timeout", "5"]).stdin(SMUGGLED).run()
    };
    let outcome = send(&careless).expect(0);
    assert_eq!(outcome.err().matches(": queued as ").count(), 2, "{outcome}");
    assert!(outcome.err().contains("S: 221 ") && outcome.err().contains("answers no command"), "{outcome}");
    assert!(careless.child().log().contains("from=<evil@example.test>"));
    let outcome = send(&careful);
    assert!(outcome.err().matches(": queued as ").count() < 2, "{outcome}");
    assert!(!careful.child().log().contains("from=<evil@example.test>"));
}

#[test]
fn exim_is_not_fooled() {
    or_skip!(exim::need());
    let exim = Exim::start(exim::Options::default());
    let server = format!("127.0.0.1:{}", exim.smtp);
    let outcome = Mailtool::send(&server, PEOPLE).args(["-", "--timeout", "5"]).stdin(SMUGGLED).run();
    assert!(!outcome.err().contains("answers no command"), "{outcome}");
    assert!(!exim.child().log().contains("evil@example.test"), "{}", exim.child().log());
}

#[test]
fn who_breaks_off_may_have_it() {
    use crate::mock::Step;
    use crate::mock::smtp::DOT;
    for steps in [vec![Step::Close], vec![Step::say("hola\r\n"), Step::Close]] {
        let server = Server::smtp(Smtp::offering(&[]).does(DOT, steps));
        let outcome = Mailtool::send(&server.address(), PEOPLE).args(["-", "--json"]).stdin("x").run().expect(75);
        assert_eq!(outcome.field("status"), ["uncertain"], "{outcome}");
        assert_eq!(server.finish_one().messages.len(), 1);
    }
    // More than was asked is told, and ends.
    let surplus = "250 2.0.0 one\r\n".to_owned() + &"250 2.0.0 more\r\n".repeat(500);
    let server = Server::smtp(Smtp::offering(&[]).on(DOT, surplus.trim_end()));
    Mailtool::send(&server.address(), PEOPLE).args(["-", "--timeout", "5"]).stdin("x").run().expect(0);
}

#[test]
fn what_makes_no_sense() {
    let send = |args: &[&str]| Mailtool::send("127.0.0.1:1", args).stdin("x").run();
    send(&["--raw-octets", "-"]).expect(64).says(&["no recipient"]);
    send(&["--raw-octets", "-", "--rcpt", "a@b.test", "--body", "x"]).expect(64);
    send(&["--raw-octets", "-", "--rcpt", "a@b.test", "--eml", "-"]).expect(64);
    send(&["--raw-octets", "/nonexistent", "--rcpt", "a@b.test"]).expect(66);
}
