//! A note for every mechanism that servers offer, whether or not it is spoken here.

use super::Way;
use crate::proto::explain::Entry;

/// By name: how it proves who the client is, and the note.
pub(super) const MECHANISMS: &[(&str, Way, Entry)] = &[
    (
        "PLAIN",
        Way::Password,
        Entry::new(
            "RFC 4616 §2",
            "PLAIN: user name and password in one answer, hidden by nothing but base64; only TLS protects them.",
            "PLAIN: nombre de usuario y contraseña en una sola respuesta, sin más disfraz que base64; solo los \
             protege TLS.",
        ),
    ),
    (
        "LOGIN",
        Way::Password,
        Entry::new(
            "draft-murchison-sasl-login",
            "LOGIN: the server asks for the user name, then for the password; both go in base64, so only TLS \
             protects them. Older than PLAIN and obsolete.",
            "LOGIN: el servidor pide el nombre de usuario y luego la contraseña; ambos van en base64, así que solo \
             los protege TLS. Anterior a PLAIN y obsoleto.",
        ),
    ),
    (
        "CRAM-MD5",
        Way::Proof,
        Entry::new(
            "RFC 2195 §2",
            "CRAM-MD5: the password is the key of an MD5 digest (HMAC) of the server's challenge and is not sent. \
             The server must know it, and proves nothing itself.",
            "CRAM-MD5: la contraseña es la clave de un resumen MD5 (HMAC) del reto del servidor y no se envía. El \
             servidor debe conocerla, y él no prueba nada.",
        ),
    ),
    (
        "DIGEST-MD5",
        Way::Proof,
        Entry::new(
            "RFC 2831",
            "DIGEST-MD5: a digest over password, challenge and nonces; both sides prove themselves. Withdrawn (RFC \
             6331) in favour of SCRAM.",
            "DIGEST-MD5: un resumen de contraseña, reto y números de un solo uso; ambas partes se prueban. Retirado \
             (RFC 6331) en favor de SCRAM.",
        ),
    ),
    (
        "SCRAM-SHA-1",
        Way::Proof,
        Entry::new(
            "RFC 5802 §3",
            "SCRAM-SHA-1: both sides prove that they know the password and nobody sends it; the server keeps only a \
             salted hash (SHA-1).",
            "SCRAM-SHA-1: ambas partes prueban que conocen la contraseña y nadie la envía; el servidor guarda solo \
             un resumen con sal (SHA-1).",
        ),
    ),
    (
        "SCRAM-SHA-256",
        Way::Proof,
        Entry::new(
            "RFC 7677 §3",
            "SCRAM-SHA-256: both sides prove that they know the password and nobody sends it; the server keeps only \
             a salted hash (SHA-256).",
            "SCRAM-SHA-256: ambas partes prueban que conocen la contraseña y nadie la envía; el servidor guarda solo \
             un resumen con sal (SHA-256).",
        ),
    ),
    (
        "SCRAM-SHA-512",
        Way::Proof,
        Entry::new(
            "draft-melnikov-scram-sha-512",
            "SCRAM-SHA-512: as SCRAM-SHA-256, with the longer hash SHA-512.",
            "SCRAM-SHA-512: como SCRAM-SHA-256, con el resumen SHA-512, más largo.",
        ),
    ),
    (
        "SCRAM-SHA-1-PLUS",
        Way::Proof,
        Entry::new(
            "RFC 5802 §6",
            "SCRAM-SHA-1-PLUS: SCRAM bound to this TLS connection, so that nobody in the middle can pass it on.",
            "SCRAM-SHA-1-PLUS: SCRAM ligado a esta conexión TLS, de modo que nadie en medio puede retransmitirlo.",
        ),
    ),
    (
        "SCRAM-SHA-256-PLUS",
        Way::Proof,
        Entry::new(
            "RFC 7677 §3",
            "SCRAM-SHA-256-PLUS: SCRAM-SHA-256 bound to this TLS connection (channel binding).",
            "SCRAM-SHA-256-PLUS: SCRAM-SHA-256 ligado a esta conexión TLS (channel binding).",
        ),
    ),
    (
        "SCRAM-SHA-512-PLUS",
        Way::Proof,
        Entry::new(
            "draft-melnikov-scram-sha-512",
            "SCRAM-SHA-512-PLUS: SCRAM-SHA-512 bound to this TLS connection (channel binding).",
            "SCRAM-SHA-512-PLUS: SCRAM-SHA-512 ligado a esta conexión TLS (channel binding).",
        ),
    ),
    (
        "XOAUTH2",
        Way::Token,
        Entry::new(
            "Google XOAUTH2",
            "XOAUTH2: an OAuth access token instead of a password; whoever holds the token is let in, so only with \
             TLS.",
            "XOAUTH2: un testigo de acceso OAuth en lugar de contraseña; quien lo tiene puede entrar, así que solo \
             con TLS.",
        ),
    ),
    (
        "OAUTHBEARER",
        Way::Token,
        Entry::new(
            "RFC 7628 §3",
            "OAUTHBEARER: the standard form of a login with an OAuth access token; only with TLS.",
            "OAUTHBEARER: la forma estándar de autenticarse con un testigo de acceso OAuth; solo con TLS.",
        ),
    ),
    (
        "EXTERNAL",
        Way::Other,
        Entry::new(
            "RFC 4422 §A",
            "EXTERNAL: who the client is, is known from elsewhere already, mostly from its TLS certificate.",
            "EXTERNAL: la identidad del cliente ya se conoce por otra vía, casi siempre por su certificado TLS.",
        ),
    ),
    (
        "ANONYMOUS",
        Way::Other,
        Entry::new(
            "RFC 4505 §2",
            "ANONYMOUS: no identity is proven; the client may leave a trace such as an address.",
            "ANONYMOUS: no se prueba identidad alguna; el cliente puede dejar un rastro, como una dirección.",
        ),
    ),
    (
        "GSSAPI",
        Way::Other,
        Entry::new(
            "RFC 4752 §3",
            "GSSAPI: a Kerberos ticket proves who the client is; no password is sent.",
            "GSSAPI: un tique de Kerberos prueba quién es el cliente; no se envía contraseña.",
        ),
    ),
    (
        "GSS-SPNEGO",
        Way::Other,
        Entry::new(
            "IANA",
            "GSS-SPNEGO: client and server agree on Kerberos or NTLM and log in by it, as in Windows domains.",
            "GSS-SPNEGO: cliente y servidor acuerdan Kerberos o NTLM y así se autentican, como en dominios de \
             Windows.",
        ),
    ),
    (
        "NTLM",
        Way::Proof,
        Entry::new(
            "MS-NLMP",
            "NTLM: the challenge and response of Windows; its hashes are weak by today's measure.",
            "NTLM: el reto y respuesta de Windows; sus resúmenes son débiles para hoy.",
        ),
    ),
    (
        "OTP",
        Way::Other,
        Entry::new(
            "RFC 2444",
            "OTP: a password that is good for one login only, from a chain of hashes.",
            "OTP: una contraseña válida para una sola autenticación, de una cadena de resúmenes.",
        ),
    ),
    (
        "KERBEROS_V4",
        Way::Other,
        Entry::new(
            "RFC 2222 §7.1",
            "KERBEROS_V4: tickets of Kerberos 4; obsolete.",
            "KERBEROS_V4: tiques de Kerberos 4; obsoleto.",
        ),
    ),
    (
        "SECURID",
        Way::Other,
        Entry::new(
            "RFC 2808",
            "SECURID: the number that a token in the user's hand shows.",
            "SECURID: el número que muestra una llave en la mano del usuario.",
        ),
    ),
];
