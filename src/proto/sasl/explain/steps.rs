//! Notes on each step of an exchange, and on what its messages hold.

use crate::proto::explain::Entry;

/// `334 ` alone.
pub(super) const EMPTY_CHALLENGE: Entry = Entry::new(
    "RFC 4954 §4",
    "an empty challenge: the mechanism begins with the client, and the server waits for its first message.",
    "un reto vacío: el mecanismo lo empieza el cliente y el servidor espera su primer mensaje.",
);
/// Of a mechanism that is not taken apart here.
pub(super) const OTHER_CHALLENGE: Entry = Entry::new(
    "RFC 4422 §3.4",
    "the server's challenge, in base64; what it holds is the mechanism's affair.",
    "el reto del servidor, en base64; su contenido es cosa del mecanismo.",
);
/// The same of the client.
pub(super) const OTHER_RESPONSE: Entry = Entry::new(
    "RFC 4422 §3.4",
    "the client's response, in base64; what it holds is the mechanism's affair.",
    "la respuesta del cliente, en base64; su contenido es cosa del mecanismo.",
);
/// `*`.
pub(super) const CANCEL: Entry = Entry::new(
    "RFC 4954 §4",
    "*: the client gives up the login; the server answers 501.",
    "*: el cliente abandona la autenticación; el servidor responde 501.",
);
/// `=`.
pub(super) const EMPTY_INITIAL: Entry = Entry::new(
    "RFC 4954 §4",
    "=: an initial response that is there and empty.",
    "=: una respuesta inicial presente y vacía.",
);
/// An empty line.
pub(super) const EMPTY_RESPONSE: Entry = Entry::new(
    "RFC 4422 §3.4",
    "an empty response: the client has nothing to add.",
    "una respuesta vacía: el cliente no tiene nada que añadir.",
);
/// What cannot be decoded.
pub(super) const NOT_BASE64: Entry = Entry::new(
    "RFC 4954 §4",
    "not base64, as it must be: the login cannot go on.",
    "no es base64, como debería: la autenticación no puede seguir.",
);
/// The one message.
pub(super) const PLAIN_RESPONSE: Entry = Entry::new(
    "RFC 4616 §2",
    "PLAIN's one message: authorization identity, user name and password, with a NUL octet between them.",
    "el único mensaje de PLAIN: identidad de autorización, nombre de usuario y contraseña, separados por un octeto \
     NUL.",
);
/// `Username:`.
pub(super) const LOGIN_FIRST: Entry = Entry::new(
    "draft-murchison-sasl-login",
    "LOGIN's first question: the user name. Clients answer it whatever its words are.",
    "primera pregunta de LOGIN: el nombre de usuario. Los clientes responden sea cual sea el texto.",
);
/// `Password:`.
pub(super) const LOGIN_SECOND: Entry = Entry::new(
    "draft-murchison-sasl-login",
    "LOGIN's second question: the password.",
    "segunda pregunta de LOGIN: la contraseña.",
);
/// The answer to the first question.
pub(super) const LOGIN_USER: Entry = Entry::new(
    "draft-murchison-sasl-login",
    "LOGIN's first answer: the user name, in base64.",
    "primera respuesta de LOGIN: el nombre de usuario, en base64.",
);
/// The answer to the second.
pub(super) const LOGIN_PASSWORD: Entry = Entry::new(
    "draft-murchison-sasl-login",
    "LOGIN's second answer: the password itself, in base64, which hides nothing.",
    "segunda respuesta de LOGIN: la propia contraseña, en base64, que no oculta nada.",
);
/// The challenge.
pub(super) const CRAM_CHALLENGE: Entry = Entry::new(
    "RFC 2195 §2",
    "CRAM-MD5's challenge: a text that never comes twice, in the form of a Message-ID.",
    "el reto de CRAM-MD5: un texto que nunca se repite, con la forma de un Message-ID.",
);
/// The answer.
pub(super) const CRAM_RESPONSE: Entry = Entry::new(
    "RFC 2195 §2",
    "CRAM-MD5's answer: the user name, a space, and the digest of the challenge with the password as its key, in \
     hexadecimal.",
    "la respuesta de CRAM-MD5: nombre de usuario, un espacio y el resumen del reto con la contraseña como clave, en \
     hexadecimal.",
);
/// `client-first-message`.
pub(super) const SCRAM_CLIENT_FIRST: Entry = Entry::new(
    "RFC 5802 §5",
    "SCRAM, message 1 of 4, the client's first: who logs in, and a fresh nonce.",
    "SCRAM, mensaje 1 de 4, el primero del cliente: quién se autentica y un número nuevo de un solo uso.",
);
/// `server-first-message`.
pub(super) const SCRAM_SERVER_FIRST: Entry = Entry::new(
    "RFC 5802 §5",
    "SCRAM, message 2 of 4, the server's first: how the password is to be hashed, and its part of the nonce.",
    "SCRAM, mensaje 2 de 4, el primero del servidor: cómo resumir la contraseña, y su parte del número.",
);
/// `client-final-message`.
pub(super) const SCRAM_CLIENT_FINAL: Entry = Entry::new(
    "RFC 5802 §5",
    "SCRAM, message 3 of 4, the client's final: the proof that it knows the password.",
    "SCRAM, mensaje 3 de 4, el final del cliente: la prueba de que conoce la contraseña.",
);
/// `server-final-message`.
pub(super) const SCRAM_SERVER_FINAL: Entry = Entry::new(
    "RFC 5802 §5",
    "SCRAM, message 4 of 4, the server's final: the proof that it knows the user's hash, or an error. An impostor \
     cannot give it.",
    "SCRAM, mensaje 4 de 4, el final del servidor: la prueba de que tiene el resumen del usuario, o un error. Un \
     impostor no puede darla.",
);
/// The empty line behind the server's proof.
pub(super) const PROVEN: Entry = Entry::new(
    "RFC 4954 §4",
    "an empty line: the client has checked the server's proof and waits for the outcome.",
    "una línea vacía: el cliente ha comprobado la prueba del servidor y espera el resultado.",
);

