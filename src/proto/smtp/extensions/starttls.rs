//! STARTTLS (RFC 3207).

use super::Extension;

/// The connection can be switched to TLS.
pub const STARTTLS: Extension = Extension {
    keyword: "STARTTLS",
    rfc: "RFC 3207",
    meaning: "The connection can be switched to TLS.",
    mail: &[],
    rcpt: &[],
};
