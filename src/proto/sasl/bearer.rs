//! OAUTHBEARER (RFC 7628) and XOAUTH2 (Google): an OAuth access token instead of a password.
//!
//! A server that refuses says why in a challenge first, in JSON, which the client answers so that the refusal can come
//! (RFC 7628 §3.2.3).

use serde_json::{Map, Value};
use zeroize::Zeroizing;

use super::client::{ClientHalf, Credentials, Message};
use super::mechanism::{Basis, Entry};
use super::saslname::{escape_name, unescape_name};
use super::server::{Refusal, ServerHalf, Step, Users, accepts};
use super::{Error, Mechanism};
use crate::base::Secret;
use crate::base::escape::escape_str;
use crate::proto::spoken::Spoken;

/// What stands between the fields: `kvsep = %x01` (RFC 7628 §3.1).
const SEPARATOR: char = '\x01';
/// The most of a server's reason that is told, in octets.
const MAX_REASON: usize = 500;
/// What stands first in a reason (RFC 7628 §3.2.2).
const REASON: [&str; 3] = ["status", "schemes", "scope"];
/// What our server says of a token that it does not take (RFC 7628 §3.2.2).
const INVALID: &[u8] = br#"{"status":"invalid_token","schemes":"bearer"}"#;

/// RFC 7628.
pub(super) const OAUTHBEARER: Entry = Entry {
    name: "OAUTHBEARER",
    rfc: "RFC 7628",
    client_first: true,
    basis: Basis::Token,
    by_default: true,
    client: |credentials, _| {
        // The name stands in the place of the authorization identity (RFC 7628 §4.1).
        let user = escape_name(credentials.authzid().unwrap_or(&credentials.authcid));
        Ok(Box::new(Bearer::new(Mechanism::OauthBearer, &format!("n,a={user},"), credentials)?))
    },
    server: Some(|_| Ok(Box::new(BearerServer::new(Mechanism::OauthBearer)))),
};

/// Google's form of the same, which others took over.
pub(super) const XOAUTH2: Entry = Entry {
    name: "XOAUTH2",
    rfc: "Google XOAUTH2",
    client_first: true,
    basis: Basis::Token,
    by_default: true,
    client: |credentials, _| {
        credentials.without_authzid(Mechanism::Xoauth2)?;
        let user = format!("user={}", credentials.authcid);
        Ok(Box::new(Bearer::new(Mechanism::Xoauth2, &user, credentials)?))
    },
    server: Some(|_| Ok(Box::new(BearerServer::new(Mechanism::Xoauth2)))),
};

/// The client: its one message, and the reason if it is refused.
struct Bearer {
    mechanism: Mechanism,
    message: Option<Message>,
    token: Secret,
    reason: Option<String>,
}

impl Bearer {
    /// `client-resp = (gs2-header kvsep *kvpair kvsep)` (RFC 7628 §3.1); `named` is what names the user.
    fn new(mechanism: Mechanism, named: &str, credentials: &Credentials) -> Result<Bearer, Error> {
        let token = credentials.token()?;
        let text = token.expose_str().filter(|text| is_token(text)).ok_or(Error::Token)?;
        if named.contains(char::is_control) {
            return Err(Error::Prohibited("user name", "RFC 7628 §3.1"));
        }
        let fields = [named, "\x01auth=Bearer ", text, "\x01\x01"];
        let mut message = Zeroizing::new(Vec::with_capacity(fields.iter().map(|field| field.len()).sum()));
        for field in fields {
            message.extend_from_slice(field.as_bytes());
        }
        Ok(Bearer { mechanism, message: Some(message), token: token.clone(), reason: None })
    }

    /// The server's reason, harmless for a terminal, without the token in any form.
    fn told(&self, challenge: &[u8]) -> String {
        let mut spoken = Spoken::default();
        spoken.expect(self.token.expose());
        let said = in_words(challenge).map_or_else(|| challenge.to_vec(), String::into_bytes);
        let masked = spoken.mask(&said, true).unwrap_or(said);
        let shown = masked.get(..MAX_REASON).unwrap_or(&masked);
        let more = if shown.len() < masked.len() { "…" } else { "" };
        format!("{}{more}", escape_str(&String::from_utf8_lossy(shown)))
    }
}

impl ClientHalf for Bearer {
    fn initial(&mut self) -> Result<Option<Message>, Error> {
        Ok(self.message.take())
    }

    /// A dummy: `%x01` (RFC 7628 §3.2.3); XOAUTH2 has nothing.
    fn step(&mut self, challenge: &[u8]) -> Result<Message, Error> {
        if self.message.is_some() || self.reason.is_some() {
            return Err(Error::Unexpected(self.mechanism));
        }
        self.reason = Some(self.told(challenge));
        let dummy: &[u8] = if self.mechanism == Mechanism::OauthBearer { b"\x01" } else { b"" };
        Ok(Zeroizing::new(dummy.to_vec()))
    }

    fn finish(&mut self) -> Result<(), Error> {
        match (&self.message, &self.reason) {
            (Some(_), _) => Err(Error::Incomplete(self.mechanism)),
            (None, Some(_)) => Err(Error::Malformed("success behind an error (RFC 7628 §3.2.3)")),
            (None, None) => Ok(()),
        }
    }

