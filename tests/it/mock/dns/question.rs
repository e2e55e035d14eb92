//! What a client asks, and what is wrong with how it asks.

use super::packet::{Name, OPT};

/// The way that a question came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Transport {
    /// A datagram.
    Udp,
    /// A stream, with a length in front.
    Tcp,
}

/// The OPT record of a question (RFC 6891).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edns {
    /// The largest datagram that the client can take.
    pub size: u16,
    /// The version, of which there is 0.
    pub version: u8,
    /// DO: the client wants signatures.
    pub dnssec: bool,
    /// Codes and data of the options.
    pub options: Vec<(u16, Vec<u8>)>,
}

/// A question that was heard.
#[derive(Clone, Debug)]
pub struct Question {
    /// Its ID.
    pub id: u16,
    /// The name in the format of master files, without the last dot, letters as they came.
    pub name: String,
    /// The type.
    pub kind: u16,
    /// The class, which should be 1.
    pub class: u16,
    /// RD: the client wants recursion.
    pub rd: bool,
    /// AD: the client wants to know whether the answer was validated.
    pub ad: bool,
    /// The OPT record, if there is one.
    pub edns: Option<Edns>,
    /// The way that it came.
    pub transport: Transport,
    /// The whole packet.
    pub octets: Vec<u8>,
    /// What is wrong with the packet, if anything is.
    pub flaw: Option<String>,
    pub(super) labels: Name,
    /// The question section as it came.
    pub(super) section: Vec<u8>,
}

impl Question {
    /// Reads a packet, as far as it can be read.
    pub(super) fn read(octets: &[u8], transport: Transport) -> Self {
        let mut question = Self {
            id: 0,
            name: String::new(),
            kind: 0,
            class: 0,
            rd: false,
            ad: false,
            edns: None,
            transport,
            octets: octets.to_vec(),
            flaw: None,
            labels: Name::Labels(Vec::new()),
            section: Vec::new(),
        };
        question.flaw = question.fill(&mut Reader { octets, at: 0 }).err();
        question
    }

    fn fill(&mut self, reader: &mut Reader<'_>) -> Result<(), String> {
        self.id = reader.short()?;
        let flags = reader.short()?;
        (self.rd, self.ad) = (flags & 0x0100 != 0, flags & 0x0020 != 0);
        let counts = [reader.short()?, reader.short()?, reader.short()?, reader.short()?];
        let labels = reader.labels()?;
        self.name = labels.iter().map(|label| escaped(label)).collect::<Vec<_>>().join(".");
        self.labels = Name::Labels(labels);
        (self.kind, self.class) = (reader.short()?, reader.short()?);
        self.section = reader.octets.get(12..reader.at).unwrap_or_default().to_vec();
        if flags & !0x0130 != 0 {
            return Err(format!("flags are {flags:04x}: more than RD, AD and CD"));
        }
        if !matches!(counts, [1, 0, 0, 0 | 1]) {
            return Err(format!("{counts:?} questions, answers, authorities and additionals"));
        }
        if counts[3] == 1 {
            self.edns = Some(reader.opt()?);
        }
        let left = reader.octets.len() - reader.at;
        if left == 0 { Ok(()) } else { Err(format!("{left} octets behind the end")) }
    }
}

/// A place in a packet.
struct Reader<'a> {
    octets: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    fn take(&mut self, count: usize) -> Result<&[u8], String> {
        let taken = self.octets.get(self.at..self.at + count).ok_or(format!("it ends behind {}", self.octets.len()))?;
        self.at += count;
        Ok(taken)
    }

    fn octet(&mut self) -> Result<u8, String> {
        self.take(1).map(|octets| octets[0])
    }

    fn short(&mut self) -> Result<u16, String> {
        self.take(2).map(|octets| u16::from_be_bytes([octets[0], octets[1]]))
    }

    /// Labels up to the root. There is nothing in front that a pointer could point to.
    fn labels(&mut self) -> Result<Vec<Vec<u8>>, String> {
        let mut labels = Vec::new();
        let mut total = 1;
        loop {
            match self.octet()? {
                0 => return Ok(labels),
                length @ 1..64 => labels.push(self.take(length.into())?.to_vec()),
                octet => return Err(format!("no label begins with {octet:#x}")),
            }
            total += labels.last().map_or(0, Vec::len) + 1;
            if total > 255 {
                return Err("a name of more than 255 octets".to_owned());
            }
        }
    }

    fn opt(&mut self) -> Result<Edns, String> {
        let (owner, kind) = (self.octet()?, self.short()?);
        if owner != 0 || kind != OPT {
            return Err(format!("a record of type {kind} in a question"));
        }
        let (size, upper, version) = (self.short()?, self.octet()?, self.octet()?);
        let flags = self.short()?;
        if upper != 0 || flags & 0x7fff != 0 {
            return Err(format!("an OPT with code {upper} and flags {flags:04x}"));
        }
        let end = usize::from(self.short()?) + self.at;
        let mut options = Vec::new();
        while self.at < end {
            let (code, length) = (self.short()?, self.short()?);
            options.push((code, self.take(length.into())?.to_vec()));
        }
        Ok(Edns { size, version, dnssec: flags != 0, options })
    }
}

/// A label in the format of master files.
fn escaped(label: &[u8]) -> String {
    let octet = |octet: &u8| match octet {
        b'.' | b'\\' | b'"' | b'(' | b')' | b';' | b'@' | b'$' => format!("\\{}", char::from(*octet)),
        b'!'..=b'~' => char::from(*octet).to_string(),
        _ => format!("\\{octet:03}"),
    };
    label.iter().map(octet).collect()
}
