//! What a server refuses, and the exit code that tells a script what to do next.

use super::Mailtool;
use crate::mock::smtp::{DOT, GREETING};
use crate::mock::{Server, Smtp};

/// Where, with what words, and the exit code that the contract gives for it.
const REFUSALS: [(&str, &str, i32); 31] = [
    (GREETING, "421 4.3.2 too busy", 75),
    (GREETING, "554 no service", 69),
    (GREETING, "521 no mail here", 68),
    ("EHLO", "421 4.3.2 too busy", 75),
    ("EHLO", "451 later", 75),
    ("MAIL", "421 4.3.2 going down", 75),
    ("MAIL", "451 4.3.0 later", 75),
    ("MAIL", "452 later", 75),
    ("MAIL", "550 no", 69),
    ("MAIL", "530 5.7.0 say STARTTLS first", 77),
    ("MAIL", "550 5.7.1 not you", 77),
    ("MAIL", "552 5.3.4 too large", 65),
    ("RCPT", "421 4.3.2 going down", 75),
    ("RCPT", "450 4.2.1 greylisted", 75),
    ("RCPT", "450 later", 75),
    ("RCPT", "550 no such user", 67),
    ("RCPT", "550 5.1.1 no such user", 67),
    ("RCPT", "553 5.1.3 bad address", 67),
    ("RCPT", "550 5.1.2 no such domain", 68),
    ("RCPT", "556 5.1.10 null MX", 68),
    ("RCPT", "554 5.7.1 relaying denied", 77),
    ("RCPT", "552 5.2.2 mailbox full", 69),
    ("DATA", "451 4.3.0 later", 75),
    ("DATA", "554 5.5.1 no", 69),
    ("DATA", "550 5.7.1 policy", 77),
    (DOT, "421 4.3.2 going down", 75),
    (DOT, "451 4.3.0 later", 75),
    (DOT, "552 too much", 65),
    (DOT, "550 5.6.0 bad content", 65),
    (DOT, "554 5.7.1 spam", 77),
    (DOT, "554 no", 69),
];

