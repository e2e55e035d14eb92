//! What is said under each line of a POP3 conversation, for who learns it: commands, replies, listings, capabilities.
//!
//! The tables are `verbs`, `replies` and `keywords`; a row is a note in every language with its reference. What a peer
//! said is quoted escaped and short, and not at all where a secret is.

mod circumstances;
mod keywords;
mod listings;
mod replies;
mod verbs;

use super::command::Verb;
use super::dialogue::Message;
use crate::proto::explain::{Entry, Explanation, Language};
use crate::proto::sasl;

/// The notes on a turn. Unless `reveal`, nothing of its octets is quoted.
pub fn explain(message: &Message, octets: &[u8], reveal: bool, language: Language) -> Vec<Explanation> {
    match message {
        Message::Command(command) => verbs::explain(command, reveal, language),
        Message::Malformed { .. } => vec![circumstances::MALFORMED.under(0, language)],
        Message::Credentials(exchange) => sasl::explain::response(exchange, octets, reveal, language),
        Message::Reply { reply, to, exchange } => replies::explain(reply, *to, exchange.as_ref(), reveal, language),
        Message::Listing { to, begins } => listings::explain(*to, *begins, octets, language),
        Message::Content { begins: true } => {
            vec![circumstances::CONTENT.under(0, language), circumstances::STUFFING.under(0, language)]
        }
        Message::Content { begins: false } => Vec::new(),
        Message::EndOfData => vec![circumstances::END_OF_DATA.under(0, language)],
        Message::Unreadable => vec![circumstances::UNREADABLE.under(0, language)],
    }
}

/// What a command is for; `None` for one that nobody knows.
pub fn command(verb: Verb) -> Option<&'static Entry> {
    verbs::note(verb)
}

/// What a keyword in the answer to CAPA means, in any case.
pub fn capability(keyword: &str) -> Option<&'static Entry> {
    keywords::note(keyword)
}

#[cfg(test)]
mod tests;
