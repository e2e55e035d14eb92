//! quoted-printable to octets.
//!
//! What a body decodes to is said by [`Decoder::step`], one octet at a time. [`Decoder::runs`] is a faster way to the
//! same end, from one `=` or line end to the next, and leaves what is not plain to the steps.

use memchr::{memchr_iter, memchr2};

use super::LONGEST;
use crate::mime::flaw::{Flaw, Flaws, Severity};
use crate::mime::transform::{Decode, Transform};

const RFC: &str = "RFC 2045 §6.7";
/// The longest run of white space that is held to see whether a line end follows; of a longer one these octets stay.
const HELD: usize = 1024;
/// So many octets are decoded at once where there is one escape after the other.
const PIECE: usize = 64;
/// The octet that two hexadecimal digits mean, by the first and 256 times the second, with [`SMALL`] if one of them is
/// a small letter; [`NONE`] for what is none. Of its pages those of digits alone are ever touched.
static ESCAPES: [u16; 1 << 16] = escapes();
const SMALL: u16 = 1 << 8;
const NONE: u16 = 1 << 15;

/// Decodes quoted-printable (RFC 2045 §6.7), whatever stands in it; no octet is dropped that is not known to be added.
///
/// Line ends stay as they are. `=` before anything but two hexadecimal digits or a line end stays, octets that should
/// have been encoded stay; white space at the end of a line goes, because it was added on the way (rule 3).
#[derive(Clone, Debug, Default)]
pub struct Decoder {
    place: Place,
    /// White space that waits for what follows, and the CR behind it.
    held: Vec<u8>,
    /// Where the last `=` was that waits for what follows.
    equals: u64,
    /// Octets of the input so far.
    offset: u64,
    /// Where the line began.
    line: u64,
    /// What was told of this line already.
    told: Told,
    flaws: Flaws,
}

/// What the decoder waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
enum Place {
    #[default]
    Plain,
    /// Behind white space.
    White,
    /// Behind CR, with the white space before it.
    Cr,
    /// Behind `=`.
    Equals,
    /// Behind `=` and one digit.
    Digit(u8),
    /// Behind `=` and white space.
    EqualsWhite,
    /// Behind `=`, perhaps white space, and CR.
    EqualsCr,
}

#[derive(Clone, Copy, Debug, Default)]
struct Told {
    long: bool,
    eight_bit: bool,
    control: bool,
}

impl Decoder {
    /// At the beginning of a body.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes one octet: what decoding means.
    fn step(&mut self, octet: u8, output: &mut Vec<u8>) {
        match (self.place, octet) {
            (Place::Plain, b'=') => (self.place, self.equals) = (Place::Equals, self.offset),
            (Place::Plain | Place::White, b' ' | b'\t') => {
                self.place = Place::White;
                self.hold(octet, output);
            }
            (Place::Plain | Place::White, b'\r') => {
                self.place = Place::Cr;
                self.held.push(octet);
            }
            (Place::Plain | Place::White | Place::Cr, b'\n') => self.line_end(output),
            (Place::Plain, _) => {
                self.check(octet, self.offset);
                output.push(octet);
            }
            (Place::White | Place::Cr, _) => self.again(octet, output),
            (Place::Equals | Place::EqualsWhite | Place::EqualsCr, b'\n') => self.soft_break(),
            (Place::Equals | Place::EqualsWhite, b'\r') => {
                self.place = Place::EqualsCr;
                self.held.push(octet);
            }
            (Place::Equals | Place::EqualsWhite, b' ' | b'\t') if self.held.len() < HELD - 1 => {
                self.place = Place::EqualsWhite;
                self.held.push(octet);
            }
            (Place::Equals, _) if octet.is_ascii_hexdigit() => self.place = Place::Digit(octet),
            (Place::Digit(high), _) if octet.is_ascii_hexdigit() => {
                self.escape([high, octet], self.equals, output);
                self.place = Place::Plain;
            }
            (place, _) => {
                self.literal(place, output);
                self.again(octet, output);
            }
        }
    }

