//! Servers: the other side of the same dialogues.

pub mod authenticate;
pub mod dns;
pub mod smtp;
