//! PIPELINING (RFC 2920).

use super::Extension;

/// Commands may be sent in groups, without waiting for each reply.
pub const PIPELINING: Extension = Extension {
    keyword: "PIPELINING",
    rfc: "RFC 2920",
    meaning: "Commands may be sent in groups, without waiting for each reply.",
    mail: &[],
    rcpt: &[],
};
