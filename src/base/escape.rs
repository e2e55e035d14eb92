//! Terminal safety: text from the network or from a message, made harmless before it is shown.
//!
//! Control characters (C0, DEL, C1), octets that are no UTF-8, bidirectional controls, zero-width and tag
//! characters appear as visible escapes; everything printable stays as it is.

use std::borrow::Cow;
use std::fmt::Write;

/// Shows octets as one harmless line: `\r`, `\n`, `\t`, `\x1b`, `\u{202e}` stand for what a terminal would obey.
pub fn escape(octets: &[u8]) -> Cow<'_, str> {
    if let Ok(text) = std::str::from_utf8(octets)
        && !text.chars().any(is_unsafe)
    {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(octets.len() + 16);
    for chunk in octets.utf8_chunks() {
        for c in chunk.valid().chars() {
            push_char(&mut shown, c);
        }
        for octet in chunk.invalid() {
            let _ = write!(shown, "\\x{octet:02x}");
        }
    }
    Cow::Owned(shown)
}

/// As [`escape`], for text that is known to be UTF-8.
pub fn escape_str(text: &str) -> Cow<'_, str> {
    escape(text.as_bytes())
}

fn push_char(shown: &mut String, c: char) {
    let _ = match c {
        '\r' => shown.write_str("\\r"),
        '\n' => shown.write_str("\\n"),
        '\t' => shown.write_str("\\t"),
        c if !is_unsafe(c) => shown.write_char(c),
        c if c.is_ascii() => write!(shown, "\\x{:02x}", c as u32),
        c => write!(shown, "\\u{{{:x}}}", c as u32),
    };
}

/// True for what a terminal would obey, hide or reorder.
pub fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180e}'
            | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn printable_text_is_not_copied() {
        assert!(matches!(escape("250 ¿qué tal? 漢字".as_bytes()), Cow::Borrowed(_)));
    }

    #[test]
    fn what_a_terminal_obeys_is_shown() {
        assert_eq!(escape(b"220 \x1b]0;pwn\x07\x1b[2J\x9b31m x\r\n"), "220 \\x1b]0;pwn\\x07\\x1b[2J\\x9b31m x\\r\\n");
        assert_eq!(escape("a\u{202e}b\u{9b}c\u{200b}".as_bytes()), "a\\u{202e}b\\u{9b}c\\u{200b}");
        assert_eq!(escape(b"250 ok\rS: 250 forged"), "250 ok\\rS: 250 forged");
    }
}
