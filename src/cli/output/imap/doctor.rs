//! What came of the checks of a server, and which there are.

use std::fmt;

use serde::Serialize;
use serde_json::{Value, json};

use crate::base::escape::escape_str;
use crate::cli::theme::paint;
use crate::client::imap::doctor::{Check, Needs, Report, Verdict, checks};
use crate::transcript::text::Label;

/// How many checks came to what.
#[derive(Debug, Default)]
pub struct Tally {
    /// By verdict.
    counts: [usize; 4],
    /// What departs from the RFCs on the way.
    pub deviations: usize,
}

const VERDICTS: [Verdict; 4] = [Verdict::Ok, Verdict::Lies, Verdict::Absent, Verdict::NotTried];

impl Tally {
    /// One more.
    pub fn count(&mut self, report: &Report) {
        for (verdict, count) in VERDICTS.into_iter().zip(&mut self.counts) {
            *count += usize::from(verdict == report.verdict);
        }
        self.deviations += report.findings.len();
    }

    /// How much is advertised and does not work.
    pub fn lies(&self) -> usize {
        let [_, lies, ..] = self.counts;
        lies
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts: Vec<String> = VERDICTS
            .into_iter()
            .zip(self.counts)
            .map(|(verdict, count)| format!("{count} {}", verdict.name()))
            .collect();
        f.write_str(&counts.join(", "))
    }
}

/// The fields of a check in JSON.
#[derive(Serialize)]
pub struct Row<'a> {
    check: &'static str,
    advertised: bool,
    verdict: &'static str,
    ms: Option<u128>,
    seen: &'a str,
    rfc: &'static str,
    findings: Vec<Value>,
}

impl<'a> From<&'a Report> for Row<'a> {
    fn from(report: &'a Report) -> Row<'a> {
        let Report { check, offered, verdict, elapsed, seen, findings } = report;
        let findings = findings
            .iter()
            .map(|finding| json!({ "code": finding.code, "message": finding.message, "rfc": finding.rfc }));
        Row {
            check: check.id,
            advertised: *offered,
            verdict: verdict.name(),
            ms: elapsed.map(|elapsed| elapsed.as_millis()),
            seen,
            rfc: check.rfc,
            findings: findings.collect(),
        }
    }
}

/// Above the table.
pub fn heading() -> String {
    line(["CHECK", "ADVERTISED", "VERDICT", "MS", "RFC", "SEEN"])
}

/// A row of it; below a lie what was asked and should have come, and what was found.
pub fn row(report: &Report) -> Vec<String> {
    let Report { check, offered, verdict, elapsed, seen, findings } = report;
    let offered = if *offered { "yes" } else { "no" };
    let ms = elapsed.map_or("-".to_owned(), |elapsed| elapsed.as_millis().to_string());
    let row = line([check.id, offered, verdict.name(), &ms, check.rfc, seen]);
    let lies = *verdict == Verdict::Lies;
    let row = if lies { paint(Label::Warning, &row).to_string() } else { row };
    let about = format!("  {}: {}", check.asks, check.expects);
    let about = lies.then(|| paint(Label::Explanation, &about).to_string());
    let findings = findings.iter().map(|finding| {
        let text = format!("! {}: {} ({})", finding.code, escape_str(&finding.message), finding.rfc);
        format!("  {}", paint(Label::Warning, &text))
    });
    [row].into_iter().chain(about).chain(findings).collect()
}

fn line([check, advertised, verdict, ms, rfc, seen]: [&str; 6]) -> String {
    format!("{check:<14}  {advertised:<10}  {verdict:<9}  {ms:>6}  {rfc:<18}  {seen}")
}

/// The fields of what is checked in JSON.
#[derive(Serialize)]
pub struct Listed {
    check: &'static str,
    advertised_by: &'static [&'static str],
    asks: &'static str,
    expects: &'static str,
    rfc: &'static str,
    writes: bool,
}

impl From<&'static Check> for Listed {
    fn from(check: &'static Check) -> Listed {
        let Check { id, offered_by, asks, expects, rfc, needs, .. } = check;
        Listed { check: id, advertised_by: offered_by, asks, expects, rfc, writes: *needs == Needs::Own }
    }
}

/// All checks: for the help, for the manual, and for `--list`.
pub fn listing() -> String {
    let check = |check: &Check| {
        let words = if check.offered_by.is_empty() { "all servers".to_owned() } else { check.offered_by.join(", ") };
        let writes = if check.needs == Needs::Own { "; writes" } else { "" };
        format!("  {} ({words}{writes})\n      {}: {} ({})\n", check.id, check.asks, check.expects, check.rfc)
    };
    let checks: String = checks().map(check).collect();
    format!("Checks:\n{}", checks.trim_end())
}
