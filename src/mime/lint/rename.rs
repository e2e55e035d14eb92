//! From the flaws that readers tell to the codes of lint: most keep theirs, some mean more in the whole message.

use std::borrow::Cow;

use crate::mime::flaw::{Flaw, Severity};

/// The code under which a flaw is told here; `None` if something else tells it already.
pub(super) fn code(flaw: &Flaw) -> Option<&'static str> {
    Some(match flaw.code {
        // The reader of Content-Type, or that of headers here, tells it with the place of the field.
        "boundary-missing" | "not-a-field" | "field-too-long" => return None,
        "boundary-prefix" | "boundary-junk" => "ambiguous-delimiter",
        "base64-inner-padding" | "base64-text-behind" => "ambiguous-base64",
        "file-names-differ" => "ambiguous-file-name",
        "parameter-duplicate" if flaw.severity == Severity::Error => match subject(flaw) {
            "boundary" => "ambiguous-boundary",
            "filename" | "name" => "ambiguous-file-name",
            _ => "ambiguous-parameter",
        },
        "parameter-two-forms" => match subject(flaw) {
            "filename" | "name" => "ambiguous-file-name",
            _ => "ambiguous-parameter",
        },
        code => code,
    })
}

/// The parameter that the message of a flaw begins with.
fn subject(flaw: &Flaw) -> &str {
    flaw.message.split('"').nth(1).unwrap_or_default()
}

/// What is told: the words of the reader, and where they name only its own reading, the other one.
pub(super) fn message(flaw: Flaw) -> Cow<'static, str> {
    let other = match flaw.code {
        "boundary-junk" => "; to others the line is text",
        "base64-inner-padding" => "; others stop at the padding",
        "base64-text-behind" => "; others decode it",
        _ => return flaw.message,
    };
    (flaw.message.into_owned() + other).into()
}
