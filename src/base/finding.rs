//! A deviation of a peer or of a message from what the RFCs ask for.

use std::borrow::Cow;

/// What was noticed, in the field's words, with the section that asks for something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// A short stable name, in kebab case: `bare-lf`, `line-too-long`.
    pub code: &'static str,
    /// One sentence for a person.
    pub message: Cow<'static, str>,
    /// The section that speaks of it, as `RFC 5321 §2.3.8`.
    pub rfc: &'static str,
}

impl Finding {
    /// A finding with its code, its sentence and the section that it departs from.
    pub fn new(code: &'static str, message: impl Into<Cow<'static, str>>, rfc: &'static str) -> Finding {
        Finding { code, message: message.into(), rfc }
    }
}
