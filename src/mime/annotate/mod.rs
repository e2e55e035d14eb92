//! Every octet of a message with what it is: the ranges of `mime explain` (RFC 5322 §2, RFC 2045, 2046, 2047, 2231).
//!
//! An [`Annotator`] is fed with octets however they are cut and tells [`Range`]s. They follow one another without gaps:
//! put one behind the other, they are the message again.

mod body;
mod field;
mod notes;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::sync::Arc;

use self::body::Body;
pub use self::notes::Kind;
use super::parse::{Event, Limits, Nature, Parser, Role};
use super::section::Numbering;
use crate::proto::explain::{Entry, Language};

/// Octets that are one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Range<'a> {
    /// Where they begin.
    pub offset: u64,
    /// The octets.
    pub octets: Cow<'a, [u8]>,
    /// What they are.
    pub kind: Kind,
    /// What that is, for who does not know.
    pub note: &'static Entry,
    /// What they mean here.
    pub means: Option<Means>,
    /// The section they belong to.
    pub part: Arc<str>,
}

/// What octets mean where they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Means {
    /// Their text, decoded.
    Text(String),
    /// The section that begins behind them.
    Begins(Arc<str>),
    /// The section that ends with them.
    Ends(Arc<str>),
}

impl Means {
    /// It in one language; text of the message in it is not yet safe to show.
    pub fn sentence(&self, language: Language) -> String {
        match self {
            Means::Text(text) => match language {
                Language::En => format!("It reads {text:?}."),
                Language::Es => format!("Se lee {text:?}."),
            },
            Means::Begins(part) => match language {
                Language::En => format!("Here part {part} begins."),
                Language::Es => format!("Aquí empieza la parte {part}."),
            },
            Means::Ends(part) => match language {
                Language::En => format!("Here the parts of {part} end."),
                Language::Es => format!("Aquí terminan las partes de {part}."),
            },
        }
    }
}

