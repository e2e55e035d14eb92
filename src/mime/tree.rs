//! What is in a message: its entities with their places, types and sizes, in memory for as many entities as there are,
//! whatever their size.

use memchr::memchr_iter;

use super::content_type::ContentType;
use super::disposition::{self, Disposition};
use super::flaw::{Flaw, KEPT, Severity};
use super::layers::DEEPEST;
use super::parse::{Content, Event, Nature, Role};
use super::section::{Numbering, Section};
use super::survey::{Facts, Survey};

/// The fields that are kept: what says what a part is, and of a message who wrote what to whom.
const KEPT_FIELDS: [&str; 19] = [
    "bcc",
    "cc",
    "content-description",
    "content-disposition",
    "content-id",
    "content-language",
    "content-location",
    "content-md5",
    "content-transfer-encoding",
    "content-type",
    "date",
    "from",
    "in-reply-to",
    "message-id",
    "mime-version",
    "reply-to",
    "sender",
    "subject",
    "to",
];
/// How many octets of the header of a message are kept.
const MAX_HEADER: usize = 1 << 20;
/// The same of a part, of which there may be many.
const MAX_PART_HEADER: usize = 64 * 1024;

/// The entities of a message.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    /// In the order of the octets: each before those within it.
    pub entities: Vec<Entity>,
    /// What departs from the RFCs in how they are put together, in the order in which it was found.
    pub flaws: Vec<Placed>,
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
    /// How often the message had to be decoded to get at it. Offsets count octets of this layer: above 0 they begin
    /// anew with each message that was encoded.
    pub layer: u8,
    /// The number of its content.
    pub section: Section,
    /// The number of its header.
    pub header: Section,
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
    /// Those of them that are a LF without a CR.
    pub bare: u64,
    /// The fields of its header that say what it is and, of a message, who wrote it to whom.
    pub fields: Vec<Field>,
    /// How it is to be shown, and its file.
    pub disposition: Option<Disposition>,
    /// The name of its file, as it is given: decoded, not yet safe.
    pub file_name: Option<String>,
    /// What is in its body, if it is a leaf.
    pub facts: Option<Facts>,
}

/// A flaw and the entity that has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Which of the [`Tree::entities`].
    pub entity: usize,
    /// What is wrong; its offset counts in the layer of the entity.
    pub flaw: Flaw,
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

/// Makes a [`Tree`] of [`Event`]s, those of a [`Reader`](super::layers::Reader) too.
#[derive(Default)]
pub struct Builder {
    tree: Tree,
    numbering: Numbering,
    open: Vec<Open>,
    /// How many flaws of each code there were.
    counts: Vec<(&'static str, u64)>,
    /// Line ends so far, of each layer.
    lines: Vec<Lines>,
}

/// Line ends that were counted.
#[derive(Clone, Copy, Default)]
struct Lines {
    all: u64,
    /// Without a CR.
    bare: u64,
    /// The last octet was a CR.
    after_cr: bool,
}

struct Open {
    entity: usize,
    layer: u8,
    survey: Option<Survey>,
    /// Line ends before its body.
    lines: Lines,
    /// Octets of its fields that are kept.
    kept: usize,
}

impl Entity {
    /// Octets of its body, as they are encoded.
    pub fn octets(&self) -> u64 {
        self.end - self.body
    }

    /// Octets of its body where every line ends in CRLF, as on the wire and on a server.
    pub fn canonical(&self) -> u64 {
        self.octets() + self.bare
    }

    /// The value of the first field of this name, which is given in lower case. Only fields that are kept are found:
    /// those of MIME and, of a message, who wrote what to whom.
    pub fn field(&self, name: &str) -> Option<&[u8]> {
        self.fields.iter().find(|field| field.name == name).map(|field| field.value.as_slice())
    }

    /// The transfer encoding, in lower case.
    pub fn encoding(&self) -> &str {
        self.content.encoding.as_deref().unwrap_or("7bit")
    }

