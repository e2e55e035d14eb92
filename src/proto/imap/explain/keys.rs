//! What SEARCH, SORT and THREAD can ask for: keys, sort criteria, and the forms of the answer (RFC 9051 §6.4.4,
//! RFC 5256 and the extensions' own).

use super::{Row, find, row};
use crate::proto::explain::Entry;

/// What a key of SEARCH asks for, by its name in any case.
pub(super) fn key(name: &str) -> Option<&'static Entry> {
    find(KEYS, name)
}

/// What the answer holds, by the word behind RETURN.
pub(super) fn returned(name: &str) -> Option<&'static Entry> {
    find(RETURNED, name)
}

/// What SORT goes by.
pub(super) fn criterion(name: &str) -> Option<&'static Entry> {
    find(CRITERIA, name)
}

/// How many values stand behind a key.
pub(super) fn values(key: &str) -> usize {
    match key {
        "HEADER" => 2,
        "ALL" | "ANSWERED" | "DELETED" | "DRAFT" | "FLAGGED" | "NEW" | "NOT" | "OLD" | "OR" | "RECENT" | "SEEN"
        | "UNANSWERED" | "UNDELETED" | "UNDRAFT" | "UNFLAGGED" | "UNSEEN" | "SAVEDATESUPPORTED" | "FUZZY"
        | "RETURN" => 0,
        _ => 1,
    }
}

/// All of them.
#[cfg(test)]
pub(super) fn all() -> impl Iterator<Item = &'static Entry> {
    KEYS.iter().chain(RETURNED).chain(CRITERIA).map(|(_, note)| note)
}

