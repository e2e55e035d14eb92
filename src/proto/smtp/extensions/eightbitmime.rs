//! 8BITMIME (RFC 6152).

use super::Extension;
use crate::proto::explain::Entry;

/// Message bodies may hold octets above 127.
pub const EIGHTBITMIME: Extension = Extension {
    keyword: "8BITMIME",
    note: Entry::new(
        "RFC 6152 §2",
        "message bodies may hold octets above 127; MAIL announces it by BODY=8BITMIME.",
        "los cuerpos pueden llevar octetos mayores que 127; MAIL lo anuncia con BODY=8BITMIME.",
    ),
    mail: &["BODY"],
    rcpt: &[],
};
