//! `angle-addr` and `addr-spec` (RFC 5322 §3.4.1, §4.4).

use super::Address;
use crate::mime::cursor::{Cursor, is_blank};
use crate::mime::flaw::Severity::{Info, Warning};
use crate::mime::notes::{Kind, Notes};

const UNCLOSED: Kind = (Warning, "address-missing-bracket", "RFC 5322 §3.4");
const EMPTY: Kind = (Info, "address-empty", "RFC 5322 §3.4");
const BLANK: Kind = (Warning, "address-blank", "RFC 5322 §4.4");
const ROUTE: Kind = (Info, "address-route", "RFC 5322 §4.4");
const NO_DOMAIN: Kind = (Warning, "address-without-domain", "RFC 5322 §3.4.1");
const NESTED: Kind = (Warning, "address-nested-bracket", "RFC 5322 §3.4");

/// A longer address literal is none.
const MAX_LITERAL: usize = 255;

/// What stands in angle brackets, from the `<` here to behind its `>`.
pub(super) fn angle(cursor: &mut Cursor<'_>, notes: &mut Notes) -> Address {
    let start = cursor.at();
    cursor.bump(1);
    let (mut spec, mut route, mut blank) = (Vec::new(), None, None);
    let (mut end, mut width) = (0, 0);
    loop {
        let here = cursor.at();
        if spec.len() != std::mem::replace(&mut width, spec.len()) {
            end = here;
        }
        match cursor.peek() {
            Some(b'>') => {
                cursor.bump(1);
                break;
            }
            None | Some(b';') => {
                notes.note(UNCLOSED, start, "the angle bracket is not closed");
                break;
            }
            Some(b',') if !(spec.starts_with(b"@") && route.is_none()) => {
                notes.note(UNCLOSED, start, "the angle bracket is not closed before the comma");
                break;
            }
            Some(b':') if spec.starts_with(b"@") && route.is_none() => {
                cursor.bump(1);
                notes.note(ROUTE, start, "a route, which is obsolete and does not count");
                route = Some(String::from_utf8_lossy(&std::mem::take(&mut spec)).into_owned());
            }
            Some(b'<') => {
                cursor.bump(1);
                notes.note(NESTED, here, "an angle bracket within angle brackets");
            }
            Some(octet) if is_blank(octet) => {
                cursor.skip_blanks();
                // Blanks at either end, and around dots and the @, have always been there.
                let beside = |octet: Option<u8>| octet.is_none_or(|octet| b".@>,:<".contains(&octet));
                if !beside(spec.last().copied()) && !beside(cursor.peek()) {
                    blank.get_or_insert(here);
                }
            }
            Some(b'(') if cursor.comment().is_some() => {}
            Some(b'"') if cursor.quoted(false).is_some() => spec.extend_from_slice(cursor.since(here)),
            Some(b'[') => {
                cursor.bump(literal_length(cursor.rest()).max(1));
                spec.extend_from_slice(cursor.since(here));
            }
            Some(octet) => {
                cursor.bump(1);
                spec.push(octet);
            }
        }
    }
    if let Some(at) = blank {
        notes.note(BLANK, at, "blanks within an address do not count");
    }
    let address = Address { route, end: end as u64, ..split(&spec) };
    if spec.is_empty() {
        notes.note(EMPTY, start, "the brackets are empty");
    } else if address.host.is_none() {
        notes.note(NO_DOMAIN, start, "an address without @ and domain");
    }
    address
}

/// Octets of the `domain-literal` here; 0 if there is none.
pub(super) fn literal_length(octets: &[u8]) -> usize {
    if octets.first() != Some(&b'[') {
        return 0;
    }
    let head = octets.get(..MAX_LITERAL).unwrap_or(octets);
    let end = head.iter().position(|&octet| octet == b']' || is_blank(octet) || b"<>,;\"".contains(&octet));
    end.filter(|&end| head.get(end) == Some(&b']')).map_or(0, |end| end + 1)
}

/// `local-part "@" domain`, parted at the last `@` outside quotes.
pub(super) fn split(spec: &[u8]) -> Address {
    let mut cursor = Cursor::new(spec);
    let (mut mailbox, mut at, mut kept) = (Vec::new(), None, 0);
    while let Some(octet) = cursor.peek() {
        let start = cursor.at();
        if octet == b'"'
            && let Some(quoted) = cursor.quoted(false)
        {
            mailbox.extend(quoted.value);
            continue;
        }
        if octet == b'@' {
            (at, kept) = (Some(start), mailbox.len());
        }
        mailbox.push(octet);
        cursor.bump(1);
    }
    let text = |octets: &[u8]| String::from_utf8_lossy(octets).into_owned();
    let host = at.and_then(|at| spec.get(at + 1..)).map(text);
    if host.is_some() {
        mailbox.truncate(kept);
    }
    Address { mailbox: text(&mailbox), host, addr_spec: text(spec), ..Address::default() }
}
