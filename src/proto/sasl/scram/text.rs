//! The grammar of SCRAM's messages (RFC 5802 §5.1, §7): attributes `x=value` with commas between them.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// A nonce of ours shorter than this, in characters, could be foreseen or repeat itself.
const MIN_NONCE: usize = 16;

/// The value of the attribute `x` if the text is `x=value` (RFC 5802 §7).
pub(super) fn value(attribute: Option<&str>, x: char) -> Option<&str> {
    attribute?.strip_prefix(x)?.strip_prefix('=')
}

/// `attr-val` (RFC 5802 §7): what extensions look like.
pub(super) fn is_attribute(text: &str) -> bool {
    matches!(text.as_bytes(), [letter, b'=', _, ..] if letter.is_ascii_alphabetic()) && !text.contains('\0')
}

/// `printable`: visible ASCII without comma (RFC 5802 §7).
pub(super) fn is_nonce(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|octet| octet.is_ascii_graphic() && octet != b',')
}

/// Whether a nonce of our own can be used.
pub(super) fn is_fit_nonce(text: &str) -> bool {
    text.len() >= MIN_NONCE && is_nonce(text)
}

/// Base64 with padding (RFC 5802 §5.1); empty is none.
pub(super) fn decode(text: &str) -> Option<Vec<u8>> {
    STANDARD.decode(text).ok().filter(|octets| !octets.is_empty())
}

/// Base64 with padding.
pub(super) fn encode(octets: &[u8]) -> String {
    STANDARD.encode(octets)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nonces_are_printable_without_comma() {
        assert!(is_nonce("%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0"));
        for text in ["", "a,b", "a b", "a\u{e9}", "a\0"] {
            assert!(!is_nonce(text), "{text:?}");
        }
        assert!(!is_fit_nonce("fifteen-signs-!"));
    }

    #[test]
    fn base64_has_its_padding_and_nothing_else() {
        assert_eq!(decode("QQ==").as_deref(), Some(&b"A"[..]));
        for text in ["", "QQ", "QQ=", "QR==", "Q Q==", "!!!!"] {
            assert_eq!(decode(text), None, "{text:?}");
        }
    }
}
