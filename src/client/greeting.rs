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
    let hint = session.tls().is_none().then_some(session.suspicion());
    match timeout(soon, turn(session, limit, limit)).await {
        Ok(turn) => turn,
        Err(_) if soon == limit => Err(none(limit, hint)),
        Err(_) => {
            let hint = hint.map_or_else(String::new, |hint| format!(": {hint}"));
            session.note(Weight::Info, format!("no greeting yet{hint}"));
            turn(session, limit.saturating_sub(SILENCE), limit).await
        }
    }
}

async fn turn<D: Dialogue>(
    session: &mut Session<D>,
    limit: Duration,
    whole: Duration,
) -> Result<Turn<D::Message>, net::Error> {
    let hint = session.tls().is_none().then_some(session.suspicion());
    match session.turn("the greeting", limit).await {
        Err(net::Error::Timeout { .. }) => Err(none(whole, hint)),
        other => other,
    }
}

fn none(after: Duration, hint: Option<&'static str>) -> net::Error {
    net::Error::Timeout { what: "a greeting".to_owned(), after, hint }
}
