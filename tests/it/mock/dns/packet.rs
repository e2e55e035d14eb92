//! DNS packets (RFC 1035 §4), right ones and wrong ones. Nothing of mailtool is used: what judges it must not share its
//! mistakes.

use std::net::IpAddr;

use super::question::Question;

/// Type A.
pub const A: u16 = 1;
/// Type NS.
pub const NS: u16 = 2;
/// Type CNAME.
pub const CNAME: u16 = 5;
/// Type SOA.
pub const SOA: u16 = 6;
/// Type PTR.
pub const PTR: u16 = 12;
/// Type MX.
pub const MX: u16 = 15;
/// Type TXT.
pub const TXT: u16 = 16;
/// Type AAAA.
pub const AAAA: u16 = 28;
/// Type SRV.
pub const SRV: u16 = 33;
/// Pseudo-type OPT (RFC 6891).
pub const OPT: u16 = 41;
/// Type TLSA.
pub const TLSA: u16 = 52;

/// Response codes: right, and what servers refuse with.
pub const NOERROR: u16 = 0;
/// The question is malformed.
pub const FORMERR: u16 = 1;
/// The server has failed.
pub const SERVFAIL: u16 = 2;
/// There is no such name.
pub const NXDOMAIN: u16 = 3;
/// The server cannot do that.
pub const NOTIMP: u16 = 4;
/// The server does not want to.
pub const REFUSED: u16 = 5;
/// The version of EDNS is unknown; the upper octet goes into the OPT record (RFC 6891 §6.1.3).
pub const BADVERS: u16 = 16;

/// Header flag: this is a response.
pub const QR: u16 = 0x8000;
/// Header flag: from the authority itself.
pub const AA: u16 = 0x0400;
/// Header flag: truncated.
pub const TC: u16 = 0x0200;
/// Header flag: recursion desired, which is copied from the question.
pub const RD: u16 = 0x0100;
/// Header flag: recursion available.
pub const RA: u16 = 0x0080;
/// Header flag: validated.
pub const AD: u16 = 0x0020;

/// A name as it stands in a packet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Name {
    /// Labels of any octets.
    Labels(Vec<Vec<u8>>),
    /// Whatever these octets are: a pointer to nowhere, a label without an end.
    Octets(Vec<u8>),
    /// A pointer to itself.
    Itself,
    /// A label, then a pointer to that label: a name without an end.
    Endless,
}

impl Name {
    /// A name in the format of master files: `\.` is a dot inside a label, `\027` the octet 27. A last dot is left out
    /// or not; the root is `.`.
    pub fn of(text: &str) -> Self {
        let mut labels = vec![Vec::new()];
        let mut rest = text.as_bytes();
        while let [first, behind @ ..] = rest {
            let label = labels.last_mut().expect("the current label");
            match (first, behind) {
                (b'\\', [a, b, c, ..]) if [a, b, c].iter().all(|digit| digit.is_ascii_digit()) => {
                    let number = [a, b, c].iter().fold(0, |sum, digit| sum * 10 + u32::from(**digit - b'0'));
                    label.push(u8::try_from(number).unwrap_or_else(|_| panic!("no octet is {number}: {text}")));
                    rest = &behind[3..];
                }
                (b'\\', [octet, rest_of_all @ ..]) => {
                    label.push(*octet);
                    rest = rest_of_all;
                }
                (b'.', _) => {
                    labels.push(Vec::new());
                    rest = behind;
                }
                _ => {
                    label.push(*first);
                    rest = behind;
                }
            }
        }
        Self::Labels(labels.into_iter().filter(|label| !label.is_empty()).collect())
    }

    /// Writes it at the end of a packet.
    fn write(&self, packet: &mut Vec<u8>) {
        let here = pointer(packet.len());
        match self {
            Self::Labels(labels) => {
                for label in labels {
                    let length = u8::try_from(label.len()).ok().filter(|&length| length < 64);
                    packet.push(length.expect("a label of less than 64 octets"));
                    packet.extend(label);
                }
                packet.push(0);
            }
            Self::Octets(octets) => packet.extend(octets),
            Self::Itself => packet.extend(here),
            Self::Endless => {
                packet.extend(b"\x07endless");
                packet.extend(here);
            }
        }
    }

