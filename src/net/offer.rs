//! What a client offers in the handshake: versions, cipher suites and groups, by the names of IANA's registries
//! (RFC 8446 §4.1.2, RFC 5246 §7.4.1.2).

use std::fmt;
use std::sync::Arc;

use rustls::crypto::aws_lc_rs::{ALL_CIPHER_SUITES, kx_group};
use rustls::crypto::{CryptoProvider, SupportedKxGroup};
use rustls::version::{TLS12, TLS13};
use rustls::{ProtocolVersion, SupportedCipherSuite, SupportedProtocolVersion};

use super::certificates;
use super::p521::SECP521R1;

/// The groups that are spoken, the hybrid ones first.
static GROUPS: [&dyn SupportedKxGroup; 8] = [
    kx_group::X25519MLKEM768,
    kx_group::SECP256R1MLKEM768,
    kx_group::MLKEM768,
    kx_group::MLKEM1024,
    kx_group::X25519,
    kx_group::SECP256R1,
    kx_group::SECP384R1,
    SECP521R1,
];

/// What a client offers in the handshake.
#[derive(Clone, Debug)]
pub struct Offer {
    provider: Arc<CryptoProvider>,
    versions: Vec<&'static SupportedProtocolVersion>,
    /// Somebody chose: a server that takes none of it may speak TLS all the same.
    chosen: bool,
}

/// A version of TLS that is spoken here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Version {
    /// RFC 5246.
    Tls12,
    /// RFC 8446.
    Tls13,
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Version::Tls12 => "1.2",
            Version::Tls13 => "1.3",
        })
    }
}

/// What is to be offered, of all that can be; nothing: as it is by default.
#[derive(Clone, Copy, Debug, Default)]
pub struct Choice<'a> {
    /// No version older than this.
    pub oldest: Option<Version>,
    /// No version newer than this.
    pub newest: Option<Version>,
    /// Cipher suites, the favourite first.
    pub ciphers: &'a [String],
    /// Groups, the favourite first.
    pub groups: &'a [String],
}

/// Why that cannot be offered.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OfferError {
    /// The oldest is newer than the newest.
    #[error("no version lies between TLS 1.3 and TLS 1.2")]
    Versions,
    /// There is no such cipher suite.
    #[error("{name:?} is none of the cipher suites: {known}")]
    Cipher {
        /// What was asked for.
        name: String,
        /// What there is.
        known: String,
    },
    /// There is no such group.
    #[error("{name:?} is none of the groups: {known}")]
    Group {
        /// What was asked for.
        name: String,
        /// What there is.
        known: String,
    },
    /// It is for a version that is not offered.
    #[error("{0} goes with no version of TLS for which there is all else that it takes")]
    Unfit(String),
}

impl Offer {
    /// What is chosen; of what is not chosen, all that fits.
    pub fn new(choice: Choice<'_>) -> Result<Offer, OfferError> {
        let default = certificates::provider();
        let chosen =
            choice.oldest.or(choice.newest).is_some() || !choice.ciphers.is_empty() || !choice.groups.is_empty();
        let mut ciphers = match choice.ciphers {
            [] => default.cipher_suites.clone(),
            names => each(names, cipher)?,
        };
        let mut groups = match choice.groups {
            [] => default.kx_groups.clone(),
            names => each(names, group)?,
        };
        let mut versions = versions(choice.oldest, choice.newest)?;
        versions.retain(|version| {
            ciphers.iter().any(|cipher| cipher.version() == *version)
                && groups.iter().any(|group| group.usable_for_version(version.version))
        });
        let of_cipher = |cipher: &SupportedCipherSuite| versions.contains(&cipher.version());
        let of_group =
            |group: &dyn SupportedKxGroup| versions.iter().any(|version| group.usable_for_version(version.version));
        let unfit = choice.ciphers.iter().zip(&ciphers).find(|(_, cipher)| !of_cipher(cipher)).map(|(name, _)| name);
        let unfit =
            unfit.or(choice.groups.iter().zip(&groups).find(|(_, group)| !of_group(**group)).map(|(name, _)| name));
        if let Some(name) = unfit {
            return Err(OfferError::Unfit(name.clone()));
        }
        ciphers.retain(of_cipher);
        groups.retain(|group| of_group(*group));
        let provider = CryptoProvider { cipher_suites: ciphers, kx_groups: groups, ..(*default).clone() };
        Ok(Offer { provider: Arc::new(provider), versions, chosen })
    }

    pub(super) fn provider(&self) -> Arc<CryptoProvider> {
        self.provider.clone()
    }

    pub(super) fn versions(&self) -> &[&'static SupportedProtocolVersion] {
        &self.versions
    }

    /// Whether it is less, or in another order, than by default.
    pub(super) fn is_chosen(&self) -> bool {
        self.chosen
    }
}

/// All that is safe, as rustls sees it.
impl Default for Offer {
    fn default() -> Offer {
        Offer { provider: certificates::provider(), versions: vec![&TLS13, &TLS12], chosen: false }
    }
}

