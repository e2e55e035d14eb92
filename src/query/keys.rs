//! The keys and words of the language: one table each, from which they are read and suggested.

use super::compile::check_raw;
use super::date::{Day, Span};
use super::pattern::{Glob, Pattern, Regex};
use super::set::SequenceSet;
use super::term::{Flag, Place, Query, Relation, Stamp, Term};
use crate::base::nearest::nearest;

/// The value behind a key.
pub(super) enum Value {
    /// As it stands there, or without its quotes.
    Text(String),
    /// What stands between slashes.
    Regex(String),
}

/// What a key makes of its value; fails with what the value should be.
pub(super) type Build = fn(Value) -> Result<Query, String>;

/// What a word means that is a key by itself.
type Word = fn() -> Query;

/// The keys, each with its other names behind it.
const KEYS: [(&str, Build); 42] = [
    ("from", |value| place(Place::From, value)),
    ("to", |value| place(Place::To, value)),
    ("cc", |value| place(Place::Cc, value)),
    ("bcc", |value| place(Place::Bcc, value)),
    ("subject", |value| place(Place::Subject, value)),
    ("body", |value| place(Place::Body, value)),
    ("text", |value| place(Place::Text, value)),
    ("header", header),
    ("msgid", |value| field("Message-ID", value)),
    ("list", |value| field("List-Id", value)),
    ("since", |value| date(Stamp::Internal, Relation::Since, value)),
    ("after", |value| date(Stamp::Internal, Relation::Since, value)),
    ("before", |value| date(Stamp::Internal, Relation::Before, value)),
    ("on", |value| date(Stamp::Internal, Relation::On, value)),
    ("sent-since", |value| date(Stamp::Sent, Relation::Since, value)),
    ("sent-before", |value| date(Stamp::Sent, Relation::Before, value)),
    ("sent-on", |value| date(Stamp::Sent, Relation::On, value)),
    ("saved-since", |value| date(Stamp::Saved, Relation::Since, value)),
    ("saved-before", |value| date(Stamp::Saved, Relation::Before, value)),
    ("saved-on", |value| date(Stamp::Saved, Relation::On, value)),
    ("older", |value| span(Term::Older, value)),
    ("older_than", |value| span(Term::Older, value)),
    ("younger", |value| span(Term::Younger, value)),
    ("newer", |value| span(Term::Younger, value)),
    ("newer_than", |value| span(Term::Younger, value)),
    ("larger", |value| size(Term::Larger, value)),
    ("smaller", |value| size(Term::Smaller, value)),
    ("keyword", keyword),
    ("unkeyword", |value| keyword(value).map(Query::negated)),
    ("uid", |value| set(Term::Uid, value)),
    ("seq", |value| set(Term::Sequence, value)),
    ("modseq", modseq),
    ("emailid", |value| identifier(Term::EmailId, value)),
    ("threadid", |value| identifier(Term::ThreadId, value)),
    ("has", has),
    ("type", |value| glob(Term::Type, value)),
    ("filename", |value| glob(Term::FileName, value)),
    ("label", |value| string(Term::Label, value)),
    ("gmail", |value| string(Term::Gmail, value)),
    ("fuzzy", |value| string(Term::Fuzzy, value)),
    ("imap", raw),
    ("is", is),
];

/// Words that are keys by themselves.
const WORDS: [(&str, Word); 14] = [
    ("all", || Query::All),
    ("seen", || flag(Flag::Seen)),
    ("unseen", || Query::negated(flag(Flag::Seen))),
    ("flagged", || flag(Flag::Flagged)),
    ("unflagged", || Query::negated(flag(Flag::Flagged))),
    ("answered", || flag(Flag::Answered)),
    ("unanswered", || Query::negated(flag(Flag::Answered))),
    ("draft", || flag(Flag::Draft)),
    ("undraft", || Query::negated(flag(Flag::Draft))),
    ("deleted", || flag(Flag::Deleted)),
    ("undeleted", || Query::negated(flag(Flag::Deleted))),
    ("recent", || flag(Flag::Recent)),
    ("new", || Query::and([flag(Flag::Recent), Query::negated(flag(Flag::Seen))])),
    ("old", || Query::negated(flag(Flag::Recent))),
];

