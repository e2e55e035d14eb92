//! Codes that stand in no RFC, by what their first and second digit say (RFC 5321 §4.2.1).

use crate::proto::explain::{Entry, Explanation, Language};

/// What the digits of a code say.
pub(super) fn explain(code: u16, line: usize, language: Language) -> Explanation {
    let (first, second) = of(code);
    let text = format!("{code}: {} {}", first.text(language), second.text(language));
    Explanation { line, text: text.into(), rfc: first.rfc }
}

/// The notes on the first and on the second digit.
fn of(code: u16) -> (&'static Entry, &'static Entry) {
    let [completion, intermediate, transient, permanent] = &FIRST;
    let first = match code / 100 {
        ..3 => completion,
        3 => intermediate,
        4 => transient,
        _ => permanent,
    };
    (first, SECOND.get(usize::from(code / 10 % 10)).unwrap_or(&BEYOND))
}

/// 2yz to 5yz.
pub(super) static FIRST: [Entry; 4] = [
    Entry::new("RFC 5321 §4.2.1", "2yz: done as was asked.", "2yz: hecho según lo pedido."),
    Entry::new(
        "RFC 5321 §4.2.1",
        "3yz: understood so far; the server waits for the rest.",
        "3yz: entendido hasta aquí; el servidor espera el resto.",
    ),
    Entry::new(
        "RFC 5321 §4.2.1",
        "4yz: not now; the same may succeed later.",
        "4yz: ahora no; lo mismo puede tener éxito más tarde.",
    ),
    Entry::new(
        "RFC 5321 §4.2.1",
        "5yz: refused; the same will be refused again.",
        "5yz: rechazado; lo mismo se rechazará otra vez.",
    ),
];

/// x0z to x5z.
pub(super) static SECOND: [Entry; 6] = [
    Entry::new("RFC 5321 §4.2.1", "x0z: it is about syntax.", "x0z: se refiere a la sintaxis."),
    Entry::new(
        "RFC 5321 §4.2.1",
        "x1z: it is information that was asked for, such as help.",
        "x1z: es información solicitada, como la ayuda.",
    ),
    Entry::new("RFC 5321 §4.2.1", "x2z: it is about the connection.", "x2z: se refiere a la conexión."),
    Entry::new(
        "RFC 5321 §4.2.1",
        "x3z: RFC 5321 leaves this digit open; with AUTH it is about the login.",
        "x3z: RFC 5321 deja libre esta cifra; con AUTH se refiere a la autenticación.",
    ),
    Entry::new(
        "RFC 5321 §4.2.1",
        "x4z: RFC 5321 gives this digit no meaning.",
        "x4z: RFC 5321 no da significado a esta cifra.",
    ),
    Entry::new(
        "RFC 5321 §4.2.1",
        "x5z: it is about the mail system and what was asked of it.",
        "x5z: se refiere al sistema de correo y a lo que se le pidió.",
    ),
];

/// x6z and above.
pub(super) static BEYOND: Entry = Entry::new(
    "RFC 5321 §4.2.1",
    "x6z to x9z: a second digit that stands in no RFC.",
    "x6z a x9z: una segunda cifra que no figura en ningún RFC.",
);
