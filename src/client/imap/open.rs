//! Opening the way to mail: connect, greeting, CAPABILITY, STARTTLS, login, COMPRESS, ENABLE (RFC 9051 §6.1, §6.2,
//! §6.3.1; RFC 4978).

use super::login::log_in;
use super::{Ended, Error, Imap, ignore};
use crate::client;
use crate::net;
use crate::net::tls::TlsError;
use crate::net::tls_policy::{self, Mode, Step};
use crate::proto::imap::{Dialogue, Request, State, Verb};
use crate::transcript::{SessionId, Weight};

/// How to get to mail.
#[derive(Clone)]
pub struct Way {
    /// The way to the server.
    pub server: client::Way,
    /// Ask for UTF-8 (RFC 9755 §3).
    pub utf8: bool,
    /// Which changes are to be told, where the server can.
    pub changes: Changes,
    /// Compress what is said once somebody is logged in (RFC 4978).
    pub compress: Compress,
}

/// Which changes of mailboxes a server is asked to tell (RFC 7162).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Changes {
    /// None.
    #[default]
    Uncounted,
    /// Those that have a MODSEQ (ENABLE CONDSTORE).
    Counted,
    /// What vanishes too, by its UID (ENABLE QRESYNC).
    Vanished,
}

/// When the connection is compressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Compress {
    /// Where the server offers it, unless it is on this machine.
    #[default]
    Auto,
    /// Where the server offers it; a refusal ends the conversation.
    Always,
    /// Nowhere.
    Never,
}

const PREAUTH: &str = "the server says that we are logged in already (PREAUTH): that is believed only behind --tunnel CMD \
    and unix:/path, since elsewhere nobody knows who is logged in as whom, and STARTTLS can no longer be had; ask for a \
    port that lets users log in, imaps://";
const PREAUTH_CLEAR: &str = "the server says that we are logged in already (PREAUTH), so that STARTTLS, which is required, \
    can no longer be had: --tls never goes on without it";

/// A connection that is logged in, if there is an account.
///
/// # Errors
/// Told to the transcript, but for a refusal, which has told itself.
pub async fn open(way: &Way) -> Result<Imap, Error> {
    way.server.open(async |id, mode| attempt(way, id, mode).await).await
}

async fn attempt(way: &Way, id: SessionId, mode: Mode) -> Result<Imap, Error> {
    let server = &way.server;
    let connected = server.connect(id).await?;
    let session = server.session(connected, Dialogue::new(), id, mode).await?;
    let (mut imap, preauth) = Imap::greet(session, server.limits).await?;
    imap.strict = server.strict;
    if preauth {
        if !server.is_private() {
            return Err(Error::NoLogin(PREAUTH.into()));
        }
        if mode == Mode::StartTls {
            return Err(Error::NoLogin(PREAUTH_CLEAR.into()));
        }
        imap.session.note(Weight::Info, "logged in already (PREAUTH): nobody else is");
        imap.logged_in = true;
    } else {
        imap = start_tls(imap, way, mode).await?;
    }
    match arrive(&mut imap, way).await {
        Ok(()) => Ok(imap),
        Err(error) => {
            imap.leave().await;
            Err(error)
        }
    }
}

/// The login, and what is asked for behind it.
async fn arrive(imap: &mut Imap, way: &Way) -> Result<(), Error> {
    if let Some(account) = way.server.account.as_ref().filter(|_| !imap.logged_in) {
        log_in(imap, way, account).await?;
        imap.logged_in = true;
    }
    imap.capabilities().await?;
    if imap.logged_in && !imap.has("IMAP4REV1") && imap.has("IMAP4REV2") {
        imap.names = crate::proto::imap::Names::Utf8;
    }
    if imap.logged_in && imap.has("COMPRESS=DEFLATE") {
        compress(imap, way).await?;
    }
    if !imap.logged_in {
        return Ok(());
    }
    if way.utf8 && !imap.has("UTF8=ACCEPT") {
        imap.session.note(Weight::Warning, "the server does not offer UTF8=ACCEPT: names stay in UTF-7");
    }
    let counted = way.changes == Changes::Counted && imap.has("ENABLE");
    let wanted = [(way.utf8, "UTF8=ACCEPT"), (counted, "CONDSTORE"), (way.changes == Changes::Vanished, "QRESYNC")];
    let wanted: Vec<_> = wanted.iter().filter(|(wanted, word)| *wanted && imap.has(word)).collect();
    if wanted.is_empty() {
        return Ok(());
    }
    let request = wanted.iter().fold(Request::new(Verb::Enable), |request, (_, word)| request.word(word));
    imap.run(&request, &mut ignore).await.map(|_| ())
}

/// COMPRESS as the user has it. On this machine it only costs time; what a command leads to may be far away.
async fn compress(imap: &mut Imap, way: &Way) -> Result<(), Error> {
    let near = way.server.is_local() && way.server.dial.tunnel.is_none();
    if way.compress == Compress::Never || (way.compress == Compress::Auto && near) {
        return Ok(());
    }
    match imap.run(&Request::new(Verb::Compress).word("DEFLATE"), &mut ignore).await {
        Err(Error::Refused(refusal)) if way.compress == Compress::Auto && refusal.to.is_some() => {
            imap.session.note(Weight::Amiss, "COMPRESS=DEFLATE is offered and refused: it goes without");
            Ok(())
        }
        done => done.map(|_| ()),
    }
}

/// STARTTLS as the policy has it; what was offered in clear text counts no more behind it.
async fn start_tls(mut imap: Imap, way: &Way, mode: Mode) -> Result<Imap, Error> {
    if matches!(mode, Mode::StartTls | Mode::May) {
        imap.capabilities().await?;
    }
    match tls_policy::step(mode, imap.has("STARTTLS")) {
        Step::Proceed => return Ok(imap),
        Step::Refuse => return Err(net::Error::Tls(TlsError::NotOffered).into()),
        Step::Upgrade => {}
    }
    let ticket = imap.say(&Request::new(Verb::StartTls), None, &mut ignore).await?;
    match imap.listen(&ticket, &mut ignore).await? {
        Ended::Command(status) if status.state == State::Ok => {}
        Ended::Command(_) if mode == Mode::May => return Ok(imap),
        Ended::Command(status) => return Err(net::Error::Tls(TlsError::Refused(status.sentence())).into()),
        Ended::Continue(_) => {
            return Err(super::protocol("the server lets STARTTLS go on".to_owned(), "RFC 9051 §6.2.1").into());
        }
    }
    let server = &way.server;
    let required = mode == Mode::StartTls;
    let session = imap.session.upgrade(&server.tls, &server.host, required, server.limits.command).await?;
    Ok(Imap { session, offered: None, ..imap })
}
