//! What an IMAP server should tell of a message without sending it: ENVELOPE and BODYSTRUCTURE (RFC 9051 §2.3.5,
//! §2.3.6, §7.5.2; RFC 3501 §7.4.2).
//!
//! Where the RFCs leave a choice it is that of Dovecot. Values stay as they were sent, encoded words and percent signs
//! included: the client decodes them. The sections of a parameter (RFC 2231 §3) are put together, and a `*` behind its
//! name says that charset and percent signs are still in its value. Types keep their letters. Octets are those of the
//! message as a server stores it: every line ends in CRLF, whatever the file has. A message within that is encoded,
//! which RFC 2045 §6.4 forbids, is not looked into: no section number leads there.

use super::addresses::{self, Entry};
use super::content_type::ContentType;
use super::cursor::Cursor;
use super::disposition::Disposition as Field;
use super::parameter::{self, Whole};
use super::tree::{Entity, Tree};
use crate::proto::imap::body_structure::{
    BodyStructure, Content, Disposition, Extension, Message, Multipart, Parameter, Part,
};
use crate::proto::imap::envelope::{Address, Envelope, Mailbox};

/// What stands where an address has no local part, so that it does not look like the end of a group.
const NO_MAILBOX: &[u8] = b"MISSING_MAILBOX";
/// What stands where an address has no domain, so that it does not look like the beginning of a group.
const NO_HOST: &[u8] = b"MISSING_DOMAIN";

/// The envelope of the message whose header this entity has.
pub fn envelope(entity: &Entity) -> Envelope {
    let from = list(entity, "from");
    let or_from = |name: &str| Some(list(entity, name)).filter(|list| !list.is_empty()).unwrap_or_else(|| from.clone());
    Envelope {
        date: text(entity, "date"),
        subject: text(entity, "subject").map(|subject| subject.trim_ascii_end().to_vec()),
        sender: or_from("sender"),
        reply_to: or_from("reply-to"),
        to: list(entity, "to"),
        cc: list(entity, "cc"),
        bcc: list(entity, "bcc"),
        in_reply_to: text(entity, "in-reply-to"),
        message_id: text(entity, "message-id"),
        from,
    }
}

/// The structure of a message: as deep as its tree, and built without recursion.
pub fn structure(tree: &Tree) -> BodyStructure {
    // What is within the entities that come before, seen from the end, the first one last.
    let mut within: Vec<(usize, &Entity, BodyStructure)> = Vec::new();
    for entity in tree.entities.iter().rev().filter(|entity| entity.layer == 0) {
        let mut children = Vec::new();
        while let Some(child) = within.pop_if(|(depth, ..)| *depth > entity.depth) {
            children.push((child.1, child.2));
        }
        within.push((entity.depth, entity, body(entity, children)));
    }
    within.pop().map_or_else(empty, |(.., structure)| structure)
}

fn body(entity: &Entity, mut children: Vec<(&Entity, BodyStructure)>) -> BodyStructure {
    let declared = entity.field("content-type").map(ContentType::written);
    let (kind, subtype, parameters) = declared.unwrap_or_else(|| {
        let default = &entity.content.content_type;
        (default.kind().to_owned(), default.subtype().to_owned(), Vec::new())
    });
    let (parameters, extension) = (parameters_of(parameters), extension(entity));
    if entity.content.content_type.is_multipart() {
        let mut parts: Vec<_> = children.into_iter().map(|(_, structure)| structure).collect();
        if parts.is_empty() {
            parts.push(empty());
        }
        return BodyStructure::Multipart(Multipart { parts, subtype: subtype.into_bytes(), parameters, extension });
    }
    let content = match children.pop() {
        _ if entity.content.content_type.kind() == "text" => Content::Text { lines: entity.lines },
        Some((inner, body)) => message(envelope(inner), body, entity.lines),
        None if entity.content.content_type.is_message() => message(Envelope::default(), empty(), entity.lines),
        None => Content::Basic,
    };
    let message = matches!(content, Content::Message(_));
    // The grammar knows these words (`media-message`), and clients look for them.
    let (kind, subtype) =
        if message { (kind.to_ascii_lowercase(), subtype.to_ascii_lowercase()) } else { (kind, subtype) };
    BodyStructure::Part(Box::new(Part {
        kind: kind.into_bytes(),
        subtype: subtype.into_bytes(),
        parameters: with_charset(parameters, &content),
        id: text(entity, "content-id"),
        description: text(entity, "content-description"),
        encoding: encoding(entity),
        octets: entity.canonical(),
        content,
        md5: text(entity, "content-md5"),
        extension,
    }))
}

