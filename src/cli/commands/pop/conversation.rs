//! What every verb has in common: the way there, the login, the leave, and what went wrong in between.

use std::io;
use std::sync::Arc;

use tokio::sync::watch;

use super::Pop;
use crate::base::Exit;
use crate::cli::args::{Global, Password};
use crate::cli::commands::{advice, block_on, stop_at_signal};
use crate::cli::config::{Config, Service, Told};
use crate::cli::error::Failure;
use crate::cli::terminal::Terminal;
use crate::cli::way;
use crate::client::Refused;
use crate::client::pop3::{Ask, Entry, Error, Login, Pop3, Search, Selection, Way, open};
use crate::net::endpoint::Protocol;
use crate::net::session::Stop;
use crate::transcript::{SessionId, Weight};

/// What a verb is run with.
pub type At<'a> = (&'a Global, &'a Terminal);

/// What ends a verb early.
pub enum Trouble {
    /// The conversation.
    Pop3(Error),
    /// Anything of ours.
    Failure(Failure),
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Trouble {
        Trouble::Pop3(error)
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

/// Opens the way, does `flow`, and takes leave. If messages were marked, they are deleted only if `flow` ends well, and
/// only an answer to QUIT says so.
pub fn converse(
    pop: &Pop,
    at: At<'_>,
    need: Need,
    flow: impl AsyncFnOnce(&mut Pop3) -> Result<Exit, Trouble>,
) -> Result<Exit, Failure> {
    let (stop, stopped) = watch::channel(false);
    let way = plan(pop, at, need, Some(stopped))?;
    let terminal = at.1;
    block_on(async {
        stop_at_signal(Arc::new(stop));
        let mut pop3 = match open(&way).await {
            Ok(pop3) => pop3,
            Err(error) => return ended(&error, terminal),
        };
        let id = pop3.session().id();
        let done = flow(&mut pop3).await;
        let marked = pop3.marked();
        match done {
            Ok(exit) if marked > 0 => commit(pop3, marked, terminal).await.map(|done| both(exit, done)),
            done => {
                // Without QUIT nothing is deleted (RFC 1939 §6).
                if marked == 0 {
                    pop3.leave().await
                } else {
                    drop(pop3)
                }
                done.or_else(|trouble| told(trouble, &way, id, terminal))
            }
        }
    })
}

fn both(exit: Exit, done: Exit) -> Exit {
    if done == Exit::Ok { exit } else { done }
}

/// QUIT, whose `+OK` alone means that the messages are gone.
async fn commit(pop3: Pop3, marked: usize, terminal: &Terminal) -> Result<Exit, Failure> {
    let messages = if marked == 1 { "1 message".to_owned() } else { format!("{marked} messages") };
    match pop3.quit().await {
        Ok(_) => {
            terminal.note(Weight::Info, format!("{messages} deleted"));
            Ok(Exit::Ok)
        }
        Err(error) => {
            let text = format!("not done: {error}; {messages} may still be there");
            Err(Failure::new(if matches!(error, Error::Refused(_)) { Exit::TempFail } else { error.exit() }, text))
        }
    }
}

/// What ended a verb, told where it was not told yet.
fn told(trouble: Trouble, way: &Way, id: SessionId, terminal: &Terminal) -> Result<Exit, Failure> {
    match trouble {
        Trouble::Failure(failure) => Err(failure),
        // A reader that has gone wants no more.
        Trouble::Pop3(Error::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => Ok(Exit::Ok),
        Trouble::Pop3(error) => {
            way.server.tell(id, &error);
            ended(&error, terminal)
        }
    }
}

/// What the transcript tells already is not said again.
fn ended(error: &Error, terminal: &Terminal) -> Result<Exit, Failure> {
    match error {
        Error::Refused(refusal) => Err(Failure { hint: advice::of_pop3(refusal).map(str::to_owned), ..failure(error) }),
        _ if terminal.is_quiet() => Err(failure(error)),
        _ => Ok(error.exit()),
    }
}

fn failure(error: &Error) -> Failure {
    Failure::new(error.exit(), error)
}

/// What the flags mean, and what holds where they say nothing.
fn plan(pop: &Pop, at: At<'_>, need: Need, stop: Stop) -> Result<Way, Failure> {
    let config = Config::load(at.0, at.1)?;
    let (tunnel, dns) = (pop.tunnel.clone(), pop.dns.clone());
    let told = Told { tunnel, dns, ..Told::new(pop.server.as_deref(), &pop.connection) };
    let told = config.fill(told, Service::Pop, &config.choose(None)?, at.1)?;
    planned(pop, &told, at, need, stop).map_err(|failure| told.place(failure))
}

fn planned(pop: &Pop, told: &Told, (global, terminal): At<'_>, need: Need, stop: Stop) -> Result<Way, Failure> {
    let mut connection = told.connection.clone();
    let login = login(&mut connection.password)?;
    if let Some(language) = &pop.lang {
        way::check_plain("--lang", language)?;
    }
    let nowhere = way::nowhere(&connection, (&told.dns, &told.tunnel), stop, (global, terminal))?;
    let named = way::named("--server", told.server.as_deref(), &told.tunnel)?;
    let endpoint = named.map_or_else(|| way::nameless(&told.tunnel, &connection), Ok)?;
    let server = way::to_endpoint(endpoint, Protocol::Pop3, &connection, nowhere, terminal)?;
    if server.account.is_none() && need == Need::Login {
        let failure = Failure::usage("--user", "a maildrop is opened to its user alone");
        return Err(failure.hint("-u USER, or USER@ in the URL, and --password-file or its kin"));
    }
    Ok(Way { server, login, utf8: pop.utf8, language: pop.lang.clone(), window: pop.pipeline })
}

/// `--auth user` and `--auth apop` are no mechanisms of SASL and stand alone.
fn login(password: &mut Password) -> Result<Login, Failure> {
    let own = |name: &str| match name.to_ascii_lowercase().as_str() {
        "user" => Some(Login::User),
        "apop" => Some(Login::Apop),
        _ => None,
    };
    match password.auth.as_slice() {
        [name] => match own(name) {
            Some(login) => {
                password.auth.clear();
                Ok(login)
            }
            None => Ok(Login::Best),
        },
        names if names.iter().any(|name| own(name).is_some()) => {
            Err(Failure::usage("--auth", "user and apop are no mechanisms of SASL: each stands alone"))
        }
        _ => Ok(Login::Best),
    }
}

/// The messages that are meant, and the exits of those that are not there.
pub struct Chosen {
    /// They, in the order in which they were named.
    pub entries: Vec<Entry>,
    /// One for each selector that matches nothing, and for each message that the server would not show to the query.
    pub exits: Vec<Exit>,
}

/// Reads `SEL…`; nothing is everything.
pub fn selection(words: &[String]) -> Result<Selection, Failure> {
    let selection = Selection::parse(words.iter().map(String::as_str));
    selection.map_err(|error| Failure::new(Exit::Usage, error))
}

/// Asks what is in the maildrop and picks what is meant. One message that is named by its number is asked for alone, but
/// for a query, which may ask for the last.
pub async fn choose(
    pop3: &mut Pop3,
    selection: &Selection,
    search: Option<&Search>,
    ask: Ask,
    terminal: &Terminal,
) -> Result<Chosen, Error> {
    let unique_ids = ask.unique_ids || selection.needs_unique_ids();
    let one = selection.one().filter(|_| search.is_none());
    let maildrop = pop3.maildrop(Ask { unique_ids, one, ..ask }).await?;
    let (entries, missing) = match selection.is_empty() {
        true => (maildrop.entries().to_vec(), Vec::new()),
        false => selection.choose(&maildrop),
    };
    for selector in &missing {
        terminal.note(Weight::Warning, format!("{selector}: there is no such message"));
    }
    let mut exits = vec![Exit::NotFound; missing.len()];
    let Some(search) = search else { return Ok(Chosen { entries, exits }) };
    let last = maildrop.entries().last().map(|entry| entry.number);
    let found = pop3.search(search, entries, last).await?;
    exits.extend(found.refusals.iter().map(Refused::exit));
    if found.entries.is_empty() && exits.is_empty() {
        terminal.note(Weight::Info, "the query means no message");
        exits.push(Exit::NotFound);
    }
    Ok(Chosen { entries: found.entries, exits })
}
