//! What stands behind a keyword: figures and names, in words.

use crate::proto::explain::{Entry, Explanation, Language, figure};
use crate::proto::sasl;

/// SIZE with a figure.
pub(super) const SIZE_LIMIT: Entry = Entry::new(
    "RFC 1870 §4",
    "the largest message that this server takes",
    "el mayor mensaje que admite este servidor",
);

/// SIZE without one, or with 0.
pub(super) const NO_LIMIT: Entry = Entry::new(
    "RFC 1870 §4",
    "no figure, or 0: the server has no fixed limit.",
    "sin cifra, o con 0: el servidor no tiene un límite fijo.",
);

/// What LIMITS may limit.
pub(super) const LIMITS: &[(&str, Entry)] = &[
    ("MAILMAX", Entry::new("RFC 9422 §4.1", "messages on one connection", "mensajes en una conexión")),
    ("RCPTMAX", Entry::new("RFC 9422 §4.2", "recipients of one message", "destinatarios de un mensaje")),
    (
        "RCPTDOMAINMAX",
        Entry::new("RFC 9422 §4.3", "domains among the recipients of one message", "dominios entre los destinatarios"),
    ),
];

/// What the values of a keyword say, if that is known.
pub(super) fn explain(keyword: &str, values: &[&str], language: Language) -> Option<Explanation> {
    match keyword {
        "SIZE" => Some(size(values.first().and_then(|value| value.parse().ok()), language)),
        "AUTH" if !values.is_empty() => {
            let text = sasl::explain::offered(values, language);
            Some(Explanation { line: 0, text: text.into(), rfc: "RFC 4954 §3" })
        }
        "LIMITS" => limits(values, language),
        _ => None,
    }
}

fn size(limit: Option<u64>, language: Language) -> Explanation {
    let Some(octets) = limit.filter(|octets| *octets > 0) else { return NO_LIMIT.under(0, language) };
    let name = language.choose("octets", "octetos");
    let text = format!("{} {name}{}: {}", figure(octets, language), about(octets, language), SIZE_LIMIT.text(language));
    Explanation { line: 0, text: text.into(), rfc: SIZE_LIMIT.rfc }
}

/// ` (about 34.2 MiB)`, for figures that nobody reads at a glance.
fn about(octets: u64, language: Language) -> String {
    let (unit, name) = match octets {
        0..10_000 => return String::new(),
        10_000..1_048_576 => (1024, "KiB"),
        1_048_576..1_073_741_824 => (1_048_576, "MiB"),
        _ => (1_073_741_824, "GiB"),
    };
    let tenths = u128::from(octets) * 10 / unit;
    let (whole, tenth) = (tenths / 10, tenths % 10);
    let point = language.choose('.', ',');
    format!(" ({} {whole}{point}{tenth} {name})", language.choose("about", "unos"))
}

fn limits(values: &[&str], language: Language) -> Option<Explanation> {
    let most = language.choose("at most", "como mucho");
    let known = values.iter().filter_map(|value| {
        let (name, figure_text) = value.split_once('=')?;
        let (_, note) = LIMITS.iter().find(|(known, _)| known.eq_ignore_ascii_case(name))?;
        let number: u64 = figure_text.parse().ok()?;
        Some((note, format!("{most} {} {}", figure(number, language), note.text(language))))
    });
    let known: Vec<(&Entry, String)> = known.collect();
    let rfc = known.first()?.0.rfc;
    let text = known.into_iter().map(|(_, text)| text).collect::<Vec<_>>().join("; ");
    Some(Explanation { line: 0, text: text.into(), rfc })
}
