//! The PROXY protocol, versions 1 and 2 (haproxy's proxy-protocol.txt): what a proxy says before anything else on a
//! connection, of the one that it makes it for.

use core::net::{IpAddr, SocketAddr};
use std::fmt;

/// The form of a header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Version {
    /// A line of text (§2.1).
    V1,
    /// Binary (§2.2).
    V2,
}

/// What is said once, as the first octets of a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Header {
    version: Version,
    ends: Option<(SocketAddr, SocketAddr)>,
}

/// How a header of version 2 begins: what no other protocol understands.
const SIGNATURE: &[u8; 12] = b"\r\n\r\n\0\r\nQUIT\n";

impl Header {
    /// A connection from the first end to the second, both of one family of addresses. Without: the proxy speaks for
    /// nobody, or cannot say for whom (`UNKNOWN`, `LOCAL`).
    pub fn new(version: Version, ends: Option<(SocketAddr, SocketAddr)>) -> Option<Header> {
        let alike = ends.is_none_or(|(from, to)| from.is_ipv4() == to.is_ipv4());
        alike.then_some(Header { version, ends })
    }

    /// As it goes over the wire.
    pub fn octets(&self) -> Vec<u8> {
        match self.version {
            Version::V1 => format!("{self}\r\n").into_bytes(),
            Version::V2 => self.binary(),
        }
    }

    fn binary(&self) -> Vec<u8> {
        // Version 2; 0: LOCAL, 1: PROXY.
        let command = 0x20 + u8::from(self.ends.is_some());
        let mut octets = SIGNATURE.to_vec();
        let Some((from, to)) = self.ends else {
            octets.extend([command, 0, 0, 0]);
            return octets;
        };
        // AF_INET or AF_INET6, and SOCK_STREAM; how many octets follow.
        let (family, length) = if from.is_ipv4() { (0x11, 12) } else { (0x21, 36) };
        octets.extend([command, family, 0, length]);
        for end in [from, to] {
            match end.ip() {
                IpAddr::V4(address) => octets.extend(address.octets()),
                IpAddr::V6(address) => octets.extend(address.octets()),
            }
        }
        octets.extend([from.port(), to.port()].map(u16::to_be_bytes).as_flattened());
        octets
    }
}

/// Version 1 is text; of version 2 the same is told in words.
impl fmt::Display for Header {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unknown = match self.version {
            Version::V1 => "PROXY UNKNOWN",
            Version::V2 => "LOCAL",
        };
        let Some((from, to)) = self.ends else { return f.write_str(unknown) };
        let family = if from.is_ipv4() { "TCP4" } else { "TCP6" };
        write!(f, "PROXY {family} {} {} {} {}", from.ip(), to.ip(), from.port(), to.port())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(version: Version, ends: Option<(&str, &str)>) -> Header {
        let end = |text: &str| text.parse::<SocketAddr>().expect("an address and a port");
        Header::new(version, ends.map(|(from, to)| (end(from), end(to)))).expect("ends of one family")
    }

    #[test]
    fn as_the_document_has_them() {
        let text = |ends| String::from_utf8(header(Version::V1, ends).octets()).expect("text");
        let four = Some(("255.255.255.255:65535", "192.168.0.11:443"));
        assert_eq!(text(four), "PROXY TCP4 255.255.255.255 192.168.0.11 65535 443\r\n");
        let six = Some(("[2001:db8::1]:1", "[::1]:2"));
        assert_eq!(text(six), "PROXY TCP6 2001:db8::1 ::1 1 2\r\n");
        assert_eq!(text(None), "PROXY UNKNOWN\r\n");
        let binary = |ends| header(Version::V2, ends).octets();
        let start = b"\x0d\x0a\x0d\x0a\x00\x0d\x0a\x51\x55\x49\x54\x0a";
        assert_eq!(binary(None), [&start[..], b"\x20\0\0\0"].concat());
        let four = binary(Some(("127.0.0.1:4711", "10.2.3.4:25")));
        assert_eq!(four, [&start[..], b"\x21\x11\0\x0c\x7f\0\0\x01\x0a\x02\x03\x04\x12\x67\0\x19"].concat());
        let six = binary(six);
        let one = [&[0; 15][..], &[1]].concat();
        let db8 = [&[0x20, 1, 0xd, 0xb8][..], &[0; 11], &[1]].concat();
        assert_eq!(six, [&start[..], b"\x21\x21\0\x24", &db8, &one, b"\0\x01\0\x02"].concat());
    }

    #[test]
    fn both_ends_are_of_one_family() {
        let ends = ("127.0.0.1:1".parse().expect("an end"), "[::1]:1".parse().expect("an end"));
        assert_eq!(Header::new(Version::V1, Some(ends)), None);
    }
}
