//! Certificates: whom a client trusts, what a server shows, what stands in one.

use std::path::Path;
use std::sync::{Arc, LazyLock};

use aws_lc_rs::digest;
use rustls::RootCertStore;
use rustls::crypto::CryptoProvider;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, UnixTime};
use x509_parser::extensions::GeneralName;
use x509_parser::prelude::{FromDer, X509Certificate};

use super::p521::SECP521R1;
pub use super::pem::CertificateError;
use super::pem::{read_chain, read_key};
use super::tls::{ServerTls, TlsError};
use crate::base::escape::escape_str;
use crate::proto::sasl::Binding;

/// Whom a client trusts.
#[derive(Clone, Debug)]
pub struct Trust {
    /// Issuers.
    pub(super) roots: Arc<RootCertStore>,
    /// Servers' own certificates, as they stand in a `--ca` file.
    pub(super) servers: Arc<Vec<CertificateDer<'static>>>,
}

/// The one crypto provider of the house.
pub(super) fn provider() -> Arc<CryptoProvider> {
    static PROVIDER: LazyLock<Arc<CryptoProvider>> = LazyLock::new(|| {
        let mut provider = rustls::crypto::aws_lc_rs::default_provider();
        provider.kx_groups.push(SECP521R1);
        Arc::new(provider)
    });
    PROVIDER.clone()
}

impl Trust {
    /// Mozilla's roots, built in.
    pub fn mozilla() -> Trust {
        let roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        Trust { roots: Arc::new(roots), servers: Arc::default() }
    }

    /// The issuers that the system trusts.
    pub fn system() -> Result<Trust, CertificateError> {
        let found = rustls_native_certs::load_native_certs();
        let mut roots = RootCertStore::empty();
        roots.add_parsable_certificates(found.certs);
        match found.errors.first() {
            Some(error) if roots.is_empty() => Err(CertificateError::System(error.to_string())),
            _ => Ok(Trust { roots: Arc::new(roots), servers: Arc::default() }),
        }
    }

    /// The certificates of a PEM file: each is trusted as an issuer and as a server's own.
    pub fn file(path: &Path) -> Result<Trust, CertificateError> {
        let certificates = read_chain(path)?;
        let mut roots = RootCertStore::empty();
        roots.add_parsable_certificates(certificates.iter().cloned());
        Ok(Trust { roots: Arc::new(roots), servers: Arc::new(certificates) })
    }
}

/// A server's certificate chain and key from two PEM files.
pub fn load(chain: &Path, key: &Path) -> Result<ServerTls, TlsError> {
    let private = read_key(key)?;
    ServerTls::new(read_chain(chain)?, private)
}

/// A fresh self-signed certificate for these names and addresses, the first being its common name, valid for 397 days
/// from yesterday on; also its PEM, for clients to trust.
pub fn generate(names: &[String]) -> Result<(ServerTls, String), TlsError> {
    let unusable = |error: rcgen::Error| CertificateError::Unusable(error.to_string());
    let mut parameters = rcgen::CertificateParams::new(names).map_err(unusable)?;
    let common_name = names.first().map_or("localhost", String::as_str);
    parameters.distinguished_name = rcgen::DistinguishedName::new();
    parameters.distinguished_name.push(rcgen::DnType::CommonName, common_name);
    parameters.extended_key_usages.push(rcgen::ExtendedKeyUsagePurpose::ServerAuth);
    let today = jiff::Zoned::now().with_time_zone(jiff::tz::TimeZone::UTC).date();
    let day = |days: i64| {
        let date = today.saturating_add(jiff::Span::new().days(days));
        rcgen::date_time_ymd(date.year().into(), date.month() as u8, date.day() as u8)
    };
    (parameters.not_before, parameters.not_after) = (day(-1), day(397));
    let key = rcgen::KeyPair::generate().map_err(unusable)?;
    let made = parameters.self_signed(&key).map_err(unusable)?;
    let private = PrivateKeyDer::try_from(key.serialize_der());
    let private = private.map_err(|error| CertificateError::Unusable(error.to_owned()))?;
    Ok((ServerTls::new(vec![made.der().clone()], private)?, made.pem()))
}

