//! The zones of the lecture: gmail.com, whose exchangers are this machine, and google.com as nslookup shows it there.

use crate::base::Exit;
use crate::cli::error::Failure;
use crate::proto::dns::{Data, INTERNET, Name, Record, Type};
use crate::server::dns::Zones;

/// The first exchanger of [`PEPES`](super::send::PEPES).
pub const EXCHANGER: &str = "gmail-smtp-in.l.google.com";

/// Who takes whose mail, with an address of each kind. In no order, as name servers give them. Those of google.com are
/// only shown; nobody connects to them.
const EXCHANGERS: [(&str, u16, &str, &str, Option<&str>); 10] = [
    ("gmail.com", 20, "alt2.gmail-smtp-in.l.google.com", "127.0.0.1", None),
    ("gmail.com", 40, "alt4.gmail-smtp-in.l.google.com", "127.0.0.1", None),
    ("gmail.com", 5, EXCHANGER, "127.0.0.1", None),
    ("gmail.com", 30, "alt3.gmail-smtp-in.l.google.com", "127.0.0.1", None),
    ("gmail.com", 10, "alt1.gmail-smtp-in.l.google.com", "127.0.0.1", None),
    ("google.com", 30, "alt2.aspmx.l.google.com", "142.250.153.28", Some("2a00:1450:4013:c16::1d")),
    ("google.com", 10, "aspmx.l.google.com", "142.250.153.26", Some("2a00:1450:4013:c16::1b")),
    ("google.com", 50, "alt4.aspmx.l.google.com", "142.250.153.30", Some("2a00:1450:4013:c16::1f")),
    ("google.com", 20, "alt1.aspmx.l.google.com", "142.250.153.27", Some("2a00:1450:4013:c16::1c")),
    ("google.com", 40, "alt3.aspmx.l.google.com", "142.250.153.29", Some("2a00:1450:4013:c16::1e")),
];

/// The name servers of both zones.
const SERVERS: [(&str, &str, &str); 4] = [
    ("ns1.google.com", "216.239.32.10", "2001:4860:4802:32::a"),
    ("ns2.google.com", "216.239.34.10", "2001:4860:4802:34::a"),
    ("ns3.google.com", "216.239.36.10", "2001:4860:4802:36::a"),
    ("ns4.google.com", "216.239.38.10", "2001:4860:4802:38::a"),
];

/// Serial, refresh, retry, expire, minimum.
const NUMBERS: [u32; 5] = [2_026_010_100, 900, 900, 1800, 60];

/// Both zones.
pub fn zones() -> Result<Zones, Failure> {
    let mut records = Vec::new();
    for zone in ["gmail.com", "google.com"] {
        let (primary, responsible) = (name("ns1.google.com")?, name("dns-admin.google.com")?);
        records.push(record(zone, Type::SOA, Data::Soa { primary, responsible, numbers: NUMBERS })?);
        for (server, ..) in SERVERS {
            records.push(record(zone, Type::NS, Data::Name(name(server)?))?);
        }
    }
    for (domain, preference, host, v4, v6) in EXCHANGERS {
        records.push(record(domain, Type::MX, Data::Mx { preference, exchange: name(host)? })?);
        records.push(v4_record(host, v4)?);
        records.extend(v6.map(|v6| v6_record(host, v6)).transpose()?);
    }
    for (server, v4, v6) in SERVERS {
        records.extend([v4_record(server, v4)?, v6_record(server, v6)?]);
    }
    Ok(Zones::new(records))
}

fn v4_record(host: &str, address: &str) -> Result<Record, Failure> {
    record(host, Type::A, Data::A(address.parse().map_err(wrong)?))
}

fn v6_record(host: &str, address: &str) -> Result<Record, Failure> {
    record(host, Type::AAAA, Data::Aaaa(address.parse().map_err(wrong)?))
}

fn record(owner: &str, kind: Type, data: Data) -> Result<Record, Failure> {
    Ok(Record { name: name(owner)?, kind, class: INTERNET, ttl: 300, data })
}

/// A name of this program's own.
pub fn name(text: &str) -> Result<Name, Failure> {
    Name::parse(text).map_err(wrong)
}

fn wrong(error: impl std::fmt::Display) -> Failure {
    Failure::new(Exit::Software, error)
}
