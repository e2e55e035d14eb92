//! Names of mailboxes on the wire and for people (RFC 9051 §5.1, RFC 3501 §5.1.3, RFC 9755 §3).

use crate::base::utf7::{self, Variant};

/// How a server writes names that are not ASCII.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Names {
    /// In modified UTF-7.
    #[default]
    Utf7,
    /// In UTF-8: IMAP4rev2, or behind `ENABLE UTF8=ACCEPT`.
    Utf8,
}

/// The name as it is written on the wire. INBOX is the same in capital and small letters (RFC 9051 §5.1).
pub fn encode(name: &str, names: Names) -> String {
    match names {
        _ if name.eq_ignore_ascii_case("INBOX") => "INBOX".to_owned(),
        Names::Utf7 => utf7::encode(name, Variant::Mailbox),
        Names::Utf8 => name.to_owned(),
    }
}

/// The name for people, not safe to show. What is no UTF-7 is taken as it is, so that it can be named again.
pub fn decode(name: &[u8], names: Names) -> String {
    let raw = || String::from_utf8_lossy(name).into_owned();
    match names {
        Names::Utf8 => raw(),
        Names::Utf7 => match utf7::decode(name, Variant::Mailbox) {
            (text, false) => text,
            _ => raw(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        for name in ["Entwürfe", "a & b", "台北/日本語", "plain"] {
            assert_eq!(decode(encode(name, Names::Utf7).as_bytes(), Names::Utf7), name);
            assert_eq!(encode(name, Names::Utf8), name);
        }
        assert_eq!(encode("iNBoX", Names::Utf8), "INBOX");
        assert_eq!(decode("Entwürfe".as_bytes(), Names::Utf7), "Entwürfe");
        assert_eq!(decode(b"a&b", Names::Utf7), "a&b");
        assert_eq!(decode(b"a\xff", Names::Utf8), "a\u{fffd}");
    }
}
