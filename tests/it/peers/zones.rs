//! DNS zones for [`Bind`](super::bind::Bind): the lecture's, those with a trap each, and those that a test makes up.
//!
//! Addresses of other people stand in them where reserved ones would be a trap of their own. Nobody may connect to
//! them: a test that does needs [`mail`] with addresses of 127.0.0.0/8.

use std::net::{IpAddr, Ipv4Addr};

/// What a server does with a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Answers from it.
    Served,
    /// Refuses every question: REFUSED.
    Refused,
    /// Cannot load it, and says SERVFAIL to every question.
    Broken,
}

/// A zone.
#[derive(Clone, Debug)]
pub struct Zone {
    /// Its name in ASCII, without the last dot.
    pub name: String,
    /// A master file (RFC 1035 §5), SOA and all.
    pub text: String,
    /// What is done with it.
    pub kind: Kind,
}

impl Zone {
    /// A zone of these records, in the format of master files, names being relative to it. TTL, SOA and one NS are
    /// added unless there is a SOA.
    pub fn new(name: &str, records: &str) -> Self {
        let has_start = records.lines().any(|line| line.split_whitespace().any(|word| word == "SOA"));
        let text = if has_start { records.to_owned() } else { format!("{START}{records}\n") };
        Self { name: name.to_owned(), text, kind: Kind::Served }
    }

    /// A zone that is not answered from: REFUSED.
    pub fn refused(name: &str) -> Self {
        Self { kind: Kind::Refused, ..Self::new(name, "@ MX 10 mx\nmx A 142.250.0.1") }
    }

    /// A zone with an error in its file: SERVFAIL.
    pub fn broken(name: &str) -> Self {
        Self { kind: Kind::Broken, ..Self::new(name, "@ MX ten mx") }
    }
}

const START: &str = "\
$TTL 300
@ SOA ns1 hostmaster 2026010100 3600 600 86400 60
@ NS ns1
ns1 A 127.0.0.1
";

/// A host that takes a domain's mail: preference, name in full without the last dot (the root is `.`), addresses.
pub type Exchange<'a> = (u16, &'a str, &'a [&'a str]);

