//! Reading address fields as they come (RFC 5322 §3.4 and §4.4), for envelopes and views: nothing is refused.
//!
//! [`super::address_list`] is the strict reader of what a user gives, and the writer.

mod address;
mod phrase;

use self::phrase::Phrase;
use super::cursor::{Cursor, is_blank};
use super::flaw::Flaw;
use super::flaw::Severity::{Error, Info, Warning};
use super::notes::{Kind, Notes, shown};

const NO_BRACKETS: Kind = (Warning, "address-without-brackets", "RFC 5322 §3.4");
const NO_DOMAIN: Kind = (Error, "address-without-domain", "RFC 5322 §3.4.1");
const NO_COMMA: Kind = (Warning, "address-missing-comma", "RFC 5322 §3.4");
const SEMICOLON: Kind = (Warning, "address-stray-semicolon", "RFC 5322 §3.4");
const COLON: Kind = (Warning, "address-stray-colon", "RFC 5322 §3.4");
const OPEN_GROUP: Kind = (Warning, "address-open-group", "RFC 5322 §3.4");
const EMPTY_ELEMENT: Kind = (Info, "address-empty-element", "RFC 5322 §4.4");
const JUNK: Kind = (Warning, "address-junk", "RFC 5322 §3.4");

/// An address, or where a group begins or ends: the way in which the ENVELOPE of IMAP tells them (RFC 3501 §7.4.2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// `mailbox`.
    Address(Address),
    /// `display-name ":"` of a group.
    Group {
        /// The name, decoded.
        name: String,
        /// The name without quotes, its encoded words as they are.
        raw_name: Vec<u8>,
    },
    /// The `;` of a group, or the end of the field.
    GroupEnd,
}

/// `mailbox` (RFC 5322 §3.4) as it could be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// `display-name`, or the comment behind the address, decoded.
    pub name: Option<String>,
    /// The same without quotes, its encoded words as they are: what ENVELOPE tells.
    pub raw_name: Option<Vec<u8>>,
    /// `obs-route`, as `@a,@b` (RFC 5322 §4.4).
    pub route: Option<String>,
    /// `local-part` without its quotes.
    pub mailbox: String,
    /// `domain` or `domain-literal`; `None` where there is no `@`.
    pub host: Option<String>,
    /// `addr-spec` as it was written, without blanks and comments; raw octets that are no UTF-8 as U+FFFD.
    pub addr_spec: String,
    /// The name of the group that it belongs to.
    pub group: Option<std::sync::Arc<str>>,
    /// Octets of the field's value before it.
    pub offset: u64,
    /// Octets of the field's value up to the end of `addr_spec`.
    pub end: u64,
}

/// The entries of an address field in their order, and what is wrong; offsets count from the beginning of the value.
/// Takes linear time.
pub fn read(value: &[u8]) -> (Vec<Entry>, Vec<Flaw>) {
    let mut reader = Reader { cursor: Cursor::new(value), notes: Notes::default(), entries: Vec::new(), group: None };
    while reader.element() {}
    if reader.group.is_some() {
        reader.notes.note(OPEN_GROUP, value.len(), "a group does not end with a semicolon");
        reader.entries.push(Entry::GroupEnd);
    }
    (reader.entries, reader.notes.finish())
}

/// The addresses alone, those within groups too.
pub fn addresses(entries: &[Entry]) -> impl Iterator<Item = &Address> {
    entries.iter().filter_map(|entry| match entry {
        Entry::Address(address) => Some(address),
        Entry::Group { .. } | Entry::GroupEnd => None,
    })
}

struct Reader<'a> {
    cursor: Cursor<'a>,
    notes: Notes,
    entries: Vec<Entry>,
    group: Option<std::sync::Arc<str>>,
}

impl<'a> Reader<'a> {
    /// One element and its separator; false at the end of the field.
    fn element(&mut self) -> bool {
        let mut phrase = Phrase::default();
        loop {
            let start = self.cursor.at();
            self.cursor.skip_blanks();
            phrase.spaced |= self.cursor.at() > start;
            let start = self.cursor.at();
            match self.cursor.peek() {
                None => {
                    self.bare(&phrase);
                    return false;
                }
                Some(b'(') => match self.cursor.comment() {
                    Some(comment) => phrase.comment(comment, start),
                    None => self.cursor.bump(1),
                },
                Some(b'<') => {
                    self.angle(&phrase);
                    return true;
                }
                Some(b',') => {
                    self.cursor.bump(1);
                    if phrase.is_empty() {
                        self.notes.note(EMPTY_ELEMENT, start, "nothing stands between two commas");
                    }
                    self.bare(&phrase);
                    return true;
                }
                Some(b';') => {
                    self.cursor.bump(1);
                    self.bare(&phrase);
                    self.end_group(start);
                    return true;
                }
                Some(b':') => {
                    self.cursor.bump(1);
                    if self.begin_group(&phrase, start) {
                        return true;
                    }
                }
                Some(_) => phrase.word(&mut self.cursor, &mut self.notes),
            }
        }
    }

