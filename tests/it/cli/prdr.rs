//! `mailtool send --prdr`: an answer for each recipient behind the message (draft-hall-prdr).

use std::time::Duration;

use super::{Mailtool, Outcome};
use crate::mock::smtp::DOT;
use crate::mock::{Server, Smtp, Step};
use crate::peers::exim::{self, Exim};
use crate::peers::or_skip;

const PEOPLE: [&str; 9] = [
    "--prdr",
    "--from",
    "alicia@example.test",
    "--to",
    "pepe@example.test",
    "--to",
    "spam@example.test",
    "--to",
    "alicia@example.test",
];

#[test]
fn exim_refuses_one_of_three() {
    or_skip!(exim::need());
    let each = "  deny local_parts = spam\n       message = 5.7.1 not for me";
    let whole = "  deny condition = ${if eq{$h_subject:}{none}}\n       message = 5.6.0 for nobody";
    let exim = Exim::start(exim::Options { each, whole, ..Default::default() });
    let server = format!("127.0.0.1:{}", exim.smtp);
    let send = |args: &[&str]| Mailtool::send(&server, PEOPLE).args(["--json", "--explain"]).args(args).run();
    for (count, way) in [["--chunking", "auto"], ["--chunking", "never"]].iter().enumerate() {
        let outcome = send(&way[..]).expect(3);
        assert_eq!(outcome.field("status"), ["delivered", "refused", "delivered"]);
        assert_eq!(outcome.field("enhanced")[1], "5.7.1");
        assert!(outcome.field("queue_id")[0].len() > 10, "{outcome}");
        for text in
            ["> PRDR\n", "S: 353 ", "S: 250 PRDR R=<pepe@example.test>", "S: 550 5.7.1 not for me", "| 550: this recip"]
        {
            assert!(outcome.err().replace(" SIZE=", "> PRDR\n").contains(text), "{text}: {outcome}");
        }
        assert!(!outcome.err().contains("\n!"), "{outcome}");
        exim.arrived("alicia", count + 1);
        exim.arrived("pepe", count + 1);
    }
    // What is said of the message holds for all; what was refused before keeps its reason.
    let outcome = send(&["--subject", "none"]).expect(69);
    assert_eq!(outcome.field("enhanced"), ["5.6.0", "5.7.1", "5.6.0"], "{outcome}");
    // Many letters over one connection.
    let letter = |n| format!("From a@b Mon Nov 23 10:00:00 2026\nFrom: a@b.test\nSubject: {n}\n\nx\n\n");
    let mbox: String = (0..5).map(letter).collect();
    let to = ["--rcpt", "pepe@example.test", "--rcpt", "spam@example.test", "--prdr", "--json", "--mbox", "-"];
    let outcome = Mailtool::send(&server, to).stdin(&mbox).run().expect(3);
    assert_eq!(outcome.field("status"), [["delivered", "refused"]; 5].concat());
    assert_eq!(outcome.err().matches("* connecting").count(), 1, "{outcome}");
    assert_eq!((exim.arrived("pepe", 7).len(), exim.mail("spam").len()), (7, 0));
    // One alone is not asked about apart.
    let outcome = Mailtool::send(&server, &PEOPLE[..5]).run().expect(0);
    assert!(outcome.err().contains("MAIL FROM") && !outcome.err().contains(" PRDR\n  "), "{outcome}");
}

/// What becomes of the three where this is said behind the final dot.
fn said(steps: &[Step], args: &[&str], code: i32) -> (Outcome, usize) {
    let server = Server::smtp(Smtp::offering(&["PIPELINING", "PRDR"]).does(DOT, steps));
    let send = Mailtool::send(&server.address(), PEOPLE).args(["--json", "--timeout", "1"]).args(args);
    let outcome = send.run().expect(code);
    let heard = server.finish();
    assert!(heard[0].has("MAIL FROM:<alicia@example.test> PRDR"), "{outcome}");
    let messages = heard.iter().map(|heard| heard.messages.len()).sum();
    (outcome, messages)
}

