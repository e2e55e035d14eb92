//! A message that is complete already: what has to be known before it is sent, learnt in one pass
//! (RFC 5322 §2.2, §3.6, obsolete forms of §4.5; RFC 6532 for UTF-8 in the header).

mod keep;
mod stray;

use std::ops::Range;

use memchr::memchr2;

use self::keep::Keep;
use self::stray::Stray;
use super::convert::{Anatomy, Reader};
use super::survey::{Facts, Survey};

/// Octets of the fields that are kept, in sum.
const KEPT: usize = 1 << 20;
/// Ranges that are cut out.
const CUTS: usize = 1 << 16;
/// No name that matters is longer than `Resent-Reply-To`.
const NAME: usize = 16;
/// What nobody shall read.
const BLIND: [&[u8]; 2] = [b"bcc", b"resent-bcc"];
/// What says how a letter came, not how it goes.
const OF_DELIVERY: [&[u8]; 2] = [b"return-path", b"content-length"];
/// The byte order mark that editors put before a text (RFC 3629 §6).
const MARK: &[u8] = b"\xef\xbb\xbf";

/// What a [`Scan`] found.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Ready {
    /// The facts, surveyed quickly: `octets` of all the input, everything else of the input without the cuts.
    pub facts: Facts,
    /// Octets before the header in the input: a byte order mark, and the lines `From ` and `>From ` of an mbox.
    pub header_start: u64,
    /// Octets before the body in the input, the empty line included.
    pub header_end: u64,
    /// Ranges of the input that are left out when sending: Bcc and Resent-Bcc fields, what stands before the header, of a
    /// [submission](Scan::of_submission) some more. In order, neither overlapping nor touching.
    pub cuts: Vec<Range<u64>>,
    /// Where From, Sender, Reply-To, To and Cc stand in the input, and those of a letter that is sent again
    /// (RFC 5322 §3.6.2, §3.6.3, §3.6.6): each field from its name to its end.
    pub address_fields: Vec<Range<u64>>,
    /// Octets of the input without the cuts, with CRLF line ends and the last line ended (for SIZE, RFC 1870).
    pub canonical_size: u64,
    /// The header that is sent holds octets above 127, so it needs SMTPUTF8 (RFC 6531); `facts.utf8` tells if all is UTF-8.
    pub utf8_header: bool,
    /// From fields: bodies unfolded, blanks around them removed, U+FFFD for what is not UTF-8. The same holds below.
    pub from: Vec<String>,
    /// Sender fields.
    pub sender: Vec<String>,
    /// To fields.
    pub to: Vec<String>,
    /// Cc fields.
    pub cc: Vec<String>,
    /// Bcc fields, which are also cut out.
    pub bcc: Vec<String>,
    /// Resent-To, Resent-Cc and Resent-Bcc fields (RFC 5322 §3.6.6): who gets it where it is sent again.
    pub resent: Vec<String>,
    /// The first Subject field.
    pub subject: Option<String>,
    /// The first Message-ID field.
    pub message_id: Option<String>,
    /// There is a Date field.
    pub date: bool,
    /// What of it may have to be encoded; places are those of the input.
    pub anatomy: Anatomy,
    /// The fields kept exceed 1 MiB, or there are more than 65,536 cuts: what is told above is not complete, and the
    /// message must not be sent on its ground.
    pub header_too_large: bool,
    /// Some lines of the header end in CR alone, others in LF: who reads CR as a line end finds other fields in it than
    /// who does not (RFC 5322 §2.2).
    pub ambiguous_lines: bool,
    /// A line `Bcc:` stands where the header would, had another line not ended it or kept it from beginning: all would
    /// read it.
    pub stray_bcc: bool,
}

impl Ready {
    /// Why the message must not be sent on the ground of what is told of it.
    pub fn doubt(&self) -> Option<&'static str> {
        let too_large = "the header is too large to find its Bcc fields (1 MiB)";
        let ambiguous = "in the header some lines end in CR alone and others in LF: where a field begins is a guess";
        let stray = "a line Bcc: stands outside the header, which a line that is no field has ended or kept from beginning (RFC 5322 §2.1): all would read it";
        let doubts = [(self.header_too_large, too_large), (self.ambiguous_lines, ambiguous), (self.stray_bcc, stray)];
        doubts.into_iter().find_map(|(is, doubt)| is.then_some(doubt))
    }
}

