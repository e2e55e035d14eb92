//! Lines in a form of the user's: `{uid} {subject}\n`.

use std::str::FromStr;

use crate::base::escape::escape_str;

/// What templates of a kind can name.
pub trait Names: Copy {
    /// The names, and what each means.
    fn names() -> Vec<(&'static str, Self)>;
}

/// A line with places to be filled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template<T> {
    pieces: Vec<Piece<T>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece<T> {
    Text(String),
    Place(T),
}

impl<T: Names> Template<T> {
    /// What it names.
    pub fn places(&self) -> impl Iterator<Item = T> {
        let place = |piece: &Piece<T>| if let Piece::Place(place) = piece { Some(*place) } else { None };
        self.pieces.iter().filter_map(place)
    }

    /// The line, with what `fill` says in each place, made safe to show.
    pub fn fill(&self, fill: impl Fn(T) -> String) -> String {
        let mut line = String::new();
        for piece in &self.pieces {
            match piece {
                Piece::Text(text) => line.push_str(text),
                Piece::Place(place) => line.push_str(&escape_str(&fill(*place))),
            }
        }
        line
    }
}

impl<T: Names> FromStr for Template<T> {
    type Err = String;

    fn from_str(text: &str) -> Result<Template<T>, String> {
        let (mut pieces, mut plain, mut rest) = (Vec::new(), String::new(), text.chars());
        while let Some(c) = rest.next() {
            match (c, rest.clone().next()) {
                ('\\', escaped) => {
                    plain.push(unescaped(escaped)?);
                    rest.next();
                }
                ('{', Some('{')) | ('}', Some('}')) => {
                    plain.push(c);
                    rest.next();
                }
                ('{', _) => {
                    let (name, behind) = rest.as_str().split_once('}').ok_or("{ has no }; {{ is a brace")?;
                    pieces.push(Piece::Text(std::mem::take(&mut plain)));
                    pieces.push(Piece::Place(place(name)?));
                    rest = behind.chars();
                }
                ('}', _) => return Err("} has no {; }} is a brace".to_owned()),
                _ => plain.push(c),
            }
        }
        pieces.push(Piece::Text(plain));
        pieces.retain(|piece| !matches!(piece, Piece::Text(text) if text.is_empty()));
        Ok(Template { pieces })
    }
}

/// What stands behind a backslash.
fn unescaped(escaped: Option<char>) -> Result<char, String> {
    match escaped {
        Some('t') => Ok('\t'),
        Some('n') => Ok('\n'),
        Some('\\') => Ok('\\'),
        other => Err(format!("\\{} is none of \\t, \\n and \\\\", other.map_or(String::new(), String::from))),
    }
}

fn place<T: Names>(name: &str) -> Result<T, String> {
    let known = T::names();
    known.iter().find(|(known, _)| *known == name).map(|(_, place)| *place).ok_or_else(|| {
        let known: Vec<_> = known.iter().map(|(known, _)| format!("{{{known}}}")).collect();
        format!("{{{name}}} is none of {}", known.join(" "))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    struct Place(char);

    impl Names for Place {
        fn names() -> Vec<(&'static str, Place)> {
            vec![("a", Place('a')), ("b.c", Place('c'))]
        }
    }

    fn filled(text: &str) -> Result<String, String> {
        text.parse::<Template<Place>>().map(|template| template.fill(|Place(c)| format!("<{c}\x1b\n>")))
    }

    #[test]
    fn places_are_filled_with_what_is_safe() {
        let (a, c) = (r"<a\x1b\n>", r"<c\x1b\n>");
        assert_eq!(filled(r"{a}\t{b.c}\\n\n{{x}} é"), Ok(format!("{a}\t{c}\\n\n{{x}} é")));
        assert_eq!(filled("{a}{a}"), Ok(format!("{a}{a}")));
        assert_eq!(filled(""), Ok(String::new()));
        let places: Vec<_> = "{a} x {b.c}".parse::<Template<Place>>().expect("a template").places().collect();
        assert_eq!(places, [Place('a'), Place('c')]);
    }

    #[test]
    fn what_is_none() {
        assert_eq!(filled("{x}"), Err("{x} is none of {a} {b.c}".to_owned()));
        assert_eq!(filled("{}"), Err("{} is none of {a} {b.c}".to_owned()));
        for text in ["{a", "a}", "{a}}", "\\", "\\x", "{{a}"] {
            assert!(filled(text).is_err(), "{text}");
        }
    }
}
