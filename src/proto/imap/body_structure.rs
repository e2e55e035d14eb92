//! `body`: what a message is made of (RFC 9051 §2.3.6, §7.5.2; RFC 3501 §7.4.2).

use super::Envelope;
use super::string::{write_list, write_nstring, write_string};
use super::token::{Reader, Text};

/// The structure of a message, or of a part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BodyStructure {
    /// `body-type-1part`.
    Part(Box<Part>),
    /// `body-type-mpart`.
    Multipart(Multipart),
}

/// A part that holds no others, unless it holds a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The type, in the letters of the message.
    pub kind: Vec<u8>,
    /// `media-subtype`.
    pub subtype: Vec<u8>,
    /// `body-fld-param`.
    pub parameters: Vec<Parameter>,
    /// `body-fld-id`.
    pub id: Option<Vec<u8>>,
    /// `body-fld-desc`.
    pub description: Option<Vec<u8>>,
    /// `body-fld-enc`.
    pub encoding: Vec<u8>,
    /// `body-fld-octets`: as it is encoded, line ends being CRLF.
    pub octets: u64,
    /// What else is told of a type like this.
    pub content: Content,
    /// `body-fld-md5`, which only BODYSTRUCTURE tells.
    pub md5: Option<Vec<u8>>,
    /// What else only BODYSTRUCTURE tells.
    pub extension: Extension,
}

/// What the type of a part adds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// `body-type-basic`: nothing.
    Basic,
    /// `body-type-text`.
    Text {
        /// `body-fld-lines`, of the body as it is encoded.
        lines: u64,
    },
    /// `body-type-msg`.
    Message(Box<Message>),
}

/// The message in a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Its header.
    pub envelope: Envelope,
    /// What it is made of.
    pub body: BodyStructure,
    /// `body-fld-lines`, its header included.
    pub lines: u64,
}

/// A part made of parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Multipart {
    /// The parts: at least one, for there is no way to write none.
    pub parts: Vec<BodyStructure>,
    /// `media-subtype`.
    pub subtype: Vec<u8>,
    /// `body-fld-param`, which only BODYSTRUCTURE tells of a multipart.
    pub parameters: Vec<Parameter>,
    /// What else only BODYSTRUCTURE tells.
    pub extension: Extension,
}

/// `body-ext-1part` and `body-ext-mpart`, as far as they are alike.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extension {
    /// `body-fld-dsp` (RFC 2183).
    pub disposition: Option<Disposition>,
    /// `body-fld-lang`: language tags (RFC 3282); none: NIL.
    pub language: Vec<Vec<u8>>,
    /// `body-fld-loc` (RFC 2557).
    pub location: Option<Vec<u8>>,
}

/// A Content-Disposition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disposition {
    /// Its type.
    pub kind: Vec<u8>,
    /// Its parameters.
    pub parameters: Vec<Parameter>,
}

/// A parameter and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// Its name.
    pub name: Vec<u8>,
    /// Its value, without quotes.
    pub value: Vec<u8>,
}

/// Which of its two forms is written (RFC 9051 §7.5.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// BODY: without extension data.
    Body,
    /// BODYSTRUCTURE: with it.
    BodyStructure,
}

/// Bodies within bodies; what is deeper is not read.
const DEPTH: usize = 200;

