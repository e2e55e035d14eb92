//! What may be used of what a server offers.

/// Software that names itself in its greeting and reads what comes in one group with the end of a message. RFC 2920 §3.1
/// lets a client say MAIL there to any server that offers PIPELINING; but Haraka refuses it (503), Courier never answers it,
/// and Dovecot's submission service dies of it, with the answer to the message that it has taken.
const READS_AHEAD: [&str; 6] = ["Postfix", "Exim", "Sendmail", "OpenSMTPD", "smtp-sink", "mailtool"];

/// Whether the envelope of the next message may go along with the end of one to the server that greets so.
pub(super) fn reads_ahead(greeting: &str) -> bool {
    let mut words = greeting.split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
    words.any(|word| READS_AHEAD.contains(&word))
}

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
