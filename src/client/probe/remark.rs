//! What is said of an exchanger, and how much it weighs.

use std::borrow::Cow;

use crate::base::Finding;

/// How much a remark weighs, the least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// To know, no more.
    Info,
    /// Against good practice; mail arrives all the same.
    Warning,
    /// It could not be found out now.
    Inconclusive,
    /// Mail is lost, or goes less safely than it could.
    Failure,
}

/// A finding with its weight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// How much it weighs.
    pub severity: Severity,
    /// What it is. Its message may quote a peer: whoever shows it makes it safe.
    pub finding: Finding,
}

/// What all remarks on something come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// Nothing is wrong.
    Good,
    /// Something could be better.
    Warnings,
    /// A check failed.
    Failed,
    /// It could not be found out now.
    Inconclusive,
}

impl Remark {
    /// To know.
    pub fn info(code: &'static str, message: impl Into<Cow<'static, str>>, rfc: &'static str) -> Remark {
        Remark { severity: Severity::Info, finding: Finding::new(code, message, rfc) }
    }

    /// Against good practice.
    pub fn warning(code: &'static str, message: impl Into<Cow<'static, str>>, rfc: &'static str) -> Remark {
        Remark { severity: Severity::Warning, finding: Finding::new(code, message, rfc) }
    }

    /// Not to be found out now.
    pub fn inconclusive(code: &'static str, message: impl Into<Cow<'static, str>>, rfc: &'static str) -> Remark {
        Remark { severity: Severity::Inconclusive, finding: Finding::new(code, message, rfc) }
    }

    /// A failed check.
    pub fn failure(code: &'static str, message: impl Into<Cow<'static, str>>, rfc: &'static str) -> Remark {
        Remark { severity: Severity::Failure, finding: Finding::new(code, message, rfc) }
    }
}

impl Severity {
    /// Its name in output.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Info => "info",
            Severity::Warning => "warning",
            Severity::Inconclusive => "inconclusive",
            Severity::Failure => "failure",
        }
    }
}

impl Verdict {
    /// The verdict of the weightiest remark.
    pub fn of<'a>(remarks: impl IntoIterator<Item = &'a Remark>) -> Verdict {
        match remarks.into_iter().map(|remark| remark.severity).max() {
            None | Some(Severity::Info) => Verdict::Good,
            Some(Severity::Warning) => Verdict::Warnings,
            Some(Severity::Inconclusive) => Verdict::Inconclusive,
            Some(Severity::Failure) => Verdict::Failed,
        }
    }

    /// Its name in output.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Good => "good",
            Verdict::Warnings => "warnings",
            Verdict::Failed => "failed",
            Verdict::Inconclusive => "inconclusive",
        }
    }
}
