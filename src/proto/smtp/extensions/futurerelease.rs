//! FUTURERELEASE (RFC 4865).

use jiff::Timestamp;

use super::super::{Capabilities, Parameter};
use super::Extension;
use crate::proto::explain::Entry;

/// A message may be held back for a while.
pub const FUTURERELEASE: Extension = Extension {
    keyword: "FUTURERELEASE",
    note: Entry::new(
        "RFC 4865",
        "a message can be handed in now and sent on later: so many seconds at most, and at the latest then.",
        "un mensaje puede entregarse ahora y salir más tarde: como mucho en tantos segundos, y no después de esa fecha.",
    ),
    mail: &["HOLDFOR", "HOLDUNTIL"],
    rcpt: &[],
};

/// How long a message is held back (RFC 4865 §4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hold {
    /// So many seconds.
    For(u32),
    /// Until this moment.
    Until(Timestamp),
}

impl Hold {
    /// The longest hold in seconds: nine digits.
    pub const MAX: u32 = 999_999_999;

    /// The parameter of MAIL that asks for it; moments are those of UTC, without fractions.
    pub fn parameter(self) -> Parameter {
        match self {
            Hold::For(seconds) => Parameter::new("HOLDFOR", seconds),
            Hold::Until(moment) => Parameter::new("HOLDUNTIL", moment.strftime("%Y-%m-%dT%H:%M:%SZ")),
        }
    }

    /// What a server says at EHLO to be its limit, if this is beyond it.
    pub fn beyond(self, capabilities: &Capabilities) -> Option<&str> {
        let limits = capabilities.parameters(&FUTURERELEASE)?;
        match self {
            Hold::For(seconds) => limits.first().filter(|most| most.parse().is_ok_and(|most: u32| seconds > most)),
            Hold::Until(moment) => limits.get(1).filter(|last| last.parse().is_ok_and(|last: Timestamp| moment > last)),
        }
        .map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::proto::smtp::Reply;

    #[test]
    fn in_the_words_of_the_rfc() {
        let moment: Timestamp = "2026-11-24T09:00:00.5+01:00".parse().expect("a moment");
        assert_eq!(Hold::Until(moment).parameter().to_string(), "HOLDUNTIL=2026-11-24T08:00:00Z");
        assert_eq!(Hold::For(60).parameter().to_string(), "HOLDFOR=60");
        let offered = |text: &str| Capabilities::from_reply(&Reply::new(250, None, &format!("x\n{text}")));
        let limited = offered("FUTURERELEASE 59 2026-11-24T07:59:59Z");
        assert_eq!(Hold::For(60).beyond(&limited), Some("59"));
        assert_eq!(Hold::For(59).beyond(&limited), None);
        assert_eq!(Hold::Until(moment).beyond(&limited), Some("2026-11-24T07:59:59Z"));
        assert_eq!(Hold::Until(moment).beyond(&offered("FUTURERELEASE 59 soon")), None);
    }
}
