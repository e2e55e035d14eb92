//! Notes on what a line holds beyond its verb, and on what is no line at all.

use crate::proto::explain::Entry;

/// MAIL FROM:<>.
pub(super) const NULL_PATH: Entry = Entry::new(
    "RFC 5321 §4.5.5",
    "<>: the empty return path. The message is itself a report, such as a bounce; whatever befalls it, nobody is \
     told, so that no two servers report to each other for ever.",
    "<>: la dirección de retorno vacía. El mensaje es él mismo un aviso, p. ej. de fallo; pase lo que pase no se \
     avisa a nadie, para que dos servidores no se avisen sin fin.",
);

/// RCPT TO:<Postmaster>.
pub(super) const POSTMASTER: Entry = Entry::new(
    "RFC 5321 §4.5.1",
    "<Postmaster>: the person in charge of the server, and the only recipient without a domain. Every server must \
     take mail for it.",
    "<Postmaster>: la persona responsable del servidor y el único destinatario sin dominio. Todo servidor debe \
     aceptar correo para ella.",
);

/// EHLO [192.0.2.1].
pub(super) const LITERAL: Entry = Entry::new(
    "RFC 5321 §4.1.3",
    "the name in brackets is an address literal: a client that has no domain name gives its IP address instead.",
    "el nombre entre corchetes es una dirección IP literal: la da un cliente que no tiene nombre de dominio.",
);

/// A line that is no command.
pub(super) const MALFORMED: Entry = Entry::new(
    "RFC 5321 §4.1.1",
    "the line begins like a command but does not follow its grammar; the server is expected to answer 501.",
    "la línea empieza como una orden, pero no sigue su gramática; se espera que el servidor responda 501.",
);

/// Octets that are nothing.
pub(super) const UNREADABLE: Entry = Entry::new(
    "RFC 5321 §4.5.3.1",
    "octets that are neither a command nor a reply, or a line without its end or beyond any limit.",
    "octetos que no son ni una orden ni una respuesta, o una línea sin final o más larga que cualquier límite.",
);

/// The first octets of a message.
pub(super) const CONTENT: Entry = Entry::new(
    "RFC 5322 §2.1",
    "here the message begins: header fields, one empty line, then the body. The server looks into it only to add \
     Received: and what its filters want.",
    "aquí empieza el mensaje: campos de cabecera, una línea vacía y luego el cuerpo. El servidor solo lo mira para \
     añadir Received: y para sus filtros.",
);

/// What happens to dots in it.
pub(super) const STUFFING: Entry = Entry::new(
    "RFC 5321 §4.5.2",
    "behind DATA, a line that begins with a dot is sent with one more, which the server takes off again, so that \
     only the end is a single dot. BDAT counts instead.",
    "tras DATA, una línea que empieza por punto se envía con otro delante, que el servidor quita, para que solo el \
     final sea un punto solo. BDAT cuenta octetos.",
);

/// The final dot.
pub(super) const END_OF_DATA: Entry = Entry::new(
    "RFC 5321 §4.1.1.4",
    "a line with a single dot ends the message. Now the server decides; the client waits up to ten minutes for this \
     answer, since without it nobody knows who has the message.",
    "una línea con un solo punto termina el mensaje. Ahora decide el servidor; el cliente espera hasta diez minutos, \
     pues sin respuesta nadie sabe quién tiene el mensaje.",
);

/// BDAT 0 LAST.
pub(super) const BDAT_EMPTY: Entry = Entry::new(
    "RFC 3030 §2",
    "an empty last piece: it only says that the message is complete with what came before.",
    "un último trozo vacío: solo dice que el mensaje está completo con lo anterior.",
);

/// A reply that nothing asked for.
pub(super) const UNASKED: Entry = Entry::new(
    "RFC 5321 §4.2",
    "nothing was asked that this could answer. A client that takes it for the next answer is out of step from here \
     on.",
    "nada se había preguntado a lo que esto responda. Un cliente que lo tome por la respuesta siguiente pierde el \
     compás.",
);

/// All of them.
#[cfg(test)]
pub(super) const ALL: &[Entry] =
    &[NULL_PATH, POSTMASTER, LITERAL, MALFORMED, UNREADABLE, CONTENT, STUFFING, END_OF_DATA, BDAT_EMPTY, UNASKED];
