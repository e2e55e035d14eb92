//! The client's side of any mechanism (RFC 4422 §3).

use std::fmt;

use zeroize::Zeroizing;

use super::mechanism::Means;
use super::{Error, Forbidden, Gs2, MAX_MESSAGE, Mechanism};
use crate::base::Secret;

/// A message of the client: raw octets, wiped when dropped.
pub type Message = Zeroizing<Vec<u8>>;

/// Who logs in (RFC 4422 §3.4.1). `Debug` does not show the secret.
#[derive(Clone, Debug)]
pub struct Credentials {
    /// The identity whose secret it is.
    pub authcid: String,
    /// The identity to act as, if it is another one; empty is as none.
    pub authzid: Option<String>,
    /// What proves it.
    pub held: Held,
}

/// What the user has to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Held {
    /// A password.
    Password(Secret),
    /// An OAuth access token (RFC 6750).
    Token(Secret),
    /// Nothing: the server knows otherwise, or does not ask.
    Nothing,
}

impl Held {
    /// Of which kind it is.
    pub fn means(&self) -> Means {
        match self {
            Held::Password(_) => Means::Password,
            Held::Token(_) => Means::Token,
            Held::Nothing => Means::Nothing,
        }
    }
}

impl Credentials {
    /// A user with a password, who acts as nobody else.
    pub fn with_password(user: impl Into<String>, password: Secret) -> Credentials {
        Credentials { authcid: user.into(), authzid: None, held: Held::Password(password) }
    }

    /// What must never be shown.
    pub fn secret(&self) -> Option<&Secret> {
        match &self.held {
            Held::Password(secret) | Held::Token(secret) => Some(secret),
            Held::Nothing => None,
        }
    }

    /// The password.
    ///
    /// # Errors
    /// There is none.
    pub fn password(&self) -> Result<&Secret, Error> {
        match &self.held {
            Held::Password(password) => Ok(password),
            _ => Err(Error::NoPassword),
        }
    }

    /// The token, which [`Client::new`] has looked for.
    pub(super) fn token(&self) -> Result<&Secret, Error> {
        match &self.held {
            Held::Token(token) => Ok(token),
            _ => Err(Error::Token),
        }
    }

    /// The authorization identity; none if empty.
    pub(super) fn authzid(&self) -> Option<&str> {
        self.authzid.as_deref().filter(|authzid| !authzid.is_empty())
    }

    /// What holds for every mechanism: there is a user and what he has to show, and no field contains a NUL. Where
    /// nothing has to be shown, nobody has to be named.
    fn check(&self, mechanism: Mechanism) -> Result<(), Error> {
        let takes = mechanism.takes();
        if !mechanism.suits(self.held.means()) {
            return Err(Error::Lacks(mechanism, takes.name()));
        }
        let secret = self.secret().filter(|_| takes != Means::Nothing).map(|secret| (takes.name(), secret.expose()));
        for (name, octets) in [("user name", self.authcid.as_bytes())].into_iter().chain(secret) {
            if octets.is_empty() && takes != Means::Nothing {
                return Err(Error::Empty(name));
            }
            if octets.contains(&0) {
                return Err(Error::Nul(name));
            }
        }
        match self.authzid() {
            Some(authzid) if authzid.contains('\0') => Err(Error::Nul("authorization identity")),
            _ => Ok(()),
        }
    }

    /// For mechanisms that cannot carry an authorization identity.
    pub(super) fn without_authzid(&self, mechanism: Mechanism) -> Result<(), Error> {
        if self.authzid().is_some() { Err(Error::Authzid(mechanism)) } else { Ok(()) }
    }
}

/// What an exchange begins with, beside the credentials. What a mechanism does not need may be empty.
#[derive(Clone, Copy, Debug)]
pub struct Begin<'a> {
    /// Our nonce, fresh and unforeseeable: for SCRAM at least 16 printable ASCII characters without comma (RFC 5802
    /// §5.1), for DIGEST-MD5 11 (RFC 2831 §2.1.2).
    pub nonce: &'a str,
    /// What is said of the channel.
    pub gs2: &'a Gs2,
    /// What is logged in to, as DIGEST-MD5 names it: `smtp/mail.example` (RFC 2831 §2.1.2: digest-uri).
    pub service: &'a str,
}

