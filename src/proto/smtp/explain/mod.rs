//! What is said under each line of an SMTP conversation, for who learns it: commands, replies, extensions.
//!
//! The tables are `verbs`, `parameters`, `circumstances`, `replies`, `enhanced` and `keywords`; a row is a note in
//! every language with its reference. What a peer said is quoted escaped and short, and not at all where a secret is.

mod circumstances;
mod commands;
mod enhanced;
mod keywords;
mod parameters;
mod replies;
mod verbs;

use super::dialogue::Message;
use crate::proto::explain::{Explanation, Language};
use crate::proto::sasl;

/// The notes on a turn. Unless `reveal`, nothing of its octets is quoted.
pub fn explain(message: &Message, octets: &[u8], reveal: bool, language: Language) -> Vec<Explanation> {
    match message {
        Message::Command(command) => commands::explain(command, octets, reveal, language),
        Message::Malformed { .. } => vec![circumstances::MALFORMED.under(0, language)],
        Message::Credentials(exchange) => sasl::explain::response(exchange, octets, reveal, language),
        Message::Content { begins: true } => {
            vec![circumstances::CONTENT.under(0, language), circumstances::STUFFING.under(0, language)]
        }
        Message::Content { begins: false } => Vec::new(),
        Message::EndOfData => vec![circumstances::END_OF_DATA.under(0, language)],
        Message::Reply { reply, to, exchange, .. } => replies::explain(reply, *to, exchange.as_ref(), reveal, language),
        Message::Unreadable => vec![circumstances::UNREADABLE.under(0, language)],
    }
}

#[cfg(test)]
mod tests;
