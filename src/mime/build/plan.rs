//! The body: what is decided about each entity of the tree, and how they stand in the message (RFC 2046 §5.1).
//!
//! The tree becomes a list in the order of the message, so that nothing here calls itself however deep it is.

use super::choice::{self, Choice};
use super::entity::{Body, Disposition, Entity, Multipart};
use super::heading::Heading;
use super::{BuildError, Composer, Draft, Transport};
use crate::mime::canonical::Canonical;
use crate::mime::content_type::{essence, has_parameter, is_kind, well_formed};
use crate::mime::transfer_encoding::{LONGEST_LINE, TransferEncoding};
use crate::mime::transform::Transform;

/// The longest token, so that a boundary made of it has at most 70 octets.
const MAX_TOKEN: usize = 50;
/// How deep multiparts may stand in one another.
pub const MAX_DEPTH: usize = 100;

/// Every entity with what was decided about it, in the order of the message.
pub(super) struct Plan<'a>(Vec<Planned<'a>>);

struct Planned<'a> {
    entity: &'a Entity,
    /// The place in the list of the multipart that it stands in.
    parent: Option<usize>,
    depth: usize,
    /// Its number as in IMAP (RFC 9051 §6.4.5.1); empty for the message itself.
    section: String,
    content: Content<'a>,
}

enum Content<'a> {
    Part(Choice),
    Multipart {
        preamble: &'a str,
        epilogue: &'a str,
        boundary: String,
        /// What it holds at the most (RFC 2045 §6.4).
        domain: TransferEncoding,
    },
}

impl<'a> Plan<'a> {
    /// Decides about every entity.
    pub(super) fn new(draft: &'a Draft, transport: Transport) -> Result<Plan<'a>, BuildError> {
        check_boundary(&draft.boundary)?;
        let mut plan = Plan(Vec::new());
        let mut waiting = vec![(&draft.body, None, 0, String::new())];
        while let Some((entity, parent, depth, section)) = waiting.pop() {
            let content = decide(entity, transport, depth, &section)?;
            if let Body::Multipart(multipart) = &entity.body {
                let parts = multipart.parts.iter().enumerate().rev();
                let here = Some(plan.0.len());
                waiting.extend(parts.map(|(at, part)| (part, here, depth + 1, number(&section, at + 1))));
            }
            plan.0.push(Planned { entity, parent, depth, section, content });
        }
        plan.name_boundaries(&draft.boundary);
        plan.spread_domains();
        Ok(plan)
    }

    /// The token alone for one multipart; for several with a number behind it. All have the same length, so that none
    /// is the beginning of another one.
    fn name_boundaries(&mut self, token: &str) {
        let mut boundaries: Vec<&mut String> = self
            .0
            .iter_mut()
            .filter_map(|planned| match &mut planned.content {
                Content::Multipart { boundary, .. } => Some(boundary),
                Content::Part(_) => None,
            })
            .collect();
        let width = boundaries.len().to_string().len();
        match &mut boundaries[..] {
            [one] => token.clone_into(one),
            many => many.iter_mut().zip(1..).for_each(|(one, n)| **one = format!("{token}_{n:0width$}")),
        }
    }

    /// Tells each multipart of what is in it; the innermost stand last in the list.
    fn spread_domains(&mut self) {
        for at in (0..self.0.len()).rev() {
            let Some((inner, Some(parent))) = self.0.get(at).map(|planned| (planned.domain(), planned.parent)) else {
                continue;
            };
            if let Some(Content::Multipart { domain, .. }) = self.0.get_mut(parent).map(|parent| &mut parent.content) {
                *domain = inner.max(*domain);
            }
        }
    }

    /// What the whole body is: lines of ASCII, lines, or octets.
    pub(super) fn domain(&self) -> TransferEncoding {
        self.0.first().map_or(TransferEncoding::SevenBit, Planned::domain)
    }

    /// True if some part goes out with octets above 127.
    pub(super) fn has_eight_bit(&self) -> bool {
        self.0.iter().any(|planned| match (&planned.content, &planned.entity.body) {
            (Content::Part(choice), Body::Part(part)) => {
                choice.encoding.domain() != TransferEncoding::SevenBit && part.facts.eight_bit
            }
            _ => false,
        })
    }

    /// What was decided about the parts.
    pub(super) fn choices(self) -> Vec<Choice> {
        let choice = |planned: Planned<'a>| match planned.content {
            Content::Part(choice) => Some(choice),
            Content::Multipart { .. } => None,
        };
        self.0.into_iter().filter_map(choice).collect()
    }

    /// Fields, blank line and body of every entity, boundaries between them.
    pub(super) fn write(&self, draft: &Draft, utf8: bool, composer: &mut Composer) -> Result<(), BuildError> {
        let mut open: Vec<(&str, &str)> = Vec::new();
        for planned in &self.0 {
            while open.len() > planned.depth {
                close(&mut open, composer);
            }
            // The line end before a delimiter belongs to it, so a part's last line end needs one more.
            if let Some((boundary, _)) = open.last() {
                composer.octets(&format!("\r\n--{boundary}\r\n"));
            }
            planned.write(draft, utf8, composer)?;
            if let Content::Multipart { boundary, epilogue, .. } = &planned.content {
                open.push((boundary, epilogue));
            }
        }
        while !open.is_empty() {
            close(&mut open, composer);
        }
        Ok(())
    }
}

