//! What is said under each step of a SASL exchange, over whichever protocol: mechanisms, challenges, responses, decoded.

mod digest_md5;
mod mechanisms;
mod steps;

use std::fmt::Display;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use zeroize::Zeroizing;

use self::mechanisms::MECHANISMS;
use super::digest_md5::Directives;
use crate::proto::explain::{Entry, Explanation, Language, MASK, quote};

/// In which exchange a line stands, and how far that has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exchange {
    /// The mechanism's name, in capitals, as the client gave it.
    pub mechanism: String,
    /// How many responses the client has given, this one included.
    pub responses: usize,
}

/// How a mechanism proves who the client is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// It says the password.
    Password,
    /// It proves that it knows it.
    Proof,
    /// It shows a token.
    Token,
    /// None of these.
    Other,
}

/// The most characters of a name or a text that are quoted.
const TEXT: usize = 64;
/// The same of what only looks random.
const RANDOM: usize = 12;

/// What a mechanism is, by its name in any case.
pub fn mechanism(name: &str) -> Option<&'static Entry> {
    MECHANISMS.iter().find(|(known, ..)| known.eq_ignore_ascii_case(name)).map(|(.., note)| note)
}

/// The mechanisms that a server offers, by what they do with the password; safe to show.
pub fn offered(names: &[&str], language: Language) -> String {
    let groups = [Way::Proof, Way::Password, Way::Token, Way::Other].into_iter().filter_map(|way| {
        let names = names.iter().filter(|name| self::way(name) == way);
        let names: Vec<_> = names.map(|name| quote(name.as_bytes(), TEXT)).collect();
        (!names.is_empty()).then(|| format!("{}: {}", names.join(", "), way.words(names.len() == 1, language)))
    });
    groups.collect::<Vec<_>>().join("; ")
}

impl Way {
    /// What one mechanism does, or what several do.
    fn words(self, one: bool, language: Language) -> &'static str {
        match (self, one) {
            (Way::Proof, true) => {
                language.choose("proves the password without sending it", "prueba la contraseña sin enviarla")
            }
            (Way::Proof, false) => {
                language.choose("prove the password without sending it", "prueban la contraseña sin enviarla")
            }
            (Way::Password, true) => language.choose("sends the password itself", "envía la propia contraseña"),
            (Way::Password, false) => language.choose("send the password itself", "envían la propia contraseña"),
            (Way::Token, true) => language.choose("sends a token", "envía un testigo"),
            (Way::Token, false) => language.choose("send a token", "envían un testigo"),
            (Way::Other, true) => language.choose("goes by other means", "usa otros medios"),
            (Way::Other, false) => language.choose("go by other means", "usan otros medios"),
        }
    }
}

fn way(name: &str) -> Way {
    let known = MECHANISMS.iter().find(|(known, ..)| known.eq_ignore_ascii_case(name));
    known.map_or(Way::Other, |(_, way, _)| *way)
}

/// Notes on a challenge, in base64 as it was sent. Unless `reveal`, what it holds is masked.
pub fn challenge(exchange: &Exchange, encoded: &[u8], reveal: bool, language: Language) -> Vec<Explanation> {
    let encoded = encoded.trim_ascii();
    if encoded.is_empty() {
        return vec![steps::EMPTY_CHALLENGE.under(0, language)];
    }
    let Some(decoded) = decode(encoded) else { return vec![steps::NOT_BASE64.under(0, language)] };
    let scram = exchange.mechanism.starts_with("SCRAM-");
    let step = match (exchange.mechanism.as_str(), exchange.responses) {
        ("LOGIN", 0) => &steps::LOGIN_FIRST,
        ("LOGIN", 1) => &steps::LOGIN_SECOND,
        ("CRAM-MD5", 0) => &steps::CRAM_CHALLENGE,
        ("DIGEST-MD5", 0) => &digest_md5::CHALLENGE,
        ("DIGEST-MD5", 1) => &digest_md5::PROOF,
        ("XOAUTH2" | "OAUTHBEARER", 1) => &steps::BEARER_REASON,
        (_, 1) if scram => &steps::SCRAM_SERVER_FIRST,
        (_, 2) if scram => &steps::SCRAM_SERVER_FINAL,
        _ => &steps::OTHER_CHALLENGE,
    };
    let mut notes = vec![step.under(0, language)];
    if scram {
        notes.extend(attributes(&decoded, reveal, language));
    } else if let Some(told) = directives(exchange, &decoded, reveal, language) {
        notes.extend(told);
    } else if reveal && std::str::from_utf8(&decoded).is_ok() {
        notes.push(fields(&[(&steps::TEXT, &decoded)], reveal, language));
    }
    notes
}

