//! Reading encoded words (RFC 2047 §6), those that break the rules too where their meaning is plain.

use base64::Engine;
use encoding_rs::{Encoding, ISO_2022_JP, REPLACEMENT};

use super::{B, is_blank};

/// The text of an unstructured field or of a phrase: folds undone, encoded words decoded, raw octets read as UTF-8.
///
/// Neighbouring encoded words are joined, their octets before the charset is decoded if it is the same, so that a
/// character cut in two by a careless writer is whole again. Encoded words are found without blanks around them too.
/// Broken ones, and those of an unknown charset, are left as they are. The result may hold any character, CR and LF
/// too.
pub fn decode(octets: &[u8]) -> String {
    let mut text = String::with_capacity(octets.len());
    let mut open: Option<Decoded> = None;
    let (mut rest, mut from) = (octets, 0);
    while let Some(at) = find_start(rest, from) {
        let Some((before, tail)) = rest.split_at_checked(at) else { break };
        let Some((word, after)) = read_word(tail) else {
            from = at + 2;
            continue;
        };
        (rest, from) = (after, 0);
        let joins = open.is_some() && before.iter().all(|octet| b" \t\r\n".contains(octet));
        match &mut open {
            Some(last) if joins && last.charset == word.charset => last.join(&word.octets),
            last => {
                close(last.replace(word), &mut text);
                if !joins {
                    push_unfolded(before, &mut text);
                }
            }
        }
    }
    close(open, &mut text);
    push_unfolded(rest, &mut text);
    text
}

struct Decoded {
    charset: &'static Encoding,
    octets: Vec<u8>,
}

impl Decoded {
    /// Appends what the next word holds. A shift to ASCII with another shift behind it would be taken for an error.
    fn join(&mut self, octets: &[u8]) {
        if self.charset == ISO_2022_JP && self.octets.ends_with(b"\x1b(B") && octets.starts_with(b"\x1b") {
            self.octets.truncate(self.octets.len() - 3);
        }
        self.octets.extend_from_slice(octets);
    }
}

fn close(word: Option<Decoded>, text: &mut String) {
    if let Some(Decoded { charset, octets }) = word {
        text.push_str(&charset.decode_without_bom_handling(&octets).0);
    }
}

fn find_start(octets: &[u8], from: usize) -> Option<usize> {
    Some(from + memchr::memmem::find(octets.get(from..)?, b"=?")?)
}

/// `encoded-word = "=?" charset "?" encoding "?" encoded-text "?="`, and what stands behind it.
fn read_word(octets: &[u8]) -> Option<(Decoded, &[u8])> {
    let (label, rest) = until_question_mark(octets.strip_prefix(b"=?")?)?;
    let (scheme, rest) = until_question_mark(rest)?;
    let (data, rest) = until_question_mark(rest)?;
    let after = rest.strip_prefix(b"=")?;
    let label = label.split(|&octet| octet == b'*').next()?;
    let charset = Encoding::for_label(label).filter(|&charset| charset != REPLACEMENT)?;
    let octets = match scheme {
        b"B" | b"b" => B.decode(data).ok()?,
        b"Q" | b"q" => q_decode(data)?,
        _ => return None,
    };
    Some((Decoded { charset, octets }, after))
}

/// The visible ASCII before the next `?`, and what stands behind that.
fn until_question_mark(octets: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = octets.iter().position(|&octet| octet == b'?' || !octet.is_ascii_graphic())?;
    let (head, tail) = octets.split_at_checked(end)?;
    Some((head, tail.strip_prefix(b"?")?))
}

fn q_decode(data: &[u8]) -> Option<Vec<u8>> {
    let mut octets = Vec::with_capacity(data.len());
    let mut data = data.iter();
    while let Some(&octet) = data.next() {
        octets.push(match octet {
            b'_' => b' ',
            b'=' => hexadecimal(data.next()?)? << 4 | hexadecimal(data.next()?)?,
            octet => octet,
        });
    }
    Some(octets)
}

fn hexadecimal(digit: &u8) -> Option<u8> {
    char::from(*digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

/// Appends raw text; a line end before a blank is a fold (RFC 5322 §2.2.3).
fn push_unfolded(octets: &[u8], text: &mut String) {
    let raw = String::from_utf8_lossy(octets);
    let mut lines = raw.split('\n').peekable();
    while let Some(line) = lines.next() {
        match lines.peek() {
            Some(next) if next.starts_with(is_blank) => text.push_str(line.strip_suffix('\r').unwrap_or(line)),
            Some(_) => text.extend([line, "\n"]),
            None => text.push_str(line),
        }
    }
}
