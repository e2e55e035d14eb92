//! What ends a command: a sentence, a cure, and what a script must do next.

use std::fmt;
use std::path::Path;

use crate::base::Exit;
use crate::base::escape::escape_str;
use crate::client::deliver::{SourceError, exit_of_resolve};
use crate::net::certificates::CertificateError;
use crate::net::reason;
use crate::net::resolver::ResolveError;
use crate::net::tls::TlsError;
use crate::query::ParseError;

/// Why a command could not do what it was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// What a script must do next.
    pub exit: Exit,
    /// What is wrong, safe to show.
    pub message: String,
    /// What to do about it.
    pub hint: Option<String>,
}

impl Failure {
    /// A failure with its sentence.
    pub fn new(exit: Exit, message: impl fmt::Display) -> Failure {
        Failure { exit, message: escape_str(&message.to_string()).into_owned(), hint: None }
    }

    /// Wrong usage of an argument.
    pub fn usage(argument: &str, message: impl fmt::Display) -> Failure {
        Failure::new(Exit::Usage, format!("{argument}: {message}"))
    }

    /// A query that cannot be read: what is wrong with it, and the place below.
    pub fn query(argument: &str, error: &ParseError) -> Failure {
        let shown = error.to_string();
        let (message, place) = shown.split_once('\n').unwrap_or((&shown, ""));
        Failure::usage(argument, message).hint(place.strip_prefix("  ").unwrap_or(place))
    }

    /// With what to do about it.
    pub fn hint(self, hint: impl Into<String>) -> Failure {
        Failure { hint: Some(hint.into()), ..self }
    }

    /// With the argument that it befell.
    pub fn at(self, argument: &str) -> Failure {
        Failure { message: format!("{}: {}", escape_str(argument), self.message), ..self }
    }

    /// An output that cannot be made.
    pub fn cannot_create(path: &Path, error: &std::io::Error) -> Failure {
        Failure::new(Exit::CantCreate, format!("{}: {}", path.display(), reason(error)))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "mailtool: {}", self.message)?;
        self.hint.iter().try_for_each(|hint| write!(f, "\n  {hint}"))
    }
}

impl From<SourceError> for Failure {
    fn from(error: SourceError) -> Failure {
        Failure::new(error.exit(), error)
    }
}

impl From<CertificateError> for Failure {
    fn from(error: CertificateError) -> Failure {
        let exit = match error {
            CertificateError::File { .. } => Exit::NoInput,
            _ => Exit::Config,
        };
        Failure::new(exit, error)
    }
}

impl From<ResolveError> for Failure {
    fn from(error: ResolveError) -> Failure {
        let advice = error.advice();
        let text = if advice.is_empty() { error.to_string() } else { format!("{error}; {advice}") };
        Failure::new(exit_of_resolve(&error), text)
    }
}

impl From<TlsError> for Failure {
    fn from(error: TlsError) -> Failure {
        match error {
            TlsError::Own(error) => error.into(),
            other => Failure::new(Exit::Config, other),
        }
    }
}
