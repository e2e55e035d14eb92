//! The annotated message: its lines with notes under them, or one JSON object a range.

use std::borrow::Cow;
use std::collections::HashSet;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;

use crate::base::escape::{escape, escape_str};
use crate::cli::theme;
use crate::mime::annotate::{Kind, Means, Range};
use crate::proto::explain::{Explanation, Language};
use crate::transcript::explanation;
use crate::transcript::text::{Label, thousands};

/// Lines of a body that are shown unless more is asked for.
const LINES: u64 = 24;
/// So many octets of a line are shown unless more is asked for.
const WIDTH: usize = 160;
/// And if more is asked for.
const MOST: usize = 64 * 1024;
/// What stands before the bar of a note, so that it is below the text.
const INDENT: &str = "   ";

/// The fields of `mime explain --json`.
#[derive(Serialize)]
pub struct Record<'a> {
    offset: u64,
    end: u64,
    kind: &'static str,
    part: &'a str,
    rfc: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    base64: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    means: Option<Cow<'a, str>>,
    message_number: u64,
}

impl<'a> Record<'a> {
    /// A range of the message of that number.
    pub fn new(range: &'a Range<'_>, message_number: u64, language: Language) -> Record<'a> {
        let text = std::str::from_utf8(&range.octets).ok();
        Record {
            offset: range.offset,
            end: range.offset + range.octets.len() as u64,
            kind: range.kind.name(),
            part: &range.part,
            rfc: range.note.rfc,
            text,
            base64: text.is_none().then(|| STANDARD.encode(&range.octets)),
            means: range.means.as_ref().map(|means| match means {
                Means::Text(text) => Cow::Borrowed(text.as_str()),
                means => Cow::Owned(means.sentence(language)),
            }),
            message_number,
        }
    }
}

/// The message as a person sees it.
pub struct View {
    language: Language,
    whole: bool,
    width: Option<usize>,
    /// Notes that were told already: each is told once.
    told: HashSet<&'static str>,
    line: Line,
    number: u64,
    /// Lines of a body that were shown one after the other.
    shown: u64,
    hidden_lines: u64,
    hidden_octets: u64,
}

/// The line that is being put together.
#[derive(Default)]
struct Line {
    text: String,
    octets: usize,
    cut: usize,
    /// It belongs to a body.
    content: bool,
    begun: bool,
    notes: Vec<Explanation>,
}

impl View {
    /// In that language, for that width; `whole`: nothing is left out.
    pub fn new(language: Language, whole: bool, width: Option<usize>) -> View {
        View {
            language,
            whole,
            width,
            told: HashSet::new(),
            line: Line::default(),
            number: 1,
            shown: 0,
            hidden_lines: 0,
            hidden_octets: 0,
        }
    }

    /// The next octets of the message.
    pub fn range(&mut self, range: &Range<'_>, print: &mut dyn FnMut(&str)) {
        let mut noted = false;
        for piece in range.octets.split_inclusive(|&octet| octet == b'\n') {
            let text = piece.strip_suffix(b"\n").map_or(piece, |text| text.strip_suffix(b"\r").unwrap_or(text));
            if !self.line.begun {
                self.line.begun = true;
                self.line.content = range.kind.is_content();
            }
            // A note stands where there is something to see of what it speaks of.
            if !noted && (!text.is_empty() || range.octets.len() == piece.len()) {
                noted = true;
                self.note(range);
            }
            self.text(range.kind, text, piece.len());
            if piece.ends_with(b"\n") {
                self.flush(print);
            }
        }
    }

    /// The message is over.
    pub fn end(&mut self, print: &mut dyn FnMut(&str)) {
        if self.line.begun {
            self.flush(print);
        }
        self.tell_hidden(print);
        (self.number, self.shown) = (1, 0);
    }

    fn note(&mut self, range: &Range<'_>) {
        if self.is_hidden() {
            return;
        }
        let rfc = range.note.rfc;
        // What a field says needs no words.
        if range.kind != Kind::FieldBody && self.told.insert(range.note.en) {
            let text = range.note.text(self.language).into();
            self.line.notes.push(Explanation { line: 0, text, rfc });
        }
        if let Some(means) = &range.means {
            let text = escape_str(&means.sentence(self.language)).into_owned().into();
            self.line.notes.push(Explanation { line: 0, text, rfc });
        }
    }

    /// The line that is being put together is one of those that are left out.
    fn is_hidden(&self) -> bool {
        self.line.content && !self.whole && self.shown >= LINES
    }

    fn text(&mut self, kind: Kind, text: &[u8], octets: usize) {
        self.line.octets += octets;
        let most = if self.whole { MOST } else { WIDTH };
        let room = most.saturating_sub(self.line.octets - octets);
        let shown = text.get(..room).unwrap_or(text);
        self.line.cut += text.len() - shown.len();
        if !self.is_hidden() && !shown.is_empty() {
            self.line.text.push_str(&theme::range(kind, &escape(shown)).to_string());
        }
    }

    fn flush(&mut self, print: &mut dyn FnMut(&str)) {
        let hidden = self.is_hidden();
        let line = std::mem::take(&mut self.line);
        if hidden {
            self.hidden_lines += 1;
            self.hidden_octets += line.octets as u64;
            self.number += 1;
            return;
        }
        if !line.content {
            self.tell_hidden(print);
            self.shown = 0;
        } else {
            self.shown += 1;
        }
        let rest = match line.cut {
            0 => String::new(),
            cut => theme::paint(Label::Aside, &format!("[… {} more octets]", thousands(cut as u64))).to_string(),
        };
        print(format!("{:>5} {}{rest}", self.number, line.text).trim_end());
        self.number += 1;
        for note in &line.notes {
            for line in explanation::lines(note, INDENT, self.width) {
                print(&line.iter().map(|(label, text)| theme::paint(*label, text).to_string()).collect::<String>());
            }
        }
    }

    fn tell_hidden(&mut self, print: &mut dyn FnMut(&str)) {
        let (lines, octets) = (std::mem::take(&mut self.hidden_lines), std::mem::take(&mut self.hidden_octets));
        let text = match lines {
            0 => return,
            1 => format!("[… 1 more line, {} octets]", thousands(octets)),
            lines => format!("[… {} more lines, {} octets]", thousands(lines), thousands(octets)),
        };
        print(&format!("      {}", theme::paint(Label::Aside, &text)));
    }
}
