//! What an IMAP server tells of messages, for people and for programs.

pub mod doctor;
pub mod field;
pub mod message;
pub mod structure;
