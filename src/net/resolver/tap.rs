//! Streams that tell what goes through them: every message of both sides, as the octets went over the wire.

use std::io;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};

use bytes::Bytes;
use jiff::Timestamp;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

use crate::base::Finding;
use crate::net::Io;
use crate::proto::dns::{Dialogue, Frames, Message, Question};
use crate::proto::{Meaningful, Side, Turn};
use crate::transcript::{Note, SessionId, Sink, View, Weight};

/// Tells the transcript what is said to name servers, and keeps what their answers got wrong.
#[derive(Clone)]
pub(super) struct Teller {
    sink: Option<Arc<dyn Sink>>,
    dialogue: Arc<Mutex<Dialogue>>,
}

impl Teller {
    pub fn new(sink: Option<Arc<dyn Sink>>) -> Teller {
        Teller { sink, dialogue: Arc::default() }
    }

    pub fn note(&self, weight: Weight, text: impl Into<String>) {
        if let Some(sink) = &self.sink {
            sink.note(SessionId::NAME_SERVERS, &Note::new(Timestamp::now(), weight, text.into()));
        }
    }

    /// What an answer to this question got wrong.
    pub fn deviation(&self, question: &Question) -> Option<Finding> {
        self.lock().deviation(question)
    }

    pub fn tell(&self, side: Side, octets: Bytes, channel: Channel) {
        let at = Timestamp::now();
        let turn = self.lock().message(side, octets, at);
        self.show(&turn, at, channel);
    }

    /// A message of the server that the end of the connection cut short.
    pub fn tell_incomplete(&self, octets: Bytes, channel: Channel) {
        self.show(&Dialogue::incomplete(octets), Timestamp::now(), channel);
    }

    fn show(&self, turn: &Turn<Message>, at: Timestamp, channel: Channel) {
        let Some(sink) = &self.sink else { return };
        let view = View {
            at,
            protocol: "dns",
            side: turn.side,
            tls: channel != Channel::Clear,
            unverified: channel == Channel::Unverified,
            octets: &turn.octets,
            meaning: turn.message.meaning(),
            message: &turn.message,
            secret: &[],
            findings: &turn.findings,
        };
        sink.turn(SessionId::NAME_SERVERS, &view);
    }

    fn lock(&self) -> MutexGuard<'_, Dialogue> {
        self.dialogue.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Through what the messages go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Channel {
    Clear,
    Tls,
    /// TLS, whoever is at the other end.
    Unverified,
}

/// A stream with a tap.
pub(super) struct Stream {
    inner: Box<dyn Io>,
    teller: Teller,
    channel: Channel,
    frames: [Frames; 2],
}

impl Stream {
    pub fn new(inner: Box<dyn Io>, teller: Teller, channel: Channel) -> Stream {
        Stream { inner, teller, channel, frames: Default::default() }
    }

    fn pass(&mut self, side: Side, octets: &[u8]) {
        let [client, server] = &mut self.frames;
        let frames = if side == Side::Client { client } else { server };
        frames.push(octets);
        while let Some(message) = frames.take() {
            self.teller.tell(side, message, self.channel);
        }
    }
}

impl AsyncRead for Stream {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        let polled = Pin::new(&mut self.inner).poll_read(cx, buffer);
        let octets = buffer.filled().get(before..).unwrap_or_default().to_vec();
        self.pass(Side::Server, &octets);
        polled
    }
}

impl AsyncWrite for Stream {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, octets: &[u8]) -> Poll<io::Result<usize>> {
        let polled = Pin::new(&mut self.inner).poll_write(cx, octets);
        if let Poll::Ready(Ok(sent)) = polled {
            self.pass(Side::Client, octets.get(..sent).unwrap_or_default());
        }
        polled
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_shutdown(cx)
    }
}

/// What came of a message that did not come whole is told too.
impl Drop for Stream {
    fn drop(&mut self) {
        if let Some(rest) = self.frames[1].rest() {
            self.teller.tell_incomplete(rest, self.channel);
        }
    }
}
