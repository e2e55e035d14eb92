//! Reading Date and its kin (RFC 5322 §3.3, obsolete forms of §4.3), and forms that are none but can be read.

use std::fmt;

use jiff::civil;
use jiff::tz::Offset;
use jiff::{Timestamp, civil::Weekday};

use super::cursor::{Cursor, is_blank};
use super::flaw::Flaw;
use super::flaw::Severity::{Error, Info, Warning};
use super::notes::{Kind, Notes, shown};

const EMPTY: Kind = (Error, "date-empty", "RFC 5322 §3.3");
const INCOMPLETE: Kind = (Error, "date-incomplete", "RFC 5322 §3.3");
const OUT_OF_RANGE: Kind = (Error, "date-out-of-range", "RFC 5322 §3.3");
const FORM: Kind = (Warning, "date-bad-form", "RFC 5322 §3.3");
const JUNK: Kind = (Warning, "date-junk", "RFC 5322 §3.3");
const WEEKDAY: Kind = (Warning, "date-wrong-weekday", "RFC 5322 §3.3");
const YEAR: Kind = (Warning, "date-short-year", "RFC 5322 §4.3");
const OLD_ZONE: Kind = (Info, "date-obsolete-zone", "RFC 5322 §4.3");
const BAD_ZONE: Kind = (Warning, "date-bad-zone", "RFC 5322 §3.3");
const LEAP: Kind = (Info, "date-leap-second", "RFC 5322 §3.3");

/// The most words of a field that are looked at.
const MOST_WORDS: usize = 32;

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DAYS: [(&str, Weekday); 7] = [
    ("mon", Weekday::Monday),
    ("tue", Weekday::Tuesday),
    ("wed", Weekday::Wednesday),
    ("thu", Weekday::Thursday),
    ("fri", Weekday::Friday),
    ("sat", Weekday::Saturday),
    ("sun", Weekday::Sunday),
];
/// `obs-zone` with its hours from UTC (RFC 5322 §4.3).
const ZONES: [(&str, i32); 11] = [
    ("ut", 0),
    ("gmt", 0),
    ("utc", 0),
    ("est", -5),
    ("edt", -4),
    ("cst", -6),
    ("cdt", -5),
    ("mst", -7),
    ("mdt", -6),
    ("pst", -8),
    ("pdt", -7),
];

/// A moment as a field tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateTime {
    /// The local date and time, to the second.
    pub local: civil::DateTime,
    /// Minutes that local time is ahead of UTC; `None` if the field does not tell (`-0000`, RFC 5322 §3.3).
    pub offset: Option<i32>,
}

impl DateTime {
    /// The moment; local time is taken for UTC where the zone is not known. `None` beyond the years of `jiff`.
    pub fn timestamp(&self) -> Option<Timestamp> {
        let offset = Offset::from_seconds(self.offset.unwrap_or(0) * 60).ok()?;
        offset.to_timestamp(self.local).ok()
    }
}

impl fmt::Display for DateTime {
    /// `date-time` of RFC 3339 in its own zone; `-00:00` where that is not known (RFC 3339 §4.3).
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (minutes, sign) = self.offset.map_or((0, '-'), |offset| (offset.abs(), if offset < 0 { '-' } else { '+' }));
        write!(f, "{}{sign}{:02}:{:02}", self.local.strftime("%Y-%m-%dT%H:%M:%S"), minutes / 60, minutes % 60)
    }
}

/// Reads the value of a date field, in whatever order its parts stand, and says what is wrong with it. `None` if it
/// tells no day that exists.
pub fn parse(value: &[u8]) -> (Option<DateTime>, Vec<Flaw>) {
    let mut parts = Parts::default();
    let mut cursor = Cursor::new(value);
    for _ in 0..MOST_WORDS {
        cursor.skip_cfws();
        let start = cursor.at();
        let word = cursor.take_while(|octet| !is_blank(octet) && !b",(".contains(&octet));
        match (word, cursor.peek()) {
            ([], None) => break,
            ([], Some(_)) => cursor.bump(1),
            (word, _) => {
                if parts.start.is_none() {
                    parts.start = Some(start);
                }
                let word = with_colons(String::from_utf8_lossy(word).to_ascii_lowercase(), &mut cursor);
                parts.word(&word, start);
                cursor.eat(b',');
            }
        }
    }
    let date = parts.finish();
    (date, parts.notes.finish())
}

