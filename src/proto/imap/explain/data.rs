//! Under untagged data: what it tells, and its figures in words.

use super::super::response::Data;
use super::super::response::data::List;
use super::super::response::search::ExtendedSearch;
use super::{Row, attributes, capabilities, figures, find, flags, named, options, rights, row};
use crate::base::utf7::{Variant, decode};
use crate::proto::explain::{Entry, Explanation, Language, figure, quote};

/// The most characters of a name that are quoted.
const NAME: usize = 40;
/// The most figures and names that are told.
const MOST: usize = 12;

/// The notes on what a server tells. Unless `reveal`, nothing of it is quoted.
pub(super) fn explain(data: &Data, reveal: bool, language: Language) -> Vec<Explanation> {
    let Some(note) = note(data.name()) else {
        let name = if reveal { quote(data.name().as_bytes(), NAME) } else { "*".to_owned() };
        return vec![named(&name, &UNKNOWN, language)];
    };
    let text = match summary(data, language).filter(|_| reveal) {
        // One of many: the figures alone.
        Some(words) if is_one_of_many(data) => format!("{}: {words}", data.name()),
        Some(words) => format!("{}: {words}; {}", data.name(), note.text(language)),
        None => format!("{}: {}", data.name(), note.text(language)),
    };
    let mut notes = vec![Explanation { line: 0, text: text.into(), rfc: note.rfc }];
    if reveal {
        notes.extend(within(data, language));
    }
    notes
}

/// What the word of an untagged response says.
fn note(name: &str) -> Option<&'static Entry> {
    find(TABLE, name)
}

fn is_one_of_many(data: &Data) -> bool {
    matches!(data, Data::Fetch(_) | Data::List(_) | Data::MailboxStatus { .. })
}

/// Its figures in a few words.
fn summary(data: &Data, language: Language) -> Option<String> {
    match data {
        Data::Fetch(fetch) => Some(figures::fetch(fetch, language)),
        Data::Exists(count) | Data::Recent(count) => Some(figure(u64::from(*count), language)),
        Data::Expunge(number) => Some(language.choose(format!("message {number}"), format!("mensaje {number}"))),
        Data::List(list) => Some(list_in_words(list, language)),
        Data::MailboxStatus { mailbox, items } => {
            let figures =
                items.iter().take(MOST).map(|(name, value)| format!("{} {value}", quote(name.as_bytes(), NAME)));
            Some(format!("{}: {}", mailbox_name(mailbox), figures.collect::<Vec<_>>().join(", ")))
        }
        Data::Search { numbers, .. } => {
            let (count, one) = (figure(numbers.len() as u64, language), numbers.len() == 1);
            Some(language.choose(format!("{count} found"), format!("{count} hallado{}", if one { "" } else { "s" })))
        }
        Data::ExtendedSearch(found) => Some(found_in_words(found, language)),
        Data::Vanished { uids, .. } => Some(figures::set(uids, true, language)),
        Data::Quota { resources, .. } => {
            let one = |(name, used, limit): &(String, u64, u64)| {
                let (used, limit) = (figure(*used, language), figure(*limit, language));
                let name = quote(name.as_bytes(), NAME);
                language.choose(format!("{name} {used} of {limit}"), format!("{name} {used} de {limit}"))
            };
            Some(resources.iter().take(MOST).map(one).collect::<Vec<_>>().join(", ")).filter(|words| !words.is_empty())
        }
        _ => None,
    }
}

/// What single names in it mean.
fn within(data: &Data, language: Language) -> Vec<Explanation> {
    match data {
        Data::Capability(words) | Data::Enabled(words) => capabilities::explain(words, true, language),
        Data::Flags(list) => flags::explain(list, language).into_iter().collect(),
        Data::Acl { rights: all, .. } => {
            let letters: Vec<u8> = all.iter().flat_map(|(_, letters)| letters.iter().copied()).collect();
            rights::explain(&letters, language).into_iter().collect()
        }
        Data::MyRights { rights: letters, .. } => rights::explain(letters, language).into_iter().collect(),
        Data::ListRights { rights: groups, .. } => rights::explain(&groups.concat(), language).into_iter().collect(),
        Data::List(list) if !list.extended.is_empty() => vec![EXTENDED.under(0, language)],
        Data::MailboxStatus { items, .. } => {
            // What they mean stands under STATUS already, but for what is not a number of messages.
            let stamps = items.iter().filter(|(name, _)| matches!(name.as_str(), "UIDVALIDITY" | "HIGHESTMODSEQ"));
            let note = |(name, _): &(String, u64)| options::status(name).map(|note| named(name, note, language));
            stamps.filter_map(note).collect()
        }
        _ => Vec::new(),
    }
}

