//! Dates as mail writes them. The clock is the caller's: a moment comes in as an argument.

use jiff::{Timestamp, Zoned};

/// `date-time` of RFC 5322 §3.3, as `Mon, 23 Nov 2026 00:13:19 +0000`.
pub fn rfc5322(moment: &Zoned) -> String {
    moment.strftime("%a, %d %b %Y %H:%M:%S %z").to_string()
}

/// `date-time` of RFC 3339 in UTC with milliseconds, as `2026-11-23T00:13:19.042Z`.
pub fn rfc3339(moment: Timestamp) -> String {
    format!("{moment:.3}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_of_one_moment() {
        let moment: Zoned = "2026-11-03T09:05:07.25+01:00[Europe/Madrid]".parse().expect("a moment");
        assert_eq!(rfc5322(&moment), "Tue, 03 Nov 2026 09:05:07 +0100");
        assert_eq!(rfc3339(moment.timestamp()), "2026-11-03T08:05:07.250Z");
    }
}
