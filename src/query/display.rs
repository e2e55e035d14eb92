//! A query as text, which reads back as the same query. It may hold any character that its strings hold.

use std::fmt;

use super::pattern::Pattern;
use super::term::{Flag, Query, Term};
use crate::proto::quoted_str;

/// Where a query stands in another, and so whether it needs parentheses.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Within {
    Nothing,
    And,
    Or,
    Not,
}

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_query(self, Within::Nothing, f)
    }
}

/// Recursion is as deep as the query, which is at most [`DEEPEST`](super::DEEPEST) groups.
fn write_query(query: &Query, within: Within, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match query {
        Query::All => f.write_str("all"),
        Query::Term(term) => write!(f, "{term}"),
        Query::Not(inner) => match &**inner {
            Query::Term(Term::Flag(Flag::Recent)) => f.write_str("old"),
            Query::Term(Term::Flag(flag)) => write!(f, "un{}", flag.name()),
            inner => {
                f.write_str("-")?;
                write_query(inner, Within::Not, f)
            }
        },
        Query::And(queries) => write_all(queries, " ", Within::And, within == Within::Not || within == Within::And, f),
        Query::Or(queries) => write_all(queries, " OR ", Within::Or, within != Within::Nothing, f),
    }
}

fn write_all(queries: &[Query], between: &str, inner: Within, group: bool, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str(if group { "(" } else { "" })?;
    for (n, query) in queries.iter().enumerate() {
        f.write_str(if n > 0 { between } else { "" })?;
        write_query(query, inner, f)?;
    }
    f.write_str(if group { ")" } else { "" })
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Term::Text(place, Pattern::Substring(text)) => write!(f, "{}:{}", place.name(), value(text)),
            Term::Text(place, Pattern::Regex(regex)) => write!(f, "{}:/{}/", place.name(), slashes(regex.text())),
            Term::Header(name, text) if text.is_empty() => write!(f, "header:{}", value(name)),
            Term::Header(name, text) => write!(f, "header:{}", value(&format!("{name}={text}"))),
            Term::Flag(flag) => f.write_str(flag.name()),
            Term::Keyword(keyword) => write!(f, "keyword:{}", value(keyword)),
            Term::Date(stamp, relation, day) => write!(f, "{}{}:{day}", stamp.prefix(), relation.name()),
            Term::Older(span) => write!(f, "older:{span}"),
            Term::Younger(span) => write!(f, "younger:{span}"),
            Term::Larger(octets) => write!(f, "larger:{octets}"),
            Term::Smaller(octets) => write!(f, "smaller:{octets}"),
            Term::Uid(set) => write!(f, "uid:{set}"),
            Term::Sequence(set) => write!(f, "seq:{set}"),
            Term::Modseq(number) => write!(f, "modseq:{number}"),
            Term::EmailId(id) => write!(f, "emailid:{}", value(id)),
            Term::ThreadId(id) => write!(f, "threadid:{}", value(id)),
            Term::Attachment => f.write_str("has:attachment"),
            Term::Type(glob) => write!(f, "type:{}", value(glob.text())),
            Term::FileName(glob) => write!(f, "filename:{}", value(glob.text())),
            Term::Label(text) => write!(f, "label:{}", value(text)),
            Term::Gmail(text) => write!(f, "gmail:{}", value(text)),
            Term::Fuzzy(text) => write!(f, "fuzzy:{}", value(text)),
            Term::Raw(text) => write!(f, "imap:{}", value(text)),
        }
    }
}

/// A value, in quotes where it needs them.
fn value(text: &str) -> String {
    let special = |c: char| c.is_whitespace() || matches!(c, '(' | ')');
    if text.is_empty() || text.contains(special) || text.starts_with(['"', '\'', '/']) {
        return quoted_str(text);
    }
    text.to_owned()
}

/// The slashes of an expression, each behind a backslash.
fn slashes(text: &str) -> String {
    let (mut out, mut chars) = (String::with_capacity(text.len()), text.chars());
    while let Some(c) = chars.next() {
        match c {
            '/' => out.push_str("\\/"),
            '\\' => {
                out.push(c);
                out.extend(chars.next());
            }
            c => out.push(c),
        }
    }
    out
}
