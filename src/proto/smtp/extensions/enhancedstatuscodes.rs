//! ENHANCEDSTATUSCODES (RFC 2034).

use super::Extension;

/// Replies carry a finer code, such as 5.1.1.
pub const ENHANCEDSTATUSCODES: Extension = Extension {
    keyword: "ENHANCEDSTATUSCODES",
    rfc: "RFC 2034",
    meaning: "Replies carry a finer code, such as 5.1.1.",
    mail: &[],
    rcpt: &[],
};
