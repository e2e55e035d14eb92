//! The lexical tokens of structured header fields (RFC 5322 §3.2), each with its offset. Comments may nest, without
//! recursion; folds are blanks.

use super::Error;

/// A lexical token with its place.
#[derive(Debug)]
pub(super) struct Lexeme<'a> {
    /// In octets from the start of the text.
    pub(super) offset: usize,
    /// True if a blank stands before it.
    pub(super) spaced: bool,
    pub(super) token: Token<'a>,
}

#[derive(Debug)]
pub(super) enum Token<'a> {
    /// Atoms with the dots between them, or a `domain-literal`.
    Atom(&'a str),
    /// A `quoted-string` as written and as meant.
    Quoted { raw: &'a str, text: String },
    /// What a `comment` says, without its outer parentheses.
    Comment(String),
    /// One of the `specials`.
    Special(char),
    /// The text is over.
    End,
}

pub(super) struct Lexer<'a> {
    length: usize,
    rest: &'a str,
    spaced: bool,
}

impl<'a> Lexer<'a> {
    pub(super) fn new(text: &'a str) -> Lexer<'a> {
        Lexer { length: text.len(), rest: text, spaced: false }
    }

    /// The next token that is no comment.
    pub(super) fn next_solid(&mut self) -> Result<Lexeme<'a>, Error> {
        loop {
            let lexeme = self.next()?;
            if !matches!(lexeme.token, Token::Comment(_)) {
                return Ok(lexeme);
            }
        }
    }

    /// The next token; behind the last one, [`Token::End`] for ever.
    pub(super) fn next(&mut self) -> Result<Lexeme<'a>, Error> {
        self.skip_blanks();
        let offset = self.offset();
        let Some(first) = self.rest.chars().next() else { return Ok(self.lexeme(offset, Token::End)) };
        let token = match first {
            '"' => self.quoted(offset)?,
            '(' => Token::Comment(self.comment(offset)?),
            '[' => Token::Atom(self.literal(offset)?),
            c if c.is_control() => return Err(Error::Expected { offset, expected: "no control character" }),
            c if is_special(c) => {
                self.take(c.len_utf8());
                Token::Special(c)
            }
            _ => {
                let end = self.rest.find(|c: char| c == ' ' || c.is_control() || is_special(c));
                Token::Atom(self.take(end.unwrap_or(self.rest.len())))
            }
        };
        Ok(self.lexeme(offset, token))
    }

    fn lexeme(&mut self, offset: usize, token: Token<'a>) -> Lexeme<'a> {
        let spaced = std::mem::replace(&mut self.spaced, matches!(token, Token::Comment(_)));
        Lexeme { offset, spaced, token }
    }

    fn offset(&self) -> usize {
        self.length - self.rest.len()
    }

    fn take(&mut self, octets: usize) -> &'a str {
        let (head, tail) = self.rest.split_at_checked(octets).unwrap_or((self.rest, ""));
        self.rest = tail;
        head
    }

    /// `FWS`: blanks, and line ends with a blank behind them.
    fn skip_blanks(&mut self) {
        let mut rest = self.rest;
        loop {
            let line_end = rest.strip_prefix("\r\n").or(rest.strip_prefix('\n'));
            rest = match line_end.filter(|next| next.starts_with([' ', '\t'])) {
                Some(next) => next,
                None => match rest.strip_prefix([' ', '\t']) {
                    Some(next) => next,
                    None => break,
                },
            };
        }
        self.spaced |= rest.len() < self.rest.len();
        self.rest = rest;
    }

    fn quoted(&mut self, offset: usize) -> Result<Token<'a>, Error> {
        let mut text = String::new();
        let start = self.rest;
        self.take(1);
        loop {
            match self.quoted_char("a \" that ends the quoted text", offset)? {
                (false, '"') => break,
                (_, c) => text.push(c),
            }
        }
        let raw = start.split_at_checked(start.len() - self.rest.len()).map_or("", |(raw, _)| raw);
        Ok(Token::Quoted { raw, text })
    }

    fn comment(&mut self, offset: usize) -> Result<String, Error> {
        let mut text = String::new();
        let mut depth = 1_usize;
        self.take(1);
        loop {
            let (escaped, c) = self.quoted_char("a ) that ends the comment", offset)?;
            match c {
                '(' if !escaped => depth += 1,
                ')' if !escaped => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return Ok(text);
            }
            text.push(c);
        }
    }

    /// One character of a quoted string or comment, and whether a backslash stood before it. Folds are passed over.
    fn quoted_char(&mut self, end: &'static str, start: usize) -> Result<(bool, char), Error> {
        let offset = self.offset();
        let mut chars = self.rest.chars();
        let mut c = chars.next();
        if matches!(c, Some('\r' | '\n')) {
            self.skip_fold();
            chars = self.rest.chars();
            c = chars.next();
        }
        let escaped = c == Some('\\');
        if escaped {
            c = chars.next();
        }
        self.rest = chars.as_str();
        match c {
            None => Err(Error::Expected { offset: start, expected: end }),
            Some(c) if c.is_control() && c != '\t' => Err(Error::Expected { offset, expected: "no control character" }),
            Some(c) => Ok((escaped, c)),
        }
    }

    fn skip_fold(&mut self) {
        let next = self.rest.strip_prefix("\r\n").or(self.rest.strip_prefix('\n'));
        if let Some(next) = next.filter(|next| next.starts_with([' ', '\t'])) {
            self.rest = next;
        }
    }

    /// `domain-literal`, with its brackets.
    fn literal(&mut self, offset: usize) -> Result<&'a str, Error> {
        match self.rest.find(']') {
            Some(end) => Ok(self.take(end + 1)),
            None => Err(Error::Expected { offset, expected: "a ] that ends the address literal" }),
        }
    }
}

/// `specials` of RFC 5322 §3.2.3 without the dot, which names and addresses hold.
fn is_special(c: char) -> bool {
    "()<>[]:;@\\,\"".contains(c)
}
