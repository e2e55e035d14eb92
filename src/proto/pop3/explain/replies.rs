//! Under a reply: what its status says to what was asked, and its response code.

use super::super::command::Verb;
use super::super::dialogue::Awaited;
use super::super::reply::{Code, Reply, Status};
use crate::proto::explain::{Entry, Explanation, Language, figure, quote};
use crate::proto::sasl::explain::{Exchange, challenge};

/// The most characters of a code that are quoted.
const WORD: usize = 32;

/// The notes on a reply.
pub(super) fn explain(
    reply: &Reply,
    to: Option<Awaited>,
    exchange: Option<&Exchange>,
    reveal: bool,
    language: Language,
) -> Vec<Explanation> {
    let note = status(reply.status, to);
    let text = format!("{}: {}", reply.status.name(), note.text(language));
    let mut notes = vec![Explanation { line: 0, text: text.into(), rfc: note.rfc }];
    notes.extend(code(reply, reveal, language));
    notes.extend(figures(reply, to, language));
    if let Some(exchange) = exchange.filter(|_| reply.status == Status::Continue) {
        notes.extend(challenge(exchange, &reply.text, reveal, language));
    }
    if to == Some(Awaited::Greeting) && reply.timestamp().is_ok() {
        notes.push(TIMESTAMP.under(0, language));
    }
    notes
}

/// The note on a status for what it answers, or for whatever it answers.
fn status(status: Status, to: Option<Awaited>) -> &'static Entry {
    let Some(to) = to else { return &UNASKED };
    let verb = to.verb();
    let row = |wanted: Option<Verb>| ROWS.iter().find(|(known, verb, _)| *known == status && *verb == wanted);
    match (to, status) {
        (Awaited::Greeting, Status::Ok) => &GREETING,
        (Awaited::Greeting, Status::Err) => &NO_GREETING,
        (Awaited::Credentials, _) => row(Some(Verb::Auth)).map_or(&UNASKED, |(.., note)| note),
        _ => row(verb).or_else(|| row(None)).map_or(&UNASKED, |(.., note)| note),
    }
}

fn code(reply: &Reply, reveal: bool, language: Language) -> Option<Explanation> {
    let bracketed = reply.bracketed().filter(|_| reply.status == Status::Err)?;
    let note = match reply.code() {
        Some(code) => CODES.iter().find(|(known, _)| *known == code).map_or(&UNKNOWN_CODE, |(_, note)| note),
        None => &UNKNOWN_CODE,
    };
    let name = if reveal || reply.code().is_some() { format!("[{}]: ", quote(bracketed, WORD)) } else { String::new() };
    Some(Explanation { line: 0, text: format!("{name}{}", note.text(language)).into(), rfc: note.rfc })
}

/// The figures of STAT and of LIST with a number, in words.
fn figures(reply: &Reply, to: Option<Awaited>, language: Language) -> Option<Explanation> {
    let mut numbers = reply.numbers().filter(|_| reply.status == Status::Ok);
    let (first, octets) = (numbers.next()?, numbers.next()?);
    let (first, octets) = (figure(first, language), figure(octets, language));
    let text = match to?.verb()? {
        Verb::Stat => language.choose(
            format!("messages: {first}; octets in all: {octets}"),
            format!("mensajes: {first}; octetos en total: {octets}"),
        ),
        Verb::List => language.choose(
            format!("message {first} has {octets} octets"),
            format!("el mensaje {first} tiene {octets} octetos"),
        ),
        _ => return None,
    };
    Some(Explanation { line: 0, text: text.into(), rfc: "RFC 1939 §5" })
}

/// All of them.
#[cfg(test)]
pub(super) fn all() -> impl Iterator<Item = &'static Entry> {
    let codes = CODES.iter().map(|(_, note)| note);
    let rows = ROWS.iter().map(|(.., note)| note);
    codes.chain(rows).chain([&GREETING, &NO_GREETING, &TIMESTAMP, &UNASKED, &UNKNOWN_CODE])
}

