//! How many, as flags take it.

use std::num::NonZeroUsize;
use std::str::FromStr;

/// As many connections as one address has ports.
const MOST: usize = 65_535;

/// A number from 1.
pub fn count<T: FromStr>(text: &str) -> Result<T, &'static str> {
    text.parse().map_err(|_| "a whole number is expected, at least 1")
}

/// How many connections there are at the same time.
pub fn connections(text: &str) -> Result<NonZeroUsize, &'static str> {
    let number: NonZeroUsize = count(text)?;
    if number.get() <= MOST { Ok(number) } else { Err("more than 65535 connections at once are not made") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn from_one_up_to_what_there_are_ports_for() {
        let number = |text| connections(text).map(NonZeroUsize::get);
        assert_eq!([number("1"), number("65535")], [Ok(1), Ok(MOST)]);
        for wrong in ["0", "-1", "1.5", "", "a", "99999999999999999999999", "65536"] {
            assert!(number(wrong).is_err(), "{wrong}");
        }
    }
}
