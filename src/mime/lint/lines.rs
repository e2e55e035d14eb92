//! The lines of a message, whatever they mean: how they end, how long they are, what a server or a mailbox would do
//! to them (RFC 5322 §2.1.1, §2.3; RFC 5321 §2.3.8, §4.5.2).

use std::sync::Arc;

use memchr::memchr2_iter;

use super::Spot;
use super::findings::{Desk, Tally};
use crate::mime::header::{MAX_LINE, WANTED_LINE};

/// So many octets of a line are kept to see how it begins: a delimiter, and what may stand behind it.
const HEAD: usize = 80;

/// What a line belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) enum Place {
    #[default]
    Header,
    /// A body whose lines are lines.
    Body,
    /// A body of octets (RFC 2045 §2.9).
    Binary,
    /// Delimiters, preamble, epilogue.
    Between,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    CrLf,
    Lf,
    Cr,
    Nothing,
}

/// Watches the lines.
#[derive(Default)]
pub(super) struct Lines {
    /// How the first line ends.
    style: Option<End>,
    /// It, and how many lines ended so.
    first_end: Option<(Spot, Arc<str>)>,
    ends: u64,
    mixed: bool,
    /// The line that is being read.
    start: u64,
    length: u64,
    head: Vec<u8>,
    place: Place,
    part: Arc<str>,
    /// How the line before it ended.
    before: Option<End>,
    /// The last octet was CR; it stood there.
    cr: Option<u64>,
    /// What stands behind a bare CR, and where that begins.
    behind_cr: Option<(u64, Vec<u8>)>,
    long: Tally,
    dots: Tally,
    lone_dots: u64,
    froms: Tally,
}

impl Lines {
    /// The next octets. `delimiter` tells whether a line is one.
    pub(super) fn push(
        &mut self,
        offset: u64,
        octets: &[u8],
        place: Place,
        delimiter: &dyn Fn(&[u8]) -> bool,
        desk: &mut Desk,
    ) {
        let mut from = 0;
        for at in memchr2_iter(b'\r', b'\n', octets) {
            self.text(offset + from as u64, octets.get(from..at).unwrap_or_default(), place, delimiter, desk);
            from = at + 1;
            let here = offset + at as u64;
            if octets.get(at) == Some(&b'\r') {
                self.bare_cr(delimiter, desk);
                self.begin(here, place, desk);
                self.cr = Some(here);
            } else {
                self.begin(self.cr.unwrap_or(here), place, desk);
                let end = if self.cr.take().is_some() { End::CrLf } else { End::Lf };
                self.end(end, here, delimiter, desk);
            }
        }
        self.text(offset + from as u64, octets.get(from..).unwrap_or_default(), place, delimiter, desk);
    }

    /// A header or a body is over: tells of its long lines.
    pub(super) fn end_of_part(&mut self, desk: &mut Desk) {
        desk.tell(&mut self.long, "line-long", |count| match count {
            1 => "a line of more than 78 octets, the first that should be shorter".to_owned(),
            count => format!("{count} lines of more than 78 octets, here the first"),
        });
    }

    /// The message is over.
    pub(super) fn finish(&mut self, offset: u64, delimiter: &dyn Fn(&[u8]) -> bool, desk: &mut Desk) {
        self.bare_cr(delimiter, desk);
        if self.length > 0 {
            self.end(End::Nothing, offset, delimiter, desk);
        }
        self.end_of_part(desk);
        let lone = self.lone_dots;
        desk.tell(&mut self.dots, "dot-line", |count| {
            format!("{count} lines begin with a dot ({lone} are a dot alone); here the first: SMTP and POP3 double it")
        });
        desk.tell(&mut self.froms, "from-line", |count| {
            format!(
                "{count} lines begin with `From `, here the first: a mailbox writes `>From `, which breaks signatures"
            )
        });
        if self.style == Some(End::Lf)
            && !self.mixed
            && let Some((spot, part)) = self.first_end.take()
        {
            let message =
                format!("{} lines end in LF alone, as files have them; on the way they end in CRLF", self.ends);
            desk.note_of(part, "bare-lf", spot, message);
        }
    }

    /// A line begins, unless it has begun.
    fn begin(&mut self, offset: u64, place: Place, desk: &Desk) {
        if self.length == 0 && self.cr.is_none() {
            self.start = offset;
            self.place = place;
            if !Arc::ptr_eq(&self.part, &desk.part) {
                self.part = desk.part.clone();
            }
        }
    }

