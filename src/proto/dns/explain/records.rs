//! Sections and record types.

use super::super::message::Section;
use super::super::record::Type;
use crate::proto::explain::Entry;

/// The note on a section of a message.
pub(super) fn section(section: Section) -> &'static Entry {
    match section {
        Section::Answer => &ANSWER,
        Section::Authority => &AUTHORITY,
        Section::Additional => &ADDITIONAL,
    }
}

/// The note on a record type.
pub(super) fn kind(kind: Type) -> &'static Entry {
    TYPES.iter().find(|(known, _)| *known == kind).map_or(&OTHER_TYPE, |(_, entry)| entry)
}

const ANSWER: Entry = Entry::new(
    "RFC 1035 §3.7",
    "answer section: name, TTL in seconds (how long it may be kept), class IN for the Internet, type, data.",
    "sección de respuesta: nombre, TTL en segundos (cuánto puede guardarse), clase IN de Internet, tipo y datos.",
);

const AUTHORITY: Entry = Entry::new(
    "RFC 1035 §3.7",
    "authority section: the name servers of the zone, where authoritative answers can be found; its SOA where there \
     is no such record.",
    "sección de autoridad: los servidores de la zona, donde hay respuestas con autoridad; o su SOA si no hay tal \
     registro.",
);

const ADDITIONAL: Entry = Entry::new(
    "RFC 1035 §3.7",
    "additional section: addresses that the client would ask for next, sent along to spare the questions.",
    "sección adicional: direcciones que el cliente pediría a continuación, enviadas para ahorrarle preguntas.",
);

const TYPES: [(Type, Entry); 20] = [
    (
        Type::A,
        Entry::new(
            "RFC 1035 §3.4.1",
            "A: an IPv4 address of the name. With it the client can connect.",
            "A: una dirección IPv4 del nombre. Con ella el cliente ya puede conectarse.",
        ),
    ),
    (
        Type::AAAA,
        Entry::new(
            "RFC 3596 §2.2",
            "AAAA: an IPv6 address of the name, four times as long as an A.",
            "AAAA: una dirección IPv6 del nombre, cuatro veces más larga que una A.",
        ),
    ),
    (
        Type::NS,
        Entry::new(
            "RFC 1035 §3.3.11",
            "NS: a server with authority over the zone.",
            "NS: un servidor con autoridad sobre la zona.",
        ),
    ),
    (
        Type::CNAME,
        Entry::new(
            "RFC 1034 §3.6.2",
            "CNAME: the name is an alias; the records are those of the name behind it. An MX must not point to one.",
            "CNAME: el nombre es un alias; los registros son los del nombre al que apunta. Un MX no debe apuntar a uno.",
        ),
    ),
    (
        Type::SOA,
        Entry::new(
            "RFC 1035 §3.3.13",
            "SOA: where a zone begins: primary server, who is responsible, serial number, refresh, retry, expire, and how \
         long a \"no\" may be kept.",
            "SOA: el inicio de una zona: servidor primario, responsable, número de serie, refresco, reintento, caducidad \
         y cuánto puede guardarse un «no».",
        ),
    ),
    (
        Type::PTR,
        Entry::new(
            "RFC 1035 §3.3.12",
            "PTR: the name of an address, the way back. Mail servers without one are distrusted.",
            "PTR: el nombre de una dirección, el camino inverso. Se desconfía del servidor de correo que no lo tiene.",
        ),
    ),
    (
        Type::MX,
        Entry::new(
            "RFC 5321 §5.1",
            "MX: a host that takes mail for the domain, behind its preference: the lowest number is tried first, equal \
         ones in any order.",
            "MX: un host que recibe el correo del dominio, tras su preferencia: primero el número más bajo; entre iguales, \
         cualquier orden.",
        ),
    ),
    (
        Type::TXT,
        Entry::new(
            "RFC 1035 §3.3.14",
            "TXT: text for programs; mail keeps SPF, DKIM, DMARC and MTA-STS in it.",
            "TXT: texto para programas; el correo guarda ahí SPF, DKIM, DMARC y MTA-STS.",
        ),
    ),
    (
        Type::SRV,
        Entry::new(
            "RFC 2782",
            "SRV: where a service runs: priority, weight, port, host. Mail clients find submission and IMAP by it.",
            "SRV: dónde está un servicio: prioridad, peso, puerto y host. Así hallan los clientes el envío y el IMAP.",
        ),
    ),
    (
        Type::DNAME,
        Entry::new(
            "RFC 6672 §2.1",
            "DNAME: an alias for all names below this one.",
            "DNAME: un alias para todos los nombres que cuelgan de este.",
        ),
    ),
    (
        Type::OPT,
        Entry::new(
            "RFC 6891 §6.1",
            "OPT: no record of any name, but the place where EDNS stands.",
            "OPT: no es registro de ningún nombre, sino el lugar donde va EDNS.",
        ),
    ),
    (
        Type::DS,
        Entry::new(
            "RFC 4034 §5",
            "DS: the parent's fingerprint of the zone's key, a link in the chain of DNSSEC.",
            "DS: la huella de la clave de la zona que guarda la zona superior, un eslabón de la cadena de DNSSEC.",
        ),
    ),
    (
        Type::RRSIG,
        Entry::new(
            "RFC 4034 §3",
            "RRSIG: the signature over a set of records.",
            "RRSIG: la firma de un conjunto de registros.",
        ),
    ),
    (
        Type::NSEC,
        Entry::new(
            "RFC 4034 §4",
            "NSEC: signed proof that between two names there is none.",
            "NSEC: prueba firmada de que entre dos nombres no hay ninguno.",
        ),
    ),
    (
        Type::DNSKEY,
        Entry::new(
            "RFC 4034 §2",
            "DNSKEY: a public key that signs the zone.",
            "DNSKEY: una clave pública con que se firma la zona.",
        ),
    ),
    (
        Type::NSEC3,
        Entry::new(
            "RFC 5155 §3",
            "NSEC3: as NSEC, with hashed names, so that the zone cannot be listed.",
            "NSEC3: como NSEC pero con los nombres resumidos, para que no se pueda listar la zona.",
        ),
    ),
    (
        Type::TLSA,
        Entry::new(
            "RFC 7672 §3.1",
            "TLSA: which certificate a TLS server must show (DANE): usage, selector, matching type, digest. It counts only \
         with DNSSEC.",
            "TLSA: qué certificado debe mostrar un servidor TLS (DANE): uso, selector, tipo y resumen. Solo vale con \
         DNSSEC.",
        ),
    ),
    (
        Type::HTTPS,
        Entry::new(
            "RFC 9460 §9",
            "HTTPS: how a web server is reached: addresses, protocols, keys.",
            "HTTPS: cómo se llega a un servidor web: direcciones, protocolos, claves.",
        ),
    ),
    (
        Type::ANY,
        Entry::new(
            "RFC 8482 §4",
            "ANY: a question for whatever there is; many servers answer with little.",
            "ANY: pregunta por todo lo que haya; muchos servidores contestan con poco.",
        ),
    ),
    (
        Type::CAA,
        Entry::new(
            "RFC 8659 §4",
            "CAA: which authorities may issue certificates for the name.",
            "CAA: qué autoridades pueden emitir certificados para el nombre.",
        ),
    ),
];

const OTHER_TYPE: Entry = Entry::new(
    "RFC 3597 §5",
    "a record of a type that has no part in mail, shown in hexadecimal.",
    "un registro de un tipo ajeno al correo, mostrado en hexadecimal.",
);
