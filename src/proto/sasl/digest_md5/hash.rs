//! The proofs of DIGEST-MD5 (RFC 2831 §2.1.2.1, §2.1.3).

use std::fmt::Write;

use md5::{Digest, Md5};
use zeroize::Zeroizing;

use super::{COUNT, QOP};

/// What both sides hash.
pub(super) struct Terms<'a> {
    /// `username-value` and `passwd`, as [`shared`] writes them.
    pub(super) user: &'a [u8],
    pub(super) password: &'a [u8],
    /// `realm-value`, as it was said; empty if it was not.
    pub(super) realm: &'a [u8],
    pub(super) nonce: &'a [u8],
    pub(super) cnonce: &'a [u8],
    pub(super) authzid: Option<&'a [u8]>,
    pub(super) uri: &'a [u8],
}

impl Terms<'_> {
    /// `response-value` in the response: the client's proof.
    pub(super) fn response(&self) -> String {
        self.value(b"AUTHENTICATE")
    }

    /// The same in `rspauth`: the server's.
    pub(super) fn rspauth(&self) -> String {
        self.value(b"")
    }

    fn value(&self, method: &[u8]) -> String {
        let secret = md5(&[self.user, self.realm, self.password]);
        let mut a1 = vec![secret.as_slice(), self.nonce, self.cnonce];
        a1.extend(self.authzid);
        let (a1, a2) = (hex(&*md5(&a1)), hex(&*md5(&[method, self.uri])));
        let (count, qop) = (COUNT.as_bytes(), QOP.as_bytes());
        hex(&*md5(&[a1.as_bytes(), self.nonce, count, self.cnonce, qop, a2.as_bytes()]))
    }
}

/// ISO 8859-1 where all its characters are in that, else UTF-8: what databases of hashes have in common with HTTP
/// (RFC 2831 §2.1.2.1).
pub(super) fn shared(text: &str) -> Zeroizing<Vec<u8>> {
    latin1(text).unwrap_or_else(|| Zeroizing::new(text.as_bytes().to_vec()))
}

/// ISO 8859-1, if it can be written so.
pub(super) fn latin1(text: &str) -> Option<Zeroizing<Vec<u8>>> {
    let mut octets = Zeroizing::new(Vec::with_capacity(text.len()));
    for character in text.chars() {
        octets.push(u8::try_from(character).ok()?);
    }
    Some(octets)
}

/// Compares in constant time.
pub(super) fn same(a: &[u8], b: &[u8]) -> bool {
    aws_lc_rs::constant_time::verify_slices_are_equal(a, b).is_ok()
}

/// MD5 over the parts with colons between them.
fn md5(parts: &[&[u8]]) -> Zeroizing<[u8; 16]> {
    let mut hash = Md5::new();
    for (n, part) in parts.iter().enumerate() {
        if n > 0 {
            hash.update(b":");
        }
        hash.update(part);
    }
    Zeroizing::new(hash.finalize().into())
}

/// In lower case.
fn hex(octets: &[u8]) -> String {
    octets.iter().fold(String::with_capacity(32), |mut hex, octet| {
        let _ = write!(hex, "{octet:02x}");
        hex
    })
}
