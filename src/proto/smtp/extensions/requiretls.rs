//! REQUIRETLS (RFC 8689).

use super::Extension;
use crate::proto::explain::Entry;

/// A message may demand TLS on all of its way.
pub const REQUIRETLS: Extension = Extension {
    keyword: "REQUIRETLS",
    note: Entry::new(
        "RFC 8689 §2",
        "a message can demand verified TLS on every leg of its way.",
        "un mensaje puede exigir TLS verificado en todos los tramos del camino.",
    ),
    mail: &["REQUIRETLS"],
    rcpt: &[],
};
