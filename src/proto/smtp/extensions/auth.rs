//! AUTH (RFC 4954).

use super::super::Capabilities;
use super::Extension;
use crate::proto::explain::Entry;

/// The client can prove who it is by a SASL mechanism.
pub const AUTH: Extension = Extension {
    keyword: "AUTH",
    note: Entry::new(
        "RFC 4954 §3",
        "the client can log in, by one of the SASL mechanisms that are named behind it.",
        "el cliente puede autenticarse, con alguno de los mecanismos SASL que siguen.",
    ),
    mail: &["AUTH"],
    rcpt: &[],
};

/// The names of the mechanisms that a server offers.
pub fn mechanisms(capabilities: &Capabilities) -> &[String] {
    capabilities.parameters(&AUTH).unwrap_or_default()
}