/// Blanks and comments may stand around the colons of a time (RFC 5322 §4.3).
fn with_colons(mut word: String, cursor: &mut Cursor<'_>) -> String {
    loop {
        let mut ahead = cursor.clone();
        ahead.skip_cfws();
        let next = ahead.take_while(|octet| !is_blank(octet) && !b",(".contains(&octet));
        if next.is_empty() || !(word.ends_with(':') || next.starts_with(b":")) {
            return word;
        }
        word.push_str(&String::from_utf8_lossy(next).to_ascii_lowercase());
        *cursor = ahead;
    }
}

#[derive(Default)]
struct Parts {
    notes: Notes,
    /// Where the first word begins.
    start: Option<usize>,
    weekday: Option<(Weekday, usize)>,
    day: Option<i64>,
    month: Option<i64>,
    year: Option<i64>,
    time: Option<(i64, i64, i64)>,
    /// Hours are of half a day: what to add at noon.
    afternoon: Option<bool>,
    zone: Option<Zone>,
}

#[derive(Clone, Copy)]
enum Zone {
    Minutes(i32),
    Unknown,
}

impl Parts {
    fn word(&mut self, word: &str, at: usize) {
        let first = word.chars().next().unwrap_or(' ');
        let known = if first.is_ascii_digit() {
            self.number(word, at)
        } else if matches!(first, '+' | '-') {
            self.numeric_zone(word, at)
        } else {
            self.name(word.trim_end_matches('.'), at)
        };
        if !known {
            self.notes.note(JUNK, at, format!("{:?} is no part of a date", shown(word.as_bytes())));
        }
    }

    fn number(&mut self, word: &str, at: usize) -> bool {
        if word.contains(':') || word.contains('t') && word.contains('-') {
            return match word.split_once('t') {
                Some((day, time)) => {
                    self.notes.note(FORM, at, "a date of ISO 8601, not of RFC 5322");
                    self.dashed(day, at) && self.clock(time, at)
                }
                None => self.clock(word, at),
            };
        }
        if word.contains(['-', '/']) {
            self.notes.note(FORM, at, "day, month and year should be parted by blanks");
            return self.dashed(word, at);
        }
        let Ok(number) = word.parse::<i64>() else { return false };
        match (self.day, self.year) {
            (None, _) if word.len() <= 2 => self.day = Some(number),
            (_, None) => self.year = Some(self.whole_year(number, word.len(), at)),
            _ => return false,
        }
        true
    }

    /// `2026-11-23`, `23-Nov-26` or `23/Nov/2026`.
    fn dashed(&mut self, word: &str, at: usize) -> bool {
        let mut parts = word.split(['-', '/']);
        let (Some(first), Some(middle), Some(last), None) = (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return false;
        };
        let month = month(middle).or_else(|| middle.parse().ok());
        let (year, day) = if first.len() >= 4 { (first, last) } else { (last, first) };
        let (Some(month), Ok(day), Ok(number)) = (month, day.parse(), year.parse()) else { return false };
        (self.day, self.month) = (Some(day), Some(month));
        self.year = Some(self.whole_year(number, year.len(), at));
        true
    }

    /// `time-of-day = hour ":" minute [ ":" second ]`, with a zone or fractions glued to it.
    fn clock(&mut self, word: &str, at: usize) -> bool {
        let end = word.find(|c: char| !c.is_ascii_digit() && !":.".contains(c)).unwrap_or(word.len());
        let Some((clock, behind)) = word.split_at_checked(end) else { return false };
        let mut fields = clock.split(':').map(|field| field.split('.').next().unwrap_or(field).parse::<i64>());
        let (Some(Ok(hour)), Some(Ok(minute)), second, None) =
            (fields.next(), fields.next(), fields.next(), fields.nth(0))
        else {
            return false;
        };
        let Ok(second) = second.unwrap_or(Ok(0)) else { return false };
        if self.time.is_some() {
            return false;
        }
        self.time = Some((hour, minute, second));
        if behind.is_empty() {
            return true;
        }
        self.notes.note(FORM, at, "a blank should stand behind the time");
        match behind.starts_with(['+', '-']) {
            true => self.numeric_zone(behind, at + end),
            false => self.name(behind, at + end),
        }
    }

