//! Enhanced status codes: the whole registry "SMTP Enhanced Status Codes" of IANA (RFC 3463, RFC 5248).

mod destination;
mod security;
mod way;

use super::super::reply::EnhancedCode;
use crate::proto::explain::{Entry, Explanation, Language};

/// Subject and detail, and what they mean in whatever class.
pub(super) type Row = ((u16, u16), Entry);

/// Every code that is registered.
pub(super) fn rows() -> impl Iterator<Item = &'static Row> {
    [destination::ROWS, way::ROWS, security::ROWS].into_iter().flatten()
}

/// What the code means: its subject and detail, and what its class makes of them.
pub(super) fn explain(code: EnhancedCode, line: usize, language: Language) -> Explanation {
    let known = rows().find(|(numbers, _)| *numbers == (code.subject, code.detail)).map(|(_, note)| note);
    let note = known.or_else(|| SUBJECTS.get(usize::from(code.subject))).unwrap_or(&UNKNOWN);
    let class = match code.class {
        2 => &SUCCESS,
        4 => &TRANSIENT,
        _ => &PERMANENT,
    };
    let text = format!("{code}: {} {}", note.text(language), class.text(language));
    Explanation { line, text: text.into(), rfc: note.rfc }
}

/// 2.Y.Z.
pub(super) const SUCCESS: Entry = Entry::new("RFC 3463 §2", "Success.", "Éxito.");
/// 4.Y.Z.
pub(super) const TRANSIENT: Entry = Entry::new(
    "RFC 3463 §2",
    "Not now: the same may succeed later.",
    "De momento no: lo mismo puede funcionar más tarde.",
);
/// 5.Y.Z.
pub(super) const PERMANENT: Entry = Entry::new(
    "RFC 3463 §2",
    "For good: the same would be refused again.",
    "Definitivo: lo mismo se rechazaría otra vez.",
);

/// A detail that is not registered still has a subject.
pub(super) const SUBJECTS: [Entry; 8] = [
    Entry::new("RFC 3463 §2", "X.0: about nothing in particular.", "X.0: sin un asunto en particular."),
    Entry::new("RFC 3463 §2", "X.1: about an address of the envelope.", "X.1: sobre una dirección del sobre."),
    Entry::new("RFC 3463 §2", "X.2: about the recipient's mailbox.", "X.2: sobre el buzón del destinatario."),
    Entry::new(
        "RFC 3463 §2",
        "X.3: about the mail system that is to take the message.",
        "X.3: sobre el sistema de correo que debe recibir el mensaje.",
    ),
    Entry::new(
        "RFC 3463 §2",
        "X.4: about the network or the way to the destination.",
        "X.4: sobre la red o el camino hasta el destino.",
    ),
    Entry::new("RFC 3463 §2", "X.5: about the protocol itself.", "X.5: sobre el propio protocolo."),
    Entry::new("RFC 3463 §2", "X.6: about the content of the message.", "X.6: sobre el contenido del mensaje."),
    Entry::new("RFC 3463 §2", "X.7: about security or policy.", "X.7: sobre seguridad o política."),
];

/// A subject that is not registered.
pub(super) const UNKNOWN: Entry = Entry::new(
    "RFC 5248",
    "a code of the server's own: it stands in no registry.",
    "un código propio del servidor: no figura en ningún registro.",
);
