//! What stands between parts: delimiters, the text around them, and lines that begin as a delimiter (RFC 2046 §5.1.1).

use std::ops::Range;

use super::structure::Open;
use super::{Codes, MOST_EDITS, Operation, SIGNED, TOO_MUCH, add};
use crate::mime::notes::shown;
use crate::mime::parse::Event;
use crate::mime::patch::Edit;
use crate::mime::survey::{Facts, Survey};
use crate::mime::transfer_encoding::LONGEST_LINE;

/// So much of a line is looked at to know with which boundary it begins.
const HEAD: usize = 4096;

/// A delimiter.
#[derive(Debug)]
pub(super) struct Delimiter {
    /// Without the line ends before and behind it.
    range: Range<u64>,
    last: bool,
    /// It is to be written without what stands behind it.
    clean: bool,
}

/// Text before or behind the parts.
pub(super) struct Around {
    from: u64,
    epilogue: bool,
    /// Its first two octets: an epilogue begins with the line end of the delimiter.
    head: Vec<u8>,
    survey: Survey,
    codes: Codes,
}

/// A line that begins as a delimiter and goes on.
pub(super) struct Prefix {
    at: u64,
    line: Vec<u8>,
    codes: Codes,
}

impl Prefix {
    pub(super) fn new(at: u64, codes: Codes) -> Prefix {
        Prefix { at, line: Vec::new(), codes }
    }

    /// Takes what follows; true while more is needed.
    fn push(&mut self, offset: u64, octets: &[u8]) -> bool {
        if offset != self.at + self.line.len() as u64 {
            return false;
        }
        let end = octets.iter().position(|&octet| octet == b'\n');
        let taken = end.unwrap_or(octets.len()).min(HEAD - self.line.len());
        self.line.extend_from_slice(octets.get(..taken).unwrap_or_default());
        end.is_none() && self.line.len() < HEAD
    }
}

impl Delimiter {
    fn edit(&self, boundary: &[u8]) -> Edit {
        let closing: &[u8] = if self.last { b"--" } else { b"" };
        Edit::replace(self.range.clone(), [b"--", boundary, closing].concat())
    }
}

impl Operation {
    /// Of a line that begins as a delimiter, finds out of which multiparts'.
    pub(super) fn follow_prefix(&mut self, event: &Event<'_>) {
        let Some(prefix) = &mut self.prefix else { return };
        if let Event::Body { offset, octets } | Event::Preamble { offset, octets } | Event::Epilogue { offset, octets } =
            event
            && prefix.push(*offset, octets)
        {
            return;
        }
        let Some(Prefix { line, codes, .. }) = self.prefix.take() else { return };
        let behind = line.strip_prefix(b"--").unwrap_or_default();
        for open in self.open.iter_mut().filter(|open| !open.closed) {
            if open.boundary().is_some_and(|boundary| behind.starts_with(boundary)) {
                codes.iter().for_each(|(code, spot)| add(&mut open.rename, code.code, *spot));
            }
        }
    }

    pub(super) fn around(&mut self, offset: u64, octets: &[u8], epilogue: bool, fresh: Codes) {
        let Some(open) = self.open.last_mut() else { return };
        open.eight_bit |= !octets.is_ascii();
        let around = open.around.get_or_insert_with(|| {
            let (head, survey, codes) = (Vec::new(), Survey::quick(), Codes::new());
            Around { from: offset, epilogue, head, survey, codes }
        });
        let room = 2_usize.saturating_sub(around.head.len());
        around.head.extend(octets.iter().take(room));
        around.survey.push(octets);
        fresh.iter().for_each(|(code, spot)| add(&mut around.codes, code.code, *spot));
    }

    /// It is over: what does not go anywhere is left out, if there are parts beside it.
    pub(super) fn end_around(&mut self, parts: bool) {
        let Some(open) = self.open.last_mut() else { return };
        let Some(around) = open.around.take() else { return };
        let (signed, part, begin) = (open.signed, open.part.clone(), open.begin);
        let facts = around.survey.finish();
        let mut codes = Codes::new();
        if facts.bare_cr {
            add(&mut codes, "ambiguous-bare-cr", begin);
            codes.extend(around.codes.iter().filter(|(code, _)| code.code == "ambiguous-delimiter"));
        }
        if facts.longest_line > LONGEST_LINE {
            add(&mut codes, "line-too-long", begin);
        }
        if codes.is_empty() {
            return;
        }
        for (code, spot) in &mut codes {
            let told = around.codes.iter().find(|(told, _)| told == code);
            *spot = told.map_or(*spot, |(_, spot)| *spot);
        }
        let width = match around.head.as_slice() {
            [b'\r', b'\n'] => 2,
            [b'\n', ..] => 1,
            _ => 0,
        };
        let from = around.from + if around.epilogue { width } else { 0 };
        match () {
            () if signed => self.left(&part, &codes, SIGNED),
            () if !parts => self.left(&part, &codes, "no part begins there: it may be what matters"),
            () if !self.has_room(1) => self.left(&part, &codes, TOO_MUCH),
            () => {
                let which = if around.epilogue { "behind" } else { "before" };
                self.edit(Edit::cut(from..around.from + facts.octets));
                self.changed(&part, &codes, &format!("the text {which} the parts, which nobody reads, is left out"));
            }
        }
    }

