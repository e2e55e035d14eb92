//! TLS as a client and as a server speaks it (RFC 8446, RFC 5246), by rustls.

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName};
use rustls::{
    AlertDescription, ClientConfig, CommonState, ConnectionCommon, PeerIncompatible, ProtocolVersion, ServerConfig,
};
use tokio_rustls::{TlsAcceptor, TlsConnector};

use super::certificate::{Certificate, Distrust, Fault};
use super::certificates::{self, CertificateError};
use super::endpoint::Host;
use super::identity::{Asked, Identity};
use super::key_log::KeyLog;
use super::offer::{Offer, cipher_name, group_name, version_name};
use super::pin::Pin;
use super::shown::{Place, Shown};
use super::verifier::Verifier;
use super::{Error, Io};
use crate::proto::sasl::Binding;
use crate::transcript::{Note, Stage, Weight};

/// Whom a client trusts, and how much it asks.
#[derive(Clone, Debug)]
pub struct Tls {
    trust: certificates::Trust,
    /// The name to send and to verify instead of the host's.
    name: Option<String>,
    /// Take any certificate.
    insecure: bool,
    /// Take the certificates with these fingerprints and no other. None: as their issuers, names and dates say.
    pins: Vec<Pin>,
    offer: Offer,
    identity: Option<Identity>,
    key_log: Option<Arc<KeyLog>>,
    /// All that the server shows is told.
    certs: bool,
    /// The server's port, for what its domain should publish.
    port: u16,
}

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
}

/// Why there is no TLS.
#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    /// The certificate was refused.
    #[error("the certificate of {name} is refused: {reason}; --insecure goes on without verification")]
    Certificate {
        /// The name that was asked for.
        name: String,
        /// Why, in words.
        reason: String,
    },
    /// The certificate is not one of those that are pinned.
    #[error("the certificate of {name} is refused: {reason}")]
    Pin {
        /// The name that was asked for.
        name: String,
        /// The fingerprints that were seen, in words.
        reason: String,
    },
    /// The handshake took too long.
    #[error("{} passed without the end of the TLS handshake; perhaps the server speaks clear text on this port: try --tls starttls", super::error::seconds(.0))]
    TooSlow(Duration),
    /// The peer does not speak TLS.
    #[error("the server speaks clear text on this port, not TLS: try --tls starttls, or --tls never")]
    ClearText,
    /// The peer speaks TLS where clear text was expected.
    #[error("the server speaks TLS from the first octet on this port: try --tls implicit (smtps://)")]
    TlsExpected,
    /// A client speaks TLS where the server expects clear text.
    #[error("the client speaks TLS from the first octet on a port for clear text")]
    TlsUnexpected,
    /// The handshake failed otherwise.
    #[error("the TLS handshake failed: {0}")]
    Handshake(String),
    /// The peer speaks no version that we speak.
    #[error("the server speaks neither TLS 1.2 nor 1.3, and older versions are not spoken here (RFC 8996): {0}")]
    Version(String),
    /// It takes nothing of what was chosen to be offered.
    #[error("the server takes nothing of what is offered ({offered}): {reason}")]
    Offer {
        /// What that is.
        offered: String,
        /// What it said.
        reason: String,
    },
    /// The server demands a certificate of ours.
    #[error("the server demands a client certificate: --client-cert FILE shows one")]
    Demanded,
    /// The server does not take the certificate of ours.
    #[error("the server does not take our client certificate: {0}")]
    Identity(String),
    /// A name that TLS cannot ask for.
    #[error("{0:?} is not a name that a certificate can be for; --sni NAME gives one")]
    Name(String),
    /// TLS is required and not offered.
    #[error(
        "the server does not offer STARTTLS and TLS is required: perhaps another port has it (smtps://); in clear text only --tls never goes on, and with a password --insecure-auth"
    )]
    NotOffered,
    /// STARTTLS was refused.
    #[error("the server refused STARTTLS and TLS is required: {0}")]
    Refused(String),
    /// A certificate or key of our own that cannot be used.
    #[error(transparent)]
    Own(#[from] CertificateError),
}

impl TlsError {
    /// What an alert of the server says of a certificate of ours (RFC 8446 §6.2).
    pub(super) fn of_alert(alert: AlertDescription) -> Option<TlsError> {
        match alert {
            AlertDescription::CertificateRequired => Some(TlsError::Demanded),
            AlertDescription::BadCertificate
            | AlertDescription::UnsupportedCertificate
            | AlertDescription::CertificateRevoked
            | AlertDescription::CertificateExpired
            | AlertDescription::CertificateUnknown
            | AlertDescription::UnknownCA
            | AlertDescription::AccessDenied => Some(TlsError::Identity(format!("{alert:?}"))),
            _ => None,
        }
    }
}

impl Tls {
    /// A client that trusts `trust`.
    pub fn new(trust: certificates::Trust, name: Option<String>, insecure: bool) -> Tls {
        let (offer, pins) = (Offer::default(), Vec::new());
        Tls { trust, name, insecure, pins, offer, identity: None, key_log: None, certs: false, port: 25 }
    }

