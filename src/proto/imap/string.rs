//! `nstring`: NIL, a quoted string or a literal (RFC 9051 §4.3, §9; RFC 3501 §4.3, §9).

use memchr::memchr;

/// A longer string is a literal: no reader should have to look for the end of a quoted one for long.
const LONGEST_QUOTED: usize = 1024;

/// `nstring`: NIL where there is none.
pub fn write_nstring(string: Option<&[u8]>, out: &mut Vec<u8>) {
    match string {
        Some(string) => write_string(string, out),
        None => out.extend_from_slice(b"NIL"),
    }
}

/// `string`: quoted where that is allowed, without UTF-8, which a client must ask for (RFC 9051 §9, note 3), else a
/// literal. No string can hold a NUL (`CHAR8`): U+FFFD stands for it, as with Dovecot.
pub fn write_string(string: &[u8], out: &mut Vec<u8>) {
    if memchr(b'\0', string).is_some() {
        return write_string(&string.split(|&octet| octet == 0).collect::<Vec<_>>().join("\u{fffd}".as_bytes()), out);
    }
    let quotable = |&octet: &u8| octet.is_ascii() && !matches!(octet, b'\r' | b'\n');
    if string.len() <= LONGEST_QUOTED && string.iter().all(quotable) {
        out.push(b'"');
        for &octet in string {
            if matches!(octet, b'"' | b'\\') {
                out.push(b'\\');
            }
            out.push(octet);
        }
        return out.push(b'"');
    }
    out.extend_from_slice(format!("{{{}}}\r\n", string.len()).as_bytes());
    out.extend_from_slice(string);
}

/// `"(" … ")"`, a space between the items; NIL where there is none.
pub(super) fn write_list<T>(items: &[T], out: &mut Vec<u8>, mut item: impl FnMut(&T, &mut Vec<u8>)) {
    if items.is_empty() {
        return out.extend_from_slice(b"NIL");
    }
    out.push(b'(');
    for (n, one) in items.iter().enumerate() {
        if n > 0 {
            out.push(b' ');
        }
        item(one, out);
    }
    out.push(b')');
}
