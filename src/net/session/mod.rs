//! A connection with its dialogue: no octet goes in or out that the transcript does not see.

mod telling;
mod wire;

use std::collections::VecDeque;
use std::future::poll_fn;
use std::ops::Range;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use jiff::Timestamp;
use tokio::io::AsyncWriteExt;
use tokio::time::{Instant, timeout};

use crate::base::Finding;
use crate::net::endpoint::Host;
use crate::net::tls::{ServerTls, Tls, TlsError, TlsFacts};
use crate::net::{Deadline, Error, Io};
use crate::proto::explain::ClearTextBehindGoAhead;
use crate::proto::{Dialogue, Side, Turn};
use crate::transcript::{Note, SessionId, Sink, Stage, Weight};

/// How many octets are read at once.
const READ: usize = 32 * 1024;
/// While the turns of the peer that wait to be taken are heavier than this, in octets, nothing is read: it must wait.
/// The answers to any pipeline of ours weigh less.
const MAX_ANSWERS: usize = 8 * 1024 * 1024;
/// The same where we are the server.
const MAX_COMMANDS: usize = 512 * 1024;
/// What a turn weighs besides its octets.
const TURN: usize = 256;

/// What may be the cause if a peer says nothing, unless something else is said.
pub const SUSPICION: &str =
    "perhaps the port speaks TLS from the first octet: a URL with smtps://, pop3s:// or imaps:// is the way in then";

/// What one side wants to say: octets, and where secrets stand in them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outgoing {
    /// As they go over the wire.
    pub octets: Vec<u8>,
    /// Ascending, not overlapping.
    pub secret: Vec<Range<usize>>,
}

/// How a piece of payload went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sent {
    /// All of it is on its way.
    All,
    /// The peer spoke before all was sent: see what it says.
    Interrupted,
}

/// One connection: stream, dialogue and sink.
pub struct Session<D: Dialogue> {
    stream: Box<dyn Io>,
    dialogue: D,
    side: Side,
    id: SessionId,
    sink: Option<Arc<dyn Sink>>,
    tls: Option<TlsFacts>,
    compressed: bool,
    strict: bool,
    deadline: Option<Deadline>,
    stop: Stop,
    suspicion: &'static str,
    input: Box<[u8]>,
    /// Octets of the peer that the dialogue could not take yet.
    stash: Vec<u8>,
    output: Outgoing,
    inbox: VecDeque<Turn<D::Message>>,
    /// What the inbox weighs in octets.
    weight: usize,
    /// The peer has said something.
    heard: bool,
    /// Secrets in what we said, by their place in our stream.
    marked: VecDeque<Range<u64>>,
    /// Octets of ours that went out, and that were told as turns.
    said: u64,
    told: u64,
    /// Turns of both sides.
    turns: u64,
    upgrade: Option<(Bytes, Bytes)>,
    deviation: Option<Finding>,
    /// The peer ended its stream.
    ended: bool,
    /// Why, if it is known.
    trouble: Option<Error>,
}

impl<D: Dialogue> Session<D> {
    /// A connection of which we are `side`.
    pub fn new(stream: Box<dyn Io>, dialogue: D, side: Side, id: SessionId, sink: Option<Arc<dyn Sink>>) -> Self {
        Session {
            stream,
            dialogue,
            side,
            id,
            sink,
            tls: None,
            compressed: false,
            strict: false,
            deadline: None,
            stop: None,
            suspicion: SUSPICION,
            input: vec![0; READ].into_boxed_slice(),
            stash: Vec::new(),
            output: Outgoing::default(),
            inbox: VecDeque::new(),
            weight: 0,
            heard: false,
            marked: VecDeque::new(),
            said: 0,
            told: 0,
            turns: 0,
            upgrade: None,
            deviation: None,
            ended: false,
            trouble: None,
        }
    }

    /// Every finding about the peer becomes an error.
    pub fn strict(mut self, strict: bool) -> Self {
        self.strict = strict;
        self
    }

    /// Nothing waits beyond this moment.
    pub fn deadline(mut self, deadline: Option<Deadline>) -> Self {
        self.deadline = deadline;
        self
    }

    /// Nothing waits once this becomes true.
    pub fn stop(mut self, stop: Stop) -> Self {
        self.stop = stop;
        self
    }

    /// From here on nothing waits once this becomes true; without, everything waits as long as it may.
    pub fn heed(&mut self, stop: Stop) {
        self.stop = stop;
    }

    /// This may be the cause if the peer says nothing.
    pub fn suspecting(mut self, suspicion: &'static str) -> Self {
        self.suspicion = suspicion;
        self
    }

