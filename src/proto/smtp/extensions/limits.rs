//! LIMITS (RFC 9422).

use std::num::NonZeroUsize;

use super::super::Capabilities;
use super::Extension;
use crate::proto::explain::Entry;

/// The server says its limits beforehand.
pub const LIMITS: Extension = Extension {
    keyword: "LIMITS",
    note: Entry::new(
        "RFC 9422 §3",
        "the server says its limits beforehand, instead of refusing when they are reached.",
        "el servidor dice sus límites de antemano, en vez de rechazar al alcanzarlos.",
    ),
    mail: &[],
    rcpt: &[],
};

/// What a server takes (RFC 9422 §4). None: it says no limit, or none that makes sense.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    /// Transactions on one connection (`MAILMAX`).
    pub mails: Option<NonZeroUsize>,
    /// Recipients of one transaction (`RCPTMAX`).
    pub recipients: Option<NonZeroUsize>,
    /// Domains among them (`RCPTDOMAINMAX`).
    pub domains: Option<NonZeroUsize>,
}

impl Limits {
    /// The limits in an EHLO reply.
    pub fn of(capabilities: &Capabilities) -> Limits {
        let limit = |name: &str| {
            let figures = capabilities.parameters(&LIMITS)?.iter().filter_map(|limit| limit.split_once('='));
            figures.filter(|(known, _)| known.eq_ignore_ascii_case(name)).find_map(|(_, figure)| figure.parse().ok())
        };
        Limits { mails: limit("MAILMAX"), recipients: limit("RCPTMAX"), domains: limit("RCPTDOMAINMAX") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::proto::smtp::Reply;

    #[test]
    fn what_makes_no_sense_is_no_limit() {
        let limits = |text: &str| Limits::of(&Capabilities::from_reply(&Reply::new(250, None, &format!("x\n{text}"))));
        let said = limits("LIMITS MAILMAX=5 rcptmax=100 RCPTDOMAINMAX=1 X=2");
        let figures = [said.mails, said.recipients, said.domains].map(|limit| limit.map(NonZeroUsize::get));
        assert_eq!(figures, [Some(5), Some(100), Some(1)]);
        assert_eq!(limits("LIMITS MAILMAX=0 RCPTMAX=-1 RCPTDOMAINMAX"), Limits::default());
    }
}
