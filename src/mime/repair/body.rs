//! The body of a leaf: its encoding and its charset; and messages within that are encoded.

use super::header::Wanted;
use super::structure::Open;
use super::{Codes, Operation, SIGNED, TOO_MUCH, Watch, add, has};
use crate::mime::convert::{is_lines, plainer};
use crate::mime::flaw::Severity;
use crate::mime::parse::{Content, Nature};
use crate::mime::patch::{Edit, Recoding, With};
use crate::mime::survey::{Facts, Survey};
use crate::mime::transfer_encoding::{LONGEST_LINE, Mechanism, TransferEncoding};
use crate::mime::transform::Decode;

/// So many octets are decoded at once.
const PIECE: usize = 64 * 1024;

const CHARSET: [&str; 2] = ["charset-guessed", "us-ascii-8bit"];

/// The body that is being read.
pub(super) struct Body {
    from: u64,
    mechanism: Mechanism,
    lines: bool,
    raw: Survey,
    /// For what has to be known of the content.
    decoder: Option<Box<dyn Decode + Send>>,
    decoded: Survey,
    buffer: Vec<u8>,
    /// Something of the content is missing.
    lost: bool,
    /// For each multipart around an encoded message, whether what is decoded holds its delimiter.
    watches: Vec<(usize, Watch)>,
}

impl Body {
    /// Of an entity that has these around it.
    pub(super) fn new(from: u64, content: &Content, around: &[Open]) -> Body {
        let mechanism = Mechanism::parse(content.encoding.as_deref().unwrap_or_default());
        let lines = is_lines(&content.content_type, &mechanism);
        let plain = matches!(mechanism, Mechanism::SevenBit | Mechanism::EightBit | Mechanism::Binary);
        let foreign = matches!(mechanism, Mechanism::Uuencode | Mechanism::Yenc);
        let encoded = content.nature == Nature::EncodedMessage;
        let text = content.content_type.kind() == "text";
        let watch =
            |(n, open): (usize, &Open)| open.boundary().map(|boundary| (n, Watch::new(&[b"--", boundary].concat())));
        Body {
            from,
            lines,
            raw: if lines && plain { Survey::new() } else { Survey::quick() },
            decoder: (foreign || encoded || text && !plain).then(|| mechanism.decoder()),
            mechanism,
            decoded: Survey::quick(),
            buffer: Vec::new(),
            lost: false,
            watches: if encoded { around.iter().enumerate().filter_map(watch).collect() } else { Vec::new() },
        }
    }

    pub(super) fn push(&mut self, octets: &[u8]) {
        self.raw.push(octets);
        for piece in octets.chunks(PIECE) {
            if let Some(decoder) = &mut self.decoder {
                decoder.push(piece, &mut self.buffer);
            }
            self.take();
        }
    }

    /// Looks at what was decoded.
    fn take(&mut self) {
        let Some(decoder) = &mut self.decoder else { return };
        self.lost |= decoder.findings().iter().any(|flaw| flaw.severity == Severity::Error);
        self.decoded.push(&self.buffer);
        self.watches.iter_mut().for_each(|(_, watch)| watch.push(&self.buffer));
        self.buffer.clear();
    }

    fn finish(&mut self) {
        if let Some(decoder) = &mut self.decoder {
            decoder.finish(&mut self.buffer);
        }
        self.take();
    }
}

impl Operation {
    /// A body is over: what is wrong with it is mended, and its header says so.
    pub(super) fn end_body(&mut self, open: &mut Open, mut body: Body, offset: u64) -> Wanted {
        body.finish();
        let raw = std::mem::replace(&mut body.raw, Survey::quick()).finish();
        let mut codes: Codes = std::mem::take(&mut open.codes).into_iter().filter(|(code, _)| code.mended).collect();
        let wrong_charset: Codes = codes.extract_if(.., |(code, _)| CHARSET.contains(&code.code)).collect();
        if body.mechanism != Mechanism::Binary {
            // The last line is told only when it is over.
            for (flawed, code) in [(raw.bare_cr, "bare-cr"), (raw.longest_line > LONGEST_LINE, "line-too-long")] {
                if flawed {
                    add(&mut codes, code, open.begin);
                }
            }
        }
        for field in &mut open.header.encodings {
            let own = |code: &str| matches!(code, "encoding-binary" | "encoding-nonstandard");
            codes.extend(field.codes.extract_if(.., |(code, _)| own(code.code)));
        }
        codes.append(&mut open.container);
        let mut wanted = Wanted::default();
        if !wrong_charset.is_empty() {
            let facts = if body.decoder.is_some() { body.decoded.clone().finish() } else { raw.clone() };
            self.charset(open, &facts, &wrong_charset, &mut wanted);
        }
        let obstacle = self.obstacle(open, &body);
        if body.mechanism == Mechanism::Binary && (obstacle.is_some() || codes.is_empty()) {
            self.edit(Edit { range: body.from..offset, with: With::Kept });
        }
        if codes.is_empty() {
            return wanted;
        }
        match obstacle {
            Some(why) => self.left(&open.part, &codes, why),
            None if open.nature() == Nature::EncodedMessage => self.decode(open, body, offset, &codes, &mut wanted),
            None => self.recode(open, &body, &raw, offset, &codes, &mut wanted),
        }
        wanted
    }

