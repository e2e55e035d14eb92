//! What may be used of what a server offers.

/// What may be used of what a server offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Habits {
    /// PIPELINING.
    pub pipelining: bool,
    /// CHUNKING.
    pub chunking: bool,
    /// BINARYMIME, with CHUNKING.
    pub binary: bool,
    /// SMTPUTF8.
    pub smtputf8: Utf8,
}

/// When SMTPUTF8 is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Utf8 {
    /// When a message or an address needs it.
    #[default]
    Auto,
    /// Always.
    Force,
    /// Never.
    Never,
}