    /// RFC 5322 §4.3: two digits are of 1950 to 2049, three count from 1900.
    fn whole_year(&mut self, year: i64, digits: usize, at: usize) -> i64 {
        let whole = match (digits, year) {
            (0..=2, 0..=49) => year + 2000,
            (0..=3, _) => year + 1900,
            _ => return year,
        };
        self.notes.note(YEAR, at, format!("a year of {digits} digits is taken for {whole}"));
        whole
    }

    /// `( "+" / "-" ) 4DIGIT`.
    fn numeric_zone(&mut self, word: &str, at: usize) -> bool {
        let digits: String = word.chars().skip(1).filter(|&c| c != ':').collect();
        let Ok(number) = digits.parse::<i32>() else { return false };
        let (hours, minutes) = if digits.len() <= 2 { (number, 0) } else { (number / 100, number % 100) };
        if digits.len() != 4 || word.len() != 5 {
            let message = format!("the zone {:?} should have a sign and four digits", shown(word.as_bytes()));
            self.notes.note(BAD_ZONE, at, message);
        }
        let total = hours * 60 + minutes;
        self.zone = Some(if minutes > 59 || hours > 24 {
            let message = format!("there is no zone {:?}; the time is taken for UTC", shown(word.as_bytes()));
            self.notes.note(OUT_OF_RANGE, at, message);
            Zone::Unknown
        } else if word.starts_with('-') && total == 0 {
            Zone::Unknown
        } else {
            Zone::Minutes(if word.starts_with('-') { -total } else { total })
        });
        true
    }

    fn name(&mut self, word: &str, at: usize) -> bool {
        let day = DAYS.iter().find(|(name, _)| word.starts_with(name) && (word.len() == 3 || word.ends_with("day")));
        if let Some((_, day)) = day {
            self.weekday = Some((*day, at));
        } else if let Some(month) = month(word) {
            self.month = Some(month);
        } else if matches!(word, "am" | "pm") {
            self.notes.note(FORM, at, "hours should count to 24");
            self.afternoon = Some(word == "pm");
        } else {
            return self.named_zone(word, at);
        }
        true
    }

    fn named_zone(&mut self, word: &str, at: usize) -> bool {
        // `GMT+0100`: the sign tells.
        if let Some((name, _)) = word.split_once(['+', '-'])
            && name.is_ascii()
            && let Some(sign) = word.get(name.len()..)
        {
            self.notes.note(BAD_ZONE, at, "a zone is either a name or a number");
            return self.numeric_zone(sign, at + name.len());
        }
        if self.zone.is_some() {
            // A name behind the number, which should stand in parentheses.
            self.notes.note(FORM, at, format!("{:?} should stand in parentheses", shown(word.as_bytes())));
            return true;
        }
        let known = ZONES.iter().find(|(name, _)| *name == word);
        self.zone = Some(match known {
            Some((_, hours)) => {
                self.notes.note(OLD_ZONE, at, format!("{word:?} is an obsolete name of a zone"));
                Zone::Minutes(hours * 60)
            }
            None if word == "z" => {
                self.notes.note(OLD_ZONE, at, "\"z\" is an obsolete name of a zone");
                Zone::Minutes(0)
            }
            None if word.chars().all(|c| c.is_ascii_alphabetic()) && word.len() <= 5 && self.time.is_some() => {
                let message = format!("the zone {word:?} means different things; the time is taken for UTC");
                self.notes.note(BAD_ZONE, at, message);
                Zone::Unknown
            }
            None => return false,
        });
        true
    }

