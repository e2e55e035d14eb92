//! Questions and answers (RFC 1035 §4, RFC 6891 for EDNS, RFC 8914 for extended errors).

use std::borrow::Cow;
use std::fmt;
use std::time::Duration;

use super::name::Name;
use super::reader::{Malformed, Reader};
use super::record::{INTERNET, Record, Type};
use crate::base::escape::escape;
use crate::proto::explain::{Explanation, Language};
use crate::proto::{Kind, Meaning, Meaningful};

/// A query or a response.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Message {
    /// Joins a response to its query.
    pub id: u16,
    /// What the header says.
    pub flags: Flags,
    /// The kind of query: 0 is QUERY.
    pub opcode: u8,
    /// How it went, with the upper bits that EDNS carries.
    pub rcode: Rcode,
    /// What was asked.
    pub questions: Vec<Question>,
    /// The answer section.
    pub answers: Vec<Record>,
    /// The authority section: the name servers of the zone, or its SOA where there is no such record.
    pub authority: Vec<Record>,
    /// The additional section, without OPT.
    pub additional: Vec<Record>,
    /// EDNS, if it is spoken.
    pub edns: Option<Edns>,
    /// Where the octets could be read no further: what stands here is what stood before.
    pub malformed: Option<Malformed>,
    /// Its size in octets, as it was read.
    pub size: usize,
    /// How long after the question it came, where that is known.
    pub after: Option<Duration>,
}

/// The flags of the header (RFC 1035 §4.1.1, RFC 4035 §3.1.6).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flags {
    /// QR: a response.
    pub response: bool,
    /// AA: the server has authority over the name.
    pub authoritative: bool,
    /// TC: there was no room for all of it.
    pub truncated: bool,
    /// RD: the server is to ask others.
    pub recursion_desired: bool,
    /// RA: it does.
    pub recursion_available: bool,
    /// AD: DNSSEC has proved the answer to it.
    pub authentic: bool,
    /// CD: it is not to check.
    pub checking_disabled: bool,
}

/// A response code (RFC 1035 §4.1.1, RFC 6895 §2.3).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Rcode(pub u16);

/// A question.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Question {
    /// About whom.
    pub name: Name,
    /// What is wanted.
    pub kind: Type,
}

/// What EDNS adds (RFC 6891 §6.1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edns {
    /// The largest UDP payload in octets that its sender takes.
    pub payload: u16,
    /// Its version: 0.
    pub version: u8,
    /// DO: signatures are wanted.
    pub dnssec: bool,
    /// Options by number.
    pub options: Vec<(u16, Box<[u8]>)>,
}

const RCODES: [(Rcode, &str); 11] = [
    (Rcode::NOERROR, "NOERROR"),
    (Rcode::FORMERR, "FORMERR"),
    (Rcode::SERVFAIL, "SERVFAIL"),
    (Rcode::NXDOMAIN, "NXDOMAIN"),
    (Rcode::NOTIMP, "NOTIMP"),
    (Rcode::REFUSED, "REFUSED"),
    (Rcode(6), "YXDOMAIN"),
    (Rcode(7), "YXRRSET"),
    (Rcode(8), "NXRRSET"),
    (Rcode(9), "NOTAUTH"),
    (Rcode::BADVERS, "BADVERS"),
];

/// The extended errors, from 0 on (RFC 8914 §4, RFC 9567 and the registry).
const EXTENDED_ERRORS: [&str; 30] = [
    "Other",
    "Unsupported DNSKEY Algorithm",
    "Unsupported DS Digest Type",
    "Stale Answer",
    "Forged Answer",
    "DNSSEC Indeterminate",
    "DNSSEC Bogus",
    "Signature Expired",
    "Signature Not Yet Valid",
    "DNSKEY Missing",
    "RRSIGs Missing",
    "No Zone Key Bit Set",
    "NSEC Missing",
    "Cached Error",
    "Not Ready",
    "Blocked",
    "Censored",
    "Filtered",
    "Prohibited",
    "Stale NXDOMAIN Answer",
    "Not Authoritative",
    "Not Supported",
    "No Reachable Authority",
    "Network Error",
    "Invalid Data",
    "Signature Expired before Valid",
    "Too Early",
    "Unsupported NSEC3 Iterations Value",
    "Unable to conform to policy",
    "Synthesized",
];

#[allow(missing_docs, reason = "the names are those of the registry")]
impl Rcode {
    pub const NOERROR: Rcode = Rcode(0);
    pub const FORMERR: Rcode = Rcode(1);
    pub const SERVFAIL: Rcode = Rcode(2);
    pub const NXDOMAIN: Rcode = Rcode(3);
    pub const NOTIMP: Rcode = Rcode(4);
    pub const REFUSED: Rcode = Rcode(5);
    pub const BADVERS: Rcode = Rcode(16);
}

impl Rcode {
    /// Every code that has a name here.
    pub fn all() -> impl Iterator<Item = Rcode> {
        RCODES.iter().map(|(code, _)| *code)
    }
}

