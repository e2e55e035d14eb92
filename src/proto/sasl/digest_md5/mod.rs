//! DIGEST-MD5 (RFC 2831): both sides prove by MD5 that they know the password. Obsolete (RFC 6331), and still offered.
//!
//! Spoken is `qop=auth` without layers of its own: TLS is the layer. `directives` has the grammar, `hash` the proofs,
//! `client` and `server` the two halves. What RFC 2831 §2.2 calls subsequent authentication is not asked for.

mod client;
mod directives;
mod hash;
mod server;

use super::mechanism::{Basis, Entry};

pub(super) use directives::Directives;

/// RFC 2831.
pub(super) const ENTRY: Entry = Entry {
    name: "DIGEST-MD5",
    rfc: "RFC 2831",
    client_first: false,
    basis: Basis::Proof,
    by_default: true,
    client: |credentials, begin| Ok(Box::new(client::Digest::new(credentials, begin)?)),
    server: Some(|chance| Ok(Box::new(server::Digest::new(chance)?))),
};

/// A challenge has fewer octets (RFC 2831 §2.1.1).
const MAX_CHALLENGE: usize = 2048;
/// A response has fewer octets (RFC 2831 §2.1.2).
const MAX_RESPONSE: usize = 4096;
/// A nonce or a realm of the server's that is longer leaves too little of that to the user's name, in octets.
const MAX_VALUE: usize = 512;
/// A nonce of ours shorter than this, in characters, could be foreseen or repeat itself (RFC 2831 §2.1.1: 64 bits).
const MIN_NONCE: usize = 11;
/// `nc-value`: each nonce is used once (RFC 2831 §2.1.2).
const COUNT: &str = "00000001";
/// `qop-value`: the login alone, no layer behind it (RFC 2831 §2.1.2).
const QOP: &str = "auth";

/// Whether a nonce of our own can be used.
fn is_fit_nonce(nonce: &str) -> bool {
    nonce.len() >= MIN_NONCE && nonce.bytes().all(|octet| octet.is_ascii_graphic())
}

#[cfg(test)]
mod tests;