    /// Who offers just that.
    pub fn offering(self, offer: Offer) -> Tls {
        Tls { offer, ..self }
    }

    /// Who shows this certificate where one is asked for.
    pub fn identified(self, identity: Option<Identity>) -> Tls {
        Tls { identity, ..self }
    }

    /// Who keeps the secrets there.
    pub fn logged(self, key_log: Option<Arc<KeyLog>>) -> Tls {
        Tls { key_log, ..self }
    }

    /// Who tells all that the server shows.
    pub fn telling(self, certs: bool) -> Tls {
        Tls { certs, ..self }
    }

    /// To a server at that port; 25 by default.
    pub fn at(self, port: u16) -> Tls {
        Tls { port, ..self }
    }

    /// Who takes the certificates with these fingerprints and no other, whoever issued them and whatever their names and
    /// dates: whoever has that key is meant. None: as before.
    pub fn pinned(self, pins: Vec<Pin>) -> Tls {
        Tls { pins, ..self }
    }

    /// Whether only certain certificates are taken.
    pub fn is_pinned(&self) -> bool {
        !self.pins.is_empty()
    }

    /// The client's half of the handshake. Unless `required`, a certificate that does not verify is no obstacle.
    /// Whatever comes of it, `tell` hears what was seen.
    pub(super) async fn connect(
        &self,
        stream: Box<dyn Io>,
        host: &Host,
        required: bool,
        limit: Duration,
        tell: &dyn Fn(Note),
    ) -> Result<(Box<dyn Io>, TlsFacts), Error> {
        let name = self.name.clone().unwrap_or_else(|| host.to_string());
        let server_name = server_name(&name)?;
        let (mut config, verifier) = self.config(required)?;
        let asked = Arc::new(Asked::new(self.identity.clone()));
        config.client_auth_cert_resolver = asked.clone();
        if let Some(key_log) = &self.key_log {
            config.key_log = key_log.clone();
        }
        let handshake = TlsConnector::from(Arc::new(config)).connect(server_name, stream);
        let stream = match tokio::time::timeout(limit, handshake).await {
            Err(_) => return Err(TlsError::TooSlow(limit).into()),
            Ok(Err(error)) => {
                self.tell(&verifier, &asked, &name, tell);
                return Err(self.failure(&error, &name, (&verifier, &asked)).into());
            }
            Ok(Ok(stream)) => stream,
        };
        let facts = self.facts(stream.get_ref().1, &name, &verifier);
        let weight = if facts.verified.is_ok() { Weight::Info } else { Weight::Warning };
        tell(Note::new(Timestamp::now(), weight, facts.to_string()).at_end_of(Stage::Tls));
        tell(Note::new(Timestamp::now(), self.weight(), facts.more()));
        self.tell(&verifier, &asked, &name, tell);
        Ok((Box::new(stream), facts))
    }

    fn facts<D>(&self, connection: &ConnectionCommon<D>, name: &str, verifier: &Verifier) -> TlsFacts {
        let leaf = connection.peer_certificates().and_then(|chain| chain.first());
        TlsFacts {
            binding: exported(connection).or_else(|| leaf.and_then(|leaf| certificates::end_point(leaf))),
            insecure: self.insecure,
            pinned: self.is_pinned(),
            verified: verifier.verdict(),
            faults: verifier.faults(),
            shown: verifier.shown(),
            ..facts(connection, name)
        }
    }

    /// Tells what the server showed, what of us it asked for, and where the secrets are.
    fn tell(&self, verifier: &Verifier, asked: &Asked, name: &str, tell: &dyn Fn(Note)) {
        let tell = |weight, text: String| tell(Note::new(Timestamp::now(), weight, text));
        let (shown, place) = (verifier.shown(), Place { host: name, port: self.port });
        let lines = if self.certs { shown.lines(place, Timestamp::now()) } else { shown.brief() };
        lines.into_iter().for_each(|line| tell(self.weight(), line));
        if self.certs {
            let more = verifier.faults().into_iter().skip(1);
            more.for_each(|distrust| tell(Weight::Warning, format!("besides, {}", distrust.reason)));
        }
        if let Some((weight, text)) = asked.told() {
            tell(weight, text);
        }
        match self.key_log.as_ref().map(|key_log| key_log.told()) {
            None => {}
            Some(Ok(text)) => tell(Weight::Info, text),
            Some(Err(text)) => tell(Weight::Warning, text),
        }
    }

    /// How much it matters what exactly the server showed.
    fn weight(&self) -> Weight {
        if self.certs { Weight::Info } else { Weight::Detail }
    }

