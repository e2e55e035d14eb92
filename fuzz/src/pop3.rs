//! POP3 conversations.

use mailtool::proto::pop3::Dialogue;

/// The octets are a conversation.
pub fn check(octets: &[u8]) {
    super::dialogue::check::<Dialogue>(octets);
}
