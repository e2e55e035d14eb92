//! Octets of a text part become UTF-8, piece after piece, with what is wrong in them.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{DecoderResult, Encoding, ISO_2022_JP, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::Readable;
use crate::base::utf7;
use crate::mime::flaw::Flaw;
use crate::mime::flaw::Severity::{Error, Info, Warning};
use crate::mime::notes::{Kind, Notes, shown};
use crate::mime::transform::{Decode, Transform};

const UNKNOWN: Kind = (Warning, "charset-unknown", "RFC 2046 §4.1.2");
const GUESSED: Kind = (Warning, "charset-guessed", "RFC 2046 §4.1.2");
const NOT_ASCII: Kind = (Warning, "us-ascii-8bit", "RFC 2046 §4.1.2");
const NOT_LATIN1: Kind = (Info, "iso-8859-1-read-as-windows-1252", "RFC 2046 §4.1.2");
const NO_BOM: Kind = (Info, "utf-16-without-byte-order", "RFC 2781 §4.3");
const MALFORMED: Kind = (Error, "charset-malformed", "RFC 2046 §4.1.2");

/// So many octets, from the first that is not ASCII, are looked at before a charset is guessed.
const SAMPLE: usize = 8192;

/// Begins the shifts of ISO-2022-JP (RFC 1468), which are ASCII.
const ESC: u8 = 0x1b;

/// Labels by which a sender says that it knows no charset (RFC 1428 §3 and custom).
const NO_LABEL: [&str; 5] = ["unknown-8bit", "x-unknown", "unknown", "default", "default_charset"];

/// A streaming decoder: octets in a charset become UTF-8. What means nothing becomes U+FFFD. A byte order mark at the
/// beginning of UTF-8 or UTF-16 is dropped.
pub struct Decoder {
    machine: Machine,
    charset: &'static str,
    notes: Notes,
    /// Octets taken in.
    taken: u64,
    malformed: u64,
    first_malformed: u64,
    /// Of ISO-8859-1: where the first octet was that is a control there and a character in windows-1252.
    beyond_latin1: Option<u64>,
    watch_latin1: bool,
    over: bool,
}

enum Machine {
    /// ASCII so far; what is not is held until it can be guessed.
    Guess {
        held: Vec<u8>,
        ascii_promised: bool,
        at: u64,
    },
    /// UTF-16 until its first two octets say the order.
    ByteOrder(Vec<u8>),
    Table(encoding_rs::Decoder),
    Utf7(utf7::Decoder),
}

impl Decoder {
    /// A decoder for the charset of that label; without a label, or with one that is unknown, octets beyond ASCII are
    /// guessed. What is no US-ASCII under that label is guessed too.
    pub fn new(label: Option<&str>) -> Decoder {
        let mut notes = Notes::default();
        let label = label.map(str::trim).filter(|label| !NO_LABEL.iter().any(|no| no.eq_ignore_ascii_case(label)));
        let readable = label.and_then(|label| Readable::for_label(label.as_bytes()));
        let guess = |ascii_promised| Machine::Guess { held: Vec::new(), ascii_promised, at: 0 };
        let machine = match readable {
            None => guess(false),
            Some(Readable::UsAscii) => guess(true),
            Some(Readable::Latin1) => Machine::Table(WINDOWS_1252.new_decoder_without_bom_handling()),
            Some(Readable::Utf16) => Machine::ByteOrder(Vec::new()),
            Some(Readable::Utf7) => Machine::Utf7(utf7::Decoder::new(utf7::Variant::Text)),
            Some(Readable::Table(encoding)) => Machine::Table(encoding.new_decoder_with_bom_removal()),
        };
        if let (Some(label), None) = (label, readable) {
            notes.note(UNKNOWN, 0, format!("the charset {:?} is not known", shown(label.as_bytes())));
        }
        Decoder {
            machine,
            charset: readable.map_or("us-ascii", Readable::name),
            notes,
            taken: 0,
            malformed: 0,
            first_malformed: 0,
            beyond_latin1: None,
            watch_latin1: readable == Some(Readable::Latin1),
            over: false,
        }
    }

