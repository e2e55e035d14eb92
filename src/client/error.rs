//! Why a client could not do what it was asked.

use crate::net;
use crate::proto::sasl;
use crate::proto::smtp::{Awaited, Reply};

/// What a peer refused: data, not a failure of ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What it answered.
    pub to: Awaited,
    /// Its words.
    pub reply: Reply,
}

/// Why a client gave up.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The way there, or the peer's protocol.
    #[error(transparent)]
    Net(#[from] net::Error),
    /// The peer said no.
    #[error("{} answered {}", .0.to.name(), .0.reply)]
    Refused(Refusal),
    /// No mechanism can be used, or the peer's SASL is wrong.
    #[error("authentication: {0}")]
    Sasl(#[from] sasl::Error),
    /// Reading the message failed in the middle; the connection was dropped so that half of it is not delivered.
    #[error("reading the message failed: {0}; nothing was handed over")]
    Local(std::io::Error),
    /// There is a user but the server does not offer AUTH.
    #[error("the server does not offer AUTH{0}; without --user mail is handed over unauthenticated")]
    NoAuth(&'static str),
}
