//! Servers that fall silent, hang up, talk without end or out of turn: the program says what it waited for, ends soon,
//! and with the right exit code.

use std::thread;
use std::time::Duration;

use super::encoding::base64_fragments;
use super::{Mailtool, Outcome, Room};
use crate::mock::smtp::{CREDENTIALS, DOT, GREETING};
use crate::mock::{Heard, Server, Smtp, Step};

/// The password of [`login`].
const PASSWORD: &str = "wonder land";

/// A letter, with a login.
fn login(server: &str, args: &[&str]) -> Mailtool {
    Mailtool::letter(server).args(["-u", "alicia", "--password-env", "SECRET"]).env("SECRET", PASSWORD).args(args)
}

/// A step of the dialogue, how to get there, and the words for it.
struct Phase {
    name: &'static str,
    offers: &'static [&'static str],
    args: &'static [&'static str],
    words: &'static [&'static str],
}

const fn phase(
    name: &'static str,
    offers: &'static [&'static str],
    args: &'static [&'static str],
    words: &'static [&'static str],
) -> Phase {
    Phase { name, offers, args, words }
}

/// All steps at which a server can fail; QUIT is none, because nothing depends on it.
const PHASES: [Phase; 13] = [
    phase(GREETING, &[], &[], &["greeting"]),
    phase("EHLO", &[], &[], &["EHLO"]),
    phase("HELO", &[], &["--legacy-helo"], &["HELO"]),
    phase("STARTTLS", &["STARTTLS"], &["--tls", "starttls"], &["STARTTLS"]),
    phase("AUTH", &["AUTH PLAIN"], &["--auth", "PLAIN"], &["AUTH"]),
    phase(CREDENTIALS, &["AUTH LOGIN"], &["--auth", "LOGIN"], &["AUTH"]),
    phase("MAIL", &[], &[], &["MAIL"]),
    phase("MAIL", &["PIPELINING"], &[], &["MAIL"]),
    phase("RCPT", &[], &[], &["RCPT"]),
    phase("RCPT", &["PIPELINING"], &[], &["RCPT"]),
    phase("DATA", &[], &[], &["DATA"]),
    phase("DATA", &["PIPELINING"], &[], &["DATA"]),
    phase(DOT, &[], &[], &["dot", "message"]),
];

/// Runs a letter against a server that at this phase does these steps.
fn fail_at(phase: &Phase, steps: &[Step], json: bool) -> (Outcome, Heard) {
    let auth = phase.name == CREDENTIALS;
    let smtp = Smtp::offering(phase.offers).does(phase.name, steps);
    let server = Server::smtp(if auth { smtp.on("AUTH", "334 VXNlcm5hbWU6") } else { smtp });
    let base = if phase.args.contains(&"--auth") {
        login
    } else {
        |server: &str, args: &[&str]| Mailtool::letter(server).args(args)
    };
    let outcome = base(&server.address(), phase.args).args(["--timeout", "1", "-qq"]);
    let outcome = if json { outcome.args(["--json"]) } else { outcome }.run();
    (outcome, server.finish_one())
}

/// Does the same for all phases at once, since most of it is waiting.
fn at_each_phase(check: impl Fn(&Phase) + Sync) {
    thread::scope(|scope| {
        let threads: Vec<_> = PHASES.iter().map(|phase| (phase, scope.spawn(|| check(phase)))).collect();
        for (phase, thread) in threads {
            let failed = thread.join().is_err();
            assert!(!failed, "at {:?} with {:?}", phase.name, phase.offers);
        }
    });
}

#[test]
fn a_server_that_falls_silent_is_named_and_left() {
    at_each_phase(|phase| {
        let (outcome, _) = fail_at(phase, &[Step::Stall(Duration::from_secs(15))], false);
        let outcome = outcome.expect(75).says(phase.words).says(&["1 second", "1 s", "timeout", "timed out"]);
        assert!(outcome.elapsed < Duration::from_secs(8), "{outcome}");
    });
}

#[test]
fn what_was_said_before_the_silence_is_shown_and_recorded() {
    for (said, word) in [("250-first of two\r\n", "first of two"), ("250 half a li", "half a li"), ("25", "25")] {
        let room = Room::new();
        let record = room.at("record");
        let steps = [Step::say(said), Step::Stall(Duration::from_secs(15))];
        let server = Server::smtp(Smtp::offering(&[]).does("MAIL", steps));
        let outcome =
            Mailtool::letter(&server.address()).args(["--timeout", "1", "--record", &record]).run().expect(75);
        let shown = outcome.err().lines().any(|line| line.starts_with("S: ") && line.ends_with(word));
        assert!(shown, "{said:?} is not shown\n{outcome}");
        let recorded = String::from_utf8_lossy(&room.read("record")).into_owned();
        assert!(
            recorded.lines().any(|line| line.contains("\"side\":\"S\"") && line.contains(word)),
            "{said:?}: {recorded}"
        );
    }
}