/// The key of that name, whatever its case.
pub(super) fn key(name: &str) -> Option<Build> {
    KEYS.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, build)| *build)
}

/// What a word means that is a key by itself, whatever its case.
pub(super) fn word(name: &str) -> Option<Query> {
    WORDS.iter().find(|(word, _)| word.eq_ignore_ascii_case(name)).map(|(_, build)| build())
}

/// A bare word or a phrase: text at any place.
pub(super) fn text(word: String) -> Result<Query, String> {
    place(Place::Text, Value::Text(word))
}

/// The name of a key that is most like this one, if one is.
pub(super) fn suggestion(name: &str) -> Option<&'static str> {
    nearest(KEYS.iter().map(|(key, _)| *key), name)
}

fn flag(flag: Flag) -> Query {
    Query::Term(Term::Flag(flag))
}

fn place(place: Place, value: Value) -> Result<Query, String> {
    let pattern = match value {
        Value::Text(text) => Pattern::Substring(some(text)?),
        Value::Regex(text) => Pattern::Regex(Regex::new(&text)?),
    };
    Ok(Query::Term(Term::Text(place, pattern)))
}

/// `header:NAME=TEXT`, and `header:NAME` for a field that is there.
fn header(value: Value) -> Result<Query, String> {
    let value = plain(value)?;
    let (name, value) = value.split_once('=').unwrap_or((&value, ""));
    let is_name = !name.is_empty() && name.bytes().all(|octet| octet.is_ascii_graphic() && octet != b':');
    if !is_name {
        return Err("header: takes the name of a field and perhaps a text, as header:X-Mailer=mutt".to_owned());
    }
    Ok(Query::Term(Term::Header(name.to_owned(), value.to_owned())))
}

fn field(name: &str, value: Value) -> Result<Query, String> {
    Ok(Query::Term(Term::Header(name.to_owned(), some(plain(value)?)?)))
}

fn date(stamp: Stamp, relation: Relation, value: Value) -> Result<Query, String> {
    let text = plain(value)?;
    let day = Day::parse(&text).ok_or_else(|| match Span::parse(&text) {
        Some(_) => format!("{text} is shorter than the days that are compared; younger: and older: take it"),
        None => "a day is 2026-01-31, today, yesterday, monday, or 7d, 2w, 3m, 1y ago".to_owned(),
    })?;
    Ok(Query::Term(Term::Date(stamp, relation, day)))
}

fn span(term: fn(Span) -> Term, value: Value) -> Result<Query, String> {
    let text = plain(value)?;
    let span = Span::parse(&text).ok_or_else(|| match Day::parse(&text) {
        Some(_) => "a length of time is wanted, as 12h or 3d; since: and before: take a day".to_owned(),
        None => "a length of time is a number and one of s, min, h, d, w, m, y, as 12h or 3d".to_owned(),
    })?;
    Ok(Query::Term(term(span)))
}

/// A number of octets; `k`, `M` and `G` are 1024, 1024² and 1024³ of them.
fn size(term: fn(u64) -> Term, value: Value) -> Result<Query, String> {
    let text = plain(value)?;
    let unit = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (digits, unit) = text.split_at_checked(unit).unwrap_or_default();
    let factor = match unit {
        "" => Some(1_u64),
        "k" | "K" => Some(1 << 10),
        "m" | "M" => Some(1 << 20),
        "g" | "G" => Some(1 << 30),
        _ => None,
    };
    let octets = factor.and_then(|factor| digits.parse::<u64>().ok()?.checked_mul(factor));
    // `number64` (RFC 9051 §9) has 63 bits.
    let octets = octets.filter(|&octets| octets <= i64::MAX.unsigned_abs());
    octets
        .map(|octets| Query::Term(term(octets)))
        .ok_or("a size is a number of octets, with k, M or G for 1024 and its powers".to_owned())
}

/// `flag-keyword = atom` (RFC 9051 §9).
fn keyword(value: Value) -> Result<Query, String> {
    let text = some(plain(value)?)?;
    if let Some(flag) = text.strip_prefix('\\') {
        return Err(format!(
            "{text} is no keyword; seen, flagged and the like stand alone: {}",
            flag.to_ascii_lowercase()
        ));
    }
    let is_atom = text.bytes().all(|octet| octet.is_ascii_graphic() && !b"(){%*\"\\]".contains(&octet));
    is_atom
        .then_some(Query::Term(Term::Keyword(text)))
        .ok_or("a keyword is an atom: ASCII without (){%*\"\\] and blanks".to_owned())
}

