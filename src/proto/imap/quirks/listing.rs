//! Quirks of lists: mailboxes, their figures, capabilities, search results.

use super::super::response::data::List;
use super::super::response::{Data, Response};
use super::{Quirk, Seen, row};
use memchr::memmem;

pub(super) const TABLE: &[Quirk] = &[
    row(
        "quirk-status-trailing-space",
        "Exchange",
        "RFC 9051 §7.3.3",
        "a space stands behind the figures of STATUS",
        |seen| matches!(seen.data(), Some(Data::MailboxStatus { .. })) && ends_with_space(seen.content),
    ),
    row(
        "quirk-status-empty",
        "163.com and 126.com (Coremail)",
        "RFC 9051 §7.3.3",
        "STATUS tells none of the figures that were asked for",
        |seen| match seen.data() {
            // NIL tells that there is no limit (RFC 7889 §3).
            Some(Data::MailboxStatus { items, .. }) => items.is_empty() && !seen.content.ends_with(b"NIL)"),
            _ => false,
        },
    ),
    row(
        "quirk-status-negative",
        "Zoho and other servers that count in signed numbers",
        "RFC 9051 §7.3.3",
        "a figure of STATUS is below zero",
        |seen| matches!(seen.data(), Some(Data::MailboxStatus { .. })) && seen.shapes.has('-'),
    ),
    row("quirk-search-trailing-space", "Yahoo", "RFC 3501 §7.2.5", "a space stands behind the last result", |seen| {
        matches!(seen.data(), Some(Data::Search { .. })) && ends_with_space(seen.content)
    }),
    row(
        "quirk-list-delimiter-nil",
        "gateways to other stores",
        "RFC 9051 §7.3.1",
        "a mailbox has others below it, though NIL says that its name has no levels",
        |seen| {
            let has_children = |list: &List| list.attributes.iter().any(|a| a.eq_ignore_ascii_case(b"\\HasChildren"));
            matches!(seen.data(), Some(Data::List(list)) if list.delimiter.is_none() && has_children(list))
        },
    ),
    row(
        "quirk-list-name-unquoted",
        "Exchange",
        "RFC 9051 §7.3.1",
        "the name of a mailbox stands without quotes, though it needs them",
        |seen| match seen.data() {
            Some(Data::List(list)) => {
                let needs = |octet: &u8| octet.is_ascii_control() || b" (){".contains(octet);
                let bare = memmem::find(seen.content, &list.mailbox)
                    .and_then(|at| seen.content.get(at.checked_sub(1)?))
                    .is_some_and(|before| *before == b' ');
                bare && list.mailbox.iter().any(needs)
            }
            _ => false,
        },
    ),
    row(
        "quirk-namespace-delimiter-nil",
        "several servers",
        "RFC 9051 §7.3.6",
        "a namespace with a prefix but without a delimiter",
        |seen| match seen.data() {
            Some(Data::Namespace(all)) => {
                all.iter().flatten().any(|space| space.delimiter.is_none() && !space.prefix.is_empty())
            }
            _ => false,
        },
    ),
    row(
        "quirk-literal-plus-split",
        "servers whose list of capabilities was broken by hand",
        "RFC 7888 §5",
        "LITERAL+ is written with a space in it",
        |seen| {
            let capability = matches!(seen.data(), Some(Data::Capability(_)));
            (capability || seen.status().is_some()) && memmem::find(seen.content, b"LITERAL +").is_some()
        },
    ),
    row(
        "quirk-xlist",
        "Gmail of old, 163.com, QQ",
        "RFC 6154 §2",
        "XLIST is answered, where SPECIAL-USE is the standard",
        |seen| matches!(seen.data(), Some(Data::Unknown(name)) if name == "XLIST"),
    ),
];

impl<'a> Seen<'a> {
    pub(super) fn data(&self) -> Option<&'a Data> {
        match self.response {
            Response::Untagged(data) => Some(data),
            _ => None,
        }
    }
}

fn ends_with_space(line: &[u8]) -> bool {
    line.ends_with(b" ") || line.ends_with(b" )")
}
