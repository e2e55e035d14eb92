//! What stands in a peer's certificate (RFC 5280 §4.1), and what can be wrong with it.

use std::net::IpAddr;

use aws_lc_rs::digest;
use jiff::Timestamp;
use rustls::pki_types::CertificateDer;
use x509_parser::prelude::{FromDer, X509Certificate};

use super::certificates;
use super::shown::Place;
use crate::base::escape::escape_str;

/// A peer's certificate. All text in it is escaped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// Whose it is, as a distinguished name.
    pub subject: String,
    /// Who signed it, likewise.
    pub issuer: String,
    /// The names and addresses of its subjectAltName, which alone count (RFC 9525 §2).
    pub names: Vec<String>,
    /// From when on it is valid.
    pub not_before: Timestamp,
    /// Until when.
    pub not_after: Timestamp,
    /// Signature algorithm and size of the key, in words.
    pub algorithm: String,
    /// Kind and size of its key: `RSA, 2048 bits`.
    pub key: String,
    /// With what it is signed: `SHA-256 with RSA`.
    pub signature: String,
    /// SHA-256 of all of it, in lower-case hexadecimal.
    pub sha256: String,
    /// SHA-256 of its public key (SubjectPublicKeyInfo): what `TLSA 3 1 1` publishes (RFC 6698 §2.1).
    pub spki_sha256: String,
}

/// What kind of thing is wrong with a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fault {
    /// It is not for the name that was asked for.
    Name,
    /// Its time is over.
    Expired,
    /// Its time has not come.
    NotYetValid,
    /// It is signed with its own key, and not trusted itself.
    SelfSigned,
    /// Nobody who is trusted vouches for it.
    UnknownIssuer,
    /// None of the pins is its own.
    Pin,
    /// Anything else: purpose, weak algorithm, constraints.
    Other,
}

/// One thing that is wrong with a certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Distrust {
    /// Its kind.
    pub fault: Fault,
    /// It in words, safe to show.
    pub reason: String,
}

impl Fault {
    /// It in a few words.
    pub fn name(self) -> &'static str {
        match self {
            Fault::Name => "wrong name",
            Fault::Expired => "expired",
            Fault::NotYetValid => "not yet valid",
            Fault::SelfSigned => "self-signed",
            Fault::UnknownIssuer => "unknown issuer",
            Fault::Pin => "not pinned",
            Fault::Other => "refused",
        }
    }
}

impl Certificate {
    /// Reads one; `None` if it is none.
    pub(super) fn read(der: &CertificateDer<'_>) -> Option<Certificate> {
        let (_, certificate) = X509Certificate::from_der(der).ok()?;
        let safe = |name: &dyn ToString| escape_str(&name.to_string()).into_owned();
        let validity = certificate.validity();
        Some(Certificate {
            subject: safe(certificate.subject()),
            issuer: safe(certificate.issuer()),
            names: certificates::names(der),
            not_before: Timestamp::from_second(validity.not_before.timestamp()).ok()?,
            not_after: Timestamp::from_second(validity.not_after.timestamp()).ok()?,
            algorithm: certificates::algorithm(der),
            key: certificates::key(&certificate),
            signature: certificates::signature(&certificate),
            sha256: sha256(der),
            spki_sha256: sha256(certificate.public_key().raw),
        })
    }

    /// The whole days that it is still valid; below 0 once it is not.
    pub fn days_left(&self, now: Timestamp) -> i64 {
        (self.not_after.as_second() - now.as_second()).div_euclid(86_400)
    }

    /// The same in words.
    pub fn time_left(&self, now: Timestamp) -> String {
        match self.days_left(now) {
            _ if now < self.not_before => "not valid yet".to_owned(),
            days @ 0.. => format!("{days} days left"),
            days => format!("expired {} days ago", -days - 1),
        }
    }

    /// The record by which the domain of a server vouches for its key (DANE, RFC 6698 §2.1, RFC 7672 §3.1): usage 3,
    /// selector 1, matching type 1.
    pub fn tlsa(&self, place: Place<'_>) -> String {
        let hash = &self.spki_sha256;
        match idna::domain_to_ascii(place.host.trim_end_matches('.')) {
            Ok(host) if place.host.parse::<IpAddr>().is_err() && !host.is_empty() => {
                format!("_{}._tcp.{}. IN TLSA 3 1 1 {hash}", place.port, escape_str(&host))
            }
            _ => format!("TLSA 3 1 1 {hash}"),
        }
    }
}

/// The SHA-256 of a certificate, and of its public key, if that can be read.
pub(super) fn fingerprints(der: &CertificateDer<'_>) -> (String, Option<String>) {
    let key = X509Certificate::from_der(der).ok().map(|(_, certificate)| sha256(certificate.public_key().raw));
    (sha256(der), key)
}

/// SHA-256 in lower-case hexadecimal.
pub(super) fn sha256(octets: &[u8]) -> String {
    hexadecimal(digest::digest(&digest::SHA256, octets).as_ref())
}

/// Octets in lower-case hexadecimal.
pub(super) fn hexadecimal(octets: &[u8]) -> String {
    octets.iter().map(|octet| format!("{octet:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_generated_one_can_be_read() {
        let (_, pem) = certificates::generate(&["mx.test".to_owned(), "127.0.0.2".to_owned()]).expect("a certificate");
        let der = <CertificateDer<'_> as rustls::pki_types::pem::PemObject>::from_pem_slice(pem.as_bytes());
        let der = der.expect("PEM");
        let certificate = Certificate::read(&der).expect("a certificate");
        assert_eq!(certificate.names, ["mx.test", "127.0.0.2"]);
        assert_eq!(certificate.subject, certificate.issuer);
        assert!(certificate.sha256.len() == 64 && certificate.sha256 != certificate.spki_sha256);
        let days = |seconds| {
            let now = Timestamp::from_second(certificate.not_after.as_second() + seconds).expect("a moment");
            certificate.days_left(now)
        };
        assert_eq!([days(-86_400), days(-86_399), days(0), days(1)], [1, 0, 0, -1]);
        let left = |at: Timestamp| certificate.time_left(at);
        assert_eq!(left(certificate.not_after), "0 days left");
        assert_eq!(left(certificate.not_after + jiff::SignedDuration::from_hours(25)), "expired 1 days ago");
        assert_eq!(left(Timestamp::UNIX_EPOCH), "not valid yet");
        assert_eq!((&*certificate.key, &*certificate.signature), ("ECDSA, P-256", "SHA-256 with ECDSA"));
        let tlsa = |host| certificate.tlsa(Place { host, port: 25 }).replace(&certificate.spki_sha256, "…");
        assert_eq!(tlsa("mx.niño.test."), "_25._tcp.mx.xn--nio-8ma.test. IN TLSA 3 1 1 …");
        assert_eq!([tlsa("127.0.0.1"), tlsa("")], ["TLSA 3 1 1 …"; 2]);
        assert!(Certificate::read(&CertificateDer::from(vec![0x30, 0x80])).is_none());
    }

    #[test]
    fn a_digest_in_hexadecimal() {
        assert_eq!(sha256(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
