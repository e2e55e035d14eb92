//! What is wrong with a message, all of it: every flaw with its code, its place and the RFC that speaks of it.
//!
//! A [`Linter`] is fed with octets however they are cut. It holds one finding in many, one header and what every part
//! needs: the memory does not grow with the size of a body. What a code means, how bad it is and what helps stands in
//! [`codes::TABLE`].

mod body;
pub mod codes;
pub(in crate::mime) mod field;
mod findings;
mod header;
mod html;
mod lines;
mod rename;
mod structure;

use std::borrow::Cow;
use std::sync::Arc;

pub use self::codes::Code;
use self::findings::Desk;
use self::header::Header;
use self::html::References;
use self::lines::{Lines, Place};
use self::structure::Entity;
use super::flaw::Severity;
use super::parse::{Event, Limits, Parser, Role};
use super::section::Numbering;

/// A place in a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Spot {
    /// Octets before it.
    pub offset: u64,
    /// Its line, counted from 1; a line ends with LF.
    pub line: u64,
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What it is.
    pub code: &'static Code,
    /// Where it is.
    pub spot: Spot,
    /// One sentence; it may hold text of the message and is escaped by who shows it.
    pub message: Cow<'static, str>,
    /// The section in which it is, as IMAP names it: `1.2`, `1.2.MIME`, `HEADER`.
    pub part: Arc<str>,
}

/// All that was found in a message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// In the order of their places. Of one code the first [`KEPT`](super::flaw::KEPT); one more counts the others.
    pub findings: Vec<Finding>,
    /// Octets of the message.
    pub octets: u64,
    /// Lines of the message.
    pub lines: u64,
}

impl Report {
    /// How bad the worst of it is.
    pub fn worst(&self) -> Option<Severity> {
        self.findings.iter().map(|finding| finding.code.severity).max()
    }
}

/// Reads a message and notes what is wrong with it.
pub struct Linter {
    parser: Parser,
    reader: Reader,
}

/// What follows the events of the parser.
#[derive(Default)]
pub(in crate::mime) struct Reader {
    desk: Desk,
    lines: Lines,
    numbering: Numbering,
    header: Header,
    /// The open entities, the outermost first.
    stack: Vec<Entity>,
    references: References,
    octets: u64,
}

impl Linter {
    /// At the beginning of a message.
    pub fn new(limits: Limits) -> Linter {
        Linter { parser: Parser::new(limits), reader: Reader::default() }
    }

    /// Takes the next octets.
    pub fn push(&mut self, octets: &[u8]) {
        let Linter { parser, reader } = self;
        parser.push(octets, &mut |event| reader.event(&event));
    }

    /// The message is over: what was found.
    pub fn finish(self) -> Report {
        let Linter { parser, mut reader } = self;
        parser.finish(&mut |event| reader.event(&event));
        reader.close();
        reader.finish()
    }
}

/// The findings of a message that is in memory.
pub fn lint(message: &[u8]) -> Report {
    let mut linter = Linter::new(Limits::default());
    linter.push(message);
    linter.finish()
}

impl Reader {
    /// The codes that were noted since the last time, each once, with the first place.
    pub(in crate::mime) fn fresh(&mut self) -> Vec<(&'static Code, Spot)> {
        self.desk.fresh()
    }

    /// The section that is being read.
    pub(in crate::mime) fn part(&self) -> Arc<str> {
        self.desk.part.clone()
    }

    /// The place of an octet that was told lately.
    pub(in crate::mime) fn spot(&self, offset: u64) -> Spot {
        self.desk.spot(offset)
    }

    /// The message is over.
    pub(in crate::mime) fn close(&mut self) {
        self.lines.finish(self.octets, &|_| false, &mut self.desk);
        std::mem::take(&mut self.references).finish(&mut self.desk);
    }

    /// What was found.
    pub(in crate::mime) fn finish(self) -> Report {
        let lines = self.desk.lines();
        Report { findings: self.desk.finish(), octets: self.octets, lines }
    }

    pub(in crate::mime) fn event(&mut self, event: &Event<'_>) {
        match event {
            Event::Start { role, .. } => self.start(*role),
            Event::Field { offset, octets, name, rest } => {
                self.octets(*offset, octets, Place::Header);
                if !rest {
                    self.header.field(*offset, octets, *name, &mut self.desk);
                }
            }
            Event::HeaderEnd { offset, octets, content } => {
                self.octets(*offset, octets, Place::Header);
                self.lines.end_of_part(&mut self.desk);
                self.header_end(*offset + octets.len() as u64, !octets.is_empty(), content);
            }
            Event::Body { offset, octets } => {
                let binary = self.stack.last().is_some_and(Entity::is_binary);
                self.octets(*offset, octets, if binary { Place::Binary } else { Place::Body });
                if let Some(entity) = self.stack.last_mut() {
                    entity.body(*offset, octets, &mut self.references, &mut self.desk);
                }
            }
            Event::Preamble { offset, octets } => {
                self.octets(*offset, octets, Place::Between);
                if let Some(entity) = self.stack.last_mut() {
                    entity.preamble(*offset, octets, &mut self.desk);
                }
            }
            Event::Epilogue { offset, octets } => {
                self.octets(*offset, octets, Place::Between);
                if let Some(entity) = self.stack.last_mut() {
                    entity.epilogue(*offset, octets, &mut self.desk);
                }
            }
            Event::Boundary { offset, octets, last } => {
                self.octets(*offset, octets, Place::Between);
                self.lines.end_of_part(&mut self.desk);
                if let Some(entity) = self.stack.last_mut() {
                    entity.delimiter(*offset, octets, *last, &mut self.desk);
                }
            }
            Event::End { .. } => self.end(),
            Event::Flaw(flaw) => self.flaw(flaw),
        }
    }

    /// What holds for octets wherever they stand.
    fn octets(&mut self, offset: u64, octets: &[u8], place: Place) {
        self.desk.count_lines(offset, octets);
        self.octets = offset + octets.len() as u64;
        let stack = &self.stack;
        let delimiter = |line: &[u8]| stack.iter().any(|entity| entity.is_delimiter(line));
        self.lines.push(offset, octets, place, &delimiter, &mut self.desk);
    }

    fn start(&mut self, role: Role) {
        self.numbering.start(role);
        self.desk.part = self.numbering.header().to_string().into();
        self.lines.end_of_part(&mut self.desk);
        let begin = self.desk.spot(self.octets);
        self.header = Header::new(begin, role);
        self.stack.push(Entity::new(begin, role));
    }

    fn end(&mut self) {
        if let Some(entity) = self.stack.pop() {
            entity.end(&mut self.references, &mut self.desk);
        }
        self.numbering.end();
        self.desk.part = self.numbering.section().to_string().into();
    }
}