impl fmt::Display for Rcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match RCODES.iter().find(|(code, _)| code == self) {
            Some((_, name)) => f.write_str(name),
            None => write!(f, "RCODE{}", self.0),
        }
    }
}

impl Flags {
    /// The flags that are set, by the names that dig and the RFCs give them.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        let all = [
            (self.response, "qr"),
            (self.authoritative, "aa"),
            (self.truncated, "tc"),
            (self.recursion_desired, "rd"),
            (self.recursion_available, "ra"),
            (self.authentic, "ad"),
            (self.checking_disabled, "cd"),
        ];
        all.into_iter().filter_map(|(set, name)| set.then_some(name))
    }

    fn of(word: u16) -> Flags {
        let bit = |n: u16| word & (1 << n) != 0;
        Flags {
            response: bit(15),
            authoritative: bit(10),
            truncated: bit(9),
            recursion_desired: bit(8),
            recursion_available: bit(7),
            authentic: bit(5),
            checking_disabled: bit(4),
        }
    }

    fn word(self) -> u16 {
        let bits = [
            (self.response, 15),
            (self.authoritative, 10),
            (self.truncated, 9),
            (self.recursion_desired, 8),
            (self.recursion_available, 7),
            (self.authentic, 5),
            (self.checking_disabled, 4),
        ];
        bits.into_iter().map(|(set, n)| u16::from(set) << n).sum()
    }
}

impl Message {
    /// Reads a message as far as it can be read: what is wrong stands in `malformed`.
    pub fn read(octets: &[u8]) -> Message {
        let mut message = Message { size: octets.len(), ..Message::default() };
        let mut reader = Reader::new(octets);
        if let Err(malformed) = message.read_all(&mut reader) {
            message.malformed = Some(malformed);
        } else if reader.rest() > 0 {
            message.malformed = Some(Malformed { at: reader.at(), what: "octets behind the end of the message" });
        }
        message
    }

    fn read_all(&mut self, reader: &mut Reader<'_>) -> Result<(), Malformed> {
        self.id = reader.u16("a header")?;
        let word = reader.u16("a header")?;
        self.flags = Flags::of(word);
        self.opcode = (word >> 11 & 15) as u8;
        self.rcode = Rcode(word & 15);
        let mut counts = [0; 4];
        for count in &mut counts {
            *count = reader.u16("a header")?;
        }
        let [questions, answers, authority, additional] = counts;
        for _ in 0..questions {
            let (name, kind) = (Name::read(reader)?, Type(reader.u16("a question")?));
            reader.u16("a question")?;
            self.questions.push(Question { name, kind });
        }
        for _ in 0..answers {
            self.answers.push(Record::read(reader)?);
        }
        for _ in 0..authority {
            self.authority.push(Record::read(reader)?);
        }
        for _ in 0..additional {
            let record = Record::read(reader)?;
            match record.kind {
                Type::OPT => self.read_edns(&record)?,
                _ => self.additional.push(record),
            }
        }
        Ok(())
    }

    /// The fields of OPT have meanings of their own (RFC 6891 §6.1.2).
    fn read_edns(&mut self, record: &Record) -> Result<(), Malformed> {
        let [high, version, flags, _] = record.ttl.to_be_bytes();
        self.rcode.0 |= u16::from(high) << 4;
        let super::Data::Other(data) = &record.data else { return Ok(()) };
        let (mut options, mut reader) = (Vec::new(), Reader::new(data));
        while reader.rest() > 0 {
            let number = reader.u16("data")?;
            let length = usize::from(reader.u16("data")?);
            options.push((number, reader.take(length, "data")?.into()));
        }
        self.edns = Some(Edns { payload: record.class, version, dnssec: flags & 128 != 0, options });
        Ok(())
    }

    /// As it goes on the wire, not compressed. A size of more than 64 KiB cannot be said and is the caller's to avoid.
    pub fn encode(&self) -> Vec<u8> {
        let mut octets = Vec::with_capacity(512);
        octets.extend(self.id.to_be_bytes());
        let word = self.flags.word() | u16::from(self.opcode & 15) << 11 | (self.rcode.0 & 15);
        octets.extend(word.to_be_bytes());
        let additional = self.additional.len() + usize::from(self.edns.is_some());
        for count in [self.questions.len(), self.answers.len(), self.authority.len(), additional] {
            octets.extend((count as u16).to_be_bytes());
        }
        for question in &self.questions {
            question.name.encode(&mut octets);
            octets.extend(question.kind.0.to_be_bytes());
            octets.extend(INTERNET.to_be_bytes());
        }
        for record in self.answers.iter().chain(&self.authority).chain(&self.additional) {
            record.encode(&mut octets);
        }
        if let Some(edns) = &self.edns {
            edns.record(self.rcode).encode(&mut octets);
        }
        octets
    }

    /// Every record with the section in which it stands.
    pub fn records(&self) -> impl Iterator<Item = (Section, &Record)> {
        let answers = self.answers.iter().map(|record| (Section::Answer, record));
        let authority = self.authority.iter().map(|record| (Section::Authority, record));
        answers.chain(authority).chain(self.additional.iter().map(|record| (Section::Additional, record)))
    }