    /// The same labels, letters being equal in both cases.
    fn is(&self, other: &Self) -> bool {
        let (Self::Labels(mine), Self::Labels(others)) = (self, other) else { return false };
        let same = |(a, b): (&Vec<u8>, &Vec<u8>)| a.eq_ignore_ascii_case(b);
        mine.len() == others.len() && mine.iter().zip(others).all(same)
    }
}

/// A pointer to an offset (RFC 1035 §4.1.4).
pub fn pointer(offset: usize) -> [u8; 2] {
    let offset = u16::try_from(offset).ok().filter(|&offset| offset < 0x4000).unwrap_or(0x3fff);
    (0xc000 | offset).to_be_bytes()
}

/// A piece of a record's data.
#[derive(Clone, Debug)]
enum Part {
    Octets(Vec<u8>),
    Name(Name),
}

/// A record.
#[derive(Clone, Debug)]
pub struct Record {
    owner: Name,
    kind: u16,
    class: u16,
    ttl: u32,
    data: Vec<Part>,
    length: Option<u16>,
}

impl Record {
    fn new(owner: &str, kind: u16, data: Vec<Part>) -> Self {
        Self { owner: Name::of(owner), kind, class: 1, ttl: 300, data, length: None }
    }

    /// Any octets as the data of any type; none at all are possible too.
    pub fn raw(owner: &str, kind: u16, data: &[u8]) -> Self {
        Self::new(owner, kind, vec![Part::Octets(data.to_vec())])
    }

    /// With this TTL: 300 without.
    pub fn ttl(mut self, ttl: u32) -> Self {
        self.ttl = ttl;
        self
    }

    /// With this class: IN without.
    pub fn class(mut self, class: u16) -> Self {
        self.class = class;
        self
    }

    /// With this RDLENGTH, whatever the data's length is.
    pub fn length(mut self, length: u16) -> Self {
        self.length = Some(length);
        self
    }

    /// With this owner, where text cannot say it.
    pub fn owned_by(mut self, owner: Name) -> Self {
        self.owner = owner;
        self
    }

    /// With this name where its data has one, be it the exchange or the target.
    pub fn naming(mut self, name: Name) -> Self {
        for part in &mut self.data {
            if let Part::Name(old) = part {
                *old = name.clone();
            }
        }
        self
    }

    fn write(&self, packet: &mut Vec<u8>, asked: Option<&Name>) {
        // as servers do: the name of the question is pointed to
        if asked.is_some_and(|asked| asked.is(&self.owner)) {
            packet.extend(pointer(12));
        } else {
            self.owner.write(packet);
        }
        packet.extend(self.kind.to_be_bytes());
        packet.extend(self.class.to_be_bytes());
        packet.extend(self.ttl.to_be_bytes());
        let place = packet.len();
        packet.extend([0, 0]);
        for part in &self.data {
            match part {
                Part::Octets(octets) => packet.extend(octets),
                Part::Name(name) => name.write(packet),
            }
        }
        let length = self.length.unwrap_or_else(|| short(packet.len() - place - 2));
        packet[place..place + 2].copy_from_slice(&length.to_be_bytes());
    }
}

/// An address, A or AAAA.
pub fn address(owner: &str, address: &str) -> Record {
    match address.parse().unwrap_or_else(|error| panic!("{address}: {error}")) {
        IpAddr::V4(address) => Record::raw(owner, A, &address.octets()),
        IpAddr::V6(address) => Record::raw(owner, AAAA, &address.octets()),
    }
}

/// An MX.
pub fn mx(owner: &str, preference: u16, exchange: &str) -> Record {
    let preference = Part::Octets(preference.to_be_bytes().to_vec());
    Record::new(owner, MX, vec![preference, Part::Name(Name::of(exchange))])
}

