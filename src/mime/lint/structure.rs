//! Entities: what their header says against what is in them, and the delimiters between them (RFC 2046 §5.1).

use memchr::memchr;

use super::body::Body;
use super::findings::Desk;
use super::html::References;
use super::{Reader, Spot, rename};
use crate::mime::content_type::ContentType;
use crate::mime::flaw::Flaw;
use crate::mime::notes::shown;
use crate::mime::parse::{Content, Nature, Role};

/// So much of a line of a preamble is looked at.
const HEAD: usize = 80;

/// An open entity.
pub(super) struct Entity {
    begin: Spot,
    role: Role,
    content_type: Option<ContentType>,
    boundary: Option<Vec<u8>>,
    parts: u64,
    body: Option<Body>,
    /// The line of the preamble or epilogue that is being read, and where it begins.
    line: (u64, Vec<u8>),
    told: Told,
}

/// What is told of an entity once.
#[derive(Default)]
struct Told {
    preamble: bool,
    epilogue: bool,
    behind: bool,
}

impl Entity {
    pub(super) fn new(begin: Spot, role: Role) -> Entity {
        let told = Told::default();
        Entity { begin, role, content_type: None, boundary: None, parts: 0, body: None, line: (0, Vec::new()), told }
    }

    /// Its body is octets, not lines.
    pub(super) fn is_binary(&self) -> bool {
        self.body.as_ref().is_some_and(Body::is_binary)
    }

    /// The line, or its beginning, is a delimiter of this multipart.
    pub(super) fn is_delimiter(&self, line: &[u8]) -> bool {
        let Some(boundary) = &self.boundary else { return false };
        line.strip_prefix(b"--").is_some_and(|line| line.starts_with(boundary))
    }

    pub(super) fn body(&mut self, offset: u64, octets: &[u8], references: &mut References, desk: &mut Desk) {
        if let Some(body) = &mut self.body {
            body.push(offset, octets, references, desk);
        }
    }

    /// Text before the first part: something in it may look like a part.
    pub(super) fn preamble(&mut self, offset: u64, octets: &[u8], desk: &mut Desk) {
        if self.told.preamble {
            return;
        }
        let mut told = false;
        self.lines(offset, octets, &mut |at, line| {
            if !told && is_content_field(line) {
                told = true;
                let message = "what looks like the header of a part stands before the first delimiter: most readers pass \
                               it over, some show it";
                desk.note("part-in-preamble", desk.spot(at), message);
            }
        });
        self.told.preamble = told;
    }

    /// Text behind the last part.
    pub(super) fn epilogue(&mut self, offset: u64, octets: &[u8], desk: &mut Desk) {
        let first = octets.iter().position(|octet| !octet.is_ascii_whitespace());
        if let Some(at) = first.filter(|_| !self.told.epilogue) {
            self.told.epilogue = true;
            let message = "text behind the closing delimiter: readers pass it over, but some show it";
            desk.note("epilogue-text", desk.spot(offset + at as u64), message);
        }
        if self.told.behind {
            return;
        }
        let (mut told, boundary) = (false, self.boundary.clone().unwrap_or_default());
        self.lines(offset, octets, &mut |at, line| {
            let delimiter = line.strip_prefix(b"--").and_then(|line| line.strip_prefix(boundary.as_slice()));
            if !told && delimiter.is_some_and(|behind| behind.is_empty() || behind == b"--") {
                told = true;
                let message = "a delimiter behind the closing one: to some readers another part begins here, to others \
                               all of this is ignored";
                desk.note("ambiguous-part-behind-close", desk.spot(at), message);
            }
        });
        self.told.behind = told;
    }

    /// A delimiter, with the line end before it.
    pub(super) fn delimiter(&mut self, offset: u64, octets: &[u8], last: bool, desk: &mut Desk) {
        if let Some(at) = memchr(0, octets) {
            let message = "a NUL on the line of a delimiter: some readers take the line for shorter";
            desk.note("ambiguous-nul", desk.spot(offset + at as u64), message);
        }
        self.line.1.clear();
        self.parts += u64::from(!last);
        if last && self.parts == 0 {
            desk.note("multipart-empty", desk.spot(offset), "the multipart is closed before any part has begun");
        }
    }

