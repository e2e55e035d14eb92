//! Channel binding (RFC 5056): what ties a login to the TLS connection in which it runs, so that nobody in the middle
//! can pass it on.

use std::fmt;

use super::{Channel, Mechanism};

/// What both ends of a TLS connection know, and nobody who stands between two of them.
#[derive(Clone, PartialEq, Eq)]
pub struct Binding {
    /// `tls-exporter` (RFC 9266) or `tls-server-end-point` (RFC 5929 §4).
    pub kind: &'static str,
    /// The octets.
    pub data: Vec<u8>,
}

impl Binding {
    /// The one that binds to the server's certificate (RFC 5929 §4).
    pub const END_POINT: &'static str = "tls-server-end-point";
}

impl fmt::Debug for Binding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Binding({}, {} octets)", self.kind, self.data.len())
    }
}

/// What the client says of it: `gs2-cbind-flag` (RFC 5802 §6).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Gs2 {
    /// `n`: it does not bind.
    #[default]
    Unbound,
    /// `y`: it could, and saw no -PLUS mechanism. A server that offered one knows then that somebody took it out.
    Unoffered,
    /// `p=`: it binds.
    Bound(Binding),
}

impl Gs2 {
    /// For a mechanism, chosen from those offered.
    pub fn of(mechanism: Mechanism, offered: &[&str], channel: &Channel) -> Gs2 {
        let plus = |name: &&str| name.to_ascii_uppercase().ends_with(PLUS);
        match &channel.binding {
            Some(binding) if mechanism.is_bound() => Gs2::Bound(binding.clone()),
            Some(_) if !offered.is_empty() && !offered.iter().any(plus) => Gs2::Unoffered,
            _ => Gs2::Unbound,
        }
    }

    /// `n`, `y` or `p=kind`.
    pub(super) fn flag(&self) -> String {
        match self {
            Gs2::Unbound => "n".to_owned(),
            Gs2::Unoffered => "y".to_owned(),
            Gs2::Bound(binding) => format!("p={}", binding.kind),
        }
    }

    /// What stands behind the header in `c=`.
    pub(super) fn data(&self) -> &[u8] {
        match self {
            Gs2::Bound(binding) => &binding.data,
            _ => &[],
        }
    }
}

/// How the names of mechanisms end that bind to the channel (RFC 5801 §3.1).
pub(super) const PLUS: &str = "-PLUS";

#[cfg(test)]
mod tests {
    use super::Mechanism::*;
    use super::*;

    #[test]
    fn the_flag_by_what_is_offered_and_what_the_channel_gives() {
        let binding = Binding { kind: "tls-exporter", data: b"32 octets".to_vec() };
        let tls = Channel { tls: true, binding: Some(binding.clone()), ..Channel::default() };
        let clear = Channel::default();
        let both = ["SCRAM-SHA-256", "scram-sha-256-plus"];
        assert_eq!(Gs2::of(ScramSha256Plus, &both, &tls), Gs2::Bound(binding));
        assert_eq!(Gs2::of(ScramSha256, &both, &tls), Gs2::Unbound, "asked for, though the other was offered");
        assert_eq!(Gs2::of(ScramSha256, &["SCRAM-SHA-256"], &tls), Gs2::Unoffered);
        assert_eq!(Gs2::of(ScramSha256, &["SCRAM-SHA-256", "SCRAM-SHA3-512-PLUS"], &tls), Gs2::Unbound);
        assert_eq!(Gs2::of(ScramSha256, &[], &tls), Gs2::Unbound, "nobody knows what is offered");
        assert_eq!(Gs2::of(ScramSha256, &["SCRAM-SHA-256"], &clear), Gs2::Unbound);
    }
}
