//! Texts: charsets, flowed lines and HTML. The cut does not matter, and no text grows without bounds.

use mailtool::base::utf7;
use mailtool::mime::charset;
use mailtool::mime::content_type::Flowed;
use mailtool::mime::flaw::Flaw;
use mailtool::mime::flowed;
use mailtool::mime::html;
use mailtool::mime::transform::{Decode as _, Transform};

/// The most octets of UTF-8 that one octet can mean.
const MOST: usize = 4;
/// What may be around the letters of HTML: the marks of the deepest quotation, for one letter a line.
const AROUND: usize = 2048;

/// The first line is the label of a charset, what is behind it the text; all of it is UTF-7, flowed text and HTML too.
pub fn check(octets: &[u8]) {
    let end = octets.iter().position(|octet| *octet == b'\n').unwrap_or(octets.len());
    let (label, text) = octets.split_at(end);
    decoded(std::str::from_utf8(label).ok(), text.get(1..).unwrap_or_default());
    for delsp in [false, true] {
        independent(octets, || flowed::Decoder::new(Flowed { delsp }));
        for quotes in [false, true] {
            independent(octets, || flowed::Encoder::new(Flowed { delsp }, quotes));
        }
    }
    let text = String::from_utf8_lossy(octets);
    seven_bit(octets, &text);
    let width = super::chance(octets) % 120;
    let shown = html::to_text(&text, width).text;
    assert!(shown.len() <= AROUND * (text.len() + 1), "{} octets of {}", shown.len(), text.len());
}

fn decoded(label: Option<&str>, octets: &[u8]) {
    let whole = decode(label, &[octets]);
    let (text, _, flaws) = &whole;
    std::str::from_utf8(text).expect("UTF-8");
    assert!(text.len() <= MOST * (octets.len() + 1), "{} octets of {}", text.len(), octets.len());
    assert!(flaws.iter().all(|flaw| flaw.offset <= octets.len() as u64), "{flaws:?}");
    for cut in super::cuts(octets) {
        assert_eq!(decode(label, &cut), whole, "{label:?} in {} pieces", cut.len());
    }
}

fn decode(label: Option<&str>, pieces: &[&[u8]]) -> (Vec<u8>, &'static str, Vec<Flaw>) {
    let (mut decoder, mut output) = (charset::Decoder::new(label), Vec::new());
    pieces.iter().for_each(|piece| decoder.push(piece, &mut output));
    decoder.finish(&mut output);
    (output, decoder.charset(), decoder.findings())
}

fn independent<T: Transform>(octets: &[u8], new: impl Fn() -> T) {
    let through = |pieces: &[&[u8]]| {
        let (mut transform, mut output) = (new(), Vec::new());
        pieces.iter().for_each(|piece| transform.push(piece, &mut output));
        transform.finish(&mut output);
        output
    };
    let whole = through(&[octets]);
    // A quotation that goes on has its marks in front of every line.
    assert!(whole.len() <= (octets.len() + 3) * (octets.len() + 3), "{} octets of {}", whole.len(), octets.len());
    for cut in super::cuts(octets) {
        assert!(through(&cut) == whole, "in {} pieces", cut.len());
    }
}

/// UTF-7 of mail and of the names of mailboxes.
fn seven_bit(octets: &[u8], text: &str) {
    for variant in [utf7::Variant::Text, utf7::Variant::Mailbox] {
        let whole = utf7::decode(octets, variant);
        assert!(whole.0.len() <= MOST * (octets.len() + 1), "{:?}", whole.0);
        for cut in super::cuts(octets) {
            let (mut decoder, mut output) = (utf7::Decoder::new(variant), String::new());
            cut.iter().for_each(|piece| decoder.push(piece, &mut output));
            decoder.finish(&mut output);
            assert_eq!((output, decoder.malformed().is_some()), whole, "in {} pieces", cut.len());
        }
        let encoded = utf7::encode(text, variant);
        assert_eq!(utf7::decode(encoded.as_bytes(), variant), (text.to_owned(), false), "{encoded:?}");
    }
}
