//! Every code that lint tells: how bad it is, where it is written, what is expected, and what helps.

mod ambiguities;
mod bodies;
mod fields;
mod structure;

use crate::mime::flaw::Severity;

/// What a code means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code {
    /// A short stable name, in kebab case: `bare-cr`.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// The section that speaks of it, as `RFC 5322 §2.3`.
    pub rfc: &'static str,
    /// What should be there instead, in one sentence.
    pub expected: &'static str,
    /// What to do about it.
    pub cure: &'static str,
    /// [`repair`](crate::mime::repair) does it, where what is meant is certain.
    pub mended: bool,
}

/// All codes, by what they speak of.
pub const TABLE: &[(&str, &[Code])] = &[
    ("lines and octets", bodies::LINES),
    ("the header", fields::HEADER),
    ("addresses, dates, identifiers", fields::VALUES),
    ("encoded words", fields::WORDS),
    ("Content-Type, Content-Disposition and their parameters", structure::PARAMETERS),
    ("multiparts and messages within", structure::PARTS),
    ("transfer encodings", bodies::ENCODINGS),
    ("charsets and HTML", bodies::TEXT),
    ("ambiguities: readers differ, and filters are passed by that", ambiguities::CODES),
];

/// What is told where a reader tells a code that the table does not have.
const UNKNOWN: Code = code(
    "other",
    Severity::Warning,
    "RFC 5322",
    "Something departs from the RFCs for which there is no code yet.",
    "See the message.",
);

const fn code(
    code: &'static str,
    severity: Severity,
    rfc: &'static str,
    expected: &'static str,
    cure: &'static str,
) -> Code {
    Code { code, severity, rfc, expected, cure, mended: false }
}

impl Code {
    const fn mended(self) -> Code {
        Code { mended: true, ..self }
    }
}

/// Every code.
pub fn all() -> impl Iterator<Item = &'static Code> {
    TABLE.iter().flat_map(|(_, codes)| codes.iter())
}

/// The code of that name.
pub fn find(name: &str) -> Option<&'static Code> {
    all().find(|code| code.code == name)
}

/// The code of that name, or one that says that there is none.
pub(super) fn known(name: &str) -> &'static Code {
    let found = find(name);
    debug_assert!(found.is_some(), "{name} is not in the table");
    found.unwrap_or(&UNKNOWN)
}