pub(super) fn safe(name: &impl ToString) -> String {
    escape_str(&name.to_string()).into_owned()
}

/// The names and addresses of a certificate's subjectAltName, safe to show.
pub(super) fn names(der: &CertificateDer<'_>) -> Vec<String> {
    let Ok((_, certificate)) = X509Certificate::from_der(der) else { return Vec::new() };
    let Ok(Some(alternative)) = certificate.subject_alternative_name() else { return Vec::new() };
    let names = alternative.value.general_names.iter().filter_map(|name| match name {
        GeneralName::DNSName(name) => Some(safe(name)),
        GeneralName::IPAddress(octets) => Some(address(octets)),
        _ => None,
    });
    names.collect()
}

fn address(octets: &[u8]) -> String {
    if let Ok(v4) = <[u8; 4]>::try_from(octets) {
        return std::net::Ipv4Addr::from(v4).to_string();
    }
    match <[u8; 16]>::try_from(octets) {
        Ok(v6) => std::net::Ipv6Addr::from(v6).to_string(),
        Err(_) => "an address of no known kind".to_owned(),
    }
}

/// From when to when it is valid, as dates.
pub(super) fn dates(der: &CertificateDer<'_>) -> Option<(String, String)> {
    let (_, certificate) = X509Certificate::from_der(der).ok()?;
    let validity = certificate.validity();
    Some((date(validity.not_before.timestamp())?, date(validity.not_after.timestamp())?))
}

/// The day of a moment, given in seconds since 1970.
pub(super) fn date(seconds: i64) -> Option<String> {
    jiff::Timestamp::from_second(seconds).map(super::shown::day).ok()
}

/// That `now` lies within the certificate's dates.
pub(super) fn check_dates(der: &CertificateDer<'_>, now: UnixTime) -> Result<(), rustls::CertificateError> {
    let (_, certificate) = X509Certificate::from_der(der).map_err(|_| rustls::CertificateError::BadEncoding)?;
    let now = i64::try_from(now.as_secs()).unwrap_or(i64::MAX);
    match certificate.validity() {
        validity if now < validity.not_before.timestamp() => Err(rustls::CertificateError::NotValidYet),
        validity if now > validity.not_after.timestamp() => Err(rustls::CertificateError::Expired),
        _ => Ok(()),
    }
}

/// Issuer and subject are the same.
pub(super) fn is_self_signed(der: &CertificateDer<'_>) -> bool {
    X509Certificate::from_der(der).is_ok_and(|(_, certificate)| certificate.issuer() == certificate.subject())
}

/// The issuer's name, safe to show.
pub(super) fn issuer(der: &CertificateDer<'_>) -> String {
    match X509Certificate::from_der(der) {
        Ok((_, certificate)) => format!("\"{}\"", safe(certificate.issuer())),
        Err(_) => "(unreadable)".to_owned(),
    }
}

/// `tls-server-end-point` (RFC 5929 §4.1): the certificate's hash, by the hash of its signature, but never by one weaker
/// than SHA-256. `None` where the signature names no hash.
pub(super) fn end_point(der: &CertificateDer<'_>) -> Option<Binding> {
    let (_, certificate) = X509Certificate::from_der(der).ok()?;
    let algorithm = match certificate.signature_algorithm.algorithm.to_id_string().as_str() {
        "1.2.840.113549.1.1.4" | "1.2.840.113549.1.1.5" | "1.2.840.113549.1.1.11" => &digest::SHA256,
        "1.2.840.10045.4.1" | "1.2.840.10045.4.3.2" => &digest::SHA256,
        "1.2.840.113549.1.1.12" | "1.2.840.10045.4.3.3" => &digest::SHA384,
        "1.2.840.113549.1.1.13" | "1.2.840.10045.4.3.4" => &digest::SHA512,
        _ => return None,
    };
    let data = digest::digest(algorithm, der).as_ref().to_vec();
    Some(Binding { kind: Binding::END_POINT, data })
}

