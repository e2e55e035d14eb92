//! Text whose paragraphs flow: `format=flowed` with its DelSp (RFC 3676), both ways, line after line. The octets are
//! UTF-8 or any other superset of ASCII in which no other character holds its octets.

use super::content_type::Flowed;
use super::transform::Transform;

/// The line that parts a signature from the text (RFC 3676 §4.3).
const SIGNATURE: &[u8] = b"-- ";

/// The columns of a line that [`Encoder`] aims at, its quote marks and spaces counted (RFC 3676 §4.2: below 79).
pub const WIDTH: usize = 72;

/// Puts the lines of a paragraph together (RFC 3676 §4.1 to §4.6): each becomes one line, in front of it a `>` for each
/// level of quotation and a space. Stuffed spaces are taken away. Line ends are left as they are.
pub struct Decoder {
    flowed: Flowed,
    state: State,
    /// `>` before the line that is being read.
    depth: usize,
    /// What is known of the line before.
    last: Option<Last>,
    /// A space that may be the last octet of its line.
    space: bool,
    /// A CR that may be half of a line end.
    cr: bool,
    /// The beginning of a line that may be that of a signature.
    lead: Vec<u8>,
}

struct Last {
    depth: usize,
    /// The next line goes on with its paragraph.
    flows: bool,
    end: &'static [u8],
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Quotes,
    /// A space here is stuffed.
    Stuffing,
    /// So far the line is the beginning of [`SIGNATURE`].
    Lead,
    Text,
}

impl Decoder {
    /// A decoder at the beginning of a text.
    pub fn new(flowed: Flowed) -> Decoder {
        Decoder { flowed, state: State::Quotes, depth: 0, last: None, space: false, cr: false, lead: Vec::new() }
    }

    fn octet(&mut self, octet: u8, output: &mut Vec<u8>) {
        if self.state == State::Quotes {
            if octet == b'>' {
                self.depth += 1;
                return;
            }
            self.state = State::Stuffing;
        }
        if self.state == State::Stuffing {
            self.state = State::Lead;
            if octet == b' ' {
                return;
            }
        }
        if self.state == State::Lead {
            if SIGNATURE.get(self.lead.len()) == Some(&octet) {
                return self.lead.push(octet);
            }
            self.begin(false, output);
        }
        self.text(octet, output);
    }

    fn text(&mut self, octet: u8, output: &mut Vec<u8>) {
        if std::mem::replace(&mut self.space, octet == b' ') {
            output.push(b' ');
        }
        if octet != b' ' {
            output.push(octet);
        }
    }

    /// The line goes on with the paragraph before it, or it begins its own.
    fn begin(&mut self, fixed: bool, output: &mut Vec<u8>) {
        let lead = std::mem::take(&mut self.lead);
        let joins = !fixed && self.last.as_ref().is_some_and(|last| last.flows && last.depth == self.depth);
        if !joins {
            output.extend_from_slice(self.last.as_ref().map_or(b"", |last| last.end));
            output.resize(output.len() + self.depth, b'>');
            if self.depth > 0 && self.state != State::Quotes {
                output.push(b' ');
            }
        }
        self.state = State::Text;
        lead.into_iter().for_each(|octet| self.text(octet, output));
    }

    fn end(&mut self, end: &'static [u8], output: &mut Vec<u8>) {
        let signature = self.state == State::Lead && self.lead == SIGNATURE;
        if self.state != State::Text {
            // A line of quote marks only keeps no space behind them.
            if self.lead.is_empty() {
                self.state = State::Quotes;
            }
            self.begin(signature, output);
        }
        let flows = std::mem::take(&mut self.space) && !signature;
        if signature || (flows && !self.flowed.delsp) {
            output.push(b' ');
        }
        self.last = Some(Last { depth: self.depth, flows, end });
        (self.state, self.depth) = (State::Quotes, 0);
    }
}

impl Transform for Decoder {
    fn push(&mut self, input: &[u8], output: &mut Vec<u8>) {
        for &octet in input {
            let cr = std::mem::replace(&mut self.cr, octet == b'\r');
            match octet {
                b'\r' => {
                    if cr {
                        self.octet(b'\r', output);
                    }
                }
                b'\n' => self.end(if cr { b"\r\n" } else { b"\n" }, output),
                octet => {
                    if cr {
                        self.octet(b'\r', output);
                    }
                    self.octet(octet, output);
                }
            }
        }
    }

    fn finish(&mut self, output: &mut Vec<u8>) {
        if std::mem::take(&mut self.cr) {
            self.octet(b'\r', output);
        }
        // A last line without its end.
        if self.depth > 0 || self.state != State::Quotes {
            self.end(b"", output);
        }
        if let Some(last) = self.last.take() {
            output.extend_from_slice(last.end);
        }
    }
}

