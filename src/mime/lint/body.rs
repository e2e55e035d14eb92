//! The body of a leaf: what its encoding allows, what its charset says, and what HTML in it refers to.

use memchr::memchr;

use super::findings::Desk;
use super::html::{References, Scanner};
use super::{Spot, rename};
use crate::mime::charset::{self, Utf8};
use crate::mime::flaw::Flaw;
use crate::mime::parse::Content;
use crate::mime::transform::{Decode, Transform};
use crate::mime::{base64, quoted_printable};

/// So many octets are decoded at once.
const PIECE: usize = 64 * 1024;

/// How the octets are encoded.
enum Encoding {
    SevenBit,
    EightBit,
    Binary,
    Encoded(Box<dyn Decode>),
    /// By something that is not known.
    Unknown,
}

/// The body that is being read.
pub(super) struct Body {
    begin: Spot,
    encoding: Encoding,
    /// The encoding is said in the header.
    declared: bool,
    text: Option<Text>,
    decoded: Vec<u8>,
    nul: bool,
    /// The first octet above 127, as it stands in the message.
    beyond_ascii: Option<Spot>,
}

/// What is done with text.
struct Text {
    decoder: charset::Decoder,
    unicode: Vec<u8>,
    /// The place of the first octets that are no UTF-8, where that is the charset and nothing is encoded.
    utf8: Option<(Utf8, Option<Spot>)>,
    html: Option<Scanner>,
}

impl Body {
    pub(super) fn new(begin: Spot, content: &Content, declared: bool) -> Body {
        let encoding = match content.encoding.as_deref().unwrap_or("7bit") {
            "7bit" => Encoding::SevenBit,
            "8bit" => Encoding::EightBit,
            "binary" => Encoding::Binary,
            "base64" => Encoding::Encoded(Box::new(base64::Decoder::new())),
            "quoted-printable" => Encoding::Encoded(Box::new(quoted_printable::Decoder::new())),
            _ => Encoding::Unknown,
        };
        let kind = &content.content_type;
        let plain = matches!(encoding, Encoding::SevenBit | Encoding::EightBit | Encoding::Binary);
        let text = (kind.kind() == "text" && !matches!(encoding, Encoding::Unknown)).then(|| {
            let decoder = charset::Decoder::new(kind.charset());
            let utf8 = (plain && decoder.charset() == "utf-8").then(|| (Utf8::default(), None));
            let html = kind.is("text", "html").then(|| Scanner::new(kind.charset()));
            Text { decoder, unicode: Vec::new(), utf8, html }
        });
        Body { begin, encoding, declared, text, decoded: Vec::new(), nul: false, beyond_ascii: None }
    }

    /// Lines mean nothing in it.
    pub(super) fn is_binary(&self) -> bool {
        matches!(self.encoding, Encoding::Binary)
    }

    pub(super) fn push(&mut self, offset: u64, octets: &[u8], references: &mut References, desk: &mut Desk) {
        for (n, piece) in octets.chunks(PIECE).enumerate() {
            let offset = offset + (n * PIECE) as u64;
            self.plain(offset, piece, desk);
            if let Encoding::Encoded(decoder) = &mut self.encoding {
                decoder.push(piece, &mut self.decoded);
                tell(self.begin, decoder.findings(), desk);
            }
            let encoded = matches!(self.encoding, Encoding::Encoded(_));
            if let Some(text) = &mut self.text {
                let content = if encoded { self.decoded.as_slice() } else { piece };
                text.push(content, offset - self.begin.offset, self.begin, references, desk);
            }
            self.decoded.clear();
        }
    }

    pub(super) fn finish(mut self, references: &mut References, desk: &mut Desk) {
        if let Encoding::Encoded(decoder) = &mut self.encoding {
            decoder.finish(&mut self.decoded);
            tell(self.begin, decoder.findings(), desk);
        }
        let encoded = matches!(self.encoding, Encoding::Encoded(_));
        let Some(mut text) = self.text else { return };
        text.push(&self.decoded, 0, self.begin, references, desk);
        text.finish(self.begin, self.beyond_ascii, encoded, references, desk);
    }

    /// What 7bit and 8bit do not allow (RFC 2045 §2.7, §2.8).
    fn plain(&mut self, offset: u64, octets: &[u8], desk: &mut Desk) {
        if matches!(self.encoding, Encoding::Encoded(_) | Encoding::Unknown) {
            return;
        }
        if self.beyond_ascii.is_none() && !octets.is_ascii() {
            let at = octets.iter().position(|octet| !octet.is_ascii()).unwrap_or(0);
            let spot = desk.spot(offset + at as u64);
            self.beyond_ascii = Some(spot);
            match (&self.encoding, self.declared) {
                (Encoding::SevenBit, true) => {
                    desk.note("eight-bit", spot, "an octet above 127 in a body that is said to be 7bit");
                }
                (Encoding::SevenBit, false) => {
                    let message = "an octet above 127 and no Content-Transfer-Encoding: the body is taken for 7bit";
                    desk.note("missing-transfer-encoding", spot, message);
                }
                _ => {}
            }
        }
        let nul = if self.nul || self.is_binary() { None } else { memchr(0, octets) };
        if let Some(at) = nul {
            self.nul = true;
            let message = "a NUL octet, which neither 7bit nor 8bit allows: some readers end the text here";
            desk.note("nul", desk.spot(offset + at as u64), message);
        }
    }
}

impl Text {
    /// `offset` counts from the beginning of the body, for text that is not encoded.
    fn push(&mut self, content: &[u8], offset: u64, begin: Spot, references: &mut References, desk: &Desk) {
        if let Some((utf8, found)) = &mut self.utf8
            && found.is_none()
        {
            utf8.push(content, |_| {});
            *found = utf8.first_invalid().map(|at| desk.spot_or(begin.offset + at, desk.spot(begin.offset + offset)));
        }
        self.decoder.push(content, &mut self.unicode);
        if let Some(html) = &mut self.html {
            html.push(&self.unicode, begin, references, desk);
        }
        self.unicode.clear();
    }

    fn finish(
        mut self,
        begin: Spot,
        beyond_ascii: Option<Spot>,
        encoded: bool,
        references: &mut References,
        desk: &mut Desk,
    ) {
        self.decoder.finish(&mut self.unicode);
        if let Some(html) = &mut self.html {
            html.push(&self.unicode, begin, references, desk);
        }
        for flaw in self.decoder.findings() {
            // Where it stands in encoded text is not known: the place is that of the body.
            let utf8 = self.utf8.as_ref().and_then(|(_, found)| *found).filter(|_| flaw.code == "charset-malformed");
            let spot = utf8.or(beyond_ascii).filter(|_| flaw.code != "charset-unknown").unwrap_or(begin);
            let message = match encoded && flaw.offset > 0 {
                true => format!("{} (octet {} of the decoded text)", flaw.message, flaw.offset),
                false => flaw.message.into_owned(),
            };
            desk.note(flaw.code, spot, message);
        }
        if let Some(html) = self.html {
            html.finish(begin, references, desk);
        }
    }
}

/// Notes what a decoder noticed; its offsets count from the beginning of the body.
fn tell(begin: Spot, flaws: Vec<Flaw>, desk: &mut Desk) {
    for flaw in flaws {
        if let Some(code) = rename::code(&flaw) {
            let spot = desk.spot_or(begin.offset + flaw.offset, begin);
            desk.note(code, spot, rename::message(flaw));
        }
    }
}