/// A mailbox with what its attributes say.
fn list_in_words(list: &List, language: Language) -> String {
    let mut words = vec![mailbox_name(&list.mailbox)];
    words.extend(list.attributes.iter().take(MOST).map(|attribute| {
        let known = std::str::from_utf8(attribute).ok().and_then(attributes::note);
        let name = quote(attribute, NAME);
        known.map_or(name.clone(), |note| format!("{name}: {}", note.text(language).trim_end_matches('.')))
    }));
    if list.delimiter.is_none() {
        words.push(language.choose("names have no levels", "los nombres no tienen niveles").to_owned());
    }
    words.join("; ")
}

/// As people read it, safe to show.
fn mailbox_name(mailbox: &[u8]) -> String {
    let (name, _) = decode(mailbox, Variant::Mailbox);
    quote(name.as_bytes(), NAME)
}

fn found_in_words(found: &ExtendedSearch, language: Language) -> String {
    let mut words = Vec::new();
    let numbers = [("MIN", found.min), ("MAX", found.max), ("COUNT", found.count)];
    words.extend(numbers.into_iter().filter_map(|(name, number)| Some(format!("{name} {}", number?))));
    words.extend(found.all.as_ref().map(|all| figures::set(all, found.uid, language)));
    words.extend(found.modseq.map(|modseq| format!("MODSEQ {modseq}")));
    let partial = found.partial.as_ref().and_then(|(_, within)| within.as_ref());
    words.extend(partial.map(|within| figures::set(within, found.uid, language)));
    match words.is_empty() {
        true => language.choose("nothing found", "nada hallado").to_owned(),
        false => words.join(", "),
    }
}

/// All of them.
#[cfg(test)]
pub(super) fn all() -> impl Iterator<Item = &'static Entry> {
    TABLE.iter().map(|(_, note)| note).chain([&UNKNOWN, &EXTENDED])
}

const UNKNOWN: Entry = Entry::new(
    "RFC 9051 §7",
    "a response that is not known here: an extension, or the server's own. Clients pass over it.",
    "una respuesta desconocida aquí: una extensión, o propia del servidor. Los clientes la pasan por alto.",
);

const EXTENDED: Entry = Entry::new(
    "RFC 5258 §3",
    "behind the name stand extended data: a former name, or which criteria mailboxes below it meet.",
    "tras el nombre hay datos extendidos: un nombre anterior, o qué criterios cumplen los buzones de debajo.",
);

