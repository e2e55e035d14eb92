//! What is typed and what is meant: tags that are put before a command, literals that are named instead of written
//! (RFC 9051 §2.2.1, §4.3).

use crate::proto::imap::Verb;

/// Which lines get a tag.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tags {
    /// Those that begin with a command.
    #[default]
    Auto,
    /// None: lines go as they are.
    Never,
}

/// A part of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Octets that go as they are.
    Text(Vec<u8>),
    /// `{@FILE}`: a literal of the file's octets.
    File(String),
    /// `{}`: a literal of the lines that come next.
    Typed,
    /// A literal whose octets are there.
    Octets(Vec<u8>),
}

/// True if a line begins with a command instead of a tag.
pub(super) fn is_untagged(line: &[u8]) -> bool {
    let word = line.split(|octet| *octet == b' ').next().unwrap_or_default();
    Verb::of(word) != Verb::Other || word.eq_ignore_ascii_case(b"UID")
}

/// The parts of a line; in quotes all is text.
pub(super) fn pieces(line: &[u8]) -> Vec<Piece> {
    let (mut pieces, mut start, mut at, mut quoted) = (Vec::new(), 0, 0, false);
    while let Some(octet) = line.get(at) {
        let rest = line.get(at..).unwrap_or_default();
        match octet {
            b'"' => quoted = !quoted,
            b'\\' if quoted => at += 1,
            b'{' if !quoted => {
                if let Some((piece, width)) = named(rest) {
                    pieces.push(Piece::Text(line.get(start..at).unwrap_or_default().to_vec()));
                    pieces.push(piece);
                    at += width;
                    start = at;
                    continue;
                }
            }
            _ => {}
        }
        at += 1;
    }
    pieces.push(Piece::Text(line.get(start..).unwrap_or_default().to_vec()));
    pieces
}

/// `{@FILE}` or `{}` at the beginning, and how many octets that is.
fn named(text: &[u8]) -> Option<(Piece, usize)> {
    let end = text.iter().position(|octet| *octet == b'}')?;
    match text.get(1..end)? {
        [] => Some((Piece::Typed, end + 1)),
        [b'@', path @ ..] if !path.is_empty() => Some((Piece::File(String::from_utf8(path.to_vec()).ok()?), end + 1)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_and_tags() {
        for line in ["NOOP", "select INBOX", "uid FETCH 1 FLAGS", "STATUS LIST (MESSAGES)"] {
            assert!(is_untagged(line.as_bytes()), "{line}");
        }
        for line in ["a NOOP", "xyzzy", "", " NOOP", "DONE"] {
            assert!(!is_untagged(line.as_bytes()), "{line}");
        }
    }

    #[test]
    fn literals_that_are_named() {
        let text = |text: &str| Piece::Text(text.as_bytes().to_vec());
        let file = |path: &str| Piece::File(path.to_owned());
        for (line, expected) in [
            ("NOOP", vec![text("NOOP")]),
            ("APPEND x {@a b.eml}", vec![text("APPEND x "), file("a b.eml"), text("")]),
            ("APPEND x {@a} {@b}", vec![text("APPEND x "), file("a"), text(" "), file("b"), text("")]),
            ("APPEND x () {}", vec![text("APPEND x () "), Piece::Typed, text("")]),
            ("SEARCH SUBJECT \"{@a} \\\" {}\"", vec![text("SEARCH SUBJECT \"{@a} \\\" {}\"")]),
            ("a LOGIN {4}", vec![text("a LOGIN {4}")]),
            ("x {@} {@", vec![text("x {@} {@")]),
        ] {
            assert_eq!(pieces(line.as_bytes()), expected, "{line}");
        }
    }
}
