//! Handing messages over: to a relay or a submission server, many over one connection.
//!
//! [`Way`] is how to get there, a [`Letter`] what to bring, an [`Outcome`] how it went for one recipient.

mod connect;
mod letter;
mod outcome;
mod source;
mod transaction;

pub use connect::{Account, Way};
pub use letter::{Composed, Letter, Message, Offer, Prepared, Ready, Unfit};
pub use outcome::{Outcome, Peer, Status, Verdict};
pub use source::{Source, SourceError};
pub use transaction::{Habits, Utf8};

use std::time::Instant;

use self::transaction::Carried;

/// Who is told how it goes.
pub trait Observer {
    /// One recipient's outcome is known.
    fn outcome(&mut self, outcome: Outcome);
    /// `done` of `total` octets of this letter's content are on their way.
    fn progress(&mut self, letter: usize, done: u64, total: u64);
}

/// Hands every letter over, over one connection if that lasts; every recipient of every letter gets an outcome.
///
/// A connection that breaks is made anew for the letters that remain, as long as each new one gets something done.
pub async fn deliver(way: &Way, letters: impl Iterator<Item = Letter>, observer: &mut dyn Observer) {
    let mut letters = letters.peekable();
    // A letter that an ending connection did not even begin.
    let mut again = None;
    while again.is_some() || letters.peek().is_some() {
        let mut started = Instant::now();
        let mut transport = match connect::open(way).await {
            Ok(transport) => transport,
            Err((verdict, peer)) => {
                return give_up(again.into_iter().chain(letters), &verdict, &peer, started, observer);
            }
        };
        let mut done = 0;
        let broken = loop {
            let Some(letter) = again.take().or_else(|| letters.next()) else { return transport.quit().await };
            match transport.carry(way, &letter, letters.peek(), done > 0, started, observer).await {
                Carried::Done => done += 1,
                Carried::Broken(broken) => break Some(broken),
                Carried::Rest(rest) => {
                    done += 1;
                    again = Some(*rest);
                }
                Carried::Again => {
                    again = Some(letter);
                    break None;
                }
            }
            started = Instant::now();
        };
        if let Some(broken) = broken.filter(|broken| done == 0 && !broken.decided) {
            return give_up(letters, &broken.verdict, &broken.peer, started, observer);
        }
    }
}

/// A connection that is lost.
struct Broken {
    verdict: Verdict,
    peer: Peer,
    /// The server decided on the letter all the same.
    decided: bool,
}

/// The same verdict for whoever is left.
fn give_up(
    letters: impl Iterator<Item = Letter>,
    verdict: &Verdict,
    peer: &Peer,
    started: Instant,
    observer: &mut dyn Observer,
) {
    for letter in letters {
        for recipient in letter.recipients {
            let (letter, verdict, peer) = (letter.number, verdict.clone(), peer.clone());
            observer.outcome(Outcome { letter, recipient, verdict, peer, elapsed: started.elapsed() });
        }
    }
}
