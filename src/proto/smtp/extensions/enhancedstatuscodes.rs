//! ENHANCEDSTATUSCODES (RFC 2034).

use super::Extension;
use crate::proto::explain::Entry;

/// Replies carry a finer code, such as 5.1.1.
pub const ENHANCEDSTATUSCODES: Extension = Extension {
    keyword: "ENHANCEDSTATUSCODES",
    note: Entry::new(
        "RFC 2034 §3",
        "replies carry a second, finer code of three numbers, such as 5.1.1.",
        "las respuestas llevan un segundo código más preciso, de tres números, como 5.1.1.",
    ),
    mail: &[],
    rcpt: &[],
};
