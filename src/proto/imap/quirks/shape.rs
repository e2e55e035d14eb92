//! The shape of the lists in a line: of what kinds of values each consists, whatever they are.

use super::super::frame::Line;
use super::super::token::Reader;

/// The most kinds of a list that are kept.
const KINDS: usize = 16;
/// The most lists that are kept.
const LISTS: usize = 4096;

/// Every list of a line, in the order in which they end, and what is wrong with strings.
#[derive(Debug, Default)]
pub(super) struct Shapes<'a> {
    pub(super) lists: Vec<Shape<'a>>,
    /// Something stands right behind a quoted string.
    pub(super) glued_quote: bool,
    /// Something stands right behind a literal.
    pub(super) glued_literal: bool,
}

/// One list.
#[derive(Clone, Debug, Default)]
pub(super) struct Shape<'a> {
    /// The atom before it.
    pub(super) name: &'a [u8],
    /// The kinds of what stands before it in the list around it.
    pub(super) before: String,
    /// The kinds of its values: a string `S`, NIL `N`, a number `0`, one below zero `-`, one with an exponent `E`, any
    /// other atom `A`, lists, however many side by side, `L`.
    pub(super) kinds: String,
    /// How many values it has.
    pub(super) values: usize,
    /// A blank stands before its end.
    pub(super) trailing_space: bool,
}

impl<'a> Shapes<'a> {
    /// The lists of a line. Linear, and nothing recurses.
    pub(super) fn of(line: &'a Line) -> Shapes<'a> {
        let mut shapes = Shapes::default();
        let mut reader = Reader::new(line);
        let mut open = vec![Shape::default()];
        let mut atom: &'a [u8] = b"";
        while let Some(octet) = reader.peek() {
            let at = reader.at();
            match octet {
                b'(' => {
                    reader.back(at + 1);
                    let before = open.last().map(|list| list.kinds.clone()).unwrap_or_default();
                    open.push(Shape { name: std::mem::take(&mut atom), before, ..Shape::default() });
                }
                b')' => {
                    reader.back(at + 1);
                    shapes.close(&mut open);
                }
                b' ' => {
                    reader.space();
                    let ends = reader.peek() == Some(b')');
                    open.iter_mut().last().into_iter().for_each(|list| list.trailing_space = ends);
                }
                b'"' | b'{' | b'~' if reader.string().is_some() => {
                    let glued = !matches!(reader.peek(), None | Some(b' ' | b')' | b'('));
                    shapes.glued_quote |= glued && octet == b'"';
                    shapes.glued_literal |= glued && octet != b'"';
                    atom = b"";
                    open.iter_mut().last().into_iter().for_each(|list| list.push('S'));
                }
                _ => match reader.atom() {
                    Some(word) => {
                        // A section with its fields is part of the name.
                        if reader.peek() == Some(b'[') && reader.skip().is_none() {
                            break;
                        }
                        atom = word;
                        open.iter_mut().last().into_iter().for_each(|list| list.push(kind(word)));
                    }
                    None => reader.back(at + 1),
                },
            }
        }
        shapes
    }

    fn close(&mut self, open: &mut Vec<Shape<'a>>) {
        if open.len() < 2 {
            return;
        }
        let closed = open.pop().filter(|_| self.lists.len() < LISTS);
        self.lists.extend(closed);
        open.iter_mut().last().into_iter().for_each(|list| list.push('L'));
    }

    /// Whether a value of this kind stands in any list.
    pub(super) fn has(&self, kind: char) -> bool {
        self.lists.iter().any(|list| list.kinds.contains(kind))
    }
}

impl Shape<'_> {
    fn push(&mut self, kind: char) {
        self.values += 1;
        if self.kinds.len() < KINDS && !(kind == 'L' && self.kinds.ends_with('L')) {
            self.kinds.push(kind);
        }
    }

    /// The kind of its value at this place, where no lists stand side by side before it.
    pub(super) fn kind(&self, at: usize) -> Option<char> {
        self.kinds.as_bytes().get(at).copied().map(char::from)
    }
}

fn kind(word: &[u8]) -> char {
    let digits = |text: &[u8]| !text.is_empty() && text.iter().all(u8::is_ascii_digit);
    match word {
        _ if word.eq_ignore_ascii_case(b"NIL") => 'N',
        _ if digits(word) => '0',
        [b'-', rest @ ..] if digits(rest) => '-',
        _ if Reader::is_exponential(word) => 'E',
        _ => 'A',
    }
}
