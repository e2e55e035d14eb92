//! STARTTLS (RFC 3207).

use super::Extension;
use crate::proto::explain::Entry;

/// The connection can be switched to TLS.
pub const STARTTLS: Extension = Extension {
    keyword: "STARTTLS",
    note: Entry::new(
        "RFC 3207 §4",
        "the connection can be switched to TLS, before passwords and messages are sent.",
        "la conexión puede pasar a TLS antes de enviar contraseñas y mensajes.",
    ),
    mail: &[],
    rcpt: &[],
};
