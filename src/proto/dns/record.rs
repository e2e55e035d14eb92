//! Resource records (RFC 1035 §3.2, §3.3; RFC 3596, RFC 2782, RFC 6698, RFC 3597).

use core::net::{Ipv4Addr, Ipv6Addr};
use std::fmt;

use super::name::Name;
use super::reader::{Malformed, Reader};

/// The type of a record or of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Type(pub u16);

/// The types that have names here: those of mail, and those that come along with them.
const TYPES: [(Type, &str); 20] = [
    (Type::A, "A"),
    (Type::NS, "NS"),
    (Type::CNAME, "CNAME"),
    (Type::SOA, "SOA"),
    (Type::PTR, "PTR"),
    (Type::MX, "MX"),
    (Type::TXT, "TXT"),
    (Type::AAAA, "AAAA"),
    (Type::SRV, "SRV"),
    (Type::DNAME, "DNAME"),
    (Type::OPT, "OPT"),
    (Type::DS, "DS"),
    (Type::RRSIG, "RRSIG"),
    (Type::NSEC, "NSEC"),
    (Type::DNSKEY, "DNSKEY"),
    (Type::NSEC3, "NSEC3"),
    (Type::TLSA, "TLSA"),
    (Type::HTTPS, "HTTPS"),
    (Type::ANY, "ANY"),
    (Type::CAA, "CAA"),
];

#[allow(missing_docs, reason = "the names are those of the registry")]
impl Type {
    pub const A: Type = Type(1);
    pub const NS: Type = Type(2);
    pub const CNAME: Type = Type(5);
    pub const SOA: Type = Type(6);
    pub const PTR: Type = Type(12);
    pub const MX: Type = Type(15);
    pub const TXT: Type = Type(16);
    pub const AAAA: Type = Type(28);
    pub const SRV: Type = Type(33);
    pub const DNAME: Type = Type(39);
    pub const OPT: Type = Type(41);
    pub const DS: Type = Type(43);
    pub const RRSIG: Type = Type(46);
    pub const NSEC: Type = Type(47);
    pub const DNSKEY: Type = Type(48);
    pub const NSEC3: Type = Type(50);
    pub const TLSA: Type = Type(52);
    pub const HTTPS: Type = Type(65);
    pub const ANY: Type = Type(255);
    pub const CAA: Type = Type(257);
}

impl Type {
    /// Every type that has a name here.
    pub fn all() -> impl Iterator<Item = Type> {
        TYPES.iter().map(|(kind, _)| *kind)
    }

    /// `MX`, `mx`, or `TYPE15` (RFC 3597 §5).
    pub fn parse(text: &str) -> Option<Type> {
        let named = TYPES.iter().find(|(_, name)| name.eq_ignore_ascii_case(text)).map(|(kind, _)| *kind);
        let number = text.get(..4).filter(|tag| tag.eq_ignore_ascii_case("TYPE")).and_then(|_| text.get(4..));
        named.or_else(|| number?.parse().ok().map(Type))
    }
}

impl fmt::Display for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match TYPES.iter().find(|(kind, _)| kind == self) {
            Some((_, name)) => f.pad(name),
            None => write!(f, "TYPE{}", self.0),
        }
    }
}

/// A resource record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Whose it is.
    pub name: Name,
    /// Its type.
    pub kind: Type,
    /// Its class: 1 is the Internet.
    pub class: u16,
    /// How long it may be kept, in seconds.
    pub ttl: u32,
    /// What it says.
    pub data: Data,
}

