//! The SMTP service extensions, one file each, and the list that EHLO, client and server walk.

pub mod attribute;
mod auth;
mod binarymime;
mod chunking;
mod deliverby;
mod dsn;
mod eightbitmime;
mod enhancedstatuscodes;
mod futurerelease;
mod limits;
mod mt_priority;
mod pipelining;
mod prdr;
mod requiretls;
mod size;
mod smtputf8;
mod starttls;
mod xclient;
mod xforward;

pub use auth::{AUTH, mechanisms};
pub use binarymime::BINARYMIME;
pub use chunking::CHUNKING;
pub use deliverby::{DELIVERBY, DeliverBy, Otherwise, shortest};
pub use dsn::{DSN, Dsn, DsnError, Notify, OfRecipient, Return};
pub use eightbitmime::EIGHTBITMIME;
pub use enhancedstatuscodes::ENHANCEDSTATUSCODES;
pub use futurerelease::{FUTURERELEASE, Hold};
pub use limits::{LIMITS, Limits};
pub use mt_priority::MT_PRIORITY;
pub use pipelining::PIPELINING;
pub use prdr::PRDR;
pub use requiretls::REQUIRETLS;
pub use size::{SIZE, SizeLimit, limit};
pub use smtputf8::SMTPUTF8;
pub use starttls::STARTTLS;
pub use xclient::XCLIENT;
pub use xforward::XFORWARD;

use crate::proto::explain::Entry;

/// A service extension (RFC 5321 §2.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extension {
    /// The keyword that EHLO's reply offers it by.
    pub keyword: &'static str,
    /// What it is for, and where it is defined.
    pub note: Entry,
    /// The parameters that it adds to MAIL.
    pub mail: &'static [&'static str],
    /// The parameters that it adds to RCPT.
    pub rcpt: &'static [&'static str],
}

/// Every extension that this house speaks; those of [`SERVED`] first.
pub const EXTENSIONS: [&Extension; 18] = [
    &PIPELINING,
    &SIZE,
    &STARTTLS,
    &AUTH,
    &ENHANCEDSTATUSCODES,
    &EIGHTBITMIME,
    &SMTPUTF8,
    &CHUNKING,
    &DSN,
    &BINARYMIME,
    &LIMITS,
    &REQUIRETLS,
    &DELIVERBY,
    &FUTURERELEASE,
    &MT_PRIORITY,
    &PRDR,
    &XCLIENT,
    &XFORWARD,
];

/// Those that our server knows, in the order in which it offers them.
pub const SERVED: [&Extension; 8] =
    [&PIPELINING, &SIZE, &STARTTLS, &AUTH, &ENHANCEDSTATUSCODES, &EIGHTBITMIME, &SMTPUTF8, &CHUNKING];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_extension_once_with_its_rfc() {
        for (n, extension) in EXTENSIONS.iter().enumerate() {
            let rfc = extension.note.rfc;
            let known = ["RFC ", "Postfix ", "draft-"].iter().any(|kind| rfc.starts_with(kind));
            assert!(known && extension.note.en.ends_with('.'));
            assert!(EXTENSIONS[..n].iter().all(|other| other.keyword != extension.keyword));
        }
    }
}
