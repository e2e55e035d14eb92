//! What is said under each line of an IMAP conversation, for who learns it: commands, responses, codes, items,
//! capabilities.

use super::dialogue::Message;
use crate::proto::explain::{Explanation, Language};
use crate::proto::sasl;

/// The notes on a turn. Unless `reveal`, nothing of its octets is quoted.
pub fn explain(message: &Message, octets: &[u8], reveal: bool, language: Language) -> Vec<Explanation> {
    match message {
        Message::Credentials(exchange) => sasl::explain::response(exchange, octets, reveal, language),
        _ => Vec::new(),
    }
}
