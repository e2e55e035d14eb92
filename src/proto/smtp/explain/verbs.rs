//! A note for every command, and for verbs that extensions bring along.

use super::super::command::Verb;
use crate::proto::explain::Entry;

/// What a command is, why it comes now and what may follow.
pub(super) fn of(verb: Verb) -> &'static Entry {
    match verb {
        Verb::Ehlo => &EHLO,
        Verb::Helo => &HELO,
        Verb::Mail => &MAIL,
        Verb::Rcpt => &RCPT,
        Verb::Data => &DATA,
        Verb::Rset => &RSET,
        Verb::Vrfy => &VRFY,
        Verb::Expn => &EXPN,
        Verb::Help => &HELP,
        Verb::Lhlo => &LHLO,
        Verb::Noop => &NOOP,
        Verb::Quit => &QUIT,
        Verb::StartTls => &STARTTLS,
        Verb::Auth => &AUTH,
        Verb::Bdat => &BDAT,
        Verb::Other => &OTHER,
    }
}

/// The note on a verb that has no grammar here, if it is known at all.
pub(super) fn of_word(word: &str) -> Option<&'static Entry> {
    WORDS.iter().find(|(verb, _)| verb.eq_ignore_ascii_case(word)).map(|(_, note)| note)
}

const EHLO: Entry = Entry::new(
    "RFC 5321 §4.1.1.1",
    "the client says its name and asks which extensions the server has: the first command, and the first again \
     behind STARTTLS. MAIL follows, or STARTTLS or AUTH where offered.",
    "el cliente dice su nombre y pregunta qué extensiones tiene el servidor: es la primera orden, también tras \
     STARTTLS. Sigue MAIL, o bien STARTTLS o AUTH si se ofrecen.",
);

const HELO: Entry = Entry::new(
    "RFC 5321 §4.1.1.1",
    "the greeting from before extensions (1982): the client says its name and asks for none, so there is no \
     STARTTLS, no AUTH, no SIZE. MAIL follows.",
    "el saludo de 1982, anterior a las extensiones: el cliente dice su nombre y no pide ninguna, así que no hay \
     STARTTLS, AUTH ni SIZE. Sigue MAIL.",
);

const LHLO: Entry = Entry::new(
    "RFC 2033 §4.1",
    "the EHLO of LMTP: this server delivers into mailboxes and will answer for each recipient apart behind the final \
     dot. MAIL follows.",
    "el EHLO de LMTP: este servidor entrega en buzones y, tras el punto final, responderá por cada destinatario por \
     separado. Sigue MAIL.",
);

const MAIL: Entry = Entry::new(
    "RFC 5321 §4.1.1.2",
    "opens a transaction. The address is the envelope's return path, where a failure would be reported; it need not \
     equal From: in the header. RCPT follows.",
    "abre una transacción. La dirección es la del remitente en el sobre, adonde iría un aviso de fallo; no tiene por \
     qué ser la de From: en la cabecera. Sigue RCPT.",
);

const RCPT: Entry = Entry::new(
    "RFC 5321 §4.1.1.3",
    "names one recipient of the envelope and is said once for each; To: and Cc: in the header decide nothing. More \
     RCPT may follow, or DATA or BDAT.",
    "nombra a un destinatario del sobre, uno en cada RCPT; To: y Cc: en la cabecera no deciden nada. Pueden seguir \
     más RCPT, o bien DATA o BDAT.",
);

const DATA: Entry = Entry::new(
    "RFC 5321 §4.1.1.4",
    "the envelope is complete; the client asks to send the message itself. It waits for 354 first, and ends the \
     message with a line that holds a single dot.",
    "el sobre está completo y el cliente pide enviar el mensaje. Antes espera un 354, y lo termina con una línea que \
     solo contiene un punto.",
);

const RSET: Entry = Entry::new(
    "RFC 5321 §4.1.1.5",
    "drops the transaction with its sender and recipients. The connection stays, and so do TLS and the login; MAIL \
     may begin anew.",
    "abandona la transacción, con su remitente y sus destinatarios. La conexión, TLS y la autenticación se \
     conservan; MAIL puede empezar otra.",
);

const VRFY: Entry = Entry::new(
    "RFC 5321 §4.1.1.6",
    "asks whether a mailbox exists. Most servers answer 252, which is neither yes nor no, so that nobody can collect \
     addresses.",
    "pregunta si existe un buzón. La mayoría de los servidores responde 252, que no es ni sí ni no, para que nadie \
     pueda recolectar direcciones.",
);

const EXPN: Entry = Entry::new(
    "RFC 5321 §4.1.1.7",
    "asks for the members of a mailing list. Hardly any server still tells them to strangers.",
    "pregunta por los miembros de una lista de correo. Casi ningún servidor los revela ya a desconocidos.",
);

const HELP: Entry = Entry::new(
    "RFC 5321 §4.1.1.8",
    "asks for help in words, for a person at the keyboard; it changes nothing.",
    "pide ayuda en palabras, para una persona ante el teclado; no cambia nada.",
);

const NOOP: Entry = Entry::new(
    "RFC 5321 §4.1.1.9",
    "does nothing and expects 250: a sign of life that keeps the connection open. A transaction goes on as it was.",
    "no hace nada y espera un 250: una señal de vida que mantiene abierta la conexión. La transacción sigue como \
     estaba.",
);