    fn text(&mut self, offset: u64, octets: &[u8], place: Place, delimiter: &dyn Fn(&[u8]) -> bool, desk: &mut Desk) {
        if octets.is_empty() {
            return;
        }
        self.bare_cr(delimiter, desk);
        self.begin(offset, place, desk);
        self.length += octets.len() as u64;
        keep(&mut self.head, octets);
        if let Some((_, behind)) = &mut self.behind_cr {
            keep(behind, octets);
        }
    }

    /// The CR that came last has no LF behind it.
    fn bare_cr(&mut self, delimiter: &dyn Fn(&[u8]) -> bool, desk: &mut Desk) {
        let Some(at) = self.cr.take() else { return };
        self.length += 1;
        self.behind(End::Cr, delimiter, desk);
        self.behind_cr = Some((at + 1, Vec::new()));
        let spot = desk.spot_or(at, self.spot(desk));
        match self.place {
            Place::Binary => {}
            Place::Header | Place::Between => {
                let message = "a CR without LF: to some readers a line ends here, to others it is text";
                desk.note_of(self.part.clone(), "ambiguous-bare-cr", spot, message);
            }
            Place::Body => {
                desk.note_of(self.part.clone(), "bare-cr", spot, "a CR that is no part of a line end");
            }
        }
    }

    /// What stands between a bare CR and the next line end.
    fn behind(&mut self, end: End, delimiter: &dyn Fn(&[u8]) -> bool, desk: &mut Desk) {
        let Some((at, behind)) = self.behind_cr.take() else { return };
        let spot = desk.spot_or(at, self.spot(desk));
        if self.place != Place::Binary && delimiter(&behind) {
            let message = "behind a bare CR stands what would be a delimiter: to who takes CR for a line end a part \
                           begins or ends here, to others this is text";
            desk.note_of(self.part.clone(), "ambiguous-delimiter", spot, message);
        }
        if behind == b"." && end != End::Nothing {
            desk.note_of(self.part.clone(), "ambiguous-end-of-data", spot, SMUGGLED);
        }
    }

    fn end(&mut self, end: End, at: u64, delimiter: &dyn Fn(&[u8]) -> bool, desk: &mut Desk) {
        self.behind(end, delimiter, desk);
        let spot = self.spot(desk);
        self.style_of(end, at, desk);
        let before = self.before.replace(end);
        if self.place == Place::Binary {
            return self.next();
        }
        if self.length > MAX_LINE as u64 {
            let message = format!("a line of {} octets; 998 are allowed", self.length);
            desk.note_of(self.part.clone(), "line-too-long", spot, message);
        } else if self.length > WANTED_LINE as u64 {
            self.long.add(spot, &self.part);
        }
        if self.head.first() == Some(&b'.') {
            self.dots.add(spot, &self.part);
            if self.length == 1 {
                self.lone_dots += 1;
                let plain = before == Some(End::CrLf) && matches!(end, End::CrLf | End::Nothing);
                if !plain && self.style == Some(End::CrLf) {
                    desk.note_of(self.part.clone(), "ambiguous-end-of-data", spot, SMUGGLED);
                }
            }
        }
        if self.place == Place::Body && self.head.starts_with(b"From ") {
            self.froms.add(spot, &self.part);
        }
        self.next();
    }

    /// All lines should end like the first.
    fn style_of(&mut self, end: End, at: u64, desk: &mut Desk) {
        if end == End::Nothing || self.place == Place::Binary {
            return;
        }
        self.ends += 1;
        let style = *self.style.get_or_insert(end);
        if self.first_end.is_none() {
            self.first_end = Some((desk.spot(at), self.part.clone()));
        }
        if style == end {
            return;
        }
        self.mixed = true;
        let message = match end {
            End::CrLf => "this line ends in CRLF, the first one in LF alone",
            _ => "this line ends in LF alone, the first one in CRLF",
        };
        desk.note_of(self.part.clone(), "mixed-line-ends", desk.spot(at), message);
    }

    fn next(&mut self) {
        self.length = 0;
        self.head.clear();
    }

    /// Where the line begins; the line ends before it have been counted, its own may have been.
    fn spot(&self, desk: &Desk) -> Spot {
        desk.spot(self.start)
    }
}

const SMUGGLED: &str = "a dot alone between line ends of which one is no CRLF: to some servers the message ends here and \
                        what follows is a command, to others it is a line of text";

fn keep(head: &mut Vec<u8>, octets: &[u8]) {
    let room = HEAD.saturating_sub(head.len());
    head.extend_from_slice(octets.get(..room).unwrap_or(octets));
}
