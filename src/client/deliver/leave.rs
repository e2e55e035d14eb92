//! Leaving before the message: a dialogue that ends behind one of its phases, to see how a server stands so far.

use super::Way;
use crate::client::Smtp;
use crate::transcript::Weight;

/// Behind what a dialogue can end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// The greeting.
    Connect,
    /// The first EHLO, HELO or LHLO.
    Hello,
    /// STARTTLS, and EHLO behind it.
    StartTls,
    /// The login.
    Auth,
    /// MAIL.
    Mail,
    /// The last RCPT.
    Rcpt,
    /// DATA, once the message may begin.
    Data,
}

/// How a dialogue ends early.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leave {
    /// Behind what.
    pub behind: Phase,
    /// The connection is dropped without QUIT.
    pub drop: bool,
}

impl Leave {
    /// Nothing is said of a letter by then: neither its sender nor its recipients are needed.
    pub fn needs_no_letter(self) -> bool {
        self.behind < Phase::Mail
    }

    /// Ends the dialogue so.
    pub(super) async fn end(self, mut smtp: Smtp, way: &Way) {
        if self.drop {
            let text = format!("the connection is dropped behind {}, as was wished", self.behind.name());
            way.server.note(smtp.session().id(), Weight::Info, text);
        } else {
            smtp.quit().await;
        }
    }
}

impl Phase {
    /// What was said last.
    pub fn name(self) -> &'static str {
        match self {
            Phase::Connect => "the greeting",
            Phase::Hello => "EHLO",
            Phase::StartTls => "STARTTLS",
            Phase::Auth => "AUTH",
            Phase::Mail => "MAIL",
            Phase::Rcpt => "RCPT",
            Phase::Data => "DATA",
        }
    }
}
