//! `sequence-set`: numbers of messages (RFC 9051 §9).

use std::fmt;

/// The largest number in use, `*`; larger than any number.
const LAST: u64 = u64::MAX;

/// Numbers and ranges, as they were given but for the order within a range: the lower end comes first, since some
/// servers take no other.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SequenceSet(Vec<(u64, u64)>);

impl SequenceSet {
    /// `sequence-set = (seq-number / seq-range) ["," sequence-set]`, with `seq-number = nz-number / "*"`.
    pub fn parse(text: &str) -> Option<SequenceSet> {
        text.split(',').map(range).collect::<Option<_>>().map(SequenceSet)
    }

    /// Whether a number is in it, `last` being the largest in use; `None` if that is not known and matters.
    pub fn contains(&self, number: u32, last: Option<u32>) -> Option<bool> {
        let (number, mut unknown) = (u64::from(number), false);
        for &(low, high) in &self.0 {
            let (low, high) = match (high == LAST, last) {
                (false, _) => (low, high),
                (true, Some(last)) => {
                    let last = u64::from(last);
                    (low.min(last), if low == LAST { last } else { low.max(last) })
                }
                // Up to a number that is not known, which is no lower than this one.
                (true, None) if number >= low => return Some(true),
                (true, None) => {
                    unknown = true;
                    continue;
                }
            };
            if (low..=high).contains(&number) {
                return Some(true);
            }
        }
        (!unknown).then_some(false)
    }
}

impl fmt::Display for SequenceSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, &(low, high)) in self.0.iter().enumerate() {
            f.write_str(if n > 0 { "," } else { "" })?;
            let number = |number: u64| if number == LAST { "*".to_owned() } else { number.to_string() };
            f.write_str(&number(low))?;
            if low != high {
                write!(f, ":{}", number(high))?;
            }
        }
        Ok(())
    }
}

fn range(text: &str) -> Option<(u64, u64)> {
    let (low, high) = text.split_once(':').unwrap_or((text, text));
    let (low, high) = (number(low)?, number(high)?);
    Some((low.min(high), low.max(high)))
}

/// `nz-number / "*"`.
fn number(text: &str) -> Option<u64> {
    if text == "*" {
        return Some(LAST);
    }
    let digits = text.starts_with(|c: char| c.is_ascii_digit() && c != '0');
    digits.then(|| text.parse::<u32>().ok().map(u64::from)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_ranges() {
        for (text, shown) in [("1", "1"), ("5:2", "2:5"), ("*:7,3", "7:*,3"), ("*", "*"), ("4294967295", "4294967295")]
        {
            let set = SequenceSet::parse(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(set.to_string(), shown);
        }
        for none in ["", "0", "1,", "1:", ":", "1:2:3", "a", "01", "+1", "4294967296", "$", " 1"] {
            assert_eq!(SequenceSet::parse(none), None, "{none}");
        }
    }

    #[test]
    fn the_last_is_in_every_range_to_it() {
        let holds = |set: &str, number, last| SequenceSet::parse(set).and_then(|set| set.contains(number, last));
        assert_eq!(holds("2:4,9", 3, None), Some(true));
        assert_eq!(holds("2:4,9", 5, None), Some(false));
        assert_eq!(holds("*", 5, Some(5)), Some(true));
        assert_eq!(holds("*", 4, Some(5)), Some(false));
        assert_eq!(holds("9:*", 5, Some(5)), Some(true));
        assert_eq!(holds("9:*", 7, Some(5)), Some(true), "as 5:9, which the server may not have");
        assert_eq!(holds("3:*", 2, Some(5)), Some(false));
        assert_eq!(holds("3:*", 4, None), Some(true));
        assert_eq!(holds("3:*", 2, None), None);
    }
}