    /// It holds no other entities: it is no multipart and no message, encoded or not.
    /// A message that is encoded too often to be looked into is one.
    pub fn is_leaf(&self) -> bool {
        match self.content.nature {
            Nature::Leaf => true,
            Nature::EncodedMessage => self.layer >= DEEPEST,
            Nature::Multipart | Nature::Message => false,
        }
    }
}

impl Builder {
    /// Nothing yet.
    pub fn new() -> Builder {
        Builder::default()
    }

    /// Takes the next event of a layer.
    pub fn event(&mut self, layer: u8, event: &Event<'_>) {
        match event {
            Event::Start { offset, role } => self.start(layer, *offset, *role),
            Event::Field { offset, octets, name, rest } => {
                self.count(layer, *offset, octets);
                if let (Some(name), false) = (name, rest) {
                    self.field(*offset, octets, *name);
                }
            }
            Event::HeaderEnd { offset, octets, content } => {
                self.count(layer, *offset, octets);
                self.header_end(*offset + octets.len() as u64, content);
            }
            Event::Body { offset, octets } => {
                self.count(layer, *offset, octets);
                let open = self.open.iter_mut().rev().find(|open| open.layer == layer);
                if let Some(survey) = open.and_then(|open| open.survey.as_mut()) {
                    survey.push(octets);
                }
            }
            Event::Preamble { offset, octets }
            | Event::Epilogue { offset, octets }
            | Event::Boundary { offset, octets, .. } => self.count(layer, *offset, octets),
            Event::End { offset } => self.end(*offset),
            Event::Flaw(flaw) => self.flaw(layer, flaw.clone()),
        }
    }

    /// The innermost entity that is open, as far as it is known.
    pub fn current(&self) -> Option<&Entity> {
        self.open.last().and_then(|open| self.tree.entities.get(open.entity))
    }

    /// How many entities are open.
    pub fn depth(&self) -> usize {
        self.open.len()
    }

    /// Drops what is known of entities that are over, for who asks only for the [`Builder::current`] one and has no
    /// use for the tree.
    pub fn forget(&mut self) {
        let open = self.open.last().map_or(0, |open| open.entity + 1);
        self.tree.entities.truncate(open);
        self.tree.flaws.clear();
    }

    /// The tree, once the message is over.
    pub fn finish(mut self) -> Tree {
        for (code, count) in std::mem::take(&mut self.counts).into_iter().filter(|(_, count)| *count > KEPT) {
            if let Some(last) = self.tree.flaws.iter_mut().rev().find(|placed| placed.flaw.code == code) {
                last.flaw.message = format!("{}; and {} more of the same", last.flaw.message, count - KEPT).into();
            }
        }
        self.tree
    }

    fn flaw(&mut self, layer: u8, flaw: Flaw) {
        let at = self.counts.iter_mut().find(|(code, _)| *code == flaw.code);
        let count = match at {
            Some((_, count)) => {
                *count += 1;
                *count
            }
            None => {
                self.counts.push((flaw.code, 1));
                1
            }
        };
        if count <= KEPT {
            let open = self.open.iter().rev().find(|open| open.layer == layer);
            let entity = open.map_or(0, |open| open.entity);
            self.tree.flaws.push(Placed { entity, flaw });
        }
    }

    fn count(&mut self, layer: u8, offset: u64, octets: &[u8]) {
        if let Some(lines) = self.lines.get_mut(usize::from(layer)) {
            lines.push(octets);
        }
        if layer == 0 {
            self.tree.size = offset + octets.len() as u64;
        }
    }

