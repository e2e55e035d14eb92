//! Days and spans of time as people write them. What today is comes in as an argument.

use std::fmt;

use jiff::civil::{Date, Weekday};
use jiff::{ToSpan, Zoned};

/// The first day that a search key can name: `date-year = 4DIGIT` (RFC 9051 §9).
const FIRST: Date = jiff::civil::date(1, 1, 1);

/// A day, fixed or seen from today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Day {
    /// This one.
    Fixed(Date),
    /// Today.
    Today,
    /// The day before today.
    Yesterday,
    /// So long before today; the unit is a day or longer.
    Ago(Span),
    /// The last of these before today.
    Last(Weekday),
}

/// A length of time, at least 1 of its unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Span {
    /// How many.
    pub count: u32,
    /// Of what.
    pub unit: Unit,
}

/// What time is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// `s`.
    Second,
    /// `min`.
    Minute,
    /// `h`.
    Hour,
    /// `d`: 24 hours.
    Day,
    /// `w`: 7 days.
    Week,
    /// `m`: a month of the calendar.
    Month,
    /// `y`: a year of the calendar.
    Year,
}

const UNITS: [(&str, Unit); 7] = [
    ("s", Unit::Second),
    ("min", Unit::Minute),
    ("h", Unit::Hour),
    ("d", Unit::Day),
    ("w", Unit::Week),
    ("m", Unit::Month),
    ("y", Unit::Year),
];

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
];

impl Day {
    /// `2026-01-31` (also with slashes), `today`, `yesterday`, `7d`, `2w`, `3m`, `1y`, or the name of a weekday, whole
    /// or its first three letters.
    pub fn parse(text: &str) -> Option<Day> {
        let word = text.to_ascii_lowercase();
        let weekday = WEEKDAYS.iter().find(|(name, _)| *name == word || (word.len() == 3 && name.starts_with(&word)));
        match word.as_str() {
            "today" => Some(Day::Today),
            "yesterday" => Some(Day::Yesterday),
            _ if weekday.is_some() => weekday.map(|(_, day)| Day::Last(*day)),
            _ => fixed(&word).map(Day::Fixed).or_else(|| {
                let span = Span::parse(&word)?;
                let days = !matches!(span.unit, Unit::Second | Unit::Minute | Unit::Hour);
                days.then_some(Day::Ago(span))
            }),
        }
    }

    /// Which day that is; none before the year 1.
    pub fn resolve(self, today: Date) -> Date {
        let day = match self {
            Day::Fixed(date) => Some(date),
            Day::Today => Some(today),
            Day::Yesterday => today.yesterday().ok(),
            Day::Ago(span) => span.length().and_then(|length| today.checked_sub(length).ok()),
            Day::Last(weekday) => today.nth_weekday(-1, weekday).ok(),
        };
        day.unwrap_or(FIRST).max(FIRST)
    }
}

impl Span {
    /// A number, at least 1, and its unit: `s min h d w m y`.
    pub fn parse(text: &str) -> Option<Span> {
        let end = text.find(|c: char| !c.is_ascii_digit())?;
        let (count, unit) = text.split_at_checked(end)?;
        let count = count.parse().ok().filter(|&count| count > 0)?;
        let unit = unit.to_ascii_lowercase();
        UNITS.iter().find(|(name, _)| *name == unit).map(|(_, unit)| Span { count, unit: *unit })
    }

    /// How many seconds that is before `now`: months and years are those of the calendar. Without end if it reaches
    /// beyond the calendar.
    pub fn seconds(self, now: &Zoned) -> u64 {
        let fixed = |seconds: u64| Some(u64::from(self.count) * seconds);
        let seconds = match self.unit {
            Unit::Second => fixed(1),
            Unit::Minute => fixed(60),
            Unit::Hour => fixed(60 * 60),
            Unit::Day => fixed(24 * 60 * 60),
            Unit::Week => fixed(7 * 24 * 60 * 60),
            Unit::Month | Unit::Year => {
                let then = self.length().and_then(|length| now.checked_sub(length).ok());
                then.and_then(|then| u64::try_from(now.timestamp().as_second() - then.timestamp().as_second()).ok())
            }
        };
        seconds.unwrap_or(u64::MAX)
    }

