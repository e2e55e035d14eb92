//! What every room stands on: addresses, secrets, dates, findings, exit codes and terminal safety.
//!
//! Nothing here does I/O, reads a clock or draws a random number.

pub mod address;
pub mod date;
pub mod domain;
pub mod escape;
pub mod finding;
pub mod nearest;
pub mod reserved;
pub mod secret;
pub mod sysexits;
pub mod utf7;

pub use address::Address;
pub use domain::Domain;
pub use finding::Finding;
pub use secret::Secret;
pub use sysexits::Exit;