/// What is to be written next.
enum Step<'a> {
    Begin(&'a BodyStructure),
    /// What stands behind the parts of a multipart.
    EndMultipart(&'a Multipart),
    /// What stands behind the message in a part.
    EndMessage(&'a Part, u64),
}

impl BodyStructure {
    /// Writes it as it stands behind the word BODY or BODYSTRUCTURE. However deep it is, nothing recurses.
    pub fn write(&self, form: Form, out: &mut Vec<u8>) {
        let mut steps = vec![Step::Begin(self)];
        while let Some(step) = steps.pop() {
            match step {
                Step::Begin(BodyStructure::Multipart(multipart)) => {
                    out.push(b'(');
                    steps.push(Step::EndMultipart(multipart));
                    steps.extend(multipart.parts.iter().rev().map(Step::Begin));
                }
                Step::Begin(BodyStructure::Part(part)) => {
                    part.begin(out);
                    match &part.content {
                        Content::Basic => part.end(None, form, out),
                        Content::Text { lines } => part.end(Some(*lines), form, out),
                        Content::Message(message) => {
                            out.push(b' ');
                            message.envelope.write(out);
                            out.push(b' ');
                            steps.extend([Step::EndMessage(part, message.lines), Step::Begin(&message.body)]);
                        }
                    }
                }
                Step::EndMultipart(multipart) => multipart.end(form, out),
                Step::EndMessage(part, lines) => part.end(Some(lines), form, out),
            }
        }
    }
}

/// What is being read around a body.
enum Open {
    /// The parts so far.
    Multipart(Vec<BodyStructure>),
    /// A part, and the envelope of the message in it.
    Message(Box<(Part, Envelope)>),
}

impl BodyStructure {
    /// Reads what stands behind the word BODY or BODYSTRUCTURE. Servers leave out what should be there, write NIL for
    /// strings and nonsense for numbers: all of that is taken for nothing, so that the rest is not lost. `None`: it is of
    /// another form, or too deep. Nothing recurses.
    pub fn parse(reader: &mut Reader<'_>) -> Option<BodyStructure> {
        let mut open: Vec<Open> = Vec::new();
        loop {
            if open.len() > DEPTH {
                return None;
            }
            reader.space();
            reader.take(b'(')?;
            if reader.peek() == Some(b'(') {
                open.push(Open::Multipart(Vec::new()));
                continue;
            }
            let (part, childless) = Part::parse(reader)?;
            reader.space();
            let mut whole = match part.holds_message() && reader.peek() == Some(b'(') {
                true => {
                    let envelope = Envelope::parse(reader)?;
                    open.push(Open::Message(Box::new((part, envelope))));
                    continue;
                }
                false if childless => BodyStructure::Part(Box::new(part)),
                false => part.finish(reader)?,
            };
            // Whatever is complete now may complete what is around it.
            loop {
                match open.pop() {
                    None => return Some(whole),
                    Some(Open::Message(around)) => {
                        let (part, envelope) = *around;
                        whole = part.close(envelope, whole, reader)?;
                    }
                    Some(Open::Multipart(mut parts)) => {
                        parts.push(whole);
                        reader.space();
                        if reader.peek() == Some(b'(') {
                            open.push(Open::Multipart(parts));
                            break;
                        }
                        whole = BodyStructure::Multipart(Multipart::parse(parts, reader)?);
                    }
                }
            }
        }
    }
}

impl Part {
    /// `media-type SP body-fields`, behind the parenthesis; true: the whole of a multipart without parts.
    fn parse(reader: &mut Reader<'_>) -> Option<(Part, bool)> {
        let kind = string(reader)?;
        if !kind.is_empty() && is_over_or_list(reader) {
            return Part::childless(kind, reader).map(|part| (part, true));
        }
        let subtype = string(reader)?;
        let parameters = parameters(reader)?;
        let (id, description) = (nstring(reader)?, nstring(reader)?);
        let encoding = string(reader)?;
        let octets = number(reader);
        let content = Content::Basic;
        let extension = Extension::default();
        let part = Part { kind, subtype, parameters, id, description, encoding, octets, content, md5: None, extension };
        Some((part, false))
    }

    /// What some servers tell of a multipart without parts: what stands behind the parts of any other.
    fn childless(subtype: Vec<u8>, reader: &mut Reader<'_>) -> Option<Part> {
        let parameters = parameters(reader)?;
        let extension = Extension::parse(reader)?;
        let (kind, encoding, octets) = (Vec::new(), Vec::new(), 0);
        let (id, description, md5, content) = (None, None, None, Content::Basic);
        Some(Part { kind, subtype, parameters, id, description, encoding, octets, content, md5, extension })
    }

    fn holds_message(&self) -> bool {
        let message = [&b"rfc822"[..], b"global"].iter().any(|name| self.subtype.eq_ignore_ascii_case(name));
        message && self.kind.eq_ignore_ascii_case(b"message")
    }

    /// What stands behind the fields of a part that holds nothing.
    fn finish(mut self, reader: &mut Reader<'_>) -> Option<BodyStructure> {
        if self.kind.eq_ignore_ascii_case(b"text") {
            self.content = Content::Text { lines: number(reader) };
        }
        self.extend(reader)
    }

    /// What stands behind the message in a part.
    fn close(mut self, envelope: Envelope, body: BodyStructure, reader: &mut Reader<'_>) -> Option<BodyStructure> {
        let lines = number(reader);
        self.content = Content::Message(Box::new(Message { envelope, body, lines }));
        self.extend(reader)
    }

    fn extend(mut self, reader: &mut Reader<'_>) -> Option<BodyStructure> {
        self.md5 = nstring(reader)?;
        self.extension = Extension::parse(reader)?;
        Some(BodyStructure::Part(Box::new(self)))
    }
}

impl Multipart {
    /// `SP media-subtype [SP body-ext-mpart]`, behind the parts.
    fn parse(parts: Vec<BodyStructure>, reader: &mut Reader<'_>) -> Option<Multipart> {
        let subtype = string(reader)?;
        let parameters = parameters(reader)?;
        Some(Multipart { parts, subtype, parameters, extension: Extension::parse(reader)? })
    }
}

impl Extension {
    /// As much of it as there is, and the parenthesis that ends the body.
    fn parse(reader: &mut Reader<'_>) -> Option<Extension> {
        let disposition = Disposition::parse(reader)?;
        reader.space();
        let mut language = Vec::new();
        match reader.peek() {
            Some(b'(') => {
                reader.list(|reader| reader.string().map(|tag| language.push(tag.into_vec())), |_| {})?;
            }
            _ => language.extend(nstring(reader)?),
        }
        let location = nstring(reader)?;
        loop {
            reader.space();
            if reader.take(b')').is_some() {
                return Some(Extension { disposition, language, location });
            }
            reader.skip()?;
        }
    }
}

impl Disposition {
    /// `"(" string SP body-fld-param ")"`; some servers write the string alone.
    fn parse(reader: &mut Reader<'_>) -> Option<Option<Disposition>> {
        reader.space();
        if reader.take(b'(').is_none() {
            return Some(nstring(reader)?.map(|kind| Disposition { kind, parameters: Vec::new() }));
        }
        let disposition = Disposition { kind: string(reader)?, parameters: parameters(reader)? };
        reader.space();
        reader.take(b')').map(|()| Some(disposition))
    }
}

/// `nstring`; nothing where the list is over.
fn nstring(reader: &mut Reader<'_>) -> Option<Option<Vec<u8>>> {
    reader.space();
    match reader.peek() {
        Some(b')') => Some(None),
        _ => reader.nstring().map(|text| text.map(Text::into_vec)),
    }
}

/// Whether a list, NIL before a list, or the end of this one is next, where a string should be.
fn is_over_or_list(reader: &mut Reader<'_>) -> bool {
    reader.space();
    let at = reader.at();
    if matches!(reader.peek(), Some(b'(' | b')')) {
        return true;
    }
    let nil = reader.atom().is_some_and(|word| word.eq_ignore_ascii_case(b"NIL"));
    reader.space();
    let list = nil && reader.peek() == Some(b'(');
    reader.back(at);
    list
}

/// A string; NIL is an empty one.
fn string(reader: &mut Reader<'_>) -> Option<Vec<u8>> {
    nstring(reader).map(Option::unwrap_or_default)
}

/// A number; 0 for anything else but the end of the list.
fn number(reader: &mut Reader<'_>) -> u64 {
    reader.space();
    let at = reader.at();
    if let Some(number) = reader.figure().filter(|_| matches!(reader.peek(), Some(b' ' | b')'))) {
        return number;
    }
    reader.back(at);
    if !matches!(reader.peek(), Some(b')' | b'(' | b'"')) {
        reader.skip();
    }
    0
}

/// `"(" string SP string *(SP string SP string) ")"`, or NIL.
fn parameters(reader: &mut Reader<'_>) -> Option<Vec<Parameter>> {
    reader.space();
    let mut parameters = Vec::new();
    if reader.peek() != Some(b'(') {
        return nstring(reader).map(|_| parameters);
    }
    let pair = |reader: &mut Reader<'_>| {
        let name = reader.string()?.into_vec();
        parameters.push(Parameter { name, value: string(reader)? });
        Some(())
    };
    reader.list(pair, |_| {})?;
    Some(parameters)
}

impl Part {
    /// `media-type SP body-fields`.
    fn begin(&self, out: &mut Vec<u8>) {
        out.push(b'(');
        write_string(&self.kind, out);
        out.push(b' ');
        write_string(&self.subtype, out);
        out.push(b' ');
        write_parameters(&self.parameters, out);
        out.push(b' ');
        write_nstring(self.id.as_deref(), out);
        out.push(b' ');
        write_nstring(self.description.as_deref(), out);
        out.push(b' ');
        write_string(&self.encoding, out);
        write_number(self.octets, out);
    }

    fn end(&self, lines: Option<u64>, form: Form, out: &mut Vec<u8>) {
        if let Some(lines) = lines {
            write_number(lines, out);
        }
        if form == Form::BodyStructure {
            out.push(b' ');
            write_nstring(self.md5.as_deref(), out);
            self.extension.write(out);
        }
        out.push(b')');
    }
}

impl Multipart {
    fn end(&self, form: Form, out: &mut Vec<u8>) {
        out.push(b' ');
        write_string(&self.subtype, out);
        if form == Form::BodyStructure {
            out.push(b' ');
            write_parameters(&self.parameters, out);
            self.extension.write(out);
        }
        out.push(b')');
    }
}

impl Extension {
    fn write(&self, out: &mut Vec<u8>) {
        out.push(b' ');
        match &self.disposition {
            Some(Disposition { kind, parameters }) => {
                out.push(b'(');
                write_string(kind, out);
                out.push(b' ');
                write_parameters(parameters, out);
                out.push(b')');
            }
            None => out.extend_from_slice(b"NIL"),
        }
        out.push(b' ');
        write_list(&self.language, out, |tag, out| write_string(tag, out));
        out.push(b' ');
        write_nstring(self.location.as_deref(), out);
    }
}

fn write_parameters(parameters: &[Parameter], out: &mut Vec<u8>) {
    write_list(parameters, out, |Parameter { name, value }, out| {
        write_string(name, out);
        out.push(b' ');
        write_string(value, out);
    });
}

/// `SP number`.
fn write_number(number: u64, out: &mut Vec<u8>) {
    out.extend_from_slice(format!(" {number}").as_bytes());
}