    fn hold(&mut self, octet: u8, output: &mut Vec<u8>) {
        self.held.push(octet);
        if self.held.len() == HELD {
            self.release(output);
        }
    }

    /// What was held is text.
    fn release(&mut self, output: &mut Vec<u8>) {
        output.append(&mut self.held);
        self.place = Place::Plain;
    }

    /// What was held is text, and this octet is seen with fresh eyes.
    fn again(&mut self, octet: u8, output: &mut Vec<u8>) {
        self.release(output);
        self.step(octet, output);
    }

    /// A `=` that begins nothing.
    fn literal(&mut self, place: Place, output: &mut Vec<u8>) {
        let message = "`=` without two hexadecimal digits or a line end behind it is kept as it is";
        self.note("qp-bad-escape", Severity::Warning, self.equals, message);
        output.push(b'=');
        if let Place::Digit(digit) = place {
            output.push(digit);
        }
    }

    fn escape(&mut self, [high, low]: [u8; 2], at: u64, output: &mut Vec<u8>) {
        let escape = meaning(high, low);
        output.push(escape as u8);
        if escape & SMALL != 0 {
            self.note_small(at);
        }
    }

    fn note_small(&mut self, at: u64) {
        self.note("qp-lower-case", Severity::Info, at, "the hexadecimal digits A to F have to be capital letters");
    }

    fn line_end(&mut self, output: &mut Vec<u8>) {
        let cr = self.place == Place::Cr;
        let white = self.held.len() - usize::from(cr);
        if white > 0 {
            self.note_white(self.offset - self.held.len() as u64);
        }
        output.extend_from_slice(if cr { b"\r\n" } else { b"\n" });
        self.next_line(self.offset - u64::from(cr), self.offset + 1);
    }

    fn soft_break(&mut self) {
        let cr = self.place == Place::EqualsCr;
        if self.held.len() > usize::from(cr) {
            self.note_white(self.equals + 1);
        }
        self.next_line(self.offset - u64::from(cr), self.offset + 1);
    }

    /// The line ends here, and there the next one begins.
    fn next_line(&mut self, end: u64, next: u64) {
        self.held.clear();
        self.place = Place::Plain;
        self.measure(end);
        (self.line, self.told) = (next, Told::default());
    }

    /// Tells of the line if it is too long.
    fn measure(&mut self, end: u64) {
        if end - self.line > LONGEST as u64 && !self.told.long {
            self.told.long = true;
            let message = "a line of quoted-printable has more than 76 characters";
            self.note("qp-long-line", Severity::Warning, self.line + LONGEST as u64, message);
        }
    }

    /// Tells of an octet that should have been encoded.
    fn check(&mut self, octet: u8, at: u64) {
        if octet > 127 && !self.told.eight_bit {
            self.told.eight_bit = true;
            self.note("qp-eight-bit", Severity::Warning, at, "an octet above 127 should have been encoded; it is kept");
        } else if is_control(octet) && !self.told.control {
            self.told.control = true;
            self.note("qp-control", Severity::Warning, at, "a control character should have been encoded; it is kept");
        }
    }

    fn check_all(&mut self, octets: &[u8], at: u64) {
        octets.iter().zip(at..).for_each(|(octet, at)| self.check(*octet, at));
    }

