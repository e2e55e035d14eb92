//! A query on one message, as a server would answer it (RFC 9051 §6.4.4).
//!
//! What is not known is neither true nor false: a conjunction fails all the same if another of its conditions does, an
//! alternative holds if another does.

use jiff::Zoned;

use super::pattern::{Glob, Pattern, contains};
use super::subject::{Field, Item, Part, Subject};
use super::term::{Place, Query, Relation, Stamp, Term};
use crate::mime::date_time::{self, DateTime};

/// What a query is asked in.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The moment; its zone says which day is today.
    pub now: &'a Zoned,
    /// The largest UID of the mailbox, which `*` means.
    pub last_uid: Option<u32>,
    /// The number of messages in it, which `*` means.
    pub last_sequence: Option<u32>,
}

/// Why it cannot be said whether a message is meant.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unknown {
    /// This has to be known.
    #[error("that needs {} of the message, which is not there", .0.name())]
    Missing(Item),
    /// Only a server can tell.
    #[error("only a server can tell {0}")]
    OnlyServer(String),
}

/// Whether a message is meant. Recursion is as deep as the query, which is at most [`DEEPEST`](super::DEEPEST) groups.
pub fn evaluate(query: &Query, subject: &Subject, context: &Context<'_>) -> Result<bool, Unknown> {
    match query {
        Query::All => Ok(true),
        Query::And(queries) => decide(queries, false, subject, context),
        Query::Or(queries) => decide(queries, true, subject, context),
        Query::Not(inner) => evaluate(inner, subject, context).map(|holds| !holds),
        Query::Term(term) => holds(term, subject, context),
    }
}

/// One that is `decisive` decides, whatever the others are; then the first that is not known.
fn decide(queries: &[Query], decisive: bool, subject: &Subject, context: &Context<'_>) -> Result<bool, Unknown> {
    let mut unknown = None;
    for query in queries {
        match evaluate(query, subject, context) {
            Ok(holds) if holds == decisive => return Ok(decisive),
            Ok(_) => {}
            Err(error) => unknown = unknown.or(Some(error)),
        }
    }
    unknown.map_or(Ok(!decisive), Err)
}

fn holds(term: &Term, subject: &Subject, context: &Context<'_>) -> Result<bool, Unknown> {
    let known = |fact: Option<bool>| fact.ok_or_else(|| missing(term, subject));
    let part = |is: &dyn Fn(&Part) -> bool| known(subject.parts.as_ref().map(|parts| parts.iter().any(is)));
    match term {
        Term::Text(place, pattern) => known(text(*place, pattern, subject)),
        Term::Fuzzy(words) => known(text(Place::Text, &Pattern::Substring(words.clone()), subject)),
        Term::Header(name, text) => {
            let holds = |field: &Field| field.name.eq_ignore_ascii_case(name) && contains(&field.value, text);
            known(subject.header.as_ref().map(|fields| fields.iter().any(holds)))
        }
        Term::Flag(flag) => known(has_flag(subject, &format!("\\{}", flag.name()))),
        Term::Keyword(keyword) => known(has_flag(subject, keyword)),
        Term::Date(Stamp::Sent, relation, day) => {
            let day = day.resolve(context.now.date());
            let sent = |fields: &Vec<Field>| sent(fields).is_some_and(|date| lies(date, *relation, day));
            known(subject.envelope.as_ref().map(sent))
        }
        Term::Date(stamp, relation, day) => {
            let date = if *stamp == Stamp::Saved { subject.save_date } else { subject.internal_date };
            let day = day.resolve(context.now.date());
            known(date.map(|date| lies(date, *relation, day)))
        }
        Term::Older(span) => {
            known(seconds_ago(subject, context).map(|ago| ago >= i128::from(span.seconds(context.now))))
        }
        Term::Younger(span) => {
            known(seconds_ago(subject, context).map(|ago| ago <= i128::from(span.seconds(context.now))))
        }
        Term::Larger(octets) => known(subject.size.map(|size| size > *octets)),
        Term::Smaller(octets) => known(subject.size.map(|size| size < *octets)),
        Term::Uid(set) => known(subject.uid.and_then(|uid| set.contains(uid, context.last_uid))),
        Term::Sequence(set) => known(subject.sequence.and_then(|number| set.contains(number, context.last_sequence))),
        Term::Modseq(number) => known(subject.modseq.map(|modseq| modseq >= *number)),
        Term::EmailId(id) => known(subject.email_id.as_ref().map(|known| known == id)),
        Term::ThreadId(id) => known(subject.thread_id.as_ref().map(|known| known == id)),
        Term::Attachment => part(&|part| part.attached),
        Term::Type(glob) => part(&|part| is_type(glob, &part.media_type)),
        Term::FileName(glob) => part(&|part| part.file_name.as_ref().is_some_and(|name| glob.matches(name))),
        Term::Label(label) => {
            let same = |known: &String| known.to_lowercase() == label.to_lowercase();
            known(subject.labels.as_ref().map(|labels| labels.iter().any(same)))
        }
        Term::Gmail(_) | Term::Raw(_) => Err(Unknown::OnlyServer(term.to_string())),
    }
}

