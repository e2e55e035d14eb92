//! Messages within a message that are encoded, which RFC 2045 §6.4 forbids and senders do all the same: they are
//! decoded and taken apart as well.

use super::flaw::Flaw;
use super::parse::{Event, Limits, Nature, Parser, Role};
use super::transfer_encoding::Mechanism;
use super::transform::Decode;

/// How often a message within may be encoded; what is encoded once more is one body.
pub const DEEPEST: u8 = 3;

/// Who is told what is in a message. The number says how often it had to be decoded: offsets count the octets of that
/// layer, so in layer 0 those of the message itself, and in any other those that were decoded, from 0 for each message
/// within.
pub type Tell<'a> = dyn FnMut(u8, Event<'_>) + 'a;

/// A [`Parser`] that looks into encoded messages too.
///
/// What is within an encoded message is told between the octets of its body, before the end of the entity that holds
/// it, and begins as [`Role::Message`].
pub struct Reader {
    parser: Parser,
    encoded: Encoded,
}

/// What has to be known of the encoded message that is being read.
struct Encoded {
    limits: Limits,
    layer: u8,
    open: Option<Box<Open>>,
}

struct Open {
    decoder: Box<dyn Decode + Send>,
    reader: Reader,
    /// What was decoded of one piece.
    octets: Vec<u8>,
    /// Where the encoded body begins.
    body: u64,
}

impl Reader {
    /// At the beginning of a message; the limits hold for each message that had to be decoded, too.
    pub fn new(limits: Limits) -> Reader {
        Reader::layer(limits, 0)
    }

    fn layer(limits: Limits, layer: u8) -> Reader {
        Reader { parser: Parser::new(limits), encoded: Encoded { limits, layer, open: None } }
    }

    /// Takes the next octets of the message.
    pub fn push(&mut self, octets: &[u8], tell: &mut Tell<'_>) {
        let Reader { parser, encoded } = self;
        parser.push(octets, &mut |event| encoded.event(event, tell));
    }

    /// The message is over.
    pub fn finish(self, tell: &mut Tell<'_>) {
        let Reader { parser, mut encoded } = self;
        parser.finish(&mut |event| encoded.event(event, tell));
    }
}

impl Encoded {
    fn event(&mut self, event: Event<'_>, tell: &mut Tell<'_>) {
        let layer = self.layer;
        match event {
            Event::Start { offset, role: Role::Root } if layer > 0 => {
                tell(layer, Event::Start { offset, role: Role::Message });
            }
            Event::HeaderEnd { offset, octets, content } => {
                if content.nature == Nature::EncodedMessage && layer < DEEPEST {
                    let decoder = Mechanism::parse(content.encoding.as_deref().unwrap_or_default()).decoder();
                    let reader = Reader::layer(self.limits, layer + 1);
                    let body = offset + octets.len() as u64;
                    self.open = Some(Box::new(Open { decoder, reader, octets: Vec::new(), body }));
                }
                tell(layer, event);
            }
            Event::Body { octets, .. } => {
                tell(layer, event);
                if let Some(open) = &mut self.open {
                    open.push(octets, layer, tell);
                }
            }
            Event::End { .. } => {
                if let Some(open) = self.open.take() {
                    open.finish(layer, tell);
                }
                tell(layer, event);
            }
            event => tell(layer, event),
        }
    }
}

impl Open {
    fn push(&mut self, octets: &[u8], layer: u8, tell: &mut Tell<'_>) {
        self.octets.clear();
        self.decoder.push(octets, &mut self.octets);
        self.tell_flaws(layer, tell);
        self.reader.push(&self.octets, tell);
    }

    fn finish(mut self, layer: u8, tell: &mut Tell<'_>) {
        self.octets.clear();
        self.decoder.finish(&mut self.octets);
        self.tell_flaws(layer, tell);
        self.reader.push(&self.octets, tell);
        self.reader.finish(tell);
    }

    fn tell_flaws(&mut self, layer: u8, tell: &mut Tell<'_>) {
        for flaw in self.decoder.findings() {
            tell(layer, Event::Flaw(Flaw { offset: self.body + flaw.offset, ..flaw }));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One line an event that begins or ends something, the octets of bodies put together.
    fn told(message: &[u8], step: usize) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        let mut bodies: Vec<(u8, Vec<u8>)> = Vec::new();
        let mut tell = |layer: u8, event: Event<'_>| match event {
            Event::Start { offset, role } => all.push(format!("{layer} start {role:?} {offset}")),
            Event::Field { octets, .. } => all.push(format!("{layer} {}", String::from_utf8_lossy(octets).trim())),
            Event::HeaderEnd { content, .. } => bodies.push((layer, content.content_type.essence().into_bytes())),
            Event::Body { octets, .. } => {
                let of = bodies.iter_mut().rev().find(|(of, _)| *of == layer).expect("a body");
                of.1.extend_from_slice(octets);
            }
            Event::End { offset } => {
                let (_, body) = bodies.pop().expect("a body");
                all.push(format!("{layer} end {offset} {}", String::from_utf8_lossy(&body)));
            }
            Event::Flaw(flaw) => all.push(format!("{layer} ! {} {}", flaw.code, flaw.offset)),
            _ => {}
        };
        let mut reader = Reader::new(Limits::default());
        message.chunks(step).for_each(|chunk| reader.push(chunk, &mut tell));
        reader.finish(&mut tell);
        all
    }

    fn encoded(message: &[u8]) -> Vec<u8> {
        use base64::Engine;
        let text = base64::engine::general_purpose::STANDARD.encode(message);
        let header = "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n";
        [header.as_bytes(), text.as_bytes(), b"\n"].concat()
    }

    #[test]
    fn an_encoded_message_is_read() {
        let message = encoded(b"Subject: in\n\nbody\n");
        let whole = told(&message, usize::MAX);
        let expected = [
            "0 start Root 0",
            "0 Content-Type: message/rfc822",
            "0 Content-Transfer-Encoding: base64",
            "0 ! container-encoded 64",
            "1 start Message 0",
            "1 Subject: in",
            "1 end 18 text/plainbody\n",
            "0 end 89 message/rfc822U3ViamVjdDogaW4KCmJvZHkK\n",
        ];
        assert_eq!(whole, expected);
        for step in 1..message.len() {
            assert_eq!(told(&message, step), whole, "cut every {step} octets");
        }
    }

    #[test]
    fn three_layers_and_no_more() {
        let mut message = b"Subject: in\n\nbody\n".to_vec();
        (0..5).for_each(|_| message = encoded(&message));
        let told = told(&message, 7);
        assert!(told.iter().any(|line| line.starts_with("3 start Message")), "{told:?}");
        assert!(!told.iter().any(|line| line.starts_with("4 ")), "{told:?}");
    }
}
