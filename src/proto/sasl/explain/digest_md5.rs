//! Notes on the messages of DIGEST-MD5, and on what stands in them.

use crate::proto::explain::Entry;

/// `digest-challenge`.
pub(super) const CHALLENGE: Entry = Entry::new(
    "RFC 2831 §2.1.1",
    "DIGEST-MD5, message 1 of 3, the server's challenge: a fresh nonce, and what it asks for.",
    "DIGEST-MD5, mensaje 1 de 3, el reto del servidor: un nonce nuevo y lo que pide.",
);
/// `digest-response`.
pub(super) const RESPONSE: Entry = Entry::new(
    "RFC 2831 §2.1.2",
    "DIGEST-MD5, message 2 of 3, the client's response: who logs in, where, and the proof that it knows the password.",
    "DIGEST-MD5, mensaje 2 de 3, la respuesta del cliente: quién se autentica, dónde, y la prueba de que conoce la \
     contraseña.",
);
/// `response-auth`.
pub(super) const PROOF: Entry = Entry::new(
    "RFC 2831 §2.1.3",
    "DIGEST-MD5, message 3 of 3, the server's proof that it knows the password too. An impostor cannot give it.",
    "DIGEST-MD5, mensaje 3 de 3, la prueba de que el servidor también conoce la contraseña. Un impostor no puede darla.",
);

/// What can stand in them (RFC 2831 §2.1).
pub(super) const DIRECTIVES: &[(&str, Entry)] = &[
    (
        "realm",
        Entry::new(
            "RFC 2831 §2.1.1",
            "the realm: in which of the server's lists of users the name stands.",
            "el dominio (realm): en cuál de las listas de usuarios del servidor figura el nombre.",
        ),
    ),
    (
        "nonce",
        Entry::new(
            "RFC 2831 §2.1.1",
            "the server's nonce: a random text that is used once, so that nothing recorded can be replayed.",
            "el nonce del servidor: un texto aleatorio de un solo uso, para que nada grabado pueda repetirse.",
        ),
    ),
    (
        "qop",
        Entry::new(
            "RFC 2831 §2.1.1",
            "what is protected: auth is the login alone; auth-int and auth-conf are layers that TLS has replaced.",
            "qué se protege: auth es solo la autenticación; auth-int y auth-conf son capas que TLS ha sustituido.",
        ),
    ),
    (
        "stale",
        Entry::new(
            "RFC 2831 §2.1.1",
            "the client's nonce was from before; it may answer this fresh one.",
            "el nonce del cliente era antiguo; puede responder a este, que es nuevo.",
        ),
    ),
    (
        "maxbuf",
        Entry::new(
            "RFC 2831 §2.1.1",
            "how much a layer may carry at once; without a layer it says nothing.",
            "cuánto puede llevar una capa de una vez; sin capa no dice nada.",
        ),
    ),
    (
        "charset",
        Entry::new(
            "RFC 2831 §2.1.1",
            "names and password are in UTF-8; without this they are in ISO 8859-1.",
            "nombres y contraseña van en UTF-8; sin esto, en ISO 8859-1.",
        ),
    ),
    (
        "algorithm",
        Entry::new(
            "RFC 2831 §2.1.1",
            "how the proof is computed: there is only md5-sess.",
            "cómo se calcula la prueba: solo existe md5-sess.",
        ),
    ),
    (
        "cipher",
        Entry::new(
            "RFC 2831 §2.1.1",
            "the ciphers of the layer auth-conf, all of them broken by now.",
            "los cifrados de la capa auth-conf, todos ya rotos.",
        ),
    ),
    (
        "username",
        Entry::new("RFC 2831 §2.1.2", "the user's name in that realm.", "el nombre del usuario en ese dominio."),
    ),
    (
        "cnonce",
        Entry::new(
            "RFC 2831 §2.1.2",
            "the client's nonce: the server's proof covers it, so that it cannot be prepared.",
            "el nonce del cliente: la prueba del servidor lo abarca, de modo que no puede prepararse.",
        ),
    ),
    (
        "nc",
        Entry::new(
            "RFC 2831 §2.1.2",
            "how often the server's nonce has been used, in hexadecimal.",
            "cuántas veces se ha usado el nonce del servidor, en hexadecimal.",
        ),
    ),
    (
        "digest-uri",
        Entry::new(
            "RFC 2831 §2.1.2",
            "the service and the host that the client means to talk to: the proof is good for these alone.",
            "el servicio y el servidor con los que el cliente cree hablar: la prueba solo vale para ellos.",
        ),
    ),
    (
        "response",
        Entry::new(
            "RFC 2831 §2.1.2.1",
            "the client's proof, in hexadecimal: a digest of password, nonces and service.",
            "la prueba del cliente, en hexadecimal: un resumen de contraseña, nonces y servicio.",
        ),
    ),
    (
        "authzid",
        Entry::new(
            "RFC 2831 §2.1.2",
            "as whom the user is to act, if as another one.",
            "como quién va a actuar el usuario, si es como otro.",
        ),
    ),
    (
        "rspauth",
        Entry::new("RFC 2831 §2.1.3", "the server's proof, in hexadecimal.", "la prueba del servidor, en hexadecimal."),
    ),
];