/// The one message of XOAUTH2.
pub(super) const XOAUTH2_RESPONSE: Entry = Entry::new(
    "Google XOAUTH2",
    "XOAUTH2's one message: the user name and the access token, with an octet 1 between them.",
    "el único mensaje de XOAUTH2: nombre de usuario y testigo de acceso, separados por un octeto 1.",
);
/// The one message of OAUTHBEARER.
pub(super) const OAUTHBEARER_RESPONSE: Entry = Entry::new(
    "RFC 7628 §3.1",
    "OAUTHBEARER's one message: the user name in a GS2 header, then the access token as HTTP would carry it.",
    "el único mensaje de OAUTHBEARER: nombre de usuario en una cabecera GS2 y testigo de acceso como iría en HTTP.",
);
/// The challenge that is none.
pub(super) const BEARER_REASON: Entry = Entry::new(
    "RFC 7628 §3.2.2",
    "no challenge: the server does not take the token and says why, in JSON. The refusal itself comes once this is \
     answered.",
    "no es un reto: el servidor no acepta el testigo y dice por qué, en JSON. El rechazo llega cuando se responda a \
     esto.",
);
/// The answer to it.
pub(super) const BEARER_DUMMY: Entry = Entry::new(
    "RFC 7628 §3.2.3",
    "an answer without content: it only lets the server refuse.",
    "una respuesta sin contenido: solo permite que el servidor rechace.",
);
/// The one message of EXTERNAL.
pub(super) const EXTERNAL_RESPONSE: Entry = Entry::new(
    "RFC 4422 §A",
    "EXTERNAL's one message: whom the client wants to act as. Who it is, the server knows already.",
    "el único mensaje de EXTERNAL: como quién quiere actuar el cliente. Quién es, el servidor ya lo sabe.",
);
/// The one message of ANONYMOUS.
pub(super) const ANONYMOUS_RESPONSE: Entry = Entry::new(
    "RFC 4505 §2",
    "ANONYMOUS' one message: a trace such as an address, which proves nothing.",
    "el único mensaje de ANONYMOUS: un rastro, como una dirección, que no prueba nada.",
);

/// All of them.
#[cfg(test)]
pub(super) const STEPS: &[Entry] = &[
    EMPTY_CHALLENGE,
    OTHER_CHALLENGE,
    OTHER_RESPONSE,
    CANCEL,
    EMPTY_INITIAL,
    EMPTY_RESPONSE,
    NOT_BASE64,
    PLAIN_RESPONSE,
    LOGIN_FIRST,
    LOGIN_SECOND,
    LOGIN_USER,
    LOGIN_PASSWORD,
    CRAM_CHALLENGE,
    CRAM_RESPONSE,
    SCRAM_CLIENT_FIRST,
    SCRAM_SERVER_FIRST,
    SCRAM_CLIENT_FINAL,
    SCRAM_SERVER_FINAL,
    PROVEN,
    XOAUTH2_RESPONSE,
    OAUTHBEARER_RESPONSE,
    BEARER_REASON,
    BEARER_DUMMY,
    EXTERNAL_RESPONSE,
    ANONYMOUS_RESPONSE,
];

