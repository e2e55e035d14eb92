//! Sets of numbers: messages and UIDs (RFC 9051 §4.1.1, §9, rule `sequence-set`). Ranges stay ranges, however wide.

use std::fmt;

/// A set of numbers, in the order in which it was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SequenceSet {
    ranges: Vec<SequenceRange>,
}

/// From one number to another, either way round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SequenceRange {
    /// One end.
    pub from: SequenceNumber,
    /// The other.
    pub to: SequenceNumber,
}

/// A number from 1, or the largest there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SequenceNumber {
    /// This one.
    Number(u32),
    /// `*`.
    Largest,
}

impl SequenceSet {
    /// One number.
    pub fn one(number: u32) -> SequenceSet {
        SequenceSet::from_numbers([number])
    }

    /// Everything: `1:*`.
    pub fn all() -> SequenceSet {
        let range = SequenceRange { from: SequenceNumber::Number(1), to: SequenceNumber::Largest };
        SequenceSet { ranges: vec![range] }
    }

    /// Numbers in any order, written as short as may be and ascending, since some servers refuse other sets.
    pub fn from_numbers(numbers: impl IntoIterator<Item = u32>) -> SequenceSet {
        let mut numbers: Vec<u32> = numbers.into_iter().collect();
        numbers.sort_unstable();
        numbers.dedup();
        let mut ranges: Vec<(u32, u32)> = Vec::new();
        for number in numbers {
            match ranges.last_mut() {
                Some((_, to)) if to.checked_add(1) == Some(number) => *to = number,
                _ => ranges.push((number, number)),
            }
        }
        let number = SequenceNumber::Number;
        SequenceSet {
            ranges: ranges.into_iter().map(|(from, to)| SequenceRange { from: number(from), to: number(to) }).collect(),
        }
    }

    /// `sequence-set`, without `$`. `None`: it is of another form, or holds 0.
    pub fn parse(text: &[u8]) -> Option<SequenceSet> {
        let text = std::str::from_utf8(text).ok()?;
        let ranges = text.split(',').map(|range| {
            let (from, to) = range.split_once(':').unwrap_or((range, range));
            Some(SequenceRange { from: number(from)?, to: number(to)? })
        });
        Some(SequenceSet { ranges: ranges.collect::<Option<_>>()? })
    }

    /// The same, ascending and without overlaps: some servers refuse other sets.
    pub fn ascending(&self) -> SequenceSet {
        let mut sorted: Vec<(SequenceNumber, SequenceNumber)> =
            self.ranges.iter().map(|range| (range.from.min(range.to), range.from.max(range.to))).collect();
        sorted.sort_unstable();
        let mut ranges: Vec<SequenceRange> = Vec::new();
        for (from, to) in sorted {
            match ranges.last_mut() {
                Some(last) if from <= last.to || last.to.precedes(from) => last.to = last.to.max(to),
                _ => ranges.push(SequenceRange { from, to }),
            }
        }
        SequenceSet { ranges }
    }

    /// With all of another behind it.
    pub fn extend(&mut self, other: &SequenceSet) {
        self.ranges.extend_from_slice(&other.ranges);
    }

    /// What of it is at most `largest`, for which `*` stands; nothing if there is nothing.
    pub fn within(&self, largest: u32) -> SequenceSet {
        let known =
            self.ranges.iter().map(|range| range.bounds(largest)).filter(|(low, _)| *low <= largest && largest > 0);
        let number = SequenceNumber::Number;
        SequenceSet {
            ranges: known
                .map(|(low, high)| SequenceRange { from: number(low), to: number(high.min(largest)) })
                .collect(),
        }
    }

    /// The number that it is, if it is one.
    pub fn single(&self) -> Option<u32> {
        match self.ranges.as_slice() {
            [SequenceRange { from: SequenceNumber::Number(from), to }] if *to == SequenceNumber::Number(*from) => {
                Some(*from)
            }
            _ => None,
        }
    }

    /// From this number on.
    pub fn onwards(number: u32) -> SequenceSet {
        let range = SequenceRange { from: SequenceNumber::Number(number), to: SequenceNumber::Largest };
        SequenceSet { ranges: vec![range] }
    }

    /// Its ranges, as they were written.
    pub fn ranges(&self) -> &[SequenceRange] {
        &self.ranges
    }

    /// There are none.
    pub fn is_empty(&self) -> bool {
        self.ranges.is_empty()
    }

    /// Whether a number is in it, where the largest is `largest`.
    pub fn contains(&self, wanted: u32, largest: u32) -> bool {
        self.ranges.iter().any(|range| {
            let (low, high) = range.bounds(largest);
            (low..=high).contains(&wanted)
        })
    }

    /// The same where the largest is not known: `*` alone may be any.
    pub fn may_hold(&self, wanted: u32) -> bool {
        let any = |range: &SequenceRange| range.from == SequenceNumber::Largest && range.to == SequenceNumber::Largest;
        self.ranges.iter().any(any) || self.contains(wanted, u32::MAX)
    }

    /// How many numbers it has if none stands in it twice; `*` stands for `largest`.
    pub fn len(&self, largest: u32) -> u64 {
        let width = |range: &SequenceRange| {
            let (low, high) = range.bounds(largest);
            u64::from(high - low) + 1
        };
        self.ranges.iter().map(width).sum()
    }

