//! SASL (RFC 4422): the mechanisms as pure state, client and server half side by side.
//!
//! Messages are raw octets; the base64 of SMTP (RFC 4954 §4), POP3 (RFC 5034 §4) and IMAP (RFC 9051 §6.2.2), the
//! empty answer `=` and the cancelling `*` belong to the driver of the protocol. Nonces, salts and challenge names
//! come in as arguments. A new mechanism is one file with its `Entry`, and one line in the list of `mechanism.rs`.

mod anonymous;
mod bearer;
mod binding;
mod client;
mod cram_md5;
mod digest_md5;
mod error;
pub mod explain;
mod external;
mod login;
mod mechanism;
mod once;
mod permitted;
mod plain;
mod saslname;
mod saslprep;
mod scram;
mod server;

pub use binding::{Binding, Gs2};
pub use client::{Begin, Client, Credentials, Held, Message};
pub use error::Error;
pub use mechanism::{Basis, Means, Mechanism};
pub use permitted::{Channel, Forbidden, Unusable, Why, Wish, choose, choose_named, permitted};
pub use saslprep::saslprep;
pub use server::{Refusal, Server, Step, Users};

/// No challenge or response longer than this many octets is looked at: what base64 makes of it fills the longest
/// line that RFC 4954 §4 allows, 12288 octets.
pub const MAX_MESSAGE: usize = 9216;

#[cfg(test)]
mod tests;
