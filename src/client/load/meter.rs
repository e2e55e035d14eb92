//! How long each phase took, of every connection.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::histogram::Histogram;
use crate::transcript::phases::{Phase, Phases};
use crate::transcript::{Note, SessionId, Sink, View};

/// Passes everything on, and measures it.
pub struct Meter {
    told: Option<Arc<dyn Sink>>,
    measured: Mutex<Measured>,
}

#[derive(Default)]
struct Measured {
    open: HashMap<SessionId, Open>,
    phases: Vec<(String, Histogram)>,
}

/// A connection that is not at its end.
#[derive(Default)]
struct Open {
    phases: Phases,
    /// The last phase, of which more may come.
    last: Option<Phase>,
}

impl Meter {
    /// What is told goes on to `told`.
    pub fn new(told: Option<Arc<dyn Sink>>) -> Meter {
        Meter { told, measured: Mutex::default() }
    }

    /// Each phase in the order in which it came first.
    pub fn phases(&self) -> Vec<(String, Histogram)> {
        self.lock().phases.clone()
    }

    fn lock(&self) -> MutexGuard<'_, Measured> {
        self.measured.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Measured {
    fn measure(&mut self, session: SessionId, next: impl FnOnce(&mut Phases) -> Option<Phase>) {
        let open = self.open.entry(session).or_default();
        let Some(phase) = next(&mut open.phases) else { return };
        match &mut open.last {
            Some(last) if last.name == phase.name => last.to = phase.to,
            last => {
                let whole = last.replace(phase);
                self.record(whole);
            }
        }
    }

    fn record(&mut self, phase: Option<Phase>) {
        let Some(phase) = phase else { return };
        let length = phase.length().unsigned_abs();
        match self.phases.iter_mut().find(|(name, _)| *name == phase.name) {
            Some((_, histogram)) => histogram.record(length),
            None => {
                let mut histogram = Histogram::default();
                histogram.record(length);
                self.phases.push((phase.name, histogram));
            }
        }
    }
}

impl Sink for Meter {
    fn turn(&self, session: SessionId, view: &View<'_>) {
        self.lock().measure(session, |phases| phases.say(view.at, view.side, &view.meaning.text));
        if let Some(told) = &self.told {
            told.turn(session, view);
        }
    }

    fn note(&self, session: SessionId, note: &Note) {
        if let Some(stage) = note.stage {
            self.lock().measure(session, |phases| phases.reach(note.at, stage));
        }
        if let Some(told) = &self.told {
            told.note(session, note);
        }
    }

    fn end(&self, session: SessionId) {
        let mut measured = self.lock();
        let last = measured.open.remove(&session).and_then(|open| open.last);
        measured.record(last);
        drop(measured);
        if let Some(told) = &self.told {
            told.end(session);
        }
    }
}
