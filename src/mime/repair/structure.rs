//! Entities as they open and end, and what the parser noticed about them.

use std::sync::Arc;

use super::around::{Around, Delimiter, Prefix};
use super::body::Body;
use super::header::{Header, Wanted};
use super::{Codes, Operation, SIGNED};
use crate::mime::content_type::ContentType;
use crate::mime::flaw::Flaw;
use crate::mime::lint::{Reader, Spot};
use crate::mime::parse::{Content, Event, Nature, Role};
use crate::mime::patch::Edit;

/// An open entity.
pub(super) struct Open {
    pub(super) role: Role,
    pub(super) header_part: Arc<str>,
    pub(super) part: Arc<str>,
    /// Where its body begins.
    pub(super) begin: Spot,
    pub(super) header: Header,
    pub(super) content: Option<Content>,
    /// What is around it is signed.
    pub(super) inherited: bool,
    /// What is in it is signed.
    pub(super) signed: bool,
    pub(super) body: Option<Body>,
    /// What is wrong with its body.
    pub(super) codes: Codes,
    /// Something of its body is missing.
    pub(super) lost: bool,
    pub(super) unknown_charset: bool,
    /// It is encoded, which it must not be.
    pub(super) container: Codes,
    pub(super) eight_bit: bool,
    pub(super) around: Option<Around>,
    pub(super) delimiters: Vec<Delimiter>,
    /// There are more of them than are kept.
    pub(super) many: bool,
    pub(super) opened: bool,
    pub(super) closed: bool,
    /// Why it needs another boundary.
    pub(super) rename: Codes,
}

impl Open {
    fn new(role: Role, part: Arc<str>, begin: Spot, signed: bool) -> Open {
        Open {
            role,
            header_part: part.clone(),
            part,
            begin,
            header: Header::default(),
            content: None,
            inherited: signed,
            signed,
            body: None,
            codes: Codes::new(),
            lost: false,
            unknown_charset: false,
            container: Codes::new(),
            eight_bit: false,
            around: None,
            delimiters: Vec::new(),
            many: false,
            opened: false,
            closed: false,
            rename: Codes::new(),
        }
    }

    pub(super) fn content_type(&self) -> Option<&ContentType> {
        self.content.as_ref().map(|content| &content.content_type)
    }

    /// What stands between its parts, if it is a multipart that is taken apart.
    pub(super) fn boundary(&self) -> Option<&[u8]> {
        self.content_type().filter(|_| self.nature() == Nature::Multipart).and_then(ContentType::boundary)
    }
}

impl Operation {
    /// The parser noticed something; lint calls it so.
    pub(super) fn flaw(&mut self, flaw: &Flaw, fresh: Codes) {
        match flaw.code {
            "field-too-long" => self.long_field = true,
            "boundary-junk" => self.junk.extend(fresh),
            "boundary-prefix" => self.prefix = Some(Prefix::new(flaw.offset, fresh)),
            "multipart-not-closed" => self.unclosed = fresh,
            "header-without-end" | "header-missing" => {
                if let Some(open) = self.open.last_mut() {
                    open.header.ending.extend(fresh);
                }
            }
            "container-encoded" => {
                if let Some(open) = self.open.last_mut() {
                    open.container.extend(fresh);
                }
            }
            _ => {
                if let Some(field) = &mut self.field {
                    field.codes.extend(fresh);
                }
            }
        }
    }

