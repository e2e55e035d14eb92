//! Which mechanism may be used where: a pure table (RFC 4422 §6.1.2, RFC 4954 §4).

use std::fmt;

use super::Mechanism;
use crate::base::escape::escape_str;

/// What is known of the channel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Channel {
    /// The conversation runs inside TLS.
    pub tls: bool,
    /// The peer's certificate was verified.
    pub verified: bool,
    /// The peer was named by a literal loopback address or a unix socket; a host name never is.
    pub loopback: bool,
    /// The user allows passwords in clear text.
    pub insecure_auth: bool,
}

/// The mechanism may not be used on this channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Forbidden {
    /// It speaks the password itself, and the channel does not hide it.
    #[error("{0} would send the password in clear text (RFC 4954 §4)")]
    ClearText(Mechanism),
}

/// Whether a mechanism may be used on a channel: those that speak the password itself only inside TLS, to a literal
/// loopback address or unix socket, or if the user insists; the others anywhere.
pub fn permitted(mechanism: Mechanism, channel: &Channel) -> Result<(), Forbidden> {
    if !mechanism.sends_password() || channel.takes_passwords() { Ok(()) } else { Err(Forbidden::ClearText(mechanism)) }
}

impl Channel {
    /// Whether the password itself may be spoken, with SASL or without.
    pub fn takes_passwords(&self) -> bool {
        self.tls || self.loopback || self.insecure_auth
    }
}

/// None of the mechanisms offered can be used, and why not.
#[derive(Clone, Debug, Default, PartialEq, Eq, thiserror::Error)]
pub struct Unusable {
    /// What was offered and is spoken here.
    pub offered: Vec<Mechanism>,
    /// What was offered and is not spoken here, as the peer wrote it.
    pub unknown: Vec<String>,
    /// What was offered and wanted but may not be used on this channel.
    pub forbidden: Vec<Mechanism>,
    /// What was offered but not wanted.
    pub unwanted: Vec<Mechanism>,
}

impl fmt::Display for Unusable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = |mechanisms: &[Mechanism]| mechanisms.iter().map(|m| m.name().to_owned()).collect::<Vec<_>>();
        let unknown = self.unknown.iter().map(|name| escape_str(name).into_owned()).collect();
        let groups = [
            ("would send the password in clear text", names(&self.forbidden)),
            ("not wanted", names(&self.unwanted)),
            ("not known here", unknown),
        ];
        f.write_str("no usable SASL mechanism is offered")?;
        for (why, names) in groups.iter().filter(|(_, names)| !names.is_empty()) {
            write!(f, "; {why}: {}", names.join(" "))?;
        }
        Ok(())
    }
}

/// The mechanism to use: of those wanted the first that is offered and permitted; by default the strongest.
pub fn choose(offered: &[Mechanism], wanted: Option<&[Mechanism]>, channel: &Channel) -> Result<Mechanism, Unusable> {
    let order = wanted.unwrap_or(Mechanism::ALL);
    let usable = |m: &&Mechanism| offered.contains(m) && permitted(**m, channel).is_ok();
    order.iter().find(usable).copied().ok_or_else(|| {
        let (forbidden, unwanted) = offered.iter().partition(|m| order.contains(m));
        Unusable { offered: offered.to_vec(), unknown: Vec::new(), forbidden, unwanted }
    })
}

/// As [`choose`], from the names that the peer lists; those that are not spoken here are told in the error.
pub fn choose_named<'a>(
    offered: impl IntoIterator<Item = &'a str>,
    wanted: Option<&[Mechanism]>,
    channel: &Channel,
) -> Result<Mechanism, Unusable> {
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for name in offered {
        match Mechanism::from_name(name) {
            Some(mechanism) => known.push(mechanism),
            None => unknown.push(name.to_owned()),
        }
    }
    choose(&known, wanted, channel).map_err(|unusable| Unusable { unknown, ..unusable })
}

#[cfg(test)]
mod tests {
    use super::Mechanism::*;
    use super::*;

    const CLEAR: Channel = Channel { tls: false, verified: false, loopback: false, insecure_auth: false };
    const TLS: Channel = Channel { tls: true, verified: true, ..CLEAR };

    /// Each row: tls, verified, loopback, insecure_auth, and whether a password may be spoken.
    const TABLE: [(u8, u8, u8, u8, bool); 16] = [
        (0, 0, 0, 0, false),
        (0, 0, 0, 1, true),
        (0, 0, 1, 0, true),
        (0, 0, 1, 1, true),
        (0, 1, 0, 0, false), // a certificate without TLS proves nothing
        (0, 1, 0, 1, true),
        (0, 1, 1, 0, true),
        (0, 1, 1, 1, true),
        (1, 0, 0, 0, true),
        (1, 0, 0, 1, true),
        (1, 0, 1, 0, true),
        (1, 0, 1, 1, true),
        (1, 1, 0, 0, true),
        (1, 1, 0, 1, true),
        (1, 1, 1, 0, true),
        (1, 1, 1, 1, true),
    ];

    #[test]
    fn every_cell() {
        for (tls, verified, loopback, insecure, password) in TABLE {
            let channel = Channel {
                tls: tls == 1,
                verified: verified == 1,
                loopback: loopback == 1,
                insecure_auth: insecure == 1,
            };
            for mechanism in [ScramSha256, ScramSha1, CramMd5] {
                assert_eq!(permitted(mechanism, &channel), Ok(()), "{mechanism} {channel:?}");
            }
            for mechanism in [Plain, Login] {
                let wanted = if password { Ok(()) } else { Err(Forbidden::ClearText(mechanism)) };
                assert_eq!(permitted(mechanism, &channel), wanted, "{mechanism} {channel:?}");
            }
        }
    }

    #[test]
    fn the_strongest_offered_is_chosen_and_never_plain_in_clear() {
        assert_eq!(choose(&[Plain, Login, CramMd5, ScramSha1], None, &CLEAR), Ok(ScramSha1));
        assert_eq!(choose(&[Login, Plain], None, &TLS), Ok(Plain));
        assert_eq!(choose(&[Login, Plain], None, &CLEAR).unwrap_err().forbidden, [Login, Plain]);
        assert_eq!(choose(&[Plain], Some(&[ScramSha256, Plain]), &CLEAR).unwrap_err().forbidden, [Plain]);
    }

    #[test]
    fn the_order_wanted_counts() {
        assert_eq!(choose(&[ScramSha256, Login, Plain], Some(&[Login, Plain]), &TLS), Ok(Login));
        let unusable = choose(&[ScramSha256, Plain], Some(&[CramMd5]), &TLS).unwrap_err();
        assert_eq!((unusable.forbidden, unusable.unwanted), (vec![], vec![ScramSha256, Plain]));
    }

    #[test]
    fn the_error_tells_each_reason_and_is_harmless() {
        let unusable = choose_named(["plain", "GSS\x1bAPI", "CRAM-MD5"], Some(&[Plain]), &CLEAR).unwrap_err();
        assert_eq!(
            unusable.to_string(),
            "no usable SASL mechanism is offered; would send the password in clear text: PLAIN; not wanted: CRAM-MD5; \
             not known here: GSS\\x1bAPI"
        );
        assert_eq!(choose_named([], None, &TLS).unwrap_err().to_string(), "no usable SASL mechanism is offered");
    }
}
