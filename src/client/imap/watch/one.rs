//! One mailbox, which is selected and listened to: IDLE, else NOOP.

use tokio::time::Instant;

use super::known::Known;
use super::{Tell, Watch};
use crate::client::imap::idle::Woken;
use crate::client::imap::{Error, Imap};

/// So much told at once is enough for one round.
const MANY: usize = 1000;

impl Watch {
    pub(super) async fn begin_one(&mut self, imap: &mut Imap, tell: &mut Tell<'_>) -> Result<(), Error> {
        let mailbox = imap.selected().cloned().unwrap_or_default();
        let known = self.known.entry(mailbox.name.clone()).or_insert_with(|| Known::new(&mailbox.name));
        let first = !known.begin(&mailbox, tell)?;
        Watch::look(imap, known, first, tell).await
    }

    /// Until messages came, or the server has to hear of us again.
    pub(super) async fn listen(
        &mut self,
        imap: &mut Imap,
        until: Option<Instant>,
        tell: &mut Tell<'_>,
    ) -> Result<(), Error> {
        let Some(known) = self.known.values_mut().next() else { return Ok(()) };
        // Some may have come while others were asked for.
        if known.is_behind() {
            return Watch::arrivals(imap, known, tell).await;
        }
        let mut told = 0;
        let woken = imap
            .wait(self.patience, until, &mut |data| {
                told += 1;
                known.take(data, tell)?;
                Ok(known.is_behind() || known.stale || told >= MANY)
            })
            .await?;
        // Flags that nobody has told, messages that went unseen.
        match woken == Woken::Renewed || known.stale {
            true => Watch::look(imap, known, false, tell).await,
            false => Watch::arrivals(imap, known, tell).await,
        }
    }
}
