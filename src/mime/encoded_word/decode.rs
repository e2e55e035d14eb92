//! Reading encoded words (RFC 2047 §6), those that break the rules too where their meaning is plain.

use base64::Engine;

use super::{B, Context, MAX_WORD};
use crate::mime::charset::{Readable, unlabelled};
use crate::mime::cursor::{Cursor, is_blank};
use crate::mime::flaw::Flaw;
use crate::mime::flaw::Severity::{Error, Info, Warning};
use crate::mime::notes::{Kind, Notes, shown};

const TOO_LONG: Kind = (Warning, "encoded-word-too-long", "RFC 2047 §2");
const SPLIT: Kind = (Warning, "encoded-word-split-character", "RFC 2047 §5");
const UNKNOWN_CHARSET: Kind = (Warning, "encoded-word-unknown-charset", "RFC 2047 §6.2");
const BROKEN: Kind = (Warning, "encoded-word-broken", "RFC 2047 §6.3");
const QUESTION_MARK: Kind = (Warning, "encoded-word-question-mark", "RFC 2047 §4.2");
const RAW_IN_WORD: Kind = (Warning, "encoded-word-raw-octets", "RFC 2047 §4.2");
const MALFORMED: Kind = (Error, "encoded-word-malformed-octets", "RFC 2047 §6.3");
const NOT_ALONE: Kind = (Warning, "encoded-word-not-separated", "RFC 2047 §5");
const IN_QUOTES: Kind = (Warning, "encoded-word-in-quoted-string", "RFC 2047 §5");
const RAW_UTF8: Kind = (Info, "raw-utf8-in-header", "RFC 6532 §3.2");
const RAW_8BIT: Kind = (Error, "raw-8bit-in-header", "RFC 5322 §2.2");

/// As [`read`] an unstructured field, for who does not ask what is wrong with it.
pub fn decode(octets: &[u8]) -> String {
    read(octets, Context::Unstructured).0
}

/// The text of a field: folds undone, encoded words decoded. Raw octets beyond ASCII are read as UTF-8 or, where they
/// are no UTF-8, as windows-1252. What is wrong comes with it; offsets count from the start of `octets`.
///
/// Neighbouring encoded words are joined, their octets before the charset is decoded if it is the same, so that a
/// character cut in two by a careless writer is whole again. Encoded words are found without blanks around them too.
/// Broken ones, and those of an unknown charset, are left as they are. With [`Context::Phrase`] quoted strings stay as
/// they stand, quotes and encoded words and all (RFC 2047 §5). The result may hold any character, CR and LF too.
/// Takes linear time.
pub fn read(octets: &[u8], context: Context) -> (String, Vec<Flaw>) {
    let mut reader =
        Reader { text: String::with_capacity(octets.len()), open: None, whole: octets, notes: Notes::default() };
    match context {
        Context::Unstructured => reader.stretch(octets, 0),
        Context::Phrase => reader.structured(octets),
    }
    (reader.text, reader.notes.finish())
}

struct Reader<'a> {
    text: String,
    /// The word whose text waits for what the next one holds.
    open: Option<Open>,
    whole: &'a [u8],
    notes: Notes,
}

/// Octets of one or more encoded words of the same charset.
struct Open {
    charset: Readable,
    octets: Vec<u8>,
    offset: usize,
    /// Some word of them is no text by itself.
    broken: bool,
}

impl<'a> Reader<'a> {
    /// Outside quoted strings encoded words are decoded, in comments too.
    fn structured(&mut self, octets: &'a [u8]) {
        let mut cursor = Cursor::new(octets);
        let mut start = 0;
        while let Some(octet) = cursor.peek() {
            let here = cursor.at();
            match octet {
                b'"' if cursor.quoted(true).is_some() => {
                    self.stretch(octets.get(start..here).unwrap_or_default(), start);
                    self.quoted(cursor.since(here), here);
                    start = cursor.at();
                }
                b'(' if cursor.comment().is_some() => {}
                _ => cursor.bump(1),
            }
        }
        self.stretch(octets.get(start..).unwrap_or_default(), start);
    }