/// Scans a message as it passes, whatever its line ends (CRLF, LF, CR); the result does not depend on the cuts of the input.
pub struct Scan {
    ready: Ready,
    /// Names of fields that are left out beside those that are always.
    dropped: &'static [&'static [u8]],
    reader: Reader,
    survey: Survey,
    /// Octets so far.
    octets: u64,
    place: Place,
    /// The line that is being read, from its first octet to its colon.
    line: Line,
    field: Option<Field>,
    /// Octets of all fields that were kept.
    kept: usize,
    /// A line of the header has ended in CR alone, one in LF.
    ends: [bool; 2],
    /// The first octets, until it is known whether they are a byte order mark.
    head: Option<Vec<u8>>,
    /// There was a field.
    began: bool,
    stray: Stray,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// Before a line of the header; `after_cr`: a LF still belongs to the line before.
    LineStart {
        after_cr: bool,
    },
    /// Within a field name, or behind it if there were `blanks` (obsolete, RFC 5322 §4.5).
    Name {
        blanks: bool,
    },
    /// Behind the colon, or in a folded line.
    Rest,
    /// Behind the CR of the empty line.
    EmptyLine,
    Body,
}

/// A line that may turn out to be a field, and the survey before it, to go back to if it is cut out.
#[derive(Clone, Debug)]
struct Line {
    start: u64,
    name: Vec<u8>,
    before: Survey,
}

/// The field that is being read.
#[derive(Clone, Debug)]
struct Field {
    start: u64,
    /// It is none, but a line before the header.
    before: bool,
    cut: bool,
    keep: Option<Keep>,
    body: Vec<u8>,
}

impl Default for Scan {
    fn default() -> Self {
        Self::new()
    }
}

impl Scan {
    /// A scan, before the first octet.
    pub fn new() -> Self {
        let survey = Survey::quick();
        Self {
            ready: Ready::default(),
            dropped: &[],
            reader: Reader::new(),
            octets: 0,
            place: Place::LineStart { after_cr: false },
            line: Line { start: 0, name: Vec::new(), before: survey.clone() },
            survey,
            field: None,
            kept: 0,
            ends: [false; 2],
            head: Some(Vec::new()),
            began: false,
            stray: Stray::default(),
        }
    }

    /// The same for a letter that is handed in as if it were new: Return-Path (RFC 5321 §4.4: its originator does not
    /// send one) and Content-Length (of an mbox) are left out, too.
    pub fn of_submission() -> Self {
        Self { dropped: &OF_DELIVERY, ..Self::new() }
    }

    /// Scans the next octets.
    pub fn push(&mut self, input: &[u8]) {
        match self.head.take() {
            None => self.read(input),
            Some(head) => {
                let head = [&head, input].concat();
                match head.strip_prefix(MARK) {
                    Some(rest) => self.behind_mark(rest),
                    None if MARK.starts_with(&head) => self.head = Some(head),
                    None => self.read(&head),
                }
            }
        }
    }

    fn behind_mark(&mut self, rest: &[u8]) {
        self.octets = MARK.len() as u64;
        self.ready.header_start = self.octets;
        self.cut(0..self.octets);
        self.reader = Reader::behind(self.octets);
        self.read(rest);
    }

    fn read(&mut self, input: &[u8]) {
        self.reader.push(input);
        let mut rest = input;
        while let Some(&first) = rest.first() {
            let taken = match self.place {
                Place::LineStart { after_cr } => self.line_start(first, after_cr),
                Place::Name { blanks } => self.name(rest, first, blanks),
                Place::Rest => self.rest_of_line(rest),
                Place::EmptyLine => self.empty_line(first),
                Place::Body => {
                    self.stray.push(rest);
                    rest.len()
                }
            };
            let (piece, behind) = rest.split_at_checked(taken).unwrap_or((rest, b""));
            self.pass(piece);
            rest = behind;
        }
    }

