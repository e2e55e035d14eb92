//! The keys and proofs of SCRAM (RFC 5802 §3).

use std::num::NonZeroU32;

use aws_lc_rs::{constant_time, digest, hmac, pbkdf2};
use zeroize::Zeroizing;

use super::super::Mechanism;

/// One hash, in the three roles that SCRAM gives it (RFC 5802 §2.2).
#[derive(Clone, Copy)]
pub(super) struct Family {
    pub(super) mechanism: Mechanism,
    pub(super) hmac: hmac::Algorithm,
    pub(super) digest: &'static digest::Algorithm,
    pub(super) kdf: pbkdf2::Algorithm,
}

/// `SaltedPassword` (RFC 5802 §3).
pub(super) struct Keys {
    family: Family,
    salted: Zeroizing<Vec<u8>>,
}

impl Keys {
    /// `Hi(Normalize(password), salt, i)` (RFC 5802 §2.2); the one slow call of SCRAM.
    pub(super) fn derive(family: Family, password: &[u8], salt: &[u8], iterations: NonZeroU32) -> Keys {
        let mut salted = Zeroizing::new(vec![0; family.digest.output_len()]);
        pbkdf2::derive(family.kdf, iterations, salt, password, &mut salted);
        Keys { family, salted }
    }

    /// `ClientProof := ClientKey XOR HMAC(H(ClientKey), AuthMessage)`.
    pub(super) fn client_proof(&self, auth_message: &[u8]) -> Vec<u8> {
        let client_key = self.key(b"Client Key");
        xor(&client_key, &self.client_signature(&client_key, auth_message))
    }

    /// `ServerSignature := HMAC(HMAC(SaltedPassword, "Server Key"), AuthMessage)`.
    pub(super) fn server_signature(&self, auth_message: &[u8]) -> Vec<u8> {
        self.mac(&self.key(b"Server Key"), auth_message).as_ref().to_vec()
    }

    /// Whether a proof gives back the client's key, whose hash is the `StoredKey`; in constant time.
    pub(super) fn accepts(&self, proof: &[u8], auth_message: &[u8]) -> bool {
        let client_key = self.key(b"Client Key");
        let shown = Zeroizing::new(xor(proof, &self.client_signature(&client_key, auth_message)));
        same(self.hash(&shown).as_ref(), self.hash(&client_key).as_ref())
    }

    fn client_signature(&self, client_key: &[u8], auth_message: &[u8]) -> Zeroizing<Vec<u8>> {
        Zeroizing::new(self.mac(self.hash(client_key).as_ref(), auth_message).as_ref().to_vec())
    }

    fn key(&self, label: &[u8]) -> Zeroizing<Vec<u8>> {
        Zeroizing::new(self.mac(&self.salted, label).as_ref().to_vec())
    }

    fn mac(&self, key: &[u8], data: &[u8]) -> hmac::Tag {
        hmac::sign(&hmac::Key::new(self.family.hmac, key), data)
    }

    fn hash(&self, data: &[u8]) -> digest::Digest {
        digest::digest(self.family.digest, data)
    }
}

/// Compares in constant time; the lengths are no secret.
pub(super) fn same(a: &[u8], b: &[u8]) -> bool {
    constant_time::verify_slices_are_equal(a, b).is_ok()
}

fn xor(a: &[u8], b: &[u8]) -> Vec<u8> {
    a.iter().zip(b).map(|(a, b)| a ^ b).collect()
}
