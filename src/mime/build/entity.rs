//! The tree of a message: entities, each a part or a multipart of further ones (RFC 2045 §2.4, RFC 2046 §5.1), and the
//! arrangement of it that most letters have.

use super::SourceId;
use crate::mime::charset::Charset;
use crate::mime::header::Field;
use crate::mime::survey::Facts;
use crate::mime::transfer_encoding::TransferEncoding;

/// What a message or one of its parts is, and what it holds.
#[derive(Clone, Debug)]
pub struct Entity {
    /// `type "/" subtype`, with parameters or without; that of a multipart has no boundary, which is made.
    pub content_type: String,
    /// `Content-ID` without the angle brackets (RFC 2045 §7).
    pub content_id: Option<String>,
    /// `Content-Description`, any text without controls (RFC 2045 §8).
    pub description: Option<String>,
    /// How it is shown; without it no Content-Disposition is written, nor a file name.
    pub disposition: Option<Disposition>,
    /// The name that a recipient may save it under, without controls.
    pub file_name: Option<String>,
    /// Further fields of the part; those of a message stand in the draft. ASCII values are written as they are.
    pub extra: Vec<Field>,
    /// What it holds.
    pub body: Body,
}

/// What an entity holds.
#[derive(Clone, Debug)]
pub enum Body {
    /// Octets.
    Part(Part),
    /// Further entities.
    Multipart(Multipart),
}

/// One source of octets.
#[derive(Clone, Debug)]
pub struct Part {
    /// Where the octets come from. Those of a text are in its charset already.
    pub source: SourceId,
    /// What a survey of just these octets found; a full one for texts.
    pub facts: Facts,
    /// The charset of a text that is not ASCII; `None`: UTF-8 if it is that, else it is not told.
    pub charset: Option<Charset>,
    /// How its transfer encoding is found.
    pub encoding: Encoding,
}

/// Entities that stand between boundaries.
#[derive(Clone, Debug)]
pub struct Multipart {
    /// Text before the first boundary, which readers pass over; ASCII.
    pub preamble: String,
    /// The parts; at least one.
    pub parts: Vec<Entity>,
    /// Text behind the last boundary, which readers pass over; ASCII.
    pub epilogue: String,
}

/// How the transfer encoding of a part is found. A message within a message has none, whatever stands here
/// (RFC 2046 §5.2.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// It is text: the plainest that carries it; line ends become CRLF.
    Text,
    /// Every octet is kept: base64, or binary where the way carries that.
    Octets,
    /// This one, where content and way allow it.
    Given(TransferEncoding),
}

/// `disposition-type` (RFC 2183 §2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Disposition {
    /// Shown with the text around it.
    Inline,
    /// Shown when the reader asks for it.
    Attachment,
}

impl Disposition {
    /// The word in the field.
    pub const fn name(self) -> &'static str {
        match self {
            Disposition::Inline => "inline",
            Disposition::Attachment => "attachment",
        }
    }
}

impl Entity {
    /// An entity with a type and a body, and nothing else.
    pub fn new(content_type: impl Into<String>, body: Body) -> Entity {
        Entity {
            content_type: content_type.into(),
            content_id: None,
            description: None,
            disposition: None,
            file_name: None,
            extra: Vec::new(),
            body,
        }
    }

    /// Entities under one roof: `multipart` of this subtype.
    pub fn multipart(subtype: &str, parts: Vec<Entity>) -> Entity {
        let multipart = Multipart { preamble: String::new(), parts, epilogue: String::new() };
        Entity::new(format!("multipart/{subtype}"), Body::Multipart(multipart))
    }

    /// The tree of a letter: text and HTML are alternatives, what the HTML shows is related to it, attachments are
    /// mixed with them. Inline parts without HTML are mixed too. `None` if there is nothing.
    pub fn arrange(
        text: Option<Entity>,
        html: Option<Entity>,
        mut inline: Vec<Entity>,
        attachments: Vec<Entity>,
    ) -> Option<Entity> {
        let mut bodies: Vec<Entity> = text.into_iter().collect();
        if let Some(html) = html {
            bodies.extend(group("related", [vec![html], std::mem::take(&mut inline)].concat()));
        }
        let files = [inline, attachments].concat();
        let body = group("alternative", bodies);
        match files.is_empty() {
            true => body,
            false => Some(Entity::multipart("mixed", body.into_iter().chain(files).collect())),
        }
    }
}

/// A multipart, or the entity itself if it is alone.
fn group(subtype: &str, mut parts: Vec<Entity>) -> Option<Entity> {
    match parts.len() {
        0 | 1 => parts.pop(),
        _ => Some(Entity::multipart(subtype, parts)),
    }
}
