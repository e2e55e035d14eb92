//! From the flags of TLS to what it is to be like: files are read before any socket opens.

use std::path::PathBuf;
use std::sync::Arc;

use super::args::Handshake;
use super::error::Failure;
use crate::net::Tls;
use crate::net::identity::Identity;
use crate::net::key_log::KeyLog;
use crate::net::offer::{Choice, Offer, OfferError};

/// As the flags have it.
pub fn handshake(tls: Tls, flags: &Handshake) -> Result<Tls, Failure> {
    let tls = tls.pinned(flags.pins.clone()).telling(flags.certs);
    Ok(tls.offering(offer(flags)?).identified(identity(flags)?).logged(key_log(flags)?))
}

/// What is offered.
pub fn offer(flags: &Handshake) -> Result<Offer, Failure> {
    let choice =
        Choice { oldest: flags.tls_min, newest: flags.tls_max, ciphers: &flags.tls_ciphers, groups: &flags.tls_groups };
    Offer::new(choice).map_err(|error| match &error {
        OfferError::Versions => Failure::usage("--tls-min", error),
        OfferError::Cipher { .. } => Failure::usage("--tls-ciphers", error),
        OfferError::Group { .. } => Failure::usage("--tls-groups", error),
        OfferError::Unfit(_) => Failure::usage("--tls-min, --tls-max, --tls-ciphers, --tls-groups", error),
    })
}

fn identity(flags: &Handshake) -> Result<Option<Identity>, Failure> {
    let Some(chain) = &flags.client_cert else { return Ok(None) };
    let loaded = Identity::load(chain, flags.client_key.as_deref());
    loaded.map(Some).map_err(|error| Failure::from(error).at("--client-cert"))
}

fn key_log(flags: &Handshake) -> Result<Option<Arc<KeyLog>>, Failure> {
    let variable = || std::env::var_os("SSLKEYLOGFILE").filter(|path| !path.is_empty()).map(PathBuf::from);
    let (source, path) = match &flags.keylog {
        Some(path) => ("--keylog", Some(path.clone())),
        None => ("$SSLKEYLOGFILE", variable()),
    };
    let Some(path) = path else { return Ok(None) };
    let opened = KeyLog::open(&path);
    opened.map(|log| Some(Arc::new(log))).map_err(|error| Failure::cannot_create(&path, &error).at(source))
}
