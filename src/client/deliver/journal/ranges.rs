//! Numbers, nearly all of them beside one another.

use std::collections::BTreeMap;

/// A set of numbers that needs room for its gaps alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Ranges {
    /// By the first of each range, the number behind its last.
    ends: BTreeMap<usize, usize>,
}

impl Ranges {
    pub fn contains(&self, n: usize) -> bool {
        self.ends.range(..=n).next_back().is_some_and(|(_, end)| n < *end)
    }

    pub fn insert(&mut self, n: usize) {
        if self.contains(n) {
            return;
        }
        let before = self.ends.range(..=n).next_back().filter(|(_, end)| **end == n).map(|(first, _)| *first);
        let end = self.ends.remove(&(n + 1)).unwrap_or(n + 1);
        self.ends.insert(before.unwrap_or(n), end);
    }

    /// How many numbers.
    pub fn len(&self) -> u64 {
        self.ends.iter().map(|(first, end)| (end - first) as u64).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn in_any_order() {
        let orders: [[usize; 6]; 4] = [[1, 2, 3, 4, 5, 7], [7, 5, 4, 3, 2, 1], [1, 3, 5, 7, 4, 2], [2, 2, 1, 5, 7, 3]];
        for order in orders {
            let mut ranges = Ranges::default();
            order.iter().for_each(|n| ranges.insert(*n));
            for n in 0..10 {
                assert_eq!(ranges.contains(n), order.contains(&n), "{n} of {order:?}");
            }
            assert_eq!(ranges.len(), order.iter().collect::<std::collections::HashSet<_>>().len() as u64);
        }
        let mut ranges = Ranges::default();
        (0..1000).for_each(|n| ranges.insert(n));
        assert_eq!(ranges.ends.len(), 1);
    }
}