#[test]
fn a_server_that_hangs_up_is_temporary() {
    at_each_phase(|phase| {
        let (outcome, heard) = fail_at(phase, &[Step::Close], true);
        let outcome = outcome.expect(75).says(&["closed"]).says(phase.words);
        let status = if phase.name == DOT { "uncertain" } else { "deferred" };
        assert_eq!(outcome.field("status"), [status], "{outcome}");
        assert_eq!(heard.messages.len(), usize::from(phase.name == DOT), "{heard:?}");
    });
}

#[test]
fn a_connection_that_breaks_is_temporary() {
    at_each_phase(|phase| {
        if phase.name == GREETING {
            return; // nothing was said that could be left unread
        }
        let (outcome, _) = fail_at(phase, &[Step::Reset], true);
        let outcome = outcome.expect(75);
        let status = if phase.name == DOT { "uncertain" } else { "deferred" };
        assert_eq!(outcome.field("status"), [status], "{outcome}");
    });
}

#[test]
fn a_handshake_that_stalls_is_temporary_and_named() {
    let steps = [Step::say("220 go\r\n"), Step::Stall(Duration::from_secs(15))];
    let server = Server::smtp(Smtp::offering(&["STARTTLS"]).does("STARTTLS", steps));
    let outcome = Mailtool::letter(&server.address()).args(["--tls", "starttls", "--timeout", "1", "-qq"]).run();
    outcome.expect(75).says(&["handshake"]);
}

#[test]
fn after_the_final_dot_nothing_is_certain() {
    let stall = vec![Step::Stall(Duration::from_secs(15))];
    for steps in [stall, vec![Step::Close], vec![Step::Reset], vec![Step::say("what?\r\n"), Step::Close]] {
        for (offers, verb) in [(&["PIPELINING"][..], DOT), (&["PIPELINING", "CHUNKING"], "BDAT")] {
            if verb == "BDAT" && matches!(steps[..], [Step::Reset]) {
                continue; // all of the chunk was read: nothing is left that could reset
            }
            let server = Server::smtp(Smtp::offering(offers).does(verb, steps.clone()));
            let outcome = Mailtool::letter(&server.address()).args(["--timeout", "1", "--json"]).run().expect(75);
            assert_eq!(outcome.field("status"), ["uncertain"], "{steps:?} {verb} {outcome}");
            assert_eq!(server.finish_one().messages.len(), 1, "{steps:?} {verb}: it is not tried again");
        }
    }
}

#[test]
fn before_the_final_dot_nothing_was_delivered() {
    let room = Room::new();
    let attachment = room.file("large.bin", vec![0xa5; 24 << 20]);
    let steps = [Step::say("354 go\r\n"), Step::Read(10_000), Step::Close];
    let server = Server::smtp(Smtp::offering(&["SIZE"]).does("DATA", steps));
    let outcome = Mailtool::letter(&server.address()).args(["--attach", &attachment, "--json", "-qq"]).run().expect(75);
    assert_eq!(outcome.field("status"), ["deferred"], "{outcome}");
    assert_eq!(server.finish_one().messages.len(), 0);
}

#[test]
fn a_server_that_no_longer_listens_is_left() {
    let room = Room::new();
    let attachment = room.file("large.bin", vec![0xa5; 24 << 20]);
    let steps = [Step::say("354 go\r\n"), Step::Deaf(Duration::from_secs(4)), Step::Close];
    let server = Server::smtp(Smtp::offering(&[]).does("DATA", steps));
    let outcome = Mailtool::letter(&server.address()).args(["--attach", &attachment, "--timeout", "1", "-qq"]).run();
    let outcome = outcome.expect(75).says(&["taking", "message", "sent"]);
    assert!(outcome.elapsed < Duration::from_secs(8), "{outcome}");
}

#[test]
fn what_a_server_says_in_the_middle_of_the_message_stops_it() {
    let room = Room::new();
    let attachment = room.file("large.bin", vec![0xa5; 24 << 20]);
    let steps = [Step::say("354 go\r\n"), Step::Read(1_000_000), Step::say("552 5.3.4 too much\r\n")];
    let steps = [&steps[..], &[Step::Stall(Duration::from_secs(15))]].concat();
    let server = Server::smtp(Smtp::offering(&[]).does("DATA", steps));
    let outcome = Mailtool::letter(&server.address()).args(["--attach", &attachment, "--json"]).run().expect(65);
    assert_eq!((outcome.field("status"), outcome.field("code")), (vec!["refused".to_owned()], vec!["552".to_owned()]));
    let sent = server.finish_one().octets.len();
    assert!(sent < 20 << 20, "the upload went on for {sent} octets");
}

