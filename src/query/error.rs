//! Why a text is no query, with the place in it.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use crate::base::escape::escape_str;

/// So many characters of the text are shown before and behind the place.
const AROUND: usize = 60;

/// What is wrong, and where. Shown, it is the sentence, the text around the place, and carets below it; nothing in it
/// is obeyed by a terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseError {
    /// One sentence for a person, harmless.
    pub message: String,
    /// Which character of the text it is about, from 1.
    pub column: usize,
    /// The text before it, the place, and the text behind it, each shortened and harmless.
    around: [String; 3],
}

impl ParseError {
    /// About these octets of `text`.
    pub(super) fn new(text: &str, place: Range<usize>, message: impl Into<Cow<'static, str>>) -> ParseError {
        let cut = |range: Range<usize>| text.get(range).unwrap_or_default();
        let (before, place, behind) = (cut(0..place.start), cut(place.clone()), cut(place.end..text.len()));
        let column = before.chars().count() + 1;
        let head: String = before.chars().skip(column.saturating_sub(AROUND + 1)).collect();
        let place: String = place.chars().take(AROUND).collect();
        let tail: String = behind.chars().take(AROUND).collect();
        let around = [head, place, tail].map(|text| escape_str(&text).into_owned());
        ParseError { message: escape_str(&message.into()).into_owned(), column, around }
    }
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [before, place, behind] = &self.around;
        let (indent, carets) = (before.chars().count(), place.chars().count().max(1));
        writeln!(f, "{} (column {})", self.message, self.column)?;
        writeln!(f, "  {before}{place}{behind}")?;
        write!(f, "  {}{}", " ".repeat(indent), "^".repeat(carets))
    }
}

impl std::error::Error for ParseError {}
