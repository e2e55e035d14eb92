//! How long it took to find the server of a domain, as a part of the conversation there.

use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;

use crate::base::Domain;
use crate::base::escape::escape_str;
use crate::net::endpoint::Host;
use crate::transcript::{Note, SessionId, Sink, Stage, Weight};

/// What is told of it, with the first connection that is made there. By default nothing: somebody named the server.
#[derive(Clone, Default)]
pub struct Found(Arc<Mutex<Vec<Note>>>);

impl Found {
    /// The exchangers of `domain` were looked for since then, and now the addresses of this one are known.
    pub(super) fn since(began: Timestamp, domain: &Domain, host: &Host) -> Found {
        if let Host::Address(_) = host {
            return Found::default();
        }
        let note = |at, text: String| Note::new(at, Weight::Detail, escape_str(&text).into_owned());
        let looking = note(began, format!("looking for the mail exchangers of {domain}"));
        let known = note(Timestamp::now(), format!("{host} is one, and its addresses are known"));
        Found(Arc::new(Mutex::new(vec![looking.at_end_of(Stage::Begin), known.at_end_of(Stage::Dns)])))
    }

    /// Tells it as a part of this connection, once.
    pub(super) fn tell(&self, session: SessionId, sink: Option<&dyn Sink>) {
        let notes = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        if let Some(sink) = sink {
            notes.iter().for_each(|note| sink.note(session, note));
        }
    }
}
