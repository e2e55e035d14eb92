//! Twelve certificates that a client must refuse.

use super::ca::{Authority, Files, Key, Request};

/// What is wrong with a certificate; in everything else it is right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// It names another host; only the common name, which does not count, is the wanted one (RFC 9525 §2).
    WrongHost,
    /// It was valid in 2020.
    Expired,
    /// It will be valid in 2045.
    NotYetValid,
    /// It is signed by its own key.
    SelfSigned,
    /// Its extended key usage is client authentication alone.
    WrongUsage,
    /// It names `*.test` and `mail.*.test` for a host `mail.example.test` (RFC 9525 §6.3); a host `example.test` meets
    /// a bare `*.test`.
    Wildcard,
    /// A client asks for the address 127.0.0.1, which stands as a common name and as a DNS name, but not as an address.
    AddressAsName,
    /// Its name is the wanted one, a NUL, and `.attacker.example`.
    NulInName,
    /// The server does not present the intermediate certificate.
    MissingIntermediate,
    /// It is signed with SHA-1.
    Sha1,
    /// Its key is RSA of 1024 bits.
    Rsa1024,
    /// The intermediate authority may only speak for `permitted.example` (RFC 5280 §4.2.1.10).
    NameConstraint,
}

impl Flaw {
    /// All twelve.
    pub const ALL: [Self; 12] = [
        Self::WrongHost,
        Self::Expired,
        Self::NotYetValid,
        Self::SelfSigned,
        Self::WrongUsage,
        Self::Wildcard,
        Self::AddressAsName,
        Self::NulInName,
        Self::MissingIntermediate,
        Self::Sha1,
        Self::Rsa1024,
        Self::NameConstraint,
    ];

    pub(super) fn issue(self, authority: &Authority, host: &str) -> Files {
        let right = Request::server(&[host]);
        let request = match self {
            Self::WrongHost => Request { names: "DNS:wrong.example".into(), ..right },
            Self::Expired => Request { valid: ("20200101000000Z", "20201231235959Z"), ..right },
            Self::NotYetValid => Request { valid: ("20450101000000Z", "20491231235959Z"), ..right },
            Self::WrongUsage => Request { usage: "clientAuth", ..right },
            Self::Wildcard => Request { names: wildcards(host), ..right },
            Self::AddressAsName => Request { common_name: "127.0.0.1".into(), names: "DNS:127.0.0.1".into(), ..right },
            Self::NulInName => Request { names: dns_name(&format!("{host}\0.attacker.example")), ..right },
            Self::Sha1 => Request { digest: "sha1", ..right },
            Self::Rsa1024 => Request { key: Key::Rsa(1024), ..right },
            Self::SelfSigned | Self::MissingIntermediate | Self::NameConstraint => right,
        };
        match self {
            Self::SelfSigned => authority.self_signed(&request),
            Self::MissingIntermediate => {
                let files = authority.intermediate(&Request::authority("Test Intermediate")).issue(&request);
                Files { chain: files.certificate.clone(), ..files }
            }
            Self::NameConstraint => {
                let mut intermediate = Request::authority("Test Intermediate, constrained");
                intermediate.extensions.push("nameConstraints = critical,permitted;DNS:permitted.example".into());
                authority.intermediate(&intermediate).issue(&request)
            }
            _ => authority.issue(&request),
        }
    }
}

fn wildcards(host: &str) -> String {
    let labels: Vec<&str> = host.split('.').collect();
    let top = labels.last().copied().unwrap_or_default();
    match labels.as_slice() {
        [first, _, rest @ ..] if !rest.is_empty() => format!("DNS:*.{top},DNS:{first}.*.{}", rest.join(".")),
        _ => format!("DNS:*.{top}"),
    }
}

/// A `subjectAltName` of one dNSName with any octets, which the words of x509v3_config(5) cannot say.
fn dns_name(name: &str) -> String {
    let length = |octets: usize| u8::try_from(octets).ok().filter(|&short| short < 0x80).expect("less than 128 octets");
    // SEQUENCE { [2] IA5String }: RFC 5280 §4.2.1.6
    let mut der = vec![0x30, length(name.len() + 2), 0x82, length(name.len())];
    der.extend(name.as_bytes());
    let octets: Vec<String> = der.iter().map(|octet| format!("{octet:02X}")).collect();
    format!("DER:{}", octets.join(":"))
}
