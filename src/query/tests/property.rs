//! What holds for any query, any message and any server.

use jiff::Timestamp;
use jiff::tz::Offset;
use proptest::prelude::*;

use super::model::{LAST, search, wire};
use super::strategy::{capabilities, query, subject};
use super::*;
use crate::mime::date_time::DateTime;
use crate::query::evaluate::Unknown;

/// A subject of which nothing is known but these.
fn only(subject: &Subject, items: &[Item]) -> Subject {
    let mut known = Subject::default();
    for item in items {
        match item {
            Item::Sequence => known.sequence = subject.sequence,
            Item::Uid => known.uid = subject.uid,
            Item::Flags => known.flags = subject.flags.clone(),
            Item::InternalDate => known.internal_date = subject.internal_date,
            Item::SaveDate => known.save_date = subject.save_date,
            Item::Size => known.size = subject.size,
            Item::Modseq => known.modseq = subject.modseq,
            Item::EmailId => known.email_id = subject.email_id.clone(),
            Item::ThreadId => known.thread_id = subject.thread_id.clone(),
            Item::Labels => known.labels = subject.labels.clone(),
            Item::Envelope => known.envelope = subject.envelope.clone(),
            Item::Structure => known.parts = subject.parts.clone(),
            Item::Headers => known.header = subject.header.clone(),
            Item::Body => known.body = subject.body.clone(),
        }
    }
    known
}

const ITEMS: [Item; 11] = [
    Item::Sequence,
    Item::Uid,
    Item::Flags,
    Item::InternalDate,
    Item::Size,
    Item::Modseq,
    Item::EmailId,
    Item::Envelope,
    Item::Structure,
    Item::Headers,
    Item::Body,
];

/// A server without WITHIN is asked for days that are wide enough, whatever the zone of the message and the time of day.
#[test]
fn days_hold_the_time_in_every_zone() {
    let (now, spans, minutes) = (now(), (1..=1441).step_by(20), [-59, -31, -1, 0, 1, 31, 59]);
    for (span, minutes) in spans.flat_map(|span| minutes.map(|minutes| (span, minutes))) {
        let moment = now.timestamp().as_second() - (span - minutes) * 60;
        for (zone, key) in [-12, -11, 0, 13, 14].into_iter().flat_map(|zone| ["", "-"].map(|sign| (zone, sign))) {
            let offset = Offset::from_seconds(zone * 3600).unwrap();
            let local = offset.to_datetime(Timestamp::from_second(moment).unwrap());
            let received = DateTime { local, offset: Some(zone * 60) };
            let subject = Subject { internal_date: Some(received), ..Subject::default() };
            let context = Context { now: &now, last_uid: None, last_sequence: None };
            for (word, holds) in [("older", minutes <= 0), ("younger", minutes >= 0)] {
                let query = read(&format!("{key}{word}:{span}min"));
                let plan = compile(&query, &Capabilities::default(), &now).unwrap();
                let meant = evaluate(&query, &subject, &context).unwrap();
                assert_eq!(meant, holds != (key == "-"), "{query} of {received}");
                assert!(!meant || search(&plan.server, &subject, &now), "{} of {received}", plan.server);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    /// The server finds what is meant, and what is left to check finds it among that.
    #[test]
    fn server_and_residue_together_are_the_query(
        query in query(),
        subject in subject(now()),
        offer in capabilities(),
    ) {
        let now = now();
        let context = Context { now: &now, last_uid: Some(LAST), last_sequence: Some(LAST) };
        let meant = evaluate(&query, &subject, &context).expect("all is known");
        let plan = match compile(&query, &offer, &now) {
            Ok(plan) => plan,
            Err(CompileError::Needs { extension, .. }) => {
                prop_assert!(matches!(extension, "CONDSTORE" | "OBJECTID"));
                return Ok(());
            }
            Err(CompileError::Mixed(_)) => {
                prop_assert!(offer.fuzzy);
                return Ok(());
            }
            Err(error) => return Err(TestCaseError::fail(error.to_string())),
        };
        let found = search(&plan.server, &subject, &now);
        let enough = only(&subject, &plan.needs);
        let left = plan.residue.as_ref().is_none_or(|residue| {
            evaluate(residue, &enough, &context).expect("what is needed is known")
        });
        prop_assert!(found || !meant, "{} is missed by {}", query, plan.server);
        prop_assert_eq!(found && left, meant, "{}: {:?}", query, plan);
        let ascii = wire(&plan.server).is_ascii();
        prop_assert_eq!(plan.charset.is_some(), !ascii && !offer.utf8 && !offer.rev2);
        prop_assert!(plan.charset.is_none() || !offer.charset_unavailable);
    }

    /// What is not known changes no answer: it makes none.
    #[test]
    fn less_is_known_and_nothing_else(
        query in query(),
        subject in subject(now()),
        items in proptest::sample::subsequence(ITEMS.to_vec(), 0..ITEMS.len()),
    ) {
        let now = now();
        let context = Context { now: &now, last_uid: Some(LAST), last_sequence: Some(LAST) };
        match evaluate(&query, &only(&subject, &items), &context) {
            Ok(holds) => prop_assert_eq!(Ok(holds), evaluate(&query, &subject, &context)),
            Err(Unknown::Missing(item)) => prop_assert!(!items.contains(&item), "{:?}", item),
            Err(error) => return Err(TestCaseError::fail(error.to_string())),
        }
    }

    #[test]
    fn what_is_shown_reads_back(query in query()) {
        prop_assert_eq!(parse(&query.to_string()), Ok(query));
    }

    #[test]
    fn any_text_is_read_or_refused(
        any in any::<String>(),
        soup in "([a-z]{1,4}:|from:|subject:/|imap:'|seen| |OR |-|NOT |\\(|\\)|\"|'|/|\\\\|[0-9]|ж|\n){0,30}",
    ) {
        for text in [any, soup] {
            let words: Vec<String> = text.split('\n').map(str::to_owned).collect();
            let _ = parse_words(&words);
            match parse(&text) {
                Ok(query) => prop_assert_eq!(parse(&query.to_string()), Ok(query)),
                Err(error) => prop_assert!(error.column <= text.chars().count() + 1, "{}", error),
            }
        }
    }
}
