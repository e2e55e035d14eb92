//! The wait for a greeting, which is long, and remarked on while it lasts.

use std::time::Duration;

use tokio::time::timeout;

use crate::net::{self, Session};
use crate::proto::{Dialogue, Turn};
use crate::transcript::Weight;

/// When the silence of a server is remarked on.
const SILENCE: Duration = Duration::from_secs(5);

/// The first turn of a server.
///
/// # Errors
/// [`net::Error::Timeout`], which says what may be the cause, and whatever ends a connection.
pub(super) async fn wait<D: Dialogue>(
    session: &mut Session<D>,
    limit: Duration,
) -> Result<Turn<D::Message>, net::Error> {
    let soon = SILENCE.min(limit);
    match timeout(soon, turn(session, limit, limit)).await {
        Ok(turn) => turn,
        Err(_) if soon == limit => Err(none(limit)),
        Err(_) => {
            let text = "no greeting yet: if the port speaks TLS from the first octet, --tls implicit is the way in";
            session.note(Weight::Info, text);
            turn(session, limit.saturating_sub(SILENCE), limit).await
        }
    }
}

async fn turn<D: Dialogue>(
    session: &mut Session<D>,
    limit: Duration,
    whole: Duration,
) -> Result<Turn<D::Message>, net::Error> {
    match session.turn("the greeting", limit).await {
        // The deadline may have come before the limit.
        Err(net::Error::Timeout { after, .. }) if after < limit => Err(none(after)),
        Err(net::Error::Timeout { .. }) => Err(none(whole)),
        other => other,
    }
}

fn none(after: Duration) -> net::Error {
    let hint = Some("perhaps the port speaks TLS from the first octet: try --tls implicit");
    net::Error::Timeout { what: "a greeting".to_owned(), after, hint }
}