    fn finish(&mut self) -> Option<DateTime> {
        let Some(start) = self.start else {
            self.notes.note(EMPTY, 0, "the field holds no date");
            return None;
        };
        let (Some(day), Some(month), Some(year)) = (self.day, self.month, self.year) else {
            self.notes.note(INCOMPLETE, start, "a day, a month or a year is missing");
            return None;
        };
        if self.time.is_none() {
            self.notes.note(FORM, start, "there is no time of day; midnight is taken");
        }
        let (hour, minute, mut second) = self.time.unwrap_or_default();
        let hour = match self.afternoon {
            Some(afternoon) if (1..=12).contains(&hour) => hour % 12 + if afternoon { 12 } else { 0 },
            _ => hour,
        };
        if second == 60 {
            self.notes.note(LEAP, start, "a leap second is taken for the second before it");
            second = 59;
        }
        let local = whole(year, month, day, (hour, minute, second));
        let Some(local) = local else {
            let message = format!("there is no {year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}");
            self.notes.note(OUT_OF_RANGE, start, message);
            return None;
        };
        if let Some((weekday, at)) = self.weekday
            && weekday != local.weekday()
        {
            self.notes.note(WEEKDAY, at, format!("that day is a {:?}", local.weekday()));
        }
        let offset = match self.zone {
            Some(Zone::Minutes(minutes)) => Some(minutes),
            Some(Zone::Unknown) => None,
            None => {
                self.notes.note(BAD_ZONE, start, "there is no zone; the time is taken for UTC");
                None
            }
        };
        Some(DateTime { local, offset })
    }
}

fn whole(year: i64, month: i64, day: i64, (hour, minute, second): (i64, i64, i64)) -> Option<civil::DateTime> {
    let small = |number: i64| i8::try_from(number).ok();
    // RFC 5322 §3.3 knows no year before 1900, yet a reader shows it.
    let year = i16::try_from(year).ok().filter(|year| (0..=9999).contains(year))?;
    civil::DateTime::new(year, small(month)?, small(day)?, small(hour)?, small(minute)?, small(second)?, 0).ok()
}

