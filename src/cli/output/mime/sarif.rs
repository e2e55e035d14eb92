//! What is wrong with messages as a SARIF log (Static Analysis Results Interchange Format 2.1.0, an OASIS standard):
//! what code hosts and editors read to show findings at their lines.

use std::path::Path;

use serde::Serialize;

use crate::mime::flaw::Severity;
use crate::mime::lint::{Code, Finding};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// A log with one run.
#[derive(Serialize)]
pub struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run; 1],
}

/// What one tool found (§3.14).
#[derive(Serialize)]
struct Run {
    tool: Tool,
    results: Vec<Outcome>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

/// The tool itself, with the codes that occur (§3.19).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    version: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    information_uri: &'static str,
    rules: Vec<Rule>,
}

/// A code (§3.49).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule {
    id: &'static str,
    short_description: Text,
    help: Text,
    help_uri: String,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
struct Text {
    text: String,
}

/// A finding: what SARIF calls a result (§3.27).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Outcome {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Text,
    locations: [Location; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: PhysicalLocation,
    logical_locations: [LogicalLocation; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    region: Region,
}

#[derive(Serialize)]
struct ArtifactLocation {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    byte_offset: Option<u64>,
}

/// The message and the section in which it is (§3.33).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct LogicalLocation {
    name: String,
    fully_qualified_name: String,
}

/// Where a message stands.
pub struct Place<'a> {
    /// The file.
    pub path: &'a Path,
    /// Its number, where there are several.
    pub number: Option<u64>,
    /// Lines before it in the file.
    pub lines: u64,
    /// Octets before it in the file, if those of the message are the file's own.
    pub offset: Option<u64>,
}

impl Log {
    /// Without any finding.
    pub fn new() -> Log {
        let driver = Driver {
            name: env!("CARGO_PKG_NAME"),
            version: env!("CARGO_PKG_VERSION"),
            information_uri: env!("CARGO_PKG_HOMEPAGE"),
            rules: Vec::new(),
        };
        Log { schema: SCHEMA, version: "2.1.0", runs: [Run { tool: Tool { driver }, results: Vec::new() }] }
    }

    /// Takes a finding in the message at that place.
    pub fn add(&mut self, finding: &Finding, place: &Place<'_>) {
        let [Run { tool: Tool { driver }, results }] = &mut self.runs;
        let known = driver.rules.iter().position(|rule| rule.id == finding.code.code);
        let rule_index = known.unwrap_or_else(|| {
            driver.rules.push(Rule::new(finding.code));
            driver.rules.len() - 1
        });
        results.push(Outcome {
            rule_id: finding.code.code,
            rule_index,
            level: level(finding.code.severity),
            message: Text { text: finding.message.clone().into_owned() },
            locations: [Location::new(finding, place)],
        });
    }
}

impl Rule {
    fn new(code: &Code) -> Rule {
        Rule {
            id: code.code,
            short_description: Text { text: code.expected.to_owned() },
            help: Text { text: format!("{} ({})", code.cure, code.rfc) },
            help_uri: rfc_uri(code.rfc),
            default_configuration: Configuration { level: level(code.severity) },
        }
    }
}

impl Location {
    fn new(finding: &Finding, place: &Place<'_>) -> Location {
        let name = if finding.part.is_empty() { "message".to_owned() } else { finding.part.to_string() };
        let fully_qualified_name = place.number.map_or_else(|| name.clone(), |number| format!("{number}/{name}"));
        let region = Region {
            start_line: place.lines + finding.spot.line,
            byte_offset: place.offset.map(|offset| offset + finding.spot.offset),
        };
        Location {
            physical_location: PhysicalLocation {
                artifact_location: ArtifactLocation { uri: uri(place.path) },
                region,
            },
            logical_locations: [LogicalLocation { name, fully_qualified_name }],
        }
    }
}

/// The levels of SARIF (§3.27.10).
fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

/// Where a section is published: `RFC 5322 §3.6` is at `…/rfc5322#section-3.6`.
fn rfc_uri(reference: &str) -> String {
    let (rfc, section) = reference.split_once(" §").unwrap_or((reference, ""));
    let number = rfc.trim_start_matches("RFC ");
    let anchor = match section.bytes().next() {
        None => String::new(),
        Some(first) if first.is_ascii_digit() => format!("#section-{section}"),
        Some(_) => format!("#appendix-{section}"),
    };
    format!("https://www.rfc-editor.org/rfc/rfc{number}{anchor}")
}

/// A path as a URI reference (RFC 3986 §4.2): a relative one stays relative.
fn uri(path: &Path) -> String {
    let plain = |octet: u8| octet.is_ascii_alphanumeric() || b"-._~/".contains(&octet);
    let quoted = |&octet: &u8| if plain(octet) { char::from(octet).to_string() } else { format!("%{octet:02X}") };
    let scheme = if path.is_absolute() { "file://" } else { "" };
    scheme.to_owned() + &path.as_os_str().as_encoded_bytes().iter().map(quoted).collect::<String>()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mime::lint::codes;

    #[test]
    fn paths_as_uris() {
        assert_eq!(uri(Path::new("in/año 1.eml")), "in/a%C3%B1o%201.eml");
        assert_eq!(uri(Path::new("1.x:2,S")), "1.x%3A2%2CS", "what looks like a scheme is none");
        assert_eq!(uri(Path::new("/tmp/a%b")), "file:///tmp/a%25b");
        assert_eq!(uri(Path::new("-")), "-");
    }

    #[test]
    fn every_code_has_an_address() {
        assert_eq!(rfc_uri("RFC 5322 §3.6"), "https://www.rfc-editor.org/rfc/rfc5322#section-3.6");
        assert_eq!(rfc_uri("RFC 4155 §A"), "https://www.rfc-editor.org/rfc/rfc4155#appendix-A");
        for code in codes::all() {
            let uri = rfc_uri(code.rfc);
            let tail = uri.trim_start_matches("https://www.rfc-editor.org/rfc/rfc");
            assert!(tail.starts_with(|c: char| c.is_ascii_digit()) && !tail.contains(' '), "{uri}");
        }
    }
}