/// A record whose data is a name: NS, CNAME, PTR.
pub fn to_name(owner: &str, kind: u16, name: &str) -> Record {
    Record::new(owner, kind, vec![Part::Name(Name::of(name))])
}

/// A TXT of strings, each of at most 255 octets.
pub fn txt(owner: &str, strings: &[&[u8]]) -> Record {
    let length = |string: &&[u8]| u8::try_from(string.len()).expect("at most 255 octets");
    let octets: Vec<u8> =
        strings.iter().flat_map(|string| [length(string)].into_iter().chain(string.iter().copied())).collect();
    Record::raw(owner, TXT, &octets)
}

/// The SOA of a zone, as it stands in negative answers (RFC 2308 §3).
pub fn soa(zone: &str) -> Record {
    let name = |text: &str| Part::Name(Name::of(text));
    let numbers = [1_u32, 3600, 600, 86400, 60].iter().flat_map(|number| number.to_be_bytes()).collect();
    Record::new(zone, SOA, vec![name("ns1.mock.test"), name("hostmaster.mock.test"), Part::Octets(numbers)]).ttl(60)
}

/// What stands in the question section of an answer.
#[derive(Clone, Debug)]
enum Asked {
    Same,
    Nothing,
    Other(Name, u16),
}

/// Whether an answer has an OPT record.
#[derive(Clone, Debug)]
enum Edns {
    /// As the question has or has not.
    Same,
    Never,
    Always,
}

/// An answer: to the question that came, from the authority, with an OPT if the question has one, unless it is told
/// otherwise.
#[derive(Clone, Debug)]
pub struct Packet {
    wrong_id: u16,
    flags: u16,
    rcode: u16,
    asked: Asked,
    answers: Vec<Record>,
    authorities: Vec<Record>,
    additionals: Vec<Record>,
    edns: Edns,
    version: u8,
    options: Vec<u8>,
    counts: Option<[u16; 4]>,
    cut: usize,
    tail: Vec<u8>,
    pub(super) oversized: bool,
}

impl Packet {
    /// An answer of these records.
    pub fn answer(records: impl Into<Vec<Record>>) -> Self {
        Self {
            wrong_id: 0,
            flags: QR | AA,
            rcode: NOERROR,
            asked: Asked::Same,
            answers: records.into(),
            authorities: Vec::new(),
            additionals: Vec::new(),
            edns: Edns::Same,
            version: 0,
            options: Vec::new(),
            counts: None,
            cut: 0,
            tail: Vec::new(),
            oversized: false,
        }
    }

    /// Nothing but a response code.
    pub fn rcode(rcode: u16) -> Self {
        Self { rcode, ..Self::answer([]) }
    }

    /// The name has no records of this type (`NOERROR`), or is none (`NXDOMAIN`): with the SOA of the zone `test`.
    pub fn negative(rcode: u16) -> Self {
        Self::rcode(rcode).authority([soa("test")])
    }

    /// Truncated, without any record.
    pub fn truncated() -> Self {
        Self::answer([]).with(TC)
    }

    /// With records in the authority section.
    pub fn authority(mut self, records: impl Into<Vec<Record>>) -> Self {
        self.authorities.extend(records.into());
        self
    }

    /// With records in the additional section.
    pub fn additional(mut self, records: impl Into<Vec<Record>>) -> Self {
        self.additionals.extend(records.into());
        self
    }

    /// With this response code; what four bits cannot hold goes into the OPT record.
    pub fn coded(mut self, rcode: u16) -> Self {
        self.rcode = rcode;
        self
    }

    /// With these header flags set.
    pub fn with(mut self, flags: u16) -> Self {
        self.flags |= flags;
        self
    }

    /// With these header flags clear.
    pub fn without(mut self, flags: u16) -> Self {
        self.flags &= !flags;
        self
    }

    /// With another ID than that of the question.
    pub fn wrong_id(mut self) -> Self {
        self.wrong_id = 0x5555;
        self
    }

