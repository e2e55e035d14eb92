//! As far as TLS and no further: what a server shows of itself, to whoever asks.

use super::{Error, Hello, Refused, Smtp, Way, imap, pop3};
use crate::base::Exit;
use crate::net::endpoint::Protocol;
use crate::net::tls::{TlsError, TlsFacts};
use crate::net::tls_policy::Mode;
use crate::net::{self};
use crate::proto;
use crate::proto::smtp::extensions::STARTTLS;
use crate::proto::smtp::{Command, Dialogue};

/// Speaks until there is TLS, and takes leave. `hello`: our name, else the address literal of our end, and how to say it.
///
/// # Errors
/// Told to the transcript; what a script must do next, and why there is no TLS.
pub async fn look(way: &Way, protocol: Protocol, hello: (Option<&str>, Hello)) -> Result<TlsFacts, (Exit, String)> {
    let at_once = way.mode == Mode::Implicit;
    let found = match protocol {
        Protocol::Smtp if at_once => shaken(way, Dialogue::new).await,
        Protocol::Pop3 if at_once => shaken(way, proto::pop3::Dialogue::new).await,
        Protocol::Imap if at_once => shaken(way, proto::imap::Dialogue::new).await,
        Protocol::Smtp => by_smtp(way, hello).await.map_err(|error| told(way, &error)),
        Protocol::Pop3 => by_pop3(way).await.map_err(|error| told(way, &error)),
        Protocol::Imap => by_imap(way).await.map_err(|error| told(way, &error)),
    };
    found?.ok_or_else(|| told(way, &Error::<super::Refusal>::Net(TlsError::NotOffered.into())))
}

fn told<R: Refused>(way: &Way, error: &Error<R>) -> (Exit, String) {
    (error.exit(), way.words(error))
}

/// Where TLS begins with the first octet nothing else is waited for: a server may have no greeting for whoever asks.
async fn shaken<D: proto::Dialogue>(way: &Way, dialogue: fn() -> D) -> Result<Option<TlsFacts>, (Exit, String)> {
    let opened = way.open(async |id, mode| Ok(way.session(way.connect(id).await?, dialogue(), id, mode).await?));
    let session = opened.await.map_err(|error: Error| told(way, &error))?;
    let facts = session.tls().cloned();
    session.close(way.limits.quit).await;
    Ok(facts)
}

async fn by_smtp(way: &Way, (name, hello): (Option<&str>, Hello)) -> Result<Option<TlsFacts>, Error> {
    let opened = way.open(async |id, mode| {
        let connected = way.connect(id).await?;
        let name = name.map_or_else(|| connected.literal(), str::to_owned);
        let session = way.session(connected, Dialogue::new(), id, mode).await?;
        let mut smtp = Smtp::new(session, way.limits);
        smtp.greet().await?;
        smtp.hello(&name, hello).await?;
        if !smtp.capabilities().has(&STARTTLS) {
            return Err(net::Error::Tls(TlsError::NotOffered).into());
        }
        let reply = smtp.command(&Command::StartTls).await?;
        if !reply.is_positive() {
            return Err(net::Error::Tls(TlsError::Refused(reply.to_string())).into());
        }
        smtp.secure(&way.tls, &way.host, true).await
    });
    let mut smtp = opened.await?;
    let facts = smtp.session().tls().cloned();
    smtp.quit().await;
    Ok(facts)
}

async fn by_pop3(way: &Way) -> Result<Option<TlsFacts>, pop3::Error> {
    let (server, login) = (way.clone(), pop3::Login::default());
    let mut pop3 = pop3::open(&pop3::Way { server, login, utf8: false, language: None, window: 1 }).await?;
    let facts = pop3.session().tls().cloned();
    pop3.leave().await;
    Ok(facts)
}

async fn by_imap(way: &Way) -> Result<Option<TlsFacts>, imap::Error> {
    let (changes, compress) = (imap::Changes::default(), imap::Compress::Never);
    let mut imap = imap::open(&imap::Way { server: way.clone(), utf8: false, changes, compress }).await?;
    let facts = imap.session().tls().cloned();
    imap.leave().await;
    Ok(facts)
}
