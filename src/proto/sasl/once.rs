//! A client that says one message and is asked for no more.

use super::client::{ClientHalf, Message};
use super::{Error, Mechanism};

/// The message, until it is said.
pub(super) struct Once {
    mechanism: Mechanism,
    message: Option<Message>,
}

impl Once {
    pub(super) fn new(mechanism: Mechanism, message: Message) -> Once {
        Once { mechanism, message: Some(message) }
    }
}

impl ClientHalf for Once {
    fn initial(&mut self) -> Result<Option<Message>, Error> {
        Ok(self.message.take())
    }

    fn step(&mut self, _challenge: &[u8]) -> Result<Message, Error> {
        Err(Error::Unexpected(self.mechanism))
    }

    fn finish(&mut self) -> Result<(), Error> {
        if self.message.is_some() { Err(Error::Incomplete(self.mechanism)) } else { Ok(()) }
    }
}
