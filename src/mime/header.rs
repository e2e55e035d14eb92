//! Header fields and their folding (RFC 5322 §2.1.1, §2.2; RFC 6532 §3 for UTF-8 in them).

use super::charset::{Charset, Unmappable};
use super::encoded_word::{self, Context, looks_encoded};

/// The column that folding aims at (RFC 5322 §2.1.1).
pub const WANTED_LINE: usize = 78;
/// The most octets of a line without its end (RFC 5322 §2.1.1).
pub const MAX_LINE: usize = 998;

/// The longest name, so that it leaves room on its line.
const MAX_NAME: usize = 76;
/// The longest stretch without a place to fold.
const MAX_UNFOLDABLE: usize = 900;

/// One header field: a name and an unfolded value. The value is what stands on the wire if it is ASCII; other
/// characters are encoded when the field is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    name: String,
    value: String,
}

/// Why something is not a header field.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FieldError {
    /// There is no colon.
    #[error("a header field has the form Name: value; there is no colon")]
    NoColon,
    /// Nothing stands before the colon.
    #[error("the header field has no name")]
    NoName,
    /// More than 76 octets before the colon.
    #[error("the name of the header field is too long (76 octets)")]
    LongName,
    /// A character that is not in `ftext`, as a blank before the colon.
    #[error("{0:?} cannot stand in the name of a header field")]
    Name(char),
    /// A control character in the value: a line end would begin another field.
    #[error("the control character {0:?} cannot stand in a header field")]
    Control(char),
    /// A stretch of more than 900 octets that cannot be folded.
    #[error("the header field has more than 900 octets without a blank to fold at")]
    Unfoldable,
}

impl Field {
    /// A field of this name and value. Blanks around the value are dropped.
    pub fn new(name: &str, value: &str) -> Result<Field, FieldError> {
        check_name(name)?;
        check_text(value)?;
        let value = value.trim_matches(is_blank);
        if segments(value).any(|(blank, word)| blank.len() + word.len() > MAX_UNFOLDABLE) {
            return Err(FieldError::Unfoldable);
        }
        Ok(Field { name: name.to_owned(), value: value.to_owned() })
    }

    /// `field = field-name ":" unstructured` (RFC 5322 §2.2), unfolded and without its line end.
    pub fn parse(line: &str) -> Result<Field, FieldError> {
        let (name, value) = line.split_once(':').ok_or(FieldError::NoColon)?;
        Field::new(name, value)
    }

    /// `field-name`, as it was written.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The value, unfolded, without blanks around it.
    pub fn value(&self) -> &str {
        &self.value
    }

    /// True if the field has this name, whatever its case.
    pub fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }
}

/// Fails at a control character other than tab: none may stand in the value of a field.
pub fn check_text(text: &str) -> Result<(), FieldError> {
    match text.chars().find(|&c| c.is_control() && c != '\t') {
        Some(c) => Err(FieldError::Control(c)),
        None => Ok(()),
    }
}

/// Folds a value at its blanks, which stay, for a line that already holds `column` octets: lines of at most
/// [`WANTED_LINE`] octets where there is a blank to fold at.
pub fn fold(value: &str, column: usize) -> String {
    let mut out = String::with_capacity(value.len() + value.len() / 32);
    let mut column = column;
    for (blank, word) in segments(value) {
        if !blank.is_empty() && !word.is_empty() && column + blank.len() + word.len() > WANTED_LINE {
            out.push_str("\r\n");
            column = 0;
        }
        out.extend([blank, word]);
        column += blank.len() + word.len();
    }
    out
}

/// Unstructured text for a line that already holds `column` octets: raw if it is ASCII or if `utf8` says that the
/// header may hold UTF-8 (RFC 6532 §3.1), otherwise with encoded words. Fails at a character that the charset lacks.
pub fn unstructured(text: &str, column: usize, charset: Charset, utf8: bool) -> Result<String, Unmappable> {
    match utf8 && !text.is_ascii() && stands_raw(text) {
        true => Ok(fold(text, column)),
        false => encoded_word::encode(text, column, charset, Context::Unstructured),
    }
}

/// The octets in the last line once `text` stands behind `column` octets.
pub(super) fn column_after(column: usize, text: &str) -> usize {
    match text.rsplit_once('\n') {
        Some((_, last)) => last.len(),
        None => column + text.len(),
    }
}