    /// As if something else had been asked.
    pub fn asked(mut self, name: &str, kind: u16) -> Self {
        self.asked = Asked::Other(Name::of(name), kind);
        self
    }

    /// Without a question: QDCOUNT 0.
    pub fn unasked(mut self) -> Self {
        self.asked = Asked::Nothing;
        self
    }

    /// Without an OPT record, though the question has one.
    pub fn no_edns(mut self) -> Self {
        self.edns = Edns::Never;
        self
    }

    /// With an OPT record, though the question may have none.
    pub fn edns(mut self) -> Self {
        self.edns = Edns::Always;
        self
    }

    /// With an option in the OPT record.
    pub fn option(mut self, code: u16, data: &[u8]) -> Self {
        self.options.extend(code.to_be_bytes());
        self.options.extend(short(data.len()).to_be_bytes());
        self.options.extend(data);
        self
    }

    /// With an extended error (RFC 8914), whose text may be any octets.
    pub fn ede(self, code: u16, text: &[u8]) -> Self {
        self.option(15, &[&code.to_be_bytes(), text].concat())
    }

    /// With other counts in the header than those of question, answer, authority and additional.
    pub fn counts(mut self, counts: [u16; 4]) -> Self {
        self.counts = Some(counts);
        self
    }

    /// Without its last octets, so many.
    pub fn cut(mut self, octets: usize) -> Self {
        self.cut = octets;
        self
    }

    /// With further octets behind the last record.
    pub fn tail(mut self, octets: &[u8]) -> Self {
        self.tail = octets.to_vec();
        self
    }

    /// Over UDP whole, even where it is longer than the client says it can take. Otherwise it is truncated then.
    pub fn oversized(mut self) -> Self {
        self.oversized = true;
        self
    }

    /// The octets of the answer to a question.
    pub fn octets(&self, question: &Question) -> Vec<u8> {
        let mut additionals = self.additionals.clone();
        let has_edns = match self.edns {
            Edns::Same => question.edns.is_some(),
            Edns::Never => false,
            Edns::Always => true,
        };
        additionals.extend(has_edns.then(|| self.opt()));
        let (asked, name) = match &self.asked {
            Asked::Same => (question.section.clone(), Some(&question.labels)),
            Asked::Nothing => (Vec::new(), None),
            Asked::Other(name, kind) => (section(name, *kind), Some(name)),
        };
        let sections = [&self.answers, &self.authorities, &additionals];
        let [answers, authorities, additionals] = sections.map(|records| short(records.len()));
        let true_counts = [u16::from(!asked.is_empty()), answers, authorities, additionals];

        let flags = self.flags | if question.rd { RD } else { 0 } | self.rcode & 0x0f;
        let [[id_1, id_2], [flags_1, flags_2]] = [question.id ^ self.wrong_id, flags].map(u16::to_be_bytes);
        let mut packet = vec![id_1, id_2, flags_1, flags_2];
        packet.extend(self.counts.unwrap_or(true_counts).iter().flat_map(|count| count.to_be_bytes()));
        packet.extend(&asked);
        for record in sections.into_iter().flatten() {
            record.write(&mut packet, name);
        }
        packet.truncate(packet.len().saturating_sub(self.cut));
        packet.extend(&self.tail);
        packet
    }

    /// The OPT record: size in the class; upper part of the response code, version and flags in the TTL.
    fn opt(&self) -> Record {
        let ttl = u32::from(self.rcode >> 4) << 24 | u32::from(self.version) << 16;
        Record::raw(".", OPT, &self.options).class(1232).ttl(ttl)
    }
}

/// A question section.
pub(super) fn section(name: &Name, kind: u16) -> Vec<u8> {
    let mut octets = Vec::new();
    name.write(&mut octets);
    octets.extend(kind.to_be_bytes());
    octets.extend(1_u16.to_be_bytes());
    octets
}

fn short(number: usize) -> u16 {
    u16::try_from(number).expect("a number of 16 bits")
}
