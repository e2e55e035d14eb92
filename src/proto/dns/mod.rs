//! DNS as mail uses it: names, records, questions and answers (RFC 1035, RFC 5321 §5).
//!
//! A [`Message`] is read from the octets that went over the wire, as far as they can be read, so that what is shown
//! is what was said.

mod dialogue;
mod explain;
mod message;
mod name;
mod reader;
mod record;
#[cfg(test)]
mod tests;

pub use dialogue::{Dialogue, Frames, flaws};
pub use message::{Edns, Flags, Message, Question, Rcode, Section};
pub use name::{MAX_LABEL, MAX_NAME, Name, NameError};
pub use reader::Malformed;
pub use record::{Data, INTERNET, Record, Type};
