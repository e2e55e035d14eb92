//! Carries the steps of a SASL mechanism over whichever protocol is spoken (RFC 4422, RFC 4954).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::net::Outgoing;
use crate::proto::sasl::{self, Client, Mechanism, Message};

/// What a server says to a step.
#[derive(Debug)]
pub enum Answer<R> {
    /// It asks for more.
    Challenge(Vec<u8>),
    /// It is content; some protocols let data come along.
    Success(Option<Vec<u8>>),
    /// It is not.
    Refused(R),
}

/// A protocol that can carry SASL. The messages are raw: base64 and framing are the protocol's.
#[expect(async_fn_in_trait, reason = "the flows of one connection stay on one thread")]
pub trait Carrier {
    /// What a refusal looks like.
    type Refusal;
    /// What can go wrong with the connection.
    type Error: From<sasl::Error>;

    /// Names the mechanism, with the initial response if there is one.
    async fn begin(&mut self, mechanism: &str, initial: Option<Message>) -> Result<Answer<Self::Refusal>, Self::Error>;
    /// Answers a challenge.
    async fn respond(&mut self, response: Message) -> Result<Answer<Self::Refusal>, Self::Error>;
    /// Tells the user something.
    fn note(&self, text: String);
    /// Calls the exchange off.
    async fn cancel(&mut self) -> Result<(), Self::Error>;
}

/// Drives `client` to its end. `Ok(Err(_))`: the server refused.
///
/// # Errors
/// The connection's, or the mechanism's: a challenge that is wrong or a server that cannot prove itself. The exchange
/// is called off before such an error is returned.
pub async fn authenticate<C: Carrier>(carrier: &mut C, mut client: Client) -> Result<Result<(), C::Refusal>, C::Error> {
    let initial = client.initial()?;
    let mut answer = carrier.begin(client.mechanism().name(), initial).await?;
    loop {
        answer = match answer {
            Answer::Refused(refusal) => {
                tell_unbound(carrier, client.mechanism());
                return Ok(Err(refusal));
            }
            Answer::Success(data) => {
                match data {
                    Some(data) => client.finish_with(&data)?,
                    None => client.finish()?,
                }
                return Ok(Ok(()));
            }
            Answer::Challenge(challenge) => match client.step(&challenge) {
                Ok(response) => {
                    if let Some(reason) = client.reason() {
                        carrier.note(format!("{} is refused; the server reports: {reason}", client.mechanism()));
                    }
                    carrier.respond(response).await?
                }
                Err(error) => {
                    if matches!(error, sasl::Error::Server(_)) {
                        tell_unbound(carrier, client.mechanism());
                    }
                    // What the peer makes of that says less than why it was done.
                    let _ = carrier.cancel().await;
                    return Err(error.into());
                }
            },
        }
    }
}

/// Where it is refused, password and user may be right: servers that bind to something else refuse it too.
fn tell_unbound<C: Carrier>(carrier: &C, mechanism: Mechanism) {
    if let Some(same) = mechanism.unbound() {
        carrier.note(format!("{mechanism} is refused; --auth {same} logs in without binding to the TLS connection"));
    }
}

/// The line that opens an exchange where its messages are in base64, and what has to wait for the server's go-ahead.
pub(super) struct Opening {
    /// The line, with its end.
    pub line: Outgoing,
    /// The initial response, encoded, if it did not fit; there an empty one is an empty line.
    pub later: Option<Vec<u8>>,
}

impl Opening {
    /// `line` with the initial response, if both and CRLF have at most `longest` octets.
    pub fn new(line: String, initial: Option<Message>, longest: usize) -> Opening {
        let (mut octets, mut secret) = (line.into_bytes(), Vec::new());
        let (now, later) = match initial.as_deref().map(|initial| encode(initial)) {
            Some(encoded) if octets.len() + encoded.len() + 3 <= longest => (Some(encoded), None),
            encoded => (None, encoded.map(|encoded| if encoded == b"=" { Vec::new() } else { encoded })),
        };
        if let Some(initial) = now {
            octets.push(b' ');
            secret.push(octets.len()..octets.len() + initial.len());
            octets.extend_from_slice(&initial);
        }
        octets.extend_from_slice(b"\r\n");
        Opening { line: Outgoing { octets, secret }, later }
    }
}

/// Base64; `=` stands for an empty initial response (RFC 4954 §4, RFC 5034 §4).
pub(super) fn encode(message: &[u8]) -> Vec<u8> {
    if message.is_empty() { b"=".to_vec() } else { STANDARD.encode(message).into_bytes() }
}
