//! Header fields, one by one (RFC 5322 §2.2), until the empty line.

use memchr::memchr;

use super::super::content_type::ContentType;
use super::super::flaw::{Flaw, Severity};
use super::boundary::Line;
use super::entity::{Nature, Role, State};
use super::{Event, Parser};

impl Parser {
    /// Reads one field, or the end of the header. How many octets that was, and whether to go on.
    pub(super) fn read_header(&mut self, data: &[u8], last: bool, tell: &mut dyn FnMut(Event<'_>)) -> (usize, bool) {
        if self.lines == 0 {
            let end = self.line(data, 0, last);
            if end.is_none() && data.len() <= self.limits.field {
                return (0, false);
            }
            // Of a line that is too long to be waited for only the beginning counts, even where all of it is there.
            let line = data.get(..end.unwrap_or(data.len()).min(self.limits.field)).unwrap_or_default();
            if line.is_empty() {
                return (0, false);
            }
            self.scanned = 0;
            if let Some(empty_line) = self.is_end(line, tell) {
                return self.end_of_header(data.get(..empty_line).unwrap_or_default(), tell);
            }
            let Some(end) = end else { return self.long_field(data, tell) };
            self.lines = end;
        }
        // All lines that begin with white space belong to the field.
        while self.lines <= self.limits.field {
            match data.get(self.lines) {
                Some(b' ' | b'\t') => match self.line(data, self.lines, last) {
                    Some(end) => self.lines = end,
                    None if data.len() > self.limits.field => break,
                    None => return (0, false),
                },
                None if !last => return (0, false),
                _ => {
                    let end = std::mem::take(&mut self.lines);
                    let field = data.get(..end).unwrap_or_default();
                    self.field(field, field_name(field), tell);
                    return (end, true);
                }
            }
        }
        self.long_field(data, tell)
    }

    /// Whether the header ends before, or with, this line: how many octets of it are the empty line.
    fn is_end(&self, line: &[u8], tell: &mut dyn FnMut(Event<'_>)) -> Option<usize> {
        let content = without_end(line);
        if content.is_empty() && line.ends_with(b"\n") {
            return Some(line.len());
        }
        if matches!(self.matching(content), Line::Delimiter(_)) {
            let text = "a delimiter stands where the header goes on: the empty line is missing";
            self.flaw(tell, "header-without-end", Severity::Warning, text, "RFC 5322 §2.1");
            return Some(0);
        }
        // What is not a field where a header should begin is the body: the header was left out.
        let began = self.stack.last().is_some_and(|entity| entity.fields > 0);
        let mbox = self.stack.len() == 1 && (content.starts_with(b"From ") || content.starts_with(b">From "));
        // A first line that was folded, as if one before it had been lost, is still of a header.
        let folded = self.stack.len() == 1 && field_name(content.trim_ascii_start()).is_some();
        if field_name(content).is_some() || began || mbox || folded {
            return None;
        }
        let text = "no header field stands here: the text is read as a body without a header";
        self.flaw(tell, "header-missing", Severity::Warning, text, "RFC 5322 §2.1");
        Some(0)
    }

    /// The end of the line that begins at `from`, its line end included. `None`: it is not there yet.
    fn line(&mut self, data: &[u8], from: usize, last: bool) -> Option<usize> {
        let known = from.max(self.scanned);
        let found = memchr(b'\n', data.get(known..).unwrap_or_default()).map(|n| known + n + 1);
        self.scanned = if found.is_some() { 0 } else { data.len() };
        found.or_else(|| last.then_some(data.len()))
    }

    /// Tells as much of a field as is told in one piece: more than that is known to belong to it.
    fn long_field(&mut self, data: &[u8], tell: &mut dyn FnMut(Event<'_>)) -> (usize, bool) {
        let text = format!("a field of more than {} octets is read in pieces", self.limits.field);
        self.flaw(tell, "field-too-long", Severity::Error, text, "RFC 5322 §2.1.1");
        (self.lines, self.scanned) = (0, 0);
        let (field, _) = data.split_at_checked(self.limits.field).unwrap_or((data, b""));
        self.field(field, field_name(field), tell);
        self.state = State::LongField;
        (field.len(), true)
    }

    /// The rest of a field that was too long, until a line begins that is not folded.
    pub(super) fn read_long_field(
        &mut self,
        data: &[u8],
        last: bool,
        tell: &mut dyn FnMut(Event<'_>),
    ) -> (usize, bool) {
        let mut from = 0;
        while let Some(end) = memchr(b'\n', data.get(from..).unwrap_or_default()).map(|n| from + n + 1) {
            match data.get(end) {
                Some(b' ' | b'\t') => from = end,
                None if !last => break,
                _ => {
                    self.rest_of_field(data.get(..end).unwrap_or_default(), tell);
                    self.state = State::Header;
                    return (end, true);
                }
            }
        }
        // A line end at the end of the data may be followed by a fold.
        let keep = usize::from(data.ends_with(b"\n") && !last);
        let told = data.len() - keep;
        self.rest_of_field(data.get(..told).unwrap_or_default(), tell);
        if last {
            self.state = State::Header;
        }
        (told, false)
    }

    fn rest_of_field(&self, octets: &[u8], tell: &mut dyn FnMut(Event<'_>)) {
        if !octets.is_empty() {
            tell(Event::Field { offset: self.at, octets, name: None, rest: true });
        }
    }

    fn field(&mut self, octets: &[u8], name: Option<usize>, tell: &mut dyn FnMut(Event<'_>)) {
        tell(Event::Field { offset: self.at, octets, name, rest: false });
        let Some(width) = name else {
            if !octets.starts_with(b"From ") {
                let text = "the line is no header field (there is no colon behind a name): others end the header here";
                self.flaw(tell, "not-a-field", Severity::Error, text, "RFC 5322 §2.2");
            }
            return;
        };
        let (name, value) = octets.split_at_checked(width).unwrap_or_default();
        let blank = value.iter().take_while(|octet| matches!(octet, b' ' | b'\t')).count();
        if blank > 0 {
            let text = "white space stands between the field's name and its colon";
            self.flaw(tell, "space-before-colon", Severity::Warning, text, "RFC 5322 §4.5");
        }
        let value = value.get(blank + 1..).unwrap_or_default();
        let Some(entity) = self.stack.last_mut() else { return };
        entity.fields += 1;
        // Of several the first counts; that there are several is the business of whoever looks at the whole header.
        if name.eq_ignore_ascii_case(b"content-type") && entity.content_type.is_none() {
            let (content_type, flaws) = ContentType::parse(value);
            entity.content_type = Some(content_type);
            let before = self.at + (octets.len() - value.len()) as u64;
            flaws.into_iter().for_each(|flaw| tell(Event::Flaw(Flaw { offset: before + flaw.offset, ..flaw })));
        } else if name.eq_ignore_ascii_case(b"content-transfer-encoding") && entity.encoding.is_none() {
            let word = value.trim_ascii().split(|octet| matches!(octet, b' ' | b'\t' | b'\r' | b'\n' | b';' | b'('));
            let word = word.into_iter().next().unwrap_or_default();
            entity.encoding = Some(String::from_utf8_lossy(word).to_ascii_lowercase()).filter(|word| !word.is_empty());
        }
    }

    /// The header is over; a message within begins with its own.
    fn end_of_header(&mut self, empty_line: &[u8], tell: &mut dyn FnMut(Event<'_>)) -> (usize, bool) {
        self.scanned = 0;
        let nature = self.header_end(empty_line, tell);
        if nature == Nature::Message {
            self.at += empty_line.len() as u64;
            self.start(Role::Message, tell);
            self.at -= empty_line.len() as u64;
        }
        (empty_line.len(), true)
    }
}

/// A line without its end.
pub(super) fn without_end(line: &[u8]) -> &[u8] {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    line.strip_suffix(b"\r").unwrap_or(line)
}

/// How long the name of a field is: printable ASCII but for the colon, and then, perhaps behind white space, a colon
/// (RFC 5322 §2.2, §4.5).
fn field_name(line: &[u8]) -> Option<usize> {
    let width = line.iter().take_while(|&&octet| octet.is_ascii_graphic() && octet != b':').count();
    let blank = line.get(width..)?.iter().take_while(|octet| matches!(octet, b' ' | b'\t')).count();
    (width > 0 && line.get(width + blank) == Some(&b':')).then_some(width)
}
