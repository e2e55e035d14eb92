//! Queries and messages by chance, so small that they often meet.

use jiff::tz::Offset;
use jiff::{Span as Length, ToSpan, Zoned};
use proptest::prelude::*;

use crate::mime::date_time::DateTime;
use crate::query::Capabilities;
use crate::query::date::{Day, Span, Unit};
use crate::query::pattern::{Glob, Pattern, Regex};
use crate::query::set::SequenceSet;
use crate::query::subject::{Body, Field, Part, Subject};
use crate::query::term::{Flag, Place, Query, Relation, Stamp, Term};

/// The octets of a message beyond 32 bits too.
const SIZES: [u64; 6] = [0, 9, 10, 11, 4_294_967_295, 5_000_000_000];

fn text() -> impl Strategy<Value = String> {
    prop_oneof![4 => "[abж]{1,2}", 1 => "[ab\"\\\\ ()\r\n/'-]{1,3}", 1 => Just("seen".to_owned())]
}

fn place() -> impl Strategy<Value = Place> {
    proptest::sample::select(vec![Place::From, Place::To, Place::Subject, Place::Body, Place::Text])
}

fn pattern() -> impl Strategy<Value = Pattern> {
    let regex = proptest::sample::select(vec!["a|b", "^a", "[ab]/b", r"a\\", "ж$"]);
    prop_oneof![
        4 => text().prop_map(Pattern::Substring),
        1 => regex.prop_map(|text| Pattern::Regex(Regex::new(text).expect("an expression"))),
    ]
}

fn span() -> impl Strategy<Value = Span> {
    let unit = proptest::sample::select(vec![Unit::Minute, Unit::Hour, Unit::Day, Unit::Month]);
    (1_u32..40, unit).prop_map(|(count, unit)| Span { count, unit })
}

fn day() -> impl Strategy<Value = Day> {
    let fixed = (1_i8..=30).prop_map(|day| Day::Fixed(jiff::civil::date(2026, 11, day)));
    let ago = (1_u32..30).prop_map(|count| Day::Ago(Span { count, unit: Unit::Day }));
    prop_oneof![fixed, ago, Just(Day::Today), Just(Day::Yesterday), Just(Day::Last(jiff::civil::Weekday::Friday))]
}

fn set() -> impl Strategy<Value = SequenceSet> {
    "[1-6*](:[1-7*])?(,[1-6*]){0,2}".prop_map(|text| SequenceSet::parse(&text).expect("a set"))
}

fn term() -> impl Strategy<Value = Term> {
    let flag = proptest::sample::select(vec![Flag::Seen, Flag::Flagged, Flag::Recent]);
    let relation = proptest::sample::select(vec![Relation::Since, Relation::Before, Relation::On]);
    let stamp = proptest::sample::select(vec![Stamp::Internal, Stamp::Sent]);
    let glob = || "[ab*?./]{1,3}".prop_map(|text| Glob::new(&text));
    prop_oneof![
        6 => (place(), pattern()).prop_map(|(place, pattern)| Term::Text(place, pattern)),
        1 => ("X-A|Subject|X-B", "[abж= ]{0,2}").prop_map(|(name, text)| Term::Header(name, text)),
        3 => flag.prop_map(Term::Flag),
        1 => "\\$?[ab]".prop_map(Term::Keyword),
        2 => (stamp, relation, day()).prop_map(|(stamp, relation, day)| Term::Date(stamp, relation, day)),
        2 => span().prop_map(Term::Older),
        2 => span().prop_map(Term::Younger),
        1 => proptest::sample::select(SIZES.to_vec()).prop_map(Term::Larger),
        1 => proptest::sample::select(SIZES.to_vec()).prop_map(Term::Smaller),
        1 => set().prop_map(Term::Uid),
        1 => set().prop_map(Term::Sequence),
        1 => (0_u64..5).prop_map(Term::Modseq),
        1 => "M[12]".prop_map(Term::EmailId),
        1 => Just(Term::Attachment),
        1 => glob().prop_map(Term::Type),
        1 => glob().prop_map(Term::FileName),
        1 => text().prop_map(Term::Fuzzy),
    ]
}

