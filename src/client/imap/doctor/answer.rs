//! What a server answers to one command, kept whole.

use super::super::{Error, Imap, Told, only_data, protocol};
use crate::proto::imap::response::data::List;
use crate::proto::imap::response::search::ExtendedSearch;
use crate::proto::imap::{Code, Data, Fetch, Request, SequenceSet, Status};

/// The most responses to one command of a check.
const MOST: usize = 10_000;

/// What came before the end of a command, and its end.
pub(super) struct Answer {
    /// The command's tag.
    pub tag: String,
    /// What came.
    pub data: Vec<Data>,
    /// How it ended: with OK.
    pub status: Status,
}

/// Says a command and keeps what comes.
///
/// # Errors
/// The connection's, a refusal, or a flood.
pub(super) async fn ask(imap: &mut Imap, request: Request) -> Result<Answer, Error> {
    let mut data = Vec::new();
    let mut take = |told: Told<'_>| {
        data.extend(only_data(told)?.cloned());
        match data.len() > MOST {
            true => Err(protocol(format!("more than {MOST} responses to one command"), "RFC 9051 §7").into()),
            false => Ok(()),
        }
    };
    let ticket = imap.say(&request, None, &mut take).await?;
    let status = imap.finish(&ticket, &mut take).await?;
    Ok(Answer { tag: ticket.tag, data, status })
}

impl Answer {
    /// The names of what came, in order, each once.
    pub fn names(&self) -> String {
        let mut names: Vec<&str> = Vec::new();
        for data in &self.data {
            if !names.contains(&data.name()) {
                names.push(data.name());
            }
        }
        if names.is_empty() { "nothing".to_owned() } else { names.join(", ") }
    }

    /// ESEARCH.
    pub fn extended(&self) -> Option<&ExtendedSearch> {
        self.data.iter().find_map(|data| if let Data::ExtendedSearch(found) = data { Some(found) } else { None })
    }

    /// The numbers of SEARCH or SORT, in order; `None`: neither came.
    pub fn numbers(&self) -> Option<Vec<u32>> {
        let numbers = |data: &Data| if let Data::Search { numbers, .. } = data { Some(numbers.clone()) } else { None };
        self.data.iter().filter_map(numbers).reduce(|mut all, more| {
            all.extend(more);
            all
        })
    }

    /// FETCH, in order.
    pub fn fetched(&self) -> impl Iterator<Item = &Fetch> {
        self.data.iter().filter_map(|data| if let Data::Fetch(fetch) = data { Some(fetch) } else { None })
    }

    /// The UIDs that FETCH tells, ascending.
    pub fn uids(&self) -> Vec<u32> {
        let mut uids: Vec<u32> = self.fetched().filter_map(Fetch::uid).collect();
        uids.sort_unstable();
        uids.dedup();
        uids
    }

    /// LIST.
    pub fn lists(&self) -> impl Iterator<Item = &List> {
        self.data.iter().filter_map(|data| if let Data::List(list) = data { Some(list) } else { None })
    }

    /// The figures that STATUS tells.
    pub fn figures(&self) -> Option<&[(String, u64)]> {
        self.data.iter().find_map(|data| match data {
            Data::MailboxStatus { items, .. } => Some(items.as_slice()),
            _ => None,
        })
    }

    /// One of them.
    pub fn figure(&self, name: &str) -> Option<u64> {
        self.figures()?.iter().find(|(known, _)| known == name).map(|(_, figure)| *figure)
    }

    /// The response codes, those of the end last.
    pub fn codes(&self) -> impl Iterator<Item = &Code> {
        let told =
            self.data.iter().filter_map(|data| if let Data::Status(status) = data { Some(status) } else { None });
        told.chain([&self.status]).filter_map(|status| status.code.as_ref())
    }
}

/// UIDs for people.
pub(super) fn listed(uids: &[u32]) -> String {
    if uids.is_empty() { "nothing".to_owned() } else { SequenceSet::from_numbers(uids.iter().copied()).to_string() }
}
