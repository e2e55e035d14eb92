//! Numbers of octets, as flags take them.

/// `1000000`, `500k`, `10M`, `1G`: a number and perhaps a unit, a power of 1024.
pub fn octets(text: &str) -> Result<u64, String> {
    let (digits, shift) = match text.strip_suffix(['k', 'K', 'M', 'G']) {
        Some(digits) if text.ends_with('G') => (digits, 30),
        Some(digits) if text.ends_with('M') => (digits, 20),
        Some(digits) => (digits, 10),
        None => (text, 0),
    };
    let number = Some(digits).filter(|digits| digits.bytes().all(|digit| digit.is_ascii_digit()));
    let number = number.and_then(|digits| digits.parse::<u64>().ok());
    number
        .and_then(|number| number.checked_mul(1 << shift))
        .ok_or("a number of octets is expected: 1000000, 500k, 10M, 1G".into())
}

#[cfg(test)]
mod tests {
    use super::octets;

    #[test]
    fn units() {
        assert_eq!(["0", "1000", "2k", "3M", "1G"].map(octets), [0, 1000, 2048, 3 << 20, 1 << 30].map(Ok));
        for wrong in ["", "k", "-1", "+1", "1T", "1 k", "1.5M", "5kM", "99999999999G"] {
            assert!(octets(wrong).is_err(), "{wrong}");
        }
    }
}