fn message(envelope: Envelope, body: BodyStructure, lines: u64) -> Content {
    Content::Message(Box::new(Message { envelope, body, lines }))
}

/// What stands where there must be a part and is none: an empty text.
fn empty() -> BodyStructure {
    let content = Content::Text { lines: 0 };
    BodyStructure::Part(Box::new(Part {
        kind: b"text".to_vec(),
        subtype: b"plain".to_vec(),
        parameters: with_charset(Vec::new(), &content),
        id: None,
        description: None,
        encoding: b"7bit".to_vec(),
        octets: 0,
        content,
        md5: None,
        extension: Extension::default(),
    }))
}

/// A text without a charset is US-ASCII (RFC 2045 §5.2), and the parameters say so.
fn with_charset(mut parameters: Vec<Parameter>, content: &Content) -> Vec<Parameter> {
    let name =
        |parameter: &Parameter| parameter.name.strip_suffix(b"*").unwrap_or(&parameter.name).to_ascii_lowercase();
    let named = |parameter: &Parameter| name(parameter) == b"charset";
    if matches!(content, Content::Text { .. }) && !parameters.iter().any(named) {
        parameters.push(Parameter { name: b"charset".to_vec(), value: b"us-ascii".to_vec() });
    }
    parameters
}

fn extension(entity: &Entity) -> Extension {
    Extension {
        disposition: entity.field("content-disposition").map(|value| {
            let (kind, parameters) = Field::written(value);
            Disposition { kind, parameters: parameters_of(parameters) }
        }),
        language: entity.field("content-language").map(languages).unwrap_or_default(),
        location: text(entity, "content-location"),
    }
}

fn parameters_of(parameters: Vec<Whole>) -> Vec<Parameter> {
    parameters.into_iter().map(|(name, value)| Parameter { name, value }).collect()
}

/// `mechanism` in its own letters; 7bit where there is none (RFC 2045 §6.1).
fn encoding(entity: &Entity) -> Vec<u8> {
    let mut cursor = Cursor::new(entity.field("content-transfer-encoding").unwrap_or_default());
    cursor.skip_cfws();
    match cursor.take_while(parameter::is_token) {
        [] => b"7bit".to_vec(),
        word => word.to_vec(),
    }
}

/// `Language-Header = "Content-Language" ":" 1#Language-tag` (RFC 3282 §2).
fn languages(value: &[u8]) -> Vec<Vec<u8>> {
    let (mut cursor, mut tags) = (Cursor::new(value), Vec::new());
    while cursor.peek().is_some() {
        cursor.skip_cfws();
        let tag = cursor.take_while(parameter::is_token);
        if !tag.is_empty() {
            tags.push(tag.to_vec());
        } else {
            cursor.bump(1);
        }
    }
    tags
}

/// A value, unfolded (RFC 5322 §2.2.3) and without blanks before it.
fn text(entity: &Entity, name: &str) -> Option<Vec<u8>> {
    let unfolded = |value: &[u8]| value.iter().copied().filter(|octet| !matches!(octet, b'\r' | b'\n')).collect();
    entity.field(name).map(|value| unfolded(value.trim_ascii_start()))
}

/// The addresses of all fields of this name: several count as one (RFC 5322 §4.5.3).
fn list(entity: &Entity, name: &str) -> Vec<Address> {
    let fields = entity.fields.iter().filter(|field| field.name == name);
    fields.flat_map(|field| addresses::read(&field.value).0).map(address).collect()
}

