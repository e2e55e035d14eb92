//! AUTH (RFC 4954).

use super::super::Capabilities;
use super::Extension;

/// The client can prove who it is by a SASL mechanism.
pub const AUTH: Extension = Extension {
    keyword: "AUTH",
    rfc: "RFC 4954",
    meaning: "The client can prove who it is by a SASL mechanism.",
    mail: &["AUTH"],
    rcpt: &[],
};

/// The names of the mechanisms that a server offers.
pub fn mechanisms(capabilities: &Capabilities) -> &[String] {
    capabilities.parameters(&AUTH).unwrap_or_default()
}
