//! What was mended in a message and what was not: a line each, or one JSON object each.

use serde::Serialize;

use crate::base::escape::escape_str;
use crate::mime::flaw::Severity;
use crate::mime::lint::{Code, Report, Spot};
use crate::mime::repair::{Change, Left};

/// The fields of `mime repair --json`.
#[derive(Serialize)]
pub struct Record<'a> {
    code: &'static str,
    severity: &'static str,
    offset: u64,
    line: u64,
    message: &'a str,
    rfc: &'static str,
    part: &'a str,
    mended: bool,
    round: usize,
}

impl<'a> Record<'a> {
    /// What was mended in a round, counted from 1.
    pub fn change(change: &'a Change, round: usize) -> Record<'a> {
        let Change { code, spot, part, what } = change;
        Record::new(code, *spot, part, what, true, round)
    }

    /// What was left in the last round.
    pub fn left(left: &'a Left, round: usize) -> Record<'a> {
        let Left { code, spot, part, why } = left;
        Record::new(code, *spot, part, why, false, round)
    }

    fn new(code: &Code, spot: Spot, part: &'a str, message: &'a str, mended: bool, round: usize) -> Record<'a> {
        let (severity, Spot { offset, line }) = (code.severity.name(), spot);
        Record { code: code.code, severity, offset, line, message, rfc: code.rfc, part, mended, round }
    }

    /// `FILE:LINE: code: what was done (RFC …)`; from the second round on lines count in what the first ones made.
    pub fn line(&self, place: &str) -> String {
        let Record { code, line, message, rfc, mended, round, .. } = self;
        let round = if *round > 1 { format!(" (round {round})") } else { String::new() };
        let not = if *mended { "" } else { "not mended: " };
        format!("{place}:{line}{round}: {code}: {not}{} ({rfc})", escape_str(message))
    }
}

/// `1 error and 3 warnings remain …`; nothing if there is neither.
pub fn remain(report: &Report) -> Option<String> {
    let count = |severity: Severity, name: &str| {
        let n = report.findings.iter().filter(|finding| finding.code.severity == severity).count();
        (n > 0).then(|| format!("{n} {name}{}", if n == 1 { "" } else { "s" }))
    };
    let counts = [count(Severity::Error, "error"), count(Severity::Warning, "warning")];
    let counts: Vec<String> = counts.into_iter().flatten().collect();
    let one = counts.len() == 1 && counts.first().is_some_and(|count| count.starts_with("1 "));
    let (remain, have) = if one { ("remains", "has") } else { ("remain", "have") };
    let counts = counts.join(" and ");
    (!counts.is_empty())
        .then(|| format!("{counts} {remain} that {have} no mechanical cure: mailtool mime lint tells of them"))
}
