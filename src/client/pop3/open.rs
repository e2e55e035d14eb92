//! Opening the way to a maildrop: connect, greeting, CAPA, STLS, login (RFC 2449, RFC 2595).

use super::login::{Login, log_in};
use super::{Error, MAX_WINDOW, Pop3};
use crate::client;
use crate::net;
use crate::net::tls::TlsError;
use crate::net::tls_policy::{self, Mode, Step};
use crate::proto::pop3::{Command, Dialogue, Status, Verb};
use crate::transcript::{SessionId, Weight};

/// How to get to a maildrop.
#[derive(Clone)]
pub struct Way {
    /// The way to the server.
    pub server: client::Way,
    /// How to log in, where there is an account.
    pub login: Login,
    /// Ask for UTF-8 (RFC 6856 §2).
    pub utf8: bool,
    /// The language of the server's words (RFC 6856 §3).
    pub language: Option<String>,
    /// How many commands may wait for their answers at a time, if the server offers PIPELINING.
    pub window: usize,
}

/// A connection that is logged in, if there is an account.
///
/// A server that falls silent or goes away at CAPA is asked once more without it.
///
/// # Errors
/// Told to the transcript, but for a refusal, which has told itself.
pub async fn open(way: &Way) -> Result<Pop3, Error> {
    let mut mute = false;
    match way.server.open(async |id, mode| attempt(way, id, mode, true, &mut mute).await).await {
        Err(_) if mute && !way.server.is_over() => {
            way.server.open(async |id, mode| attempt(way, id, mode, false, &mut mute).await).await
        }
        opened => opened,
    }
}

async fn attempt(way: &Way, id: SessionId, mode: Mode, ask: bool, mute: &mut bool) -> Result<Pop3, Error> {
    let server = &way.server;
    let connected = server.connect(id).await?;
    let session = server.session(connected, Dialogue::new(), id, mode).await?;
    let mut pop3 = Pop3::greet(session, server.limits).await?;
    pop3.strict = server.strict;
    let ask = ask && way.depends_on_capabilities(mode);
    if ask {
        capabilities(&mut pop3, mute).await?;
    } else if way.depends_on_capabilities(mode) {
        server.note(id, Weight::Amiss, "the server does not bear CAPA: it is not asked what it can do".to_owned());
    }
    pop3 = start_tls(pop3, way, mode, ask, mute).await?;
    if pop3.offered.as_ref().is_some_and(|offered| offered.has("PIPELINING")) {
        pop3.window = way.window.clamp(1, MAX_WINDOW);
    }
    match arrive(&mut pop3, way).await {
        Ok(()) => Ok(pop3),
        Err(error) => {
            pop3.leave().await;
            Err(error)
        }
    }
}

async fn arrive(pop3: &mut Pop3, way: &Way) -> Result<(), Error> {
    pop3.localize(way).await?;
    if let Some(account) = &way.server.account {
        log_in(pop3, way, account).await?;
        pop3.logged_in = true;
    }
    Ok(())
}

/// CAPA; `mute` becomes true if that is what ended the conversation.
async fn capabilities(pop3: &mut Pop3, mute: &mut bool) -> Result<(), Error> {
    let asked = pop3.ask_capabilities().await;
    *mute =
        matches!(&asked, Err(Error::Net(net::Error::Timeout { .. } | net::Error::Closed { .. } | net::Error::Io(_))));
    asked
}

/// STLS as the policy has it, and CAPA again behind it: what was offered in clear text counts no more.
async fn start_tls(mut pop3: Pop3, way: &Way, mode: Mode, ask: bool, mute: &mut bool) -> Result<Pop3, Error> {
    // Where nothing is known, what is required is tried.
    let offered = pop3.offered.as_ref().map_or(mode == Mode::StartTls, |offered| offered.has("STLS"));
    match tls_policy::step(mode, offered) {
        Step::Proceed => return Ok(pop3),
        Step::Refuse => return Err(net::Error::Tls(TlsError::NotOffered).into()),
        Step::Upgrade => {}
    }
    pop3.say(&Command::new(Verb::Stls));
    let reply = pop3.any_reply("STLS", pop3.limits.command).await?;
    if reply.status != Status::Ok {
        return match mode {
            Mode::May => Ok(pop3),
            _ => Err(net::Error::Tls(TlsError::Refused(reply.to_string())).into()),
        };
    }
    let server = &way.server;
    let required = mode == Mode::StartTls;
    let session = pop3.session.upgrade(&server.tls, &server.host, required, server.limits.command).await?;
    pop3 = Pop3 { session, offered: None, ..pop3 };
    if ask {
        capabilities(&mut pop3, mute).await?;
    }
    Ok(pop3)
}

impl Way {
    /// Whether anything is decided by what the server offers.
    fn depends_on_capabilities(&self, mode: Mode) -> bool {
        let tls = matches!(mode, Mode::StartTls | Mode::May);
        tls || self.window > 1 || (self.server.account.is_some() && self.login == Login::Best)
    }
}