/// Refuses as a row of the table says; checks exit code and result, and that no answer is taken for another's.
fn check((verb, reply, exit): (&'static str, &str, i32), offers: &[&str], args: &[&str]) {
    let server = Server::smtp(Smtp::offering(offers).on(verb, reply));
    let what = format!("{reply:?} at {verb:?}, {offers:?} {args:?}");
    let outcome = Mailtool::letter(&server.address()).args(["--json"]).args(args).run();
    assert_eq!(outcome.code, Some(exit), "{what}\n{outcome}");
    let [result] = &outcome.json()[..] else { panic!("{what}: one recipient, one result\n{outcome}") };
    let status = if exit == 75 { "deferred" } else { "refused" };
    assert_eq!(result["status"], status, "{what}\n{outcome}");
    assert_eq!(result["recipient"], "pepe@example.test", "{what}");
    assert_eq!(result["code"].to_string(), reply[..3], "{what}\n{outcome}");
    let enhanced = reply[4..].split(' ').next().filter(|word| word.split('.').all(|n| n.parse::<u16>().is_ok()));
    assert_eq!(result["enhanced"].as_str(), enhanced, "{what}\n{outcome}");
    let words = reply.rsplit(|c: char| c.is_ascii_digit()).next().unwrap_or_default().trim();
    assert!(result["text"].as_str().is_some_and(|text| text.contains(words)), "{what}\n{outcome}");
    let content = server.finish_one().messages.concat();
    assert_eq!(content.is_empty(), verb != DOT, "{what}: {:?}", String::from_utf8_lossy(&content));
}

#[test]
fn each_refusal_has_its_exit_code_step_by_step() {
    REFUSALS.into_iter().for_each(|row| check(row, &[], &[]));
}

#[test]
fn each_refusal_has_its_exit_code_in_a_pipeline() {
    REFUSALS.into_iter().for_each(|row| check(row, &["PIPELINING", "ENHANCEDSTATUSCODES"], &[]));
}

#[test]
fn a_pipeline_that_is_offered_need_not_be_used() {
    for row in REFUSALS.into_iter().filter(|row| ["MAIL", "RCPT", "DATA"].contains(&row.0)) {
        check(row, &["PIPELINING"], &["--pipeline", "never"]);
    }
    let server = Server::smtp(Smtp::offering(&["PIPELINING"]).on("MAIL", "550 5.7.1 no"));
    Mailtool::letter(&server.address()).args(["--pipeline", "never"]).run().expect(77);
    let heard = server.finish_one();
    assert!(!heard.has("RCPT") && !heard.has("DATA"), "{heard:?}");
}

#[test]
fn each_refusal_of_a_chunk_has_its_exit_code() {
    for (_, reply, exit) in REFUSALS.into_iter().filter(|row| row.0 == DOT) {
        let server = Server::smtp(Smtp::offering(&["CHUNKING", "PIPELINING"]).on("BDAT", reply));
        let outcome = Mailtool::letter(&server.address()).run();
        assert_eq!(outcome.code, Some(exit), "{reply}\n{outcome}");
    }
}

/// What RCPT says to each recipient, and the exit code of the whole.
const SEVERAL: [(&[&str], i32); 9] = [
    (&["250 ok", "250 ok", "250 ok"], 0),
    (&["250 ok", "550 5.1.1 no", "250 ok"], 3),
    (&["550 5.1.1 no", "451 4.3.0 later", "250 ok"], 3),
    (&["250 ok", "451 4.3.0 later", "451 4.3.0 later"], 3),
    (&["451 4.3.0 later", "550 5.1.1 no", "550 5.1.1 no"], 75),
    (&["550 5.1.1 no", "550 5.7.1 no", "450 4.2.1 later"], 75),
    (&["550 5.1.1 no", "553 5.1.3 no", "550 no"], 67),
    (&["554 5.7.1 no", "550 5.7.1 no", "550 5.7.1 no"], 77),
    (&["550 5.1.1 no", "554 5.7.1 no", "550 5.1.1 no"], 69),
];

#[test]
fn several_recipients_become_one_exit_code() {
    for offers in [&[][..], &["PIPELINING"], &["PIPELINING", "CHUNKING"]] {
        for (replies, exit) in SEVERAL {
            let smtp = replies.iter().fold(Smtp::offering(offers), |smtp, reply| smtp.once("RCPT", reply));
            let server = Server::smtp(smtp);
            let args = ["--from", "a@x.test", "--to", "one@x.test", "--to", "two@x.test, three@x.test", "--body", "b"];
            let outcome = Mailtool::send(&server.address(), args).args(["--json"]).run();
            assert_eq!(outcome.code, Some(exit), "{replies:?} {offers:?}\n{outcome}");
            assert_eq!(outcome.field("recipient"), ["one@x.test", "two@x.test", "three@x.test"], "{outcome}");
            let status = |reply: &&str| match reply.as_bytes()[0] {
                b'2' => "delivered",
                b'4' => "deferred",
                _ => "refused",
            };
            assert_eq!(outcome.field("status"), replies.iter().map(status).collect::<Vec<_>>(), "{outcome}");
            let messages = server.finish_one().messages;
            let sent = messages.iter().filter(|message| !message.is_empty()).count();
            assert_eq!(sent, usize::from(matches!(exit, 0 | 3)), "{replies:?} {offers:?} {messages:?}");
        }
    }
}

#[test]
fn results_for_people_are_one_line_a_recipient() {
    let server =
        Server::smtp(Smtp::offering(&["PIPELINING"]).once("RCPT", "250 ok").once("RCPT", "550 5.1.1 no such user"));
    let outcome = Mailtool::letter(&server.address()).args(["--to", "nadie@example.test"]).run().expect(3);
    let out = outcome.out();
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines.len(), 2, "{outcome}");
    assert!(lines[0].contains("pepe@example.test") && lines[0].contains("delivered"), "{outcome}");
    assert!(lines[1].contains("nadie@example.test") && lines[1].contains("refused"), "{outcome}");
    assert!(lines[1].contains("no such user"), "{outcome}");
}

#[test]
fn a_pipeline_whose_mail_is_refused_sends_a_lone_dot_at_most() {
    for verb in ["MAIL", "RCPT"] {
        let smtp = Smtp::offering(&["PIPELINING"]).on(verb, "550 5.7.1 no").on(DOT, "554 5.5.1 no valid recipients");
        let server = Server::smtp(smtp);
        let outcome = Mailtool::letter(&server.address()).args(["--timeout", "3"]).run().expect(77);
        let heard = server.finish_one();
        assert_eq!(heard.messages.concat(), b"", "{heard:?}");
        assert!(!heard.text().contains("hola"), "{outcome}");
    }
}

#[test]
fn ehlo_refused_becomes_helo() {
    let server = Server::smtp(Smtp::offering(&["PIPELINING"]).on("EHLO", "502 5.5.1 what?"));
    Mailtool::letter(&server.address()).run().expect(0);
    let lines = server.finish_one().lines();
    assert!(lines[0].starts_with("EHLO ") && lines[1].starts_with("HELO "), "{lines:?}");
    assert!(lines[2].starts_with("MAIL FROM:<alicia@example.test>"), "{lines:?}");
    let server = Server::smtp(Smtp::offering(&[]).on("EHLO", "502 what?").on("HELO", "550 go away"));
    Mailtool::letter(&server.address()).run().expect(69);
}

#[test]
fn legacy_helo_knows_no_extensions() {
    let server = Server::smtp(Smtp::offering(&["PIPELINING", "SIZE", "8BITMIME"]));
    Mailtool::letter(&server.address()).args(["--legacy-helo", "--helo", "unavarra.es"]).run().expect(0);
    let lines = server.finish_one().lines();
    assert_eq!(
        lines[..4],
        ["HELO unavarra.es", "MAIL FROM:<alicia@example.test>", "RCPT TO:<pepe@example.test>", "DATA"]
    );
}