    /// Its numbers one after the other, at most so many; `None` stands for one `*`, which only the server knows.
    pub fn numbers(&self, most: usize) -> impl Iterator<Item = Option<u32>> {
        let known = |number| match number {
            SequenceNumber::Number(number) => Some(number),
            SequenceNumber::Largest => None,
        };
        let ranges = self.ranges.iter().flat_map(move |range| match (known(range.from), known(range.to)) {
            (Some(from), Some(to)) => Numbers::Known(from.min(to)..=from.max(to)),
            _ => Numbers::Unknown(Some(())),
        });
        ranges.take(most)
    }

    /// The same in sets whose text has at most so many octets, if no single range is longer.
    pub fn split(&self, most: usize) -> Vec<SequenceSet> {
        let (mut sets, mut set, mut width) = (Vec::new(), SequenceSet::default(), 0);
        for range in &self.ranges {
            let octets = range.to_string().len() + 1;
            if width + octets > most && !set.is_empty() {
                sets.push(std::mem::take(&mut set));
                width = 0;
            }
            width += octets;
            set.ranges.push(*range);
        }
        if !set.is_empty() {
            sets.push(set);
        }
        sets
    }
}

enum Numbers {
    Known(std::ops::RangeInclusive<u32>),
    Unknown(Option<()>),
}

impl Iterator for Numbers {
    type Item = Option<u32>;

    fn next(&mut self) -> Option<Option<u32>> {
        match self {
            Numbers::Known(range) => range.next().map(Some),
            Numbers::Unknown(once) => once.take().map(|()| None),
        }
    }
}

impl SequenceNumber {
    /// The other one is the next.
    fn precedes(self, other: SequenceNumber) -> bool {
        matches!((self, other), (Self::Number(one), Self::Number(other)) if one.checked_add(1) == Some(other))
    }
}

impl SequenceRange {
    /// Its lower and its higher end.
    pub fn bounds(&self, largest: u32) -> (u32, u32) {
        let known = |number| match number {
            SequenceNumber::Number(number) => number,
            SequenceNumber::Largest => largest,
        };
        let (from, to) = (known(self.from), known(self.to));
        (from.min(to), from.max(to))
    }
}

fn number(text: &str) -> Option<SequenceNumber> {
    if text == "*" {
        return Some(SequenceNumber::Largest);
    }
    let digits = text.bytes().all(|octet| octet.is_ascii_digit());
    text.parse().ok().filter(|&number: &u32| digits && number > 0).map(SequenceNumber::Number)
}

impl fmt::Display for SequenceNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SequenceNumber::Number(number) => number.fmt(f),
            SequenceNumber::Largest => f.write_str("*"),
        }
    }
}

impl fmt::Display for SequenceRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.from == self.to {
            true => self.from.fmt(f),
            false => write!(f, "{}:{}", self.from, self.to),
        }
    }
}

impl fmt::Display for SequenceSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, range) in self.ranges.iter().enumerate() {
            write!(f, "{}{range}", if n > 0 { "," } else { "" })?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn sets_are_read_and_written() {
        for text in ["1", "*", "1:*", "2,4:7,9,12:*", "4294967295:1"] {
            assert_eq!(SequenceSet::parse(text.as_bytes()).map(|set| set.to_string()).as_deref(), Some(text));
        }
        for text in ["", "0", "1,", ":1", "1:", "1:2:3", "+1", "4294967296", "a", "1 "] {
            assert_eq!(SequenceSet::parse(text.as_bytes()), None, "{text}");
        }
        assert_eq!(SequenceSet::from_numbers([9, 3, 1, 2, 3, 10]).to_string(), "1:3,9:10");
    }

    #[test]
    fn sets_without_a_known_end() {
        let may_hold = |text: &str, number| SequenceSet::parse(text.as_bytes()).expect("a set").may_hold(number);
        assert!(may_hold("*", 5) && may_hold("1,7:*", 9) && may_hold("*:7", 9));
        assert!(!may_hold("7:*", 6) && !may_hold("1:3,5", 4));
    }

    #[test]
    fn sets_within_what_there_is() {
        let within =
            |text: &str, largest| SequenceSet::parse(text.as_bytes()).expect("a set").within(largest).to_string();
        assert_eq!(within("1:4294967295,*,12,20:11", 10), "1:10,10");
        assert_eq!(within("1:*", 0), "");
    }

    #[test]
    fn sets_ascend() {
        for (text, ascending) in [
            ("9,3,1,2", "1:3,9"),
            ("*,5", "5,*"),
            ("*:7,9", "7:*"),
            ("5:2,4:8,20", "2:8,20"),
            ("4294967295,1:4294967295", "1:4294967295"),
        ] {
            let set = SequenceSet::parse(text.as_bytes()).expect("a set");
            assert_eq!(set.ascending().to_string(), ascending, "{text}");
        }
    }

    #[test]
    fn wide_ranges_stay_ranges() {
        let set = SequenceSet::parse(b"1:4294967295,7:*").expect("a set");
        assert_eq!((set.len(10), set.numbers(3).collect::<Vec<_>>()), (4_294_967_299, vec![Some(1), Some(2), Some(3)]));
        assert!(set.contains(4_000_000_000, 10) && !SequenceSet::all().contains(11, 10));
    }

    proptest! {
        #[test]
        fn a_split_set_is_the_same(numbers in proptest::collection::vec(1_u32..200, 0..60), most in 1_usize..40) {
            let set = SequenceSet::from_numbers(numbers);
            let sets = set.split(most);
            let all: Vec<_> = sets.iter().flat_map(|set| set.numbers(1000)).collect();
            prop_assert_eq!(all, set.numbers(1000).collect::<Vec<_>>());
            prop_assert!(sets.iter().all(|set| set.to_string().len() < most || set.ranges().len() == 1));
        }
    }
}
