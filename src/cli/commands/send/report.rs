//! What `send` tells: a line a recipient, and how far it is.

use std::sync::Arc;

use crate::base::Exit;
use crate::cli::error::Failure;
use crate::cli::output::outcome;
use crate::cli::output::timing::Stopwatch;
use crate::cli::terminal::Terminal;
use crate::client::deliver::{Observer, Outcome, Verdict};

/// Prints outcomes and remembers their exits.
pub struct Report<'a> {
    terminal: &'a Terminal,
    stopwatch: Option<Arc<Stopwatch>>,
    /// How many letters there are, where there may be many.
    total: Option<u64>,
    /// How many have an outcome, and the last of them.
    done: u64,
    last: usize,
    /// The last error that was told.
    told: Option<String>,
    exit: Option<Exit>,
}

impl<'a> Report<'a> {
    /// `total`: how many letters there are, where their numbers are told. `stopwatch`: who knows how long what took.
    pub fn new(terminal: &'a Terminal, total: Option<u64>, stopwatch: Option<Arc<Stopwatch>>) -> Report<'a> {
        if total.is_some() {
            terminal.count("letters", 0, total);
        }
        Report { terminal, stopwatch, total, done: 0, last: 0, told: None, exit: None }
    }

    /// One more exit, of what has no outcome.
    pub fn add(&mut self, exit: Exit) {
        self.exit = Some(self.exit.map_or(exit, |all| all.and(exit)));
    }

    /// So many letters had their end before.
    pub fn done_before(&mut self, letters: u64) {
        self.done = letters;
    }

    /// All exits as one, of what this run did; none where nothing was told.
    pub fn exit(&self) -> Option<Exit> {
        self.exit
    }

    /// Where no transcript tells it, an error that is no reply of the server is told once.
    fn tell(&mut self, letter: usize, verdict: &Verdict) {
        let error = verdict.reply.is_none() && verdict.exit != Exit::Ok;
        if error && self.terminal.is_quiet() && self.told.as_ref() != Some(&verdict.text) {
            let failure = Failure::new(verdict.exit, &verdict.text);
            let at = |failure: Failure| failure.at(&format!("message {letter}"));
            self.terminal.failure(&if self.total.is_some() { at(failure) } else { failure });
            self.told = Some(verdict.text.clone());
        }
    }

    fn count(&mut self, letter: usize) {
        let Some(total) = self.total else { return };
        if std::mem::replace(&mut self.last, letter) != letter {
            self.done = total.min(self.done + 1);
            self.terminal.count("letters", self.done, Some(total));
            if self.done == total {
                self.terminal.counted();
            }
        }
    }
}

impl Observer for Report<'_> {
    fn outcome(&mut self, outcome: Outcome) {
        self.add(outcome.verdict.exit);
        self.tell(outcome.letter, &outcome.verdict);
        if self.terminal.json {
            let times = self.stopwatch.as_ref().zip(outcome.peer.told).and_then(|(watch, told)| watch.times(told));
            self.terminal.json(&outcome::Record::new(&outcome).timed(times));
        } else {
            self.terminal.result(&outcome::line(&outcome, self.total.is_some()));
        }
        // Whoever ends this by force knows as much as was known.
        let _ = self.terminal.flush();
        self.count(outcome.letter);
    }

    fn progress(&mut self, letter: usize, done: u64, total: u64) {
        let what = if self.total.is_some() { format!("letter {letter}") } else { "sending".to_owned() };
        self.terminal.progress(&what, done, total);
    }
}
