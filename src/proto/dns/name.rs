//! Domain names on the wire and in text (RFC 1035 §3.1, §4.1.4, §5.1; RFC 4343 for letters and escapes).

use std::fmt;
use std::hash::{Hash, Hasher};

use super::reader::{Malformed, Reader};
use crate::base::escape::escape_str;

/// The longest name in octets, as it stands on the wire (RFC 1035 §2.3.4).
pub const MAX_NAME: usize = 255;
/// The longest label in octets (RFC 1035 §2.3.4).
pub const MAX_LABEL: usize = 63;

/// A domain name, fully qualified. Capitals are kept and make no difference (RFC 4343 §3).
#[derive(Clone, Debug, Default)]
pub struct Name {
    labels: Vec<Box<[u8]>>,
}

/// Why a text is no domain name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NameError {
    /// Nothing stands between two dots, or before the first.
    #[error("a label is empty (a dot too many)")]
    EmptyLabel,
    /// A label of more than 63 octets, or a name of more than 255.
    #[error("it is too long (255 octets, 63 a label)")]
    TooLong,
    /// A character that cannot be asked for as it is.
    #[error("{0:?} cannot stand in a domain name")]
    Character(char),
    /// U-labels that IDNA cannot express.
    #[error("it is not a valid internationalized name (RFC 5891)")]
    Idna,
}

impl Name {
    /// The root, which null MX records bear (RFC 7505 §3).
    pub const ROOT: Name = Name { labels: Vec::new() };

    /// A name as it is typed, with U-labels or A-labels, with or without the final dot.
    pub fn parse(text: &str) -> Result<Name, NameError> {
        if let Some(c) = text.chars().find(|c| c.is_whitespace() || c.is_control() || "\\/@\"()<>[],;:".contains(*c)) {
            return Err(NameError::Character(c));
        }
        let text = text.strip_suffix('.').unwrap_or(text);
        if text.is_empty() {
            return Ok(Name::ROOT);
        }
        let ascii = match text.is_ascii() {
            true => text.to_owned(),
            false => idna::domain_to_ascii(text).map_err(|_| NameError::Idna)?,
        };
        let labels: Vec<Box<[u8]>> = ascii.split('.').map(|label| label.as_bytes().into()).collect();
        if labels.iter().any(|label| label.is_empty()) {
            return Err(NameError::EmptyLabel);
        }
        let name = Name { labels };
        let long = name.labels.iter().any(|label| label.len() > MAX_LABEL) || name.wire_len() > MAX_NAME;
        if long { Err(NameError::TooLong) } else { Ok(name) }
    }

    /// The name under which an address is looked up backwards (RFC 1035 §3.5, RFC 3596 §2.5).
    pub fn reverse(address: core::net::IpAddr) -> Name {
        let text = match address {
            core::net::IpAddr::V4(v4) => {
                let [a, b, c, d] = v4.octets();
                format!("{d}.{c}.{b}.{a}.in-addr.arpa")
            }
            core::net::IpAddr::V6(v6) => {
                let nibbles = v6.octets().into_iter().rev().map(|octet| format!("{:x}.{:x}.", octet & 15, octet >> 4));
                nibbles.collect::<String>() + "ip6.arpa"
            }
        };
        let labels = text.split('.').map(|label| label.as_bytes().into()).collect();
        Name { labels }
    }

    /// Whether it is the root.
    pub fn is_root(&self) -> bool {
        self.labels.is_empty()
    }

    /// Its labels, the leftmost first.
    pub fn labels(&self) -> impl DoubleEndedIterator<Item = &[u8]> + ExactSizeIterator {
        self.labels.iter().map(|label| &**label)
    }

    /// Whether it is `other` or stands below it.
    pub fn is_within(&self, other: &Name) -> bool {
        let skip = self.labels.len().checked_sub(other.labels.len());
        let tail = skip.and_then(|skip| self.labels.get(skip..)).unwrap_or_default();
        skip.is_some() && tail.iter().zip(&other.labels).all(|(a, b)| a.eq_ignore_ascii_case(b))
    }

    /// The address that it spells: `192.0.2.1.` where a name should stand.
    pub fn as_address(&self) -> Option<core::net::Ipv4Addr> {
        self.host().parse().ok()
    }

    /// As a host name, in lower case and without the final dot; what no host name has is escaped.
    pub fn host(&self) -> String {
        let text = self.to_string().to_ascii_lowercase();
        text.strip_suffix('.').unwrap_or(&text).to_owned()
    }

    /// With U-labels, if it has A-labels that are valid (RFC 5890 §2.3.2.1); safe to show.
    pub fn unicode(&self) -> Option<String> {
        let host = self.host();
        if !host.split('.').any(|label| label.starts_with("xn--")) {
            return None;
        }
        let (unicode, valid) = idna::domain_to_unicode(&host);
        (valid.is_ok() && unicode != host).then(|| escape_str(&unicode).into_owned())
    }

    pub(super) fn wire_len(&self) -> usize {
        self.labels.iter().map(|label| label.len() + 1).sum::<usize>() + 1
    }

