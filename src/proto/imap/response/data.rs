//! Untagged data (RFC 9051 §7.2 to §7.5 and the extensions' own).

use std::ops::Range;

use super::super::set::SequenceSet;
use super::super::token::{Reader, Text};
use super::code::words;
use super::fetch::Fetch;
use super::search::{ExtendedSearch, extended_search, search};
use super::{Status, short};
use crate::base::Finding;

/// A name and its value, if it has one.
pub type Pair = (Vec<u8>, Option<Vec<u8>>);

/// What an untagged response tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Data {
    /// OK, NO, BAD, BYE or PREAUTH.
    Status(Status),
    /// `ACL`: who may do what with a mailbox (RFC 4314 §3.6).
    Acl {
        /// The mailbox, as it is written on the wire.
        mailbox: Vec<u8>,
        /// Identifiers and their rights.
        rights: Vec<(Vec<u8>, Vec<u8>)>,
    },
    /// `CAPABILITY`, in capitals.
    Capability(Vec<String>),
    /// `ENABLED`, in capitals (RFC 5161 §3.2).
    Enabled(Vec<String>),
    /// `ESEARCH` (RFC 4731, RFC 9394).
    ExtendedSearch(ExtendedSearch),
    /// `EXISTS`.
    Exists(u32),
    /// `EXPUNGE`: this number is gone, and those above it are one less.
    Expunge(u32),
    /// `FETCH`.
    Fetch(Fetch),
    /// `FLAGS`.
    Flags(Vec<Vec<u8>>),
    /// `ID`: names and values (RFC 2971 §3.2).
    Id(Vec<Pair>),
    /// `LIST` or `LSUB`.
    List(List),
    /// `LISTRIGHTS` (RFC 4314 §3.7).
    ListRights {
        /// The mailbox.
        mailbox: Vec<u8>,
        /// Whose rights.
        identifier: Vec<u8>,
        /// What is always granted, and then what may be granted, together where it stands together.
        rights: Vec<Vec<u8>>,
    },
    /// `METADATA` (RFC 5464 §4.4): entries with their values, or names alone of what has changed.
    Metadata {
        /// The mailbox; empty: the server.
        mailbox: Vec<u8>,
        /// Entries.
        entries: Vec<Pair>,
    },
    /// `MYRIGHTS` (RFC 4314 §3.8).
    MyRights {
        /// The mailbox.
        mailbox: Vec<u8>,
        /// What the user may do.
        rights: Vec<u8>,
    },
    /// `NAMESPACE` (RFC 2342 §5): personal, of other users, shared.
    Namespace([Vec<Namespace>; 3]),
    /// `QUOTA` (RFC 9208 §5.1).
    Quota {
        /// The root that it is of.
        root: Vec<u8>,
        /// Each resource, how much of it is used, and the limit.
        resources: Vec<(String, u64, u64)>,
    },
    /// `QUOTAROOT` (RFC 9208 §5.2).
    QuotaRoot {
        /// The mailbox.
        mailbox: Vec<u8>,
        /// Its roots.
        roots: Vec<Vec<u8>>,
    },
    /// `RECENT`, which RFC 9051 has no more.
    Recent(u32),
    /// `SEARCH` or `SORT`: what matches, in order.
    Search {
        /// Sorted as was asked.
        sorted: bool,
        /// Numbers or UIDs.
        numbers: Vec<u32>,
        /// The highest MODSEQ among them (RFC 7162 §3.1.5).
        modseq: Option<u64>,
    },
    /// `STATUS` of a mailbox.
    MailboxStatus {
        /// The mailbox, as it is written on the wire.
        mailbox: Vec<u8>,
        /// Attributes in capitals and their values; one that is no number is left out.
        items: Vec<(String, u64)>,
    },
    /// `THREAD` (RFC 5256 §4): the threads as they stand there.
    Thread(Vec<u8>),
    /// `VANISHED` (RFC 7162 §3.2.10).
    Vanished {
        /// It happened before this session.
        earlier: bool,
        /// UIDs.
        uids: SequenceSet,
    },
    /// Anything else: its name, in capitals.
    Unknown(String),
}

/// A mailbox in a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List {
    /// LSUB told it.
    pub subscribed: bool,
    /// Attributes, as they came: `\Noselect`, `\HasChildren`, `\Sent`, …
    pub attributes: Vec<Vec<u8>>,
    /// What stands between the levels of a name; none: names have no levels.
    pub delimiter: Option<u8>,
    /// The name as it is written on the wire.
    pub mailbox: Vec<u8>,
    /// What follows it (RFC 5258 §3), as it came.
    pub extended: Vec<u8>,
}

/// A namespace (RFC 2342 §5).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Namespace {
    /// What its names begin with.
    pub prefix: Vec<u8>,
    /// What stands between levels.
    pub delimiter: Option<u8>,
}

/// Notes what was passed over.
pub(super) struct Odd<'f> {
    findings: &'f mut Vec<Finding>,
    what: &'static str,
}

