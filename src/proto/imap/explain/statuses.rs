//! Under a status: what it says to what was asked, and its response code; under a `+`: what is waited for.

use super::super::command::Verb;
use super::super::dialogue::Awaited;
use super::super::response::{State, Status};
use super::{codes, named};
use crate::proto::explain::{Entry, Explanation, Language};
use crate::proto::sasl::explain::{Exchange, challenge};

/// The notes on the end of a command.
pub(super) fn tagged(status: &Status, to: Option<Awaited>, reveal: bool, language: Language) -> Vec<Explanation> {
    let verb = match to {
        Some(Awaited::Command(verb) | Awaited::Literal(verb)) => Some(verb),
        Some(Awaited::Credentials) => Some(Verb::Authenticate),
        Some(Awaited::Greeting) | None => None,
    };
    let note = match verb {
        Some(verb) => row_of(status.state, Some(verb)).or_else(|| row_of(status.state, None)),
        None => None,
    };
    with_code(status, note.unwrap_or(&UNKNOWN_TAG), reveal, language)
}

/// The notes on a status that ends no command.
pub(super) fn untagged(status: &Status, to: Option<Awaited>, reveal: bool, language: Language) -> Vec<Explanation> {
    let note = match (status.state, to == Some(Awaited::Greeting)) {
        (State::Ok, true) => &GREETING,
        (State::Preauth, _) => &PREAUTH,
        (State::Bye, true) => &NO_GREETING,
        (State::Bye, false) => &BYE,
        // The code says it all.
        (State::Ok, false) if status.code.is_some() => &TOLD,
        (State::Ok, false) => &INFORMATION,
        (State::No, _) => &WARNING,
        (State::Bad, _) => &PROTOCOL_ERROR,
    };
    with_code(status, note, reveal, language)
}

/// The notes on leave to go on.
pub(super) fn leave(
    text: &[u8],
    to: Option<Awaited>,
    exchange: Option<&Exchange>,
    reveal: bool,
    language: Language,
) -> Vec<Explanation> {
    let note = match to {
        Some(Awaited::Literal(_)) => &GO_ON,
        Some(Awaited::Command(Verb::Idle)) => &IDLING,
        Some(awaited) if awaited.is_authentication() => &CHALLENGE,
        _ => &UNASKED,
    };
    let mut notes = vec![named("+", note, language)];
    if let Some(exchange) = exchange {
        notes.extend(challenge(exchange, text, reveal, language));
    }
    notes
}

fn with_code(status: &Status, note: &Entry, reveal: bool, language: Language) -> Vec<Explanation> {
    let mut notes = vec![named(status.state.name(), note, language)];
    notes.extend(status.code.iter().flat_map(|code| codes::explain(code, reveal, language)));
    notes
}

fn row_of(state: State, verb: Option<Verb>) -> Option<&'static Entry> {
    ROWS.iter().find(|(known, of, _)| *known == state && *of == verb).map(|(.., note)| note)
}

/// All of them.
#[cfg(test)]
pub(super) fn all() -> impl Iterator<Item = &'static Entry> {
    let untagged = [&GREETING, &PREAUTH, &NO_GREETING, &BYE, &TOLD, &INFORMATION, &WARNING, &PROTOCOL_ERROR];
    let others = [&UNKNOWN_TAG, &GO_ON, &IDLING, &CHALLENGE, &UNASKED];
    ROWS.iter().map(|(.., note)| note).chain(untagged).chain(others)
}

const fn row(
    state: State,
    verb: Option<Verb>,
    rfc: &'static str,
    en: &'static str,
    es: &'static str,
) -> (State, Option<Verb>, Entry) {
    (state, verb, Entry::new(rfc, en, es))
}

const UNKNOWN_TAG: Entry = Entry::new(
    "RFC 9051 §2.2.2",
    "no command with this tag is under way.",
    "no hay en curso ninguna orden con esta etiqueta.",
);

const GREETING: Entry = Entry::new(
    "RFC 9051 §7.1",
    "the server is there and waits for a login: the not authenticated state.",
    "el servidor está ahí y espera que el cliente se autentique: el estado not authenticated.",
);

const PREAUTH: Entry = Entry::new(
    "RFC 9051 §7.1.4",
    "the connection is logged in already by other means; STARTTLS is no longer possible.",
    "la conexión ya está autenticada por otros medios; STARTTLS ya no es posible.",
);

const NO_GREETING: Entry = Entry::new(
    "RFC 9051 §7.1.5",
    "the server takes no session now, or none from here; the connection ends.",
    "el servidor no admite sesiones ahora, o no desde aquí; la conexión termina.",
);

