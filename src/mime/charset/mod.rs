//! Charsets of text parts (RFC 2045 §5.1, RFC 2046 §4.1.2): names as in the IANA registry, tables by `encoding_rs`.

mod decoder;
mod label;

use std::borrow::Cow;

use encoding_rs::{CoderResult, Encoder, EncoderResult, Encoding};

pub use self::decoder::Decoder;
pub use self::label::Readable;
pub(super) use self::label::unlabelled;
use super::transform::Transform;

/// A charset in which a text part can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Charset {
    encoding: &'static Encoding,
    /// `encoding_rs` takes US-ASCII and ISO-8859-1 for windows-1252; what is sent must be what its name says.
    narrow: Option<Narrow>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Narrow {
    Ascii,
    Latin1,
}

/// A character that the charset does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{charset} has no character U+{:04X}", u32::from(*character))]
pub struct Unmappable {
    /// The first such character.
    pub character: char,
    /// The name of the charset.
    pub charset: &'static str,
}

/// Why a text could not be transcoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TranscodeError {
    /// The charset lacks a character.
    #[error("{unmappable} (at octet {offset} of the text)")]
    Unmappable {
        /// The character and the charset.
        unmappable: Unmappable,
        /// Its place: octets of UTF-8 before it.
        offset: u64,
    },
    /// The text is not UTF-8.
    #[error("the text is not UTF-8 (at octet {offset})")]
    InvalidUtf8 {
        /// Octets before the first that does not belong to UTF-8.
        offset: u64,
    },
}

impl Charset {
    /// Unicode in 8-bit units (RFC 3629).
    pub const UTF_8: Self = Self { encoding: encoding_rs::UTF_8, narrow: None };
    /// ASCII (RFC 2046 §4.1.2).
    pub const US_ASCII: Self = Self { encoding: encoding_rs::WINDOWS_1252, narrow: Some(Narrow::Ascii) };
    /// Latin-1, without what windows-1252 adds.
    pub const ISO_8859_1: Self = Self { encoding: encoding_rs::WINDOWS_1252, narrow: Some(Narrow::Latin1) };

    /// The charset of that name or alias. `None` if unknown, and for those in which a text part cannot be written
    /// (UTF-16, RFC 2781 §4). A superset may stand for a name: windows-1254 for ISO-8859-9, GBK for GB2312.
    pub fn parse(label: &str) -> Option<Self> {
        let label = label.trim_ascii();
        let is = |names: &[&str]| names.iter().any(|name| name.eq_ignore_ascii_case(label));
        if is(&["us-ascii", "ascii", "ansi_x3.4-1968", "iso646-us", "cp367"]) {
            return Some(Self::US_ASCII);
        }
        if is(&["iso-8859-1", "iso_8859-1", "iso8859-1", "latin1", "latin-1", "l1", "cp819"]) {
            return Some(Self::ISO_8859_1);
        }
        let encoding = Encoding::for_label_no_replacement(label.as_bytes())?;
        let writable = encoding.output_encoding() == encoding && encoding != encoding_rs::X_USER_DEFINED;
        writable.then_some(Self { encoding, narrow: None })
    }

    /// The preferred MIME name of the IANA registry.
    pub fn name(self) -> &'static str {
        match self.narrow {
            Some(Narrow::Ascii) => "us-ascii",
            Some(Narrow::Latin1) => "iso-8859-1",
            None if self == Self::UTF_8 => "utf-8",
            None => self.encoding.name(),
        }
    }

    /// The text in this charset, or the first character that it lacks.
    pub fn encode(self, text: &str) -> Result<Cow<'_, [u8]>, Unmappable> {
        if self == Self::UTF_8 || (self.narrow.is_some() && text.is_ascii()) {
            return Ok(Cow::Borrowed(text.as_bytes()));
        }
        let mut encoded = Vec::with_capacity(text.len());
        let mut writer = Writer::new(self);
        writer.push(text, &mut encoded).map_err(|(unmappable, _)| unmappable)?;
        writer.finish(&mut encoded);
        Ok(Cow::Owned(encoded))
    }

    /// The text that the octets mean; U+FFFD stands for what means nothing.
    pub fn decode(self, octets: &[u8]) -> Cow<'_, str> {
        self.encoding.decode_without_bom_handling(octets).0
    }
}

/// Turns UTF-8 into another charset; it stops at the first thing that cannot be transcoded.
pub struct Transcoder {
    utf8: Utf8,
    writer: Writer,
    offset: u64,
    error: Option<TranscodeError>,
}

impl Transcoder {
    /// A transcoder into that charset.
    pub fn new(charset: Charset) -> Self {
        Self { utf8: Utf8::default(), writer: Writer::new(charset), offset: 0, error: None }
    }

    /// What stopped it. To be asked after `finish`: what came before the error has been written, nothing behind it.
    pub fn error(&self) -> Option<TranscodeError> {
        self.error
    }
}

