//! What a client of `-bs` hears behind its message: what became of it further on, for each recipient or for all.
//!
//! A client that hears 4yz tries again, for all recipients. So nobody who has the letter may be among those for whom it
//! hears that: where some have it and some do not, the answer is 554, and says who is who.

use std::collections::{HashMap, HashSet};

use crate::base::escape::escape_str;
use crate::base::{Address, Exit};
use crate::cli::error::Failure;
use crate::client::deliver::{Outcome, Status, Verdict};
use crate::proto::smtp::{EnhancedCode, Reply};
use crate::server::smtp::{Answer, Voice};

/// The most lines of an answer: clients take so much.
const MAX_LINES: usize = 60;
/// How long the recipients on a line may be, in octets, before the next begins.
const MAX_NAMES: usize = 200;

/// What became of a letter, in the order of the recipients as they were said; for each of them, if that was asked for.
pub fn of(recipients: &[Address], outcomes: &[Outcome], apart: bool) -> Answer {
    let ends: HashMap<&Address, &Verdict> =
        outcomes.iter().filter_map(|outcome| Some((outcome.recipient.as_ref()?, &outcome.verdict))).collect();
    let each: Vec<(&Address, &Verdict)> =
        recipients.iter().filter_map(|recipient| Some((recipient, *ends.get(recipient)?))).collect();
    let Some((_, first)) = each.first() else {
        return Answer::Whole(Voice::Modern.reply(451, (3, 0), "no end is known"));
    };
    let whole = if each.iter().all(|(_, verdict)| verdict == first) { one(first) } else { all(&each) };
    if !apart {
        return Answer::Whole(whole);
    }
    // A refusal of the message would be one for those who have it, too.
    let some = each.iter().any(|(_, verdict)| verdict.status == Status::Delivered);
    let whole = if some { Voice::Modern.reply(250, (0, 0), "that is what became of it") } else { whole };
    Answer::Each(each.iter().map(|(_, verdict)| one(verdict)).collect(), whole)
}

/// The letter did not even begin to go: it is wrong (554), else something is wrong here (451).
pub fn of_failure(failure: &Failure) -> Reply {
    let (code, enhanced) = match failure.exit {
        Exit::Data => (554, (6, 0)),
        Exit::Io | Exit::CantCreate => (451, (3, 0)),
        _ => (451, (3, 5)),
    };
    Voice::Modern.reply(code, enhanced, &failure.message)
}

/// One recipient's, or that of all who share it.
fn one(verdict: &Verdict) -> Reply {
    let far = verdict.reply.as_ref();
    let code = match verdict.status {
        Status::Delivered | Status::Stopped => 250,
        Status::Deferred | Status::Uncertain => 451,
        Status::Refused => far.map(|reply| reply.code).filter(|code| (550..=559).contains(code)).unwrap_or(554),
    };
    let class = (code / 100) as u8;
    let enhanced = far.and_then(|reply| reply.enhanced).filter(|enhanced| enhanced.class == class);
    let (subject, detail) = kind(verdict);
    Reply::new(code, enhanced.or(Some(EnhancedCode::new(class, subject, detail))), &verdict.text)
}

/// Subject and detail of an enhanced code (RFC 3463) where the far server says none.
fn kind(verdict: &Verdict) -> (u16, u16) {
    match (verdict.status, verdict.exit) {
        (Status::Uncertain, _) => (4, 2),
        (_, Exit::NoUser) => (1, 1),
        (_, Exit::NoHost) => (1, 2),
        (_, Exit::Data) => (6, 0),
        (_, Exit::NoPermission) => (7, 0),
        (_, Exit::Protocol) => (5, 0),
        (_, Exit::Config) => (3, 5),
        (_, Exit::TempFail) if verdict.reply.is_none() => (4, 0),
        _ => (0, 0),
    }
}

/// For all of them, whose ends differ.
fn all(each: &[(&Address, &Verdict)]) -> Reply {
    let any = |status| each.iter().any(|(_, verdict)| verdict.status == status);
    let exit = Exit::of_all(each.iter().map(|(_, verdict)| verdict.exit));
    let (code, enhanced, head) = match exit {
        Exit::Ok => (250, (0, 0), "delivered to all"),
        Exit::Partial => (554, (0, 0), "some have it and some do not: whoever sends it to all again doubles it"),
        Exit::TempFail if any(Status::Uncertain) => (451, (4, 2), "delivered to none for certain"),
        Exit::TempFail => (451, (0, 0), "delivered to none"),
        _ => (554, (0, 0), "refused for all"),
    };
    let mut lines = vec![head.to_owned()];
    let (delivered, others): (Vec<_>, Vec<_>) =
        each.iter().partition(|(_, verdict)| verdict.status == Status::Delivered);
    for group in [others, delivered] {
        lines.extend(grouped(&group));
    }
    if lines.len() > MAX_LINES {
        let more = lines.len() - MAX_LINES;
        lines.truncate(MAX_LINES);
        lines.push(format!("and {more} lines more"));
    }
    Voice::Modern.reply(code, enhanced, &lines.join("\n"))
}

