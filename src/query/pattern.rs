//! How text is compared: substrings as IMAP compares them (RFC 5051, `i;unicode-casemap`), globs, regular expressions.

use std::fmt;

use memchr::memmem;
use unicode_normalization::UnicodeNormalization;

/// The most octets that a regular expression may take when it is compiled.
const REGEX_SIZE: usize = 256 * 1024;
/// The deepest nesting of one.
const REGEX_DEPTH: u32 = 50;

/// What text must hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pattern {
    /// This, whatever its case.
    Substring(String),
    /// Something that this matches.
    Regex(Regex),
}

/// A regular expression, whose time is linear in the text. Case does not count unless it says `(?-i)`; classes such as
/// `\w` and the case of letters are those of ASCII.
#[derive(Clone)]
pub struct Regex {
    text: String,
    regex: regex_lite::Regex,
}

/// A name with `*` for any characters and `?` for any one; one without either is a substring. Case does not count.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Glob(String);

impl Pattern {
    /// Whether the text holds it.
    pub fn is_in(&self, text: &str) -> bool {
        match self {
            Pattern::Substring(needle) => contains(text, needle),
            Pattern::Regex(regex) => regex.regex.is_match(text),
        }
    }
}

impl Regex {
    /// Reads an expression; fails with what is wrong with it.
    pub fn new(text: &str) -> Result<Regex, String> {
        let mut builder = regex_lite::RegexBuilder::new(text);
        builder.case_insensitive(true).multi_line(true).size_limit(REGEX_SIZE).nest_limit(REGEX_DEPTH);
        let regex = builder.build().map_err(|error| error.to_string())?;
        Ok(Regex { text: text.to_owned(), regex })
    }

    /// The expression.
    pub fn text(&self) -> &str {
        &self.text
    }
}

impl PartialEq for Regex {
    fn eq(&self, other: &Regex) -> bool {
        self.text == other.text
    }
}

impl Eq for Regex {}

impl fmt::Debug for Regex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Regex").field(&self.text).finish()
    }
}

impl Glob {
    /// A glob of this text.
    pub fn new(text: &str) -> Glob {
        Glob(text.to_owned())
    }

    /// Its text.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// Whether the name is like it.
    pub fn matches(&self, name: &str) -> bool {
        if self.0.contains(['*', '?']) { self.is_whole(name) } else { contains(name, &self.0) }
    }

    /// Whether the name is like it from its beginning to its end.
    pub fn is_whole(&self, name: &str) -> bool {
        let pattern: Vec<char> = fold(&self.0).chars().collect();
        let name: Vec<char> = fold(name).chars().collect();
        like(&pattern, &name)
    }
}

/// Whether `text` holds `needle`, both folded.
pub fn contains(text: &str, needle: &str) -> bool {
    memmem::find(fold(text).as_bytes(), fold(needle).as_bytes()).is_some()
}

/// `i;unicode-casemap` (RFC 5051 §2), but that characters are decomposed before their case is undone, so that the
/// letters of a ligature are letters. Capitals that are several characters are left alone, as there.
pub(super) fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_uppercase();
    }
    text.nfkd().map(capital).collect()
}

fn capital(c: char) -> char {
    let mut capital = c.to_uppercase();
    match (capital.next(), capital.next()) {
        (Some(one), None) => one,
        _ => c,
    }
}

/// Goes back to the last `*` alone: no more steps than the product of the lengths.
fn like(pattern: &[char], name: &[char]) -> bool {
    let (mut p, mut n) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    loop {
        match (pattern.get(p), name.get(n)) {
            (None, None) => return true,
            (Some('*'), _) => {
                star = Some((p, n));
                p += 1;
            }
            (Some(wanted), Some(there)) if *wanted == '?' || wanted == there => {
                (p, n) = (p + 1, n + 1);
            }
            _ => match star {
                Some((at, from)) if from < name.len() => {
                    star = Some((at, from + 1));
                    (p, n) = (at + 1, from + 1);
                }
                _ => return false,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_form_do_not_count() {
        for (text, needle, is_in) in [
            ("Contraseña", "SEÑA", true),
            ("Contrasen\u{303}a", "SEÑA", true),
            ("ΣΊΣΥΦΟΣ", "σίσυφος", true),
            ("straße", "STRASSE", false),
            ("abc", "", true),
            ("ﬁn", "fin", true),
            ("ano", "año", false),
        ] {
            assert_eq!(contains(text, needle), is_in, "{text} {needle}");
        }
    }

    #[test]
    fn globs() {
        for (glob, name, matches) in [
            ("*.pdf", "Rechnung.PDF", true),
            ("*.pdf", "a.pdf.exe", false),
            ("pdf", "a.pdf.exe", true),
            ("a?c*", "abcd", true),
            ("a?c", "ac", false),
            ("*a*b*", "xxaxxbxx", true),
            ("**", "", true),
            ("image/*", "image/png", true),
        ] {
            assert_eq!(Glob::new(glob).matches(name), matches, "{glob} {name}");
        }
        let long = "a".repeat(2000);
        assert!(!Glob::new(&format!("{}b", "*a".repeat(200))).matches(&long));
    }

    #[test]
    fn expressions_are_bounded() {
        let holds = |text: &str, in_: &str| Pattern::Regex(Regex::new(text).unwrap()).is_in(in_);
        assert!(holds("^token [0-9]+$", "first\nToken 123"));
        assert!(!holds("(?-i)token", "TOKEN"));
        assert!(!holds("(a*)*b", &"a".repeat(10_000)));
        for wrong in ["(", "[", "a{100}{100}{100}", &"(".repeat(10_000), "\\1"] {
            assert!(Regex::new(wrong).is_err(), "{wrong:.20}");
        }
    }
}