/// Breaks long lines where they can be put together again (RFC 3676 §4.2), each at most [`WIDTH`] characters where
/// there is a space to break at. Blanks at the end of a line are dropped, as §4.2 asks; lines end by CRLF. With DelSp a
/// line can also be broken between two characters beyond ASCII, for scripts without spaces.
pub struct Encoder {
    flowed: Flowed,
    /// `>` at the beginning of a line are marks of quotation, otherwise text.
    quotes: bool,
    state: Writing,
    depth: usize,
    /// Characters in the line that is being written.
    column: usize,
    /// Spaces that stand before the next word.
    spaces: usize,
    word: Vec<u8>,
    /// The word follows a character without a space and may still stand on a line of its own.
    loose: bool,
    cr: bool,
    /// What was written of this line is `--` and no more: with a space and a line end it would be a signature.
    dashes: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Writing {
    /// Before and between the quote marks.
    Quotes,
    /// One space behind them is not text.
    Space,
    /// Nothing of this line of text is written yet.
    Start,
    Within,
    /// In a word too long to hold.
    LongWord,
}

/// A longer word is passed on as it comes.
const LONG_WORD: usize = 998;

impl Encoder {
    /// An encoder at the beginning of a text. With `quotes` the `>` at the beginning of its lines quote what is behind
    /// them.
    pub fn new(flowed: Flowed, quotes: bool) -> Encoder {
        Encoder {
            flowed,
            quotes,
            state: Writing::Quotes,
            depth: 0,
            column: 0,
            spaces: 0,
            word: Vec::new(),
            loose: false,
            cr: false,
            dashes: false,
        }
    }

    fn octet(&mut self, octet: u8, output: &mut Vec<u8>) {
        if self.state == Writing::Quotes {
            if self.quotes && octet == b'>' {
                self.depth += 1;
                return;
            }
            self.state = if self.depth > 0 { Writing::Space } else { Writing::Start };
        }
        if self.state == Writing::Space {
            self.state = Writing::Start;
            if octet == b' ' {
                return;
            }
        }
        if octet == b' ' {
            self.flush(output);
            self.spaces += 1;
            return;
        }
        if self.state == Writing::LongWord {
            return output.push(octet);
        }
        // A character beyond ASCII begins, and one ends.
        let between = octet >= 0xc0 && self.word.last().is_some_and(|last| !last.is_ascii());
        if between && self.flowed.delsp {
            self.flush(output);
            self.loose = true;
        }
        self.word.push(octet);
        if self.word.len() > LONG_WORD {
            self.flush(output);
            self.state = Writing::LongWord;
        }
    }

    /// Writes the word and the spaces before it, on a new line if this one is full.
    fn flush(&mut self, output: &mut Vec<u8>) {
        if self.state == Writing::LongWord {
            self.state = Writing::Within;
        }
        if self.word.is_empty() {
            return;
        }
        let word = std::mem::take(&mut self.word);
        let width = word.iter().filter(|&&octet| octet & 0xc0 != 0x80).count();
        let can_break = self.spaces > 0 || std::mem::take(&mut self.loose);
        let signature = self.dashes && self.spaces == 1 && !self.flowed.delsp;
        let full = self.column + self.spaces + width + usize::from(self.flowed.delsp) >= WIDTH;
        if self.state == Writing::Start {
            self.begin(&word, output);
        } else if full && can_break && !signature {
            self.put_spaces(output);
            output.extend_from_slice(if self.flowed.delsp { b" \r\n" } else { b"\r\n" });
            self.begin(&word, output);
        }
        self.put_spaces(output);
        self.dashes = self.column == self.depth + usize::from(self.depth > 0) && word == b"--";
        output.extend_from_slice(&word);
        self.column += width;
        self.state = Writing::Within;
    }

    fn put_spaces(&mut self, output: &mut Vec<u8>) {
        output.resize(output.len() + self.spaces, b' ');
        self.column += std::mem::take(&mut self.spaces);
    }

    /// The quote marks of a line, and the space that keeps its text from being taken for something else (§4.4).
    fn begin(&mut self, word: &[u8], output: &mut Vec<u8>) {
        output.resize(output.len() + self.depth, b'>');
        self.column = self.depth;
        if self.depth > 0 || self.spaces > 0 || word.starts_with(b">") || word.starts_with(b"From") {
            output.push(b' ');
            self.column += 1;
        }
    }

    fn end(&mut self, output: &mut Vec<u8>) {
        let signature = self.state == Writing::Within && self.dashes && self.word.is_empty() && self.spaces == 1
            || matches!(self.state, Writing::Start) && self.word == b"--" && self.spaces == 1;
        self.flush(output);
        if matches!(self.state, Writing::Quotes | Writing::Space | Writing::Start) {
            output.resize(output.len() + self.depth, b'>');
        }
        output.extend_from_slice(if signature { b" \r\n" } else { b"\r\n" });
        *self = Encoder::new(self.flowed, self.quotes);
    }
}

impl Transform for Encoder {
    fn push(&mut self, input: &[u8], output: &mut Vec<u8>) {
        for &octet in input {
            let cr = std::mem::replace(&mut self.cr, octet == b'\r');
            if cr && octet != b'\n' {
                self.octet(b'\r', output);
            }
            match octet {
                b'\r' => {}
                b'\n' => self.end(output),
                octet => self.octet(octet, output),
            }
        }
    }

    fn finish(&mut self, output: &mut Vec<u8>) {
        if std::mem::take(&mut self.cr) {
            self.octet(b'\r', output);
        }
        if self.depth > 0 || self.spaces > 0 || !matches!(self.state, Writing::Quotes) {
            self.end(output);
        }
    }
}

#[cfg(test)]
mod tests;