#[test]
fn servers_that_answer_too_little_or_too_much() {
    let stall = || Step::Stall(Duration::from_secs(3));
    let [yes, no, later, all, none] = ["250 you", "550 5.7.1 not you", "450 you later", "250 2.0.0 all", "554 none"];
    let begins = "353 let me see\r\n";
    for (replies, end, expected, code) in [
        (&[yes, no, yes, all][..], None, ["delivered", "refused", "delivered"], 3),
        (&[yes, no, later, none], None, ["refused", "refused", "deferred"], 75),
        (&[no, no, no, none], None, ["refused"; 3], 77),
        (&[all], None, ["uncertain"; 3], 75),
        (&[yes, no], Some(Step::Close), ["uncertain", "refused", "uncertain"], 75),
        (&[yes, no], Some(stall()), ["uncertain", "refused", "uncertain"], 75),
        (&[yes, no, yes], Some(stall()), ["uncertain", "refused", "uncertain"], 75),
        (&[yes, no, yes], Some(Step::Close), ["uncertain", "refused", "uncertain"], 75),
        (&[], Some(Step::Close), ["uncertain"; 3], 75),
        (&["353 again"], Some(stall()), ["uncertain"; 3], 75),
        (&[yes, "354 more"], Some(stall()), ["uncertain"; 3], 75),
        (&[yes, "hola"], Some(stall()), ["uncertain"; 3], 75),
        (&[yes, "421 4.3.2 down"], Some(Step::Close), ["deferred"; 3], 75),
        (&[yes, no, yes, "353 again"], Some(stall()), ["uncertain", "refused", "uncertain"], 75),
        (&[yes, no, yes, all, all, all], None, ["delivered", "refused", "delivered"], 3),
    ] {
        let text: String = replies.iter().map(|reply| format!("{reply}\r\n")).collect();
        let steps: Vec<Step> = [Step::say(begins), Step::say(&text)].into_iter().chain(end).collect();
        let at_once: Vec<Step> =
            std::iter::once(Step::say(&format!("{begins}{text}"))).chain(steps[2..].iter().cloned()).collect();
        for steps in [steps, at_once] {
            if replies == [all] && steps.len() < 3 {
                let stalled: Vec<Step> = steps.iter().cloned().chain([stall()]).collect();
                assert_eq!(said(&stalled, &[], code).0.field("status"), expected);
                continue;
            }
            let (outcome, messages) = said(&steps, &[], code);
            assert_eq!((outcome.field("status"), messages), (expected.map(str::to_owned).to_vec(), 1), "{outcome}");
        }
    }
}

#[test]
fn who_is_unsure_is_not_sent_to_twice() {
    let letter = |n| format!("From a@b Mon Nov 23 10:00:00 2026\nFrom: a@b.test\nSubject: {n}\n\nx\n\n");
    let mbox: String = (0..3).map(letter).collect();
    let to = ["--rcpt", "a@b.test", "--rcpt", "c@d.test", "--prdr", "--json", "--mbox", "-", "--timeout", "2"];
    for surplus in ["353 x\r\n250 a\r\n", "353 x\r\n250 a\r\n250 b\r\n250 all\r\n250 more\r\n"] {
        let converse = Smtp::offering(&["PIPELINING", "PRDR"]).does(DOT, [Step::say(surplus), Step::Close]);
        let server = Server::smtp(converse);
        let outcome = Mailtool::send(&server.address(), to).stdin(&mbox).run();
        let subjects: Vec<String> = server
            .finish()
            .iter()
            .flat_map(|heard| heard.messages.clone())
            .map(|message| String::from_utf8_lossy(&message).into_owned())
            .collect();
        let count = |n: usize| subjects.iter().filter(|text| text.contains(&format!("Subject: {n}\r\n"))).count();
        for (letter, status) in outcome.field("message").iter().zip(outcome.field("status")) {
            let times = count(letter.parse::<usize>().expect("a number") - 1);
            let sent = status == "delivered" || status == "uncertain";
            assert_eq!(times, usize::from(sent), "{surplus:?}: {letter} {status}: {outcome}");
        }
        assert_eq!(outcome.field("status").len(), 6, "{outcome}");
    }
}

#[test]
fn a_server_without_it_answers_once() {
    let server = Server::smtp(Smtp::offering(&["PIPELINING"]));
    let outcome = Mailtool::send(&server.address(), PEOPLE).run().expect(0);
    assert!(!server.finish_one().text().contains("PRDR") && outcome.err().contains("! the server does not offer PRDR"));
    let server = Server::smtp(Smtp::offering(&["PIPELINING", "PRDR"]));
    Mailtool::send(&server.address(), PEOPLE).args(["--strict"]).run().expect(0);
}
