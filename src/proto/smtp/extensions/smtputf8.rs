//! SMTPUTF8 (RFC 6531).

use super::Extension;

/// Addresses and header fields may be UTF-8.
pub const SMTPUTF8: Extension = Extension {
    keyword: "SMTPUTF8",
    rfc: "RFC 6531",
    meaning: "Addresses and header fields may be UTF-8.",
    mail: &["SMTPUTF8"],
    rcpt: &[],
};
