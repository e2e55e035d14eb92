//! Pacing: no more than so many letters in so long, evenly.

use std::str::FromStr;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

/// How many letters go in how long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// From one letter to the next.
    interval: Duration,
}

impl FromStr for Rate {
    type Err = &'static str;

    /// `100/min`, `5/s`, `2000/h`, `10000/day`.
    fn from_str(text: &str) -> Result<Rate, &'static str> {
        const FORM: &str = "so many letters in a time are expected: 5/s, 100/min, 2000/h or 10000/day";
        let (count, unit) = text.split_once('/').ok_or(FORM)?;
        let seconds = match unit {
            "s" | "sec" => 1,
            "m" | "min" => 60,
            "h" | "hour" => 3600,
            "d" | "day" => 86400,
            _ => return Err(FORM),
        };
        let count = count.parse::<u32>().ok().filter(|count| *count > 0).ok_or(FORM)?;
        Ok(Rate { interval: Duration::from_secs(seconds) / count })
    }
}

/// Whose turn is when. All connections share one.
#[derive(Debug)]
pub struct Pace {
    rate: Rate,
    next: Mutex<Option<Instant>>,
}

impl Pace {
    /// The first letter goes at once.
    pub fn new(rate: Rate) -> Pace {
        Pace { rate, next: Mutex::new(None) }
    }

    /// Takes the next turn: when it is, which is `now` or later.
    pub fn turn(&self, now: Instant) -> Instant {
        let mut next = self.next.lock().unwrap_or_else(PoisonError::into_inner);
        // Time that nobody used is not made up for.
        let turn = next.map_or(now, |next| next.max(now));
        *next = Some(turn + self.rate.interval);
        turn
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates() {
        let interval = |text: &str| text.parse::<Rate>().map(|rate| rate.interval.as_millis());
        let cases = [("5/s", 200), ("100/min", 600), ("2000/h", 1800), ("10000/day", 8640), ("1/h", 3_600_000)];
        for (text, expected) in cases {
            assert_eq!(interval(text), Ok(expected), "{text}");
        }
        for text in ["", "5", "/s", "0/s", "-1/s", "5/", "5/week", "5/s/s", "1.5/s"] {
            assert!(interval(text).is_err(), "{text}");
        }
    }

    #[test]
    fn turns_are_even_and_lost_time_is_not_made_up_for() {
        let start = Instant::now();
        let at = |ms| start + Duration::from_millis(ms);
        let pace = Pace::new("10/s".parse().expect("a rate"));
        let turns = [0, 0, 0, 250, 1000, 1010].map(|ms| (pace.turn(at(ms)) - start).as_millis());
        assert_eq!(turns, [0, 100, 200, 300, 1000, 1100]);
    }
}