/// Lines of those who share an end, in the order of the first of each.
fn grouped(each: &[(&Address, &Verdict)]) -> Vec<String> {
    let mut lines: Vec<(String, String)> = Vec::new();
    let (mut seen, mut last) = (HashSet::new(), HashMap::new());
    for (recipient, verdict) in each.iter().filter(|(recipient, _)| seen.insert(*recipient)) {
        let why = verdict.reply.as_ref().map_or_else(|| verdict.text.clone(), Reply::to_string);
        let why = format!("{}: {why}", verdict.status.name());
        let name = escape_str(&recipient.to_string()).into_owned();
        let line = last.get(&why).and_then(|&line: &usize| lines.get_mut(line));
        match line.filter(|(names, _)| names.len() < MAX_NAMES) {
            Some((names, _)) => names.push_str(&format!(", {name}")),
            None => {
                last.insert(why.clone(), lines.len());
                lines.push((name, why));
            }
        }
    }
    lines.into_iter().map(|(names, why)| format!("{names} {why}")).collect()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::client::deliver::Peer;
    use crate::proto::smtp::Awaited;

    fn address(text: &str) -> Address {
        Address::parse(text).expect("an address")
    }

    fn outcome(recipient: &str, code: u16, text: &str) -> Outcome {
        let verdict = Verdict::of_reply(Awaited::EndOfData, Reply::new(code, None, text));
        let (peer, elapsed) = (Peer::default(), Duration::ZERO);
        Outcome { letter: 1, recipient: Some(address(recipient)), verdict, peer, elapsed }
    }

    fn whole(outcomes: &[Outcome]) -> String {
        let recipients: Vec<Address> = outcomes.iter().filter_map(|outcome| outcome.recipient.clone()).collect();
        let Answer::Whole(reply) = of(&recipients, outcomes, false) else { panic!("one answer for all") };
        String::from_utf8(reply.encode()).expect("text")
    }

    #[test]
    fn many_recipients_are_told_in_few_lines() {
        let of = |n: usize, code, text: &str| outcome(&format!("reader{n}@example.test"), code, text);
        let mut outcomes: Vec<Outcome> = (0..999).map(|n| of(n, 250, "ok")).collect();
        outcomes.push(of(999, 550, "no such user"));
        let text = whole(&outcomes);
        assert_eq!(text.lines().count(), 61, "so many, and how many are left out");
        assert!(
            text.lines().nth(1).is_some_and(|line| line.ends_with(" reader999@example.test refused: 550 no such user"))
        );
        assert!(text.lines().nth(2).is_some_and(|line| line.contains("reader0@example.test, reader1@example.test, ")));
        assert!(text.lines().all(|line| line.len() < 300) && text.ends_with(" lines more\r\n"), "{text}");
    }

    #[test]
    fn nobody_who_has_it_is_in_an_answer_that_asks_for_more() {
        let [yes, no, later] = [(250, "ok"), (550, "no"), (451, "later")];
        for ends in [yes, no, later].iter().flat_map(|&a| [yes, no, later].map(|b| [a, b])) {
            let outcomes: Vec<Outcome> =
                ends.iter().zip(["a@x.test", "b@x.test"]).map(|((code, text), to)| outcome(to, *code, text)).collect();
            let code = &whole(&outcomes)[..3];
            let expected = match ends.map(|(code, _)| code) {
                [250, 250] => "250",
                [250, _] | [_, 250] => "554",
                [550, 550] => "550",
                _ => "451",
            };
            assert_eq!(code, expected, "{ends:?}");
        }
    }

    #[test]
    fn a_failure_of_ours_is_no_fault_of_the_letter() {
        let reply = |exit| of_failure(&Failure::new(exit, "x")).to_string();
        assert_eq!(reply(Exit::Data), "554 5.6.0 x");
        assert_eq!(reply(Exit::Config), "451 4.3.5 x");
        assert_eq!(reply(Exit::CantCreate), "451 4.3.0 x");
    }
}
