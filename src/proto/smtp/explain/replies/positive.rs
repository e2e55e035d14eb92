//! 2yz and 3yz: done, and go on.

use super::Answers::{Any, To};
use super::Row;
use crate::proto::explain::Entry;
use crate::proto::smtp::command::Verb;
use crate::proto::smtp::dialogue::Awaited;

/// By code; what answers something in particular stands before what answers anything.
pub(super) const ROWS: &[Row] = &[
    (
        211,
        Any,
        Entry::new(
            "RFC 5321 §4.2.3",
            "system status or help, for a person to read.",
            "estado del sistema o ayuda, para que lo lea una persona.",
        ),
    ),
    (
        214,
        Any,
        Entry::new(
            "RFC 5321 §4.2.3",
            "help in words, for a person; no program acts on it.",
            "ayuda en palabras, para una persona; ningún programa actúa según ella.",
        ),
    ),
    (
        220,
        To(Awaited::Greeting),
        Entry::new(
            "RFC 5321 §3.1",
            "the greeting: the server says its name and is ready. The client says nothing before it; EHLO or HELO \
             follows.",
            "el saludo: el servidor dice su nombre y está listo. Antes el cliente no dice nada; sigue EHLO o HELO.",
        ),
    ),
    (
        220,
        To(Awaited::Command(Verb::StartTls)),
        Entry::new(
            "RFC 3207 §4",
            "go ahead: the very next octets are the TLS handshake. Clear text behind this line would be an attack.",
            "adelante: los octetos siguientes son ya la negociación de TLS. Texto claro tras esta línea sería un \
             ataque.",
        ),
    ),
    (220, Any, Entry::new("RFC 5321 §4.2.3", "the service is ready.", "el servicio está listo.")),
    (
        221,
        To(Awaited::Command(Verb::Quit)),
        Entry::new(
            "RFC 5321 §4.1.1.10",
            "goodbye: the server closes the connection. Messages that it answered with 250 are its own business now.",
            "adiós: el servidor cierra la conexión. Los mensajes a los que respondió 250 ya son cosa suya.",
        ),
    ),
    (221, Any, Entry::new("RFC 5321 §4.2.3", "the server closes the connection.", "el servidor cierra la conexión.")),
    (
        235,
        Any,
        Entry::new(
            "RFC 4954 §6",
            "the login has succeeded; MAIL may follow. The server may now do what it refuses to strangers, such as \
             relaying to other domains.",
            "la autenticación ha tenido éxito; puede seguir MAIL. El servidor ya puede hacer lo que niega a \
             desconocidos, como reenviar a otros dominios.",
        ),
    ),
    (
        250,
        To(Awaited::Command(Verb::Ehlo)),
        Entry::new(
            "RFC 5321 §4.1.1.1",
            "first the server's name, then one extension a line. A hyphen behind the code says that more lines \
             follow; the last one has a space.",
            "primero el nombre del servidor y luego una extensión por línea. Un guion tras el código indica que \
             siguen más líneas; la última lleva un espacio.",
        ),
    ),
    (
        250,
        To(Awaited::Command(Verb::Helo)),
        Entry::new(
            "RFC 5321 §4.1.1.1",
            "the server's name and nothing else: HELO asks for no extensions. MAIL follows.",
            "el nombre del servidor y nada más: HELO no pide extensiones. Sigue MAIL.",
        ),
    ),
    (
        250,
        To(Awaited::Command(Verb::Mail)),
        Entry::new(
            "RFC 5321 §3.3",
            "the sender is taken and a transaction is open; that need not mean that it was checked. RCPT follows.",
            "remitente aceptado y transacción abierta, lo que no implica que se haya comprobado. Sigue RCPT.",
        ),
    ),
    (
        250,
        To(Awaited::Command(Verb::Rcpt)),
        Entry::new(
            "RFC 5321 §3.3",
            "this recipient is taken; it binds the server only once the final dot is answered. More RCPT may follow, \
             or DATA or BDAT.",
            "destinatario aceptado; solo compromete al servidor cuando responda al punto final. Pueden seguir más \
             RCPT, o bien DATA o BDAT.",
        ),
    ),
    (
        250,
        To(Awaited::EndOfData),
        Entry::new(
            "RFC 5321 §4.2.5",
            "the message is accepted: from now on the server must deliver it or tell the sender, and the client may \
             forget it. Another MAIL may follow, or QUIT.",
            "mensaje aceptado: desde ahora el servidor debe entregarlo o avisar al remitente, y el cliente puede \
             olvidarlo. Puede seguir otro MAIL, o QUIT.",
        ),
    ),
    (
        250,
        To(Awaited::Command(Verb::Bdat)),
        Entry::new(
            "RFC 3030 §2",
            "this piece has arrived; the next BDAT may follow. Only the answer to the one with LAST takes the \
             message over.",
            "este trozo ha llegado; puede seguir otro BDAT. Solo la respuesta al que lleva LAST acepta el mensaje.",
        ),
    ),
    (
        250,
        To(Awaited::LastChunk),
        Entry::new(
            "RFC 3030 §2",
            "the last piece has arrived and the message is accepted: from now on the server must deliver it or tell \
             the sender. Another MAIL may follow, or QUIT.",
            "ha llegado el último trozo y el mensaje queda aceptado: desde ahora el servidor debe entregarlo o \
             avisar al remitente. Puede seguir otro MAIL, o QUIT.",
        ),
    ),
    (
        250,
        To(Awaited::Command(Verb::Rset)),
        Entry::new(
            "RFC 5321 §4.1.1.5",
            "the transaction is dropped; MAIL may begin another one.",
            "la transacción queda abandonada; MAIL puede empezar otra.",
        ),
    ),
    (
        250,
        To(Awaited::Command(Verb::Noop)),
        Entry::new(
            "RFC 5321 §4.1.1.9",
            "the server is there, and nothing has changed.",
            "el servidor sigue ahí y nada ha cambiado.",
        ),
    ),
    (
        250,
        To(Awaited::Command(Verb::Vrfy)),
        Entry::new("RFC 5321 §3.5", "the mailbox exists; the text names it.", "el buzón existe; el texto lo nombra."),
    ),
    (
        250,
        To(Awaited::Command(Verb::Expn)),
        Entry::new(
            "RFC 5321 §3.5.1",
            "the members of the list, one a line.",
            "los miembros de la lista, uno por línea.",
        ),
    ),
    (250, Any, Entry::new("RFC 5321 §4.2.3", "done as was asked.", "hecho, como se pedía.")),
    (
        251,
        To(Awaited::Command(Verb::Rcpt)),
        Entry::new(
            "RFC 5321 §3.4",
            "the user has moved, but the server takes the message and forwards it to the address that it names.",
            "el usuario se ha mudado, pero el servidor acepta el mensaje y lo reenvía a la dirección que nombra.",
        ),
    ),
    (
        251,
        To(Awaited::Command(Verb::Vrfy)),
        Entry::new(
            "RFC 5321 §3.5.3",
            "the user is not here; the server would forward a message to the address that it names.",
            "el usuario no está aquí; el servidor reenviaría un mensaje a la dirección que nombra.",
        ),
    ),
    (
        251,
        To(Awaited::Command(Verb::Other)),
        Entry::new(
            "RFC 1985 §5",
            "to ETRN: no messages wait for that node.",
            "a ETRN: no hay mensajes en espera para ese nodo.",
        ),
    ),
    (
        251,
        Any,
        Entry::new(
            "RFC 5321 §4.2.3",
            "not a user of this server, which will see to the forwarding.",
            "no es usuario de este servidor, que se encarga del reenvío.",
        ),
    ),
    (
        252,
        To(Awaited::Command(Verb::Vrfy)),
        Entry::new(
            "RFC 5321 §3.5.3",
            "neither yes nor no: the server does not tell whether the user exists, but would take a message and try.",
            "ni sí ni no: el servidor no dice si el usuario existe, pero aceptaría un mensaje e intentaría \
             entregarlo.",
        ),
    ),
    (
        252,
        To(Awaited::Command(Verb::Other)),
        Entry::new(
            "RFC 1985 §5",
            "to ETRN: what waits for that node begins to be sent.",
            "a ETRN: empieza el envío de lo que espera para ese nodo.",
        ),
    ),
    (
        252,
        Any,
        Entry::new(
            "RFC 5321 §4.2.3",
            "the user cannot be verified, but the server will take the message and try.",
            "el usuario no se puede verificar, pero el servidor acepta el mensaje y lo intentará.",
        ),
    ),
    (
        253,
        Any,
        Entry::new(
            "RFC 1985 §5",
            "to ETRN: so many messages wait for that node and begin to be sent.",
            "a ETRN: tantos mensajes esperan para ese nodo y empieza su envío.",
        ),
    ),
    (
        334,
        Any,
        Entry::new(
            "RFC 4954 §4",
            "go on: the server's next step in the login, in base64. The client answers with one line of base64, or \
             with * to give up.",
            "continúe: el paso siguiente del servidor en la autenticación, en base64. El cliente responde con una \
             línea en base64, o con * para abandonar.",
        ),
    ),
    (
        250,
        To(Awaited::Recipient),
        Entry::new(
            "draft-hall-prdr",
            "this recipient may have the message; it counts once the reply for the whole message says so too.",
            "este destinatario puede recibir el mensaje; vale cuando lo confirme la respuesta por el mensaje entero.",
        ),
    ),
    (
        353,
        Any,
        Entry::new(
            "draft-hall-prdr",
            "behind the final dot: one reply for each recipient follows, and then one for the message.",
            "tras el punto final: sigue una respuesta por destinatario y después una por el mensaje.",
        ),
    ),
    (
        354,
        Any,
        Entry::new(
            "RFC 5321 §4.1.1.4",
            "send the message now, header and body. Only a line with a single dot ends it; commands are not \
             understood until then.",
            "envíe ahora el mensaje, cabecera y cuerpo. Solo lo termina una línea con un único punto; hasta entonces \
             no se entienden órdenes.",
        ),
    ),
];
