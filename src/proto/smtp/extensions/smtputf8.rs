//! SMTPUTF8 (RFC 6531).

use super::Extension;
use crate::proto::explain::Entry;

/// Addresses and header fields may be UTF-8.
pub const SMTPUTF8: Extension = Extension {
    keyword: "SMTPUTF8",
    note: Entry::new(
        "RFC 6531 §3",
        "addresses and header fields may be UTF-8, so that ñandú@example.org can have mail.",
        "las direcciones y la cabecera pueden ir en UTF-8, para que ñandú@example.org pueda tener correo.",
    ),
    mail: &["SMTPUTF8"],
    rcpt: &[],
};