const GREETING: Entry = Entry::new(
    "RFC 1939 §4",
    "the server is there and waits for a login: the session is in its AUTHORIZATION state.",
    "el servidor está ahí y espera que el cliente se autentique: la sesión está en el estado AUTHORIZATION.",
);

const NO_GREETING: Entry = Entry::new(
    "RFC 1939 §4",
    "the server takes no session now, or none from here; it ends the connection.",
    "el servidor no admite sesiones ahora, o no desde aquí, y termina la conexión.",
);

const TIMESTAMP: Entry = Entry::new(
    "RFC 1939 §7",
    "the text in angle brackets is a timestamp, never the same twice: the server offers APOP, which digests it with the \
     password.",
    "el texto entre < > es una marca de tiempo que nunca se repite: el servidor ofrece APOP, que la combina con la \
     contraseña.",
);

const UNASKED: Entry = Entry::new(
    "RFC 1939 §3",
    "nothing was asked that this could answer; a server that ends an idle session sometimes says so first.",
    "no se había preguntado nada a lo que esto responda; un servidor que cierra una sesión ociosa a veces avisa así.",
);

const UNKNOWN_CODE: Entry = Entry::new(
    "RFC 2449 §8",
    "a response code that is not known here; the text behind it is for a person.",
    "un código de respuesta desconocido aquí; el texto que sigue es para una persona.",
);

const CODES: [(Code, Entry); 6] = [
    (
        Code::LoginDelay,
        Entry::new(
            "RFC 2449 §8.1.1",
            "this user logged in a moment ago; CAPA's LOGIN-DELAY says how many seconds must pass.",
            "este usuario entró hace un momento; LOGIN-DELAY en CAPA dice cuántos segundos deben pasar.",
        ),
    ),
    (
        Code::InUse,
        Entry::new(
            "RFC 2449 §8.1.2",
            "name and password may be right, but another session has the maildrop, which POP3 gives to one at a time.",
            "nombre y contraseña pueden ser correctos, pero otra sesión tiene el buzón, que POP3 da a una sola a la vez.",
        ),
    ),
    (
        Code::SysTemp,
        Entry::new(
            "RFC 3206 §4",
            "a fault on the server's side that will pass: the same login may succeed later.",
            "un fallo del servidor que pasará: la misma autenticación puede funcionar más tarde.",
        ),
    ),
    (
        Code::SysPerm,
        Entry::new(
            "RFC 3206 §4",
            "a fault on the server's side that does not pass by itself: its administrator has to be told.",
            "un fallo del servidor que no pasa solo: hay que avisar a quien lo administra.",
        ),
    ),
    (
        Code::Auth,
        Entry::new(
            "RFC 3206 §5",
            "the credentials are the trouble: name, password or the right to use POP3. Ask the user again.",
            "el problema son los datos: nombre, contraseña o el permiso para usar POP3. Hay que preguntar de nuevo.",
        ),
    ),
    (
        Code::Utf8,
        Entry::new(
            "RFC 6856 §5",
            "the message needs UTF-8, which this session has not asked for with UTF8.",
            "el mensaje necesita UTF-8, que esta sesión no ha pedido con UTF8.",
        ),
    ),
];

