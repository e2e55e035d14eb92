//! ANONYMOUS (RFC 4505): nobody in particular, who may leave a trace.

use zeroize::Zeroizing;

use super::mechanism::{Basis, Entry};
use super::once::Once;
use super::{Error, Mechanism};

/// The longest trace, in characters (RFC 4505 §2).
const MAX_TRACE: usize = 255;

/// RFC 4505. The user's name is the trace; it may be empty.
pub(super) const ENTRY: Entry = Entry {
    name: "ANONYMOUS",
    rfc: "RFC 4505",
    client_first: true,
    basis: Basis::Nothing,
    by_default: false,
    client: |credentials, _| {
        credentials.without_authzid(Mechanism::Anonymous)?;
        let trace = &credentials.authcid;
        if trace.chars().count() > MAX_TRACE || trace.contains(char::is_control) {
            return Err(Error::Prohibited("trace of ANONYMOUS", "RFC 4505 §2"));
        }
        Ok(Box::new(Once::new(Mechanism::Anonymous, Zeroizing::new(trace.as_bytes().to_vec()))))
    },
    server: None,
};

#[cfg(test)]
mod tests {
    use super::super::{Client, Credentials, Held};
    use super::*;

    fn begun(trace: &str) -> Result<Client, Error> {
        let credentials = Credentials { authcid: trace.to_owned(), authzid: None, held: Held::Nothing };
        Client::new(Mechanism::Anonymous, &credentials, "")
    }

    #[test]
    fn the_example_of_rfc_4505_section_3() {
        assert_eq!(*begun("sirhc").unwrap().initial().unwrap().unwrap(), b"sirhc");
        assert_eq!(*begun("").unwrap().initial().unwrap().unwrap(), b"");
    }

    #[test]
    fn a_trace_is_short_and_printable() {
        assert!(begun(&"ñ".repeat(255)).is_ok());
        for trace in ["ñ".repeat(256), "a\nb".to_owned()] {
            assert_eq!(begun(&trace).unwrap_err(), Error::Prohibited("trace of ANONYMOUS", "RFC 4505 §2"));
        }
    }
}