/// Notes on a response, in base64 as it was sent. Unless `reveal`, what it holds is masked.
pub fn response(exchange: &Exchange, encoded: &[u8], reveal: bool, language: Language) -> Vec<Explanation> {
    let encoded = encoded.trim_ascii();
    let scram = exchange.mechanism.starts_with("SCRAM-");
    let plain = match encoded {
        b"*" => Some(&steps::CANCEL),
        b"=" if exchange.responses == 1 => Some(&steps::EMPTY_INITIAL),
        b"" if scram && exchange.responses == 3 => Some(&steps::PROVEN),
        b"" if exchange.mechanism == "DIGEST-MD5" && exchange.responses == 2 => Some(&steps::PROVEN),
        b"" if exchange.mechanism == "XOAUTH2" && exchange.responses == 2 => Some(&steps::BEARER_DUMMY),
        b"" => Some(&steps::EMPTY_RESPONSE),
        _ => None,
    };
    if let Some(step) = plain {
        return vec![step.under(0, language)];
    }
    let Some(decoded) = decode(encoded) else { return vec![steps::NOT_BASE64.under(0, language)] };
    let step = match (exchange.mechanism.as_str(), exchange.responses) {
        ("PLAIN", 1) => &steps::PLAIN_RESPONSE,
        ("LOGIN", 1) => &steps::LOGIN_USER,
        ("LOGIN", 2) => &steps::LOGIN_PASSWORD,
        ("CRAM-MD5", 1) => &steps::CRAM_RESPONSE,
        ("DIGEST-MD5", 1) => &digest_md5::RESPONSE,
        ("XOAUTH2", 1) => &steps::XOAUTH2_RESPONSE,
        ("OAUTHBEARER", 1) => &steps::OAUTHBEARER_RESPONSE,
        ("OAUTHBEARER", 2) => &steps::BEARER_DUMMY,
        ("EXTERNAL", 1) => &steps::EXTERNAL_RESPONSE,
        ("ANONYMOUS", 1) => &steps::ANONYMOUS_RESPONSE,
        (_, 1) if scram => &steps::SCRAM_CLIENT_FIRST,
        (_, 2) if scram => &steps::SCRAM_CLIENT_FINAL,
        _ => &steps::OTHER_RESPONSE,
    };
    let mut notes = vec![step.under(0, language)];
    if *step == steps::SCRAM_CLIENT_FIRST {
        notes.extend(client_first(&decoded, reveal, language));
    } else if scram {
        notes.extend(attributes(&decoded, reveal, language));
    } else if let Some(told) = directives(exchange, &decoded, reveal, language) {
        notes.extend(told);
    } else {
        let told = known_fields(step, &decoded).map(|known| fields(&known, reveal, language));
        notes.extend(told.map(|told| Explanation { rfc: step.rfc, ..told }));
    }
    notes
}

fn decode(encoded: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    STANDARD.decode(encoded).ok().map(Zeroizing::new)
}

/// The fields of a response that has such, with their names.
fn known_fields<'a>(step: &Entry, decoded: &'a [u8]) -> Option<Vec<(&'static Entry, &'a [u8])>> {
    match *step {
        steps::PLAIN_RESPONSE => {
            let mut parts = decoded.splitn(3, |&octet| octet == 0);
            let names = [&steps::AUTHZID, &steps::AUTHCID, &steps::PASSWORD];
            names.into_iter().map(|name| Some((name, parts.next()?))).collect()
        }
        steps::LOGIN_USER => Some(vec![(&steps::AUTHCID, decoded)]),
        steps::LOGIN_PASSWORD => Some(vec![(&steps::PASSWORD, decoded)]),
        steps::CRAM_RESPONSE => {
            let space = decoded.iter().rposition(|&octet| octet == b' ')?;
            let (user, digest) = decoded.split_at_checked(space)?;
            Some(vec![(&steps::AUTHCID, user), (&steps::DIGEST, digest.trim_ascii_start())])
        }
        steps::XOAUTH2_RESPONSE | steps::OAUTHBEARER_RESPONSE => {
            let mut parts = decoded.splitn(2, |&octet| octet == 1);
            let named = parts.next()?;
            let user = named.strip_prefix(b"user=").or_else(|| named.strip_prefix(b"n,a=")?.strip_suffix(b","));
            let mut pairs = parts.next()?.split(|&octet| octet == 1);
            let token = pairs.find_map(|pair| pair.strip_prefix(b"auth=Bearer "))?;
            Some(vec![(&steps::AUTHCID, user?), (&steps::TOKEN, token)])
        }
        steps::EXTERNAL_RESPONSE => Some(vec![(&steps::AUTHZID, decoded)]),
        steps::ANONYMOUS_RESPONSE => Some(vec![(&steps::TRACE, decoded)]),
        _ => None,
    }
}

