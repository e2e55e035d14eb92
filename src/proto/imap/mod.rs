//! IMAP4rev2 (RFC 9051) and IMAP4rev1 (RFC 3501): what a server tells of a message without sending it.
//!
//! Strings are octets: a server hands on what stands in the message, and neither side may take it for text.

pub mod body_structure;
pub mod envelope;
pub mod string;
#[cfg(test)]
mod tests;

pub use self::body_structure::BodyStructure;
pub use self::envelope::{Address, Envelope};
