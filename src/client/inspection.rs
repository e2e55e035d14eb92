//! The mail exchangers of a domain with all that is known of them: addresses, name servers, and what is wrong.

use std::net::IpAddr;
use std::sync::Arc;

use futures_util::{StreamExt, stream};

use super::exchangers::{Exchanger, Exchangers, Kind, NoExchanger, exchangers};
use crate::base::Finding;
use crate::base::reserved::reserved;
use crate::net::Resolver;
use crate::net::dial::Family;
use crate::net::resolver::{Addresses, Answer, ResolveError};
use crate::proto::dns::{Message, Name, Record, Type};

/// How many hosts are looked up at the same time.
const AT_ONCE: usize = 16;

/// What there is to know about the mail exchangers of a domain.
#[derive(Clone, Debug)]
pub struct Inspection {
    /// The exchangers as the records have them.
    pub exchangers: Exchangers,
    /// The host of each, in their order.
    pub hosts: Vec<Host>,
    /// The zone, as far as it is known.
    pub zone: Name,
    /// The name servers of the zone.
    pub servers: Vec<Host>,
    /// The name servers are not in the answer to the question for MX: they were asked for.
    pub servers_looked_up: Option<Arc<Answer>>,
}

/// A host and its addresses.
#[derive(Clone, Debug)]
pub struct Host {
    /// Its name.
    pub name: Name,
    /// Its addresses.
    pub addresses: Vec<Found>,
    /// What is wrong with it as a mail exchanger.
    pub findings: Vec<Finding>,
}

/// An address and where it was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// The address.
    pub address: IpAddr,
    /// How long it may be kept, in seconds.
    pub ttl: u32,
    /// The answer for MX did not carry it: it was asked for.
    pub looked_up: bool,
}

/// Looks everything up. Addresses that the answer for MX carries are taken from there.
///
/// # Errors
/// [`NoExchanger`]; a host that cannot be looked up is a finding.
pub async fn inspect(resolver: &Resolver, domain: &Name) -> Result<Inspection, NoExchanger> {
    let exchangers = exchangers(resolver, domain).await?;
    let packet = &exchangers.answer.message;
    let hosts = stream::iter(&exchangers.list);
    let hosts = hosts.map(|exchanger| exchanger_host(resolver, exchanger, packet, exchangers.kind));
    let hosts: Vec<Host> = hosts.buffered(AT_ONCE).collect().await;
    let (found, servers_looked_up) = name_servers(resolver, &exchangers.owner, packet).await;
    let (zone, names) = found.unwrap_or_else(|| (exchangers.owner.clone(), Vec::new()));
    let servers = stream::iter(names).map(async |name| {
        let (addresses, _) = self::found(resolver, &name, packet).await;
        Host { name, addresses, findings: Vec::new() }
    });
    let servers = servers.buffered(AT_ONCE).collect().await;
    Ok(Inspection { exchangers, hosts, zone, servers, servers_looked_up })
}

/// A zone and its name servers, by name.
type Zone = (Name, Vec<Name>);

/// From the authority or the answer section, else asked for at the zone above the name.
async fn name_servers(resolver: &Resolver, owner: &Name, packet: &Message) -> (Option<Zone>, Option<Arc<Answer>>) {
    let zone = |message: &Message| -> Option<Zone> {
        let is_it = |record: &&Record| record.kind == Type::NS && owner.is_within(&record.name);
        let records = || message.records().map(|(_, record)| record).filter(is_it);
        let zone = records().next()?.name.clone();
        let mut names: Vec<Name> = records().filter_map(|record| record.data.name().cloned()).collect();
        names.sort_by_key(Name::host);
        Some((zone, names))
    };
    if let Some(carried) = zone(packet) {
        return (Some(carried), None);
    }
    let Ok(answer) = resolver.ask(owner, Type::NS).await else { return (None, None) };
    if let Some(direct) = zone(&answer.message) {
        return (Some(direct), Some(answer));
    }
    // A name within a zone has none of its own: the SOA in the denial says which zone it is.
    let start = answer.message.authority.iter().find(|r| r.kind == Type::SOA && owner.is_within(&r.name));
    let Some(start) = start.map(|record| record.name.clone()) else { return (None, None) };
    match resolver.ask(&start, Type::NS).await {
        Ok(answer) => (zone(&answer.message), Some(answer)),
        Err(_) => (None, None),
    }
}

