//! Handing messages over: to a relay or a submission server, many over one connection, or to the exchangers of each
//! domain.
//!
//! [`Way`] is how to get to a server, [`Direct`] how to get to exchangers, a [`Letter`] what to bring, an [`Outcome`] how it went for one recipient.

mod ask;
mod connect;
mod connections;
mod direct;
mod envelope;
mod force;
mod found;
mod habits;
mod journal;
mod leave;
mod letter;
mod outcome;
mod pace;
mod room;
mod route;
mod source;
mod through;
mod transaction;
mod wishes;
mod work;

pub use ask::ask;
pub use connect::Way;
pub use connections::deliver_over;
pub use direct::{Direct, Which, deliver_direct};
pub use force::Force;
pub use found::Found;
pub use habits::{Habits, Utf8};
pub use journal::{Job, Journal, JournalError, Kept};
pub use leave::{Leave, Phase};
pub use letter::{Composed, Letter, Message, Offer, Prepared, Raw, Ready, Unfit};
pub use outcome::{Outcome, Peer, Status, Verdict};
pub use pace::{Pace, Rate};
pub(crate) use route::addresses;
pub use route::{Hop, MAX_HOPS, exit_of_resolve, order};
pub use source::{Reader, Source, SourceError};
pub use wishes::Wishes;

use std::io;
use std::pin::Pin;

use self::work::Work;
use crate::base::Address;

/// Resolves once what an observer writes down is on disk; None: it writes nothing.
pub type Durable = Option<Pin<Box<dyn Future<Output = io::Result<()>>>>>;

/// Who is told how it goes.
pub trait Observer {
    /// One recipient's outcome is known.
    fn outcome(&mut self, outcome: Outcome);
    /// The end of this letter's message is about to go, for these: it goes once that is durable, and not at all if
    /// it cannot be made so.
    fn sending(&mut self, letter: usize, recipients: &[&Address]) -> Durable {
        let _ = (letter, recipients);
        None
    }
    /// `done` of `total` octets of this letter's content are on their way.
    fn progress(&mut self, letter: usize, done: u64, total: u64);
}

/// Hands every letter over, over one connection if that lasts and [`Way::per_connection`] has no other wish; every
/// recipient of every letter gets an outcome.
///
/// A connection that breaks is made anew for the letters that remain, as long as that gets anything done. If it broke
/// while the next letter's envelope was on its way with the end of the last, the new one waits for each letter's end:
/// some servers do not bear more.
pub async fn deliver(way: &Way, letters: impl Iterator<Item = Letter>, observer: &mut dyn Observer) {
    let mut letters = letters.peekable();
    if let Err(failed) = Work::new(way, &mut letters, true).all(None, observer).await {
        failed.give_up(letters, observer);
    }
}

/// A connection that is lost.
struct Broken {
    verdict: Verdict,
    peer: Peer,
    /// The letter has its end all the same: another one may fare better.
    decided: bool,
}
