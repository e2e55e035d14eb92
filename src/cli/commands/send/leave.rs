//! Where a dialogue ends early: `--quit-after` and `--drop-after`.

use super::Send;
use crate::cli::args::TlsMode;
use crate::cli::config::Told;
use crate::cli::error::Failure;
use crate::client::deliver::{Leave, Phase};

/// The phases by their names, and by those that swaks has for them.
const PHASES: [(&[&str], Phase); 7] = [
    (&["connect", "banner"], Phase::Connect),
    (&["ehlo", "helo", "lhlo", "first-ehlo", "first-helo"], Phase::Hello),
    (&["starttls", "tls"], Phase::StartTls),
    (&["auth"], Phase::Auth),
    (&["mail", "from"], Phase::Mail),
    (&["rcpt", "to"], Phase::Rcpt),
    (&["data"], Phase::Data),
];

/// What the flags mean.
pub fn leave(args: &Send, told: &Told) -> Result<Option<Leave>, Failure> {
    let (flag, name, drop) = match (&args.envelope.quit_after, &args.envelope.drop_after) {
        (Some(name), _) => ("--quit-after", name, false),
        (None, Some(name)) => ("--drop-after", name, true),
        (None, None) => return Ok(None),
    };
    let found = PHASES.iter().find(|(names, _)| names.iter().any(|known| known.eq_ignore_ascii_case(name)));
    let Some(&(_, behind)) = found else {
        let failure = Failure::usage(flag, format!("{name:?} is no phase"));
        return Err(failure.hint("connect, ehlo, starttls, auth, mail, rcpt or data"));
    };
    match behind {
        Phase::Data if !drop => {
            let failure = Failure::usage(flag, "behind DATA, QUIT would be part of the message (RFC 5321 §4.1.1.4)");
            Err(failure.hint("--drop-after data ends the connection there; --quit-after rcpt leaves before"))
        }
        Phase::Auth if told.connection.password.user.is_none() && !has_user(told) => {
            Err(Failure::usage(flag, "nobody logs in").hint("--user says who"))
        }
        Phase::StartTls if matches!(told.connection.tls, Some(TlsMode::Never | TlsMode::Implicit)) => {
            Err(Failure::usage(flag, "with this --tls nobody says STARTTLS").hint("--tls starttls"))
        }
        behind => Ok(Some(Leave { behind, drop })),
    }
}

/// A user may stand in the URL.
fn has_user(told: &Told) -> bool {
    told.server.as_ref().is_some_and(|url| url.contains('@'))
}
