//! As BIND's nslookup shows it, sorted by preference, and with what the answer did not carry.

use std::net::IpAddr;

use super::grouped;
use crate::client::exchangers::{Exchangers, Kind};
use crate::client::inspection::{Host, Inspection};
use crate::net::resolver::Answer;
use crate::proto::dns::{Data, Name, Question, Rcode, Record, Type};

/// MX by preference, NS, addresses; at the end what the answer did not carry.
pub fn inspection(inspection: &Inspection) -> Vec<String> {
    let exchangers = &inspection.exchangers;
    let (owner, zone) = (exchangers.owner.host(), inspection.zone.host());
    let mut lines = head(&exchangers.answer);
    let targets = exchangers.aliases.iter().skip(1).chain([&exchangers.owner]);
    let aliases = exchangers.aliases.iter().zip(targets);
    lines.extend(aliases.map(|(alias, target)| format!("{}\tcanonical name = {target}", alias.host())));
    if exchangers.kind == Kind::Implicit {
        lines.push(format!("*** Can't find {owner}: No answer"));
    }
    lines.extend(by_preference(exchangers).into_iter().flat_map(record));
    lines.push(String::new());
    let servers = || inspection.servers.iter().map(|server| format!("{zone}\tnameserver = {}", server.name));
    let hosts = || inspection.hosts.iter().chain(&inspection.servers);
    let (mut carried, mut looked_up) = (addresses(hosts(), false), addresses(hosts(), true));
    let place = if inspection.servers_looked_up.is_some() { &mut looked_up } else { &mut carried };
    place.splice(..0, servers());
    for (heading, group) in [(AUTHORITY, &mut carried), ("Looked up beside the answer:", &mut looked_up)] {
        if !group.is_empty() {
            lines.push(heading.to_owned());
            lines.append(group);
            lines.push(String::new());
        }
    }
    lines
}

/// The MX records as they stand in the answer, null and twofold ones too.
fn by_preference(exchangers: &Exchangers) -> Vec<&Record> {
    let is_it = |record: &&Record| record.kind == Type::MX && record.name == exchangers.owner;
    let mut records: Vec<&Record> = exchangers.answer.message.answers.iter().filter(is_it).collect();
    records.sort_by_key(|record| match record.data {
        Data::Mx { preference, .. } => preference,
        _ => u16::MAX,
    });
    records
}

fn addresses<'a>(hosts: impl Iterator<Item = &'a Host>, looked_up: bool) -> Vec<String> {
    let mut lines = Vec::new();
    for host in hosts {
        for found in host.addresses.iter().filter(|found| found.looked_up == looked_up) {
            let line = host_line(&host.name, found.address);
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
    }
    lines
}

/// The answer section; where the authority is, unless this is it or an address was asked for.
pub fn answer(question: &Question, answer: &Answer) -> Vec<String> {
    let (message, name) = (&answer.message, question.name.host());
    if message.rcode == Rcode::NXDOMAIN {
        let failure = format!("** server can't find {name}: NXDOMAIN");
        return server(answer).into_iter().chain([failure, String::new()]).collect();
    }
    let mut lines = head(answer);
    match message.answers.is_empty() {
        true => lines.push(format!("*** Can't find {name}: No answer")),
        false => lines.extend(message.answers.iter().flat_map(record)),
    }
    lines.push(String::new());
    if !message.flags.authoritative && !matches!(question.kind, Type::A | Type::AAAA) {
        lines.push(AUTHORITY.to_owned());
        lines.extend(message.authority.iter().chain(&message.additional).flat_map(
            |record| match record.data.address() {
                Some(address) => vec![host_line(&record.name, address)],
                None => self::record(record),
            },
        ));
        lines.push(String::new());
    }
    lines
}

/// What stands above the name servers.
const AUTHORITY: &str = "Authoritative answers can be found from:";

fn host_line(name: &Name, address: IpAddr) -> String {
    let what = if address.is_ipv4() { "internet address =" } else { "has AAAA address" };
    format!("{}\t{what} {address}", name.host())
}

fn server(answer: &Answer) -> Vec<String> {
    let (ip, port) = (answer.server.ip(), answer.server.port());
    vec![format!("Server:\t\t{ip}"), format!("Address:\t{ip}#{port}"), String::new()]
}

fn head(answer: &Answer) -> Vec<String> {
    let mut lines = server(answer);
    if !answer.message.flags.authoritative {
        lines.push("Non-authoritative answer:".to_owned());
    }
    lines
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
        (data @ Data::Tlsa { .. }, kind) => format!("rdata_{} = {}", kind.0, grouped(data)),
        (data, kind) => format!("rdata_{} = {data}", kind.0),
    };
    vec![format!("{name}\t{line}")]
}
