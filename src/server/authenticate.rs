//! The server's end of a SASL exchange, over whichever protocol is spoken (RFC 4422, RFC 4954).

use crate::proto::sasl::{Refusal, Server, Step, Users};

/// What a client answers to a challenge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Response {
    /// Octets, decoded.
    Octets(Vec<u8>),
    /// It calls the exchange off.
    Cancelled,
    /// What it says is not base64.
    Malformed,
}

/// How an exchange ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The client is who it says.
    Accepted {
        /// Its name.
        user: String,
    },
    /// It is not.
    Refused(Refusal),
    /// It called the exchange off.
    Cancelled,
}

/// A protocol that can carry challenges. They are raw: base64 and framing are the protocol's.
pub trait Carrier {
    /// What can go wrong with the connection.
    type Error;

    /// Puts a challenge and waits for the response.
    fn challenge(&mut self, challenge: &[u8]) -> impl Future<Output = Result<Response, Self::Error>> + Send;
}

/// Drives `server` to its end.
pub async fn authenticate<C: Carrier + Send>(
    carrier: &mut C,
    mut server: Server,
    initial: Option<Response>,
    users: &(dyn Users + Sync),
) -> Result<Verdict, C::Error> {
    let mut response = match (initial, server.first()) {
        (Some(response), _) => response,
        (None, challenge) => carrier.challenge(&challenge.unwrap_or_default()).await?,
    };
    loop {
        let octets = match response {
            Response::Octets(octets) => octets,
            Response::Cancelled => return Ok(Verdict::Cancelled),
            Response::Malformed => return Ok(Verdict::Refused(Refusal::Malformed("the response is not base64"))),
        };
        response = match server.step(&octets, users) {
            Step::Challenge(challenge) => carrier.challenge(&challenge).await?,
            Step::Refused(refusal) => return Ok(Verdict::Refused(refusal)),
            Step::Accepted { authcid, data: None, .. } => return Ok(Verdict::Accepted { user: authcid }),
            // The proof of the server goes as a last challenge, which the client answers with nothing.
            Step::Accepted { authcid, data: Some(data), .. } => {
                return match carrier.challenge(&data).await? {
                    Response::Octets(empty) if empty.is_empty() => Ok(Verdict::Accepted { user: authcid }),
                    Response::Cancelled => Ok(Verdict::Cancelled),
                    _ => Ok(Verdict::Refused(Refusal::Malformed("the last response must be empty"))),
                };
            }
        };
    }
}
