//! The group secp521r1, which rustls's provider leaves out though its cryptography has it (RFC 8422 §5.1.1, RFC 8446
//! §4.2.7): some servers take no other.

use aws_lc_rs::agreement::{ECDH_P521, EphemeralPrivateKey, PublicKey, UnparsedPublicKey, agree_ephemeral};
use aws_lc_rs::rand::SystemRandom;
use rustls::crypto::{ActiveKeyExchange, GetRandomFailed, SharedSecret, SupportedKxGroup};
use rustls::ffdhe_groups::FfdheGroup;
use rustls::{Error, NamedGroup, PeerMisbehaved};

/// secp521r1.
pub(super) static SECP521R1: &dyn SupportedKxGroup = &Group;

#[derive(Debug)]
struct Group;

/// Our half of an exchange.
struct Exchange {
    private: EphemeralPrivateKey,
    public: PublicKey,
}

impl SupportedKxGroup for Group {
    fn start(&self) -> Result<Box<dyn ActiveKeyExchange>, Error> {
        let private = EphemeralPrivateKey::generate(&ECDH_P521, &SystemRandom::new()).map_err(|_| GetRandomFailed)?;
        let public = private.compute_public_key().map_err(|_| GetRandomFailed)?;
        Ok(Box::new(Exchange { private, public }))
    }

    fn ffdhe_group(&self) -> Option<FfdheGroup<'static>> {
        None
    }

    fn name(&self) -> NamedGroup {
        NamedGroup::secp521r1
    }
}

impl ActiveKeyExchange for Exchange {
    fn complete(self: Box<Self>, peer: &[u8]) -> Result<SharedSecret, Error> {
        let wrong = || Error::from(PeerMisbehaved::InvalidKeyShare);
        // TLS takes no point but an uncompressed one (RFC 8422 §5.4, RFC 8446 §4.2.8.2); the library takes others too.
        if peer.first() != Some(&4) {
            return Err(wrong());
        }
        let peer = UnparsedPublicKey::new(&ECDH_P521, peer);
        agree_ephemeral(self.private, peer, wrong(), |secret| Ok(SharedSecret::from(secret)))
    }

    fn ffdhe_group(&self) -> Option<FfdheGroup<'static>> {
        None
    }

    fn pub_key(&self) -> &[u8] {
        self.public.as_ref()
    }

    fn group(&self) -> NamedGroup {
        NamedGroup::secp521r1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ends_agree_and_no_other_point_is_taken() {
        let (ours, theirs) = (Group.start().expect("a key"), Group.start().expect("a key"));
        let (our_point, their_point) = (ours.pub_key().to_vec(), theirs.pub_key().to_vec());
        assert_eq!(our_point.len(), 133);
        let (one, other) = (ours.complete(&their_point), theirs.complete(&our_point));
        assert_eq!(one.expect("a secret").secret_bytes(), other.expect("a secret").secret_bytes());
        let off_the_curve = [&[4][..], &[1; 132]].concat();
        for wrong in [&[][..], &[4], &our_point[1..], &off_the_curve] {
            assert!(Group.start().expect("a key").complete(wrong).is_err(), "{wrong:?}");
        }
    }
}
