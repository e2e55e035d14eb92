//! What a message that is complete becomes for a server that carries less than it holds: octets above 127 without
//! 8BITMIME (RFC 6152 §3), NUL and lines of more than 998 octets on any way but BINARYMIME's (RFC 2045 §2.7, §2.8).
//!
//! A [`Reader`] looks through the message once; the [`Anatomy`] then says which [`Edit`]s make it fit.

use std::ops::Range;

use super::base64;
use super::build::Transport;
use super::content_type::ContentType;
use super::parse::{Content, Event, Limits, Nature, Parser, Role};
use super::patch::{Edit, Recoding, With};
use super::ready::is_blind;
use super::section::Numbering;
use super::survey::{Facts, Survey};
use super::transfer_encoding::{LONGEST_LINE, Mechanism, TransferEncoding};

/// What stands against a conversion.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Obstacle {
    /// Headers are not encoded by a transfer encoding.
    #[error("{} {what}, which no transfer encoding can take away there", place(.part))]
    Header {
        /// `octets above 127`, …
        what: &'static str,
        /// The section.
        part: String,
    },
    /// A transfer encoding is told by a header.
    #[error(
        "it has no header, and {what} in its text, which only a header can say to be encoded: is it a message at all? --attach sends any file"
    )]
    Headless {
        /// `octets above 127`, …
        what: &'static str,
    },
    /// RFC 1847 §2.1: nothing of it may change.
    #[error("part {part} is signed and has {what}: encoding it would break the signature")]
    Signed {
        /// `octets above 127`, …
        what: &'static str,
        /// The section.
        part: String,
    },
    /// What its encoding makes of it is not known.
    #[error("part {part} has {what} and the unknown transfer encoding {name:?}")]
    Unknown {
        /// `octets above 127`, …
        what: &'static str,
        /// The section.
        part: String,
        /// The encoding, as it stands there.
        name: String,
    },
}

/// What of a message may have to be written anew.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Anatomy {
    leaves: Vec<Leaf>,
    /// Transfer encodings that multiparts and messages within say they hold.
    containers: Vec<Stretch>,
    /// Text around the parts that only programs without MIME show.
    around: Vec<Stretch>,
    /// Where headers and delimiters hold what cannot be encoded.
    headers: Vec<(Need, String)>,
}

/// What the anatomy makes of a message for one way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Conversion {
    /// The changes, in order.
    pub edits: Vec<Edit>,
    /// By how many octets they make the message larger, line ends counted as CRLF. Of a body whose encoding is broken,
    /// and is written anew, it is not known.
    pub growth: i64,
    /// The section of each part that is encoded, and how.
    pub encoded: Vec<(String, TransferEncoding)>,
}

/// Why something cannot go as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Need {
    /// Unless the way carries them.
    EightBit,
    Nul,
    Line,
}

/// Octets with their number in canonical form.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Stretch {
    range: Range<u64>,
    canonical: u64,
    need: Option<Need>,
}

/// A body that is not plain 7bit.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Leaf {
    section: String,
    /// Its fields of that name.
    encodings: Vec<Stretch>,
    mechanism: Mechanism,
    text: bool,
    signed: bool,
    /// What has to be added to its header, and where; none if it has no header that ends.
    fields: Option<(u64, &'static str)>,
    body: Range<u64>,
    facts: Facts,
    /// Its last line has a line end.
    ended: bool,
}

impl Need {
    fn of(facts: &Facts) -> Option<Need> {
        match facts {
            _ if facts.nul => Some(Need::Nul),
            _ if facts.longest_line > LONGEST_LINE => Some(Need::Line),
            _ => facts.eight_bit.then_some(Need::EightBit),
        }
    }

    fn remains(self, transport: Transport) -> bool {
        self != Need::EightBit || !transport.eight_bit
    }

    fn what(self) -> &'static str {
        match self {
            Need::EightBit => "octets above 127",
            Need::Nul => "NUL (an octet of value 0)",
            Need::Line => "lines of more than 998 octets",
        }
    }
}

