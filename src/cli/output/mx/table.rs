//! A table for a person.

use super::{both, findings, source};
use crate::cli::theme::paint;
use crate::client::exchangers::Kind;
use crate::client::inspection::{Found, Host, Inspection};
use crate::net::resolver::Answer;
use crate::proto::dns::{Question, Rcode, Section};
use crate::transcript::text::Label;

/// A row: preference, name, address, TTL, where it was found.
type Row = [String; 5];

/// The mail exchangers by preference, the name servers, and what is wrong.
pub fn inspection(inspection: &Inspection) -> Vec<String> {
    let exchangers = &inspection.exchangers;
    let mut lines = vec![headline(inspection)];
    if exchangers.owner != exchangers.domain {
        let (domain, owner) = (both(&exchangers.domain), both(&exchangers.owner));
        lines.push(format!("{domain} is an alias (CNAME) of {owner}"));
    }
    let mut rows: Vec<Row> = Vec::new();
    let mut before = None;
    for (exchanger, host) in exchangers.list.iter().zip(&inspection.hosts) {
        let preference = match exchangers.kind {
            Kind::Mx if before != Some(exchanger.preference) => exchanger.preference.to_string(),
            _ => String::new(),
        };
        before = Some(exchanger.preference);
        rows.extend(host_rows(preference, host, exchanger.ttl, "-"));
    }
    let found = if inspection.servers_looked_up.is_some() { "looked up" } else { "authority" };
    for server in &inspection.servers {
        rows.extend(host_rows("NS".to_owned(), server, 0, found));
    }
    if !rows.is_empty() {
        rows.insert(0, ["PREF", "HOST", "ADDRESS", "TTL", "FOUND"].map(str::to_owned));
        lines.push(String::new());
        lines.extend(aligned(&rows));
    }
    let mut findings: Vec<String> =
        findings(inspection).map(|text| paint(Label::Warning, &format!("! {text}")).to_string()).collect();
    if !findings.is_empty() {
        lines.push(String::new());
        lines.append(&mut findings);
    }
    lines
}

fn headline(inspection: &Inspection) -> String {
    let exchangers = &inspection.exchangers;
    let domain = both(&exchangers.domain);
    let what = match (exchangers.kind, exchangers.list.len()) {
        (Kind::Null, _) => format!("{domain} takes no mail: null MX (RFC 7505)"),
        (Kind::Implicit, _) => format!("{domain} has no MX: its own host takes its mail (RFC 5321 §5.1)"),
        (Kind::Mx, 1) => format!("{domain} has one mail exchanger"),
        (Kind::Mx, n) => format!("{domain} has {n} mail exchangers"),
    };
    format!("{what}; {}", source(&exchangers.answer))
}

/// The name once, an address a row.
fn host_rows(first: String, host: &Host, ttl: u32, found: &str) -> Vec<Row> {
    let row = |(n, found): (usize, &Found)| {
        let origin = if found.looked_up { "looked up" } else { "additional" };
        let name = if n == 0 { both(&host.name) } else { String::new() };
        let first = if n == 0 { first.clone() } else { String::new() };
        [first, name, found.address.to_string(), found.ttl.to_string(), origin.to_owned()]
    };
    match host.addresses.is_empty() {
        true => {
            let ttl = if ttl > 0 { ttl.to_string() } else { "-".to_owned() };
            vec![[first, both(&host.name), "-".to_owned(), ttl, found.to_owned()]]
        }
        false => host.addresses.iter().enumerate().map(row).collect(),
    }
}

/// Columns as wide as they must be; numbers to the right.
fn aligned(rows: &[Row]) -> Vec<String> {
    let width = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max();
    let [w0, w1, w2, w3] = [0, 1, 2, 3].map(|column| width(column).unwrap_or_default());
    let line = |[a, b, c, d, e]: &Row| format!("{a:>w0$}  {b:<w1$}  {c:<w2$}  {d:>w3$}  {e}");
    rows.iter().map(line).collect()
}

/// The records of each section.
pub fn answer(question: &Question, answer: &Answer) -> Vec<String> {
    let name = both(&question.name);
    let what = match (answer.message.rcode, answer.message.answers.len()) {
        (Rcode::NXDOMAIN, _) => format!("{name} does not exist (NXDOMAIN)"),
        (_, 0) => format!("{name} has no {} record", question.kind),
        (_, 1) => format!("{name}: one record"),
        (_, n) => format!("{name}: {n} records"),
    };
    let mut lines = vec![format!("{what}; {}", source(answer))];
    let rows: Vec<Row> = answer
        .message
        .records()
        .map(|(section, record)| {
            let section = if section == Section::Answer { "" } else { section.name() };
            let (name, kind, ttl) = (both(&record.name), record.kind.to_string(), record.time_to_live().to_string());
            [kind, name, record.data.to_string(), ttl, section.to_owned()]
        })
        .collect();
    if !rows.is_empty() {
        lines.push(String::new());
        lines.extend(aligned(&rows).into_iter().map(|line| line.trim_end().to_owned()));
    }
    lines
}
