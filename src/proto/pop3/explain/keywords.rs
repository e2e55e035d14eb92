//! What each keyword in the answer to CAPA means (RFC 2449 §6 and the extensions' own).

use super::super::capabilities::Capabilities;
use crate::proto::explain::{Entry, Explanation, Language, figure, quote};
use crate::proto::sasl;

/// The most characters of a keyword that are quoted.
const KEYWORD: usize = 32;

/// The notes on the `n`th line.
pub(super) fn explain(line: &[u8], n: usize, language: Language) -> Vec<Explanation> {
    let mut parsed = Capabilities::default();
    parsed.push(line);
    let Some((keyword, parameters)) = parsed.iter().next() else { return Vec::new() };
    let note = note(keyword).unwrap_or(&UNKNOWN);
    let name = quote(keyword.as_bytes(), KEYWORD);
    let text = format!("{name}: {}", note.text(language));
    let mut notes = vec![Explanation { line: n, text: text.into(), rfc: note.rfc }];
    if keyword == "SASL" && !parameters.is_empty() {
        let names: Vec<&str> = parameters.iter().map(String::as_str).collect();
        let text = sasl::explain::offered(&names, language);
        notes.push(Explanation { line: n, text: text.into(), rfc: "RFC 5034 §3" });
    }
    let figures = figures(keyword, parameters, language);
    notes.extend(figures.map(|text| Explanation { line: n, text: text.into(), rfc: note.rfc }));
    notes
}

/// What the figures of a keyword say.
fn figures(keyword: &str, parameters: &[String], language: Language) -> Option<String> {
    let first = parameters.first()?;
    let number: Option<u64> = first.parse().ok();
    match (keyword, number) {
        ("EXPIRE", None) if first.eq_ignore_ascii_case("NEVER") => Some(
            language.choose("the server deletes nothing by itself", "el servidor no borra nada por sí mismo").into(),
        ),
        ("EXPIRE", Some(0)) => Some(
            language
                .choose(
                    "what is fetched may not be left on the server",
                    "lo que se descarga no puede dejarse en el servidor",
                )
                .into(),
        ),
        ("EXPIRE", Some(days)) => {
            let days = figure(days, language);
            Some(language.choose(format!("messages are kept {days} days"), format!("se guardan {days} días")))
        }
        ("LOGIN-DELAY", Some(seconds)) => {
            let seconds = figure(seconds, language);
            Some(language.choose(
                format!("{seconds} seconds must pass from one login to the next"),
                format!("deben pasar {seconds} segundos entre dos identificaciones"),
            ))
        }
        _ => None,
    }
}

/// The note on a keyword, in any case.
pub(super) fn note(keyword: &str) -> Option<&'static Entry> {
    TABLE.iter().find(|(known, _)| known.eq_ignore_ascii_case(keyword)).map(|(_, note)| note)
}

/// All of them, with their keywords.
#[cfg(test)]
pub(super) fn all() -> impl Iterator<Item = &'static Entry> {
    TABLE.iter().map(|(_, note)| note).chain([&UNKNOWN])
}

const UNKNOWN: Entry = Entry::new(
    "RFC 2449 §6",
    "a capability that is not known here; a client that does not know it either passes it over.",
    "una capacidad desconocida aquí; un cliente que tampoco la conozca la pasa por alto.",
);

const TABLE: [(&str, Entry); 13] = [
    (
        "TOP",
        Entry::new(
            "RFC 2449 §6.2",
            "TOP is there: header and a few lines of a message.",
            "hay TOP: la cabecera y unas líneas de un mensaje.",
        ),
    ),
    (
        "USER",
        Entry::new(
            "RFC 2449 §6.3",
            "USER and PASS are allowed here. Many servers say it only inside TLS.",
            "aquí se admiten USER y PASS. Muchos servidores solo lo dicen dentro de TLS.",
        ),
    ),
    ("SASL", Entry::new("RFC 2449 §6.4", "AUTH is there, with these mechanisms.", "hay AUTH, con estos mecanismos.")),
    (
        "RESP-CODES",
        Entry::new(
            "RFC 2449 §6.5",
            "-ERR may begin with a code in brackets that programs understand.",
            "-ERR puede empezar con un código entre corchetes que entienden los programas.",
        ),
    ),
    (
        "LOGIN-DELAY",
        Entry::new(
            "RFC 2449 §6.6",
            "the server does not want to be asked too often.",
            "el servidor no quiere que se le pregunte demasiado a menudo.",
        ),
    ),
    (
        "PIPELINING",
        Entry::new(
            "RFC 2449 §6.8",
            "the client may give several commands before it reads the answers: many messages in one round trip.",
            "el cliente puede dar varias órdenes antes de leer las respuestas: muchos mensajes en un solo viaje.",
        ),
    ),
    (
        "EXPIRE",
        Entry::new(
            "RFC 2449 §6.7",
            "how long messages stay on the server.",
            "cuánto tiempo quedan los mensajes en el servidor.",
        ),
    ),
    (
        "UIDL",
        Entry::new(
            "RFC 2449 §6.8",
            "UIDL is there: names of messages that hold from session to session.",
            "hay UIDL: nombres de mensajes que valen de una sesión a otra.",
        ),
    ),
    (
        "IMPLEMENTATION",
        Entry::new(
            "RFC 2449 §6.9",
            "the name of the server's program. It is for people; nothing should depend on it.",
            "el nombre del programa servidor. Es para personas; nada debería depender de él.",
        ),
    ),
    (
        "STLS",
        Entry::new(
            "RFC 2595 §4",
            "STLS is there: this connection can be secured by TLS.",
            "hay STLS: esta conexión puede protegerse con TLS.",
        ),
    ),
    (
        "AUTH-RESP-CODE",
        Entry::new(
            "RFC 3206 §6",
            "a refused login says by [AUTH] or [SYS/…] whether the credentials or the server are the trouble.",
            "una autenticación rechazada dice con [AUTH] o [SYS/…] si fallan los datos o el servidor.",
        ),
    ),
    (
        "UTF8",
        Entry::new(
            "RFC 6856 §2.1",
            "UTF8 is there; with USER behind it, names and passwords may be UTF-8 too.",
            "hay UTF8; si detrás pone USER, también nombres y contraseñas pueden ir en UTF-8.",
        ),
    ),
    (
        "LANG",
        Entry::new(
            "RFC 6856 §3.1",
            "LANG is there: the server can speak other languages.",
            "hay LANG: el servidor sabe hablar otros idiomas.",
        ),
    ),
];
