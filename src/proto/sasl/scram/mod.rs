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

/// One mechanism: its name, where it is defined, and its hash.
macro_rules! scram {
    ($($(#[$doc:meta])* $entry:ident = $variant:ident $name:literal $rfc:literal $hash:ident;)*) => {$(
        $(#[$doc])*
        pub(super) const $entry: Entry = Entry {
            name: $name,
            rfc: $rfc,
            client_first: true,
            basis: Basis::Proof,
            by_default: true,
            client: |credentials, begin| {
                Ok(Box::new(client::Scram::new($hash(Mechanism::$variant), credentials, begin)?))
            },
            server: Some(|chance| Ok(Box::new(server::Scram::new($hash(Mechanism::$variant), chance)?))),
        };
    )*};
}

scram! {
    /// RFC 5802.
    SHA1 = ScramSha1 "SCRAM-SHA-1" "RFC 5802" sha1;
    /// RFC 5802 §6.
    SHA1_PLUS = ScramSha1Plus "SCRAM-SHA-1-PLUS" "RFC 5802" sha1;
    /// RFC 7677.
    SHA256 = ScramSha256 "SCRAM-SHA-256" "RFC 7677" sha256;
    /// RFC 7677 §3.
    SHA256_PLUS = ScramSha256Plus "SCRAM-SHA-256-PLUS" "RFC 7677" sha256;
    /// draft-melnikov-scram-sha-512.
    SHA512 = ScramSha512 "SCRAM-SHA-512" "draft-melnikov-scram-sha-512" sha512;
    /// draft-melnikov-scram-sha-512.
    SHA512_PLUS = ScramSha512Plus "SCRAM-SHA-512-PLUS" "draft-melnikov-scram-sha-512" sha512;
}

fn sha1(mechanism: Mechanism) -> keys::Family {
    use aws_lc_rs::{digest, hmac, pbkdf2};
    keys::Family {
        mechanism,
        hmac: hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY,
        digest: &digest::SHA1_FOR_LEGACY_USE_ONLY,
        kdf: pbkdf2::PBKDF2_HMAC_SHA1,
    }
}

fn sha256(mechanism: Mechanism) -> keys::Family {
    use aws_lc_rs::{digest, hmac, pbkdf2};
    keys::Family { mechanism, hmac: hmac::HMAC_SHA256, digest: &digest::SHA256, kdf: pbkdf2::PBKDF2_HMAC_SHA256 }
}

fn sha512(mechanism: Mechanism) -> keys::Family {
    use aws_lc_rs::{digest, hmac, pbkdf2};
    keys::Family { mechanism, hmac: hmac::HMAC_SHA512, digest: &digest::SHA512, kdf: pbkdf2::PBKDF2_HMAC_SHA512 }
}

#[cfg(test)]
mod tests;
