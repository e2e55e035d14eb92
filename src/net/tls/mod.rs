//! TLS as a client and as a server speaks it (RFC 8446, RFC 5246), by rustls.

mod client;
mod error;
mod facts;
mod server;
mod words;

pub use client::Tls;
pub use error::TlsError;
pub use facts::TlsFacts;
pub use server::ServerTls;
pub(in crate::net) use words::{spaced, words};
