//! Handing messages over: to a relay or a submission server, many over one connection, or to the exchangers of each
//! domain.
//!
//! [`Way`] is how to get to a server, [`Direct`] how to get to exchangers, a [`Letter`] what to bring, an [`Outcome`] how it went for one recipient.

mod ask;
mod connect;
mod direct;
mod envelope;
mod force;
mod habits;
mod leave;
mod letter;
mod outcome;
mod room;
mod route;
mod source;
mod transaction;
mod wishes;

pub use ask::ask;
pub use connect::Way;
pub(crate) use connect::literal;
pub use direct::{Direct, Which, deliver_direct};
pub use force::Force;
pub use habits::{Habits, Utf8};
pub use leave::{Leave, Phase};
pub use letter::{Composed, Letter, Message, Offer, Prepared, Raw, Ready, Unfit};
pub use outcome::{Outcome, Peer, Status, Verdict};
pub(crate) use route::addresses;
pub use route::{Hop, MAX_HOPS, exit_of_resolve, order};
pub use source::{Source, SourceError};
pub use wishes::Wishes;

use std::time::Instant;

use self::transaction::Carried;

/// Who is told how it goes.
pub trait Observer {
    /// One recipient's outcome is known.
    fn outcome(&mut self, outcome: Outcome);
    /// `done` of `total` octets of this letter's content are on their way.
    fn progress(&mut self, letter: usize, done: u64, total: u64);
}

/// How many connections in a row may get nothing done before the letters that are left are given up.
const MAX_FRUITLESS: usize = 2;

/// Hands every letter over, over one connection if that lasts and [`Way::per_connection`] has no other wish; every
/// recipient of every letter gets an outcome.
///
/// A connection that breaks is made anew for the letters that remain, as long as that gets anything done. If it broke
/// while the next letter's envelope was on its way with the end of the last, the new one waits for each letter's end:
/// some servers do not bear more.
pub async fn deliver(way: &Way, letters: impl Iterator<Item = Letter>, observer: &mut dyn Observer) {
    let mut letters = letters.peekable();
    // A letter that an ending connection did not even begin.
    let mut again = None;
    let (mut fruitless, mut one_by_one) = (0, false);
    'connections: while again.is_some() || letters.peek().is_some() {
        let mut started = Instant::now();
        let mut transport = match connect::open(way).await {
            Ok(transport) => transport,
            Err((verdict, peer)) => {
                return give_up(again.into_iter().chain(letters), &verdict, &peer, started, observer);
            }
        };
        let mut done = 0;
        let mut room = transport.room();
        let broken = loop {
            if done >= room.mails() {
                transport.quit().await;
                fruitless = 0;
                continue 'connections;
            }
            let Some(letter) = again.take().or_else(|| letters.next()) else { return transport.quit().await };
            let (letter, rest) = room.split(letter);
            again = rest;
            let alone = one_by_one || done + 1 >= room.mails() || again.is_some();
            let next = if alone { None } else { letters.peek().filter(|next| room.takes(next)) };
            match transport.carry(way, &letter, next, done > 0, started, observer).await {
                Carried::Done => done += 1,
                Carried::Broken(broken) => break Some(broken),
                Carried::Rest(rest) => {
                    done += 1;
                    room.learn(letter.recipients.len() - rest.recipients.len());
                    again = Some(joined(*rest, again));
                }
                Carried::Again => {
                    again = Some(joined(letter, again));
                    break None;
                }
                Carried::Left(leave) => {
                    transport.leave(leave, way).await;
                    fruitless = 0;
                    continue 'connections;
                }
            }
            started = Instant::now();
        };
        one_by_one |= transport.is_ahead();
        fruitless = if done == 0 { fruitless + 1 } else { 0 };
        if let Some(broken) = broken.filter(|broken| done == 0 && (!broken.decided || fruitless >= MAX_FRUITLESS)) {
            let text = format!("not tried, since a letter before it failed: {}", broken.verdict.text);
            let verdict = Verdict { text, reply: None, ..broken.verdict };
            return give_up(again.into_iter().chain(letters), &verdict, &broken.peer, started, observer);
        }
    }
}

/// The same letter for both.
fn joined(letter: Letter, rest: Option<Letter>) -> Letter {
    let others = rest.into_iter().flat_map(|rest| rest.recipients);
    Letter { recipients: letter.recipients.iter().cloned().chain(others).collect(), ..letter }
}

/// A connection that is lost.
struct Broken {
    verdict: Verdict,
    peer: Peer,
    /// The letter has its end all the same: another one may fare better.
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
