//! A load on a server: many letters over many connections at the same time, and how long each step takes.

mod histogram;
mod meter;
mod tally;

pub use histogram::Histogram;
pub use meter::Meter;
pub use tally::Tally;

use std::cell::{Cell, RefCell};
use std::num::NonZeroUsize;
use std::time::Duration;

use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;
use tokio::time::{Instant, sleep};

use super::deliver::{Letter, Observer, Outcome, Status, Verdict, Way, deliver};

/// How many connections in a row of one session may get nothing done.
const MAX_FRUITLESS: usize = 3;
/// The time between them.
const PAUSE: Duration = Duration::from_millis(100);

/// What is to be done.
pub struct Load<'a> {
    /// The way to the server; each session goes it by itself.
    pub way: &'a Way,
    /// How many sessions there are at the same time.
    pub sessions: NonZeroUsize,
    /// How many letters are sent in all. None: as many as go.
    pub letters: Option<u64>,
    /// When no more letters are begun.
    pub until: Option<Instant>,
    /// The letter of a number, from 1.
    pub letter: &'a dyn Fn(u64) -> Letter,
}

impl Load<'_> {
    /// Does it. `look` is called with what is known whenever a recipient's outcome is.
    pub async fn run(&self, look: &mut dyn FnMut(&Tally)) -> Tally {
        let shared = RefCell::new((Tally::default(), look));
        let sessions: FuturesUnordered<_> = (0..self.sessions.get()).map(|_| self.session(&shared)).collect();
        sessions.collect::<()>().await;
        shared.into_inner().0
    }

    /// One letter after the other, until there are no more or the server is gone for good.
    async fn session(&self, shared: &Shared<'_>) {
        let mut fruitless = 0;
        while fruitless < MAX_FRUITLESS && self.has_more(shared) {
            let trouble = Cell::new(false);
            let mut seat = Seat { way: self.way, shared, trouble: &trouble, received: None, unbegun: None };
            let letters = std::iter::from_fn(|| if trouble.get() { None } else { self.next(shared) });
            deliver(self.way, letters, &mut seat).await;
            fruitless = if seat.received.is_some() { 0 } else { fruitless + 1 };
            if trouble.get() {
                sleep(PAUSE).await;
            }
        }
    }

    fn has_more(&self, shared: &Shared<'_>) -> bool {
        let begun = shared.borrow().0.begun;
        !self.way.is_over()
            && self.letters.is_none_or(|letters| begun < letters)
            && self.until.is_none_or(|until| Instant::now() < until)
    }

    fn next(&self, shared: &Shared<'_>) -> Option<Letter> {
        if !self.has_more(shared) {
            return None;
        }
        let tally = &mut shared.borrow_mut().0;
        tally.begun += 1;
        Some((self.letter)(tally.begun))
    }
}

/// Where what all sessions tell comes together, and who looks at it.
type Shared<'a> = RefCell<(Tally, &'a mut dyn FnMut(&Tally))>;

/// One session's place.
struct Seat<'a, 'b> {
    way: &'a Way,
    shared: &'a Shared<'b>,
    /// The connection is not good: no more letters for it.
    trouble: &'a Cell<bool>,
    /// The last letter that somebody received.
    received: Option<usize>,
    /// The last letter for which no connection was waited any longer.
    unbegun: Option<usize>,
}

impl Observer for Seat<'_, '_> {
    fn outcome(&mut self, outcome: Outcome) {
        if self.way.has_enough() && outcome.verdict == Verdict::unbegun() {
            let known = self.unbegun.replace(outcome.letter) == Some(outcome.letter);
            self.shared.borrow_mut().0.begun -= u64::from(!known);
            return;
        }
        let delivered = outcome.verdict.status == Status::Delivered;
        let first = delivered && self.received != Some(outcome.letter);
        if delivered {
            self.received = Some(outcome.letter);
        }
        let lost = outcome.verdict.reply.as_ref().is_none_or(|reply| reply.code == 421);
        self.trouble.set(self.trouble.get() || (!delivered && (lost || !outcome.peer.ready)));
        let (tally, look) = &mut *self.shared.borrow_mut();
        tally.add(&outcome, first);
        look(tally);
    }

    fn progress(&mut self, _: usize, _: u64, _: u64) {}
}
