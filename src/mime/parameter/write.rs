//! Writing parameters.

use super::is_token;
use crate::mime::charset::Charset;
use crate::mime::encoded_word::{self, Context, MAX_LINE, looks_encoded};
use crate::mime::header::column_after;

/// What a piece may have on a line of its own.
const ROOM: usize = MAX_LINE - " ;".len();

/// `; name=value` for a line that already holds `column` octets: a token or a quoted string if the value is short
/// visible ASCII, otherwise percent-encoded UTF-8, in numbered pieces if one line does not hold it. Folded so that no
/// line exceeds 76 octets. `name` is a short token; any value is legal, controls are percent-encoded.
pub fn encode(name: &str, value: &str, column: usize) -> String {
    let mut out = String::new();
    for piece in pieces(name, value) {
        // A `;` may still follow.
        let here = column_after(column, &out) + "; ".len() + piece.len() + ";".len();
        out.push_str(if here <= MAX_LINE { "; " } else { ";\r\n " });
        out.push_str(&piece);
    }
    out
}

/// As [`encode`]; if that takes the form of RFC 2231, a second one stands before it for readers that do not know it:
/// `name="=?utf-8?…?="`, which RFC 2047 §5 forbids and which nearly all read. Readers of both take the legal one. Lines
/// of at most 78 octets.
pub fn encode_compatible(name: &str, value: &str, column: usize) -> String {
    let legal = encode(name, value, column);
    if is_plain(name, value) {
        return legal;
    }
    // As in a phrase: then no quote and no backslash is among the characters that stay.
    let words = |start: &str| {
        encoded_word::encode(value, column_after(column, start), Charset::UTF_8, Context::Phrase).unwrap_or_default()
    };
    let (mut start, next_line) = (format!("; {name}=\""), format!(";\r\n {name}=\""));
    let mut inner = words(&start);
    let first = inner.split("\r\n").next().map_or(0, str::len);
    if first == 0 || column + start.len() + first > MAX_LINE {
        inner = words(&next_line);
        start = next_line;
    }
    let mut out = format!("{start}{inner}\"");
    let here = column_after(column, &out);
    out.push_str(&encode(name, value, here));
    out
}

/// True for a name that [`encode`] can write: a short token without the marks of RFC 2231.
pub fn is_name(name: &str) -> bool {
    (1..=32).contains(&name.len()) && name.bytes().all(|octet| is_token(octet) && !b"*'%".contains(&octet))
}

/// True for a value that needs neither charset nor more than one line.
fn is_plain(name: &str, value: &str) -> bool {
    let visible = value.bytes().all(|octet| octet == b' ' || octet.is_ascii_graphic()) && !looks_encoded(value);
    visible && name.len() + "=".len() + quote(value).len() <= ROOM
}

/// The value as a `token` if it is letters, digits, dots, hyphens and underscores, otherwise as a `quoted-string`: some
/// readers know no other characters in a token, Python's an apostrophe for one. For ASCII without controls.
fn quote(value: &str) -> String {
    if !value.is_empty() && value.bytes().all(|octet| octet.is_ascii_alphanumeric() || b".-_".contains(&octet)) {
        return value.to_owned();
    }
    format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
}

/// The pieces `name=value`, each short enough for a line of its own.
fn pieces(name: &str, value: &str) -> Vec<String> {
    if is_plain(name, value) {
        return vec![format!("{name}={}", quote(value))];
    }
    let whole = format!("{name}*=utf-8''{}", value.chars().map(percent).collect::<String>());
    if whole.len() <= ROOM { vec![whole] } else { continuations(name, value, ROOM) }
}

/// `name*0*=utf-8''…`, `name*1*=…` (RFC 2231 §4.1); a character is never split.
fn continuations(name: &str, value: &str, room: usize) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut piece = format!("{name}*0*=utf-8''");
    for c in value.chars().map(percent) {
        if piece.len() + c.len() > room {
            let next = format!("{name}*{}*=", pieces.len() + 1);
            pieces.push(std::mem::replace(&mut piece, next));
        }
        piece.push_str(&c);
    }
    pieces.push(piece);
    pieces
}