const KEYS: &[Row] = &[
    row("ALL", "RFC 9051 §6.4.4", "every message of the mailbox.", "todos los mensajes del buzón."),
    row("ANSWERED", "RFC 9051 §6.4.4", "with \\Answered: somebody replied.", "con \\Answered: alguien contestó."),
    row("BCC", "RFC 9051 §6.4.4", "what stands behind it occurs in Bcc.", "lo que sigue aparece en Bcc."),
    row(
        "BEFORE",
        "RFC 9051 §6.4.4",
        "arrived before that day, whatever the hour and zone.",
        "llegado antes de ese día, sin mirar hora ni zona.",
    ),
    row("BODY", "RFC 9051 §6.4.4", "what stands behind it occurs in the body.", "lo que sigue aparece en el cuerpo."),
    row("CC", "RFC 9051 §6.4.4", "what stands behind it occurs in Cc.", "lo que sigue aparece en Cc."),
    row(
        "DELETED",
        "RFC 9051 §6.4.4",
        "with \\Deleted: EXPUNGE would delete it.",
        "con \\Deleted: EXPUNGE lo borraría.",
    ),
    row("DRAFT", "RFC 9051 §6.4.4", "with \\Draft: not finished.", "con \\Draft: sin terminar."),
    row(
        "FLAGGED",
        "RFC 9051 §6.4.4",
        "with \\Flagged: starred, or to be seen to.",
        "con \\Flagged: destacado o pendiente.",
    ),
    row("FROM", "RFC 9051 §6.4.4", "what stands behind it occurs in From.", "lo que sigue aparece en From."),
    row(
        "HEADER",
        "RFC 9051 §6.4.4",
        "a field of that name exists and holds that text; empty text: it exists.",
        "existe un campo de ese nombre y contiene ese texto; texto vacío: basta que exista.",
    ),
    row("KEYWORD", "RFC 9051 §6.4.4", "with that keyword among the flags.", "con esa palabra clave entre las marcas."),
    row("LARGER", "RFC 9051 §6.4.4", "with more octets than that.", "con más octetos que esos."),
    row(
        "NEW",
        "RFC 3501 §6.4.4",
        "recent and not seen; RFC 9051 has no recent any more.",
        "reciente y no leído; RFC 9051 ya no tiene recientes.",
    ),
    row("NOT", "RFC 9051 §6.4.4", "the key behind it does not hold.", "no se cumple la clave que sigue."),
    row(
        "OLD",
        "RFC 3501 §6.4.4",
        "not recent: another session has had it before.",
        "no reciente: otra sesión ya lo tuvo.",
    ),
    row("ON", "RFC 9051 §6.4.4", "arrived on that day.", "llegado ese día."),
    row(
        "OR",
        "RFC 9051 §6.4.4",
        "one of the two keys behind it holds, or both.",
        "se cumple una de las dos claves que siguen, o ambas.",
    ),
    row("RECENT", "RFC 3501 §6.4.4", "with \\Recent: new to this session.", "con \\Recent: nuevo en esta sesión."),
    row("SEEN", "RFC 9051 §6.4.4", "with \\Seen: read.", "con \\Seen: leído."),
    row("SENTBEFORE", "RFC 9051 §6.4.4", "its Date is before that day.", "su Date es anterior a ese día."),
    row("SENTON", "RFC 9051 §6.4.4", "its Date is that day.", "su Date es ese día."),
    row("SENTSINCE", "RFC 9051 §6.4.4", "its Date is that day or later.", "su Date es ese día o posterior."),
    row("SINCE", "RFC 9051 §6.4.4", "arrived on that day or later.", "llegado ese día o después."),
    row("SMALLER", "RFC 9051 §6.4.4", "with fewer octets than that.", "con menos octetos que esos."),
    row(
        "SUBJECT",
        "RFC 9051 §6.4.4",
        "what stands behind it occurs in the subject.",
        "lo que sigue aparece en el asunto.",
    ),
    row(
        "TEXT",
        "RFC 9051 §6.4.4",
        "what stands behind it occurs in header or body.",
        "lo que sigue aparece en cabecera o cuerpo.",
    ),
    row("TO", "RFC 9051 §6.4.4", "what stands behind it occurs in To.", "lo que sigue aparece en To."),
    row("UID", "RFC 9051 §6.4.4", "its UID is in that set.", "su UID está en ese conjunto."),
    row("UNANSWERED", "RFC 9051 §6.4.4", "without \\Answered.", "sin \\Answered."),
    row("UNDELETED", "RFC 9051 §6.4.4", "without \\Deleted.", "sin \\Deleted."),
    row("UNDRAFT", "RFC 9051 §6.4.4", "without \\Draft.", "sin \\Draft."),
    row("UNFLAGGED", "RFC 9051 §6.4.4", "without \\Flagged.", "sin \\Flagged."),
    row("UNKEYWORD", "RFC 9051 §6.4.4", "without that keyword.", "sin esa palabra clave."),
    row("UNSEEN", "RFC 9051 §6.4.4", "without \\Seen: not read yet.", "sin \\Seen: aún no leído."),
    row("OLDER", "RFC 5032 §3", "arrived more than so many seconds ago.", "llegado hace más de esos segundos."),
    row("YOUNGER", "RFC 5032 §3", "arrived at most so many seconds ago.", "llegado hace esos segundos o menos."),
    row(
        "MODSEQ",
        "RFC 7162 §3.1.5",
        "changed at or after that number of changes.",
        "cambiado en ese número de cambio o después.",
    ),
    row("EMAILID", "RFC 8474 §6", "with that identifier of its contents.", "con ese identificador de contenido."),
    row("THREADID", "RFC 8474 §6", "in that conversation.", "en esa conversación."),
    row(
        "SAVEDBEFORE",
        "RFC 8514 §4.2",
        "saved in this mailbox before that day.",
        "guardado en este buzón antes de ese día.",
    ),
    row("SAVEDON", "RFC 8514 §4.2", "saved in this mailbox on that day.", "guardado en este buzón ese día."),
    row(
        "SAVEDSINCE",
        "RFC 8514 §4.2",
        "saved in this mailbox on that day or later.",
        "guardado en este buzón ese día o después.",
    ),
    row(
        "SAVEDATESUPPORTED",
        "RFC 8514 §4.2",
        "true if the mailbox keeps save dates at all.",
        "cierto si el buzón guarda esas fechas.",
    ),
    row(
        "FUZZY",
        "RFC 6203 §3",
        "the key behind it may hold nearly: other forms of a word, misspellings.",
        "la clave que sigue puede cumplirse casi: otras formas de una palabra, erratas.",
    ),
    row(
        "FILTER",
        "RFC 5466 §3.1",
        "the search that is kept on the server under that name.",
        "la búsqueda guardada en el servidor con ese nombre.",
    ),
    row(
        "X-GM-RAW",
        "Google IMAP extensions",
        "a query in the words of Gmail's own search box.",
        "una consulta con la sintaxis del buscador de Gmail.",
    ),
    row("X-GM-LABELS", "Google IMAP extensions", "with that label of Gmail.", "con esa etiqueta de Gmail."),
    row("X-GM-MSGID", "Google IMAP extensions", "with that number of Gmail's.", "con ese número de Gmail."),
    row("X-GM-THRID", "Google IMAP extensions", "in that conversation of Gmail's.", "en esa conversación de Gmail."),
    row(
        "CHARSET",
        "RFC 9051 §6.4.4",
        "not a key: the charset in which the strings stand.",
        "no es una clave: el juego de caracteres de los textos.",
    ),
    row(
        "RETURN",
        "RFC 9051 §6.4.4",
        "not a key: the form of the answer, an ESEARCH.",
        "no es una clave: la forma de la respuesta, un ESEARCH.",
    ),
];

