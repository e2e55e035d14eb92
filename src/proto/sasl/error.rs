//! Why an exchange cannot start or go on.

use super::{Forbidden, Mechanism, Unusable};

/// What ends an exchange. No variant carries a password; text of the peer is made harmless for a terminal.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The field must not be empty (RFC 4616 §2, RFC 5802 §5.1).
    #[error("the {0} is empty")]
    Empty(&'static str),
    /// NUL separates fields and cannot stand in one (RFC 4616 §2).
    #[error("the {0} contains a NUL")]
    Nul(&'static str),
    /// The mechanism speaks UTF-8 (RFC 4616 §2, RFC 5802 §5.1).
    #[error("the {0} is not UTF-8")]
    NotUtf8(&'static str),
    /// SASLprep forbids a character or the mixture of directions (RFC 4013 §2.3, §2.4), or the mechanism does: the field
    /// and the section.
    #[error("the {0} contains what cannot stand in it ({1})")]
    Prohibited(&'static str, &'static str),
    /// The mechanism takes what is not there: a password, a token.
    #[error("{0} takes a {1}, and there is none")]
    Lacks(Mechanism, &'static str),
    /// A password is wanted, outside of SASL too.
    #[error("there is no password")]
    NoPassword,
    /// What is given as a token is none (RFC 6750 §2.1).
    #[error("the token holds what no token holds (RFC 6750 §2.1)")]
    Token,
    /// Our server does not speak it.
    #[error("{0} is not spoken by this server")]
    Unserved(Mechanism),
    /// The mechanism has no room for an authorization identity.
    #[error("{0} cannot carry an authorization identity")]
    Authzid(Mechanism),
    /// The nonce, salt, challenge or service handed in by the caller is too short or has the wrong form (RFC 5802 §5.1,
    /// RFC 2831 §2.1).
    #[error("the {0} given is too short or malformed")]
    Chance(&'static str),
    /// A call or challenge that this point of the exchange does not expect (RFC 4422 §3).
    #[error("{0} does not expect this message here")]
    Unexpected(Mechanism),
    /// The peer's message is longer than [`super::MAX_MESSAGE`]; the number is its length in octets.
    #[error("the server's message of {0} octets is too long")]
    TooLong(usize),
    /// The server's message does not follow the grammar.
    #[error("malformed challenge: {0}")]
    Malformed(&'static str),
    /// The server's nonce does not begin with ours or adds nothing to it (RFC 5802 §5.1).
    #[error("the server's nonce does not extend ours (RFC 5802 §5.1)")]
    Nonce,
    /// Fewer than 4096 iterations (RFC 5802 §5.1): a server that asks for them may be after the password.
    #[error("the server asks for {0} iterations, fewer than 4096 (RFC 5802 §5.1)")]
    TooFewIterations(u32),
    /// More than 1,000,000 iterations: the server would keep us busy (RFC 5802 §9).
    #[error("the server asks for more than 1000000 iterations (RFC 5802 §9)")]
    TooManyIterations,
    /// The server demands an extension that we do not know: `m=` (RFC 5802 §5.1).
    #[error("the server demands an unknown mandatory extension (RFC 5802 §5.1)")]
    Extension,
    /// The mechanism has no way to write the field for this server.
    #[error("the {0} cannot be written in ISO 8859-1, and the server takes no UTF-8 (RFC 2831 §2.1.1)")]
    Charset(&'static str),
    /// The server demands a layer of the mechanism's own: of `qop=` it offers no `auth`.
    #[error("the server demands a layer of DIGEST-MD5's own, which is not spoken here: TLS is (RFC 2831 §2.1.1)")]
    Layer,
    /// The server said `e=` (RFC 5802 §7); the text is escaped.
    #[error("the server reports: {0}")]
    Server(String),
    /// The server's signature is wrong: it does not know the password (RFC 5802 §3, RFC 2831 §2.1.3).
    #[error("the server's proof is wrong: it does not know the password (RFC 5802 §3, RFC 2831 §2.1.3)")]
    Signature,
    /// Success was announced but the server's signature never came (RFC 5802 §3, RFC 2831 §2.1.3).
    #[error("the server announced success without proving that it knows the password (RFC 5802 §3, RFC 2831 §2.1.3)")]
    Unverified,
    /// Success was announced before the exchange was complete (RFC 4422 §3.6).
    #[error("the server announced success before {0} was complete")]
    Incomplete(Mechanism),
    /// The exchange has failed or is complete; nothing more is said in it.
    #[error("the exchange is over")]
    Over,
    /// The library for cryptography refused; never expected.
    #[error("the cryptographic library failed")]
    Crypto,
    /// The mechanism may not be used on this channel.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// None of the mechanisms offered can be used.
    #[error(transparent)]
    Unusable(#[from] Unusable),
}

impl Error {
    /// True if the peer broke the protocol or failed its proof; false if our own credentials, arguments or policy
    /// stand in the way.
    pub fn is_peers_fault(&self) -> bool {
        use Error::*;
        matches!(
            self,
            Unexpected(_)
                | TooLong(_)
                | Malformed(_)
                | Nonce
                | TooFewIterations(_)
                | TooManyIterations
                | Extension
                | Signature
                | Unverified
                | Incomplete(_)
        )
    }
}
