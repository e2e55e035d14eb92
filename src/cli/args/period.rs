//! Lengths of time, as flags take them.

use std::time::Duration;

/// A number with s, m or h behind it; without, seconds.
pub fn period(text: &str) -> Result<Duration, String> {
    let (number, unit) = match text.strip_suffix(['s', 'm', 'h']) {
        Some(number) => (number, text.chars().last()),
        None => (text, None),
    };
    let seconds = match unit {
        Some('m') => 60.0,
        Some('h') => 3600.0,
        _ => 1.0,
    };
    let number: Option<f64> =
        number.parse().ok().filter(|number: &f64| number.is_finite() && (0.0..=1e6).contains(number));
    let number = number.filter(|number| *number > 0.0).ok_or("a duration is expected: 30s, 10m, 2h")?;
    Ok(Duration::from_secs_f64(number * seconds))
}