/// A zone whose MX are these, with their addresses where they lie in it; those elsewhere must come without any.
///
/// `mail("example.test", &[(10, "mx1.example.test", &["127.0.0.2"]), (20, "mx2.example.test", &["127.0.0.3", "::1"])])`
pub fn mail(name: &str, exchanges: &[Exchange<'_>]) -> Zone {
    let inside = format!(".{name}");
    let mut records = String::new();
    for (preference, host, addresses) in exchanges {
        let full = if *host == "." { ".".to_owned() } else { format!("{host}.") };
        records += &format!("@ MX {preference} {full}\n");
        assert!(addresses.is_empty() || *host == name || host.ends_with(&inside), "{host} is not in {name}");
        records += &addresses.iter().map(|address| addressed(&full, address)).collect::<String>();
    }
    Zone::new(name, &records)
}

/// The record that gives a name an address.
fn addressed(name: &str, address: &str) -> String {
    let kind = match address.parse() {
        Ok(IpAddr::V4(_)) => "A",
        Ok(IpAddr::V6(_)) => "AAAA",
        Err(error) => panic!("{address}: {error}"),
    };
    format!("{name} {kind} {address}\n")
}

/// Zones for the reverse lookups of these addresses and the names in full that they get: `in-addr.arpa` and `ip6.arpa`,
/// whole.
pub fn reverse(names: &[(&str, &str)]) -> [Zone; 2] {
    let (mut four, mut six) = (String::new(), String::new());
    for (address, name) in names {
        match address.parse().unwrap_or_else(|error| panic!("{address}: {error}")) {
            IpAddr::V4(address) => {
                let [a, b, c, d] = Ipv4Addr::octets(&address);
                four += &format!("{d}.{c}.{b}.{a} PTR {name}.\n");
            }
            IpAddr::V6(address) => {
                let digits = format!("{:032x}", u128::from(address));
                let labels: Vec<String> = digits.chars().rev().map(String::from).collect();
                six += &format!("{} PTR {name}.\n", labels.join("."));
            }
        }
    }
    [Zone::new("in-addr.arpa", &four), Zone::new("ip6.arpa", &six)]
}

/// The mail domain of the lecture, with another top-level domain: five MX and four name servers, all with addresses of
/// both kinds in the zone itself.
pub fn google() -> Zone {
    let mut records = "\
$TTL 300
@ SOA ns1 dns-admin 2026010100 900 900 1800 60
@ TXT \"v=spf1 include:_spf.google.test ~all\"
@ TXT \"docusign=05958488-4752-4ef2-95eb-aa7ba8a3bd0e\"
@ A 142.250.184.14
@ AAAA 2a00:1450:4003:80f::200e
_spf TXT \"v=spf1 ip4:142.250.0.0/16 ~all\"
"
    .to_owned();
    let exchanges = ["aspmx.l", "alt1.aspmx.l", "alt2.aspmx.l", "alt3.aspmx.l", "alt4.aspmx.l"];
    for (preference, (n, host)) in [10, 20, 30, 40, 50].into_iter().zip(exchanges.iter().enumerate()) {
        records += &format!("@ MX {preference} {host}\n{host} A 142.250.153.{}\n", 26 + n);
        records += &format!("{host} AAAA 2a00:1450:4013:c16::{:x}\n", 0x1b + n);
    }
    for n in 1..=4 {
        let third = 30 + 2 * n;
        records += &format!("@ NS ns{n}\nns{n} A 216.239.{third}.10\nns{n} AAAA 2001:4860:4802:{third}::a\n");
    }
    Zone::new("google.test", &records)
}

/// A zone for each trap, and the zone `test` above them with those that no zone of their own can hold. That zone makes
/// `nowhere.test` an NXDOMAIN, where otherwise it would be REFUSED, as `refused.example` is.
pub fn traps() -> Vec<Zone> {
    let mut zones: Vec<Zone> = TRAPS.iter().map(|(name, records)| Zone::new(name, records)).collect();
    zones.extend([many(), long(), private(), Zone::refused("refused.test"), Zone::broken("broken.test")]);
    zones.extend(reverse(&[("142.250.0.1", "mx.services.test"), ("2a00:1450:4013::1", "mx.services.test")]));
    zones
}

/// Traps that a few records make.
const TRAPS: [(&str, &str); 20] = [
    // what a zone's own name cannot be, an alias: of a domain in the same zone, which comes with it; of one elsewhere,
    // for which a client of an authoritative server must ask itself; and those that lead nowhere
    (
        "test",
        "alias CNAME real\n\
         real MX 10 mx.real\n\
         mx.real A 142.250.0.1\n\
         far CNAME google\n\
         loop CNAME loop2\n\
         loop2 CNAME loop\n\
         self CNAME self\n\
         lost CNAME nowhere",
    ),
    // accepts no mail (RFC 7505 §3); and the same beside another MX, which must not be
    ("null.test", "@ MX 0 .\n@ A 142.250.0.1"),
    ("nullmixed.test", "@ MX 0 .\n@ MX 10 mx\nmx A 142.250.0.1"),
    // no MX: the addresses of the domain itself (RFC 5321 §5.1)
    ("implicit.test", "@ A 142.250.0.1\n@ AAAA 2a00:1450:4013::1"),
    ("implicit6.test", "@ AAAA 2a00:1450:4013::1"),
    // neither MX nor address, but a name below that has both
    ("empty.test", "@ TXT \"nothing here\"\nsub MX 10 mx\nmx A 142.250.0.1"),
    // hosts that are not what a host should be
    ("cnametarget.test", "@ MX 10 mx\nmx CNAME host\nhost A 142.250.0.1"),
    ("dangling.test", "@ MX 10 gone\n@ MX 20 mx\nmx A 142.250.0.1"),
    ("addressless.test", "@ MX 10 mx\nmx TXT \"no address\""),
    ("address.test", "@ MX 10 192.0.2.1."),
    ("slip.test", "@ MX 10 mx.slip.test\nmx A 142.250.0.1"),
    ("slipped.test", "@ MX 10 mx.slipped.test\nmx.slipped.test A 142.250.0.1"),
    ("elsewhere.test", "@ MX 10 aspmx.l.google.test.\n@ MX 20 mx.refused.example."),
    // españa.test, with a host that is as Spanish
    ("xn--espaa-rta.test", "@ MX 10 xn--buzn-6na\nxn--buzn-6na A 142.250.0.1"),
    (
        "equal.test",
        "@ MX 10 a\n@ MX 10 b\n@ MX 10 c\n@ MX 20 d\n\
         a A 142.250.0.1\nb A 142.250.0.2\nc A 142.250.0.3\nd A 142.250.0.4",
    ),
    ("duplicate.test", "@ MX 10 mx\n@ MX 20 mx\n@ MX 30 other\nmx A 142.250.0.1\nother A 142.250.0.1"),
    ("wild.test", "* MX 10 mx\nmx A 142.250.0.1"),
    ("zero.test", "@ 0 MX 10 mx\nmx 0 A 142.250.0.1"),
    // octets that must not reach a terminal: escape sequences, a bell, NUL, line ends, 8 bits, U+202E; and a dot, a
    // space, a quote and a backslash inside labels
    (
        "escape.test",
        "@ MX 10 \\027[31mred\\027[0m\n\\027[31mred\\027[0m A 142.250.0.1\n\
         @ MX 20 a\\.b\na\\.b A 142.250.0.2\n\
         @ MX 30 \\\"quote\\\\back\n\
         @ MX 40 sp\\032ace\n\
         @ MX 50 \\226\\128\\174rtl\n\
         @ MX 60 nul\\000bell\\007\n\
         @ MX 70 line\\013\\010MX\n\
         @ MX 80 \\255\n\
         @ TXT \"\\027]0;title\\007\" \"\\226\\128\\174\\013\\010S: 250 ok\"\n\
         \\027[2J TXT \"a name that clears the screen\"\n\
         \\027[2J MX 10 a\\.b",
    ),
    (
        "services.test",
        "@ MX 10 mx\nmx A 142.250.0.1\nmx AAAA 2a00:1450:4013::1\n\
         _25._tcp.mx TLSA 3 1 1 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n\
         _submission._tcp SRV 0 1 587 mx\n\
         _imaps._tcp SRV 0 1 993 mx\n\
         _pop3._tcp SRV 0 0 0 .\n\
         www CNAME mx",
    ),
];

/// `many.test` has 500 MX. No UDP answer can hold them; over TCP they come without the addresses, which BIND adds for
/// no more than 13.
fn many() -> Zone {
    let record = |n: u16| format!("@ MX {} mx{n}\nmx{n} A 142.250.{}.{}\n", n % 7 * 10, 1 + n / 200, 1 + n % 200);
    Zone::new("many.test", &(0..500).map(record).collect::<String>())
}

/// `longtxt.test` has a TXT of twenty strings, each as long as a string can be, and one of an empty string.
fn long() -> Zone {
    let strings: String = ('a'..='t').map(|letter| format!(" \"{}\"", letter.to_string().repeat(255))).collect();
    Zone::new("longtxt.test", &format!("@ TXT{strings}\n@ TXT \"\"\n"))
}

/// The addresses of `private.test` that are for special purposes (RFC 6890), each that of an MX. The last one is
/// public, so that the domain can get mail.
pub const PRIVATE: [&str; 14] = [
    "10.0.0.1",
    "172.16.0.1",
    "192.168.0.1",
    "127.0.0.1",
    "169.254.0.1",
    "100.64.0.1",
    "192.0.2.1",
    "0.0.0.0",
    "224.0.0.1",
    "::1",
    "fe80::1",
    "fc00::1",
    "2001:db8::1",
    "142.250.0.1",
];

fn private() -> Zone {
    let records = PRIVATE.iter().zip(0..);
    let record = |(address, n): (&&str, u16)| format!("@ MX {n} mx{n}\n{}", addressed(&format!("mx{n}"), address));
    Zone::new("private.test", &records.map(record).collect::<String>())
}
