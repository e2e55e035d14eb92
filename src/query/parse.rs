//! Text becomes a query. The grammar stands in [`super`].

use std::ops::Range;

use super::error::ParseError;
use super::keys::{self, Build, Value};
use super::term::Query;
use crate::proto::quoted_str;

/// The longest text of a query, in octets.
pub const LONGEST: usize = 64 * 1024;
/// How deep groups may be.
pub const DEEPEST: usize = 100;
/// Negates what stands directly behind it, as a hyphen does.
const NOT: &str = "not:";

/// Reads a query; one without a word is `all`. Fails with the place that cannot be read and what should stand there.
pub fn parse(text: &str) -> Result<Query, ParseError> {
    if text.len() > LONGEST {
        return Err(ParseError::new(text, LONGEST..LONGEST, "a query has at most 64 KiB"));
    }
    if let Some(at) = text.find('\0') {
        return Err(ParseError::new(text, at..at + 1, "no message can be searched for a NUL"));
    }
    let mut parser = Parser { text, at: 0, depth: 0 };
    parser.blanks();
    if parser.rest().is_empty() {
        return Ok(Query::All);
    }
    let query = parser.alternatives(None)?;
    match parser.rest().is_empty() {
        true => Ok(query),
        false => Err(parser.error(parser.at..parser.at + 1, "this ) closes nothing")),
    }
}

/// Reads a query from words of a command line, whose shell has taken quotes away: one that begins with a key, perhaps
/// behind a `-`, and has blanks in its value is one condition (`subject:two words`), unless the value shows that it is
/// more: by a quote, slash or parenthesis at its beginning, by a later word with a key, or by OR, AND or NOT. All other
/// words are pieces of a query, joined by blanks.
pub fn parse_words(words: &[String]) -> Result<Query, ParseError> {
    parse(&words.iter().map(|word| whole(word)).collect::<Vec<_>>().join(" "))
}

/// The word, its value in quotes if it is one of several words.
fn whole(word: &str) -> String {
    let behind = unsigned(word);
    let Some((key, value)) = behind.split_once(':').filter(|(key, _)| keys::key(key).is_some()) else {
        return word.to_owned();
    };
    let query = |later: &str| {
        let later = unsigned(later).trim_start_matches('(');
        let has_key = later.split_once(':').is_some_and(|(key, value)| keys::key(key).is_some() && !value.is_empty());
        has_key || matches!(later, "OR" | "AND" | "NOT")
    };
    let one = !value.starts_with(['"', '\'', '/', '(']) && value.contains(char::is_whitespace);
    if !one || value.split_whitespace().skip(1).any(query) || value.trim().is_empty() {
        return word.to_owned();
    }
    let signs = word.split_at_checked(word.len() - behind.len()).map_or("", |(signs, _)| signs);
    format!("{signs}{key}:{}", quoted_str(value))
}

/// What stands behind the signs that negate it.
fn unsigned(word: &str) -> &str {
    let mut rest = word;
    while let Some(behind) = sign(rest) {
        rest = behind;
    }
    rest
}

/// What stands behind `-` or `not:`.
fn sign(text: &str) -> Option<&str> {
    let not = text.split_at_checked(NOT.len()).filter(|(word, _)| word.eq_ignore_ascii_case(NOT));
    text.strip_prefix('-').or(not.map(|(_, behind)| behind))
}

struct Parser<'a> {
    text: &'a str,
    /// The octet that comes next.
    at: usize,
    /// Groups that are open: recursion is as deep as these.
    depth: usize,
}

/// The key before a group, which all words in it are about: `from:(alice OR bob)`.
type Of<'a> = Option<(&'a str, Build)>;

impl<'a> Parser<'a> {
    /// `query = conjunction *("OR" conjunction)`
    fn alternatives(&mut self, of: Of<'a>) -> Result<Query, ParseError> {
        let mut any = vec![self.conjunction(of)?];
        while self.operator("OR") {
            any.push(self.conjunction(of)?);
        }
        Ok(Query::or(any))
    }

    /// `conjunction = negation *(["AND"] negation)`
    fn conjunction(&mut self, of: Of<'a>) -> Result<Query, ParseError> {
        let mut all = vec![self.negation(of)?];
        loop {
            let joined = self.operator("AND");
            let over = self.rest().is_empty() || self.rest().starts_with(')') || self.sees("OR");
            if over && !joined {
                return Ok(Query::and(all));
            }
            all.push(self.negation(of)?);
        }
    }

    /// `negation = *("-" / "NOT" / "not:") primary`
    fn negation(&mut self, of: Of<'a>) -> Result<Query, ParseError> {
        let mut negated = false;
        loop {
            match sign(self.rest()) {
                Some(behind) => self.at = self.text.len() - behind.len(),
                None if self.operator("NOT") => {}
                None => break,
            }
            negated = !negated;
        }
        let primary = self.primary(of)?;
        Ok(if negated { Query::negated(primary) } else { primary })
    }

    /// `primary = group / key ":" (value / group) / phrase / word`
    fn primary(&mut self, of: Of<'a>) -> Result<Query, ParseError> {
        let start = self.at;
        match self.rest().chars().next() {
            Some('(') => return self.group(of),
            None | Some(')') => return Err(self.error(start..start + 1, "a condition is missing here")),
            Some(c) if c.is_whitespace() => return Err(self.error(start..start + 1, "a condition is missing here")),
            _ => {}
        }
        if let Some(name) = self.key_name() {
            return self.keyed(name, start, of);
        }
        if let Some((_, build)) = of {
            let value = self.value()?;
            let place = start..self.at;
            self.end_of_word()?;
            return build(value).map_err(|why| self.error(place, why));
        }
        let quote = self.rest().chars().next().filter(|c| matches!(c, '"' | '\''));
        let word = match quote {
            Some(quote) => self.quoted(quote)?,
            None => self.word().to_owned(),
        };
        let place = start..self.at;
        self.end_of_word()?;
        if quote.is_none() {
            if matches!(word.as_str(), "OR" | "AND") {
                let message = format!("something must stand before {word}; in quotes it is a word");
                return Err(self.error(place, message));
            }
            if let Some(query) = keys::word(&word) {
                return Ok(query);
            }
        }
        keys::text(word).map_err(|why| self.error(place, why))
    }

