//! Watching mailboxes: what comes, what goes and what flags change, one event after the other (RFC 5465, RFC 9051
//! §6.3.13).
//!
//! One mailbox is selected and listened to; several are looked into whenever their STATUS says so. What was known before
//! a connection broke is compared with what is there behind it.

mod known;
mod look;
mod names;
mod one;
mod several;
#[cfg(test)]
mod tests;

pub use names::Which;
pub(super) use several::Noticed;

use std::collections::BTreeMap;
use std::time::Duration;

use tokio::time::Instant;

use self::known::Known;
use super::{Error, Imap, ignore};
use crate::proto::imap::{Fetch, Request, Verb};

/// What happened in a mailbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct News<'a> {
    /// Its name.
    pub mailbox: &'a str,
    /// Its UIDVALIDITY, if the server says it.
    pub validity: Option<u32>,
    /// What it is.
    pub event: Event<'a>,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event<'a> {
    /// A message came.
    New(&'a Fetch),
    /// A message has other flags now.
    Flags {
        /// Its number.
        number: u32,
        /// Its UID, if it is known.
        uid: Option<u32>,
        /// Them.
        flags: &'a [Vec<u8>],
    },
    /// A message is gone.
    Gone {
        /// The number that it had, if the server told it by that.
        number: Option<u32>,
        /// Its UID, if it is known.
        uid: Option<u32>,
    },
    /// The UIDVALIDITY has changed: UIDs mean other messages from now on.
    Renumbered {
        /// What it was.
        was: Option<u32>,
    },
}

/// The longest silence, however often the server says that it is still there (RFC 9051 §6.3.13).
pub const LONGEST: Duration = Duration::from_secs(29 * 60);

/// Takes what happens.
pub type Tell<'a> = dyn FnMut(News<'_>) -> Result<(), Error> + 'a;

/// How long nothing is heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patience {
    /// How long a server is let wait before it hears of us again.
    pub renew: Duration,
    /// How often a server is asked that tells nothing unasked.
    pub every: Duration,
}

/// A server may end a connection after 30 minutes (RFC 9051 §5.4); some networks forget one after five.
impl Default for Patience {
    fn default() -> Patience {
        Patience { renew: Duration::from_secs(5 * 60), every: Duration::from_secs(15) }
    }
}

/// Mailboxes that are watched, over one connection and the next.
#[derive(Debug)]
pub struct Watch {
    /// None: the one that is selected.
    which: Vec<Which>,
    patience: Patience,
    known: BTreeMap<String, Known>,
    /// All were looked into once.
    begun: bool,
    /// Those of several that are asked about.
    names: Vec<String>,
    /// Those of several that were looked into last.
    looked: Vec<String>,
}

impl Watch {
    /// Of several mailboxes, or if none is named of the one that is selected.
    pub fn new(which: Vec<Which>, patience: Patience) -> Watch {
        Watch { which, patience, known: BTreeMap::new(), begun: false, names: Vec::new(), looked: Vec::new() }
    }

    /// Begins, or goes on over a new connection: what has happened meanwhile is told. The mailbox is selected, if it is
    /// one.
    ///
    /// # Errors
    /// The connection's, a refusal, and the first of `tell`.
    pub async fn begin(&mut self, imap: &mut Imap, tell: &mut Tell<'_>) -> Result<(), Error> {
        match self.which.is_empty() {
            true => self.begin_one(imap, tell).await?,
            false => self.begin_several(imap, tell).await?,
        }
        self.begun = true;
        Ok(())
    }

    /// Waits for the next things to happen, at the longest until this moment.
    ///
    /// # Errors
    /// The connection's, a refusal, and the first of `tell`.
    pub async fn round(&mut self, imap: &mut Imap, until: Option<Instant>, tell: &mut Tell<'_>) -> Result<(), Error> {
        match self.which.is_empty() {
            true => self.listen(imap, until, tell).await,
            false => self.look_around(imap, until, tell).await,
        }
    }
}

impl Imap {
    /// Asks for the numbers of changes (RFC 7162 §3.1), before a mailbox is selected.
    ///
    /// # Errors
    /// The connection's, or a refusal.
    pub async fn enable_modseq(&mut self) -> Result<(), Error> {
        if self.has("ENABLE") && self.has("CONDSTORE") {
            self.run(&Request::new(Verb::Enable).word("CONDSTORE"), &mut ignore).await?;
        }
        Ok(())
    }
}
