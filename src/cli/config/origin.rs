//! Where a value stands.

use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use crate::base::Exit;
use crate::base::escape::escape_str;
use crate::cli::error::Failure;

/// Where a value stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// On the command line.
    Flag,
    /// In this environment variable.
    Variable(String),
    /// In the configuration.
    File(Place),
    /// In netrc.
    Netrc(Place),
}

/// A place in a file, lines and columns counted from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file.
    pub path: Arc<PathBuf>,
    /// The line.
    pub line: usize,
    /// The character of the line.
    pub column: usize,
}

impl Place {
    /// A failure of what stands there.
    pub fn wrong(&self, message: impl fmt::Display) -> Failure {
        let Place { path, line, column } = self;
        Failure::new(Exit::Config, format!("{}:{line}:{column}: {message}", path.display()))
    }
}

impl Origin {
    /// What a value of this key is called.
    pub fn name(&self, key: &str) -> String {
        match self {
            Origin::Flag => format!("--{key}"),
            Origin::Variable(variable) => variable.clone(),
            Origin::File(Place { path, line, column }) | Origin::Netrc(Place { path, line, column }) => {
                format!("{}:{line}:{column}: {key}", path.display())
            }
        }
    }

    /// A failure of a value of this key: wrong usage on the command line, else a wrong configuration.
    pub fn wrong(&self, key: &str, message: impl fmt::Display) -> Failure {
        let exit = if *self == Origin::Flag { Exit::Usage } else { Exit::Config };
        Failure::new(exit, format!("{}: {message}", self.name(key)))
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Origin::Flag => f.write_str("flag"),
            Origin::Variable(name) => f.write_str(name),
            Origin::File(Place { path, line, .. }) | Origin::Netrc(Place { path, line, .. }) => {
                write!(f, "{}:{line}", escape_str(&path.display().to_string()))
            }
        }
    }
}

/// Where the value of each key stands.
#[derive(Clone, Debug, Default)]
pub struct Origins(BTreeMap<&'static str, Origin>);

impl Origins {
    /// Remembers it.
    pub fn insert(&mut self, key: &'static str, origin: Origin) {
        self.0.insert(key, origin);
    }

    /// Where this key's stands, if it has one.
    pub fn get(&self, key: &str) -> Option<&Origin> {
        self.0.get(key)
    }

    /// A failure that speaks of a flag (`--user: …`) where none was given: it names the place instead.
    pub fn place(&self, failure: Failure) -> Failure {
        let Some(message) = failure.message.strip_prefix("--") else { return failure };
        let end = message.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(message.len());
        let (key, rest) = message.split_at(end);
        match self.get(key) {
            None | Some(Origin::Flag) => failure,
            Some(origin) => {
                let exit = if failure.exit == Exit::Usage { Exit::Config } else { failure.exit };
                Failure { exit, message: format!("{}{rest}", escape_str(&origin.name(key))), hint: failure.hint }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn failures_name_the_place() {
        let mut origins = Origins::default();
        let place = Place { path: Arc::new("/c.toml".into()), line: 7, column: 1 };
        origins.insert("password-cmd", Origin::File(place));
        origins.insert("user", Origin::Flag);
        let place = |message: &str| {
            let failure = origins.place(Failure::new(Exit::Usage, message));
            (failure.message, failure.exit)
        };
        let expected = ("/c.toml:7:1: password-cmd ended with 1".to_owned(), Exit::Config);
        assert_eq!(place("--password-cmd ended with 1"), expected);
        for same in ["--user: no", "--pass: no", "password-cmd"] {
            assert_eq!(place(same), (same.to_owned(), Exit::Usage));
        }
    }
}
