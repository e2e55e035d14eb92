//! X.0 to X.3: addresses, mailboxes, the receiving system.

use super::Row;
use crate::proto::explain::Entry;

/// By subject and detail.
pub(super) const ROWS: &[Row] = &[
    ((0, 0), Entry::new("RFC 3463 §3.1", "nothing more precise is said.", "no se precisa más.")),
    (
        (1, 0),
        Entry::new(
            "RFC 3463 §3.2",
            "something about an address, said no more precisely.",
            "algo sobre una dirección, sin precisar más.",
        ),
    ),
    (
        (1, 1),
        Entry::new(
            "RFC 3463 §3.2",
            "the recipient's mailbox does not exist: the part before the @ is wrong.",
            "el buzón del destinatario no existe: la parte anterior a la @ es errónea.",
        ),
    ),
    (
        (1, 2),
        Entry::new(
            "RFC 3463 §3.2",
            "the recipient's domain does not exist or cannot take mail: the part behind the @ is wrong.",
            "el dominio del destinatario no existe o no puede recibir correo: la parte posterior a la @ es errónea.",
        ),
    ),
    (
        (1, 3),
        Entry::new(
            "RFC 3463 §3.2",
            "the recipient's address is not well formed.",
            "la dirección del destinatario no está bien formada.",
        ),
    ),
    (
        (1, 4),
        Entry::new(
            "RFC 3463 §3.2",
            "the recipient's address fits several mailboxes; it must be more exact.",
            "la dirección del destinatario encaja con varios buzones; debe ser más exacta.",
        ),
    ),
    (
        (1, 5),
        Entry::new("RFC 3463 §3.2", "the recipient's address is valid.", "la dirección del destinatario es válida."),
    ),
    (
        (1, 6),
        Entry::new(
            "RFC 3463 §3.2",
            "the recipient has moved and left no new address.",
            "el destinatario se ha mudado sin dejar una dirección nueva.",
        ),
    ),
    (
        (1, 7),
        Entry::new(
            "RFC 3463 §3.2",
            "the sender's address is not well formed.",
            "la dirección del remitente no está bien formada.",
        ),
    ),
    (
        (1, 8),
        Entry::new(
            "RFC 3463 §3.2",
            "the sender's domain does not exist or cannot take mail, so that no report could be sent there.",
            "el dominio del remitente no existe o no puede recibir correo, así que no cabría avisarle.",
        ),
    ),
    (
        (1, 9),
        Entry::new(
            "RFC 3886",
            "handed on to a mailer that does not send reports of this kind.",
            "entregado a un sistema que no envía avisos de esta clase.",
        ),
    ),
    (
        (1, 10),
        Entry::new(
            "RFC 7505 §4",
            "the recipient's domain says by a null MX that it takes no mail.",
            "el dominio del destinatario declara con un null MX que no recibe correo.",
        ),
    ),
    (
        (2, 0),
        Entry::new(
            "RFC 3463 §3.3",
            "something about the mailbox, said no more precisely.",
            "algo sobre el buzón, sin precisar más.",
        ),
    ),
    (
        (2, 1),
        Entry::new(
            "RFC 3463 §3.3",
            "the mailbox exists but is disabled and takes no messages.",
            "el buzón existe, pero está desactivado y no recibe mensajes.",
        ),
    ),
    (
        (2, 2),
        Entry::new("RFC 3463 §3.3", "the mailbox is full: over its quota.", "el buzón está lleno: supera su cuota."),
    ),
    (
        (2, 3),
        Entry::new(
            "RFC 3463 §3.3",
            "the message is longer than this mailbox is allowed to receive.",
            "el mensaje es más largo de lo que este buzón puede recibir.",
        ),
    ),
    (
        (2, 4),
        Entry::new(
            "RFC 3463 §3.3",
            "the address is a mailing list that could not be expanded.",
            "la dirección es una lista de correo que no se ha podido expandir.",
        ),
    ),
    (
        (3, 0),
        Entry::new(
            "RFC 3463 §3.4",
            "something about the receiving system, said no more precisely.",
            "algo sobre el sistema receptor, sin precisar más.",
        ),
    ),
    (
        (3, 1),
        Entry::new(
            "RFC 3463 §3.4",
            "the receiving system has run out of storage.",
            "el sistema receptor se ha quedado sin almacenamiento.",
        ),
    ),
    (
        (3, 2),
        Entry::new(
            "RFC 3463 §3.4",
            "the host takes no messages now: shutting down, overloaded or being maintained.",
            "la máquina no acepta mensajes ahora: cierre, sobrecarga o mantenimiento.",
        ),
    ),
    (
        (3, 3),
        Entry::new(
            "RFC 3463 §3.4",
            "the receiving system lacks a feature that the message needs.",
            "al sistema receptor le falta una función que el mensaje necesita.",
        ),
    ),
    (
        (3, 4),
        Entry::new(
            "RFC 3463 §3.4",
            "the message is larger than the system allows, whatever the mailbox.",
            "el mensaje es mayor de lo que el sistema permite, sea cual sea el buzón.",
        ),
    ),
    (
        (3, 5),
        Entry::new(
            "RFC 3463 §3.4",
            "the receiving system is wrongly configured: a matter for its administrator.",
            "el sistema receptor está mal configurado: es asunto de su administrador.",
        ),
    ),
    (
        (3, 6),
        Entry::new(
            "RFC 6710",
            "the priority that MT-PRIORITY asked for was changed.",
            "se ha cambiado la prioridad pedida con MT-PRIORITY.",
        ),
    ),
];
