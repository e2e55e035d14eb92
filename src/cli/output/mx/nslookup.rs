//! As BIND's nslookup shows it, sorted by preference, and with what the answer did not carry.

use crate::client::exchangers::Kind;
use crate::client::inspection::{Host, Inspection};
use crate::net::resolver::Answer;
use crate::proto::dns::{Data, Question, Rcode, Record, Type};

/// MX by preference, NS, addresses.
pub fn inspection(inspection: &Inspection) -> Vec<String> {
    let exchangers = &inspection.exchangers;
    let mut lines = head(&exchangers.answer);
    let owner = exchangers.owner.host();
    lines.extend(aliases(&exchangers.answer.message.answers));
    match exchangers.kind {
        Kind::Mx => lines.extend(
            exchangers
                .list
                .iter()
                .map(|exchanger| format!("{owner}\tmail exchanger = {} {}", exchanger.preference, exchanger.name)),
        ),
        Kind::Null => lines.push(format!("{owner}\tmail exchanger = 0 .")),
        Kind::Implicit => lines.push(format!("*** Can't find {owner}: No answer")),
    }
    lines.push(String::new());
    if !inspection.servers.is_empty() {
        lines.push("Authoritative answers can be found from:".to_owned());
        lines.extend(inspection.servers.iter().map(|server| format!("{owner}\tnameserver = {}", server.name)));
    }
    let hosts = || inspection.hosts.iter().chain(&inspection.servers);
    lines.extend(addresses(hosts(), false));
    let looked_up = addresses(hosts(), true);
    if !looked_up.is_empty() {
        lines.push("Looked up beside the answer:".to_owned());
        lines.extend(looked_up);
    }
    lines
}

fn addresses<'a>(hosts: impl Iterator<Item = &'a Host>, looked_up: bool) -> Vec<String> {
    let mut lines = Vec::new();
    for host in hosts {
        for found in host.addresses.iter().filter(|found| found.looked_up == looked_up) {
            let what = if found.address.is_ipv4() { "internet address =" } else { "has AAAA address" };
            let line = format!("{}\t{what} {}", host.name.host(), found.address);
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
    }
    lines
}

/// The answer section, and where the authority is.
pub fn answer(question: &Question, answer: &Answer) -> Vec<String> {
    let mut lines = head(answer);
    let name = question.name.host();
    match (answer.message.rcode, answer.message.answers.is_empty()) {
        (Rcode::NXDOMAIN, _) => lines.push(format!("** server can't find {name}: NXDOMAIN")),
        (_, true) => lines.push(format!("*** Can't find {name}: No answer")),
        (_, false) => lines.extend(answer.message.answers.iter().flat_map(record)),
    }
    lines.push(String::new());
    if !answer.message.flags.authoritative && !answer.message.authority.is_empty() {
        lines.push("Authoritative answers can be found from:".to_owned());
        lines.extend(answer.message.authority.iter().chain(&answer.message.additional).flat_map(record));
    }
    lines
}

fn head(answer: &Answer) -> Vec<String> {
    let server = answer.server;
    let mut lines = vec![format!("Server:\t\t{}", server.ip()), format!("Address:\t{}#{}", server.ip(), server.port())];
    lines.push(String::new());
    if !answer.message.flags.authoritative {
        lines.push("Non-authoritative answer:".to_owned());
    }
    lines
}

fn aliases(records: &[Record]) -> Vec<String> {
    records.iter().filter(|record| record.kind == Type::CNAME).flat_map(record).collect()
}

fn record(record: &Record) -> Vec<String> {
    let name = record.name.host();
    let line = match (&record.data, record.kind) {
        (Data::A(address), _) => return vec![format!("Name:\t{name}"), format!("Address: {address}")],
        (Data::Aaaa(address), _) => return vec![format!("Name:\t{name}"), format!("Address: {address}")],
        (Data::Soa { primary, responsible, numbers }, _) => {
            let [serial, refresh, retry, expire, minimum] = numbers;
            return vec![
                name,
                format!("\torigin = {}", primary.host()),
                format!("\tmail addr = {}", responsible.host()),
                format!("\tserial = {serial}"),
                format!("\trefresh = {refresh}"),
                format!("\tretry = {retry}"),
                format!("\texpire = {expire}"),
                format!("\tminimum = {minimum}"),
            ];
        }
        (data @ Data::Mx { .. }, _) => format!("mail exchanger = {data}"),
        (data @ Data::Txt(_), _) => format!("text = {data}"),
        (data @ Data::Srv { .. }, _) => format!("service = {data}"),
        (data, Type::NS) => format!("nameserver = {data}"),
        (data, Type::CNAME) => format!("canonical name = {data}"),
        (data, Type::PTR) => format!("name = {data}"),
        (data, kind) => format!("rdata_{} = {data}", kind.0),
    };
    vec![format!("{name}\t{line}")]
}
