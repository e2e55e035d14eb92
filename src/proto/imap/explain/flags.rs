//! Flags and keywords of messages (RFC 9051 §2.3.2; IANA's registry "IMAP and JMAP Keywords").

use super::{Row, find, row};
use crate::proto::explain::{Explanation, Language, quote};

/// The most characters of a keyword that are quoted.
const KEYWORD: usize = 24;
/// The most flags of which something is said.
const MOST: usize = 16;

/// What a list of flags says, in one line; none if nothing in it is known.
pub(super) fn explain(flags: &[Vec<u8>], language: Language) -> Option<Explanation> {
    let known = |flag: &Vec<u8>| {
        let name = std::str::from_utf8(flag).ok()?;
        find(TABLE, name).map(|note| format!("{name}: {}", note.text(language)))
    };
    let words: Vec<String> = flags.iter().filter_map(known).take(MOST).collect();
    let text = words.join("; ");
    (!text.is_empty()).then_some(Explanation { line: 0, text: text.into(), rfc: "RFC 9051 §2.3.2" })
}

/// The flags of a message in a few words.
pub(super) fn words(flags: &[Vec<u8>], language: Language) -> String {
    let word = |flag: &Vec<u8>| {
        let known = std::str::from_utf8(flag).ok().and_then(|name| find(TABLE, name));
        known.map_or_else(|| quote(flag, KEYWORD), |note| note.text(language).to_owned())
    };
    match flags.is_empty() {
        true => language.choose("no flags", "sin marcas").to_owned(),
        false => flags.iter().take(MOST).map(word).collect::<Vec<_>>().join(", "),
    }
}

/// All of them.
#[cfg(test)]
pub(super) fn all() -> impl Iterator<Item = &'static crate::proto::explain::Entry> {
    TABLE.iter().map(|(_, note)| note)
}

const TABLE: &[Row] = &[
    row("\\Seen", "RFC 9051 §2.3.2", "read", "leído"),
    row("\\Answered", "RFC 9051 §2.3.2", "answered", "contestado"),
    row("\\Flagged", "RFC 9051 §2.3.2", "starred", "destacado"),
    row("\\Deleted", "RFC 9051 §2.3.2", "to be deleted by EXPUNGE", "por borrar con EXPUNGE"),
    row("\\Draft", "RFC 9051 §2.3.2", "not finished", "sin terminar"),
    row("\\Recent", "RFC 3501 §2.3.2", "new to this session", "nuevo en esta sesión"),
    row("$Forwarded", "RFC 5788", "forwarded", "reenviado"),
    row("$MDNSent", "RFC 3503", "a read receipt was sent or refused", "se envió o negó un acuse de lectura"),
    row("$Junk", "IANA", "spam, says the user", "basura, según el usuario"),
    row("$NotJunk", "IANA", "no spam, says the user", "no es basura, según el usuario"),
    row("$Phishing", "IANA", "likely a fraud", "probable fraude"),
    row("$Important", "RFC 8457 §2", "important, says the server", "importante, según el servidor"),
    row("$SubmitPending", "RFC 5550 §5.9", "waits to be sent", "espera su envío"),
    row("$Submitted", "RFC 5550 §5.9", "was sent", "ya enviado"),
    row("$HasAttachment", "IANA", "has attachments", "tiene adjuntos"),
    row("$HasNoAttachment", "IANA", "has no attachments", "no tiene adjuntos"),
    row("$autosent", "IANA", "an automatic answer", "una respuesta automática"),
    row("$CanUnsubscribe", "IANA", "can be unsubscribed from", "admite darse de baja"),
    row("$Unsubscribed", "IANA", "unsubscribed from", "dado de baja"),
    row("$followed", "IANA", "the conversation is followed", "conversación seguida"),
    row("$hasmemo", "IANA", "there is a note on it", "tiene una nota"),
    row("$memo", "IANA", "a note", "una nota"),
    row("$imported", "IANA", "imported from elsewhere", "importado de otro sitio"),
    row("$istrusted", "IANA", "the sender is trusted", "remitente de confianza"),
    row("$MaskedEmail", "IANA", "came by a masked address", "llegó por una dirección enmascarada"),
    row("$muted", "IANA", "the conversation is muted", "conversación silenciada"),
    row("$new", "IANA", "to be shown on top", "para mostrar arriba"),
    row("$notify", "IANA", "to be notified of", "para avisar"),
    row("$MailFlagBit0", "IANA", "colour of the flag, first bit", "color del indicador, primer bit"),
    row("$MailFlagBit1", "IANA", "colour of the flag, second bit", "color del indicador, segundo bit"),
    row("$MailFlagBit2", "IANA", "colour of the flag, third bit", "color del indicador, tercer bit"),
];
