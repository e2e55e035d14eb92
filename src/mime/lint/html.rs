//! References from HTML to parts (RFC 2392, RFC 2557), and the charset that HTML says of itself.

use std::collections::HashSet;
use std::sync::Arc;

use memchr::memchr_iter;

use super::Spot;
use super::findings::Desk;
use crate::mime::charset::Readable;
use crate::mime::content_type::ContentType;
use crate::mime::notes::shown;

/// So many references, and identifiers of parts, are kept.
const MOST: usize = 10_000;
/// A longer identifier is none.
const LONGEST: usize = 250;
/// So much of HTML is searched for its charset.
const HEAD: usize = 1024;

/// What refers to parts, and the parts that can be referred to.
#[derive(Default)]
pub(super) struct References {
    wanted: Vec<Known>,
    parts: Vec<Known>,
    html: bool,
    full: bool,
}

struct Known {
    id: String,
    spot: Spot,
    part: Arc<str>,
    /// It is there only for what refers to it.
    related: bool,
}

impl References {
    /// A part with its Content-ID; `parent` is the multipart around it, and how many parts that has had.
    pub(super) fn part(&mut self, id: String, spot: Spot, part: Arc<str>, parent: Option<(&ContentType, u64)>) {
        let related = parent.is_some_and(|(kind, parts)| kind.is("multipart", "related") && parts > 1);
        match self.parts.len() < MOST {
            true => self.parts.push(Known { id, spot, part, related }),
            false => self.full = true,
        }
    }

    fn want(&mut self, id: String, spot: Spot, part: Arc<str>) {
        if self.wanted.len() == MOST {
            self.full = true;
        } else if self.wanted.last().is_none_or(|last| last.id != id) {
            self.wanted.push(Known { id, spot, part, related: false });
        }
    }

    /// The message is over: who refers to nothing, and who is referred to by nobody.
    pub(super) fn finish(self, desk: &mut Desk) {
        if self.full {
            return;
        }
        let there: HashSet<&str> = self.parts.iter().map(|known| known.id.as_str()).collect();
        let mut told = HashSet::new();
        for wanted in &self.wanted {
            if !there.contains(wanted.id.as_str()) && told.insert(wanted.id.as_str()) {
                let message =
                    format!("the HTML shows cid:{}, and no part has that Content-ID", shown(wanted.id.as_bytes()));
                desk.note_of(wanted.part.clone(), "cid-without-part", wanted.spot, message);
            }
        }
        let wanted: HashSet<&str> = self.wanted.iter().map(|known| known.id.as_str()).collect();
        for known in self.parts.iter().filter(|known| self.html && known.related) {
            if !wanted.contains(known.id.as_str()) {
                let message = format!("no HTML refers to {}: few readers show the part", shown(known.id.as_bytes()));
                desk.note_of(known.part.clone(), "part-without-reference", known.spot, message);
            }
        }
    }
}

/// Looks through HTML, decoded, as it passes.
pub(super) struct Scanner {
    declared: Option<String>,
    head: Vec<u8>,
    /// What may be the beginning of a reference.
    held: Vec<u8>,
}

impl Scanner {
    pub(super) fn new(declared: Option<&str>) -> Scanner {
        Scanner { declared: declared.map(str::to_owned), head: Vec::new(), held: Vec::new() }
    }

    pub(super) fn push(&mut self, html: &[u8], body: Spot, references: &mut References, desk: &Desk) {
        references.html = true;
        let room = HEAD.saturating_sub(self.head.len());
        self.head.extend_from_slice(html.get(..room).unwrap_or(html));
        let mut text = std::mem::take(&mut self.held);
        text.extend_from_slice(html);
        let told = references_in(&text, false, &mut |id| references.want(id, body, desk.part.clone()));
        text.drain(..told);
        self.held = text;
    }

    pub(super) fn finish(self, body: Spot, references: &mut References, desk: &mut Desk) {
        references_in(&self.held, true, &mut |id| references.want(id, body, desk.part.clone()));
        let Some(label) = meta_charset(&self.head) else { return };
        let declared = self.declared.as_deref().and_then(|label| Readable::for_label(label.as_bytes()));
        match (Readable::for_label(label.as_bytes()), declared) {
            (None, _) => {
                let message =
                    format!("the HTML says that its charset is {:?}, which is not known", shown(label.as_bytes()));
                desk.note("html-charset-unknown", body, message);
            }
            (Some(own), Some(declared)) if own != declared => {
                let (own, declared) = (own.name(), declared.name());
                let message = format!("Content-Type says {declared}, the HTML itself {own}: the first counts");
                desk.note("html-charset-differs", body, message);
            }
            _ => {}
        }
    }
}

/// The identifiers behind `cid:` at the beginning of an attribute's value. How many octets need not be seen again.
fn references_in(text: &[u8], last: bool, found: &mut dyn FnMut(String)) -> usize {
    for colon in memchr_iter(b':', text) {
        let Some(start) = colon.checked_sub(3) else { continue };
        let scheme = text.get(start..colon).unwrap_or_default();
        let before = start.checked_sub(1).and_then(|at| text.get(at));
        let begins = before.is_none_or(|octet| octet.is_ascii_whitespace() || b"\"'=(".contains(octet));
        if !scheme.eq_ignore_ascii_case(b"cid") || !begins {
            continue;
        }
        let rest = text.get(colon + 1..).unwrap_or_default();
        let end = rest.iter().take(LONGEST).position(|octet| octet.is_ascii_whitespace() || b"\"'()<>".contains(octet));
        match end {
            Some(0) => {}
            Some(end) => found(decoded(rest.get(..end).unwrap_or_default())),
            None if last || rest.len() >= LONGEST => {}
            None => return start.saturating_sub(1),
        }
    }
    // Of `cid` what stands before it has to be seen too; behind its colon it was judged already.
    text.len().saturating_sub(if text.ends_with(b":") { 1 } else { 4 })
}

/// The identifier in a URL: percent signs decoded (RFC 2392 §2).
fn decoded(id: &[u8]) -> String {
    let mut out = Vec::with_capacity(id.len());
    let mut rest = id;
    while let Some((&octet, behind)) = rest.split_first() {
        let digits = behind.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()).filter(|_| octet == b'%') {
            Some(value) => {
                out.push(value);
                rest = behind.get(2..).unwrap_or_default();
            }
            None => {
                out.push(octet);
                rest = behind;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// What a `meta` element says of the charset.
fn meta_charset(head: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    head.split("<meta").skip(1).find_map(|element| {
        let element = element.split('>').next()?;
        let (_, value) = element.split_once("charset")?;
        let value = value.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
        let label = value.split(|c: char| c.is_whitespace() || "\"';/>".contains(c)).next()?;
        (!label.is_empty()).then(|| label.to_owned())
    })
}
