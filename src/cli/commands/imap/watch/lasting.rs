//! A conversation that outlasts its connections: when one breaks the next is made, each time a little later.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::{Instant, sleep_until};

use super::super::Imap;
use super::super::conversation::{At, Need, Trouble, ended, no_user, plan, told};
use super::super::home::Home;
use crate::base::Exit;
use crate::cli::commands::{block_on, stop_at_signal};
use crate::cli::error::Failure;
use crate::cli::terminal::Terminal;
use crate::client::imap::{self, Error, Way, open};
use crate::transcript::{SessionId, Weight};

/// How soon a connection that broke is made again.
const FIRST: Duration = Duration::from_secs(1);
/// The longest wait for that.
const LONGEST: Duration = Duration::from_secs(5 * 60);
/// A connection that held so long had nothing wrong with it.
const GOOD: Duration = Duration::from_secs(60);

/// How long a conversation lasts.
pub struct Lasting {
    /// A connection that breaks is made again.
    pub reconnect: bool,
    /// When it ends.
    pub until: Option<Instant>,
    /// Becomes true when everything is to end.
    pub stop: Arc<watch::Sender<bool>>,
}

impl Lasting {
    /// Does `flow` over one connection after the other, until it is done; `None`: time was over before.
    pub fn converse(
        &self,
        args: &Imap,
        at: At<'_>,
        flow: impl AsyncFnMut(&mut imap::Imap) -> Result<Option<Exit>, Trouble>,
    ) -> Result<Option<Exit>, Failure> {
        let way = plan(&Home::new(args, None, at)?, args, at, Need::Login, Some(self.stop.subscribe()))?;
        block_on(async {
            stop_at_signal(self.stop.clone());
            self.connect(&way, at.1, flow).await
        })
    }

    /// Waits for what is still to be done behind a conversation; a signal ends that too.
    pub fn wait(&self, work: impl Future<Output = ()>) -> Result<(), Failure> {
        block_on(async {
            stop_at_signal(self.stop.clone());
            work.await;
            Ok(())
        })
    }

    async fn connect(
        &self,
        way: &Way,
        terminal: &Terminal,
        mut flow: impl AsyncFnMut(&mut imap::Imap) -> Result<Option<Exit>, Trouble>,
    ) -> Result<Option<Exit>, Failure> {
        let (mut pause, mut last) = (FIRST, None);
        loop {
            let began = Instant::now();
            match open(way).await {
                Ok(mut imap) => {
                    let id = imap.session().id();
                    last = Some(id);
                    let done = if imap.is_logged_in() { flow(&mut imap).await } else { Err(no_user().into()) };
                    imap.leave().await;
                    match done {
                        Err(Trouble::Imap(error)) if self.goes_on(&error, way) => way.server.tell(id, &error),
                        done => return done.or_else(|trouble| told(trouble, way, id, terminal).map(Some)),
                    }
                }
                Err(error) if last.is_some() && self.goes_on(&error, way) => {}
                Err(error) => return ended(&error, terminal).map(Some),
            }
            if began.elapsed() >= GOOD {
                pause = FIRST;
            }
            if !self.pause(pause, last, way).await {
                return Ok(None);
            }
            pause = (pause * 2).min(LONGEST);
        }
    }

    /// What may be otherwise next time.
    fn goes_on(&self, error: &Error, way: &Way) -> bool {
        let passing = matches!(error.exit(), Exit::TempFail | Exit::NoHost);
        self.reconnect && passing && !way.server.is_over()
    }

    /// False if that would be too late.
    async fn pause(&self, pause: Duration, last: Option<SessionId>, way: &Way) -> bool {
        let next = Instant::now() + pause;
        if let Some(id) = last {
            way.server.note(id, Weight::Info, format!("the connection is made again in {} s", pause.as_secs()));
        }
        let until = self.until.map_or(next, |until| until.min(next));
        let mut stop = self.stop.subscribe();
        tokio::select! {
            () = sleep_until(until) => {}
            _ = stop.wait_for(|stop| *stop) => {}
        }
        until == next
    }
}
