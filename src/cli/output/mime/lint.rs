//! What is wrong with a message: a line each, or one JSON object each.

use serde::Serialize;

use crate::base::escape::escape_str;
use crate::cli::theme;
use crate::mime::flaw::Severity;
use crate::mime::lint::{Code, Finding, Report};
use crate::transcript::text::thousands;

/// The fields of `mime lint --json`.
#[derive(Serialize)]
pub struct Record<'a> {
    code: &'static str,
    severity: &'static str,
    offset: u64,
    line: u64,
    message: &'a str,
    rfc: &'static str,
    part: &'a str,
    expected: &'static str,
    cure: &'static str,
    mended: bool,
    message_number: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
}

impl<'a> Record<'a> {
    /// A finding in the message of that number, which may be in a file of a Maildir.
    pub fn new(finding: &'a Finding, message_number: u64, file: Option<&'a str>) -> Record<'a> {
        let Code { code, severity, rfc, expected, cure, mended } = *finding.code;
        Record {
            code,
            severity: severity.name(),
            offset: finding.spot.offset,
            line: finding.spot.line,
            message: &finding.message,
            rfc,
            part: &finding.part,
            expected,
            cure,
            mended,
            message_number,
            file,
        }
    }
}

/// The fields of `mime lint --list --json`.
#[derive(Serialize)]
pub struct Row {
    code: &'static str,
    severity: &'static str,
    rfc: &'static str,
    expected: &'static str,
    cure: &'static str,
    mended: bool,
    group: &'static str,
}

impl Row {
    /// A code of a group.
    pub fn new(group: &'static str, code: &Code) -> Row {
        let Code { code, severity, rfc, expected, cure, mended } = *code;
        Row { code, severity: severity.name(), rfc, expected, cure, mended, group }
    }
}

/// `FILE:LINE: severity code: message (RFC …)`.
pub fn line(place: &str, finding: &Finding) -> String {
    let Finding { code, spot, message, .. } = finding;
    let severity = theme::severity(code.severity);
    format!("{place}:{}: {severity} {}: {} ({})", spot.line, code.code, escape_str(message), code.rfc)
}

/// What is expected, and what helps.
pub fn advice(code: &Code) -> String {
    let mended = if code.mended { " `mailtool mime repair` does it." } else { "" };
    format!("   | {} {}{mended}", code.expected, code.cure)
}

/// Above the codes of a group.
pub fn heading(group: &str) -> String {
    format!("# {group}")
}

/// A code: what it is, what is expected, what helps.
pub fn row(code: &Code) -> [String; 2] {
    let severity = theme::severity(code.severity);
    [format!("{}: {severity} ({})", code.code, code.rfc), advice(code)]
}

/// How many there were of each severity.
#[derive(Default)]
pub struct Counts {
    messages: u64,
    octets: u64,
    lines: u64,
    errors: u64,
    warnings: u64,
    infos: u64,
}

impl Counts {
    /// Those of one more message.
    pub fn add(&mut self, report: &Report) {
        self.messages += 1;
        self.octets += report.octets;
        self.lines += report.lines;
        for finding in &report.findings {
            match finding.code.severity {
                Severity::Error => self.errors += 1,
                Severity::Warning => self.warnings += 1,
                Severity::Info => self.infos += 1,
            }
        }
    }

    /// `2 errors, 1 warning, 0 infos in 12 lines, 345 octets`.
    pub fn sentence(&self) -> String {
        let count = |n: u64, what: &str| format!("{} {what}{}", thousands(n), if n == 1 { "" } else { "s" });
        let messages = if self.messages == 1 { String::new() } else { count(self.messages, "message") + ", " };
        format!(
            "{}, {}, {} in {messages}{}, {}",
            count(self.errors, "error"),
            count(self.warnings, "warning"),
            count(self.infos, "info"),
            count(self.lines, "line"),
            count(self.octets, "octet")
        )
    }
}
