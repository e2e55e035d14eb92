//! The recording: one JSON object a turn or note, with every octet but the secrets.
//!
//! `{"t","session","side":"C|S|*|!","protocol","tls","text"|"base64","meaning","findings":[…]}`. Octets that are
//! UTF-8 stand in `text`, others in `base64`. Where a secret was left out the mask stands in its place, and
//! `secret` gives the mask's places in octets of what is shown. A note has a `meaning` where it ends a stage of the way
//! to the server: `begin`, `dns`, `connect`, `proxy`, `TLS`.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;

use super::{MASK, Note, SessionId, Stage, View, Weight};
use crate::base::{Finding, date};
use crate::proto::Side;

#[derive(Serialize)]
struct Record<'a> {
    t: String,
    session: u32,
    side: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    protocol: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tls: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unverified: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    base64: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    meaning: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    secret: Vec<[usize; 2]>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    findings: Vec<FindingRecord<'a>>,
}

/// A finding as it stands in JSON.
#[derive(Serialize)]
pub struct FindingRecord<'a> {
    code: &'a str,
    message: &'a str,
    rfc: &'a str,
}

impl<'a> From<&'a Finding> for FindingRecord<'a> {
    fn from(finding: &'a Finding) -> FindingRecord<'a> {
        FindingRecord { code: finding.code, message: &finding.message, rfc: finding.rfc }
    }
}

/// The line of one turn, with its line end. Secrets are left out unless `secrets`.
pub fn turn(session: SessionId, view: &View<'_>, secrets: bool) -> String {
    let (octets, masks) = if secrets { (view.octets.to_vec(), Vec::new()) } else { mask(view) };
    let text = std::str::from_utf8(&octets).ok();
    let record = Record {
        t: date::rfc3339(view.at),
        session: session.0,
        side: match view.side {
            Side::Client => "C",
            Side::Server => "S",
        },
        protocol: Some(view.protocol),
        tls: Some(view.tls),
        unverified: view.unverified.then_some(true),
        text,
        base64: text.is_none().then(|| STANDARD.encode(&octets)),
        meaning: Some(&view.meaning.text),
        secret: masks,
        findings: view.findings.iter().map(FindingRecord::from).collect(),
    };
    line(&record)
}

/// The line of one note, with its line end.
pub fn note(session: SessionId, note: &Note) -> String {
    let record = Record {
        t: date::rfc3339(note.at),
        session: session.0,
        side: match note.weight {
            Weight::Amiss | Weight::Warning => "!",
            Weight::Detail | Weight::Info => "*",
        },
        protocol: None,
        tls: None,
        unverified: None,
        text: Some(&note.text),
        base64: None,
        meaning: note.stage.map(Stage::name),
        secret: Vec::new(),
        findings: Vec::new(),
    };
    line(&record)
}

/// JSON with everything that a terminal would obey as `\u` escapes, so that a recording can be looked at safely.
fn line(record: &Record<'_>) -> String {
    let mut json = safe_json(record);
    json.push('\n');
    json
}

/// Any value as one line of JSON in which control, bidi and invisible characters are `\u` escapes.
pub fn safe_json(value: &impl Serialize) -> String {
    let json = serde_json::to_string(value).unwrap_or_default();
    if !json.chars().any(crate::base::escape::is_unsafe) {
        return json;
    }
    let mut safe = String::with_capacity(json.len() + 32);
    for c in json.chars() {
        if crate::base::escape::is_unsafe(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                safe.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            safe.push(c);
        }
    }
    safe
}

fn mask(view: &View<'_>) -> (Vec<u8>, Vec<[usize; 2]>) {
    let (mut octets, mut masks, mut at) = (Vec::with_capacity(view.octets.len()), Vec::new(), 0);
    for range in view.secret {
        octets.extend_from_slice(view.octets.get(at..range.start).unwrap_or_default());
        masks.push([octets.len(), octets.len() + MASK.len()]);
        octets.extend_from_slice(MASK.as_bytes());
        at = range.end;
    }
    octets.extend_from_slice(view.octets.get(at..).unwrap_or_default());
    (octets, masks)
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::proto::explain::ClearTextBehindGoAhead;
    use crate::proto::{Kind, Meaning};

    #[test]
    fn a_turn_with_a_secret_and_one_that_is_no_text() {
        let meaning = Meaning { kind: Kind::Command, text: "AUTH".into() };
        let (at, side) = (Timestamp::UNIX_EPOCH, Side::Client);
        let octets = b"AUTH PLAIN AGFs\r\n";
        let secret = [11..15];
        let view = View {
            at,
            protocol: "smtp",
            side,
            tls: true,
            unverified: false,
            octets,
            meaning,
            message: &ClearTextBehindGoAhead,
            secret: &secret,
            findings: &[],
        };
        assert_eq!(
            turn(SessionId(1), &view, false),
            "{\"t\":\"1970-01-01T00:00:00.000Z\",\"session\":1,\"side\":\"C\",\"protocol\":\"smtp\",\"tls\":true,\
             \"text\":\"AUTH PLAIN ••••\\r\\n\",\"meaning\":\"AUTH\",\"secret\":[[11,23]]}\n"
        );
        let view = View { octets: b"\xff", secret: &[], ..view };
        assert!(turn(SessionId(1), &view, false).contains("\"base64\":\"/w==\""));
    }

    #[test]
    fn nothing_that_a_terminal_obeys() {
        assert_eq!(safe_json(&"a\u{9b}\u{202e}\x1b"), "\"a\\u009b\\u202e\\u001b\"");
    }
}
