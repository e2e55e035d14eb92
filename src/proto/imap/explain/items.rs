//! What FETCH can ask for: items and sections (RFC 9051 §6.4.5 and the extensions' own).

use super::super::token::Reader;
use super::{Row, find, named, row};
use crate::proto::explain::{Entry, Explanation, Language};

/// The notes on the item that is next, if it is one: `BODY.PEEK[1.HEADER.FIELDS (FROM)]<0.100>`.
pub(super) fn explain(reader: &mut Reader<'_>, language: Language) -> Option<Vec<Explanation>> {
    let at = reader.at();
    let word = reader.keyword()?;
    if reader.peek() != Some(b'[') {
        return find(ITEMS, &word).map(|note| vec![named(&word, note, language)]);
    }
    reader.back(at);
    let range = reader.skip()?;
    let whole = String::from_utf8_lossy(reader.octets(range)).to_ascii_uppercase();
    let name = format!("{word}[]");
    let mut notes = vec![named(&name, find(ITEMS, &name)?, language)];
    let (inner, behind) = whole.get(word.len() + 1..)?.rsplit_once(']')?;
    let section = inner.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == '.');
    if section.len() < inner.len() {
        notes.push(named(inner.get(..inner.len() - section.len())?.trim_end_matches('.'), &PART, language));
    }
    let section = section.split(' ').next().unwrap_or_default();
    notes.extend(find(SECTIONS, section).map(|note| named(section, note, language)));
    if behind.starts_with('<') {
        notes.push(PARTIAL.under(0, language));
    }
    Some(notes)
}

/// All of them.
#[cfg(test)]
pub(super) fn all() -> impl Iterator<Item = &'static Entry> {
    ITEMS.iter().chain(SECTIONS).map(|(_, note)| note).chain([&PART, &PARTIAL])
}

const PART: Entry = Entry::new(
    "RFC 9051 §6.4.5.1",
    "the number of a part: parts are counted from 1 at each level, dots go down one.",
    "el número de una parte: se cuentan desde 1 en cada nivel, y cada punto baja uno.",
);

const PARTIAL: Entry = Entry::new(
    "RFC 9051 §6.4.5",
    "in < > which octet is the first, and how many at most: a stretch of it.",
    "entre < > va el primer octeto y cuántos como mucho: un fragmento.",
);