const TABLE: &[Row] = &[
    row(
        "ACL",
        "RFC 4314 §3.6",
        "who may do what with this mailbox: an identifier and its letters, in turn.",
        "quién puede hacer qué con este buzón: un identificador y sus letras, alternados.",
    ),
    row(
        "CAPABILITY",
        "RFC 9051 §7.2.2",
        "what the server can do, word by word.",
        "lo que sabe hacer el servidor, palabra a palabra.",
    ),
    row(
        "ENABLED",
        "RFC 9051 §7.2.1",
        "which extensions are on now, of those that were asked for.",
        "qué extensiones quedan activas, de las pedidas.",
    ),
    row(
        "ESEARCH",
        "RFC 9051 §7.3.4",
        "the answer to a search, short: the tag says to which.",
        "la respuesta breve a una búsqueda: la etiqueta dice a cuál.",
    ),
    row(
        "EXISTS",
        "RFC 9051 §7.4.1",
        "the number of messages in the mailbox now.",
        "el número de mensajes que hay ahora en el buzón.",
    ),
    row(
        "EXPUNGE",
        "RFC 9051 §7.5.1",
        "the message of this number is gone, and every higher number is one less from now on.",
        "el mensaje con este número ya no está, y los números superiores bajan uno desde ahora.",
    ),
    row(
        "FETCH",
        "RFC 9051 §7.5.2",
        "what was asked of one message, or a change of its flags.",
        "lo pedido de un mensaje, o un cambio de sus marcas.",
    ),
    row(
        "FLAGS",
        "RFC 9051 §7.3.5",
        "the flags in use in this mailbox; PERMANENTFLAGS says which last.",
        "las marcas en uso en este buzón; PERMANENTFLAGS dice cuáles perduran.",
    ),
    row(
        "ID",
        "RFC 2971 §3.2",
        "what program the server is, as far as it says.",
        "qué programa es el servidor, según dice él mismo.",
    ),
    row(
        "LIST",
        "RFC 9051 §7.3.1",
        "a mailbox: its attributes, what separates levels in its name, and the name.",
        "un buzón: sus atributos, lo que separa niveles en su nombre, y el nombre.",
    ),
    row(
        "LSUB",
        "RFC 3501 §7.2.3",
        "a mailbox that the user subscribed to, whether it still exists or not.",
        "un buzón al que el usuario está suscrito, exista todavía o no.",
    ),
    row(
        "LISTRIGHTS",
        "RFC 4314 §3.7",
        "first the rights that this identifier always has, then groups of those that it could be given.",
        "primero los permisos que ese identificador siempre tiene, luego grupos de los que podrían dársele.",
    ),
    row(
        "METADATA",
        "RFC 5464 §4.4",
        "annotations of the mailbox; names alone mean that they changed.",
        "anotaciones del buzón; si van solo nombres, es que han cambiado.",
    ),
    row(
        "MYRIGHTS",
        "RFC 4314 §3.8",
        "what this user may do with the mailbox.",
        "qué puede hacer este usuario con el buzón.",
    ),
    row(
        "NAMESPACE",
        "RFC 9051 §7.3.6",
        "where mailboxes stand: first the user's own, then those of others, then shared ones; NIL: there are none.",
        "dónde están los buzones: primero los propios, luego los ajenos y los compartidos; NIL: no hay.",
    ),
    row(
        "QUOTA",
        "RFC 9208 §5.1",
        "for each resource how much is used, and the limit; STORAGE counts in units of 1024 octets.",
        "de cada recurso, cuánto se usa y el límite; STORAGE cuenta en unidades de 1024 octetos.",
    ),
    row(
        "QUOTAROOT",
        "RFC 9208 §5.2",
        "which quota roots this mailbox counts to.",
        "en qué raíces de cuota cuenta este buzón.",
    ),
    row(
        "RECENT",
        "RFC 3501 §7.3.2",
        "the number of messages that are new to this session; RFC 9051 has it no more.",
        "el número de mensajes nuevos para esta sesión; RFC 9051 ya no lo tiene.",
    ),
    row(
        "SEARCH",
        "RFC 3501 §7.2.5",
        "the messages that match, UIDs if UID SEARCH asked; none: nothing matches.",
        "los números de los mensajes que cumplen, o sus UID si preguntó UID SEARCH; sin números, ninguno cumple.",
    ),
    row(
        "SORT",
        "RFC 5256 §4",
        "the messages that match, in the order that was asked for.",
        "los mensajes que cumplen, en el orden pedido.",
    ),
    row(
        "STATUS",
        "RFC 9051 §7.3.3",
        "figures of a mailbox that need not be open.",
        "cifras de un buzón que no hace falta abrir.",
    ),
    row(
        "THREAD",
        "RFC 5256 §4",
        "conversations: in parentheses each, an answer behind what it answers.",
        "conversaciones: cada una entre paréntesis, una respuesta tras lo que contesta.",
    ),
    row(
        "VANISHED",
        "RFC 7162 §3.2.10",
        "the messages with these UIDs are gone; EARLIER: they were before this session.",
        "los mensajes con estos UID ya no están; EARLIER: desde antes de esta sesión.",
    ),
    row(
        "XLIST",
        "Google IMAP extensions",
        "a mailbox with its purpose, in Google's way before SPECIAL-USE.",
        "un buzón con su cometido, al modo de Google antes de SPECIAL-USE.",
    ),
    row(
        "GENURLAUTH",
        "RFC 4467 §8",
        "the URLs that were asked for, with their authorisation.",
        "los URL pedidos, con su autorización.",
    ),
    row("URLFETCH", "RFC 4467 §8", "what the URLs stand for.", "el contenido de los URL."),
    row(
        "LANGUAGE",
        "RFC 5255 §3.3",
        "the languages that the server has, or that which it uses now.",
        "los idiomas que tiene el servidor, o el que usa ahora.",
    ),
    row(
        "COMPARATOR",
        "RFC 5255 §4.8",
        "by which rules letters are compared now.",
        "con qué reglas se comparan ahora las letras.",
    ),
    row(
        "CONVERTED",
        "RFC 5259 §7",
        "parts in another format, as was asked for.",
        "partes en otro formato, según se pidió.",
    ),
    row("UIDFETCH", "RFC 9586 §3.3", "as FETCH, but the number is the UID.", "como FETCH, pero el número es el UID."),
    row(
        "JMAPACCESS",
        "RFC 9698 §3",
        "the URL at which the same mail can be had by JMAP.",
        "el URL donde el mismo correo está disponible por JMAP.",
    ),
    row(
        "UIDBATCHES",
        "RFC 10022",
        "the batches of UIDs into which the mailbox is cut.",
        "los lotes de UID en que se divide el buzón.",
    ),
];