const BYE: Entry = Entry::new(
    "RFC 9051 §7.1.5",
    "the server ends the connection: as LOGOUT asked, or by itself, and then the text says why.",
    "el servidor cierra la conexión: porque LOGOUT lo pidió o por su cuenta; entonces el texto dice por qué.",
);

const TOLD: Entry = Entry::new(
    "RFC 9051 §7.1.1",
    "for programs, what is in the brackets; for people, the text.",
    "para los programas, lo que va entre corchetes; para las personas, el texto.",
);

const INFORMATION: Entry = Entry::new(
    "RFC 9051 §7.1.1",
    "a text for people; it ends no command.",
    "un texto para personas; no termina ninguna orden.",
);

const WARNING: Entry = Entry::new(
    "RFC 9051 §7.1.2",
    "a warning; it ends no command, which may still succeed.",
    "un aviso; no termina ninguna orden, que aún puede tener éxito.",
);

const PROTOCOL_ERROR: Entry = Entry::new(
    "RFC 9051 §7.1.3",
    "something was said that the server could not even find a tag in, or a fault of its own.",
    "se dijo algo en lo que el servidor ni siquiera halló una etiqueta, o es un fallo suyo.",
);

const GO_ON: Entry = Entry::new(
    "RFC 9051 §7.6",
    "the server is ready for the literal: now its octets come.",
    "el servidor está listo para el literal: ahora llegan sus octetos.",
);

const IDLING: Entry = Entry::new(
    "RFC 9051 §6.3.13",
    "the server tells news from here on, until the client says DONE.",
    "el servidor cuenta novedades desde aquí, hasta que el cliente diga DONE.",
);

const CHALLENGE: Entry = Entry::new(
    "RFC 9051 §6.2.2",
    "go on: behind it stands the mechanism's challenge in base64, which may be empty.",
    "adelante: detrás va el reto del mecanismo en base64, que puede estar vacío.",
);

const UNASKED: Entry = Entry::new(
    "RFC 9051 §7.6",
    "leave to go on, though nothing waits for it.",
    "permiso para seguir, aunque nada lo espera.",
);

