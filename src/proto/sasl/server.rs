//! The server's side of any mechanism (RFC 4422 §3).

use std::fmt;

use aws_lc_rs::{constant_time, digest};

use super::saslprep::prepared;
use super::{Binding, Error, MAX_MESSAGE, Mechanism};
use crate::base::Secret;

/// The users of a server.
pub trait Users {
    /// The password of a user, in clear, or `None` if there is no such user.
    fn password(&self, user: &str) -> Option<Secret>;
    /// True for a catcher: PLAIN and LOGIN succeed for any user with any password.
    fn any_password(&self) -> bool;
}

/// What the server does next. `Debug` shows neither challenge nor data, only their lengths.
#[derive(Clone, PartialEq, Eq)]
pub enum Step {
    /// Send this challenge and wait for the response.
    Challenge(Vec<u8>),
    /// The client is who it says.
    Accepted {
        /// Whose password it was (prepared with SASLprep for PLAIN and SCRAM).
        authcid: String,
        /// Whom it wants to act as; whether it may is the server's decision (RFC 4422 §3.4.1).
        authzid: Option<String>,
        /// SCRAM's server-final: goes with success, or before it as a challenge that the client answers with an empty
        /// response where the protocol has no room for it (RFC 4422 §3.6).
        data: Option<Vec<u8>>,
    },
    /// The exchange has failed.
    Refused(Refusal),
}

/// Why the exchange failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Unknown user or wrong password; which of both is not told (RFC 4954 §6: 535 5.7.8).
    Credentials,
    /// The login is bound to another channel: somebody stands between (RFC 5802 §6: 535 5.7.8).
    Binding,
    /// The client could bind and saw no mechanism that does, though one was offered: somebody took it out
    /// (RFC 5802 §6: 535 5.7.8).
    Downgrade,
    /// The response does not follow the grammar (RFC 4954 §6: 501 5.5.2).
    Malformed(&'static str),
}

impl From<Refusal> for Step {
    fn from(refusal: Refusal) -> Step {
        Step::Refused(refusal)
    }
}

impl fmt::Debug for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Step::Challenge(octets) => write!(f, "Challenge({} octets)", octets.len()),
            Step::Accepted { authcid, authzid, data } => f
                .debug_struct("Accepted")
                .field("authcid", authcid)
                .field("authzid", authzid)
                .field("data_octets", &data.as_ref().map(Vec::len))
                .finish(),
            Step::Refused(refusal) => f.debug_tuple("Refused").field(refusal).finish(),
        }
    }
}

/// What chance gives the server for one exchange.
pub(super) struct Chance<'a> {
    pub(super) nonce: &'a str,
    pub(super) challenge_id: &'a str,
    pub(super) salt: &'a [u8],
    pub(super) binding: Option<&'a Binding>,
}

/// What a mechanism's file implements for the server.
pub(super) trait ServerHalf: Send + Sync {
    /// The challenge if there was no initial response.
    fn first(&mut self) -> Vec<u8> {
        Vec::new()
    }
    /// Takes a response.
    fn step(&mut self, response: &[u8], users: &dyn Users) -> Step;
}

/// One exchange, seen from the server: `first` if there was no initial response, then `step` for each response.
pub struct Server {
    mechanism: Mechanism,
    half: Box<dyn ServerHalf>,
    begun: bool,
    over: bool,
}

impl Server {
    /// Begins an exchange. What a mechanism does not need may be empty:
    /// - the nonce of SCRAM: at least 16 printable ASCII characters without comma, fresh and unforeseeable (RFC 5802 §5.1);
    /// - the challenge of CRAM-MD5: `<unique@host>` (RFC 2195 §2);
    /// - the salt of SCRAM, 8 to 256 octets: fresh for each exchange, which gives known and unknown users the same face.
    pub fn new(mechanism: Mechanism, nonce: &str, challenge_id: &str, salt: &[u8]) -> Result<Server, Error> {
        Server::bound(mechanism, nonce, challenge_id, salt, None)
    }

    /// As [`Server::new`], with what the channel gives to bind to. If there is something, mechanisms that bind must have
    /// been offered: a client that did not see them is told from one that does not know them.
    pub fn bound(
        mechanism: Mechanism,
        nonce: &str,
        challenge_id: &str,
        salt: &[u8],
        binding: Option<&Binding>,
    ) -> Result<Server, Error> {
        let server = mechanism.entry().server.ok_or(Error::Unserved(mechanism))?;
        let half = server(&Chance { nonce, challenge_id, salt, binding })?;
        Ok(Server { mechanism, half, begun: false, over: false })
    }

    /// The mechanism of this exchange.
    pub fn mechanism(&self) -> Mechanism {
        self.mechanism
    }

    /// The challenge to send if the client sent no initial response: empty where the client speaks first
    /// (RFC 4422 §3.3). `None` once the exchange has begun.
    pub fn first(&mut self) -> Option<Vec<u8>> {
        if self.begun || self.over {
            return None;
        }
        self.begun = true;
        Some(self.half.first())
    }

    /// Takes a response (RFC 4422 §3.3). After `Accepted` or `Refused` the exchange is over. SCRAM derives a key here,
    /// for unknown users too.
    pub fn step(&mut self, response: &[u8], users: &dyn Users) -> Step {
        self.begun = true;
        let step = if self.over {
            Refusal::Malformed("the exchange is over").into()
        } else if response.len() > MAX_MESSAGE {
            Refusal::Malformed("the response is too long (RFC 4954 §4)").into()
        } else {
            self.half.step(response, users)
        };
        self.over |= !matches!(step, Step::Challenge(_));
        step
    }
}

impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Server").field("mechanism", &self.mechanism).field("over", &self.over).finish_non_exhaustive()
    }
}

/// The password of the user or one that stands in, so that an unknown user takes as long; and whether he is known.
pub(super) fn password_or_fake(users: &dyn Users, user: &str) -> (Secret, bool) {
    match users.password(user) {
        Some(password) => (password, true),
        None => (Secret::new("nobody-has-this"), false),
    }
}

/// Whether the password is the user's: both are prepared (RFC 4616 §2), and their hashes of fixed length are compared
/// in constant time.
pub(super) fn accepts(users: &dyn Users, user: &str, password: &[u8]) -> bool {
    let (stored, known) = password_or_fake(users, user);
    let hash = |octets: &[u8]| digest::digest(&digest::SHA256, &prepared(octets));
    let equal = constant_time::verify_slices_are_equal(hash(stored.expose()).as_ref(), hash(password).as_ref()).is_ok();
    (equal & known) | users.any_password()
}
