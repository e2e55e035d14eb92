//! yEnc, draft 1.3 of 2002 (`http://www.yenc.org/yenc-draft.1.3.txt`): octets shifted by 42, in long lines of eight
//! bits, with a checksum.

mod decode;
mod encode;
#[cfg(test)]
mod tests;
mod trial;

pub use self::decode::Decoder;
pub use self::encode::Encoder;
pub use self::trial::Trial;

/// What is added to every octet.
const SHIFT: u8 = 42;
/// What is added besides to an octet behind `=`.
const ESCAPED: u8 = 64;
