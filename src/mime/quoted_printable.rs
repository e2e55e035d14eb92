//! quoted-printable (RFC 2045 §6.7), with what RFC 2049 §3 adds for gateways.

use super::transform::Transform;

/// The longest line, without its CRLF (RFC 2045 §6.7 rule 5).
const LONGEST: usize = 76;
/// At the beginning of a line a mailbox would take it for the next letter (RFC 4155).
const FROM: &[u8] = b"From ";
const HEX: &[u8; 16] = b"0123456789ABCDEF";

/// Encodes text: CR, LF and CRLF are line ends and become CRLF, the last line is ended. No line is longer than 76.
///
/// `From ` at the beginning of a line is written `=46rom `, a line that is only `.` as `=2E`.
#[derive(Clone, Debug, Default)]
pub struct Encoder {
    /// Characters of the line written so far.
    column: usize,
    /// The octet that came last: how it is written depends on the next.
    held: Option<u8>,
    /// So many octets of `From ` are the line so far; they are not written yet, and `held` is empty.
    from: usize,
    after_cr: bool,
}

impl Encoder {
    /// An encoder for text, at its beginning.
    pub fn text() -> Self {
        Self::default()
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
                b'\n' if after_cr => {}
                b'\r' | b'\n' => self.end_line(output),
                _ => {
                    self.put(octet, output);
                    rest = self.run(rest, output);
                }
            }
        }
    }

    fn finish(&mut self, output: &mut Vec<u8>) {
        if self.column > 0 || self.held.is_some() || self.from > 0 {
            self.end_line(output);
        }
        *self = Self::default();
    }
}