/// What is decided about an entity by itself.
fn decide<'a>(
    entity: &'a Entity,
    transport: Transport,
    depth: usize,
    section: &str,
) -> Result<Content<'a>, BuildError> {
    let what = describe(entity, section);
    let multipart = match &entity.body {
        Body::Part(part) => return choice::choose(entity, part, transport, section, &what).map(Content::Part),
        Body::Multipart(multipart) => multipart,
    };
    check_multipart(entity, multipart, &what)?;
    if depth == MAX_DEPTH {
        return Err(BuildError::Depth);
    }
    Ok(Content::Multipart {
        preamble: &multipart.preamble,
        epilogue: &multipart.epilogue,
        boundary: String::new(),
        domain: TransferEncoding::SevenBit,
    })
}

/// The number of the nth part of a multipart.
fn number(section: &str, n: usize) -> String {
    if section.is_empty() { n.to_string() } else { format!("{section}.{n}") }
}

/// Writes the end of the innermost multipart.
fn close(open: &mut Vec<(&str, &str)>, composer: &mut Composer) {
    if let Some((boundary, epilogue)) = open.pop() {
        composer.octets(&format!("\r\n--{boundary}--\r\n{}", canonical(epilogue)));
    }
}

impl Planned<'_> {
    fn domain(&self) -> TransferEncoding {
        match &self.content {
            Content::Part(choice) => choice.encoding.domain(),
            Content::Multipart { domain, .. } => *domain,
        }
    }

    /// The fields, then what stands before the first boundary, or the octets.
    fn write(&self, draft: &Draft, utf8: bool, composer: &mut Composer) -> Result<(), BuildError> {
        let what = describe(self.entity, &self.section);
        let (encoding, charset, boundary) = match &self.content {
            Content::Part(choice) => (Some(choice.encoding), choice.charset, None),
            Content::Multipart { domain, boundary, .. } => {
                (Some(*domain).filter(|&domain| domain != TransferEncoding::SevenBit), None, Some(boundary.as_str()))
            }
        };
        let beside = if self.depth == 0 { &draft.extra } else { &self.entity.extra };
        let heading = Heading { entity: self.entity, what: &what, encoding, charset, boundary, beside };
        composer.octets(&heading.write(draft.charset, utf8)?);
        match (&self.content, &self.entity.body) {
            (Content::Part(choice), Body::Part(part)) => {
                composer.octets("\r\n");
                composer.source(part.source, choice.encoding, choice.size);
            }
            (Content::Multipart { preamble, .. }, _) if !preamble.is_empty() => {
                composer.octets(&format!("\r\n{}", canonical(preamble)));
            }
            _ => {}
        }
        Ok(())
    }
}

/// A text with its line ends as mail has them.
fn canonical(text: &str) -> String {
    let (mut canonical, mut lines) = (Canonical::new(), Vec::new());
    canonical.push(text.as_bytes(), &mut lines);
    canonical.finish(&mut lines);
    String::from_utf8_lossy(&lines).into_owned()
}

fn check_multipart(entity: &Entity, multipart: &Multipart, what: &str) -> Result<(), BuildError> {
    let content_type = &entity.content_type;
    if !well_formed(content_type) || !is_kind(content_type, "multipart") || has_parameter(content_type, "boundary") {
        return Err(BuildError::MultipartType { part: what.to_owned(), content_type: content_type.clone() });
    }
    if multipart.parts.is_empty() {
        return Err(BuildError::NoParts(what.to_owned()));
    }
    for (name, text) in [("preamble", &multipart.preamble), ("epilogue", &multipart.epilogue)] {
        let long = text.split(['\r', '\n']).any(|line| line.len() as u64 > LONGEST_LINE);
        let delimiter = text.split(['\r', '\n']).any(|line| line.starts_with("--"));
        if !text.is_ascii() || text.contains('\0') || long || delimiter {
            return Err(BuildError::Margin { part: what.to_owned(), name });
        }
    }
    Ok(())
}

/// `bchars` without the blank (RFC 2046 §5.1.1).
fn check_boundary(token: &str) -> Result<(), BuildError> {
    let legal = |octet: u8| octet.is_ascii_alphanumeric() || b"'()+_,-./:=?".contains(&octet);
    match !token.is_empty() && token.len() <= MAX_TOKEN && token.bytes().all(legal) {
        true => Ok(()),
        false => Err(BuildError::Boundary(token.to_owned())),
    }
}

/// The entity in a user's words.
fn describe(entity: &Entity, section: &str) -> String {
    let role = match (&entity.body, entity.disposition) {
        (Body::Multipart(_), _) => "the multipart",
        (_, Some(Disposition::Attachment)) => "the attachment",
        (_, Some(Disposition::Inline)) => "the inline part",
        _ if essence(&entity.content_type).eq_ignore_ascii_case("text/html") => "the HTML",
        _ if is_kind(&entity.content_type, "text") => "the text",
        _ => "the part",
    };
    let name = entity.file_name.as_ref().map(|name| format!(" {name:?}")).unwrap_or_default();
    let number = if section.is_empty() { String::new() } else { format!(" (part {section})") };
    format!("{role}{name}{number}")
}
