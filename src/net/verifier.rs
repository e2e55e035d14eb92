//! Is this certificate good? The verdict is kept, so that it can be told even where it is no obstacle.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rustls::client::WebPkiServerVerifier;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::CryptoProvider;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::server::ParsedCertificate;
use rustls::{CertificateError as Refusal, DigitallySignedStruct, Error, SignatureScheme};

use super::certificate::{Certificate, Distrust, Fault};
use super::certificates::{self, Trust};
use super::pin::Pin;
use super::refusal::Case;
use super::shown::Shown;
use super::tls::TlsError;

/// Checks a server's certificate chain against [`Trust`] (RFC 5280, RFC 9525).
#[derive(Debug)]
pub(super) struct Verifier {
    webpki: Option<Arc<WebPkiServerVerifier>>,
    /// Certificates of servers that are trusted themselves.
    known: Arc<Vec<CertificateDer<'static>>>,
    /// Certificates with these fingerprints are good, whatever else they say, and no other. None: it goes by the rest.
    pins: Vec<Pin>,
    enforce: bool,
    faults: Mutex<Vec<Distrust>>,
    shown: Mutex<Arc<Shown>>,
    provider: Arc<CryptoProvider>,
}

impl Verifier {
    /// Unless `enforce`, whatever the peer shows is taken and only the verdict says what is wrong.
    pub fn new(trust: &Trust, pins: &[Pin], enforce: bool) -> Result<Verifier, TlsError> {
        let provider = certificates::provider();
        let roots = trust.roots.clone();
        let webpki = match roots.is_empty() {
            true => None,
            false => WebPkiServerVerifier::builder_with_provider(roots, provider.clone()).build().ok(),
        };
        let (known, pins) = (trust.servers.clone(), pins.to_vec());
        Ok(Verifier { webpki, known, pins, enforce, faults: Mutex::default(), shown: Mutex::default(), provider })
    }

    /// What was found: the fault that counts most, in words.
    pub fn verdict(&self) -> Result<(), String> {
        self.lock().first().map_or(Ok(()), |distrust| Err(distrust.reason.clone()))
    }

    /// All that is wrong with the certificate, the fault that ended its verification first.
    pub fn faults(&self) -> Vec<Distrust> {
        self.lock().clone()
    }

    /// The certificates that were seen.
    pub fn shown(&self) -> Arc<Shown> {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Distrust>> {
        self.faults.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn case<'a>(&'a self, leaf: &'a CertificateDer<'a>, chain: &'a [CertificateDer<'a>]) -> Case<'a> {
        Case { leaf, chain, trusted: &self.known }
    }

    fn judge(
        &self,
        leaf: &CertificateDer<'_>,
        chain: &[CertificateDer<'_>],
        name: &ServerName<'_>,
        stapled: &[u8],
        now: UnixTime,
    ) -> Result<(), Error> {
        if !self.pins.is_empty() {
            return Pin::check(&self.pins, leaf).map_err(|_| Refusal::ApplicationVerificationFailure.into());
        }
        if self.known.iter().any(|known| known.as_ref() == leaf.as_ref()) {
            certificates::check_dates(leaf, now)?;
            return rustls::client::verify_server_name(&ParsedCertificate::try_from(leaf)?, name);
        }
        match &self.webpki {
            Some(webpki) => webpki.verify_server_cert(leaf, chain, name, stapled, now).map(|_| ()),
            None => Err(Refusal::UnknownIssuer.into()),
        }
    }

    /// Where nothing is enforced a wrong signature is told and no obstacle: such a peer may have a certificate that no
    /// verifier takes, and a debugging tool speaks with it all the same. It is not verified then, since whoever has no
    /// key of a certificate may show it too.
    fn signature(
        &self,
        certificate: &CertificateDer<'_>,
        check: impl FnOnce() -> Result<HandshakeSignatureValid, Error>,
    ) -> Result<HandshakeSignatureValid, Error> {
        let checked = check();
        if let Err(error) = &checked {
            let reason = self.case(certificate, &[]).handshake(error);
            self.lock().push(Distrust { fault: Fault::Other, reason });
        }
        if self.enforce { checked } else { Ok(HandshakeSignatureValid::assertion()) }
    }

    /// All that is wrong with a certificate that was refused. Verification ends at the first fault: its issuer is asked
    /// for again as if it were its time, and its dates and names are looked at on their own.
    fn distrust(
        &self,
        error: &Error,
        leaf: &CertificateDer<'_>,
        chain: &[CertificateDer<'_>],
        name: &ServerName<'_>,
        now: UnixTime,
    ) -> Vec<Distrust> {
        if !self.pins.is_empty() {
            let other = Pin::check(&self.pins, leaf).err();
            return other.map(|reason| Distrust { fault: Fault::Pin, reason }).into_iter().collect();
        }
        let case = self.case(leaf, chain);
        let is_of_chain =
            |error: &Error| !matches!(case.fault(error), Fault::Expired | Fault::NotYetValid | Fault::Name);
        let timeless = match is_of_chain(error) {
            true => None,
            false => middle(leaf).and_then(|then| self.judge(leaf, chain, name, &[], then).err()).filter(is_of_chain),
        };
        let dates = certificates::check_dates(leaf, now).map_err(Error::from).err();
        let names = ParsedCertificate::try_from(leaf).and_then(|leaf| rustls::client::verify_server_name(&leaf, name));
        let names = names.err().filter(|error| case.fault(error) == Fault::Name);
        let mut faults: Vec<Distrust> = Vec::new();
        for error in [Some(error), timeless.as_ref(), dates.as_ref(), names.as_ref()].into_iter().flatten() {
            let fault = case.fault(error);
            if faults.iter().all(|known| known.fault != fault) {
                faults.push(Distrust { fault, reason: case.words(error) });
            }
        }
        faults
    }
}

/// A moment at which a certificate is valid.
fn middle(leaf: &CertificateDer<'_>) -> Option<UnixTime> {
    let certificate = Certificate::read(leaf)?;
    let middle = certificate.not_before.as_second().midpoint(certificate.not_after.as_second());
    Some(UnixTime::since_unix_epoch(Duration::from_secs(middle.try_into().ok()?)))
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
        *self.shown.lock().unwrap_or_else(PoisonError::into_inner) = Arc::new(Shown::new(leaf, chain, stapled));
        let result = self.judge(leaf, chain, name, stapled, now);
        let faults = result.as_ref().err().map(|error| self.distrust(error, leaf, chain, name, now));
        *self.lock() = faults.unwrap_or_default();
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