impl Anatomy {
    /// What makes the message fit.
    ///
    /// # Errors
    /// [`Obstacle`]: nothing does.
    pub fn convert(&self, transport: Transport) -> Result<Conversion, Obstacle> {
        let header = self.headers.iter().find(|(need, _)| need.remains(transport));
        if let Some((need, part)) = header {
            return Err(Obstacle::Header { what: need.what(), part: part.clone() });
        }
        let mut conversion = Conversion::default();
        for leaf in &self.leaves {
            if let Some(need) = Need::of(&leaf.facts).filter(|need| need.remains(transport)) {
                leaf.convert(need, &mut conversion)?;
            }
        }
        for stretch in self.around.iter().filter(|stretch| stretch.need.is_some_and(|need| need.remains(transport))) {
            conversion.replace(stretch, "");
        }
        let plainer = if transport.eight_bit { TransferEncoding::EightBit } else { TransferEncoding::SevenBit };
        if !conversion.encoded.is_empty() {
            self.containers.iter().for_each(|stretch| conversion.replace(stretch, &encoding_field(plainer)));
        }
        conversion.edits.sort_by_key(|edit| edit.range.start);
        Ok(conversion)
    }
}

impl Conversion {
    fn replace(&mut self, stretch: &Stretch, with: &str) {
        self.growth += with.len() as i64 - stretch.canonical as i64;
        self.edits.push(Edit::replace(stretch.range.clone(), with));
    }
}

impl Leaf {
    fn convert(&self, need: Need, conversion: &mut Conversion) -> Result<(), Obstacle> {
        let (what, part) = (need.what(), self.section.clone());
        if self.signed {
            return Err(Obstacle::Signed { what, part });
        }
        let Some((at, fields)) = self.fields else { return Err(Obstacle::Headless { what }) };
        if let Mechanism::Unknown(name) = &self.mechanism {
            return Err(Obstacle::Unknown { what, part, name: name.clone() });
        }
        let to = plainer(&self.mechanism, self.text, &self.facts);
        for (n, field) in self.encodings.iter().enumerate() {
            conversion.replace(field, &if n == 0 { encoding_field(to) } else { String::new() });
        }
        let added = if self.encodings.is_empty() { encoding_field(to) } else { String::new() } + fields;
        conversion.growth += added.len() as i64 + self.growth(to);
        conversion.edits.push(Edit::insert(at, added));
        let recoding = Recoding { from: self.mechanism.clone(), to, text: self.text };
        conversion.edits.push(Edit { range: self.body.clone(), with: With::Recoded(recoding) });
        conversion.encoded.push((part, to));
        Ok(())
    }

    fn growth(&self, to: TransferEncoding) -> i64 {
        if !matches!(self.mechanism, Mechanism::SevenBit | Mechanism::EightBit | Mechanism::Binary) {
            return 0;
        }
        let open = if self.ended { 0 } else { 2 };
        let before = self.facts.canonical - open;
        let content = if self.text { before } else { self.facts.octets };
        let after = match to {
            TransferEncoding::QuotedPrintable => self.facts.quoted_printable.unwrap_or(before),
            _ => base64::encoded_size(content),
        };
        after as i64 - open as i64 - before as i64
    }
}

/// `1.MIME`, in words.
fn place(section: &str) -> String {
    match section.rsplit_once('.').unwrap_or(("", section)) {
        ("", "HEADER") => "the header of the message has".to_owned(),
        (part, "MIME") => format!("the header of part {part} has"),
        (part, "HEADER") => format!("the header of the message in part {part} has"),
        ("", "TEXT") => "the text around the parts of the message has".to_owned(),
        _ => format!("the text around the parts of part {section} has"),
    }
}

/// The encoding that makes 7bit of a body; what is encoded in lines of text, and only that, stays in lines.
pub(super) fn plainer(mechanism: &Mechanism, lines: bool, facts: &Facts) -> TransferEncoding {
    match mechanism {
        Mechanism::SevenBit | Mechanism::EightBit | Mechanism::Binary if lines => {
            TransferEncoding::choose(facts, false)
        }
        Mechanism::QuotedPrintable if lines => TransferEncoding::QuotedPrintable,
        _ => TransferEncoding::Base64,
    }
}

/// Whether a body, so encoded, is lines of text: not what is base64 already, whose octets say themselves how lines end,
/// nor what has CR and LF as halves of characters (RFC 2781).
pub(super) fn is_lines(content_type: &ContentType, mechanism: &Mechanism) -> bool {
    use Mechanism::{Binary, EightBit, QuotedPrintable, SevenBit};
    let wide = content_type.charset().is_some_and(|label| {
        let label = label.to_ascii_lowercase();
        ["utf-16", "utf16", "utf-32", "utf32", "ucs-2", "ucs-4", "iso-10646"].iter().any(|wide| label.contains(wide))
    });
    content_type.kind() == "text" && !wide && matches!(mechanism, SevenBit | EightBit | Binary | QuotedPrintable)
}

