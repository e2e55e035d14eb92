//! What a server shows of itself in TLS, for a person and for a program.

use jiff::Timestamp;
use serde::Serialize;

use super::certificate::LinkRecord;
use crate::net::tls::TlsFacts;

/// The fields of `certs --json`.
#[derive(Serialize)]
pub struct CertsRecord<'a> {
    server: &'a str,
    port: u16,
    tls: &'a str,
    cipher: &'a str,
    group: Option<&'a str>,
    ocsp_staple: bool,
    verified: bool,
    faults: Vec<&'a str>,
    certificates: Vec<LinkRecord<'a>>,
}

impl<'a> CertsRecord<'a> {
    /// Of one connection. `now`: for the days that certificates are still valid.
    pub fn new(facts: &'a TlsFacts, now: Timestamp) -> CertsRecord<'a> {
        CertsRecord {
            server: &facts.name,
            port: facts.port,
            tls: &facts.version,
            cipher: &facts.cipher,
            group: facts.group.as_deref(),
            ocsp_staple: facts.shown.stapled,
            verified: facts.verified.is_ok(),
            faults: facts.faults.iter().map(|distrust| distrust.reason.as_str()).collect(),
            certificates: LinkRecord::all(&facts.shown, facts.place(), now),
        }
    }
}

/// The same in lines, safe to show.
pub fn lines(facts: &TlsFacts, now: Timestamp) -> Vec<String> {
    let mut lines = vec![facts.to_string(), facts.more()];
    lines.extend(facts.faults.iter().skip(1).map(|distrust| format!("besides, {}", distrust.reason)));
    lines.extend(facts.shown.lines(facts.place(), now));
    lines
}
