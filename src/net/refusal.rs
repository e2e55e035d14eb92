//! Why a certificate is refused, in words that say what is wrong, what was found, and what helps (RFC 5280 §6.1).

use std::collections::BTreeSet;

use rustls::pki_types::{CertificateDer, UnixTime};
use rustls::{CertificateError as Refusal, Error};
use x509_parser::certificate::X509Certificate;
use x509_parser::extensions::ParsedExtension;
use x509_parser::prelude::FromDer;

use super::certificate::{Fault, hexadecimal, sha256};
use super::certificates;

/// RSA keys of fewer bits are too weak.
const LEAST_RSA: usize = 2048;
/// The extensions that the verifier knows (RFC 5280 §4.2.1): keyUsage, subjectAltName, basicConstraints, nameConstraints,
/// cRLDistributionPoints, extKeyUsage.
const KNOWN: [&str; 6] = ["2.5.29.15", "2.5.29.17", "2.5.29.19", "2.5.29.30", "2.5.29.31", "2.5.29.37"];

/// What there was to judge.
#[derive(Clone, Copy)]
pub(super) struct Case<'a> {
    /// The server's own certificate.
    pub leaf: &'a CertificateDer<'a>,
    /// What it showed beside it.
    pub chain: &'a [CertificateDer<'a>],
    /// The certificates of `--ca`.
    pub trusted: &'a [CertificateDer<'static>],
}

impl<'a> Case<'a> {
    /// Which kind of fault an error is.
    pub fn fault(self, error: &Error) -> Fault {
        let Error::InvalidCertificate(refusal) = error else { return Fault::Other };
        match refusal {
            Refusal::Expired | Refusal::ExpiredContext { .. } => Fault::Expired,
            Refusal::NotValidYet | Refusal::NotValidYetContext { .. } => Fault::NotYetValid,
            Refusal::NotValidForName | Refusal::NotValidForNameContext { .. } => Fault::Name,
            Refusal::UnknownIssuer if certificates::is_self_signed(self.leaf) => Fault::SelfSigned,
            Refusal::UnknownIssuer => Fault::UnknownIssuer,
            _ => Fault::Other,
        }
    }

    /// Why it is refused.
    pub fn words(self, error: &Error) -> String {
        let Error::InvalidCertificate(refusal) = error else { return super::tls::words(error) };
        let issuer = || certificates::issuer(self.leaf);
        match refusal {
            Refusal::Expired => self.expired(None),
            Refusal::ExpiredContext { not_after, .. } => self.expired(Some(*not_after)),
            Refusal::NotValidYet => self.early(None),
            Refusal::NotValidYetContext { not_before, .. } => self.early(Some(*not_before)),
            Refusal::NotValidForName | Refusal::NotValidForNameContext { .. } => self.other_names(),
            Refusal::UnknownIssuer if certificates::is_self_signed(self.leaf) => {
                "it is self-signed and not trusted; --ca FILE with the certificate itself trusts it".to_owned()
            }
            Refusal::UnknownIssuer if self.chain.is_empty() => format!(
                "its issuer {} is not trusted, and the server sent no intermediate certificate; --ca FILE trusts an issuer",
                issuer()
            ),
            Refusal::UnknownIssuer => format!("its issuer {} is not trusted; --ca FILE trusts an issuer", issuer()),
            Refusal::InvalidPurposeContext { presented, .. } if !presented.is_empty() => {
                let found = presented.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
                format!("it is not made for servers: its extended key usage is {found}")
            }
            Refusal::InvalidPurpose | Refusal::InvalidPurposeContext { .. } => {
                "it is not made for servers (extended key usage)".to_owned()
            }
            Refusal::UnsupportedSignatureAlgorithmContext { signature_algorithm_id: id, .. }
            | Refusal::UnsupportedSignatureAlgorithmForPublicKeyContext { signature_algorithm_id: id, .. } => {
                self.weak_signature(id)
            }
            Refusal::BadSignature => self.bad_signature(),
            Refusal::BadEncoding => "it is not well-formed".to_owned(),
            Refusal::Revoked => "it was revoked".to_owned(),
            Refusal::Other(other) => self.other(&other.to_string()),
            other => other.to_string(),
        }
    }

