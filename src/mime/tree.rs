//! What is in a message: its entities with their places, types and sizes, in memory for as many entities as there are,
//! whatever their size.

use memchr::memchr_iter;

use super::content_type::ContentType;
use super::disposition::{self, Disposition};
use super::flaw::{Flaw, Flaws};
use super::parse::{Content, Event, Nature, Role};
use super::section::{Numbering, Section};
use super::survey::{Facts, Survey};

/// How many fields of one header are kept.
const MAX_FIELDS: usize = 100;
/// How many octets of one field are kept.
const MAX_FIELD: usize = 64 * 1024;

/// The entities of a message.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    /// In the order of the octets: each before those within it.
    pub entities: Vec<Entity>,
    /// What departs from the RFCs in how they are put together.
    pub flaws: Vec<Flaw>,
    /// Octets of the message.
    pub size: u64,
}

/// One entity: a message, a part, or a message within.
#[derive(Clone, Debug)]
pub struct Entity {
    /// What it is to the one around it.
    pub role: Role,
    /// How many entities are around it.
    pub depth: usize,
    /// Its number.
    pub section: Section,
    /// Type, encoding, and how it is read.
    pub content: Content,
    /// The offset of its header.
    pub begin: u64,
    /// The offset of its body.
    pub body: u64,
    /// The offset behind its last octet.
    pub end: u64,
    /// Line ends in its body.
    pub lines: u64,
    /// The fields of its header that say what it is and, of a message, who wrote it to whom.
    pub fields: Vec<Field>,
    /// How it is to be shown, and its file.
    pub disposition: Option<Disposition>,
    /// The name of its file, as it is given: decoded, not yet safe.
    pub file_name: Option<String>,
    /// What is in its body, if it is a leaf.
    pub facts: Option<Facts>,
}

/// A header field as it stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its offset.
    pub offset: u64,
    /// Its name, in lower case.
    pub name: String,
    /// What stands behind the colon, folds and line end included; cut if it is very long.
    pub value: Vec<u8>,
}

/// Makes a [`Tree`] of [`Event`]s.
#[derive(Default)]
pub struct Builder {
    tree: Tree,
    numbering: Numbering,
    open: Vec<Open>,
    flaws: Flaws,
    /// Line ends so far.
    lines: u64,
}

struct Open {
    entity: usize,
    survey: Option<Survey>,
    /// Line ends before its body.
    lines: u64,
}

impl Entity {
    /// Octets of its body, as they are encoded.
    pub fn octets(&self) -> u64 {
        self.end - self.body
    }

    /// The value of the first field of this name, which is given in lower case.
    pub fn field(&self, name: &str) -> Option<&[u8]> {
        self.fields.iter().find(|field| field.name == name).map(|field| field.value.as_slice())
    }

    /// The transfer encoding, in lower case.
    pub fn encoding(&self) -> &str {
        self.content.encoding.as_deref().unwrap_or("7bit")
    }
}

impl Builder {
    /// Nothing yet.
    pub fn new() -> Builder {
        Builder::default()
    }

    /// Takes the next event.
    pub fn event(&mut self, event: &Event<'_>) {
        match event {
            Event::Start { offset, role } => self.start(*offset, *role),
            Event::Field { offset, octets, name, rest } => {
                self.count(*offset, octets);
                if let (Some(name), false) = (name, rest) {
                    self.field(*offset, octets, *name);
                }
            }
            Event::HeaderEnd { offset, octets, content } => {
                self.count(*offset, octets);
                self.header_end(*offset + octets.len() as u64, content);
            }
            Event::Body { offset, octets } => {
                self.count(*offset, octets);
                if let Some(survey) = self.open.last_mut().and_then(|open| open.survey.as_mut()) {
                    survey.push(octets);
                }
            }
            Event::Preamble { offset, octets }
            | Event::Epilogue { offset, octets }
            | Event::Boundary { offset, octets, .. } => self.count(*offset, octets),
            Event::End { offset } => self.end(*offset),
            Event::Flaw(flaw) => self.flaws.note(flaw.clone()),
        }
    }

    /// The tree, once the message is over.
    pub fn finish(mut self) -> Tree {
        self.flaws.close();
        self.tree.flaws = self.flaws.take();
        self.tree
    }

    fn count(&mut self, offset: u64, octets: &[u8]) {
        self.lines += memchr_iter(b'\n', octets).count() as u64;
        self.tree.size = offset + octets.len() as u64;
    }

    fn start(&mut self, offset: u64, role: Role) {
        self.numbering.start(role);
        self.open.push(Open { entity: self.tree.entities.len(), survey: None, lines: 0 });
        self.tree.entities.push(Entity {
            role,
            depth: self.open.len() - 1,
            section: self.numbering.section(),
            content: Content { content_type: ContentType::default_for(None), encoding: None, nature: Nature::Leaf },
            begin: offset,
            body: offset,
            end: offset,
            lines: 0,
            fields: Vec::new(),
            disposition: None,
            file_name: None,
            facts: None,
        });
    }

    fn entity(&mut self) -> Option<&mut Entity> {
        let open = self.open.last()?;
        self.tree.entities.get_mut(open.entity)
    }

    fn field(&mut self, offset: u64, octets: &[u8], width: usize) {
        let name = String::from_utf8_lossy(octets.get(..width).unwrap_or_default()).to_ascii_lowercase();
        let behind = octets.get(width..).unwrap_or_default();
        let colon = behind.iter().position(|&octet| octet == b':').map_or(behind.len(), |n| n + 1);
        let value = behind.get(colon..).unwrap_or_default();
        let Some(entity) = self.entity() else { return };
        if entity.fields.len() < MAX_FIELDS {
            let value = value.get(..MAX_FIELD).unwrap_or(value).to_vec();
            entity.fields.push(Field { offset, name, value });
        }
    }

    fn header_end(&mut self, body: u64, content: &Content) {
        self.numbering.header_end(content.nature);
        let (section, lines) = (self.numbering.section(), self.lines);
        if let Some(open) = self.open.last_mut() {
            open.lines = lines;
            let leaf = matches!(content.nature, Nature::Leaf | Nature::EncodedMessage);
            open.survey = leaf.then(Survey::quick);
        }
        let Some(entity) = self.entity() else { return };
        entity.section = section;
        entity.content = content.clone();
        entity.body = body;
        entity.disposition = entity.field("content-disposition").map(|value| Disposition::parse(value).0);
        let named = disposition::file_name(entity.disposition.as_ref(), Some(&entity.content.content_type));
        entity.file_name = named.0;
    }

    fn end(&mut self, offset: u64) {
        self.numbering.end();
        let Some(open) = self.open.pop() else { return };
        let lines = self.lines.saturating_sub(open.lines);
        let Some(entity) = self.tree.entities.get_mut(open.entity) else { return };
        entity.end = offset;
        entity.lines = lines;
        entity.facts = open.survey.map(Survey::finish);
    }
}
