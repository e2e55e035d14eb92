//! Files that differ from row to row: their paths are templates. What is filled in is a name or a part of one, and leads
//! nowhere else.

use std::path::PathBuf;

use super::template::{Known, Template, Values};
use crate::base::Exit;
use crate::cli::args::Content;
use crate::cli::compose::Own;
use crate::cli::error::Failure;

/// A path with tokens in it.
#[derive(Clone, Debug)]
pub struct Path(Template);

/// A path of a flag.
pub enum Named {
    /// The same in each row.
    Fixed(String),
    /// Another one in each.
    Own(Path),
}

impl Named {
    /// Takes it apart.
    pub fn parse(text: &str, columns: &[String]) -> Result<Named, Failure> {
        let template = Template::parse(text, Known::Recipient, columns)?;
        Ok(match template.is_fixed() {
            true => Named::Fixed(template.plain().collect()),
            false => Named::Own(Path(template)),
        })
    }
}

impl Path {
    /// The path of a row.
    ///
    /// # Errors
    /// What is filled in would be more than a name (65).
    pub fn fill(&self, values: &Values<'_>) -> Result<PathBuf, Failure> {
        let mut name = Name { text: String::new(), filled: false };
        let mut path = String::new();
        for (piece, filled) in self.0.pieces(values) {
            if filled {
                check_cell(&piece)?;
                name.text.push_str(&piece);
                name.filled = true;
                continue;
            }
            let mut plain = piece.split('/');
            name.text.push_str(plain.next().unwrap_or_default());
            for next in plain {
                path.push_str(name.checked()?);
                path.push('/');
                name = Name { text: next.to_owned(), filled: false };
            }
        }
        path.push_str(name.checked()?);
        match path.as_str() {
            "-" => Err(wrong("-", "standard input is no file of one row")),
            _ => Ok(path.into()),
        }
    }
}

/// One name of a path.
struct Name {
    text: String,
    /// Some of it is a row's.
    filled: bool,
}

impl Name {
    /// Several cells may make together what none of them is alone.
    fn checked(&self) -> Result<&str, Failure> {
        match self.text.as_str() {
            name @ ("" | "." | "..") if self.filled => Err(wrong(name, "it is no name of a file")),
            name => Ok(name),
        }
    }
}

fn check_cell(text: &str) -> Result<(), Failure> {
    match text.contains(['/', '\0']) || text.contains("..") {
        true => Err(wrong(text, "it would lead elsewhere: a / or .. or NUL cannot come into a path by a token")),
        false => Ok(()),
    }
}

fn wrong(text: &str, why: &str) -> Failure {
    Failure::new(Exit::Data, format!("{text:?}: {why}"))
}

/// The files of `--inline` and `--attach` that are another one in each row, by their flags.
pub struct Files(Vec<(&'static str, Path, Own)>);

impl Files {
    /// Takes those flags apart; what is the same in each row is left in `content`.
    pub fn parse(content: &mut Content, columns: &[String]) -> Result<Files, Failure> {
        let mut all = Vec::new();
        for (argument, inline) in [("--inline", true), ("--attach", false)] {
            let list = if inline { &mut content.inline } else { &mut content.attach };
            for (at, path) in std::mem::take(list).into_iter().enumerate() {
                // What is no text has no tokens.
                let named =
                    path.to_str().map(|text| Named::parse(text, columns).map_err(|failure| failure.at(argument)));
                match named.transpose()? {
                    None => list.push(path),
                    Some(Named::Fixed(path)) => list.push(path.into()),
                    Some(Named::Own(path)) => all.push((argument, path, Own { path: PathBuf::new(), inline, at })),
                }
            }
        }
        Ok(Files(all))
    }

    /// Those of a row.
    pub fn fill(&self, values: &Values<'_>) -> Result<Vec<Own>, Failure> {
        let fill = |(argument, path, own): &(&'static str, Path, Own)| {
            let path = path.fill(values).map_err(|failure| failure.at(argument))?;
            Ok(Own { path, ..own.clone() })
        };
        self.0.iter().map(fill).collect()
    }
}
