//! SMTP conversations.

use mailtool::proto::smtp::Dialogue;

/// The octets are a conversation.
pub fn check(octets: &[u8]) {
    super::dialogue::check::<Dialogue>(octets);
}
