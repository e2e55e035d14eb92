//! Encoded words: text beyond ASCII in header fields (RFC 2047; the language tag of RFC 2231 §5 is read past).

mod decode;

use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

pub use self::decode::{decode, read};
use super::charset::{Charset, Unmappable};
use crate::base::address::is_atext;

/// The most octets of one encoded word (RFC 2047 §2).
pub const MAX_WORD: usize = 75;
/// The most octets of a line that holds an encoded word (RFC 2047 §2).
pub const MAX_LINE: usize = 76;

/// A word or blank longer than these is encoded, since it could not be folded.
const LONGEST_PLAIN: usize = 900;
const LONGEST_BLANK: usize = 10;

/// Padding and trailing bits are read as they come: many writers get them wrong.
const B: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_allow_trailing_bits(true)
        .with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// Where encoded words stand (RFC 2047 §5): it says which characters may stay as they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Context {
    /// `*text`: Subject, Comments, extension fields.
    Unstructured,
    /// A word in a `phrase`: the name before an address.
    Phrase,
}

/// Text for a field whose line already holds `column` octets: plain where that is legal, encoded words where it must
/// be, folded by `CRLF` and blank so that no encoded word exceeds [`MAX_WORD`] nor its line [`MAX_LINE`].
///
/// Encoded is what is not ASCII, what looks like an encoded word, what cannot be folded, controls, and blanks that
/// would be lost (at either end, and in a phrase wherever there is more than one space). [`decode`] gives the text
/// back. Fails at a character that the charset does not have. If not even one character fits behind `column`, the
/// result begins with a fold.
pub fn encode(text: &str, column: usize, charset: Charset, context: Context) -> Result<String, Unmappable> {
    let mut writer = Writer { out: String::with_capacity(text.len() + 16), column, charset, context };
    let mut gap = "";
    let mut run = String::new();
    for token in tokens(text, context) {
        if token.encode {
            run.push_str(token.text);
            continue;
        }
        if !run.is_empty() {
            writer.encoded(gap, &run)?;
            (gap, run) = ("", String::new());
        }
        match token.blank {
            true => gap = token.text,
            false => writer.plain(std::mem::take(&mut gap), token.text),
        }
    }
    if !run.is_empty() {
        writer.encoded(gap, &run)?;
    }
    Ok(writer.out)
}

/// True if some part of the text could be taken for an encoded word.
pub fn looks_encoded(text: &str) -> bool {
    text.contains("=?")
}

struct Token<'a> {
    text: &'a str,
    blank: bool,
    encode: bool,
}

/// Words and the blanks between them, each with the decision whether it must be encoded.
fn tokens(text: &str, context: Context) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let blank = is_blank(first);
        let end = rest.find(|c| is_blank(c) != blank).unwrap_or(rest.len());
        let Some((head, tail)) = rest.split_at_checked(end) else { break };
        let at_an_end = tokens.is_empty() || tail.is_empty();
        let encode = if blank { at_an_end || !keeps_blank(head, context) } else { !keeps_word(head, context) };
        tokens.push(Token { text: head, blank, encode });
        rest = tail;
    }
    // A word is encoded with a blank beside it, and a blank with the words on both its sides.
    spread(&mut tokens, false);
    spread(&mut tokens, true);
    tokens
}

