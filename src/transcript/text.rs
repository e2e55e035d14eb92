//! The transcript as lines of labelled spans: `S: 220 gmail.com`, `C~ AUTH PLAIN ••••`, `! bare-lf …`.

use std::collections::HashMap;
use std::fmt::Write;

use super::timing::Timing;
use super::{MASK, Note, SessionId, View, Weight, explanation};
use crate::base::escape::escape;
use crate::proto::explain::{Explanation, Language};
use crate::proto::{Kind, Side};

/// What a span is, for whoever gives it a colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Label {
    /// `C: `, `S~ ` and their kin, and the number of the connection.
    Mark(Side),
    /// What a turn of this kind says.
    Said(Kind),
    /// The mask of a secret.
    Secret,
    /// `*` and its text.
    Note,
    /// `!` and its text.
    Warning,
    /// Hex, and remarks on what was left out.
    Aside,
    /// `|` and what the line above it means.
    Explanation,
    /// How long something took.
    Time,
    /// The same as a bar.
    Bar,
}

/// One line to show, without a line end.
pub type Line = Vec<(Label, String)>;

/// How much is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Lines of a message body that are shown before the rest is only counted. `None`: all.
    pub payload_lines: Option<usize>,
    /// Also every octet in hex.
    pub hex: bool,
    /// Also notes of [`Weight::Detail`].
    pub details: bool,
    /// Also how long each answer took, and at the end all of them as bars.
    pub times: bool,
    /// Secrets are shown.
    pub secrets: bool,
    /// What each line means is told under it, in this language.
    pub explain: Option<Language>,
    /// Explanations are wrapped to lines of so many characters. `None`: not at all.
    pub width: Option<usize>,
}

/// The longest payload line that is shown whole, in octets, where bodies are shortened.
const PAYLOAD_WIDTH: usize = 160;

/// Turns views into lines, keeping count of the payload of each connection.
#[derive(Debug)]
pub struct Text {
    options: Options,
    payload: HashMap<SessionId, Payload>,
    timings: HashMap<SessionId, Timing>,
    /// More than one connection was seen: lines bear numbers.
    numbered: Option<SessionId>,
    several: bool,
}

#[derive(Debug)]
struct Payload {
    /// `C: ` and what stands before it.
    mark: (Label, String),
    shown: usize,
    hidden_lines: u64,
    hidden_octets: u64,
    /// The beginning of a line whose end is in the next chunk.
    partial: Vec<u8>,
    /// What is told under the first line.
    explanations: Vec<Line>,
}

impl Text {
    /// A view with these options.
    pub fn new(options: Options) -> Text {
        Text { options, payload: HashMap::new(), timings: HashMap::new(), numbered: None, several: false }
    }

    /// The lines of one turn.
    pub fn turn(&mut self, session: SessionId, view: &View<'_>) -> Vec<Line> {
        let number = self.number(session);
        let time = self.timing(session).and_then(|timing| timing.turn(view));
        let mut lines = Vec::new();
        let end_of_data = view.meaning.text == "end of data";
        if view.meaning.kind == Kind::Payload && !end_of_data {
            self.payload_lines(session, view, &number, &mut lines);
        } else {
            self.end_payload(session, &mut lines);
            let explanations = self.explanations(view);
            let mut said = match view.message.lines() {
                Some(told) => told_lines(view, &number, &told, self.options.payload_lines),
                None => turn_lines(view, &number, self.options.secrets),
            };
            if let (Some(last), Some(time)) = (said.last_mut(), time) {
                last.push((Label::Time, time));
            }
            for (n, line) in said.into_iter().enumerate() {
                lines.push(line);
                let under = explanations.iter().filter(|explanation| explanation.line == n);
                lines.extend(under.flat_map(|told| explanation::lines(told, &number, self.options.width)));
            }
        }
        if self.options.hex {
            lines.extend(hex_lines(view, self.options.secrets));
        }
        for finding in view.findings {
            let text = format!("{number}! {}: {} ({})", finding.code, escape(finding.message.as_bytes()), finding.rfc);
            lines.push(vec![(Label::Warning, text)]);
        }
        lines
    }

    /// The lines that are left to say when a connection is over.
    pub fn end(&mut self, session: SessionId) -> Vec<Line> {
        let mut lines = Vec::new();
        self.end_payload(session, &mut lines);
        if let Some(timing) = self.timings.remove(&session) {
            lines.extend(timing.waterfall(&self.number(session), self.options.width));
        }
        lines
    }

