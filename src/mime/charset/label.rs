//! Labels of charsets, and what they mean to a reader: names and aliases as the web platform knows them, by
//! `encoding_rs`, and those that only mail uses.

use encoding_rs::{Encoding, REPLACEMENT, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::base::utf7;

/// Names that writers use and that the tables of `encoding_rs` lack.
const ALIASES: &[(&str, &str)] = &[
    ("8859_1", "iso-8859-1"),
    ("8859_15", "iso-8859-15"),
    ("cp874", "windows-874"),
    ("cp932", "shift_jis"),
    ("cp936", "gbk"),
    ("cp949", "euc-kr"),
    ("cp950", "big5"),
    ("cp51932", "euc-jp"),
    ("euc_kr", "euc-kr"),
    ("eucjp", "euc-jp"),
    ("latin-1", "iso-8859-1"),
    ("latin-9", "iso-8859-15"),
    ("latin9", "iso-8859-15"),
    ("shift-jis", "shift_jis"),
    ("utf_8", "utf-8"),
    ("utf8mb4", "utf-8"),
];

/// A charset whose octets can be read. Its label may promise less than the table gives: that is told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readable {
    /// US-ASCII (RFC 2046 §4.1.2): octets beyond it mean nothing.
    UsAscii,
    /// ISO-8859-1, read as windows-1252, which gives characters to what is a control there.
    Latin1,
    /// UTF-16 whose first octets say the order; without them the high octet comes first (RFC 2781 §4.3).
    Utf16,
    /// UTF-7 (RFC 2152).
    Utf7,
    /// A table or machine of `encoding_rs`.
    Table(&'static Encoding),
}

impl Readable {
    /// UTF-8 (RFC 3629).
    pub const UTF_8: Self = Self::Table(encoding_rs::UTF_8);
    /// Windows-1252: what octets are taken for that are no UTF-8 and have no label, where too few are there to guess.
    pub const WINDOWS_1252: Self = Self::Table(WINDOWS_1252);

    /// The charset of that name or alias, whatever its case; `None` if it is unknown.
    pub fn for_label(label: &[u8]) -> Option<Self> {
        let label = label.trim_ascii();
        let is = |names: &[&str]| names.iter().any(|name| label.eq_ignore_ascii_case(name.as_bytes()));
        if is(&["us-ascii", "ascii", "ansi_x3.4-1968", "iso646-us", "iso-ir-6", "us", "cp367", "csascii"]) {
            return Some(Self::UsAscii);
        }
        if is(&["utf-16", "utf16", "csutf16", "ucs-2", "iso-10646-ucs-2"]) {
            return Some(Self::Utf16);
        }
        if is(&["utf-7", "utf7", "unicode-1-1-utf-7", "csunicode11utf7", "csutf7"]) {
            return Some(Self::Utf7);
        }
        let known = ALIASES.iter().find(|(alias, _)| label.eq_ignore_ascii_case(alias.as_bytes()));
        let label = known.map_or(label, |(_, name)| name.as_bytes());
        let latin = ["iso-8859-1", "iso_8859-1", "iso8859-1", "iso88591", "latin1", "l1", "cp819", "iso_8859-1:1987"];
        if latin.iter().any(|name| label.eq_ignore_ascii_case(name.as_bytes())) {
            return Some(Self::Latin1);
        }
        Encoding::for_label(label).filter(|&encoding| encoding != REPLACEMENT).map(Self::Table)
    }

    /// The name of the registry or of the web platform.
    pub fn name(self) -> &'static str {
        match self {
            Self::UsAscii => "us-ascii",
            Self::Latin1 => "iso-8859-1",
            Self::Utf16 => "utf-16",
            Self::Utf7 => "utf-7",
            Self::Table(encoding) if encoding == encoding_rs::UTF_8 => "utf-8",
            Self::Table(encoding) => encoding.name(),
        }
    }

    /// True if the meaning of an octet may depend on all that came before it (RFC 1468 and others).
    pub fn is_stateful(self) -> bool {
        matches!(self, Self::Utf7) || self == Self::Table(encoding_rs::ISO_2022_JP)
    }

    /// The text of all these octets, and whether some of them meant nothing: U+FFFD stands for those. What is no
    /// US-ASCII under that label is read as UTF-8 if it is that, otherwise as windows-1252.
    pub fn decode(self, octets: &[u8]) -> (String, bool) {
        match self {
            Self::UsAscii => match std::str::from_utf8(octets) {
                Ok(text) => (text.to_owned(), !text.is_ascii()),
                Err(_) => (windows_1252(octets), true),
            },
            Self::Latin1 => (windows_1252(octets), false),
            Self::Utf16 => {
                let little = octets.starts_with(b"\xff\xfe");
                let (text, malformed) = if little { UTF_16LE } else { UTF_16BE }.decode_with_bom_removal(octets);
                (text.into_owned(), malformed)
            }
            Self::Utf7 => utf7::decode(octets, utf7::Variant::Text),
            Self::Table(encoding) => {
                let (text, malformed) = encoding.decode_without_bom_handling(octets);
                (text.into_owned(), malformed)
            }
        }
    }
}

/// Octets without a label that stand where ASCII should: UTF-8 if they are that, otherwise windows-1252. The flag says
/// that they were UTF-8.
pub(in crate::mime) fn unlabelled(octets: &[u8]) -> (String, bool) {
    match std::str::from_utf8(octets) {
        Ok(text) => (text.to_owned(), true),
        Err(_) => (windows_1252(octets), false),
    }
}

fn windows_1252(octets: &[u8]) -> String {
    WINDOWS_1252.decode_without_bom_handling(octets).0.into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_mail() {
        for (label, name) in [
            ("US-ASCII", "us-ascii"),
            (" Latin1 ", "iso-8859-1"),
            ("ISO8859-15", "ISO-8859-15"),
            ("cp1252", "windows-1252"),
            ("ks_c_5601-1987", "EUC-KR"),
            ("gb2312", "GBK"),
            ("CP932", "Shift_JIS"),
            ("utf8", "utf-8"),
            ("UTF-16", "utf-16"),
            ("unicode-1-1-utf-7", "utf-7"),
            ("utf-16le", "UTF-16LE"),
        ] {
            assert_eq!(Readable::for_label(label.as_bytes()).map(Readable::name), Some(name));
        }
        for label in ["iso-2022-kr", "klingon", "", "x-unknown", "\u{e9}"] {
            assert_eq!(Readable::for_label(label.as_bytes()), None, "{label}");
        }
    }

    #[test]
    fn whole_values() {
        assert_eq!(Readable::UsAscii.decode("é".as_bytes()), ("é".to_owned(), true));
        assert_eq!(Readable::UsAscii.decode(b"\xe9"), ("é".to_owned(), true));
        assert_eq!(Readable::Latin1.decode(b"\x80"), ("€".to_owned(), false));
        assert_eq!(Readable::Utf16.decode(b"\xff\xfea\0"), ("a".to_owned(), false));
        assert_eq!(Readable::Utf16.decode(b"\xfe\xff\0a"), ("a".to_owned(), false));
        assert_eq!(Readable::Utf16.decode(b"\0a"), ("a".to_owned(), false));
        assert_eq!(Readable::UTF_8.decode(b"a\xff"), ("a\u{fffd}".to_owned(), true));
    }
}