/// Who takes the ranges.
pub(crate) type Tell<'t> = &'t mut dyn FnMut(Range<'_>);

/// Tells what every octet is.
pub struct Annotator {
    parser: Parser,
    reader: Reader,
}

#[derive(Default)]
struct Reader {
    numbering: Numbering,
    part: Arc<str>,
    /// One for every entity that is open; of those that are no leaves nothing.
    bodies: Vec<Option<Body>>,
    /// A delimiter, until the part behind it is known.
    delimiter: Option<(u64, Vec<u8>, Arc<str>)>,
    /// Preambles and epilogues in lines.
    between: body::Lines,
    /// A closing delimiter came last: its line has still to end.
    closed: bool,
    /// Fields of the header so far.
    fields: u64,
}

impl Annotator {
    /// At the beginning of a message.
    pub fn new(limits: Limits) -> Annotator {
        Annotator { parser: Parser::new(limits), reader: Reader::default() }
    }

    /// Takes the next octets.
    pub fn push(&mut self, octets: &[u8], tell: &mut dyn FnMut(Range<'_>)) {
        let Annotator { parser, reader } = self;
        parser.push(octets, &mut |event| reader.event(&event, tell));
    }

    /// The message is over.
    pub fn finish(self, tell: &mut dyn FnMut(Range<'_>)) {
        let Annotator { parser, mut reader } = self;
        parser.finish(&mut |event| reader.event(&event, tell));
        reader.flush(tell);
    }
}

impl Reader {
    fn event(&mut self, event: &Event<'_>, tell: Tell<'_>) {
        match event {
            Event::Start { role, .. } => self.start(*role, tell),
            Event::Field { offset, octets, name, rest } => {
                self.fields += 1;
                let first = self.fields == 1 && self.numbering.depth() == 1;
                field::tell(*offset, octets, name.filter(|_| !rest), *rest, first, &self.part, tell);
            }
            Event::HeaderEnd { offset, octets, content } => {
                if !octets.is_empty() {
                    self.one(*offset, octets, Kind::EmptyLine, tell);
                }
                self.numbering.header_end(content.nature);
                self.part = self.numbering.section().to_string().into();
                let leaf = matches!(content.nature, Nature::Leaf | Nature::EncodedMessage);
                if let Some(body) = self.bodies.last_mut() {
                    *body = leaf.then(|| Body::new(content));
                }
            }
            Event::Body { offset, octets } => {
                if let Some(Some(body)) = self.bodies.last_mut() {
                    body.push(*offset, octets, &self.part, tell);
                }
            }
            Event::Preamble { offset, octets } => self.between(*offset, octets, Kind::Preamble, tell),
            Event::Epilogue { offset, octets } => self.between(*offset, octets, Kind::Epilogue, tell),
            Event::Boundary { offset, octets, last } => self.boundary(*offset, octets, *last, tell),
            Event::End { .. } => self.end(tell),
            Event::Flaw(_) => {}
        }
    }

    fn start(&mut self, role: Role, tell: Tell<'_>) {
        self.flush_between(tell);
        self.numbering.start(role);
        self.part = self.numbering.header().to_string().into();
        self.bodies.push(None);
        self.fields = 0;
        if let Some((offset, octets, part)) = self.delimiter.take() {
            let number = self.part.strip_suffix(".MIME").unwrap_or(&self.part).into();
            delimiter(offset, &octets, Kind::Boundary, Means::Begins(number), &part, tell);
        }
    }

    fn end(&mut self, tell: Tell<'_>) {
        self.flush(tell);
        self.bodies.pop();
        self.numbering.end();
        self.part = self.numbering.section().to_string().into();
    }

    fn boundary(&mut self, offset: u64, octets: &[u8], last: bool, tell: Tell<'_>) {
        self.flush_between(tell);
        match last {
            false => self.delimiter = Some((offset, octets.to_vec(), self.part.clone())),
            true => {
                self.closed = true;
                let ends = Means::Ends(self.part.clone());
                delimiter(offset, octets, Kind::BoundaryClose, ends, &self.part, tell);
            }
        }
    }

    fn between(&mut self, offset: u64, octets: &[u8], kind: Kind, tell: Tell<'_>) {
        let (part, closed) = (&self.part, &mut self.closed);
        self.between.push(offset, octets, kind, &mut |offset, line, kind| {
            tell(line_between(offset, line, kind, part.clone(), closed));
        });
    }

    fn flush_between(&mut self, tell: Tell<'_>) {
        let (part, closed) = (&self.part, &mut self.closed);
        self.between.finish(&mut |offset, line, kind| tell(line_between(offset, line, kind, part.clone(), closed)));
    }

    fn flush(&mut self, tell: Tell<'_>) {
        if let Some(Some(body)) = self.bodies.last_mut() {
            body.finish(&self.part, tell);
        }
        self.flush_between(tell);
    }

    fn one(&self, offset: u64, octets: &[u8], kind: Kind, tell: Tell<'_>) {
        let part = self.part.clone();
        tell(Range { offset, octets: octets.into(), kind, note: kind.note(), means: None, part });
    }
}

/// A line of a preamble or epilogue, or the end of the line of the delimiter before it.
fn line_between<'a>(offset: u64, line: &'a [u8], kind: Kind, part: Arc<str>, closed: &mut bool) -> Range<'a> {
    let ends = std::mem::take(closed) && line.iter().all(|octet| matches!(octet, b'\r' | b'\n'));
    let kind = if ends { Kind::LineEnd } else { kind };
    Range { offset, octets: line.into(), kind, note: kind.note(), means: None, part }
}

/// The line end before the hyphens, and the delimiter.
fn delimiter(offset: u64, octets: &[u8], kind: Kind, means: Means, part: &Arc<str>, tell: Tell<'_>) {
    let hyphens = octets.iter().position(|octet| !matches!(octet, b'\r' | b'\n')).unwrap_or(0);
    let (before, line) = octets.split_at_checked(hyphens).unwrap_or_default();
    if !before.is_empty() {
        let (kind, part) = (Kind::BoundaryLineEnd, part.clone());
        tell(Range { offset, octets: before.into(), kind, note: kind.note(), means: None, part });
    }
    let (offset, part) = (offset + before.len() as u64, part.clone());
    tell(Range { offset, octets: line.into(), kind, note: kind.note(), means: Some(means), part });
}
