//! Messages in pieces: message/partial (RFC 2046 §5.2.2).
//!
//! The pieces are the octets of the whole message, header and all, cut at line ends, each behind a header of its own.
//! The fields of the whole that must not be lost or changed stand within the first piece (RFC 2046 §5.2.2.1); all
//! others stand around every piece, so that it finds its way, and within the first too: readers drop them there, and
//! [`Joiner`] knows by them where the fields around the pieces belong. What comes of it is the same message octet for
//! octet, below the fields that were put on top of the first piece on its way.

mod join;
mod split;
#[cfg(test)]
mod tests;

pub use self::join::{Fields, Joiner, Malformed, Opener, Piece};
pub use self::split::{Cut, Cutter, Obstacle, Plan, Survey};

/// The longest header of a message in pieces, in octets.
pub const MAX_HEADER: usize = 1 << 20;

/// Whether a field is taken from the message within and not from the header around it (RFC 2046 §5.2.2.1).
fn is_inner(name: &[u8]) -> bool {
    let begin = name.get(..b"content-".len());
    begin.is_some_and(|begin| begin.eq_ignore_ascii_case(b"content-"))
        || [&b"subject"[..], b"message-id", b"encrypted", b"mime-version"]
            .iter()
            .any(|own| name.eq_ignore_ascii_case(own))
}