    /// Why a body stays as it is.
    fn obstacle(&self, open: &Open, body: &Body) -> Option<&'static str> {
        let content_type = open.content_type()?;
        let (kind, subtype) = (content_type.kind(), content_type.subtype());
        let container = content_type.is_multipart() || content_type.is_message();
        let opaque = matches!(subtype, "pkcs7-mime" | "x-pkcs7-mime") && !self.options.break_signatures;
        let two = open.header.encodings.iter().any(|field| has(&field.codes, "ambiguous-transfer-encoding"));
        Some(match () {
            () if open.signed || opaque => SIGNED,
            () if matches!(body.mechanism, Mechanism::Unknown(_)) => "its transfer encoding is not known",
            () if two => "it has two transfer encodings: which is meant cannot be told",
            () if body.lost || open.lost => {
                "something is missing in it, or readers differ about where it ends, or it is not encoded as it says"
            }
            () if container && open.nature() == Nature::Leaf => "a multipart or message must not be encoded",
            () if kind == "message" && matches!(subtype, "partial" | "external-body") => "it must not be encoded",
            () if !self.has_room(8) => TOO_MUCH,
            () => return None,
        })
    }

    fn charset(&mut self, open: &Open, facts: &Facts, codes: &Codes, wanted: &mut Wanted) {
        let why = match () {
            () if open.signed => SIGNED,
            () if open.unknown_charset => "which charset is meant cannot be told",
            () if !(facts.utf8 && facts.eight_bit) => "it is not UTF-8, and what it is cannot be told",
            () if !open.takes(&[("charset", "utf-8")]) => "its Content-Type cannot be written anew",
            () => {
                wanted.charset = true;
                return self.changed(&open.part, codes, "the text is UTF-8, and Content-Type says so now");
            }
        };
        self.left(&open.part, codes, why);
    }

    /// Another encoding for the same content.
    fn recode(&mut self, open: &Open, body: &Body, raw: &Facts, offset: u64, codes: &Codes, wanted: &mut Wanted) {
        let to = match plainer(&body.mechanism, body.lines, raw) {
            // Lines that begin behind a CR might be delimiters.
            TransferEncoding::SevenBit if raw.bare_cr => TransferEncoding::QuotedPrintable,
            to => to,
        };
        let recoding = Recoding { from: body.mechanism.clone(), to, text: body.lines };
        self.edit(Edit { range: body.from..offset, with: With::Recoded(recoding) });
        wanted.encoding = Some(to.name());
        let lines = if raw.bare_cr && body.lines { ", and every CR a line end" } else { "" };
        self.changed(&open.part, codes, &format!("the body is encoded anew, as {}{lines}", to.name()));
    }

    /// The message within stands there itself.
    fn decode(&mut self, open: &Open, body: Body, offset: u64, codes: &Codes, wanted: &mut Wanted) {
        for (n, _) in body.watches.iter().filter(|(_, watch)| watch.found) {
            if let Some(around) = self.open.get_mut(*n) {
                add(&mut around.rename, "container-encoded", open.begin);
            }
        }
        let eight_bit = body.decoded.finish().eight_bit;
        self.edit(Edit { range: body.from..offset, with: With::Decoded(body.mechanism) });
        wanted.encoding = Some(if eight_bit { "8bit" } else { "7bit" });
        self.changed(&open.part, codes, "the message within is decoded");
    }
}