impl Encoder {
    /// Writes at once what of the rest is written as it is and has its place on this line.
    fn run<'a>(&mut self, rest: &'a [u8], output: &mut Vec<u8>) -> &'a [u8] {
        let Some(held) = self.held.filter(|held| self.column > 0 && is_plain(*held)) else { return rest };
        let room = (LONGEST - 1).saturating_sub(self.column);
        let plain = rest.iter().take(room).take_while(|octet| is_plain(**octet)).count();
        // The last of the run is held in turn.
        let Some((&last, run)) = rest.get(..plain).and_then(<[u8]>::split_last) else { return rest };
        output.push(held);
        output.extend_from_slice(run);
        self.column += plain;
        self.held = Some(last);
        rest.get(plain..).unwrap_or(b"")
    }

    /// Takes an octet that is no line end.
    fn put(&mut self, octet: u8, output: &mut Vec<u8>) {
        if self.column == 0 && self.held.is_none() && FROM.get(self.from) == Some(&octet) {
            self.from += 1;
            if self.from == FROM.len() {
                output.extend_from_slice(b"=46rom");
                *self = Self { column: 6, held: Some(b' '), ..Self::default() };
            }
            return;
        }
        self.not_from(output);
        self.release(output);
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
    fn release(&mut self, output: &mut Vec<u8>) {
        let Some(octet) = self.held.take() else { return };
        let plain = is_plain(octet);
        if self.column + width(plain) > LONGEST - 1 {
            self.soft_break(output);
            if octet == b'F' {
                self.from = 1;
                return;
            }
        }
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
        output.extend_from_slice(b"\r\n");
        self.column = 0;
    }

    fn soft_break(&mut self, output: &mut Vec<u8>) {
        output.extend_from_slice(b"=\r\n");
        self.column = 0;
    }

    fn write(&mut self, octet: u8, plain: bool, output: &mut Vec<u8>) {
        let digit = |value: u8| HEX.get(usize::from(value)).copied().unwrap_or(b'0');
        match plain {
            true => output.push(octet),
            false => output.extend_from_slice(&[b'=', digit(octet >> 4), digit(octet & 15)]),
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

#[cfg(test)]
mod tests {
    use super::super::canonical::Canonical;
    use super::*;
    use ::quoted_printable::{ParseMode, decode};
    use proptest::prelude::*;

    fn through(mut transform: impl Transform, pieces: &[&[u8]]) -> Vec<u8> {
        let mut output = Vec::new();
        pieces.iter().for_each(|piece| transform.push(piece, &mut output));
        transform.finish(&mut output);
        output
    }

    fn encode(octets: impl AsRef<[u8]>) -> String {
        String::from_utf8(through(Encoder::text(), &[octets.as_ref()])).unwrap()
    }

    /// RFC 2045 §6.7.
    #[test]
    fn known_answers() {
        assert_eq!(encode(""), "");
        assert_eq!(encode("\u{e9}=\t x"), "=C3=A9=3D\t x\r\n");
        assert_eq!(encode("a \nb\t\rc\0\x7f\r\n\n"), "a=20\r\nb=09\r\nc=00=7F\r\n\r\n");
        let text = "Now's the time for all folk to come to the aid of their country. And so it goes on";
        let wanted = "Now's the time for all folk to come to the aid of their country. And so it =\r\ngoes on\r\n";
        assert_eq!(encode(text), wanted);
    }

    #[test]
    fn lines_fill_76_columns() {
        assert_eq!(encode("a".repeat(76)), format!("{}\r\n", "a".repeat(76)));
        assert_eq!(encode("a".repeat(77)), format!("{}=\r\naa\r\n", "a".repeat(75)));
        assert_eq!(encode("a".repeat(75) + " "), format!("{}=\r\n=20\r\n", "a".repeat(75)));
        assert_eq!(encode("a".repeat(73) + "="), format!("{}=3D\r\n", "a".repeat(73)));
        assert_eq!(encode("a".repeat(73) + "=b"), format!("{}=\r\n=3Db\r\n", "a".repeat(73)));
    }

    #[test]
    fn dots_and_from_at_the_beginning_of_a_line() {
        assert_eq!(encode("."), "=2E\r\n");
        assert_eq!(encode("\n.\n..\n.a"), "\r\n=2E\r\n..\r\n.a\r\n");
        assert_eq!(encode("From me\nFrom \nFrom\nFro\nFred\nFFrom x"), {
            "=46rom me\r\n=46rom=20\r\nFrom\r\nFro\r\nFred\r\nFFrom x\r\n"
        });
        let long = "a".repeat(75);
        assert_eq!(encode(format!("{long}From x")), format!("{long}=\r\n=46rom x\r\n"));
        assert_eq!(encode(format!("{long}Frog")), format!("{long}=\r\nFrog\r\n"));
        assert_eq!(encode(format!("{long}FF")), format!("{long}=\r\nFF\r\n"));
    }

    fn octets() -> impl Strategy<Value = Vec<u8>> {
        let piece = prop_oneof![
            Just(b"From ".to_vec()),
            Just(b"F".to_vec()),
            Just(b".".to_vec()),
            Just(b"\r\n".to_vec()),
            Just(b"\r".to_vec()),
            Just(b"\n".to_vec()),
            Just(b" ".to_vec()),
            proptest::collection::vec(b'a'..=b'z', 60..80),
            proptest::collection::vec(any::<u8>(), 0..9),
        ];
        proptest::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn what_is_encoded_is_read_back(octets in octets()) {
            let encoded = encode(&octets);
            prop_assert_eq!(decode(&encoded, ParseMode::Strict).unwrap(), through(Canonical::new(), &[&octets]));
            for line in encoded.split_terminator("\r\n") {
                prop_assert!(line.len() <= 76 && line != "." && !line.starts_with("From "), "{line:?}");
                prop_assert!(!line.ends_with([' ', '\t']) && !line.contains(['\r', '\n']), "{line:?}");
            }
            for at in 0..=octets.len() {
                let (head, tail) = octets.split_at(at);
                prop_assert_eq!(through(Encoder::text(), &[head, tail]), encoded.as_bytes());
            }
        }
    }
}
