//! Quirks of FETCH: its items, and the envelope.

use super::super::response::{Data, Fetch, Item};
use super::shape::Shape;
use super::{Quirk, Seen, row};

pub(super) const TABLE: &[Quirk] = &[
    row(
        "quirk-fetch-trailing-space",
        "QQ and exmail",
        "RFC 9051 §9",
        "a space stands before a closing parenthesis",
        |seen| seen.fetch().is_some() && seen.shapes.lists.iter().any(|list| list.trailing_space),
    ),
    row(
        "quirk-fetch-zero",
        "Courier of old",
        "RFC 9051 §7.5.2",
        "the message has the number 0, which none has",
        |seen| seen.fetch().is_some_and(|fetch| fetch.number == 0),
    ),
    row(
        "quirk-fetch-parentheses",
        "Domino",
        "RFC 9051 §7.5.2",
        "an item or its value stands in one pair of parentheses too many",
        |seen| {
            let inner = |name: &[u8], before: &str, kinds: &str| {
                let item = name.eq_ignore_ascii_case(b"FETCH") && before.ends_with('A') && kinds.starts_with('L');
                item || name.eq_ignore_ascii_case(b"ENVELOPE") && kinds == "L"
            };
            seen.shapes.lists.iter().any(|list| inner(list.name, &list.before, &list.kinds))
        },
    ),
    row(
        "quirk-size-exponent",
        "mail.ru",
        "RFC 9051 §9",
        "a size is written with a decimal point and an exponent",
        |seen| seen.shapes.has('E'),
    ),
    row(
        "quirk-number-negative",
        "servers that count in signed numbers",
        "RFC 9051 §9",
        "a number of octets or lines is below zero",
        |seen| {
            let negative = |list: &Shape<'_>| list.kinds.contains('-') && !is_modseq(list.name);
            seen.fetch().is_some() && seen.shapes.lists.iter().any(negative)
        },
    ),
    row(
        "quirk-modseq-negative",
        "Zoho",
        "RFC 7162 §3.1.4",
        "a MODSEQ below zero: the mailbox does not number its changes after all",
        |seen| seen.shapes.lists.iter().any(|list| list.kinds.contains('-') && is_modseq(list.name)),
    ),
    row(
        "quirk-envelope-short",
        "several servers, where a field is missing in the message",
        "RFC 9051 §7.5.2",
        "an envelope has ten fields, and NIL for those that are missing; this one has fewer",
        |seen| {
            let envelopes = seen.shapes.lists.iter().filter(|list| list.name.eq_ignore_ascii_case(b"ENVELOPE"));
            envelopes.filter(|list| list.before.ends_with('A')).any(|list| (2..10).contains(&list.values))
        },
    ),
    row("quirk-address-nil", "SmarterMail", "RFC 9051 §7.5.2", "NIL stands among the addresses of a list", |seen| {
        // Of lists and NIL alone, behind the strings that an envelope begins with.
        let mixed = |kinds: &str| kinds.contains('L') && kinds.contains('N') && !kinds.contains(['S', 'A', '0']);
        let within = |before: &str| before.starts_with(['S', 'N']) && !before.contains(['A', '0']);
        seen.shapes.lists.iter().any(|list| mixed(&list.kinds) && within(&list.before))
    }),
    row("quirk-body-missing", "Yandex", "RFC 9051 §7.5.2", "an item stands there without its value", |seen| {
        let missing = |item: &Item| matches!(item, Item::Other(name, range) if range.is_empty() && !name.is_empty());
        seen.fetch().is_some_and(|fetch| fetch.items.iter().any(missing))
    }),
    row(
        "quirk-flag-bracket",
        "Gmail",
        "RFC 9051 §9",
        "a keyword holds ], which ends a response code for a simple reader",
        |seen| seen.flags().is_some_and(|flags| flags.iter().any(|flag| flag.contains(&b']'))),
    ),
    row("quirk-label-nil", "Gmail", "RFC 9051 §4.5", "NIL stands for a label, where a string is expected", |seen| {
        let labels = |name: &[u8]| name.eq_ignore_ascii_case(b"X-GM-LABELS");
        seen.shapes.lists.iter().any(|list| labels(list.name) && list.kinds.contains('N'))
    }),
    row(
        "quirk-quote-unescaped",
        "servers that copy header fields as they are",
        "RFC 9051 §9",
        "a quote within a quoted string has no backslash before it",
        |seen| seen.shapes.glued_quote,
    ),
    row(
        "quirk-literal-miscounted",
        "servers that count characters, or line ends as one octet",
        "RFC 9051 §4.3",
        "a literal has more octets than it announces",
        |seen| seen.shapes.glued_literal,
    ),
];

fn is_modseq(name: &[u8]) -> bool {
    name.eq_ignore_ascii_case(b"MODSEQ")
}

impl<'a> Seen<'a> {
    pub(super) fn fetch(&self) -> Option<&'a Fetch> {
        match self.data() {
            Some(Data::Fetch(fetch)) => Some(fetch),
            _ => None,
        }
    }

    /// The MODSEQ of a message.
    pub(super) fn modseq(&self) -> Option<u64> {
        self.fetch()?.items.iter().find_map(|item| if let Item::ModSeq(modseq) = item { Some(*modseq) } else { None })
    }

    fn flags(&self) -> Option<&'a [Vec<u8>]> {
        match self.data()? {
            Data::Flags(flags) => Some(flags),
            Data::Fetch(fetch) => fetch.flags(),
            _ => None,
        }
    }
}
