//! SIZE (RFC 1870).

use super::super::Capabilities;
use super::Extension;
use crate::proto::explain::Entry;

/// The server says how large a message may be, and the client how large this one is.
pub const SIZE: Extension = Extension {
    keyword: "SIZE",
    note: Entry::new(
        "RFC 1870 §4",
        "the server says how large a message may be, and MAIL how large this one is.",
        "el servidor dice cómo de grande puede ser un mensaje, y MAIL cuánto ocupa este.",
    ),
    mail: &["SIZE"],
    rcpt: &[],
};

/// What a server says of its limit (RFC 1870 §4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SizeLimit {
    /// SIZE is not offered.
    NotOffered,
    /// Offered without a figure, or with 0: there is no fixed limit.
    None,
    /// The largest message in octets.
    Octets(u64),
}

/// The limit in an EHLO reply. A figure that is none counts as no limit.
pub fn limit(capabilities: &Capabilities) -> SizeLimit {
    match capabilities.parameters(&SIZE) {
        None => SizeLimit::NotOffered,
        Some(parameters) => match parameters.first().and_then(|figure| figure.parse().ok()) {
            None | Some(0) => SizeLimit::None,
            Some(octets) => SizeLimit::Octets(octets),
        },
    }
}
