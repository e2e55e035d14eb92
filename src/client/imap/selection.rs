//! Which messages are meant: `1:5,9`, `last`, `last:10`, `all`.

use super::{Error, Imap, only_data, protocol};
use crate::proto::imap::set::SequenceRange;
use crate::proto::imap::{Data, Request, SequenceSet, Verb};

/// The most messages that a search may find: a few octets can name them all.
const MOST_FOUND: u64 = 10_000_000;
/// The most messages that are told to be missing.
const MOST_MISSED: usize = 1000;

/// Messages of a mailbox, by UID unless they are counted from its end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    set: SequenceSet,
    last: u32,
    /// Each message of the set counts as named, not only those outside ranges.
    each: bool,
}

/// Why a word selects nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} selects no messages: 7, 1:5, 9:*, last, last:10 and all do, with commas between them")]
pub struct BadSelection(String);

impl Selection {
    /// Words with blanks or commas between them.
    ///
    /// # Errors
    /// [`BadSelection`]
    pub fn parse<'a>(words: impl IntoIterator<Item = &'a str>) -> Result<Selection, BadSelection> {
        let mut selection = Selection::default();
        let split = |word: &'a str| word.split([',', ' ']);
        for word in words.into_iter().flat_map(split).filter(|word| !word.is_empty()) {
            let set = match word.to_ascii_lowercase().as_str() {
                "all" => Some(SequenceSet::all()),
                "last" => selection.count("1"),
                other => match other.strip_prefix("last:") {
                    Some(count) => selection.count(count),
                    None => SequenceSet::parse(word.as_bytes()),
                },
            };
            selection.set.extend(&set.ok_or_else(|| BadSelection(word.to_owned()))?);
        }
        match selection.set.is_empty() && selection.last == 0 {
            true => Err(BadSelection(String::new())),
            false => Ok(selection),
        }
    }

    /// So many from the end, beside what else is selected.
    fn count(&mut self, text: &str) -> Option<SequenceSet> {
        let count = text.parse().ok().filter(|&count| count > 0)?;
        self.last = self.last.max(count);
        Some(SequenceSet::default())
    }

    /// These too.
    pub fn add(&mut self, set: &SequenceSet) {
        self.set.extend(set);
    }

    /// Messages that were found, each as if it had been named.
    pub fn of(found: &SequenceSet) -> Selection {
        Selection { set: found.ascending(), each: true, ..Selection::default() }
    }

    /// The UID, if it is one message that is named.
    pub fn one(&self) -> Option<u32> {
        self.set.single().filter(|_| self.last == 0)
    }

    /// Those that were named one by one and are not among these, which ascend; the first thousand of them.
    pub fn missing(&self, found: &[u32]) -> Vec<u32> {
        let named = |range: &&SequenceRange| self.each || range.from == range.to;
        let single = self.set.ranges().iter().filter(named).flat_map(|range| range.bounds(0).0..=range.bounds(0).1);
        let missing = single.filter(|uid| *uid > 0 && found.binary_search(uid).is_err());
        let mut missing: Vec<u32> = missing.take(MOST_MISSED).collect();
        missing.sort_unstable();
        missing.dedup();
        missing
    }
}

impl Imap {
    /// The UIDs of what is selected in the mailbox; with `numbers` the selection is of message numbers. A set of UIDs is
    /// not asked about: it may hold some that are not there.
    ///
    /// # Errors
    /// The connection's.
    pub async fn uids(&mut self, selection: &Selection, numbers: bool) -> Result<SequenceSet, Error> {
        let (exists, mut uids) = (self.exists(), SequenceSet::default());
        let mut counted = SequenceSet::default();
        match numbers {
            true => counted.extend(&selection.set.within(exists)),
            false => uids.extend(&selection.set),
        }
        if selection.last > 0 && exists > 0 {
            counted.extend(&SequenceSet::onwards(exists.saturating_sub(selection.last - 1).max(1)));
        }
        for part in counted.ascending().split(crate::proto::imap::request::MAX_SET) {
            uids.extend(&self.numbered(&part).await?);
        }
        Ok(uids.ascending())
    }

    /// The UIDs of messages by their numbers.
    async fn numbered(&mut self, set: &SequenceSet) -> Result<SequenceSet, Error> {
        let (exists, mut uids) = (self.exists(), Vec::new());
        let request = Request::new(Verb::Fetch).set(set).word("(UID)");
        self.run(&request, &mut |told| {
            if let Some(Data::Fetch(fetch)) = only_data(told)?
                && set.contains(fetch.number, exists)
                && let Some(uid) = fetch.uid()
            {
                uids.push(uid);
                if uids.len() > exists as usize {
                    return Err(too_many(exists));
                }
            }
            Ok(())
        })
        .await?;
        Ok(SequenceSet::from_numbers(uids))
    }
}

/// Whether so many messages can have been found among those that there are.
pub(super) fn check_found(found: u64, exists: u32) -> Result<(), Error> {
    match found {
        found if found > u64::from(exists) => Err(too_many(exists)),
        found if found > MOST_FOUND => {
            let text = format!("the server finds {found} messages, and no more than {MOST_FOUND} are believed");
            Err(protocol(text, "RFC 9051 §7.3.4").into())
        }
        _ => Ok(()),
    }
}

/// The server tells of more messages than there are.
pub(super) fn too_many(exists: u32) -> Error {
    protocol(format!("the server tells of more messages than the {exists} that there are"), "RFC 9051 §7.4.1").into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn selections() {
        let selected =
            |text: &str| Selection::parse([text]).map(|selection| (selection.set.to_string(), selection.last));
        assert_eq!(selected("1:5,9 12"), Ok(("1:5,9,12".to_owned(), 0)));
        assert_eq!(selected("last:10"), Ok((String::new(), 10)));
        assert_eq!(selected("LAST,3,last:2"), Ok(("3".to_owned(), 2)));
        assert_eq!(selected("all"), Ok(("1:*".to_owned(), 0)));
        for text in ["", ",", "0", "1-5", "last:0", "last:", "x", "1:2:3", "4294967296"] {
            assert!(selected(text).is_err(), "{text}");
        }
    }

    #[test]
    fn what_is_missing() {
        let selection = Selection::parse(["1:5,9,7,7,*"]).expect("a selection");
        assert_eq!(selection.missing(&[1, 9]), [7]);
        assert_eq!((selection.one(), Selection::parse(["7"]).map(|one| one.one())), (None, Ok(Some(7))));
        assert_eq!(Selection::of(&SequenceSet::from_numbers(1..=4)).missing(&[2, 3]), [1, 4]);
    }
}