    fn begin_group(&mut self, phrase: &Phrase<'a>, at: usize) -> bool {
        if self.group.is_some() || phrase.is_empty() || phrase.holds_at() {
            self.notes.note(COLON, at, "a colon that begins no group");
            return false;
        }
        let (name, raw_name) = phrase.name(&mut self.notes);
        self.group = Some(name.as_str().into());
        self.entries.push(Entry::Group { name, raw_name });
        true
    }

    fn end_group(&mut self, at: usize) {
        if self.group.take().is_some() {
            self.entries.push(Entry::GroupEnd);
            self.cursor.skip_cfws();
            // The comma that parts a group from what follows.
            self.cursor.eat(b',');
        } else {
            self.notes.note(SEMICOLON, at, "a semicolon where no group ends is taken for a comma");
        }
    }

    /// `name-addr`: the phrase and what stands in brackets, up to the comma.
    fn angle(&mut self, phrase: &Phrase<'a>) {
        let offset = phrase.start().unwrap_or(self.cursor.at());
        let mut address = address::angle(&mut self.cursor, &mut self.notes);
        let (mut behind, mut junk) = (Phrase::default(), None);
        loop {
            self.cursor.skip_blanks();
            let start = self.cursor.at();
            match self.cursor.peek() {
                None | Some(b';') => break,
                Some(b',') => {
                    self.cursor.bump(1);
                    break;
                }
                Some(b'(') => match self.cursor.comment() {
                    Some(comment) => behind.comment(comment, start),
                    None => self.cursor.bump(1),
                },
                Some(b'>') => {
                    junk.get_or_insert(start);
                    self.cursor.bump(1);
                }
                Some(_) if self.another_begins() => {
                    self.notes.note(NO_COMMA, start, "no comma stands between two addresses");
                    break;
                }
                Some(_) => {
                    junk.get_or_insert(start);
                    let mut words = Phrase::default();
                    words.word(&mut self.cursor, &mut self.notes);
                }
            }
        }
        if let Some(at) = junk {
            self.notes.note(JUNK, at, format!("{:?} behind an address is passed over", shown(self.cursor.since(at))));
        }
        let name =
            if phrase.is_empty() { behind.last_comment(&mut self.notes) } else { Some(phrase.name(&mut self.notes)) };
        let name = name.filter(|(name, _)| !name.is_empty());
        (address.name, address.raw_name) = name.unzip();
        self.push(address, offset);
    }

    /// True if another address begins before the next separator.
    fn another_begins(&self) -> bool {
        let ahead = self.cursor.rest();
        let end = ahead.iter().position(|octet| b",;<@\"".contains(octet));
        end.and_then(|end| ahead.get(end)).is_some_and(|octet| b"<@\"".contains(octet))
    }

    /// An element without brackets: an address, with a name before it if need be.
    fn bare(&mut self, phrase: &Phrase<'a>) {
        let Some(offset) = phrase.start() else { return };
        let (mut address, name) = phrase.address(&mut self.notes);
        if address.host.is_none() {
            let message = format!("{:?} has no @ and no domain", shown(address.addr_spec.as_bytes()));
            self.notes.note(NO_DOMAIN, offset, message);
        } else if name.is_some() {
            let message = format!("{:?} should stand in angle brackets", shown(address.addr_spec.as_bytes()));
            self.notes.note(NO_BRACKETS, offset, message);
        }
        let name = name.or_else(|| phrase.last_comment(&mut self.notes)).filter(|(name, _)| !name.is_empty());
        (address.name, address.raw_name) = name.unzip();
        self.push(address, offset);
    }

    fn push(&mut self, address: Address, offset: usize) {
        let group = self.group.clone();
        self.entries.push(Entry::Address(Address { group, offset: offset as u64, ..address }));
    }
}

/// Octets that end a run of atoms, dots, `@` and address literals.
fn ends_word(octet: u8) -> bool {
    is_blank(octet) || b"()<>,;:\"".contains(&octet)
}

#[cfg(test)]
mod tests;
