//! How large a message is and why, and how large it could be (RFC 1870; RFC 2045 §6; RFC 6152; RFC 3030).
//!
//! A [`Weigher`] reads a message once, decodes each leaf as it streams by and measures what comes out. Sizes are those
//! of the wire: every line ends in CRLF, the last one too. What could be is what [`TransferEncoding::choose`] would
//! choose for the same content, as it does for a message that is composed.

mod choice;
mod content;
#[cfg(test)]
mod tests;

pub use self::choice::Server;
pub use self::content::{Content, MECHANISMS, Obstacle, Scale};
use super::parse::{Event, Limits, Nature, Parser, Role};
use super::survey::{Facts, Survey};
use super::transfer_encoding::Mechanism;
#[cfg(doc)]
use super::transfer_encoding::TransferEncoding;
use super::transform::Decode;
use super::tree::{self, Entity, Tree};
use crate::proto::line::Stuffer;

/// The name that uuencode and yEnc give to a part without one.
const NAME: &str = "file";

/// Weighs a message.
pub struct Weigher {
    parser: Parser,
    pans: Pans,
    whole: Survey,
    stuffer: Stuffer,
    /// What became of one piece.
    stuffed: Vec<u8>,
    /// Octets with every dot doubled that DATA doubles.
    with_dots: u64,
}

/// What takes the events.
#[derive(Default)]
struct Pans {
    builder: tree::Builder,
    shares: Shares,
    leaves: Vec<Leaf>,
    open: Option<Open>,
    /// Entities that have begun.
    begun: usize,
    role: Option<Role>,
    /// The field that is told is one of MIME.
    mime_field: bool,
    /// A leaf has ended, and what stands behind it is not known yet.
    just_ended: bool,
}

/// A leaf that is read.
struct Open {
    decoder: Box<dyn Decode + Send>,
    decoded: Vec<u8>,
    scale: Scale,
    sent: Scale,
    name: String,
    text: bool,
}

/// A message that was weighed.
#[derive(Clone, Debug, Default)]
pub struct Weight {
    /// Its entities.
    pub tree: Tree,
    /// Those that hold no others, in their order.
    pub leaves: Vec<Leaf>,
    /// Which octets are what.
    pub shares: Shares,
}

/// What the octets of a message are; together [`Shares::size`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shares {
    /// Header fields but those of MIME, of messages within too, with the empty line behind them.
    pub fields: u64,
    /// Fields of MIME, headers of parts, delimiters.
    pub mime: u64,
    /// What stands before and behind the parts of multiparts.
    pub around: u64,
    /// What the leaves hold, decoded.
    pub content: u64,
    /// What their transfer encoding adds.
    pub encoding: i64,
    /// What is missing for every line to end in CRLF, the last one too.
    pub line_ends: u64,
    /// Dots that DATA doubles (RFC 5321 §4.5.2); no part of the size (RFC 1870 §3).
    pub dots: u64,
}

/// A part that holds no others, weighed.
#[derive(Clone, Debug)]
pub struct Leaf {
    /// Which of the [`Tree::entities`].
    pub entity: usize,
    /// What is in it.
    pub content: Content,
    /// Its body as it was sent.
    sent: Content,
    /// A delimiter stands behind it, and its last line has no end but that which belongs to the delimiter.
    delimited: bool,
}

impl Weigher {
    /// At the beginning of a message.
    pub fn new(limits: Limits) -> Weigher {
        Weigher {
            parser: Parser::new(limits),
            pans: Pans::default(),
            whole: Survey::quick(),
            stuffer: Stuffer::new(),
            stuffed: Vec::new(),
            with_dots: 0,
        }
    }

    /// Takes the next octets of the message.
    pub fn push(&mut self, octets: &[u8]) {
        let Weigher { parser, pans, .. } = self;
        parser.push(octets, &mut |event| pans.event(&event));
        self.whole.push(octets);
        self.stuffer.push(octets, &mut self.stuffed);
        self.count();
    }

    /// The message is over: what it weighs.
    pub fn finish(mut self) -> Weight {
        self.stuffer.finish(&mut self.stuffed);
        self.count();
        let Weigher { parser, mut pans, whole, with_dots, .. } = self;
        parser.finish(&mut |event| pans.event(&event));
        let Facts { octets, canonical, .. } = whole.finish();
        pans.shares.line_ends = canonical.saturating_sub(octets);
        pans.shares.dots = with_dots.saturating_sub(canonical);
        Weight { tree: pans.builder.finish(), leaves: pans.leaves, shares: pans.shares }
    }

    fn count(&mut self) {
        self.with_dots += self.stuffed.len() as u64;
        self.stuffed.clear();
    }
}

