//! Extended errors (RFC 8914 §5.2).

use crate::proto::explain::Entry;

/// The note on an extended error.
pub(super) fn extended_error(code: u16) -> &'static Entry {
    let known = EXTENDED.iter().find(|(known, _)| *known == code).map(|(_, entry)| entry);
    known.unwrap_or(&OTHER_EXTENDED)
}

const EXTENDED: [(u16, Entry); 25] = [
    (
        0,
        Entry::new(
            "RFC 8914 §4.1",
            "extended error 0: another reason, in the text.",
            "error extendido 0: otro motivo, en el texto.",
        ),
    ),
    (
        1,
        Entry::new(
            "RFC 8914 §4.2",
            "extended error 1: the keys use an algorithm that the server cannot check.",
            "error extendido 1: las claves usan un algoritmo que el servidor no sabe comprobar.",
        ),
    ),
    (
        2,
        Entry::new(
            "RFC 8914 §4.3",
            "extended error 2: the DS record has a digest that the server cannot check.",
            "error extendido 2: el registro DS lleva un resumen que el servidor no sabe comprobar.",
        ),
    ),
    (
        3,
        Entry::new(
            "RFC 8914 §4.4",
            "extended error 3: an answer beyond its TTL, since nobody has a fresh one.",
            "error extendido 3: respuesta ya caducada, porque nadie tiene una reciente.",
        ),
    ),
    (
        4,
        Entry::new(
            "RFC 8914 §4.5",
            "extended error 4: the answer was forged on purpose, by policy.",
            "error extendido 4: la respuesta se ha falsificado a propósito, por política.",
        ),
    ),
    (
        5,
        Entry::new(
            "RFC 8914 §4.6",
            "extended error 5: DNSSEC can neither prove the answer nor refute it.",
            "error extendido 5: DNSSEC no puede demostrar ni desmentir la respuesta.",
        ),
    ),
    (
        6,
        Entry::new(
            "RFC 8914 §4.7",
            "extended error 6: DNSSEC refutes the answer (bogus).",
            "error extendido 6: DNSSEC desmiente la respuesta (bogus).",
        ),
    ),
    (
        7,
        Entry::new(
            "RFC 8914 §4.8",
            "extended error 7: a signature has expired.",
            "error extendido 7: una firma ha caducado.",
        ),
    ),
    (
        8,
        Entry::new(
            "RFC 8914 §4.9",
            "extended error 8: a signature is not valid yet; a clock may be wrong.",
            "error extendido 8: una firma aún no es válida; puede haber un reloj desajustado.",
        ),
    ),
    (
        9,
        Entry::new(
            "RFC 8914 §4.10",
            "extended error 9: the key that the DS record names is missing.",
            "error extendido 9: falta la clave que nombra el registro DS.",
        ),
    ),
    (
        10,
        Entry::new(
            "RFC 8914 §4.11",
            "extended error 10: signatures are missing.",
            "error extendido 10: faltan firmas.",
        ),
    ),
    (
        11,
        Entry::new(
            "RFC 8914 §4.12",
            "extended error 11: no key is marked as the zone's.",
            "error extendido 11: ninguna clave está marcada como de zona.",
        ),
    ),
    (
        12,
        Entry::new(
            "RFC 8914 §4.13",
            "extended error 12: the proof that there is no such name (NSEC) is missing.",
            "error extendido 12: falta la prueba de que el nombre no existe (NSEC).",
        ),
    ),
    (
        13,
        Entry::new(
            "RFC 8914 §4.14",
            "extended error 13: a failure that the server remembers, not a fresh one.",
            "error extendido 13: un fallo que el servidor recuerda, no uno nuevo.",
        ),
    ),
    (
        14,
        Entry::new(
            "RFC 8914 §4.15",
            "extended error 14: the server is not ready yet.",
            "error extendido 14: el servidor aún no está listo.",
        ),
    ),
    (
        15,
        Entry::new(
            "RFC 8914 §4.16",
            "extended error 15: blocked by the operator's list.",
            "error extendido 15: bloqueado por una lista del operador.",
        ),
    ),
    (
        16,
        Entry::new(
            "RFC 8914 §4.17",
            "extended error 16: censored, by order of somebody else.",
            "error extendido 16: censurado por orden de un tercero.",
        ),
    ),
    (
        17,
        Entry::new(
            "RFC 8914 §4.18",
            "extended error 17: filtered, as the client asked for.",
            "error extendido 17: filtrado, como pidió el cliente.",
        ),
    ),
    (
        18,
        Entry::new(
            "RFC 8914 §4.19",
            "extended error 18: prohibited; this client is not served.",
            "error extendido 18: prohibido; a este cliente no se le atiende.",
        ),
    ),
    (
        19,
        Entry::new(
            "RFC 8914 §4.20",
            "extended error 19: a NXDOMAIN beyond its TTL, since nobody has a fresh one.",
            "error extendido 19: un NXDOMAIN ya caducado, porque nadie tiene uno reciente.",
        ),
    ),
    (
        20,
        Entry::new(
            "RFC 8914 §4.21",
            "extended error 20: the server has no authority over the zone and does not ask others.",
            "error extendido 20: el servidor no tiene autoridad sobre la zona ni pregunta a otros.",
        ),
    ),
    (
        21,
        Entry::new(
            "RFC 8914 §4.22",
            "extended error 21: the kind of query is not supported.",
            "error extendido 21: no se admite esa clase de consulta.",
        ),
    ),
    (
        22,
        Entry::new(
            "RFC 8914 §4.23",
            "extended error 22: no server with authority can be reached.",
            "error extendido 22: no se alcanza ningún servidor con autoridad.",
        ),
    ),
    (
        23,
        Entry::new(
            "RFC 8914 §4.24",
            "extended error 23: the network failed on the way to another server.",
            "error extendido 23: falló la red camino de otro servidor.",
        ),
    ),
    (
        24,
        Entry::new(
            "RFC 8914 §4.25",
            "extended error 24: the zone's data cannot be used, it may be expired or broken.",
            "error extendido 24: los datos de la zona no sirven: pueden estar caducados o rotos.",
        ),
    ),
];

const OTHER_EXTENDED: Entry = Entry::new(
    "RFC 8914 §2",
    "an extended error: the reason behind the response code, with a text for people.",
    "un error extendido: el motivo tras el código de respuesta, con un texto para personas.",
);
