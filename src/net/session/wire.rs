//! Octets in and out: reading while writing, and what a broken connection still had to say.

use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use tokio::io::ReadBuf;
use tokio::time::{Instant, timeout_at};

use super::{MAX_ANSWERS, MAX_COMMANDS, Sent, Session, peer, stopped};
use crate::net::Error;
use crate::net::deflate::Deflate;
use crate::net::tls::TlsError;
use crate::proto::{Dialogue, Fed, Side};
use crate::transcript::Weight;

enum Step {
    Read(std::io::Result<usize>),
    Wrote(std::io::Result<usize>),
    Flushed(std::io::Result<()>),
}

impl<D: Dialogue> Session<D> {
    pub(super) async fn read(&mut self) -> Result<(), Error> {
        let count = poll_fn(|cx| self.poll_read(cx)).await?;
        self.received(count)
    }

    pub(super) fn poll_read(&mut self, cx: &mut Context<'_>) -> Poll<std::io::Result<usize>> {
        let mut buffer = ReadBuf::new(&mut self.input);
        let poll = Pin::new(&mut *self.stream).poll_read(cx, &mut buffer);
        poll.map_ok(|()| buffer.filled().len())
    }

    pub(super) fn received(&mut self, count: usize) -> Result<(), Error> {
        if count == 0 {
            self.ended = true;
            return Ok(());
        }
        let octets = self.input.get(..count).unwrap_or_default();
        if !std::mem::replace(&mut self.heard, true) && self.tls.is_none() && looks_like_tls(octets) {
            return Err(match self.side {
                Side::Client => TlsError::TlsExpected.into(),
                Side::Server => TlsError::TlsUnexpected.into(),
            });
        }
        self.stash.extend_from_slice(octets);
        self.feed_stash();
        Ok(())
    }

    fn feed_stash(&mut self) {
        if self.stash.is_empty() {
            return;
        }
        let stash = std::mem::take(&mut self.stash);
        let fed = self.dialogue.feed(peer(self.side), &stash);
        if let Fed::Held { taken } = fed {
            self.stash = stash.get(taken..).unwrap_or_default().to_vec();
        }
        self.after_feed(fed);
    }

    fn after_feed(&mut self, fed: Fed) {
        if let Fed::Upgrade { client, server } = fed {
            self.upgrade = Some((client, server));
        }
        while let Some(turn) = self.dialogue.next() {
            self.tell(turn);
        }
        if let Some((client, server)) = self.dialogue.compressed() {
            self.compress(client, server);
        }
    }

    /// What goes in and out is compressed from here on (RFC 4978 §3); what the peer has said behind the go-ahead is so
    /// already.
    fn compress(&mut self, client: Bytes, server: Bytes) {
        self.note(Weight::Info, "COMPRESS=DEFLATE is on");
        let (own, peers) = if self.side == Side::Client { (client, server) } else { (server, client) };
        self.stream = Box::new(Deflate::new(self.take_stream(), peers.into()));
        self.compressed = true;
        // What was said too early is shown, whatever the peer makes of it.
        self.feed_own(&own);
    }

    /// Writes and flushes, reading whenever something is there. What the peer says before the first `payload` octets
    /// were handed over ends it. Once they are out, trouble with the rest is left to whoever waits for the answer.
    pub(super) async fn write(&mut self, octets: &[u8], limit: Duration, payload: usize) -> Result<Sent, Error> {
        let limit = self.within(limit);
        let mut until = Instant::now() + limit;
        let mut stop = self.stop.clone();
        let (mut rest, mut out) = (octets, false);
        loop {
            let handed = octets.len() - rest.len();
            let early = handed < payload;
            // Behind the payload comes a flush, so that it is known to be out, and only then the rest.
            let next = if payload > 0 && !early && !out { &[] } else { rest };
            let step = tokio::select! {
                biased;
                step = timeout_at(until, poll_fn(|cx| self.poll_either(cx, next))) => step,
                () = stopped(&mut stop) => return Err(self.interrupted("the peer taking what is sent")),
            };
            match step {
                Ok(Step::Flushed(Ok(()))) if rest.is_empty() => return Ok(Sent::All),
                Ok(Step::Flushed(Ok(()))) => out = true,
                Ok(Step::Wrote(Ok(count @ 1..))) => {
                    let (now, later) = rest.split_at_checked(count).unwrap_or((rest, &[]));
                    self.said += now.len() as u64;
                    self.feed_own(now);
                    rest = later;
                    until = Instant::now() + limit;
                }
                Ok(Step::Read(Ok(count @ 1..))) => {
                    self.received(count)?;
                    if early && self.has_turn() {
                        self.tell_unfinished();
                        return Ok(Sent::Interrupted);
                    }
                }
                // It says no more, but may still listen.
                Ok(Step::Read(Ok(_))) if !early => self.ended = true,
                Ok(Step::Read(end) | Step::Wrote(end)) => return self.broken(end.err(), early, out || payload == 0),
                Ok(Step::Flushed(Err(error))) => return self.broken(Some(error), early, out || payload == 0),
                Err(_) if out => {
                    self.output.octets.splice(0..0, rest.iter().copied());
                    return Ok(Sent::All);
                }
                Err(_) => {
                    self.tell_unfinished();
                    return Err(self.late("the peer taking what is sent", limit));
                }
            }
        }
    }

    /// The connection broke while we spoke. What the peer said last may still be there, and says why.
    fn broken(&mut self, error: Option<std::io::Error>, early: bool, out: bool) -> Result<Sent, Error> {
        let mut nobody = Context::from_waker(std::task::Waker::noop());
        while let Poll::Ready(Ok(count @ 1..)) = self.poll_read(&mut nobody) {
            self.received(count)?;
        }
        self.ended = true;
        let error = error.map(Error::from);
        match error {
            _ if self.has_turn() && early => {
                self.tell_unfinished();
                Ok(Sent::Interrupted)
            }
            // Whoever waits for the answer is told of it.
            error if self.has_turn() || out => {
                self.trouble = error.filter(|error| !matches!(error, Error::Io(_)));
                Ok(Sent::All)
            }
            Some(error) => Err(error),
            None => Err(Error::Closed { what: "the peer taking what is sent".to_owned() }),
        }
    }

    pub(super) fn interrupted(&mut self, what: &str) -> Error {
        self.tell_unfinished();
        Error::Interrupted { what: what.to_owned() }
    }

    fn feed_own(&mut self, octets: &[u8]) {
        let fed = self.dialogue.feed(self.side, octets);
        self.after_feed(fed);
        self.feed_stash();
    }

    fn poll_either(&mut self, cx: &mut Context<'_>, octets: &[u8]) -> Poll<Step> {
        let room = if self.side == Side::Client { MAX_ANSWERS } else { MAX_COMMANDS };
        if !self.ended
            && self.stash.is_empty()
            && self.weight < room
            && let Poll::Ready(read) = self.poll_read(cx)
        {
            return Poll::Ready(Step::Read(read));
        }
        match octets.is_empty() {
            true => Pin::new(&mut *self.stream).poll_flush(cx).map(Step::Flushed),
            false => Pin::new(&mut *self.stream).poll_write(cx, octets).map(Step::Wrote),
        }
    }
}

/// A TLS record: an alert or a handshake of version 3.x (RFC 8446 §5.1).
fn looks_like_tls(octets: &[u8]) -> bool {
    matches!(octets, [0x15 | 0x16, 0x03, ..])
}