    /// What was found.
    pub fn finish(mut self) -> Ready {
        if let Some(head) = self.head.take() {
            self.read(&head);
        }
        match self.place {
            Place::Body => {}
            Place::Name { blanks } if !self.is_mbox_line(blanks) => self.ready.header_end = self.line.start,
            Place::Name { .. } => {
                self.cut_line();
                self.end_header();
            }
            Place::LineStart { .. } | Place::Rest | Place::EmptyLine => self.end_header(),
        }
        self.ready.ambiguous_lines = self.ends == [true; 2];
        self.ready.stray_bcc = self.stray.found();
        let facts = self.survey.finish();
        self.ready.canonical_size = facts.canonical;
        self.ready.facts = Facts { octets: self.octets, ..facts };
        self.ready.anatomy = self.reader.finish();
        self.ready
    }

    fn pass(&mut self, piece: &[u8]) {
        self.octets += piece.len() as u64;
        if !self.field.as_ref().is_some_and(|field| field.cut) {
            self.survey.push(piece);
        }
    }

    fn line_start(&mut self, first: u8, after_cr: bool) -> usize {
        self.ended(first, after_cr);
        match first {
            b'\n' if after_cr => {
                self.place = Place::LineStart { after_cr: false };
                return 1;
            }
            b' ' | b'\t' => {
                if self.field.is_none() {
                    self.stray.begin(b"");
                }
                self.place = Place::Rest;
            }
            b'\r' => {
                self.end_field();
                self.place = Place::EmptyLine;
                return 1;
            }
            b'\n' => {
                self.end_field();
                self.part_line_ends();
                self.begin_body(1);
            }
            _ => {
                self.end_field();
                self.line.start = self.octets;
                self.line.name.clear();
                self.line.before.clone_from(&self.survey);
                self.place = Place::Name { blanks: false };
            }
        }
        0
    }

    /// How the line before ended, or an empty one does.
    fn ended(&mut self, first: u8, after_cr: bool) {
        let [cr, lf] = &mut self.ends;
        *cr |= after_cr && first != b'\n';
        *lf |= first == b'\n';
    }

    fn empty_line(&mut self, first: u8) -> usize {
        self.ended(first, true);
        let taken = usize::from(first == b'\n');
        self.begin_body(taken);
        taken
    }

    /// Behind the empty line, of which so many octets come yet. Before the first field it was none of the header's.
    fn begin_body(&mut self, octets: usize) {
        self.ready.header_end = self.octets + octets as u64;
        self.place = Place::Body;
        if !self.began {
            self.stray.begin(b"");
        }
    }

    fn name(&mut self, rest: &[u8], first: u8, blanks: bool) -> usize {
        let named = !self.line.name.is_empty();
        match first {
            b':' if named => {
                self.begin_field();
                self.place = Place::Rest;
                1
            }
            b' ' | b'\t' if named => {
                self.place = Place::Name { blanks: true };
                rest.iter().take_while(|octet| matches!(octet, b' ' | b'\t')).count()
            }
            _ if is_ftext(first) && !blanks => {
                let name = rest.iter().take_while(|octet| is_ftext(**octet));
                let room = NAME.saturating_sub(self.line.name.len());
                self.line.name.extend(name.clone().take(room));
                name.count()
            }
            _ if self.is_mbox_line(blanks) => {
                self.cut_line();
                self.place = Place::Rest;
                0
            }
            _ => {
                self.ready.header_end = self.line.start;
                self.place = Place::Body;
                self.stray.begin(&self.line.name);
                0
            }
        }
    }

    fn rest_of_line(&mut self, rest: &[u8]) -> usize {
        let end = memchr2(b'\r', b'\n', rest);
        let piece = rest.get(..end.unwrap_or(rest.len())).unwrap_or(rest);
        let cut = self.field.as_ref().is_some_and(|field| field.cut);
        self.ready.utf8_header |= !cut && !piece.is_ascii();
        self.keep(piece);
        if self.field.is_none() {
            self.stray.push(rest.get(..piece.len() + 1).unwrap_or(rest));
        }
        match end.and_then(|end| rest.get(end)) {
            Some(&octet) => {
                self.place = Place::LineStart { after_cr: octet == b'\r' };
                self.ends[1] |= octet == b'\n';
                piece.len() + 1
            }
            None => piece.len(),
        }
    }