impl Odd<'_> {
    pub(super) fn note(&mut self, octets: &[u8]) {
        let text = format!("{:?} in {} is not understood and passed over", short(octets), self.what);
        self.findings.push(Finding::new("item-malformed", text, "RFC 9051 §7"));
    }

    fn all(&mut self, reader: &Reader<'_>, ranges: Vec<Range<usize>>) {
        ranges.into_iter().for_each(|range| self.note(reader.octets(range)));
    }
}

impl Data {
    /// The word that it is told by.
    pub fn name(&self) -> &str {
        match self {
            Data::Status(status) => status.state.name(),
            Data::Acl { .. } => "ACL",
            Data::Capability(_) => "CAPABILITY",
            Data::Enabled(_) => "ENABLED",
            Data::ExtendedSearch(_) => "ESEARCH",
            Data::Exists(_) => "EXISTS",
            Data::Expunge(_) => "EXPUNGE",
            Data::Fetch(_) => "FETCH",
            Data::Flags(_) => "FLAGS",
            Data::Id(_) => "ID",
            Data::List(list) if list.subscribed => "LSUB",
            Data::List(_) => "LIST",
            Data::ListRights { .. } => "LISTRIGHTS",
            Data::Metadata { .. } => "METADATA",
            Data::MyRights { .. } => "MYRIGHTS",
            Data::Namespace(_) => "NAMESPACE",
            Data::Quota { .. } => "QUOTA",
            Data::QuotaRoot { .. } => "QUOTAROOT",
            Data::Recent(_) => "RECENT",
            Data::Search { sorted: true, .. } => "SORT",
            Data::Search { .. } => "SEARCH",
            Data::MailboxStatus { .. } => "STATUS",
            Data::Thread(_) => "THREAD",
            Data::Vanished { .. } => "VANISHED",
            Data::Unknown(name) => name,
        }
    }

    /// What stands behind `* `.
    pub(super) fn parse(reader: &mut Reader<'_>, findings: &mut Vec<Finding>) -> Option<Data> {
        if reader.peek()?.is_ascii_digit() {
            return numbered(reader, findings);
        }
        let name = reader.keyword()?;
        reader.space();
        match name.as_str() {
            "CAPABILITY" => Some(Data::Capability(words(reader))),
            "ENABLED" => Some(Data::Enabled(words(reader))),
            "FLAGS" => flags(reader).map(Data::Flags),
            "LIST" => list(reader, false).map(Data::List),
            "LSUB" => list(reader, true).map(Data::List),
            "SEARCH" => search(reader, false, Odd { findings, what: "SEARCH" }),
            "SORT" => search(reader, true, Odd { findings, what: "SORT" }),
            "ESEARCH" => extended_search(reader, Odd { findings, what: "ESEARCH" }).map(Data::ExtendedSearch),
            "STATUS" => status(reader, Odd { findings, what: "STATUS" }),
            "VANISHED" => vanished(reader),
            "NAMESPACE" => namespaces(reader),
            "ID" => pairs(reader).map(Data::Id),
            "QUOTA" => quota(reader, Odd { findings, what: "QUOTA" }),
            "QUOTAROOT" => {
                let mailbox = octets(reader)?;
                Some(Data::QuotaRoot { mailbox, roots: strings(reader) })
            }
            "ACL" => acl(reader),
            "MYRIGHTS" => {
                let mailbox = octets(reader)?;
                reader.space()?;
                Some(Data::MyRights { mailbox, rights: octets(reader)? })
            }
            "LISTRIGHTS" => {
                let mailbox = octets(reader)?;
                reader.space()?;
                let identifier = octets(reader)?;
                Some(Data::ListRights { mailbox, identifier, rights: strings(reader) })
            }
            "METADATA" => metadata(reader),
            "THREAD" => Some(Data::Thread(reader.rest().trim_ascii().to_vec())),
            _ => Some(Data::Unknown(name)),
        }
    }
}

/// `5 EXISTS`, `3 EXPUNGE`, `2 FETCH (…)`.
fn numbered(reader: &mut Reader<'_>, findings: &mut Vec<Finding>) -> Option<Data> {
    let number = reader.number()?;
    reader.space()?;
    let name = reader.keyword()?;
    reader.space();
    match name.as_str() {
        "EXISTS" => Some(Data::Exists(number)),
        "RECENT" => Some(Data::Recent(number)),
        "EXPUNGE" => Some(Data::Expunge(number)),
        "FETCH" => Fetch::parse(number, reader, findings).map(Data::Fetch),
        _ => Some(Data::Unknown(name)),
    }
}

pub(super) fn octets(reader: &mut Reader<'_>) -> Option<Vec<u8>> {
    reader.astring().map(Text::into_vec)
}

/// Strings up to the end, blanks between them.
fn strings(reader: &mut Reader<'_>) -> Vec<Vec<u8>> {
    std::iter::from_fn(|| {
        reader.space()?;
        octets(reader)
    })
    .collect()
}

fn flags(reader: &mut Reader<'_>) -> Option<Vec<Vec<u8>>> {
    let mut flags = Vec::new();
    reader.list(|reader| reader.unquoted().map(|flag| flags.push(flag.to_vec())), |_| {})?;
    Some(flags)
}