const ROWS: &[(State, Option<Verb>, Entry)] = &[
    row(State::Ok, None, "RFC 9051 §7.1.1", "done.", "hecho."),
    row(
        State::No,
        None,
        "RFC 9051 §7.1.2",
        "understood, but not done; the session goes on. The text says why, to a person.",
        "entendido, pero no hecho; la sesión sigue. El texto dice por qué a una persona.",
    ),
    row(
        State::Bad,
        None,
        "RFC 9051 §7.1.3",
        "not understood, or not allowed in this state: the command was wrong, not the mail.",
        "no entendido, o no permitido en este estado: falló la orden, no el correo.",
    ),
    row(
        State::Ok,
        Some(Verb::Login),
        "RFC 9051 §6.2.3",
        "name and password are right: the authenticated state.",
        "nombre y contraseña correctos: el estado authenticated.",
    ),
    row(
        State::No,
        Some(Verb::Login),
        "RFC 9051 §6.2.3",
        "name or password is wrong, or LOGIN is not allowed here; a code may say which.",
        "nombre o contraseña incorrectos, o LOGIN no se admite aquí; un código puede decir cuál.",
    ),
    row(
        State::Ok,
        Some(Verb::Authenticate),
        "RFC 9051 §6.2.2",
        "the login by SASL succeeded: the session is in the authenticated state.",
        "la autenticación SASL ha tenido éxito: la sesión pasa al estado authenticated.",
    ),
    row(
        State::No,
        Some(Verb::Authenticate),
        "RFC 9051 §6.2.2",
        "the login failed, or there is no such mechanism here; another may be tried.",
        "la autenticación ha fallado, o aquí no hay ese mecanismo; puede probarse otro.",
    ),
    row(
        State::Bad,
        Some(Verb::Authenticate),
        "RFC 9051 §6.2.2",
        "the exchange was cancelled by *, or its base64 or mechanism was not understood.",
        "el intercambio se canceló con *, o no se entendió su base64 o el mecanismo.",
    ),
    row(
        State::Ok,
        Some(Verb::StartTls),
        "RFC 9051 §6.2.1",
        "the next octets are the TLS handshake, from both sides.",
        "los siguientes octetos son la negociación de TLS, por ambas partes.",
    ),
    row(
        State::Ok,
        Some(Verb::Compress),
        "RFC 4978 §3",
        "behind this line all is compressed.",
        "tras esta línea todo va comprimido.",
    ),
    row(
        State::Ok,
        Some(Verb::Select),
        "RFC 9051 §6.3.2",
        "the mailbox is open: the selected state. What stands above tells of it.",
        "el buzón está abierto: el estado selected. Lo de arriba lo describe.",
    ),
    row(
        State::No,
        Some(Verb::Select),
        "RFC 9051 §6.3.2",
        "the mailbox is not opened, and none is open now: a failed SELECT closes the one before.",
        "el buzón no se abre, y ahora no hay ninguno abierto: un SELECT fallido cierra el anterior.",
    ),
    row(
        State::Ok,
        Some(Verb::Examine),
        "RFC 9051 §6.3.3",
        "the mailbox is open to read only; what stands above tells of it.",
        "el buzón está abierto solo para leer; lo de arriba lo describe.",
    ),
    row(
        State::Ok,
        Some(Verb::Append),
        "RFC 9051 §6.3.12",
        "the message is in the mailbox; APPENDUID says under which UID.",
        "el mensaje está en el buzón; APPENDUID dice con qué UID.",
    ),
    row(
        State::No,
        Some(Verb::Append),
        "RFC 9051 §6.3.12",
        "the message was not taken: no such mailbox (TRYCREATE), no room, or something in it.",
        "el mensaje no se admitió: no existe el buzón (TRYCREATE), no hay sitio, o algo en él.",
    ),
    row(
        State::Ok,
        Some(Verb::Fetch),
        "RFC 9051 §6.4.5",
        "all that could be told stands above; a message that is gone is left out.",
        "lo que podía darse está arriba; un mensaje que ya no existe se omite.",
    ),
    row(
        State::No,
        Some(Verb::Fetch),
        "RFC 9051 §6.4.5",
        "some of it could not be fetched; what stands above is right all the same.",
        "algo no pudo leerse; lo de arriba vale igualmente.",
    ),
    row(
        State::Ok,
        Some(Verb::Store),
        "RFC 9051 §6.4.6",
        "the flags are stored, but for what a MODIFIED names.",
        "las marcas quedan guardadas, salvo las que nombre un MODIFIED.",
    ),
    row(
        State::Ok,
        Some(Verb::Search),
        "RFC 9051 §6.4.4",
        "the search is over; without any result above, nothing matches.",
        "la búsqueda ha terminado; si arriba no hay resultados, nada cumple.",
    ),
    row(
        State::No,
        Some(Verb::Search),
        "RFC 9051 §6.4.4",
        "the server cannot search for that: often a charset that it does not know.",
        "el servidor no puede buscar eso: a menudo un juego de caracteres desconocido.",
    ),
    row(
        State::Ok,
        Some(Verb::Expunge),
        "RFC 9051 §6.4.3",
        "what was marked is gone for good.",
        "lo marcado ha desaparecido del todo.",
    ),
    row(
        State::Ok,
        Some(Verb::Copy),
        "RFC 9051 §6.4.7",
        "the copies are there; COPYUID says under which UIDs.",
        "las copias ya están; COPYUID dice con qué UID.",
    ),
    row(
        State::No,
        Some(Verb::Copy),
        "RFC 9051 §6.4.7",
        "nothing was copied: copying is all or nothing.",
        "no se copió nada: es todo o nada.",
    ),
    row(
        State::Ok,
        Some(Verb::Move),
        "RFC 9051 §6.4.8",
        "the messages are in the other mailbox and no longer in this one.",
        "los mensajes están en el otro buzón y ya no en este.",
    ),
    row(
        State::Ok,
        Some(Verb::Close),
        "RFC 9051 §6.4.1",
        "no mailbox is open any more, and what was marked in it is deleted.",
        "ya no hay buzón abierto, y lo marcado en él se borró.",
    ),
    row(
        State::Ok,
        Some(Verb::Unselect),
        "RFC 9051 §6.4.2",
        "no mailbox is open any more; nothing was deleted.",
        "ya no hay buzón abierto; no se borró nada.",
    ),
    row(
        State::Ok,
        Some(Verb::Idle),
        "RFC 9051 §6.3.13",
        "the waiting is over; commands may follow again.",
        "la espera ha terminado; pueden seguir otras órdenes.",
    ),
    row(
        State::Ok,
        Some(Verb::List),
        "RFC 9051 §6.3.9",
        "those are all that match; if nothing stands above, there is none.",
        "esos son todos los que cumplen; si arriba no hay nada, no hay ninguno.",
    ),
    row(
        State::Ok,
        Some(Verb::Logout),
        "RFC 9051 §6.1.3",
        "the session is over, and the connection ends.",
        "la sesión ha terminado y la conexión se cierra.",
    ),
];
