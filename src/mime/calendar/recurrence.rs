//! Recurrence rules in words (RFC 5545 §3.3.10), as far as they are simple.

use super::when;

const DAYS: [(&str, &str); 7] = [
    ("MO", "Monday"),
    ("TU", "Tuesday"),
    ("WE", "Wednesday"),
    ("TH", "Thursday"),
    ("FR", "Friday"),
    ("SA", "Saturday"),
    ("SU", "Sunday"),
];

/// `every 2 weeks on Monday and Friday, 10 times`; a rule that takes more words as it stands there.
pub(super) fn words(rule: &str) -> String {
    simple(&rule.to_ascii_uppercase()).unwrap_or_else(|| rule.to_owned())
}

fn simple(rule: &str) -> Option<String> {
    let (mut every, mut interval, mut days, mut end) = (None, 1, String::new(), String::new());
    for part in rule.split(';').filter(|part| !part.is_empty()) {
        let (name, value) = part.split_once('=')?;
        match name.trim() {
            "FREQ" => every = unit(value),
            "INTERVAL" => interval = value.parse::<u32>().ok().filter(|&interval| interval > 0)?,
            "BYDAY" => days = format!(" on {}", on(value)?),
            "COUNT" => end = times(value.parse().ok()?),
            "UNTIL" => end = format!(", until {}", when::moment(value, None)?).replace(" (all day)", ""),
            "WKST" => {}
            _ => return None,
        }
    }
    let every = every?;
    // Days of a month or of a year would take more words.
    if !days.is_empty() && !matches!(every, "day" | "week") {
        return None;
    }
    let every = if interval == 1 { format!("every {every}") } else { format!("every {interval} {every}s") };
    Some(every + &days + &end)
}

fn unit(frequency: &str) -> Option<&'static str> {
    Some(match frequency {
        "SECONDLY" => "second",
        "MINUTELY" => "minute",
        "HOURLY" => "hour",
        "DAILY" => "day",
        "WEEKLY" => "week",
        "MONTHLY" => "month",
        "YEARLY" => "year",
        _ => return None,
    })
}

/// Days of the week, without numbers before them.
fn on(days: &str) -> Option<String> {
    let name = |day: &str| DAYS.iter().find(|(short, _)| *short == day.trim()).map(|(_, name)| *name);
    let mut names = days.split(',').map(name).collect::<Option<Vec<_>>>()?;
    names.truncate(DAYS.len());
    let last = names.pop()?;
    Some(if names.is_empty() { last.to_owned() } else { format!("{} and {last}", names.join(", ")) })
}

fn times(count: u32) -> String {
    format!(", {count} time{}", if count == 1 { "" } else { "s" })
}
