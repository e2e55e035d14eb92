//! uuencode, as POSIX describes it (IEEE Std 1003.1, `uuencode`); in mail it is called `x-uuencode`.

mod decode;
mod encode;
#[cfg(test)]
mod tests;

pub use self::decode::Decoder;
pub use self::encode::{Encoder, encoded_size};

/// Octets of a full line.
const OCTETS: usize = 45;
