//! The facts that stand in the octets of a message.

use super::{Body, Field, Part, Subject};
use crate::mime::addresses::{self, Entry};
use crate::mime::charset;
use crate::mime::content_type::ContentType;
use crate::mime::disposition::{Disposition, Kind, file_name};
use crate::mime::encoded_word;
use crate::mime::layers;
use crate::mime::parse::{Content, Event, Limits, Nature};
use crate::mime::transfer_encoding::Mechanism;
use crate::mime::transform::{Decode, Transform};

/// So much text of one message is looked at, in octets.
const MAX_TEXT: usize = 64 << 20;
/// So many octets of its header fields are.
const MAX_FIELDS: usize = 4 << 20;
/// The fields whose addresses an envelope tells.
const ADDRESSES: [&str; 4] = ["from", "to", "cc", "bcc"];
/// Its other fields.
const STRINGS: [&str; 4] = ["subject", "date", "message-id", "in-reply-to"];

/// Reads a message that comes in pieces: its header, parts, texts and size. Of texts beyond 64 MiB and of header
/// fields beyond 4 MiB the rest is left out.
pub struct Reader {
    reader: layers::Reader,
    gatherer: Gatherer,
}

#[derive(Default)]
struct Gatherer {
    header: Vec<Field>,
    /// The fields of the envelope as they stand there.
    envelope: Vec<Field>,
    /// The fields of the parts.
    within: Vec<Field>,
    /// Octets of all these fields.
    kept: usize,
    parts: Vec<Part>,
    body: Vec<u8>,
    open: Vec<Open>,
    /// Octets, every line ending in CRLF.
    size: u64,
    after_cr: bool,
}

/// An entity that is being read.
struct Open {
    layer: u8,
    disposition: Option<Disposition>,
    text: Option<Text>,
}

/// The body of a text: its transfer encoding and its charset come off.
struct Text {
    encoding: Box<dyn Decode + Send>,
    charset: charset::Decoder,
    octets: Vec<u8>,
}

impl Default for Reader {
    fn default() -> Reader {
        Reader { reader: layers::Reader::new(Limits::default()), gatherer: Gatherer::default() }
    }
}

impl Reader {
    /// Takes the next octets of the message.
    pub fn push(&mut self, octets: &[u8]) {
        let Reader { reader, gatherer } = self;
        gatherer.count(octets);
        reader.push(octets, &mut |layer, event| gatherer.event(layer, event));
    }

    /// The message is over.
    pub fn finish(self) -> Subject {
        let Reader { reader, mut gatherer } = self;
        reader.finish(&mut |layer, event| gatherer.event(layer, event));
        Subject {
            size: Some(gatherer.size),
            envelope: Some(gatherer.envelope),
            header: Some(gatherer.header),
            parts: Some(gatherer.parts),
            body: Some(Body { text: String::from_utf8_lossy(&gatherer.body).into_owned(), fields: gatherer.within }),
            ..Subject::default()
        }
    }
}

impl Subject {
    /// What a whole message tells.
    pub fn of_message(message: &[u8]) -> Subject {
        let mut reader = Reader::default();
        reader.push(message);
        reader.finish()
    }

    /// Adds what its header tells: `BODY[HEADER]`, or what TOP of POP3 shows.
    pub fn with_header(self, header: &[u8]) -> Subject {
        let read = Subject::of_message(header);
        Subject { header: read.header, envelope: read.envelope, ..self }
    }
}

impl Gatherer {
    fn count(&mut self, octets: &[u8]) {
        for at in memchr::memchr_iter(b'\n', octets) {
            let crlf = at.checked_sub(1).map_or(self.after_cr, |before| octets.get(before) == Some(&b'\r'));
            self.size += u64::from(!crlf);
        }
        self.after_cr = octets.last().map_or(self.after_cr, |&last| last == b'\r');
        self.size += octets.len() as u64;
    }

    fn event(&mut self, layer: u8, event: Event<'_>) {
        match event {
            Event::Start { .. } => self.open.push(Open { layer, disposition: None, text: None }),
            Event::Field { octets, name: Some(width), rest: false, .. } => self.field(octets, width),
            Event::HeaderEnd { content, .. } => self.header_end(content),
            Event::Body { octets, .. } => {
                let open = self.open.iter_mut().rev().find(|open| open.layer == layer);
                if let Some(text) = open.and_then(|open| open.text.as_mut()).filter(|_| self.body.len() < MAX_TEXT) {
                    text.push(octets, &mut self.body);
                }
            }
            Event::End { .. } => {
                if let Some(text) = self.open.pop().and_then(|open| open.text) {
                    text.finish(&mut self.body);
                }
            }
            _ => {}
        }
    }

