//! Reading octets of a DNS message, never beyond their end.

/// Where a DNS message cannot be read, and what should stand there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("octet {at}: {what}")]
pub struct Malformed {
    /// The offset in octets, from 0.
    pub at: usize,
    /// What is wrong there.
    pub what: &'static str,
}

/// A place in a message.
#[derive(Clone, Debug)]
pub(super) struct Reader<'a> {
    octets: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    pub fn new(octets: &'a [u8]) -> Reader<'a> {
        Reader { octets, at: 0 }
    }

    pub fn at(&self) -> usize {
        self.at
    }

    pub fn seek(&mut self, at: usize) {
        self.at = at;
    }

    pub fn rest(&self) -> usize {
        self.octets.len().saturating_sub(self.at)
    }

    /// The next octets; `what` should stand there.
    pub fn take(&mut self, length: usize, what: &'static str) -> Result<&'a [u8], Malformed> {
        let taken = self.octets.get(self.at..).and_then(|rest| rest.get(..length));
        let taken = taken.ok_or(Malformed { at: self.at, what: cut(what) })?;
        self.at += length;
        Ok(taken)
    }

    pub fn u8(&mut self, what: &'static str) -> Result<u8, Malformed> {
        self.array::<1>(what).map(u8::from_be_bytes)
    }

    pub fn u16(&mut self, what: &'static str) -> Result<u16, Malformed> {
        self.array(what).map(u16::from_be_bytes)
    }

    pub fn u32(&mut self, what: &'static str) -> Result<u32, Malformed> {
        self.array(what).map(u32::from_be_bytes)
    }

    pub fn array<const N: usize>(&mut self, what: &'static str) -> Result<[u8; N], Malformed> {
        let at = self.at;
        self.take(N, what)?.try_into().map_err(|_| Malformed { at, what: cut(what) })
    }

    /// A reader of the next octets alone, which still finds the names before them.
    pub fn part(&mut self, length: usize, what: &'static str) -> Result<Reader<'a>, Malformed> {
        let start = self.at;
        self.take(length, what)?;
        Ok(Reader { octets: self.octets.get(..self.at).unwrap_or_default(), at: start })
    }
}

/// The end comes too early. The names are few, so that each has its own sentence.
fn cut(what: &'static str) -> &'static str {
    match what {
        "a header" => "the message ends within its header",
        "a name" | "a label" | "a compression pointer" => "the message ends within a name",
        "a question" => "the message ends within a question",
        "a record" => "the message ends within a record",
        _ => "the data of a record is shorter than its type needs",
    }
}