    /// As the calendar counts it. `None` for what no calendar holds, and for what is shorter than a day.
    fn length(self) -> Option<jiff::Span> {
        let (none, count) = (0.seconds(), i64::from(self.count));
        match self.unit {
            Unit::Second | Unit::Minute | Unit::Hour => None,
            Unit::Day => none.try_days(count).ok(),
            Unit::Week => none.try_weeks(count).ok(),
            Unit::Month => none.try_months(count).ok(),
            Unit::Year => none.try_years(count).ok(),
        }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Day::Fixed(date) => write!(f, "{date}"),
            Day::Today => f.write_str("today"),
            Day::Yesterday => f.write_str("yesterday"),
            Day::Ago(span) => write!(f, "{span}"),
            Day::Last(weekday) => {
                let name = WEEKDAYS.iter().find(|(_, day)| day == weekday).map_or("", |(name, _)| name);
                f.write_str(name)
            }
        }
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = UNITS.iter().find(|(_, unit)| *unit == self.unit).map_or("", |(name, _)| name);
        write!(f, "{}{name}", self.count)
    }
}

/// `4DIGIT "-" 1*2DIGIT "-" 1*2DIGIT`, or with slashes.
fn fixed(text: &str) -> Option<Date> {
    let mut parts = text.split(['-', '/']);
    let mut number = |widths: std::ops::RangeInclusive<usize>| {
        let part = parts.next()?;
        let digits = widths.contains(&part.len()) && part.bytes().all(|octet| octet.is_ascii_digit());
        digits.then(|| part.parse::<i16>().ok()).flatten()
    };
    let (year, month, day) = (number(4..=4)?, number(1..=2)?, number(1..=2)?);
    let end = parts.next().is_none() && year > 0;
    end.then(|| Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_seen_from_a_monday() {
        let today = jiff::civil::date(2026, 11, 23);
        for (text, day) in [
            ("2026-01-31", "2026-01-31"),
            ("2026/1/5", "2026-01-05"),
            ("today", "2026-11-23"),
            ("Yesterday", "2026-11-22"),
            ("7d", "2026-11-16"),
            ("2w", "2026-11-09"),
            ("9m", "2026-02-23"),
            ("1y", "2025-11-23"),
            ("9999y", "0001-01-01"),
            ("4000000000y", "0001-01-01"),
            ("monday", "2026-11-16"),
            ("sun", "2026-11-22"),
            ("Tuesday", "2026-11-17"),
        ] {
            let read = Day::parse(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(read.resolve(today).to_string(), day, "{text}");
            assert_eq!(Day::parse(&read.to_string()), Some(read), "{text}");
        }
        for none in
            ["", "d", "0d", "12h", "7", "2026-02-30", "2026-1", "26-01-01", "2026-01-31-1", "mo", "someday", "é"]
        {
            assert_eq!(Day::parse(none), None, "{none}");
        }
    }

    #[test]
    fn spans_are_seconds() {
        let now: Zoned = "2026-03-31T12:00:00+00:00[UTC]".parse().expect("a moment");
        for (text, seconds) in
            [("90s", 90), ("5min", 300), ("12h", 43_200), ("3d", 259_200), ("1w", 604_800), ("1m", 31 * 86_400)]
        {
            assert_eq!(Span::parse(text).map(|span| span.seconds(&now)), Some(seconds), "{text}");
        }
        assert_eq!(Span::parse("4000000000y").map(|span| span.seconds(&now)), Some(u64::MAX));
        assert_eq!(Span::parse("99999999999d"), None);
    }
}
