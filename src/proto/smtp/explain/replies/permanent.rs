//! 5yz: refused for good.

use super::Answers::{Any, To};
use super::Row;
use crate::proto::explain::Entry;
use crate::proto::smtp::command::Verb;
use crate::proto::smtp::dialogue::Awaited;

/// By code; what answers something in particular stands before what answers anything.
pub(super) const ROWS: &[Row] = &[
    (
        500,
        To(Awaited::Command(Verb::Ehlo)),
        Entry::new(
            "RFC 5321 §3.2",
            "the server does not know EHLO, so it has no extensions. The client may say HELO instead.",
            "el servidor no conoce EHLO, así que no tiene extensiones. El cliente puede decir HELO en su lugar.",
        ),
    ),
    (
        500,
        Any,
        Entry::new(
            "RFC 5321 §4.2.4",
            "the server does not know this command, or the line is too long.",
            "el servidor no conoce esta orden, o la línea es demasiado larga.",
        ),
    ),
    (
        501,
        To(Awaited::Command(Verb::Auth)),
        Entry::new(
            "RFC 4954 §4",
            "the line was not proper base64, or the client gave up with *. The login is over and may begin anew.",
            "la línea no era base64 correcto, o el cliente abandonó con *. La autenticación ha terminado y puede \
             empezar de nuevo.",
        ),
    ),
    (
        501,
        To(Awaited::Command(Verb::Mail)),
        Entry::new(
            "RFC 5321 §4.1.1.2",
            "the sender's address or a parameter is not well formed.",
            "la dirección del remitente o un parámetro no está bien formado.",
        ),
    ),
    (
        501,
        To(Awaited::Command(Verb::Rcpt)),
        Entry::new(
            "RFC 5321 §4.1.1.3",
            "the recipient's address or a parameter is not well formed.",
            "la dirección del destinatario o un parámetro no está bien formado.",
        ),
    ),
    (
        501,
        Any,
        Entry::new(
            "RFC 5321 §4.2.4",
            "the command is known, but what stands behind it is wrong.",
            "la orden se conoce, pero lo que la sigue es incorrecto.",
        ),
    ),
    (
        502,
        To(Awaited::Command(Verb::Ehlo)),
        Entry::new(
            "RFC 5321 §4.1.1.1",
            "EHLO is not implemented here; the client may say HELO instead and do without extensions.",
            "EHLO no está implementado aquí; el cliente puede decir HELO y prescindir de las extensiones.",
        ),
    ),
    (
        502,
        Any,
        Entry::new(
            "RFC 5321 §4.2.4",
            "the command is known but not available on this server, or not yet on this connection.",
            "la orden se conoce, pero no está disponible en este servidor, o aún no en esta conexión.",
        ),
    ),
    (
        503,
        To(Awaited::Command(Verb::Data)),
        Entry::new(
            "RFC 5321 §3.3",
            "no message can come now: MAIL or every RCPT was refused, or was not said.",
            "ahora no cabe un mensaje: MAIL o todos los RCPT fueron rechazados, o no se dijeron.",
        ),
    ),
    (
        503,
        To(Awaited::Command(Verb::Auth)),
        Entry::new(
            "RFC 4954 §4",
            "not now: a login is allowed once, and not in the middle of a transaction.",
            "ahora no: solo cabe autenticarse una vez, y no en mitad de una transacción.",
        ),
    ),
    (
        503,
        Any,
        Entry::new(
            "RFC 5321 §4.1.4",
            "out of order: EHLO comes before MAIL, MAIL before RCPT, RCPT before DATA.",
            "fuera de orden: EHLO va antes de MAIL, MAIL antes de RCPT y RCPT antes de DATA.",
        ),
    ),
    (
        504,
        To(Awaited::Command(Verb::Auth)),
        Entry::new(
            "RFC 4954 §4",
            "the server does not have this mechanism; EHLO's answer lists those that it has.",
            "el servidor no tiene este mecanismo; la respuesta a EHLO enumera los que tiene.",
        ),
    ),
    (
        504,
        Any,
        Entry::new(
            "RFC 5321 §4.2.4",
            "a parameter of the command is not implemented here.",
            "un parámetro de la orden no está implementado aquí.",
        ),
    ),
    (
        521,
        Any,
        Entry::new(
            "RFC 7504 §3",
            "this host never takes mail. The client treats its address as one without a mail server.",
            "esta máquina nunca acepta correo. El cliente la trata como una dirección sin servidor de correo.",
        ),
    ),
    (
        523,
        Any,
        Entry::new(
            "RFC 5248",
            "encryption is needed for this: STARTTLS first.",
            "para esto hace falta cifrado: antes, STARTTLS.",
        ),
    ),
    (
        525,
        Any,
        Entry::new(
            "RFC 5248",
            "the account is disabled; no password helps until the administrator sees to it.",
            "la cuenta está desactivada; ninguna contraseña sirve hasta que intervenga el administrador.",
        ),
    ),
    (
        530,
        To(Awaited::Command(Verb::Auth)),
        Entry::new(
            "RFC 3207 §4",
            "no login in clear text: STARTTLS comes first.",
            "no hay autenticación en texto claro: antes va STARTTLS.",
        ),
    ),
    (
        530,
        Any,
        Entry::new(
            "RFC 4954 §6",
            "first log in, or first switch to TLS (the text says which): the server does this for nobody else.",
            "antes hay que autenticarse o pasar a TLS (el texto dice cuál): el servidor no lo hace para nadie más.",
        ),
    ),
    (
        534,
        Any,
        Entry::new(
            "RFC 4954 §6",
            "this mechanism is too weak for this user; a stronger one is needed.",
            "este mecanismo es demasiado débil para este usuario; hace falta uno más fuerte.",
        ),
    ),
    (
        535,
        Any,
        Entry::new(
            "RFC 4954 §6",
            "the login has failed: the user name or the password is wrong, and the server does not say which.",
            "la autenticación ha fallado: el nombre de usuario o la contraseña no son correctos, y el servidor no \
             dice cuál.",
        ),
    ),
    (
        538,
        Any,
        Entry::new(
            "RFC 4954 §6",
            "this mechanism is only for encrypted connections: STARTTLS first.",
            "este mecanismo es solo para conexiones cifradas: antes, STARTTLS.",
        ),
    ),
    (
        550,
        To(Awaited::Command(Verb::Rcpt)),
        Entry::new(
            "RFC 5321 §3.3",
            "not to this recipient: there is no such mailbox, or the server may not or will not deliver to it. The \
             other recipients are not touched.",
            "a este destinatario no: el buzón no existe, o el servidor no puede o no quiere entregar en él. A los \
             demás destinatarios no les afecta.",
        ),
    ),
    (
        550,
        To(Awaited::Command(Verb::Mail)),
        Entry::new(
            "RFC 5321 §4.2.3",
            "not from this sender: the server's policy refuses the address, its domain or this client.",
            "de este remitente no: la política del servidor rechaza la dirección, su dominio o este cliente.",
        ),
    ),
    (
        550,
        To(Awaited::Recipient),
        Entry::new(
            "draft-hall-prdr",
            "this recipient does not get the message, after a look at its content; the others may.",
            "este destinatario no recibe el mensaje, tras ver su contenido; los demás quizá sí.",
        ),
    ),
    (
        550,
        To(Awaited::EndOfData),
        Entry::new(
            "RFC 5321 §3.3",
            "the message is refused after a look at its content: spam, a virus, a failed DMARC check or another \
             policy. It is refused for all recipients.",
            "el mensaje se rechaza tras ver su contenido: spam, un virus, DMARC fallido u otra política. Vale para \
             todos los destinatarios.",
        ),
    ),
    (
        550,
        Any,
        Entry::new(
            "RFC 5321 §4.2.3",
            "refused: no such mailbox, no access to it, or a matter of policy.",
            "rechazado: no existe el buzón, no hay acceso a él, o es cuestión de política.",
        ),
    ),
    (
        551,
        Any,
        Entry::new(
            "RFC 5321 §3.4",
            "the user is not here; the text names an address that the sender may try, or may only update the address \
             book with.",
            "el usuario no está aquí; el texto nombra una dirección que el remitente puede probar o anotar en su \
             agenda.",
        ),
    ),
    (
        552,
        To(Awaited::Command(Verb::Rcpt)),
        Entry::new(
            "RFC 5321 §4.5.3.1.10",
            "an old way to say \"too many recipients\". It counts as 452: the rest goes in another transaction.",
            "una forma antigua de decir \"demasiados destinatarios\". Vale como 452: el resto va en otra \
             transacción.",
        ),
    ),
    (
        552,
        To(Awaited::Command(Verb::Mail)),
        Entry::new(
            "RFC 1870 §6",
            "the message is larger than this server ever takes, as SIZE announced; nothing has been sent in vain.",
            "el mensaje es mayor de lo que este servidor admite, según anunciaba SIZE; no se ha enviado en vano.",
        ),
    ),
    (
        552,
        To(Awaited::EndOfData),
        Entry::new(
            "RFC 5321 §4.2.3",
            "the message is too large, for the server or for the mailbox's quota.",
            "el mensaje es demasiado grande, para el servidor o para la cuota del buzón.",
        ),
    ),
    (
        552,
        Any,
        Entry::new(
            "RFC 5321 §4.2.3",
            "more storage would be needed than is allowed.",
            "haría falta más almacenamiento del permitido.",
        ),
    ),
    (
        553,
        To(Awaited::Command(Verb::Mail)),
        Entry::new(
            "RFC 5321 §4.2.3",
            "this sender's address is not allowed here: its form, or it does not belong to the user who logged in.",
            "esta dirección de remitente no se permite aquí: por su forma, o porque no es del usuario autenticado.",
        ),
    ),
    (
        553,
        Any,
        Entry::new(
            "RFC 5321 §4.2.3",
            "the mailbox's name is not allowed: its form is wrong, or the server takes no such names.",
            "el nombre del buzón no se permite: su forma es incorrecta, o el servidor no admite tales nombres.",
        ),
    ),
    (
        554,
        To(Awaited::Greeting),
        Entry::new(
            "RFC 5321 §3.1",
            "no mail service here, or not for this client. The client says QUIT and may try the next MX.",
            "aquí no hay servicio de correo, o no para este cliente. El cliente dice QUIT y puede probar el \
             siguiente MX.",
        ),
    ),
    (
        554,
        To(Awaited::Command(Verb::Data)),
        Entry::new(
            "RFC 5321 §3.3",
            "no valid recipients: after refusing every RCPT the server wants no message.",
            "no hay destinatarios válidos: tras rechazar todos los RCPT, el servidor no quiere el mensaje.",
        ),
    ),
    (
        554,
        To(Awaited::Command(Verb::Rcpt)),
        Entry::new(
            "RFC 5321 §4.2.3",
            "the transaction fails with this recipient; often \"relay access denied\": neither is the domain this \
             server's nor the client one of its users.",
            "la transacción falla con este destinatario; a menudo por reenvío denegado: ni el dominio es de este \
             servidor ni el cliente es usuario suyo.",
        ),
    ),
    (
        554,
        To(Awaited::EndOfData),
        Entry::new(
            "RFC 5321 §4.2.3",
            "the message is refused as a whole; the text may say why: content, policy, a loop.",
            "el mensaje se rechaza entero; quizá el texto diga por qué: contenido, política, un bucle.",
        ),
    ),
    (
        554,
        Any,
        Entry::new(
            "RFC 5321 §4.2.3",
            "the transaction has failed, and no finer code fits.",
            "la transacción ha fracasado y ningún código más preciso encaja.",
        ),
    ),
    (
        555,
        Any,
        Entry::new(
            "RFC 5321 §4.1.1.11",
            "the server does not know a parameter of MAIL or RCPT. Without it the command may succeed.",
            "el servidor no conoce un parámetro de MAIL o RCPT. Sin él, la orden puede tener éxito.",
        ),
    ),
    (
        556,
        Any,
        Entry::new(
            "RFC 7504 §4",
            "the recipient's domain takes no mail at all: its DNS says so (null MX), or its host does.",
            "el dominio del destinatario no acepta correo: lo dice su DNS (null MX) o su servidor.",
        ),
    ),
];
