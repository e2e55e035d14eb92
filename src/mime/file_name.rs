//! Names of files that come from the network, made harmless (RFC 2183 §2.3 and §5).

use unicode_normalization::UnicodeNormalization;

/// The most octets of a file's name on every common file system.
pub const MAX_NAME: usize = 255;
/// A longer extension is none.
const MAX_EXTENSION: usize = 20;

/// Names of devices on Windows, whatever stands behind a dot.
const RESERVED: [&str; 6] = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"];

/// A name under which the file can be created in any directory: what stands behind the last `/` or `\`, without
/// control characters and those that reorder text, no `.` or `-` at the beginning, no dot or blank at the end, no
/// device of Windows, in Unicode's form NFC, at most 255 octets with the extension kept. If nothing is left of it
/// `fallback`, which is taken as it is. The name has been decoded before. Doing it again changes nothing.
pub fn safe(original: &str, fallback: &str) -> String {
    let base = original.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: String = base.chars().filter(|&c| !is_dropped(c)).nfc().collect();
    let name = trim(&kept);
    if name.is_empty() {
        return fallback.to_owned();
    }
    let reserved = if is_reserved(name) { "_" } else { "" };
    shorten(reserved, name, "")
}

/// The name for the `n`th file of that name: `name (2).ext`; itself for the first. At most 255 octets too.
pub fn distinct(name: &str, n: usize) -> String {
    if n <= 1 { name.to_owned() } else { shorten("", name, &format!(" ({n})")) }
}

/// Puts `mark` before the extension and cuts what is before that, at a character, so that all of it fits.
fn shorten(prefix: &str, name: &str, mark: &str) -> String {
    let (stem, extension) = split(name);
    let room = MAX_NAME.saturating_sub(prefix.len() + mark.len() + extension.len());
    let mut end = room.min(stem.len());
    while !stem.is_char_boundary(end) {
        end -= 1;
    }
    let cut = stem.split_at_checked(end).map_or(stem, |(head, _)| head);
    let cut = if cut.len() < stem.len() { cut.trim_end_matches(is_loose) } else { cut };
    format!("{prefix}{cut}{mark}{extension}")
}

/// The name and its extension with the dot, if it has one.
fn split(name: &str) -> (&str, &str) {
    let at = name.rfind('.').filter(|&at| at > 0 && (2..=MAX_EXTENSION).contains(&(name.len() - at)));
    at.and_then(|at| name.split_at_checked(at)).unwrap_or((name, ""))
}

fn trim(name: &str) -> &str {
    name.trim_start_matches(|c| c == '-' || is_loose(c)).trim_end_matches(is_loose)
}

/// What must not stand at an end: Windows drops it, a shell hides the file.
fn is_loose(c: char) -> bool {
    c == '.' || c.is_whitespace()
}

/// Controls (C0, DEL, C1, with NUL and all line ends), and what changes the direction in which a name is read.
fn is_dropped(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn is_reserved(name: &str) -> bool {
    let device = name.split('.').next().unwrap_or(name).trim_end();
    let numbered = |of: &str| {
        let head = device.get(..3).is_some_and(|head| head.eq_ignore_ascii_case(of));
        head && matches!(
            device.get(3..),
            Some("0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³")
        )
    };
    RESERVED.iter().any(|name| name.eq_ignore_ascii_case(device)) || numbered("COM") || numbered("LPT")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn names_that_would_do_harm() {
        for (original, wanted) in [
            ("report.pdf", "report.pdf"),
            ("../../etc/passwd", "passwd"),
            ("C:\\Users\\x\\a.txt", "a.txt"),
            ("/", "part"),
            ("..", "part"),
            ("", "part"),
            (".bashrc", "bashrc"),
            ("-rf", "rf"),
            (" .-. x", "x"),
            ("a.exe. .", "a.exe"),
            ("CON", "_CON"),
            ("nul.txt", "_nul.txt"),
            ("com1 .tar.gz", "_com1 .tar.gz"),
            ("COM10", "COM10"),
            ("console", "console"),
            ("a\0b\x1b[31m\u{9b}\r\n.txt", "ab[31m.txt"),
            ("photo\u{202e}gpj.exe", "photogpj.exe"),
            ("cafe\u{301}.txt", "caf\u{e9}.txt"),
            ("漢字 (1).pdf", "漢字 (1).pdf"),
        ] {
            assert_eq!(safe(original, "part"), wanted, "{original:?}");
        }
    }

    #[test]
    fn long_names_keep_their_extension() {
        let name = safe(&format!("{}.pdf", "é".repeat(300)), "part");
        assert!(name.len() <= MAX_NAME && name.len() > 250 && name.ends_with("é.pdf"));
        assert_eq!(safe(&"x".repeat(300), "part").len(), MAX_NAME);
        assert_eq!(safe(&format!("a.{}", "x".repeat(300)), "part").len(), MAX_NAME);
        let numbered = distinct(&name, 12);
        assert!(numbered.len() <= MAX_NAME && numbered.ends_with("é (12).pdf"));
    }

    #[test]
    fn the_second_of_a_name() {
        assert_eq!(distinct("same.txt", 1), "same.txt");
        assert_eq!(distinct("same.txt", 2), "same (2).txt");
        assert_eq!(distinct("same", 3), "same (3)");
        assert_eq!(distinct("a.tar.gz", 2), "a.tar (2).gz");
    }

    proptest! {
        #[test]
        fn any_name_is_safe_and_stays_so(original in any::<String>(), odd in "[a. /\\\\-]{0,9}(con|nul\\.)?[é\u{301} .]{0,200}[.x]{0,30}") {
            for original in [original, odd] {
                let name = safe(&original, "part");
                prop_assert!(!name.is_empty() && name.len() <= MAX_NAME, "{name:?}");
                prop_assert!(!name.starts_with(['.', '-', ' ']) && !name.ends_with(['.', ' ']), "{name:?}");
                prop_assert!(!name.contains(['/', '\\', '\0']) && !name.chars().any(is_dropped), "{name:?}");
                prop_assert!(!is_reserved(&name), "{name:?}");
                prop_assert_eq!(safe(&name, "part"), name);
            }
        }
    }
}
