//! Cutting a message into pieces (RFC 2046 §5.2.2).

use memchr::{memchr, memchr_iter};

use super::{MAX_HEADER, is_inner};
use crate::mime::header::MAX_LINE;
use crate::mime::parse::{Event, Limits, Parser};

/// Why a message cannot be cut.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Obstacle {
    /// There is no header field: nothing says where the message goes.
    #[error("it has no header")]
    NoHeader,
    /// The header has more than [`MAX_HEADER`] octets.
    #[error("its header has more than {MAX_HEADER} octets")]
    LongHeader,
    /// A message/partial must be 7bit, and nothing may be encoded twice (RFC 2046 §5.2.2).
    #[error("line {line} has an octet above 127: a message/partial must be 7bit (RFC 2046 §5.2.2)")]
    EightBit {
        /// Counted from 1.
        line: u64,
    },
    /// As above: NUL is of binary content only.
    #[error("line {line} has a NUL: a message/partial must be 7bit (RFC 2046 §5.2.2)")]
    Nul {
        /// Counted from 1.
        line: u64,
    },
    /// As above: a longer line is of binary content only.
    #[error("line {line} has {octets} octets, more than 998: a message/partial must be 7bit (RFC 2046 §5.2.2)")]
    LongLine {
        /// Counted from 1.
        line: u64,
        /// Without its end.
        octets: u64,
    },
    /// The header of each piece and the longest line do not fit.
    #[error("a piece of this message needs at least {least} octets: lines are not broken, and each piece has a header")]
    Small {
        /// Octets.
        least: u64,
    },
}

/// Looks at a message before it is cut.
pub struct Survey {
    /// As long as the header is being read.
    parser: Option<Parser>,
    plan: Plan,
    header: usize,
    line: u64,
    /// Octets of the line so far, CR included.
    column: u64,
    cr: bool,
    obstacle: Option<Obstacle>,
}

/// What is known of a message that can be cut.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// The octets that it has on the way.
    size: u64,
    /// Those of its longest line.
    longest: u64,
    /// The fields that stand around each piece.
    outer: Vec<u8>,
    subject: Option<Vec<u8>>,
    line_end: &'static str,
    /// What identifies the pieces, and behind `@` whose they are.
    token: String,
    domain: String,
}

/// What a [`Cutter`] tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut<'a> {
    /// The piece of this number begins.
    Begin(u32),
    /// Octets of it.
    Octets(&'a [u8]),
}

/// Cuts at line ends.
pub struct Cutter {
    room: u64,
    used: u64,
    number: u32,
    /// A line that has not ended.
    line: Vec<u8>,
}

impl Survey {
    /// At the beginning of a message; its pieces will be known by `token@domain`, which must be unique.
    pub fn new(token: &str, domain: &str) -> Survey {
        let plan = Plan { token: token.to_owned(), domain: domain.to_owned(), ..Plan::default() };
        let parser = Some(Parser::new(Limits { field: MAX_HEADER, ..Limits::default() }));
        Survey { parser, plan, header: 0, line: 1, column: 0, cr: false, obstacle: None }
    }

    /// Takes the next octets.
    pub fn push(&mut self, octets: &[u8]) {
        if let Some(mut parser) = self.parser.take() {
            let mut over = false;
            parser.push(octets, &mut |event| over = over || self.header(&event));
            self.parser = Some(parser).filter(|_| !over);
        }
        self.check(octets);
        let mut rest = octets;
        while let Some(end) = memchr(b'\n', rest) {
            let (line, behind) = rest.split_at_checked(end).unwrap_or((rest, b""));
            self.part_of_line(line);
            self.line_is_over(true);
            rest = behind.get(1..).unwrap_or_default();
        }
        self.part_of_line(rest);
    }

    /// The octets that the message has on the way so far, with CRLF at every line end.
    pub fn size(&self) -> u64 {
        self.plan.size + self.column
    }

    /// The message is over.
    ///
    /// # Errors
    /// It cannot be cut.
    pub fn finish(mut self) -> Result<Plan, Obstacle> {
        if let Some(parser) = self.parser.take() {
            let mut over = false;
            parser.finish(&mut |event| over = over || self.header(&event));
        }
        self.line_is_over(false);
        let nothing = (self.header == 0).then_some(Obstacle::NoHeader);
        nothing.or(self.obstacle).map_or(Ok(self.plan), Err)
    }

    /// Takes an event of the header; true if it is over.
    fn header(&mut self, event: &Event<'_>) -> bool {
        match event {
            Event::Field { octets, name, .. } => {
                self.header += octets.len();
                if self.header > MAX_HEADER {
                    self.obstacle.get_or_insert(Obstacle::LongHeader);
                    return true;
                }
                self.plan.line_end = if octets.ends_with(b"\r\n") { "\r\n" } else { "\n" };
                let name = name.and_then(|end| octets.get(..end)).unwrap_or_default();
                if name.eq_ignore_ascii_case(b"subject") && self.plan.subject.is_none() {
                    self.plan.subject = Some(octets.trim_ascii_end().to_vec());
                } else if !name.is_empty() && !is_inner(name) {
                    self.plan.outer.extend_from_slice(octets.trim_ascii_end());
                    self.plan.outer.extend_from_slice(self.plan.line_end.as_bytes());
                }
                false
            }
            Event::HeaderEnd { .. } => true,
            _ => false,
        }
    }

