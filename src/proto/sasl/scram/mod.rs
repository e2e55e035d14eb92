//! SCRAM (RFC 5802, RFC 7677): both sides prove that they know the password, and nobody says it.
//!
//! `keys` has the hashes and proofs, `text` the grammar, `client` and `server` the two halves.

mod client;
mod keys;
mod server;
mod text;

use super::Mechanism;
use super::mechanism::{Basis, Entry};

/// Fewer iterations are refused (RFC 5802 §5.1); our server asks for as many.
const MIN_ITERATIONS: u32 = 4096;
/// More iterations are refused (RFC 5802 §9).
const MAX_ITERATIONS: u32 = 1_000_000;

/// RFC 5802.
pub(super) const SHA1: Entry = Entry {
    name: "SCRAM-SHA-1",
    rfc: "RFC 5802",
    client_first: true,
    basis: Basis::Proof,
    unasked: true,
    client: |credentials, nonce| Ok(Box::new(client::Scram::new(family_sha1(), credentials, nonce)?)),
    server: Some(|chance| Ok(Box::new(server::Scram::new(family_sha1(), chance)?))),
};

/// RFC 7677.
pub(super) const SHA256: Entry = Entry {
    name: "SCRAM-SHA-256",
    rfc: "RFC 7677",
    client_first: true,
    basis: Basis::Proof,
    unasked: true,
    client: |credentials, nonce| Ok(Box::new(client::Scram::new(family_sha256(), credentials, nonce)?)),
    server: Some(|chance| Ok(Box::new(server::Scram::new(family_sha256(), chance)?))),
};

fn family_sha1() -> keys::Family {
    use aws_lc_rs::{digest, hmac, pbkdf2};
    keys::Family {
        mechanism: Mechanism::ScramSha1,
        hmac: hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY,
        digest: &digest::SHA1_FOR_LEGACY_USE_ONLY,
        kdf: pbkdf2::PBKDF2_HMAC_SHA1,
    }
}

fn family_sha256() -> keys::Family {
    use aws_lc_rs::{digest, hmac, pbkdf2};
    keys::Family {
        mechanism: Mechanism::ScramSha256,
        hmac: hmac::HMAC_SHA256,
        digest: &digest::SHA256,
        kdf: pbkdf2::PBKDF2_HMAC_SHA256,
    }
}

#[cfg(test)]
mod tests;