const QUIT: Entry = Entry::new(
    "RFC 5321 §4.1.1.10",
    "the client is done. The server answers 221 and closes; what it has taken over by then stays taken over.",
    "el cliente ha terminado. El servidor responde 221 y cierra; los mensajes que ya aceptó siguen siendo cosa suya.",
);

const STARTTLS: Entry = Entry::new(
    "RFC 3207 §4",
    "asks to go over to TLS on this same connection. Behind the 220 comes the TLS handshake, then EHLO again: \
     nothing learnt in clear text counts any more.",
    "pide pasar a TLS en esta misma conexión. Tras el 220 viene la negociación de TLS y otra vez EHLO: nada de lo \
     aprendido en texto claro sigue valiendo.",
);

const AUTH: Entry = Entry::new(
    "RFC 4954 §4",
    "the client logs in by the SASL mechanism that it names, outside of any transaction. 334 asks for the next step, \
     235 ends it well; * on a line gives up.",
    "el cliente se autentica con el mecanismo SASL que nombra, fuera de toda transacción. 334 pide el paso siguiente \
     y 235 lo da por bueno; una línea con * lo cancela.",
);

const BDAT: Entry = Entry::new(
    "RFC 3030 §2",
    "sends a piece of the message, counted in octets: no 354, no final dot, no doubled dots. Each piece is answered; \
     LAST marks the final one.",
    "envía un trozo del mensaje, contado en octetos: sin 354, sin punto final, sin puntos duplicados. Cada trozo \
     recibe respuesta; LAST marca el último.",
);

const OTHER: Entry = Entry::new(
    "RFC 5321 §4.1.1",
    "no command of SMTP nor of an extension that is known here. A server that does not know it either answers 500.",
    "no es una orden de SMTP ni de una extensión conocida aquí. Un servidor que tampoco la conozca responde 500.",
);

/// Verbs of extensions that this house does not speak, and of history.
pub(super) const WORDS: &[(&str, Entry)] = &[
    (
        "TURN",
        Entry::new(
            "RFC 5321 §F.1",
            "asked the server to change roles and send its mail for the caller. Withdrawn: without a login, anybody \
             could fetch another's mail; ETRN and ATRN took its place.",
            "pedía al servidor cambiar los papeles y entregar el correo de quien llama. Retirada: sin autenticación, \
             cualquiera se llevaba el correo ajeno; la sustituyen ETRN y ATRN.",
        ),
    ),
    (
        "ETRN",
        Entry::new(
            "RFC 1985 §5",
            "asks the server to start sending what waits for a host or domain, over a new connection to it: for \
             hosts that are not always online.",
            "pide al servidor que empiece a enviar lo que espera para una máquina o un dominio, por una conexión \
             nueva: para máquinas que no siempre están en línea.",
        ),
    ),
    (
        "ATRN",
        Entry::new(
            "RFC 2645 §5.2.1",
            "after a login, client and server change roles on this connection, so that mail that waits can be \
             fetched from a changing address.",
            "tras autenticarse, cliente y servidor intercambian papeles en esta conexión, para recoger el correo en \
             espera desde una dirección cambiante.",
        ),
    ),
    (
        "SEND",
        Entry::new(
            "RFC 821 §3.4",
            "like MAIL, but the text was to appear on the user's terminal. No longer in SMTP.",
            "como MAIL, pero el texto debía aparecer en el terminal del usuario. Ya no forma parte de SMTP.",
        ),
    ),
    (
        "SOML",
        Entry::new(
            "RFC 821 §3.4",
            "send or mail: to the user's terminal if there was one, else to the mailbox. No longer in SMTP.",
            "\"send or mail\": al terminal del usuario si lo había y, si no, al buzón. Ya no forma parte de SMTP.",
        ),
    ),
    (
        "SAML",
        Entry::new(
            "RFC 821 §3.4",
            "send and mail: to the user's terminal and to the mailbox. No longer in SMTP.",
            "\"send and mail\": al terminal del usuario y además al buzón. Ya no forma parte de SMTP.",
        ),
    ),
    (
        "BURL",
        Entry::new(
            "RFC 4468 §3.2",
            "instead of sending the message, gives an IMAP URL from which the submission server fetches it: nothing \
             is uploaded twice.",
            "en lugar de enviar el mensaje, da un URL de IMAP del que el servidor de envío lo recoge: nada se sube \
             dos veces.",
        ),
    ),
    (
        "XCLIENT",
        Entry::new(
            "Postfix XCLIENT_README",
            "a proxy tells the server whom it speaks for, so that the real client's address is logged and judged. \
             Only trusted hosts may say it.",
            "un intermediario dice al servidor por quién habla, para que se registre y se evalúe la dirección del \
             cliente real. Solo pueden usarla máquinas de confianza.",
        ),
    ),
    (
        "XFORWARD",
        Entry::new(
            "Postfix XFORWARD_README",
            "a content filter hands on the name and address of the original client, for logging only; access is not \
             decided by it.",
            "un filtro de contenido transmite el nombre y la dirección del cliente original, solo para el registro; \
             no decide el acceso.",
        ),
    ),
    (
        "VERB",
        Entry::new(
            "IANA",
            "asked sendmail for verbose answers about the delivery. A remnant; it is refused today.",
            "pedía a sendmail respuestas detalladas sobre la entrega. Un vestigio; hoy se rechaza.",
        ),
    ),
    (
        "ONEX",
        Entry::new(
            "IANA",
            "announced to sendmail that only one message would come. A remnant without effect.",
            "anunciaba a sendmail que solo llegaría un mensaje. Un vestigio sin efecto.",
        ),
    ),
];
