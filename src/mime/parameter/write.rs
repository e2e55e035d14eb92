//! Writing parameters.

use super::is_token;
use crate::mime::encoded_word::{MAX_LINE, looks_encoded};
use crate::mime::header::column_after;

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

/// The value as a `token` if it is one, otherwise as a `quoted-string`. For ASCII without controls.
fn quote(value: &str) -> String {
    if !value.is_empty() && value.bytes().all(is_token) {
        return value.to_owned();
    }
    format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
}

/// The pieces `name=value`, each short enough for a line of its own.
fn pieces(name: &str, value: &str) -> Vec<String> {
    let room = MAX_LINE - " ;".len();
    if value.bytes().all(|octet| octet == b' ' || octet.is_ascii_graphic()) && !looks_encoded(value) {
        let plain = format!("{name}={}", quote(value));
        if plain.len() <= room {
            return vec![plain];
        }
    }
    let whole = format!("{name}*=utf-8''{}", value.chars().map(percent).collect::<String>());
    if whole.len() <= room { vec![whole] } else { continuations(name, value, room) }
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
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    /// A small reader, proven on the RFC's examples, to judge what is written.
    fn decode(parameters: &str) -> BTreeMap<String, String> {
        let mut pieces: BTreeMap<(String, u32), Vec<u8>> = BTreeMap::new();
        let mut rest = parameters;
        while let Some(at) = rest.find('=') {
            let name = rest[..at].trim_matches([';', ' ', '\r', '\n']).to_lowercase();
            rest = &rest[at + 1..];
            let mut value = Vec::new();
            if let Some(quoted) = rest.strip_prefix('"') {
                let mut chars = quoted.char_indices();
                while let Some((at, c)) = chars.next() {
                    match c {
                        '"' => {
                            rest = &quoted[at + 1..];
                            break;
                        }
                        '\\' => value.push(chars.next().unwrap().1 as u8),
                        c => value.push(c as u8),
                    }
                }
            } else {
                let end = rest.find(';').unwrap_or(rest.len());
                value.extend(rest[..end].trim_end().bytes());
                rest = &rest[end..];
            }
            let extended = name.ends_with('*');
            let (name, number) = match name.trim_end_matches('*').split_once('*') {
                Some((name, number)) => (name.to_owned(), number.parse().unwrap()),
                None => (name.trim_end_matches('*').to_owned(), 0),
            };
            if extended {
                let text = String::from_utf8(value).unwrap();
                let text = if number == 0 { text.splitn(3, '\'').last().unwrap() } else { &text };
                value = Vec::new();
                let mut octets = text.bytes();
                while let Some(octet) = octets.next() {
                    value.push(match octet {
                        b'%' => {
                            let hex = [octets.next().unwrap(), octets.next().unwrap()];
                            u8::from_str_radix(std::str::from_utf8(&hex).unwrap(), 16).unwrap()
                        }
                        octet => octet,
                    });
                }
            }
            pieces.insert((name, number), value);
        }
        let mut values: BTreeMap<String, Vec<u8>> = BTreeMap::new();
        for ((name, _), value) in pieces {
            values.entry(name).or_default().extend(value);
        }
        values.into_iter().map(|(name, value)| (name, String::from_utf8(value).unwrap())).collect()
    }

    #[test]
    fn the_reader_knows_the_examples_of_rfc_2231() {
        let one =
            "; access-type=URL;\r\n URL*0=\"ftp://\";\r\n URL*1=\"cs.utk.edu/pub/moore/bulk-mailer/bulk-mailer.tar\"";
        assert_eq!(decode(one)["url"], "ftp://cs.utk.edu/pub/moore/bulk-mailer/bulk-mailer.tar");
        let two = ";\r\n title*=us-ascii'en-us'This%20is%20%2A%2A%2Afun%2A%2A%2A";
        assert_eq!(decode(two)["title"], "This is ***fun***");
        let three = ";\r\n title*0*=us-ascii'en'This%20is%20even%20more%20;\
            \r\n title*1*=%2A%2A%2Afun%2A%2A%2A%20;\r\n title*2=\"isn't it!\"";
        assert_eq!(decode(three)["title"], "This is even more ***fun*** isn't it!");
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
                prop_assert_eq!(&decode(&encoded)["filename"], value);
            }
        }
    }
}
