//! Letters as they stream by, without knowing where they end before they do.

use memchr::{memchr, memmem};

/// A longer From_ line is read in pieces.
const LONG_LINE: usize = 8 * 1024;
/// All that can stand between two letters and be divided by the end of a block.
const BETWEEN: &[u8] = b"\r\nFrom ";

/// Cuts an mbox into its letters, as [`Splitter`](super::Splitter) does, one piece after the other: what is before the
/// first From_ line belongs to no letter.
#[derive(Clone, Debug)]
pub struct Cutter {
    place: Place,
    from: memmem::Finder<'static>,
}

/// What the next octets are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    /// So many octets of a letter.
    Letter(usize),
    /// So many octets that belong to no letter.
    Between(usize),
    /// So many octets end the letter and belong to none.
    End(usize),
    /// It depends on what comes behind them.
    More,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// Before a From_ line or in it.
    FromLine,
    /// In a letter; what came before ended a line.
    LineStart,
    /// In a letter, within a line.
    Line,
}

impl Default for Cutter {
    fn default() -> Self {
        Self::new()
    }
}

impl Cutter {
    /// At the beginning of a file.
    pub fn new() -> Self {
        Self { place: Place::FromLine, from: memmem::Finder::new(b"\nFrom ") }
    }

    /// At the beginning of a letter, behind its From_ line.
    pub fn in_letter() -> Self {
        Self { place: Place::LineStart, ..Self::new() }
    }

    /// A letter is being read.
    pub fn is_in_letter(&self) -> bool {
        self.place != Place::FromLine
    }

    /// What the octets begin with; the next call begins behind that. `last`: nothing comes behind them.
    pub fn cut(&mut self, octets: &[u8], last: bool) -> Cut {
        if self.place == Place::FromLine {
            return self.between(octets, last);
        }
        let mut at = 0;
        while let Some(found) = self.from.find(octets.get(at..).unwrap_or_default()).map(|n| at + n) {
            if let Some(empty) = self.empty_line(octets.get(..=found).unwrap_or_default()) {
                return self.before(empty, found + 1);
            }
            at = found + 1;
        }
        if last {
            // An empty line at the end belongs to the file.
            let end = self.empty_line(octets).unwrap_or(octets.len());
            return self.before(end, octets.len());
        }
        let held = (1..BETWEEN.len()).rev().find(|&n| {
            let tail = octets.len().checked_sub(n).and_then(|from| octets.get(from..));
            tail.is_some_and(|tail| BETWEEN.starts_with(tail) || BETWEEN.get(1..).is_some_and(|b| b.starts_with(tail)))
        });
        match octets.len() - held.unwrap_or(0) {
            0 => Cut::More,
            told => self.letter(octets, told),
        }
    }

    /// The letter ends before an empty line, which ends at `end`.
    fn before(&mut self, empty: usize, end: usize) -> Cut {
        match empty {
            0 => {
                self.place = Place::FromLine;
                Cut::End(end)
            }
            told => {
                self.place = Place::LineStart;
                Cut::Letter(told)
            }
        }
    }

    fn letter(&mut self, octets: &[u8], told: usize) -> Cut {
        let ended = octets.get(..told).is_some_and(|octets| octets.ends_with(b"\n"));
        self.place = if ended { Place::LineStart } else { Place::Line };
        Cut::Letter(told)
    }

    /// Where the last line begins, if it is empty.
    fn empty_line(&self, octets: &[u8]) -> Option<usize> {
        let before = octets.strip_suffix(b"\n")?;
        let before = before.strip_suffix(b"\r").unwrap_or(before);
        let starts = if before.is_empty() { self.place == Place::LineStart } else { before.ends_with(b"\n") };
        starts.then_some(before.len())
    }

    fn between(&mut self, octets: &[u8], last: bool) -> Cut {
        match memchr(b'\n', octets) {
            Some(end) => {
                if !matches!(octets.get(..end), Some(b"" | b"\r")) {
                    self.place = Place::LineStart;
                }
                Cut::Between(end + 1)
            }
            None if !octets.is_empty() && (last || octets.len() >= LONG_LINE) => {
                if last {
                    self.place = Place::LineStart;
                }
                Cut::Between(octets.len())
            }
            None => Cut::More,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::Splitter;
    use super::*;

    /// The ranges of the letters, in blocks of `step` octets.
    fn letters(file: &[u8], step: usize) -> Vec<std::ops::Range<u64>> {
        let (mut cutter, mut letters) = (Cutter::new(), Vec::new());
        let (mut from, mut to, mut begun) = (0, 0, None);
        loop {
            let last = to == file.len();
            if cutter.is_in_letter() && begun.is_none() {
                begun = Some(from..from);
            }
            match cutter.cut(&file[from..to], last) {
                Cut::Letter(n) => {
                    from += n;
                    begun.as_mut().expect("a letter").end = from;
                }
                Cut::Between(n) => from += n,
                Cut::End(n) => {
                    from += n;
                    letters.extend(begun.take());
                    if last && from == to {
                        break;
                    }
                }
                Cut::More if last => break,
                Cut::More => to = file.len().min(to + step),
            }
        }
        letters.into_iter().map(|range| range.start as u64..range.end as u64).collect()
    }

    fn split(file: &[u8]) -> Vec<std::ops::Range<u64>> {
        let mut splitter = Splitter::new();
        splitter.push(file).expect("an mbox");
        splitter.finish().expect("an mbox");
        splitter.collect()
    }

    proptest! {
        #[test]
        fn as_the_splitter_does(
            pieces in prop::collection::vec(
                prop::sample::select(vec!["From ", "\n", "\r\n", "\n\n", "\r", "x", "From", ">From a\n", "From a\n"]), 0..30),
            step in 1usize..9,
        ) {
            let file = format!("From a\n{}", pieces.concat());
            prop_assert_eq!(letters(file.as_bytes(), step), split(file.as_bytes()));
        }
    }
}
