//! Which mechanism may be used where: a pure table (RFC 4422 §6.1.2, RFC 4954 §4).

use std::fmt;

use super::{Binding, Means, Mechanism};
use crate::base::escape::escape_str;

/// What is known of the channel.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Channel {
    /// The conversation runs inside TLS.
    pub tls: bool,
    /// The peer's certificate was verified.
    pub verified: bool,
    /// The peer was named by a literal loopback address or a unix socket; a host name never is.
    pub loopback: bool,
    /// The user allows passwords and tokens in clear text.
    pub insecure_auth: bool,
    /// What a login can be bound to, inside TLS.
    pub binding: Option<Binding>,
}

/// The mechanism may not be used on this channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Forbidden {
    /// It speaks the password or token itself, and the channel does not hide it.
    #[error("{0} would send the {name} in clear text (RFC 4954 §4)", name = .0.takes().name())]
    ClearText(Mechanism),
    /// It binds to the channel, and the channel gives nothing to bind to.
    #[error("{0} binds to a TLS channel, and there is nothing to bind to here (RFC 5802 §6)")]
    Unbound(Mechanism),
}

/// Whether a mechanism may be used on a channel: those that speak the password or token itself only inside TLS, to a literal
/// loopback address or unix socket, or if the user insists; those that bind to the channel where it gives something to
/// bind to; the others anywhere.
pub fn permitted(mechanism: Mechanism, channel: &Channel) -> Result<(), Forbidden> {
    if mechanism.is_bound() && channel.binding.is_none() {
        return Err(Forbidden::Unbound(mechanism));
    }
    if !mechanism.sends_secret() || channel.takes_secrets() { Ok(()) } else { Err(Forbidden::ClearText(mechanism)) }
}

impl Channel {
    /// Whether a login is bound where nobody asks for it. Below TLS 1.3 there is nothing to bind to but the certificate
    /// (RFC 5929 §4): servers that only know `tls-unique` (§3) refuse that, and once it is verified it proves little more.
    fn binds_by_default(&self) -> bool {
        !self.verified || self.binding.as_ref().is_some_and(|binding| binding.kind != Binding::END_POINT)
    }

    /// Whether a password or token itself may be spoken, with SASL or without.
    pub fn takes_secrets(&self) -> bool {
        self.tls || self.loopback || self.insecure_auth
    }
}

/// What a user has to show, and wants.
#[derive(Clone, Copy, Debug)]
pub struct Wish<'a> {
    /// The mechanisms wanted, in this order; by default the strongest, without those that only stand where they are
    /// asked for by name.
    pub order: Option<&'a [Mechanism]>,
    /// What there is to show.
    pub means: Means,
}

/// What stands against a mechanism that is offered and spoken here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It would send the secret in clear text.
    Forbidden,
    /// It finds nothing to bind to.
    Unbound,
    /// It takes what the user does not have.
    Unsuited,
    /// It is only used where it is asked for by name.
    OnlyByName,
    /// Others are wanted.
    Unwanted,
}

/// None of the mechanisms offered can be used, and why not.
#[derive(Clone, Debug, Default, PartialEq, Eq, thiserror::Error)]
pub struct Unusable {
    /// What was offered and is spoken here.
    pub known: Vec<(Mechanism, Why)>,
    /// What was offered and is not spoken here, as the peer wrote it.
    pub unknown: Vec<String>,
}

impl Unusable {
    /// Those against which this stands.
    pub fn of(&self, why: Why) -> Vec<Mechanism> {
        self.known.iter().filter(|(_, known)| *known == why).map(|(mechanism, _)| *mechanism).collect()
    }

    fn taking(&self, means: Means) -> Vec<Mechanism> {
        self.of(Why::Unsuited).into_iter().filter(|mechanism| mechanism.takes() == means).collect()
    }
}

impl fmt::Display for Unusable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = |mechanisms: Vec<Mechanism>| mechanisms.iter().map(|m| m.name().to_owned()).collect::<Vec<_>>();
        let unknown = self.unknown.iter().map(|name| escape_str(name).into_owned()).collect();
        let groups = [
            ("would send the secret in clear text", names(self.of(Why::Forbidden))),
            ("needs TLS to bind to", names(self.of(Why::Unbound))),
            ("takes a password", names(self.taking(Means::Password))),
            ("takes a token", names(self.taking(Means::Token))),
            ("only when asked for by name", names(self.of(Why::OnlyByName))),
            ("not wanted", names(self.of(Why::Unwanted))),
            ("not known here", unknown),
        ];
        f.write_str("no usable SASL mechanism is offered")?;
        for (why, names) in groups.iter().filter(|(_, names)| !names.is_empty()) {
            write!(f, "; {why}: {}", names.join(" "))?;
        }
        Ok(())
    }
}

