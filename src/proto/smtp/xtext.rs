//! Any text as the value of a parameter: `xtext` (RFC 3461 §4) and its form for UTF-8 (RFC 6533 §3).

use std::fmt::Write;

/// `xtext = *( xchar / hexchar )`: `+`, `=` and whatever is no printable ASCII become `+` and two hexadecimal digits.
pub fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for octet in text.bytes() {
        match octet {
            b'!'..=b'~' if !matches!(octet, b'+' | b'=') => encoded.push(char::from(octet)),
            _ => _ = write!(encoded, "+{octet:02X}"),
        }
    }
    encoded
}

/// `utf-8-addr-unitext`, which only goes with SMTPUTF8: `\`, `+`, `=` and what cannot be seen become `\x{HEX}`.
pub fn encode_utf8(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '+' | '=' | ' ' => _ = write!(encoded, "\\x{{{:02X}}}", u32::from(c)),
            c if c.is_control() => _ = write!(encoded, "\\x{{{:02X}}}", u32::from(c)),
            c => encoded.push(c),
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_special_becomes_hexadecimal() {
        // RFC 3461 §10.1 and §4.2
        assert_eq!(encode("Bob@Example.COM"), "Bob@Example.COM");
        assert_eq!(encode("George+Tax"), "George+2BTax");
        assert_eq!(encode("a=b c\r\n"), "a+3Db+20c+0D+0A");
        assert_eq!(encode("ñ"), "+C3+B1");
    }

    #[test]
    fn utf_8_stays_readable() {
        assert_eq!(encode_utf8("ñandú+a=b\\@español.test"), "ñandú\\x{2B}a\\x{3D}b\\x{5C}@español.test");
        assert_eq!(encode_utf8("\"a b\u{85}\"@x.test"), "\"a\\x{20}b\\x{85}\"@x.test");
    }
}
