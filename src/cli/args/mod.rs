//! The arguments, by groups that commands share.

mod connection;
mod global;
mod message;

pub use connection::{Connection, Password, Transport};
pub use global::{Color, Global};
pub use message::{Envelope, Message};
