//! Flags and response codes.

use super::super::message::Rcode;
use crate::proto::explain::Entry;

/// The note on a flag, by the name that dig gives it.
pub(super) fn flag(name: &str) -> Option<&'static Entry> {
    FLAGS.iter().find(|(flag, _)| *flag == name).map(|(_, entry)| entry)
}

/// The note on a response code.
pub(super) fn code(rcode: Rcode) -> &'static Entry {
    let known = RCODES.iter().find(|(code, _)| *code == rcode.0).map(|(_, entry)| entry);
    known.unwrap_or(&OTHER_RCODE)
}

const FLAGS: [(&str, Entry); 7] = [
    (
        "qr",
        Entry::new(
            "RFC 1035 §4.1.1",
            "qr: this message is a response, not a query.",
            "qr: este mensaje es una respuesta, no una consulta.",
        ),
    ),
    (
        "aa",
        Entry::new(
            "RFC 1035 §4.1.1",
            "aa: authoritative; the server holds the zone itself. Without it the answer comes from a cache, as nslookup's \
         \"Non-authoritative answer\" says.",
            "aa: con autoridad; el servidor tiene la zona. Sin este bit la respuesta viene de una caché: es el \
         «Non-authoritative answer» de nslookup.",
        ),
    ),
    (
        "tc",
        Entry::new(
            "RFC 7766 §5",
            "tc: truncated, the answer did not fit into the datagram. The client asks again over TCP.",
            "tc: truncada, la respuesta no cabía en el datagrama. El cliente vuelve a preguntar por TCP.",
        ),
    ),
    (
        "rd",
        Entry::new(
            "RFC 1035 §4.1.1",
            "rd: recursion desired; the server is to ask others until it knows, if it does that.",
            "rd: se desea recursión; el servidor debe preguntar a otros hasta saberlo, si presta ese servicio.",
        ),
    ),
    (
        "ra",
        Entry::new(
            "RFC 1035 §4.1.1",
            "ra: recursion available; this server asks others for its clients.",
            "ra: recursión disponible; este servidor pregunta a otros en nombre de sus clientes.",
        ),
    ),
    (
        "ad",
        Entry::new(
            "RFC 4035 §3.2.3",
            "ad: the server has verified the answer with DNSSEC. That counts only if the way to it is trusted.",
            "ad: el servidor ha verificado la respuesta con DNSSEC. Solo vale si el camino hasta él es de fiar.",
        ),
    ),
    (
        "cd",
        Entry::new(
            "RFC 4035 §3.2.2",
            "cd: checking disabled; the answer is wanted even if DNSSEC refutes it.",
            "cd: sin comprobación; se quiere la respuesta aunque DNSSEC la desmienta.",
        ),
    ),
];

const RCODES: [(u16, Entry); 11] = [
    (
        0,
        Entry::new(
            "RFC 1035 §4.1.1",
            "NOERROR: the question is answered. Records follow by section.",
            "NOERROR: la pregunta queda contestada. Siguen los registros por secciones.",
        ),
    ),
    (
        1,
        Entry::new(
            "RFC 1035 §4.1.1",
            "FORMERR: the server cannot read the query. Very old ones say so to EDNS, and are asked again without it.",
            "FORMERR: el servidor no entiende la consulta. Los muy antiguos lo dicen ante EDNS; se repite sin él.",
        ),
    ),
    (
        2,
        Entry::new(
            "RFC 1035 §4.1.1",
            "SERVFAIL: the server could not find out: its zone is broken, others do not answer, or DNSSEC fails. Mail \
         waits and is tried again.",
            "SERVFAIL: el servidor no ha podido averiguarlo: zona defectuosa, otros no responden o falla DNSSEC. El \
         correo espera y se reintenta.",
        ),
    ),
    (
        3,
        Entry::new(
            "RFC 2308 §2.1",
            "NXDOMAIN: no such name exists, for any type of record. Mail to it goes back to its sender.",
            "NXDOMAIN: no existe tal nombre, con ningún tipo de registro. El correo vuelve al remitente.",
        ),
    ),
    (
        4,
        Entry::new(
            "RFC 1035 §4.1.1",
            "NOTIMP: the server does not know this kind of query.",
            "NOTIMP: el servidor no conoce esta clase de consulta.",
        ),
    ),
    (
        5,
        Entry::new(
            "RFC 1035 §4.1.1",
            "REFUSED: the server does not want to answer us, or does not serve this zone. Another one has to be asked.",
            "REFUSED: el servidor no quiere contestarnos o no sirve esta zona. Hay que preguntar a otro.",
        ),
    ),
    (
        6,
        Entry::new(
            "RFC 2136 §2.2",
            "YXDOMAIN: a name exists that should not; or a DNAME made a name too long.",
            "YXDOMAIN: existe un nombre que no debería; o un DNAME ha dado un nombre demasiado largo.",
        ),
    ),
    (
        7,
        Entry::new(
            "RFC 2136 §2.2",
            "YXRRSET: records exist that should not, an answer to updates.",
            "YXRRSET: existen registros que no deberían; responde a actualizaciones.",
        ),
    ),
    (
        8,
        Entry::new(
            "RFC 2136 §2.2",
            "NXRRSET: records that should exist do not, an answer to updates.",
            "NXRRSET: faltan registros que deberían existir; responde a actualizaciones.",
        ),
    ),
    (
        9,
        Entry::new(
            "RFC 2136 §2.2",
            "NOTAUTH: the server has no authority over the zone, or does not trust the client.",
            "NOTAUTH: el servidor no tiene autoridad sobre la zona, o no se fía del cliente.",
        ),
    ),
    (
        16,
        Entry::new(
            "RFC 6891 §9",
            "BADVERS: the server does not speak this version of EDNS. The client asks again without EDNS.",
            "BADVERS: el servidor no habla esta versión de EDNS. El cliente repite la pregunta sin EDNS.",
        ),
    ),
];

const OTHER_RCODE: Entry = Entry::new(
    "RFC 6895 §2.3",
    "a response code that means failure, and is rare in answers to questions.",
    "un código de respuesta que indica fallo y que rara vez aparece al preguntar.",
);
