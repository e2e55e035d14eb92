//! Clients: straight-line flows over a [`Session`](crate::net::Session), read from top to bottom like the RFC's
//! example.

pub mod authenticate;
pub mod deliver;
mod error;
pub mod exchangers;
pub mod inspection;
pub mod limits;
pub mod probe;
pub mod smtp;
pub mod talk;

pub use error::{Error, Refusal};
pub use limits::Limits;
pub use smtp::Smtp;
