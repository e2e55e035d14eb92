//! The open entities, and how they begin and end.

use super::super::content_type::ContentType;
use super::super::flaw::Severity;
use super::{Event, Parser};

/// What an entity is to the one around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The message itself.
    Root,
    /// A part of a multipart.
    Part,
    /// The message within a message/rfc822.
    Message,
}

/// What an entity is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// Its type, as declared or by default.
    pub content_type: ContentType,
    /// Its transfer encoding as it was declared, in lower case; none: 7bit.
    pub encoding: Option<String>,
    /// How its body is read.
    pub nature: Nature,
}

/// How the body of an entity is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Nature {
    /// As octets.
    Leaf,
    /// As parts between delimiters.
    Multipart,
    /// As a message.
    Message,
    /// As octets that decode to a message, which RFC 2046 §5.2.1 forbids.
    EncodedMessage,
}

/// Where the parser is in the innermost entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    Header,
    /// In a field that is too long to be told in one piece.
    LongField,
    Body,
    Preamble,
    Epilogue,
}

/// An open entity.
#[derive(Debug)]
pub(super) struct Entity {
    /// Fields of its header so far.
    pub fields: usize,
    /// What it declares to be.
    pub content_type: Option<ContentType>,
    /// The transfer encoding that it declares.
    pub encoding: Option<String>,
    /// What stands between its parts, if it is a multipart.
    pub boundary: Option<Vec<u8>>,
    /// Blanks that stand behind it where it is declared, and so perhaps before the `--` that closes.
    pub blanks: Vec<u8>,
    /// A delimiter was seen.
    pub opened: bool,
    /// The closing one was.
    pub closed: bool,
}

impl Parser {
    /// An entity begins here.
    pub(super) fn start(&mut self, role: Role, tell: &mut dyn FnMut(Event<'_>)) {
        self.stack.push(Entity {
            fields: 0,
            content_type: None,
            encoding: None,
            boundary: None,
            blanks: Vec::new(),
            opened: false,
            closed: false,
        });
        self.parts += 1;
        self.state = State::Header;
        self.line_start = true;
        tell(Event::Start { offset: self.at, role });
    }

    /// The header of the innermost entity is over: what is its body?
    pub(super) fn header_end(&mut self, empty_line: &[u8], tell: &mut dyn FnMut(Event<'_>)) -> Nature {
        let (depth, parts) = (self.stack.len(), self.parts);
        let Some((entity, around)) = self.stack.split_last_mut() else { return Nature::Leaf };
        // Of a message within, what is around it does not decide.
        let parent = around.last().filter(|parent| parent.boundary.is_some());
        let default = || ContentType::default_for(parent.and_then(|parent| parent.content_type.as_ref()));
        let content_type = entity.content_type.take().unwrap_or_else(default);
        entity.content_type = Some(content_type.clone());
        let encoding = entity.encoding.take();
        let plain = encoding.as_deref().is_none_or(|name| matches!(name, "7bit" | "8bit" | "binary"));
        let deep = depth >= self.limits.depth || parts >= self.limits.parts;
        let boundary = content_type.boundary().map(<[u8]>::to_vec).filter(|boundary| !boundary.is_empty());
        let nature = match (content_type.is_multipart(), content_type.is_message()) {
            _ if deep => Nature::Leaf,
            (true, _) if boundary.is_some() => Nature::Multipart,
            (_, true) if plain => Nature::Message,
            (_, true) => Nature::EncodedMessage,
            _ => Nature::Leaf,
        };
        if nature == Nature::Multipart {
            let declared = content_type.parameters.get("boundary").map(|declared| declared.octets.as_slice());
            let width = boundary.as_ref().map_or(0, Vec::len);
            entity.blanks = declared.and_then(|declared| declared.get(width..)).unwrap_or_default().to_vec();
            entity.boundary = boundary;
        }
        let content = Content { content_type, encoding, nature };
        tell(Event::HeaderEnd { offset: self.at, octets: empty_line, content: &content });
        self.at += empty_line.len() as u64;
        self.tell_container_flaws(&content, plain, deep, tell);
        self.at -= empty_line.len() as u64;
        self.state = if nature == Nature::Multipart { State::Preamble } else { State::Body };
        self.line_start = true;
        nature
    }

    fn tell_container_flaws(&self, content: &Content, plain: bool, deep: bool, tell: &mut dyn FnMut(Event<'_>)) {
        let container = content.content_type.is_multipart() || content.content_type.is_message();
        if container && deep {
            let text = "too many entities, or too deep: what is inside is not taken apart";
            return self.flaw(tell, "limit-reached", Severity::Warning, text, "RFC 2046 §5.1");
        }
        if content.content_type.is_multipart() && content.nature == Nature::Leaf {
            let text = "a multipart without a boundary cannot be taken apart";
            self.flaw(tell, "boundary-missing", Severity::Error, text, "RFC 2046 §5.1.1");
        }
        if container && !plain {
            let text = format!(
                "{} must not be encoded as {}",
                content.content_type.essence(),
                content.encoding.as_deref().unwrap_or_default()
            );
            self.flaw(tell, "container-encoded", Severity::Error, text, "RFC 2045 §6.4");
        }
    }

    /// Ends every entity beyond the first `keep`.
    pub(super) fn close_to(&mut self, keep: usize, end_of_input: bool, tell: &mut dyn FnMut(Event<'_>)) {
        while self.stack.len() > keep {
            let Some(entity) = self.stack.pop() else { return };
            if entity.boundary.is_some() && !entity.closed {
                let (code, text) = match (entity.opened, end_of_input) {
                    (false, _) => ("boundary-never-used", "the delimiter of the multipart does not occur in it"),
                    (true, true) => ("multipart-not-closed", "the message ends before the closing delimiter"),
                    (true, false) => ("multipart-not-closed", "an outer delimiter comes before the closing one"),
                };
                self.flaw(tell, code, Severity::Error, text, "RFC 2046 §5.1.1");
            }
            tell(Event::End { offset: self.at });
        }
    }
}
