//! PLAIN (RFC 4616): user and password in one message, only for channels that hide it.

use zeroize::Zeroizing;

use super::client::{Credentials, Message};
use super::mechanism::{Basis, Entry};
use super::once::Once;
use super::server::{Refusal, ServerHalf, Step, Users, accepts};
use super::{Error, Mechanism, saslprep};

/// RFC 4616.
pub(super) const ENTRY: Entry = Entry {
    name: "PLAIN",
    rfc: "RFC 4616",
    client_first: true,
    basis: Basis::Password,
    by_default: true,
    client: |credentials, _| Ok(Box::new(Once::new(Mechanism::Plain, message(credentials)?))),
    server: Some(|_| Ok(Box::new(PlainServer))),
};

/// `message = [authzid] UTF8NUL authcid UTF8NUL passwd` (RFC 4616 §2).
fn message(credentials: &Credentials) -> Result<Message, Error> {
    let password = credentials.password()?.expose_str().ok_or(Error::NotUtf8("password"))?;
    let authzid = credentials.authzid().unwrap_or_default();
    let length = authzid.len() + credentials.authcid.len() + password.len() + 2;
    let mut message = Zeroizing::new(Vec::with_capacity(length)); // never grows: no copy is left behind
    for field in [authzid, "\0", &credentials.authcid, "\0", password] {
        message.extend_from_slice(field.as_bytes());
    }
    Ok(message)
}

struct PlainServer;

impl ServerHalf for PlainServer {
    fn step(&mut self, response: &[u8], users: &dyn Users) -> Step {
        judge(response, users).unwrap_or_else(Step::Refused)
    }
}

fn judge(response: &[u8], users: &dyn Users) -> Result<Step, Refusal> {
    let text = std::str::from_utf8(response).map_err(|_| Refusal::Malformed("the message of PLAIN must be UTF-8"))?;
    let mut fields = text.split('\0');
    let (Some(authzid), Some(authcid), Some(password), None) =
        (fields.next(), fields.next(), fields.next(), fields.next())
    else {
        return Err(Refusal::Malformed("PLAIN has three fields with a NUL between them"));
    };
    let authcid = saslprep(authcid).ok_or(Refusal::Malformed("SASLprep forbids the user name (RFC 4013 §2.3)"))?;
    if authcid.is_empty() || password.is_empty() {
        return Err(Refusal::Malformed("neither user name nor password may be empty"));
    }
    if !accepts(users, &authcid, password.as_bytes()) {
        return Err(Refusal::Credentials);
    }
    let authzid = (!authzid.is_empty()).then(|| authzid.to_owned());
    Ok(Step::Accepted { authcid: authcid.into_owned(), authzid, data: None })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{People, credentials};
    use super::super::{Client, Server};
    use super::*;

    fn said(authzid: Option<&str>, user: &str, password: &str) -> Message {
        let credentials = Credentials { authzid: authzid.map(str::to_owned), ..credentials(user, password) };
        Client::new(Mechanism::Plain, &credentials, "").unwrap().initial().unwrap().unwrap()
    }

    #[test]
    fn examples_of_rfc_4616_section_4() {
        assert_eq!(*said(None, "tim", "tanstaaftanstaaf"), b"\0tim\0tanstaaftanstaaf");
        assert_eq!(*said(Some("Ursel"), "Kurt", "xipj3plmq"), b"Ursel\0Kurt\0xipj3plmq");
    }

    #[test]
    fn the_server_takes_the_three_fields_apart() {
        let people = People::of("Kurt", "xipj3plmq");
        let step = Server::new(Mechanism::Plain, "", "", b"").unwrap().step(b"Ursel\0Kurt\0xipj3plmq", &people);
        assert_eq!(step, Step::Accepted { authcid: "Kurt".into(), authzid: Some("Ursel".into()), data: None });
    }

    #[test]
    fn the_password_is_prepared_on_the_servers_side() {
        let people = People::of("IX", "a\u{ad}b");
        let step = Server::new(Mechanism::Plain, "", "", b"").unwrap().step("\0\u{2168}\0ab".as_bytes(), &people);
        assert!(matches!(step, Step::Accepted { .. }));
    }

    #[test]
    fn malformed_responses_are_refused_by_a_catcher_too() {
        for response in
            [&b""[..], b"tim", b"\0tim", b"\0tim\0", b"\0\0pw", b"\0tim\0p\0w", b"\0tim\0\xff", b"\0\x07\0pw"]
        {
            let step = Server::new(Mechanism::Plain, "", "", b"").unwrap().step(response, &People::ANY);
            assert!(matches!(step, Step::Refused(Refusal::Malformed(_))), "{response:?}: {step:?}");
        }
    }
}
