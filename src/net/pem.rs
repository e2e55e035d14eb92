//! Certificates and keys in files: PEM (RFC 7468), or what it is instead and which command makes PEM of it.

use std::path::{Path, PathBuf};

use rustls::pki_types::pem::{self, PemObject};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::sign::CertifiedKey;
use x509_parser::prelude::{FromDer, X509Certificate};

use super::certificates::provider;

/// Why a certificate or key of our own cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum CertificateError {
    /// The file cannot be read.
    #[error("{}: {reason}", .path.display())]
    File {
        /// Which one.
        path: PathBuf,
        /// What the system or the reader said.
        reason: String,
    },
    /// There is no PEM certificate or key in it.
    #[error("{}: no {what} in PEM form stands in it", .path.display())]
    Empty {
        /// Which file.
        path: PathBuf,
        /// `certificate` or `private key`.
        what: &'static str,
    },
    /// It is of a form that is not read here.
    #[error("{}: {form}; {} writes it as it is needed", .path.display(), command.replace('@', &word(path)))]
    Foreign {
        /// Which file.
        path: PathBuf,
        /// Of which, as a sentence.
        form: &'static str,
        /// What converts it; `@` stands for the file.
        command: &'static str,
    },
    /// What stands in it as PEM is none.
    #[error("{}: its PEM is broken: {reason}", .path.display())]
    Broken {
        /// Which file.
        path: PathBuf,
        /// In which way.
        reason: String,
    },
    /// The system has no certificates.
    #[error("the system's certificates cannot be read: {0}")]
    System(String),
    /// Certificate and key do not fit, or are of a kind that TLS does not take.
    #[error("the certificate cannot be used: {0}")]
    Unusable(String),
}

/// What is found instead, by what stands in it, the command that makes PEM of it, and whether a certificate may be in it
/// and a private key.
type Foreign = (fn(&[u8]) -> bool, &'static str, &'static str, [bool; 2]);

/// The first that fits counts.
const FOREIGN: [Foreign; 9] = [
    (
        |octets| has(octets, "BEGIN ENCRYPTED PRIVATE KEY") || has(octets, "Proc-Type: 4,ENCRYPTED"),
        "the private key is encrypted",
        "openssl pkey -in @ -out PLAIN",
        [false, true],
    ),
    (
        |octets| has(octets, "BEGIN OPENSSH PRIVATE KEY"),
        "it is a key as OpenSSH keeps it",
        "ssh-keygen -p -m PKCS8 -f @",
        [false, true],
    ),
    (
        |octets| has(octets, "BEGIN TRUSTED CERTIFICATE"),
        "it is a certificate with trust settings of OpenSSL",
        "openssl x509 -in @ -out PLAIN",
        [true, false],
    ),
    (|octets| has(octets, "BEGIN PKCS7"), "it is PKCS#7", "openssl pkcs7 -print_certs -in @ -out PLAIN", [true, false]),
    (
        |octets| content(octets).is_some_and(|content| content.starts_with(&[2, 1, 3])),
        "it is PKCS#12 (.p12, .pfx)",
        "openssl pkcs12 -nodes -in @ -out PLAIN",
        [true, true],
    ),
    (
        |octets| content(octets).is_some_and(|content| content.starts_with(PKCS7)),
        "it is PKCS#7 in binary form (DER)",
        "openssl pkcs7 -inform DER -print_certs -in @ -out PLAIN",
        [true, false],
    ),
    (
        |octets| X509Certificate::from_der(octets).is_ok(),
        "it is a certificate in binary form (DER)",
        "openssl x509 -inform DER -in @ -out PLAIN",
        [true, false],
    ),
    (
        |octets| content(octets).is_some_and(|content| matches!(content, [2, 1, 0 | 1, ..])),
        "it is a private key in binary form (DER)",
        "openssl pkey -inform DER -in @ -out PLAIN",
        [false, true],
    ),
    (
        |octets| content(octets).is_some_and(|content| content.starts_with(&[0x30])),
        "it is an encrypted private key in binary form (DER)",
        "openssl pkey -inform DER -in @ -out PLAIN",
        [false, true],
    ),
];

/// The beginning of a ContentInfo that holds signed-data (RFC 5652 §3): its object identifier.
const PKCS7: &[u8] = &[6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 2];

