//! CHUNKING (RFC 3030).

use super::Extension;
use crate::proto::explain::Entry;

/// BDAT sends the message in counted chunks instead of DATA.
pub const CHUNKING: Extension = Extension {
    keyword: "CHUNKING",
    note: Entry::new(
        "RFC 3030 §2",
        "BDAT sends the message in counted pieces instead of DATA: no final dot, no doubled dots.",
        "BDAT envía el mensaje en trozos contados en lugar de DATA: sin punto final ni puntos duplicados.",
    ),
    mail: &[],
    rcpt: &[],
};
