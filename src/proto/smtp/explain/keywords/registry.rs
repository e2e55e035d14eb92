//! Notes on the extensions that this house does not speak: the rest of IANA's registry "SMTP Service Extensions", and
//! what servers offer without being in it.

use crate::proto::explain::Entry;

/// By keyword.
pub(super) const REGISTRY: &[(&str, Entry)] = &[
    (
        "ETRN",
        Entry::new(
            "RFC 1985 §3",
            "ETRN makes the server send what waits for a domain: for hosts that are not always online.",
            "ETRN hace que el servidor envíe lo que espera para un dominio: para máquinas no siempre en línea.",
        ),
    ),
    (
        "ATRN",
        Entry::new(
            "RFC 2645 §5",
            "ATRN changes the roles after a login, so that a host with a changing address can fetch its mail.",
            "ATRN intercambia los papeles tras autenticarse: una máquina de dirección cambiante recoge así su \
             correo.",
        ),
    ),
    (
        "TURN",
        Entry::new(
            "RFC 5321 §F.1",
            "changing the roles of client and server without proof of who asks; withdrawn as unsafe.",
            "intercambiar los papeles de cliente y servidor sin probar quién lo pide; retirada por insegura.",
        ),
    ),
    (
        "EXPN",
        Entry::new(
            "RFC 5321 §3.5",
            "EXPN shows the members of a mailing list; few servers offer it.",
            "EXPN muestra los miembros de una lista de correo; pocos servidores la ofrecen.",
        ),
    ),
    (
        "VRFY",
        Entry::new(
            "RFC 5321 §3.5",
            "VRFY is there; a keyword that need not be listed, and the answer is mostly 252.",
            "VRFY existe; no haría falta anunciarla, y la respuesta suele ser 252.",
        ),
    ),
    (
        "HELP",
        Entry::new(
            "RFC 5321 §4.1.1.8",
            "HELP answers in words, for a person.",
            "HELP responde en palabras, para una persona.",
        ),
    ),
    (
        "SEND",
        Entry::new(
            "RFC 821 §3.4",
            "text could be sent to a user's terminal; no longer in SMTP.",
            "se podía enviar texto al terminal de un usuario; ya no existe en SMTP.",
        ),
    ),
    (
        "SOML",
        Entry::new(
            "RFC 821 §3.4",
            "text could be sent to the terminal or else be mailed; no longer in SMTP.",
            "el texto podía ir al terminal o, si no, al buzón; ya no existe en SMTP.",
        ),
    ),
    (
        "SAML",
        Entry::new(
            "RFC 821 §3.4",
            "text could be sent to the terminal and be mailed too; no longer in SMTP.",
            "el texto podía ir al terminal y también al buzón; ya no existe en SMTP.",
        ),
    ),
    ("VERB", Entry::new("IANA", "sendmail's verbose mode; a remnant.", "el modo detallado de sendmail; un vestigio.")),
    (
        "ONEX",
        Entry::new(
            "IANA",
            "sendmail's promise of a single message on the connection; a remnant.",
            "la promesa, en sendmail, de un solo mensaje por conexión; un vestigio.",
        ),
    ),
    (
        "CHECKPOINT",
        Entry::new(
            "RFC 1845",
            "a transfer that broke can go on where it stopped; experimental and rare.",
            "una transferencia cortada puede continuar donde se interrumpió; experimental y rara.",
        ),
    ),
    (
        "NO-SOLICITING",
        Entry::new(
            "RFC 3865",
            "the server does not want advertising of the kinds named behind it; MAIL labels such messages by \
             SOLICIT.",
            "el servidor no quiere publicidad de las clases indicadas; MAIL marca tales mensajes con SOLICIT.",
        ),
    ),
    (
        "MTRK",
        Entry::new(
            "RFC 3885",
            "the sender can ask later where a message has got to (message tracking).",
            "el remitente puede preguntar después dónde está un mensaje (seguimiento).",
        ),
    ),
    (
        "SUBMITTER",
        Entry::new(
            "RFC 4405",
            "MAIL may name who is responsible for the message (Sender ID); historic.",
            "MAIL puede nombrar al responsable del mensaje (Sender ID); histórico.",
        ),
    ),
    (
        "BURL",
        Entry::new(
            "RFC 4468 §3",
            "a submission server can fetch the message, or parts of it, from an IMAP server.",
            "un servidor de envío puede recoger el mensaje, o partes, de un servidor IMAP.",
        ),
    ),
    (
        "CONPERM",
        Entry::new(
            "RFC 4141",
            "the sender can permit that content be converted on the way.",
            "el remitente puede permitir que el contenido se convierta en el camino.",
        ),
    ),
    (
        "CONNEG",
        Entry::new(
            "RFC 4141",
            "the server tells what a recipient's device can show, so that content fits it.",
            "el servidor indica qué puede mostrar el dispositivo del destinatario, para ajustar el contenido.",
        ),
    ),
    (
        "UTF8SMTP",
        Entry::new(
            "RFC 5336",
            "the experiment before SMTPUTF8; obsolete.",
            "el experimento anterior a SMTPUTF8; obsoleto.",
        ),
    ),
    (
        "RRVS",
        Entry::new(
            "RFC 7293",
            "a message can ask not to be delivered if the mailbox has changed hands since a date.",
            "un mensaje puede pedir que no se entregue si el buzón ha cambiado de dueño desde una fecha.",
        ),
    ),
    (
        "VERP",
        Entry::new(
            "draft-varshavchik-verp-smtpext",
            "each recipient can get a return path of its own, so that a list manager sees whose mail failed.",
            "cada destinatario puede tener su propia dirección de retorno, para que una lista sepa qué envío falló.",
        ),
    ),
    (
        "XVERP",
        Entry::new(
            "Postfix VERP_README",
            "Postfix's form of VERP: a return path for each recipient.",
            "la forma de VERP de Postfix: una dirección de retorno por destinatario.",
        ),
    ),
    (
        "PIPECONNECT",
        Entry::new(
            "draft-harris-early-pipe",
            "a client that has been here before may say its first commands before the greeting, as it knows the answers.",
            "un cliente que ya estuvo aquí puede dar sus primeras órdenes antes del saludo, pues sabe las respuestas.",
        ),
    ),
    (
        "CLIENTID",
        Entry::new(
            "draft-storey-smtp-client-id",
            "the client can give a lasting token for this device besides the password.",
            "el cliente puede dar, además de la contraseña, un testigo permanente de este dispositivo.",
        ),
    ),
    (
        "XEXCH50",
        Entry::new(
            "Microsoft Exchange",
            "properties of messages between Exchange servers of 2003 and before.",
            "propiedades de los mensajes entre servidores Exchange de 2003 y anteriores.",
        ),
    ),
    (
        "X-EXPS",
        Entry::new(
            "Microsoft Exchange",
            "the login of Exchange servers among themselves, with the mechanisms named behind it.",
            "la autenticación entre servidores Exchange, con los mecanismos que siguen.",
        ),
    ),
    (
        "X-ANONYMOUSTLS",
        Entry::new(
            "Microsoft Exchange",
            "TLS between Exchange servers of one organization, without certificates that anyone else would trust.",
            "TLS entre servidores Exchange de una organización, sin certificados en los que confíen otros.",
        ),
    ),
    (
        "X-LINK2STATE",
        Entry::new(
            "Microsoft Exchange",
            "routing tables between Exchange servers of 2003 and before.",
            "tablas de encaminamiento entre servidores Exchange de 2003 y anteriores.",
        ),
    ),
    (
        "XRDST",
        Entry::new(
            "Microsoft Exchange",
            "names the destination of a message between Exchange servers.",
            "nombra el destino de un mensaje entre servidores Exchange.",
        ),
    ),
];
