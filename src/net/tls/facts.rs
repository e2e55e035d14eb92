//! What a TLS connection turned out to be.

use std::sync::Arc;

use rustls::{CommonState, ConnectionCommon, ProtocolVersion};

use crate::net::certificate::{Certificate, Distrust};
use crate::net::offer::{cipher_name, group_name, version_name};
use crate::net::shown::{Place, Shown};
use crate::proto::sasl::Binding;

/// What a TLS connection turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TlsFacts {
    /// `TLSv1.3`.
    pub version: String,
    /// `TLS_AES_256_GCM_SHA384`.
    pub cipher: String,
    /// `X25519MLKEM768`: in which group the keys were agreed upon, where that is known.
    pub group: Option<String>,
    /// The name that was asked for.
    pub name: String,
    /// Verification was switched off.
    pub insecure: bool,
    /// Only certain certificates are taken, whatever their names.
    pub pinned: bool,
    /// `Ok`: the certificate is good for that name. `Err`: why it is not, where that was no obstacle.
    pub verified: Result<(), String>,
    /// All that is wrong with the certificate; nothing where it is verified.
    pub faults: Vec<Distrust>,
    /// What a login can be bound to.
    pub binding: Option<Binding>,
    /// The certificates that the peer showed.
    pub shown: Arc<Shown>,
    /// The port of the server.
    pub port: u16,
    /// All that was shown is to be told.
    pub certs: bool,
}

impl TlsFacts {
    /// The server's own certificate, if it showed one that can be read.
    pub fn peer(&self) -> Option<&Certificate> {
        self.shown.own()
    }

    /// Where the server is.
    pub fn place(&self) -> Place<'_> {
        Place { host: &self.name, port: self.port }
    }

    /// What the first line leaves out: `key exchange X25519MLKEM768, no OCSP staple`.
    pub fn more(&self) -> String {
        let group = self.group.as_deref().unwrap_or("unknown");
        let staple = if self.shown.stapled { "an" } else { "no" };
        format!("key exchange {group}, {staple} OCSP staple")
    }
}

/// The first line to show of a TLS connection: `TLSv1.3 TLS_AES_256_GCM_SHA384, certificate for x verified`.
impl std::fmt::Display for TlsFacts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.version, self.cipher)?;
        match &self.verified {
            _ if self.shown.chain.is_empty() => Ok(()),
            Ok(()) if self.pinned => write!(f, ", certificate of {} is the one that is pinned", self.name),
            Ok(()) => write!(f, ", certificate for {} verified", self.name),
            Err(reason) => write!(f, ", certificate for {} UNVERIFIED: {reason}", self.name),
        }
    }
}

/// What rustls knows of it.
pub(super) fn facts(state: &CommonState, name: &str) -> TlsFacts {
    TlsFacts {
        version: state.protocol_version().map_or_else(|| "TLS".to_owned(), version_name),
        cipher: state
            .negotiated_cipher_suite()
            .map_or_else(|| "unknown cipher".to_owned(), |suite| cipher_name(&suite)),
        group: state.negotiated_key_exchange_group().map(group_name),
        name: name.to_owned(),
        insecure: false,
        pinned: false,
        verified: Ok(()),
        faults: Vec::new(),
        binding: None,
        shown: Arc::default(),
        port: 0,
        certs: false,
    }
}

/// `tls-exporter` (RFC 9266 §4): in TLS 1.3 alone, where nobody in the middle can make two connections export the same.
pub(super) fn exported<D>(connection: &ConnectionCommon<D>) -> Option<Binding> {
    let label = b"EXPORTER-Channel-Binding";
    let new = connection.protocol_version() == Some(ProtocolVersion::TLSv1_3);
    let data = new.then(|| connection.export_keying_material(vec![0; 32], label, Some(b"")))?;
    data.ok().map(|data| Binding { kind: "tls-exporter", data })
}