    fn start(&mut self, layer: u8, offset: u64, role: Role) {
        self.numbering.start(role);
        self.lines.resize(self.lines.len().max(usize::from(layer) + 1), Lines::default());
        self.open.push(Open {
            entity: self.tree.entities.len(),
            layer,
            survey: None,
            lines: Lines::default(),
            kept: 0,
        });
        self.tree.entities.push(Entity {
            role,
            depth: self.open.len() - 1,
            layer,
            section: self.numbering.section(),
            header: self.numbering.header(),
            content: Content { content_type: ContentType::default_for(None), encoding: None, nature: Nature::Leaf },
            begin: offset,
            body: offset,
            end: offset,
            lines: 0,
            bare: 0,
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
        let Some(open) = self.open.last_mut().filter(|_| KEPT_FIELDS.contains(&name.as_str())) else { return };
        let (layer, kept) = (open.layer, open.kept);
        let Some(entity) = self.tree.entities.get_mut(open.entity) else { return };
        let most = if entity.role == Role::Part { MAX_PART_HEADER } else { MAX_HEADER };
        let whole = value.len();
        // One that the parser cuts does not end with its last octet.
        let there = if octets.len() < MAX_HEADER { whole } else { whole.saturating_sub(1) };
        let value = whole_items(value, most.saturating_sub(kept).min(there));
        open.kept += value.len();
        entity.fields.push(Field { offset, name: name.clone(), value: value.to_vec() });
        if name == "content-disposition" && entity.disposition.is_none() {
            let (disposition, flaws) = Disposition::parse(value);
            entity.disposition = Some(disposition);
            let before = offset + (width + colon) as u64;
            flaws.into_iter().for_each(|flaw| self.flaw(layer, Flaw { offset: before + flaw.offset, ..flaw }));
        }
        if value.len() < whole {
            let message = format!("of {name} only {} octets of {whole} are read", value.len());
            let rfc = "RFC 5322 §2.1.1";
            self.flaw(
                layer,
                Flaw { code: "field-cut", severity: Severity::Warning, offset, message: message.into(), rfc },
            );
        }
    }

    fn header_end(&mut self, body: u64, content: &Content) {
        self.numbering.header_end(content.nature);
        let section = self.numbering.section();
        let Some(open) = self.open.last_mut() else { return };
        let layer = open.layer;
        open.lines = self.lines.get(usize::from(layer)).copied().unwrap_or_default();
        let leaf = matches!(content.nature, Nature::Leaf | Nature::EncodedMessage);
        open.survey = leaf.then(Survey::quick);
        let Some(entity) = self.entity() else { return };
        entity.section = section;
        entity.content = content.clone();
        entity.body = body;
        let (name, flaws) = disposition::file_name(entity.disposition.as_ref(), Some(&content.content_type));
        entity.file_name = name;
        let begin = entity.begin;
        flaws.into_iter().for_each(|flaw| self.flaw(layer, Flaw { offset: begin, ..flaw }));
    }

    fn end(&mut self, offset: u64) {
        self.numbering.end();
        let Some(open) = self.open.pop() else { return };
        let lines = self.lines.get(usize::from(open.layer)).copied().unwrap_or_default();
        let Some(entity) = self.tree.entities.get_mut(open.entity) else { return };
        entity.end = offset;
        entity.lines = lines.all.saturating_sub(open.lines.all);
        entity.bare = lines.bare.saturating_sub(open.lines.bare);
        entity.facts = open.survey.map(Survey::finish);
    }
}

impl Lines {
    fn push(&mut self, octets: &[u8]) {
        for at in memchr_iter(b'\n', octets) {
            let crlf = at.checked_sub(1).map_or(self.after_cr, |before| octets.get(before) == Some(&b'\r'));
            self.all += 1;
            self.bare += u64::from(!crlf);
        }
        self.after_cr = octets.last().map_or(self.after_cr, |&last| last == b'\r');
    }
}

/// As much of a value as may be kept, cut behind a comma or before a blank: what is cut in the middle would look like
/// something else.
fn whole_items(value: &[u8], most: usize) -> &[u8] {
    let Some(head) = value.get(..most).filter(|_| value.len() > most) else { return value };
    let end = head.iter().rposition(|&octet| octet == b',').map(|at| at + 1);
    let end = end.or_else(|| head.iter().rposition(u8::is_ascii_whitespace)).unwrap_or(most);
    head.get(..end).unwrap_or(head)
}
