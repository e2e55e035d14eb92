//! The facts that ENVELOPE and BODYSTRUCTURE tell (RFC 9051 §7.5.2).

use super::message::person;
use super::{Field, Part, Subject};
use crate::mime::content_type::ContentType;
use crate::mime::disposition::{Disposition, file_name};
use crate::mime::encoded_word;
use crate::proto::imap::body_structure::{BodyStructure, Content, Parameter};
use crate::proto::imap::envelope::Address;
use crate::proto::imap::{Envelope, body_structure};
use crate::proto::quoted;

impl Subject {
    /// Adds what its envelope tells.
    pub fn with_envelope(self, envelope: &Envelope) -> Subject {
        let lists = [("from", &envelope.from), ("to", &envelope.to), ("cc", &envelope.cc), ("bcc", &envelope.bcc)];
        let lists = lists.into_iter().filter(|(_, list)| !list.is_empty());
        let mut fields: Vec<Field> = lists.map(|(name, list)| field(name, people(list))).collect();
        let strings = [
            ("subject", &envelope.subject),
            ("date", &envelope.date),
            ("message-id", &envelope.message_id),
            ("in-reply-to", &envelope.in_reply_to),
        ];
        let strings = strings.into_iter().filter_map(|(name, value)| Some((name, value.as_ref()?)));
        fields.extend(strings.map(|(name, value)| field(name, encoded_word::decode(value).trim().to_owned())));
        Subject { envelope: Some(fields), ..self }
    }

    /// Adds what its BODYSTRUCTURE tells.
    pub fn with_structure(self, structure: &BodyStructure) -> Subject {
        let (mut parts, mut open) = (Vec::new(), vec![structure]);
        while let Some(structure) = open.pop() {
            match structure {
                BodyStructure::Multipart(multipart) => {
                    open.extend(multipart.parts.iter().rev());
                    let media_type = essence(b"multipart", &multipart.subtype);
                    parts.push(part(media_type, &multipart.parameters, &multipart.extension));
                }
                BodyStructure::Part(single) => {
                    parts.push(part(essence(&single.kind, &single.subtype), &single.parameters, &single.extension));
                    if let Content::Message(message) = &single.content {
                        open.push(&message.body);
                    }
                }
            }
        }
        Subject { parts: Some(parts), ..self }
    }
}

fn field(name: &str, value: String) -> Field {
    Field { name: name.to_owned(), value }
}

fn essence(kind: &[u8], subtype: &[u8]) -> String {
    format!("{}/{}", String::from_utf8_lossy(kind), String::from_utf8_lossy(subtype)).to_ascii_lowercase()
}

/// A server hands on parameters as they were sent: as fields they are read like those of a message.
fn part(media_type: String, parameters: &[Parameter], extension: &body_structure::Extension) -> Part {
    let content_type = ContentType::parse(&written(media_type.as_bytes(), parameters)).0;
    let disposition = extension.disposition.as_ref();
    let disposition = disposition.map(|said| Disposition::parse(&written(&said.kind, &said.parameters)).0);
    let (name, _) = file_name(disposition.as_ref(), Some(&content_type));
    Part::new(media_type, name, disposition.map(|disposition| disposition.kind))
}

/// `value *(";" parameter)`, values in quotes but for those of RFC 2231, which stand without.
fn written(value: &[u8], parameters: &[Parameter]) -> Vec<u8> {
    let mut field = value.to_vec();
    for Parameter { name, value } in parameters {
        field.extend_from_slice(b"; ");
        field.extend_from_slice(name);
        field.push(b'=');
        if name.ends_with(b"*") {
            field.extend_from_slice(value);
            continue;
        }
        field.extend_from_slice(&quoted(value));
    }
    field
}

/// As the fields of a message are told.
fn people(list: &[Address]) -> String {
    let (mut text, decoded) = (String::new(), |octets: &[u8]| encoded_word::decode(octets));
    for address in list {
        if !matches!(address, Address::GroupEnd) && !text.is_empty() && !text.ends_with(": ") {
            text.push_str(", ");
        }
        match address {
            Address::Group(name) => text.extend([&decoded(name), ": "]),
            Address::GroupEnd => text.push(';'),
            Address::Mailbox(mailbox) => {
                let name = mailbox.name.as_deref().map(decoded);
                let host = String::from_utf8_lossy(&mailbox.host);
                text.push_str(&person(name.as_deref(), &String::from_utf8_lossy(&mailbox.mailbox), Some(&host)));
            }
        }
    }
    text
}
