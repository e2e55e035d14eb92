//! CRLF to LF, as files on a disk have it.

use memchr::memmem;

/// Makes LF of every CRLF, however the input is cut; a CR by itself stays.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Lines {
    /// A CR is withheld, whose LF may come.
    cr: bool,
}

impl Lines {
    /// Appends what `input` becomes.
    pub fn push(&mut self, input: &[u8], output: &mut Vec<u8>) {
        if std::mem::take(&mut self.cr) && !input.starts_with(b"\n") {
            match input.is_empty() {
                true => self.cr = true,
                false => output.push(b'\r'),
            }
        }
        let (whole, cr) = match input.strip_suffix(b"\r") {
            Some(whole) => (whole, true),
            None => (input, self.cr),
        };
        self.cr = cr;
        let mut from = 0;
        for at in memmem::find_iter(whole, b"\r\n") {
            output.extend_from_slice(whole.get(from..at).unwrap_or_default());
            from = at + 1;
        }
        output.extend_from_slice(whole.get(from..).unwrap_or_default());
    }

    /// Appends what was withheld.
    pub fn finish(&mut self, output: &mut Vec<u8>) {
        if std::mem::take(&mut self.cr) {
            output.push(b'\r');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn split_at_every_octet() {
        for (input, wanted) in [
            (&b"a\r\nb\r\n"[..], &b"a\nb\n"[..]),
            (b"a\r\r\n\n\rb\r", b"a\r\n\n\rb\r"),
            (b"\r\n\r\n", b"\n\n"),
            (b"", b""),
        ] {
            for at in 0..=input.len() {
                for to in at..=input.len() {
                    let (mut lines, mut output) = (Lines::default(), Vec::new());
                    for piece in [&input[..at], &input[at..to], &input[to..]] {
                        lines.push(piece, &mut output);
                    }
                    lines.finish(&mut output);
                    assert_eq!(output, wanted, "{input:?} at {at} {to}");
                }
            }
        }
    }
}
