//! quoted-printable (RFC 2045 §6.7), with what RFC 2049 §3 adds for gateways.

mod decode;
mod encode;
#[cfg(test)]
mod tests;

pub use self::decode::Decoder;
pub use self::encode::Encoder;

/// The longest line, without its end (RFC 2045 §6.7 rule 5).
const LONGEST: usize = 76;