    /// Reads a name, following compression pointers (RFC 1035 §4.1.4). Each must point further back than the one
    /// before, so that no chain of them can go round.
    pub(super) fn read(reader: &mut Reader<'_>) -> Result<Name, Malformed> {
        let mut labels = Vec::new();
        let (mut width, mut before, mut behind) = (1, reader.at(), None);
        loop {
            let at = reader.at();
            match reader.u8("a name")? {
                0 => break,
                length @ 1..=63 => {
                    width += usize::from(length) + 1;
                    if width > MAX_NAME {
                        return Err(Malformed { at, what: "a name of more than 255 octets" });
                    }
                    labels.push(reader.take(usize::from(length), "a label")?.into());
                }
                high @ 192..=255 => {
                    let target = usize::from(high & 63) << 8 | usize::from(reader.u8("a compression pointer")?);
                    if target >= before {
                        return Err(Malformed { at, what: "a compression pointer that does not point back" });
                    }
                    before = target;
                    behind.get_or_insert(reader.at());
                    reader.seek(target);
                }
                _ => return Err(Malformed { at, what: "a label of a type that does not exist" }),
            }
        }
        if let Some(behind) = behind {
            reader.seek(behind);
        }
        Ok(Name { labels })
    }

    /// As it goes on the wire, not compressed.
    pub(super) fn encode(&self, octets: &mut Vec<u8>) {
        for label in &self.labels {
            octets.push(label.len() as u8); // at most 63
            octets.extend_from_slice(label);
        }
        octets.push(0);
    }
}

impl PartialEq for Name {
    fn eq(&self, other: &Name) -> bool {
        self.labels.len() == other.labels.len() && self.is_within(other)
    }
}

impl Eq for Name {}

impl Hash for Name {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.labels.iter().for_each(|label| label.to_ascii_lowercase().hash(state));
    }
}

/// Presentation format: `\.` for a dot within a label, `\027` for what is not printable (RFC 1035 §5.1).
impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for label in &self.labels {
            for &octet in label {
                match octet {
                    b'.' | b'\\' | b'"' | b'(' | b')' | b';' | b'@' | b'$' => write!(f, "\\{}", octet as char)?,
                    0x21..=0x7e => write!(f, "{}", octet as char)?,
                    _ => write!(f, "\\{octet:03}")?,
                }
            }
            f.write_str(".")?;
        }
        if self.is_root() { f.write_str(".") } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(text: &str) -> Name {
        Name::parse(text).expect("a name")
    }

    #[test]
    fn as_typed() {
        assert_eq!(name("Google.TEST"), name("google.test."));
        assert_eq!(name("Google.TEST").to_string(), "Google.TEST.");
        assert_eq!(name("Google.TEST").host(), "google.test");
        assert_eq!(name("españa.test").to_string(), "xn--espaa-rta.test.");
        assert_eq!(name("xn--espaa-rta.test").unicode().as_deref(), Some("españa.test"));
        assert_eq!(name("example.test").unicode(), None);
        assert_eq!(name("."), Name::ROOT);
        assert_eq!(Name::parse("a..b"), Err(NameError::EmptyLabel));
        assert_eq!(Name::parse("a b"), Err(NameError::Character(' ')));
        assert_eq!(Name::parse(&"a".repeat(64)), Err(NameError::TooLong));
        assert_eq!(Name::parse(&"abcdefg.".repeat(33)), Err(NameError::TooLong));
    }

    #[test]
    fn backwards() {
        let v4 = Name::reverse("192.0.2.1".parse().expect("an address"));
        assert_eq!(v4.to_string(), "1.2.0.192.in-addr.arpa.");
        let v6 = Name::reverse("2001:db8::1".parse().expect("an address")).to_string();
        assert!(v6.starts_with("1.0.0.0.") && v6.ends_with("8.b.d.0.1.0.0.2.ip6.arpa."), "{v6}");
    }

    #[test]
    fn within() {
        assert!(name("a.b.test").is_within(&name("B.test")) && name("b.test").is_within(&name("b.test")));
        assert!(!name("ab.test").is_within(&name("b.test")) && !name("test").is_within(&name("b.test")));
    }

    #[test]
    fn what_a_terminal_would_obey_is_escaped() {
        let mut reader = Reader::new(b"\x05\x1b[2J.\x03a.b\x00");
        assert_eq!(Name::read(&mut reader).map(|n| n.to_string()), Ok("\\027[2J\\..a\\.b.".to_owned()));
    }

    #[test]
    fn pointers() {
        let read = |octets: &[u8], at| {
            let mut reader = Reader::new(octets);
            reader.seek(at);
            Name::read(&mut reader).map(|name| (name.to_string(), reader.at()))
        };
        let octets = b"\x01a\x00\x01b\xc0\x00\x01c\xc0\x03";
        assert_eq!(read(octets, 7), Ok(("c.b.a.".to_owned(), 11)));
        let what = "a compression pointer that does not point back";
        assert_eq!(read(b"\xc0\x00", 0), Err(Malformed { at: 0, what }));
        assert_eq!(read(b"\x01a\xc0\x04\x01b\xc0\x00", 4), Err(Malformed { at: 2, what }));
    }
}
