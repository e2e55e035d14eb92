//! The attributes of a TNEF stream as they stream by ([MS-OXTNEF] §2.1.3).

use std::ops::Range;

use super::properties::{OBJECT, Properties, Property, STRING};
use super::{Contents, Form, Item, SIGNATURE, half, word};
use crate::mime::charset::Readable;
use crate::mime::flaw::Severity::{Error, Warning};
use crate::mime::flaw::{Flaw, Flaws};
use crate::mime::notes::Kind;

const NO_TNEF: Kind = (Error, "tnef-signature", "[MS-OXTNEF] §2.1.3.1");
const TRUNCATED: Kind = (Error, "tnef-truncated", "[MS-OXTNEF] §2.1.3.1");
const CHECKSUM: Kind = (Warning, "tnef-checksum", "[MS-OXTNEF] §2.1.3.1");
const JUNK: Kind = (Warning, "tnef-junk", "[MS-OXTNEF] §2.1.3.1");
const PROPERTIES: Kind = (Error, "tnef-properties", "[MS-OXTNEF] §2.1.3.4");
const LIMIT: Kind = (Error, "tnef-limit", "[MS-OXTNEF] §2.1.3");

/// More files are not told.
const MOST: usize = 10_000;
/// A longer text that is no body is cut.
const LONGEST: usize = 4096;

/// Attributes: their type and number ([MS-OXTNEF] §2.1.3.2).
const SUBJECT: u32 = 0x0001_8004;
const TITLE: u32 = 0x0001_8010;
const BODY: u32 = 0x0002_800c;
const DATA: u32 = 0x0006_800f;
const RENDERING: u32 = 0x0006_9002;
const MESSAGE_PROPERTIES: u32 = 0x0006_9003;
const ATTACHMENT: u32 = 0x0006_9005;
const CODE_PAGE: u32 = 0x0006_9007;
const MESSAGE_CLASS: u32 = 0x0007_8008;

/// Interface of an object that is a message, itself TNEF.
const MESSAGE: [u8; 16] = [0x07, 0x03, 0x02, 0, 0, 0, 0, 0, 0xc0, 0, 0, 0, 0, 0, 0, 0x46];

/// Reads a TNEF stream.
pub struct Reader {
    step: Step,
    held: Vec<u8>,
    /// Octets so far.
    at: u64,
    /// The attribute that is being read: its number, where it begins, octets to come, their sum.
    id: u32,
    begin: u64,
    left: u64,
    sum: u16,
    /// The first octets of a text, and its last one.
    text: Vec<u8>,
    last: u8,
    properties: Option<Box<Properties>>,
    found: Found,
    flaws: Flaws,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Signature,
    Attribute,
    Content,
    Checksum,
    /// What comes is no TNEF.
    Over,
}

/// What was found so far; which charset it has is known at the end.
#[derive(Default)]
struct Found {
    code_page: u32,
    class: Option<Text>,
    subject: Option<Text>,
    bodies: Vec<(&'static str, &'static str, Range<u64>, Coding)>,
    files: Vec<File>,
    /// There are more files than are told.
    full: bool,
}

/// A text as it stands there.
struct Text(Vec<u8>, Coding);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Coding {
    CodePage,
    Utf16,
    Plain,
    Rtf,
}

#[derive(Default)]
struct File {
    title: Option<Text>,
    long_name: Option<Text>,
    display_name: Option<Text>,
    content_type: Option<Text>,
    data: Option<Range<u64>>,
    object: Option<Range<u64>>,
    is_message: bool,
}

impl Default for Reader {
    fn default() -> Reader {
        Reader::new()
    }
}

impl Reader {
    /// At the beginning of a stream.
    pub fn new() -> Reader {
        Reader {
            step: Step::Signature,
            held: Vec::new(),
            at: 0,
            id: 0,
            begin: 0,
            left: 0,
            sum: 0,
            text: Vec::new(),
            last: 1,
            properties: None,
            found: Found::default(),
            flaws: Flaws::new(),
        }
    }

    /// Takes the next octets.
    pub fn push(&mut self, octets: &[u8]) {
        let mut rest = octets;
        while self.step != Step::Over {
            let wanted = self.wanted();
            let count = wanted.min(rest.len() as u64);
            let (piece, behind) = rest.split_at_checked(count as usize).unwrap_or((rest, b""));
            rest = behind;
            match self.step {
                Step::Content => self.content(piece),
                _ => self.held.extend_from_slice(piece),
            }
            self.at += count;
            if count < wanted {
                return;
            }
            let held = std::mem::take(&mut self.held);
            self.step = self.next(&held);
        }
        self.at += rest.len() as u64;
    }

