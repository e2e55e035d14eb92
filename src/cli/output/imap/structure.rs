//! What a message is made of, part by part: a line for each.

use serde_json::{Value, json};

use crate::base::escape::escape_str;
use crate::mime::content_type::ContentType;
use crate::mime::disposition::{Disposition, file_name};
use crate::proto::imap::BodyStructure;
use crate::proto::imap::body_structure::{Extension, Parameter, Part};
use crate::proto::imap::places::Place;
use crate::transcript::text::thousands;

/// The line of a part, as far to the right as it is deep.
pub fn line(place: &Place<'_>) -> String {
    let (kind, rest) = match place.body {
        BodyStructure::Multipart(multipart) => (format!("multipart/{}", lower(&multipart.subtype)), String::new()),
        BodyStructure::Part(part) => {
            let name = name(part).map_or(String::new(), |name| format!("  {name}"));
            (essence(part), format!("  {}  {} octets{name}", lower(&part.encoding), thousands(part.octets)))
        }
    };
    let text = format!("{}{:<8}{kind}{rest}", "  ".repeat(place.depth.min(100)), place.number());
    escape_str(text.trim_end()).into_owned()
}

/// The object of a part.
pub fn object(uid: u32, place: &Place<'_>) -> Value {
    match place.body {
        BodyStructure::Multipart(multipart) => json!({
            "uid": uid, "path": place.number(), "type": format!("multipart/{}", lower(&multipart.subtype)),
        }),
        BodyStructure::Part(part) => json!({
            "uid": uid, "path": place.number(), "type": essence(part), "encoding": lower(&part.encoding),
            "octets": part.octets, "name": name(part),
        }),
    }
}

/// `text/plain`.
pub fn essence(part: &Part) -> String {
    format!("{}/{}", lower(&part.kind), lower(&part.subtype))
}

/// Whether it is to be shown only when the reader asks for it.
pub fn is_attached(part: &Part) -> bool {
    let kind = part.extension.disposition.as_ref().map(|disposition| lower(&disposition.kind));
    kind.is_some_and(|kind| !kind.is_empty() && kind != "inline")
}

/// The name of its file, decoded, not safe to show.
pub fn name(part: &Part) -> Option<String> {
    let Extension { disposition, .. } = &part.extension;
    let disposition = disposition
        .as_ref()
        .map(|disposition| Disposition::parse(&field(&lower(&disposition.kind), &disposition.parameters)).0);
    let content_type = ContentType::parse(&field(&essence(part), &part.parameters)).0;
    file_name(disposition.as_ref(), Some(&content_type)).0
}

/// Its charset, if one is named.
pub fn charset(part: &Part) -> Option<String> {
    let content_type = ContentType::parse(&field(&essence(part), &part.parameters)).0;
    content_type.charset().map(str::to_owned)
}

/// The field that the server has taken apart, for the one reader of fields that there is.
fn field(value: &str, parameters: &[Parameter]) -> Vec<u8> {
    let mut field = value.as_bytes().to_vec();
    for Parameter { name, value } in parameters {
        field.extend_from_slice(b"; ");
        field.extend_from_slice(name);
        // Percent signs mean something only without quotes (RFC 2231 §4).
        let quoted = !name.ends_with(b"*");
        field.extend_from_slice(if quoted { b"=\"" } else { b"=" });
        for &octet in value {
            if quoted && matches!(octet, b'"' | b'\\') {
                field.push(b'\\');
            }
            field.push(octet);
        }
        field.extend_from_slice(if quoted { b"\"" } else { b"" });
    }
    field
}

fn lower(octets: &[u8]) -> String {
    String::from_utf8_lossy(octets).to_ascii_lowercase()
}