    fn quoted(&mut self, octets: &[u8], offset: usize) {
        if let Some(at) = find_start(octets, 0)
            && octets.get(at..).is_some_and(|word| read_word(word).is_ok())
        {
            self.notes.note(IN_QUOTES, offset + at, "an encoded word in a quoted string is no encoded word");
        }
        self.raw(octets, offset);
    }

    /// Octets in which encoded words may stand.
    fn stretch(&mut self, octets: &[u8], offset: usize) {
        let (mut rest, mut from) = (octets, 0);
        while let Some(at) = find_start(rest, from) {
            let here = offset + (octets.len() - rest.len());
            let Some((before, tail)) = rest.split_at_checked(at) else { break };
            match read_word(tail) {
                Ok((word, after)) => {
                    self.word(before, here, word, tail.len() - after.len());
                    (rest, from) = (after, 0);
                }
                Err(why) => {
                    self.broken(why, here + at);
                    from = at + 2;
                }
            }
        }
        self.close();
        self.raw(rest, offset + (octets.len() - rest.len()));
    }

    /// An encoded word of `length` octets, and what stands before it at the place `here`.
    fn word(&mut self, before: &[u8], here: usize, word: Word, length: usize) {
        let offset = here + before.len();
        let Word { charset, octets, question_mark, raw } = word;
        if length > MAX_WORD {
            self.notes.note(TOO_LONG, offset, format!("an encoded word of {length} octets; 75 are allowed"));
        }
        if question_mark {
            self.notes.note(QUESTION_MARK, offset, "an encoded word with a question mark in its text");
        }
        if raw {
            self.notes.note(RAW_IN_WORD, offset, "an encoded word with octets beyond ASCII; they are of its charset");
        }
        self.check_neighbours(offset, length);
        let broken = charset.decode(&octets).1;
        let joins = self.open.is_some() && before.iter().copied().all(is_blank);
        match &mut self.open {
            // Where characters need all that came before, only a word that is no text by itself is taken on.
            Some(open) if joins && open.charset == charset && (open.broken || !charset.is_stateful()) => {
                open.octets.extend_from_slice(&octets);
                open.broken |= broken;
            }
            _ => {
                self.close();
                if !joins {
                    self.raw(before, here);
                }
                self.open = Some(Open { charset, octets, offset, broken });
            }
        }
    }

    /// An encoded word is separated by blanks; in comments parentheses will do.
    fn check_neighbours(&mut self, offset: usize, length: usize) {
        let alone = |at: Option<usize>| {
            at.and_then(|at| self.whole.get(at)).is_none_or(|&octet| is_blank(octet) || b"()<>,;:\"".contains(&octet))
        };
        // A word that joins another one directly has been told of with the one before.
        if !alone(offset.checked_sub(1)) || !alone(offset.checked_add(length)) {
            self.notes.note(NOT_ALONE, offset, "no blank stands between an encoded word and what is beside it");
        }
    }

    fn broken(&mut self, why: Why, offset: usize) {
        match why {
            Why::NoWord => {}
            Why::Charset(label) => {
                let message = format!("the charset {label:?} is not known; the word stays as it is");
                self.notes.note(UNKNOWN_CHARSET, offset, message);
            }
            Why::Broken(what) => self.notes.note(BROKEN, offset, what),
        }
    }

    fn close(&mut self) {
        let Some(Open { charset, octets, offset, broken }) = self.open.take() else { return };
        let (text, malformed) = charset.decode(&octets);
        self.text.push_str(&text);
        if malformed {
            let message = format!("not all octets of an encoded word are {}", charset.name());
            self.notes.note(MALFORMED, offset, message);
        } else if broken {
            self.notes.note(SPLIT, offset, "a character is split over two encoded words");
        }
    }

