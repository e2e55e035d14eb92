//! What changed in a mailbox since somebody looked: CONDSTORE and QRESYNC (RFC 7162).

use std::fmt;

use super::{Error, Imap, Mailbox, Told, only_data};
use crate::proto::imap::{Data, Fetch, SequenceSet};

/// What has changed.
#[derive(Clone, Copy, Debug)]
pub enum Change<'a> {
    /// A message is new, or has other flags.
    Message(&'a Fetch),
    /// These UIDs are gone.
    Vanished(&'a SequenceSet),
}

/// Takes changes as they are told.
pub type Each<'a> = dyn FnMut(Change<'_>) -> Result<(), Error> + 'a;

/// A state of a mailbox that somebody remembers (RFC 7162 §3.2.5).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remembered {
    /// Its UIDVALIDITY.
    pub uid_validity: u32,
    /// Its HIGHESTMODSEQ.
    pub mod_seq: u64,
    /// The UIDs that were known of it; `None`: all that there were.
    pub uids: Option<SequenceSet>,
}

/// From when on changes count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Since {
    /// Behind this MODSEQ.
    pub mod_seq: u64,
    /// What vanished is told too, which [`Changes::Vanished`](super::Changes) must have asked for.
    pub vanished: bool,
}

impl fmt::Display for Since {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let vanished = if self.vanished { " VANISHED" } else { "" };
        write!(f, "(CHANGEDSINCE {}{vanished})", self.mod_seq)
    }
}

impl Imap {
    /// Whether changes are counted in the mailbox that is selected.
    pub fn counts_changes(&self) -> bool {
        let counted = self.selected.as_ref().and_then(|mailbox| mailbox.highest_mod_seq);
        (self.has("CONDSTORE") || self.has("QRESYNC")) && counted.is_some_and(|highest| highest > 0)
    }

    /// Selects a mailbox that is remembered, and hands on what has changed. Nothing is told if it is another mailbox by
    /// now.
    ///
    /// # Errors
    /// [`Error::Refused`]: there is none, mostly; the connection's, and the first of `each`.
    pub async fn reselect(
        &mut self,
        name: &str,
        write: bool,
        known: &Remembered,
        each: &mut Each<'_>,
    ) -> Result<&Mailbox, Error> {
        let Remembered { uid_validity, mod_seq, uids } = known;
        let uids = uids.as_ref().map_or_else(String::new, |uids| format!(" {}", uids.ascending()));
        let parameter = format!("(QRESYNC ({uid_validity} {mod_seq}{uids}))");
        self.select_with(name, write, Some(&parameter), &mut |told| match only_data(told)? {
            Some(Data::Fetch(fetch)) if fetch.uid().is_some() => each(Change::Message(fetch)),
            Some(Data::Vanished { uids, .. }) => each(Change::Vanished(uids)),
            _ => Ok(()),
        })
        .await?;
        Ok(self.selected.get_or_insert_default())
    }
}

/// What is told of changes to messages of this set.
pub(super) fn change<'a>(told: Told<'a>, set: &SequenceSet) -> Result<Option<Change<'a>>, Error> {
    Ok(match only_data(told)? {
        Some(Data::Fetch(fetch)) if fetch.uid().is_some_and(|uid| set.may_hold(uid)) => Some(Change::Message(fetch)),
        Some(Data::Vanished { earlier: true, uids }) => Some(Change::Vanished(uids)),
        _ => None,
    })
}