    /// What may be the cause if the peer says nothing.
    pub fn suspicion(&self) -> &'static str {
        self.suspicion
    }

    /// How many octets of ours went out.
    pub fn said(&self) -> u64 {
        self.said
    }

    fn within(&self, limit: Duration) -> Duration {
        Deadline::within(self.deadline, limit)
    }

    /// The wait for `what` took `after`, or all that was left.
    fn late(&self, what: &str, after: Duration) -> Error {
        let what = what.to_owned();
        match Deadline::come(self.deadline) {
            Some(deadline) => Error::Deadline { deadline, what },
            None => Error::Timeout { what, after, hint: None },
        }
    }

    /// Which connection this is.
    pub fn id(&self) -> SessionId {
        self.id
    }

    /// What TLS turned out to be, inside it.
    pub fn tls(&self) -> Option<&TlsFacts> {
        self.tls.as_ref()
    }

    /// What goes in and out is compressed.
    pub fn is_compressed(&self) -> bool {
        self.compressed
    }

    /// The conversation, to tell it what it cannot know.
    pub fn dialogue(&mut self) -> &mut D {
        &mut self.dialogue
    }

    /// Tells the transcript something.
    pub fn note(&self, weight: Weight, text: impl Into<std::borrow::Cow<'static, str>>) {
        self.tell_note(|at| Note::new(at, weight, text));
    }

    fn tell_note(&self, note: impl FnOnce(Timestamp) -> Note) {
        if let Some(sink) = &self.sink {
            sink.note(self.id, &note(Timestamp::now()));
        }
    }

    /// Says something when it is next waited for, together with what else is to be said by then.
    pub fn queue(&mut self, outgoing: Outgoing) {
        let at = self.output.octets.len();
        self.output.octets.extend_from_slice(&outgoing.octets);
        self.output.secret.extend(outgoing.secret.into_iter().map(|range| range.start + at..range.end + at));
    }

    /// Says something now, with whatever was queued before it. Reads while it writes.
    pub async fn send(&mut self, outgoing: Outgoing, limit: Duration) -> Result<(), Error> {
        self.queue(outgoing);
        self.flush(limit).await
    }

    /// Says a piece of payload, with what is queued behind it. Stops early if the peer says something before all of
    /// `payload` went out, since that can only be a refusal.
    pub async fn send_payload(&mut self, payload: &[u8], limit: Duration) -> Result<Sent, Error> {
        if self.has_turn() {
            return Ok(Sent::Interrupted);
        }
        if self.ended {
            // Whoever says no more cannot answer: the rest of the message is not for it.
            return Err(Error::Closed { what: "the peer taking what is sent".to_owned() });
        }
        if self.output.octets.is_empty() {
            return self.write(payload, limit, payload.len()).await;
        }
        let Outgoing { octets, secret } = std::mem::take(&mut self.output);
        let start = self.said + payload.len() as u64;
        self.marked.extend(secret.iter().map(|range| start + range.start as u64..start + range.end as u64));
        self.write(&[payload, &octets].concat(), limit, payload.len()).await
    }

    /// Says all that is queued.
    pub async fn flush(&mut self, limit: Duration) -> Result<(), Error> {
        if self.output.octets.is_empty() {
            return Ok(());
        }
        let Outgoing { octets, secret } = std::mem::take(&mut self.output);
        self.marked.extend(secret.iter().map(|range| self.said + range.start as u64..self.said + range.end as u64));
        self.write(&octets, limit, 0).await.map(|_| ())
    }

    /// The next turn of the peer, all of it within `limit`. `what` says what is waited for, for errors.
    pub async fn turn(&mut self, what: &str, limit: Duration) -> Result<Turn<D::Message>, Error> {
        self.wait(what, limit, false).await
    }

    /// The next turn of the peer, which may take long as long as some of it comes within `limit`.
    pub async fn content(&mut self, what: &str, limit: Duration) -> Result<Turn<D::Message>, Error> {
        self.wait(what, limit, true).await
    }

    async fn wait(&mut self, what: &str, limit: Duration, renewed: bool) -> Result<Turn<D::Message>, Error> {
        // What is said goes out when nothing more can be done without it: one write for many replies.
        if self.inbox.is_empty() {
            self.flush(limit).await?;
        }
        let limit = self.within(limit);
        let mut until = Instant::now() + limit;
        loop {
            if let Some(finding) = self.deviation.take().filter(|_| self.strict) {
                return Err(Error::Strict(finding));
            }
            if let Some(turn) = self.inbox.pop_front() {
                self.weight -= turn.octets.len() + TURN;
                return Ok(turn);
            }
            if self.ended {
                self.tell_unfinished();
                return Err(self.trouble.take().unwrap_or_else(|| Error::Closed { what: what.to_owned() }));
            }
            let mut stop = self.stop.clone();
            let read = tokio::select! {
                biased;
                () = stopped(&mut stop) => return Err(self.interrupted(what)),
                // Whoever never stops talking is heard no longer either.
                () = tokio::time::sleep_until(until) => None,
                read = self.read() => Some(read),
            };
            let Some(read) = read else {
                self.tell_unfinished();
                return Err(self.late(what, limit));
            };
            read?;
            if renewed {
                until = Instant::now() + self.within(limit);
            }
        }
    }

    /// Whether a turn of the peer is there already.
    pub fn has_turn(&self) -> bool {
        !self.inbox.is_empty()
    }

    /// The client's half of TLS: `required` makes a bad certificate an error. What was learnt in clear is forgotten.
    pub async fn upgrade(mut self, tls: &Tls, host: &Host, required: bool, limit: Duration) -> Result<Self, Error> {
        self.refuse_injection()?;
        let limit = self.within(limit);
        let behind_go_ahead = self.turns > 0;
        let stream = self.take_stream();
        let tell = |note| self.tell_note(|_| note);
        let mut stop = self.stop.clone();
        let connected = tokio::select! {
            biased;
            () = stopped(&mut stop) => Err(Error::Interrupted { what: "the TLS handshake".to_owned() }),
            connected = tls.connect(stream, host, required, limit, &tell) => connected,
        };
        let (stream, facts) = connected.map_err(|error| match error {
            Error::Tls(TlsError::ClearText) if behind_go_ahead => {
                let text = "the server speaks clear text behind its answer to STARTTLS";
                TlsError::Handshake(text.to_owned()).into()
            }
            Error::Tls(TlsError::TooSlow(_)) if Deadline::come(self.deadline).is_some() => {
                self.late("the end of the TLS handshake", limit)
            }
            Error::Tls(TlsError::TooSlow(after)) if behind_go_ahead => TlsError::Stalled(after).into(),
            // STARTTLS has to work where it must.
            Error::Tls(TlsError::Broken(why)) if behind_go_ahead => TlsError::Handshake(why).into(),
            other => other,
        })?;
        self.stream = stream;
        self.secured(facts);
        Ok(self)
    }

    /// The server's half of TLS.
    pub async fn accept(mut self, tls: &ServerTls, limit: Duration) -> Result<Self, Error> {
        self.refuse_injection()?;
        let stream = self.take_stream();
        let mut stop = self.stop.clone();
        let accepted = tokio::select! {
            biased;
            () = stopped(&mut stop) => Err(Error::Interrupted { what: "the client's TLS handshake".to_owned() }),
            accepted = tls.accept(stream, limit) => accepted,
        };
        let (stream, facts) = accepted?;
        self.stream = stream;
        self.tell_note(|at| Note::new(at, Weight::Info, facts.to_string()).at_end_of(Stage::Tls));
        self.secured(facts);
        Ok(self)
    }

    fn take_stream(&mut self) -> Box<dyn Io> {
        std::mem::replace(&mut self.stream, Box::new(tokio::io::empty()))
    }

    /// What the peer said in clear text behind the go-ahead is shown, and believed by nobody.
    fn refuse_injection(&mut self) -> Result<(), Error> {
        let (client, server) = self.upgrade.take().unwrap_or_default();
        let behind = if self.side == Side::Client { server } else { client };
        let mut octets = behind.to_vec();
        octets.append(&mut self.stash);
        if octets.is_empty() {
            return Ok(());
        }
        // Whatever a client said there may be a password.
        let secret = if self.side == Side::Server { vec![0..octets.len()] } else { Vec::new() };
        self.show_octets(peer(self.side), &octets, &ClearTextBehindGoAhead, &secret, &[]);
        Err(Error::Injection { octets: octets.len() })
    }

    fn secured(&mut self, facts: TlsFacts) {
        self.tls = Some(facts);
        if self.turns > 0 {
            self.dialogue.secured();
        }
        self.said = 0;
        self.told = 0;
        self.marked.clear();
    }

    /// Ends our side of the connection; TLS says so to the peer.
    pub async fn close(mut self, limit: Duration) {
        let _ = self.flush(limit).await;
        let _ = timeout(limit.min(Duration::from_secs(5)), self.stream.shutdown()).await;
    }

    /// Ends our side and waits a little for the peer to end its own, so that the last thing said still arrives.
    pub async fn linger(mut self, limit: Duration) {
        let _ = self.flush(limit).await;
        let _ = timeout(limit, async {
            self.stream.shutdown().await?;
            while poll_fn(|cx| self.poll_read(cx)).await? > 0 {}
            std::io::Result::Ok(())
        })
        .await;
    }
}

/// Whatever ends a session, no octet of it is lost to the transcript.
impl<D: Dialogue> Drop for Session<D> {
    fn drop(&mut self) {
        self.tell_unfinished();
        if let Some(sink) = &self.sink {
            sink.end(self.id);
        }
    }
}

/// Becomes true when everything is to end as soon as it can.
pub type Stop = Option<tokio::sync::watch::Receiver<bool>>;

/// Waits until it does.
pub(crate) async fn stopped(stop: &mut Stop) {
    let told = match stop {
        Some(stop) => stop.wait_for(|stop| *stop).await.is_ok(),
        None => false,
    };
    if !told {
        std::future::pending().await
    }
}

fn peer(side: Side) -> Side {
    match side {
        Side::Client => Side::Server,
        Side::Server => Side::Client,
    }
}
