//! Bodies, and the delimiters between them (RFC 2046 §5.1.1).

use std::borrow::Cow;

use memchr::memchr;

use super::super::flaw::Severity;
use super::entity::{Role, State};
use super::header::without_end;
use super::{Event, Parser};

/// How much white space may stand behind a delimiter before it is none.
const MAX_PADDING: usize = 1000;

/// A delimiter that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Match {
    /// Whose it is, counted from the outermost.
    entity: usize,
    last: bool,
    /// Text stands behind it.
    junk: bool,
}

/// What a line within a multipart is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    Text,
    /// A delimiter is how it begins, but not all of it.
    BeginsAsOne,
    Delimiter(Match),
}

impl Parser {
    /// Reads a body up to the next delimiter. How many octets that was, and whether to go on.
    pub(super) fn read_body(&mut self, data: &[u8], last: bool, tell: &mut dyn FnMut(Event<'_>)) -> (usize, bool) {
        if data.is_empty() {
            return (0, false);
        }
        if !self.stack.iter().any(|entity| entity.boundary.is_some() && !entity.closed) {
            self.content(data, tell);
            return (data.len(), false);
        }
        let mut from = 0;
        loop {
            // Where the next candidate stands, and the line end before it.
            let (before, start) = match self.line_start && from == 0 {
                true if may_begin(data, last) => (0, 0),
                _ => match self.delimiter.find(data.get(from..).unwrap_or_default()) {
                    Some(n) => (from + n, from + n + 1),
                    None => return self.no_candidate(data, last, tell),
                },
            };
            let before = before - usize::from(before > 0 && data.get(before - 1) == Some(&b'\r'));
            let line = data.get(start..).unwrap_or_default();
            let Some(end) = memchr(b'\n', line).map(|n| start + n + 1).or_else(|| last.then_some(data.len())) else {
                if line.len() > self.longest() {
                    from = start.max(1);
                    self.line_start = false;
                    continue;
                }
                self.content(data.get(..before).unwrap_or_default(), tell);
                self.line_start = start == 0;
                return (before, false);
            };
            match self.matching(data.get(start..end).unwrap_or_default()) {
                // More parts than are taken apart: it stays text of the last one.
                Line::Delimiter(found) if !found.last && self.parts >= self.limits.parts => {
                    if !std::mem::replace(&mut self.limited, true) {
                        let text = format!("more than {} entities: the others are one body", self.limits.parts);
                        return self.text(data, start, ("limit-reached", text.into(), "RFC 2046 §5.1"), tell);
                    }
                }
                Line::Delimiter(found) => {
                    self.content(data.get(..before).unwrap_or_default(), tell);
                    self.at += before as u64;
                    let delimiter = data.get(before..end).unwrap_or_default();
                    // The line end behind the last one is that of the epilogue, or of the outer delimiter behind it.
                    let delimiter = if found.last { without_end(delimiter) } else { delimiter };
                    let end = before + delimiter.len();
                    self.delimiter(delimiter, found, tell);
                    self.at -= before as u64;
                    return (end, true);
                }
                Line::BeginsAsOne => {
                    let text = "the line begins as a delimiter and goes on: here it is text, to others (RFC 2046 \
                                §5.1.1 allows that) it is the delimiter";
                    return self.text(data, start, ("boundary-prefix", text.into(), "RFC 2046 §5.1.1"), tell);
                }
                Line::Text => {}
            }
            self.line_start = false;
            from = start.max(1);
        }
    }

    /// What looks like a delimiter at `start` is text, with a flaw.
    fn text(
        &mut self,
        data: &[u8],
        start: usize,
        (code, text, rfc): (&'static str, Cow<'static, str>, &'static str),
        tell: &mut dyn FnMut(Event<'_>),
    ) -> (usize, bool) {
        self.content(data.get(..start).unwrap_or_default(), tell);
        self.at += start as u64;
        self.flaw(tell, code, Severity::Warning, text, rfc);
        self.content(data.get(start..start + 2).unwrap_or_default(), tell);
        self.at -= start as u64;
        self.line_start = false;
        (start + 2, true)
    }

    /// No delimiter begins in `data`, but for what its last octets may begin.
    fn no_candidate(&mut self, data: &[u8], last: bool, tell: &mut dyn FnMut(Event<'_>)) -> (usize, bool) {
        let keep = if last { 0 } else { pending(data) };
        let told = data.len() - keep;
        self.content(data.get(..told).unwrap_or_default(), tell);
        if told > 0 {
            self.line_start = false;
        }
        (told, false)
    }

    fn content(&self, octets: &[u8], tell: &mut dyn FnMut(Event<'_>)) {
        if octets.is_empty() {
            return;
        }
        let offset = self.at;
        match self.state {
            State::Preamble => tell(Event::Preamble { offset, octets }),
            State::Epilogue => tell(Event::Epilogue { offset, octets }),
            _ => tell(Event::Body { offset, octets }),
        }
    }

    /// The longest line that can be a delimiter, in octets.
    fn longest(&self) -> usize {
        let boundaries = self.stack.iter().filter_map(|entity| entity.boundary.as_ref());
        boundaries.map(Vec::len).max().unwrap_or_default() + MAX_PADDING + 6
    }

    /// Whose delimiter a line is: the innermost's that it can be. What stands behind it, after white space, does not
    /// count.
    pub(super) fn matching(&self, line: &[u8]) -> Line {
        let line = line.strip_suffix(b"\n").unwrap_or(line);
        let Some(line) = line.strip_suffix(b"\r").unwrap_or(line).strip_prefix(b"--") else { return Line::Text };
        let open = self.stack.iter().enumerate().rev().filter(|(_, entity)| !entity.closed);
        let open = open.filter_map(|(n, entity)| Some((n, entity.boundary.as_deref()?, entity.blanks.as_slice())));
        let mut result = Line::Text;
        for (entity, boundary, blanks) in open {
            let Some(behind) = line.strip_prefix(boundary) else { continue };
            let closing = behind.strip_prefix(blanks).and_then(|behind| behind.strip_prefix(b"--"));
            let (behind, last) = match closing.or_else(|| behind.strip_prefix(b"--")) {
                Some(behind) => (behind, true),
                None => (behind, false),
            };
            if matches!(behind.first(), None | Some(b' ' | b'\t')) {
                return Line::Delimiter(Match { entity, last, junk: !behind.trim_ascii().is_empty() });
            }
            result = Line::BeginsAsOne;
        }
        result
    }

    fn delimiter(&mut self, octets: &[u8], found: Match, tell: &mut dyn FnMut(Event<'_>)) {
        self.close_to(found.entity + 1, false, tell);
        if found.junk {
            let text = "text stands behind a delimiter, on its line: it belongs to nothing";
            self.flaw(tell, "boundary-junk", Severity::Warning, text, "RFC 2046 §5.1.1");
        }
        tell(Event::Boundary { offset: self.at, octets, last: found.last });
        let Some(entity) = self.stack.last_mut() else { return };
        entity.opened = true;
        entity.closed = found.last;
        self.at += octets.len() as u64;
        if found.last {
            self.state = State::Epilogue;
            self.line_start = false;
        } else {
            self.start(Role::Part, tell);
        }
        self.at -= octets.len() as u64;
    }
}

/// Whether a delimiter stands at the beginning of `data`, or may once more has come.
fn may_begin(data: &[u8], last: bool) -> bool {
    data.starts_with(b"--") || (!last && matches!(data, b"-"))
}

/// How many of the last octets may be the beginning of a delimiter: `CRLF--` or less.
fn pending(data: &[u8]) -> usize {
    let [.., a, b, c] = data else {
        return data.len();
    };
    match [*a, *b, *c] {
        [b'\r', b'\n', b'-'] => 3,
        [_, b'\n', b'-'] => 2,
        [_, b'\r', b'\n'] => 2,
        [_, _, b'\n' | b'\r'] => 1,
        _ => 0,
    }
}
