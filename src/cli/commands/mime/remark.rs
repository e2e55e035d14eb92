//! Flaws for a person and for a program.

use serde::Serialize;

use crate::base::Exit;
use crate::base::escape::escape_str;
use crate::cli::error::Failure;
use crate::cli::terminal::Terminal;
use crate::mime::flaw::{Flaw, Severity};
use crate::transcript::Weight;

/// Tells flaws, and keeps the first by which something is lost for the end.
#[derive(Debug, Default)]
pub struct Worst(Option<String>);

impl Worst {
    /// Tells a flaw on standard error, in what and where it is.
    pub fn tell(&mut self, terminal: &Terminal, what: &str, line: Option<u64>, flaw: &Flaw) {
        let line = line.map(|line| format!(", line {line}")).unwrap_or_default();
        let (offset, message) = (flaw.offset, escape_str(&flaw.message));
        let told = format!("{what}, offset {offset}{line}: {message} ({})", flaw.rfc);
        match flaw.severity {
            Severity::Error if self.0.is_none() => self.0 = Some(told),
            Severity::Error | Severity::Warning => terminal.note(Weight::Warning, told),
            Severity::Info => terminal.note(Weight::Info, told),
        }
    }

    /// What the command ends with.
    ///
    /// # Errors
    /// Something was lost.
    pub fn end(self) -> Result<Exit, Failure> {
        match self.0 {
            Some(worst) => Err(Failure::new(Exit::Data, worst).hint("what could be decoded was written")),
            None => Ok(Exit::Ok),
        }
    }
}

/// A flaw in results: the fields of `mime lint --json`.
#[derive(Debug, Serialize)]
pub struct Remark<'a> {
    code: &'static str,
    severity: &'static str,
    offset: u64,
    line: u64,
    message: &'a str,
    rfc: &'static str,
}

impl<'a> Remark<'a> {
    /// A flaw in that line of the input.
    pub fn new(flaw: &'a Flaw, line: u64) -> Remark<'a> {
        let Flaw { code, severity, offset, message, rfc } = flaw;
        Remark { code, severity: severity.name(), offset: *offset, line, message, rfc }
    }
}
