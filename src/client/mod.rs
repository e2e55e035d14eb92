//! Clients: straight-line flows over a [`Session`](crate::net::Session), read from top to bottom like the RFC's
//! example.

pub mod account;
pub mod authenticate;
pub mod certs;
pub mod deliver;
mod error;
pub mod exchangers;
mod greeting;
pub mod imap;
pub mod inspection;
pub mod limits;
mod listener;
pub mod load;
pub mod pop3;
pub mod probe;
mod quoted;
pub mod smtp;
pub mod talk;
pub mod way;

pub use account::Account;
pub use error::{Error, Refusal, Refused};
pub use limits::Limits;
pub use smtp::{Hello, Smtp};
pub use way::Way;