#[test]
fn after_a_delivery_quit_may_fail_as_it_likes() {
    let faults: [&[Step]; 5] = [
        &[Step::Stall(Duration::from_secs(15))],
        &[Step::Close],
        &[Step::Reset],
        &[Step::say("500 never\r\n")],
        &[Step::say("\x1b[2J garbage\r\n"), Step::Close],
    ];
    for steps in faults {
        let server = Server::smtp(Smtp::offering(&[]).does("QUIT", steps));
        let outcome = Mailtool::letter(&server.address()).args(["--timeout", "1", "--json"]).run().expect(0);
        assert_eq!(outcome.field("status"), ["delivered"], "{steps:?}");
    }
}

#[test]
fn the_deadline_bounds_the_whole() {
    let slow = |reply: &str| vec![Step::Stall(Duration::from_millis(700)), Step::say(reply)];
    let smtp = Smtp::offering(&[]).does("MAIL", slow("250 ok\r\n")).does("RCPT", slow("250 ok\r\n"));
    let server = Server::smtp(smtp.does("DATA", slow("354 go\r\n")));
    let outcome = Mailtool::letter(&server.address()).args(["--timeout", "5", "--deadline", "1.5"]).run().expect(75);
    assert!(outcome.elapsed < Duration::from_secs(4), "{outcome}");
    outcome.says(&["--deadline 1.5 s ended while waiting for the answer to DATA"]);
    assert_eq!(server.finish_one().messages.len(), 0);
}

#[test]
fn replies_may_come_octet_by_octet() {
    let slowly = |reply: &str| [Step::SayEachOctet(reply.as_bytes().to_vec())];
    let smtp = Smtp::offering(&["PIPELINING"])
        .does(GREETING, slowly("220-a\r\n220 b\r\n"))
        .does("MAIL", slowly("250-2.1.0 a\r\n250 2.1.0 b\r\n"));
    let server =
        Server::smtp(smtp.does("DATA", slowly("354 go\r\n")).does(DOT, slowly("250 2.0.0 Ok: queued as ABC\r\n")));
    let outcome = Mailtool::letter(&server.address()).args(["--json"]).run().expect(0);
    assert_eq!(
        (outcome.field("queue_id"), outcome.field("enhanced")),
        (vec!["ABC".to_owned()], vec!["2.0.0".to_owned()])
    );
}

/// What a server says all the time, and where: behind the greeting or the command.
const FLOODS: [(&str, &str, &str); 7] = [
    ("no line end", GREETING, "a"),
    ("no line end behind a code", GREETING, "220 aaaaaaaaaaaaaaaaaaaaaaaaaaaa"),
    ("octets of value 0", GREETING, "\0"),
    ("a greeting without end", GREETING, "220-more\r\n"),
    ("a reply without end", "EHLO", "250-XTENSION a b c\r\n"),
    ("replies without end", "EHLO", "250 ok\r\n"),
    ("lines that are no replies", "EHLO", "once upon a time\r\n"),
];

#[test]
fn a_flood_is_cut_off_and_costs_no_memory() {
    for (what, verb, text) in FLOODS {
        let flood = [Step::Flood(text.as_bytes().to_vec(), 256 << 20)];
        let server = Server::smtp(Smtp::offering(&[]).does(verb, flood));
        let room = Room::new();
        let record = room.at("record");
        let outcome = Mailtool::letter(&server.address()).args(["-vv", "--record", &record]).run();
        assert_eq!(outcome.code, Some(76), "{what}: {outcome}");
        assert!(outcome.elapsed < Duration::from_secs(15), "{what}: {:?}", outcome.elapsed);
        assert!(outcome.peak < 96 << 10, "{what}: {} KiB", outcome.peak);
        let shown = outcome.stderr.len() + room.read("record").len();
        assert!(shown < 16 << 20, "{what}: {shown} octets were written about it");
        let said = server.finish_one().said;
        assert!(said < 64 << 20, "{what}: {said} octets were taken");
    }
}

