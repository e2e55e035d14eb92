//! Quirks of the conversation: what comes at the wrong time, twice, or not at all.

use super::super::command::Verb;
use super::super::response::{Data, Response, State, Status};
use super::{Quirk, Seen, row};

pub(super) const TABLE: &[Quirk] = &[
    row(
        "quirk-nul-before-line",
        "servers behind broken proxies",
        "RFC 9051 §2.2",
        "octets of value 0 stand before the line",
        |seen| seen.content.first() == Some(&0),
    ),
    row("quirk-star-missing", "QQ and exmail", "RFC 9051 §2.2.2", "untagged data without its * before it", |seen| {
        matches!(seen.response, Response::Untagged(_)) && seen.content.first().is_some_and(u8::is_ascii_digit)
    }),
    row("quirk-space-again", "DavMail", "RFC 9051 §9", "more than one space stands behind the *", |seen| {
        seen.content.starts_with(b"*  ")
    }),
    row(
        "quirk-bye-again",
        "Yandex",
        "RFC 9051 §7.1.5",
        "BYE once more, and the connection still does not end",
        |seen| seen.circumstances.parted && seen.untagged_status().is_some_and(|status| status.state == State::Bye),
    ),
    row(
        "quirk-data-before-idle",
        "servers that tell news before they say +",
        "RFC 9051 §6.3.13",
        "data stands between IDLE and its +, where a client may pass over it",
        |seen| {
            let status = seen.untagged_status().is_some();
            seen.circumstances.waits_for_idle && matches!(seen.response, Response::Untagged(_)) && !status
        },
    ),
    row(
        "quirk-enabled-missing",
        "iCloud",
        "RFC 9051 §6.3.1",
        "ENABLE succeeds, but no ENABLED says what is on now",
        |seen| seen.ends(Verb::Enable, State::Ok).is_some() && !seen.circumstances.enabled,
    ),
    row(
        "quirk-search-for-esearch",
        "servers that offer ESEARCH without having it",
        "RFC 9051 §6.4.4",
        "SEARCH answers, though ESEARCH was asked for",
        |seen| {
            let search = matches!(seen.response, Response::Untagged(Data::Search { sorted: false, .. }));
            search && seen.circumstances.extended_search
        },
    ),
    row(
        "quirk-id-refused",
        "GMX, Web.de and Exchange",
        "RFC 2971 §3.1",
        "ID is refused, as some servers do where it holds nothing or NIL",
        |seen| seen.ends(Verb::Id, State::No).or_else(|| seen.ends(Verb::Id, State::Bad)).is_some(),
    ),
    row(
        "quirk-id-wanted",
        "163.com and 126.com (Coremail)",
        "RFC 2971 §3",
        "no mailbox is opened for a client that has not said ID",
        |seen| {
            let refused = seen.ends(Verb::Select, State::No).or_else(|| seen.ends(Verb::Examine, State::No));
            refused.is_some_and(|status| memchr::memmem::find(&status.text, b"Unsafe Login").is_some())
        },
    ),
    row(
        "quirk-search-serverbug",
        "Yahoo, for HEADER",
        "RFC 9051 §6.4.4",
        "a search fails with SERVERBUG each time that it is said",
        |seen| seen.ends(Verb::Search, State::No).is_some_and(|status| has(status, "SERVERBUG")),
    ),
    row(
        "quirk-fetch-unavailable",
        "Yahoo",
        "RFC 9051 §6.4.5",
        "a message that is there can never be fetched; pass over it and go on",
        |seen| seen.ends(Verb::Fetch, State::No).is_some_and(|status| has(status, "UNAVAILABLE")),
    ),
];

fn has(status: &Status, code: &str) -> bool {
    status.code.as_ref().is_some_and(|known| known.is(code))
}

impl<'a> Seen<'a> {
    fn untagged_status(&self) -> Option<&'a Status> {
        match self.response {
            Response::Untagged(Data::Status(status)) => Some(status),
            _ => None,
        }
    }

    /// The status with which this command ends in this way.
    fn ends(&self, verb: Verb, how: State) -> Option<&'a Status> {
        match self.response {
            Response::Tagged { status, .. } if status.state == how => {
                (self.circumstances.ended == Some(verb)).then_some(status)
            }
            _ => None,
        }
    }

    /// The status, whether it ends a command or not.
    pub(super) fn status(&self) -> Option<&'a Status> {
        match self.response {
            Response::Tagged { status, .. } | Response::Untagged(Data::Status(status)) => Some(status),
            _ => None,
        }
    }
}