/// One character as `attribute-char` or percent-encoded octets (RFC 2231 §7).
fn percent(c: char) -> String {
    let mut octets = [0; 4];
    let text = c.encode_utf8(&mut octets);
    match text.bytes().all(|octet| is_token(octet) && !b"*'%".contains(&octet)) {
        true => text.to_owned(),
        false => text.bytes().map(|octet| format!("%{octet:02X}")).collect(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::Parameters;
    use super::*;
    use crate::mime::cursor::Cursor;
    use crate::mime::flaw::Flaw;
    use crate::mime::notes::Notes;

    fn decode(parameters: &str) -> (Parameters, Vec<Flaw>) {
        let mut notes = Notes::default();
        let read = Parameters::read(&mut Cursor::new(parameters.as_bytes()), false, &mut notes);
        (read, notes.finish())
    }

    #[test]
    fn the_forms() {
        assert_eq!(encode("charset", "utf-8", 24), "; charset=utf-8");
        assert_eq!(encode("filename", "a b.txt", 31), "; filename=\"a b.txt\"");
        assert_eq!(encode("filename", "q\"\\", 31), "; filename=\"q\\\"\\\\\"");
        assert_eq!(encode("filename", "", 31), "; filename=\"\"");
        assert_eq!(encode("filename", "crêpe.jpg", 31), "; filename*=utf-8''cr%C3%AApe.jpg");
        assert_eq!(encode("filename", "a\r\nb", 31), "; filename*=utf-8''a%0D%0Ab");
        assert_eq!(encode("filename", "=?utf-8?Q?a?=", 31), "; filename*=utf-8''%3D%3Futf-8%3FQ%3Fa%3F%3D");
        assert_eq!(encode("filename", "crêpe.jpg", 60), ";\r\n filename*=utf-8''cr%C3%AApe.jpg");
        assert_eq!(
            encode_compatible("name", "crêpe.jpg", 25),
            "; name=\"=?utf-8?Q?cr=C3=AApe=2Ejpg?=\";\r\n name*=utf-8''cr%C3%AApe.jpg"
        );
        assert_eq!(encode_compatible("name", "a b", 25), encode("name", "a b", 25));
        assert!(encode("filename", &"ñ".repeat(20), 31).contains("filename*0*=utf-8''%C3%B1"));
    }

    proptest! {
        #[test]
        fn any_value_comes_back_on_short_lines(value in any::<String>(), ascii in "[ -~]{0,300}", column in 0_usize..75) {
            for value in [&value, &ascii] {
                let encoded = encode("filename", value, column);
                let behind = "x".repeat(column) + &encoded;
                prop_assert!(behind.split("\r\n").all(|line| line.len() <= MAX_LINE), "{}", encoded);
                prop_assert!(encoded.is_ascii());
                let (read, flaws) = decode(&encoded);
                prop_assert_eq!(read.value("filename"), Some(value.as_str()));
                prop_assert!(flaws.is_empty(), "{flaws:?}");
            }
        }

        #[test]
        fn a_second_form_does_no_harm(value in any::<String>(), latin in "[ -~é]{0,90}", column in 0_usize..75) {
            for value in [&value, &latin] {
                let encoded = encode_compatible("filename", value, column);
                let behind = "x".repeat(column) + &encoded;
                prop_assert!(behind.split("\r\n").all(|line| line.len() <= 78), "{}", encoded);
                let (read, flaws) = decode(&encoded);
                prop_assert!(read.iter().all(|one| one.value == *value), "{encoded:?} {read:?}");
                let legal = ["encoded-word-in-parameter", "parameter-backslash"];
                prop_assert!(flaws.iter().all(|flaw| legal.contains(&flaw.code)), "{flaws:?}");
            }
        }
    }
}
