//! Notes on what is neither a whole command nor a response: literals, their contents, DONE, nonsense.

use super::super::frame::Literal;
use crate::proto::explain::{Entry, Explanation, Language, figure};

/// The notes on a literal that a command announces.
pub(super) fn literal(literal: Literal, language: Language) -> Vec<Explanation> {
    let note = if literal.plus { &UNSYNCHRONISED } else { &SYNCHRONISED };
    let octets = figure(literal.octets, language);
    let octets = language.choose(format!("{octets} octets follow"), format!("siguen {octets} octetos"));
    let text = format!("{octets}; {}", note.text(language));
    let mut notes = vec![Explanation { line: 0, text: text.into(), rfc: note.rfc }];
    if literal.binary {
        notes.push(BINARY.under(0, language));
    }
    notes
}

/// All of them.
#[cfg(test)]
pub(super) fn all() -> impl Iterator<Item = &'static Entry> {
    let literals = [&SYNCHRONISED, &UNSYNCHRONISED, &BINARY, &LARGE, &CONTENT, &REST];
    literals.into_iter().chain([&MALFORMED, &DONE, &UNREADABLE, &NO_RESPONSE])
}

const SYNCHRONISED: Entry = Entry::new(
    "RFC 9051 §4.3",
    "{n} announces a literal of n octets, and the client waits for the server's + before it sends them.",
    "{n} anuncia un literal de n octetos, y el cliente espera el + del servidor antes de enviarlos.",
);

/// A literal for which nobody waits.
pub(super) const UNSYNCHRONISED: Entry = Entry::new(
    "RFC 7888 §4",
    "{n+} announces a literal of n octets that follow at once: the client does not wait for a +.",
    "{n+} anuncia un literal de n octetos que siguen sin más: el cliente no espera ningún +.",
);

const BINARY: Entry = Entry::new(
    "RFC 3516 §4.2",
    "the ~ before it: its octets may hold NUL.",
    "la ~ de delante: sus octetos pueden incluir NUL.",
);

/// A response up to a literal that is large.
pub(super) const LARGE: Entry = Entry::new(
    "RFC 9051 §4.3",
    "the response goes on behind a literal: {n} says how many octets it has, whatever they are.",
    "la respuesta continúa tras un literal: {n} dice cuántos octetos tiene, sean los que sean.",
);

/// The first octets of a literal.
pub(super) const CONTENT: Entry = Entry::new(
    "RFC 9051 §4.3",
    "here the literal's octets begin: they are counted, so nothing in them ends it or needs to be escaped.",
    "aquí empiezan los octetos del literal: van contados, así que nada en ellos lo termina ni necesita escape.",
);

/// The rest of a command behind its literals.
pub(super) const REST: Entry = Entry::new(
    "RFC 9051 §4.3",
    "behind the literal the command goes on; at the end of the line it is whole, or stops at the next literal.",
    "tras el literal continúa la orden; al final de la línea está completa, o para en el siguiente literal.",
);

/// A line that is no command.
pub(super) const MALFORMED: Entry = Entry::new(
    "RFC 9051 §2.2.1",
    "a command is a tag, a space, its name, and arguments; this is something else, and BAD is expected.",
    "una orden es una etiqueta, un espacio, su nombre y argumentos; esto es otra cosa, y se espera BAD.",
);

/// The end of IDLE.
pub(super) const DONE: Entry = Entry::new(
    "RFC 9051 §6.3.13",
    "the client has waited long enough: IDLE ends, and its tagged OK follows.",
    "el cliente deja de esperar: IDLE termina y llega su OK con etiqueta.",
);

/// Octets that are nothing.
pub(super) const UNREADABLE: Entry = Entry::new(
    "RFC 9051 §4",
    "octets that are neither command nor response, or a line without its end or beyond any limit.",
    "octetos que no son ni orden ni respuesta, o una línea sin final o más larga que cualquier límite.",
);

/// A line of the server that is no response.
pub(super) const NO_RESPONSE: Entry = Entry::new(
    "RFC 9051 §7",
    "a response begins with *, + or the tag of a command; this does not, or breaks off, and clients pass over it.",
    "una respuesta empieza por *, + o la etiqueta de una orden; esta no, o está rota, y los clientes la pasan por alto.",
);
