//! The server's half of DIGEST-MD5 (RFC 2831 §2.1).

use super::super::Error;
use super::super::server::{Chance, Refusal, ServerHalf, Step, Users, password_or_fake};
use super::directives::Directives;
use super::hash::{Terms, same, shared};
use super::{COUNT, MAX_RESPONSE, QOP, is_fit_nonce};
use crate::proto::quoted;

/// The server: challenge, then the judgement. It names no realm: users are known by their whole names.
pub(super) struct Digest {
    nonce: String,
    asked: bool,
}

impl Digest {
    /// Checks what chance gave us.
    pub(super) fn new(chance: &Chance<'_>) -> Result<Digest, Error> {
        if !is_fit_nonce(chance.nonce) {
            return Err(Error::Chance("nonce of DIGEST-MD5"));
        }
        Ok(Digest { nonce: chance.nonce.to_owned(), asked: false })
    }

    /// `digest-challenge` (RFC 2831 §2.1.1).
    fn challenge(&self) -> Vec<u8> {
        let nonce = quoted(self.nonce.as_bytes());
        [b"nonce=", nonce.as_slice(), b",qop=\"auth\",charset=utf-8,algorithm=md5-sess"].concat()
    }

    /// The proof is computed for unknown users too, from a password that nobody has.
    fn judge(&self, message: &[u8], users: &dyn Users) -> Result<Step, Refusal> {
        if message.len() >= MAX_RESPONSE {
            return Err(Refusal::Malformed("the response has 4096 octets or more (RFC 2831 §2.1.2)"));
        }
        let said = Directives::parse(message).ok_or(Refusal::Malformed("the response is no list of name=value"))?;
        let response = Response::read(&said, &self.nonce)?;
        let realm = response.realm.unwrap_or_default();
        let name = response.known_as(users);
        let (password, known) = password_or_fake(users, &name);
        let terms = Terms {
            user: &shared(&response.user),
            password: &password.expose_str().map_or_else(|| password.expose().to_vec().into(), shared),
            realm,
            nonce: self.nonce.as_bytes(),
            cnonce: response.cnonce,
            authzid: response.authzid.map(str::as_bytes),
            uri: response.uri,
        };
        let right = same(response.proof, terms.response().as_bytes());
        if !(right & known) {
            return Err(Refusal::Credentials);
        }
        let data = Some(format!("rspauth={}", terms.rspauth()).into_bytes());
        Ok(Step::Accepted { authcid: name, authzid: response.authzid.map(str::to_owned), data })
    }
}

impl ServerHalf for Digest {
    fn first(&mut self) -> Vec<u8> {
        self.asked = true;
        self.challenge()
    }

    /// Who begins with a response has a nonce from before: it is stale (RFC 2831 §2.2.2).
    fn step(&mut self, response: &[u8], users: &dyn Users) -> Step {
        if !self.asked {
            return Step::Challenge([self.first(), b",stale=true".to_vec()].concat());
        }
        self.judge(response, users).unwrap_or_else(Step::Refused)
    }
}

/// `digest-response` (RFC 2831 §2.1.2).
struct Response<'a> {
    user: String,
    realm: Option<&'a [u8]>,
    cnonce: &'a [u8],
    uri: &'a [u8],
    proof: &'a [u8],
    authzid: Option<&'a str>,
}

impl Response<'_> {
    fn read<'a>(said: &'a Directives, nonce: &str) -> Result<Response<'a>, Refusal> {
        let wrong = |why| Err(Refusal::Malformed(why));
        let charset = said.one("charset")?;
        if charset.is_some_and(|charset| !charset.eq_ignore_ascii_case(b"utf-8")) {
            return wrong("charset= is not utf-8 (RFC 2831 §2.1.2)");
        }
        for name in ["maxbuf", "cipher"] {
            said.one(name)?;
        }
        if said.one("qop")?.is_some_and(|qop| qop != QOP.as_bytes()) {
            return wrong("qop= is not what was offered (RFC 2831 §2.1.2)");
        }
        if said.one("nonce")? != Some(nonce.as_bytes()) || said.one("nc")? != Some(COUNT.as_bytes()) {
            return wrong("nonce= and nc= are not those of this exchange (RFC 2831 §2.1.2)");
        }
        let (user, cnonce) = (said.one("username")?, said.one("cnonce")?.filter(|cnonce| !cnonce.is_empty()));
        let (uri, proof) = (said.one("digest-uri")?.filter(|uri| uri.contains(&b'/')), said.one("response")?);
        let (Some(user), Some(cnonce), Some(uri), Some(proof)) = (user, cnonce, uri, proof) else {
            return wrong("username=, cnonce=, digest-uri= or response= is not there (RFC 2831 §2.1.2)");
        };
        let Some(user) = named(user, charset.is_some()) else {
            return wrong("username= is empty, or not in its charset (RFC 2831 §2.1.2)");
        };
        let authzid = said.one("authzid")?.map(std::str::from_utf8).transpose();
        let Ok(authzid) = authzid else { return wrong("authzid= is not UTF-8 (RFC 2831 §2.1.2)") };
        Ok(Response { user, realm: said.one("realm")?, cnonce, uri, proof, authzid })
    }

    /// The user's whole name: with the realm, if nobody has it without.
    fn known_as(&self, users: &dyn Users) -> String {
        let realm = self.realm.filter(|realm| !realm.is_empty()).and_then(|realm| std::str::from_utf8(realm).ok());
        let whole = realm.map(|realm| format!("{}@{realm}", self.user));
        let whole = whole.filter(|whole| users.password(&self.user).is_none() && users.password(whole).is_some());
        whole.unwrap_or_else(|| self.user.clone())
    }
}

/// In UTF-8, or in ISO 8859-1, whose characters are the first 256 of Unicode.
fn named(user: &[u8], utf8: bool) -> Option<String> {
    let user = match utf8 {
        true => std::str::from_utf8(user).ok()?.to_owned(),
        false => user.iter().copied().map(char::from).collect(),
    };
    (!user.is_empty() && !user.contains('\0')).then_some(user)
}