/// A query in normal form.
pub(super) fn query() -> impl Strategy<Value = Query> {
    let leaf = prop_oneof![12 => term().prop_map(Query::Term), 1 => Just(Query::All)];
    leaf.prop_recursive(5, 24, 3, |inner| {
        let several = || proptest::collection::vec(inner.clone(), 2..4);
        prop_oneof![
            several().prop_map(Query::and),
            several().prop_map(Query::or),
            inner.clone().prop_map(Query::negated),
        ]
    })
}

fn fields() -> impl Strategy<Value = (Vec<Field>, Vec<Field>)> {
    let date = (1_i8..=30, -12_i8..=12).prop_map(|(day, zone)| format!("{day:02} Nov 2026 11:00:00 {zone:+03}00"));
    (date, "[abж /]{0,4}", "[abж]{0,2}", "[ab]{0,2}", proptest::option::of("[abж= ]{0,3}")).prop_map(
        |(date, subject, from, to, extra)| {
            let field = |name: &str, value: String| Field { name: name.to_owned(), value };
            let mut header = vec![field("Date", date), field("Subject", subject), field("From", from), field("To", to)];
            let envelope = header.clone();
            header.extend(extra.map(|value| field("x-a", value)));
            (header, envelope)
        },
    )
}

/// A message received at most so many hours before or after `now`, in some zone.
fn received(now: Zoned) -> impl Strategy<Value = DateTime> {
    let ago = prop_oneof![-200_i64..900, -72_000_i64..50_000];
    (ago, -12_i32..=14).prop_map(move |(minutes, hours)| {
        let back: Length = minutes.minutes();
        let moment = now.timestamp().checked_sub(back).expect("a moment");
        let offset = Offset::from_seconds(hours * 3600).expect("an offset");
        DateTime { local: offset.to_datetime(moment), offset: Some(hours * 60) }
    })
}

/// A message of which everything is known.
pub(super) fn subject(now: Zoned) -> impl Strategy<Value = Subject> {
    let flags = proptest::sample::subsequence(vec!["\\Seen", "\\Flagged", "\\Recent", "$a", "b"], 0..=5);
    let part = ("[ab]/[ab]", proptest::option::of("[ab]{0,2}[.]?[ab]"), any::<bool>())
        .prop_map(|(media_type, file_name, attached)| Part { media_type, file_name, attached });
    let numbers = (1_u32..=super::model::LAST, 1_u32..=super::model::LAST, 0_u64..5, "M[12]");
    let size = proptest::sample::select(SIZES.to_vec());
    let parts = proptest::collection::vec(part, 1..3);
    (flags, fields(), received(now), size, numbers, parts, "[abж\r\n /]{0,6}").prop_map(
        |(flags, (header, envelope), received, size, (uid, sequence, modseq, email_id), parts, body)| Subject {
            uid: Some(uid),
            sequence: Some(sequence),
            flags: Some(flags.into_iter().map(str::to_owned).collect()),
            internal_date: Some(received),
            size: Some(size),
            modseq: Some(modseq),
            email_id: Some(email_id),
            header: Some(header),
            envelope: Some(envelope),
            parts: Some(parts),
            body: Some(Body { text: body, fields: Vec::new() }),
            ..Subject::default()
        },
    )
}

/// Any server.
pub(super) fn capabilities() -> impl Strategy<Value = Capabilities> {
    any::<[bool; 9]>().prop_map(
        |[esearch, within, objectid, gmail, fuzzy, utf8, rev2, charset_unavailable, condstore]| Capabilities {
            esearch,
            within,
            objectid,
            gmail,
            fuzzy,
            condstore,
            utf8,
            rev2,
            charset_unavailable,
            savedate: true,
        },
    )
}