    /// What stands behind a name and its colon.
    fn keyed(&mut self, name: &'a str, start: usize, of: Of<'a>) -> Result<Query, ParseError> {
        let place = start..start + name.len();
        let Some(build) = keys::key(name) else {
            let meant = keys::suggestion(name).map_or_else(String::new, |key| format!("; did you mean {key}:?"));
            let message = format!("there is no key {name}:{meant} (in quotes it is text: \"{name}:…\")");
            return Err(self.error(place, message));
        };
        if let Some((around, _)) = of {
            return Err(
                self.error(place, format!("all in these parentheses is about {around}:; no other key can stand there"))
            );
        }
        self.at += name.len() + 1;
        if self.rest().starts_with('(') {
            return self.group(Some((name, build)));
        }
        let from = self.at;
        let value = self.value()?;
        let place = from..self.at;
        self.end_of_word()?;
        build(value).map_err(|why| self.error(if place.is_empty() { start..from } else { place }, why))
    }

    /// `group = "(" query ")"`
    fn group(&mut self, of: Of<'a>) -> Result<Query, ParseError> {
        let start = self.at;
        if self.depth == DEEPEST {
            return Err(self.error(start..start + 1, "groups can be 100 deep"));
        }
        self.depth += 1;
        self.at += 1;
        self.blanks();
        let query = self.alternatives(of)?;
        if !self.rest().starts_with(')') {
            return Err(self.error(start..start + 1, "this ( is not closed"));
        }
        self.depth -= 1;
        self.at += 1;
        self.end_of_word()?;
        Ok(query)
    }

    /// `value = phrase / expression / [word]`
    fn value(&mut self) -> Result<Value, ParseError> {
        match self.rest().chars().next() {
            Some(quote @ ('"' | '\'')) => self.quoted(quote).map(Value::Text),
            Some('/') => self.expression().map(Value::Regex),
            _ => Ok(Value::Text(self.word().to_owned())),
        }
    }

    /// `phrase`, in either quotes; a backslash takes the meaning of what stands behind it.
    fn quoted(&mut self, quote: char) -> Result<String, ParseError> {
        let (start, mut text) = (self.at, String::new());
        let mut chars = self.rest().char_indices().skip(1);
        while let Some((n, c)) = chars.next() {
            match c {
                '\\' => text.extend(chars.next().map(|(_, c)| c)),
                c if c == quote => {
                    self.at = start + n + 1;
                    return Ok(text);
                }
                c => text.push(c),
            }
        }
        Err(self.error(start..start + 1, "this quote is not closed"))
    }

    /// `expression`: up to a slash that no backslash stands before.
    fn expression(&mut self) -> Result<String, ParseError> {
        let (start, mut text) = (self.at, String::new());
        let mut chars = self.rest().char_indices().skip(1);
        while let Some((n, c)) = chars.next() {
            match c {
                '\\' => match chars.next() {
                    Some((_, '/')) => text.push('/'),
                    next => text.extend(std::iter::once('\\').chain(next.map(|(_, c)| c))),
                },
                '/' => {
                    self.at = start + n + 1;
                    return Ok(text);
                }
                c => text.push(c),
            }
        }
        Err(self.error(start..start + 1, "this expression has no / at its end; in quotes it is a text"))
    }

    /// `word`: up to a blank or a parenthesis.
    fn word(&mut self) -> &'a str {
        let rest = self.rest();
        let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '(' | ')')).unwrap_or(rest.len());
        self.at += end;
        rest.get(..end).unwrap_or_default()
    }

    /// The name before a colon, if that is what stands here: letters, hyphens and underscores.
    fn key_name(&self) -> Option<&'a str> {
        let rest = self.rest();
        let end = rest.find(|c: char| !c.is_ascii_alphabetic() && !matches!(c, '-' | '_'))?;
        let (name, behind) = rest.split_at_checked(end)?;
        (!name.is_empty() && behind.starts_with(':')).then_some(name)
    }

    /// Takes an operator, which stands by itself and in capitals.
    fn operator(&mut self, word: &str) -> bool {
        let there = self.sees(word);
        if there {
            self.at += word.len();
            self.blanks();
        }
        there
    }

    fn sees(&self, word: &str) -> bool {
        let behind = self.rest().strip_prefix(word).map(|behind| behind.chars().next());
        behind.is_some_and(|next| next.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | ')')))
    }

    /// Behind a word stands a blank, a parenthesis that closes, or nothing.
    fn end_of_word(&mut self) -> Result<(), ParseError> {
        let start = self.at;
        self.blanks();
        match self.rest().chars().next() {
            Some(c) if c != ')' && self.at == start => {
                let why = if c == '(' {
                    "a blank must stand before this; in quotes it is text"
                } else {
                    "a blank must stand before this"
                };
                Err(self.error(start..start + c.len_utf8(), why))
            }
            _ => Ok(()),
        }
    }

    fn blanks(&mut self) {
        self.at = self.text.len() - self.rest().trim_start().len();
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn error(&self, place: Range<usize>, message: impl Into<std::borrow::Cow<'static, str>>) -> ParseError {
        ParseError::new(self.text, place.start..place.end.min(self.text.len()), message)
    }
}
