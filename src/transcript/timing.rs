//! How long what is told took: at the end of a line the time since the line before it, at the end of a connection its
//! phases as bars.

use jiff::Timestamp;

use super::phases::{Phases, milliseconds};
use super::text::Line;
use super::waterfall::Waterfall;
use super::{Note, Stage, View};
use crate::proto::{Kind, Side};

/// One connection's.
#[derive(Debug, Default)]
pub(super) struct Timing {
    last: Option<Timestamp>,
    phases: Phases,
    waterfall: Waterfall,
}

impl Timing {
    /// What goes behind a turn: of the server, since the last turn of either side. What is no text says it itself.
    pub fn turn(&mut self, view: &View<'_>) -> Option<String> {
        self.waterfall.extend(self.phases.say(view.at, view.side, &view.meaning.text));
        let lapse = self.lapse(view.at);
        let told = view.side == Side::Server && view.meaning.kind != Kind::Payload && view.message.lines().is_none();
        lapse.filter(|_| told)
    }

    /// What goes behind a note: of one that ends a stage of the way to the server.
    pub fn note(&mut self, note: &Note) -> Option<String> {
        let stage = note.stage?;
        self.waterfall.extend(self.phases.reach(note.at, stage));
        let lapse = self.lapse(note.at);
        lapse.filter(|_| stage != Stage::Begin)
    }

    /// The phases as bars.
    pub fn waterfall(&self, before: &str, width: Option<usize>) -> Vec<Line> {
        self.waterfall.lines(before, width)
    }

    fn lapse(&mut self, at: Timestamp) -> Option<String> {
        let last = self.last.replace(at)?;
        Some(format!("  (+{})", milliseconds(at.duration_since(last))))
    }
}