/// The addresses of a host: those in the packet, and those of the families that are not there.
async fn found(resolver: &Resolver, name: &Name, packet: &Message) -> (Vec<Found>, Result<Addresses, ResolveError>) {
    let carried = packet.records().filter(|(_, record)| record.name == *name);
    let carried = carried.filter_map(|(_, record)| {
        Some(Found { address: record.data.address()?, ttl: record.time_to_live(), looked_up: false })
    });
    let mut all: Vec<Found> = Vec::new();
    carried.for_each(|found| {
        if !all.contains(&found) {
            all.push(found)
        }
    });
    let missing = match (all.iter().any(|f| f.address.is_ipv4()), all.iter().any(|f| f.address.is_ipv6())) {
        (true, true) => return (all, Ok(Addresses { exists: true, ..Addresses::default() })),
        (true, false) => Family::V6,
        (false, true) => Family::V4,
        (false, false) => Family::Any,
    };
    let asked = resolver.addresses(name, missing).await;
    if let Ok(addresses) = &asked {
        all.extend(addresses.list.iter().map(|&(address, ttl)| Found { address, ttl, looked_up: true }));
    }
    all.sort_by_key(|found| found.address.is_ipv6());
    (all, asked)
}

async fn exchanger_host(resolver: &Resolver, exchanger: &Exchanger, packet: &Message, kind: Kind) -> Host {
    let name = exchanger.name.clone();
    if let Some(address) = name.as_address() {
        let text = format!("{address} is an address where the name of a host must stand: it is looked up nowhere");
        let findings = vec![Finding::new("address-as-name", text, "RFC 5321 §5.1")];
        return Host { name, addresses: Vec::new(), findings };
    }
    let (addresses, asked) = found(resolver, &name, packet).await;
    let mut findings = Vec::new();
    match &asked {
        Err(error) if addresses.is_empty() => {
            findings.push(Finding::new("lookup-failed", error.to_string(), "RFC 5321 §5.1"));
        }
        Ok(asked) if addresses.is_empty() => findings.push(nowhere(&name, asked.exists)),
        _ => {}
    }
    let alias = asked.ok().and_then(|asked| asked.alias_of).filter(|_| kind == Kind::Mx);
    if let Some(target) = alias {
        let text = format!("{} is an alias (CNAME) of {}: an MX must name a host itself", name.host(), target.host());
        findings.push(Finding::new("cname-target", text, "RFC 2181 §10.3"));
    }
    findings.extend(slip(&name));
    for found in &addresses {
        if let Some((what, rfc)) = reserved(found.address) {
            let text = format!("{} is not reachable from the Internet: {what}", found.address);
            findings.push(Finding::new("reserved-address", text, rfc));
        }
    }
    Host { name, addresses, findings }
}

fn nowhere(name: &Name, exists: bool) -> Finding {
    match exists {
        true => {
            let text = format!("{} exists and has no address: no mail can be brought there", name.host());
            Finding::new("no-address", text, "RFC 5321 §5.1")
        }
        false => {
            let text = format!("{} does not exist (NXDOMAIN): the record leads nowhere", name.host());
            Finding::new("dangling-target", text, "RFC 5321 §5.1")
        }
    }
}

/// `mx.example.org.example.org.`: the final dot was left out in the zone file.
fn slip(name: &Name) -> Option<Finding> {
    let labels: Vec<String> = name.labels().map(|l| String::from_utf8_lossy(l).to_ascii_lowercase()).collect();
    let half = (2..=labels.len() / 2).rev().find(|&half| {
        let (rest, last) = labels.split_at(labels.len() - half);
        rest.ends_with(last)
    })?;
    let domain = labels.get(labels.len() - half..)?.join(".");
    let text = format!("{} ends in {domain} twice: a final dot may be missing in the zone file", name.host());
    Some(Finding::new("repeated-domain", text, "RFC 1035 §5.1"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_final_dot_left_out() {
        let slips = |text: &str| slip(&Name::parse(text).expect("a name")).is_some();
        assert!(slips("mx.example.test.example.test") && slips("a.b.test.A.b.test"));
        assert!(!slips("mx.example.test") && !slips("a.a") && !slips("x.test.test") && !slips("a.b.c.d"));
    }
}
