//! What a query is made of: its tree, and the terms at the leaves of it.

use super::date::{Day, Span};
use super::pattern::{Glob, Pattern};
use super::set::SequenceSet;

/// A query. What [`parse`](super::parse()) and the constructors make is in normal form: no conjunction stands directly
/// within another, nor an alternative, nor a negation, and groups are at most [`DEEPEST`](super::DEEPEST) deep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Query {
    /// Every message.
    All,
    /// All of these.
    And(Vec<Query>),
    /// At least one of these.
    Or(Vec<Query>),
    /// Not this.
    Not(Box<Query>),
    /// One condition.
    Term(Term),
}

/// One condition; each variant names the search key of RFC 9051 §6.4.4 or of the extension that it becomes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Term {
    /// Text at some place: FROM, TO, CC, BCC, SUBJECT, BODY, TEXT.
    Text(Place, Pattern),
    /// HEADER: a field of this name, `field-name` of RFC 5322 §2.2, that holds this text; any text if it is empty.
    Header(String, String),
    /// SEEN, FLAGGED, ANSWERED, DRAFT, DELETED, RECENT.
    Flag(Flag),
    /// KEYWORD.
    Keyword(String),
    /// SINCE, BEFORE, ON, SENTSINCE …, SAVEDSINCE … (RFC 8514 §4.3).
    Date(Stamp, Relation, Day),
    /// OLDER (RFC 5032): received so long ago or longer.
    Older(Span),
    /// YOUNGER (RFC 5032): received so long ago or later.
    Younger(Span),
    /// LARGER: more octets than this.
    Larger(u64),
    /// SMALLER: fewer octets than this.
    Smaller(u64),
    /// UID.
    Uid(SequenceSet),
    /// `sequence-set`: message numbers.
    Sequence(SequenceSet),
    /// MODSEQ (RFC 7162 §3.1.5): changed at this mod-sequence or later.
    Modseq(u64),
    /// EMAILID (RFC 8474 §4.1).
    EmailId(String),
    /// THREADID (RFC 8474 §4.2).
    ThreadId(String),
    /// Some part is attached.
    Attachment,
    /// Some part has a media type like this.
    Type(Glob),
    /// Some part has a file name like this.
    FileName(Glob),
    /// X-GM-LABELS.
    Label(String),
    /// X-GM-RAW: Gmail's own language.
    Gmail(String),
    /// FUZZY (RFC 6203) TEXT.
    Fuzzy(String),
    /// Search keys as they are.
    Raw(String),
}

/// Where text is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// The addresses of From.
    From,
    /// The addresses of To.
    To,
    /// The addresses of Cc.
    Cc,
    /// The addresses of Bcc.
    Bcc,
    /// The subject.
    Subject,
    /// What is behind the header.
    Body,
    /// Header and body.
    Text,
}

/// A system flag (RFC 9051 §2.3.2); \Recent is one of RFC 3501 alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Flag {
    /// \Answered.
    Answered,
    /// \Deleted.
    Deleted,
    /// \Draft.
    Draft,
    /// \Flagged.
    Flagged,
    /// \Recent.
    Recent,
    /// \Seen.
    Seen,
}

/// Which date of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stamp {
    /// INTERNALDATE: when it was received.
    Internal,
    /// The field Date.
    Sent,
    /// SAVEDATE: when it came into this mailbox.
    Saved,
}

/// How a date lies to a day; time and zone do not count (RFC 9051 §6.4.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Relation {
    /// On that day or later.
    Since,
    /// Before that day.
    Before,
    /// On that day.
    On,
}

impl Query {
    /// All of these; of none, every message.
    pub fn and(queries: impl IntoIterator<Item = Query>) -> Query {
        let mut all = Vec::new();
        for query in queries {
            match query {
                Query::All => {}
                Query::And(within) => all.extend(within),
                other => all.push(other),
            }
        }
        if all.len() > 1 { Query::And(all) } else { all.pop().unwrap_or(Query::All) }
    }

    /// At least one of these; of none, no message.
    pub fn or(queries: impl IntoIterator<Item = Query>) -> Query {
        let mut any = Vec::new();
        for query in queries {
            match query {
                Query::Or(within) => any.extend(within),
                other => any.push(other),
            }
        }
        if any.len() > 1 { Query::Or(any) } else { any.pop().unwrap_or_else(|| Query::negated(Query::All)) }
    }

    /// Not this.
    pub fn negated(query: Query) -> Query {
        match query {
            Query::Not(within) => *within,
            other => Query::Not(Box::new(other)),
        }
    }

    /// Every term in it, from left to right.
    pub fn terms(&self) -> Vec<&Term> {
        let (mut terms, mut open) = (Vec::new(), vec![self]);
        while let Some(query) = open.pop() {
            match query {
                Query::All => {}
                Query::And(within) | Query::Or(within) => open.extend(within.iter().rev()),
                Query::Not(within) => open.push(within),
                Query::Term(term) => terms.push(term),
            }
        }
        terms
    }
}

impl Place {
    /// The key of the language, which IMAP has in capitals.
    pub const fn name(self) -> &'static str {
        match self {
            Place::From => "from",
            Place::To => "to",
            Place::Cc => "cc",
            Place::Bcc => "bcc",
            Place::Subject => "subject",
            Place::Body => "body",
            Place::Text => "text",
        }
    }
}

impl Flag {
    /// The word of the language, which IMAP has in capitals, and with a backslash before it as a flag.
    pub const fn name(self) -> &'static str {
        match self {
            Flag::Answered => "answered",
            Flag::Deleted => "deleted",
            Flag::Draft => "draft",
            Flag::Flagged => "flagged",
            Flag::Recent => "recent",
            Flag::Seen => "seen",
        }
    }
}

impl Stamp {
    /// What stands before the relation in a key of the language; without the hyphen, in one of IMAP.
    pub const fn prefix(self) -> &'static str {
        match self {
            Stamp::Internal => "",
            Stamp::Sent => "sent-",
            Stamp::Saved => "saved-",
        }
    }
}

impl Relation {
    /// The key of the language, which IMAP has in capitals.
    pub const fn name(self) -> &'static str {
        match self {
            Relation::Since => "since",
            Relation::Before => "before",
            Relation::On => "on",
        }
    }
}
