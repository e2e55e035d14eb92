//! One header: which fields are there, how often, and what that means (RFC 5322 §3.6, RFC 2045 §3).

use memchr::memchr;

use super::Spot;
use super::field::{self, Kind, Written};
use super::findings::Desk;
use crate::mime::content_type::ContentType;
use crate::mime::disposition::{self, Disposition};
use crate::mime::flaw::KEPT;
use crate::mime::notes::shown;
use crate::mime::parse::{Content, Role};

/// Of a longer field no more is looked at; the parser tells it in pieces.
const LONGEST: usize = 1 << 20;
/// So much of the first of several fields of one name is kept, to be quoted.
const QUOTED: usize = 250;

/// A field of which there may be one only (RFC 5322 §3.6, RFC 2045 §3).
struct Single {
    name: &'static str,
    spot: Spot,
    value: Vec<u8>,
}

/// The header that is being read.
#[derive(Default)]
pub(super) struct Header {
    begin: Spot,
    role: Option<Role>,
    fields: u64,
    seen: Vec<Single>,
    /// Lines that are no fields, as long as nothing follows them.
    bad: Vec<(Spot, String)>,
    /// The field before: its name, and where its value begins.
    last: Option<(String, u64)>,
    authors: usize,
    disposition: Option<(Disposition, Spot)>,
    encoding: Option<Spot>,
    /// What Content-ID says.
    pub(super) content_id: Option<(String, Spot)>,
}

impl Header {
    pub(super) fn new(begin: Spot, role: Role) -> Header {
        Header { begin, role: Some(role), ..Header::default() }
    }

    /// The name of the field in whose value that offset is, if it was the last one.
    pub(super) fn field_at(&self, offset: u64) -> Option<&str> {
        self.last.as_ref().filter(|(_, value)| offset >= *value).map(|(name, _)| name.as_str())
    }

    /// Takes the next field, or a line that is none.
    pub(super) fn field(&mut self, offset: u64, octets: &[u8], name: Option<usize>, desk: &mut Desk) {
        let spot = desk.spot(offset);
        let cut = octets.len() + 1 >= LONGEST;
        if cut {
            let message = format!("a field of more than {LONGEST} octets, whose value is not looked at");
            desk.note("field-too-long", spot, message);
        }
        let octets = octets.get(..LONGEST).unwrap_or(octets);
        if let Some(at) = memchr(0, octets) {
            let message = "a NUL in the header: some readers end the field here, others the header";
            desk.note("ambiguous-nul", desk.spot(offset + at as u64), message);
        }
        let Some(width) = name else { return self.line_without_name(spot, octets, desk) };
        for (bad, text) in std::mem::take(&mut self.bad) {
            let message = format!(
                "{text:?} is no field, and fields follow: some readers pass it over, to others the header ends here and \
                 the rest is body"
            );
            desk.note("ambiguous-header-end", bad, message);
        }
        self.fields += 1;
        let (name, value) = octets.split_at_checked(width).unwrap_or_default();
        let colon = memchr(b':', value).map_or(value.len(), |at| at + 1);
        let value = value.get(colon..).unwrap_or_default();
        let written = Written { name: shown(name), value, offset: offset + (octets.len() - value.len()) as u64, spot };
        blank_folds(&written, desk);
        let (kind, single) = field::kind(name);
        if let Some(known) = single {
            self.single(known, &written, desk);
        }
        self.last = Some((written.name.clone(), written.offset));
        // What is cut looks broken at its end.
        if !cut {
            self.value(kind, &written, desk);
        }
    }

    /// The empty line. Tells what is missing, and where the disposition of file names differs.
    pub(super) fn end(&mut self, content: &Content, empty_line: bool, by_default: bool, desk: &mut Desk) {
        self.last = None;
        for (bad, text) in std::mem::take(&mut self.bad) {
            let message = format!("{text:?} is no header field: there is no colon behind a name");
            desk.note("not-a-field", bad, message);
        }
        if self.fields > 0 {
            self.missing(desk);
        } else if empty_line {
            desk.note("header-empty", self.begin, "there are no header fields: the empty line comes first");
        }
        if self.fields > 0 && by_default && !self.has("content-type") {
            let message = format!("there is no Content-Type: it is taken for {}", default(&content.content_type));
            desk.note("missing-content-type", self.begin, message);
        }
        if let Some((disposition, spot)) = self.disposition.take() {
            for flaw in disposition::file_name(Some(&disposition), Some(&content.content_type)).1 {
                desk.note("ambiguous-file-name", spot, flaw.message);
            }
        }
    }

    /// Where the transfer encoding is declared.
    pub(super) fn encoding(&self) -> Option<Spot> {
        self.encoding
    }

