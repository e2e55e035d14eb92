//! Content-Transfer-Encoding: the choice, the encoders and the decoders (RFC 2045 §6; RFC 6152 for 8bit in SMTP).

use super::canonical::Canonical;
use super::survey::Facts;
use super::transform::{Decode, Transform};
use super::{base64, identity, quoted_printable, uuencode, yenc};

/// The longest line that 7bit and 8bit allow, in octets without its CRLF (RFC 2045 §2.7, RFC 5322 §2.1.1).
pub const LONGEST_LINE: u64 = 998;

/// How a body is written (RFC 2045 §6.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TransferEncoding {
    /// Lines of ASCII, as they are (RFC 2045 §2.7).
    SevenBit,
    /// Lines with octets above 127, as they are (RFC 2045 §2.8).
    EightBit,
    /// Octets as they are, not in lines (RFC 2045 §2.9). Never chosen but for a way that has BINARYMIME (RFC 3030 §3).
    Binary,
    /// Readable, three octets for each that is not printable ASCII (RFC 2045 §6.7).
    QuotedPrintable,
    /// Four octets for three (RFC 2045 §6.8).
    Base64,
}

impl TransferEncoding {
    /// The word in the field: `7bit`, `8bit`, `binary`, `quoted-printable` or `base64` (RFC 2045 §6.1).
    pub const fn name(self) -> &'static str {
        match self {
            Self::SevenBit => "7bit",
            Self::EightBit => "8bit",
            Self::Binary => "binary",
            Self::QuotedPrintable => "quoted-printable",
            Self::Base64 => "base64",
        }
    }

    /// The encoding of that name, in capital or small letters (RFC 2045 §6.1); `None` for any other word.
    pub fn parse(name: &str) -> Option<Self> {
        [Self::SevenBit, Self::EightBit, Self::Binary, Self::QuotedPrintable, Self::Base64]
            .into_iter()
            .find(|encoding| encoding.name().eq_ignore_ascii_case(name.trim_ascii()))
    }

    /// What the encoded octets are: 7bit, 8bit or binary data (RFC 2045 §6.2), each more than the one before.
    pub const fn domain(self) -> Self {
        match self {
            Self::SevenBit | Self::QuotedPrintable | Self::Base64 => Self::SevenBit,
            Self::EightBit => Self::EightBit,
            Self::Binary => Self::Binary,
        }
    }

    /// The plainest encoding for a text: 7bit, 8bit if that is allowed, else the smaller of the other two
    /// (base64 when the size of quoted-printable is not known).
    pub fn choose(facts: &Facts, eight_bit_allowed: bool) -> Self {
        let as_it_is = !facts.nul && facts.longest_line <= LONGEST_LINE;
        match facts.quoted_printable {
            _ if as_it_is && !facts.eight_bit => Self::SevenBit,
            _ if as_it_is && eight_bit_allowed => Self::EightBit,
            Some(size) if size <= base64::encoded_size(facts.octets) => Self::QuotedPrintable,
            _ => Self::Base64,
        }
    }

    /// What encodes; 7bit, 8bit and quoted-printable also make every line end a CRLF, binary and base64 keep all octets.
    pub fn encoder(self) -> Box<dyn Transform + Send> {
        match self {
            Self::SevenBit | Self::EightBit => Box::new(Canonical::new()),
            Self::Binary => Box::new(identity::Decoder::binary()),
            Self::QuotedPrintable => Box::new(quoted_printable::Encoder::text()),
            Self::Base64 => Box::new(base64::Encoder::new()),
        }
    }

    /// The octets that [`Self::encoder`] makes of what was surveyed, the last CRLF included; `None` for
    /// quoted-printable if the survey was quick.
    pub fn encoded_size(self, facts: &Facts) -> Option<u64> {
        match self {
            Self::SevenBit | Self::EightBit => Some(facts.canonical),
            Self::Binary => Some(facts.octets),
            Self::QuotedPrintable => facts.quoted_printable,
            Self::Base64 => Some(base64::encoded_size(facts.octets)),
        }
    }
}

