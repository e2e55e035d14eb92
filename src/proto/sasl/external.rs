//! EXTERNAL (RFC 4422 §A): who the client is, the server knows already, mostly from the certificate in TLS.

use zeroize::Zeroizing;

use super::Mechanism;
use super::mechanism::{Basis, Entry};
use super::once::Once;

/// RFC 4422 §A. The message is whom to act as; empty is whoever the server sees in us.
pub(super) const ENTRY: Entry = Entry {
    name: "EXTERNAL",
    rfc: "RFC 4422 §A",
    client_first: true,
    basis: Basis::Nothing,
    by_default: false,
    client: |credentials, _| {
        let identity = credentials.authzid().unwrap_or(&credentials.authcid);
        Ok(Box::new(Once::new(Mechanism::External, Zeroizing::new(identity.as_bytes().to_vec()))))
    },
    server: None,
};

#[cfg(test)]
mod tests {
    use super::super::{Client, Credentials, Error, Held};
    use super::*;

    fn said(authcid: &str, authzid: Option<&str>) -> Vec<u8> {
        let authzid = authzid.map(str::to_owned);
        let credentials = Credentials { authcid: authcid.to_owned(), authzid, held: Held::Nothing };
        let mut client = Client::new(Mechanism::External, &credentials, "").unwrap();
        let said = client.initial().unwrap().unwrap().to_vec();
        assert_eq!(client.finish(), Ok(()));
        said
    }

    #[test]
    fn the_message_is_whom_to_act_as() {
        assert_eq!(said("", None), b"");
        assert_eq!(said("fred@example.com", None), b"fred@example.com");
        assert_eq!(said("fred", Some("wilma")), b"wilma");
    }

    #[test]
    fn success_before_it_was_said_is_none() {
        let credentials = Credentials { authcid: "fred".into(), authzid: None, held: Held::Nothing };
        let mut client = Client::new(Mechanism::External, &credentials, "").unwrap();
        assert_eq!(client.finish(), Err(Error::Incomplete(Mechanism::External)));
    }
}
