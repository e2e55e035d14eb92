//! DELIVERBY (RFC 2852).

use std::fmt;

use super::super::Capabilities;
use super::Extension;
use crate::proto::explain::Entry;

/// A message may have a time by which it must be there.
pub const DELIVERBY: Extension = Extension {
    keyword: "DELIVERBY",
    note: Entry::new(
        "RFC 2852",
        "a message can bear the time by which it must be delivered, or else be returned or reported.",
        "un mensaje puede llevar el plazo en que debe entregarse o, si no, devolverse o notificarse.",
    ),
    mail: &["BY"],
    rcpt: &[],
};

/// By when a message must be there (RFC 2852 §4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeliverBy {
    /// In so many seconds; more than none where it is to be returned.
    pub seconds: i32,
    /// What happens if that fails.
    pub otherwise: Otherwise,
    /// Every server on the way tells the sender (`T`).
    pub trace: bool,
}

/// What happens to a message that is late.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Otherwise {
    /// It goes back.
    Return,
    /// The sender is told, and it is delivered still.
    Notify,
}

impl DeliverBy {
    /// The longest time in seconds: nine digits.
    pub const MAX: i32 = 999_999_999;
}

impl fmt::Display for DeliverBy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mode = match self.otherwise {
            Otherwise::Return => 'R',
            Otherwise::Notify => 'N',
        };
        write!(f, "{};{mode}{}", self.seconds, if self.trace { "T" } else { "" })
    }
}

/// The shortest time that a server takes, in seconds, where it says one.
pub fn shortest(capabilities: &Capabilities) -> Option<i32> {
    capabilities.parameters(&DELIVERBY)?.first()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn in_the_words_of_the_rfc() {
        let by = DeliverBy { seconds: 120, otherwise: Otherwise::Return, trace: false };
        assert_eq!(by.to_string(), "120;R");
        assert_eq!(DeliverBy { seconds: -5, otherwise: Otherwise::Notify, trace: true }.to_string(), "-5;NT");
    }
}
