//! The list of mechanisms (RFC 4422 §3.1): strongest first, one line each.

use std::fmt;

use super::binding::PLUS;
use super::client::{Begin, ClientHalf};
use super::server::{Chance, ServerHalf};
use super::{Credentials, Error, anonymous, bearer, cram_md5, digest_md5, external, login, plain, scram};

type NewClient = fn(&Credentials, &Begin<'_>) -> Result<Box<dyn ClientHalf>, Error>;
type NewServer = fn(&Chance<'_>) -> Result<Box<dyn ServerHalf>, Error>;

/// What a mechanism's file says of itself.
pub(super) struct Entry {
    /// The registered name, in capitals.
    pub(super) name: &'static str,
    /// Where it is defined.
    pub(super) rfc: &'static str,
    /// The client speaks first.
    pub(super) client_first: bool,
    /// What it rests on.
    pub(super) basis: Basis,
    /// It is chosen where nobody asked for it by name.
    pub(super) by_default: bool,
    /// Makes the client half.
    pub(super) client: NewClient,
    /// Makes the server half, if there is one.
    pub(super) server: Option<NewServer>,
}

/// What a login rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// A password, which is proven and stays at home.
    Proof,
    /// A password, which goes over the wire.
    Password,
    /// A token, which goes over the wire.
    Token,
    /// Nothing that could be stolen here.
    Nothing,
}

/// What a user can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Means {
    /// A password.
    Password,
    /// An OAuth access token.
    Token,
    /// Nothing.
    Nothing,
}

impl Means {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Means::Password => "password",
            Means::Token => "token",
            Means::Nothing => "nothing",
        }
    }
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
    /// SCRAM with SHA-512, bound to the channel (draft-melnikov-scram-sha-512).
    ScramSha512Plus => scram::SHA512_PLUS;
    /// SCRAM with SHA-256, bound to the channel (RFC 7677).
    ScramSha256Plus => scram::SHA256_PLUS;
    /// SCRAM with SHA-1, bound to the channel (RFC 5802).
    ScramSha1Plus => scram::SHA1_PLUS;
    /// SCRAM with SHA-512 (draft-melnikov-scram-sha-512).
    ScramSha512 => scram::SHA512;
    /// SCRAM with SHA-256 (RFC 7677).
    ScramSha256 => scram::SHA256;
    /// SCRAM with SHA-1 (RFC 5802).
    ScramSha1 => scram::SHA1;
    /// A keyed MD5 over a challenge (RFC 2195); weak, but the password stays at home.
    CramMd5 => cram_md5::ENTRY;
    /// A digest over a challenge (RFC 2831), which the server proves too; obsolete (RFC 6331), and last of those that
    /// keep the password at home, for servers rarely agree on its realms.
    DigestMd5 => digest_md5::ENTRY;
    /// Who the server knows already (RFC 4422 §A).
    External => external::ENTRY;
    /// Nobody in particular (RFC 4505).
    Anonymous => anonymous::ENTRY;
    /// User and password in one message (RFC 4616).
    Plain => plain::ENTRY;
    /// User, then password (draft-murchison-sasl-login).
    Login => login::ENTRY;
    /// An OAuth access token (RFC 7628).
    OauthBearer => bearer::OAUTHBEARER;
    /// The same in Google's form.
    Xoauth2 => bearer::XOAUTH2;
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

    /// What the login rests on.
    pub fn basis(self) -> Basis {
        self.entry().basis
    }

    /// What the user must have for it.
    pub fn takes(self) -> Means {
        match self.basis() {
            Basis::Proof | Basis::Password => Means::Password,
            Basis::Token => Means::Token,
            Basis::Nothing => Means::Nothing,
        }
    }

    /// Whether one who has `means` can use it.
    pub fn suits(self, means: Means) -> bool {
        self.takes() == Means::Nothing || self.takes() == means
    }

    /// True if a password or token itself goes over the wire, so that the channel has to hide it (RFC 4422 §6.1.2).
    pub fn sends_secret(self) -> bool {
        matches!(self.basis(), Basis::Password | Basis::Token)
    }

    /// True if it may be chosen where nobody asked for it by name.
    pub fn is_by_default(self) -> bool {
        self.entry().by_default
    }

    /// True if it binds the login to the channel (RFC 5801 §3.1).
    pub fn is_bound(self) -> bool {
        self.name().ends_with(PLUS)
    }

    /// The one that is the same but for the binding.
    pub fn unbound(self) -> Option<Mechanism> {
        self.name().strip_suffix(PLUS).and_then(Mechanism::from_name)
    }

    /// True if there is a server's half.
    pub fn is_served(self) -> bool {
        self.entry().server.is_some()
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
        for name in ["", "SCRAM", "-PLUS", "PLAIN ", "GSSAPI"] {
            assert_eq!(Mechanism::from_name(name), None);
        }
    }

    #[test]
    fn no_mechanism_that_speaks_the_secret_stands_before_one_that_does_not() {
        assert!(Mechanism::ALL.is_sorted_by_key(|mechanism| mechanism.sends_secret()));
    }
}