/// The mechanism to use: of those wanted the first that is offered, permitted, and takes what there is. By default one
/// that binds to a verified certificate gives way to the same without.
pub fn choose(offered: &[Mechanism], wish: &Wish<'_>, channel: &Channel) -> Result<Mechanism, Unusable> {
    let usable = |mechanism: Mechanism| {
        let gives_way =
            || mechanism.unbound().is_some_and(|same| offered.contains(&same)) && !channel.binds_by_default();
        let suits = wish.order.is_some() || mechanism.is_by_default() && !gives_way();
        suits && mechanism.suits(wish.means) && permitted(mechanism, channel).is_ok()
    };
    let mut order = wish.order.unwrap_or(Mechanism::ALL).iter().copied();
    let chosen = order.find(|mechanism| offered.contains(mechanism) && usable(*mechanism));
    let known = || offered.iter().map(|mechanism| (*mechanism, against(*mechanism, wish))).collect();
    chosen.ok_or_else(|| Unusable { known: known(), unknown: Vec::new() })
}

/// What stands against a mechanism that cannot be used.
fn against(mechanism: Mechanism, wish: &Wish<'_>) -> Why {
    match wish.order {
        Some(order) if !order.contains(&mechanism) => Why::Unwanted,
        None if !mechanism.is_by_default() => Why::OnlyByName,
        _ if !mechanism.suits(wish.means) => Why::Unsuited,
        _ if mechanism.is_bound() => Why::Unbound,
        _ => Why::Forbidden,
    }
}

/// As [`choose`], from the names that the peer lists; those that are not spoken here are told in the error.
pub fn choose_named<'a>(
    offered: impl IntoIterator<Item = &'a str>,
    wish: &Wish<'_>,
    channel: &Channel,
) -> Result<Mechanism, Unusable> {
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for name in offered {
        match Mechanism::from_name(name) {
            Some(mechanism) => known.push(mechanism),
            None => unknown.push(name.to_owned()),
        }
    }
    choose(&known, wish, channel).map_err(|unusable| Unusable { unknown, ..unusable })
}

#[cfg(test)]
mod tests {
    use super::Mechanism::*;
    use super::*;

