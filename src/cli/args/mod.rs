//! The arguments, by groups that commands share.

mod connection;
mod dns;
mod global;
mod later;
mod message;
mod size;

pub use connection::{Connection, Password, TlsMode, Transport, Tunnel};
pub use dns::Dns;
pub use global::{Color, Global};
pub use later::Later;
pub use message::{Content, Envelope, Exchange, Message};
pub use size::octets;
