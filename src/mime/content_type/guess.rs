//! Guessing a type for a file, checking one that a user gives (RFC 2045 §5.1, RFC 6838 §4.2).

use crate::mime::parameter::is_token;

/// What files begin with, for names that say nothing: offset, octets, media type.
const MAGIC: &[(usize, &[u8], &str)] = &[
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"GIF8", "image/gif"),
    (8, b"WEBP", "image/webp"),
    (0, b"%PDF-", "application/pdf"),
    (0, b"PK\x03\x04", "application/zip"),
    (0, b"\x1f\x8b", "application/gzip"),
    (0, b"BZh", "application/x-bzip2"),
    (0, b"\xfd7zXZ\0", "application/x-xz"),
    (0, b"\x28\xb5\x2f\xfd", "application/zstd"),
    (0, b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (0, b"ID3", "audio/mpeg"),
    (0, b"\xff\xfb", "audio/mpeg"),
    (0, b"OggS", "audio/ogg"),
    (0, b"fLaC", "audio/flac"),
    (8, b"WAVE", "audio/wav"),
    (4, b"ftyp", "video/mp4"),
    (0, b"\x1aE\xdf\xa3", "video/webm"),
];

/// The most octets of a media type with its parameters.
const MAX_TYPE: usize = 255;

/// The media type of a file, by its name's extension; if that is unknown by `head`, its first octets (16 suffice for
/// the table, more tell text better): `text/plain` for UTF-8 without NUL, otherwise `application/octet-stream`.
pub fn guess(file_name: &str, head: &[u8]) -> String {
    let by_name = mime_guess::from_path(file_name).first_raw();
    let by_head = || MAGIC.iter().find(|entry| begins(head, entry)).map(|&(_, _, media_type)| media_type);
    let otherwise = || if is_text(head) { "text/plain" } else { "application/octet-stream" };
    by_name.or_else(by_head).unwrap_or_else(otherwise).to_owned()
}

/// True for a type that a single part can have: [`well_formed`], and not `multipart`, which has no content of its own.
pub fn valid(text: &str) -> bool {
    well_formed(text) && !is_kind(text, "multipart")
}

/// True for `type "/" subtype *(";" parameter)` without line ends and of at most 255 octets.
pub fn well_formed(text: &str) -> bool {
    let (kind, subtype) = essence(text).split_once('/').unwrap_or_default();
    text.len() <= MAX_TYPE && is_name(kind) && is_name(subtype) && parameters(text).is_some()
}

/// `type "/" subtype` without the parameters.
pub(in crate::mime) fn essence(text: &str) -> &str {
    text.split(';').next().unwrap_or(text).trim_matches(' ')
}

/// True if a parameter of this name is there.
pub(in crate::mime) fn has_parameter(text: &str, name: &str) -> bool {
    parameters(text).is_some_and(|names| names.iter().any(|known| known.eq_ignore_ascii_case(name)))
}

/// True for this top-level type, as `text`.
pub(in crate::mime) fn is_kind(text: &str, kind: &str) -> bool {
    essence(text).split('/').next().is_some_and(|found| found.eq_ignore_ascii_case(kind))
}

/// The names of the parameters; `None` if they are malformed.
fn parameters(text: &str) -> Option<Vec<&str>> {
    let mut names = Vec::new();
    let mut rest = text.split_once(';').map_or("", |(_, rest)| rest);
    let mut more = text.contains(';');
    while more {
        let (name, value) = rest.trim_start_matches(' ').split_once('=')?;
        names.push(Some(name).filter(|name| !name.is_empty() && name.bytes().all(is_token))?);
        let behind = match value.strip_prefix('"') {
            Some(quoted) => behind_quoted(quoted)?,
            None => value.trim_start_matches(|c| u8::try_from(c).is_ok_and(is_token)),
        };
        if behind.len() == value.len() {
            return None;
        }
        let behind = behind.trim_start_matches(' ');
        more = !behind.is_empty();
        rest = if more { behind.strip_prefix(';')? } else { "" };
    }
    Some(names)
}

/// What stands behind the end of a `quoted-string` of printable ASCII.
fn behind_quoted(quoted: &str) -> Option<&str> {
    let mut chars = quoted.chars();
    while let Some(c) = chars.next() {
        let c = if c == '\\' {
            chars.next()?.to_ascii_lowercase()
        } else if c == '"' {
            return Some(chars.as_str());
        } else {
            c
        };
        if c != ' ' && !c.is_ascii_graphic() {
            return None;
        }
    }
    None
}

/// `restricted-name` (RFC 6838 §4.2).
pub(super) fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphanumeric())
        && name.len() <= 127
        && name.bytes().all(|octet| octet.is_ascii_alphanumeric() || b"!#$&-^_.+".contains(&octet))
}

fn begins(head: &[u8], (offset, magic, _): &(usize, &[u8], &str)) -> bool {
    head.get(*offset..).is_some_and(|rest| rest.starts_with(magic))
}

/// True for UTF-8 without NUL; the last character may be cut.
fn is_text(head: &[u8]) -> bool {
    !head.contains(&0) && std::str::from_utf8(head).map_or_else(|error| error.error_len().is_none(), |_| true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_goes_first_then_the_head() {
        assert_eq!(guess("a.PNG", b"text"), "image/png");
        assert_eq!(guess("mail.eml", b""), "message/rfc822");
        assert_eq!(guess("a", b"\x89PNG\r\n\x1a\n..."), "image/png");
        assert_eq!(guess("a.unknown-extension", b"RIFF....WEBPVP8 "), "image/webp");
        assert_eq!(guess("", b"%PDF-1.7"), "application/pdf");
        assert_eq!(guess("README", "año ñ".as_bytes().split_last().map_or(&[], |(_, head)| head)), "text/plain");
        assert_eq!(guess("README", b"a\xf1o"), "application/octet-stream");
        assert_eq!(guess("README", b"a\0o"), "application/octet-stream");
    }

    #[test]
    fn what_is_guessed_is_valid() {
        for (_, _, media_type) in MAGIC {
            assert!(valid(media_type));
        }
    }

    #[test]
    fn types_that_a_user_gives() {
        for good in
            ["text/plain", "text/calendar; method=REQUEST", "text/x; a=b;c=\"d \\\" e\"", "application/vnd.x+json"]
        {
            assert!(valid(good), "{good}");
        }
        for bad in [
            "",
            "text",
            "text/",
            "/plain",
            "text/plain;",
            "text/plain; a",
            "text/plain; a=",
            "text/plain; a=\"b",
            "a b/c",
            "a/b/c",
            "multipart/mixed",
            "text/plain\r\nX: y",
            "text/plain; a=\"\r\n\"",
            "text/plain; a=é",
            "text/plain; a=b c",
        ] {
            assert!(!valid(bad), "{bad}");
        }
        assert!(has_parameter("text/plain; Charset=x", "charset") && is_kind("TEXT/plain; a=b", "text"));
    }
}