/// The number of a month, by its first three letters or its whole name.
fn month(word: &str) -> Option<i64> {
    let head = word.get(..3)?;
    let letters = word.chars().all(|c| c.is_ascii_alphabetic()) && word.len() <= "september".len();
    let at = MONTHS.iter().position(|month| *month == head).filter(|_| letters)?;
    i64::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(value: &str) -> (String, Vec<&'static str>) {
        let (date, flaws) = parse(value.as_bytes());
        let shown = date.map_or_else(String::new, |date| date.to_string());
        (shown, flaws.iter().map(|flaw| flaw.code).collect())
    }

    #[test]
    fn the_examples_of_rfc_5322() {
        for (value, date, codes) in [
            (" Fri, 21 Nov 1997 09:55:06 -0600\r\n", "1997-11-21T09:55:06-06:00", &[][..]),
            ("Tue, 1 Jul 2003 10:52:37 +0200", "2003-07-01T10:52:37+02:00", &[]),
            ("Thu, 13 Feb 1969 23:32:54 -0330", "1969-02-13T23:32:54-03:30", &[]),
            (
                "Thu,\r\n      13\r\n        Feb\r\n 1969\r\n 23:32\r\n -0330 (Newfoundland Time)",
                "1969-02-13T23:32:00-03:30",
                &[],
            ),
            ("21 Nov 97 09:55:06 GMT", "1997-11-21T09:55:06+00:00", &["date-short-year", "date-obsolete-zone"]),
            ("Fri, 21 Nov 1997 09(comment):   55  :  06 -0600", "1997-11-21T09:55:06-06:00", &[]),
        ] {
            let (shown, found) = read(value);
            assert_eq!((shown.as_str(), found.as_slice()), (date, codes), "{value}");
        }
    }

    #[test]
    fn dates_that_are_none() {
        for (value, date, codes) in [
            ("", "", &["date-empty"][..]),
            ("soon", "", &["date-incomplete", "date-junk"]),
            ("30 Feb 2026 00:00:00 +0000", "", &["date-out-of-range"]),
            ("1 Jan 2026 24:00:00 +0000", "", &["date-out-of-range"]),
            ("1 Jan 2026 00:00:00 +0060", "2026-01-01T00:00:00-00:00", &["date-out-of-range"]),
            ("Mon, 1 Jan 2026 00:00 +0000", "2026-01-01T00:00:00+00:00", &["date-wrong-weekday"]),
            ("1 Jan 2026 00:00:00 -0000", "2026-01-01T00:00:00-00:00", &[]),
            ("31 Dec 2016 23:59:60 +0000", "2016-12-31T23:59:59+00:00", &["date-leap-second"]),
            ("1 Jan 2026 10:00:00 EST", "2026-01-01T10:00:00-05:00", &["date-obsolete-zone"]),
            ("1 Jan 2026 10:00:00 CET", "2026-01-01T10:00:00-00:00", &["date-bad-zone"]),
            ("1 Jan 2026 10:00:00 A", "2026-01-01T10:00:00-00:00", &["date-bad-zone"]),
            ("1 Jan 2026 10:00:00", "2026-01-01T10:00:00-00:00", &["date-bad-zone"]),
            ("1 Jan 2026 10:00:00 +1:00", "2026-01-01T10:00:00+01:00", &["date-bad-zone"]),
            ("1 Jan 2026 10:00:00 GMT+0100", "2026-01-01T10:00:00+01:00", &["date-bad-zone"]),
            ("1 Jan 2026 10:00:00 +0100 CET", "2026-01-01T10:00:00+01:00", &["date-bad-form"]),
            ("1 Jan 2026", "2026-01-01T00:00:00-00:00", &["date-bad-form", "date-bad-zone"]),
            ("Mon Nov 23 00:13:19 2026", "2026-11-23T00:13:19-00:00", &["date-bad-zone"]),
            (
                "2026-11-23T00:13:19.042Z",
                "2026-11-23T00:13:19+00:00",
                &["date-bad-form", "date-bad-form", "date-obsolete-zone"],
            ),
            (
                "23-Nov-26 00:13:19 GMT",
                "2026-11-23T00:13:19+00:00",
                &["date-bad-form", "date-short-year", "date-obsolete-zone"],
            ),
            ("November 23, 2026 1:02 pm +0000", "2026-11-23T13:02:00+00:00", &["date-bad-form"]),
            ("1 Jan 105 10:00:00 +0000", "2005-01-01T10:00:00+00:00", &["date-short-year"]),
            ("1 Jan 20266 10:00:00 +0000", "", &["date-out-of-range"]),
        ] {
            let (shown, found) = read(value);
            assert_eq!((shown.as_str(), found.as_slice()), (date, codes), "{value}");
        }
    }

    #[test]
    fn one_moment_in_two_zones() {
        let of = |value: &str| parse(value.as_bytes()).0.and_then(|date| date.timestamp());
        assert_eq!(of("1 Jan 2026 00:30:00 +0100"), of("31 Dec 2025 23:30:00 -0000"));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(second in -2_000_000_000_i64..253_000_000_000, minutes in -720_i32..840) {
            let moment = Timestamp::from_second(second).unwrap();
            let zoned = moment.to_zoned(jiff::tz::TimeZone::fixed(Offset::from_seconds(minutes * 60).unwrap()));
            let (date, flaws) = parse(crate::base::date::rfc5322(&zoned).as_bytes());
            prop_assert_eq!(date.and_then(|date| date.timestamp()), Some(moment));
            prop_assert_eq!(flaws, vec![]);
        }

        #[test]
        fn reading_takes_anything(octets: Vec<u8>, text in "([0-9]{1,20}|[-+:/., ()]|jan|mon|gmt|t|z|é){0,20}") {
            parse(&octets);
            if let (Some(date), _) = parse(text.as_bytes()) {
                let _ = (date.to_string(), date.timestamp());
            }
        }
    }
}
