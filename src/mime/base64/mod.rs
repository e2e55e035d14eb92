//! base64 in lines of 76 characters (RFC 2045 §6.8, RFC 4648 §4): whole blocks at a time while nothing is wrong,
//! octet by octet where something is.

mod decode;
mod encode;
#[cfg(test)]
mod tests;

pub use self::decode::Decoder;
pub use self::encode::{Encoder, encoded_size};

/// Octets that make one line.
const OCTETS: usize = 57;
/// Characters of a full line, without its end (RFC 2045 §6.8).
const CHARACTERS: usize = 76;
