//! What was said, made into something to read or to keep: the one storage, and its views.
//!
//! Every octet of every connection passes a [`Sink`]. The views yield labelled spans ([`text::Line`]); whoever
//! prints gives the labels colours.

pub mod explanation;
pub mod ndjson;
pub mod phases;
pub mod text;
mod timing;
pub mod waterfall;

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use jiff::Timestamp;

use crate::base::Finding;
pub use crate::proto::explain::MASK;
use crate::proto::{Meaning, Meaningful, Side};

/// The number of a connection, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SessionId(pub u32);

impl SessionId {
    /// The conversation with name servers: there is one, and its lines bear no number.
    pub const NAME_SERVERS: SessionId = SessionId(0);
}

/// A turn, erased of its protocol.
#[derive(Clone, Debug)]
pub struct View<'a> {
    /// When it was complete.
    pub at: Timestamp,
    /// The protocol's name, in lower case.
    pub protocol: &'static str,
    /// Who said it.
    pub side: Side,
    /// Whether it went through TLS.
    pub tls: bool,
    /// TLS without verification, because that was asked for: whoever reads must see it on every line.
    pub unverified: bool,
    /// The octets as they went over the wire.
    pub octets: &'a [u8],
    /// What they mean.
    pub meaning: Meaning,
    /// What can explain them.
    pub message: &'a dyn Meaningful,
    /// Where in `octets` secrets stand: ascending, not overlapping.
    pub secret: &'a [Range<usize>],
    /// What departs from the RFCs.
    pub findings: &'a [Finding],
}

/// A remark of ours between the turns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// When.
    pub at: Timestamp,
    /// The weight of it.
    pub weight: Weight,
    /// One line of text; what it quotes of a peer is escaped already.
    pub text: Cow<'static, str>,
    /// How far the way to the server has come, for who measures it.
    pub stage: Option<Stage>,
}

/// A stage of the way to a server, before anything is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stage {
    /// It begins: times count from here.
    Begin,
    /// The host's addresses are known.
    Dns,
    /// The connection stands.
    Connect,
    /// A proxy has led on to the next place.
    Proxy,
    /// The handshake of TLS is done.
    Tls,
}

/// How much a [`Note`] matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Only for who asks for more.
    Detail,
    /// What happens.
    Info,
    /// Something is not as it should be. What comes of it is told by itself: in a result, by an error, by another try.
    Amiss,
    /// Something is not as it should be, and nothing else says so: it is told without a transcript too.
    Warning,
}

/// Where turns and notes go.
pub trait Sink: Send + Sync {
    /// One turn of one connection.
    fn turn(&self, session: SessionId, view: &View<'_>);
    /// One remark on one connection.
    fn note(&self, session: SessionId, note: &Note);
    /// The connection is over: no more turns come. It may be said once more, behind a remark on why it ended.
    fn end(&self, _session: SessionId) {}
}

/// An attempt to make a connection: whatever ends it, be it that nobody waits for it any longer, its sink is told.
pub struct Attempt {
    sink: Option<Arc<dyn Sink>>,
    session: SessionId,
}

impl Attempt {
    /// One that begins.
    pub fn new(session: SessionId, sink: Option<Arc<dyn Sink>>) -> Attempt {
        Attempt { sink, session }
    }

    /// The connection stands, and tells its own end.
    pub fn stands(mut self) {
        self.sink = None;
    }
}

impl Drop for Attempt {
    fn drop(&mut self) {
        if let Some(sink) = &self.sink {
            sink.end(self.session);
        }
    }
}

impl Note {
    /// A remark.
    pub fn new(at: Timestamp, weight: Weight, text: impl Into<Cow<'static, str>>) -> Note {
        Note { at, weight, text: text.into(), stage: None }
    }

    /// The same, said when this was reached.
    pub fn at_end_of(self, stage: Stage) -> Note {
        Note { stage: Some(stage), ..self }
    }
}

impl Stage {
    /// The word that stands for it in recordings.
    pub fn name(self) -> &'static str {
        match self {
            Stage::Begin => "begin",
            Stage::Dns => "dns",
            Stage::Connect => "connect",
            Stage::Proxy => "proxy",
            Stage::Tls => "TLS",
        }
    }
}

impl fmt::Display for SessionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
