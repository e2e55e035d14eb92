//! The client's half of SCRAM (RFC 5802 §5).

use std::num::NonZeroU32;

use zeroize::Zeroizing;

use super::super::client::{Begin, ClientHalf, Message};
use super::super::saslname::escape_name;
use super::super::{Credentials, Error, saslprep};
use super::keys::{Family, Keys, same};
use super::{MAX_ITERATIONS, MIN_ITERATIONS, text};
use crate::base::escape::escape_str;

/// The client: first message, final message, and the server's signature.
pub(in super::super) struct Scram {
    family: Family,
    password: Zeroizing<String>,
    /// `n,,`, `y,a=authzid,`, `p=tls-exporter,,` (RFC 5802 §7).
    gs2_header: String,
    /// What the login is bound to; empty without channel binding.
    binding: Vec<u8>,
    /// `n=user,r=nonce`.
    first_bare: String,
    nonce: String,
    state: State,
}

enum State {
    Begin,
    ServerFirst,
    /// Waiting for `v=`; the signature it has to carry.
    ServerFinal(Zeroizing<Vec<u8>>),
    Verified,
}

/// `server-first-message` (RFC 5802 §7).
struct ServerFirst<'a> {
    nonce: &'a str,
    salt: Vec<u8>,
    iterations: NonZeroU32,
}

impl Scram {
    /// Prepares user and password (RFC 5802 §5.1) and checks our nonce.
    pub(in super::super) fn new(family: Family, credentials: &Credentials, begin: &Begin<'_>) -> Result<Scram, Error> {
        let nonce = begin.nonce;
        if !text::is_fit_nonce(nonce) {
            return Err(Error::Chance("nonce of SCRAM"));
        }
        let password = credentials.password()?.expose_str().ok_or(Error::NotUtf8("password"))?;
        let authzid = credentials.authzid().map(|authzid| format!("a={}", escape_name(authzid)));
        let user = prepared("user name", &credentials.authcid)?;
        Ok(Scram {
            family,
            password: prepared("password", password)?,
            gs2_header: format!("{},{},", begin.gs2.flag(), authzid.unwrap_or_default()),
            binding: begin.gs2.data().to_vec(),
            first_bare: format!("n={},r={nonce}", escape_name(&user)),
            nonce: nonce.to_owned(),
            state: State::Begin,
        })
    }

    /// `client-final-message`, after every check of the server's first one and before any hashing.
    fn answer(&mut self, challenge: &[u8]) -> Result<Message, Error> {
        let challenge = utf8(challenge)?;
        let first = server_first(challenge)?;
        if first.nonce.strip_prefix(&self.nonce).is_none_or(str::is_empty) {
            return Err(Error::Nonce);
        }
        let bound = [self.gs2_header.as_bytes(), &self.binding].concat();
        let without_proof = format!("c={},r={}", text::encode(&bound), first.nonce);
        let auth_message = format!("{},{challenge},{without_proof}", self.first_bare);
        let keys = Keys::derive(self.family, self.password.as_bytes(), &first.salt, first.iterations);
        let proof = text::encode(&keys.client_proof(auth_message.as_bytes()));
        self.password = Zeroizing::default();
        self.state = State::ServerFinal(Zeroizing::new(keys.server_signature(auth_message.as_bytes())));
        Ok(Zeroizing::new(format!("{without_proof},p={proof}").into_bytes()))
    }

    /// `server-final-message` (RFC 5802 §7): the signature must be there and right.
    fn verify(&mut self, message: &[u8]) -> Result<(), Error> {
        let State::ServerFinal(wanted) = &self.state else {
            return Err(Error::Unexpected(self.family.mechanism));
        };
        let mut attributes = utf8(message)?.split(',');
        let first = attributes.next();
        reported(first)?;
        let signature = text::value(first, 'v').ok_or(Error::Malformed("no v= in server-final (RFC 5802 §7)"))?;
        let signature = text::decode(signature).ok_or(Error::Malformed("v= is not base64 (RFC 5802 §7)"))?;
        extensions(attributes)?;
        if !same(&signature, wanted) {
            return Err(Error::Signature);
        }
        self.state = State::Verified;
        Ok(())
    }
}