    /// The stream is over: what is in it.
    pub fn finish(mut self) -> Contents {
        match (self.step, self.held.first()) {
            (Step::Over, _) | (Step::Attribute, None) => {}
            (Step::Attribute, Some(0 | 3..)) => self.junk(self.at - self.held.len() as u64),
            _ => self.note(TRUNCATED, self.at, "the TNEF ends in the middle of an attribute: what is behind is lost"),
        }
        self.flaws.close();
        let mut contents = self.found.contents(self.at);
        contents.flaws = self.flaws.take();
        contents
    }

    fn note(&mut self, (severity, code, rfc): Kind, offset: u64, message: &'static str) {
        self.flaws.note(Flaw { code, severity, offset, message: message.into(), rfc });
    }

    fn junk(&mut self, offset: u64) {
        self.note(JUNK, offset, "what stands behind the last attribute is no TNEF");
    }

    /// Octets until the next step.
    fn wanted(&self) -> u64 {
        let width: u64 = match self.step {
            Step::Signature => 6,
            Step::Attribute => 9,
            Step::Checksum => 2,
            Step::Content => return self.left,
            Step::Over => 0,
        };
        width - self.held.len() as u64
    }

    fn next(&mut self, held: &[u8]) -> Step {
        match self.step {
            Step::Signature if held.starts_with(&SIGNATURE) => Step::Attribute,
            Step::Signature => {
                self.note(NO_TNEF, 0, "it is no TNEF: it does not begin with its signature");
                Step::Over
            }
            Step::Attribute if matches!(held.first(), Some(1 | 2)) => {
                self.begin_attribute(word(held, 1), word(held, 5).into());
                Step::Content
            }
            Step::Attribute => {
                self.junk(self.at - 9);
                Step::Over
            }
            Step::Content => {
                self.end_attribute();
                Step::Checksum
            }
            Step::Checksum => {
                if half(held, 0) != self.sum {
                    self.note(CHECKSUM, self.begin, "the checksum of an attribute does not fit");
                }
                Step::Attribute
            }
            Step::Over => Step::Over,
        }
    }

    fn begin_attribute(&mut self, id: u32, length: u64) {
        (self.id, self.begin, self.left, self.sum, self.last) = (id, self.at, length, 0, 1);
        self.text.clear();
        let has_properties = matches!(id, MESSAGE_PROPERTIES | ATTACHMENT);
        self.properties = has_properties.then(|| Box::new(Properties::new(length)));
        if id == RENDERING && !self.found.full {
            self.found.full = self.found.files.len() == MOST;
            match self.found.full {
                true => self.note(LIMIT, self.at, "more than 10,000 files: the others are left out"),
                false => self.found.files.push(File::default()),
            }
        }
        // Its range is known though its end may be missing.
        if id == DATA
            && let Some(file) = self.found.file()
        {
            file.data = Some(self.begin..self.begin + length);
        }
    }

    fn content(&mut self, piece: &[u8]) {
        self.left -= piece.len() as u64;
        self.sum = piece.iter().fold(self.sum, |sum, octet| sum.wrapping_add(u16::from(*octet)));
        self.last = piece.last().copied().unwrap_or(self.last);
        if let Some(properties) = &mut self.properties {
            let (found, message) = (&mut self.found, self.id == MESSAGE_PROPERTIES);
            properties.push(piece, self.at, &mut |property| match message {
                true => found.of_message(property),
                false => found.of_file(property),
            });
        } else if self.id != DATA {
            let room = LONGEST.saturating_sub(self.text.len());
            self.text.extend_from_slice(piece.get(..room).unwrap_or(piece));
        }
    }

    fn end_attribute(&mut self) {
        if self.properties.take().is_some_and(|properties| !properties.is_complete()) {
            self.note(PROPERTIES, self.begin, "the properties of an attribute are broken: what is behind is lost");
        }
        let octets = std::mem::take(&mut self.text);
        let end = self.at - u64::from(self.last == 0);
        let text = || Some(Text(octets.clone(), Coding::CodePage));
        match self.id {
            SUBJECT => self.found.subject = text(),
            MESSAGE_CLASS => self.found.class = text(),
            TITLE => {
                if let Some(file) = self.found.file() {
                    file.title = text();
                }
            }
            CODE_PAGE => self.found.code_page = word(&octets, 0),
            BODY => self.found.body("body.txt", "text/plain", self.begin..end.max(self.begin), Coding::CodePage),
            _ => {}
        }
    }
}

impl Found {
    /// The file that is being read; the first may come without the attribute that begins it. None beyond the limit.
    fn file(&mut self) -> Option<&mut File> {
        if self.files.is_empty() {
            self.files.push(File::default());
        }
        self.files.last_mut().filter(|_| !self.full)
    }

