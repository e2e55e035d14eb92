//! The phases of a connection as bars: what came when, and what took long.

use jiff::{SignedDuration, Timestamp};

use super::phases::{Phase, milliseconds};
use super::text::{Label, Line};

/// How many rows there are at most. What comes between the first ones and the last is counted in one.
const ROWS: usize = 40;
/// The widest bar, in characters, and what it shrinks to on a narrow terminal.
const WIDEST: usize = 48;
const NARROWEST: usize = 10;

/// The phases so far, those of the same name that follow each other joined; bounded, however many there are.
#[derive(Clone, Debug, Default)]
pub struct Waterfall {
    rows: Vec<Phase>,
    /// What no row was left for, from the first of it to the last but one.
    skipped: Option<Skipped>,
    last: Option<Phase>,
}

#[derive(Clone, Debug)]
struct Skipped {
    count: u64,
    from: Timestamp,
    to: Timestamp,
}

impl Extend<Phase> for Waterfall {
    fn extend<T: IntoIterator<Item = Phase>>(&mut self, phases: T) {
        for phase in phases {
            match &mut self.last {
                Some(last) if last.name == phase.name => last.to = phase.to,
                last => {
                    if let Some(whole) = last.replace(phase) {
                        self.keep(whole);
                    }
                }
            }
        }
    }
}

impl Waterfall {
    fn keep(&mut self, phase: Phase) {
        if self.rows.len() < ROWS - 2 {
            return self.rows.push(phase);
        }
        let skipped = self.skipped.get_or_insert(Skipped { count: 0, from: phase.from, to: phase.to });
        skipped.count += 1;
        skipped.to = phase.to;
    }

    /// A line for each, and one for all; none where there is nothing. `width`: how many characters a line may have;
    /// `before` is what each begins with.
    pub fn lines(&self, before: &str, width: Option<usize>) -> Vec<Line> {
        let rest = self.skipped.as_ref().map(|skipped| {
            let name = format!("… {} more", skipped.count);
            Phase { name, from: skipped.from, to: skipped.to }
        });
        let rows: Vec<&Phase> = self.rows.iter().chain(&rest).chain(&self.last).collect();
        let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return Vec::new() };
        let whole = Phase { name: "in all".to_owned(), from: first.from, to: last.to };
        let names = rows.iter().map(|phase| phase.name.chars().count()).max().unwrap_or(0);
        let figures = milliseconds(whole.length()).len();
        let taken = before.chars().count() + names + figures + 6;
        let room = width.map_or(WIDEST, |width| width.saturating_sub(taken).clamp(NARROWEST, WIDEST));
        let line = |phase: &Phase| {
            let figure = milliseconds(phase.length());
            let text = format!("{before}* {:<names$}  {figure:>figures$}  ", phase.name);
            vec![(Label::Note, text), (Label::Bar, bar(phase, &whole, room))]
        };
        let mut lines: Vec<Line> = rows.into_iter().map(line).collect();
        lines.push(vec![(
            Label::Note,
            format!("{before}* {:<names$}  {:>figures$}", whole.name, milliseconds(whole.length())),
        )]);
        lines
    }
}

/// Where in the whole it lies, of `room` characters: as long as it is, but seen however short. Its length is rounded, not
/// its ends, so that none is longer than one that took longer.
fn bar(phase: &Phase, whole: &Phase, room: usize) -> String {
    let part = |length: SignedDuration| share(length, whole.length(), room);
    let length = part(phase.length());
    let start = part(phase.from.duration_since(whole.from)).min(room.saturating_sub(length.max(1)));
    let shown = if length == 0 { "▏".to_owned() } else { "█".repeat(length) };
    " ".repeat(start) + &shown
}

/// The part of `room` that `part` is of `whole`, rounded.
fn share(part: SignedDuration, whole: SignedDuration, room: usize) -> usize {
    let (part, whole) = (part.as_nanos().max(0), whole.as_nanos().max(1));
    let room_wide = room as i128;
    usize::try_from((part * room_wide + whole / 2) / whole).unwrap_or(room).min(room)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phase(name: &str, from: i64, to: i64) -> Phase {
        let at = |microseconds| Timestamp::from_microsecond(microseconds).expect("a time");
        Phase { name: name.to_owned(), from: at(from), to: at(to) }
    }

    fn shown(waterfall: &Waterfall, before: &str, width: Option<usize>) -> String {
        let lines = waterfall.lines(before, width);
        lines.into_iter().map(|line| line.into_iter().map(|(_, text)| text).collect::<String>() + "\n").collect()
    }

    #[test]
    fn bars_lie_where_their_time_lies() {
        let mut waterfall = Waterfall::default();
        assert_eq!(shown(&waterfall, "", None), "");
        let all = [
            phase("dns", 0, 2500),
            phase("connect", 2500, 2600),
            phase("RCPT", 5000, 6000),
            phase("RCPT", 6000, 7500),
            phase("dot", 7500, 10_000),
        ];
        waterfall.extend(all);
        let expected = "[2] * dns       2.5 ms  ███\n\
                        [2] * connect   0.1 ms     ▏\n\
                        [2] * RCPT      2.5 ms       ███\n\
                        [2] * dot       2.5 ms         ███\n\
                        [2] * in all   10.0 ms\n";
        assert_eq!(shown(&waterfall, "[2] ", Some(1)), expected);
        let lengths: Vec<usize> = shown(&waterfall, "", Some(50)).lines().map(|line| line.chars().count()).collect();
        assert_eq!((lengths[3], lengths.iter().max()), (50, Some(&50)));
    }

    #[test]
    fn what_takes_longer_is_no_shorter() {
        for shift in 0..100 {
            let mut waterfall = Waterfall::default();
            let [mail, rcpt] = [3000 + shift * 37, 9000 + shift * 11];
            waterfall.extend([phase("dns", 0, mail), phase("MAIL", mail, mail + 900), phase("RCPT", rcpt, rcpt + 300)]);
            waterfall.extend([phase("dot", rcpt + 300, 30_000)]);
            let shown = shown(&waterfall, "", None);
            let widths: Vec<usize> = shown.lines().map(|line| line.matches('█').count()).collect();
            assert!(widths[2] <= widths[1], "{shown}");
        }
    }

    #[test]
    fn many_phases_are_no_more_rows_than_fit() {
        let mut waterfall = Waterfall::default();
        let name = |n| if n % 2 == 0 { "MAIL" } else { "dot" };
        waterfall.extend((0..1000).map(|n| phase(name(n), n * 1000, n * 1000 + 1000)));
        waterfall.extend([phase("QUIT", 1_000_000, 1_000_000)]);
        let shown = shown(&waterfall, "", None);
        assert_eq!(shown.lines().count(), ROWS + 1, "{shown}");
        assert!(shown.contains("\n* … 962 more   962.0 ms  "), "{shown}");
        assert!(shown.ends_with("▏\n* in all      1000.0 ms\n"), "{shown}");
    }
}
