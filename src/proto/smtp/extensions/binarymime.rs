//! BINARYMIME (RFC 3030).

use super::Extension;
use crate::proto::explain::Entry;

/// Bodies may be any octets; `BODY` says so, as 8BITMIME has it.
pub const BINARYMIME: Extension = Extension {
    keyword: "BINARYMIME",
    note: Entry::new(
        "RFC 3030 §3",
        "bodies may hold any octets at all, without lines; only together with BDAT.",
        "los cuerpos pueden llevar cualquier octeto, sin líneas; solo junto con BDAT.",
    ),
    mail: &[],
    rcpt: &[],
};
