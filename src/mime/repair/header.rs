//! The header: fields that go, fields that are written anew, and what comes in at its end.

use super::field::{Mended, Written};
use super::structure::Open;
use super::{Codes, Operation, SIGNED, TOO_MUCH, add, has};
use crate::mime::lint::field::{Kind, kind};
use crate::mime::notes::shown;
use crate::mime::parse::{Nature, Role};
use crate::mime::patch::{Edit, With};
use crate::mime::survey::Facts;
use crate::mime::transfer_encoding::LONGEST_LINE;

/// Why what two fields say stays.
const UNDECIDED: &str = "what is meant cannot be told";
/// What a line that is no field is called, for what stands in it is not lost then.
const NAME: &str = "X-Not-A-Field: ";
/// So much of a line that is no field is quoted.
const QUOTED: usize = 998;

/// What has to be known of a header.
#[derive(Default)]
pub(super) struct Header {
    /// The first value of each field that may stand once.
    seen: Vec<(&'static str, Vec<u8>)>,
    mime_version: bool,
    /// The one that counts; what it becomes is known when the body is over.
    pub(super) content_type: Option<Written>,
    pub(super) encodings: Vec<Written>,
    /// The lines that were no field, as long as nothing follows them.
    bad: Vec<Bad>,
    /// They begin the text, so that the empty line comes before them.
    text: bool,
    /// Its last line has no end.
    unended: bool,
    /// Its empty line is missing.
    pub(super) ending: Codes,
    /// MIME-Version is.
    version: Codes,
    /// The edit at its end.
    edit: usize,
}

/// What the header has to say of the body.
/// A line that was no field: its place, and which edit and which change are its.
struct Bad {
    offset: u64,
    edit: usize,
    change: usize,
    /// What of it is quoted.
    quoted: String,
}

#[derive(Default)]
pub(super) struct Wanted {
    pub(super) boundary: Option<String>,
    /// The charset is UTF-8.
    pub(super) charset: bool,
    pub(super) encoding: Option<&'static str>,
}

impl Wanted {
    fn parameters(&self) -> Vec<(&str, &str)> {
        let boundary = self.boundary.as_deref().map(|boundary| ("boundary", boundary));
        boundary.into_iter().chain(self.charset.then_some(("charset", "utf-8"))).collect()
    }
}

impl Operation {
    /// The next field, or the rest of a long one.
    pub(super) fn field(&mut self, offset: u64, octets: &[u8], width: Option<usize>, rest: bool, mut fresh: Codes) {
        let part = self.part.clone();
        if rest {
            return self.left(&part, &fresh, "the field has more than a mebibyte");
        }
        if width.is_some() {
            let bad: Codes = fresh.extract_if(.., |(code, _)| code.code == "ambiguous-header-end").collect();
            self.bad_lines(&bad);
        }
        let long = std::mem::take(&mut self.long_field);
        self.field =
            Some(Written { offset, spot: self.spot, octets: octets.to_vec(), width, codes: fresh, part, long });
    }

    /// All that is wrong with the last field is known.
    pub(super) fn flush(&mut self) {
        let Some(mut field) = self.field.take() else { return };
        let Some(open) = self.open.last_mut() else { return };
        open.header.unended = !field.octets.ends_with(b"\n");
        // Of the last line lint tells this only when the message is over.
        let (facts, spot) = (Facts::of(&field.octets), field.spot);
        if facts.bare_cr {
            add(&mut field.codes, "ambiguous-bare-cr", spot);
        }
        if facts.longest_line > LONGEST_LINE {
            add(&mut field.codes, "line-too-long", spot);
        }
        if open.inherited {
            return self.left(&field.part, &field.codes, SIGNED);
        }
        if field.long {
            return self.left(&field.part, &field.codes, "the field has more than a mebibyte");
        }
        if !self.has_room(2) {
            return self.left(&field.part, &field.codes, TOO_MUCH);
        }
        if field.width.is_none() {
            return self.bad_line(&field);
        }
        let (kind, single) = kind(field.name().as_bytes());
        if single.is_some_and(|name| self.is_again(name, &mut field)) {
            return self.cut(&field, &format!("{}, the same as before, is left out", field.name()));
        }
        if field.is_empty() && kind != Kind::Unstructured {
            return self.cut(&field, &format!("{}, which is empty, is left out", field.name()));
        }
        let Some(open) = self.open.last_mut() else { return };
        open.header.mime_version |= kind == Kind::MimeVersion;
        match kind {
            Kind::ContentType if open.header.content_type.is_none() => open.header.content_type = Some(field),
            Kind::Encoding => open.header.encodings.push(field),
            _ => self.operate(&field, field.mend()),
        }
    }