/// In words: `TLSv1.3; TLS_AES_128_GCM_SHA256; X25519, secp256r1`.
impl fmt::Display for Offer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let list = |names: Vec<String>| names.join(", ");
        let versions = list(self.versions.iter().map(|version| version_name(version.version)).collect());
        let ciphers = list(self.provider.cipher_suites.iter().map(cipher_name).collect());
        let groups = list(self.provider.kx_groups.iter().map(|group| group_name(*group)).collect());
        write!(f, "{versions}; {ciphers}; {groups}")
    }
}

/// `TLSv1.3`.
pub(super) fn version_name(version: ProtocolVersion) -> String {
    version.as_str().unwrap_or("TLS").replace("TLSv1_", "TLSv1.")
}

/// `TLS_AES_256_GCM_SHA384`.
pub(super) fn cipher_name(cipher: &SupportedCipherSuite) -> String {
    // rustls spells the suites of TLS 1.3 its own way.
    cipher.suite().as_str().unwrap_or("unknown cipher").replace("TLS13_", "TLS_")
}

/// `X25519MLKEM768`.
pub(super) fn group_name(group: &dyn SupportedKxGroup) -> String {
    group.name().as_str().unwrap_or("unknown group").to_owned()
}

/// What the names stand for, in their order.
fn each<T>(names: &[String], find: impl Fn(&str) -> Result<T, OfferError>) -> Result<Vec<T>, OfferError> {
    names.iter().map(|name| find(name)).collect()
}

fn cipher(name: &str) -> Result<SupportedCipherSuite, OfferError> {
    let found = ALL_CIPHER_SUITES.iter().find(|cipher| cipher_name(cipher).eq_ignore_ascii_case(name));
    found.copied().ok_or_else(|| OfferError::Cipher {
        name: name.to_owned(),
        known: ALL_CIPHER_SUITES.iter().map(cipher_name).collect::<Vec<_>>().join(", "),
    })
}

fn group(name: &str) -> Result<&'static dyn SupportedKxGroup, OfferError> {
    let found = GROUPS.into_iter().find(|group| group_name(*group).eq_ignore_ascii_case(name));
    found.ok_or_else(|| OfferError::Group { name: name.to_owned(), known: GROUPS.map(group_name).join(", ") })
}

/// Those from the oldest to the newest, the newest first.
fn versions(
    oldest: Option<Version>,
    newest: Option<Version>,
) -> Result<Vec<&'static SupportedProtocolVersion>, OfferError> {
    let all = [(Version::Tls13, &TLS13), (Version::Tls12, &TLS12)];
    let is_one =
        |version| oldest.is_none_or(|oldest| oldest <= version) && newest.is_none_or(|newest| version <= newest);
    let found: Vec<_> = all.into_iter().filter(|(version, _)| is_one(*version)).map(|(_, known)| known).collect();
    if found.is_empty() { Err(OfferError::Versions) } else { Ok(found) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offer(
        (oldest, newest): (Option<Version>, Option<Version>),
        ciphers: &[&str],
        groups: &[&str],
    ) -> Result<String, OfferError> {
        let [ciphers, groups] = [ciphers, groups].map(|all| all.iter().map(|&n| n.to_owned()).collect::<Vec<_>>());
        Offer::new(Choice { oldest, newest, ciphers: &ciphers, groups: &groups }).map(|offer| offer.to_string())
    }

    const ANY: (Option<Version>, Option<Version>) = (None, None);

    #[test]
    fn what_is_chosen_and_what_fits_it() {
        let aes = "TLS_AES_128_GCM_SHA256";
        assert_eq!(offer(ANY, &[&aes.to_lowercase()], &["x25519"]), Ok(format!("TLSv1.3; {aes}; X25519")));
        let old = offer((None, Some(Version::Tls12)), &[], &["secp384r1", "X25519"]).expect("an offer");
        assert!(old.starts_with("TLSv1.2; TLS_ECDHE_") && !old.contains(aes) && old.ends_with("; secp384r1, X25519"));
        let default = offer(ANY, &[], &[]).expect("an offer");
        assert_eq!(default, Offer::default().to_string());
        assert!(default.starts_with("TLSv1.3, TLSv1.2; TLS_AES_256") && default.contains("; X25519MLKEM768, "));
        // what is only for TLS 1.3 leaves nothing for TLS 1.2
        assert!(offer(ANY, &[], &["X25519MLKEM768"]).is_ok_and(|text| text.starts_with("TLSv1.3; ")));
    }

    #[test]
    fn what_cannot_be_offered() {
        let old = (None, Some(Version::Tls12));
        assert_eq!(offer((Some(Version::Tls13), old.1), &[], &[]), Err(OfferError::Versions));
        let words = |offered: Result<String, OfferError>| offered.expect_err("no offer").to_string();
        assert!(words(offer(ANY, &["RC4"], &[])).contains("TLS_AES_128_GCM_SHA256"));
        assert!(words(offer(ANY, &[], &["ffdhe2048"])).contains("secp256r1"));
        for (ciphers, groups) in [(&["TLS_AES_128_GCM_SHA256"][..], &[][..]), (&[], &["X25519MLKEM768"])] {
            assert!(matches!(offer(old, ciphers, groups), Err(OfferError::Unfit(_))));
        }
        let mixed = offer(ANY, &["TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"], &["MLKEM768"]);
        assert!(matches!(mixed, Err(OfferError::Unfit(_))));
    }
}