    pub(super) fn event(&mut self, event: &Event<'_>, fresh: Codes, linter: &Reader) {
        self.follow_prefix(event);
        match event {
            Event::Start { offset, role } => {
                self.spot = linter.spot(*offset);
                let signed = self.open.last().is_some_and(|around| around.signed);
                self.open.push(Open::new(*role, self.part.clone(), self.spot, signed));
            }
            Event::Field { offset, octets, name, rest } => {
                self.spot = linter.spot(*offset);
                if let Some(width) = name {
                    let name = octets.get(..*width).unwrap_or_default();
                    self.repairs.dkim |= self.open.len() == 1 && name.eq_ignore_ascii_case(b"dkim-signature");
                }
                self.field(*offset, octets, *name, *rest, fresh);
            }
            Event::HeaderEnd { offset, octets, content } => {
                self.spot = linter.spot(*offset);
                self.header_end(*offset, octets, content, &fresh, linter);
            }
            Event::Body { octets, .. } => {
                let Some(open) = self.open.last_mut() else { return };
                open.eight_bit |= !octets.is_ascii();
                open.told(fresh);
                if let Some(body) = &mut open.body {
                    body.push(octets);
                }
            }
            Event::Preamble { offset, octets } => self.around(*offset, octets, false, fresh),
            Event::Epilogue { offset, octets } => self.around(*offset, octets, true, fresh),
            Event::Boundary { offset, octets, last } => {
                self.spot = linter.spot(*offset);
                self.delimiter(*offset, octets, *last, fresh);
            }
            Event::End { offset } => self.end(*offset, fresh),
            Event::Flaw(_) => {}
        }
    }

    fn header_end(&mut self, offset: u64, octets: &[u8], content: &Content, fresh: &Codes, linter: &Reader) {
        // What is missing in the header is told of it, not of what follows.
        if let Some(open) = self.open.last() {
            self.part = open.header_part.clone();
        }
        self.end_of_header(offset, fresh);
        self.part = linter.part();
        let begin = offset + octets.len() as u64;
        let unsigned = self.options.break_signatures;
        let Some((open, around)) = self.open.split_last_mut() else { return };
        open.part = self.part.clone();
        open.begin = linter.spot(begin);
        open.signed |= content.content_type.is("multipart", "signed") && !unsigned;
        open.content = Some(content.clone());
        let boundary = fresh.iter().filter(|(code, _)| code.code.starts_with("ambiguous-boundary-"));
        open.rename.extend(boundary);
        if matches!(content.nature, Nature::Leaf | Nature::EncodedMessage) {
            open.body = Some(Body::new(begin, content, around));
        }
    }

    fn end(&mut self, offset: u64, fresh: Codes) {
        let parts = self.open.last().is_some_and(|open| open.opened);
        self.end_around(parts);
        let Some(mut open) = self.open.pop() else { return };
        open.told(fresh);
        let mut wanted = match open.body.take() {
            Some(body) => self.end_body(&mut open, body, offset),
            None => Wanted::default(),
        };
        if open.nature() == Nature::Multipart {
            wanted.boundary = self.end_multipart(&mut open, offset);
        }
        if matches!(open.nature(), Nature::Multipart | Nature::Message) {
            self.container(&mut open, &mut wanted);
        }
        self.end_header(&mut open, &wanted);
        match self.open.last_mut() {
            Some(around) => around.eight_bit |= open.eight_bit,
            None if self.closed_at == Some(offset) => self.edit(Edit::insert(offset, "\r\n")),
            None => {}
        }
    }

    /// What a multipart or a message says of its encoding, where its parts are not encoded so.
    fn container(&mut self, open: &mut Open, wanted: &mut Wanted) {
        let binary = |field: &super::field::Written| super::has(&field.codes, "encoding-binary");
        let lies = !open.container.is_empty();
        if !lies && !open.header.encodings.iter().any(binary) {
            return;
        }
        let why = match () {
            () if open.signed => SIGNED,
            () if lies && !open.opened => "no part is found in it: it may be encoded indeed",
            () => {
                let name = if open.eight_bit { "8bit" } else { "7bit" };
                wanted.encoding = Some(name);
                let what = format!("Content-Transfer-Encoding says {name}: the parts are not encoded");
                return self.changed(&open.part, &open.container, &what);
            }
        };
        self.left(&open.part, &open.container, why);
    }
}

impl Open {
    /// What lint says of its body.
    fn told(&mut self, fresh: Codes) {
        for (code, spot) in fresh {
            self.lost |= matches!(code.code, "base64-truncated" | "base64-nothing" | "ambiguous-base64");
            self.unknown_charset |= code.code == "charset-unknown";
            super::add(&mut self.codes, code.code, spot);
        }
    }
}