/// Marks the words that have a marked blank beside them, or the blanks between two marked words.
fn spread(tokens: &mut [Token<'_>], blanks: bool) {
    let marks: Vec<bool> = tokens.iter().map(|token| token.encode).collect();
    let marked = |at: Option<usize>| at.and_then(|at| marks.get(at)).copied().unwrap_or(false);
    for (at, token) in tokens.iter_mut().enumerate().filter(|(_, token)| token.blank == blanks) {
        let (before, after) = (marked(at.checked_sub(1)), marked(at.checked_add(1)));
        token.encode |= if blanks { before && after } else { before || after };
    }
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t')
}

/// True for a blank between words that arrives as it is.
fn keeps_blank(blank: &str, context: Context) -> bool {
    match context {
        Context::Unstructured => blank.len() <= LONGEST_BLANK,
        Context::Phrase => blank == " ",
    }
}

/// True for a word that may stand as it is: visible ASCII, in a phrase an `atom`.
fn keeps_word(word: &str, context: Context) -> bool {
    let legal = |c: char| c.is_ascii_graphic() && (context == Context::Unstructured || is_atext(c));
    word.len() <= LONGEST_PLAIN && word.chars().all(legal) && !looks_encoded(word)
}

struct Writer {
    out: String,
    column: usize,
    charset: Charset,
    context: Context,
}

/// The `encoding` of an encoded word (RFC 2047 §4).
#[derive(Clone, Copy)]
enum Scheme {
    B,
    Q,
}

impl Writer {
    fn push(&mut self, text: &str) {
        self.out.push_str(text);
        self.column += text.len();
    }

    fn fold(&mut self, blank: &str) {
        self.out.push_str("\r\n");
        self.column = 0;
        self.push(blank);
    }

    fn plain(&mut self, gap: &str, word: &str) {
        match !gap.is_empty() && self.column + gap.len() + word.len() > MAX_LINE {
            true => self.fold(gap),
            false => self.push(gap),
        }
        self.push(word);
    }

    /// One run of text as encoded words, in the shorter of the two encodings.
    fn encoded(&mut self, gap: &str, run: &str) -> Result<(), Unmappable> {
        let octets = self.charset.encode(run)?;
        let scheme = match q_length(&octets, self.context) <= b_length(octets.len()) {
            true => Scheme::Q,
            false => Scheme::B,
        };
        let whole = self.overhead() + self.length(&octets, scheme);
        let here = MAX_LINE.saturating_sub(self.column + gap.len());
        let useful = if whole + gap.len() <= MAX_LINE { whole } else { self.overhead() + 24 };
        match !gap.is_empty() && here < useful.min(MAX_WORD) {
            true => self.fold(gap),
            false => self.push(gap),
        }
        let mut rest = run;
        while !rest.is_empty() {
            let (head, tail) = self.fitting(rest, scheme)?;
            if !head.is_empty() {
                self.word(&self.charset.encode(head)?, scheme);
            }
            if !tail.is_empty() {
                self.fold(" ");
            }
            rest = tail;
        }
        Ok(())
    }

    /// As many characters as fit in the line; none only where a fold gives more room.
    fn fitting<'a>(&self, text: &'a str, scheme: Scheme) -> Result<(&'a str, &'a str), Unmappable> {
        let room = MAX_LINE.saturating_sub(self.column).min(MAX_WORD).saturating_sub(self.overhead());
        let mut end = 0;
        for (at, c) in text.char_indices() {
            let next = at + c.len_utf8();
            let octets = self.charset.encode(text.get(..next).unwrap_or(text))?;
            let must = end == 0 && self.column <= 1;
            if self.length(&octets, scheme) > room && !must {
                break;
            }
            end = next;
        }
        Ok(text.split_at_checked(end).unwrap_or((text, "")))
    }

    /// Octets of an encoded word around its text.
    fn overhead(&self) -> usize {
        "=??Q??=".len() + self.charset.name().len()
    }

    fn length(&self, octets: &[u8], scheme: Scheme) -> usize {
        match scheme {
            Scheme::B => b_length(octets.len()),
            Scheme::Q => q_length(octets, self.context),
        }
    }

    fn word(&mut self, octets: &[u8], scheme: Scheme) {
        let name = self.charset.name();
        let word = match scheme {
            Scheme::B => format!("=?{name}?B?{}?=", B.encode(octets)),
            Scheme::Q => format!("=?{name}?Q?{}?=", q_encode(octets, self.context)),
        };
        self.push(&word);
    }
}

fn b_length(octets: usize) -> usize {
    octets.div_ceil(3) * 4
}

fn q_length(octets: &[u8], context: Context) -> usize {
    octets.iter().map(|&octet| if octet == b' ' || keeps_octet(octet, context) { 1 } else { 3 }).sum()
}

fn q_encode(octets: &[u8], context: Context) -> String {
    let mut out = String::with_capacity(MAX_WORD);
    for &octet in octets {
        match octet {
            b' ' => out.push('_'),
            octet if keeps_octet(octet, context) => out.push(char::from(octet)),
            octet => out.push_str(&format!("={octet:02X}")),
        }
    }
    out
}

/// What Q leaves as it is: in a phrase only what RFC 2047 §5 (3) lists.
fn keeps_octet(octet: u8, context: Context) -> bool {
    match context {
        Context::Unstructured => octet.is_ascii_graphic() && !b"=?_".contains(&octet),
        Context::Phrase => octet.is_ascii_alphanumeric() || b"!*+-/".contains(&octet),
    }
}

#[cfg(test)]
mod tests;