    fn reason(&self) -> Option<&str> {
        self.reason.as_deref()
    }
}

/// The members of the JSON that tells an error (RFC 7628 §3.2.2), those first that it is told by; `None` if it is no such
/// JSON.
fn in_words(reason: &[u8]) -> Option<String> {
    let mut members: Map<String, Value> = serde_json::from_slice(reason).ok()?;
    let first: Vec<_> = REASON.iter().filter_map(|name| members.remove_entry(*name)).collect();
    let told = first.into_iter().chain(members).filter_map(|(name, value)| match value {
        Value::String(text) => Some(format!("{name} {text}")),
        Value::Number(_) | Value::Bool(_) => Some(format!("{name} {value}")),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    });
    Some(told.collect::<Vec<_>>().join(", ")).filter(|told| !told.is_empty())
}

/// `b64token` (RFC 6750 §2.1).
fn is_token(text: &str) -> bool {
    let body = text.trim_end_matches('=');
    !body.is_empty() && body.bytes().all(|octet| octet.is_ascii_alphanumeric() || b"-._~+/".contains(&octet))
}

/// The server: a token is what the user list has as the password.
struct BearerServer {
    mechanism: Mechanism,
    refused: bool,
}

impl BearerServer {
    fn new(mechanism: Mechanism) -> BearerServer {
        BearerServer { mechanism, refused: false }
    }

    fn judge(&mut self, response: &[u8], users: &dyn Users) -> Result<Step, Refusal> {
        let text = std::str::from_utf8(response).map_err(|_| Refusal::Malformed("the message must be UTF-8"))?;
        let grammar = Refusal::Malformed("the message is no header and pairs between %x01 (RFC 7628 §3.1)");
        let text = text.strip_suffix("\x01\x01").ok_or(grammar)?;
        let (head, pairs) = text.split_once(SEPARATOR).ok_or(grammar)?;
        let user = self.user(head).filter(|user| !user.is_empty() && !user.contains('\0')).ok_or(grammar)?;
        let value = pairs.split(SEPARATOR).find_map(|pair| pair.strip_prefix("auth=")).ok_or(grammar)?;
        let (scheme, token) = value.split_once(' ').ok_or(grammar)?;
        if !scheme.eq_ignore_ascii_case("Bearer") || !is_token(token) {
            return Err(grammar);
        }
        if accepts(users, &user, token.as_bytes()) {
            return Ok(Step::Accepted { authcid: user, authzid: None, data: None });
        }
        self.refused = true;
        Ok(Step::Challenge(INVALID.to_vec()))
    }

    /// Who is named in `n,a=user,` or `user=user`.
    fn user(&self, head: &str) -> Option<String> {
        match self.mechanism {
            Mechanism::Xoauth2 => head.strip_prefix("user=").map(str::to_owned),
            _ => {
                let (flag, name) = head.strip_suffix(',')?.split_once(',')?;
                unescape_name(name.strip_prefix("a=")?).filter(|_| matches!(flag, "n" | "y"))
            }
        }
    }
}