    /// The line of one note, if it is to be shown.
    pub fn note(&mut self, session: SessionId, note: &Note) -> Option<Line> {
        let number = self.number(session);
        let time = self.timing(session).and_then(|timing| timing.note(note));
        let (label, mark) = match note.weight {
            Weight::Detail if !self.options.details => return None,
            Weight::Detail | Weight::Info => (Label::Note, '*'),
            Weight::Amiss | Weight::Warning => (Label::Warning, '!'),
        };
        let text = (label, format!("{number}{mark} {}", note.text));
        Some(std::iter::once(text).chain(time.map(|time| (Label::Time, time))).collect())
    }

    fn timing(&mut self, session: SessionId) -> Option<&mut Timing> {
        self.options.times.then(|| self.timings.entry(session).or_default())
    }

    fn explanations(&self, view: &View<'_>) -> Vec<Explanation> {
        let reveal = self.options.secrets || view.secret.is_empty();
        let told = self.options.explain.map(|language| view.message.explain(view.octets, reveal, language));
        told.unwrap_or_default()
    }

    fn number(&mut self, session: SessionId) -> String {
        if session == SessionId::NAME_SERVERS {
            return String::new();
        }
        self.several |= *self.numbered.get_or_insert(session) != session;
        if self.several { format!("[{session}] ") } else { String::new() }
    }

    fn payload_lines(&mut self, session: SessionId, view: &View<'_>, number: &str, lines: &mut Vec<Line>) {
        let limit = self.options.payload_lines.unwrap_or(usize::MAX);
        let shorten = self.options.payload_lines.is_some();
        if !self.payload.contains_key(&session) {
            let told = self.explanations(view);
            let told = told.iter().flat_map(|told| explanation::lines(told, number, self.options.width));
            self.payload.insert(session, Payload::new(mark(view, number), told.collect()));
        }
        let Some(payload) = self.payload.get_mut(&session) else { return };
        for piece in view.octets.split_inclusive(|&octet| octet == b'\n') {
            if payload.shown >= limit {
                payload.hidden_octets += piece.len() as u64;
                payload.hidden_lines += u64::from(piece.ends_with(b"\n"));
                continue;
            }
            payload.partial.extend_from_slice(piece);
            if piece.ends_with(b"\n") || payload.partial.len() > super::super::proto::line::MAX_LINE {
                let whole = std::mem::take(&mut payload.partial);
                payload.shown += 1;
                lines.push(payload_line(&payload.mark, &whole, shorten));
                lines.append(&mut payload.explanations);
            }
        }
    }

    /// What is left to say of a body once something else is said.
    fn end_payload(&mut self, session: SessionId, lines: &mut Vec<Line>) {
        let Some(mut payload) = self.payload.remove(&session) else { return };
        if !payload.partial.is_empty() {
            lines.push(payload_line(&payload.mark, &payload.partial, self.options.payload_lines.is_some()));
            lines.append(&mut payload.explanations);
        }
        if payload.hidden_octets > 0 {
            let rest = match payload.hidden_lines {
                0 => format!("[… {} more octets]", thousands(payload.hidden_octets)),
                1 => format!("[… 1 more line, {} octets]", thousands(payload.hidden_octets)),
                n => format!("[… {} more lines, {} octets]", thousands(n), thousands(payload.hidden_octets)),
            };
            lines.push(vec![payload.mark, (Label::Aside, rest)]);
        }
    }
}

impl Payload {
    fn new(mark: (Label, String), explanations: Vec<Line>) -> Payload {
        Payload { mark, shown: 0, hidden_lines: 0, hidden_octets: 0, partial: Vec::new(), explanations }
    }
}

fn mark(view: &View<'_>, number: &str) -> (Label, String) {
    let letter = match view.side {
        Side::Client => 'C',
        Side::Server => 'S',
    };
    let colon = if view.tls { '~' } else { ':' };
    let unverified = if view.unverified { "[UNVERIFIED] " } else { "" };
    (Label::Mark(view.side), format!("{number}{unverified}{letter}{colon} "))
}

/// A turn of a protocol whose messages are no text: as they are told, all or the first few.
fn told_lines(view: &View<'_>, number: &str, told: &[String], limit: Option<usize>) -> Vec<Line> {
    let shown = told.iter().take(limit.map_or(usize::MAX, |limit| limit + 1));
    let said = |text: &String| vec![mark(view, number), (Label::Said(view.meaning.kind), text.clone())];
    let mut lines: Vec<Line> = shown.map(said).collect();
    let rest = told.len() - lines.len();
    if rest > 0 {
        lines.push(vec![mark(view, number), (Label::Aside, format!("[… {} more lines]", thousands(rest as u64)))]);
    }
    lines
}