/// A status, what it answers (`None`: anything else), and the note.
const ROWS: [(Status, Option<Verb>, Entry); 17] = [
    (
        Status::Ok,
        None,
        Entry::new("RFC 1939 §3", "done. The text behind it is for a person.", "hecho. El texto es para una persona."),
    ),
    (
        Status::Err,
        None,
        Entry::new(
            "RFC 1939 §3",
            "refused, or not possible now; the session goes on. The text behind it says why, to a person.",
            "rechazado, o imposible ahora; la sesión sigue. El texto dice por qué a una persona.",
        ),
    ),
    (
        Status::Continue,
        None,
        Entry::new(
            "RFC 5034 §4",
            "a challenge, though no login is under way that could answer it.",
            "un reto, aunque no hay ninguna autenticación en curso que lo conteste.",
        ),
    ),
    (
        Status::Ok,
        Some(Verb::User),
        Entry::new(
            "RFC 1939 §7",
            "the name is taken, which says nothing about whether it exists; now PASS.",
            "el nombre se acepta, lo que no dice si existe; ahora PASS.",
        ),
    ),
    (
        Status::Ok,
        Some(Verb::Pass),
        Entry::new(
            "RFC 1939 §7",
            "the maildrop is open and locked for this session: the TRANSACTION state.",
            "el buzón está abierto y reservado para esta sesión: el estado TRANSACTION.",
        ),
    ),
    (
        Status::Err,
        Some(Verb::Pass),
        Entry::new(
            "RFC 1939 §7",
            "name or password is wrong, or the maildrop is locked by another session; many servers wait a while before \
             they say so.",
            "nombre o contraseña incorrectos, o el buzón está ocupado por otra sesión; muchos servidores tardan en decirlo.",
        ),
    ),
    (
        Status::Ok,
        Some(Verb::Apop),
        Entry::new(
            "RFC 1939 §7",
            "the digest is right: the maildrop is open and locked for this session.",
            "el resumen es correcto: el buzón está abierto y reservado para esta sesión.",
        ),
    ),
    (
        Status::Ok,
        Some(Verb::Auth),
        Entry::new(
            "RFC 5034 §4",
            "the login by SASL succeeded: the session is in its TRANSACTION state.",
            "la autenticación SASL ha tenido éxito: la sesión está en el estado TRANSACTION.",
        ),
    ),
    (
        Status::Err,
        Some(Verb::Auth),
        Entry::new(
            "RFC 5034 §4",
            "the login failed, or there is no such mechanism; another may be tried.",
            "la autenticación ha fallado, o no existe ese mecanismo; puede probarse otro.",
        ),
    ),
    (
        Status::Continue,
        Some(Verb::Auth),
        Entry::new(
            "RFC 5034 §4",
            "go on: behind it stands the mechanism's challenge in base64, often empty.",
            "adelante: detrás va el reto del mecanismo en base64, a menudo vacío.",
        ),
    ),
    (
        Status::Ok,
        Some(Verb::Stls),
        Entry::new(
            "RFC 2595 §4",
            "the next octets are the TLS handshake.",
            "los siguientes octetos son la negociación de TLS.",
        ),
    ),
    (
        Status::Ok,
        Some(Verb::Retr),
        Entry::new(
            "RFC 1939 §5",
            "the message follows, up to a dot alone on its line.",
            "sigue el mensaje, hasta un punto solo en su línea.",
        ),
    ),
    (
        Status::Err,
        Some(Verb::Retr),
        Entry::new(
            "RFC 1939 §5",
            "there is no message of that number, or it is marked as deleted.",
            "no hay mensaje con ese número, o está marcado como borrado.",
        ),
    ),
    (
        Status::Ok,
        Some(Verb::Dele),
        Entry::new("RFC 1939 §5", "marked, not yet gone: QUIT deletes it.", "marcado, aún no borrado: lo borra QUIT."),
    ),
    (
        Status::Ok,
        Some(Verb::Quit),
        Entry::new(
            "RFC 1939 §6",
            "what was marked is deleted and the maildrop is free again (UPDATE state); the server ends the connection.",
            "lo marcado queda borrado y el buzón libre (estado UPDATE); el servidor termina la conexión.",
        ),
    ),
    (
        Status::Err,
        Some(Verb::Quit),
        Entry::new(
            "RFC 1939 §6",
            "some of what was marked could not be deleted; it will be there again next time.",
            "parte de lo marcado no pudo borrarse; seguirá ahí la próxima vez.",
        ),
    ),
    (
        Status::Ok,
        Some(Verb::Capa),
        Entry::new(
            "RFC 2449 §5",
            "the capabilities follow, one a line, up to a dot.",
            "siguen las capacidades, una por línea, hasta un punto.",
        ),
    ),
];