/// How a body that was received says that it is encoded (RFC 2045 §6.1, rule `mechanism`).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
pub enum Mechanism {
    /// Lines of ASCII; also what holds where nothing is said (RFC 2045 §6.1).
    #[default]
    SevenBit,
    /// Lines with octets above 127 (RFC 2045 §2.8).
    EightBit,
    /// Octets, not in lines (RFC 2045 §2.9).
    Binary,
    /// RFC 2045 §6.7.
    QuotedPrintable,
    /// RFC 2045 §6.8.
    Base64,
    /// No standard, and old.
    Uuencode,
    /// No standard; of Usenet.
    Yenc,
    /// Nobody knows how to read it; the word as it stands there (RFC 2045 §6.4).
    Unknown(String),
}

impl Mechanism {
    /// The mechanism of that name, in capital or small letters (RFC 2045 §6.1); the names of old user agents too.
    pub fn parse(name: &str) -> Self {
        let name = name.trim_ascii();
        match name.to_ascii_lowercase().as_str() {
            "7bit" | "7-bit" | "" => Self::SevenBit,
            "8bit" | "8-bit" => Self::EightBit,
            "binary" => Self::Binary,
            "quoted-printable" => Self::QuotedPrintable,
            "base64" => Self::Base64,
            "x-uuencode" | "uuencode" | "x-uue" | "uue" | "x-uu" => Self::Uuencode,
            "x-yenc" | "yenc" | "x-yencode" => Self::Yenc,
            _ => Self::Unknown(name.to_owned()),
        }
    }

    /// The usual word for it: `x-uuencode` and `x-yenc` for the two that no RFC has; for an unknown one what was
    /// there, which is not safe to show.
    pub fn name(&self) -> &str {
        match self {
            Self::SevenBit => "7bit",
            Self::EightBit => "8bit",
            Self::Binary => "binary",
            Self::QuotedPrintable => "quoted-printable",
            Self::Base64 => "base64",
            Self::Uuencode => "x-uuencode",
            Self::Yenc => "x-yenc",
            Self::Unknown(name) => name,
        }
    }

    /// What decodes it; line ends are left as they are. An unknown body stays encoded, and that is a finding.
    pub fn decoder(&self) -> Box<dyn Decode + Send> {
        match self {
            Self::SevenBit => Box::new(identity::Decoder::seven_bit()),
            Self::EightBit => Box::new(identity::Decoder::eight_bit()),
            Self::Binary => Box::new(identity::Decoder::binary()),
            Self::QuotedPrintable => Box::new(quoted_printable::Decoder::new()),
            Self::Base64 => Box::new(base64::Decoder::new()),
            Self::Uuencode => Box::new(uuencode::Decoder::new()),
            Self::Yenc => Box::new(yenc::Decoder::new()),
            Self::Unknown(name) => Box::new(identity::Decoder::unknown(name)),
        }
    }
}