    /// What rustls is to do. Unless `required`, the verifier takes every certificate and only keeps its verdict.
    pub(super) fn config(&self, required: bool) -> Result<(ClientConfig, Arc<Verifier>), TlsError> {
        let verifier = Arc::new(Verifier::new(&self.trust, &self.pins, required && !self.insecure)?);
        let config = ClientConfig::builder_with_provider(self.offer.provider())
            .with_protocol_versions(self.offer.versions())
            .map_err(|error| TlsError::Handshake(error.to_string()))?
            .dangerous()
            .with_custom_certificate_verifier(verifier.clone())
            .with_no_client_auth();
        Ok((config, verifier))
    }

    /// Why a handshake failed, in words.
    fn failure(&self, error: &std::io::Error, name: &str, (verifier, asked): (&Verifier, &Asked)) -> TlsError {
        let inner = error.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>());
        match inner {
            Some(rustls::Error::InvalidCertificate(_)) => {}
            Some(rustls::Error::AlertReceived(AlertDescription::HandshakeFailure)) if asked.in_vain() => {
                return TlsError::Demanded;
            }
            Some(rustls::Error::AlertReceived(alert)) if TlsError::of_alert(*alert).is_some() => {}
            Some(other @ (rustls::Error::AlertReceived(_) | rustls::Error::PeerIncompatible(_)))
                if self.offer.is_chosen() =>
            {
                return TlsError::Offer { offered: self.offer.to_string(), reason: other.to_string() };
            }
            _ => {}
        }
        failure(error, name, verifier)
    }

    /// Whether verification was switched off.
    pub(super) fn is_insecure(&self) -> bool {
        self.insecure
    }
}

fn server_name(name: &str) -> Result<ServerName<'static>, TlsError> {
    let wrong = || TlsError::Name(name.to_owned());
    match name.parse() {
        Ok(address) => Ok(ServerName::IpAddress(std::net::IpAddr::into(address))),
        Err(_) => {
            let ascii = idna::domain_to_ascii(name.trim_end_matches('.')).map_err(|_| wrong())?;
            ServerName::try_from(ascii).map_err(|_| wrong())
        }
    }
}

/// Why a handshake failed, in words.
fn failure(error: &std::io::Error, name: &str, verifier: &Verifier) -> TlsError {
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>());
    match inner {
        Some(rustls::Error::InvalidCertificate(_)) => {
            let (name, reason) = (name.to_owned(), verifier.verdict().err().unwrap_or_else(|| error.to_string()));
            match verifier.faults().first().map(|distrust| distrust.fault) {
                Some(Fault::Pin) => TlsError::Pin { name, reason },
                _ => TlsError::Certificate { name, reason },
            }
        }
        Some(rustls::Error::InvalidMessage(_)) => TlsError::ClearText,
        Some(rustls::Error::AlertReceived(alert)) if TlsError::of_alert(*alert).is_some() => {
            TlsError::of_alert(*alert).unwrap_or(TlsError::Demanded)
        }
        Some(
            other @ (rustls::Error::AlertReceived(AlertDescription::ProtocolVersion)
            | rustls::Error::PeerIncompatible(
                PeerIncompatible::ServerDoesNotSupportTls12Or13
                | PeerIncompatible::ServerTlsVersionIsDisabledByOurConfig,
            )),
        ) => TlsError::Version(other.to_string()),
        Some(other) => match verifier.verdict() {
            Err(reason) => TlsError::Certificate { name: name.to_owned(), reason },
            Ok(()) => TlsError::Handshake(other.to_string()),
        },
        None if error.kind() == std::io::ErrorKind::UnexpectedEof => {
            TlsError::Handshake("the server closed the connection in the middle of it".to_owned())
        }
        None => TlsError::Handshake(super::error::reason(error)),
    }
}

/// `tls-exporter` (RFC 9266 §4): in TLS 1.3 alone, where nobody in the middle can make two connections export the same.
fn exported<D>(connection: &ConnectionCommon<D>) -> Option<Binding> {
    let label = b"EXPORTER-Channel-Binding";
    let new = connection.protocol_version() == Some(ProtocolVersion::TLSv1_3);
    let data = new.then(|| connection.export_keying_material(vec![0; 32], label, Some(b"")))?;
    data.ok().map(|data| Binding { kind: "tls-exporter", data })
}

fn facts(state: &CommonState, name: &str) -> TlsFacts {
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
    }
}

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
            .map_err(|error| TlsError::Handshake(error.to_string()))?
            .with_no_client_auth()
            .with_single_cert(chain, key)
            .map_err(certificates::unusable)?;
        Ok(ServerTls { config: Arc::new(config), end_point })
    }

    /// The server's half of the handshake.
    pub(super) async fn accept(&self, stream: Box<dyn Io>, limit: Duration) -> Result<(Box<dyn Io>, TlsFacts), Error> {
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
        Some(rustls::Error::AlertReceived(alert)) => format!("the client refused: {alert:?}"),
        _ => super::error::reason(error),
    }
}

impl TlsFacts {
    /// The server's own certificate, if it showed one that can be read.
    pub fn peer(&self) -> Option<&Certificate> {
        self.shown.own()
    }

    /// What the first line leaves out: `key exchange X25519MLKEM768, no OCSP staple`.
    fn more(&self) -> String {
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
