//! What every verb has in common: the way there, the login, the mailbox, the leave, and what went wrong in between.

use std::io;
use std::sync::Arc;

use tokio::sync::watch;

use super::Imap;
use super::home::Home;
use crate::base::Exit;
use crate::cli::args::Global;
use crate::cli::commands::{advice, block_on, stop_at_signal};
use crate::cli::config::Told;
use crate::cli::error::Failure;
use crate::cli::terminal::Terminal;
use crate::cli::way;
use crate::client;
use crate::client::imap::{self, Compress, Error, Mailbox, Way, open};
use crate::net::endpoint::Protocol;
use crate::net::session::Stop;
use crate::transcript::SessionId;

/// What a verb is run with.
pub type At<'a> = (&'a Global, &'a Terminal);

/// What ends a verb early.
pub enum Trouble {
    /// The conversation.
    Imap(Error),
    /// Anything of ours.
    Failure(Failure),
}

impl Trouble {
    /// What befalls words that stand in `argument` for the server to read: if it cannot, they are wrong and not the server.
    pub fn verbatim(argument: &str, error: Error) -> Trouble {
        match error {
            Error::Refused(refusal) if refusal.is_unreadable() => Failure::usage(argument, refusal).into(),
            error => Trouble::Imap(error),
        }
    }
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Trouble {
        Trouble::Imap(error)
    }
}

impl From<Failure> for Trouble {
    fn from(failure: Failure) -> Trouble {
        Trouble::Failure(failure)
    }
}

/// Who must log in before a verb makes sense.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// A user.
    Login,
    /// Nobody; but whoever is named logs in.
    Nothing,
}

/// Opens the way, does `flow`, and takes leave.
pub fn converse(
    args: &Imap,
    at: At<'_>,
    need: Need,
    flow: impl AsyncFnOnce(&mut imap::Imap) -> Result<Exit, Trouble>,
) -> Result<Exit, Failure> {
    converse_at(&Home::new(args, None, at)?, args, at, need, flow)
}

/// The same where the server is known.
pub fn converse_at(
    home: &Home,
    args: &Imap,
    at: At<'_>,
    need: Need,
    flow: impl AsyncFnOnce(&mut imap::Imap) -> Result<Exit, Trouble>,
) -> Result<Exit, Failure> {
    let (stop, stopped) = watch::channel(false);
    let way = plan(home, args, at, need, Some(stopped))?;
    let terminal = at.1;
    block_on(async {
        stop_at_signal(Arc::new(stop));
        let mut imap = match open(&way).await {
            Ok(imap) => imap,
            Err(error) => return ended(&error, terminal),
        };
        let id = imap.session().id();
        let lacks = way.compress == Compress::Always && !imap.session().is_compressed();
        let done = match imap.is_logged_in() || need == Need::Nothing {
            true if lacks => Err(not_compressed(&imap).into()),
            true => flow(&mut imap).await,
            false => Err(no_user().into()),
        };
        imap.leave().await;
        done.or_else(|trouble| told(trouble, &way, id, terminal))
    })
}

/// What ended a verb, told where it was not told yet.
pub(super) fn told(trouble: Trouble, way: &Way, id: SessionId, terminal: &Terminal) -> Result<Exit, Failure> {
    match trouble {
        Trouble::Failure(failure) => Err(failure),
        // A reader that has gone wants no more.
        Trouble::Imap(Error::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => Ok(Exit::Ok),
        Trouble::Imap(error @ Error::Argument(_)) => Err(Failure::new(error.exit(), error)),
        Trouble::Imap(error) => {
            way.server.tell(id, &error);
            ended(&error, terminal)
        }
    }
}

/// What the transcript tells already is not said again.
pub(super) fn ended(error: &Error, terminal: &Terminal) -> Result<Exit, Failure> {
    match error {
        Error::Refused(refusal) => Err(Failure { hint: advice::of_imap(refusal).map(str::to_owned), ..failure(error) }),
        _ if terminal.is_quiet() => Err(failure(error)),
        _ => Ok(error.exit()),
    }
}

fn failure(error: &Error) -> Failure {
    Failure::new(error.exit(), error)
}

/// What the flags mean.
pub fn plan(home: &Home, args: &Imap, at: At<'_>, need: Need, stop: Stop) -> Result<Way, Failure> {
    let server = server(home, at, stop).map_err(|failure| home.told().place(failure))?;
    // We may be logged in already (PREAUTH).
    if server.account.is_none() && need == Need::Login && !server.is_private() {
        return Err(no_user());
    }
    Ok(Way { server, utf8: args.utf8, changes: args.verb.changes(), compress: args.compress.into() })
}

fn server(home: &Home, at: At<'_>, stop: Stop) -> Result<client::Way, Failure> {
    let Told { connection, dns, tunnel, .. } = home.told();
    let nowhere = way::nowhere(connection, (dns, tunnel), stop, at)?;
    way::to_endpoint(home.endpoint.clone(), Protocol::Imap, connection, nowhere, at.1)
}

/// `--compress always` cannot be had.
fn not_compressed(imap: &imap::Imap) -> Failure {
    match imap.is_logged_in() {
        true => Failure::new(Exit::Unavailable, "--compress always: the server does not offer COMPRESS=DEFLATE"),
        false => Failure::usage("--compress always", "only whoever is logged in may compress").hint("-u USER"),
    }
}

pub(super) fn no_user() -> Failure {
    let failure = Failure::usage("--user", "mailboxes are opened to their user alone");
    failure.hint("-u USER, or USER@ in the URL, and --password-file or its kin")
}

/// Opens `--mailbox`: to be written to, or only to be read.
///
/// # Errors
/// It is not there (67), cannot be written to (77), or its UIDs mean other messages now (1).
pub async fn select(imap: &mut imap::Imap, args: &Imap, write: bool) -> Result<(), Trouble> {
    select_as(imap, &args.mailbox, args.uidvalidity, write).await
}

/// The same with another mailbox.
pub async fn select_as(
    imap: &mut imap::Imap,
    name: &str,
    uid_validity: Option<u32>,
    write: bool,
) -> Result<(), Trouble> {
    Ok(check_selected(imap.select(name, write).await?, uid_validity, write)?)
}

/// Whether a mailbox that was selected is the one that is meant, and can be written to.
///
/// # Errors
/// It cannot (77), or its UIDs mean other messages now (1).
pub fn check_selected(mailbox: &Mailbox, uid_validity: Option<u32>, write: bool) -> Result<(), Failure> {
    let name = &mailbox.name;
    if write && mailbox.read_only {
        return Err(Failure::new(Exit::NoPermission, format!("{name} can only be read")));
    }
    match (uid_validity, mailbox.uid_validity) {
        (Some(wanted), found) if found != Some(wanted) => {
            let found = found.map_or("none".to_owned(), |found| found.to_string());
            let text = format!("{name}: the UIDVALIDITY is {found}, not {wanted}: its UIDs mean other messages now");
            Err(Failure::new(Exit::NotFound, text))
        }
        _ => Ok(()),
    }
}