fn set(term: fn(SequenceSet) -> Term, value: Value) -> Result<Query, String> {
    let set = SequenceSet::parse(&plain(value)?);
    set.map(|set| Query::Term(term(set))).ok_or("numbers are 5, 1:50, 7:*, or several of these with commas".to_owned())
}

/// `N` and `>=N`: changed at N or later; `>N`: behind it.
fn modseq(value: Value) -> Result<Query, String> {
    let text = plain(value)?;
    let (digits, more) = match (text.strip_prefix(">="), text.strip_prefix('>')) {
        (Some(digits), _) => (digits, 0),
        (None, Some(digits)) => (digits, 1),
        (None, None) => (text.as_str(), 0),
    };
    let digits = Some(digits).filter(|digits| digits.bytes().all(|octet| octet.is_ascii_digit()));
    let number = digits.and_then(|digits| digits.parse::<u64>().ok()?.checked_add(more));
    // `mod-sequence-valzer` (RFC 7162 §7) has 63 bits.
    let number = number.filter(|&number| number <= i64::MAX.unsigned_abs());
    number
        .map(|number| Query::Term(Term::Modseq(number)))
        .ok_or("a mod-sequence is a number, as 715 or >715".to_owned())
}

/// `objectid = 1*255(ALPHA / DIGIT / "_" / "-")` (RFC 8474 §7).
fn identifier(term: fn(String) -> Term, value: Value) -> Result<Query, String> {
    let text = plain(value)?;
    let allowed = |octet: u8| octet.is_ascii_alphanumeric() || matches!(octet, b'_' | b'-');
    let right = (1..=255).contains(&text.len()) && text.bytes().all(allowed);
    right.then_some(Query::Term(term(text))).ok_or("an identifier has letters, digits, _ and - alone".to_owned())
}

fn has(value: Value) -> Result<Query, String> {
    match plain(value)?.to_ascii_lowercase().as_str() {
        "attachment" => Ok(Query::Term(Term::Attachment)),
        _ => Err("all that can be had is has:attachment".to_owned()),
    }
}

/// Gmail's `is:unread`, `is:read` and `is:starred`, and every word that stands alone.
fn is(value: Value) -> Result<Query, String> {
    let text = plain(value)?.to_ascii_lowercase();
    let name = match text.as_str() {
        "unread" => "unseen",
        "read" => "seen",
        "starred" => "flagged",
        other => other,
    };
    word(name).ok_or("is: takes unread, read, starred, or seen, flagged and the like".to_owned())
}

fn glob(term: fn(Glob) -> Term, value: Value) -> Result<Query, String> {
    Ok(Query::Term(term(Glob::new(&some(plain(value)?)?))))
}

fn string(term: fn(String) -> Term, value: Value) -> Result<Query, String> {
    Ok(Query::Term(term(some(plain(value)?)?)))
}

/// Search keys as they are: one line of ASCII, quotes closed, parentheses in pairs, no literal.
fn raw(value: Value) -> Result<Query, String> {
    let text = plain(value)?;
    check_raw(&text)?;
    Ok(Query::Term(Term::Raw(text)))
}

fn plain(value: Value) -> Result<String, String> {
    match value {
        Value::Text(text) => Ok(text),
        Value::Regex(_) => {
            Err("an expression stands behind from, to, cc, bcc, subject, body and text alone; \"/…/\" is a text"
                .to_owned())
        }
    }
}

fn some(text: String) -> Result<String, String> {
    if text.is_empty() { Err("there is nothing to look for".to_owned()) } else { Ok(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_are_nearly_right() {
        for (name, meant) in [
            ("form", Some("from")),
            ("subjct", Some("subject")),
            ("SUBJECTS", Some("subject")),
            ("lager", Some("larger")),
            ("sentsince", Some("sent-since")),
            ("http", None),
            ("qwerty", None),
        ] {
            assert_eq!(suggestion(name), meant, "{name}");
        }
        suggestion(&"x".repeat(100_000));
    }
}
