//! The client's half of DIGEST-MD5 (RFC 2831 §2.1).

use zeroize::Zeroizing;

use super::super::client::{Begin, ClientHalf, Credentials, Message};
use super::super::{Error, Mechanism};
use super::directives::Directives;
use super::hash::{Terms, latin1, same, shared};
use super::{COUNT, MAX_CHALLENGE, MAX_RESPONSE, MAX_VALUE, QOP, is_fit_nonce};
use crate::base::Secret;
use crate::proto::quoted;

/// The client: its response, and the server's proof.
pub(super) struct Digest {
    user: String,
    authzid: Option<String>,
    password: Option<Secret>,
    /// Our nonce.
    cnonce: String,
    /// `digest-uri-value`: `imap/mail.example`.
    uri: String,
    state: State,
}

enum State {
    Challenge,
    /// Waiting for `rspauth=` with this value.
    Proof(String),
    Verified,
}

/// `digest-challenge` (RFC 2831 §2.1.1): what of it an answer needs.
struct Challenge {
    realms: Vec<Vec<u8>>,
    nonce: Vec<u8>,
    utf8: bool,
}

impl Digest {
    /// Checks what will be quoted, and our nonce.
    pub(super) fn new(credentials: &Credentials, begin: &Begin<'_>) -> Result<Digest, Error> {
        if !is_fit_nonce(begin.nonce) {
            return Err(Error::Chance("nonce of DIGEST-MD5"));
        }
        if !begin.service.contains('/') {
            return Err(Error::Chance("service of DIGEST-MD5"));
        }
        let fields = [("user name", Some(&*credentials.authcid)), ("authorization identity", credentials.authzid())];
        for (field, text) in fields {
            if text.is_some_and(|text| text.contains(char::is_control)) {
                return Err(Error::Prohibited(field, "RFC 2831 §7.1"));
            }
        }
        Ok(Digest {
            user: credentials.authcid.clone(),
            authzid: credentials.authzid().map(str::to_owned),
            password: Some(credentials.password()?.clone()),
            cnonce: begin.nonce.to_owned(),
            uri: begin.service.to_owned(),
            state: State::Challenge,
        })
    }

    /// `digest-response` (RFC 2831 §2.1.2).
    fn answer(&mut self, message: &[u8]) -> Result<Message, Error> {
        let challenge = Challenge::read(message)?;
        let (user, realm) = challenge.place(&self.user);
        let username = challenge.written("user name", user)?;
        let password = self.password.take().ok_or(Error::Over)?;
        let password = match password.expose_str() {
            Some(text) => challenge.written("password", text).map(|_| shared(text))?,
            None => Zeroizing::new(password.expose().to_vec()),
        };
        let terms = Terms {
            user: &shared(user),
            password: &password,
            realm: realm.unwrap_or_default(),
            nonce: &challenge.nonce,
            cnonce: self.cnonce.as_bytes(),
            authzid: self.authzid.as_deref().map(str::as_bytes),
            uri: self.uri.as_bytes(),
        };
        let response = self.response(&challenge, &username, realm, &terms.response());
        self.state = State::Proof(terms.rspauth());
        if response.len() < MAX_RESPONSE {
            Ok(response)
        } else {
            Err(Error::Prohibited("user name", "RFC 2831 §2.1.2"))
        }
    }

    fn response(&self, challenge: &Challenge, username: &[u8], realm: Option<&[u8]>, proof: &str) -> Message {
        let mut said = Zeroizing::new(Vec::new());
        let mut say = |name: &str, value: &[u8]| {
            if !said.is_empty() {
                said.push(b',');
            }
            said.extend_from_slice(name.as_bytes());
            said.push(b'=');
            said.extend_from_slice(value);
        };
        if challenge.utf8 {
            say("charset", b"utf-8");
        }
        say("username", &quoted(username));
        if let Some(realm) = realm {
            say("realm", &quoted(realm));
        }
        say("nonce", &quoted(&challenge.nonce));
        say("nc", COUNT.as_bytes());
        say("cnonce", &quoted(self.cnonce.as_bytes()));
        say("digest-uri", &quoted(self.uri.as_bytes()));
        say("response", proof.as_bytes());
        say("qop", QOP.as_bytes());
        if let Some(authzid) = &self.authzid {
            say("authzid", &quoted(authzid.as_bytes()));
        }
        said
    }

