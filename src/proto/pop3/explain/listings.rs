//! Under the lines behind a reply: what their figures are, and what each capability means.

use super::super::command::Verb;
use super::super::listing::{Scan, UniqueId, lines};
use super::keywords;
use crate::proto::explain::{Entry, Explanation, Language, figure};

/// The notes on lines. A note that would stand under each line stands under the first.
pub(super) fn explain(to: Verb, begins: bool, octets: &[u8], language: Language) -> Vec<Explanation> {
    match to {
        Verb::Capa => {
            let lines = lines(octets).enumerate();
            lines.flat_map(|(n, line)| keywords::explain(line, n, language)).collect()
        }
        _ if !begins => Vec::new(),
        Verb::List => first(octets, Scan::parse, &SCAN, language, |scan| {
            let (number, octets) = (scan.number, figure(scan.octets, language));
            language.choose(
                format!("message {number} has {octets} octets"),
                format!("el mensaje {number} tiene {octets} octetos"),
            )
        }),
        Verb::Uidl => first(
            octets,
            |line| UniqueId::parse(line).map(|id| id.number),
            &UNIQUE_ID,
            language,
            |number| language.choose(format!("message {number}"), format!("mensaje {number}")),
        ),
        Verb::Auth => vec![MECHANISMS.under(0, language)],
        Verb::Lang => vec![LANGUAGES.under(0, language)],
        _ => vec![LINES.under(0, language)],
    }
}

fn first<'a, T>(
    octets: &'a [u8],
    parse: impl FnOnce(&'a [u8]) -> Option<T>,
    note: &'static Entry,
    language: Language,
    words: impl FnOnce(T) -> String,
) -> Vec<Explanation> {
    let figures = lines(octets).next().and_then(parse).map(words);
    let text = match figures {
        Some(figures) => format!("{figures}; {}", note.text(language)),
        None => note.text(language).to_owned(),
    };
    vec![Explanation { line: 0, text: text.into(), rfc: note.rfc }]
}

/// All of them.
#[cfg(test)]
pub(super) fn all() -> impl Iterator<Item = &'static Entry> {
    [&SCAN, &UNIQUE_ID, &MECHANISMS, &LANGUAGES, &LINES].into_iter()
}

const SCAN: Entry = Entry::new(
    "RFC 1939 §5",
    "in each line the number and the size of a message that is not marked as deleted.",
    "en cada línea, el número y el tamaño de un mensaje no marcado como borrado.",
);

const UNIQUE_ID: Entry = Entry::new(
    "RFC 1939 §7",
    "behind each number its unique-id, 1 to 70 characters, which no other message of the maildrop ever gets.",
    "tras cada número, su identificador único, de 1 a 70 caracteres, que ningún otro mensaje del buzón recibirá.",
);

const MECHANISMS: Entry = Entry::new(
    "RFC 5034 §6",
    "the SASL mechanisms, one a line: an older way to say what CAPA says in SASL.",
    "los mecanismos SASL, uno por línea: una forma antigua de decir lo que CAPA dice en SASL.",
);

const LANGUAGES: Entry = Entry::new(
    "RFC 6856 §3.2",
    "in each line a language tag and what the language calls itself.",
    "en cada línea, una etiqueta de idioma y el nombre que ese idioma se da.",
);

const LINES: Entry = Entry::new(
    "RFC 1939 §3",
    "lines of an answer that only the server knows the meaning of; a dot ends them.",
    "líneas de una respuesta cuyo sentido solo conoce el servidor; un punto las termina.",
);
