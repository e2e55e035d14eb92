//! LOGIN (draft-murchison-sasl-login): user, then password; obsolete, widely spoken, only for channels that hide it.

use zeroize::Zeroizing;

use super::client::{ClientHalf, Credentials, Message};
use super::mechanism::{Basis, Entry};
use super::server::{Refusal, ServerHalf, Step, Users, accepts};
use super::{Error, Mechanism};

/// draft-murchison-sasl-login.
pub(super) const ENTRY: Entry = Entry {
    name: "LOGIN",
    rfc: "draft-murchison-sasl-login",
    client_first: false,
    basis: Basis::Password,
    by_default: true,
    client: |credentials, _| Ok(Box::new(LoginClient::new(credentials)?)),
    server: Some(|_| Ok(Box::new(LoginServer { user: None }))),
};

/// Answers the first challenge with the user and the second with the password, whatever they say: the draft asks
/// clients not to look at them.
struct LoginClient {
    user: Option<Message>,
    password: Option<Message>,
}

impl LoginClient {
    fn new(credentials: &Credentials) -> Result<LoginClient, Error> {
        credentials.without_authzid(Mechanism::Login)?;
        let user = Zeroizing::new(credentials.authcid.clone().into_bytes());
        let password = Zeroizing::new(credentials.password()?.expose().to_vec());
        Ok(LoginClient { user: Some(user), password: Some(password) })
    }
}

impl ClientHalf for LoginClient {
    fn initial(&mut self) -> Result<Option<Message>, Error> {
        Ok(None)
    }

    fn step(&mut self, _challenge: &[u8]) -> Result<Message, Error> {
        self.user.take().or_else(|| self.password.take()).ok_or(Error::Unexpected(Mechanism::Login))
    }

    fn finish(&mut self) -> Result<(), Error> {
        if self.password.is_some() { Err(Error::Incomplete(Mechanism::Login)) } else { Ok(()) }
    }
}

/// Takes the user as an initial response too, as many clients send it.
struct LoginServer {
    user: Option<String>,
}

impl ServerHalf for LoginServer {
    fn first(&mut self) -> Vec<u8> {
        b"Username:".to_vec()
    }

    fn step(&mut self, response: &[u8], users: &dyn Users) -> Step {
        match self.user.take() {
            None => self.named(response),
            Some(authcid) if accepts(users, &authcid, response) => {
                Step::Accepted { authcid, authzid: None, data: None }
            }
            Some(_) => Refusal::Credentials.into(),
        }
    }
}

impl LoginServer {
    fn named(&mut self, user: &[u8]) -> Step {
        match std::str::from_utf8(user) {
            Ok("") => Refusal::Malformed("the user name is empty").into(),
            Ok(user) if !user.contains('\0') => {
                self.user = Some(user.to_owned());
                Step::Challenge(b"Password:".to_vec())
            }
            _ => Refusal::Malformed("the user name is not UTF-8 or contains a NUL").into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{People, credentials};
    use super::super::{Client, Server};
    use super::*;

    #[test]
    fn the_client_says_user_then_password_whatever_is_asked_and_nothing_more() {
        let mut client = Client::new(Mechanism::Login, &credentials("tim", "pw"), "").unwrap();
        assert_eq!(client.initial(), Ok(None));
        assert_eq!(*client.step(b"Contrase\xc3\xb1a:").unwrap(), b"tim");
        assert_eq!(*client.step(b"").unwrap(), b"pw");
        assert_eq!(client.step(b"Token:"), Err(Error::Unexpected(Mechanism::Login)));
    }

    #[test]
    fn success_after_the_user_alone_is_no_success() {
        let mut client = Client::new(Mechanism::Login, &credentials("tim", "pw"), "").unwrap();
        client.step(b"Username:").unwrap();
        assert_eq!(client.finish(), Err(Error::Incomplete(Mechanism::Login)));
    }

    #[test]
    fn the_server_takes_the_user_as_initial_response() {
        let mut server = Server::new(Mechanism::Login, "", "", b"").unwrap();
        assert_eq!(server.step(b"tim", &People::of("tim", "pw")), Step::Challenge(b"Password:".to_vec()));
        assert!(matches!(server.step(b"pw", &People::of("tim", "pw")), Step::Accepted { .. }));
    }

    #[test]
    fn an_authorization_identity_has_no_room() {
        let credentials = Credentials { authzid: Some("other".into()), ..credentials("tim", "pw") };
        let error = Client::new(Mechanism::Login, &credentials, "").unwrap_err();
        assert_eq!(error, Error::Authzid(Mechanism::Login));
    }
}
