//! Encoded words: text beyond ASCII in header fields (RFC 2047; the language tag of RFC 2231 §5 is read past).

use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use encoding_rs::{Encoding, REPLACEMENT};

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
/// would be lost (at either end, and in a phrase wherever there is more than one space). [`decode`] gives the text back.
/// Fails at a character that the charset does not have. If not even one character fits behind `column`, the result
/// begins with a fold.
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

/// The text of an unstructured field or of a phrase: folds undone, encoded words decoded. Raw octets are read as UTF-8.
///
/// Neighbouring encoded words are joined, their octets before the charset is decoded if it is the same, so that a
/// character cut in two by a careless writer is whole again. Encoded words are found without blanks around them too.
/// Broken ones, and those of an unknown charset, are left as they are. The result may hold any character, CR and LF too.
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
            Some(last) if joins && last.charset == word.charset => last.octets.extend(word.octets),
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

struct Decoded {
    charset: &'static Encoding,
    octets: Vec<u8>,
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

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing, clippy::unwrap_used)] // A test that panics has failed.
    use proptest::prelude::*;

    use super::*;

    fn unstructured(text: &str) -> String {
        encode(text, 9, Charset::UTF_8, Context::Unstructured).unwrap()
    }

    fn phrase(text: &str) -> String {
        encode(text, 6, Charset::UTF_8, Context::Phrase).unwrap()
    }

    #[test]
    fn the_examples_of_rfc_2047_section_8() {
        for (encoded, shown) in [
            ("=?US-ASCII?Q?Keith_Moore?= <moore@cs.utk.edu>", "Keith Moore <moore@cs.utk.edu>"),
            ("=?ISO-8859-1?Q?Keld_J=F8rn_Simonsen?= <keld@dkuug.dk>", "Keld Jørn Simonsen <keld@dkuug.dk>"),
            ("=?ISO-8859-1?Q?Andr=E9?= Pirard <PIRARD@vm1.ulg.ac.be>", "André Pirard <PIRARD@vm1.ulg.ac.be>"),
            (
                "=?ISO-8859-1?B?SWYgeW91IGNhbiByZWFkIHRoaXMgeW8=?=\r\n =?ISO-8859-2?B?dSB1bmRlcnN0YW5kIHRoZSBleGFtcGxlLg==?=",
                "If you can read this you understand the example.",
            ),
            ("=?ISO-8859-1?Q?Olle_J=E4rnefors?= <ojarnef@admin.kth.se>", "Olle Järnefors <ojarnef@admin.kth.se>"),
            ("=?ISO-8859-1?Q?Patrik_F=E4ltstr=F6m?= <paf@nada.kth.se>", "Patrik Fältström <paf@nada.kth.se>"),
            (
                "Nathaniel Borenstein <nsb@thumper.bellcore.com>\r\n (=?iso-8859-8?b?7eXs+SDv4SDs6Oj08A==?=)",
                "Nathaniel Borenstein <nsb@thumper.bellcore.com> (םולש ןב ילטפנ)",
            ),
            ("(=?ISO-8859-1?Q?a?=)", "(a)"),
            ("(=?ISO-8859-1?Q?a?= b)", "(a b)"),
            ("(=?ISO-8859-1?Q?a?= =?ISO-8859-1?Q?b?=)", "(ab)"),
            ("(=?ISO-8859-1?Q?a?=  =?ISO-8859-1?Q?b?=)", "(ab)"),
            ("(=?ISO-8859-1?Q?a?=\r\n    =?ISO-8859-1?Q?b?=)", "(ab)"),
            ("(=?ISO-8859-1?Q?a_b?=)", "(a b)"),
            ("(=?ISO-8859-1?Q?a?= =?ISO-8859-2?Q?_b?=)", "(a b)"),
        ] {
            assert_eq!(decode(encoded.as_bytes()), shown);
        }
    }

    #[test]
    fn a_character_cut_in_two_is_whole_again() {
        assert_eq!(decode(b"=?utf-8?Q?caf=C3?= =?UTF-8?B?qQ?= x"), "café x");
        assert_eq!(decode(b"=?iso-2022-jp?B?GyRCRnxLXBsoQg==?= =?us-ascii*en?q?_ok?="), "日本 ok");
    }

    #[test]
    fn broken_words_stay_as_they_are() {
        for broken in [
            "=?utf-8?Q?a b?=",
            "=?utf-8?Q?=G1?=",
            "=?utf-8?B?!?=",
            "=?nope?Q?a?=",
            "=?utf-8?X?a?=",
            "=?utf-8?Q?a",
            "=?=?=?",
            "=?iso-2022-kr?Q?a?=",
        ] {
            assert_eq!(decode(broken.as_bytes()), broken);
        }
        assert_eq!(decode(b"=?=?utf-8?q?=C3=A9?="), "=?é");
        assert_eq!(decode(b"raw \xc3\xa9 \xff"), "raw é \u{fffd}");
    }

    #[test]
    fn ascii_stays_readable() {
        assert_eq!(unstructured("plain text, with (signs)"), "plain text, with (signs)");
        assert_eq!(unstructured("el café de hoy"), "el =?utf-8?Q?caf=C3=A9?= de hoy");
        assert_eq!(unstructured("el café está hoy"), "el =?utf-8?Q?caf=C3=A9_est=C3=A1?= hoy");
        assert_eq!(unstructured("é x é"), "=?utf-8?B?w6k=?= x =?utf-8?B?w6k=?=");
        assert_eq!(unstructured("日本語"), "=?utf-8?B?5pel5pys6Kqe?=");
        assert_eq!(unstructured("not =?utf-8?Q?decoded?="), "not =?utf-8?Q?=3D=3Futf-8=3FQ=3Fdecoded=3F=3D?=");
        assert_eq!(phrase("Jørn Si,monsen x"), "=?utf-8?Q?J=C3=B8rn_Si=2Cmonsen?= x");
        assert_eq!(unstructured(""), "");
    }

    #[test]
    fn a_long_text_folds() {
        let folded = unstructured(&"palabra ".repeat(30));
        assert!(folded.split("\r\n").all(|line| line.len() <= 76));
        assert_eq!(unstructured(&"añ".repeat(60)).split("\r\n").count(), 6);
        assert!(encode("é", 70, Charset::UTF_8, Context::Unstructured).unwrap().starts_with("\r\n =?"));
    }

    #[test]
    fn a_character_that_the_charset_lacks_is_named() {
        let latin = Charset::parse("iso-8859-15").unwrap();
        assert_eq!(encode("año €", 9, latin, Context::Unstructured).unwrap(), "=?iso-8859-15?Q?a=F1o_=A4?=");
        assert_eq!(encode("año 漢", 9, latin, Context::Unstructured).unwrap_err().character, '漢');
    }

    fn check(text: &str, charset: Charset, column: usize, context: Context) {
        let Ok(encoded) = encode(text, column, charset, context) else { return };
        assert_eq!(decode(encoded.as_bytes()), text, "{encoded:?}");
        let words = encoded.split([' ', '\t', '\r', '\n']).filter(|word| looks_encoded(word));
        assert!(words.clone().all(|word| word.len() <= MAX_WORD && word.ends_with("?=")), "{encoded:?}");
        for (at, line) in encoded.split("\r\n").enumerate() {
            let length = line.len() + if at == 0 { column } else { 0 };
            assert!(length <= 998 && (length <= MAX_LINE || !looks_encoded(line)), "{encoded:?}");
            assert!(line.chars().all(|c| c == '\t' || c == ' ' || c.is_ascii_graphic()), "{encoded:?}");
            assert!(at == 0 || (line.starts_with(is_blank) && !line.trim().is_empty()), "{encoded:?}");
        }
    }

    proptest! {
        #[test]
        fn decoding_gives_the_text_back(text in any::<String>(), phrase: bool, column in 0_usize..30) {
            check(&text, Charset::UTF_8, column, if phrase { Context::Phrase } else { Context::Unstructured });
        }

        #[test]
        fn also_words_and_blanks(text in "([a-z=?_,.]{0,90}|[ \t]{1,14}|é|=\\?utf-8\\?q\\?|日本){0,40}", phrase: bool, column in 0_usize..30) {
            for charset in ["utf-8", "iso-2022-jp", "iso-8859-1", "gb18030"] {
                let context = if phrase { Context::Phrase } else { Context::Unstructured };
                check(&text, Charset::parse(charset).unwrap(), column, context);
            }
        }

        #[test]
        fn decoding_takes_anything(octets: Vec<u8>, text in "[=?utf8QBbq_A \r\n-]{0,80}") {
            decode(&octets);
            decode(text.as_bytes());
        }
    }
}
