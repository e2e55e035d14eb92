//! TLS as a server speaks it.

use std::sync::Arc;
use std::time::Duration;

use rustls::ServerConfig;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::sign::SingleCertAndKey;
use tokio_rustls::TlsAcceptor;

use super::facts::{exported, facts};
use super::words::{alert_name, words};
use super::{TlsError, TlsFacts};
use crate::net::{Error, Io};
use crate::net::{certificates, pem};
use crate::proto::sasl::Binding;

/// The server's certificate and key, ready to speak.
#[derive(Clone)]
pub struct ServerTls {
    config: Arc<ServerConfig>,
    /// What a login is bound to in TLS 1.2.
    end_point: Option<Binding>,
}

impl ServerTls {
    /// From a chain, the server's own certificate first, and its key.
    pub fn new(chain: Vec<CertificateDer<'static>>, key: PrivateKeyDer<'static>) -> Result<ServerTls, TlsError> {
        let end_point = chain.first().and_then(|leaf| certificates::end_point(leaf));
        let config = ServerConfig::builder_with_provider(certificates::provider())
            .with_safe_default_protocol_versions()
            .map_err(|error| TlsError::Handshake(words(&error)))?
            .with_no_client_auth()
            .with_cert_resolver(Arc::new(SingleCertAndKey::from(pem::certified(chain, key)?)));
        Ok(ServerTls { config: Arc::new(config), end_point })
    }

    /// The server's half of the handshake.
    pub(in crate::net) async fn accept(
        &self,
        stream: Box<dyn Io>,
        limit: Duration,
    ) -> Result<(Box<dyn Io>, TlsFacts), Error> {
        let handshake = TlsAcceptor::from(self.config.clone()).accept(stream);
        match tokio::time::timeout(limit, handshake).await {
            Err(_) => Err(Error::Timeout { what: "the client's TLS handshake".to_owned(), after: limit, hint: None }),
            Ok(Err(error)) => Err(TlsError::Handshake(client_failure(&error)).into()),
            Ok(Ok(stream)) => {
                let state = stream.get_ref().1;
                let mut facts = facts(state, state.server_name().unwrap_or_default());
                facts.binding = exported(state).or_else(|| self.end_point.clone());
                Ok((Box::new(stream), facts))
            }
        }
    }
}

fn client_failure(error: &std::io::Error) -> String {
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>());
    match inner {
        Some(rustls::Error::InvalidMessage(_)) => "the client speaks clear text".to_owned(),
        Some(rustls::Error::AlertReceived(alert)) => format!("the client refused: alert {}", alert_name(*alert)),
        _ => crate::net::error::reason(error),
    }
}
