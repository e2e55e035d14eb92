//! Dates, times and durations of calendars (RFC 5545 §3.3.4 to §3.3.6).

use std::fmt;

use jiff::civil::{Date, Time};

use super::line::Line;

/// A date, perhaps with a time, perhaps with a zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Moment {
    Day(Date),
    Time(Date, Time, Option<String>),
    /// What is none, as it stands there.
    Other(String),
}

impl Moment {
    /// Of the value of a property, with the zone of its parameter.
    pub(super) fn of(line: &Line) -> Moment {
        let value = line.value.trim();
        let zone = line.parameter("TZID").map(|zone| zone.trim_start_matches('/').to_owned());
        moment(value, zone).unwrap_or_else(|| Moment::Other(value.to_owned()))
    }

    /// From here to the end, or for so long.
    pub(super) fn until(&self, end: Option<&Moment>, duration: Option<&str>) -> String {
        match (self, end) {
            (Moment::Time(date, time, zone), Some(Moment::Time(end, until, other))) if zone == other => {
                let zone = zone_name(zone.as_deref());
                match date == end {
                    true => format!("{date} {} to {}{zone}", clock(*time), clock(*until)),
                    false => format!("{date} {} to {end} {}{zone}", clock(*time), clock(*until)),
                }
            }
            // The last day is the one before (RFC 5545 §3.6.1).
            (Moment::Day(date), Some(Moment::Day(end))) => match end.yesterday().ok().filter(|last| last > date) {
                Some(last) => format!("{date} to {last} (all day)"),
                None => format!("{date} (all day)"),
            },
            (_, Some(end)) => format!("{self} to {end}"),
            (_, None) => self.to_string() + &duration.map(|duration| format!(" for {duration}")).unwrap_or_default(),
        }
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Moment::Day(date) => write!(f, "{date} (all day)"),
            Moment::Time(date, time, zone) => write!(f, "{date} {}{}", clock(*time), zone_name(zone.as_deref())),
            Moment::Other(text) => f.write_str(text),
        }
    }
}

fn zone_name(zone: Option<&str>) -> String {
    zone.map(|zone| format!(" {zone}")).unwrap_or_default()
}

/// Without seconds if there are none.
fn clock(time: Time) -> String {
    let seconds = if time.second() == 0 { String::new() } else { format!(":{:02}", time.second()) };
    format!("{:02}:{:02}{seconds}", time.hour(), time.minute())
}

/// `date = 8DIGIT`, `date-time = date "T" 6DIGIT ["Z"]`.
pub(super) fn moment(value: &str, zone: Option<String>) -> Option<Moment> {
    let (day, time) = value.split_once(['T', 't']).map_or((value, None), |(day, time)| (day, Some(time)));
    let day = digits(day, 8)?;
    let date = Date::new((day / 10_000) as i16, (day / 100 % 100) as i8, (day % 100) as i8).ok()?;
    let Some(time) = time else { return Some(Moment::Day(date)) };
    let (time, zone) = match time.strip_suffix(['Z', 'z']) {
        Some(time) => (time, Some("UTC".to_owned())),
        None => (time, zone),
    };
    let time = digits(time, 6)?;
    // A leap second is shown as the second before.
    let second = (time % 100).min(if time % 100 == 60 { 59 } else { 100 });
    let time = Time::new((time / 10_000) as i8, (time / 100 % 100) as i8, second as i8, 0).ok()?;
    Some(Moment::Time(date, time, zone))
}

fn digits(text: &str, count: usize) -> Option<u32> {
    let all = text.len() == count && text.bytes().all(|octet| octet.is_ascii_digit());
    text.parse().ok().filter(|_| all)
}

/// `P1DT2H30M` as `1 day 2 h 30 min`; what is no duration as it stands there.
pub(super) fn duration(value: &str) -> String {
    words(value).unwrap_or_else(|| value.to_owned())
}

fn words(value: &str) -> Option<String> {
    let mut rest = value.trim_start_matches('+').strip_prefix('P')?;
    let mut words = Vec::new();
    while !rest.is_empty() {
        rest = rest.strip_prefix('T').unwrap_or(rest);
        let end = rest.find(|c: char| !c.is_ascii_digit()).filter(|end| (1..=9).contains(end))?;
        let (number, unit) = rest.split_at_checked(end)?;
        let plural = if number.trim_start_matches('0') == "1" { "" } else { "s" };
        let name = match unit.chars().next()? {
            'W' => format!("week{plural}"),
            'D' => format!("day{plural}"),
            'H' => "h".to_owned(),
            'M' => "min".to_owned(),
            'S' => "s".to_owned(),
            _ => return None,
        };
        if number.bytes().any(|digit| digit != b'0') {
            words.push(format!("{number} {name}"));
        }
        rest = unit.get(1..)?;
    }
    (!words.is_empty()).then(|| words.join(" "))
}
