//! CRAM-MD5 (RFC 2195): a keyed MD5 over the server's challenge. The server's identity is not proven.

use std::fmt::Write;

use hmac::{Hmac, Mac};
use md5::Md5;
use zeroize::Zeroizing;

use super::client::{ClientHalf, Credentials, Message};
use super::mechanism::{Basis, Entry};
use super::server::{Chance, Refusal, ServerHalf, Step, Users, password_or_fake};
use super::{Error, Mechanism};
use crate::base::Secret;

/// RFC 2195.
pub(super) const ENTRY: Entry = Entry {
    name: "CRAM-MD5",
    rfc: "RFC 2195",
    client_first: false,
    basis: Basis::Proof,
    by_default: true,
    client: |credentials, _| Ok(Box::new(CramClient::new(credentials)?)),
    server: Some(|chance| Ok(Box::new(CramServer::new(chance)?))),
};

/// The keyed digest of the challenge in lower-case hexadecimal; the password is the key (RFC 2195 §2).
fn digest(password: &[u8], challenge: &[u8]) -> Result<String, Error> {
    let mut mac = Hmac::<Md5>::new_from_slice(password).map_err(|_| Error::Crypto)?;
    mac.update(challenge);
    Ok(mac.finalize().into_bytes().iter().fold(String::with_capacity(32), |mut hex, octet| {
        let _ = write!(hex, "{octet:02x}");
        hex
    }))
}

struct CramClient {
    user: String,
    password: Option<Secret>,
}

impl CramClient {
    fn new(credentials: &Credentials) -> Result<CramClient, Error> {
        credentials.without_authzid(Mechanism::CramMd5)?;
        Ok(CramClient { user: credentials.authcid.clone(), password: Some(credentials.password()?.clone()) })
    }
}

impl ClientHalf for CramClient {
    fn initial(&mut self) -> Result<Option<Message>, Error> {
        Ok(None)
    }

    fn step(&mut self, challenge: &[u8]) -> Result<Message, Error> {
        let password = self.password.take().ok_or(Error::Unexpected(Mechanism::CramMd5))?;
        if challenge.is_empty() {
            return Err(Error::Malformed("the challenge of CRAM-MD5 is empty (RFC 2195 §2)"));
        }
        let digest = digest(password.expose(), challenge)?;
        Ok(Zeroizing::new(format!("{} {digest}", self.user).into_bytes()))
    }

    fn finish(&mut self) -> Result<(), Error> {
        if self.password.is_some() { Err(Error::Incomplete(Mechanism::CramMd5)) } else { Ok(()) }
    }
}

struct CramServer {
    challenge: String,
    asked: bool,
}

impl CramServer {
    fn new(chance: &Chance<'_>) -> Result<CramServer, Error> {
        let id = chance.challenge_id.strip_prefix('<').and_then(|id| id.strip_suffix('>')).unwrap_or_default();
        if !id.contains('@') || !id.bytes().all(|octet| octet.is_ascii_graphic()) {
            return Err(Error::Chance("challenge of CRAM-MD5"));
        }
        Ok(CramServer { challenge: chance.challenge_id.to_owned(), asked: false })
    }

    fn judge(&self, response: &[u8], users: &dyn Users) -> Result<Step, Refusal> {
        let grammar = Refusal::Malformed("CRAM-MD5 is user, space and 32 lower-case hexadecimal digits");
        let text = std::str::from_utf8(response).map_err(|_| grammar)?;
        let (user, said) = text.rsplit_once(' ').ok_or(grammar)?;
        if user.is_empty() || said.len() != 32 || !said.bytes().all(|c| matches!(c, b'0'..=b'9' | b'a'..=b'f')) {
            return Err(grammar);
        }
        let (password, known) = password_or_fake(users, user);
        let right = digest(password.expose(), self.challenge.as_bytes()).map_err(|_| Refusal::Credentials)?;
        let equal = aws_lc_rs::constant_time::verify_slices_are_equal(right.as_bytes(), said.as_bytes()).is_ok();
        if !(equal & known) {
            return Err(Refusal::Credentials);
        }
        Ok(Step::Accepted { authcid: user.to_owned(), authzid: None, data: None })
    }
}

impl ServerHalf for CramServer {
    fn first(&mut self) -> Vec<u8> {
        self.asked = true;
        self.challenge.clone().into_bytes()
    }

    fn step(&mut self, response: &[u8], users: &dyn Users) -> Step {
        if !self.asked {
            return Refusal::Malformed("CRAM-MD5 has no initial response").into();
        }
        self.judge(response, users).unwrap_or_else(Step::Refused)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{People, credentials};
    use super::super::{Client, Server};
    use super::*;

    const CHALLENGE: &str = "<1896.697170952@postoffice.reston.mci.net>";
    const RESPONSE: &[u8] = b"tim b913a602c7eda7a495b4e6e7334d3890";

    fn judged(response: &[u8]) -> Step {
        let mut server = Server::new(Mechanism::CramMd5, "", CHALLENGE, b"").unwrap();
        assert_eq!(server.first().unwrap(), CHALLENGE.as_bytes());
        server.step(response, &People::of("tim", "tanstaaftanstaaf"))
    }

    #[test]
    fn example_of_rfc_2195_section_2() {
        let mut client = Client::new(Mechanism::CramMd5, &credentials("tim", "tanstaaftanstaaf"), "").unwrap();
        assert_eq!(*client.step(CHALLENGE.as_bytes()).unwrap(), RESPONSE);
        assert!(matches!(judged(RESPONSE), Step::Accepted { authcid, .. } if authcid == "tim"));
    }

    #[test]
    fn an_empty_challenge_gets_no_answer() {
        let mut client = Client::new(Mechanism::CramMd5, &credentials("tim", "pw"), "").unwrap();
        assert!(matches!(client.step(b""), Err(Error::Malformed(_))));
        assert_eq!(client.step(CHALLENGE.as_bytes()), Err(Error::Over));
    }

    #[test]
    fn malformed_responses_and_an_initial_one_are_refused() {
        for response in [&b""[..], b"tim", b"tim 00", b" b913a602c7eda7a495b4e6e7334d3890", b"t\xff b9"] {
            assert!(matches!(judged(response), Step::Refused(Refusal::Malformed(_))));
        }
        assert!(matches!(judged(&RESPONSE.to_ascii_uppercase()), Step::Refused(Refusal::Malformed(_))));
        let mut server = Server::new(Mechanism::CramMd5, "", CHALLENGE, b"").unwrap();
        let step = server.step(RESPONSE, &People::of("tim", "tanstaaftanstaaf"));
        assert!(matches!(step, Step::Refused(Refusal::Malformed(_))));
    }

    #[test]
    fn the_challenge_has_the_form_of_a_message_id() {
        for id in ["", "a@b", "<>", "<a>", "<a b@c>", "<a@b>\r\n"] {
            assert!(matches!(Server::new(Mechanism::CramMd5, "", id, b""), Err(Error::Chance(_))), "{id:?}");
        }
    }
}
