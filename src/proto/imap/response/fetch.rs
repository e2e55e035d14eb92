//! What FETCH tells of a message (RFC 9051 §7.5.2 and the extensions' own), item by item.

use std::ops::Range;

use super::super::body_structure::BodyStructure;
use super::super::envelope::Envelope;
use super::super::token::{Reader, Text};
use super::short;
use crate::base::Finding;

/// The items of one message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fetch {
    /// Its number in the mailbox.
    pub number: u32,
    /// What is told of it.
    pub items: Vec<Item>,
}

/// One item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// `BODY[section]<origin>`, `RFC822` and its kin, `BINARY[section]`.
    Content {
        /// The item's name as it came, in capitals but for fields: `BODY[1.2]`, `RFC822.HEADER`.
        name: String,
        /// Where the octets begin in what was asked for, if a part of it was.
        origin: Option<u64>,
        /// The octets.
        content: Content,
    },
    /// `BODYSTRUCTURE`, or `BODY`.
    Structure(Box<BodyStructure>),
    /// `BINARY.SIZE[section]`: octets once decoded (RFC 3516 §4.3).
    BinarySize(String, u64),
    /// `EMAILID` (RFC 8474 §5.1), or Gmail's X-GM-MSGID.
    EmailId(Vec<u8>),
    /// `ENVELOPE`.
    Envelope(Box<Envelope>),
    /// `FLAGS`.
    Flags(Vec<Vec<u8>>),
    /// `INTERNALDATE`, as it came.
    InternalDate(Vec<u8>),
    /// `X-GM-LABELS`, as they came: Gmail's labels, in the way that names of mailboxes are written.
    Labels(Vec<Vec<u8>>),
    /// `MODSEQ` (RFC 7162 §3.1.4).
    ModSeq(u64),
    /// `PREVIEW` (RFC 8970 §3.1).
    Preview(Option<Vec<u8>>),
    /// `SAVEDATE` (RFC 8514 §4.3).
    SaveDate(Option<Vec<u8>>),
    /// `RFC822.SIZE`.
    Size(u64),
    /// `THREADID` (RFC 8474 §5.2), or Gmail's X-GM-THRID.
    ThreadId(Option<Vec<u8>>),
    /// `UID`.
    Uid(u32),
    /// One that is not known or broken: its name in capitals, and where its value stands in the line.
    Other(String, Range<usize>),
}

/// The octets of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// There is no such thing in the message.
    Nil,
    /// These.
    Octets(Vec<u8>),
    /// So many, which went by as chunks.
    Streamed(u64),
}

impl Fetch {
    /// The message's UID, if it is told.
    pub fn uid(&self) -> Option<u32> {
        self.items.iter().find_map(|item| if let Item::Uid(uid) = item { Some(*uid) } else { None })
    }

    /// Its flags, if they are told.
    pub fn flags(&self) -> Option<&[Vec<u8>]> {
        self.items.iter().find_map(|item| if let Item::Flags(flags) = item { Some(flags.as_slice()) } else { None })
    }

    /// The first content that is told, with the name of its item.
    pub fn content(&self) -> Option<(&str, &Content)> {
        self.items.iter().find_map(|item| match item {
            Item::Content { name, content, .. } => Some((name.as_str(), content)),
            _ => None,
        })
    }

    /// `"(" msg-att-list ")"`.
    pub(super) fn parse(number: u32, reader: &mut Reader<'_>, findings: &mut Vec<Finding>) -> Option<Fetch> {
        reader.take(b'(')?;
        let mut fetch = Fetch { number, items: Vec::new() };
        // Some servers put an item in parentheses of its own.
        let mut within = 0_usize;
        loop {
            reader.space();
            if reader.take(b'(').is_some() {
                within += 1;
                continue;
            }
            if reader.is_over() || reader.take(b')').is_some() {
                match within.checked_sub(1).filter(|_| !reader.is_over()) {
                    Some(around) => within = around,
                    None => return Some(fetch),
                }
                continue;
            }
            let Some((name, origin)) = name(reader) else {
                let at = reader.at();
                reader.skip()?;
                fetch.odd("", at..reader.at(), reader, findings);
                continue;
            };
            reader.space();
            let at = reader.at();
            match value(&name, origin, reader) {
                Some(item) if matches!(reader.peek(), Some(b' ' | b')') | None) => fetch.items.push(item),
                Some(item @ Item::Content { .. }) => {
                    // More octets than were announced.
                    let behind = short(reader.atom().unwrap_or_default());
                    let text = format!("{behind:?} stands behind the end of {name}");
                    findings.push(Finding::new("item-malformed", text, "RFC 9051 §4.3"));
                    fetch.items.push(item);
                }
                _ => {
                    reader.back(at);
                    let range = if is_missing(&name, reader) { at..at } else { reader.skip()? };
                    fetch.odd(&name, range, reader, findings);
                }
            }
        }
    }

    /// What stands up to a literal that is still to come: whose it is, by number, item, and UID if that is told.
    pub(in crate::proto::imap) fn head(reader: &mut Reader<'_>) -> Option<((u32, String), Option<u32>)> {
        let number = reader.number()?;
        reader.space()?;
        reader.word("FETCH")?;
        reader.space();
        let mut ignored = Vec::new();
        let fetch = Fetch::parse(number, reader, &mut ignored)?;
        let name = fetch.items.iter().rev().find_map(|item| match item {
            Item::Content { name, origin, content: Content::Streamed(_) } => {
                Some(origin.map_or_else(|| name.clone(), |origin| format!("{name}<{origin}>")))
            }
            _ => None,
        })?;
        Some(((number, name), fetch.uid()))
    }