fn encoding_field(encoding: TransferEncoding) -> String {
    format!("Content-Transfer-Encoding: {}\r\n", encoding.name())
}

/// Looks through a message.
pub struct Reader {
    parser: Parser,
    inner: Inner,
}

#[derive(Default)]
struct Inner {
    anatomy: Anatomy,
    numbering: Numbering,
    open: Vec<Open>,
}

/// An open entity.
struct Open {
    role: Role,
    encodings: Vec<Stretch>,
    mime_version: bool,
    content_type: bool,
    /// The field that is being read is left out when the message is sent.
    cut: bool,
    header: Survey,
    header_end: Option<u64>,
    /// The text before or behind the parts that is being read.
    around: Option<Stretching>,
    signed: bool,
    leaf: Option<OpenLeaf>,
}

struct OpenLeaf {
    mechanism: Mechanism,
    text: bool,
    body: Stretching,
}

/// A stretch that grows.
struct Stretching {
    from: u64,
    survey: Survey,
    /// The octet that came last.
    last: u8,
}

impl Default for Reader {
    fn default() -> Reader {
        Reader { parser: Parser::new(Limits::default()), inner: Inner::default() }
    }
}

impl Reader {
    /// At the beginning of a message.
    pub fn new() -> Reader {
        Reader::default()
    }

    /// At the beginning of a message that stands behind so many octets.
    pub fn behind(octets: u64) -> Reader {
        Reader { parser: Parser::behind(octets, Limits::default()), inner: Inner::default() }
    }

    /// Looks at the next octets.
    pub fn push(&mut self, octets: &[u8]) {
        let Reader { parser, inner } = self;
        parser.push(octets, &mut |event| inner.event(&event));
    }

    /// The message is over.
    pub fn finish(self) -> Anatomy {
        let Reader { parser, mut inner } = self;
        parser.finish(&mut |event| inner.event(&event));
        inner.anatomy
    }
}

impl Inner {
    fn event(&mut self, event: &Event<'_>) {
        match event {
            Event::Start { role, .. } => self.start(*role),
            Event::Field { octets, rest: true, .. } => self.header_piece(octets),
            Event::Field { offset, octets, name, .. } => self.field(*offset, octets, *name),
            Event::HeaderEnd { offset, octets, content } => self.header_end(*offset, octets, content),
            Event::Body { octets, .. } => {
                if let Some(leaf) = self.open.last_mut().and_then(|open| open.leaf.as_mut()) {
                    leaf.body.push(octets);
                }
            }
            Event::Preamble { offset, octets } | Event::Epilogue { offset, octets } => {
                if let Some(open) = self.open.last_mut() {
                    let around = open.around.get_or_insert_with(|| Stretching::new(*offset));
                    around.push(octets);
                }
            }
            Event::Boundary { offset, octets, .. } => {
                self.end_around();
                let delimiter = Stretch::of(*offset, octets);
                self.header(delimiter.need);
            }
            Event::End { offset } => self.end(*offset),
            Event::Flaw(_) => {}
        }
    }

    fn start(&mut self, role: Role) {
        self.numbering.start(role);
        let signed = self.open.last().is_some_and(|around| around.signed);
        self.open.push(Open {
            role,
            encodings: Vec::new(),
            mime_version: false,
            content_type: false,
            cut: false,
            header: Survey::quick(),
            header_end: None,
            around: None,
            signed,
            leaf: None,
        });
    }

    fn field(&mut self, offset: u64, octets: &[u8], name: Option<usize>) {
        let Some(open) = self.open.last_mut() else { return };
        let name = octets.get(..name.unwrap_or(0)).unwrap_or_default();
        open.cut = open.role == Role::Root && is_blind(name);
        let is = |wanted: &str| name.eq_ignore_ascii_case(wanted.as_bytes());
        open.mime_version |= is("mime-version");
        open.content_type |= is("content-type");
        if is("content-transfer-encoding") {
            open.encodings.push(Stretch::of(offset, octets));
        }
        self.header_piece(octets);
    }

    fn header_piece(&mut self, octets: &[u8]) {
        if let Some(open) = self.open.last_mut().filter(|open| !open.cut) {
            open.header.push(octets);
        }
    }