/// A turn that is no payload: each line of it, with its secrets masked.
fn turn_lines(view: &View<'_>, number: &str, secrets: bool) -> Vec<Line> {
    let (mut lines, mut start) = (Vec::new(), 0);
    for piece in view.octets.split_inclusive(|&octet| octet == b'\n') {
        let end = start + piece.len();
        let mut line = vec![mark(view, number)];
        spans(view, start, end - line_end(piece), secrets, &mut line);
        lines.push(line);
        start = end;
    }
    lines
}

/// How many octets end the line: CRLF is not shown, a bare LF is a finding already.
fn line_end(piece: &[u8]) -> usize {
    usize::from(piece.ends_with(b"\n")) + usize::from(piece.ends_with(b"\r\n"))
}

/// The octets from `start` to `end` of a turn, secrets masked.
fn spans(view: &View<'_>, start: usize, end: usize, secrets: bool, line: &mut Line) {
    let said = Label::Said(view.meaning.kind);
    let mut at = start;
    let hidden = view.secret.iter().filter(|range| !secrets && range.start < end && range.end > start);
    for range in hidden {
        let (from, to) = (range.start.max(start), range.end.min(end));
        if from > at {
            line.push((said, escape(view.octets.get(at..from).unwrap_or_default()).into_owned()));
        }
        line.push((Label::Secret, MASK.to_owned()));
        at = to;
    }
    if at < end {
        line.push((said, escape(view.octets.get(at..end).unwrap_or_default()).into_owned()));
    }
}

fn payload_line(mark: &(Label, String), octets: &[u8], shorten: bool) -> Line {
    let content = octets.get(..octets.len() - line_end(octets)).unwrap_or_default();
    let width = if shorten { PAYLOAD_WIDTH.min(content.len()) } else { content.len() };
    let (shown, rest) = content.split_at_checked(width).unwrap_or((content, &[]));
    let mut line = vec![mark.clone(), (Label::Said(Kind::Payload), escape(shown).into_owned())];
    if !rest.is_empty() {
        line.push((Label::Aside, format!("[… {} more octets]", thousands(rest.len() as u64))));
    }
    line
}

/// Offset, sixteen octets in hex, and what is printable of them; secrets as `··`.
fn hex_lines(view: &View<'_>, secrets: bool) -> Vec<Line> {
    let hidden = |at: usize| !secrets && view.secret.iter().any(|range| range.contains(&at));
    let rows = view.octets.chunks(16).enumerate().map(|(row, octets)| {
        let (mut hex, mut text) = (String::new(), String::new());
        for (column, &octet) in octets.iter().enumerate() {
            let printable = octet.is_ascii_graphic() || octet == b' ';
            if hidden(row * 16 + column) {
                hex.push_str("·· ");
                text.push('·');
            } else {
                let _ = write!(hex, "{octet:02x} ");
                text.push(if printable { octet as char } else { '.' });
            }
        }
        vec![(Label::Aside, format!("      {:06x}  {hex:<48} {text}", row * 16))]
    });
    rows.collect()
}

