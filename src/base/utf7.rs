//! UTF-7 (RFC 2152) and the form of it in which IMAP writes the names of mailboxes (RFC 3501 §5.1.3), both ways.
//!
//! Both write UTF-16 in base64 between a shift character and `-`. They differ in that character, in one digit, and in
//! what may stand outside.

use std::ops::Range;

/// Which of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variant {
    /// `+` shifts, `/` is a digit; text of mail (RFC 2152).
    Text,
    /// `&` shifts, `,` is a digit, every shift is taken back, and printable ASCII is never shifted; names of
    /// mailboxes (RFC 3501 §5.1.3).
    Mailbox,
}

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

impl Variant {
    fn shift(self) -> u8 {
        if self == Self::Text { b'+' } else { b'&' }
    }

    fn value(self, octet: u8) -> Option<u32> {
        let octet = match (self, octet) {
            (Self::Mailbox, b',') => b'/',
            (Self::Mailbox, b'/') => return None,
            (_, octet) => octet,
        };
        DIGITS.iter().position(|&digit| digit == octet).and_then(|value| u32::try_from(value).ok())
    }

    fn digit(self, value: u32) -> char {
        let digit = DIGITS.get(value as usize & 63).copied().unwrap_or(b'A');
        char::from(if self == Self::Mailbox && digit == b'/' { b',' } else { digit })
    }

    /// What a reader takes outside shifts. Control characters but those of lines are no text, yet are passed on.
    fn reads_direct(self, octet: u8) -> bool {
        match self {
            Self::Text => octet.is_ascii(),
            Self::Mailbox => matches!(octet, b' '..=b'~'),
        }
    }

    /// What a writer leaves as it is: for text the set D of RFC 2152 and blanks, which every transport keeps.
    fn writes_direct(self, c: char) -> bool {
        match self {
            Self::Text => c.is_ascii_alphanumeric() || "'(),-./:? \t\r\n".contains(c),
            Self::Mailbox => matches!(c, ' '..='~') && c != '&',
        }
    }
}

/// Reads UTF-7, however it is cut. U+FFFD stands for each thing that means nothing.
#[derive(Clone, Debug)]
pub struct Decoder {
    variant: Variant,
    shifted: Option<Shifted>,
    /// Octets taken so far.
    taken: u64,
    malformed: u64,
    first: u64,
}

/// What is known within a shift.
#[derive(Clone, Debug)]
struct Shifted {
    start: u64,
    bits: u32,
    count: u32,
    empty: bool,
    /// The first half of a surrogate pair.
    high: Option<u16>,
}

impl Decoder {
    /// A decoder at the beginning of a text.
    pub fn new(variant: Variant) -> Self {
        Self { variant, shifted: None, taken: 0, malformed: 0, first: 0 }
    }

    /// Appends to `output` the text of the next octets.
    pub fn push(&mut self, input: &[u8], output: &mut String) {
        for &octet in input {
            self.octet(octet, output);
            self.taken += 1;
        }
    }

    /// The text is over.
    pub fn finish(&mut self, output: &mut String) {
        if let Some(shifted) = self.shifted.take() {
            let open = self.variant == Variant::Mailbox || shifted.empty;
            self.leave(&shifted, open, output);
        }
    }

    /// How many things meant nothing, and the place of the first in octets; `None` if all was well.
    pub fn malformed(&self) -> Option<(u64, u64)> {
        (self.malformed > 0).then_some((self.malformed, self.first))
    }

    fn octet(&mut self, octet: u8, output: &mut String) {
        if let Some(mut shifted) = self.shifted.take() {
            if let Some(value) = self.variant.value(octet) {
                self.digit(&mut shifted, value, output);
                self.shifted = Some(shifted);
                return;
            }
            if octet == b'-' && shifted.empty {
                return output.push(char::from(self.variant.shift()));
            }
            // A shift of text may end without its `-` (RFC 2152 rule 2), but not before it began.
            let unended = octet != b'-' && (self.variant == Variant::Mailbox || shifted.empty);
            self.leave(&shifted, unended, output);
            if octet == b'-' {
                return;
            }
        }
        if octet == self.variant.shift() {
            self.shifted = Some(Shifted { start: self.taken, bits: 0, count: 0, empty: true, high: None });
        } else if self.variant.reads_direct(octet) {
            output.push(char::from(octet));
        } else {
            self.wrong(self.taken, output);
        }
    }

    fn digit(&mut self, shifted: &mut Shifted, value: u32, output: &mut String) {
        shifted.empty = false;
        shifted.bits = (shifted.bits << 6 | value) & 0x3f_ffff;
        shifted.count += 6;
        if shifted.count < 16 {
            return;
        }
        shifted.count -= 16;
        let unit = u16::try_from(shifted.bits >> shifted.count & 0xffff).unwrap_or(0);
        let pair = shifted.high.take().map(|high| (high, char::decode_utf16([high, unit]).next()));
        match pair {
            Some((_, Some(Ok(c)))) if is_low(unit) => output.push(c),
            Some(_) => {
                self.wrong(shifted.start, output);
                self.unit(shifted, unit, output);
            }
            None => self.unit(shifted, unit, output),
        }
    }

    fn unit(&mut self, shifted: &mut Shifted, unit: u16, output: &mut String) {
        match char::from_u32(u32::from(unit)) {
            Some(c) => output.push(c),
            None if is_low(unit) => self.wrong(shifted.start, output),
            None => shifted.high = Some(unit),
        }
    }