    /// Takes everything that begins and ends within the input; hands back from where steps have to be taken.
    fn runs<'a>(&mut self, input: &'a [u8], odd: bool, output: &mut Vec<u8>) -> &'a [u8] {
        let start = self.offset;
        let mut rest = input;
        while let Some(at) = memchr2(b'=', b'\n', rest) {
            let Some((run, behind)) = rest.split_at_checked(at) else { break };
            let here = start + (input.len() - rest.len()) as u64;
            if odd {
                self.check_all(run, here);
            }
            if let Some(behind) = behind.strip_prefix(b"\n") {
                self.whole_line(run, here, output);
                rest = behind;
                continue;
            }
            output.extend_from_slice(run);
            rest = self.escapes(behind, here + at as u64, output);
            if rest.len() == behind.len() {
                break;
            }
        }
        self.offset = start + (input.len() - rest.len()) as u64;
        rest
    }

    /// What stands before a LF, from the last `=` on.
    fn whole_line(&mut self, run: &[u8], here: u64, output: &mut Vec<u8>) {
        let line = run.strip_suffix(b"\r").unwrap_or(run);
        let mut text = line;
        while let [before @ .., b' ' | b'\t'] = text {
            text = before;
        }
        let white = line.len() - text.len();
        if white > 0 {
            text = line.get(..line.len() - white % HELD).unwrap_or(line);
            if !white.is_multiple_of(HELD) {
                self.note_white(here + text.len() as u64);
            }
        }
        output.extend_from_slice(text);
        output.extend_from_slice(if line.len() < run.len() { b"\r\n" } else { b"\n" });
        self.next_line(here + line.len() as u64, here + run.len() as u64 + 1);
    }

    /// Escapes, with single characters and soft line breaks between them; hands back what comes behind them.
    fn escapes<'a>(&mut self, input: &'a [u8], here: u64, output: &mut Vec<u8>) -> &'a [u8] {
        let (mut octets, mut seen, mut rest) = ([0; PIECE], 0, input);
        let mut places = octets.iter_mut();
        let place = |rest: &[u8]| here + (input.len() - rest.len()) as u64;
        while places.len() > 1 {
            match rest {
                // Most letters beyond ASCII have two octets.
                [b'=', a, b, b'=', c, d, behind @ ..] if (meaning(*a, *b) | meaning(*c, *d)) < NONE => {
                    let (first, second) = (meaning(*a, *b), meaning(*c, *d));
                    places.next().into_iter().for_each(|place| *place = first as u8);
                    places.next().into_iter().for_each(|place| *place = second as u8);
                    seen |= first | second;
                    rest = behind;
                }
                [b'=', high, low, behind @ ..] if meaning(*high, *low) < NONE => {
                    let escape = meaning(*high, *low);
                    places.next().into_iter().for_each(|place| *place = escape as u8);
                    seen |= escape;
                    rest = behind;
                }
                [b'=', b'\r', b'\n', behind @ ..] | [b'=', b'\n', behind @ ..] => {
                    self.next_line(place(rest) + 1, place(behind));
                    rest = behind;
                }
                [octet @ b' '..=b'~', behind @ ..] if *octet != b'=' && behind.starts_with(b"=") => {
                    places.next().into_iter().for_each(|place| *place = *octet);
                    rest = behind;
                }
                _ => break,
            }
        }
        let known = PIECE - places.len();
        output.extend_from_slice(octets.get(..known).unwrap_or_default());
        if seen & SMALL != 0 {
            self.small_letters(input.get(..input.len() - rest.len()).unwrap_or_default(), here);
        }
        rest
    }

    /// Tells of the escapes with small letters among these.
    fn small_letters(&mut self, escapes: &[u8], here: u64) {
        for at in memchr_iter(b'=', escapes) {
            if let Some([_, high, low]) = escapes.get(at..at + 3)
                && meaning(*high, *low) & SMALL != 0
            {
                self.note_small(here + at as u64);
            }
        }
    }

    /// The rest of the input, or what stands before a `=` that is no plain escape.
    fn steps<'a>(&mut self, input: &'a [u8], odd: bool, output: &mut Vec<u8>) -> &'a [u8] {
        let mut rest = input;
        if self.place == Place::Plain {
            let end = memchr2(b'=', b'\n', rest).unwrap_or(rest.len());
            let mut text = rest.get(..end).unwrap_or(rest);
            while let [before @ .., b' ' | b'\t' | b'\r'] = text {
                text = before;
            }
            if odd {
                self.check_all(text, self.offset);
            }
            output.extend_from_slice(text);
            self.offset += text.len() as u64;
            rest = rest.get(text.len()..).unwrap_or(b"");
        }
        while let Some((&octet, behind)) = rest.split_first() {
            self.step(octet, output);
            self.offset += 1;
            rest = behind;
            // A run of white space was searched already: searching its rest again would take forever.
            if self.place == Place::Plain && !matches!(rest, [b' ' | b'\t', ..]) {
                break;
            }
        }
        rest
    }

    fn note_white(&mut self, at: u64) {
        self.note("qp-trailing-space", Severity::Info, at, "white space at the end of a line was added on the way");
    }

    fn note(&mut self, code: &'static str, severity: Severity, offset: u64, message: &'static str) {
        self.flaws.note(Flaw { code, severity, offset, message: message.into(), rfc: RFC });
    }
}