    /// It is over.
    pub(super) fn end(self, references: &mut References, desk: &mut Desk) {
        if let Some(body) = self.body {
            body.finish(references, desk);
        }
        let alternative = self.content_type.as_ref().is_some_and(|kind| kind.is("multipart", "alternative"));
        if alternative && self.parts == 1 {
            let message = "alternatives of which there is one only: who cannot read it has nothing";
            desk.note("alternative-of-one", self.begin, message);
        }
    }

    /// Whole lines out of octets that come in pieces; of each its beginning.
    fn lines(&mut self, offset: u64, octets: &[u8], each: &mut dyn FnMut(u64, &[u8])) {
        let mut at = offset;
        for piece in octets.split_inclusive(|&octet| octet == b'\n') {
            let (start, line) = &mut self.line;
            if line.is_empty() {
                *start = at;
            }
            let room = HEAD.saturating_sub(line.len());
            line.extend_from_slice(piece.get(..room).unwrap_or(piece));
            if piece.ends_with(b"\n") {
                each(*start, line.trim_ascii_end());
                line.clear();
            }
            at += piece.len() as u64;
        }
    }
}

/// `Content-Type:` and its kin.
fn is_content_field(line: &[u8]) -> bool {
    ["content-type:", "content-disposition:", "content-transfer-encoding:"]
        .iter()
        .any(|name| line.get(..name.len()).is_some_and(|head| head.eq_ignore_ascii_case(name.as_bytes())))
}

impl Reader {
    /// The header is over, what the body is made of is known.
    pub(super) fn header_end(&mut self, begin: u64, empty_line: bool, content: &Content) {
        let [around @ .., entity] = self.stack.as_mut_slice() else { return };
        let parent = around.last().filter(|_| entity.role == Role::Part);
        let digest = parent.and_then(|parent| parent.content_type.as_ref());
        let by_default = !digest.is_some_and(|parent| parent.is("multipart", "digest"));
        self.header.end(content, empty_line, by_default, &mut self.desk);
        let spot = self.desk.spot(begin);
        if content.nature == Nature::Multipart {
            entity.boundary = content.content_type.boundary().map(<[u8]>::to_vec);
            if let Some(boundary) = &entity.boundary {
                nested(boundary, around, entity.begin, &mut self.desk);
            }
        }
        if let Some((id, at)) = self.header.content_id.take() {
            let parent = parent.and_then(|parent| Some((parent.content_type.as_ref()?, parent.parts)));
            self.references.part(id, at, self.desk.part.clone(), parent);
        }
        self.numbering.header_end(content.nature);
        self.desk.part = self.numbering.section().to_string().into();
        if matches!(content.nature, Nature::Leaf | Nature::EncodedMessage) {
            entity.body = Some(Body::new(spot, content, self.header.encoding().is_some()));
        }
        entity.content_type = Some(content.content_type.clone());
    }

    /// What the parser noticed.
    pub(super) fn flaw(&mut self, flaw: &Flaw) {
        let Some(code) = rename::code(flaw) else { return };
        let spot = self.desk.spot(flaw.offset);
        match self.header.field_at(flaw.offset).filter(|name| name.eq_ignore_ascii_case("content-type")) {
            Some(name) => self.desk.note(code, spot, format!("{name}: {}", flaw.message)),
            None => self.desk.note(code, spot, rename::message(flaw.clone())),
        }
    }
}

/// A boundary that an outer multipart uses too, or that begins as one of its does (RFC 2046 §5.1.2).
fn nested(boundary: &[u8], around: &[Entity], begin: Spot, desk: &mut Desk) {
    for outer in around.iter().rev().filter_map(|entity| entity.boundary.as_deref()) {
        let (inner_text, outer_text) = (shown(boundary), shown(outer));
        if outer == boundary {
            let message = format!(
                "the boundary {inner_text:?} is that of a multipart around this one: its delimiters end the inner one or \
                 the outer one"
            );
            return desk.note("ambiguous-boundary-reused", begin, message);
        }
        if outer.starts_with(boundary) || boundary.starts_with(outer) {
            let message = format!(
                "of the boundaries {inner_text:?} here and {outer_text:?} around it one is the beginning of the other: \
                 who compares only beginnings takes one for the other"
            );
            return desk.note("ambiguous-boundary-prefix", begin, message);
        }
    }
}
