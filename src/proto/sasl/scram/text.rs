//! The grammar of SCRAM's messages (RFC 5802 §5.1, §7): attributes `x=value` with commas between them.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// A nonce of ours shorter than this, in characters, could be foreseen or repeat itself.
const MIN_NONCE: usize = 16;

/// `saslname`: comma and equals sign are written `=2C` and `=3D` (RFC 5802 §5.1).
pub(super) fn escape_name(name: &str) -> String {
    name.replace('=', "=3D").replace(',', "=2C")
}

/// The name behind a `saslname`; `None` if it is empty or `=` begins anything else (RFC 5802 §5.1).
pub(super) fn unescape_name(written: &str) -> Option<String> {
    let mut pieces = written.split('=');
    let mut name = pieces.next()?.to_owned();
    for piece in pieces {
        let (sign, rest) = match piece.strip_prefix("2C") {
            Some(rest) => (',', rest),
            None => ('=', piece.strip_prefix("3D")?),
        };
        name.push(sign);
        name.push_str(rest);
    }
    (!name.is_empty()).then_some(name)
}

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
    fn names_come_back() {
        for name in ["user", "a,b=c", "=2C", ",,==", "ü=,"] {
            assert_eq!(unescape_name(&escape_name(name)).as_deref(), Some(name));
            assert!(!escape_name(name).contains(','));
        }
        assert_eq!(escape_name("a,b=c"), "a=2Cb=3Dc");
        for written in ["", "a=", "a=2c", "a==2C", "=", "a=20"] {
            assert_eq!(unescape_name(written), None, "{written:?}");
        }
    }

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
