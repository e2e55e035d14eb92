//! A note for every command.

use super::super::command::Verb;
use crate::proto::explain::Entry;

/// What a command is, why it comes now and what may follow.
pub fn of(verb: Verb) -> Entry {
    match verb {
        Verb::Ehlo => Entry::new(
            "RFC 5321 §4.1.1.1",
            "EHLO: the client says who it is and asks which extensions the server has. MAIL may follow, or STARTTLS or \
             AUTH where offered.",
            "EHLO: el cliente se presenta y pregunta qué extensiones tiene el servidor. Puede seguir MAIL, o STARTTLS o \
             AUTH si se ofrecen.",
        ),
        Verb::Quit => Entry::new(
            "RFC 5321 §4.1.1.10",
            "QUIT: the client is done. The server answers 221 and closes the connection.",
            "QUIT: el cliente ha terminado. El servidor responde 221 y cierra la conexión.",
        ),
        _ => Entry::new("RFC 5321 §4.1.1", "A command of the client.", "Una orden del cliente."),
    }
}
