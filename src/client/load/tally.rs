//! What became of the letters of a load.

use super::histogram::Histogram;
use crate::base::Exit;
use crate::client::deliver::{Outcome, Status};

/// How many different failures are told apart.
const DIFFERENT: usize = 32;

/// What became of them so far.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// Letters that were begun: a connection was made for them, or failed.
    pub begun: u64,
    /// Letters that somebody received.
    pub delivered: u64,
    /// Those who received them.
    pub recipients: u64,
    /// Those who did not.
    pub failed: u64,
    /// Why, as the server said it, and how often.
    pub failures: Vec<(String, u64)>,
    /// What a script must do next.
    pub exit: Option<Exit>,
    /// Each letter from its beginning to its end, connecting included where it was the first.
    pub letters: Histogram,
}

impl Tally {
    /// One recipient more; `first`: of those of a letter who received it.
    pub(super) fn add(&mut self, outcome: &Outcome, first: bool) {
        let verdict = &outcome.verdict;
        self.exit = Some(Exit::of_all(self.exit.into_iter().chain([verdict.exit])));
        if verdict.status != Status::Delivered {
            self.failed += 1;
            return self.fail(reason(outcome));
        }
        self.recipients += 1;
        if first {
            self.delivered += 1;
            self.letters.record(outcome.elapsed);
        }
    }

    fn fail(&mut self, reason: String) {
        let known = self.failures.iter().position(|(known, _)| *known == reason);
        let place = known.unwrap_or(self.failures.len()).min(DIFFERENT);
        match self.failures.get_mut(place) {
            Some((_, count)) => *count += 1,
            None if place < DIFFERENT => self.failures.push((reason, 1)),
            None => self.failures.push(("others".to_owned(), 1)),
        }
    }
}

/// The reply, or what came instead.
fn reason(outcome: &Outcome) -> String {
    let verdict = &outcome.verdict;
    match &verdict.reply {
        None => verdict.text.clone(),
        Some(reply) => {
            let enhanced = reply.enhanced.map(|code| format!(" {code}")).unwrap_or_default();
            format!("{}{enhanced} {}", reply.code, verdict.text)
        }
    }
}
