//! TLS as a client speaks it.

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use rustls::pki_types::ServerName;
use rustls::{AlertDescription, ClientConfig, ConnectionCommon, PeerIncompatible};
use tokio_rustls::TlsConnector;

use super::facts::{exported, facts};
use super::words::words;
use super::{TlsError, TlsFacts};
use crate::net::certificate::Fault;
use crate::net::certificates::{self, Trust};
use crate::net::endpoint::Host;
use crate::net::identity::{Asked, Identity};
use crate::net::key_log::KeyLog;
use crate::net::offer::Offer;
use crate::net::pin::Pin;
use crate::net::shown::Place;
use crate::net::verifier::Verifier;
use crate::net::{Error, Io};
use crate::transcript::{Note, Stage, Weight};

/// Whom a client trusts, and how much it asks.
#[derive(Clone, Debug)]
pub struct Tls {
    trust: Trust,
    /// The name to send and to verify instead of the host's.
    name: Option<String>,
    /// Take any certificate.
    insecure: bool,
    /// Take any certificate, since nothing is told to whoever shows it.
    lenient: bool,
    /// Take the certificates with these fingerprints and no other. None: as their issuers, names and dates say.
    pins: Vec<Pin>,
    offer: Offer,
    identity: Option<Identity>,
    key_log: Option<Arc<KeyLog>>,
    /// All that the server shows is told.
    certs: bool,
    /// Only the URL says how TLS is spoken.
    by_url: bool,
    /// The server's port, for what its domain should publish.
    port: u16,
}

impl Tls {
    /// A client that trusts `trust`.
    pub fn new(trust: Trust, name: Option<String>, insecure: bool) -> Tls {
        let (offer, pins) = (Offer::default(), Vec::new());
        Tls {
            trust,
            name,
            insecure,
            lenient: false,
            pins,
            offer,
            identity: None,
            key_log: None,
            certs: false,
            by_url: false,
            port: 25,
        }
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

    /// Whether all that the server shows is told.
    pub fn tells(&self) -> bool {
        self.certs
    }

    /// For a command without `--tls`: the URL alone says how it is spoken.
    pub fn by_url(self) -> Tls {
        Tls { by_url: true, ..self }
    }

    /// Whether only the URL says how TLS is spoken.
    pub fn is_by_url(&self) -> bool {
        self.by_url
    }

    /// Who takes every certificate, and only tells what is wrong with it.
    pub fn lenient(self) -> Tls {
        Tls { lenient: true, ..self }
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
    pub(in crate::net) async fn connect(
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
                // Where it ended before that, nothing was shown and nothing asked for.
                if !verifier.shown().chain.is_empty() {
                    self.tell(&verifier, &asked, &name, tell);
                }
                return Err(failure(&error, &name, (&verifier, &asked, &self.offer)).into());
            }
            Ok(Ok(stream)) => stream,
        };
        let facts = self.facts(stream.get_ref().1, &name, &verifier);
        let weight = if facts.verified.is_ok() { Weight::Info } else { Weight::Amiss };
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
            port: self.port,
            certs: self.certs,
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
            more.for_each(|distrust| tell(Weight::Amiss, format!("besides, {}", distrust.reason)));
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
    pub(in crate::net) fn config(&self, required: bool) -> Result<(ClientConfig, Arc<Verifier>), TlsError> {
        let verifier = Arc::new(Verifier::new(&self.trust, &self.pins, required && !self.insecure && !self.lenient)?);
        let config = ClientConfig::builder_with_provider(self.offer.provider())
            .with_protocol_versions(self.offer.versions())
            .map_err(|error| TlsError::Handshake(words(&error)))?
            .dangerous()
            .with_custom_certificate_verifier(verifier.clone())
            .with_no_client_auth();
        Ok((config, verifier))
    }

    /// Whether verification was switched off.
    pub(in crate::net) fn is_insecure(&self) -> bool {
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
fn failure(error: &std::io::Error, name: &str, (verifier, asked, offer): (&Verifier, &Asked, &Offer)) -> TlsError {
    let Some(inner) = error.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>()) else {
        return TlsError::Broken(match error.kind() {
            std::io::ErrorKind::UnexpectedEof => "the server closed it".to_owned(),
            _ => crate::net::error::reason(error),
        });
    };
    if let rustls::Error::AlertReceived(alert) = inner {
        let demanded = (*alert == AlertDescription::HandshakeFailure && asked.in_vain()).then_some(TlsError::Demanded);
        if let Some(about_us) = demanded.or_else(|| TlsError::of_alert(*alert)) {
            return about_us;
        }
    }
    match inner {
        rustls::Error::InvalidMessage(_) => TlsError::ClearText,
        rustls::Error::AlertReceived(_) | rustls::Error::PeerIncompatible(_) if offer.is_chosen() => {
            TlsError::Offer { offered: offer.to_string(), reason: words(inner) }
        }
        rustls::Error::AlertReceived(AlertDescription::ProtocolVersion)
        | rustls::Error::PeerIncompatible(
            PeerIncompatible::ServerDoesNotSupportTls12Or13 | PeerIncompatible::ServerTlsVersionIsDisabledByOurConfig,
        ) => TlsError::Version(words(inner)),
        rustls::Error::AlertReceived(AlertDescription::HandshakeFailure | AlertDescription::InsufficientSecurity)
            if verifier.shown().chain.is_empty() =>
        {
            TlsError::Unspoken { spoken: offer.to_string(), reason: words(inner) }
        }
        _ => refusal(inner, name, verifier),
    }
}

/// What is wrong with the certificate, if that is what ended it.
fn refusal(error: &rustls::Error, name: &str, verifier: &Verifier) -> TlsError {
    let of_certificate = matches!(error, rustls::Error::InvalidCertificate(_));
    let reason = match verifier.verdict() {
        Err(reason) => reason,
        Ok(()) if of_certificate => words(error),
        Ok(()) => return TlsError::Handshake(words(error)),
    };
    let name = name.to_owned();
    match verifier.faults().first().map(|distrust| distrust.fault) {
        Some(Fault::Pin) => TlsError::Pin { name, reason },
        _ => TlsError::Certificate { name, reason },
    }
}