    /// The charset that is read, or was guessed: `us-ascii` as long as nothing else was there.
    pub fn charset(&self) -> &'static str {
        self.charset
    }

    fn decode(&mut self, input: &[u8], last: bool, output: &mut Vec<u8>) {
        let mut rest = input;
        while matches!(self.machine, Machine::Guess { .. }) {
            rest = self.guess(rest, last, output);
            if rest.is_empty() {
                return;
            }
        }
        match &mut self.machine {
            Machine::Guess { .. } => {}
            Machine::ByteOrder(_) => self.byte_order(rest, last, output),
            Machine::Table(_) => self.table(rest, last, output),
            Machine::Utf7(decoder) => {
                let mut text = String::with_capacity(rest.len());
                decoder.push(rest, &mut text);
                if last {
                    decoder.finish(&mut text);
                }
                (self.malformed, self.first_malformed) = decoder.malformed().unwrap_or_default();
                output.extend_from_slice(text.as_bytes());
            }
        }
    }

    /// Passes ASCII on; from the first octet that is not, holds [`SAMPLE`] octets and guesses by them. Gives back what
    /// it has not taken.
    fn guess<'a>(&mut self, input: &'a [u8], last: bool, output: &mut Vec<u8>) -> &'a [u8] {
        let Machine::Guess { held, ascii_promised, at } = &mut self.machine else { return input };
        let mut rest = input;
        if held.is_empty() {
            let plain = input.iter().position(|&octet| !octet.is_ascii() || octet == ESC).unwrap_or(input.len());
            let (ascii, beyond) = input.split_at_checked(plain).unwrap_or((input, b""));
            output.extend_from_slice(ascii);
            self.taken += ascii.len() as u64;
            *at = self.taken;
            rest = beyond;
        }
        let (sample, rest) = rest.split_at_checked(SAMPLE - held.len()).unwrap_or((rest, b""));
        held.extend_from_slice(sample);
        if held.is_empty() || (held.len() < SAMPLE && !last) {
            return b"";
        }
        let (held, ascii_promised, at) = (std::mem::take(held), *ascii_promised, *at);
        let over = last && rest.is_empty();
        let encoding = guess(&held, over);
        if held.is_ascii() && encoding != ISO_2022_JP {
            output.extend_from_slice(&held);
            self.taken += held.len() as u64;
            return rest;
        }
        self.charset = Readable::Table(encoding).name();
        let read = format!("read as {}, which is a guess", self.charset);
        let place = usize::try_from(at).unwrap_or(usize::MAX);
        match ascii_promised {
            true => self.notes.note(NOT_ASCII, place, format!("the text is no us-ascii; {read}")),
            false => self.notes.note(GUESSED, place, format!("nothing tells the charset of the text; {read}")),
        }
        self.machine = Machine::Table(encoding.new_decoder_with_bom_removal());
        self.table(&held, over, output);
        rest
    }

    fn byte_order(&mut self, input: &[u8], last: bool, output: &mut Vec<u8>) {
        let Machine::ByteOrder(held) = &mut self.machine else { return };
        held.extend_from_slice(input);
        if held.len() < 2 && !last {
            return;
        }
        let held = std::mem::take(held);
        let little = held.starts_with(b"\xff\xfe");
        if !little && !held.starts_with(b"\xfe\xff") && !held.is_empty() {
            self.notes.note(NO_BOM, 0, "no byte order mark; the high octet is taken to come first");
        }
        let encoding = if little { UTF_16LE } else { UTF_16BE };
        self.machine = Machine::Table(encoding.new_decoder_with_bom_removal());
        self.table(&held, last, output);
    }

    fn table(&mut self, input: &[u8], last: bool, output: &mut Vec<u8>) {
        let Machine::Table(decoder) = &mut self.machine else { return };
        if self.watch_latin1 && self.beyond_latin1.is_none() {
            let at = input.iter().position(|octet| matches!(octet, 0x80..=0x9f));
            self.beyond_latin1 = at.map(|at| self.taken + at as u64);
        }
        let mut scratch = [0; 2048];
        let mut rest = input;
        loop {
            let (result, read, written) = decoder.decode_to_utf8_without_replacement(rest, &mut scratch, last);
            output.extend_from_slice(scratch.get(..written).unwrap_or_default());
            self.taken += read as u64;
            rest = rest.get(read..).unwrap_or_default();
            match result {
                DecoderResult::InputEmpty => return,
                DecoderResult::OutputFull => {}
                DecoderResult::Malformed(length, behind) => {
                    if self.malformed == 0 {
                        self.first_malformed = self.taken.saturating_sub(u64::from(length) + u64::from(behind));
                    }
                    self.malformed += 1;
                    output.extend_from_slice("\u{fffd}".as_bytes());
                }
            }
        }
    }
}

impl Transform for Decoder {
    fn push(&mut self, input: &[u8], output: &mut Vec<u8>) {
        self.decode(input, false, output);
    }

    fn finish(&mut self, output: &mut Vec<u8>) {
        self.decode(b"", true, output);
        self.over = true;
    }
}

impl Decode for Decoder {
    /// What is counted is told at the end.
    fn findings(&mut self) -> Vec<Flaw> {
        let place = |at: u64| usize::try_from(at).unwrap_or(usize::MAX);
        if self.over && self.malformed > 0 {
            let message = format!("{} sequences mean nothing in {}, here the first", self.malformed, self.charset);
            self.notes.note(MALFORMED, place(self.first_malformed), message);
            self.malformed = 0;
        }
        if let Some(at) = self.beyond_latin1.take_if(|_| self.over) {
            let message = "octets from 80 to 9F (hexadecimal) are controls in iso-8859-1; read as windows-1252";
            self.notes.note(NOT_LATIN1, place(at), message);
        }
        std::mem::take(&mut self.notes).finish()
    }
}

