//! What is said under each line of an SMTP conversation, for who learns it: commands, replies, extensions.

mod verbs;

use super::dialogue::Message;
use crate::proto::explain::{Explanation, Language};

/// The notes on a turn. Unless `reveal`, nothing of its octets is quoted.
pub fn explain(message: &Message, _octets: &[u8], _reveal: bool, language: Language) -> Vec<Explanation> {
    match message {
        Message::Command(command) => vec![verbs::of(command.verb()).under(0, language)],
        _ => Vec::new(),
    }
}
