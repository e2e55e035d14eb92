//! Response codes of extensions, and of older and private protocols.

use super::super::{Row, row};

/// By name.
pub(super) const EXTENSIONS: &[Row] = &[
    row(
        "UNSEEN",
        "RFC 3501 §7.1",
        "the number of the first message without \\Seen.",
        "el número del primer mensaje sin \\Seen.",
    ),
    row(
        "NEWNAME",
        "RFC 2060 §7.1",
        "the mailbox was renamed to this; no RFC has it any more.",
        "el buzón cambió a este nombre; ya no está en ningún RFC.",
    ),
    row(
        "REFERRAL",
        "RFC 2221 §4.1",
        "what is wanted is on another server; the URL says where.",
        "lo pedido está en otro servidor; el URL dice dónde.",
    ),
    row(
        "UNKNOWN-LITERAL",
        "RFC 3516 §4.3",
        "a literal8 cannot be stored here.",
        "aquí no puede guardarse un literal8.",
    ),
    row("BADURL", "RFC 4469 §4.1", "CATENATE could not resolve this URL.", "CATENATE no pudo resolver este URL."),
    row(
        "TOOBIG",
        "RFC 4469 §4.2",
        "the message would be larger than the server takes.",
        "el mensaje sería mayor de lo que admite el servidor.",
    ),
    row(
        "URLMECH",
        "RFC 4467 §8",
        "by which mechanisms URLs are authorised.",
        "con qué mecanismos se autorizan los URL.",
    ),
    row(
        "HIGHESTMODSEQ",
        "RFC 7162 §3.1.2.1",
        "the number of the last change in the mailbox.",
        "el número del último cambio en el buzón.",
    ),
    row(
        "NOMODSEQ",
        "RFC 7162 §3.1.2.2",
        "this mailbox does not number its changes: CONDSTORE does not work in it.",
        "este buzón no numera sus cambios: CONDSTORE no funciona en él.",
    ),
    row(
        "MODIFIED",
        "RFC 7162 §3.1.3",
        "these were not stored: somebody else had changed them.",
        "estos no se guardaron: otro los había cambiado.",
    ),
    row("COMPRESSIONACTIVE", "RFC 4978 §3", "the connection is compressed already.", "la conexión ya está comprimida."),
    row(
        "NOTSAVED",
        "RFC 5182 §2.1",
        "the result of the search was not kept; $ is empty.",
        "el resultado de la búsqueda no se guardó; $ está vacío.",
    ),
    row(
        "NOUPDATE",
        "RFC 5267 §4.3.1",
        "the server will not keep that search up to date.",
        "el servidor no mantendrá al día esa búsqueda.",
    ),
    row(
        "ANNOTATE",
        "RFC 5257 §5.3",
        "the annotation is too big, or there are too many.",
        "la anotación es demasiado grande, o hay demasiadas.",
    ),
    row(
        "ANNOTATIONS",
        "RFC 5257 §5.3",
        "how large annotations may be here.",
        "cuán grandes pueden ser aquí las anotaciones.",
    ),
    row(
        "MAXCONVERTMESSAGES",
        "RFC 5259 §10",
        "too many messages to convert at once.",
        "demasiados mensajes para convertir de una vez.",
    ),
    row(
        "MAXCONVERTPARTS",
        "RFC 5259 §10",
        "too many parts to convert at once.",
        "demasiadas partes para convertir de una vez.",
    ),
    row("TEMPFAIL", "RFC 5259 §10", "converting failed for now.", "la conversión falló por ahora."),
    row(
        "BADPARAMETERS",
        "RFC 5259 §10",
        "the conversion does not know these parameters.",
        "la conversión no conoce esos parámetros.",
    ),
    row(
        "METADATA",
        "RFC 5464 §4.2.1",
        "entries that were too long to be told, or why one cannot be set.",
        "entradas demasiado largas para darlas, o por qué una no puede fijarse.",
    ),
    row(
        "BADEVENT",
        "RFC 5465 §5.2",
        "NOTIFY does not know this event; those that it knows follow.",
        "NOTIFY no conoce ese suceso; siguen los que conoce.",
    ),
    row(
        "NOTIFICATIONOVERFLOW",
        "RFC 5465 §5.8",
        "too many events: the server tells no more of them; ask by hand.",
        "demasiados sucesos: el servidor deja de avisar; hay que preguntar.",
    ),
    row("UNDEFINED-FILTER", "RFC 5466 §3.1", "there is no filter of that name.", "no hay filtro con ese nombre."),
    row("USEATTR", "RFC 6154 §3", "the mailbox cannot have that special use.", "el buzón no puede tener ese cometido."),
    row(
        "MAILBOXID",
        "RFC 8474 §4.1",
        "the mailbox's identifier, which stays when it is renamed.",
        "el identificador del buzón, que se conserva si cambia de nombre.",
    ),
    row(
        "INPROGRESS",
        "RFC 9585 §3",
        "how far the command with this tag has come, and of how much.",
        "cuánto lleva la orden con esta etiqueta, y de cuánto.",
    ),
    row(
        "UIDREQUIRED",
        "RFC 9586 §3",
        "this connection uses UIDs alone: the command needs UID before it.",
        "esta conexión usa solo UID: la orden necesita UID delante.",
    ),
    row(
        "MESSAGELIMIT",
        "RFC 9738 §3.1",
        "the command stopped at the server's limit; the UID says where to go on.",
        "la orden paró en el límite del servidor; el UID dice dónde seguir.",
    ),
    row(
        "DOWNGRADED",
        "RFC 6858 §3.2",
        "a message with UTF-8 in its header was changed for a client that does not understand that.",
        "un mensaje con UTF-8 en la cabecera se cambió para un cliente que no lo entiende.",
    ),
    row(
        "THROTTLED",
        "Google IMAP extensions",
        "Gmail makes this account wait: too many commands or octets.",
        "Gmail hace esperar a esta cuenta: demasiadas órdenes u octetos.",
    ),
    row(
        "WEBALERT",
        "Google IMAP extensions",
        "the user must first confirm the login on a web page.",
        "el usuario debe confirmar antes el acceso en una página web.",
    ),
];
