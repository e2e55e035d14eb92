//! Sorting as SORT does (RFC 5256 §3, RFC 5957 §3), where no server does it.

use std::cmp::{Ordering, Reverse};
use std::fmt;

use super::pattern::fold;
use crate::mime::base_subject::BaseSubject;
use crate::mime::date_time;
use crate::mime::encoded_word;
use crate::proto::imap::envelope::Address;
use crate::proto::imap::{Envelope, Fetch, Item};

/// By what messages are sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// When it was received.
    Arrival,
    /// The first address of Cc, what stands before its `@`.
    Cc,
    /// When it was sent; received, if that is not known.
    Date,
    /// What is shown of the first address of From: the name, else the address.
    DisplayFrom,
    /// Of To.
    DisplayTo,
    /// The first address of From, what stands before its `@`.
    From,
    /// Its size.
    Size,
    /// Its base subject.
    Subject,
    /// The first address of To, what stands before its `@`.
    To,
}

/// One criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Criterion {
    /// By what.
    pub key: Key,
    /// The other way round.
    pub reverse: bool,
}

/// What a message is compared by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Value {
    Number(i64),
    Text(String),
}

/// Messages, and what they are compared by.
#[derive(Clone, Debug)]
pub struct Sorter {
    criteria: Vec<Criterion>,
    messages: Vec<(u32, Vec<Value>)>,
}

impl Key {
    /// All of them.
    pub const ALL: [Key; 9] = [
        Key::Arrival,
        Key::Cc,
        Key::Date,
        Key::DisplayFrom,
        Key::DisplayTo,
        Key::From,
        Key::Size,
        Key::Subject,
        Key::To,
    ];

    /// `sort-key`.
    pub fn name(self) -> &'static str {
        match self {
            Key::Arrival => "ARRIVAL",
            Key::Cc => "CC",
            Key::Date => "DATE",
            Key::DisplayFrom => "DISPLAYFROM",
            Key::DisplayTo => "DISPLAYTO",
            Key::From => "FROM",
            Key::Size => "SIZE",
            Key::Subject => "SUBJECT",
            Key::To => "TO",
        }
    }

    /// The items of FETCH that tell it.
    pub fn items(self) -> &'static [&'static str] {
        match self {
            Key::Arrival => &["INTERNALDATE"],
            Key::Date => &["INTERNALDATE", "ENVELOPE"],
            Key::Size => &["RFC822.SIZE"],
            _ => &["ENVELOPE"],
        }
    }

    fn value(self, fetch: &Fetch) -> Value {
        let nothing = Envelope::default();
        let envelope = envelope(fetch).unwrap_or(&nothing);
        match self {
            Key::Arrival => Value::Number(received(fetch)),
            Key::Date => Value::Number(sent(fetch)),
            Key::Size => Value::Number(size(fetch)),
            Key::Subject => Value::Text(fold(&BaseSubject::of(envelope.subject.as_deref().unwrap_or_default()).text)),
            Key::Cc => Value::Text(local_part(&envelope.cc)),
            Key::From => Value::Text(local_part(&envelope.from)),
            Key::To => Value::Text(local_part(&envelope.to)),
            Key::DisplayFrom => Value::Text(display(&envelope.from)),
            Key::DisplayTo => Value::Text(display(&envelope.to)),
        }
    }
}

impl fmt::Display for Criterion {
    /// `sort-criterion = ["REVERSE" SP] sort-key`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.reverse { "REVERSE " } else { "" })?;
        f.write_str(self.key.name())
    }
}

impl Sorter {
    /// Of no messages yet.
    pub fn new(criteria: &[Criterion]) -> Sorter {
        Sorter { criteria: criteria.to_vec(), messages: Vec::new() }
    }

    /// The items of FETCH that it wants to be told, each once.
    pub fn items(&self) -> Vec<&'static str> {
        let mut items: Vec<_> = self.criteria.iter().flat_map(|criterion| criterion.key.items()).copied().collect();
        items.sort_unstable();
        items.dedup();
        items
    }

    /// A message.
    pub fn add(&mut self, uid: u32, fetch: &Fetch) {
        let values = self.criteria.iter().map(|criterion| criterion.key.value(fetch)).collect();
        self.messages.push((uid, values));
    }

    /// Their UIDs, in order; those that are the same in everything ascend.
    pub fn finish(mut self) -> Vec<u32> {
        self.messages.sort_unstable_by(|one, other| compare(&self.criteria, one, other));
        self.messages.dedup_by_key(|(uid, _)| *uid);
        self.messages.into_iter().map(|(uid, _)| uid).collect()
    }
}

fn compare(criteria: &[Criterion], one: &(u32, Vec<Value>), other: &(u32, Vec<Value>)) -> Ordering {
    let pairs = criteria.iter().zip(one.1.iter().zip(&other.1));
    let ordering = pairs.map(|(criterion, (one, other))| match criterion.reverse {
        true => Reverse(one).cmp(&Reverse(other)),
        false => one.cmp(other),
    });
    ordering.fold(Ordering::Equal, Ordering::then).then(one.0.cmp(&other.0))
}

/// The envelope, if it was told.
pub(super) fn envelope(fetch: &Fetch) -> Option<&Envelope> {
    fetch.items.iter().find_map(|item| if let Item::Envelope(envelope) = item { Some(&**envelope) } else { None })
}

/// The sent date in seconds since 1970 (RFC 5256 §2.2).
pub(super) fn sent(fetch: &Fetch) -> i64 {
    let written = envelope(fetch).and_then(|envelope| seconds(envelope.date.as_deref()?));
    written.unwrap_or_else(|| received(fetch))
}

fn received(fetch: &Fetch) -> i64 {
    let date = |item: &Item| if let Item::InternalDate(date) = item { seconds(date) } else { None };
    fetch.items.iter().find_map(date).unwrap_or_default()
}

fn seconds(date: &[u8]) -> Option<i64> {
    Some(date_time::parse(date).0?.timestamp()?.as_second())
}

fn size(fetch: &Fetch) -> i64 {
    let size = |item: &Item| if let Item::Size(size) = item { i64::try_from(*size).ok() } else { None };
    fetch.items.iter().find_map(size).unwrap_or_default()
}

/// `addr-mailbox` of the first address; a group is one.
fn local_part(list: &[Address]) -> String {
    let first = list.first().map(|address| match address {
        Address::Mailbox(mailbox) => mailbox.mailbox.as_slice(),
        Address::Group(name) => name,
        Address::GroupEnd => b"",
    });
    fold(&String::from_utf8_lossy(first.unwrap_or_default()))
}

fn display(list: &[Address]) -> String {
    let shown = list.first().map(|address| match address {
        Address::Mailbox(mailbox) => {
            let name = mailbox.name.as_deref().map(encoded_word::decode).filter(|name| !name.is_empty());
            let part = |octets| String::from_utf8_lossy(octets).into_owned();
            name.unwrap_or_else(|| format!("{}@{}", part(&mailbox.mailbox), part(&mailbox.host)))
        }
        Address::Group(name) => encoded_word::decode(name),
        Address::GroupEnd => String::new(),
    });
    fold(&shown.unwrap_or_default())
}
