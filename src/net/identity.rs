//! Who a client is in TLS: its certificate, if it has one and the server asks for it (RFC 8446 §4.3.2, RFC 5246 §7.4.4).

use std::path::Path;
use std::sync::{Arc, OnceLock};

use rustls::SignatureScheme;
use rustls::client::ResolvesClientCert;
use rustls::sign::CertifiedKey;

use super::certificate::Certificate;
use super::pem::{self, CertificateError};
use crate::transcript::Weight;

/// A client's certificate with its key.
#[derive(Clone, Debug)]
pub struct Identity(Arc<CertifiedKey>);

impl Identity {
    /// The chain of a PEM file, our own certificate first, and its key: that of another file, or of the same.
    pub fn load(chain: &Path, key: Option<&Path>) -> Result<Identity, CertificateError> {
        let certificates = pem::read_chain(chain)?;
        let key = pem::read_key(key.unwrap_or(chain))?;
        pem::certified(certificates, key).map(|both| Identity(Arc::new(both)))
    }

    /// Whose certificate it is.
    fn subject(&self) -> String {
        let own = self.0.cert.first().and_then(Certificate::read);
        own.map_or_else(|| "a certificate that cannot be read".to_owned(), |own| own.subject)
    }
}

/// Shows it in one handshake, and knows afterwards whether it was asked for.
#[derive(Debug)]
pub(super) struct Asked {
    identity: Option<Identity>,
    /// The server asked: whether what it takes could be shown.
    asked: OnceLock<bool>,
}

impl Asked {
    pub fn new(identity: Option<Identity>) -> Asked {
        Asked { identity, asked: OnceLock::new() }
    }

    /// Whether the server asked for a certificate and there was none to show.
    pub fn in_vain(&self) -> bool {
        self.identity.is_none() && self.asked.get().is_some()
    }

    /// What became of it, in words.
    pub fn told(&self) -> Option<(Weight, String)> {
        match (&self.identity, self.asked.get()) {
            (None, None) => None,
            (None, Some(_)) => {
                let text = "the server asked for a client certificate, and goes on without (--client-cert FILE)";
                Some((Weight::Detail, text.to_owned()))
            }
            (Some(identity), Some(true)) => {
                let text = format!("the server asked for a client certificate: {} was shown", identity.subject());
                Some((Weight::Info, text))
            }
            (Some(_), Some(false)) => {
                let text = "the server asked for a client certificate, but takes no signature that ours can make";
                Some((Weight::Warning, format!("{text}: none was shown")))
            }
            (Some(_), None) => {
                let text = "the server did not ask for a client certificate: none was shown";
                Some((Weight::Warning, text.to_owned()))
            }
        }
    }
}

impl ResolvesClientCert for Asked {
    fn resolve(&self, _issuers: &[&[u8]], schemes: &[SignatureScheme]) -> Option<Arc<CertifiedKey>> {
        let fits = self.identity.as_ref().filter(|identity| identity.0.key.choose_scheme(schemes).is_some());
        let _ = self.asked.set(fits.is_some());
        fits.map(|identity| identity.0.clone())
    }

    fn has_certs(&self) -> bool {
        self.identity.is_some()
    }
}
