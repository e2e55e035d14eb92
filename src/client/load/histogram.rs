//! How often what length came, in bounded memory: buckets of equal width within each power of two, 32 of them, so that
//! no value is off by more than a thirty-second part.

use std::time::Duration;

/// Buckets within each power of two.
const WITHIN: u64 = 32;
/// The same as a power of two.
const BITS: u32 = WITHIN.trailing_zeros();
/// How many buckets there are for values of 64 bits.
const BUCKETS: usize = (u64::BITS - BITS + 1) as usize * WITHIN as usize;

/// Lengths of time, counted by microseconds.
#[derive(Clone, Debug)]
pub struct Histogram {
    buckets: Vec<u64>,
    count: u64,
    most: u64,
}

impl Default for Histogram {
    fn default() -> Histogram {
        Histogram { buckets: vec![0; BUCKETS], count: 0, most: 0 }
    }
}

impl Histogram {
    /// One more.
    pub fn record(&mut self, length: Duration) {
        let value = u64::try_from(length.as_micros()).unwrap_or(u64::MAX);
        if let Some(bucket) = self.buckets.get_mut(place(value)) {
            *bucket += 1;
            self.count += 1;
            self.most = self.most.max(value);
        }
    }

    /// How many.
    pub fn count(&self) -> u64 {
        self.count
    }

    /// The longest of all, to the microsecond.
    pub fn most(&self) -> Duration {
        Duration::from_micros(self.most)
    }

    /// What so many of a hundred did not exceed. Nothing of none.
    pub fn percentile(&self, percent: f64) -> Duration {
        let wanted = (percent / 100.0 * self.count as f64).ceil().max(1.0) as u64;
        let mut seen = 0;
        let reached = self.buckets.iter().position(|count| {
            seen += count;
            seen >= wanted
        });
        Duration::from_micros(reached.map_or(0, |place| last_of(place).min(self.most)))
    }
}

/// In which bucket a value is counted.
fn place(value: u64) -> usize {
    let shift = (u64::BITS - value.leading_zeros()).saturating_sub(BITS + 1);
    (u64::from(shift) * WITHIN + (value >> shift)) as usize
}

/// The largest value of a bucket.
fn last_of(place: usize) -> u64 {
    let place = place as u64;
    let shift = (place / WITHIN).saturating_sub(1);
    let first = (place - shift * WITHIN) << shift;
    first + ((1 << shift) - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_value_is_in_a_bucket_that_is_not_wider_than_a_thirty_second_of_it() {
        let values =
            (0..64).flat_map(|power| [1u64 << power, (1u64 << power) + 1, (1u64 << power) - 1, 3 << (power / 2)]);
        for value in values.chain([u64::MAX, 0]) {
            let last = last_of(place(value));
            assert!(last >= value && last - value <= value / WITHIN, "{value} is counted as {last}");
            assert!(place(value) < BUCKETS, "{value}");
        }
        let places: Vec<usize> = (0..100_000).map(place).collect();
        assert!(places.is_sorted() && places.windows(2).all(|pair| pair[1] - pair[0] <= 1));
    }

    #[test]
    fn percentiles_of_a_thousand() {
        let mut histogram = Histogram::default();
        assert_eq!(
            (histogram.percentile(50.0), histogram.most(), histogram.count()),
            (Duration::ZERO, Duration::ZERO, 0)
        );
        for microseconds in (1..=1000).rev() {
            histogram.record(Duration::from_micros(microseconds));
        }
        let about = |percent: f64| histogram.percentile(percent).as_micros();
        assert_eq!(
            [about(0.0), about(1.0), about(50.0), about(90.0), about(99.0), about(100.0)],
            [1, 10, 503, 911, 991, 1000]
        );
        assert_eq!((histogram.count(), histogram.most().as_micros()), (1000, 1000));
    }
}