const RETURNED: &[Row] = &[
    row("MIN", "RFC 9051 §6.4.4", "the lowest number that matches.", "el menor número que cumple."),
    row("MAX", "RFC 9051 §6.4.4", "the highest number that matches.", "el mayor número que cumple."),
    row("ALL", "RFC 9051 §6.4.4", "all that match, as a set.", "todos los que cumplen, como conjunto."),
    row("COUNT", "RFC 9051 §6.4.4", "how many match.", "cuántos cumplen."),
    row(
        "SAVE",
        "RFC 9051 §6.4.4",
        "the result is kept on the server, and $ stands for it in later commands.",
        "el resultado queda en el servidor y $ lo representa en órdenes posteriores.",
    ),
    row(
        "PARTIAL",
        "RFC 9394 §3.1",
        "only a page of the result: from the so-manieth to the so-manieth, negative ones from the end.",
        "solo una página del resultado: desde tal posición hasta tal otra; las negativas cuentan desde el final.",
    ),
    row(
        "UPDATE",
        "RFC 5267 §4.3",
        "the server tells whenever the result changes.",
        "el servidor avisa cada vez que cambia el resultado.",
    ),
    row(
        "CONTEXT",
        "RFC 5267 §4.2",
        "a hint that the client will ask the same again.",
        "un indicio de que el cliente repetirá la búsqueda.",
    ),
];

const CRITERIA: &[Row] = &[
    row("ARRIVAL", "RFC 5256 §3", "by when it came to the mailbox.", "por su llegada al buzón."),
    row("CC", "RFC 5256 §3", "by the first address of Cc.", "por la primera dirección de Cc."),
    row("DATE", "RFC 5256 §3", "by the Date of its header.", "por el Date de su cabecera."),
    row("FROM", "RFC 5256 §3", "by the first address of From.", "por la primera dirección de From."),
    row("REVERSE", "RFC 5256 §3", "the key behind it the other way round.", "la clave que sigue, al revés."),
    row("SIZE", "RFC 5256 §3", "by size.", "por tamaño."),
    row("SUBJECT", "RFC 5256 §3", "by subject, without Re: and the like.", "por asunto, sin Re: y similares."),
    row("TO", "RFC 5256 §3", "by the first address of To.", "por la primera dirección de To."),
    row("DISPLAYFROM", "RFC 5957 §3", "by the name that From shows.", "por el nombre que muestra From."),
    row("DISPLAYTO", "RFC 5957 §3", "by the name that To shows.", "por el nombre que muestra To."),
];
