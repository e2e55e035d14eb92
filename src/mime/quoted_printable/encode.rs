//! Octets to quoted-printable.

use super::LONGEST;
use crate::mime::transform::{LineEnd, Transform};

/// At the beginning of a line a mailbox would take it for the next letter (RFC 4155).
const FROM: &[u8] = b"From ";
/// Every octet as it is written where it cannot stand for itself (RFC 2045 §6.7 rule 1).
const ESCAPES: [[u8; 3]; 256] = escapes();

/// Encodes text or octets. No line is longer than 76 characters, and the last one is ended too.
///
/// `From ` at the beginning of a line is written `=46rom `, a line that is only `.` as `=2E`, and `--` at the beginning
/// of one as `=2D-`: no text, however it is broken into lines, holds a delimiter of the multipart around it.
#[derive(Clone, Debug, Default)]
pub struct Encoder {
    /// Characters of the line written so far.
    column: usize,
    /// The octet that came last: how it is written depends on the next.
    held: Option<u8>,
    /// So many octets of `From ` are the line so far; they are not written yet, and `held` is empty.
    from: usize,
    after_cr: bool,
    form: Form,
}

/// What does not change on the way.
#[derive(Clone, Copy, Debug, Default)]
struct Form {
    end: LineEnd,
    /// CR and LF are octets as all others.
    binary: bool,
    /// What ends without a line end ends in a soft line break.
    open: bool,
}

impl Encoder {
    /// For text: CR, LF and CRLF are line ends and become CRLF, and the last line gets one if it has none.
    pub fn text() -> Self {
        Self::default()
    }

    /// For octets: CR and LF are written `=0D` and `=0A`, so that no gateway changes them (RFC 2045 §6.7 rule 4).
    /// What is decoded is what was there.
    pub fn binary() -> Self {
        Self { form: Form { binary: true, open: true, ..Form::default() }, ..Self::default() }
    }

    /// With another line end.
    pub fn line_end(self, end: LineEnd) -> Self {
        Self { form: Form { end, ..self.form }, ..self }
    }

    /// A text that does not end with a line end ends in a soft line break and is decoded without one.
    pub fn open_end(self) -> Self {
        Self { form: Form { open: true, ..self.form }, ..self }
    }
}

impl Transform for Encoder {
    fn push(&mut self, input: &[u8], output: &mut Vec<u8>) {
        output.reserve(input.len() + input.len() / 16);
        let mut rest = input;
        while let Some((&octet, behind)) = rest.split_first() {
            rest = behind;
            let after_cr = std::mem::replace(&mut self.after_cr, octet == b'\r');
            match octet {
                b'\n' if after_cr && !self.form.binary => {}
                b'\r' | b'\n' if !self.form.binary => self.end_line(output),
                _ => {
                    self.put(octet, output);
                    rest = self.run(rest, output);
                }
            }
        }
    }

    fn finish(&mut self, output: &mut Vec<u8>) {
        if self.form.open {
            while self.held.is_some() || self.from > 0 {
                self.not_from(output);
                self.release(None, output);
            }
            if self.column > 0 {
                self.soft_break(output);
            }
        } else if self.column > 0 || self.held.is_some() || self.from > 0 {
            self.end_line(output);
        }
        *self = Self { form: self.form, ..Self::default() };
    }
}

