//! What stands between quotes: `quoted` of IMAP (RFC 9051 §9), `quoted-string` of DIGEST-MD5 (RFC 2831 §7.1) and of a
//! header (RFC 5322 §3.2.4).

/// The text in quotes, with `\` before each quote and each `\` of its own.
pub fn quoted(text: &[u8]) -> Vec<u8> {
    let mut octets = vec![b'"'];
    for &octet in text {
        if matches!(octet, b'"' | b'\\') {
            octets.push(b'\\');
        }
        octets.push(octet);
    }
    octets.push(b'"');
    octets
}

/// The same as text.
pub fn quoted_str(text: &str) -> String {
    String::from_utf8_lossy(&quoted(text.as_bytes())).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_and_backslashes() {
        assert_eq!(quoted(b"\xff \"\\"), b"\"\xff \\\"\\\\\"");
        assert_eq!(quoted_str("a\u{f1}o"), "\"a\u{f1}o\"");
        assert_eq!(quoted_str(""), "\"\"");
    }
}
