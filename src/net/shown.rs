//! What a server showed of itself in the handshake: its chain of certificates, in words too (RFC 8446 §4.4.2).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use rustls::pki_types::CertificateDer;

use super::certificate::{Certificate, fingerprints};

/// The certificates that a server showed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// As they came, the server's own first.
    pub chain: Vec<Link>,
    /// With the word of their issuer that they are not revoked (OCSP, RFC 6066 §8).
    pub stapled: bool,
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its octets, as they came.
    pub der: Vec<u8>,
    /// What stands in it, if it can be read.
    pub certificate: Option<Certificate>,
}

/// Where a server is, for what its domain should publish of it (RFC 6698 §3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place<'a> {
    /// The name that was asked for.
    pub host: &'a str,
    /// Its port.
    pub port: u16,
}

impl Shown {
    pub(super) fn new(leaf: &CertificateDer<'_>, chain: &[CertificateDer<'_>], stapled: &[u8]) -> Shown {
        let link = |der: &CertificateDer<'_>| Link { der: der.to_vec(), certificate: Certificate::read(der) };
        Shown { chain: [leaf].into_iter().chain(chain).map(link).collect(), stapled: !stapled.is_empty() }
    }

    /// The server's own certificate, if it can be read.
    pub fn own(&self) -> Option<&Certificate> {
        self.chain.first()?.certificate.as_ref()
    }

    /// The server's own certificate in three lines.
    pub fn brief(&self) -> Vec<String> {
        match self.own() {
            Some(own) => vec![
                format!("subject {}, issuer {}", own.subject, own.issuer),
                format!("names {}", own.names.join(", ")),
                format!("valid from {} to {}, {}", day(own.not_before), day(own.not_after), own.algorithm),
            ],
            None if self.chain.is_empty() => Vec::new(),
            None => vec!["the certificate cannot be read".to_owned()],
        }
    }

    /// All of it: some lines a certificate.
    pub fn lines(&self, place: Place<'_>, now: Timestamp) -> Vec<String> {
        let each = self.chain.iter().enumerate().flat_map(|(n, link)| {
            let mut lines = vec![format!("certificate {} of {}: {}", n + 1, self.chain.len(), link.subject())];
            lines.extend(link.lines(now));
            if n == 0 {
                lines.extend(link.certificate.iter().map(|own| format!("  publish     {}", own.tlsa(place))));
            }
            lines
        });
        each.collect()
    }
}

impl Link {
    /// As a file holds it (RFC 7468 §5).
    pub fn pem(&self) -> String {
        let text = STANDARD.encode(&self.der);
        let lines = text.as_bytes().chunks(64).map(|line| String::from_utf8_lossy(line).into_owned());
        let lines = lines.collect::<Vec<_>>().join("\n");
        format!("-----BEGIN CERTIFICATE-----\n{lines}\n-----END CERTIFICATE-----\n")
    }

    fn subject(&self) -> String {
        match &self.certificate {
            Some(certificate) if certificate.subject.is_empty() => "(no subject)".to_owned(),
            Some(certificate) => certificate.subject.clone(),
            None => format!("(unreadable, {} octets)", self.der.len()),
        }
    }

    fn lines(&self, now: Timestamp) -> Vec<String> {
        let Some(certificate) = &self.certificate else {
            return vec![format!("  SHA-256     {}", fingerprints(&self.der.as_slice().into()).0)];
        };
        let names = if certificate.names.is_empty() { "(none)".to_owned() } else { certificate.names.join(", ") };
        let valid = format!("{} to {}", certificate.not_before, certificate.not_after);
        vec![
            format!("  names       {names}"),
            format!("  issuer      {}", certificate.issuer),
            format!("  valid       {valid}, {}", certificate.time_left(now)),
            format!("  key         {}", certificate.key),
            format!("  signature   {}", certificate.signature),
            format!("  SHA-256     {}", certificate.sha256),
            format!("  public key  {}", certificate.spki_sha256),
        ]
    }
}

/// `2026-11-23`.
pub(super) fn day(at: Timestamp) -> String {
    at.to_zoned(TimeZone::UTC).strftime("%Y-%m-%d").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLACE: Place<'_> = Place { host: "mx.test", port: 25 };

    #[test]
    fn what_cannot_be_read_is_shown_too() {
        let shown = Shown::new(&vec![0x30, 0x80].into(), &[], &[]);
        let lines = shown.lines(PLACE, Timestamp::UNIX_EPOCH);
        assert_eq!(lines[0], "certificate 1 of 1: (unreadable, 2 octets)");
        assert!(lines.len() == 2 && lines[1].starts_with("  SHA-256     "), "{lines:?}");
        assert_eq!(shown.brief(), ["the certificate cannot be read"]);
        assert_eq!(Shown::default().brief(), [""; 0]);
        assert!(shown.own().is_none());
    }

    #[test]
    fn pem() {
        let link = Link { der: vec![0; 49], certificate: None };
        let lines: Vec<_> = link.pem().lines().map(str::to_owned).collect();
        let zeros = "A".repeat(64);
        assert_eq!(lines, ["-----BEGIN CERTIFICATE-----", &zeros, "AA==", "-----END CERTIFICATE-----"]);
    }
}