impl Encoder {
    /// Writes at once what of the rest has its place on this line; hands back what has not.
    fn run<'a>(&mut self, rest: &'a [u8], output: &mut Vec<u8>) -> &'a [u8] {
        let Some(mut held) = self.held.filter(|_| self.column > 0) else { return rest };
        let mut rest = rest;
        while let Some((&next, behind)) = rest.split_first() {
            let plain = is_plain(held);
            let room = (LONGEST - 1).saturating_sub(self.column);
            if room < width(plain) || (matches!(next, b'\r' | b'\n') && !self.form.binary) {
                break;
            }
            if !plain || !is_plain(next) {
                self.write(held, plain, output);
                (held, rest) = (next, behind);
                continue;
            }
            let (run, behind) = rest.split_at_checked(plain_run(rest, room)).unwrap_or((rest, b""));
            // The last of the run is held in turn.
            let Some((&last, run)) = run.split_last() else { break };
            output.push(held);
            output.extend_from_slice(run);
            self.column += run.len() + 1;
            (held, rest) = (last, behind);
        }
        self.held = Some(held);
        rest
    }

    /// Takes an octet that is no line end.
    fn put(&mut self, octet: u8, output: &mut Vec<u8>) {
        if self.column == 0 && self.held.is_none() && FROM.get(self.from) == Some(&octet) {
            self.from += 1;
            if self.from == FROM.len() {
                output.extend_from_slice(b"=46rom");
                (self.column, self.held, self.from) = (6, Some(b' '), 0);
            }
            return;
        }
        self.not_from(output);
        self.release(Some(octet), output);
        if self.from > 0 {
            return self.put(octet, output);
        }
        self.held = Some(octet);
    }

    /// The line does not begin with `From `: what was withheld is text as any other.
    fn not_from(&mut self, output: &mut Vec<u8>) {
        if let Some((last, written)) = FROM.get(..self.from).and_then(<[u8]>::split_last) {
            output.extend_from_slice(written);
            self.column = written.len();
            self.held = Some(*last);
            self.from = 0;
        }
    }

    /// Writes the held octet; another one follows on the line, so a place stays free for a soft line break.
    fn release(&mut self, next: Option<u8>, output: &mut Vec<u8>) {
        let Some(octet) = self.held.take() else { return };
        let mut plain = is_plain(octet);
        if self.column + width(plain) > LONGEST - 1 {
            self.soft_break(output);
            if octet == b'F' {
                self.from = 1;
                return;
            }
        }
        plain &= !(self.column == 0 && octet == b'-' && next == Some(b'-'));
        self.write(octet, plain, output);
    }

    fn end_line(&mut self, output: &mut Vec<u8>) {
        self.not_from(output);
        if let Some(octet) = self.held.take() {
            let only_dot = octet == b'.' && self.column == 0;
            let plain = is_plain(octet) && !is_blank(octet) && !only_dot;
            if self.column + width(plain) > LONGEST {
                self.soft_break(output);
            }
            self.write(octet, plain, output);
        }
        output.extend_from_slice(self.form.end.octets());
        self.column = 0;
    }

    fn soft_break(&mut self, output: &mut Vec<u8>) {
        output.push(b'=');
        output.extend_from_slice(self.form.end.octets());
        self.column = 0;
    }

    fn write(&mut self, octet: u8, plain: bool, output: &mut Vec<u8>) {
        match plain {
            true => output.push(octet),
            false => output.extend_from_slice(ESCAPES.get(usize::from(octet)).unwrap_or(b"=3D")),
        }
        self.column += width(plain);
    }
}

/// True for what may stand for itself within a line (RFC 2045 §6.7 rules 2 and 3).
fn is_plain(octet: u8) -> bool {
    matches!(octet, b'\t' | b' '..=b'<' | b'>'..=b'~')
}

fn is_blank(octet: u8) -> bool {
    matches!(octet, b' ' | b'\t')
}

const fn width(plain: bool) -> usize {
    if plain { 1 } else { 3 }
}

/// How many octets at the beginning stand for themselves, at most so many.
fn plain_run(octets: &[u8], most: usize) -> usize {
    let octets = octets.get(..most).unwrap_or(octets);
    let (chunks, _) = octets.as_chunks::<16>();
    let all = |chunk: &&[u8; 16]| chunk.iter().fold(true, |all, octet| all & is_plain(*octet));
    let whole = chunks.iter().take_while(all).count() * 16;
    let rest = octets.get(whole..).unwrap_or_default();
    whole + rest.iter().take_while(|octet| is_plain(**octet)).count()
}

#[allow(clippy::indexing_slicing, reason = "computed by the compiler, which would stop")]
const fn escapes() -> [[u8; 3]; 256] {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let mut escapes = [[b'='; 3]; 256];
    let mut octet = 0;
    while octet < 256 {
        escapes[octet] = [b'=', HEX[octet >> 4], HEX[octet & 15]];
        octet += 1;
    }
    escapes
}