    fn check(&mut self, octets: &[u8]) {
        if self.obstacle.is_some() || (octets.is_ascii() && memchr(0, octets).is_none()) {
            return;
        }
        let Some(at) = octets.iter().position(|octet| *octet == 0 || *octet > 127) else { return };
        let before = octets.get(..at).unwrap_or_default();
        let line = self.line + memchr_iter(b'\n', before).count() as u64;
        let nul = octets.get(at) == Some(&0);
        self.obstacle = Some(if nul { Obstacle::Nul { line } } else { Obstacle::EightBit { line } });
    }

    fn part_of_line(&mut self, octets: &[u8]) {
        self.column += octets.len() as u64;
        self.cr = octets.last().map_or(self.cr, |last| *last == b'\r');
    }

    fn line_is_over(&mut self, ended: bool) {
        let octets = self.column - u64::from(self.cr && ended);
        if octets > MAX_LINE as u64 {
            self.obstacle.get_or_insert(Obstacle::LongLine { line: self.line, octets });
        }
        let whole = octets + if ended { 2 } else { 0 };
        self.plan.size += whole;
        self.plan.longest = self.plan.longest.max(whole);
        (self.line, self.column, self.cr) = (self.line + 1, 0, false);
    }
}

impl Plan {
    /// What cuts the message into pieces of at most `max` octets on the way, their headers included.
    ///
    /// # Errors
    /// `max` is too small for this message.
    pub fn cutter(&self, max: u64) -> Result<Cutter, Obstacle> {
        let header = on_the_way(&self.header(u32::MAX, u32::MAX));
        match max.checked_sub(header) {
            Some(room) if room >= self.longest => Ok(Cutter { room, used: 0, number: 0, line: Vec::new() }),
            _ => Err(Obstacle::Small { least: header + self.longest }),
        }
    }

    /// The header of a piece, with the empty line behind it.
    pub fn header(&self, number: u32, total: u32) -> Vec<u8> {
        let Plan { line_end, token, domain, .. } = self;
        let mut header = self.outer.clone();
        if let Some(subject) = &self.subject {
            header.extend_from_slice(subject);
            header.extend_from_slice(format!("{line_end} (part {number} of {total}){line_end}").as_bytes());
        }
        let own = [
            format!("Message-ID: <{}>", self.message_id(number)),
            "MIME-Version: 1.0".to_owned(),
            format!("Content-Type: message/partial; id=\"{token}@{domain}\";"),
            format!(" number={number}; total={total}"),
            String::new(),
        ];
        own.iter().for_each(|line| header.extend_from_slice(format!("{line}{line_end}").as_bytes()));
        header
    }

    /// That of a piece, without angle brackets.
    pub fn message_id(&self, number: u32) -> String {
        format!("{}.{number}@{}", self.token, self.domain)
    }
}

impl Cutter {
    /// Takes the next octets of the message.
    pub fn push(&mut self, octets: &[u8], tell: &mut dyn FnMut(Cut<'_>)) {
        let mut rest = octets;
        if !self.line.is_empty() {
            let end = memchr(b'\n', rest).map_or(rest.len(), |end| end + 1);
            let (head, behind) = rest.split_at_checked(end).unwrap_or((rest, b""));
            self.line.extend_from_slice(head);
            if !head.ends_with(b"\n") {
                return;
            }
            let line = std::mem::take(&mut self.line);
            self.lines(&line, tell);
            rest = behind;
        }
        let whole = memchr::memrchr(b'\n', rest).map_or(0, |end| end + 1);
        let (lines, begun) = rest.split_at_checked(whole).unwrap_or((b"", rest));
        self.lines(lines, tell);
        self.line.extend_from_slice(begun);
    }

    /// The message is over: how many pieces there are.
    pub fn finish(mut self, tell: &mut dyn FnMut(Cut<'_>)) -> u32 {
        let line = std::mem::take(&mut self.line);
        self.lines(&line, tell);
        self.number
    }

    /// Tells whole lines, as many as fit in one go.
    fn lines(&mut self, lines: &[u8], tell: &mut dyn FnMut(Cut<'_>)) {
        let mut from = 0;
        let mut at = 0;
        while at < lines.len() {
            let rest = lines.get(at..).unwrap_or_default();
            let line = rest.get(..memchr(b'\n', rest).map_or(rest.len(), |end| end + 1)).unwrap_or_default();
            let size = on_the_way(line);
            if self.number == 0 || self.used + size > self.room {
                self.tell(lines.get(from..at), tell);
                self.number = self.number.saturating_add(1);
                tell(Cut::Begin(self.number));
                (self.used, from) = (0, at);
            }
            self.used += size;
            at += line.len();
        }
        self.tell(lines.get(from..), tell);
    }

    fn tell(&self, octets: Option<&[u8]>, tell: &mut dyn FnMut(Cut<'_>)) {
        if let Some(octets) = octets.filter(|octets| !octets.is_empty()) {
            tell(Cut::Octets(octets));
        }
    }
}

/// So many octets it is with CRLF at every line end.
fn on_the_way(octets: &[u8]) -> u64 {
    let bare = memchr_iter(b'\n', octets).filter(|&at| at == 0 || octets.get(at - 1) != Some(&b'\r'));
    (octets.len() + bare.count()) as u64
}