/// The charset of a sample that begins with the first octet beyond ASCII.
fn guess(sample: &[u8], whole: bool) -> &'static Encoding {
    if std::str::from_utf8(sample).map_or_else(|error| error.error_len().is_none() && !whole, |_| true)
        && !sample.contains(&ESC)
    {
        return encoding_rs::UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(sample, whole);
    detector.guess(None, Utf8Detection::Allow)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(label: Option<&str>, pieces: &[&[u8]]) -> (String, &'static str, Vec<(&'static str, u64)>) {
        let (mut decoder, mut output) = (Decoder::new(label), Vec::new());
        pieces.iter().for_each(|piece| decoder.push(piece, &mut output));
        decoder.finish(&mut output);
        let flaws = decoder.findings().iter().map(|flaw| (flaw.code, flaw.offset)).collect();
        (String::from_utf8(output).unwrap(), decoder.charset(), flaws)
    }

    #[test]
    fn known_answers() {
        for (label, octets, text, charset, flaws) in [
            (Some("utf-8"), &b"\xef\xbb\xbfa\xc3\xa9"[..], "aé", "utf-8", vec![]),
            (Some("utf-8"), b"a\xff\xc3b\xc3", "a\u{fffd}\u{fffd}b\u{fffd}", "utf-8", vec![("charset-malformed", 1)]),
            (Some("US-ASCII"), b"plain", "plain", "us-ascii", vec![]),
            (Some("us-ascii"), b"a \xc3\xa9", "a é", "utf-8", vec![("us-ascii-8bit", 2)]),
            (None, b"plain", "plain", "us-ascii", vec![]),
            (None, b"d\xe9j\xe0 vu, \xe0 No\xebl", "déjà vu, à Noël", "windows-1252", vec![("charset-guessed", 1)]),
            (Some("unknown-8bit"), b"\xc3\xb1", "ñ", "utf-8", vec![("charset-guessed", 0)]),
            (Some("klingon"), b"a", "a", "us-ascii", vec![("charset-unknown", 0)]),
            (Some("iso-8859-1"), b"\xe9", "é", "iso-8859-1", vec![]),
            (Some("latin1"), b"a\x80", "a€", "iso-8859-1", vec![("iso-8859-1-read-as-windows-1252", 1)]),
            (Some("utf-16"), b"\xff\xfea\0", "a", "utf-16", vec![]),
            (
                Some("utf-16"),
                b"\0a\0",
                "a\u{fffd}",
                "utf-16",
                vec![("utf-16-without-byte-order", 0), ("charset-malformed", 2)],
            ),
            (Some("utf-7"), b"+ZeVnLIqe- +!", "日本語 \u{fffd}!", "utf-7", vec![("charset-malformed", 11)]),
            (Some("iso-2022-jp"), b"\x1b$B4A;z\x1b(B", "漢字", "ISO-2022-JP", vec![]),
            (None, b"a \x1b$B4A;z4A;z\x1b(B", "a 漢字漢字", "ISO-2022-JP", vec![("charset-guessed", 2)]),
            (None, b"\x1b[1mbold", "\u{1b}[1mbold", "us-ascii", vec![]),
            (Some("koi8-r"), b"\xf0\xd2\xc9\xd7\xc5\xd4", "Привет", "KOI8-R", vec![]),
        ] {
            for cut in 0..=octets.len() {
                let (head, tail) = octets.split_at(cut);
                let wanted = (text.to_owned(), charset, flaws.clone());
                assert_eq!(read(label, &[head, tail]), wanted, "{label:?} at {cut}");
            }
        }
    }

    #[test]
    fn a_long_text_without_a_label() {
        let text = "El veloz murciélago hindú comía feliz cardillo y kiwi. ".repeat(2000);
        let (decoded, charset, flaws) = read(None, &[text.as_bytes()]);
        assert!(decoded == text && charset == "utf-8" && flaws == [("charset-guessed", 14)]);
        let (latin, _, _) = WINDOWS_1252.encode(&text);
        let (decoded, charset, _) = read(None, &latin.chunks(1000).collect::<Vec<_>>());
        assert!(decoded == text && charset == "windows-1252");
    }

    proptest! {
        #[test]
        fn the_cuts_do_not_matter(octets: Vec<u8>, cut in 0_usize..100, other in 0_usize..100) {
            for label in [None, Some("utf-8"), Some("us-ascii"), Some("utf-16"), Some("utf-7"), Some("gb18030"),
                          Some("iso-2022-jp"), Some("shift_jis"), Some("x")] {
                let whole = read(label, &[&octets]);
                let (head, tail) = octets.split_at(cut.min(octets.len()));
                let (middle, tail) = tail.split_at(other.min(tail.len()));
                prop_assert_eq!(read(label, &[head, middle, tail]), whole);
            }
        }

        #[test]
        fn utf8_comes_through(text in any::<String>()) {
            let (decoded, ..) = read(Some("utf-8"), &[text.as_bytes()]);
            prop_assert_eq!(decoded.as_str(), text.strip_prefix('\u{feff}').unwrap_or(&text));
        }
    }
}
