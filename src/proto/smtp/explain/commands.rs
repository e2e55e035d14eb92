//! Under a command: what it is, and what this one has of its own.

use super::super::command::{Command, Verb};
use super::super::parameter::Parameter;
use super::super::path::{ForwardPath, ReversePath};
use super::{circumstances, parameters, verbs};
use crate::proto::explain::{Entry, Explanation, Language, figure, quote};
use crate::proto::{line, sasl};

/// The most characters of a parameter that are quoted.
const PARAMETER: usize = 48;

/// The notes on a command.
pub(super) fn explain(command: &Command, octets: &[u8], reveal: bool, language: Language) -> Vec<Explanation> {
    let mut notes = vec![verb(command, reveal, language)];
    match command {
        Command::Auth { mechanism, initial } => {
            notes.extend(sasl::explain::mechanism(mechanism).map(|note| note.under(0, language)));
            if *initial {
                let exchange = sasl::explain::Exchange { mechanism: mechanism.clone(), responses: 1 };
                notes.extend(sasl::explain::response(&exchange, initial_response(octets), reveal, language));
            }
        }
        Command::Bdat { size: 0, last: true } => notes.push(circumstances::BDAT_EMPTY.under(0, language)),
        Command::Ehlo(name) | Command::Helo(name) | Command::Lhlo(name) if name.starts_with('[') => {
            notes.push(circumstances::LITERAL.under(0, language));
        }
        Command::Mail { path, parameters } => {
            let null = matches!(path, ReversePath::Null).then(|| circumstances::NULL_PATH.under(0, language));
            notes.extend(null);
            notes.extend(parameters.iter().map(|parameter| of_parameter(parameter, reveal, language)));
        }
        Command::Rcpt { path, parameters } => {
            let postmaster = matches!(path, ForwardPath::Postmaster);
            notes.extend(postmaster.then(|| circumstances::POSTMASTER.under(0, language)));
            notes.extend(parameters.iter().map(|parameter| of_parameter(parameter, reveal, language)));
        }
        _ => {}
    }
    notes
}

fn verb(command: &Command, reveal: bool, language: Language) -> Explanation {
    let (name, note): (String, &Entry) = match command {
        Command::Bdat { size, .. } => {
            let octets = language.choose("octets", "octetos");
            (format!("BDAT, {} {octets}", figure(*size, language)), verbs::of(Verb::Bdat))
        }
        Command::Unknown(word) => match verbs::of_word(word) {
            Some(note) => (word.clone(), note),
            None if reveal => (quote(word.as_bytes(), PARAMETER), verbs::of(Verb::Other)),
            None => return verbs::of(Verb::Other).under(0, language),
        },
        known => (known.verb().name().to_owned(), verbs::of(known.verb())),
    };
    Explanation { line: 0, text: format!("{name}: {}", note.text(language)).into(), rfc: note.rfc }
}

fn of_parameter(parameter: &Parameter, reveal: bool, language: Language) -> Explanation {
    let note = parameters::of(&parameter.keyword).unwrap_or(&parameters::UNKNOWN);
    let shown = if reveal { quote(parameter.to_string().as_bytes(), PARAMETER) } else { String::new() };
    let separator = if shown.is_empty() { "" } else { ": " };
    Explanation { line: 0, text: format!("{shown}{separator}{}", note.text(language)).into(), rfc: note.rfc }
}

/// What stands behind the mechanism.
fn initial_response(octets: &[u8]) -> &[u8] {
    let mut words = line::content(octets).split(u8::is_ascii_whitespace).filter(|word| !word.is_empty());
    words.nth(2).unwrap_or_default()
}