    /// Why the server's signature in the handshake is refused, which is made with the key of its own certificate.
    pub fn handshake(self, error: &Error) -> String {
        match (error, weak_key(self.leaf)) {
            (_, Some(key)) => format!("its own key is too weak ({key}): {LEAST_RSA} bits are the least for RSA"),
            (Error::InvalidCertificate(Refusal::BadSignature), None) => {
                "the server's signature in the handshake is not made with its key".to_owned()
            }
            (Error::InvalidCertificate(_), None) => self.words(error),
            (other, None) => {
                format!("the server's signature in the handshake is not good: {}", super::tls::words(other))
            }
        }
    }

    /// All certificates that were shown, the server's own first.
    fn shown(self) -> impl Iterator<Item = X509Certificate<'a>> {
        std::iter::once(self.leaf).chain(self.chain).filter_map(|der| read(der))
    }

    /// The issuer that a moment in an error is about, if it is not the certificate itself: its name, and that day.
    fn issuer_of(self, moment: Option<UnixTime>, of: fn(&X509Certificate<'_>) -> i64) -> Option<(String, String)> {
        let moment = i64::try_from(moment?.as_secs()).ok()?;
        let mut shown = self.shown();
        let own = shown.next().is_some_and(|own| of(&own) == moment);
        let issuer = shown.find(|issuer| !own && of(issuer) == moment)?;
        Some((subject(&issuer), certificates::date(moment)?))
    }

    fn expired(self, moment: Option<UnixTime>) -> String {
        if let Some(wrong) = self.shown().find(|shown| shown.validity().not_after < shown.validity().not_before) {
            return format!("the dates of {} contradict each other: it ends before it begins", subject(&wrong));
        }
        let issuer = self.issuer_of(moment, |certificate| certificate.validity().not_after.timestamp());
        match (issuer, certificates::dates(self.leaf)) {
            (Some((issuer, until)), _) => {
                format!("the certificate of its issuer {issuer}, as the server shows it, expired on {until}")
            }
            (None, Some((_, until))) => format!("it expired on {until}"),
            (None, None) => "it, or one of its issuers, has expired".to_owned(),
        }
    }

    fn early(self, moment: Option<UnixTime>) -> String {
        let issuer = self.issuer_of(moment, |certificate| certificate.validity().not_before.timestamp());
        match (issuer, certificates::dates(self.leaf)) {
            (Some((issuer, from)), _) => {
                format!("the certificate of its issuer {issuer}, as the server shows it, is not valid before {from}")
            }
            (None, Some((from, _))) => format!("it is not valid before {from}; is the clock of this machine right?"),
            (None, None) => "it, or one of its issuers, is not valid yet".to_owned(),
        }
    }

    fn other_names(self) -> String {
        let names = certificates::names(self.leaf);
        match names.is_empty() {
            true => "it is for no name at all (no subjectAltName), so not for this one".to_owned(),
            false => format!("it is for {}, not for this name (--sni NAME asks for another)", names.join(", ")),
        }
    }

    fn weak_signature(self, algorithm: &[u8]) -> String {
        let is_it = |certificate: &X509Certificate<'_>| {
            let oid = certificate.signature_algorithm.algorithm.as_bytes();
            memchr::memmem::find(algorithm, oid).is_some()
        };
        match self.shown().find(is_it) {
            Some(issuer) if issuer.as_raw() != self.leaf.as_ref() => format!(
                "the certificate of its issuer {} is signed with {}, which is too weak or unknown",
                subject(&issuer),
                certificates::signature(&issuer)
            ),
            _ => format!("it is signed with {}, which is too weak or unknown", certificates::algorithm(self.leaf)),
        }
    }

    fn bad_signature(self) -> String {
        if let Some(renewed) = self.renewed() {
            return renewed;
        }
        let issuers =
            self.chain.iter().chain(self.trusted).filter_map(|issuer| Some((read(issuer)?, weak_key(issuer)?)));
        let mut issuers = issuers.filter(|(issuer, _)| self.shown().any(|shown| shown.issuer() == issuer.subject()));
        match issuers.next() {
            Some((issuer, key)) => format!(
                "the key of its issuer {} is too weak ({key}): {LEAST_RSA} bits are the least for RSA",
                subject(&issuer)
            ),
            None => {
                "a signature in its chain is not that of the issuer: it was changed, or is not the issuer's".to_owned()
            }
        }
    }

    /// A CA in `--ca` has the issuer's name and another key: most often one of them was made anew.
    fn renewed(self) -> Option<String> {
        let trusted: Vec<X509Certificate<'_>> = self.trusted.iter().filter_map(|der| read(der)).collect();
        let pairs = self.shown().find_map(|signed| {
            let named = trusted.iter().find(|ca| ca.subject() == signed.issuer() && !is_signer(ca, &signed))?;
            Some((signed, named))
        });
        let (signed, ca) = pairs?;
        let key = |certificate: &X509Certificate<'_>| format!("sha256:{}", sha256(certificate.public_key().raw));
        if signed.subject() == signed.issuer() {
            return Some(format!(
                "it is self-signed, and --ca has another certificate of the name {}: the public key here is {}, there {}; \
                 --ca FILE with this one trusts it",
                subject(&signed),
                key(&signed),
                key(ca)
            ));
        }
        let signer = self.shown().find(|issuer| issuer.subject() == signed.issuer());
        let signer = match (signer, identifier(&signed, false), identifier(ca, true)) {
            (Some(signer), ..) => format!(", that of the signer is {}", key(&signer)),
            (None, Some(theirs), Some(ours)) => format!(", with the identifier {ours}; the signer's has {theirs}"),
            _ => String::new(),
        };
        Some(format!(
            "it is signed by another key than that of the CA {} in --ca, whose public key is {}{signer}; --ca FILE needs \
             the present certificate of that CA",
            subject(ca),
            key(ca)
        ))
    }

    /// What the verifier has only a word for.
    fn other(self, word: &str) -> String {
        match word {
            "NameConstraintViolation" => format!(
                "its issuer may not issue for this name (name constraints): it is for {}",
                certificates::names(self.leaf).join(", ")
            ),
            "CaUsedAsEndEntity" => self.renewed().unwrap_or_else(|| {
                "it is a CA's certificate, used as a server's; --ca FILE with itself trusts it".to_owned()
            }),
            "EndEntityUsedAsCa" => {
                format!(
                    "its issuer {} is no CA, and may not issue (basic constraints)",
                    certificates::issuer(self.leaf)
                )
            }
            "PathLenConstraintViolated" => {
                "there are more CAs between it and its root than their basic constraints allow (path length)".to_owned()
            }
            "UnsupportedCriticalExtension" => format!(
                "it, or one of its issuers, has a critical extension that is not known here ({})",
                self.shown()
                    .flat_map(|shown| unknown(&shown))
                    .collect::<BTreeSet<_>>()
                    .into_iter()
                    .collect::<Vec<_>>()
                    .join(", ")
            ),
            "UnsupportedCertVersion" => {
                "it is of an X.509 version before 3, which has no names of servers; it must be made anew".to_owned()
            }
            other => format!("it does not verify: {}", super::tls::spaced(other, ' ')),
        }
    }
}

