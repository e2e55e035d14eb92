//! mboxrd's quotes: one more `>` before each line that is any number of `>` before `From `.

use memchr::memchr;

use super::FROM;
use crate::mime::transform::Transform;

/// Puts a `>` before each line that would be taken for the beginning of a letter, or that has such quotes already. Lines
/// end in LF.
#[derive(Clone, Copy, Debug)]
pub struct Quote {
    place: Place,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// So many octets of `From ` are withheld; only `>` stood before them.
    Start(usize),
    Line,
}

impl Quote {
    /// At the beginning of a letter.
    pub fn new() -> Self {
        Self { place: Place::Start(0) }
    }
}

impl Default for Quote {
    fn default() -> Self {
        Self::new()
    }
}

impl Transform for Quote {
    fn push(&mut self, input: &[u8], output: &mut Vec<u8>) {
        let mut rest = input;
        while let Some((first, behind)) = rest.split_first() {
            match self.place {
                Place::Line => {
                    let end = memchr(b'\n', rest).map(|at| at + 1);
                    let (line, next) = rest.split_at_checked(end.unwrap_or(rest.len())).unwrap_or((rest, b""));
                    output.extend_from_slice(line);
                    rest = next;
                    if end.is_some() {
                        self.place = Place::Start(0);
                    }
                }
                Place::Start(0) if *first == b'>' => {
                    output.push(b'>');
                    rest = behind;
                }
                Place::Start(from) if FROM.get(from) == Some(first) => {
                    rest = behind;
                    self.place = Place::Start(from + 1);
                    if from + 1 == FROM.len() {
                        output.push(b'>');
                        output.extend_from_slice(FROM);
                        self.place = Place::Line;
                    }
                }
                Place::Start(from) => {
                    output.extend_from_slice(FROM.get(..from).unwrap_or(FROM));
                    self.place = Place::Line;
                }
            }
        }
    }

    fn finish(&mut self, output: &mut Vec<u8>) {
        if let Place::Start(from) = std::mem::replace(&mut self.place, Place::Start(0)) {
            output.extend_from_slice(FROM.get(..from).unwrap_or(FROM));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Unquote;
    use super::*;
    use proptest::prelude::*;

    fn through(mut transform: impl Transform, pieces: &[&[u8]]) -> Vec<u8> {
        let mut output = Vec::new();
        pieces.iter().for_each(|piece| transform.push(piece, &mut output));
        transform.finish(&mut output);
        output
    }

    #[test]
    fn split_at_every_octet() {
        for (plain, quoted) in [
            (
                &b"From a\n>From b\n>>>From c\nFromm\n From d\n\nFrom"[..],
                &b">From a\n>>From b\n>>>>From c\nFromm\n From d\n\nFrom"[..],
            ),
            (b"x From a\nFr\nFrom ", b"x From a\nFr\n>From "),
            (b">", b">"),
            (b"", b""),
        ] {
            for at in 0..=plain.len() {
                assert_eq!(through(Quote::new(), &[&plain[..at], &plain[at..]]), quoted, "{at}");
            }
        }
    }

    proptest! {
        #[test]
        fn what_is_quoted_is_unquoted(text in "(>{0,2}|x)((From |From|F|>)[a\n]?\n?){0,9}") {
            let quoted = through(Quote::new(), &[text.as_bytes()]);
            prop_assert!(!quoted.split(|octet| *octet == b'\n').any(|line| line.starts_with(FROM)));
            prop_assert_eq!(through(Unquote::new(), &[&quoted]), text.as_bytes());
        }
    }
}