    fn odd(&mut self, name: &str, range: Range<usize>, reader: &Reader<'_>, findings: &mut Vec<Finding>) {
        if KNOWN.contains(&name) || name.is_empty() {
            let text =
                format!("{name} {:?} in FETCH is not understood and passed over", short(reader.octets(range.clone())));
            findings.push(Finding::new("item-malformed", text.trim_start().to_owned(), "RFC 9051 §7.5.2"));
        }
        self.items.push(Item::Other(name.to_owned(), range));
    }
}

/// Items whose value has a form that is known.
const KNOWN: [&str; 17] = [
    "BODY",
    "BODYSTRUCTURE",
    "EMAILID",
    "ENVELOPE",
    "FLAGS",
    "INTERNALDATE",
    "MODSEQ",
    "PREVIEW",
    "RFC822.SIZE",
    "SAVEDATE",
    "THREADID",
    "UID",
    "RFC822",
    "RFC822.HEADER",
    "X-GM-LABELS",
    "X-GM-MSGID",
    "X-GM-THRID",
];

/// `BODY[HEADER.FIELDS (FROM)]<0>` and plain names; the number is that of `<…>`.
fn name(reader: &mut Reader<'_>) -> Option<(String, Option<u64>)> {
    let at = reader.at();
    let word = reader.keyword()?;
    if reader.peek() != Some(b'[') {
        return Some((word, None));
    }
    reader.back(at);
    let range = reader.skip()?;
    let whole = String::from_utf8_lossy(reader.octets(range)).into_owned();
    let (section, behind) = whole.rsplit_once(']')?;
    let origin = behind.strip_prefix('<').and_then(|text| text.strip_suffix('>')).and_then(|text| text.parse().ok());
    Some((format!("{}]", section.to_ascii_uppercase()), origin))
}

/// A value may be missing altogether: the list ends, or the next item begins.
fn is_missing(item: &str, reader: &Reader<'_>) -> bool {
    let known = |name: &str| KNOWN.contains(&name) || name.starts_with("BODY[") || name.starts_with("BINARY[");
    let next = || name(&mut reader.clone()).is_some_and(|(name, _)| known(&name));
    reader.peek() == Some(b')') || known(item) && next()
}

fn value(name: &str, origin: Option<u64>, reader: &mut Reader<'_>) -> Option<Item> {
    let id = |reader: &mut Reader<'_>| {
        reader.take(b'(')?;
        let id = reader.astring()?.into_vec();
        reader.take(b')')?;
        Some(id)
    };
    let digits = |reader: &mut Reader<'_>| reader.number::<u64>().map(|number| number.to_string().into_bytes());
    Some(match name {
        "UID" => Item::Uid(reader.number()?),
        "RFC822.SIZE" => Item::Size(reader.figure()?),
        "FLAGS" => {
            let mut flags = Vec::new();
            reader.list(|reader| reader.unquoted().map(|flag| flags.push(flag.to_vec())), |_| {})?;
            Item::Flags(flags)
        }
        "INTERNALDATE" => Item::InternalDate(reader.string()?.into_vec()),
        "ENVELOPE" => Item::Envelope(Box::new(Envelope::parse(reader)?)),
        "BODYSTRUCTURE" | "BODY" => Item::Structure(Box::new(BodyStructure::parse(reader)?)),
        "MODSEQ" => {
            reader.take(b'(')?;
            let modseq = reader.number()?;
            reader.take(b')')?;
            Item::ModSeq(modseq)
        }
        "EMAILID" => Item::EmailId(id(reader)?),
        "THREADID" if reader.word("NIL").is_some() => Item::ThreadId(None),
        "THREADID" => Item::ThreadId(Some(id(reader)?)),
        "X-GM-MSGID" => Item::EmailId(digits(reader)?),
        "X-GM-THRID" => Item::ThreadId(Some(digits(reader)?)),
        "X-GM-LABELS" => {
            let mut labels = Vec::new();
            // NIL is none.
            let label = |reader: &mut Reader<'_>| match reader.word("NIL") {
                Some(()) => Some(()),
                None => reader.astring().map(|label| labels.push(label.into_vec())),
            };
            reader.list(label, |_| {})?;
            Item::Labels(labels)
        }
        "SAVEDATE" => Item::SaveDate(reader.nstring()?.map(Text::into_vec)),
        "PREVIEW" => Item::Preview(reader.nstring()?.map(Text::into_vec)),
        "RFC822" | "RFC822.HEADER" | "RFC822.TEXT" => content(name, None, reader)?,
        name if name.starts_with("BINARY.SIZE[") => Item::BinarySize(name.to_owned(), reader.number()?),
        name if name.starts_with("BODY[") || name.starts_with("BINARY[") => content(name, origin, reader)?,
        _ => return None,
    })
}

fn content(name: &str, origin: Option<u64>, reader: &mut Reader<'_>) -> Option<Item> {
    let content = match reader.nstring()? {
        None => Content::Nil,
        Some(Text::Octets(octets)) => Content::Octets(octets.into_owned()),
        Some(Text::Streamed(octets)) => Content::Streamed(octets),
    };
    Some(Item::Content { name: name.to_owned(), origin, content })
}