/// What a record says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Data {
    /// An IPv4 address.
    A(Ipv4Addr),
    /// An IPv6 address.
    Aaaa(Ipv6Addr),
    /// A mail exchanger (RFC 5321 §5.1).
    Mx {
        /// The lower, the sooner it is tried.
        preference: u16,
        /// Its name; the root says that there is no mail (RFC 7505).
        exchange: Name,
    },
    /// A name server, an alias's target, or the name of an address: NS, CNAME, DNAME, PTR.
    Name(Name),
    /// Where a zone begins.
    Soa {
        /// The primary server.
        primary: Name,
        /// Who is responsible, with a dot for the `@`.
        responsible: Name,
        /// Serial, refresh, retry, expire, minimum.
        numbers: [u32; 5],
    },
    /// Character strings (RFC 1035 §3.3.14).
    Txt(Vec<Box<[u8]>>),
    /// A service's place (RFC 2782).
    Srv {
        /// The lower, the sooner it is tried.
        priority: u16,
        /// Its share among those of one priority.
        weight: u16,
        /// Its port.
        port: u16,
        /// Its host.
        target: Name,
    },
    /// What a TLS certificate must be (RFC 6698 §2.1).
    Tlsa {
        /// Certificate usage, selector, matching type.
        fields: [u8; 3],
        /// The certificate association data.
        association: Box<[u8]>,
    },
    /// Another type (RFC 3597 §5).
    Other(Box<[u8]>),
}

/// The class of the Internet.
pub const INTERNET: u16 = 1;

impl Record {
    /// Reads a record.
    pub(super) fn read(reader: &mut Reader<'_>) -> Result<Record, Malformed> {
        let name = Name::read(reader)?;
        let kind = Type(reader.u16("a record")?);
        let (class, ttl) = (reader.u16("a record")?, reader.u32("a record")?);
        let length = usize::from(reader.u16("a record")?);
        let mut inner = reader.part(length, "a record")?;
        let data = Data::read(kind, &mut inner)?;
        match inner.rest() {
            0 => Ok(Record { name, kind, class, ttl, data }),
            _ => Err(Malformed { at: inner.at(), what: "the data of a record is longer than its type allows" }),
        }
    }

    /// As it goes on the wire, not compressed.
    pub(super) fn encode(&self, octets: &mut Vec<u8>) {
        self.name.encode(octets);
        octets.extend(self.kind.0.to_be_bytes());
        octets.extend(self.class.to_be_bytes());
        octets.extend(self.ttl.to_be_bytes());
        let mut data = Vec::new();
        self.data.encode(&mut data);
        octets.extend((data.len() as u16).to_be_bytes());
        octets.append(&mut data);
    }

    /// Its time to live as it is to be taken: a TTL with the highest bit set is 0 (RFC 2181 §8).
    pub fn time_to_live(&self) -> u32 {
        if self.ttl > i32::MAX as u32 { 0 } else { self.ttl }
    }
}

impl Data {
    fn read(kind: Type, reader: &mut Reader<'_>) -> Result<Data, Malformed> {
        const SHORT: &str = "data";
        Ok(match kind {
            Type::A => Data::A(reader.array::<4>(SHORT)?.into()),
            Type::AAAA => Data::Aaaa(reader.array::<16>(SHORT)?.into()),
            Type::MX => Data::Mx { preference: reader.u16(SHORT)?, exchange: Name::read(reader)? },
            Type::NS | Type::CNAME | Type::DNAME | Type::PTR => Data::Name(Name::read(reader)?),
            Type::SOA => {
                let (primary, responsible) = (Name::read(reader)?, Name::read(reader)?);
                let mut numbers = [0; 5];
                for number in &mut numbers {
                    *number = reader.u32(SHORT)?;
                }
                Data::Soa { primary, responsible, numbers }
            }
            Type::TXT => {
                let mut strings = Vec::new();
                while reader.rest() > 0 {
                    let length = reader.u8(SHORT)?;
                    strings.push(reader.take(usize::from(length), SHORT)?.into());
                }
                Data::Txt(strings)
            }
            Type::SRV => Data::Srv {
                priority: reader.u16(SHORT)?,
                weight: reader.u16(SHORT)?,
                port: reader.u16(SHORT)?,
                target: Name::read(reader)?,
            },
            Type::TLSA => {
                let fields = reader.array(SHORT)?;
                Data::Tlsa { fields, association: reader.take(reader.rest(), SHORT)?.into() }
            }
            _ => Data::Other(reader.take(reader.rest(), SHORT)?.into()),
        })
    }