    /// Ends a shift: half a pair or bits that are left over mean nothing.
    fn leave(&mut self, shifted: &Shifted, unended: bool, output: &mut String) {
        let left = shifted.bits & ((1 << shifted.count) - 1);
        if unended || shifted.high.is_some() || shifted.count >= 6 || left != 0 {
            self.wrong(shifted.start, output);
        }
    }

    fn wrong(&mut self, at: u64, output: &mut String) {
        if self.malformed == 0 {
            self.first = at;
        }
        self.malformed += 1;
        output.push(char::REPLACEMENT_CHARACTER);
    }
}

fn is_low(unit: u16) -> bool {
    LOW.contains(&unit)
}

/// The second halves of surrogate pairs.
const LOW: Range<u16> = 0xdc00..0xe000;

/// The text of all these octets, and whether some of them meant nothing.
pub fn decode(octets: &[u8], variant: Variant) -> (String, bool) {
    let (mut decoder, mut text) = (Decoder::new(variant), String::with_capacity(octets.len()));
    decoder.push(octets, &mut text);
    decoder.finish(&mut text);
    (text, decoder.malformed().is_some())
}

/// The text in UTF-7; every shift is taken back by `-`.
pub fn encode(text: &str, variant: Variant) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let direct = variant.writes_direct(first);
        let end = rest.find(|c| variant.writes_direct(c) != direct).unwrap_or(rest.len());
        let Some((head, tail)) = rest.split_at_checked(end) else { break };
        match direct {
            true => out.push_str(head),
            false => push_shifted(head, variant, &mut out),
        }
        rest = tail;
    }
    out
}

fn push_shifted(text: &str, variant: Variant, out: &mut String) {
    let shift = char::from(variant.shift());
    out.push(shift);
    // The shift character alone is written `+-`; several go with what is around them.
    if text.chars().eq([shift]) {
        return out.push('-');
    }
    let (mut bits, mut count) = (0_u32, 0_u32);
    for unit in text.encode_utf16() {
        (bits, count) = ((bits & 0x3f) << 16 | u32::from(unit), count + 16);
        while count >= 6 {
            count -= 6;
            out.push(variant.digit(bits >> count));
        }
    }
    if count > 0 {
        out.push(variant.digit(bits << (6 - count)));
    }
    out.push('-');
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Variant::{Mailbox, Text};
    use super::*;

    /// RFC 2152, "Examples", and RFC 3501 §5.1.3.
    #[test]
    fn the_examples_of_the_rfcs() {
        for (variant, encoded, text) in [
            (Text, "A+ImIDkQ.", "A≢Α."),
            (Text, "Hi Mom -+Jjo--!", "Hi Mom -☺-!"),
            (Text, "+ZeVnLIqe-", "日本語"),
            (Text, "Item 3 is +AKM-1.", "Item 3 is £1."),
            (Mailbox, "~peter/mail/&U,BTFw-/&ZeVnLIqe-", "~peter/mail/台北/日本語"),
            (Mailbox, "&Jjo-!", "☺!"),
        ] {
            assert_eq!(decode(encoded.as_bytes(), variant), (text.to_owned(), false), "{encoded}");
        }
        assert_eq!(encode("台北/日本語", Mailbox), "&U,BTFw-/&ZeVnLIqe-");
        assert_eq!(encode("a & b", Mailbox), "a &- b");
        assert_eq!(encode("1+1=2 😀", Text), "1+-1+AD0-2 +2D3eAA-");
    }

    #[test]
    fn what_means_nothing() {
        for (variant, encoded, text, first) in [
            (Text, "a+!", "a\u{fffd}!", 1),
            (Text, "a+AKM", "a£", u64::MAX),
            (Text, "+2D0-x", "\u{fffd}x", 0),
            (Text, "+3gA-x", "\u{fffd}x", 0),
            (Text, "+AKN-", "£\u{fffd}", 0),
            (Text, "+AKMA-", "£\u{fffd}", 0),
            (Text, "a\u{e9}", "a\u{fffd}\u{fffd}", 1),
            (Text, "a+", "a\u{fffd}", 1),
            (Mailbox, "a&AKM", "a£\u{fffd}", 1),
            (Mailbox, "a&AKM!", "a£\u{fffd}!", 1),
            (Mailbox, "a\n", "a\u{fffd}", 1),
        ] {
            let (mut decoder, mut output) = (Decoder::new(variant), String::new());
            decoder.push(encoded.as_bytes(), &mut output);
            decoder.finish(&mut output);
            assert_eq!((output.as_str(), decoder.malformed().map_or(u64::MAX, |(_, first)| first)), (text, first));
        }
    }

    proptest! {
        #[test]
        fn there_and_back_however_it_is_cut(text in any::<String>(), plus in "[a+&é😀-]{0,12}", cut in 0_usize..40) {
            for (text, variant) in [(&text, Text), (&text, Mailbox), (&plus, Text), (&plus, Mailbox)] {
                let encoded = encode(text, variant);
                prop_assert!(encoded.is_ascii());
                prop_assert_eq!(decode(encoded.as_bytes(), variant), (text.clone(), false));
                let (head, tail) = encoded.as_bytes().split_at(cut.min(encoded.len()));
                let (mut decoder, mut output) = (Decoder::new(variant), String::new());
                [head, tail].iter().for_each(|piece| decoder.push(piece, &mut output));
                decoder.finish(&mut output);
                prop_assert_eq!(&output, text);
            }
        }

        #[test]
        fn reading_takes_anything(octets: Vec<u8>, text in "[+&/,A-C-]{0,20}") {
            decode(&octets, Text);
            decode(text.as_bytes(), Mailbox);
        }
    }
}