    fn begin_field(&mut self) {
        let name = std::mem::take(&mut self.line.name);
        let cut = is_blind(&name) || self.dropped.iter().any(|cut| cut.eq_ignore_ascii_case(&name));
        self.began = true;
        self.stray.end();
        let keep = Keep::of(&name);
        self.ready.date |= keep == Some(Keep::Date);
        let keep = keep.filter(|_| self.has_room(name.len() + 1));
        if cut {
            self.cut_line();
        }
        let start = self.line.start;
        self.field = Some(Field { start, before: false, cut, keep, body: Vec::new() });
    }

    /// Counts a field that is to be kept.
    fn has_room(&mut self, octets: usize) -> bool {
        self.kept = self.kept.saturating_add(octets);
        self.ready.header_too_large |= self.kept > KEPT;
        self.kept <= KEPT
    }

    /// The line before the header is left out, and what folds it; the survey forgets it.
    fn cut_line(&mut self) {
        self.survey.clone_from(&self.line.before);
        let start = self.line.start;
        self.field = Some(Field { start, before: true, cut: true, keep: None, body: Vec::new() });
    }

    fn keep(&mut self, piece: &[u8]) {
        let Some(field) = self.field.as_mut().filter(|field| field.keep.is_some()) else { return };
        let room = KEPT.saturating_sub(self.kept);
        self.ready.header_too_large |= piece.len() > room;
        field.body.extend(piece.iter().take(room));
        self.kept += piece.len().min(room);
    }

    fn end_header(&mut self) {
        self.end_field();
        self.ready.header_end = self.octets;
    }

    fn end_field(&mut self) {
        let Some(field) = self.field.take() else { return };
        if field.cut {
            self.cut(field.start..self.octets);
        }
        if field.before {
            self.ready.header_start = self.octets;
        }
        if !field.cut && field.keep.is_some_and(Keep::names) {
            self.ready.address_fields.push(field.start..self.octets);
        }
        if let Some(keep) = field.keep {
            self.tell(keep, String::from_utf8_lossy(field.body.trim_ascii()).into_owned());
        }
    }

    fn cut(&mut self, range: Range<u64>) {
        let full = self.ready.cuts.len() == CUTS;
        match self.ready.cuts.last_mut() {
            Some(last) if last.end == range.start => last.end = range.end,
            _ if full => self.ready.header_too_large = true,
            _ => self.ready.cuts.push(range),
        }
    }

    fn tell(&mut self, keep: Keep, body: String) {
        let ready = &mut self.ready;
        match keep {
            Keep::From => ready.from.push(body),
            Keep::Sender => ready.sender.push(body),
            Keep::To => ready.to.push(body),
            Keep::Cc => ready.cc.push(body),
            Keep::Bcc => ready.bcc.push(body),
            Keep::Resent => ready.resent.push(body),
            Keep::Subject => ready.subject = ready.subject.take().or(Some(body)),
            Keep::MessageId => ready.message_id = ready.message_id.take().or(Some(body)),
            Keep::Date | Keep::Addresses => {}
        }
    }

    /// A line that a bare CR ends, a cut, an empty line that is a LF: left alone, CR and LF would become one line end.
    /// So the CR is cut out instead of the last octet (a LF) of the field.
    fn part_line_ends(&mut self) {
        if let Some(last) = self.ready.cuts.last_mut().filter(|last| last.end == self.octets && last.start > 0)
            && self.survey.after_cr()
        {
            *last = last.start - 1..last.end - 1;
            self.survey.cr_was_lf();
        }
    }

    /// It is what an mbox has before a letter (RFC 4155), and quotes where that is in another mbox.
    fn is_mbox_line(&self, blanks: bool) -> bool {
        let is_first = self.line.start == self.ready.header_start;
        blanks && is_first && matches!(self.line.name.as_slice(), b"From" | b">From")
    }
}

/// A field that nobody shall read.
pub(super) fn is_blind(name: &[u8]) -> bool {
    BLIND.iter().any(|blind| blind.eq_ignore_ascii_case(name))
}

/// ftext of RFC 5322 §3.6.8.
fn is_ftext(octet: u8) -> bool {
    matches!(octet, 33..=57 | 59..=126)
}

#[cfg(test)]
mod tests;