fn address(entry: Entry) -> Address {
    let or = |octets: Vec<u8>, missing: &[u8]| if octets.is_empty() { missing.to_vec() } else { octets };
    match entry {
        Entry::Group { raw_name, .. } => Address::Group(raw_name),
        Entry::GroupEnd => Address::GroupEnd,
        Entry::Address(address) => Address::Mailbox(Mailbox {
            name: address.raw_name,
            route: address.route.map(String::into_bytes),
            mailbox: or(address.mailbox.into_bytes(), NO_MAILBOX),
            host: or(address.host.unwrap_or_default().into_bytes(), NO_HOST),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::super::layers::Reader;
    use super::super::parse::Limits;
    use super::super::tree::Builder;
    use super::*;
    use crate::proto::imap::body_structure::Form;

    /// `ENVELOPE BODYSTRUCTURE` of a message that comes in pieces.
    fn told(message: &str, step: usize) -> (String, String) {
        let (mut reader, mut builder) = (Reader::new(Limits::default()), Builder::new());
        let mut take = |layer: u8, event: super::super::parse::Event<'_>| builder.event(layer, &event);
        message.as_bytes().chunks(step).for_each(|piece| reader.push(piece, &mut take));
        reader.finish(&mut take);
        let tree = builder.finish();
        let (mut one, mut other) = (Vec::new(), Vec::new());
        envelope(tree.entities.first().expect("a message")).write(&mut one);
        structure(&tree).write(Form::BodyStructure, &mut other);
        (String::from_utf8_lossy(&one).into_owned(), String::from_utf8_lossy(&other).into_owned())
    }

    #[test]
    fn what_is_missing_has_its_default() {
        let (envelope, body) = told("\nx\n", 99);
        assert_eq!(envelope, "(NIL NIL NIL NIL NIL NIL NIL NIL NIL NIL)");
        assert_eq!(body, r#"("text" "plain" ("charset" "us-ascii") NIL NIL "7bit" 3 1 NIL NIL NIL NIL)"#);
        let (envelope, _) = told("Subject:\nFrom: a@x.test\nSender:\nTo: b, <>\n\n", 99);
        let from = r#"((NIL NIL "a" "x.test"))"#;
        let to = r#"((NIL NIL "b" "MISSING_DOMAIN")(NIL NIL "MISSING_MAILBOX" "MISSING_DOMAIN"))"#;
        assert_eq!(envelope, format!(r#"(NIL "" {from} {from} {from} {to} NIL NIL NIL NIL)"#));
        let (_, body) = told("Content-Type: MULTIPART/Mixed\n\nx", 99);
        let none = r#"("text" "plain" ("charset" "us-ascii") NIL NIL "7bit" 0 0 NIL NIL NIL NIL)"#;
        assert_eq!(body, format!(r#"({none} "Mixed" NIL NIL NIL NIL)"#));
        let (_, body) = told("Content-Type: text/plain; charset*=x'y'utf-8\n\n", 99);
        assert!(body.starts_with(r#"("text" "plain" ("charset*" "x'y'utf-8") NIL"#), "{body}");
    }

    #[test]
    fn octets_are_those_of_the_wire_however_the_message_comes() {
        let wire = "Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n\r\none\r\ntwo\r\n--a\r\n\
                    Content-Type: message/rfc822\r\n\r\nSubject: in\r\n\r\n\r\nx\r\n--a--\r\n";
        let whole = told(wire, usize::MAX);
        assert!(whole.1.contains(r#""7bit" 8 1 NIL"#) && whole.1.contains(r#""7bit" 18 (NIL "in""#), "{}", whole.1);
        for step in 1..wire.len() {
            assert_eq!(told(wire, step), whole, "cut every {step} octets");
            assert_eq!(told(&wire.replace("\r\n", "\n"), step), whole, "with LF, cut every {step} octets");
        }
    }

    #[test]
    fn as_deep_as_a_message_is_taken_apart() {
        let deep = "Content-Type: message/rfc822\n\n".repeat(10_000);
        let (_, body) = told(&deep, usize::MAX);
        assert_eq!(body.matches("\"message\"").count(), Limits::default().depth);
        assert!(body.ends_with("NIL NIL NIL NIL)"));
    }
}
