//! The words before an address, and an address that stands among them without brackets.

use std::borrow::Cow;

use super::address::{literal_length, split};
use super::{Address, ends_word};
use crate::mime::cursor::Cursor;
use crate::mime::encoded_word::{self, Context};
use crate::mime::flaw::Severity::Warning;
use crate::mime::notes::{Kind, Notes};

const UNCLOSED: Kind = (Warning, "address-unclosed-quote", "RFC 5322 §3.2.4");

/// `1*word` and the comments among them.
#[derive(Default)]
pub(super) struct Phrase<'a> {
    words: Vec<Word<'a>>,
    comments: Vec<(&'a [u8], usize)>,
    /// A blank or a comment stands before the next word.
    pub(super) spaced: bool,
}

struct Word<'a> {
    /// As it was written.
    raw: &'a [u8],
    /// Without its quotes.
    meant: Cow<'a, [u8]>,
    quoted: bool,
    spaced: bool,
    offset: usize,
}

impl<'a> Phrase<'a> {
    /// Takes the word here: a quoted string, or a run of atoms with what may stand in an address.
    pub(super) fn word(&mut self, cursor: &mut Cursor<'a>, notes: &mut Notes) {
        let offset = cursor.at();
        let spaced = std::mem::take(&mut self.spaced);
        if let Some(quoted) = cursor.quoted(false) {
            let meant = Cow::Owned(quoted.value);
            return self.words.push(Word { raw: cursor.since(offset), meant, quoted: true, spaced, offset });
        }
        if cursor.eat(b'"') {
            notes.note(UNCLOSED, offset, "a quoted string does not end; its quote is passed over");
            self.spaced = spaced;
            return;
        }
        let literal = literal_length(cursor.rest());
        cursor.bump(literal);
        while let Some(octet) = cursor.peek().filter(|&octet| !ends_word(octet)) {
            cursor.bump(if octet == b'[' { literal_length(cursor.rest()).max(1) } else { 1 });
        }
        if cursor.at() == offset {
            // A `>` or `)` that closes nothing.
            cursor.bump(1);
            return;
        }
        let raw = cursor.since(offset);
        self.words.push(Word { raw, meant: Cow::Borrowed(raw), quoted: false, spaced, offset });
    }

    pub(super) fn comment(&mut self, comment: &'a [u8], offset: usize) {
        self.comments.push((comment, offset));
        self.spaced = true;
    }

    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    pub(super) fn start(&self) -> Option<usize> {
        self.words.first().map(|word| word.offset)
    }

    pub(super) fn holds_at(&self) -> bool {
        self.words.iter().any(|word| !word.quoted && word.raw.contains(&b'@'))
    }

    /// The words as a name: decoded, and with encoded words as they are.
    pub(super) fn name(&self, notes: &mut Notes) -> (String, Vec<u8>) {
        name(&self.words, notes)
    }

    /// The last comment as a name.
    pub(super) fn last_comment(&self, notes: &mut Notes) -> Option<(String, Vec<u8>)> {
        let (comment, offset) = self.comments.last()?;
        let meant = unescape(comment.trim_ascii());
        Some((decode(&meant, offset + 1, notes), meant))
    }

    /// The address among the words, and the others as a name. Words that an `@` or a dot parts are one.
    pub(super) fn address(&self, notes: &mut Notes) -> (Address, Option<(String, Vec<u8>)>) {
        let holds_at = |words: &[Word<'_>]| words.iter().any(|word| !word.quoted && word.raw.contains(&b'@'));
        let units: Vec<&[Word<'a>]> = self.words.chunk_by(belongs).collect();
        let Some(place) = units.iter().rposition(|unit| holds_at(unit)) else {
            // Nothing is an address: what is there is told as one, whole.
            let raw = self.words.iter().flat_map(|word| [if word.spaced { b" " } else { &b""[..] }, word.raw]);
            let raw: Vec<u8> = raw.collect::<Vec<_>>().concat();
            return (Address { end: end(&self.words), ..split(raw.trim_ascii()) }, None);
        };
        let unit = units.get(place).copied().unwrap_or_default();
        let raw: Vec<u8> = unit.iter().flat_map(|word| word.raw).copied().collect();
        let address = Address { end: end(unit), ..split(&raw) };
        if units.len() == 1 {
            return (address, None);
        }
        let mut others = (String::new(), Vec::new());
        for unit in units.iter().enumerate().filter(|(at, _)| *at != place).map(|(_, unit)| unit) {
            let (text, raw) = name(unit, notes);
            if !others.0.is_empty() {
                others.0.push(' ');
                others.1.push(b' ');
            }
            others.0.push_str(&text);
            others.1.extend(raw);
        }
        (address, Some(others))
    }
}

/// Where the last of them ends.
fn end(words: &[Word<'_>]) -> u64 {
    words.last().map_or(0, |word| (word.offset + word.raw.len()) as u64)
}

/// True if two neighbours are parts of one address (`local-part "@" domain`, with blanks as RFC 5322 §4.4 allows).
fn belongs(one: &Word<'_>, next: &Word<'_>) -> bool {
    let joint = |word: &Word<'_>| !word.quoted && matches!(word.raw, b"." | b"@");
    let begins = !next.quoted && next.raw.starts_with(b"@");
    let ends = !one.quoted && one.raw.ends_with(b"@");
    !next.spaced || begins || ends || joint(one) || joint(next)
}

fn name(words: &[Word<'_>], notes: &mut Notes) -> (String, Vec<u8>) {
    let (mut text, mut raw) = (String::new(), Vec::new());
    let mut atoms: (Vec<u8>, usize) = (Vec::new(), 0);
    for word in words {
        let blank: &[u8] = if word.spaced && !raw.is_empty() { b" " } else { b"" };
        raw.extend_from_slice(blank);
        raw.extend_from_slice(&word.meant);
        if !word.quoted {
            if atoms.0.is_empty() {
                atoms.1 = word.offset.saturating_sub(blank.len());
            }
            atoms.0.extend_from_slice(blank);
            atoms.0.extend_from_slice(&word.meant);
            continue;
        }
        text.push_str(&decode(&std::mem::take(&mut atoms.0), atoms.1, notes));
        if !blank.is_empty() {
            text.push(' ');
        }
        text.push_str(&quoted(word, notes));
    }
    text.push_str(&decode(&atoms.0, atoms.1, notes));
    (text, raw)
}

/// In a quoted string an encoded word is none (RFC 2047 §5); raw octets are read as elsewhere.
fn quoted(word: &Word<'_>, notes: &mut Notes) -> String {
    let (_, flaws) = encoded_word::read(word.raw, Context::Phrase);
    notes.extend(flaws, word.offset);
    crate::mime::charset::unlabelled(&word.meant).0
}

fn decode(octets: &[u8], offset: usize, notes: &mut Notes) -> String {
    let (text, flaws) = encoded_word::read(octets, Context::Unstructured);
    notes.extend(flaws, offset);
    text
}

/// Takes off the backslash of each `quoted-pair`.
fn unescape(comment: &[u8]) -> Vec<u8> {
    let mut octets = comment.iter().copied();
    let mut out = Vec::with_capacity(comment.len());
    while let Some(octet) = octets.next() {
        out.push(if octet == b'\\' { octets.next().unwrap_or(octet) } else { octet });
    }
    out
}
