//! Who listens in on a conversation and keeps what the server got wrong.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::base::Finding;
use crate::proto::Side;
use crate::transcript::{Note, SessionId, Sink, View};

/// Passes everything on.
pub(super) struct Listener {
    sink: Option<Arc<dyn Sink>>,
    heard: Mutex<Vec<Finding>>,
}

impl Listener {
    pub fn new(sink: Option<Arc<dyn Sink>>) -> Listener {
        Listener { sink, heard: Mutex::default() }
    }

    /// What the server got wrong, each thing once.
    pub fn heard(&self) -> Vec<Finding> {
        self.lock().clone()
    }

    /// The same, and forgets it.
    pub fn take(&self) -> Vec<Finding> {
        std::mem::take(&mut *self.lock())
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Finding>> {
        self.heard.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Sink for Listener {
    fn turn(&self, session: SessionId, view: &View<'_>) {
        if view.side == Side::Server {
            let mut heard = self.lock();
            for finding in view.findings {
                if heard.iter().all(|known| known.code != finding.code) {
                    heard.push(finding.clone());
                }
            }
        }
        if let Some(sink) = &self.sink {
            sink.turn(session, view);
        }
    }

    fn note(&self, session: SessionId, note: &Note) {
        if let Some(sink) = &self.sink {
            sink.note(session, note);
        }
    }

    fn end(&self, session: SessionId) {
        if let Some(sink) = &self.sink {
            sink.end(session);
        }
    }
}