    /// The same field with the same value stood there before.
    fn is_again(&mut self, name: &'static str, field: &mut Written) -> bool {
        let Some(open) = self.open.last_mut() else { return false };
        let value = field.value().trim_ascii();
        let Some((_, first)) = open.header.seen.iter().find(|(seen, _)| *seen == name) else {
            open.header.seen.push((name, value.to_vec()));
            return false;
        };
        if first == value {
            return has(&field.codes, "field-duplicate");
        }
        let differ: Codes = field.codes.extract_if(.., |(code, _)| code.code == "field-duplicate").collect();
        self.left(&field.part, &differ, "the two differ: which is meant cannot be told");
        false
    }

    fn cut(&mut self, field: &Written, what: &str) {
        self.edit(Edit::cut(field.range()));
        self.changed(&field.part, &field.codes, what);
        if let Some(open) = self.open.last_mut() {
            open.header.unended = false;
        }
    }

    /// A line that is no field becomes one, if fields follow; else it is the beginning of the text. That of an mbox goes.
    fn bad_line(&mut self, field: &Written) {
        let text = String::from_utf8_lossy(field.octets.trim_ascii_end()).into_owned();
        let mut quoted: String = text.chars().take(QUOTED).collect();
        if quoted.len() < text.len() {
            quoted.push('…');
        }
        if has(&field.codes, "mbox-line") {
            return self.cut(field, &format!("the line {quoted:?} is left out"));
        }
        let mut codes = field.codes.clone();
        add(&mut codes, "not-a-field", field.spot);
        let (edit, before) = (self.repairs.edits.len(), self.repairs.changes.len());
        self.edit(Edit::insert(field.offset, NAME));
        self.changed(&field.part, &codes, &format!("the line {quoted:?} is the field X-Not-A-Field now"));
        let changes = self.repairs.changes.get(before..).unwrap_or_default();
        let own = changes.iter().position(|change| change.code.code == "not-a-field");
        if let (Some(at), Some(open)) = (own, self.open.last_mut()) {
            open.header.bad.push(Bad { offset: field.offset, edit, change: before + at, quoted });
        }
    }

    /// Fields follow the lines that are none.
    fn bad_lines(&mut self, codes: &Codes) {
        let Some(open) = self.open.last_mut() else { return };
        let bad = std::mem::take(&mut open.header.bad);
        let Some((code, _)) = codes.first() else { return };
        if bad.is_empty() {
            let why = if open.inherited { SIGNED } else { TOO_MUCH };
            let part = self.part.clone();
            return self.left(&part, codes, why);
        }
        for bad in bad {
            if let Some(change) = self.repairs.changes.get_mut(bad.change) {
                change.code = code;
            }
        }
    }

    /// No field follows: the empty line comes before the first of them, where the header ends now.
    fn text(&mut self, bad: &[Bad]) {
        let Some((first, open)) = bad.first().zip(self.open.last_mut()) else { return };
        (open.header.edit, open.header.text, open.header.unended) = (first.edit, true, false);
        for Bad { offset, edit, change, quoted } in bad {
            if let Some(edit) = self.repairs.edits.get_mut(*edit) {
                *edit = Edit::insert(*offset, "");
            }
            if let Some(change) = self.repairs.changes.get_mut(*change) {
                change.what = format!("the header ends before the line {quoted:?}");
            }
        }
    }

    /// What became of a field.
    fn operate(&mut self, field: &Written, mended: Mended) {
        let stays = |code: &'static super::Code| mended.still.contains(&code);
        let (still, cured): (Codes, Codes) = field.codes.iter().copied().partition(|(code, _)| stays(code));
        self.left(&field.part, &still, "what is meant cannot be told, or has no other form");
        let Some(octets) = mended.octets else { return };
        let name = field.width.unwrap_or(0);
        let value = octets.get(name + 1..).unwrap_or_default().trim_ascii();
        self.changed(&field.part, &cured, &format!("{} is written anew: {:?}", field.name(), shown(value)));
        self.edit(Edit::replace(field.range(), octets));
        if let Some(open) = self.open.last_mut() {
            open.header.unended = false;
        }
    }

