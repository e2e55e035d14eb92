//! POP3: commands, replies, capabilities and the dialogue (RFC 1939, RFC 2449, RFC 2595, RFC 5034, RFC 6856).

pub mod apop;
pub mod capabilities;
pub mod command;
pub mod dialogue;
pub mod explain;
pub mod listing;
pub mod reply;

pub use capabilities::Capabilities;
pub use command::{Command, SyntaxError, Verb};
pub use dialogue::{Awaited, Dialogue, Message};
pub use reply::{Code, Reply, Status};
