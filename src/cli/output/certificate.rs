//! The certificates that a server showed, for a program.

use jiff::Timestamp;
use serde::Serialize;

use crate::base::date::rfc3339;
use crate::net::certificate::Certificate;
use crate::net::shown::{Link, Place, Shown};

/// The fields of one that can be read.
#[derive(Serialize)]
pub struct CertificateRecord<'a> {
    subject: &'a str,
    names: &'a [String],
    issuer: &'a str,
    not_before: String,
    not_after: String,
    days_left: i64,
    algorithm: &'a str,
    key: &'a str,
    signature: &'a str,
    sha256: &'a str,
    spki_sha256: &'a str,
    /// What to publish of the server's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    tlsa: Option<String>,
}

/// One of a chain.
#[derive(Serialize)]
pub struct LinkRecord<'a> {
    #[serde(flatten)]
    certificate: Option<CertificateRecord<'a>>,
    pem: String,
}

impl<'a> CertificateRecord<'a> {
    /// `place`: of the server's own, where it is.
    pub fn new(certificate: &'a Certificate, place: Option<Place<'_>>, now: Timestamp) -> CertificateRecord<'a> {
        CertificateRecord {
            subject: &certificate.subject,
            names: &certificate.names,
            issuer: &certificate.issuer,
            not_before: rfc3339(certificate.not_before),
            not_after: rfc3339(certificate.not_after),
            days_left: certificate.days_left(now),
            algorithm: &certificate.algorithm,
            key: &certificate.key,
            signature: &certificate.signature,
            sha256: &certificate.sha256,
            spki_sha256: &certificate.spki_sha256,
            tlsa: place.map(|place| certificate.tlsa(place)),
        }
    }
}

impl<'a> LinkRecord<'a> {
    /// Those of a chain, the server's own first.
    pub fn all(shown: &'a Shown, place: Place<'_>, now: Timestamp) -> Vec<LinkRecord<'a>> {
        let link = |(n, link): (usize, &'a Link)| {
            let place = (n == 0).then_some(place);
            let certificate = link.certificate.as_ref().map(|one| CertificateRecord::new(one, place, now));
            LinkRecord { certificate, pem: link.pem() }
        };
        shown.chain.iter().enumerate().map(link).collect()
    }
}
