//! A note for every command.

use super::super::command::{Command, Verb};
use crate::proto::explain::{Entry, Explanation, Language, quote};
use crate::proto::sasl;

/// The most characters of a word that are quoted.
const WORD: usize = 32;

/// The notes on a command.
pub(super) fn explain(command: &Command, reveal: bool, language: Language) -> Vec<Explanation> {
    let note = note(command.verb).unwrap_or(&OTHER);
    let name = match command.verb {
        Verb::Other if reveal => format!("{}: ", quote(command.keyword.as_bytes(), WORD)),
        Verb::Other => String::new(),
        verb => format!("{verb}: "),
    };
    let text = format!("{name}{}", note.text(language));
    let mut notes = vec![Explanation { line: 0, text: text.into(), rfc: note.rfc }];
    match (command.verb, command.arguments.first()) {
        (Verb::Auth, Some(mechanism)) => {
            notes.extend(sasl::explain::mechanism(mechanism).map(|note| note.under(0, language)));
        }
        (Verb::List | Verb::Uidl, None) => notes.push(ALL.under(0, language)),
        _ => {}
    }
    notes
}

/// What a command is for; `None` for one that nobody knows.
pub(super) fn note(verb: Verb) -> Option<&'static Entry> {
    TABLE.iter().find(|(known, _)| *known == verb).map(|(_, note)| note)
}

/// All of them.
#[cfg(test)]
pub(super) fn all() -> impl Iterator<Item = &'static Entry> {
    TABLE.iter().map(|(_, note)| note).chain([&OTHER, &ALL])
}

const OTHER: Entry = Entry::new(
    "RFC 2449 §4",
    "a command that POP3 does not have: perhaps the server's own. Others answer -ERR to it.",
    "una orden que POP3 no tiene; quizá es propia de este servidor. Los demás responden -ERR.",
);

const ALL: Entry = Entry::new(
    "RFC 1939 §5",
    "without a number it asks for all messages: one line each, and a dot behind the last.",
    "sin número pregunta por todos los mensajes: una línea por cada uno y un punto tras la última.",
);

