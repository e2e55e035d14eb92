//! The letters of access rights (RFC 4314 §2.1).

use super::{Row, find, row};
use crate::proto::explain::{Entry, Explanation, Language};

/// The note on a letter.
pub(super) fn note(letter: char) -> Option<&'static Entry> {
    find(TABLE, letter.encode_utf8(&mut [0; 4]))
}

/// What the letters in it say, in one line.
pub(super) fn explain(letters: &[u8], language: Language) -> Option<Explanation> {
    let known = TABLE.iter().filter(|(letter, _)| letter.bytes().all(|letter| letters.contains(&letter)));
    let words: Vec<String> = known.map(|(letter, note)| format!("{letter} {}", note.text(language))).collect();
    (!words.is_empty()).then(|| Explanation { line: 0, text: words.join("; ").into(), rfc: "RFC 4314 §2.1" })
}

/// All of them.
#[cfg(test)]
pub(super) fn all() -> impl Iterator<Item = &'static Entry> {
    TABLE.iter().map(|(_, note)| note)
}

const TABLE: &[Row] = &[
    row("l", "RFC 4314 §2.1", "lookup: sees the mailbox in lists", "lookup: ve el buzón en las listas"),
    row("r", "RFC 4314 §2.1", "read: opens it, fetches, searches", "read: lo abre, trae, busca"),
    row("s", "RFC 4314 §2.1", "seen: \\Seen is kept for this user", "seen: se le guarda \\Seen"),
    row(
        "w",
        "RFC 4314 §2.1",
        "write: changes flags other than \\Seen and \\Deleted",
        "write: cambia marcas salvo \\Seen y \\Deleted",
    ),
    row("i", "RFC 4314 §2.1", "insert: puts messages in", "insert: añade mensajes"),
    row("p", "RFC 4314 §2.1", "post: sends mail to its address", "post: envía correo a su dirección"),
    row("k", "RFC 4314 §2.1", "create: makes mailboxes below it", "create: crea buzones debajo"),
    row("x", "RFC 4314 §2.1", "delete: deletes or renames the mailbox", "delete: borra o renombra el buzón"),
    row("t", "RFC 4314 §2.1", "marks messages as \\Deleted", "marca mensajes con \\Deleted"),
    row("e", "RFC 4314 §2.1", "expunges", "borra lo marcado con EXPUNGE"),
    row("a", "RFC 4314 §2.1", "administers: gives and takes rights", "administra: da y quita permisos"),
    row("n", "RFC 5257 §3.4", "annotates messages", "anota mensajes"),
    row(
        "c",
        "RFC 4314 §2.1.1",
        "an older right: create, and often delete (k and x)",
        "un permiso antiguo: crear y a menudo borrar (k y x)",
    ),
    row(
        "d",
        "RFC 4314 §2.1.1",
        "an older right: delete messages (t and e)",
        "un permiso antiguo: borrar mensajes (t y e)",
    ),
];