/// Signature algorithm and size of key in words.
pub(super) fn algorithm(der: &CertificateDer<'_>) -> String {
    let Ok((_, certificate)) = X509Certificate::from_der(der) else { return "an unreadable algorithm".to_owned() };
    let bits = bits(&certificate);
    let signature = signature(&certificate);
    if bits > 0 { format!("{signature}, key of {bits} bits") } else { signature }
}

/// With what it is signed, in words.
pub(super) fn signature(certificate: &X509Certificate<'_>) -> String {
    match certificate.signature_algorithm.algorithm.to_id_string().as_str() {
        "1.2.840.113549.1.1.4" => "MD5 with RSA".to_owned(),
        "1.2.840.113549.1.1.5" => "SHA-1 with RSA".to_owned(),
        "1.2.840.113549.1.1.10" => "RSA-PSS".to_owned(),
        "1.2.840.113549.1.1.11" => "SHA-256 with RSA".to_owned(),
        "1.2.840.113549.1.1.12" => "SHA-384 with RSA".to_owned(),
        "1.2.840.113549.1.1.13" => "SHA-512 with RSA".to_owned(),
        "1.2.840.10045.4.1" => "SHA-1 with ECDSA".to_owned(),
        "1.2.840.10045.4.3.2" => "SHA-256 with ECDSA".to_owned(),
        "1.2.840.10045.4.3.3" => "SHA-384 with ECDSA".to_owned(),
        "1.2.840.10045.4.3.4" => "SHA-512 with ECDSA".to_owned(),
        "1.3.101.112" => "Ed25519".to_owned(),
        "1.3.101.113" => "Ed448".to_owned(),
        "2.16.840.1.101.3.4.3.17" => "ML-DSA-44".to_owned(),
        "2.16.840.1.101.3.4.3.18" => "ML-DSA-65".to_owned(),
        "2.16.840.1.101.3.4.3.19" => "ML-DSA-87".to_owned(),
        other => format!("algorithm {other}"),
    }
}

/// Kind and size of its key, in words.
pub(super) fn key(certificate: &X509Certificate<'_>) -> String {
    let algorithm = &certificate.public_key().algorithm;
    let curve = algorithm.parameters.as_ref().and_then(|any| any.as_oid().ok()).map(|oid| oid.to_id_string());
    match (algorithm.algorithm.to_id_string().as_str(), curve.as_deref()) {
        ("1.2.840.113549.1.1.1", _) => format!("RSA, {} bits", bits(certificate)),
        ("1.2.840.10045.2.1", Some("1.2.840.10045.3.1.7")) => "ECDSA, P-256".to_owned(),
        ("1.2.840.10045.2.1", Some("1.3.132.0.34")) => "ECDSA, P-384".to_owned(),
        ("1.2.840.10045.2.1", Some("1.3.132.0.35")) => "ECDSA, P-521".to_owned(),
        ("1.2.840.10045.2.1", Some(other)) => format!("ECDSA, curve {other}"),
        ("1.3.101.112", _) => "Ed25519".to_owned(),
        ("1.3.101.113", _) => "Ed448".to_owned(),
        ("2.16.840.1.101.3.4.3.17", _) => "ML-DSA-44".to_owned(),
        ("2.16.840.1.101.3.4.3.18", _) => "ML-DSA-65".to_owned(),
        ("2.16.840.1.101.3.4.3.19", _) => "ML-DSA-87".to_owned(),
        (other, _) => format!("algorithm {other}"),
    }
}

/// The size of its key, if that is one of RSA.
pub(super) fn rsa_bits(certificate: &X509Certificate<'_>) -> Option<usize> {
    let algorithm = certificate.public_key().algorithm.algorithm.to_id_string();
    (algorithm == "1.2.840.113549.1.1.1").then(|| bits(certificate))
}

fn bits(certificate: &X509Certificate<'_>) -> usize {
    certificate.public_key().parsed().map_or(0, |key| key.key_size())
}
