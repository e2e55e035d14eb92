//! Lines as mail has them on the way or as files have them (RFC 5322 §2.1): a CR that ends no line stays what it is, and
//! so does the line end behind one, of which it would become a part.

use memchr::memchr;

use super::transform::{LineEnd, Transform};

/// Makes every line end the same.
#[derive(Clone, Debug)]
pub struct LineEnds {
    to: LineEnd,
    /// The octet that came last was CR.
    after_cr: bool,
    /// That CR is not written yet: a LF may follow.
    held: bool,
    /// Another one stands before it.
    double: bool,
}

impl LineEnds {
    /// At the beginning of a text.
    pub fn new(to: LineEnd) -> LineEnds {
        LineEnds { to, after_cr: false, held: false, double: false }
    }

    /// Octets pass that stay as they are.
    pub(super) fn pass(&mut self, octets: &[u8], output: &mut Vec<u8>) {
        if octets.is_empty() {
            return;
        }
        self.finish(output);
        output.extend_from_slice(octets);
        self.after_cr = octets.last() == Some(&b'\r');
    }

    /// Octets without LF.
    fn line(&mut self, octets: &[u8], output: &mut Vec<u8>) {
        if octets.is_empty() {
            return;
        }
        self.finish(output);
        self.double = octets.ends_with(b"\r\r") || self.after_cr && octets == b"\r";
        self.after_cr = octets.last() == Some(&b'\r');
        self.held = self.after_cr && self.to == LineEnd::Lf;
        let width = octets.len() - usize::from(self.held);
        output.extend_from_slice(octets.get(..width).unwrap_or_default());
    }
}

impl Transform for LineEnds {
    fn push(&mut self, input: &[u8], output: &mut Vec<u8>) {
        let mut rest = input;
        while let Some(at) = memchr(b'\n', rest) {
            self.line(rest.get(..at).unwrap_or_default(), output);
            if self.to == LineEnd::CrLf && !self.after_cr || self.held && self.double {
                output.push(b'\r');
            }
            output.push(b'\n');
            (self.after_cr, self.held) = (false, false);
            rest = rest.get(at + 1..).unwrap_or_default();
        }
        self.line(rest, output);
    }

    fn finish(&mut self, output: &mut Vec<u8>) {
        if std::mem::take(&mut self.held) {
            output.push(b'\r');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(text: &[u8], to: LineEnd) -> Vec<u8> {
        let cut_at = |at: usize| {
            let (mut ends, mut output) = (LineEnds::new(to), Vec::new());
            ends.push(&text[..at], &mut output);
            ends.push(&text[at..], &mut output);
            ends.finish(&mut output);
            output
        };
        let whole = cut_at(0);
        (1..=text.len()).for_each(|at| assert_eq!(cut_at(at), whole, "cut at {at}"));
        whole
    }

    #[test]
    fn line_ends_change_and_nothing_else() {
        let text = b"a\nb\r\nc\rd\r\r\n\n\r";
        assert_eq!(made(text, LineEnd::CrLf), b"a\r\nb\r\nc\rd\r\r\n\r\n\r");
        assert_eq!(made(text, LineEnd::Lf), b"a\nb\nc\rd\r\r\n\n\r");
        assert_eq!(made(b"", LineEnd::Lf), b"");
    }
}
