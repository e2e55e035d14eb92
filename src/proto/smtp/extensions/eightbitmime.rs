//! 8BITMIME (RFC 6152).

use super::Extension;

/// Message bodies may hold octets above 127.
pub const EIGHTBITMIME: Extension = Extension {
    keyword: "8BITMIME",
    rfc: "RFC 6152",
    meaning: "Message bodies may hold octets above 127.",
    mail: &["BODY"],
    rcpt: &[],
};