/// Who the user acts as.
pub(super) const AUTHZID: Entry = Entry::new("RFC 4616 §2", "authorization identity", "identidad de autorización");
/// Who logs in.
pub(super) const AUTHCID: Entry = Entry::new("RFC 4616 §2", "user name", "nombre de usuario");
/// What only that user knows.
pub(super) const PASSWORD: Entry = Entry::new("RFC 4616 §2", "password", "contraseña");
/// What proves it.
pub(super) const DIGEST: Entry = Entry::new("RFC 2195 §2", "digest", "resumen");
/// What lets its bearer in.
pub(super) const TOKEN: Entry = Entry::new("RFC 6750 §2.1", "access token", "testigo de acceso");
/// What the nameless leave.
pub(super) const TRACE: Entry = Entry::new("RFC 4505 §2", "trace", "rastro");
/// What base64 held.
pub(super) const TEXT: Entry = Entry::new("RFC 4422 §3.4", "decoded", "decodificado");

/// All of them.
#[cfg(test)]
pub(super) const FIELDS: &[Entry] = &[AUTHZID, AUTHCID, PASSWORD, DIGEST, TOKEN, TRACE, TEXT];

/// The attributes of SCRAM's messages (RFC 5802 §5.1).
pub(super) const ATTRIBUTES: &[(char, Entry)] = &[
    (
        'a',
        Entry::new(
            "RFC 5802 §5.1",
            "the authorization identity, if the user is to act as another one.",
            "la identidad de autorización, si el usuario va a actuar como otro.",
        ),
    ),
    ('n', Entry::new("RFC 5802 §5.1", "the user name.", "el nombre de usuario.")),
    (
        'm',
        Entry::new(
            "RFC 5802 §5.1",
            "a mandatory extension: who does not know it must give up.",
            "una extensión obligatoria: quien no la conozca debe abandonar.",
        ),
    ),
    (
        'r',
        Entry::new(
            "RFC 5802 §5.1",
            "the nonce: a random text that is used once, the client's with the server's behind it, so that nothing \
             recorded can be replayed.",
            "el nonce: un texto aleatorio de un solo uso, el del cliente seguido del del servidor, para que nada \
             grabado pueda repetirse.",
        ),
    ),
    (
        'c',
        Entry::new(
            "RFC 5802 §5.1",
            "the gs2 header once more, in base64, with the channel binding behind it: the proof covers both.",
            "de nuevo la cabecera gs2, en base64, seguida del channel binding: la prueba abarca ambas cosas.",
        ),
    ),
    (
        's',
        Entry::new(
            "RFC 5802 §5.1",
            "the user's salt, in base64: equal passwords do not have equal hashes.",
            "la sal del usuario, en base64: contraseñas iguales no dan resúmenes iguales.",
        ),
    ),
    (
        'i',
        Entry::new(
            "RFC 5802 §5.1",
            "how many times the hash is repeated, to make guessing passwords slow.",
            "cuántas veces se repite el resumen, para que probar contraseñas sea lento.",
        ),
    ),
    (
        'p',
        Entry::new(
            "RFC 5802 §5.1",
            "the client's proof, in base64: only who knows the password can compute it, for these nonces only.",
            "la prueba del cliente, en base64: solo puede calcularla quien conoce la contraseña, y solo para estos \
             nonces.",
        ),
    ),
    (
        'v',
        Entry::new(
            "RFC 5802 §5.1",
            "the server's signature, in base64: its proof to the client.",
            "la firma del servidor, en base64: su prueba ante el cliente.",
        ),
    ),
    (
        'e',
        Entry::new(
            "RFC 5802 §5.1",
            "an error: the server refuses, and says why in one word.",
            "un error: el servidor rechaza y dice por qué en una palabra.",
        ),
    ),
];

/// What a `gs2-header` begins with (RFC 5802 §7).
pub(super) const GS2: &[(char, Entry)] = &[
    (
        'n',
        Entry::new(
            "RFC 5802 §7",
            "gs2 header: the client does not bind the login to the TLS channel.",
            "cabecera gs2: el cliente no liga la autenticación al canal TLS.",
        ),
    ),
    (
        'y',
        Entry::new(
            "RFC 5802 §7",
            "gs2 header: the client could bind to the TLS channel, but saw no -PLUS mechanism; if it was offered, \
             somebody took it out.",
            "cabecera gs2: el cliente podría ligarse al canal TLS, pero no vio mecanismo -PLUS; si se ofreció, \
             alguien lo quitó.",
        ),
    ),
    (
        'p',
        Entry::new(
            "RFC 5802 §7",
            "gs2 header: the login is bound to this TLS channel, by the type of binding that it names.",
            "cabecera gs2: la autenticación queda ligada a este canal TLS, con el tipo de enlace que nombra.",
        ),
    ),
];