/// `"(" [mbx-list-flags] ")" SP (DQUOTE QUOTED-CHAR DQUOTE / nil) SP mailbox [SP mbox-list-extended]`.
fn list(reader: &mut Reader<'_>, subscribed: bool) -> Option<List> {
    let attributes = flags(reader)?;
    reader.space();
    let delimiter = delimiter(reader)?;
    reader.space()?;
    let at = reader.at();
    let mut mailbox = octets(reader)?;
    if !matches!(reader.peek(), None | Some(b' ')) {
        // A name that should stand in quotes: what it was meant to be goes on to the end.
        reader.back(at);
        mailbox = reader.rest().to_vec();
        reader.back(at + mailbox.len());
    }
    reader.space();
    Some(List { subscribed, attributes, delimiter, mailbox, extended: reader.rest().to_vec() })
}

fn delimiter(reader: &mut Reader<'_>) -> Option<Option<u8>> {
    let text = reader.nstring()?.map(Text::into_vec);
    Some(text.and_then(|text| text.first().copied()))
}

/// `mailbox SP "(" [status-att-list] ")"`.
fn status(reader: &mut Reader<'_>, mut odd: Odd<'_>) -> Option<Data> {
    let mailbox = octets(reader)?;
    reader.space();
    let (mut items, mut left) = (Vec::new(), Vec::new());
    let item = |reader: &mut Reader<'_>| {
        let name = reader.keyword()?;
        reader.space()?;
        let at = reader.at();
        match reader.number() {
            Some(number) => items.push((name, number)),
            // There is none (RFC 7889 §3).
            None if name == "APPENDLIMIT" && reader.keyword().is_some_and(|word| word == "NIL") => {}
            None => {
                reader.back(at);
                left.push(reader.skip().unwrap_or(at..at));
            }
        }
        Some(())
    };
    let mut ranges = Vec::new();
    reader.list(item, |range| ranges.push(range))?;
    odd.all(reader, left);
    odd.all(reader, ranges);
    Some(Data::MailboxStatus { mailbox, items })
}

/// `["(EARLIER)" SP] known-uids`.
fn vanished(reader: &mut Reader<'_>) -> Option<Data> {
    let earlier = reader.peek() == Some(b'(');
    if earlier {
        reader.skip()?;
        reader.space()?;
    }
    Some(Data::Vanished { earlier, uids: SequenceSet::parse(reader.atom()?)? })
}

/// Three lists of namespaces, or NIL.
fn namespaces(reader: &mut Reader<'_>) -> Option<Data> {
    let mut all = [const { Vec::new() }; 3];
    for kind in &mut all {
        reader.space();
        if reader.word("NIL").is_some() {
            continue;
        }
        let item = |reader: &mut Reader<'_>| {
            reader.take(b'(')?;
            let prefix = reader.string()?.into_vec();
            reader.space()?;
            kind.push(Namespace { prefix, delimiter: delimiter(reader)? });
            while reader.take(b')').is_none() {
                // Extensions.
                reader.space();
                reader.skip()?;
            }
            Some(())
        };
        reader.list(item, |_| {})?;
    }
    Some(Data::Namespace(all))
}

/// `"(" *(string SP nstring) ")"`, or NIL.
fn pairs(reader: &mut Reader<'_>) -> Option<Vec<Pair>> {
    let mut pairs = Vec::new();
    if reader.word("NIL").is_some() {
        return Some(pairs);
    }
    let item = |reader: &mut Reader<'_>| {
        let name = octets(reader)?;
        reader.space()?;
        pairs.push((name, reader.nstring()?.map(Text::into_vec)));
        Some(())
    };
    reader.list(item, |_| {})?;
    Some(pairs)
}

/// `quota-root-name SP "(" [resource SP usage SP limit …] ")"`.
fn quota(reader: &mut Reader<'_>, mut odd: Odd<'_>) -> Option<Data> {
    let root = octets(reader)?;
    reader.space();
    let (mut resources, mut ranges) = (Vec::new(), Vec::new());
    let item = |reader: &mut Reader<'_>| {
        let name = reader.keyword()?;
        reader.space()?;
        let used = reader.number()?;
        reader.space()?;
        resources.push((name, used, reader.number()?));
        Some(())
    };
    reader.list(item, |range| ranges.push(range))?;
    odd.all(reader, ranges);
    Some(Data::Quota { root, resources })
}

/// `mailbox *(SP identifier SP rights)`.
fn acl(reader: &mut Reader<'_>) -> Option<Data> {
    let mailbox = octets(reader)?;
    let mut words = strings(reader).into_iter();
    let rights = std::iter::from_fn(|| Some((words.next()?, words.next()?))).collect();
    Some(Data::Acl { mailbox, rights })
}

/// `mailbox SP (entry-values / entry-list)`.
fn metadata(reader: &mut Reader<'_>) -> Option<Data> {
    let mailbox = octets(reader)?;
    reader.space()?;
    let entries = match reader.peek() {
        Some(b'(') => pairs(reader)?,
        _ => std::iter::from_fn(|| {
            let name = octets(reader)?;
            reader.space();
            Some((name, None))
        })
        .collect(),
    };
    Some(Data::Metadata { mailbox, entries })
}
