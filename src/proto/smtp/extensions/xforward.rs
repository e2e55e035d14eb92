//! XFORWARD (Postfix XFORWARD_README).

use super::Extension;
use crate::proto::explain::Entry;

/// A content filter may hand on who the original client was.
pub const XFORWARD: Extension = Extension {
    keyword: "XFORWARD",
    note: Entry::new(
        "Postfix XFORWARD_README",
        "a content filter may hand on the original client's data, for the log; the attributes stand behind it.",
        "un filtro puede transmitir los datos del cliente original, para el registro; siguen los atributos.",
    ),
    mail: &[],
    rcpt: &[],
};
