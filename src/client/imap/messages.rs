//! What is asked of many messages at once: FETCH, SEARCH (RFC 9051 §6.4.4, §6.4.5; RFC 4731).

use super::changes::{Change, Each, Since, change};
use super::selection::{check_found, too_many};
use super::{Error, Imap, Told, only_data};
use crate::proto::imap::request::MAX_SET;
use crate::proto::imap::thread::{Member, members};
use crate::proto::imap::{Data, Fetch, Item, Request, SequenceSet, Verb};

impl Imap {
    /// What FETCH tells of each message of a set of UIDs that is there; not of the last one if `9:*` begins behind it.
    /// `items` in the language of IMAP.
    ///
    /// # Errors
    /// The connection's, a refusal, and the first of `each`.
    pub async fn fetch(
        &mut self,
        set: &SequenceSet,
        items: &str,
        each: &mut dyn FnMut(&Fetch) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let mut message = |change: Change<'_>| if let Change::Message(fetch) = change { each(fetch) } else { Ok(()) };
        self.changes(set, items, None, &mut message).await
    }

    /// The same of those alone that have changed, if `since` says so.
    ///
    /// # Errors
    /// The same.
    pub async fn changes(
        &mut self,
        set: &SequenceSet,
        items: &str,
        since: Option<Since>,
        each: &mut Each<'_>,
    ) -> Result<(), Error> {
        // One message may be told in several responses, and flags may be told by the way.
        let most = u64::from(self.exists()) * 4 + 1000;
        let mut told_of = 0;
        let exists = self.exists();
        for part in set.ascending().split(MAX_SET) {
            let request = Request::uid(Verb::Fetch).set(&part).verbatim(items);
            let request = since.into_iter().fold(request, Request::word);
            let mut take = |told: Told<'_>| {
                told_of += u64::from(matches!(told, Told::Data(Data::Fetch(_) | Data::Vanished { .. })));
                match change(told, &part)? {
                    _ if told_of > most => Err(too_many(exists)),
                    Some(change) => each(change),
                    None => Ok(()),
                }
            };
            self.run(&request, &mut take).await?;
        }
        Ok(())
    }

    /// UIDs and sizes of those messages of a set that are there, ascending.
    ///
    /// # Errors
    /// The connection's, or a refusal.
    pub async fn sizes(&mut self, set: &SequenceSet) -> Result<Vec<(u32, u64)>, Error> {
        let mut sizes = Vec::new();
        let mut each = |fetch: &Fetch| {
            let size = fetch.items.iter().find_map(|item| if let Item::Size(size) = item { Some(*size) } else { None });
            sizes.extend(fetch.uid().zip(size));
            Ok(())
        };
        self.fetch(set, "(UID RFC822.SIZE)", &mut each).await?;
        sizes.sort_unstable();
        sizes.dedup_by_key(|(uid, _)| *uid);
        Ok(sizes)
    }

    /// The UIDs of what SEARCH finds, in a set that is not expanded. `keys` in the language of IMAP.
    ///
    /// # Errors
    /// The connection's, or a refusal.
    pub async fn search(&mut self, keys: &str) -> Result<SequenceSet, Error> {
        let request = Request::uid(Verb::Search);
        let extended = self.has("ESEARCH") || self.has("IMAP4REV2");
        let request = if extended { request.word("RETURN (ALL)") } else { request };
        // Behind ENABLE UTF8=ACCEPT no charset may be named (RFC 9755 §3).
        let charset = !keys.is_ascii() && self.names() == crate::proto::imap::Names::Utf7;
        let request = if charset { request.word("CHARSET UTF-8") } else { request };
        let (mut found, mut numbers, exists) = (SequenceSet::default(), Vec::new(), self.exists());
        let mut take = |told: Told<'_>| match only_data(told)? {
            Some(Data::Search { numbers: more, .. }) => {
                numbers.extend_from_slice(more);
                check_found(numbers.len() as u64, exists)
            }
            Some(Data::ExtendedSearch(search)) => {
                found.extend(search.all.as_ref().unwrap_or(&SequenceSet::default()));
                check_found(found.ranges().len() as u64, exists)
            }
            _ => Ok(()),
        };
        self.run(&request.verbatim(keys), &mut take).await?;
        found.extend(&SequenceSet::from_numbers(numbers));
        let found = found.ascending();
        check_found(found.len(u32::MAX), self.exists())?;
        Ok(found)
    }

    /// The UIDs of what SEARCH would find, in this order: `(REVERSE DATE)` (RFC 5256 §3).
    ///
    /// # Errors
    /// The connection's, or a refusal.
    pub async fn sort(&mut self, order: &str, keys: &str) -> Result<Vec<u32>, Error> {
        let request = Request::uid(Verb::Sort).verbatim(order).word("UTF-8").verbatim(keys);
        let (mut found, exists) = (Vec::new(), self.exists());
        self.run(&request, &mut |told| match only_data(told)? {
            Some(Data::Search { numbers, .. }) => {
                found.extend_from_slice(numbers);
                check_found(found.len() as u64, exists)
            }
            _ => Ok(()),
        })
        .await?;
        Ok(found)
    }

    /// The threads of what SEARCH would find, by UIDs, by one of the server's algorithms (RFC 5256 §3).
    ///
    /// # Errors
    /// The connection's, or a refusal.
    pub async fn threads(&mut self, algorithm: &str, keys: &str) -> Result<Vec<Member>, Error> {
        let request = Request::uid(Verb::Thread).atom(algorithm).word("UTF-8").verbatim(keys);
        let (mut found, exists) = (Vec::new(), self.exists());
        self.run(&request, &mut |told| match only_data(told)? {
            Some(Data::Thread(text)) => {
                found.extend(members(text));
                check_found(found.len() as u64, exists)
            }
            _ => Ok(()),
        })
        .await?;
        Ok(found)
    }
}

/// It tells what does not change: flags alone may be told by the way.
pub(super) fn is_asked(fetch: &Fetch) -> bool {
    fetch.items.iter().any(|item| matches!(item, Item::Envelope(_) | Item::Size(_) | Item::InternalDate(_)))
}
