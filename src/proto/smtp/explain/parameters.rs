//! A note for every parameter of MAIL and RCPT.

use crate::proto::explain::Entry;

/// The note on a parameter, if its keyword is known.
pub(super) fn of(keyword: &str) -> Option<&'static Entry> {
    PARAMETERS.iter().find(|(name, _)| name.eq_ignore_ascii_case(keyword)).map(|(_, note)| note)
}

/// A parameter that stands in no list.
pub(super) const UNKNOWN: Entry = Entry::new(
    "RFC 5321 §4.1.1.11",
    "a parameter that is not known here; a server that does not know it answers 555.",
    "un parámetro desconocido aquí; un servidor que no lo conozca responde 555.",
);

/// Those of the extensions that are registered, and of some that are not.
pub(super) const PARAMETERS: &[(&str, Entry)] = &[
    (
        "SIZE",
        Entry::new(
            "RFC 1870 §6",
            "how many octets the message has, so that a server can refuse it before it is sent.",
            "cuántos octetos tiene el mensaje, para que el servidor pueda rechazarlo antes del envío.",
        ),
    ),
    (
        "BODY",
        Entry::new(
            "RFC 6152 §2",
            "what octets the body holds: 7BIT, 8BITMIME (octets above 127) or BINARYMIME (any octets, only with \
             BDAT).",
            "qué octetos contiene el cuerpo: 7BIT, 8BITMIME (octetos mayores que 127) o BINARYMIME (cualesquiera, \
             solo con BDAT).",
        ),
    ),
    (
        "SMTPUTF8",
        Entry::new(
            "RFC 6531 §3.4",
            "addresses or header fields of this message are UTF-8; it must not be handed on to a server that cannot \
             do that.",
            "las direcciones o la cabecera de este mensaje están en UTF-8; no debe pasar a un servidor que no lo \
             admita.",
        ),
    ),
    (
        "RET",
        Entry::new(
            "RFC 3461 §4.3",
            "if it fails, the report is to hold the whole message (FULL) or only its header (HDRS).",
            "si falla, el aviso debe incluir el mensaje entero (FULL) o solo su cabecera (HDRS).",
        ),
    ),
    (
        "ENVID",
        Entry::new(
            "RFC 3461 §4.4",
            "the sender's own mark for this envelope; reports will bear it, so that they can be matched.",
            "una marca del remitente para este sobre; los avisos la llevarán, para poder relacionarlos.",
        ),
    ),
    (
        "NOTIFY",
        Entry::new(
            "RFC 3461 §4.1",
            "when the sender wants a report about this recipient: SUCCESS, FAILURE, DELAY, or NEVER.",
            "cuándo quiere el remitente un aviso sobre este destinatario: SUCCESS, FAILURE, DELAY o NEVER.",
        ),
    ),
    (
        "ORCPT",
        Entry::new(
            "RFC 3461 §4.2",
            "the recipient as the sender first wrote it, before aliases and forwarding; reports will name it.",
            "el destinatario tal como lo escribió el remitente, antes de alias y reenvíos; los avisos lo nombrarán.",
        ),
    ),
    (
        "AUTH",
        Entry::new(
            "RFC 4954 §5",
            "who submitted the message, as one trusted server tells the next; <> means that this is not known.",
            "quién entregó el mensaje, según lo transmite un servidor de confianza a otro; <> significa que no se \
             sabe.",
        ),
    ),
    (
        "BY",
        Entry::new(
            "RFC 2852 §4",
            "deliver within so many seconds; R: else return it, N: else tell the sender and go on.",
            "entregar en tantos segundos; R: si no, devolverlo; N: si no, avisar al remitente y seguir.",
        ),
    ),
    (
        "HOLDFOR",
        Entry::new(
            "RFC 4865",
            "hold the message back for so many seconds before it is sent on.",
            "retener el mensaje tantos segundos antes de enviarlo.",
        ),
    ),
    (
        "HOLDUNTIL",
        Entry::new("RFC 4865", "hold the message back until this moment.", "retener el mensaje hasta este instante."),
    ),
    (
        "MT-PRIORITY",
        Entry::new(
            "RFC 6710",
            "how urgent the message is, from -9 to 9; 0 is ordinary mail.",
            "la urgencia del mensaje, de -9 a 9; 0 es el correo ordinario.",
        ),
    ),
    (
        "REQUIRETLS",
        Entry::new(
            "RFC 8689 §2",
            "this message may only travel over verified TLS, all the way; rather should it not arrive.",
            "este mensaje solo puede viajar por TLS verificado en todo el camino; si no, mejor que no llegue.",
        ),
    ),
    (
        "RRVS",
        Entry::new(
            "RFC 7293",
            "deliver only if the mailbox has belonged to the same person since this date.",
            "entregar solo si el buzón pertenece a la misma persona desde esta fecha.",
        ),
    ),
    (
        "SUBMITTER",
        Entry::new(
            "RFC 4405",
            "the address responsible for having handed this message over (Sender ID); historic.",
            "la dirección responsable de haber entregado este mensaje (Sender ID); histórico.",
        ),
    ),
    (
        "MTRK",
        Entry::new(
            "RFC 3885",
            "a token with which the sender may later ask where the message has got to.",
            "un testigo con el que el remitente podrá preguntar después dónde está el mensaje.",
        ),
    ),
    (
        "SOLICIT",
        Entry::new(
            "RFC 3865",
            "labels the message as a solicitation of this kind, for servers that refuse such mail.",
            "marca el mensaje como publicidad de esta clase, para los servidores que la rechazan.",
        ),
    ),
    (
        "TRANSID",
        Entry::new(
            "RFC 1845",
            "names the transaction, so that a broken transfer can go on where it stopped; experimental.",
            "da nombre a la transacción, para poder continuarla donde se interrumpió; experimental.",
        ),
    ),
    (
        "CONPERM",
        Entry::new(
            "RFC 4141",
            "the sender allows servers to convert the content for a recipient that needs it.",
            "el remitente permite convertir el contenido para un destinatario que lo necesite.",
        ),
    ),
    (
        "CONNEG",
        Entry::new(
            "RFC 4141",
            "asks for what this recipient's device can show, so that the content can be converted.",
            "pregunta qué puede mostrar el dispositivo de este destinatario, para convertir el contenido.",
        ),
    ),
    (
        "ALT-ADDRESS",
        Entry::new(
            "RFC 5336",
            "an ASCII address to use where UTF-8 is not understood; given up with UTF8SMTP.",
            "una dirección en ASCII para donde no se entienda UTF-8; abandonada con UTF8SMTP.",
        ),
    ),
    (
        "XVERP",
        Entry::new(
            "Postfix VERP_README",
            "give each recipient a return path of its own, so that a list manager sees whose mail failed.",
            "dar a cada destinatario su propia dirección de retorno, para que una lista sepa qué envío falló.",
        ),
    ),
    (
        "PRDR",
        Entry::new(
            "draft-hall-prdr",
            "the client wants an answer for each recipient behind the final dot.",
            "el cliente quiere una respuesta por cada destinatario tras el punto final.",
        ),
    ),
];
