//! ENVELOPE and BODYSTRUCTURE: as the response of a server, or as JSON.

use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::base::escape::escape;
use crate::mime::structure;
use crate::mime::tree::Tree;
use crate::proto::imap::body_structure::{BodyStructure, Content, Extension, Form, Multipart, Parameter, Part};
use crate::proto::imap::envelope::{Address, Envelope, Mailbox};

/// `* 1 FETCH (ENVELOPE (…) BODYSTRUCTURE (…))`, on one line: what a terminal would obey is escaped, the line end
/// within a literal too.
pub fn response(tree: &Tree, number: u64) -> String {
    let mut octets = format!("* {number} FETCH (ENVELOPE ").into_bytes();
    envelope_of(tree).write(&mut octets);
    octets.extend_from_slice(b" BODYSTRUCTURE ");
    structure::structure(tree).write(Form::BodyStructure, &mut octets);
    octets.push(b')');
    escape(&octets).into_owned()
}

/// The object of `mime tree --imap --json`.
#[derive(Serialize)]
pub struct Record {
    message: u64,
    envelope: Value,
    bodystructure: Value,
}

impl Record {
    /// That of a message.
    pub fn new(tree: &Tree, message: u64) -> Record {
        let (envelope, body) = (envelope_of(tree), structure::structure(tree));
        Record { message, envelope: envelope_json(&envelope), bodystructure: body_json(&body) }
    }
}

fn envelope_of(tree: &Tree) -> Envelope {
    tree.entities.first().map(structure::envelope).unwrap_or_default()
}

/// An envelope as it is told, nothing decoded.
pub fn envelope_json(envelope: &Envelope) -> Value {
    let list = |addresses: &[Address]| -> Value { addresses.iter().map(address_json).collect() };
    json!({
        "date": optional(&envelope.date),
        "subject": optional(&envelope.subject),
        "from": list(&envelope.from),
        "sender": list(&envelope.sender),
        "reply_to": list(&envelope.reply_to),
        "to": list(&envelope.to),
        "cc": list(&envelope.cc),
        "bcc": list(&envelope.bcc),
        "in_reply_to": optional(&envelope.in_reply_to),
        "message_id": optional(&envelope.message_id),
    })
}

fn address_json(address: &Address) -> Value {
    match address {
        Address::Mailbox(Mailbox { name, route, mailbox, host }) => json!({
            "name": optional(name),
            "route": optional(route),
            "mailbox": text(mailbox),
            "host": text(host),
        }),
        Address::Group(name) => json!({ "group": text(name) }),
        Address::GroupEnd => json!({ "group": null }),
    }
}

/// A structure. Recurses as deep as the message was taken apart: [`crate::mime::parse::Limits::depth`], or as a server's
/// answer is read.
pub fn body_json(body: &BodyStructure) -> Value {
    match body {
        BodyStructure::Part(part) => part_json(part),
        BodyStructure::Multipart(Multipart { parts, subtype, parameters, extension }) => {
            let parts: Value = parts.iter().map(body_json).collect();
            let mut object = Map::new();
            object.insert("type".into(), "multipart".into());
            object.insert("subtype".into(), text(subtype));
            object.insert("parameters".into(), parameters_json(parameters));
            object.insert("parts".into(), parts);
            extend(&mut object, extension);
            object.into()
        }
    }
}

fn part_json(part: &Part) -> Value {
    let mut object = Map::new();
    let mut insert = |name: &str, value: Value| object.insert(name.to_owned(), value);
    insert("type", text(&part.kind));
    insert("subtype", text(&part.subtype));
    insert("parameters", parameters_json(&part.parameters));
    insert("id", optional(&part.id));
    insert("description", optional(&part.description));
    insert("encoding", text(&part.encoding));
    insert("octets", part.octets.into());
    match &part.content {
        Content::Basic => {}
        Content::Text { lines } => drop(insert("lines", (*lines).into())),
        Content::Message(message) => {
            insert("envelope", envelope_json(&message.envelope));
            insert("bodystructure", body_json(&message.body));
            insert("lines", message.lines.into());
        }
    }
    insert("md5", optional(&part.md5));
    extend(&mut object, &part.extension);
    object.into()
}

fn extend(object: &mut Map<String, Value>, extension: &Extension) {
    let disposition = extension.disposition.as_ref().map(|disposition| {
        json!({ "type": text(&disposition.kind), "parameters": parameters_json(&disposition.parameters) })
    });
    object.insert("disposition".into(), disposition.into());
    object.insert("language".into(), extension.language.iter().map(|tag| text(tag)).collect());
    object.insert("location".into(), optional(&extension.location));
}

fn parameters_json(parameters: &[Parameter]) -> Value {
    let parameter = |Parameter { name, value }: &Parameter| json!({ "name": text(name), "value": text(value) });
    parameters.iter().map(parameter).collect()
}

/// Octets that are no UTF-8 appear as U+FFFD.
fn text(octets: &[u8]) -> Value {
    String::from_utf8_lossy(octets).into()
}

fn optional(octets: &Option<Vec<u8>>) -> Value {
    octets.as_deref().map_or(Value::Null, text)
}
