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

/// Whether it is `xtext` already.
pub fn is_encoded(text: &str) -> bool {
    let mut octets = text.bytes();
    while let Some(octet) = octets.next() {
        let hex = |octet: Option<u8>| octet.is_some_and(|octet| matches!(octet, b'0'..=b'9' | b'A'..=b'F'));
        let fits = match octet {
            b'+' => hex(octets.next()) && hex(octets.next()),
            octet => matches!(octet, b'!'..=b'~') && octet != b'=',
        };
        if !fits {
            return false;
        }
    }
    true
}

/// `utf-8-addr-xtext`: what [`encode_utf8`] makes, where SMTPUTF8 is not spoken. What is encoded stays as it is.
pub fn to_ascii(unitext: &str) -> String {
    let mut encoded = String::with_capacity(unitext.len());
    for c in unitext.chars() {
        match c {
            '!'..='~' => encoded.push(c),
            c => _ = write!(encoded, "\\x{{{:02X}}}", u32::from(c)),
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
        for text in ["George+Tax", "a=b c\r\n", "ñ", ""] {
            assert!(is_encoded(&encode(text)), "{text:?}");
        }
        for wrong in ["a=b", "a b", "+2", "+2b", "+", "ñ", "a\x7f"] {
            assert!(!is_encoded(wrong), "{wrong:?}");
        }
    }

    #[test]
    fn utf_8_stays_readable() {
        assert_eq!(encode_utf8("ñandú+a=b\\@español.test"), "ñandú\\x{2B}a\\x{3D}b\\x{5C}@español.test");
        assert_eq!(to_ascii("ñandú\\x{2B}a@x.test"), "\\x{F1}and\\x{FA}\\x{2B}a@x.test");
        assert_eq!(encode_utf8("\"a b\u{85}\"@x.test"), "\"a\\x{20}b\\x{85}\"@x.test");
    }
}
