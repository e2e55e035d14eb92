//! Waiting for something to happen in the mailbox: IDLE, and NOOP where there is none (RFC 9051 §6.3.13).

use std::time::Duration;

use tokio::time::{Instant, timeout_at};

use super::{Ended, Error, Imap, Told, ignore};
use crate::net::Outgoing;
use crate::proto::imap::{Data, Request, Verb};

/// How long a server is let wait before it hears of us again; it may end a connection after 30 minutes.
const RENEWAL: Duration = Duration::from_secs(5 * 60);
/// How often a server without IDLE is asked.
const POLL: Duration = Duration::from_secs(15);

impl Imap {
    /// Waits until the server tells something of the mailbox, or until this moment; true if it did. What it tells is
    /// handed on.
    ///
    /// # Errors
    /// The connection's, a refusal, and the first of `take`.
    pub async fn wait(
        &mut self,
        until: Option<Instant>,
        take: &mut dyn FnMut(&Data) -> Result<(), Error>,
    ) -> Result<bool, Error> {
        let mut happened = false;
        while !happened && until.is_none_or(|until| Instant::now() < until) {
            let renewal = Instant::now() + if self.can_idle() { RENEWAL } else { POLL };
            let pause = until.map_or(renewal, |until| until.min(renewal));
            match self.can_idle() {
                true => self.idle(pause, &mut happened, take).await?,
                false => {
                    self.until(pause, &mut happened, take).await?;
                    self.run(&Request::new(Verb::Noop), &mut |told| hand_on(told, &mut happened, take)).await?;
                }
            }
        }
        Ok(happened)
    }

    fn can_idle(&self) -> bool {
        self.has("IDLE") || self.has("IMAP4REV2")
    }

    /// IDLE, until something happens or until this moment.
    async fn idle(
        &mut self,
        until: Instant,
        happened: &mut bool,
        take: &mut dyn FnMut(&Data) -> Result<(), Error>,
    ) -> Result<(), Error> {
        // What has happened since the last answer may be told before the server lets us wait.
        let ticket = self.say(&Request::new(Verb::Idle), None, &mut ignore).await?;
        match self.listen(&ticket, &mut |told| hand_on(told, happened, take)).await? {
            Ended::Continue(_) => {}
            Ended::Command(status) => return Err(self.refused(&ticket, status)),
        }
        self.until(until, happened, take).await?;
        self.session.queue(Outgoing { octets: b"DONE\r\n".to_vec(), secret: Vec::new() });
        self.finish(&ticket, &mut |told| hand_on(told, happened, take)).await.map(|_| ())
    }
}

impl Imap {
    /// What the server tells unasked, until something happens or until this moment.
    async fn until(
        &mut self,
        until: Instant,
        happened: &mut bool,
        take: &mut dyn FnMut(&Data) -> Result<(), Error>,
    ) -> Result<(), Error> {
        while !*happened {
            let Ok(turn) = timeout_at(until, self.session.turn("news", FOREVER)).await else { break };
            let turn = turn?;
            if let Some(data) = self.aside(&turn)? {
                hand_on(Told::Data(data), happened, take)?;
            }
        }
        Ok(())
    }
}

/// News may be long in coming.
const FOREVER: Duration = Duration::from_secs(365 * 24 * 3600);

fn hand_on(told: Told<'_>, happened: &mut bool, take: &mut dyn FnMut(&Data) -> Result<(), Error>) -> Result<(), Error> {
    let Some(data) = super::only_data(told)? else { return Ok(()) };
    *happened |= matches!(data, Data::Exists(_) | Data::Expunge(_) | Data::Fetch(_) | Data::Vanished { .. });
    take(data)
}