/// True if a reader of raw text gets the same back: nothing to decode, no blank at an end, every word foldable.
fn stands_raw(text: &str) -> bool {
    let foldable = segments(text).all(|(blank, word)| blank.len() + word.len() <= MAX_UNFOLDABLE);
    foldable && !looks_encoded(text) && check_text(text).is_ok() && text.trim_matches(is_blank) == text
}

/// `field-name = 1*ftext`.
fn check_name(name: &str) -> Result<(), FieldError> {
    if name.is_empty() {
        return Err(FieldError::NoName);
    }
    if name.len() > MAX_NAME {
        return Err(FieldError::LongName);
    }
    match name.chars().find(|&c| !c.is_ascii_graphic() || c == ':') {
        Some(c) => Err(FieldError::Name(c)),
        None => Ok(()),
    }
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t')
}

/// Each word with the blanks before it; blanks at the end stand before an empty word.
fn segments(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let word = rest.trim_start_matches(is_blank);
        let (blank, _) = rest.split_at_checked(rest.len() - word.len())?;
        let (word, tail) = word.split_at_checked(word.find(is_blank).unwrap_or(word.len()))?;
        rest = tail;
        (!blank.is_empty() || !word.is_empty()).then_some((blank, word))
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_field_is_taken_apart() {
        let field = Field::parse("X-Test:  a: b\t").unwrap();
        assert_eq!((field.name(), field.value()), ("X-Test", "a: b"));
        assert!(field.is("x-test"));
        assert_eq!(Field::parse("X-Empty:").unwrap().value(), "");
    }

    #[test]
    fn what_is_not_a_field() {
        assert_eq!(Field::parse("nothing"), Err(FieldError::NoColon));
        assert_eq!(Field::parse(": x"), Err(FieldError::NoName));
        assert_eq!(Field::parse("X Y: x"), Err(FieldError::Name(' ')));
        assert_eq!(Field::parse("Ñ: x"), Err(FieldError::Name('Ñ')));
        assert_eq!(Field::parse("X\r\nY: x"), Err(FieldError::Name('\r')));
        for c in ['\r', '\n', '\0', '\x1b', '\x7f', '\u{85}'] {
            assert_eq!(Field::new("X", &format!("a{c}Bcc: b")), Err(FieldError::Control(c)));
        }
        assert_eq!(Field::new("X", "a\r\n b"), Err(FieldError::Control('\r')), "a fold is not undone in silence");
        assert_eq!(Field::new("X", &"x".repeat(901)), Err(FieldError::Unfoldable));
    }

    #[test]
    fn folding_keeps_the_blanks() {
        let value = "word  ".repeat(40);
        let folded = fold(value.trim_end(), 5);
        assert!(longest(&folded, 5) <= WANTED_LINE);
        assert_eq!(folded.replace("\r\n", ""), value.trim_end());
    }

    #[test]
    fn raw_utf8_only_if_the_header_may_hold_it() {
        assert_eq!(unstructured("año", 9, Charset::UTF_8, true).unwrap(), "año");
        assert_eq!(unstructured("año", 9, Charset::UTF_8, false).unwrap(), "=?utf-8?Q?a=C3=B1o?=");
        assert_eq!(unstructured("ñ =?x", 9, Charset::UTF_8, true).unwrap(), "=?utf-8?B?w7EgPT94?=");
    }

    /// The longest line of a folded value behind `column` octets.
    fn longest(folded: &str, column: usize) -> usize {
        folded.split("\r\n").enumerate().map(|(at, line)| line.len() + if at == 0 { column } else { 0 }).max().unwrap()
    }

    proptest! {
        #[test]
        fn no_line_is_too_long(value in "([!-~é]{1,900}|[ \t]{1,90}){0,20}", utf8: bool) {
            if let Ok(field) = Field::new(&"N".repeat(76), &value) {
                let folded = fold(field.value(), 78);
                prop_assert!(longest(&folded, 78) <= MAX_LINE);
                prop_assert!(folded.split("\r\n").skip(1).all(|line| !line.trim().is_empty()));
                prop_assert_eq!(folded.replace("\r\n", ""), field.value());
            }
            let text = unstructured(&value, 78, Charset::UTF_8, utf8).unwrap();
            prop_assert!(longest(&text, 78) <= MAX_LINE);
            let decoded = encoded_word::decode(text.as_bytes());
            prop_assert_eq!(decoded.trim_start(), value.trim_start());
        }
    }
}
