//! What is known of a mailbox that is watched, so that what is told of it by numbers can be told by UIDs, and nothing
//! twice (RFC 9051 §7.4, §7.5).

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::hash::{DefaultHasher, Hash, Hasher};

use super::{Event, News, Tell};
use crate::client::imap::{Error, Mailbox};
use crate::proto::imap::{Data, Fetch};

/// Of how many messages the UIDs are kept; in a larger mailbox what goes is told by its number alone.
const MAX_UIDS: usize = 250_000;
/// Of how many messages the flags are kept.
const MAX_FLAGS: usize = 100_000;

/// What STATUS counts that changes with the messages.
pub(super) const WATCHED: [&str; 5] = ["MESSAGES", "UIDNEXT", "UIDVALIDITY", "UNSEEN", "HIGHESTMODSEQ"];

/// A mailbox, as far as it was looked into.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    /// Its name.
    pub name: String,
    /// Its UIDVALIDITY.
    pub validity: Option<u32>,
    /// Messages from this UID on are new.
    pub next: u32,
    /// Up to this change its flags are known (RFC 7162 §3.1.2.1).
    pub modseq: Option<u64>,
    /// What STATUS told last, behind the last look.
    counts: BTreeMap<String, u64>,
    /// What was told of it cannot be: it is to be looked into again.
    pub stale: bool,
    /// How many messages there are.
    exists: u32,
    /// How many of these are no news.
    counted: u32,
    /// Their UIDs by their numbers, 0 where one is not known; `None`: they are too many.
    uids: Option<VecDeque<u32>>,
    /// What flags a message had when they were told last.
    flags: HashMap<u32, u64>,
    /// It was looked into.
    begun: bool,
}

impl Known {
    /// One of which nothing is known: what is in it when it is looked into is no news.
    pub fn new(name: &str) -> Known {
        Known { name: name.to_owned(), ..Known::default() }
    }

    /// One that came into being: all that is in it is news.
    pub fn empty(name: &str) -> Known {
        Known { next: 1, uids: Some(VecDeque::new()), begun: true, ..Known::new(name) }
    }

    /// It is selected. False: what was known of it counts no more, or nothing was.
    pub fn begin(&mut self, mailbox: &Mailbox, tell: &mut Tell<'_>) -> Result<bool, Error> {
        let same = self.validity.is_none() || self.validity == mailbox.uid_validity;
        if self.begun && !same {
            let (was, now) = (self.validity, mailbox.uid_validity);
            *self = Known { validity: now, ..Known::new(&self.name) };
            self.tell(Event::Renumbered { was }, tell)?;
        }
        self.validity = mailbox.uid_validity;
        self.exists = mailbox.exists;
        let known = std::mem::replace(&mut self.begun, true);
        if !known {
            self.next = mailbox.uid_next.unwrap_or_default();
            self.counted = mailbox.exists;
        }
        Ok(known)
    }

    /// What STATUS counts in it; true if that is other than it was, and has to be looked into.
    pub fn notice(&mut self, counts: BTreeMap<String, u64>) -> bool {
        let mut changed = false;
        for (item, number) in counts {
            changed |= self.counts.insert(item, number) != Some(number);
        }
        let count = |item: &str| self.counts.get(item).copied();
        let number = |item: &str| count(item).and_then(|number| u32::try_from(number).ok());
        if self.begun || count("MESSAGES") != Some(0) {
            return changed;
        }
        // There is nothing in it: that is all there is to know.
        let (validity, next) = (number("UIDVALIDITY"), number("UIDNEXT").unwrap_or(1));
        let (modseq, counts) = (count("HIGHESTMODSEQ"), std::mem::take(&mut self.counts));
        *self = Known { validity, next, modseq, counts, ..Known::empty(&self.name) };
        false
    }

    /// More messages are there than are known.
    pub fn is_behind(&self) -> bool {
        self.exists > self.counted
    }

    /// How many messages there are.
    pub fn exists(&self) -> u32 {
        self.exists
    }

    /// Its UIDs can be kept.
    pub fn is_small(&self) -> bool {
        self.exists as usize <= MAX_UIDS
    }

    /// What the server tells while it is selected.
    pub fn take(&mut self, data: &Data, tell: &mut Tell<'_>) -> Result<(), Error> {
        match data {
            Data::Exists(number) => {
                // No message goes without EXPUNGE: what is gone must be found out.
                self.stale |= *number < self.counted;
                self.exists = *number;
            }
            Data::Expunge(number) => self.expunged(*number, tell)?,
            Data::Vanished { earlier: false, .. } => self.stale = true,
            Data::Fetch(fetch) => self.fetched(fetch, tell)?,
            _ => {}
        }
        Ok(())
    }