/// The certificates of a PEM file.
pub(super) fn read_chain(path: &Path) -> Result<Vec<CertificateDer<'static>>, CertificateError> {
    let octets = read(path)?;
    let certificates = CertificateDer::pem_slice_iter(&octets).collect::<Result<Vec<_>, _>>();
    let certificates = certificates.map_err(|error| broken(path, &error))?;
    if certificates.is_empty() {
        return Err(none(path, &octets, "certificate"));
    }
    Ok(certificates)
}

/// The private key of a PEM file: PKCS#8, PKCS#1 or SEC1.
pub(super) fn read_key(path: &Path) -> Result<PrivateKeyDer<'static>, CertificateError> {
    let octets = read(path)?;
    // The headers of an encrypted one are broken base64 (RFC 1421 §4.6.1.1).
    PrivateKeyDer::from_pem_slice(&octets).map_err(|error| match (error, none(path, &octets, "private key")) {
        (pem::Error::NoItemsFound, none) | (_, none @ CertificateError::Foreign { .. }) => none,
        (error, _) => broken(path, &error),
    })
}

/// A chain, our own certificate first, and its key. It may be of any version: whoever it is shown to judges that.
pub(super) fn certified(
    chain: Vec<CertificateDer<'static>>,
    key: PrivateKeyDer<'static>,
) -> Result<CertifiedKey, CertificateError> {
    let key = provider().key_provider.load_private_key(key).map_err(|_| {
        let taken = "RSA, ECDSA (P-256, P-384, P-521) and Ed25519";
        CertificateError::Unusable(format!("its private key is broken, or of a kind that is not taken ({taken} are)"))
    })?;
    let public = key.public_key();
    let is_of_key = |certificate: &CertificateDer<'_>| {
        let read = X509Certificate::from_der(certificate);
        read.is_ok_and(|(_, read)| public.as_ref().is_none_or(|public| read.public_key().raw == public.as_ref()))
    };
    match chain.iter().position(is_of_key) {
        Some(0) => Ok(CertifiedKey::new(chain, key)),
        Some(place) => Err(CertificateError::Unusable(format!(
            "the key is that of the {}. certificate in the file, which must stand first, those of its issuers behind it",
            place + 1
        ))),
        None => Err(CertificateError::Unusable("the key is not that of the certificate".to_owned())),
    }
}

fn read(path: &Path) -> Result<Vec<u8>, CertificateError> {
    let failed = |error| CertificateError::File { path: path.to_owned(), reason: super::error::reason(&error) };
    std::fs::read(path).map_err(failed)
}

fn broken(path: &Path, error: &pem::Error) -> CertificateError {
    let reason = match error {
        pem::Error::MissingSectionEnd { .. } => "a line BEGIN has no line END".to_owned(),
        pem::Error::IllegalSectionStart { .. } => "a line BEGIN is malformed".to_owned(),
        pem::Error::Base64Decode(_) => "what stands between BEGIN and END is no base64".to_owned(),
        other => other.to_string(),
    };
    CertificateError::Broken { path: path.to_owned(), reason }
}

/// Nothing of that kind is in the file: what it is instead, if that is known.
fn none(path: &Path, octets: &[u8], what: &'static str) -> CertificateError {
    let path = path.to_owned();
    let may_hold = |[certificate, key]: [bool; 2]| if what == "certificate" { certificate } else { key };
    let found = FOREIGN.iter().find(|(is_it, .., holds)| may_hold(*holds) && is_it(octets));
    match found {
        Some((_, form, command, _)) => CertificateError::Foreign { path, form, command },
        None => CertificateError::Empty { path, what },
    }
}

/// A path as a shell reads it.
fn word(path: &Path) -> String {
    let text = path.display().to_string();
    match text.chars().all(|c| c.is_alphanumeric() || "._-/+,:@~%".contains(c)) {
        true => text,
        false => format!("'{}'", text.replace('\'', "'\\''")),
    }
}

fn has(octets: &[u8], mark: &str) -> bool {
    memchr::memmem::find(octets, mark.as_bytes()).is_some()
}

/// What stands in the DER SEQUENCE that octets begin with (X.690 §8.1.3).
fn content(octets: &[u8]) -> Option<&[u8]> {
    match octets {
        [0x30, length @ 0..0x80, content @ ..] if content.len() >= usize::from(*length) => Some(content),
        [0x30, 0x80, content @ ..] => Some(content),
        [0x30, length @ 0x81..=0x84, rest @ ..] => rest.get(usize::from(length - 0x80)..),
        _ => None,
    }
}