    fn body(&mut self, name: &'static str, kind: &'static str, range: Range<u64>, coding: Coding) {
        // A text comes once as an attribute and once as a property.
        if !self.bodies.iter().any(|body| body.0 == name) && !range.is_empty() {
            self.bodies.push((name, kind, range, coding));
        }
    }

    fn of_message(&mut self, property: Property) {
        let wide = property.kind == STRING;
        match property.id {
            0x0037 => self.subject = Some(text(property)),
            0x1000 => {
                let coding = if wide { Coding::Utf16 } else { Coding::CodePage };
                self.body("body.txt", "text/plain", property.range, coding);
            }
            0x1009 => self.body("body.rtf", "application/rtf", property.range, Coding::Rtf),
            0x1013 => {
                let coding = if wide { Coding::Utf16 } else { Coding::Plain };
                self.body("body.html", "text/html", property.range, coding);
            }
            _ => {}
        }
    }

    fn of_file(&mut self, property: Property) {
        let Some(file) = self.file() else { return };
        match property.id {
            0x3001 => file.display_name = Some(text(property)),
            0x3701 if property.kind == OBJECT => {
                file.is_message = property.value.starts_with(&MESSAGE);
                let begin = property.range.start + MESSAGE.len() as u64;
                file.object = Some(begin.min(property.range.end)..property.range.end);
            }
            0x3701 => file.object = Some(property.range),
            0x3704 => file.title = file.title.take().or(Some(text(property))),
            0x3707 => file.long_name = Some(text(property)),
            0x370e => file.content_type = Some(text(property)),
            _ => {}
        }
    }

    /// What was found in a stream of so many octets.
    fn contents(self, octets: u64) -> Contents {
        let label = label(self.code_page);
        let read = |text: &Text| text.read(label.as_deref());
        let within = |range: &Range<u64>| range.start.min(octets)..range.end.min(octets);
        let mut items = Vec::new();
        for (name, kind, range, coding) in &self.bodies {
            let form = match coding {
                Coding::CodePage => Form::Text(label.clone()),
                Coding::Utf16 => Form::Text(Some("utf-16le".to_owned())),
                Coding::Plain => Form::AsIs,
                Coding::Rtf => Form::Rtf,
            };
            let (name, content_type) = (Some((*name).to_owned()), Some((*kind).to_owned()));
            items.push(Item { name, content_type, range: within(range), form });
        }
        for file in &self.files {
            let names = [&file.long_name, &file.title, &file.display_name];
            let mut name = names.into_iter().flatten().map(read).find(|name| !name.is_empty());
            let mut content_type = file.content_type.as_ref().map(read).filter(|kind| !kind.is_empty());
            if file.is_message {
                name = name.map(|name| name + ".tnef");
                content_type = Some("application/ms-tnef".to_owned());
            }
            let whole = |range: &&Range<u64>| !range.is_empty();
            let range = file.data.iter().chain(&file.object).find(whole).or(file.data.as_ref());
            items.extend(range.map(|range| Item { name, content_type, range: within(range), form: Form::AsIs }));
        }
        let class = self.class.as_ref().map(read);
        Contents { message_class: class, subject: self.subject.as_ref().map(read), items, flaws: Vec::new() }
    }
}

fn text(property: Property) -> Text {
    Text(property.value, if property.kind == STRING { Coding::Utf16 } else { Coding::CodePage })
}

impl Text {
    fn read(&self, label: Option<&str>) -> String {
        let Text(octets, coding) = self;
        let readable = match coding {
            Coding::Utf16 => Readable::for_label(b"utf-16le"),
            _ => label.and_then(|label| Readable::for_label(label.as_bytes())),
        };
        let readable = readable.unwrap_or(Readable::UsAscii);
        readable.decode(octets).0.trim_end_matches('\0').to_owned()
    }
}

/// The charset of a code page of Windows ([MS-UCODEREF] §2.2.1), as far as text is known to be in it.
fn label(code_page: u32) -> Option<String> {
    let name = match code_page {
        1250..=1258 | 874 => return Some(format!("windows-{code_page}")),
        28591..=28606 => return Some(format!("iso-8859-{}", code_page - 28590)),
        866 => "ibm866",
        932 => "shift_jis",
        936 => "gbk",
        949 => "euc-kr",
        950 => "big5",
        1200 => "utf-16le",
        20127 => "us-ascii",
        20866 => "koi8-r",
        50220..=50222 => "iso-2022-jp",
        51932 => "euc-jp",
        54936 => "gb18030",
        65000 => "utf-7",
        65001 => "utf-8",
        _ => return None,
    };
    Some(name.to_owned())
}