const ITEMS: &[Row] = &[
    row(
        "ALL",
        "RFC 9051 §6.4.5",
        "short for FLAGS INTERNALDATE RFC822.SIZE ENVELOPE: what a list of messages shows.",
        "abreviatura de FLAGS INTERNALDATE RFC822.SIZE ENVELOPE: lo que muestra una lista de mensajes.",
    ),
    row(
        "FAST",
        "RFC 9051 §6.4.5",
        "short for FLAGS INTERNALDATE RFC822.SIZE.",
        "abreviatura de FLAGS INTERNALDATE RFC822.SIZE sin más.",
    ),
    row(
        "FULL",
        "RFC 9051 §6.4.5",
        "short for FLAGS INTERNALDATE RFC822.SIZE ENVELOPE BODY.",
        "abreviatura de FLAGS INTERNALDATE RFC822.SIZE ENVELOPE BODY, todo junto.",
    ),
    row(
        "FLAGS",
        "RFC 9051 §2.3.2",
        "the message's flags: \\Seen, \\Answered and the like, and keywords.",
        "las marcas del mensaje: \\Seen, \\Answered y similares, y palabras clave.",
    ),
    row(
        "UID",
        "RFC 9051 §2.3.1.1",
        "the unique identifier: it stays the same from session to session as long as UIDVALIDITY does.",
        "el identificador único: no cambia de una sesión a otra mientras no cambie UIDVALIDITY.",
    ),
    row(
        "ENVELOPE",
        "RFC 9051 §7.5.2",
        "the header in parsed form: date, subject, who from and to, Message-ID; enough for a list of messages.",
        "la cabecera analizada: fecha, asunto, de quién y a quién, Message-ID; basta para una lista.",
    ),
    row(
        "BODYSTRUCTURE",
        "RFC 9051 §7.5.2",
        "of what parts the message consists: types, encodings, sizes, names of attachments; no contents.",
        "de qué partes consta el mensaje: tipos, codificaciones, tamaños, nombres de adjuntos; sin contenido.",
    ),
    row(
        "BODY",
        "RFC 9051 §7.5.2",
        "the structure as BODYSTRUCTURE has it, without its extension data.",
        "la estructura como en BODYSTRUCTURE, sin los datos de extensión.",
    ),
    row(
        "BODY[]",
        "RFC 9051 §6.4.5",
        "the section in the brackets, or the whole message if there is none. Fetching it sets \\Seen.",
        "la sección entre corchetes, o el mensaje entero si no la hay. Pedirla marca el mensaje como leído (\\Seen).",
    ),
    row(
        "BODY.PEEK[]",
        "RFC 9051 §6.4.5",
        "the section in the brackets, or the whole message, and \\Seen stays as it is: the client only looks.",
        "la sección entre corchetes, o el mensaje entero, y \\Seen queda como estaba: el cliente solo mira.",
    ),
    row(
        "BINARY[]",
        "RFC 9051 §6.4.5",
        "a part with its transfer encoding already taken off by the server; sets \\Seen.",
        "una parte ya decodificada por el servidor; pone \\Seen.",
    ),
    row(
        "BINARY.PEEK[]",
        "RFC 9051 §6.4.5",
        "a part decoded by the server, without setting \\Seen.",
        "una parte decodificada por el servidor, sin poner \\Seen.",
    ),
    row(
        "BINARY.SIZE[]",
        "RFC 9051 §6.4.5",
        "how many octets a part has once it is decoded.",
        "cuántos octetos tiene una parte una vez decodificada.",
    ),
    row(
        "RFC822",
        "RFC 3501 §6.4.5",
        "the whole message, an older name for BODY[]; it sets \\Seen.",
        "el mensaje entero, un nombre antiguo de BODY[]; pone \\Seen.",
    ),
    row(
        "RFC822.HEADER",
        "RFC 3501 §6.4.5",
        "the whole header, an older name for BODY.PEEK[HEADER].",
        "toda la cabecera, un nombre antiguo de BODY.PEEK[HEADER].",
    ),
    row(
        "RFC822.TEXT",
        "RFC 3501 §6.4.5",
        "the body, an older name for BODY[TEXT]; it sets \\Seen as well.",
        "el cuerpo, un nombre antiguo de BODY[TEXT]; también pone \\Seen.",
    ),
    row(
        "RFC822.SIZE",
        "RFC 9051 §2.3.4",
        "how many octets the message has on the wire. Some servers guess it, so it is only a hint.",
        "cuántos octetos ocupa el mensaje al transmitirse. Algunos servidores lo estiman: es solo orientativo.",
    ),
    row(
        "INTERNALDATE",
        "RFC 9051 §2.3.3",
        "when the message came to the mailbox, which is not the Date of its header.",
        "cuándo llegó el mensaje al buzón, que no es el Date de su cabecera.",
    ),
    row(
        "MODSEQ",
        "RFC 7162 §3.1.4",
        "the number of the last change to the message's flags: with it a client asks only for what changed since.",
        "el número del último cambio en las marcas del mensaje: con él se pide solo lo cambiado desde entonces.",
    ),
    row(
        "EMAILID",
        "RFC 8474 §5.1",
        "an identifier of the contents: copies of a message in other mailboxes have the same.",
        "un identificador del contenido: las copias en otros buzones tienen el mismo.",
    ),
    row(
        "THREADID",
        "RFC 8474 §5.2",
        "an identifier that all messages of a conversation share.",
        "un identificador que comparten los mensajes de una conversación.",
    ),
    row(
        "PREVIEW",
        "RFC 8970 §3.1",
        "the beginning of the text in at most 200 characters, made by the server for lists.",
        "el comienzo del texto en 200 caracteres como mucho, hecho por el servidor para listas.",
    ),
    row(
        "SAVEDATE",
        "RFC 8514 §4.3",
        "when the message was put into this very mailbox, by delivery, COPY or MOVE.",
        "cuándo se puso el mensaje en este buzón, por entrega, COPY o MOVE.",
    ),
    row(
        "X-GM-MSGID",
        "Google IMAP extensions",
        "Gmail's number of a message, the same under every label.",
        "el número de mensaje de Gmail, igual bajo cualquier etiqueta.",
    ),
    row(
        "X-GM-THRID",
        "Google IMAP extensions",
        "Gmail's number of a conversation.",
        "el número de conversación de Gmail.",
    ),
    row(
        "X-GM-LABELS",
        "Google IMAP extensions",
        "Gmail's labels of the message, without that of the mailbox that is open.",
        "las etiquetas de Gmail del mensaje, sin la del buzón abierto.",
    ),
];

const SECTIONS: &[Row] = &[
    row("HEADER", "RFC 9051 §6.4.5.1", "the header, up to its empty line.", "la cabecera, hasta su línea vacía."),
    row(
        "HEADER.FIELDS",
        "RFC 9051 §6.4.5.1",
        "of the header only the fields that are named.",
        "de la cabecera, solo los campos nombrados.",
    ),
    row(
        "HEADER.FIELDS.NOT",
        "RFC 9051 §6.4.5.1",
        "of the header all but the fields that are named.",
        "de la cabecera, todo salvo los campos nombrados.",
    ),
    row("TEXT", "RFC 9051 §6.4.5.1", "the body without its header.", "el cuerpo sin su cabecera."),
    row(
        "MIME",
        "RFC 9051 §6.4.5.1",
        "the header of a part: its type, encoding and name.",
        "la cabecera de una parte: su tipo, codificación y nombre.",
    ),
];
