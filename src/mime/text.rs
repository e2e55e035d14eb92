//! A text part as a person reads it: its transfer encoding taken off, its charset made UTF-8, its paragraphs put
//! together (RFC 2045 §6, RFC 2046 §4.1.2, RFC 3676), HTML laid out.

use super::content_type::ContentType;
use super::flaw::Flaw;
use super::transfer_encoding::Mechanism;
use super::transform::{Decode, Transform};
use super::{charset, flowed, html};

/// Makes UTF-8 of the body of a text part. Line ends stay as they are; the text may hold any character. But for HTML,
/// which is laid out at its end, no more is held however long the text is.
pub struct Text {
    decoder: Box<dyn Decode + Send>,
    charset: charset::Decoder,
    flowed: Option<flowed::Decoder>,
    html: Option<Html>,
    octets: Vec<u8>,
    utf8: Vec<u8>,
}

struct Html {
    width: usize,
    text: Vec<u8>,
}

impl Text {
    /// For the body of a part with this type and transfer encoding; lines of HTML become at most `width` columns.
    pub fn new(content_type: &ContentType, encoding: &str, width: usize) -> Text {
        let is_html = content_type.is("text", "html") || content_type.is("application", "xhtml+xml");
        Text {
            decoder: Mechanism::parse(encoding).decoder(),
            charset: charset::Decoder::new(content_type.charset()),
            flowed: content_type.format_flowed().map(flowed::Decoder::new),
            html: is_html.then(|| Html { width, text: Vec::new() }),
            octets: Vec::new(),
            utf8: Vec::new(),
        }
    }

    /// Appends to `output` the text of the next octets.
    pub fn push(&mut self, octets: &[u8], output: &mut Vec<u8>) {
        self.octets.clear();
        self.decoder.push(octets, &mut self.octets);
        self.read(false, output);
    }

    /// Appends what is still due at the end.
    pub fn finish(&mut self, output: &mut Vec<u8>) {
        self.octets.clear();
        self.decoder.finish(&mut self.octets);
        self.read(true, output);
        if let Some(flowed) = &mut self.flowed {
            flowed.finish(output);
        }
        if let Some(html) = self.html.take() {
            output.extend_from_slice(html::to_text(&String::from_utf8_lossy(&html.text), html.width).text.as_bytes());
        }
    }

    /// What was wrong in transfer encoding and charset, to be asked at the end. Offsets count from the beginning of
    /// the body and, of the charset, from that of the decoded text.
    pub fn flaws(&mut self) -> Vec<Flaw> {
        let mut flaws = self.decoder.findings();
        flaws.extend(self.charset.findings());
        flaws
    }

    fn read(&mut self, last: bool, output: &mut Vec<u8>) {
        self.utf8.clear();
        self.charset.push(&self.octets, &mut self.utf8);
        if last {
            self.charset.finish(&mut self.utf8);
        }
        match (&mut self.html, &mut self.flowed) {
            (Some(html), _) => {
                // What is longer than any document that is laid out need not be held.
                if html.text.len() <= html::MAX_HTML {
                    html.text.extend_from_slice(&self.utf8);
                }
            }
            (None, Some(flowed)) => flowed.push(&self.utf8, output),
            (None, None) => output.extend_from_slice(&self.utf8),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(content_type: &str, encoding: &str, body: &[u8]) -> String {
        let content_type = ContentType::parse(content_type.as_bytes()).0;
        let mut whole = Vec::new();
        for step in 1..=body.len().max(1) {
            let (mut text, mut output) = (Text::new(&content_type, encoding, 40), Vec::new());
            body.chunks(step).for_each(|piece| text.push(piece, &mut output));
            text.finish(&mut output);
            assert!(step == 1 || output == whole, "cut every {step} octets");
            whole = output;
        }
        String::from_utf8(whole).expect("UTF-8")
    }

    #[test]
    fn every_layer_is_taken_off() {
        assert_eq!(text("text/plain; charset=iso-8859-1", "quoted-printable", b"ma=F1ana=\r\n!\r\n"), "mañana!\r\n");
        assert_eq!(
            text("text/plain; charset=utf-8; format=flowed", "7bit", b"one \ntwo\n\n three\n"),
            "one two\n\nthree\n"
        );
        assert_eq!(text("text/html; charset=utf-8", "base64", b"PHA+YcOxbzxicj5i").trim_end(), "año\nb");
        assert_eq!(text("text/plain", "7bit", b""), "");
    }

    #[test]
    fn what_is_wrong_is_told() {
        let content_type = ContentType::parse(b"text/plain; charset=utf-8").0;
        let (mut text, mut output) = (Text::new(&content_type, "base64", 40), Vec::new());
        text.push(b"/w==*", &mut output);
        text.finish(&mut output);
        let codes: Vec<_> = text.flaws().iter().map(|flaw| flaw.code).collect();
        assert!(
            codes.contains(&"charset-malformed") && codes.iter().any(|code| code.starts_with("base64")),
            "{codes:?}"
        );
        assert_eq!(output, "\u{fffd}".as_bytes());
    }
}
