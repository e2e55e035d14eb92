//! IMAP conversations.

use mailtool::proto::imap::Dialogue;

/// The octets are a conversation.
pub fn check(octets: &[u8]) {
    super::dialogue::check::<Dialogue>(octets);
}