    fn header_end(&mut self, offset: u64, octets: &[u8], content: &Content) {
        self.numbering.header_end(content.nature);
        let Some(open) = self.open.last_mut() else { return };
        let facts = std::mem::replace(&mut open.header, Survey::quick()).finish();
        open.header_end = (!octets.is_empty()).then_some(offset);
        open.signed |= content.content_type.essence() == "multipart/signed";
        let mechanism = Mechanism::parse(content.encoding.as_deref().unwrap_or_default());
        let text = is_lines(&content.content_type, &mechanism);
        if matches!(content.nature, Nature::Leaf | Nature::EncodedMessage) {
            let identity = matches!(mechanism, Mechanism::SevenBit | Mechanism::EightBit | Mechanism::Binary);
            let survey = if text && identity { Survey::new() } else { Survey::quick() };
            let body = Stretching { survey, ..Stretching::new(offset + octets.len() as u64) };
            open.leaf = Some(OpenLeaf { mechanism, text, body });
        } else if matches!(mechanism, Mechanism::EightBit | Mechanism::Binary) {
            self.anatomy.containers.extend(open.encodings.drain(..).take(1));
        }
        // What the header of the message itself holds is for SMTPUTF8 to carry, but for what nothing carries.
        let root = open.role == Role::Root;
        self.header(Need::of(&facts).filter(|need| !root || *need != Need::EightBit));
    }

    fn header(&mut self, need: Option<Need>) {
        if let Some(need) = need {
            self.anatomy.headers.push((need, self.numbering.header().to_string()));
        }
    }

    fn end_around(&mut self) {
        let Some(open) = self.open.last_mut() else { return };
        let Some(stretch) = open.around.take().map(Stretching::end) else { return };
        match stretch.need {
            Some(need) if open.signed => self.anatomy.headers.push((need, self.numbering.section().to_string())),
            Some(_) => self.anatomy.around.push(stretch),
            None => {}
        }
    }

    fn end(&mut self, offset: u64) {
        self.end_around();
        let section = self.numbering.section().to_string();
        self.numbering.end();
        let Some(open) = self.open.pop() else { return };
        let Some(leaf) = open.leaf else { return };
        let (body, ended) = (leaf.body.from..offset, matches!(leaf.body.last, b'\r' | b'\n'));
        let facts = leaf.body.survey.finish();
        if Need::of(&facts).is_none() {
            return;
        }
        let fields = match (open.role, open.mime_version, open.content_type) {
            (Role::Part, ..) | (_, true, true) => "",
            (_, false, true) => "MIME-Version: 1.0\r\n",
            (_, true, false) => content_type(&facts, false),
            (_, false, false) => content_type(&facts, true),
        };
        self.anatomy.leaves.push(Leaf {
            section,
            encodings: open.encodings,
            mechanism: leaf.mechanism,
            text: leaf.text,
            signed: open.signed,
            fields: open.header_end.map(|at| (at, fields)),
            body,
            facts,
            ended,
        });
    }
}

/// What a text is whose message says nothing of it; `unknown-8bit` is RFC 1428 §3.
fn content_type(facts: &Facts, version: bool) -> &'static str {
    match (facts.utf8 && facts.eight_bit, facts.eight_bit, version) {
        (true, _, true) => "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n",
        (true, _, false) => "Content-Type: text/plain; charset=utf-8\r\n",
        (false, true, true) => "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=unknown-8bit\r\n",
        (false, true, false) => "Content-Type: text/plain; charset=unknown-8bit\r\n",
        (false, false, true) => "MIME-Version: 1.0\r\n",
        (false, false, false) => "",
    }
}

impl Stretch {
    fn of(offset: u64, octets: &[u8]) -> Stretch {
        let mut stretch = Stretching::new(offset);
        stretch.push(octets);
        stretch.end()
    }
}

impl Stretching {
    fn new(from: u64) -> Stretching {
        Stretching { from, survey: Survey::quick(), last: b'\n' }
    }

    fn push(&mut self, octets: &[u8]) {
        self.survey.push(octets);
        self.last = octets.last().copied().unwrap_or(self.last);
    }

    fn end(self) -> Stretch {
        let facts = self.survey.finish();
        let open = if matches!(self.last, b'\r' | b'\n') { 0 } else { 2 };
        Stretch {
            range: self.from..self.from + facts.octets,
            canonical: facts.canonical - open,
            need: Need::of(&facts),
        }
    }
}

#[cfg(test)]
mod tests;
