//! Several connections to one server at once, among which letters are dealt out.

use std::cell::RefCell;
use std::num::NonZeroUsize;
use std::time::Instant;

use futures_util::future::join_all;

use super::letter::Letter;
use super::through::Through;
use super::work::{Failed, Work};
use super::{Observer, Way, connect, deliver};

/// Hands every letter over, over so many connections at once; every recipient of every letter gets an outcome.
///
/// One connection is made first: a server that is not there, or a password that is wrong, is tried once. What a
/// connection leaves undone goes over the others, and what all of them leave over one more. A letter's envelope does not
/// go with the end of the last: no connection holds letters that another one could carry.
pub async fn deliver_over(
    way: &Way,
    connections: NonZeroUsize,
    letters: impl Iterator<Item = Letter>,
    observer: &mut dyn Observer,
) {
    let mut letters = letters.peekable();
    if connections.get() == 1 || letters.peek().is_none() {
        return deliver(way, letters, observer).await;
    }
    let started = Instant::now();
    let mut first = match connect::open(way).await {
        Ok(transport) => Some(transport),
        Err((verdict, peer)) => {
            return Failed { left: None, verdict, peer, started }.give_up(letters, observer);
        }
    };
    let pool = RefCell::new(Pool { left: Vec::new(), letters });
    let shared = RefCell::new(observer);
    let each = (0..connections.get()).map(|_| {
        let (ready, pool, shared) = (first.take(), &pool, &shared);
        async move {
            let mut deal = std::iter::from_fn(|| pool.borrow_mut().next()).peekable();
            if let Err(failed) =
                Work::new(way, &mut deal, false).all(ready, &mut Through { observer: shared, look: Some }).await
            {
                pool.borrow_mut().left.extend(failed.left);
            }
        }
    });
    join_all(each).await;
    deliver(way, pool.into_inner(), &mut Through { observer: &shared, look: Some }).await;
}

/// The letters that nobody carries yet.
struct Pool<I> {
    /// Those that a connection gave back.
    left: Vec<Letter>,
    letters: I,
}

impl<I: Iterator<Item = Letter>> Iterator for Pool<I> {
    type Item = Letter;

    fn next(&mut self) -> Option<Letter> {
        self.left.pop().or_else(|| self.letters.next())
    }
}