/// `1234567` as `1,234,567`.
pub fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::base::Finding;
    use crate::proto::{Meaning, Meaningful};

    const SHORT: Options = Options {
        payload_lines: Some(2),
        hex: false,
        details: false,
        times: false,
        secrets: false,
        explain: None,
        width: None,
    };

    /// Says something under the first line and under the second.
    #[derive(Debug)]
    struct Told;

    impl Meaningful for Told {
        fn meaning(&self) -> Meaning {
            Meaning { kind: Kind::Positive, text: "".into() }
        }

        fn explain(&self, octets: &[u8], reveal: bool, language: Language) -> Vec<Explanation> {
            let text = format!("{} octets, {}", octets.len(), language.choose("told", "dicho"));
            let first = Explanation { line: 0, text: text.into(), rfc: "RFC 1" };
            let text = if reveal { "all of it" } else { "a secret" };
            vec![first, Explanation { line: 1, text: text.into(), rfc: "RFC 2" }]
        }
    }

    fn view<'a>(side: Side, kind: Kind, octets: &'a [u8], secret: &'a [std::ops::Range<usize>]) -> View<'a> {
        let meaning = Meaning { kind, text: "".into() };
        View {
            at: Timestamp::UNIX_EPOCH,
            protocol: "smtp",
            side,
            tls: true,
            unverified: false,
            octets,
            meaning,
            message: &Told,
            secret,
            findings: &[],
        }
    }

    fn shown(lines: &[Line]) -> String {
        lines.iter().map(|line| line.iter().map(|(_, text)| text.as_str()).collect::<String>() + "\n").collect()
    }

    #[test]
    fn secrets_are_masked_and_escapes_shown() {
        let mut text = Text::new(SHORT);
        let auth = view(Side::Client, Kind::Command, b"AUTH PLAIN AGFs\r\n", &[11..15]);
        assert_eq!(shown(&text.turn(SessionId(1), &auth)), "C~ AUTH PLAIN ••••\n");
        let reply = view(Side::Server, Kind::Positive, b"250-a\x1b[2J\r\n250 b\rS: 250 c\r\n", &[]);
        assert_eq!(shown(&text.turn(SessionId(1), &reply)), "S~ 250-a\\x1b[2J\nS~ 250 b\\rS: 250 c\n");
    }

    #[test]
    fn bodies_are_shortened_across_chunks() {
        let mut text = Text::new(SHORT);
        let chunk = |octets| view(Side::Client, Kind::Payload, octets, &[]);
        let mut said = shown(&text.turn(SessionId(1), &chunk(b"a\r\nb")));
        said += &shown(&text.turn(SessionId(1), &chunk(b"c\r\nd\r\ne\r\n")));
        let dot = View { meaning: Meaning { kind: Kind::Payload, text: "end of data".into() }, ..chunk(b".\r\n") };
        said += &shown(&text.turn(SessionId(1), &dot));
        assert_eq!(said, "C~ a\nC~ bc\nC~ [… 2 more lines, 6 octets]\nC~ .\n");
    }

    #[test]
    fn numbers_appear_with_the_second_connection() {
        let mut text = Text::new(SHORT);
        let ok = view(Side::Server, Kind::Positive, b"250 ok\r\n", &[]);
        assert_eq!(shown(&text.turn(SessionId(1), &ok)), "S~ 250 ok\n");
        assert_eq!(shown(&text.turn(SessionId(2), &ok)), "[2] S~ 250 ok\n");
    }

    #[test]
    fn explanations_stand_under_their_lines_before_findings() {
        let mut text = Text::new(Options { explain: Some(Language::Es), ..SHORT });
        let findings = [Finding::new("x", "y", "RFC 3")];
        let ok =
            View { findings: &findings, ..view(Side::Server, Kind::Positive, b"250-a\r\n250-b\r\n250 c\r\n", &[]) };
        assert_eq!(
            shown(&text.turn(SessionId(1), &ok)),
            "S~ 250-a\n   | 21 octets, dicho (RFC 1)\nS~ 250-b\n   | all of it (RFC 2)\nS~ 250 c\n! x: y (RFC 3)\n"
        );
        let masked = View { findings: &[], ..view(Side::Server, Kind::Positive, b"250-a\r\n250 b\r\n", &[4..5]) };
        assert_eq!(
            shown(&text.turn(SessionId(2), &masked)),
            "[2] S~ 250-••••\n[2]    | 14 octets, dicho (RFC 1)\n[2] S~ 250 b\n[2]    | a secret (RFC 2)\n"
        );
    }

    #[test]
    fn a_body_is_explained_once_under_its_first_line() {
        let mut text = Text::new(Options { explain: Some(Language::En), ..SHORT });
        let mut said = String::new();
        for octets in [&b"a"[..], b"b\r\nc\r\n", b"d\r\n"] {
            said += &shown(&text.turn(SessionId(1), &view(Side::Client, Kind::Payload, octets, &[])));
        }
        said += &shown(&text.end(SessionId(1)));
        let told = "   | 1 octets, told (RFC 1)\n   | all of it (RFC 2)\n";
        assert_eq!(said, format!("C~ ab\n{told}C~ c\nC~ [… 1 more line, 3 octets]\n"));
    }

    #[test]
    fn findings_and_hex() {
        let mut text = Text::new(Options { hex: true, ..SHORT });
        let findings = [Finding::new("bare-lf", "x\x1b", "RFC 5321 §2.3.8")];
        let turn = View { findings: &findings, ..view(Side::Client, Kind::Command, b"AB\n", &[1..2]) };
        let expected =
            format!("C~ A••••\n      000000  {:<48} A·.\n! bare-lf: x\\x1b (RFC 5321 §2.3.8)\n", "41 ·· 0a ");
        assert_eq!(shown(&text.turn(SessionId(1), &turn)), expected);
        assert_eq!(thousands(1_234_567), "1,234,567");
    }
}
