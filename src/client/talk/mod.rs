//! A conversation that somebody else leads: lines come from a person or a script and go as they are; only TLS, SASL,
//! dots, tags and literals are helped with (RFC 5321, RFC 3030, RFC 3207, RFC 4954; RFC 1939, RFC 2595, RFC 5034;
//! RFC 9051).

mod auth;
mod imap;
mod lines;
mod literal;
mod pop3;
mod secret;
mod smtp;
mod tongue;

pub use imap::{Imap, Tags};
pub use literal::Literal;
pub use pop3::Pop3;
pub use secret::{Said, read};
pub use smtp::Smtp;
pub use tongue::{Offer, Tongue};

use std::io;
use std::time::Duration;

use self::lines::Talk;
use self::tongue::Next;
use super::{Error, Limits};
use crate::net::endpoint::Host;
use crate::net::{Dial, Session, Tls};
use crate::proto::Side;
use crate::proto::sasl::{Credentials, Means, Mechanism};
use crate::transcript::{Attempt, Note, SessionId, Weight};

/// Whoever leads may think for as long as it likes.
const FOREVER: Duration = Duration::from_secs(365 * 24 * 3600);

/// How to get to a server, and what may be done there.
pub struct Way {
    /// The server, as it was given.
    pub host: Host,
    /// Its port.
    pub port: u16,
    /// How the connection is made.
    pub dial: Dial,
    /// How long to wait for the server.
    pub limits: Limits,
    /// A deviation of the server is a failure.
    pub strict: bool,
    /// The lines are a script: what breaks the protocol ends it, for nobody is there to judge.
    pub script: bool,
    /// What TLS is to be.
    pub security: Security,
    /// What may be done when AUTH is said.
    pub login: Login,
}

/// What TLS is to be.
pub struct Security {
    /// It begins with the first octet.
    pub implicit: bool,
    /// STARTTLS must work where it is said.
    pub starttls: bool,
    /// A certificate that does not verify ends the conversation.
    pub verified: bool,
    /// Whom to trust.
    pub tls: Tls,
}

/// What may be done when AUTH is said.
pub struct Login {
    /// The mechanisms to choose from, in this order; by default the strongest that is offered.
    pub mechanisms: Option<Vec<Mechanism>>,
    /// What there is to show, or will be asked for.
    pub means: Means,
    /// A password may go over clear text.
    pub clear: bool,
    /// A password may go to a server whose certificate did not verify.
    pub unverified: bool,
    /// Makes a fresh nonce for each exchange.
    pub nonce: fn() -> String,
}

/// What the next line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// A command.
    Command,
    /// The answer to a challenge in an exchange that nobody else carries (RFC 4954 §4).
    Credentials,
    /// Content of DATA or BDAT, or of a literal, or what stands behind that.
    Content,
    /// Content behind a DATA or a literal that was refused: it goes nowhere.
    Refused,
    /// What ends IDLE (RFC 9051 §6.3.13).
    Done,
}

/// What is asked for, and where it goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ask {
    /// What the line is.
    pub asked: Asked,
    /// It goes through TLS.
    pub tls: bool,
    /// TLS without verification, because that was asked for.
    pub insecure: bool,
}

/// Who leads the conversation.
#[expect(async_fn_in_trait, reason = "the flows of one connection stay on one thread")]
pub trait Speaker {
    /// The next line, without its end; `None` if there are no more.
    async fn line(&mut self, ask: Ask) -> io::Result<Option<Vec<u8>>>;
    /// Whether there is somebody to log in as, or somebody to ask.
    fn has_account(&self) -> bool;
    /// Who logs in, with what the mechanism takes; `None` if that was called off.
    async fn account(&mut self, takes: Means) -> io::Result<Option<Credentials>>;
    /// The octets of a file that a line names; `None` if there are none, which was told.
    fn open(&mut self, path: &str) -> io::Result<Option<Literal>>;
    /// What the server offers changed. `None`: it has not been asked.
    fn offered(&mut self, offer: Option<&Offer>);
    /// Whether what is said from now on was seen as it was typed.
    fn seen(&mut self, seen: bool);
}

/// How a conversation ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct End<R> {
    /// The first refusal.
    pub refusal: Option<R>,
    /// The lines ended in the middle of a message or of a login: the server did not take it.
    pub cut: bool,
}

/// Speaks as `speaker` says, until it takes leave, has no more lines, or the server goes.
///
/// # Errors
/// The connection's. In a script also what breaks the protocol, and a login that must not or cannot be.
pub async fn talk<T: Tongue>(
    way: &Way,
    speaker: &mut impl Speaker,
    tongue: T,
) -> Result<End<T::Refusal>, Error<T::Refusal>> {
    let _attempt = Attempt::new(SESSION, way.dial.sink.clone());
    let ended = open(way, speaker, tongue).await;
    if let (Err(error), Some(sink)) = (&ended, &way.dial.sink) {
        let note = Note::new(jiff::Timestamp::now(), Weight::Amiss, error.to_string());
        sink.note(SESSION, &note);
    }
    ended
}

/// There is only one.
const SESSION: SessionId = SessionId(1);

async fn open<T: Tongue>(
    way: &Way,
    speaker: &mut impl Speaker,
    tongue: T,
) -> Result<End<T::Refusal>, Error<T::Refusal>> {
    let connected = way.dial.connect(SESSION, &way.host, way.port, &[]).await?;
    let session = Session::new(connected.stream, T::dialogue(), Side::Client, SESSION, way.dial.sink.clone());
    lead(way, speaker, tongue, session).await
}

/// The same over a connection that is there already.
pub async fn lead<T: Tongue>(
    way: &Way,
    speaker: &mut impl Speaker,
    tongue: T,
    session: Session<T::Dialogue>,
) -> Result<End<T::Refusal>, Error<T::Refusal>> {
    let mut session = session.strict(way.strict).deadline(way.dial.deadline).stop(way.dial.stop.clone());
    session = session.suspecting(way.dial.suspicion());
    if way.security.implicit {
        session = session.upgrade(&way.security.tls, &way.host, true, way.limits.greeting).await?;
    }
    let mut talk = Talk::new(way, speaker, tongue);
    let mut next = talk.greeting(&mut session).await?;
    loop {
        next = match next {
            Next::On | Next::NoTls(_) => talk.step(&mut session).await?,
            Next::Upgrade => {
                session = talk.secure(session).await?;
                Next::On
            }
            Next::Leave => {
                talk.leave(session).await?;
                break;
            }
            Next::Gone => {
                session.close(way.limits.quit).await;
                break;
            }
            // What was half said must not look whole: no farewell, and no end of TLS that was meant.
            Next::Drop => break,
        };
    }
    Ok(talk.end())
}
