//! IMAP4rev2 (RFC 9051) and IMAP4rev1 (RFC 3501): framing, grammar, responses, and the dialogue.
//!
//! Strings are octets: a server hands on what stands in the message, and neither side may take it for text.

pub mod body_structure;
pub mod command;
pub mod dialogue;
pub mod envelope;
pub mod explain;
pub mod frame;
pub mod mailbox;
#[cfg(test)]
mod oracle;
pub mod places;
pub mod quirks;
pub mod request;
pub mod response;
pub mod set;
pub mod string;
#[cfg(test)]
mod tests;
pub mod thread;
pub mod token;
pub mod url;

pub use self::body_structure::BodyStructure;
pub use self::command::{Command, Verb};
pub use self::dialogue::{Awaited, Dialogue, Message};
pub use self::envelope::{Address, Envelope};
pub use self::mailbox::Names;
pub use self::request::{Literals, Request, Segment, Unspeakable};
pub use self::response::{Code, Data, Fetch, Item, Response, State, Status};
pub use self::set::SequenceSet;
pub use self::url::Url;