    /// The header is over; what comes in at its end is known when the body is over, and has its place here.
    pub(super) fn end_of_header(&mut self, offset: u64, fresh: &Codes) {
        let at = self.repairs.edits.len();
        self.edit(Edit::insert(offset, ""));
        let part = self.part.clone();
        let Some(open) = self.open.last_mut() else { return };
        let (header, signed) = (&mut open.header, open.inherited);
        header.edit = at;
        header.version = fresh.iter().copied().filter(|(code, _)| code.code == "missing-mime-version").collect();
        let bad = std::mem::take(&mut header.bad);
        let lines = !bad.is_empty();
        let stays = |code: &str| code == "ambiguous-file-name" || (code == "not-a-field" && !lines);
        let mut stay: Codes = fresh.iter().copied().filter(|(code, _)| stays(code.code)).collect();
        if signed {
            stay.append(&mut header.version);
            stay.append(&mut header.ending);
        }
        self.left(&part, &stay, if signed { SIGNED } else { UNDECIDED });
        self.text(&bad);
    }

    /// The entity is over: its header says what its body has become.
    pub(super) fn end_header(&mut self, open: &mut Open, wanted: &Wanted) {
        let mut added = String::new();
        let parameters = wanted.parameters();
        match open.header.content_type.take() {
            Some(field) if !parameters.is_empty() => self.operate(&field, field.with(&parameters)),
            Some(field) => self.operate(&field, field.mend()),
            None if wanted.charset => added.push_str("Content-Type: text/plain; charset=utf-8\r\n"),
            None => {}
        }
        let encodings = std::mem::take(&mut open.header.encodings);
        match wanted.encoding {
            Some(name) if encodings.is_empty() => {
                added.push_str(&format!("Content-Transfer-Encoding: {name}\r\n"));
            }
            Some(name) => self.encode(&encodings, name),
            None => encodings.iter().for_each(|field| self.operate(field, open.word(field))),
        }
        self.insert(open, added);
    }

    /// One field says the encoding.
    fn encode(&mut self, encodings: &[Written], name: &str) {
        for (n, field) in encodings.iter().enumerate() {
            let octets = if n == 0 { format!("Content-Transfer-Encoding: {name}\r\n") } else { String::new() };
            self.edit(Edit::replace(field.range(), octets));
            self.changed(&field.part, &field.codes, &format!("Content-Transfer-Encoding says {name}"));
        }
    }

    /// What comes in at the end of the header.
    fn insert(&mut self, open: &Open, fields: String) {
        let header = &open.header;
        let needs_version = open.role != Role::Part && !header.mime_version && !fields.is_empty();
        let version = !header.version.is_empty() || needs_version;
        let empty_line = if header.ending.is_empty() && !header.text { "" } else { "\r\n" };
        let mut text = if version { "MIME-Version: 1.0\r\n".to_owned() } else { String::new() } + &fields + empty_line;
        if text.is_empty() {
            return;
        }
        if header.unended {
            text.insert_str(0, "\r\n");
        }
        self.changed(&open.header_part, &header.version, "MIME-Version is put in");
        self.changed(&open.header_part, &header.ending, "the empty line behind the header is put in");
        self.held += text.len();
        if let Some(edit) = self.repairs.edits.get_mut(header.edit) {
            edit.with = With::Octets(text.into_bytes());
        }
    }
}

impl Open {
    /// Content-Transfer-Encoding as the one word that was read.
    fn word(&self, field: &Written) -> Mended {
        if !field.is_flawed() {
            return Mended::default();
        }
        let two = has(&field.codes, "ambiguous-transfer-encoding");
        let word = self.content.as_ref().and_then(|content| content.encoding.as_deref());
        let word = word.filter(|word| !two && word.bytes().all(|octet| octet.is_ascii_graphic()));
        field.choose([field.folded(), word.map(|word| format!("{}: {word}\r\n", field.name()).into_bytes())])
    }

    /// Content-Type can be written with these, or there is none.
    pub(super) fn takes(&self, parameters: &[(&str, &str)]) -> bool {
        self.header.content_type.as_ref().is_none_or(|field| field.with(parameters).octets.is_some())
    }

    /// How its body is read.
    pub(super) fn nature(&self) -> Nature {
        self.content.as_ref().map_or(Nature::Leaf, |content| content.nature)
    }
}