    fn field(&mut self, octets: &[u8], width: usize) {
        let (name, value) = octets.split_at_checked(width).unwrap_or_default();
        let name = String::from_utf8_lossy(name).into_owned();
        let colon = value.iter().position(|&octet| octet == b':').map_or(value.len(), |at| at + 1);
        let value = value.get(colon..).unwrap_or_default();
        if name.eq_ignore_ascii_case("content-disposition")
            && let Some(open) = self.open.last_mut()
        {
            open.disposition.get_or_insert_with(|| Disposition::parse(value).0);
        }
        self.kept += octets.len();
        if self.kept > MAX_FIELDS {
            return;
        }
        let field = Field { name, value: encoded_word::decode(value).trim().to_owned() };
        if self.open.len() > 1 {
            return self.within.push(field);
        }
        self.envelope.extend(envelope_field(&field, value));
        self.header.push(field);
    }

    fn header_end(&mut self, content: &Content) {
        let Some(open) = self.open.last_mut() else { return };
        let content_type = &content.content_type;
        if content.nature == Nature::Leaf && matches!(content_type.kind(), "text" | "message") {
            open.text = Some(Text::new(content_type, content.encoding.as_deref().unwrap_or("7bit")));
        }
        // A server does not look into messages that are encoded.
        if open.layer > 0 {
            return;
        }
        let (name, _) = file_name(open.disposition.as_ref(), Some(content_type));
        let kind = open.disposition.as_ref().map(|disposition| disposition.kind);
        self.parts.push(Part::new(content_type.essence(), name, kind));
    }
}

impl Part {
    /// A part of this type, with this file name and disposition.
    pub(super) fn new(media_type: String, file_name: Option<String>, disposition: Option<Kind>) -> Part {
        let named = file_name.as_ref().is_some_and(|name| !name.is_empty());
        let message = matches!(media_type.as_str(), "message/rfc822" | "message/global");
        let attached = match disposition {
            Some(Kind::Inline) => false,
            Some(_) => true,
            None => named || message,
        };
        Part { attached: attached && !media_type.starts_with("multipart/"), media_type, file_name }
    }
}

impl Text {
    fn new(content_type: &ContentType, encoding: &str) -> Text {
        let charset = charset::Decoder::new(content_type.charset());
        Text { encoding: Mechanism::parse(encoding).decoder(), charset, octets: Vec::new() }
    }

    fn push(&mut self, octets: &[u8], output: &mut Vec<u8>) {
        self.octets.clear();
        self.encoding.push(octets, &mut self.octets);
        self.charset.push(&self.octets, output);
    }

    fn finish(mut self, output: &mut Vec<u8>) {
        self.octets.clear();
        self.encoding.finish(&mut self.octets);
        self.charset.push(&self.octets, output);
        self.charset.finish(output);
        output.push(b'\n');
    }
}

/// The field as an envelope tells it, if one does.
fn envelope_field(field: &Field, value: &[u8]) -> Option<Field> {
    let name = field.name.to_ascii_lowercase();
    if ADDRESSES.contains(&name.as_str()) {
        let (entries, _) = addresses::read(value);
        return Some(Field { value: people(&entries), name });
    }
    STRINGS.contains(&name.as_str()).then(|| Field { value: field.value.clone(), name })
}

/// `Name <local@domain>, Group: a@b;`
fn people(entries: &[Entry]) -> String {
    let mut text = String::new();
    for entry in entries {
        if !matches!(entry, Entry::GroupEnd) && !text.is_empty() && !text.ends_with(": ") {
            text.push_str(", ");
        }
        match entry {
            Entry::Group { name, .. } => text.extend([name, ": "]),
            Entry::GroupEnd => text.push(';'),
            Entry::Address(address) => {
                text.push_str(&person(address.name.as_deref(), &address.mailbox, address.host.as_deref()));
            }
        }
    }
    text
}

/// `Name <local@domain>`, or the address alone.
pub(super) fn person(name: Option<&str>, mailbox: &str, host: Option<&str>) -> String {
    let address = host.map_or_else(|| mailbox.to_owned(), |host| format!("{mailbox}@{host}"));
    match name.filter(|name| !name.is_empty()) {
        Some(name) => format!("{name} <{address}>"),
        None => address,
    }
}
