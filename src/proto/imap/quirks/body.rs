//! Quirks of BODY and BODYSTRUCTURE.

use super::super::body_structure::{BodyStructure, Content, Part};
use super::super::response::Item;
use super::shape::Shape;
use super::{Quirk, Seen, row};

pub(super) const TABLE: &[Quirk] = &[
    row("quirk-parameter-nil", "mail.ru", "RFC 9051 §9", "a parameter of a part has NIL for its value", |seen| {
        seen.structure().is_some() && seen.shapes.lists.iter().any(has_nil_parameter)
    }),
    row(
        "quirk-multipart-empty",
        "several servers, Dovecot among them, for a multipart without parts",
        "RFC 9051 §7.5.2",
        "a multipart is told as a part of the type NIL",
        |seen| seen.has_empty_multipart() && seen.shapes.lists.iter().any(|list| list.kinds.starts_with("NS")),
    ),
    row(
        "quirk-multipart-childless",
        "Gmail and Yandex, where multiparts share a delimiter",
        "RFC 9051 §7.5.2",
        "a multipart without parts is told by what stands behind the parts of any other",
        |seen| seen.has_empty_multipart() && !seen.shapes.lists.iter().any(|list| list.kinds.starts_with("NS")),
    ),
    row("quirk-part-nil", "Exchange", "RFC 9051 §7.5.2", "a part of which nothing is told but NIL", |seen| {
        seen.part(|part| part.kind.is_empty() && part.subtype.is_empty())
    }),
    row(
        "quirk-disposition-string",
        "Exchange",
        "RFC 9051 §9",
        "a disposition is a string, without parentheses and parameters",
        |seen| seen.structure().is_some() && seen.shapes.lists.iter().any(has_bare_disposition),
    ),
    row(
        "quirk-message-without-envelope",
        "Gmail, for messages in base64",
        "RFC 9051 §7.5.2",
        "a message within the message is told as if it were any other part",
        |seen| {
            seen.part(|part| {
                let message =
                    part.kind.eq_ignore_ascii_case(b"message") && part.subtype.eq_ignore_ascii_case(b"rfc822");
                message && part.content == Content::Basic
            })
        },
    ),
];

/// `("boundary" NIL)`, behind the type of a part, the parts of a multipart, or the name of a disposition, which may
/// itself be followed by NIL.
fn has_nil_parameter(list: &Shape<'_>) -> bool {
    let parameters = matches!(list.before.as_str(), "SS" | "NS" | "LS" | "S");
    let names = list.kinds.as_bytes().chunks(2);
    parameters && list.values.is_multiple_of(2) && names.clone().all(|pair| pair.starts_with(b"S")) && {
        names.into_iter().any(|pair| pair == b"SN")
    }
}

/// A part that has a string where its disposition stands: behind its type, its fields, its lines and its MD5.
fn has_bare_disposition(list: &Shape<'_>) -> bool {
    let part = list.kinds.starts_with("SSL") || list.kinds.starts_with("SSN");
    let lines = list.kind(7) == Some('0');
    let simple = list.kind(7) != Some('L') && list.kind(6) == Some('0');
    part && simple && list.kind(if lines { 9 } else { 8 }) == Some('S')
}

impl<'a> Seen<'a> {
    fn structure(&self) -> Option<&'a BodyStructure> {
        self.fetch()?.items.iter().find_map(|item| match item {
            Item::Structure(structure) => Some(&**structure),
            _ => None,
        })
    }

    /// Whether any part is a multipart that has none itself.
    fn has_empty_multipart(&self) -> bool {
        self.part(|part| part.kind.is_empty() && !part.subtype.is_empty())
    }

    /// Whether any part is so, within multiparts and messages too.
    fn part(&self, is: impl Fn(&Part) -> bool) -> bool {
        let mut left: Vec<&BodyStructure> = self.structure().into_iter().collect();
        while let Some(body) = left.pop() {
            match body {
                BodyStructure::Multipart(multipart) => left.extend(&multipart.parts),
                BodyStructure::Part(part) if is(part) => return true,
                BodyStructure::Part(part) => {
                    if let Content::Message(message) = &part.content {
                        left.push(&message.body);
                    }
                }
            }
        }
        false
    }
}