impl ServerHalf for BearerServer {
    fn step(&mut self, response: &[u8], users: &dyn Users) -> Step {
        match self.refused {
            true => Refusal::Credentials.into(),
            false => self.judge(response, users).unwrap_or_else(Step::Refused),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{People, bearer};
    use super::super::{Client, Server};
    use super::*;

    const TOKEN: &str = "vF9dft4qmTc2Nvb3RlckBhbHRhdmlzdGEuY29tCg==";

    fn begun(mechanism: Mechanism) -> Client {
        let mut client = Client::new(mechanism, &bearer("user@example.com", TOKEN), "").unwrap();
        client.initial().unwrap();
        client
    }

    /// RFC 7628 §4.1, without host and port, which bearer tokens do not need; and Google's description.
    #[test]
    fn the_messages_of_the_two_descriptions() {
        for (mechanism, named) in
            [(Mechanism::OauthBearer, "n,a=user@example.com,"), (Mechanism::Xoauth2, "user=user@example.com")]
        {
            let mut client = Client::new(mechanism, &bearer("user@example.com", TOKEN), "").unwrap();
            let said = client.initial().unwrap().unwrap();
            assert_eq!(String::from_utf8_lossy(&said), format!("{named}\x01auth=Bearer {TOKEN}\x01\x01"));
            assert_eq!(client.finish(), Ok(()));
        }
    }

    #[test]
    fn a_reason_is_told_answered_and_never_success() {
        let reason = br#"{"status":"invalid_token","scope":"example_scope"}"#;
        for (mechanism, dummy) in [(Mechanism::OauthBearer, &b"\x01"[..]), (Mechanism::Xoauth2, b"")] {
            let mut client = begun(mechanism);
            assert_eq!(client.reason(), None);
            assert_eq!(*client.step(reason).unwrap(), dummy);
            assert_eq!(client.reason(), Some("status invalid_token, scope example_scope"));
            assert!(client.finish().unwrap_err().is_peers_fault());
            let mut client = begun(mechanism);
            client.step(reason).unwrap();
            assert_eq!(client.step(reason), Err(Error::Unexpected(mechanism)));
        }
    }

    #[test]
    fn reasons_are_short_harmless_and_without_the_token() {
        let told = |text: String| {
            let mut client = begun(Mechanism::Xoauth2);
            client.step(text.as_bytes()).unwrap();
            client.reason().unwrap_or_default().to_owned()
        };
        assert_eq!(told("\x1b[2J".into()), "\\x1b[2J");
        assert_eq!(told(format!("{{\"token\":\"{TOKEN}\"}}")), "token ••••");
        let hidden: String = TOKEN.chars().map(|c| format!("\\u{:04x}", u32::from(c))).collect();
        assert_eq!(told(format!("{{\"scope\":\"mail\",\"{hidden}\":\"{hidden}\"}}")), "scope mail, •••• ••••");
        assert!(told("x".repeat(9000)).len() < 520);
        let encoded = super::super::tests::base64(TOKEN.as_bytes());
        assert!(!told(format!("no: {encoded}")).contains(&encoded[4..20]));
    }

    #[test]
    fn reasons_are_told_in_words_if_they_are_what_they_should_be() {
        let told = |text: &str| {
            let mut client = begun(Mechanism::OauthBearer);
            client.step(text.as_bytes()).unwrap();
            client.reason().unwrap_or_default().to_owned()
        };
        // Google's, and one with everything.
        let google = r#"{"status":"400","schemes":"Bearer","scope":"https://mail.google.com/"}"#;
        assert_eq!(told(google), "status 400, schemes Bearer, scope https://mail.google.com/");
        let more = r#"{"openid-configuration":"https://x.test/","z":null,"scope":"a b","status":401,"y":[1],"x":{"z":1},"w":true}"#;
        assert_eq!(told(more), "status 401, scope a b, openid-configuration https://x.test/, w true");
        let twice = r#"{"status":"one","status":"two"}"#;
        assert_eq!(told(twice), "status two");
        assert_eq!(told(r#"{"status":"\u001b[2J\u202e"}"#), "status \\x1b[2J\\u{202e}");
        for raw in [
            "",
            "{}",
            "[]",
            "null",
            "\"x\"",
            "{\"status\":[\"x\"]}",
            "{\"status\":",
            "{\"a\":1}{\"b\":2}",
            "{\"a\":1e999}",
        ] {
            assert_eq!(told(raw), raw, "as it is");
        }
        let deep = format!("{{\"a\":{}", "[".repeat(9000));
        assert!(told(&deep).starts_with("{\"a\":[[[") && told(&deep).len() < 520);
        let long = format!("{{\"scope\":\"{}\"}}", "x".repeat(9000));
        assert!(told(&long).starts_with("scope xxx") && told(&long).ends_with('…') && told(&long).len() < 520);
    }

    #[test]
    fn what_is_no_token_is_not_sent() {
        for token in ["a b", "a\x01auth=Bearer b", "ñ", "===", "a=b", "a\nb"] {
            let error = Client::new(Mechanism::Xoauth2, &bearer("tim", token), "").unwrap_err();
            assert_eq!(error, Error::Token, "{token:?}");
        }
        let error = Client::new(Mechanism::Xoauth2, &bearer("t\x01m", "t"), "").unwrap_err();
        assert_eq!(error, Error::Prohibited("user name", "RFC 7628 §3.1"));
    }

    #[test]
    fn malformed_responses_are_refused() {
        let people = People::of("tim", "token");
        let judged =
            |mechanism, response: &str| Server::new(mechanism, "", "", b"").unwrap().step(response.as_bytes(), &people);
        for response in [
            "",
            "tim",
            "user=tim\x01\x01",
            "user=\x01auth=Bearer token\x01\x01",
            "user=tim\x01auth=Basic token\x01\x01",
        ] {
            assert!(matches!(judged(Mechanism::Xoauth2, response), Step::Refused(Refusal::Malformed(_))), "{response}");
        }
        for header in ["n,,", "p=tls-exporter,a=tim,", "n,a=t=m,", "user=tim"] {
            let response = format!("{header}\x01auth=Bearer token\x01\x01");
            assert!(
                matches!(judged(Mechanism::OauthBearer, &response), Step::Refused(Refusal::Malformed(_))),
                "{header}"
            );
        }
        let more = "n,a=tim,\x01host=mail.example\x01port=143\x01auth=bearer token\x01\x01";
        assert!(matches!(judged(Mechanism::OauthBearer, more), Step::Accepted { .. }));
    }

    #[test]
    fn a_wrong_token_is_told_before_it_is_refused() {
        let mut server = Server::new(Mechanism::Xoauth2, "", "", b"").unwrap();
        let people = People::of("tim", "token");
        let step = server.step(b"user=tim\x01auth=Bearer other\x01\x01", &people);
        assert_eq!(step, Step::Challenge(INVALID.to_vec()));
        assert_eq!(server.step(b"user=tim\x01auth=Bearer token\x01\x01", &people), Step::Refused(Refusal::Credentials));
    }
}
