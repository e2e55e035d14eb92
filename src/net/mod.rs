//! The way to a peer: endpoints, connections, TLS, and the [`Session`] through which every octet passes.
//!
//! rustls and hickory are named only here.

pub mod certificate;
pub mod certificates;
mod deadline;
mod deflate;
pub mod dial;
pub mod endpoint;
mod error;
pub mod identity;
pub mod key_log;
pub mod known;
pub mod listener;
pub mod offer;
mod p521;
mod pem;
pub mod pin;
pub mod process_tree;
pub mod proxied;
pub mod proxy;
mod refusal;
pub mod resolver;
pub mod session;
pub mod shown;
mod system;
pub mod tls;
pub mod tls_policy;
mod tunnel;
mod verifier;

pub use deadline::Deadline;
pub use dial::Dial;
pub use endpoint::Endpoint;
pub use error::{Error, reason};
pub use resolver::Resolver;
pub use session::{Outgoing, Session};
pub use tls::{Tls, TlsFacts};
pub use tunnel::await_tunnels;

use tokio::io::{AsyncRead, AsyncWrite};

/// Anything that octets go in and out of: a socket, TLS over it, a pipe in a test.
pub trait Io: AsyncRead + AsyncWrite + Unpin + Send + Sync {}

impl<T: AsyncRead + AsyncWrite + Unpin + Send + Sync> Io for T {}
