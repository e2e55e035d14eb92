//! X.7: security and policy.

use super::Row;
use crate::proto::explain::Entry;

/// By subject and detail.
pub(super) const ROWS: &[Row] = &[
    (
        (7, 0),
        Entry::new(
            "RFC 3463 §3.8",
            "something about security, said no more precisely.",
            "algo sobre seguridad, sin precisar más.",
        ),
    ),
    (
        (7, 1),
        Entry::new(
            "RFC 3463 §3.8",
            "the sender is not allowed to send here: local policy, a block list, relaying, suspicion of spam.",
            "el remitente no está autorizado: política local, lista de bloqueo, reenvío, sospecha de spam.",
        ),
    ),
    (
        (7, 2),
        Entry::new(
            "RFC 3463 §3.8",
            "the sender may not write to this mailing list.",
            "el remitente no puede escribir a esta lista de correo.",
        ),
    ),
    (
        (7, 3),
        Entry::new(
            "RFC 3463 §3.8",
            "one kind of protection would have to become another, which is impossible.",
            "habría que convertir una protección en otra, lo cual es imposible.",
        ),
    ),
    (
        (7, 4),
        Entry::new(
            "RFC 3463 §3.8",
            "the message asks for protection that the server does not have.",
            "el mensaje pide una protección que el servidor no tiene.",
        ),
    ),
    (
        (7, 5),
        Entry::new(
            "RFC 3463 §3.8",
            "decryption or the check of a signature went wrong.",
            "ha fallado el descifrado o la comprobación de una firma.",
        ),
    ),
    (
        (7, 6),
        Entry::new(
            "RFC 3463 §3.8",
            "the cryptographic algorithm is not supported.",
            "el algoritmo criptográfico no se admite.",
        ),
    ),
    (
        (7, 7),
        Entry::new(
            "RFC 3463 §3.8",
            "the message has been altered or damaged on its way.",
            "el mensaje ha sido alterado o dañado en el camino.",
        ),
    ),
    (
        (7, 8),
        Entry::new(
            "RFC 4954 §6",
            "the user name or the password is wrong.",
            "el nombre de usuario o la contraseña no son correctos.",
        ),
    ),
    (
        (7, 9),
        Entry::new(
            "RFC 4954 §6",
            "the mechanism is too weak for this user.",
            "el mecanismo es demasiado débil para este usuario.",
        ),
    ),
    ((7, 10), Entry::new("RFC 5248", "the connection must be encrypted first.", "antes hay que cifrar la conexión.")),
    (
        (7, 11),
        Entry::new(
            "RFC 4954 §6",
            "this mechanism may only be used on an encrypted connection.",
            "este mecanismo solo puede usarse en una conexión cifrada.",
        ),
    ),
    (
        (7, 12),
        Entry::new(
            "RFC 4954 §6",
            "the user must log in once by a mechanism that shows the password.",
            "el usuario debe autenticarse una vez con un mecanismo que muestre la contraseña.",
        ),
    ),
    ((7, 13), Entry::new("RFC 5248", "the user's account is disabled.", "la cuenta del usuario está desactivada.")),
    (
        (7, 14),
        Entry::new(
            "RFC 5248",
            "another server would have to trust this one, and does not.",
            "otro servidor tendría que confiar en este, y no lo hace.",
        ),
    ),
    (
        (7, 15),
        Entry::new(
            "RFC 6710",
            "the message's priority is too low for now.",
            "la prioridad del mensaje es demasiado baja por ahora.",
        ),
    ),
    (
        (7, 16),
        Entry::new(
            "RFC 6710",
            "the message is too large for its priority.",
            "el mensaje es demasiado grande para su prioridad.",
        ),
    ),
    (
        (7, 17),
        Entry::new(
            "RFC 7293",
            "the mailbox now belongs to somebody else than the sender knew.",
            "el buzón es ahora de una persona distinta de la que el remitente conocía.",
        ),
    ),
    (
        (7, 18),
        Entry::new(
            "RFC 7293",
            "the recipient's domain now has another owner.",
            "el dominio del destinatario tiene ahora otro dueño.",
        ),
    ),
    (
        (7, 19),
        Entry::new(
            "RFC 7293",
            "the server cannot tell whether the mailbox still has the same owner.",
            "el servidor no puede saber si el buzón sigue siendo del mismo dueño.",
        ),
    ),
    (
        (7, 20),
        Entry::new(
            "RFC 7372 §3.1",
            "no DKIM signature passes, and the server asks for one.",
            "ninguna firma DKIM se verifica, y el servidor exige una.",
        ),
    ),
    (
        (7, 21),
        Entry::new(
            "RFC 7372 §3.1",
            "there is a DKIM signature that passes, but none that the server finds acceptable.",
            "alguna firma DKIM se verifica, pero ninguna que el servidor considere aceptable.",
        ),
    ),
    (
        (7, 22),
        Entry::new(
            "RFC 7372 §3.1",
            "no DKIM signature that passes is from the domain in From:.",
            "ninguna firma DKIM verificada es del dominio de From:.",
        ),
    ),
    (
        (7, 23),
        Entry::new(
            "RFC 7372 §3.2",
            "SPF: this client may not send for the sender's domain.",
            "SPF: este cliente no puede enviar en nombre del dominio del remitente.",
        ),
    ),
    (
        (7, 24),
        Entry::new(
            "RFC 7372 §3.2",
            "SPF could not be evaluated: the record is wrong, or the DNS failed.",
            "SPF no se ha podido evaluar: el registro es erróneo o el DNS ha fallado.",
        ),
    ),
    (
        (7, 25),
        Entry::new(
            "RFC 7372 §3.3",
            "the client's IP address has no name in the DNS that leads back to it.",
            "la dirección IP del cliente no tiene en el DNS un nombre que lleve de vuelta a ella.",
        ),
    ),
    (
        (7, 26),
        Entry::new(
            "RFC 7372 §3.4",
            "several checks of the message's origin failed (SPF, DKIM, DMARC).",
            "han fallado varias comprobaciones del origen del mensaje (SPF, DKIM, DMARC).",
        ),
    ),
    (
        (7, 27),
        Entry::new(
            "RFC 7505 §4.2",
            "the sender's domain says by a null MX that it takes no mail, so that nobody could answer.",
            "el dominio del remitente declara con un null MX que no recibe correo: nadie podría contestar.",
        ),
    ),
    (
        (7, 28),
        Entry::new(
            "IANA",
            "the message is part of a flood of similar ones: too many, too fast.",
            "el mensaje forma parte de una avalancha de otros parecidos: demasiados y demasiado deprisa.",
        ),
    ),
    (
        (7, 29),
        Entry::new(
            "RFC 8617",
            "the chain of ARC seals, by which forwarders vouch for the message, is broken.",
            "la cadena de sellos ARC, con que los reenviadores avalan el mensaje, está rota.",
        ),
    ),
    (
        (7, 30),
        Entry::new(
            "RFC 8689",
            "the message demands REQUIRETLS, and it cannot be kept on the way onward.",
            "el mensaje exige REQUIRETLS, y no puede garantizarse en el camino que sigue.",
        ),
    ),
];