const TABLE: [(Verb, Entry); 18] = [
    (
        Verb::User,
        Entry::new(
            "RFC 1939 §7",
            "the client says whose maildrop it wants. The server need not tell whether there is one; PASS follows.",
            "el cliente dice qué buzón quiere. El servidor no tiene por qué decir si existe; sigue PASS.",
        ),
    ),
    (
        Verb::Pass,
        Entry::new(
            "RFC 1939 §7",
            "the password: all that stands behind the space. Whoever listens on the way reads it unless TLS protects \
             it.",
            "la contraseña: todo lo que sigue al espacio. Quien escuche en el camino la lee si TLS no la protege.",
        ),
    ),
    (
        Verb::Apop,
        Entry::new(
            "RFC 1939 §7",
            "name, and MD5 of the greeting's timestamp and the password: the password is not said. MD5 is broken, so TLS \
             is needed all the same.",
            "nombre y MD5 de la marca de tiempo del saludo y la contraseña, que así no se dice. MD5 está roto: hace falta \
             TLS igualmente.",
        ),
    ),
    (
        Verb::Auth,
        Entry::new(
            "RFC 5034 §4",
            "begins a login by SASL with the mechanism that is named, perhaps with its first response; without one, it asks \
             which there are.",
            "empieza una autenticación SASL con el mecanismo que nombra, quizá con su primera respuesta; sin él, \
             pregunta cuáles hay.",
        ),
    ),
    (
        Verb::Stls,
        Entry::new(
            "RFC 2595 §4",
            "the client asks for TLS on this connection. Behind +OK the handshake begins; what was learnt before is \
             forgotten, so CAPA comes again.",
            "el cliente pide TLS en esta conexión. Tras +OK empieza la negociación; lo aprendido antes se olvida, así que \
             se repite CAPA.",
        ),
    ),
    (
        Verb::Capa,
        Entry::new(
            "RFC 2449 §5",
            "asks what the server can do beyond the commands of 1996. It may be said before the login and behind it, with \
             other answers.",
            "pregunta qué sabe hacer el servidor además de las órdenes de 1996. Puede decirse antes y después de \
             autenticarse, con otra respuesta.",
        ),
    ),
    (
        Verb::Stat,
        Entry::new(
            "RFC 1939 §5",
            "asks how many messages there are and how many octets they have in all: the drop listing.",
            "pregunta cuántos mensajes hay y cuántos octetos suman: el resumen del buzón.",
        ),
    ),
    (
        Verb::List,
        Entry::new(
            "RFC 1939 §5",
            "asks for numbers and sizes: the scan listing. Numbers hold for this session only and do not change in it.",
            "pide números y tamaños. Los números valen solo para esta sesión y no cambian en ella.",
        ),
    ),
    (
        Verb::Uidl,
        Entry::new(
            "RFC 1939 §7",
            "asks for the unique-ids, which name messages from session to session: so a client knows which are new.",
            "pide los identificadores únicos, que nombran los mensajes de una sesión a otra: así el cliente sabe cuáles son \
             nuevos.",
        ),
    ),
    (
        Verb::Retr,
        Entry::new(
            "RFC 1939 §5",
            "asks for a whole message. It stays on the server until DELE and QUIT.",
            "pide un mensaje entero. Sigue en el servidor hasta DELE y QUIT.",
        ),
    ),
    (
        Verb::Top,
        Entry::new(
            "RFC 1939 §7",
            "asks for the header and so many lines of the body: enough to see what a message is before it is fetched.",
            "pide la cabecera y las primeras líneas del cuerpo, tantas como dice el número: basta para saber qué \
             mensaje es antes de descargarlo.",
        ),
    ),
    (
        Verb::Dele,
        Entry::new(
            "RFC 1939 §5",
            "marks a message as deleted. It goes only at QUIT; RSET takes all marks back, and so does a connection that breaks.",
            "marca un mensaje como borrado. Solo desaparece con QUIT; RSET, o una conexión rota, quita todas las marcas.",
        ),
    ),
    (
        Verb::Rset,
        Entry::new(
            "RFC 1939 §5",
            "takes back all marks of this session: nothing will be deleted.",
            "quita todas las marcas de esta sesión: no se borrará nada.",
        ),
    ),
    (
        Verb::Noop,
        Entry::new(
            "RFC 1939 §5",
            "does nothing: the client shows that it is still there, so that the server does not end the session.",
            "no hace nada: el cliente muestra que sigue ahí, para que el servidor no termine la sesión.",
        ),
    ),
    (
        Verb::Last,
        Entry::new(
            "RFC 1460 §4",
            "asks for the highest number that was ever fetched. The standard of 1994 took it out, since UIDL does it better.",
            "pregunta por el número más alto que se haya leído. La norma de 1994 lo retiró: UIDL lo hace mejor.",
        ),
    ),
    (
        Verb::Quit,
        Entry::new(
            "RFC 1939 §6",
            "ends the session. Only now the server deletes what was marked, and answers whether it could.",
            "termina la sesión. Solo ahora borra el servidor lo marcado, y responde si pudo.",
        ),
    ),
    (
        Verb::Utf8,
        Entry::new(
            "RFC 6856 §2",
            "from here on messages with UTF-8 in their headers come as they are; before it the server has to change or refuse \
             them.",
            "desde aquí los mensajes con UTF-8 en la cabecera llegan tal cual; sin él, el servidor debe convertirlos \
             o negarse a darlos.",
        ),
    ),
    (
        Verb::Lang,
        Entry::new(
            "RFC 6856 §3",
            "asks for the texts behind +OK and -ERR in another language; without one, which languages there are.",
            "pide en otro idioma los textos tras +OK y -ERR; sin nombrarlo, pregunta qué idiomas hay.",
        ),
    ),
];