/// The first of the items that the term needs and the subject lacks.
fn missing(term: &Term, subject: &Subject) -> Unknown {
    let lacks = |item: &&Item| match item {
        Item::Headers => subject.header.is_none(),
        Item::Body => subject.body.is_none(),
        _ => true,
    };
    let item = Item::of(term).iter().find(lacks);
    item.map_or_else(|| Unknown::OnlyServer(term.to_string()), |item| Unknown::Missing(*item))
}

/// What is not known decides nothing, but may not have to.
fn text(place: Place, pattern: &Pattern, subject: &Subject) -> Option<bool> {
    let body = subject.body.as_ref();
    let line = |field: &Field| pattern.is_in(&format!("{}: {}", field.name, field.value));
    match place {
        Place::Body => body.map(|body| pattern.is_in(&body.text)),
        Place::Text => {
            let header = subject.header.as_ref().map(|fields| fields.iter().any(line));
            let body = body.map(|body| pattern.is_in(&body.text) || body.fields.iter().any(line));
            if header == Some(true) || body == Some(true) { Some(true) } else { header.and(body) }
        }
        _ => {
            let holds = |field: &Field| field.name.eq_ignore_ascii_case(place.name()) && pattern.is_in(&field.value);
            subject.envelope.as_ref().map(|fields| fields.iter().any(holds))
        }
    }
}

/// Flags and keywords are the same whatever their case (RFC 9051 §2.3.2).
fn has_flag(subject: &Subject, wanted: &str) -> Option<bool> {
    let flags = subject.flags.as_ref()?;
    Some(flags.iter().any(|flag| flag.eq_ignore_ascii_case(wanted)))
}

/// The field Date; none where there is none or it tells no day.
fn sent(fields: &[Field]) -> Option<DateTime> {
    let date = fields.iter().find(|field| field.name.eq_ignore_ascii_case("date"))?;
    date_time::parse(date.value.as_bytes()).0
}

/// The day is that of the date's own zone.
fn lies(date: DateTime, relation: Relation, day: jiff::civil::Date) -> bool {
    let date = date.local.date();
    match relation {
        Relation::Since => date >= day,
        Relation::Before => date < day,
        Relation::On => date == day,
    }
}

/// Seconds since it was received; less than nothing if it comes from the future.
fn seconds_ago(subject: &Subject, context: &Context<'_>) -> Option<i128> {
    let received = subject.internal_date?.timestamp()?;
    Some(i128::from(context.now.timestamp().as_second()) - i128::from(received.as_second()))
}

/// The whole type, or without a slash what stands before that of it: `image` is `image/*`.
fn is_type(glob: &Glob, media_type: &str) -> bool {
    let kind = media_type.split_once('/').map_or(media_type, |(kind, _)| kind);
    glob.is_whole(if glob.text().contains('/') { media_type } else { kind })
}
