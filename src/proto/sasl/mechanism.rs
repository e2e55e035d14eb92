//! The list of mechanisms (RFC 4422 §3.1): strongest first, one line each.

use std::fmt;

use super::client::ClientHalf;
use super::server::{Chance, ServerHalf};
use super::{Credentials, Error, cram_md5, login, plain, scram};

type NewClient = fn(&Credentials, &str) -> Result<Box<dyn ClientHalf>, Error>;
type NewServer = fn(&Chance<'_>) -> Result<Box<dyn ServerHalf>, Error>;

/// What a mechanism's file says of itself.
pub(super) struct Entry {
    /// The registered name, in capitals.
    pub(super) name: &'static str,
    /// Where it is defined.
    pub(super) rfc: &'static str,
    /// The client speaks first.
    pub(super) client_first: bool,
    /// The password itself goes over the wire.
    pub(super) sends_password: bool,
    /// Makes the client half; the text is our nonce.
    pub(super) client: NewClient,
    /// Makes the server half.
    pub(super) server: NewServer,
}

macro_rules! mechanisms {
    ($($(#[$doc:meta])* $variant:ident => $entry:path;)*) => {
        /// A SASL mechanism that this crate speaks (RFC 4422 §3.1).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Mechanism { $($(#[$doc])* $variant,)* }

        impl Mechanism {
            /// Every mechanism, strongest first.
            pub const ALL: &'static [Mechanism] = &[$(Mechanism::$variant),*];

            pub(super) fn entry(self) -> &'static Entry {
                match self { $(Mechanism::$variant => &$entry,)* }
            }
        }
    };
}

mechanisms! {
    /// SCRAM with SHA-256 (RFC 7677).
    ScramSha256 => scram::SHA256;
    /// SCRAM with SHA-1 (RFC 5802).
    ScramSha1 => scram::SHA1;
    /// A keyed MD5 over a challenge (RFC 2195); weak, but the password stays at home.
    CramMd5 => cram_md5::ENTRY;
    /// User and password in one message (RFC 4616).
    Plain => plain::ENTRY;
    /// User, then password (draft-murchison-sasl-login).
    Login => login::ENTRY;
}

impl Mechanism {
    /// The name as it is registered and spoken, `SCRAM-SHA-256` (RFC 4422 §3.1).
    pub fn name(self) -> &'static str {
        self.entry().name
    }

    /// The mechanism of that name, upper or lower case; `None` if it is not spoken here (RFC 4422 §3.1).
    pub fn from_name(name: &str) -> Option<Mechanism> {
        Mechanism::ALL.iter().copied().find(|mechanism| mechanism.name().eq_ignore_ascii_case(name))
    }

    /// Where the mechanism is defined.
    pub fn rfc(self) -> &'static str {
        self.entry().rfc
    }

    /// True if the client speaks first, so that an initial response can be sent (RFC 4422 §3.3).
    pub fn client_first(self) -> bool {
        self.entry().client_first
    }

    /// True if the password itself goes over the wire, so that the channel has to hide it (RFC 4422 §6.1.2).
    pub fn sends_password(self) -> bool {
        self.entry().sends_password
    }
}

impl fmt::Display for Mechanism {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_in_any_case_and_nothing_else_is() {
        for &mechanism in Mechanism::ALL {
            assert_eq!(Mechanism::from_name(mechanism.name()), Some(mechanism));
            assert_eq!(Mechanism::from_name(&mechanism.name().to_ascii_lowercase()), Some(mechanism));
            assert!(mechanism.name().len() <= 20, "RFC 4422 §3.1");
        }
        for name in ["", "SCRAM", "SCRAM-SHA-256-PLUS", "PLAIN ", "GSSAPI"] {
            assert_eq!(Mechanism::from_name(name), None);
        }
    }

    #[test]
    fn no_mechanism_that_speaks_the_password_stands_before_one_that_does_not() {
        assert!(Mechanism::ALL.is_sorted_by_key(|mechanism| mechanism.sends_password()));
    }
}
