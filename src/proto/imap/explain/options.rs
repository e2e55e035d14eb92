//! What STATUS, LIST, STORE, SELECT and FETCH take beside their arguments: attributes, options, forms, modifiers.

use super::{Row, find, row};
use crate::proto::explain::Entry;

/// What a figure of STATUS is.
pub(super) fn status(name: &str) -> Option<&'static Entry> {
    find(STATUS, name)
}

/// What an option of LIST asks for, whether it selects or is to be returned.
pub(super) fn list(name: &str) -> Option<&'static Entry> {
    find(LIST, name)
}

/// What a form of STORE does: `+FLAGS`, `.SILENT`.
pub(super) fn store(name: &str) -> Option<&'static Entry> {
    find(STORE, name)
}

/// What a modifier of SELECT or FETCH asks for.
pub(super) fn modifier(name: &str) -> Option<&'static Entry> {
    find(MODIFIERS, name)
}

/// All of them.
#[cfg(test)]
pub(super) fn all() -> impl Iterator<Item = &'static Entry> {
    STATUS.iter().chain(LIST).chain(STORE).chain(MODIFIERS).map(|(_, note)| note)
}

const STATUS: &[Row] = &[
    row("MESSAGES", "RFC 9051 §6.3.11", "how many messages there are.", "cuántos mensajes hay."),
    row(
        "RECENT",
        "RFC 3501 §6.3.10",
        "how many are new since a session last looked; gone from RFC 9051.",
        "cuántos son nuevos desde la última sesión; ya no está en RFC 9051.",
    ),
    row(
        "UIDNEXT",
        "RFC 9051 §6.3.11",
        "the UID that the next message will have at least: if it grew, there is mail.",
        "el UID que tendrá como mínimo el próximo mensaje: si creció, hay correo.",
    ),
    row(
        "UIDVALIDITY",
        "RFC 9051 §6.3.11",
        "if it changed, all UIDs that a client remembers are worthless.",
        "si cambió, los UID que recuerde un cliente no valen nada.",
    ),
    row(
        "UNSEEN",
        "RFC 9051 §6.3.11",
        "how many are without \\Seen. (In a code of SELECT it is the number of the first such message.)",
        "cuántos no llevan \\Seen. (En un código de SELECT es el número del primero de ellos.)",
    ),
    row("DELETED", "RFC 9051 §6.3.11", "how many bear \\Deleted.", "cuántos llevan \\Deleted."),
    row(
        "SIZE",
        "RFC 9051 §6.3.11",
        "how many octets all messages have together.",
        "cuántos octetos suman todos los mensajes.",
    ),
    row(
        "HIGHESTMODSEQ",
        "RFC 7162 §3.1.7",
        "the number of the last change in the mailbox: if it is the same, nothing changed.",
        "el número del último cambio del buzón: si es el mismo, nada cambió.",
    ),
    row(
        "MAILBOXID",
        "RFC 8474 §4.3",
        "an identifier that the mailbox keeps when it is renamed.",
        "un identificador que el buzón conserva al cambiar de nombre.",
    ),
    row(
        "APPENDLIMIT",
        "RFC 7889 §2",
        "how large a message for it may be, in octets.",
        "cuán grande puede ser un mensaje para él, en octetos.",
    ),
    row(
        "DELETED-STORAGE",
        "RFC 9208 §5.3",
        "how much space expunging would free.",
        "cuánto espacio liberaría borrar lo marcado.",
    ),
];

const LIST: &[Row] = &[
    row(
        "SUBSCRIBED",
        "RFC 5258 §3",
        "subscribed mailboxes: as a selection only those, as a return option each is marked.",
        "buzones suscritos: al seleccionar, solo esos; en RETURN, se marca cada uno.",
    ),
    row("REMOTE", "RFC 5258 §3.1", "mailboxes of other servers as well.", "también buzones de otros servidores."),
    row(
        "RECURSIVEMATCH",
        "RFC 5258 §3.1",
        "also those that do not match themselves but have one below them that does.",
        "también los que no cumplen pero tienen debajo uno que sí.",
    ),
    row(
        "SPECIAL-USE",
        "RFC 6154 §2",
        "for what a mailbox is: \\Sent, \\Drafts, \\Trash.",
        "para qué sirve un buzón: \\Sent, \\Drafts, \\Trash.",
    ),
    row("CHILDREN", "RFC 5258 §3.2", "whether each has others below it.", "si cada uno tiene otros debajo."),
    row(
        "STATUS",
        "RFC 5819 §2",
        "the figures of STATUS for each, all in one round trip.",
        "las cifras de STATUS de cada uno, en un solo viaje.",
    ),
    row("MYRIGHTS", "RFC 8440 §3", "what the user may do with each.", "qué puede hacer el usuario con cada uno."),
    row("METADATA", "RFC 9590 §3", "annotations of each.", "anotaciones de cada uno."),
];

const STORE: &[Row] = &[
    row(
        "FLAGS",
        "RFC 9051 §6.4.6",
        "these flags and no others from now on.",
        "estas marcas y ninguna otra a partir de ahora.",
    ),
    row("+FLAGS", "RFC 9051 §6.4.6", "these flags are added.", "se añaden estas marcas."),
    row("-FLAGS", "RFC 9051 §6.4.6", "these flags are taken off.", "se quitan estas marcas."),
    row(
        ".SILENT",
        "RFC 9051 §6.4.6",
        "the server need not tell what the flags are now.",
        "el servidor no tiene que decir cómo quedan las marcas.",
    ),
    row(
        "UNCHANGEDSINCE",
        "RFC 7162 §3.1.3",
        "only messages that nobody has changed since; the others come back in MODIFIED.",
        "solo mensajes que nadie haya cambiado desde entonces; los demás vuelven en MODIFIED.",
    ),
];

const MODIFIERS: &[Row] = &[
    row(
        "CHANGEDSINCE",
        "RFC 7162 §3.1.4.1",
        "only of messages that changed behind that MODSEQ.",
        "solo de mensajes cambiados tras ese MODSEQ.",
    ),
    row(
        "VANISHED",
        "RFC 7162 §3.2.6",
        "and which UIDs are gone since then.",
        "y qué UID han desaparecido desde entonces.",
    ),
    row(
        "CONDSTORE",
        "RFC 7162 §3.1.8",
        "the client wants MODSEQ to be told from now on.",
        "el cliente quiere que se le diga MODSEQ desde ahora.",
    ),
    row(
        "QRESYNC",
        "RFC 7162 §3.2.5",
        "the client says what it knows of the mailbox, and the server answers with what changed since.",
        "el cliente dice lo que sabe del buzón, y el servidor responde con lo que cambió desde entonces.",
    ),
    row(
        "PARTIAL",
        "RFC 9394 §3.2",
        "only a page of the messages that are named.",
        "solo una página de los mensajes nombrados.",
    ),
];
