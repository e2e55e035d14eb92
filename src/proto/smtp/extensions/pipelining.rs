//! PIPELINING (RFC 2920).

use super::Extension;
use crate::proto::explain::Entry;

/// Commands may be sent in groups, without waiting for each reply.
pub const PIPELINING: Extension = Extension {
    keyword: "PIPELINING",
    note: Entry::new(
        "RFC 2920 §3",
        "commands may be sent in groups, without waiting for each reply; the replies come in the same order.",
        "las órdenes pueden enviarse en grupo, sin esperar cada respuesta; estas llegan en el mismo orden.",
    ),
    mail: &[],
    rcpt: &[],
};