/// Replies that come unasked, twice, or with a code that cannot stand there.
const OUT_OF_TURN: [(&str, &str, &str); 10] = [
    ("a reply before EHLO", GREETING, "220 mock\r\n250 mock"),
    ("two replies to EHLO", "EHLO", "250 mock\r\n250 mock"),
    ("two replies to MAIL", "MAIL", "250 ok\r\n250 ok"),
    ("two replies to RCPT", "RCPT", "250 ok\r\n250 ok"),
    ("354 to MAIL", "MAIL", "354 go"),
    ("354 to RCPT", "RCPT", "354 go"),
    ("250 to DATA", "DATA", "250 ok"),
    ("334 to MAIL", "MAIL", "334 dXNlcg=="),
    ("a code of two digits", "MAIL", "25 ok"),
    ("a code that is none", "MAIL", "999 ok"),
];

#[test]
fn replies_out_of_turn_break_the_protocol() {
    for (what, verb, reply) in OUT_OF_TURN {
        for offers in [&[][..], &["PIPELINING"]] {
            let server = Server::smtp(Smtp::offering(offers).on(verb, reply));
            let outcome = Mailtool::letter(&server.address()).args(["-qq", "--timeout", "3"]).run();
            assert_eq!(outcome.code, Some(76), "{what} {offers:?}: {outcome}");
            assert!(outcome.out().contains("RFC"), "{what} {offers:?}: {outcome}");
            let heard = server.finish_one();
            assert!(heard.messages.iter().all(Vec::is_empty), "{what} {offers:?}: a message went out: {heard:?}");
        }
    }
}

#[test]
fn a_second_reply_to_the_whole_message_changes_nothing() {
    let server = Server::smtp(Smtp::offering(&[]).on(DOT, "250 2.0.0 ok\r\n250 2.0.0 ok"));
    let outcome = Mailtool::letter(&server.address()).args(["--json"]).run().expect(0);
    assert_eq!(outcome.field("status"), ["delivered"]);
    assert!(outcome.err().lines().any(|line| line.starts_with("! ")), "the deviation is marked\n{outcome}");
}

/// What servers of other protocols say first, and a word that tells which one it is.
const STRANGERS: [(&str, &[&str]); 6] = [
    ("* OK [CAPABILITY IMAP4rev1] ready\r\n", &["IMAP"]),
    ("+OK POP3 ready <1.2@x>\r\n", &["POP3"]),
    ("SSH-2.0-OpenSSH_9.2\r\n", &["SSH"]),
    ("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n", &["web", "HTTP"]),
    ("Welcome to the machine\r\n", &["Welcome to the machine"]),
    ("\r\n", &["reply"]),
];

#[test]
fn a_server_of_another_protocol_is_recognized() {
    for (greeting, words) in STRANGERS {
        let server = Server::smtp(Smtp::offering(&[]).does(GREETING, [Step::say(greeting)]));
        let outcome = login(&server.address(), &["-qq"]).run().expect(76).says(words);
        let heard = server.finish_one();
        assert_eq!(heard.text(), "", "nothing is said to {greeting:?}");
        assert!(outcome.stdout.is_empty() || !outcome.out().contains("delivered"));
    }
}

#[test]
fn a_greeting_that_is_no_greeting_is_none() {
    for greeting in ["250 hello", "354 go", "334 ", "235 welcome", "0 x", "2200 x", "22O x"] {
        let server = Server::smtp(Smtp::offering(&["AUTH PLAIN"]).on(GREETING, greeting));
        let outcome = login(&server.address(), &["-qq", "--strict"]).run();
        assert_eq!(outcome.code, Some(76), "{greeting}: {outcome}");
        let heard = server.finish_one().text();
        assert!(base64_fragments(PASSWORD.as_bytes()).iter().all(|part| !heard.contains(part)), "{greeting}: {heard}");
    }
}

#[test]
fn a_deviation_is_remarked_on_and_strictness_makes_it_a_failure() {
    let smtp = Smtp::offering(&[]).does("MAIL", [Step::say("250 ok\n")]);
    let server = Server::smtp(smtp.clone());
    let outcome = Mailtool::letter(&server.address()).run().expect(0);
    assert!(outcome.err().lines().any(|line| line.starts_with("! ") && line.contains("RFC")), "{outcome}");
    let server = Server::smtp(smtp);
    Mailtool::letter(&server.address()).args(["--strict", "-qq"]).run().expect(76).says(&["LF"]);
    assert_eq!(server.finish_one().messages.len(), 0);
}

#[test]
fn nobody_listens() {
    let free = crate::peers::free_port();
    let outcome = Mailtool::letter(&format!("127.0.0.1:{free}")).args(["--json", "-qq"]).run().expect(75);
    let outcome = outcome.says(&["refused"]).says(&[&free.to_string()]);
    assert_eq!(outcome.field("status"), ["deferred"], "{outcome}");
}