    fn has(&self, name: &str) -> bool {
        self.seen.iter().any(|single| single.name == name)
    }

    fn line_without_name(&mut self, spot: Spot, octets: &[u8], desk: &mut Desk) {
        let first = self.fields == 0 && self.bad.is_empty() && self.role == Some(Role::Root);
        if first && octets.starts_with(b"From ") {
            let message = "the line of an mbox before a message is no part of it and breaks on the way";
            desk.note("mbox-line", spot, message);
        } else if (self.bad.len() as u64) < KEPT {
            self.bad.push((spot, shown(octets.trim_ascii_end())));
        }
    }

    /// A field that may stand once.
    fn single(&mut self, name: &'static str, written: &Written<'_>, desk: &mut Desk) {
        let value = written.value.trim_ascii();
        let kept = value.get(..QUOTED).unwrap_or(value);
        let Some(first) = self.seen.iter().find(|single| single.name == name) else {
            return self.seen.push(Single { name, spot: written.spot, value: kept.to_vec() });
        };
        let (display, line) = (&written.name, first.spot.line);
        if first.value == kept {
            let message = format!("{display} stands here again, the same as in line {line}");
            return desk.note("field-duplicate", written.spot, message);
        }
        let code = match name {
            "content-type" => "ambiguous-content-type",
            "content-transfer-encoding" => "ambiguous-transfer-encoding",
            "from" => "ambiguous-from",
            _ => "field-duplicate",
        };
        let (one, two) = (shown(&first.value), shown(kept));
        let message = format!(
            "{display} stands twice: who takes the first reads {one:?} (line {line}), who takes the last {two:?}"
        );
        desk.note(code, written.spot, message);
    }

    fn value(&mut self, kind: Kind, written: &Written<'_>, desk: &mut Desk) {
        if written.value.trim_ascii().is_empty() {
            if kind != Kind::Unstructured {
                desk.note("field-empty", written.spot, format!("{} is empty", written.name));
            }
            return;
        }
        match kind {
            Kind::Disposition => {
                let (read, flaws) = Disposition::parse(written.value);
                written.tell(flaws, desk);
                self.disposition.get_or_insert((read, written.spot));
            }
            Kind::From => self.authors = self.authors.max(field::author(written, desk)),
            Kind::Encoding => {
                field::encoding(written, desk);
                self.encoding.get_or_insert(written.spot);
            }
            Kind::ContentId => {
                let id = field::identifiers(written, desk);
                self.content_id = self.content_id.take().or(id.map(|id| (id, written.spot)));
            }
            kind => field::check(kind, written, desk),
        }
    }

    /// What must or should be there.
    fn missing(&self, desk: &mut Desk) {
        let begin = self.begin;
        if self.authors > 1 && !self.has("sender") {
            let message = "From has several authors: Sender has to say which of them sent it";
            desk.note("missing-sender", begin, message);
        }
        match self.role {
            Some(Role::Root) => {
                if !self.has("from") {
                    desk.note("missing-from", begin, "there is no From: nobody is said to have written this");
                }
                if !self.has("date") {
                    desk.note("missing-date", begin, "there is no Date");
                }
                if !self.has("message-id") {
                    desk.note("missing-message-id", begin, "there is no Message-ID: servers may add one each");
                }
                let mime = ["content-type", "content-transfer-encoding", "content-disposition"];
                if let Some(name) = mime.iter().find(|name| self.has(name)).filter(|_| !self.has("mime-version")) {
                    let message =
                        format!("there is {name} and no MIME-Version: some readers take no notice of MIME then");
                    desk.note("missing-mime-version", begin, message);
                }
            }
            Some(Role::Message) if !["from", "subject", "date"].iter().any(|name| self.has(name)) => {
                let message = "the message within has none of From, Subject and Date";
                desk.note("message-without-fields", begin, message);
            }
            _ => {}
        }
    }
}

/// Lines of a field that hold nothing but white space: some readers take them for the end of the header.
fn blank_folds(written: &Written<'_>, desk: &mut Desk) {
    let mut at = 0;
    for (n, line) in written.value.split_inclusive(|&octet| octet == b'\n').enumerate() {
        if n > 0 && line.trim_ascii().is_empty() {
            let message =
                format!("{}: a folded line of white space only: some readers end the header here", written.name);
            desk.note("fold-blank", desk.spot(written.offset + at), message);
        }
        at += line.len() as u64;
    }
}

fn default(content_type: &ContentType) -> String {
    match content_type.charset() {
        Some(charset) => format!("{}; charset={charset}", content_type.essence()),
        None => content_type.essence(),
    }
}