    /// `response-auth` (RFC 2831 §2.1.3): the proof must be there and right.
    fn verify(&mut self, message: &[u8]) -> Result<(), Error> {
        let State::Proof(wanted) = &self.state else { return Err(Error::Unexpected(Mechanism::DigestMd5)) };
        let said = directives(message)?;
        match said.one("rspauth")? {
            Some(proof) if same(proof, wanted.as_bytes()) => {}
            Some(_) => return Err(Error::Signature),
            None if said.one("stale")?.is_some() => {
                return Err(Error::Malformed("the server calls its fresh nonce stale (RFC 2831 §2.1.1)"));
            }
            None => return Err(Error::Malformed("no rspauth= behind the response (RFC 2831 §2.1.3)")),
        }
        self.state = State::Verified;
        Ok(())
    }
}

impl ClientHalf for Digest {
    fn initial(&mut self) -> Result<Option<Message>, Error> {
        Ok(None)
    }

    fn step(&mut self, challenge: &[u8]) -> Result<Message, Error> {
        match self.state {
            State::Challenge => self.answer(challenge),
            State::Proof(_) => self.verify(challenge).map(|()| Message::default()),
            State::Verified => Err(Error::Unexpected(Mechanism::DigestMd5)),
        }
    }

    fn finish(&mut self) -> Result<(), Error> {
        match self.state {
            State::Challenge => Err(Error::Incomplete(Mechanism::DigestMd5)),
            State::Proof(_) => Err(Error::Unverified),
            State::Verified => Ok(()),
        }
    }

    fn data(&mut self, data: &[u8]) -> Result<(), Error> {
        self.verify(data)
    }
}

fn directives(message: &[u8]) -> Result<Directives, Error> {
    Directives::parse(message).ok_or(Error::Malformed("DIGEST-MD5 is a list of name=value (RFC 2831 §7)"))
}

impl Challenge {
    /// `stale` says nothing of a first challenge: its nonce is fresh. Layers are only looked at in `qop`.
    fn read(message: &[u8]) -> Result<Challenge, Error> {
        if message.len() >= MAX_CHALLENGE {
            return Err(Error::TooLong(message.len()));
        }
        let said = directives(message)?;
        for name in ["stale", "maxbuf", "cipher"] {
            said.one(name)?;
        }
        let nonce = said.one("nonce")?.filter(|nonce| !nonce.is_empty());
        let nonce = nonce.ok_or(Error::Malformed("no nonce= in the challenge (RFC 2831 §2.1.1)"))?.to_vec();
        if said.one("algorithm")?.is_none_or(|algorithm| !algorithm.eq_ignore_ascii_case(b"md5-sess")) {
            return Err(Error::Malformed("algorithm= is not md5-sess (RFC 2831 §2.1.1)"));
        }
        let charset = said.one("charset")?;
        if charset.is_some_and(|charset| !charset.eq_ignore_ascii_case(b"utf-8")) {
            return Err(Error::Malformed("charset= is not utf-8 (RFC 2831 §2.1.1)"));
        }
        if said.one("qop")?.is_some_and(|offered| !has_word(offered, QOP)) {
            return Err(Error::Layer);
        }
        let realms: Vec<Vec<u8>> = said.all("realm").into_iter().map(<[u8]>::to_vec).collect();
        if realms.iter().chain([&nonce]).any(|value| value.len() > MAX_VALUE) {
            return Err(Error::Malformed("a nonce or realm of more than 512 octets"));
        }
        Ok(Challenge { realms, nonce, utf8: charset.is_some() })
    }

    /// The user's name, and the realm where he is known by it: of several the one behind the `@` of his name, if it is
    /// there, else the first (RFC 2831 §2.1.1 leaves it to the client).
    fn place<'a>(&'a self, user: &'a str) -> (&'a str, Option<&'a [u8]>) {
        let named = user.rsplit_once('@').and_then(|(name, domain)| {
            let realm = self.realms.iter().find(|realm| realm.eq_ignore_ascii_case(domain.as_bytes()))?;
            (!name.is_empty()).then_some((name, Some(realm.as_slice())))
        });
        named.unwrap_or_else(|| (user, self.realms.first().map(Vec::as_slice)))
    }

    /// The text in the server's charset (RFC 2831 §2.1.1).
    fn written(&self, field: &'static str, text: &str) -> Result<Zeroizing<Vec<u8>>, Error> {
        match self.utf8 {
            true => Ok(Zeroizing::new(text.as_bytes().to_vec())),
            false => latin1(text).ok_or(Error::Charset(field)),
        }
    }
}

/// Whether a word stands in a list with commas.
fn has_word(list: &[u8], word: &str) -> bool {
    list.split(|octet| *octet == b',').any(|one| one.trim_ascii().eq_ignore_ascii_case(word.as_bytes()))
}
