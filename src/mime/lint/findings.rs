//! What was found, in bounded memory, and the line on which each of it stands.

use std::borrow::Cow;
use std::collections::{HashMap, VecDeque};
use std::sync::Arc;

use memchr::memchr_iter;

use super::codes::{self, Code};
use super::{Finding, Spot};
use crate::mime::flaw::KEPT;

/// So many of the last line starts are remembered: no decoder holds more octets back.
const REMEMBERED: usize = 4096;

/// Gathers findings; of one code the first [`KEPT`] stay, the others are counted.
#[derive(Default)]
pub(super) struct Desk {
    found: Vec<Finding>,
    seen: HashMap<&'static str, Seen>,
    lines: LineIndex,
    /// The codes that were noted since they were last taken, each once, with the first place.
    fresh: Vec<(&'static Code, Spot)>,
    /// The section that is being read.
    pub(super) part: Arc<str>,
}

struct Seen {
    code: &'static Code,
    count: u64,
    beyond: Option<Finding>,
}

/// Octets that recur, told once with their number.
#[derive(Default)]
pub(super) struct Tally {
    pub(super) count: u64,
    first: Option<(Spot, Arc<str>)>,
}

impl Desk {
    /// Notes a finding of the section that is being read.
    pub(super) fn note(&mut self, code: &'static str, spot: Spot, message: impl Into<Cow<'static, str>>) {
        self.note_of(self.part.clone(), code, spot, message);
    }

    /// Notes a finding of that section.
    pub(super) fn note_of(
        &mut self,
        part: Arc<str>,
        code: &'static str,
        spot: Spot,
        message: impl Into<Cow<'static, str>>,
    ) {
        let first = || Seen { code: codes::known(code), count: 0, beyond: None };
        let seen = self.seen.entry(code).or_insert_with(first);
        seen.count += 1;
        let code = seen.code;
        if !self.fresh.iter().any(|(fresh, _)| fresh.code == code.code) {
            self.fresh.push((code, spot));
        }
        if seen.count <= KEPT {
            self.found.push(Finding { code, spot, message: message.into(), part });
        } else if seen.beyond.is_none() {
            seen.beyond = Some(Finding { code, spot, message: Cow::Borrowed(""), part });
        }
    }

    /// Notes what recurred.
    pub(super) fn tell(&mut self, tally: &mut Tally, code: &'static str, message: impl FnOnce(u64) -> String) {
        if let Some((spot, part)) = tally.first.take() {
            self.note_of(part, code, spot, message(tally.count));
        }
        tally.count = 0;
    }

    /// The codes that were noted since the last time, each once, with the first place.
    pub(super) fn fresh(&mut self) -> Vec<(&'static Code, Spot)> {
        std::mem::take(&mut self.fresh)
    }

    /// All findings in the order of their places.
    pub(super) fn finish(mut self) -> Vec<Finding> {
        for seen in self.seen.into_values() {
            if let Some(beyond) = seen.beyond {
                let message = format!("{} more of the same from here on", seen.count - KEPT);
                self.found.push(Finding { message: message.into(), ..beyond });
            }
        }
        self.found.sort_by_key(|finding| (finding.spot.offset, finding.code.code));
        self.found
    }

    /// The octets that come next, before anything is noted of them.
    pub(super) fn count_lines(&mut self, offset: u64, octets: &[u8]) {
        self.lines.push(offset, octets);
    }

    /// The place of an octet that was counted lately.
    pub(super) fn spot(&self, offset: u64) -> Spot {
        Spot { offset, line: self.lines.line(offset).unwrap_or(1) }
    }

    /// The place of an octet; one that is too far back for its line to be known is told to be at `anchor`.
    pub(super) fn spot_or(&self, offset: u64, anchor: Spot) -> Spot {
        match self.lines.line(offset) {
            _ if offset == anchor.offset => anchor,
            Some(line) => Spot { offset, line },
            None => anchor,
        }
    }

    /// Lines so far: line ends, and what stands behind the last one.
    pub(super) fn lines(&self) -> u64 {
        self.lines.lines()
    }
}

impl Tally {
    /// One more of it.
    pub(super) fn add(&mut self, spot: Spot, part: &Arc<str>) {
        self.count += 1;
        self.first.get_or_insert_with(|| (spot, part.clone()));
    }
}

/// Where the last lines begin.
#[derive(Default)]
struct LineIndex {
    /// Line ends before those that are remembered.
    before: u64,
    starts: VecDeque<u64>,
    end: u64,
}

impl LineIndex {
    fn push(&mut self, offset: u64, octets: &[u8]) {
        let beyond = self.starts.len().saturating_sub(REMEMBERED);
        self.before += beyond as u64;
        self.starts.drain(..beyond);
        self.starts.extend(memchr_iter(b'\n', octets).map(|at| offset + at as u64 + 1));
        self.end = offset + octets.len() as u64;
    }

    /// The line of an octet, counted from 1; `None` if it is too far back.
    fn line(&self, offset: u64) -> Option<u64> {
        let known = self.before == 0 || self.starts.front().is_some_and(|&first| first <= offset);
        let ends = self.starts.partition_point(|&start| start <= offset);
        known.then_some(self.before + ends as u64 + 1)
    }

    fn lines(&self) -> u64 {
        let ends = self.before + self.starts.len() as u64;
        ends + u64::from(self.starts.back().is_none_or(|&start| start < self.end) && self.end > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_what_was_lately_there() {
        let mut index = LineIndex::default();
        assert_eq!((index.line(0), index.lines()), (Some(1), 0));
        index.push(0, b"a\nbb\n");
        let lines: Vec<_> = (0..=5).map(|offset| index.line(offset)).collect();
        assert_eq!(lines, [Some(1), Some(1), Some(2), Some(2), Some(2), Some(3)]);
        assert_eq!(index.lines(), 2);
        index.push(5, &[b'\n'; 10_000]);
        index.push(10_005, b"x");
        assert_eq!((index.line(10_005), index.line(0), index.lines()), (Some(10_003), None, 10_003));
    }

    #[test]
    fn a_hundred_of_a_kind() {
        let mut desk = Desk::default();
        (0..1000).for_each(|offset| desk.note("bare-cr", Spot { offset, line: 1 }, "x"));
        let found = desk.finish();
        assert_eq!(found.len() as u64, KEPT + 1);
        assert_eq!(found.last().map(|last| &*last.message), Some("900 more of the same from here on"));
    }
}
