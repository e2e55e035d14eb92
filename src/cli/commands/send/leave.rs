//! Where a dialogue ends early: `--quit-after` and `--drop-after`.

use std::borrow::Cow;

use super::Send;
use super::way::Plan;
use crate::cli::args::{Connection, TlsMode};
use crate::cli::error::Failure;
use crate::client::deliver::{Leave, Letter, Phase};

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
pub fn leave(args: &Send) -> Result<Option<Leave>, Failure> {
    let (name, drop) = match (&args.envelope.quit_after, &args.envelope.drop_after) {
        (Some(name), _) => (name, false),
        (None, Some(name)) => (name, true),
        (None, None) => return Ok(None),
    };
    let found = PHASES.iter().find(|(names, _)| names.iter().any(|known| known.eq_ignore_ascii_case(name)));
    let Some(&(_, behind)) = found else {
        let failure = Failure::usage(flag(drop), format!("{name:?} is no phase"));
        return Err(failure.hint("connect, ehlo, starttls, auth, mail, rcpt or data"));
    };
    let leave = Leave { behind, drop };
    match behind {
        Phase::Data if !drop => {
            let failure = usage(leave, "behind DATA, QUIT would be part of the message (RFC 5321 §4.1.1.4)");
            Err(failure.hint("--drop-after data ends the connection there; --quit-after rcpt leaves before"))
        }
        _ => Ok(Some(leave)),
    }
}

/// Whether the dialogue is to end before anything is said of a letter: none is made then.
pub fn is_before_letters(args: &Send) -> Result<bool, Failure> {
    Ok(!args.message.dry_run && leave(args)?.is_some_and(Leave::needs_no_letter))
}

/// The flags of the connection: who ends behind STARTTLS asks for it. `implicit`: TLS begins with the first octet there.
pub fn connection(
    leave: Option<Leave>,
    connection: &Connection,
    implicit: bool,
) -> Result<Cow<'_, Connection>, Failure> {
    let Some(leave) = leave.filter(|leave| leave.behind == Phase::StartTls) else {
        return Ok(Cow::Borrowed(connection));
    };
    let auto = matches!(connection.tls, None | Some(TlsMode::Auto));
    match connection.tls {
        Some(TlsMode::Never | TlsMode::Implicit) => {
            Err(usage(leave, "with this --tls nobody says STARTTLS").hint("--tls starttls"))
        }
        _ if auto && implicit => {
            let failure = usage(leave, "TLS begins with the first octet there: nobody says STARTTLS");
            Err(failure.hint("--quit-after ehlo ends behind the first command within TLS"))
        }
        _ => Ok(Cow::Owned(Connection { tls: Some(TlsMode::Starttls), ..connection.clone() })),
    }
}

/// Whether the phase is ever reached.
pub fn check(leave: Option<Leave>, plan: &Plan) -> Result<(), Failure> {
    let logs_in = matches!(plan, Plan::Server(way) if way.server.account.is_some());
    match leave {
        Some(leave) if leave.behind == Phase::Auth && !logs_in => {
            Err(usage(leave, "nobody logs in").hint("--user says who"))
        }
        _ => Ok(()),
    }
}

/// A letter without recipients is for whom a server is named.
pub fn check_place(letter: &Letter, plan: &Plan) -> Result<(), Failure> {
    match plan {
        Plan::Direct(_) if letter.recipients.is_empty() => {
            let failure = Failure::usage("--server", "neither a server is named nor a recipient whose domain has one");
            Err(failure.hint("-s HOST, or --to for the mail exchangers of a recipient"))
        }
        _ => Ok(()),
    }
}

fn usage(leave: Leave, text: &str) -> Failure {
    Failure::usage(flag(leave.drop), text)
}

fn flag(drop: bool) -> &'static str {
    if drop { "--drop-after" } else { "--quit-after" }
}
