//! What every verb has in common: the way there, the login, the mailbox, the leave, and what went wrong in between.

use std::io;
use std::sync::Arc;

use clap::Args;
use tokio::sync::watch;

use super::Imap;
use crate::base::Exit;
use crate::cli::args::Global;
use crate::cli::commands::{block_on, stop_at_signal};
use crate::cli::error::Failure;
use crate::cli::terminal::Terminal;
use crate::cli::way;
use crate::client::imap::{self, Error, Selection, Way, open};
use crate::net::endpoint::Protocol;
use crate::net::session::Stop;
use crate::proto::imap::SequenceSet;
use crate::transcript::{SessionId, Weight};

/// What a verb is run with.
pub type At<'a> = (&'a Global, &'a Terminal);

/// What ends a verb early.
pub enum Trouble {
    /// The conversation.
    Imap(Error),
    /// Anything of ours.
    Failure(Failure),
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

/// Which messages.
#[derive(Clone, Debug, Args)]
pub struct Messages {
    /// Which messages: UIDs (7, 1:5, 9:*), last, last:10, all
    #[arg(value_name = "SEL", required = true)]
    pub messages: Vec<String>,
    #[command(flatten)]
    pub count: Count,
}

/// How messages are named.
#[derive(Clone, Copy, Debug, Args)]
pub struct Count {
    /// The numbers of SEL are places in the mailbox, from 1 on, and no UIDs
    #[arg(long)]
    pub seq: bool,
}

/// Opens the way, does `flow`, and takes leave.
pub fn converse(
    args: &Imap,
    at: At<'_>,
    need: Need,
    flow: impl AsyncFnOnce(&mut imap::Imap) -> Result<Exit, Trouble>,
) -> Result<Exit, Failure> {
    let (stop, stopped) = watch::channel(false);
    let way = plan(args, at, need, Some(stopped))?;
    let terminal = at.1;
    block_on(async {
        stop_at_signal(Arc::new(stop));
        let mut imap = match open(&way).await {
            Ok(imap) => imap,
            Err(error) => return ended(&error, terminal),
        };
        let id = imap.session().id();
        let done = match imap.is_logged_in() || need == Need::Nothing {
            true => flow(&mut imap).await,
            false => Err(no_user().into()),
        };
        imap.leave().await;
        done.or_else(|trouble| told(trouble, &way, id, terminal))
    })
}

/// What ended a verb, told where it was not told yet.
fn told(trouble: Trouble, way: &Way, id: SessionId, terminal: &Terminal) -> Result<Exit, Failure> {
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
fn ended(error: &Error, terminal: &Terminal) -> Result<Exit, Failure> {
    match matches!(error, Error::Refused(_)) || terminal.is_quiet() {
        true => Err(Failure::new(error.exit(), error)),
        false => Ok(error.exit()),
    }
}

/// What the flags mean.
fn plan(args: &Imap, at: At<'_>, need: Need, stop: Stop) -> Result<Way, Failure> {
    let Some(server) = &args.server else {
        return Err(Failure::usage("--server", "which server keeps the mail is not said"));
    };
    let nowhere = way::nowhere(&args.connection, &args.dns, stop, at)?;
    let server = way::to_server(server, Protocol::Imap, &args.connection, nowhere, at.1)?;
    // On the same machine we may be logged in already (PREAUTH).
    if server.account.is_none() && need == Need::Login && !server.host.is_local() {
        return Err(no_user());
    }
    Ok(Way { server, utf8: args.utf8 })
}

fn no_user() -> Failure {
    let failure = Failure::usage("--user", "mailboxes are opened to their user alone");
    failure.hint("-u USER, or USER@ in the URL, and --password-file or its kin")
}

/// Opens `--mailbox`: to be written to, or only to be read.
///
/// # Errors
/// It is not there (67), cannot be written to (77), or its UIDs mean other messages now (1).
pub async fn select(imap: &mut imap::Imap, args: &Imap, write: bool) -> Result<(), Trouble> {
    let mailbox = imap.select(&args.mailbox, write).await?;
    if write && mailbox.read_only {
        return Err(Failure::new(Exit::NoPermission, format!("{} can only be read", args.mailbox)).into());
    }
    match (args.uidvalidity, mailbox.uid_validity) {
        (Some(wanted), found) if found != Some(wanted) => {
            let found = found.map_or("none".to_owned(), |found| found.to_string());
            let text =
                format!("{}: the UIDVALIDITY is {found}, not {wanted}: its UIDs mean other messages now", args.mailbox);
            Err(Failure::new(Exit::NotFound, text).into())
        }
        _ => Ok(()),
    }
}

/// Reads `SEL…`.
pub fn selection(words: &[String]) -> Result<Selection, Failure> {
    let selection = Selection::parse(words.iter().map(String::as_str));
    selection.map_err(|error| Failure::new(Exit::Usage, error))
}

/// Messages that are meant: a set that may hold some that are not there, and whose numbers were given.
pub struct Chosen {
    selection: Selection,
    /// They were named by their places.
    numbers: bool,
    /// Their UIDs.
    pub set: SequenceSet,
}

impl Chosen {
    /// The one that was named, if it was one; nobody was asked whether it is there.
    pub fn one(&self) -> Option<u32> {
        self.selection.one().filter(|_| !self.numbers)
    }

    /// One exit for each that was named and is not among these, which ascend; they are told. Nothing at all is one too.
    pub fn missing(&self, found: &[u32], terminal: &Terminal) -> Vec<Exit> {
        let missing = if self.numbers { Vec::new() } else { self.selection.missing(found) };
        for uid in &missing {
            terminal.note(Weight::Warning, format!("UID {uid}: there is no such message"));
        }
        if found.is_empty() && missing.is_empty() {
            terminal.note(Weight::Warning, "there are no such messages");
            return vec![Exit::NotFound];
        }
        vec![Exit::NotFound; missing.len()]
    }

    /// One exit for all, if what was done with these was done.
    pub fn done(&self, found: &[u32], terminal: &Terminal) -> Exit {
        Exit::of_all(self.missing(found, terminal).into_iter().chain(found.iter().map(|_| Exit::Ok)))
    }
}

/// What is meant and is there: UIDs, ascending, in a set too.
pub async fn present(imap: &mut imap::Imap, chosen: &Chosen) -> Result<(Vec<u32>, SequenceSet), Error> {
    let uids: Vec<u32> = imap.sizes(&chosen.set).await?.into_iter().map(|(uid, _)| uid).collect();
    let set = SequenceSet::from_numbers(uids.iter().copied());
    Ok((uids, set))
}

/// The UIDs of the messages that are meant.
pub async fn choose(imap: &mut imap::Imap, words: &[String], count: Count) -> Result<Chosen, Trouble> {
    let selection = selection(words)?;
    let set = imap.uids(&selection, count.seq).await?;
    Ok(Chosen { selection, numbers: count.seq, set })
}
