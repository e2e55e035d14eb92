//! Is this certificate good? The verdict is kept, so that it can be told even where it is no obstacle.

use std::sync::{Arc, Mutex, PoisonError};

use rustls::client::WebPkiServerVerifier;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::CryptoProvider;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::server::ParsedCertificate;
use rustls::{CertificateError as Refusal, DigitallySignedStruct, Error, SignatureScheme};

use super::certificates::{self, Trust};
use super::tls::TlsError;

/// Checks a server's certificate chain against [`Trust`] (RFC 5280, RFC 9525).
#[derive(Debug)]
pub(super) struct Verifier {
    webpki: Option<Arc<WebPkiServerVerifier>>,
    /// Certificates of servers that are trusted themselves.
    known: Arc<Vec<CertificateDer<'static>>>,
    enforce: bool,
    verdict: Mutex<Result<(), String>>,
    provider: Arc<CryptoProvider>,
}

impl Verifier {
    /// Unless `enforce`, whatever the peer shows is taken and only the verdict says what is wrong.
    pub fn new(trust: &Trust, enforce: bool) -> Result<Verifier, TlsError> {
        let provider = certificates::provider();
        let roots = trust.roots.clone();
        let webpki = match roots.is_empty() {
            true => None,
            false => WebPkiServerVerifier::builder_with_provider(roots, provider.clone()).build().ok(),
        };
        let known = trust.servers.clone();
        Ok(Verifier { webpki, known, enforce, verdict: Mutex::new(Ok(())), provider })
    }

    /// What was found.
    pub fn verdict(&self) -> Result<(), String> {
        self.verdict.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn judge(
        &self,
        leaf: &CertificateDer<'_>,
        chain: &[CertificateDer<'_>],
        name: &ServerName<'_>,
        stapled: &[u8],
        now: UnixTime,
    ) -> Result<(), Error> {
        if self.known.iter().any(|known| known.as_ref() == leaf.as_ref()) {
            certificates::check_dates(leaf, now)?;
            return rustls::client::verify_server_name(&ParsedCertificate::try_from(leaf)?, name);
        }
        match &self.webpki {
            Some(webpki) => webpki.verify_server_cert(leaf, chain, name, stapled, now).map(|_| ()),
            None => Err(Refusal::UnknownIssuer.into()),
        }
    }

    /// Where nothing is enforced a signature is not looked at: such a peer may have a certificate that no verifier
    /// takes, and a debugging tool speaks with it all the same.
    fn signature(
        &self,
        certificate: &CertificateDer<'_>,
        check: impl FnOnce() -> Result<HandshakeSignatureValid, Error>,
    ) -> Result<HandshakeSignatureValid, Error> {
        if !self.enforce {
            return Ok(HandshakeSignatureValid::assertion());
        }
        check().inspect_err(|error| self.record(Err(words(error, certificate, &[]))))
    }

    fn record(&self, verdict: Result<(), String>) {
        *self.verdict.lock().unwrap_or_else(PoisonError::into_inner) = verdict;
    }
}

impl ServerCertVerifier for Verifier {
    fn verify_server_cert(
        &self,
        leaf: &CertificateDer<'_>,
        chain: &[CertificateDer<'_>],
        name: &ServerName<'_>,
        stapled: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        let result = self.judge(leaf, chain, name, stapled, now);
        self.record(result.clone().map_err(|error| words(&error, leaf, chain)));
        match result {
            Err(error) if self.enforce => Err(error),
            _ => Ok(ServerCertVerified::assertion()),
        }
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let algorithms = &self.provider.signature_verification_algorithms;
        self.signature(certificate, || rustls::crypto::verify_tls12_signature(message, certificate, signed, algorithms))
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let algorithms = &self.provider.signature_verification_algorithms;
        self.signature(certificate, || rustls::crypto::verify_tls13_signature(message, certificate, signed, algorithms))
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        let mut schemes = self.provider.signature_verification_algorithms.supported_schemes();
        if !self.enforce {
            schemes.extend([SignatureScheme::RSA_PKCS1_SHA1, SignatureScheme::ECDSA_SHA1_Legacy]);
        }
        schemes
    }
}

/// Why a certificate is refused, in words that name the cause.
fn words(error: &Error, leaf: &CertificateDer<'_>, chain: &[CertificateDer<'_>]) -> String {
    let Error::InvalidCertificate(refusal) = error else { return error.to_string() };
    match refusal {
        Refusal::Expired | Refusal::ExpiredContext { .. } => match certificates::dates(leaf) {
            Some((_, until)) => format!("it expired on {until}"),
            None => "it, or one of its issuers, has expired".to_owned(),
        },
        Refusal::NotValidYet | Refusal::NotValidYetContext { .. } => match certificates::dates(leaf) {
            Some((from, _)) => format!("it is not valid before {from}"),
            None => "it, or one of its issuers, is not valid yet".to_owned(),
        },
        Refusal::NotValidForName | Refusal::NotValidForNameContext { .. } => {
            let names = certificates::names(leaf);
            match names.is_empty() {
                true => "it is for no name at all (no subjectAltName), so not for this one".to_owned(),
                false => format!("it is for {}, not for this name (--sni NAME asks for another)", names.join(", ")),
            }
        }
        Refusal::UnknownIssuer if certificates::is_self_signed(leaf) => {
            "it is self-signed and not trusted; --ca FILE with the certificate itself trusts it".to_owned()
        }
        Refusal::UnknownIssuer if chain.is_empty() => format!(
            "its issuer {} is not trusted, and the server sent no intermediate certificate; --ca FILE trusts an issuer",
            certificates::issuer(leaf)
        ),
        Refusal::UnknownIssuer => {
            format!("its issuer {} is not trusted; --ca FILE trusts an issuer", certificates::issuer(leaf))
        }
        Refusal::InvalidPurpose | Refusal::InvalidPurposeContext { .. } => {
            "it is not made for servers (extended key usage)".to_owned()
        }
        Refusal::UnsupportedSignatureAlgorithmContext { .. }
        | Refusal::UnsupportedSignatureAlgorithmForPublicKeyContext { .. } => {
            format!("it is signed with {}, which is too weak or unknown", certificates::algorithm(leaf))
        }
        Refusal::BadSignature => {
            format!("a signature in its chain is wrong or made with too weak a key ({})", certificates::algorithm(leaf))
        }
        Refusal::BadEncoding => "it is not well-formed".to_owned(),
        Refusal::Revoked => "it was revoked".to_owned(),
        Refusal::Other(other) => words_of_other(&other.to_string()),
        other => other.to_string(),
    }
}

fn words_of_other(text: &str) -> String {
    match text {
        "NameConstraintViolation" => "its issuer may not issue for this name (name constraints)".to_owned(),
        "CaUsedAsEndEntity" => {
            "it is a CA's certificate, used as a server's; --ca FILE with itself trusts it".to_owned()
        }
        "UnsupportedCertVersion" => "it is of an X.509 version before 3".to_owned(),
        other => other.to_owned(),
    }
}