/// `user name ••••, password ••••`.
fn fields(fields: &[(&'static Entry, &[u8])], reveal: bool, language: Language) -> Explanation {
    let shown = |value: &[u8]| match value {
        b"" => language.choose("(empty)", "(vacía)").to_owned(),
        value if reveal => quote(value, TEXT),
        _ => MASK.to_owned(),
    };
    let named = fields.iter().map(|(name, value)| format!("{} {}", name.text(language), shown(value)));
    let rfc = fields.first().map_or("", |(name, _)| name.rfc);
    Explanation { line: 0, text: named.collect::<Vec<_>>().join(", ").into(), rfc }
}

/// `gs2-header client-first-message-bare` (RFC 5802 §7).
fn client_first(decoded: &[u8], reveal: bool, language: Language) -> Vec<Explanation> {
    let mut parts = decoded.splitn(3, |&octet| octet == b',');
    let (Some(flag), Some(authzid), Some(bare)) = (parts.next(), parts.next(), parts.next()) else {
        return Vec::new();
    };
    let letter = flag.first().copied().map_or(' ', char::from);
    let masked = |shown: &str, value: &[u8]| match value.len() {
        0 | 1 => shown.to_owned(),
        _ if reveal => quote(value, TEXT),
        _ => format!("{shown}={MASK}"),
    };
    let header = steps::GS2.iter().find(|(known, _)| *known == letter).map(|(_, note)| {
        let authzid = if authzid.is_empty() { String::new() } else { masked("a", authzid) };
        let shown = format!("{},{authzid},", masked(&letter.to_string(), flag));
        Explanation { line: 0, text: format!("{shown} {}", note.text(language)).into(), rfc: note.rfc }
    });
    header.into_iter().chain(attributes(bare, reveal, language)).collect()
}

/// A note for each attribute `x=value` that RFC 5802 §5.1 knows.
fn attributes(text: &[u8], reveal: bool, language: Language) -> Vec<Explanation> {
    let pieces = text.split(|&octet| octet == b',');
    let known = pieces.filter_map(|piece| {
        let (letter, value) = piece.split_first()?;
        let value = value.strip_prefix(b"=")?;
        let (letter, note) = steps::ATTRIBUTES.iter().find(|(known, _)| *known == char::from(*letter))?;
        let most = if matches!(letter, 'a' | 'n' | 'i' | 'e' | 'm') { TEXT } else { RANDOM };
        Some(noted(*letter, reveal.then(|| quote(value, most)), note, language))
    });
    known.collect()
}

/// A note for each directive `name=value` that RFC 2831 §2.1 knows; `None` where there are no such.
fn directives(exchange: &Exchange, text: &[u8], reveal: bool, language: Language) -> Option<Vec<Explanation>> {
    let said = Directives::parse(text).filter(|_| exchange.mechanism == "DIGEST-MD5")?;
    let known = said.iter().filter_map(|(name, value)| {
        let (name, note) = digest_md5::DIRECTIVES.iter().find(|(known, _)| *known == name)?;
        let most = if matches!(*name, "nonce" | "cnonce" | "response" | "rspauth") { RANDOM } else { TEXT };
        Some(noted(name, reveal.then(|| quote(value, most)), note, language))
    });
    Some(known.collect())
}

/// `x=value: what it is`, with the mask where nothing is to be shown.
fn noted(name: impl Display, shown: Option<String>, note: &Entry, language: Language) -> Explanation {
    let shown = shown.as_deref().unwrap_or(MASK);
    Explanation { line: 0, text: format!("{name}={shown}: {}", note.text(language)).into(), rfc: note.rfc }
}

#[cfg(test)]
mod tests;
