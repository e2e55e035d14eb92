//! What a load has shown.

use std::time::Duration;

use serde::Serialize;

use crate::base::escape::escape_str;
use crate::client::load::{Histogram, Tally};
use crate::transcript::text::thousands;

/// The percentiles that are told, by the names of columns and of fields.
const PERCENTILES: [(&str, &str, f64); 4] =
    [("p50", "p50", 50.0), ("p90", "p90", 90.0), ("p99", "p99", 99.0), ("p99.9", "p999", 99.9)];

/// What was measured.
pub struct Report {
    /// What became of the letters.
    pub tally: Tally,
    /// How long each phase took.
    pub phases: Vec<(String, Histogram)>,
    /// How long it took in all.
    pub elapsed: Duration,
    /// How many octets a letter has.
    pub size: u64,
    /// How many letters were to be sent. None: as many as go.
    pub wanted: Option<u64>,
}

/// The fields of `bench --json`.
#[derive(Serialize)]
pub struct Record<'a> {
    messages: u64,
    begun: u64,
    /// Not where there is no number of letters to be sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    untried: Option<u64>,
    recipients: u64,
    failed: u64,
    seconds: f64,
    per_second: f64,
    megabytes_per_second: f64,
    failures: Vec<Reason<'a>>,
    /// Milliseconds.
    phases: serde_json::Map<String, serde_json::Value>,
}

#[derive(Serialize)]
struct Reason<'a> {
    reply: &'a str,
    count: u64,
}

impl Report {
    /// For a program.
    pub fn record(&self) -> Record<'_> {
        let Tally { delivered, recipients, failed, failures, .. } = &self.tally;
        let phases = self.rows().map(|(name, histogram)| (name.to_ascii_lowercase(), fields(histogram)));
        Record {
            messages: *delivered,
            begun: self.tally.begun,
            untried: self.untried(),
            recipients: *recipients,
            failed: *failed,
            seconds: rounded(self.elapsed.as_secs_f64()),
            per_second: rounded(self.per_second()),
            megabytes_per_second: rounded(self.megabytes()),
            failures: failures.iter().map(|(reply, count)| Reason { reply, count: *count }).collect(),
            phases: phases.collect(),
        }
    }

    /// For a person.
    pub fn lines(&self) -> Vec<String> {
        let Tally { delivered, recipients, failed, failures, .. } = &self.tally;
        let to =
            if recipients > delivered { format!(" to {} recipients", thousands(*recipients)) } else { String::new() };
        let seconds = self.elapsed.as_secs_f64();
        let mut lines = vec![
            format!("{} messages of {} octets{to} in {seconds:.2} s", thousands(*delivered), thousands(self.size)),
            format!("{:.1} messages/s, {:.2} MB/s", self.per_second(), self.megabytes()),
            format!("{} recipients failed", thousands(*failed)),
        ];
        if let Some(untried) = self.untried().filter(|untried| *untried > 0) {
            let begun = thousands(self.tally.begun);
            lines.push(format!("{begun} messages begun, {} never tried", thousands(untried)));
        }
        lines.extend(failures.iter().map(|(reply, count)| format!("{:>8}  {}", thousands(*count), escape_str(reply))));
        let columns: String = PERCENTILES.iter().map(|(column, ..)| format!("{column:>10}")).collect();
        lines.push(format!("{:<12}{:>10}{columns}{:>10}  milliseconds", "", "count", "max"));
        lines.extend(self.rows().map(|(name, histogram)| row(name, histogram)));
        lines
    }

    /// Every phase, and the whole.
    fn rows(&self) -> impl Iterator<Item = (&str, &Histogram)> {
        let phases = self.phases.iter().map(|(name, histogram)| (name.as_str(), histogram));
        phases.chain([("whole", &self.tally.letters)])
    }

    /// How many of the letters that were to be sent were not even begun.
    fn untried(&self) -> Option<u64> {
        self.wanted.map(|wanted| wanted.saturating_sub(self.tally.begun))
    }

    fn per_second(&self) -> f64 {
        self.tally.delivered as f64 / self.elapsed.as_secs_f64().max(1e-6)
    }

    fn megabytes(&self) -> f64 {
        self.per_second() * self.size as f64 / 1e6
    }
}

fn row(name: &str, histogram: &Histogram) -> String {
    let figures = PERCENTILES.iter().map(|(.., percent)| histogram.percentile(*percent)).chain([histogram.most()]);
    let figures: String = figures.map(|length| format!("{:>10.3}", milliseconds(length))).collect();
    format!("{name:<12}{:>10}{figures}", histogram.count())
}

fn fields(histogram: &Histogram) -> serde_json::Value {
    let mut fields = serde_json::Map::new();
    fields.insert("count".to_owned(), histogram.count().into());
    for (_, field, percent) in PERCENTILES {
        fields.insert(field.to_owned(), rounded(milliseconds(histogram.percentile(percent))).into());
    }
    fields.insert("max".to_owned(), rounded(milliseconds(histogram.most())).into());
    fields.into()
}

fn milliseconds(length: Duration) -> f64 {
    length.as_secs_f64() * 1000.0
}

/// To a thousandth.
fn rounded(number: f64) -> f64 {
    (number * 1000.0).round() / 1000.0
}