impl ClientHalf for Scram {
    fn initial(&mut self) -> Result<Option<Message>, Error> {
        self.state = State::ServerFirst;
        Ok(Some(Zeroizing::new(format!("{}{}", self.gs2_header, self.first_bare).into_bytes())))
    }

    fn step(&mut self, challenge: &[u8]) -> Result<Message, Error> {
        match self.state {
            State::ServerFirst => self.answer(challenge),
            State::ServerFinal(_) => self.verify(challenge).map(|()| Message::default()),
            State::Begin | State::Verified => Err(Error::Unexpected(self.family.mechanism)),
        }
    }

    fn finish(&mut self) -> Result<(), Error> {
        if matches!(self.state, State::Verified) { Ok(()) } else { Err(Error::Unverified) }
    }

    fn data(&mut self, data: &[u8]) -> Result<(), Error> {
        self.verify(data)
    }
}

/// SASLprep; what it forbids or leaves empty is an error (RFC 5802 §5.1).
fn prepared(field: &'static str, given: &str) -> Result<Zeroizing<String>, Error> {
    let prepared = Zeroizing::new(saslprep(given).ok_or(Error::Prohibited(field, "RFC 4013 §2.3"))?.into_owned());
    if prepared.is_empty() { Err(Error::Empty(field)) } else { Ok(prepared) }
}

fn utf8(message: &[u8]) -> Result<&str, Error> {
    std::str::from_utf8(message).map_err(|_| Error::Malformed("SCRAM is UTF-8 (RFC 5802 §7)"))
}

/// `server-error` (RFC 5802 §7).
fn reported(attribute: Option<&str>) -> Result<(), Error> {
    text::value(attribute, 'e').map_or(Ok(()), |why| Err(Error::Server(escape_str(why).into_owned())))
}

/// Unknown extensions are skipped, a mandatory one is not (RFC 5802 §5.1).
fn extensions<'a>(attributes: impl Iterator<Item = &'a str>) -> Result<(), Error> {
    for attribute in attributes {
        if attribute.starts_with("m=") {
            return Err(Error::Extension);
        }
        if !text::is_attribute(attribute) {
            return Err(Error::Malformed("an extension is no attribute (RFC 5802 §7)"));
        }
    }
    Ok(())
}

/// `server-first-message = [reserved-mext ","] nonce "," salt "," iteration-count ["," extensions]`.
fn server_first(message: &str) -> Result<ServerFirst<'_>, Error> {
    let mut attributes = message.split(',');
    let first = attributes.next();
    reported(first)?;
    if text::value(first, 'm').is_some() {
        return Err(Error::Extension);
    }
    let nonce = text::value(first, 'r').filter(|nonce| text::is_nonce(nonce));
    let nonce = nonce.ok_or(Error::Malformed("no r= in server-first (RFC 5802 §7)"))?;
    let salt = text::value(attributes.next(), 's').ok_or(Error::Malformed("no s= in server-first (RFC 5802 §7)"))?;
    let salt = text::decode(salt).ok_or(Error::Malformed("s= is not base64 (RFC 5802 §7)"))?;
    let count = text::value(attributes.next(), 'i').ok_or(Error::Malformed("no i= in server-first (RFC 5802 §7)"))?;
    let iterations = iterations(count)?;
    extensions(attributes)?;
    Ok(ServerFirst { nonce, salt, iterations })
}

/// `posit-number` (RFC 5802 §7) between the two limits.
fn iterations(count: &str) -> Result<NonZeroU32, Error> {
    let digits = !count.is_empty() && !count.starts_with('0') && count.bytes().all(|octet| octet.is_ascii_digit());
    if !digits {
        return Err(Error::Malformed("i= is not a positive number (RFC 5802 §7)"));
    }
    match count.parse::<u32>() {
        Ok(few @ 0..MIN_ITERATIONS) => Err(Error::TooFewIterations(few)),
        Ok(number @ MIN_ITERATIONS..=MAX_ITERATIONS) => NonZeroU32::new(number).ok_or(Error::TooFewIterations(0)),
        _ => Err(Error::TooManyIterations),
    }
}