    fn expunged(&mut self, number: u32, tell: &mut Tell<'_>) -> Result<(), Error> {
        if number == 0 || number > self.exists {
            self.stale = true;
            return Ok(());
        }
        self.exists -= 1;
        if number > self.counted {
            return Ok(());
        }
        self.counted -= 1;
        let uid = self.uids.as_mut().and_then(|uids| uids.remove(number as usize - 1)).filter(|uid| *uid > 0);
        if let Some(uid) = uid {
            self.flags.remove(&uid);
        }
        self.tell(Event::Gone { number: Some(number), uid }, tell)
    }

    /// A message is told of; whoever asked for it takes it for news himself.
    fn fetched(&mut self, fetch: &Fetch, tell: &mut Tell<'_>) -> Result<(), Error> {
        self.place(fetch);
        let uid = fetch.uid().or_else(|| self.uid(fetch.number));
        let Some(flags) = fetch.flags().filter(|_| fetch.number <= self.counted) else { return Ok(()) };
        if let Some(uid) = uid
            && !self.remember(uid, flags)
        {
            return Ok(());
        }
        if uid.is_some_and(|uid| uid >= self.next) {
            return Ok(());
        }
        self.tell(Event::Flags { number: fetch.number, uid, flags }, tell)
    }

    /// Where a UID stands.
    fn place(&mut self, fetch: &Fetch) {
        let (Some(uid), Some(uids)) = (fetch.uid(), &mut self.uids) else { return };
        match uids.get_mut((fetch.number as usize).wrapping_sub(1)) {
            Some(known) if *known == 0 => *known = uid,
            Some(known) => self.stale |= *known != uid,
            None => {}
        }
    }

    fn uid(&self, number: u32) -> Option<u32> {
        let uids = self.uids.as_ref()?;
        uids.get((number as usize).checked_sub(1)?).copied().filter(|uid| *uid > 0)
    }

    /// Keeps what flags a message has; true if it had others, or nobody knew.
    pub fn remember(&mut self, uid: u32, flags: &[Vec<u8>]) -> bool {
        if self.flags.len() >= MAX_FLAGS {
            self.flags.clear();
        }
        let digest = digest(flags);
        self.flags.insert(uid, digest) != Some(digest)
    }

    /// A message came: from now on it is no news. False: it was none.
    pub fn arrived(&mut self, fetch: &Fetch, uid: u32) -> bool {
        if uid < self.next {
            return false;
        }
        self.next = uid.saturating_add(1);
        self.counted = self.counted.saturating_add(1).min(self.exists);
        self.make_room();
        self.place(fetch);
        self.remember(uid, fetch.flags().unwrap_or_default());
        true
    }

    /// Nothing came of the messages that should be there: they are waited for no more.
    pub fn resign(&mut self) {
        self.counted = self.exists;
        self.make_room();
    }

    /// For as many UIDs as there are messages that are no news, unless these are too many.
    fn make_room(&mut self) {
        let room = self.counted as usize;
        self.uids = self.uids.take().filter(|_| room <= MAX_UIDS);
        self.uids.iter_mut().for_each(|uids| uids.resize(room, 0));
    }

    /// These are all that are there, ascending: what was known and is not among them is gone.
    pub fn replace(&mut self, found: Vec<u32>, tell: &mut Tell<'_>) -> Result<(), Error> {
        self.stale = false;
        if self.next == 0 {
            self.next = found.last().map_or(1, |last| last.saturating_add(1));
        }
        let gone: Vec<u32> = self.uids.iter().flatten().copied().filter(|uid| *uid > 0).collect();
        for uid in gone.into_iter().filter(|uid| found.binary_search(uid).is_err()) {
            self.flags.remove(&uid);
            self.tell(Event::Gone { number: None, uid: Some(uid) }, tell)?;
        }
        let old: VecDeque<u32> = found.into_iter().filter(|uid| *uid < self.next).collect();
        self.counted = u32::try_from(old.len()).unwrap_or(u32::MAX).min(self.exists);
        self.uids = Some(old);
        Ok(())
    }

    /// Their UIDs are not kept; that of the next message is at least this one.
    pub fn forget(&mut self, next: u32) {
        (self.uids, self.stale) = (None, false);
        let came = u32::from(next > self.next);
        self.counted = self.counted.min(self.exists.saturating_sub(came));
    }

    fn tell(&self, event: Event<'_>, tell: &mut Tell<'_>) -> Result<(), Error> {
        tell(News { mailbox: &self.name, validity: self.validity, event })
    }

    /// A message that came.
    pub fn tell_new(&self, fetch: &Fetch, tell: &mut Tell<'_>) -> Result<(), Error> {
        self.tell(Event::New(fetch), tell)
    }
}

/// Flags in any order and in any case; that a message is recent says nothing that lasts.
fn digest(flags: &[Vec<u8>]) -> u64 {
    let mut flags: Vec<Vec<u8>> = flags.iter().map(|flag| flag.to_ascii_lowercase()).collect();
    flags.retain(|flag| flag != b"\\recent");
    flags.sort_unstable();
    let mut hasher = DefaultHasher::new();
    flags.hash(&mut hasher);
    hasher.finish()
}
