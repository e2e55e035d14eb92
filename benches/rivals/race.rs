//! Running sides in turn, and what their times come to.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::table::Row;

/// One side: its name, and the command that does the work once.
pub struct Side<'a> {
    /// Who it is.
    pub name: &'a str,
    /// A fresh command.
    pub command: Box<dyn Fn() -> Command + 'a>,
}

impl<'a> Side<'a> {
    /// A side by its name.
    pub fn new(name: &'a str, command: impl Fn() -> Command + 'a) -> Side<'a> {
        Side { name, command: Box::new(command) }
    }
}

/// A race: what is done, how often, and how the times are shown.
pub struct Race<'a> {
    /// The work in words.
    pub work: &'a str,
    /// How many rounds count; one more warms up.
    pub rounds: usize,
    /// How often the work is done in one round.
    pub times: u32,
    /// How one time is shown.
    pub shown: &'a dyn Fn(Duration) -> String,
    /// How many times as fast as its rival ours is to be.
    pub goal: f64,
}

impl Race<'_> {
    /// Runs ours and every rival, one behind the other in every round, the order turned around each time. A row a
    /// rival.
    pub fn run(&self, ours: &Side<'_>, rivals: &[Side<'_>]) -> Vec<Row> {
        let (missing, present): (Vec<_>, Vec<_>) = rivals.iter().partition(|side| self.once(side).is_none());
        let mut rows: Vec<Row> = missing.iter().map(|side| Row::skipped(self.work, side.name)).collect();
        let sides: Vec<&Side<'_>> = std::iter::once(ours).chain(present).collect();
        let mut times: Vec<Vec<Duration>> = vec![Vec::new(); sides.len()];
        for round in 0..=self.rounds {
            let mut order: Vec<usize> = (0..sides.len()).collect();
            if round % 2 == 1 {
                order.reverse();
            }
            for n in order {
                let Some(time) = self.time(sides[n]) else { return vec![Row::skipped(self.work, sides[n].name)] };
                // The first round warms up.
                if round > 0 {
                    times[n].push(time);
                }
            }
        }
        let (our, theirs) = times.split_first().expect("ours");
        for (side, their) in sides.iter().skip(1).zip(theirs) {
            let ratios = their.iter().zip(our).map(|(their, our)| their.as_secs_f64() / our.as_secs_f64());
            rows.push(Row {
                work: self.work.to_owned(),
                rival: format!("{} {}", side.name, (self.shown)(median(their.clone()))),
                ours: (self.shown)(median(our.clone())),
                ratio: Some((middle(ratios.collect()), self.goal)),
            });
        }
        rows
    }

    /// The time of one piece of work, as the mean of this round's.
    fn time(&self, side: &Side<'_>) -> Option<Duration> {
        let start = Instant::now();
        for _ in 0..self.times {
            self.once(side)?;
        }
        Some(start.elapsed() / self.times)
    }

    fn once(&self, side: &Side<'_>) -> Option<()> {
        let mut command = (side.command)();
        let status = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
        status.ok()?.success().then_some(())
    }
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn middle(mut ratios: Vec<f64>) -> f64 {
    ratios.sort_by(f64::total_cmp);
    ratios[ratios.len() / 2]
}
