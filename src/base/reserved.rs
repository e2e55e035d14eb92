//! Addresses that are not for the public Internet (RFC 6890 and the registries that it began).

use core::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// IPv4 blocks: address, length of the prefix, what they are for, where that is written.
const V4: [(Ipv4Addr, u32, &str, &str); 14] = [
    (Ipv4Addr::new(0, 0, 0, 0), 8, "this network", "RFC 791 §3.2"),
    (Ipv4Addr::new(10, 0, 0, 0), 8, "private use", "RFC 1918 §3"),
    (Ipv4Addr::new(100, 64, 0, 0), 10, "shared by carriers", "RFC 6598 §7"),
    (Ipv4Addr::new(127, 0, 0, 0), 8, "loopback", "RFC 1122 §3.2.1.3"),
    (Ipv4Addr::new(169, 254, 0, 0), 16, "link-local", "RFC 3927 §2"),
    (Ipv4Addr::new(172, 16, 0, 0), 12, "private use", "RFC 1918 §3"),
    (Ipv4Addr::new(192, 0, 0, 0), 24, "protocol assignments", "RFC 6890 §2.1"),
    (Ipv4Addr::new(192, 0, 2, 0), 24, "documentation", "RFC 5737 §3"),
    (Ipv4Addr::new(192, 168, 0, 0), 16, "private use", "RFC 1918 §3"),
    (Ipv4Addr::new(198, 18, 0, 0), 15, "benchmarks", "RFC 2544"),
    (Ipv4Addr::new(198, 51, 100, 0), 24, "documentation", "RFC 5737 §3"),
    (Ipv4Addr::new(203, 0, 113, 0), 24, "documentation", "RFC 5737 §3"),
    (Ipv4Addr::new(224, 0, 0, 0), 4, "multicast", "RFC 5771"),
    (Ipv4Addr::new(240, 0, 0, 0), 4, "reserved", "RFC 1112 §4"),
];

/// IPv6 blocks, likewise.
const V6: [(Ipv6Addr, u32, &str, &str); 9] = [
    (Ipv6Addr::UNSPECIFIED, 128, "unspecified", "RFC 4291 §2.5.2"),
    (Ipv6Addr::LOCALHOST, 128, "loopback", "RFC 4291 §2.5.3"),
    (Ipv6Addr::new(0x100, 0, 0, 0, 0, 0, 0, 0), 64, "discard only", "RFC 6666 §4"),
    (Ipv6Addr::new(0x2001, 2, 0, 0, 0, 0, 0, 0), 48, "benchmarks", "RFC 5180 §8"),
    (Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 0), 32, "documentation", "RFC 3849 §2"),
    (Ipv6Addr::new(0x3fff, 0, 0, 0, 0, 0, 0, 0), 20, "documentation", "RFC 9637 §3"),
    (Ipv6Addr::new(0xfc00, 0, 0, 0, 0, 0, 0, 0), 7, "private use", "RFC 4193 §3"),
    (Ipv6Addr::new(0xfe80, 0, 0, 0, 0, 0, 0, 0), 10, "link-local", "RFC 4291 §2.5.6"),
    (Ipv6Addr::new(0xff00, 0, 0, 0, 0, 0, 0, 0), 8, "multicast", "RFC 4291 §2.7"),
];

/// What an address is reserved for and the section that says so; `None` for a public one.
pub fn reserved(address: IpAddr) -> Option<(&'static str, &'static str)> {
    match address.to_canonical() {
        IpAddr::V4(v4) => {
            let within = |block: Ipv4Addr, length: u32| (v4.to_bits() ^ block.to_bits()).leading_zeros() >= length;
            V4.iter().find(|(block, length, ..)| within(*block, *length)).map(|(_, _, what, rfc)| (*what, *rfc))
        }
        IpAddr::V6(v6) => {
            let within = |block: Ipv6Addr, length: u32| (v6.to_bits() ^ block.to_bits()).leading_zeros() >= length;
            V6.iter().find(|(block, length, ..)| within(*block, *length)).map(|(_, _, what, rfc)| (*what, *rfc))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_and_their_neighbours() {
        let what = |text: &str| reserved(text.parse().expect("an address")).map(|(what, _)| what);
        assert_eq!(what("10.255.255.255"), Some("private use"));
        assert_eq!((what("172.31.0.1"), what("172.32.0.1")), (Some("private use"), None));
        assert_eq!((what("100.64.0.1"), what("100.128.0.1")), (Some("shared by carriers"), None));
        assert_eq!((what("127.0.0.2"), what("::1"), what("::2")), (Some("loopback"), Some("loopback"), None));
        assert_eq!((what("::ffff:10.0.0.1"), what("fd00::1")), (Some("private use"), Some("private use")));
        assert_eq!((what("192.0.2.1"), what("2001:db8::1")), (Some("documentation"), Some("documentation")));
        assert_eq!((what("8.8.8.8"), what("2001:4860:4860::8888"), what("223.255.255.255")), (None, None, None));
    }
}
