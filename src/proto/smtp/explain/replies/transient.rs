//! 4yz: not now.

use super::Answers::{Any, To};
use super::Row;
use crate::proto::explain::Entry;
use crate::proto::smtp::command::Verb;
use crate::proto::smtp::dialogue::Awaited;

/// By code; what answers something in particular stands before what answers anything.
pub(super) const ROWS: &[Row] = &[
    (
        421,
        To(Awaited::Greeting),
        Entry::new(
            "RFC 5321 §3.1",
            "the server takes no mail just now, often because it has too many connections. Try later, or the next \
             MX.",
            "el servidor no acepta correo ahora, a menudo por exceso de conexiones. Reintentar más tarde o con el \
             siguiente MX.",
        ),
    ),
    (
        421,
        To(Awaited::EndOfData),
        Entry::new(
            "RFC 5321 §4.2.5",
            "the server must stop and has not taken the message. The client keeps it and tries again later.",
            "el servidor tiene que parar y no ha aceptado el mensaje. El cliente lo conserva y lo reintenta más \
             tarde.",
        ),
    ),
    (
        421,
        Any,
        Entry::new(
            "RFC 5321 §3.8",
            "the server must stop and closes the connection, whatever was asked. Everything may be tried again \
             later.",
            "el servidor tiene que parar y cierra la conexión, se pidiera lo que se pidiera. Todo se puede \
             reintentar más tarde.",
        ),
    ),
    (
        432,
        Any,
        Entry::new(
            "RFC 4954 §6",
            "the account needs a transition: one login by another mechanism that shows the password (over TLS), so \
             that the server can store what this one needs.",
            "la cuenta necesita una transición: autenticarse una vez con otro mecanismo que muestre la contraseña \
             (sobre TLS), para que el servidor guarde lo que este precisa.",
        ),
    ),
    (
        450,
        To(Awaited::Command(Verb::Rcpt)),
        Entry::new(
            "RFC 5321 §4.2.3",
            "this mailbox cannot be had now: busy, locked, or the server lets strangers wait first (greylisting). \
             Try again after some minutes.",
            "este buzón no está disponible ahora: ocupado, bloqueado, o el servidor hace esperar primero a los \
             desconocidos (listas grises). Reintentar en unos minutos.",
        ),
    ),
    (
        450,
        To(Awaited::Command(Verb::Mail)),
        Entry::new(
            "RFC 5321 §4.2.3",
            "not from this sender now: its domain cannot be looked up, or it sends too much. Try again later.",
            "ahora no de este remitente: su dominio no se puede consultar, o envía demasiado. Reintentar más tarde.",
        ),
    ),
    (
        450,
        Any,
        Entry::new(
            "RFC 5321 §4.2.3",
            "not done, because a mailbox cannot be had now. Try again later.",
            "no hecho, porque un buzón no está disponible ahora. Reintentar más tarde.",
        ),
    ),
    (
        451,
        To(Awaited::Command(Verb::Rcpt)),
        Entry::new(
            "RFC 5321 §4.2.3",
            "the server has a problem of its own with this recipient, or greets strangers so (greylisting). Try \
             again after some minutes.",
            "el servidor tiene un problema propio con este destinatario, o recibe así a los desconocidos (listas \
             grises). Reintentar en unos minutos.",
        ),
    ),
    (
        450,
        To(Awaited::Recipient),
        Entry::new(
            "draft-hall-prdr",
            "this recipient does not get the message now; the client tries again for them alone.",
            "este destinatario no recibe ahora el mensaje; el cliente lo reintenta solo para él.",
        ),
    ),
    (
        451,
        To(Awaited::EndOfData),
        Entry::new(
            "RFC 5321 §4.2.5",
            "the message was not taken: an error in the server's own processing, or a filter that wants to see it \
             again. The client keeps it and tries later.",
            "el mensaje no se ha aceptado: un error interno del servidor, o un filtro que quiere verlo otra vez. El \
             cliente lo conserva y lo reintenta.",
        ),
    ),
    (
        451,
        Any,
        Entry::new(
            "RFC 5321 §4.2.3",
            "given up because of an error on the server's side. Try again later.",
            "abandonado por un error del lado del servidor. Reintentar más tarde.",
        ),
    ),
    (
        452,
        To(Awaited::Command(Verb::Rcpt)),
        Entry::new(
            "RFC 5321 §4.5.3.1.10",
            "too many recipients for one transaction, or no room: send to those that were taken, and to the rest in \
             another transaction.",
            "demasiados destinatarios para una transacción, o falta espacio: enviar a los ya aceptados, y al resto \
             en otra transacción.",
        ),
    ),
    (
        452,
        To(Awaited::Command(Verb::Mail)),
        Entry::new(
            "RFC 1870 §6",
            "no room for a message of that size now. Try again later.",
            "ahora no hay espacio para un mensaje de ese tamaño. Reintentar más tarde.",
        ),
    ),
    (
        452,
        Any,
        Entry::new(
            "RFC 5321 §4.2.3",
            "the server's storage does not suffice now. Try again later.",
            "el almacenamiento del servidor no basta ahora. Reintentar más tarde.",
        ),
    ),
    (
        453,
        Any,
        Entry::new(
            "RFC 2645 §5.2.1",
            "to ATRN: no mail waits for these domains.",
            "a ATRN: no hay correo en espera para esos dominios.",
        ),
    ),
    (
        454,
        To(Awaited::Command(Verb::StartTls)),
        Entry::new(
            "RFC 3207 §4",
            "TLS is not to be had just now. Whoever needs it ends here; a password is not for clear text.",
            "TLS no está disponible ahora. Quien lo necesite termina aquí; una contraseña no se envía en texto \
             claro.",
        ),
    ),
    (
        454,
        To(Awaited::Command(Verb::Auth)),
        Entry::new(
            "RFC 4954 §6",
            "the server could not check the login now, its directory being out of reach, say. Nothing is wrong with \
             the password; try again later.",
            "el servidor no ha podido comprobar la autenticación ahora, p. ej. por no alcanzar su directorio. Nada \
             se dice de la contraseña; reintentar.",
        ),
    ),
    (
        454,
        Any,
        Entry::new(
            "IANA",
            "refused for now, for a reason of security or policy. Try again later.",
            "rechazado por ahora por un motivo de seguridad o de política. Reintentar más tarde.",
        ),
    ),
    (
        455,
        Any,
        Entry::new(
            "RFC 5321 §4.1.1.11",
            "a parameter of MAIL or RCPT cannot be honoured just now. Try later, or without it.",
            "un parámetro de MAIL o RCPT no se puede atender ahora. Reintentar más tarde, o sin él.",
        ),
    ),
    (
        458,
        Any,
        Entry::new(
            "RFC 1985 §5",
            "to ETRN: messages for that node cannot be queued now.",
            "a ETRN: ahora no se pueden encolar mensajes para ese nodo.",
        ),
    ),
    (
        459,
        Any,
        Entry::new(
            "RFC 1985 §5",
            "to ETRN: this node is not allowed, for the reason that the text names.",
            "a ETRN: ese nodo no está permitido, por la razón que da el texto.",
        ),
    ),
];