    pub(super) fn delimiter(&mut self, offset: u64, octets: &[u8], last: bool, fresh: Codes) {
        self.end_around(true);
        let mut codes = std::mem::take(&mut self.junk);
        codes.extend(fresh);
        let is_end = |octet: &u8| matches!(octet, b'\r' | b'\n');
        let lead = octets.iter().take_while(|octet| is_end(octet)).count();
        let trail = octets.iter().rev().take_while(|octet| is_end(octet)).count();
        let (from, to) = (lead, octets.len().saturating_sub(trail));
        let line = octets.get(from..to).unwrap_or_default();
        let facts = Facts::of(line);
        let at = self.spot;
        for (flawed, code) in [
            (facts.bare_cr, "ambiguous-bare-cr"),
            (facts.nul, "ambiguous-nul"),
            (facts.longest_line > LONGEST_LINE, "line-too-long"),
        ] {
            if flawed {
                add(&mut codes, code, at);
            }
        }
        codes.retain(|(code, _)| code.mended);
        if self.closed_at == Some(offset) && lead == 0 {
            self.edit(Edit::insert(offset, "\r\n"));
        }
        let Some(open) = self.open.last_mut() else { return };
        (open.opened, open.closed) = (true, last);
        let clean = !codes.is_empty() && !open.signed;
        let room = open.delimiters.len() < MOST_EDITS;
        if room {
            let range = offset + from as u64..offset + to as u64;
            open.delimiters.push(Delimiter { range, last, clean });
        }
        open.many |= !room;
        let (signed, part) = (open.signed, open.part.clone());
        match clean && room {
            true => {
                let what = format!("of the delimiter {:?} only the boundary stays", shown(line));
                self.changed(&part, &codes, &what);
            }
            false => self.left(&part, &codes, if signed { SIGNED } else { TOO_MUCH }),
        }
    }

    /// The boundary, its delimiters and its end, of a multipart that ends here. Hands back its new boundary.
    pub(super) fn end_multipart(&mut self, open: &mut Open, offset: u64) -> Option<String> {
        let unclosed = std::mem::take(&mut self.unclosed);
        let name = self.rename(open);
        let old = open.boundary().unwrap_or_default().to_vec();
        let boundary = name.as_ref().map_or(old.as_slice(), |name| name.as_bytes());
        let renamed = name.is_some();
        for delimiter in open.delimiters.iter().filter(|delimiter| renamed || delimiter.clean) {
            self.edit(delimiter.edit(boundary));
        }
        match unclosed.is_empty() {
            true => {}
            false if open.signed => self.left(&open.part, &unclosed, SIGNED),
            false => {
                self.edit(Edit::insert(offset, [b"\r\n--", boundary, b"--"].concat()));
                self.closed_at = Some(offset);
                self.changed(&open.part, &unclosed, "the closing delimiter is put in");
            }
        }
        name
    }

    /// The new boundary, if there has to be one and there can be one.
    fn rename(&mut self, open: &mut Open) -> Option<String> {
        let mut codes = std::mem::take(&mut open.rename);
        if let Some(field) = &mut open.header.content_type {
            let own = |code: &str| code.starts_with("boundary-") || code.starts_with("ambiguous-boundary-");
            codes.extend(field.codes.iter().filter(|(code, _)| own(code.code)));
            field.codes.retain(|(code, _)| !own(code.code));
        }
        codes.retain(|(code, _)| code.mended);
        if codes.is_empty() {
            return None;
        }
        let name = format!("=_{}_{}", self.boundaries + 1, self.options.token);
        let field = open.header.content_type.as_ref();
        let can = field.is_some_and(|field| field.with(&[("boundary", &name)]).octets.is_some());
        let why = match () {
            () if open.signed => SIGNED,
            () if open.many || !self.has_room(open.delimiters.len() + 2) => TOO_MUCH,
            () if !can => "its Content-Type cannot be written anew",
            () => {
                self.boundaries += 1;
                self.changed(&open.part, &codes, &format!("the multipart has the boundary {name:?} now"));
                return Some(name);
            }
        };
        self.left(&open.part, &codes, why);
        None
    }
}