impl Transform for Decoder {
    fn push(&mut self, input: &[u8], output: &mut Vec<u8>) {
        output.reserve(input.len());
        let odd = input.iter().fold(false, |odd, octet| odd | (*octet > 127) | is_control(*octet));
        let mut rest = input;
        while !rest.is_empty() {
            if self.place == Place::Plain {
                rest = self.runs(rest, odd, output);
            }
            rest = self.steps(rest, odd, output);
        }
        // A CR at the end may belong to the line end.
        self.measure(self.offset.saturating_sub(1).max(self.line));
    }

    fn finish(&mut self, output: &mut Vec<u8>) {
        match self.place {
            Place::White => self.note_white(self.offset - self.held.len() as u64),
            Place::Equals | Place::EqualsWhite | Place::EqualsCr => {
                let message = "the end comes behind a soft line break: perhaps something is missing";
                self.note("qp-open-end", Severity::Info, self.equals, message);
            }
            Place::Digit(_) => self.literal(self.place, output),
            Place::Cr => output.append(&mut self.held),
            Place::Plain => {}
        }
        self.measure(self.offset - u64::from(matches!(self.place, Place::Cr | Place::EqualsCr)));
        self.held.clear();
        self.place = Place::Plain;
        self.flaws.close();
    }
}

impl Decode for Decoder {
    fn findings(&mut self) -> Vec<Flaw> {
        self.flaws.take()
    }
}

/// Control characters but TAB, CR and LF (RFC 2045 §6.7, note 4).
fn is_control(octet: u8) -> bool {
    octet == 127 || (octet < b' ' && !matches!(octet, b'\t' | b'\r' | b'\n'))
}

/// What two digits mean, as [`ESCAPES`] has it.
fn meaning(high: u8, low: u8) -> u16 {
    ESCAPES.get(usize::from(u16::from_le_bytes([high, low]))).copied().unwrap_or(NONE)
}

#[allow(clippy::indexing_slicing, reason = "computed by the compiler, which would stop")]
const fn escapes() -> [u16; 1 << 16] {
    let mut meanings = [NONE; 1 << 16];
    let mut pair = 0;
    while pair < 22 * 22 {
        let ((high, h), (low, l)) = (digit(pair / 22), digit(pair % 22));
        let small = if high.is_ascii_lowercase() || low.is_ascii_lowercase() { SMALL } else { 0 };
        meanings[u16::from_le_bytes([high, low]) as usize] = (h << 4 | l) | small;
        pair += 1;
    }
    meanings
}

/// One of the 22 hexadecimal digits, and its value.
#[allow(clippy::indexing_slicing, reason = "computed by the compiler, which would stop")]
const fn digit(n: usize) -> (u8, u16) {
    (b"0123456789ABCDEFabcdef"[n], if n < 16 { n } else { n - 6 } as u16)
}