    fn encode(&self, octets: &mut Vec<u8>) {
        match self {
            Data::A(address) => octets.extend(address.octets()),
            Data::Aaaa(address) => octets.extend(address.octets()),
            Data::Mx { preference, exchange } => {
                octets.extend(preference.to_be_bytes());
                exchange.encode(octets);
            }
            Data::Name(name) => name.encode(octets),
            Data::Soa { primary, responsible, numbers } => {
                primary.encode(octets);
                responsible.encode(octets);
                octets.extend(numbers.iter().flat_map(|number| number.to_be_bytes()));
            }
            Data::Txt(strings) => strings.iter().for_each(|string| {
                octets.push(string.len() as u8); // at most 255, as it was read
                octets.extend_from_slice(string);
            }),
            Data::Srv { priority, weight, port, target } => {
                octets.extend([priority, weight, port].into_iter().flat_map(|number| number.to_be_bytes()));
                target.encode(octets);
            }
            Data::Tlsa { fields, association } => {
                octets.extend(fields);
                octets.extend_from_slice(association);
            }
            Data::Other(data) => octets.extend_from_slice(data),
        }
    }

    /// The address, if it is one.
    pub fn address(&self) -> Option<core::net::IpAddr> {
        match self {
            Data::A(address) => Some((*address).into()),
            Data::Aaaa(address) => Some((*address).into()),
            _ => None,
        }
    }

    /// The name in NS, CNAME, DNAME or PTR.
    pub fn name(&self) -> Option<&Name> {
        match self {
            Data::Name(name) => Some(name),
            _ => None,
        }
    }
}

/// Presentation format (RFC 1035 §5.1, RFC 3597 §5): printable ASCII alone.
impl fmt::Display for Data {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Data::A(address) => address.fmt(f),
            Data::Aaaa(address) => address.fmt(f),
            Data::Mx { preference, exchange } => write!(f, "{preference} {exchange}"),
            Data::Name(name) => name.fmt(f),
            Data::Soa { primary, responsible, numbers } => {
                write!(f, "{primary} {responsible}")?;
                numbers.iter().try_for_each(|number| write!(f, " {number}"))
            }
            Data::Txt(strings) => {
                for (n, string) in strings.iter().enumerate() {
                    f.write_str(if n > 0 { " \"" } else { "\"" })?;
                    string.iter().try_for_each(|octet| match octet {
                        b'"' | b'\\' => write!(f, "\\{}", *octet as char),
                        0x20..=0x7e => write!(f, "{}", *octet as char),
                        _ => write!(f, "\\{octet:03}"),
                    })?;
                    f.write_str("\"")?;
                }
                Ok(())
            }
            Data::Srv { priority, weight, port, target } => write!(f, "{priority} {weight} {port} {target}"),
            Data::Tlsa { fields: [usage, selector, matching], association } => {
                write!(f, "{usage} {selector} {matching} ")?;
                association.iter().try_for_each(|octet| write!(f, "{octet:02x}"))
            }
            Data::Other(data) => {
                write!(f, "\\# {}", data.len())?;
                f.write_str(if data.is_empty() { "" } else { " " })?;
                data.iter().try_for_each(|octet| write!(f, "{octet:02x}"))
            }
        }
    }
}

/// `google.test. 3600 IN MX 10 smtp.google.test.`
impl fmt::Display for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Record { name, kind, class, ttl, data } = self;
        match *class {
            INTERNET => write!(f, "{name} {ttl} IN {kind} {data}"),
            class => write!(f, "{name} {ttl} CLASS{class} {kind} {data}"),
        }
    }
}