    const CLEAR: Channel =
        Channel { tls: false, verified: false, loopback: false, insecure_auth: false, binding: None };
    const TLS: Channel = Channel { tls: true, verified: true, loopback: false, insecure_auth: false, binding: None };

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
                binding: None,
            };
            for mechanism in [ScramSha256, ScramSha1, CramMd5, DigestMd5, External, Anonymous] {
                assert_eq!(permitted(mechanism, &channel), Ok(()), "{mechanism} {channel:?}");
            }
            let bound = Channel { binding: Some(binding()), ..channel.clone() };
            for mechanism in [ScramSha512Plus, ScramSha256Plus, ScramSha1Plus] {
                assert_eq!(permitted(mechanism, &channel), Err(Forbidden::Unbound(mechanism)), "{channel:?}");
                assert_eq!(permitted(mechanism, &bound), Ok(()), "{channel:?}");
            }
            for mechanism in [Plain, Login, OauthBearer, Xoauth2] {
                let wanted = if password { Ok(()) } else { Err(Forbidden::ClearText(mechanism)) };
                assert_eq!(permitted(mechanism, &channel), wanted, "{mechanism} {channel:?}");
            }
        }
    }

    fn binding() -> Binding {
        Binding { kind: "tls-exporter", data: vec![7; 32] }
    }

    #[test]
    fn the_bound_is_chosen_where_it_can_be() {
        let (all, bound) = ([ScramSha512, ScramSha1Plus], Channel { binding: Some(binding()), ..TLS });
        assert_eq!(choose(&all, &wish(None), &bound), Ok(ScramSha1Plus));
        assert_eq!(choose(&all, &wish(None), &TLS), Ok(ScramSha512));
        let unusable = choose(&[ScramSha1Plus], &wish(None), &CLEAR).unwrap_err();
        assert!(unusable.to_string().ends_with("; needs TLS to bind to: SCRAM-SHA-1-PLUS"), "{unusable}");
    }

    #[test]
    fn a_verified_certificate_is_bound_to_where_that_is_asked_for_or_nothing_else_is_offered() {
        let binding = Some(Binding { kind: Binding::END_POINT, ..binding() });
        let (verified, not) =
            (Channel { binding, ..TLS }, |channel: &Channel| Channel { verified: false, ..channel.clone() });
        let both = [ScramSha256Plus, ScramSha256, ScramSha1Plus, ScramSha1, Plain];
        assert_eq!(choose(&both, &wish(None), &verified), Ok(ScramSha256));
        assert_eq!(choose(&both, &wish(None), &not(&verified)), Ok(ScramSha256Plus));
        assert_eq!(choose(&both, &wish(Some(&both)), &verified), Ok(ScramSha256Plus));
        assert_eq!(choose(&[ScramSha256Plus, ScramSha1, Plain], &wish(None), &verified), Ok(ScramSha256Plus));
    }

    /// Who has a password.
    fn wish(order: Option<&[Mechanism]>) -> Wish<'_> {
        Wish { order, means: Means::Password }
    }

    #[test]
    fn the_strongest_offered_is_chosen_and_never_plain_in_clear() {
        assert_eq!(choose(&[Plain, Login, CramMd5, ScramSha1], &wish(None), &CLEAR), Ok(ScramSha1));
        assert_eq!(choose(&[Plain, DigestMd5, CramMd5], &wish(None), &CLEAR), Ok(CramMd5));
        assert_eq!(choose(&[Plain, DigestMd5], &wish(None), &TLS), Ok(DigestMd5));
        assert_eq!(choose(&[Login, Plain], &wish(None), &TLS), Ok(Plain));
        assert_eq!(choose(&[Login, Plain], &wish(None), &CLEAR).unwrap_err().of(Why::Forbidden), [Login, Plain]);
        let both = [ScramSha256, Plain];
        assert_eq!(choose(&[Plain], &wish(Some(&both)), &CLEAR).unwrap_err().of(Why::Forbidden), [Plain]);
    }

    #[test]
    fn the_order_wanted_counts() {
        assert_eq!(choose(&[ScramSha256, Login, Plain], &wish(Some(&[Login, Plain])), &TLS), Ok(Login));
        let unusable = choose(&[ScramSha256, Plain], &wish(Some(&[CramMd5])), &TLS).unwrap_err();
        assert_eq!((unusable.of(Why::Forbidden), unusable.of(Why::Unwanted)), (vec![], vec![ScramSha256, Plain]));
    }

    #[test]
    fn a_token_goes_to_mechanisms_of_tokens_and_a_password_to_the_others() {
        let token = Wish { order: None, means: Means::Token };
        assert_eq!(choose(&[ScramSha256, Plain, Xoauth2, OauthBearer], &token, &TLS), Ok(OauthBearer));
        assert_eq!(choose(&[Xoauth2], &token, &CLEAR).unwrap_err().of(Why::Forbidden), [Xoauth2]);
        assert_eq!(choose(&[Plain], &token, &TLS).unwrap_err().of(Why::Unsuited), [Plain]);
        assert_eq!(choose(&[Xoauth2, Plain], &wish(None), &TLS), Ok(Plain));
        assert_eq!(choose(&[Xoauth2], &wish(None), &TLS).unwrap_err().of(Why::Unsuited), [Xoauth2]);
    }

    #[test]
    fn what_proves_nothing_is_only_used_where_it_is_named() {
        for means in [Means::Password, Means::Token, Means::Nothing] {
            let wish = Wish { order: None, means };
            assert_eq!(
                choose(&[Anonymous, External], &wish, &TLS).unwrap_err().of(Why::OnlyByName),
                [Anonymous, External]
            );
            let wish = Wish { order: Some(&[Anonymous]), means };
            assert_eq!(choose(&[Anonymous, External], &wish, &TLS), Ok(Anonymous));
        }
    }

    #[test]
    fn the_error_tells_each_reason_and_is_harmless() {
        let wanted = [Plain, Xoauth2];
        let offered = ["plain", "GSS\x1bAPI", "CRAM-MD5", "XOAUTH2"];
        let unusable = choose_named(offered, &wish(Some(&wanted)), &CLEAR).unwrap_err();
        assert_eq!(
            unusable.to_string(),
            "no usable SASL mechanism is offered; would send the secret in clear text: PLAIN; takes a token: XOAUTH2; \
             not wanted: CRAM-MD5; not known here: GSS\\x1bAPI"
        );
        let unusable = choose_named(["ANONYMOUS"], &wish(None), &TLS).unwrap_err();
        assert!(unusable.to_string().ends_with("; only when asked for by name: ANONYMOUS"));
        assert_eq!(choose_named([], &wish(None), &TLS).unwrap_err().to_string(), "no usable SASL mechanism is offered");
    }
}
