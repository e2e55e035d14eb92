//! One JSON object a domain.

use serde::Serialize;

use crate::cli::error::Failure;
use crate::client::inspection::{Host, Inspection};
use crate::net::resolver::Answer;
use crate::proto::dns::Question;
use crate::transcript::ndjson::FindingRecord;

/// The fields of `mx --json`.
#[derive(Serialize)]
pub struct Report<'a> {
    domain: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    unicode: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    alias_of: Option<String>,
    kind: &'static str,
    server: String,
    over: &'static str,
    authoritative: bool,
    flags: Vec<&'static str>,
    ms: f64,
    octets: usize,
    mx: Vec<Exchanger<'a>>,
    ns: Vec<String>,
    name_servers: Vec<Server>,
    findings: Vec<FindingRecord<'a>>,
}

#[derive(Serialize)]
struct Exchanger<'a> {
    preference: u16,
    exchange: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    unicode: Option<String>,
    ttl: u32,
    addresses: Vec<String>,
    address_records: Vec<Address>,
    findings: Vec<FindingRecord<'a>>,
}

#[derive(Serialize)]
struct Server {
    name: String,
    addresses: Vec<String>,
}

#[derive(Serialize)]
struct Address {
    address: String,
    ttl: u32,
    found: &'static str,
}

/// The fields of `mx --type T --json`.
#[derive(Serialize)]
pub struct Records {
    domain: String,
    r#type: String,
    rcode: String,
    server: String,
    over: &'static str,
    authoritative: bool,
    flags: Vec<&'static str>,
    ms: f64,
    octets: usize,
    records: Vec<Record>,
}

#[derive(Serialize)]
struct Record {
    section: &'static str,
    name: String,
    ttl: u32,
    r#type: String,
    data: String,
}

/// A domain of which nothing is known.
#[derive(Serialize)]
pub struct Failed {
    domain: String,
    error: String,
    exit: u8,
}

impl<'a> Report<'a> {
    /// Of one domain.
    pub fn new(inspection: &'a Inspection) -> Report<'a> {
        let exchangers = &inspection.exchangers;
        let answer = &exchangers.answer;
        let hosts = exchangers.list.iter().zip(&inspection.hosts);
        Report {
            domain: exchangers.domain.host(),
            unicode: exchangers.domain.unicode(),
            alias_of: (exchangers.owner != exchangers.domain).then(|| exchangers.owner.host()),
            kind: exchangers.kind.name(),
            server: answer.server.to_string(),
            over: answer.over.name(),
            authoritative: answer.message.flags.authoritative,
            flags: answer.message.flags.names().collect(),
            ms: milliseconds(answer),
            octets: answer.message.size,
            mx: hosts
                .map(|(exchanger, host)| Exchanger {
                    preference: exchanger.preference,
                    exchange: exchanger.name.host(),
                    unicode: exchanger.name.unicode(),
                    ttl: exchanger.ttl,
                    addresses: addresses(host),
                    address_records: host.addresses.iter().map(Address::new).collect(),
                    findings: host.findings.iter().map(FindingRecord::from).collect(),
                })
                .collect(),
            ns: inspection.servers.iter().map(|server| server.name.host()).collect(),
            name_servers: inspection
                .servers
                .iter()
                .map(|server| Server { name: server.name.host(), addresses: addresses(server) })
                .collect(),
            findings: exchangers.findings.iter().map(FindingRecord::from).collect(),
        }
    }
}

impl Records {
    /// Of one answer.
    pub fn new(question: &Question, answer: &Answer) -> Records {
        let record = |(section, record): (crate::proto::dns::Section, &crate::proto::dns::Record)| Record {
            section: section.name(),
            name: record.name.host(),
            ttl: record.time_to_live(),
            r#type: record.kind.to_string(),
            data: record.data.to_string(),
        };
        Records {
            domain: question.name.host(),
            r#type: question.kind.to_string(),
            rcode: answer.message.rcode.to_string(),
            server: answer.server.to_string(),
            over: answer.over.name(),
            authoritative: answer.message.flags.authoritative,
            flags: answer.message.flags.names().collect(),
            ms: milliseconds(answer),
            octets: answer.message.size,
            records: answer.message.records().map(record).collect(),
        }
    }
}

impl Failed {
    /// Of one domain, with what its failure means for a script.
    pub fn new(domain: String, failure: &Failure) -> Failed {
        Failed { domain, error: failure.message.clone(), exit: failure.exit.code() }
    }
}

impl Address {
    fn new(found: &crate::client::inspection::Found) -> Address {
        let origin = if found.looked_up { "looked up" } else { "additional" };
        Address { address: found.address.to_string(), ttl: found.ttl, found: origin }
    }
}

fn addresses(host: &Host) -> Vec<String> {
    host.addresses.iter().map(|found| found.address.to_string()).collect()
}

/// With three decimals: loopback answers in microseconds.
fn milliseconds(answer: &Answer) -> f64 {
    answer.elapsed.as_micros() as f64 / 1000.0
}
