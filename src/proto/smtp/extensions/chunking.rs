//! CHUNKING (RFC 3030).

use super::Extension;

/// BDAT sends the message in counted chunks instead of DATA.
pub const CHUNKING: Extension = Extension {
    keyword: "CHUNKING",
    rfc: "RFC 3030",
    meaning: "BDAT sends the message in counted chunks instead of DATA.",
    mail: &[],
    rcpt: &[],
};