impl From<TransferEncoding> for Mechanism {
    fn from(encoding: TransferEncoding) -> Self {
        match encoding {
            TransferEncoding::SevenBit => Self::SevenBit,
            TransferEncoding::EightBit => Self::EightBit,
            TransferEncoding::Binary => Self::Binary,
            TransferEncoding::QuotedPrintable => Self::QuotedPrintable,
            TransferEncoding::Base64 => Self::Base64,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::TransferEncoding::*;
    use super::*;
    use proptest::prelude::*;

    const ALL: [TransferEncoding; 5] = [SevenBit, EightBit, Binary, QuotedPrintable, Base64];

    fn chosen(octets: &[u8], eight_bit_allowed: bool) -> TransferEncoding {
        TransferEncoding::choose(&Facts::of(octets), eight_bit_allowed)
    }

    #[test]
    fn names_are_read_back() {
        for encoding in ALL {
            assert_eq!(TransferEncoding::parse(&encoding.name().to_uppercase()), Some(encoding));
        }
        assert_eq!(TransferEncoding::parse("x-uuencode"), None);
    }

    #[test]
    fn every_mechanism_is_known_by_its_name() {
        for name in ["7bit", "8bit", "binary", "quoted-printable", "base64", "x-uuencode", "x-yenc"] {
            assert_eq!(Mechanism::parse(&format!(" {} ", name.to_uppercase())).name(), name);
            assert!(!matches!(Mechanism::parse(name), Mechanism::Unknown(_)));
        }
        assert!(ALL.into_iter().all(|encoding| Mechanism::parse(encoding.name()) == encoding.into()));
        assert_eq!(Mechanism::parse("X-Gzip"), Mechanism::Unknown("X-Gzip".into()));
        let mut decoder = Mechanism::parse("x-gzip").decoder();
        let mut octets = Vec::new();
        decoder.push(b"=41", &mut octets);
        decoder.finish(&mut octets);
        assert_eq!((&octets[..], decoder.findings()[0].code), (&b"=41"[..], "unknown-encoding"));
    }

    #[test]
    fn plain_text_stays_as_it_is() {
        assert_eq!(chosen(b"", false), SevenBit);
        assert_eq!(chosen(b"hello\n", false), SevenBit);
        assert_eq!(chosen(&[b'a'; 998], false), SevenBit);
        assert_eq!(chosen(&[b'a'; 999], true), QuotedPrintable);
        assert_eq!(chosen(b"a readable line with one \0\n", true), QuotedPrintable);
    }

    #[test]
    fn letters_beyond_ascii_need_8bit_or_the_smaller_encoding() {
        let spanish = "\u{bf}Qu\u{e9} tal? Una l\u{ed}nea con pocos acentos.\n";
        assert_eq!(chosen(spanish.as_bytes(), true), EightBit);
        assert_eq!(chosen(spanish.as_bytes(), false), QuotedPrintable);
        assert_eq!(chosen("\u{6f22}\u{5b57}\n".repeat(9).as_bytes(), false), Base64);
    }

    proptest! {
        #[test]
        fn any_octets_are_read_alike_however_they_are_cut(
            octets in proptest::collection::vec(prop_oneof![Just(b'='), Just(b'y'), Just(b'\n'), Just(b'\r'), any::<u8>()], 0..200),
            start in proptest::sample::select(&["", "begin 644 x\n", "=ybegin name=x\n", "Zg==\n", "caf=C3=A9 \n"][..]),
        ) {
            let body = [start.as_bytes(), &octets].concat();
            for name in ["7bit", "8bit", "binary", "quoted-printable", "base64", "x-uuencode", "x-yenc", "x-gzip"] {
                let decode = |pieces: &[&[u8]]| {
                    let (mut decoder, mut output) = (Mechanism::parse(name).decoder(), Vec::new());
                    pieces.iter().for_each(|piece| decoder.push(piece, &mut output));
                    decoder.finish(&mut output);
                    (output, decoder.findings())
                };
                let whole = decode(&[&body]);
                for at in 0..=body.len() {
                    let (head, tail) = body.split_at(at);
                    prop_assert_eq!(&decode(&[head, tail]), &whole, "{} cut at {}", name, at);
                    decode(&[head]);
                }
            }
        }

        #[test]
        fn what_is_encoded_is_read_back(octets in proptest::collection::vec(any::<u8>(), 0..300)) {
            for encoding in ALL {
                let (mut encoder, mut decoder) = (encoding.encoder(), Mechanism::from(encoding).decoder());
                let (mut encoded, mut decoded, mut canonical) = (Vec::new(), Vec::new(), Vec::new());
                encoder.push(&octets, &mut encoded);
                encoder.finish(&mut encoded);
                decoder.push(&encoded, &mut decoded);
                decoder.finish(&mut decoded);
                let mut ending = Canonical::new();
                ending.push(&octets, &mut canonical);
                ending.finish(&mut canonical);
                prop_assert_eq!(decoded, if matches!(encoding, Base64 | Binary) { octets.clone() } else { canonical });
            }
        }

        #[test]
        fn the_size_is_known_before(octets in proptest::collection::vec(prop_oneof![Just(b'\n'), Just(b'.'), Just(b' '), any::<u8>()], 0..300)) {
            for encoding in ALL {
                let (mut encoder, mut encoded) = (encoding.encoder(), Vec::new());
                encoder.push(&octets, &mut encoded);
                encoder.finish(&mut encoded);
                prop_assert_eq!(encoding.encoded_size(&Facts::of(&octets)), Some(encoded.len() as u64));
            }
        }
    }
}
