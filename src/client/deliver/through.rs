//! Who stands between a connection and the observer that several of them share.

use std::cell::RefCell;

use super::{Durable, Observer, Outcome};
use crate::base::Address;

/// Where the outcomes of all meet.
pub(super) type Shared<'a, 'b> = RefCell<&'a mut (dyn Observer + 'b)>;

/// Passes everything on, of an outcome what `look` makes of it, if anything.
pub(super) struct Through<'a, 'b, 'c, F> {
    pub observer: &'c Shared<'a, 'b>,
    pub look: F,
}

impl<F: FnMut(Outcome) -> Option<Outcome>> Observer for Through<'_, '_, '_, F> {
    fn outcome(&mut self, outcome: Outcome) {
        if let Some(outcome) = (self.look)(outcome) {
            self.observer.borrow_mut().outcome(outcome);
        }
    }

    fn sending(&mut self, letter: usize, recipients: &[&Address]) -> Durable {
        self.observer.borrow_mut().sending(letter, recipients)
    }

    fn progress(&mut self, letter: usize, done: u64, total: u64) {
        self.observer.borrow_mut().progress(letter, done, total);
    }
}
