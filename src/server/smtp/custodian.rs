//! Who is responsible for mail (RFC 5321 §4.2.5): for whom it is taken, and what becomes of it.

use std::io;
use std::pin::Pin;

use super::incoming::Incoming;
use super::transaction::Transaction;
use super::{Events, Received};
use crate::proto::smtp::extensions::Extension;
use crate::proto::smtp::{ForwardPath, Reply};

/// Whom a server asks about each recipient, and gives each message, before it answers.
pub trait Custodian: Send + Sync {
    /// What can be offered because it keeps the promise: DSN, if it heeds [`Transaction::dsn`], and PRDR, if it answers
    /// by [`Answer::Each`] where [`Transaction::prdr`] asks for it.
    fn promises(&self) -> &'static [&'static Extension] {
        &[]
    }

    /// RCPT: who is meant, or why mail for them is not taken. A name that is left without a domain is nobody.
    fn recipient(&self, transaction: &Transaction, path: ForwardPath) -> Result<ForwardPath, Reply> {
        let _ = transaction;
        Ok(path)
    }

    /// The message is whole, and the client waits, for minutes at most, to hear what became of it. A positive answer
    /// takes the responsibility over. The file with its name may be noted in what was received.
    ///
    /// # Errors
    /// It cannot be kept here now: the client hears 452.
    fn take<'a>(&'a self, transaction: &'a Transaction, content: Incoming, received: &'a mut Received) -> Taking<'a>;

    /// The client was told that the message is taken, whether it still heard that or not.
    fn told(&self, received: &Received) {
        let _ = received;
    }
}

/// What becomes of a message, once that is known.
pub type Taking<'a> = Pin<Box<dyn Future<Output = io::Result<Answer>> + Send + 'a>>;

/// What the client hears behind a whole message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It is kept, under its number.
    Kept,
    /// This, for all recipients.
    Whole(Reply),
    /// This for each recipient, in the order of RCPT, and this for the message, whose refusal is one for all of them.
    /// Only where the client asked for it.
    Each(Vec<Reply>, Reply),
}

/// Whoever only wants to be told of messages has them all, each in its file if there are files.
impl<E: Events> Custodian for E {
    fn take<'a>(&'a self, _: &'a Transaction, content: Incoming, received: &'a mut Received) -> Taking<'a> {
        let kept = content.keep(&received.id).map(|file| {
            received.file = file;
            Answer::Kept
        });
        Box::pin(std::future::ready(kept))
    }

    fn told(&self, received: &Received) {
        self.message(received);
    }
}