    /// Extended errors with their texts, escaped (RFC 8914).
    pub fn extended_errors(&self) -> impl Iterator<Item = (u16, String)> {
        const EXTENDED_ERROR: u16 = 15;
        let options = self.edns.iter().flat_map(|edns| &edns.options);
        options.filter(|(number, _)| *number == EXTENDED_ERROR).filter_map(|(_, data)| {
            let (code, text) = data.split_first_chunk::<2>()?;
            Some((u16::from_be_bytes(*code), escape(text).into_owned()))
        })
    }

    /// Extended errors as dig shows them: `22 (No Reachable Authority): (at delegation)`.
    pub fn extended_error_lines(&self) -> impl Iterator<Item = String> {
        self.extended_errors().map(|(code, text)| {
            let name = EXTENDED_ERRORS.get(usize::from(code)).map(|name| format!(" ({name})")).unwrap_or_default();
            let text = if text.is_empty() { text } else { format!(": ({text})") };
            format!("{code}{name}{text}")
        })
    }

    /// The first line of what is shown of it.
    fn headline(&self) -> String {
        let what = if self.flags.response { self.rcode.to_string() } else { self.operation().into_owned() };
        let flags: Vec<_> = self.flags.names().collect();
        let mut parts = vec![format!("{what} id {} flags {}", self.id, flags.join(" "))];
        parts.extend(self.questions.iter().map(Question::to_string));
        if self.flags.response {
            let [answers, authority, additional] = [&self.answers, &self.authority, &self.additional].map(Vec::len);
            parts.push(format!("answer {answers}, authority {authority}, additional {additional}"));
        }
        if let Some(edns) = &self.edns {
            parts.push(format!("EDNS {}{}", edns.payload, if edns.dnssec { " do" } else { "" }));
        }
        let after = self.after.map(|after| format!(" after {:.1} ms", after.as_secs_f64() * 1000.0));
        parts.push(format!("{} octets{}", self.size, after.unwrap_or_default()));
        parts.join("; ")
    }

    fn operation(&self) -> Cow<'static, str> {
        match self.opcode {
            0 => "QUERY".into(),
            4 => "NOTIFY".into(),
            5 => "UPDATE".into(),
            other => format!("OPCODE{other}").into(),
        }
    }

    /// What is shown of it, a line each: the header, then records and extended errors. Printable ASCII.
    pub fn lines(&self) -> Vec<String> {
        let mut lines = vec![self.headline()];
        lines.extend(self.records().map(|(section, record)| format!("  {:<10}  {record}", section.name())));
        lines.extend(self.extended_error_lines().map(|error| format!("  extended error {error}")));
        lines.extend(self.malformed.map(|malformed| format!("  malformed at {malformed}")));
        lines
    }
}

/// Where in a message a record stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Section {
    /// It answers.
    Answer,
    /// It says who knows.
    Authority,
    /// It spares a question.
    Additional,
}

impl Section {
    /// Its name in RFC 1035 §4.1, in lower case.
    pub fn name(self) -> &'static str {
        match self {
            Section::Answer => "answer",
            Section::Authority => "authority",
            Section::Additional => "additional",
        }
    }
}

impl Edns {
    fn record(&self, rcode: Rcode) -> Record {
        let mut data = Vec::new();
        for (number, content) in &self.options {
            data.extend(number.to_be_bytes());
            data.extend((content.len() as u16).to_be_bytes());
            data.extend_from_slice(content);
        }
        let ttl = u32::from_be_bytes([(rcode.0 >> 4) as u8, self.version, u8::from(self.dnssec) << 7, 0]);
        let data = super::Data::Other(data.into());
        Record { name: Name::ROOT, kind: Type::OPT, class: self.payload, ttl, data }
    }
}

impl fmt::Display for Question {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} IN {}", self.name, self.kind)
    }
}

impl Meaningful for Message {
    fn meaning(&self) -> Meaning {
        let question = self.questions.first().map(|question| format!(" {question}")).unwrap_or_default();
        let kind = match (self.malformed, self.flags.response, self.rcode) {
            (Some(_), ..) => Kind::Malformed,
            (_, false, _) => Kind::Command,
            (_, _, Rcode::NOERROR) if self.answers.is_empty() => Kind::Intermediate,
            (_, _, Rcode::NOERROR) => Kind::Positive,
            (_, _, Rcode::NXDOMAIN) => Kind::Permanent,
            _ => Kind::Transient,
        };
        let what = if self.flags.response { self.rcode.to_string() } else { self.operation().into_owned() };
        Meaning { kind, text: format!("{what}{question}").into() }
    }

    fn explain(&self, _octets: &[u8], _reveal: bool, language: Language) -> Vec<Explanation> {
        super::explain::of(self, language)
    }

    fn lines(&self) -> Option<Vec<String>> {
        Some(Message::lines(self))
    }
}