fn read<'a>(der: &'a CertificateDer<'_>) -> Option<X509Certificate<'a>> {
    X509Certificate::from_der(der).ok().map(|(_, certificate)| certificate)
}

fn subject(certificate: &X509Certificate<'_>) -> String {
    format!("\"{}\"", certificates::safe(certificate.subject()))
}

/// What of an RSA key is too weak, in words.
fn weak_key(der: &CertificateDer<'_>) -> Option<String> {
    let certificate = read(der)?;
    let bits = certificates::rsa_bits(&certificate)?;
    (bits < LEAST_RSA).then(|| certificates::key(&certificate))
}

/// As far as key identifiers tell (RFC 5280 §4.2.1.1 and §4.2.1.2), which a certificate of its own needs none of.
fn is_signer(ca: &X509Certificate<'_>, signed: &X509Certificate<'_>) -> bool {
    let same = match (identifier(ca, true), identifier(signed, false)) {
        (Some(ours), Some(theirs)) => ours == theirs,
        _ => false,
    };
    same || ca.as_raw() == signed.as_raw()
}

/// The identifier of its own key, or of its issuer's.
fn identifier(certificate: &X509Certificate<'_>, own: bool) -> Option<String> {
    certificate.extensions().iter().find_map(|extension| match extension.parsed_extension() {
        ParsedExtension::SubjectKeyIdentifier(key) if own => Some(hexadecimal(key.0)),
        ParsedExtension::AuthorityKeyIdentifier(key) if !own => {
            key.key_identifier.as_ref().map(|key| hexadecimal(key.0))
        }
        _ => None,
    })
}

/// The critical extensions that the verifier does not know.
fn unknown(certificate: &X509Certificate<'_>) -> Vec<String> {
    let critical = certificate.extensions().iter().filter(|extension| extension.critical);
    critical.map(|extension| extension.oid.to_id_string()).filter(|oid| !KNOWN.contains(&oid.as_str())).collect()
}