/// What a mechanism's file implements for the client.
pub(super) trait ClientHalf: Send + Sync {
    /// The first message, if the client speaks first.
    fn initial(&mut self) -> Result<Option<Message>, Error>;
    /// The answer to a challenge.
    fn step(&mut self, challenge: &[u8]) -> Result<Message, Error>;
    /// Success was announced.
    fn finish(&mut self) -> Result<(), Error>;
    /// Additional data came with success (RFC 4422 §3.6); most mechanisms have none.
    fn data(&mut self, _data: &[u8]) -> Result<(), Error> {
        Err(Error::Malformed("data with success in a mechanism that has none (RFC 4422 §3.6)"))
    }
    /// Why the server is about to refuse, if it said so; harmless for a terminal, without secrets.
    fn reason(&self) -> Option<&str> {
        None
    }
}

/// One exchange, seen from the client: `initial`, then `step` for each challenge, then `finish`.
///
/// After an error it is over: every further call fails with [`Error::Over`]. Deriving a SCRAM key takes up to a second
/// of computing inside `step`.
pub struct Client {
    mechanism: Mechanism,
    half: Box<dyn ClientHalf>,
    begun: bool,
    over: bool,
}

impl Client {
    /// Begins an exchange.
    pub fn begin(mechanism: Mechanism, credentials: &Credentials, begin: &Begin<'_>) -> Result<Client, Error> {
        credentials.check(mechanism)?;
        if mechanism.is_bound() != matches!(begin.gs2, Gs2::Bound(_)) {
            return Err(Forbidden::Unbound(mechanism).into());
        }
        let half = (mechanism.entry().client)(credentials, begin)?;
        Ok(Client { mechanism, half, begun: false, over: false })
    }

    /// As [`Client::begin`], for mechanisms that say nothing of channel and service.
    pub fn new(mechanism: Mechanism, credentials: &Credentials, nonce: &str) -> Result<Client, Error> {
        Client::begin(mechanism, credentials, &Begin { nonce, gs2: &Gs2::Unbound, service: "" })
    }

    /// The mechanism of this exchange.
    pub fn mechanism(&self) -> Mechanism {
        self.mechanism
    }

    /// The initial response; none where the server speaks first (RFC 4422 §3.3). To be called once, or not at all if
    /// the protocol has no room for it: then the first `step` answers the empty challenge with it.
    pub fn initial(&mut self) -> Result<Option<Message>, Error> {
        self.guarded(|client| {
            if client.begun {
                return Err(Error::Unexpected(client.mechanism));
            }
            client.begun = client.mechanism.client_first();
            client.half.initial()
        })
    }

    /// The answer to a challenge (RFC 4422 §3.3); for SCRAM's last one it is empty, once the signature has been verified.
    pub fn step(&mut self, challenge: &[u8]) -> Result<Message, Error> {
        self.guarded(|client| {
            if challenge.len() > MAX_MESSAGE {
                return Err(Error::TooLong(challenge.len()));
            }
            if client.begun || !client.mechanism.client_first() {
                client.begun = true;
                return client.half.step(challenge);
            }
            client.begun = true;
            let unexpected = Error::Unexpected(client.mechanism);
            if challenge.is_empty() { client.half.initial()?.ok_or(unexpected) } else { Err(unexpected) }
        })
    }

    /// Why the server is about to refuse, if a challenge said so (RFC 7628 §3.2.3): escaped, without the token.
    pub fn reason(&self) -> Option<&str> {
        self.half.reason()
    }

    /// To be called when the protocol announces success: fails if the exchange was not complete, and for SCRAM if the
    /// server's signature was not seen and verified (RFC 5802 §3).
    pub fn finish(&mut self) -> Result<(), Error> {
        self.guarded(|client| client.half.finish())?;
        self.over = true;
        Ok(())
    }

    /// As [`Client::finish`], with the additional data that came with success (RFC 4422 §3.6).
    pub fn finish_with(&mut self, data: &[u8]) -> Result<(), Error> {
        self.guarded(|client| match data.len() {
            0..=MAX_MESSAGE => client.half.data(data),
            long => Err(Error::TooLong(long)),
        })?;
        self.finish()
    }

    fn guarded<T>(&mut self, act: impl FnOnce(&mut Client) -> Result<T, Error>) -> Result<T, Error> {
        if self.over {
            return Err(Error::Over);
        }
        let outcome = act(self);
        self.over = outcome.is_err();
        outcome
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client").field("mechanism", &self.mechanism).field("over", &self.over).finish_non_exhaustive()
    }
}