impl Shares {
    /// The octets of the message on the wire, as the parameter SIZE tells them (RFC 1870 §3).
    pub fn size(&self) -> u64 {
        (self.fields + self.mime + self.around + self.content + self.line_ends).saturating_add_signed(self.encoding)
    }
}

impl Leaf {
    /// Its octets as they were sent.
    pub fn as_sent(&self) -> u64 {
        self.size_of(&self.sent, &Mechanism::EightBit, self.sent.facts.canonical)
    }

    /// Its octets in an encoding.
    ///
    /// # Errors
    /// What in it that encoding cannot carry.
    pub fn size(&self, mechanism: &Mechanism) -> Result<u64, Obstacle> {
        Ok(self.size_of(&self.content, mechanism, self.content.size(mechanism)?))
    }

    fn size_of(&self, content: &Content, mechanism: &Mechanism, size: u64) -> u64 {
        let less = if self.delimited { content.line_end(mechanism) } else { 0 };
        size.saturating_sub(less)
    }
}

impl Pans {
    fn event(&mut self, event: &Event<'_>) {
        self.builder.event(0, event);
        let length = |octets: &[u8]| octets.len() as u64;
        match event {
            Event::Start { role, .. } => {
                self.begun += 1;
                (self.role, self.just_ended) = (Some(*role), false);
            }
            Event::Field { octets, name, rest, .. } => {
                let name = name.and_then(|width| octets.get(..width)).unwrap_or_default();
                self.mime_field = if *rest { self.mime_field } else { is_mime(name) };
                self.header(length(octets), self.mime_field);
            }
            Event::HeaderEnd { octets, content, .. } => {
                self.header(length(octets), false);
                if matches!(content.nature, Nature::Leaf | Nature::EncodedMessage) {
                    self.open = self.builder.current().map(Open::new);
                }
            }
            Event::Body { octets, .. } => {
                if let Some(open) = &mut self.open {
                    open.push(octets);
                }
            }
            Event::Preamble { octets, .. } | Event::Epilogue { octets, .. } => self.shares.around += length(octets),
            Event::Boundary { octets, .. } => {
                self.shares.mime += length(octets);
                let follows =
                    std::mem::take(&mut self.just_ended) && octets.starts_with(b"\r\n") | octets.starts_with(b"\n");
                if let Some(leaf) = self.leaves.last_mut().filter(|leaf| follows && !leaf.sent.ended) {
                    leaf.delimited = true;
                }
            }
            Event::End { .. } => self.end(),
            Event::Flaw(_) => {}
        }
    }

    fn header(&mut self, octets: u64, mime: bool) {
        match mime || self.role == Some(Role::Part) {
            true => self.shares.mime += octets,
            false => self.shares.fields += octets,
        }
    }

    fn end(&mut self) {
        let Some(open) = self.open.take() else { return };
        // A leaf is what began last: nothing is within it.
        let leaf = open.finish(self.begun.saturating_sub(1));
        self.shares.content += leaf.content.facts.octets;
        self.shares.encoding += difference(leaf.sent.facts.octets, leaf.content.facts.octets);
        self.leaves.push(leaf);
        self.just_ended = true;
    }
}

impl Open {
    fn new(entity: &Entity) -> Open {
        let mechanism = Mechanism::parse(entity.encoding());
        // What was sent in lines has the line ends of the file that it is read from.
        let octets = matches!(mechanism, Mechanism::Base64 | Mechanism::Uuencode | Mechanism::Yenc | Mechanism::Binary);
        Open {
            decoder: mechanism.decoder(),
            decoded: Vec::new(),
            scale: Scale::new(),
            sent: Scale::quick(),
            name: entity.file_name.clone().unwrap_or_else(|| NAME.to_owned()),
            text: !octets || entity.content.content_type.kind() == "text",
        }
    }

    fn push(&mut self, octets: &[u8]) {
        self.sent.push(octets);
        self.decoder.push(octets, &mut self.decoded);
        self.weigh();
    }

    fn weigh(&mut self) {
        // What was wrong is the business of lint; here it must not pile up.
        self.decoder.findings();
        self.scale.push(&self.decoded);
        self.decoded.clear();
    }

    fn finish(mut self, entity: usize) -> Leaf {
        self.decoder.finish(&mut self.decoded);
        self.weigh();
        let content = self.scale.finish(&self.name, Some(self.text));
        Leaf { entity, content, sent: self.sent.finish("", Some(true)), delimited: false }
    }
}

/// Fields that MIME has defined: Content-… and MIME-Version (RFC 2045 §3).
fn is_mime(name: &[u8]) -> bool {
    let content = name.get(..8).is_some_and(|head| head.eq_ignore_ascii_case(b"content-"));
    content || name.eq_ignore_ascii_case(b"mime-version")
}

fn difference(more: u64, less: u64) -> i64 {
    i64::try_from(i128::from(more) - i128::from(less)).unwrap_or(i64::MAX)
}
