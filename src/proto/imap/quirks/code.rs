//! Quirks of statuses and their response codes.

use super::super::response::{Code, Data, Response};
use super::super::set::{SequenceNumber, SequenceSet};
use super::{Quirk, Seen, row};

pub(super) const TABLE: &[Quirk] = &[
    row(
        "quirk-status-missing",
        "Exchange, for COPYUID",
        "RFC 9051 §7.1",
        "a response code without OK before it",
        |seen| {
            let line = seen.content.strip_prefix(b"* ").unwrap_or(seen.content);
            line.first() == Some(&b'[') && seen.code().is_some()
        },
    ),
    row(
        "quirk-copyuid-empty",
        "Exchange",
        "RFC 9051 §7.1",
        "COPYUID without any UIDs, where nothing was copied",
        |seen| match seen.code() {
            Some(Code::Other { name, value }) => name == "COPYUID" && value.trim_ascii().iter().all(u8::is_ascii_digit),
            _ => false,
        },
    ),
    row(
        "quirk-code-without-text",
        "Gmail, for HIGHESTMODSEQ",
        "RFC 9051 §9",
        "the line ends behind its response code",
        |seen| {
            seen.code().is_some() && seen.content.ends_with(b"]") && seen.status().is_some_and(|s| s.text.is_empty())
        },
    ),
    row(
        "quirk-code-error",
        "Exchange behind its proxies",
        "RFC 9051 §9",
        "what stands in the brackets is no response code but pairs for its makers",
        |seen| seen.code().is_some_and(|code| code.name().ends_with('=')),
    ),
    row(
        "quirk-charset-refused",
        "Exchange",
        "RFC 9051 §6.4.4",
        "SEARCH takes no charset but US-ASCII, where UTF-8 is required",
        |seen| match seen.code() {
            Some(Code::BadCharset(charsets)) => {
                matches!(charsets.as_slice(), [one] if one.eq_ignore_ascii_case("US-ASCII"))
            }
            _ => false,
        },
    ),
    row(
        "quirk-uidvalidity-zero",
        "small and home-made servers",
        "RFC 9051 §2.3.1.1",
        "UIDVALIDITY is 0, which is no value of it",
        |seen| seen.code() == Some(&Code::UidValidity(0)) || seen.figure("UIDVALIDITY") == Some(0),
    ),
    row(
        "quirk-uidnext-zero",
        "small servers and gateways",
        "RFC 9051 §2.3.1.1",
        "UIDNEXT is 0, which is no UID",
        |seen| seen.code() == Some(&Code::UidNext(0)) || seen.figure("UIDNEXT") == Some(0),
    ),
    row(
        "quirk-unseen-zero",
        "servers that count from 0",
        "RFC 3501 §7.1",
        "the first message that was not seen has the number 0, which none has",
        |seen| seen.code() == Some(&Code::Unseen(0)),
    ),
    row(
        "quirk-modseq-zero",
        "Yahoo and purelymail",
        "RFC 7162 §3.1.2.1",
        "a MODSEQ of 0, which is none: NOMODSEQ should say so",
        |seen| {
            let search = matches!(seen.response, Response::Untagged(Data::Search { modseq: Some(0), .. }));
            search || seen.code() == Some(&Code::HighestModSeq(0)) || seen.modseq() == Some(0)
        },
    ),
    row(
        "quirk-set-descending",
        "servers that list from the newest",
        "RFC 9051 §9",
        "a set goes down, which some clients read as empty",
        |seen| match (seen.code(), seen.response) {
            (Some(Code::CopyUid { from, to, .. }), _) => is_descending(from) || is_descending(to),
            (Some(Code::AppendUid { uids, .. }), _) => is_descending(uids),
            (_, Response::Untagged(Data::Vanished { uids, .. })) => is_descending(uids),
            (_, Response::Untagged(Data::ExtendedSearch(found))) => found.all.as_ref().is_some_and(is_descending),
            _ => false,
        },
    ),
];

impl<'a> Seen<'a> {
    fn code(&self) -> Option<&'a Code> {
        self.status()?.code.as_ref()
    }

    /// A figure of STATUS.
    fn figure(&self, wanted: &str) -> Option<u64> {
        match self.response {
            Response::Untagged(Data::MailboxStatus { items, .. }) => {
                items.iter().find(|(name, _)| name == wanted).map(|(_, figure)| *figure)
            }
            _ => None,
        }
    }
}

fn is_descending(set: &SequenceSet) -> bool {
    let mut last = 0;
    set.ranges().iter().flat_map(|range| [range.from, range.to]).any(|number| match number {
        SequenceNumber::Number(number) => number < std::mem::replace(&mut last, number),
        SequenceNumber::Largest => false,
    })
}
