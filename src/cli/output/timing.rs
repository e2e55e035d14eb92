//! How long the phases of a letter took, for `send --json`.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::{Serialize, Serializer};

use crate::transcript::phases::{Phase, Phases};
use crate::transcript::{Note, SessionId, Sink, View};

/// How many connections that have ended can still be asked about.
const ENDED: usize = 64;

/// Passes everything on, and times it.
pub struct Stopwatch {
    told: Option<Arc<dyn Sink>>,
    watched: Mutex<Watched>,
}

#[derive(Default)]
struct Watched {
    connections: HashMap<SessionId, Connection>,
    ended: VecDeque<SessionId>,
}

#[derive(Default)]
struct Connection {
    phases: Phases,
    /// The number of the first one kept.
    first: u32,
    transactions: VecDeque<Times>,
}

/// Milliseconds by phase, in their order; a phase that came more than once is one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Times(Vec<(String, f64)>);

impl Stopwatch {
    /// What is told goes on to `told`.
    pub fn new(told: Option<Arc<dyn Sink>>) -> Stopwatch {
        Stopwatch { told, watched: Mutex::default() }
    }

    /// How long the phases of one transaction took; those of the connection belong to the first. The ones before it are
    /// forgotten.
    pub fn times(&self, (session, transaction): (SessionId, u32)) -> Option<Times> {
        self.lock().connections.get_mut(&session)?.times(transaction)
    }

    fn lock(&self) -> MutexGuard<'_, Watched> {
        self.watched.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Connection {
    fn keep(&mut self, phase: Option<Phase>) {
        let Some(phase) = phase else { return };
        if self.transactions.is_empty() || phase.name == "MAIL" {
            self.transactions.push_back(Times::default());
        }
        if let Some(times) = self.transactions.back_mut() {
            times.add(&phase.name.to_ascii_lowercase(), phase.length().as_secs_f64() * 1000.0);
        }
    }

    fn times(&mut self, transaction: u32) -> Option<Times> {
        while self.first + 1 < transaction && self.transactions.pop_front().is_some() {
            self.first += 1;
        }
        let from = if transaction > 1 { transaction } else { 0 };
        let wanted = self.transactions.range(..).zip(self.first..).filter(|(_, n)| (from..=transaction).contains(n));
        let all = Times(wanted.flat_map(|(times, _)| times.0.iter().cloned()).collect());
        (!all.0.is_empty()).then_some(all)
    }
}

impl Times {
    fn add(&mut self, name: &str, milliseconds: f64) {
        match self.0.iter_mut().find(|(known, _)| known == name) {
            Some((_, sum)) => *sum += milliseconds,
            None => self.0.push((name.to_owned(), milliseconds)),
        }
    }
}

impl Serialize for Times {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let rounded = |milliseconds: f64| (milliseconds * 1000.0).round() / 1000.0;
        serializer.collect_map(self.0.iter().map(|(name, milliseconds)| (name, rounded(*milliseconds))))
    }
}

impl Sink for Stopwatch {
    fn turn(&self, session: SessionId, view: &View<'_>) {
        let mut watched = self.lock();
        let connection = watched.connections.entry(session).or_default();
        let phase = connection.phases.say(view.at, view.side, &view.meaning.text);
        connection.keep(phase);
        drop(watched);
        if let Some(told) = &self.told {
            told.turn(session, view);
        }
    }

    fn note(&self, session: SessionId, note: &Note) {
        if let Some(stage) = note.stage {
            let mut watched = self.lock();
            let connection = watched.connections.entry(session).or_default();
            let phase = connection.phases.reach(note.at, stage);
            connection.keep(phase);
        }
        if let Some(told) = &self.told {
            told.note(session, note);
        }
    }

    fn end(&self, session: SessionId) {
        let mut watched = self.lock();
        if watched.connections.contains_key(&session) && !watched.ended.contains(&session) {
            watched.ended.push_back(session);
        }
        if watched.ended.len() > ENDED
            && let Some(oldest) = watched.ended.pop_front()
        {
            watched.connections.remove(&oldest);
        }
        drop(watched);
        if let Some(told) = &self.told {
            told.end(session);
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::proto::Side;
    use crate::transcript::Stage;

    #[test]
    fn each_letter_has_its_own_times_and_the_first_those_of_the_connection() {
        let mut connection = Connection::default();
        let at = |milliseconds| Timestamp::from_millisecond(milliseconds).expect("a time");
        let phase = connection.phases.reach(at(0), Stage::Begin);
        connection.keep(phase);
        let phase = connection.phases.reach(at(4), Stage::Tls);
        connection.keep(phase);
        for (time, meaning) in [
            (5, "220 to the connection"),
            (8, "250 to MAIL"),
            (9, "250 to RCPT"),
            (11, "250 to RCPT"),
            (12, "250 to MAIL"),
        ] {
            let phase = connection.phases.say(at(time), Side::Server, meaning);
            connection.keep(phase);
        }
        let json = |times: Option<Times>| serde_json::to_string(&times).expect("JSON");
        assert_eq!(json(connection.times(0)), r#"{"tls":4.0,"greeting":1.0}"#);
        let first = r#"{"tls":4.0,"greeting":1.0,"mail":3.0,"rcpt":3.0}"#;
        assert_eq!([json(connection.times(1)), json(connection.times(1))], [first, first]);
        assert_eq!(json(connection.times(2)), r#"{"mail":1.0}"#);
        assert_eq!(json(connection.times(3)), "null");
        assert_eq!(connection.transactions.len(), 1);
    }
}
