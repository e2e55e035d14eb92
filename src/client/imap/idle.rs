//! Waiting for something to happen: IDLE, NOOP where there is none, and silence behind NOTIFY (RFC 9051 §6.3.13, §6.1.2,
//! RFC 5465).

use std::time::Duration;

use tokio::time::{Instant, timeout_at};

use super::watch::{LONGEST, Patience};
use super::{Ended, Error, Imap, Told, ignore, only_data};
use crate::net::Outgoing;
use crate::proto::imap::{Data, Request, State, Status, Verb};

/// News may be long in coming.
const FOREVER: Duration = Duration::from_secs(365 * 24 * 3600);

/// Takes what is told; true: that was waited for.
pub type Heed<'a> = dyn FnMut(&Data) -> Result<bool, Error> + 'a;

/// What ended a wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Woken {
    /// What was waited for.
    News,
    /// The server had to hear of us again.
    Renewed,
    /// Time is over.
    Over,
}

/// How long nothing is said.
struct Pause {
    began: Instant,
    renew: Duration,
    renewal: Instant,
    until: Option<Instant>,
}

impl Pause {
    fn new(patience: Patience, until: Option<Instant>) -> Pause {
        let (began, renew) = (Instant::now(), patience.renew.min(LONGEST));
        Pause { began, renew, renewal: began + renew, until }
    }

    fn end(&self) -> Instant {
        self.until.map_or(self.renewal, |until| until.min(self.renewal))
    }

    /// The server says that it is still there.
    fn renewed(&mut self) {
        self.renewal = (Instant::now() + self.renew).min(self.began + LONGEST);
    }

    fn is_over(&self) -> bool {
        Instant::now() >= self.end()
    }
}

impl Imap {
    /// Says a command that a server may well refuse; true if it did not.
    pub(super) async fn granted(&mut self, request: &Request, take: &mut super::Take<'_>) -> Result<bool, Error> {
        match self.run(request, take).await {
            Ok(_) => Ok(true),
            Err(Error::Refused(refusal)) if refusal.to.is_some() => {
                self.remark(refusal.to_string());
                Ok(false)
            }
            Err(error) => Err(error),
        }
    }

    /// Waits until `heed` has heard what it waits for, until the server has to hear of us again, or until this moment.
    ///
    /// # Errors
    /// The connection's, a refusal, and the first of `heed`.
    pub async fn wait(
        &mut self,
        patience: Patience,
        until: Option<Instant>,
        heed: &mut Heed<'_>,
    ) -> Result<Woken, Error> {
        let mut pause = Pause::new(patience, until);
        let news = match self.can_idle() {
            true => self.idle(&mut pause, heed).await?,
            false => self.poll(patience.every, &mut pause, heed).await?,
        };
        Ok(match news {
            true => Woken::News,
            false if until.is_some_and(|until| Instant::now() >= until) => Woken::Over,
            false => Woken::Renewed,
        })
    }

    fn can_idle(&self) -> bool {
        self.has("IDLE") || self.has("IMAP4REV2")
    }

    async fn idle(&mut self, pause: &mut Pause, heed: &mut Heed<'_>) -> Result<bool, Error> {
        let mut news = false;
        // What has happened since the last answer may be told before the server lets us wait.
        let ticket = self.say(&Request::new(Verb::Idle), None, &mut ignore).await?;
        match self.listen(&ticket, &mut |told| hear(told, &mut news, heed)).await? {
            Ended::Continue(_) => {}
            Ended::Command(status) => return Err(self.refused(&ticket, status)),
        }
        news = news || self.quiet(pause, heed).await?;
        self.session.queue(Outgoing { octets: b"DONE\r\n".to_vec(), secret: Vec::new() });
        self.finish(&ticket, &mut |told| hear(told, &mut news, heed)).await?;
        Ok(news)
    }

    async fn poll(&mut self, every: Duration, pause: &mut Pause, heed: &mut Heed<'_>) -> Result<bool, Error> {
        let mut news = false;
        while !news && !pause.is_over() {
            let mut next = Pause { renewal: Instant::now() + every, until: Some(pause.end()), ..*pause };
            news = self.quiet(&mut next, heed).await? || self.noop(heed).await?;
        }
        Ok(news)
    }

    async fn noop(&mut self, heed: &mut Heed<'_>) -> Result<bool, Error> {
        let mut news = false;
        self.run(&Request::new(Verb::Noop), &mut |told| hear(told, &mut news, heed)).await?;
        Ok(news)
    }

    /// What the server tells unasked, while nothing is said; true as soon as that was waited for.
    pub(super) async fn rest(
        &mut self,
        patience: Patience,
        until: Option<Instant>,
        heed: &mut Heed<'_>,
    ) -> Result<bool, Error> {
        self.quiet(&mut Pause::new(patience, until), heed).await
    }

    async fn quiet(&mut self, pause: &mut Pause, heed: &mut Heed<'_>) -> Result<bool, Error> {
        loop {
            let Ok(turn) = timeout_at(pause.end(), self.session.turn("news", FOREVER)).await else { return Ok(false) };
            let turn = turn?;
            match self.aside(&turn)? {
                Some(data) if heed(data)? => return Ok(true),
                // `* OK Still here`.
                Some(Data::Status(Status { state: State::Ok, .. })) => pause.renewed(),
                _ => {}
            }
        }
    }
}

fn hear(told: Told<'_>, news: &mut bool, heed: &mut Heed<'_>) -> Result<(), Error> {
    if let Some(data) = only_data(told)? {
        *news |= heed(data)?;
    }
    Ok(())
}
