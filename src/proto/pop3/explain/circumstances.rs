//! Notes on what is neither command nor reply.

use crate::proto::explain::Entry;

/// A line that is no command.
pub(super) const MALFORMED: Entry = Entry::new(
    "RFC 1939 §3",
    "the line begins like a command of POP3 but does not follow its grammar; the server is expected to answer -ERR.",
    "la línea empieza como una orden de POP3, pero no sigue su gramática; se espera que el servidor responda -ERR.",
);

/// Octets that are nothing.
pub(super) const UNREADABLE: Entry = Entry::new(
    "RFC 1939 §3",
    "octets that are neither a command nor +OK or -ERR, or a line without its end or beyond any limit.",
    "octetos que no son ni una orden ni +OK o -ERR, o una línea sin final o más larga que cualquier límite.",
);

/// The first octets of a message.
pub(super) const CONTENT: Entry = Entry::new(
    "RFC 1939 §5",
    "here the message begins as the server keeps it: header fields, one empty line, then the body.",
    "aquí empieza el mensaje tal como lo guarda el servidor: campos de cabecera, una línea vacía y el cuerpo.",
);

/// What happens to dots in it.
pub(super) const STUFFING: Entry = Entry::new(
    "RFC 1939 §3",
    "a line that begins with a dot comes with one more, which the client takes off again, so that only the end is a \
     single dot.",
    "una línea que empieza por punto llega con otro delante, que el cliente quita, para que solo el final sea un punto \
     solo.",
);

/// The dot.
pub(super) const END_OF_DATA: Entry = Entry::new(
    "RFC 1939 §3",
    "a dot alone on its line: the answer of several lines ends here. Now the client may give its next command.",
    "un punto solo en su línea: aquí acaba la respuesta de varias líneas. El cliente ya puede dar otra orden.",
);
