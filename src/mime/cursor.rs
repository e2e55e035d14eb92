//! A place in the octets of a structured field (RFC 5322 §3.2), moved forward only: every reader takes linear time.

/// What is read and how far.
#[derive(Clone, Debug)]
pub(super) struct Cursor<'a> {
    input: &'a [u8],
    at: usize,
    /// False once a comment was found that does not end: from there on a `(` is an octet like others.
    comments: bool,
    /// The same for quoted strings.
    quotes: bool,
}

/// A `quoted-string` as it is meant (RFC 5322 §3.2.4).
#[derive(Debug)]
pub(super) struct Quoted {
    /// The octets between the quotes, folds undone.
    pub(super) value: Vec<u8>,
    /// Where a backslash stands before something that needs none, and was kept.
    pub(super) backslash: Option<usize>,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(input: &'a [u8]) -> Cursor<'a> {
        Cursor { input, at: 0, comments: true, quotes: true }
    }

    /// Octets from the start.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    pub(super) fn rest(&self) -> &'a [u8] {
        self.input.get(self.at..).unwrap_or_default()
    }

    /// The octets from `start` to here.
    pub(super) fn since(&self, start: usize) -> &'a [u8] {
        self.input.get(start..self.at).unwrap_or_default()
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.input.get(self.at).copied()
    }

    /// The octet before this place.
    pub(super) fn before(&self) -> Option<u8> {
        self.input.get(self.at.checked_sub(1)?).copied()
    }

    pub(super) fn bump(&mut self, octets: usize) {
        self.at = self.input.len().min(self.at.saturating_add(octets));
    }

    pub(super) fn eat(&mut self, octet: u8) -> bool {
        let there = self.peek() == Some(octet);
        self.at += usize::from(there);
        there
    }

    pub(super) fn take_while(&mut self, wanted: impl Fn(u8) -> bool) -> &'a [u8] {
        let rest = self.rest();
        let length = rest.iter().position(|&octet| !wanted(octet)).unwrap_or(rest.len());
        self.at += length;
        rest.get(..length).unwrap_or_default()
    }

    pub(super) fn skip_blanks(&mut self) {
        self.take_while(is_blank);
    }

    /// `CFWS`: blanks, folds and comments (RFC 5322 §3.2.2). A comment without an end is not skipped.
    pub(super) fn skip_cfws(&mut self) {
        loop {
            self.skip_blanks();
            if self.comment().is_none() {
                return;
            }
        }
    }

    /// `comment`, if a whole one stands here: what is between its parentheses. Comments nest, without recursion.
    pub(super) fn comment(&mut self) -> Option<&'a [u8]> {
        if !self.comments || self.peek() != Some(b'(') {
            return None;
        }
        let rest = self.rest();
        let (mut depth, mut escaped) = (0_usize, false);
        for (at, &octet) in rest.iter().enumerate() {
            match octet {
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'(' => depth += 1,
                b')' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                self.at += at + 1;
                return rest.get(1..at);
            }
        }
        self.comments = false;
        None
    }

    /// True where a comment begins that does not end.
    pub(super) fn at_open_comment(&self) -> bool {
        !self.comments && self.peek() == Some(b'(')
    }

    /// `quoted-string`, if a whole one stands here. A backslash is taken off before `"` and `\`; before anything else
    /// it is kept with `keep`, since those who write it there mean the path of a file.
    pub(super) fn quoted(&mut self, keep: bool) -> Option<Quoted> {
        if !self.quotes || self.peek() != Some(b'"') {
            return None;
        }
        let start = self.at + 1;
        let mut quoted = Quoted { value: Vec::new(), backslash: None };
        let mut octets = self.input.iter().enumerate().skip(start).peekable();
        while let Some((at, &octet)) = octets.next() {
            let next = octets.peek().map(|(_, next)| **next);
            match (octet, next) {
                (b'"', _) => {
                    self.at = at + 1;
                    return Some(quoted);
                }
                (b'\\', Some(next)) if !keep || matches!(next, b'"' | b'\\') => {
                    octets.next();
                    quoted.value.push(next);
                }
                (b'\\', _) => {
                    quoted.backslash.get_or_insert(at);
                    quoted.value.push(octet);
                }
                (b'\r', Some(b'\n')) | (b'\n', Some(b' ' | b'\t')) => {}
                (octet, _) => quoted.value.push(octet),
            }
        }
        self.quotes = false;
        None
    }
}

/// White space between tokens; a line end within a field is part of a fold.
pub(super) fn is_blank(octet: u8) -> bool {
    matches!(octet, b' ' | b'\t' | b'\r' | b'\n')
}

/// Without blanks at the end.
pub(super) fn trim_end(octets: &[u8]) -> &[u8] {
    let length = octets.iter().rposition(|&octet| !is_blank(octet)).map_or(0, |last| last + 1);
    octets.get(..length).unwrap_or_default()
}