impl Transform for Transcoder {
    fn push(&mut self, input: &[u8], output: &mut Vec<u8>) {
        let Self { utf8, writer, offset, error } = self;
        if error.is_some() {
            return;
        }
        utf8.push(input, |text| {
            if error.is_none()
                && let Err((unmappable, before)) = writer.push(text, output)
            {
                *error = Some(TranscodeError::Unmappable { unmappable, offset: *offset + before as u64 });
            }
            *offset += text.len() as u64;
        });
        *error = error.or_else(|| utf8.error());
    }

    fn finish(&mut self, output: &mut Vec<u8>) {
        if self.error.is_none() {
            self.error = self.utf8.finish().err();
            self.writer.finish(output);
        }
    }
}

/// Cuts octets into pieces of valid UTF-8, whatever the cuts of the input (RFC 3629 §4).
#[derive(Clone, Debug, Default)]
pub(super) struct Utf8 {
    /// The beginning of a character whose other octets have not come yet.
    begun: [u8; 4],
    held: usize,
    /// Octets of whole characters.
    valid: u64,
    invalid: bool,
}

impl Utf8 {
    /// Calls `text` with each valid piece; nothing follows the first octet that is not UTF-8.
    pub(super) fn push(&mut self, input: &[u8], mut text: impl FnMut(&str)) {
        let mut rest = input;
        while self.held > 0
            && !self.invalid
            && let Some((&octet, behind)) = rest.split_first()
        {
            rest = behind;
            self.complete(octet, &mut text);
        }
        if self.invalid {
            return;
        }
        let good = match std::str::from_utf8(rest) {
            Ok(all) => all,
            Err(error) => {
                let (valid, behind) = rest.split_at_checked(error.valid_up_to()).unwrap_or((rest, b""));
                self.invalid = error.error_len().is_some();
                self.held = if self.invalid { 0 } else { behind.len() };
                self.begun.iter_mut().zip(behind).for_each(|(to, from)| *to = *from);
                std::str::from_utf8(valid).unwrap_or("")
            }
        };
        self.valid += good.len() as u64;
        if !good.is_empty() {
            text(good);
        }
    }

    /// Octets before the first that is no UTF-8, as far as it has come.
    pub(super) fn first_invalid(&self) -> Option<u64> {
        self.invalid.then_some(self.valid)
    }

    /// What made the input no UTF-8 so far.
    fn error(&self) -> Option<TranscodeError> {
        self.invalid.then_some(TranscodeError::InvalidUtf8 { offset: self.valid })
    }

    /// An error if the input was not UTF-8 or ends within a character.
    pub(super) fn finish(&mut self) -> Result<(), TranscodeError> {
        self.invalid |= self.held > 0;
        self.error().map_or(Ok(()), Err)
    }

    fn complete(&mut self, octet: u8, text: &mut impl FnMut(&str)) {
        if let Some(place) = self.begun.get_mut(self.held) {
            *place = octet;
        }
        self.held += 1;
        match std::str::from_utf8(self.begun.get(..self.held).unwrap_or(b"\xff")) {
            Ok(character) => {
                self.valid += character.len() as u64;
                self.held = 0;
                text(character);
            }
            Err(error) => self.invalid = error.error_len().is_some(),
        }
    }
}

/// Writes text in a charset, piece after piece.
struct Writer {
    charset: Charset,
    encoder: Encoder,
}

impl Writer {
    fn new(charset: Charset) -> Self {
        Self { charset, encoder: charset.encoding.new_encoder() }
    }

    /// On failure the octets of the text before the character are told too.
    fn push(&mut self, text: &str, output: &mut Vec<u8>) -> Result<(), (Unmappable, usize)> {
        let charset = self.charset.name();
        match self.charset.narrow {
            Some(narrow) => push_narrow(narrow, text, output),
            None => self.push_wide(text, output),
        }
        .map_err(|(character, before)| (Unmappable { character, charset }, before))
    }

    fn push_wide(&mut self, text: &str, output: &mut Vec<u8>) -> Result<(), (char, usize)> {
        let mut rest = text;
        loop {
            output.reserve(
                self.encoder.max_buffer_length_from_utf8_without_replacement(rest.len()).unwrap_or(64).max(64),
            );
            let (result, read) = self.encoder.encode_from_utf8_to_vec_without_replacement(rest, output, false);
            let before = text.len() - rest.len() + read;
            rest = rest.get(read..).unwrap_or("");
            match result {
                EncoderResult::InputEmpty => return Ok(()),
                EncoderResult::OutputFull => {}
                EncoderResult::Unmappable(character) => return Err((character, before - character.len_utf8())),
            }
        }
    }

    /// Goes back to ASCII in charsets with shifts (ISO-2022-JP, RFC 1468).
    fn finish(&mut self, output: &mut Vec<u8>) {
        if self.charset.narrow.is_none() {
            output.reserve(64);
            let (result, ..) = self.encoder.encode_from_utf8_to_vec("", output, true);
            debug_assert_eq!(result, CoderResult::InputEmpty, "64 octets hold any shift");
        }
    }
}

