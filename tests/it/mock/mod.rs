//! Scripted peers: a [`Server`] that says what a test wants at the moment it wants it, a [`Raw`] client that sends any
//! octets, a [`Tap`] that stands between two others and listens, and a name server, [`Dns`](dns::Dns).
//!
//! All of it is threads and blocking sockets on 127.0.0.1. Everything heard is kept, and nothing lasts longer than
//! [`LIMIT`].
#![allow(dead_code, reason = "no single theme uses everything")]

mod connection;
pub mod dns;
mod host;
pub mod imap;
pub mod liar;
pub mod pop3;
pub mod raw;
mod server;
pub mod smtp;
pub mod tap;
#[cfg(test)]
mod tests;

pub use host::Host;
pub use imap::Imap;
pub use pop3::Pop3;
pub use raw::Raw;
pub use server::{Heard, Server, Step};
pub use smtp::Smtp;
pub use tap::Tap;

use std::time::Duration;

/// The longest that anything here waits.
pub const LIMIT: Duration = Duration::from_secs(20);
/// How often a wait looks whether it is still wanted.
const TICK: Duration = Duration::from_millis(20);