    /// Raw text; a line end before a blank is a fold (RFC 5322 §2.2.3).
    fn raw(&mut self, octets: &[u8], offset: usize) {
        let (text, utf8) = unlabelled(octets);
        if !utf8 {
            let message = "octets beyond ASCII that are no UTF-8 and no encoded word; read as windows-1252";
            self.notes.note(RAW_8BIT, offset + beyond_ascii(octets), message);
        } else if !text.is_ascii() {
            let message = "UTF-8 stands in the field itself, which needs SMTPUTF8";
            self.notes.note(RAW_UTF8, offset + beyond_ascii(octets), message);
        }
        let mut lines = text.split('\n').peekable();
        while let Some(line) = lines.next() {
            match lines.peek() {
                Some(next) if next.starts_with([' ', '\t']) => {
                    self.text.push_str(line.strip_suffix('\r').unwrap_or(line));
                }
                Some(_) => self.text.extend([line, "\n"]),
                None => self.text.push_str(line),
            }
        }
    }
}

fn beyond_ascii(octets: &[u8]) -> usize {
    octets.iter().position(|octet| !octet.is_ascii()).unwrap_or(0)
}

struct Word {
    charset: Readable,
    octets: Vec<u8>,
    /// Its text holds a question mark that should have been encoded.
    question_mark: bool,
    /// Its text holds raw octets beyond ASCII.
    raw: bool,
}

/// Why something that begins like an encoded word is not decoded.
enum Why {
    /// It is not like one at all.
    NoWord,
    Charset(String),
    Broken(&'static str),
}

fn find_start(octets: &[u8], from: usize) -> Option<usize> {
    Some(from + memchr::memmem::find(octets.get(from..)?, b"=?")?)
}

/// `encoded-word = "=?" charset "?" encoding "?" encoded-text "?="`, and what stands behind it.
fn read_word(octets: &[u8]) -> Result<(Word, &[u8]), Why> {
    let parts = || {
        let (label, rest) = until_question_mark(octets.strip_prefix(b"=?")?)?;
        let (scheme, rest) = until_question_mark(rest)?;
        (!label.is_empty() && scheme.len() == 1).then_some((label, scheme, rest))
    };
    let (label, scheme, rest) = parts().ok_or(Why::NoWord)?;
    let (data, after) = until_end(rest)?;
    let label = label.split(|&octet| octet == b'*').next().unwrap_or(label);
    let charset = Readable::for_label(label).ok_or_else(|| Why::Charset(shown(label)))?;
    let (octets, question_mark, raw) = match scheme {
        b"B" | b"b" => {
            (B.decode(data).map_err(|_| Why::Broken("the base64 of an encoded word is broken"))?, false, false)
        }
        b"Q" | b"q" => {
            let octets = q_decode(data).ok_or(Why::Broken("an = without two hexadecimal digits in an encoded word"))?;
            (octets, data.contains(&b'?'), !data.is_ascii())
        }
        _ => return Err(Why::Broken("an encoded word whose encoding is neither B nor Q")),
    };
    Ok((Word { charset, octets, question_mark, raw }, after))
}

/// The visible ASCII before the next `?`, and what stands behind that.
fn until_question_mark(octets: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = octets.iter().position(|&octet| octet == b'?' || !octet.is_ascii_graphic())?;
    let (head, tail) = octets.split_at_checked(end)?;
    Some((head, tail.strip_prefix(b"?")?))
}

/// What stands before the `?=`, octets beyond ASCII too, and what stands behind that. It ends before another word begins, or the time
/// would not be linear.
fn until_end(octets: &[u8]) -> Result<(&[u8], &[u8]), Why> {
    let mut before = b' ';
    let mut ahead = octets.iter().copied().enumerate().peekable();
    while let Some((at, octet)) = ahead.next() {
        match octet {
            b'?' if matches!(ahead.peek(), Some((_, b'='))) => {
                let (data, rest) = octets.split_at_checked(at).ok_or(Why::NoWord)?;
                return Ok((data, rest.get(2..).unwrap_or_default()));
            }
            b'?' if before == b'=' => break,
            octet if is_blank(octet) => return Err(Why::Broken("an encoded word with a blank in it")),
            octet if octet.is_ascii_control() => {
                return Err(Why::Broken("an encoded word with a control character in it"));
            }
            octet => before = octet,
        }
    }
    Err(Why::Broken("an encoded word that does not end"))
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
