//! What LIST says of a mailbox: attributes and special uses (RFC 9051 §7.3.1, RFC 6154; IANA's registry "IMAP Mailbox
//! Name Attributes").

use super::{Row, find, row};
use crate::proto::explain::Entry;

/// The note on an attribute, by its name with the backslash, in any case.
pub(super) fn note(name: &str) -> Option<&'static Entry> {
    find(TABLE, name)
}

/// All of them.
#[cfg(test)]
pub(super) fn all() -> impl Iterator<Item = &'static Entry> {
    TABLE.iter().map(|(_, note)| note)
}

const TABLE: &[Row] = &[
    row("\\Noinferiors", "RFC 9051 §7.3.1", "nothing can be made below it.", "no puede crearse nada debajo."),
    row(
        "\\Noselect",
        "RFC 9051 §7.3.1",
        "it only has others below it and cannot be opened.",
        "solo tiene otros debajo y no puede abrirse.",
    ),
    row(
        "\\NonExistent",
        "RFC 9051 §7.3.1",
        "there is no such mailbox; only the name is known.",
        "no existe tal buzón; solo se conoce el nombre.",
    ),
    row("\\HasChildren", "RFC 9051 §7.3.1", "there are mailboxes below it.", "hay buzones debajo."),
    row("\\HasNoChildren", "RFC 9051 §7.3.1", "there are none below it.", "no hay ninguno debajo."),
    row(
        "\\Marked",
        "RFC 9051 §7.3.1",
        "the server thinks that there may be something new.",
        "el servidor cree que puede haber algo nuevo.",
    ),
    row("\\Unmarked", "RFC 9051 §7.3.1", "nothing new since it was last opened.", "nada nuevo desde que se abrió."),
    row("\\Subscribed", "RFC 9051 §7.3.1", "the user subscribed to it.", "el usuario está suscrito."),
    row("\\Remote", "RFC 9051 §7.3.1", "it is on another server.", "está en otro servidor."),
    row("\\All", "RFC 6154 §2", "all mail, whichever mailbox it is in.", "todo el correo, esté en el buzón que esté."),
    row("\\Archive", "RFC 6154 §2", "mail that is kept.", "correo archivado."),
    row("\\Drafts", "RFC 6154 §2", "what is being written.", "lo que se está escribiendo."),
    row("\\Flagged", "RFC 6154 §2", "all that is starred.", "todo lo destacado."),
    row("\\Junk", "RFC 6154 §2", "spam.", "correo basura."),
    row("\\Sent", "RFC 6154 §2", "what was sent.", "lo enviado."),
    row("\\Trash", "RFC 6154 §2", "what was thrown away.", "lo tirado a la papelera."),
    row(
        "\\Important",
        "RFC 8457 §3",
        "what the server takes for important.",
        "lo que el servidor considera importante.",
    ),
    row("\\Memos", "IANA", "notes that the user wrote to keep.", "notas que el usuario guarda."),
    row("\\Scheduled", "IANA", "mail that waits for its time to be sent.", "correo que espera su hora de envío."),
    row("\\Snoozed", "IANA", "mail that hides until later.", "correo pospuesto."),
    row("\\Inbox", "Google IMAP extensions", "the inbox, as XLIST says it.", "la bandeja de entrada, según XLIST."),
    row("\\AllMail", "Google IMAP extensions", "all mail, as XLIST says it.", "todo el correo, según XLIST."),
    row("\\Spam", "Google IMAP extensions", "spam, as XLIST says it.", "correo basura, según XLIST."),
    row(
        "\\Starred",
        "Google IMAP extensions",
        "all that is starred, as XLIST says it.",
        "todo lo destacado, según XLIST.",
    ),
];