fn push_narrow(narrow: Narrow, text: &str, output: &mut Vec<u8>) -> Result<(), (char, usize)> {
    let last = if narrow == Narrow::Ascii { 0x7f } else { 0xff };
    for (before, character) in text.char_indices() {
        match u8::try_from(character) {
            Ok(octet) if octet <= last => output.push(octet),
            _ => return Err((character, before)),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn transcode(charset: &str, pieces: &[&[u8]]) -> (Vec<u8>, Option<TranscodeError>) {
        let (mut transcoder, mut output) = (Transcoder::new(Charset::parse(charset).unwrap()), Vec::new());
        pieces.iter().for_each(|piece| transcoder.push(piece, &mut output));
        transcoder.finish(&mut output);
        (output, transcoder.error())
    }

    #[test]
    fn names_are_what_is_written() {
        for (label, name) in [
            (" UTF8 ", "utf-8"),
            ("latin1", "iso-8859-1"),
            ("ASCII", "us-ascii"),
            ("cp1252", "windows-1252"),
            ("iso-8859-15", "ISO-8859-15"),
            ("gb2312", "GBK"),
            ("iso-2022-jp", "ISO-2022-JP"),
        ] {
            assert_eq!(Charset::parse(label).unwrap().name(), name);
        }
        for label in ["utf-16", "utf-16be", "iso-2022-kr", "x-user-defined", "klingon", ""] {
            assert_eq!(Charset::parse(label), None, "{label}");
        }
    }

    #[test]
    fn text_is_encoded_or_the_character_named() {
        let encode = |label: &str, text: &'static str| Charset::parse(label).unwrap().encode(text);
        assert_eq!(encode("latin1", "caf\u{e9}").unwrap().as_ref(), b"caf\xe9");
        assert_eq!(encode("windows-1252", "\u{20ac}").unwrap().as_ref(), b"\x80");
        assert_eq!(encode("latin1", "\u{20ac}").unwrap_err().character, '\u{20ac}');
        assert_eq!(encode("ascii", "caf\u{e9}").unwrap_err().to_string(), "us-ascii has no character U+00E9");
        assert!(matches!(encode("ascii", "cafe"), Ok(Cow::Borrowed(b"cafe"))));
        assert!(matches!(encode("utf-8", "\u{6f22}"), Ok(Cow::Borrowed(_))));
        assert_eq!(Charset::ISO_8859_1.decode(b"caf\xe9"), "caf\u{e9}");
        assert_eq!(Charset::UTF_8.decode(b"\xffa"), "\u{fffd}a");
    }

    /// RFC 1468: JIS X 0208 between escape sequences, ASCII at the end.
    #[test]
    fn shifts_are_taken_back() {
        let encoded = b"\x1b$B4A;z\x1b(B";
        assert_eq!(Charset::parse("iso-2022-jp").unwrap().encode("\u{6f22}\u{5b57}").unwrap().as_ref(), encoded);
        let text = "\u{6f22}\u{5b57}".as_bytes();
        for at in 0..=text.len() {
            assert_eq!(transcode("iso-2022-jp", &[&text[..at], &text[at..]]), (encoded.to_vec(), None));
        }
    }

    #[test]
    fn errors_tell_their_place() {
        let (text, latin1) = ("a\u{e9}\u{20ac}b".as_bytes(), "latin1");
        for at in 0..=text.len() {
            let (output, error) = transcode(latin1, &[&text[..at], &text[at..]]);
            assert_eq!(output, b"a\xe9");
            assert!(matches!(error, Some(TranscodeError::Unmappable { offset: 3, .. })), "{error:?}");
            let wide = transcode("koi8-r", &[&text[..at], &text[at..]]).1;
            assert!(matches!(wide, Some(TranscodeError::Unmappable { offset: 1, .. })), "{wide:?}");
            for (bad, offset) in [(&b"ab\xc3x"[..], 2), (b"abc\xe2\x82", 3), (b"\xffabc", 0)] {
                let at = at.min(bad.len());
                let (_, error) = transcode(latin1, &[&bad[..at], &bad[at..]]);
                assert_eq!(error, Some(TranscodeError::InvalidUtf8 { offset }));
            }
        }
    }

    proptest! {
        #[test]
        fn transcoded_text_is_read_back(text in "[a-z\u{e0}-\u{ff} \r\n]{0,40}", cut in 0usize..80) {
            for label in ["utf-8", "iso-8859-1", "windows-1252", "gb18030"] {
                let charset = Charset::parse(label).unwrap();
                let octets = text.as_bytes();
                let (head, tail) = octets.split_at(cut.min(octets.len()));
                let (output, error) = transcode(label, &[head, tail]);
                prop_assert_eq!(error, None);
                prop_assert_eq!(&output, &charset.encode(&text).unwrap().into_owned());
                prop_assert_eq!(charset.decode(&output), text.as_str());
            }
        }
    }
}
